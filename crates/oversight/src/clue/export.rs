//! `GET /clues/export`: the clues of a filter as a file for whoever looks into them, with empty
//! columns for the answer. The same file is read back.

use axum::response::Response;
use directory::division_names;
use paper::{Align, Column, CsvWriter, Encoding};
use platform::audit::digest_ids;
use platform::{Ctx, Problem, Query, Result, files};
use serde::Deserialize;

use super::store::{self, ClueFilter};
use crate::authz::CLUE_EXPORT;
use crate::{form, words};

/// Rows of one file.
const MOST: u64 = 50_000;
/// Rows that are fetched at a time.
const STEP: u64 = 2_000;

/// The format of a file.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct FormatQuery {
    /// xlsx (the default) or csv.
    format: Option<String>,
}

/// Titles of the columns; the keys are those of [`super::take::WANTED`].
const COLUMNS: [(&str, u16, Align); 13] = [
    ("线索编号", 22, Align::Text),
    ("姓名", 10, Align::Text),
    ("身份证号", 22, Align::Text),
    ("区划", 26, Align::Text),
    ("问题类型", 18, Align::Text),
    ("核查规则", 16, Align::Text),
    ("线索说明", 44, Align::Text),
    ("来源部门", 18, Align::Text),
    ("数据日期", 12, Align::Centre),
    ("办理期限", 12, Align::Centre),
    ("核查结果", 12, Align::Centre),
    ("结论", 20, Align::Text),
    ("理由", 40, Align::Text),
];

/// Exports clues with their identity numbers: the other office must know who is meant.
#[utoipa::path(get, path = "/clues/export", operation_id = CLUE_EXPORT.id, tag = "oversight",
    params(ClueFilter, FormatQuery), responses((status = 200, content_type = "application/octet-stream")))]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<ClueFilter>,
    Query(format): Query<FormatQuery>,
) -> Result<Response> {
    let csv = match format.format.as_deref().unwrap_or("xlsx") {
        "" | "xlsx" => false,
        "csv" => true,
        _ => {
            return Err(Problem::invalid().field(
                "/format",
                "格式应为 xlsx 或 csv",
                "The format is xlsx or csv.",
            ));
        }
    };
    let mut reader = ctx.query(&CLUE_EXPORT).await?;
    let floor = ctx.floor().clone();
    let condition = filter.condition(reader.scope(), floor.today(), ctx.actor().user)?;
    let pack = words::pack(&floor, reader.conn()).await?;
    let (mut rows, mut ids) = (Vec::new(), Vec::new());
    let mut after: Option<String> = None;
    loop {
        let part = store::page(reader.conn(), condition.clone(), after.as_deref(), STEP, 0).await?;
        let Some(last) = part.last() else { break };
        after = Some(last.number.clone());
        let places = division_names(reader.conn(), part.iter().map(|c| c.division.clone())).await?;
        for clue in &part {
            let place = crate::place(&clue.division)?;
            let conclusion = match (&clue.answer, &clue.answer_key) {
                (Some(answer), Some(key)) => words::shown(&pack, &place, answer, key).zh,
                _ => String::new(),
            };
            let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |d| d.to_string());
            ids.push(clue.id.as_bytes().to_vec());
            rows.push(vec![
                clue.number.clone(),
                clue.name.clone(),
                clue.number_of(&floor)?.unwrap_or_default(),
                places.get(&clue.division).full_name,
                words::kind(&pack, &place, &clue.kind).zh,
                words::check(&pack, &clue.check).zh,
                clue.zh.clone(),
                clue.department.clone(),
                day(clue.as_of),
                day(clue.due),
                said(clue.answer.as_deref()).to_owned(),
                conclusion,
                clue.reason.clone().unwrap_or_default(),
            ]);
        }
        if rows.len() as u64 > MOST {
            return Err(Problem::invalid().detail(
                format!("一个文件最多{MOST}条，请按地区或类型分批导出。"),
                format!("A file holds at most {MOST} clues; export them by area or kind."),
            ));
        }
    }
    reader.listed("clue", &filter.masked(), rows.len() as u64, digest_ids(ids));
    reader.finish().await?;
    let total = vec!["合计".to_owned(), format!("共{}条", rows.len())];
    if csv {
        let failed = |e: paper::PaperError| Problem::internal(e.en());
        let mut out = CsvWriter::new(Vec::new(), Encoding::Utf8).map_err(failed)?;
        out.row(COLUMNS.iter().map(|c| c.0)).map_err(failed)?;
        for row in rows.iter().chain(std::iter::once(&total)) {
            out.row(row).map_err(failed)?;
        }
        let bytes = out.finish().map_err(failed)?;
        return form::download(bytes, files::CSV, "监督线索.csv");
    }
    let columns: Vec<Column> = COLUMNS
        .iter()
        .map(|(title, width, align)| Column::new(*title, *width, *align))
        .collect();
    let lines = vec![
        format!("填报单位：{}", ctx.actor().organisation_name),
        "请填写“核查结果”（查是或查否）、“结论”和“理由”，其余各列不要改动。".to_owned(),
    ];
    let bytes = form::workbook("监督线索核查表", lines, &columns, &rows, Some(total))?;
    form::download(bytes, files::XLSX, "监督线索.xlsx")
}

fn said(answer: Option<&str>) -> &'static str {
    match answer {
        Some("yes") => "查是",
        Some("no") => "查否",
        _ => "",
    }
}
