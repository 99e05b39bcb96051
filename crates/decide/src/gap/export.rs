//! `POST /gaps/export`: the filtered list as a workbook, made in the background.

use async_trait::async_trait;
use paper::{Align, Book, Column, Heading, PaperError};
use platform::audit::digest_ids;
use platform::files::{self, NewFile, Source};
use platform::{Answer, Change, Ctx, JobCtx, JobKind, Json, Problem, Result};
use serde_json::{Value, json};

use super::NOUN;
use super::filter::GapFilter;
use super::list::{self, GapRow};
use crate::authz::{GAP_EXPORT, GAP_LIST};

const KIND: &str = "decide.gap.export";
/// What the file is called.
const NAME: &str = "应享未享清单.xlsx";
/// Rows that are fetched at a time.
const STEP: u64 = 1_000;

/// Exports exactly what is filtered, with who has to act.
#[utoipa::path(
    post, path = "/gaps/export", operation_id = GAP_EXPORT.id, tag = "decide",
    request_body = GapFilter, responses((status = 202, body = platform::jobs::JobView))
)]
pub(crate) async fn handle(ctx: Ctx, Json(filter): Json<GapFilter>) -> Result<Answer> {
    let mut tx = ctx.begin(&GAP_EXPORT, None).await?;
    // A filter that cannot be read is refused now and not by the job.
    filter.condition(tx.scope(), &[])?;
    let job = tx.enqueue(KIND, &filter).await?;
    let place = ctx.actor().division;
    tx.record(Change::created("export", job, &place, &filter));
    let view = platform::jobs::find(tx.conn(), job)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.finish(202, &view).await
}

/// Writes the workbook.
#[derive(Debug, Default)]
pub struct Export;

#[async_trait]
impl JobKind for Export {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let filter: GapFilter = job.args()?;
        let ctx = job.ctx().clone();
        let mut rows: Vec<Vec<String>> = Vec::new();
        loop {
            job.check()?;
            let mut reader = ctx.query(&GAP_LIST).await?;
            let referred = list::Offices::of(&ctx, reader.conn()).await?.referred();
            let condition = filter.condition(reader.scope(), &referred)?;
            let part = list::rows(&ctx, reader.conn(), condition, STEP, rows.len() as u64).await?;
            let ids = digest_ids(part.iter().map(|r| r.household_id.as_bytes().to_vec()));
            reader.listed(NOUN, &filter, part.len() as u64, ids);
            reader.finish().await?;
            rows.extend(part.iter().map(cells));
            job.progress(rows.len() as u64, 0, None).await?;
            if part.len() < STEP as usize {
                break;
            }
        }
        let count = rows.len() as u64;
        let title = ctx.actor().organisation_name.clone();
        let bytes = tokio::task::spawn_blocking(move || write(&title, &rows))
            .await
            .map_err(Problem::internal)?
            .map_err(|e| Problem::internal(e.en()))?;
        let stored = files::store(job.floor(), Source::Bytes(bytes)).await?;
        let mut tx = job.begin(&GAP_EXPORT, None).await?;
        let id = files::attach(
            &mut tx,
            &stored,
            NewFile {
                name: NAME,
                media: files::XLSX,
                permission: GAP_EXPORT.permission,
                division: None,
                section: None,
                noun: Some("export"),
                subject: Some(job.id().to_string()),
                personal: true,
            },
        )
        .await?;
        tx.about("export", job.id(), &ctx.actor().division);
        job.commit(tx, &json!({}), count, count).await?;
        Ok(json!({"file": id, "name": NAME, "rows": count}))
    }
}

const COLUMNS: [(&str, u16, Align); 12] = [
    ("类别", 12, Align::Centre),
    ("区划", 30, Align::Text),
    ("户编号", 22, Align::Text),
    ("户主姓名", 12, Align::Text),
    ("救助项目", 24, Align::Text),
    ("涉及人员", 26, Align::Text),
    ("人数", 8, Align::Integer),
    ("预计月金额", 14, Align::Amount),
    ("缺少的情况", 26, Align::Text),
    ("业务科室", 14, Align::Text),
    ("受理单位", 26, Align::Text),
    ("测算日期", 12, Align::Centre),
];

fn cells(row: &GapRow) -> Vec<String> {
    let kind = match row.kind.as_str() {
        "may_claim" => "应享未享",
        "may_leave" => "应退未退",
        _ => "待核实",
    };
    let names: Vec<&str> = row.persons.iter().map(|p| p.name.as_str()).collect();
    let office = match &row.refer_to {
        Some(other) => format!("{}（转办{other}）", row.office),
        None => row.office.clone(),
    };
    vec![
        kind.to_owned(),
        row.division.full_name.clone(),
        row.household_number.clone(),
        row.head_name.clone(),
        row.programme.zh.clone(),
        names.join("、"),
        row.persons.len().to_string(),
        row.monthly.map(|m| m.to_string()).unwrap_or_default(),
        row.missing.join("、"),
        row.section.zh.clone(),
        office,
        row.as_of.to_string(),
    ]
}

fn write(organisation: &str, rows: &[Vec<String>]) -> std::result::Result<Vec<u8>, PaperError> {
    let columns: Vec<Column> = COLUMNS
        .iter()
        .map(|(title, width, align)| Column::new(*title, *width, *align))
        .collect();
    let heading = Heading {
        title: "应享未享清单".to_owned(),
        lines: vec![
            format!("填报单位：{organisation}"),
            "按在册信息测算，不是审核决定；须入户核实后办理。".to_owned(),
        ],
        foot: vec!["制表人：　　　　　　审核人：".to_owned()],
    };
    let mut book = Book::new();
    let mut sheet = book.sheet("清单", &heading, &columns)?;
    let mut number = 1;
    for row in rows {
        if sheet.room() <= 1 {
            sheet.finish()?;
            number += 1;
            sheet = book.sheet(&format!("清单{number}"), &heading, &columns)?;
        }
        sheet.row(row)?;
    }
    let mut total = vec![String::new(); columns.len()];
    if let Some(first) = total.first_mut() {
        *first = format!("合计 {} 条", rows.len());
    }
    sheet.total(&total)?;
    sheet.finish()?;
    let mut bytes = Vec::new();
    book.write(&mut bytes)?;
    Ok(bytes)
}
