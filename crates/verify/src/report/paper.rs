//! `GET /verification/reports/{id}/paper`: the report for the printer or for Word, from the
//! pack's template.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use paper::{Setting, Values};
use platform::{Ctx, Path, Problem, Query, Result, files};
use serde::Deserialize;
use uuid::Uuid;

use super::get::{BlockView, ReportView, view};
use super::{LineView, NOUN, find};
use crate::authz::REPORT_PRINT;
use crate::problems::NO_LAYOUT;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The template's key.
const TEMPLATE: &str = "verification_report";

/// How it is wanted.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// html or docx; html where it is left out.
    format: Option<String>,
    /// Large print.
    #[serde(default)]
    large: bool,
}

/// Prints a report. Numbers are masked as everywhere; each copy is an entry in the access log.
#[utoipa::path(
    get, path = "/verification/reports/{id}/paper", operation_id = REPORT_PRINT.id, tag = "verify",
    params(("id" = Uuid, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(how): Query<How>,
) -> Result<Response> {
    let mut reader = ctx.query(&REPORT_PRINT).await?;
    let row = find(&ctx, reader.conn(), reader.scope(), id).await?;
    let (report, bench) = view(ctx.floor(), reader.conn(), row).await?;
    let place = report.request.place()?;
    let template = bench.pack.template(TEMPLATE, &place);
    let template = template.ok_or_else(|| Problem::new(&NO_LAYOUT).because(TEMPLATE))?;
    let values = values(&ctx, &report);
    let letter = registry::letters::compose(template, &[values])
        .map_err(|e| Problem::new(&NO_LAYOUT).because(e))?;
    let setting = Setting { large: how.large };
    let title = format!("{} {}", template.label.zh, report.request.number);
    let (bytes, media, ending) = if how.format.as_deref() == Some("docx") {
        let bytes = letter.docx(setting).map_err(Problem::internal)?;
        (bytes, DOCX, "docx")
    } else {
        let page = letter.html(&title, setting);
        (page.into_bytes(), "text/html; charset=utf-8", "html")
    };
    reader.opened(NOUN, id, &place);
    reader.finish().await?;
    Response::builder()
        .header(header::CONTENT_TYPE, media)
        .header(
            header::CONTENT_DISPOSITION,
            files::disposition(&format!("{title}.{ending}")),
        )
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}

type Cells = BTreeMap<String, String>;

fn cells<const N: usize>(pairs: [(&str, String); N]) -> Cells {
    let pairs = pairs.into_iter();
    pairs.map(|(name, text)| (name.to_owned(), text)).collect()
}

fn values(ctx: &Ctx, report: &ReportView) -> Values {
    let mut values = Values::new();
    values.set("核对编号", report.request.number.clone());
    values.set("报告编号", report.number.clone());
    values.set("报告日期", date(report.reported_on));
    values.set("申请救助类型", report.programme_zh.clone());
    values.set("用途", report.request.purpose.zh().to_owned());
    let without = match report.request.without_number {
        0 => String::new(),
        n => format!("；另有{n}人没有证件号码，未核对"),
    };
    let persons = report.people.len();
    values.set("户数人数", format!("共核对{persons}人{without}。"));
    let answered = report.blocks.iter().filter(|b| b.answered).count();
    let found = report.blocks.iter().filter(|b| b.found).count();
    let silent = report.blocks.len() - answered;
    values.set(
        "检出概况",
        format!("反馈{answered}类信息，其中{found}类有检出；{silent}类没有反馈。"),
    );
    values.set("办理单位", ctx.actor().organisation_name.clone());
    values.set("日期", date(ctx.floor().today()));
    let people = report.people.iter().map(|p| {
        cells([
            ("成员姓名", p.name.clone()),
            ("成员证件", p.id_number.clone()),
            ("成员身份", p.capacity.zh().to_owned()),
            ("成员检出", p.found.to_string()),
        ])
    });
    values.rows("成员", people.collect::<Vec<_>>());
    let rows = report.blocks.iter().flat_map(|b| block(report, b));
    values.rows("核对项目", rows.collect::<Vec<_>>());
    values
}

fn date(day: chrono::NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

fn block(report: &ReportView, block: &BlockView) -> Vec<Cells> {
    let row = |said: &str, line: Option<&LineView>| {
        let name = line.and_then(|l| report.people.iter().find(|p| p.person == l.person));
        cells([
            ("信息类别", block.zh.clone()),
            ("检出情况", said.to_owned()),
            ("检出对象", name.map(|p| p.name.clone()).unwrap_or_default()),
            (
                "检出明细",
                line.map(|l| l.details.clone()).unwrap_or_default(),
            ),
            ("复核情况", line.map(became).unwrap_or_default()),
        ])
    };
    let found = block.lines.iter().filter(|l| l.found);
    let found: Vec<Cells> = found.map(|l| row("有检出", Some(l))).collect();
    if !found.is_empty() {
        return found;
    }
    vec![row(
        if block.answered {
            "无检出"
        } else {
            "未反馈"
        },
        None,
    )]
}

/// What became of a finding.
fn became(line: &LineView) -> String {
    let outcome = line.outcome.as_deref();
    match outcome {
        Some(why) => format!("{}：{why}", line.state.zh()),
        None => line.state.zh().to_owned(),
    }
}
