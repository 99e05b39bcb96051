//! 双反馈: the differences go to the other side as a file, and come back with its answers.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::response::Response;
use directory::division_names;
use matching::clean::fold_name;
use paper::{Align, Column};
use platform::audit::{RowDigest, digest_ids};
use platform::{Answer, Ctx, Path, Problem, Result, Sql, files};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::difference::{self, DifferenceFilter};
use super::store;
use crate::authz::{FEEDBACK_EXPORT, FEEDBACK_READ};
use crate::clue::read_back::RowFault;
use crate::form::{self, Wanted};
use crate::model::AlignmentStatus;
use crate::words;

/// Rows of one file.
const MOST: u64 = 100_000;

const COLUMNS: [(&str, u16, Align); 13] = [
    ("差异编号", 12, Align::Text),
    ("差异类型", 14, Align::Text),
    ("姓名", 10, Align::Text),
    ("身份证号", 22, Align::Text),
    ("区划", 26, Align::Text),
    ("我方类别", 14, Align::Text),
    ("对方类别", 14, Align::Text),
    ("不一致项目", 12, Align::Text),
    ("我方信息", 16, Align::Text),
    ("对方信息", 16, Align::Text),
    ("我方处理结果", 20, Align::Text),
    ("我方说明", 30, Align::Text),
    ("对方反馈", 30, Align::Text),
];

const WANTED: &[Wanted] = &[
    ("number", &["差异编号"], true),
    ("name", &["姓名"], false),
    ("theirs", &["对方反馈"], true),
];

/// What a kind of difference is called in the file.
fn kind_zh(kind: &str) -> &'static str {
    match kind {
        "only_here" => "仅我方有",
        "only_there" => "仅对方有",
        "conflict" => "信息不一致",
        "no_number" => "无有效证件号",
        _ => "重复",
    }
}

/// Exports the differences for the other side, with identity numbers.
#[utoipa::path(get, path = "/alignments/{id}/feedback", operation_id = FEEDBACK_EXPORT.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, content_type = "application/octet-stream")))]
pub(crate) async fn export(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut reader = ctx.query(&FEEDBACK_EXPORT).await?;
    let conn = reader.conn();
    let alignment = store::own(conn, reader.scope(), id).await?;
    let condition = DifferenceFilter::default().condition(reader.scope(), id, ctx.actor().user)?;
    let found = difference::page(conn, condition, MOST, 0).await?;
    let sides = difference::sides(ctx.floor(), conn, id, &found).await?;
    let places = division_names(conn, found.iter().map(|d| d.division.clone())).await?;
    let pack = words::pack(ctx.floor(), conn).await?;
    let mut rows = Vec::with_capacity(found.len());
    for d in &found {
        let place = crate::place(&d.division)?;
        let here = d.here.and_then(|seq| sides.get(&(0, seq)));
        let there = d.there.and_then(|seq| sides.get(&(1, seq)));
        let any = there.or(here);
        let value = |side: Option<&difference::Side>| {
            side.and_then(|s| s.value(&d.field)).unwrap_or_default()
        };
        rows.push(vec![
            (d.seq + 1).to_string(),
            kind_zh(&d.kind).to_owned(),
            any.map(|s| s.name.clone()).unwrap_or_default(),
            any.and_then(|s| s.number.clone()).unwrap_or_default(),
            places.get(&d.division).full_name,
            here.map(|s| s.kind.clone()).unwrap_or_default(),
            there.map(|s| s.kind.clone()).unwrap_or_default(),
            d.field.clone(),
            value(here),
            value(there),
            d.result
                .as_deref()
                .map(|key| words::shown(&pack, &place, "difference", key).zh)
                .unwrap_or_default(),
            d.remark.clone().unwrap_or_default(),
            d.theirs.clone().unwrap_or_default(),
        ]);
    }
    let ids = digest_ids(found.iter().map(|d| d.id.as_bytes().to_vec()));
    let what = json!({"alignment": id});
    reader.listed("alignment_difference", &what, rows.len() as u64, ids);
    reader.finish().await?;
    let columns: Vec<Column> = COLUMNS
        .iter()
        .map(|(title, width, align)| Column::new(*title, *width, *align))
        .collect();
    let lines = vec![
        format!("对接编号：{}　第{}版", alignment.number, alignment.edition),
        format!("我方：{}　对方：{}", alignment.names.0, alignment.names.1),
        "请对方在“对方反馈”一列填写，其余各列不要改动，填好后整份退回。".to_owned(),
    ];
    let bytes = form::workbook("名单对接差异反馈表", lines, &columns, &rows, None)?;
    form::download(bytes, files::XLSX, "名单对接差异反馈表.xlsx")
}

/// What came of a file of the other side.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct FeedbackTaken {
    /// Answers that were taken.
    taken: u64,
    /// Rows that were not, with the reason.
    wrong: Vec<RowFault>,
}

/// Reads the other side's feedback: this is also its confirmation of reception.
#[utoipa::path(post, path = "/alignments/{id}/feedback", operation_id = FEEDBACK_READ.id, tag = "oversight",
    params(("id" = Uuid, Path)),
    request_body(content_type = "multipart/form-data", description = "file: the feedback table; note: who confirmed the reception"),
    responses((status = 200, body = FeedbackTaken)))]
pub(crate) async fn read(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let mut received = form::receive(&ctx, &FEEDBACK_READ, form).await?;
    store::require_own(&ctx, id).await?;
    let note = received.text("note").unwrap_or_default().to_owned();
    crate::said(&note, "/note")?;
    let answers = match received.files.remove("file") {
        Some(upload) => read_file(&ctx, upload).await?,
        None => Vec::new(),
    };
    let mut tx = ctx.begin(&FEEDBACK_READ, None).await?;
    let alignment = store::own(tx.conn(), tx.scope(), id).await?;
    alignment
        .status
        .require(&[AlignmentStatus::Open], ("读入反馈", "reading feedback"))?;
    let condition = DifferenceFilter::default().condition(tx.scope(), id, ctx.actor().user)?;
    let found = difference::page(tx.conn(), condition, MOST, 0).await?;
    let sides = difference::sides(ctx.floor(), tx.conn(), id, &found).await?;
    let by_seq: BTreeMap<i32, &difference::Difference> = found.iter().map(|d| (d.seq, d)).collect();
    let mut wrong = Vec::new();
    let mut digest = RowDigest::default();
    let mut seen: BTreeMap<i32, u64> = BTreeMap::new();
    for answer in answers {
        let fault = |zh: String, en: &str| RowFault {
            row: answer.row,
            zh,
            en: en.to_owned(),
        };
        let seq = answer.number.trim().parse::<i32>().ok().map(|n| n - 1);
        let Some((seq, d)) = seq.and_then(|seq| by_seq.get(&seq).map(|d| (seq, *d))) else {
            wrong.push(fault(
                "没有这个差异编号".to_owned(),
                "There is no such difference",
            ));
            continue;
        };
        if let Some(first) = seen.insert(seq, answer.row) {
            wrong.push(fault(
                format!("与第{first}行重复"),
                "The difference stands in the file already",
            ));
            continue;
        }
        let side = d
            .there
            .and_then(|s| sides.get(&(1, s)))
            .or(d.here.and_then(|s| sides.get(&(0, s))));
        let other = side.is_some_and(|s| fold_name(&s.name) != fold_name(&answer.name));
        if other && !answer.name.is_empty() {
            wrong.push(fault(
                "姓名与差异登记的不一致".to_owned(),
                "The name is not that of the difference",
            ));
            continue;
        }
        if answer.theirs.chars().count() > 500 {
            wrong.push(fault(
                "反馈不超过500字".to_owned(),
                "The feedback has more than 500 characters",
            ));
            continue;
        }
        if answer.theirs.is_empty() {
            continue;
        }
        let sql = Sql::with(
            "update alignment_difference set theirs = ?, theirs_at = ?, version = version + 1 where id = ?",
            [
                answer.theirs.as_str().into(),
                ctx.floor().now().into(),
                d.id.into(),
            ],
        );
        tx.conn().run(sql).await?;
        digest.add(&seq.to_string(), &[answer.theirs.as_bytes()]);
    }
    let taken = FeedbackTaken {
        taken: crate::count(digest.count()),
        wrong,
    };
    let sql = Sql::with(
        "update alignment set sent_at = coalesce(sent_at, ?), received_at = ?, received_note = ?, \
         version = version + 1 where id = ?",
        [
            ctx.floor().now().into(),
            ctx.floor().now().into(),
            note.as_str().into(),
            id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    let key = ctx.floor().new_id();
    let totals = json!({"taken": taken.taken, "wrong": taken.wrong.len()});
    tx.record_bulk("alignment_feedback", key, totals, digest);
    tx.about("alignment", id, &crate::place(&alignment.division)?);
    tx.finish(200, &taken).await
}

struct Row {
    row: u64,
    number: String,
    name: String,
    theirs: String,
}

async fn read_file(ctx: &Ctx, upload: form::Upload) -> Result<Vec<Row>> {
    let stored = upload.stored;
    let open = move |floor: &platform::Floor| files::open_stored(floor, &stored);
    let table = form::table(ctx.floor(), open, &upload.name, "/file").await?;
    tokio::task::spawn_blocking(move || {
        let layout = form::layout(&table, WANTED, "/file")?;
        let mut rows = Vec::new();
        form::rows(&table, &layout, "/file", |row, text| {
            rows.push(Row {
                row,
                number: text("number"),
                name: text("name"),
                theirs: text("theirs"),
            });
            Ok(())
        })?;
        Ok::<_, Problem>(rows)
    })
    .await
    .map_err(Problem::internal)?
}
