//! `GET /findings.csv`: exactly what the filter shows.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use platform::{Ctx, Locale, Problem, Query, Result, files};

use super::list::{FindingFilter, ORDER};
use super::store::{self, FindingStatus, NOUN};
use crate::authz::RESULT_EXPORT;
use crate::delivery::rejects::cell;
use crate::words;

/// As many as a spreadsheet takes without complaint; more are exported by township.
const MOST: u64 = 100_000;
/// Rows that are read at once.
const PART: u64 = 500;

/// Findings as a .csv that a spreadsheet opens, one entry of the access log for all.
#[utoipa::path(
    get, path = "/findings.csv", operation_id = RESULT_EXPORT.id, tag = "verify",
    params(FindingFilter), responses((status = 200, content_type = "text/csv"))
)]
pub(crate) async fn handle(ctx: Ctx, Query(filter): Query<FindingFilter>) -> Result<Response> {
    let mut reader = ctx.query(&RESULT_EXPORT).await?;
    let condition = filter.condition(&reader)?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let english = ctx.locale() == Locale::En;
    let mut text = String::from("\u{feff}");
    text.push_str(if english {
        "household,name,place,check,severity,finding,clause,day of the source,state,change,note\r\n"
    } else {
        "户编号,姓名,所在地,规则,程度,结果,依据,数据日期,核实情况,变化,说明\r\n"
    });
    let mut ids = Vec::new();
    while (ids.len() as u64) < MOST {
        let part = condition
            .clone()
            .text(ORDER)
            .bind(PART)
            .text(" offset ")
            .bind(ids.len() as u64);
        let rows = store::rows(ctx.floor(), reader.conn(), filter.run, part).await?;
        if rows.is_empty() {
            break;
        }
        ids.extend(rows.iter().map(|r| r.id));
        for one in store::views(&ctx, reader.conn(), &pack, rows, false).await? {
            line(&mut text, &one, english);
        }
    }
    let digest = platform::audit::digest_ids(ids.iter());
    reader.listed(NOUN, &filter, ids.len() as u64, digest);
    reader.finish().await?;
    let name = if english {
        "findings.csv"
    } else {
        "比对结果.csv"
    };
    Response::builder()
        .header(header::CONTENT_TYPE, files::CSV)
        .header(header::CONTENT_DISPOSITION, files::disposition(name))
        .body(Body::from(text))
        .map_err(Problem::internal)
}

fn line(text: &mut String, one: &store::Finding, english: bool) {
    let pick = |zh: &str, en: &str| {
        if english {
            en.to_owned()
        } else {
            zh.to_owned()
        }
    };
    let severity = match one.severity.as_str() {
        "high" => pick("高", "high"),
        "medium" => pick("中", "medium"),
        _ => pick("低", "low"),
    };
    let status = match one.status {
        FindingStatus::Open => pick("待核实", "open"),
        FindingStatus::Confirmed => pick("属实", "confirmed"),
        FindingStatus::Cleared => pick("排除", "cleared"),
        FindingStatus::Objected => pick("有异议", "objected"),
    };
    let change = match one.change.as_str() {
        "new" => pick("新增", "new"),
        "known" => pick("原有", "known"),
        _ => pick("消失", "gone"),
    };
    let as_of = one.as_of.map(|d| d.to_string()).unwrap_or_default();
    let cells = [
        one.household_number.clone(),
        one.name.clone(),
        one.division.name.clone(),
        pick(&one.check.zh, &one.check.en),
        severity,
        pick(&one.zh, &one.en),
        one.cite.clone(),
        as_of,
        status,
        change,
        one.note.clone().unwrap_or_default(),
    ];
    let cells: Vec<String> = cells.iter().map(|c| cell(c)).collect();
    let _ = write!(text, "{}\r\n", cells.join(","));
}
