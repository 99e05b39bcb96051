//! `POST /simulations/export`: the families as a workbook, made in the background.

use async_trait::async_trait;
use paper::{Align, Book, Column, Heading, PaperError};
use platform::files::{self, NewFile, Source};
use platform::{Answer, Change, Ctx, JobCtx, JobKind, Json, Problem, Result};
use serde_json::{Value, json};

use super::families::{SimulationFamiliesRequest, SimulationFamily, named};
use super::run::{Done, simulate};
use crate::authz::{SIMULATION_EXPORT, SIMULATION_FAMILIES, SIMULATION_RUN};

const KIND: &str = "decide.simulation.export";
/// What the file is called.
const NAME: &str = "政策试算涉及家庭清单.xlsx";
/// Families whose names are fetched at a time.
const STEP: usize = 1_000;

/// Exports exactly the families that are listed.
#[utoipa::path(
    post, path = "/simulations/export", operation_id = SIMULATION_EXPORT.id, tag = "decide",
    request_body = SimulationFamiliesRequest,
    responses((status = 202, body = platform::jobs::JobView))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Json(body): Json<SimulationFamiliesRequest>,
) -> Result<Answer> {
    // What cannot be simulated is refused now and not by the job.
    let reader = ctx.query(&SIMULATION_RUN).await?;
    body.chosen(&simulate(&ctx, &reader, &body.simulation).await?)?;
    reader.finish().await?;
    let mut tx = ctx.begin(&SIMULATION_EXPORT, None).await?;
    let job = tx.enqueue(KIND, &body).await?;
    tx.record(Change::created("export", job, &ctx.actor().division, &body));
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
        let body: SimulationFamiliesRequest = job.args()?;
        let ctx = job.ctx().clone();
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut reader = ctx.query(&SIMULATION_FAMILIES).await?;
        let done = simulate(&ctx, &reader, &body.simulation).await?;
        let chosen = body.chosen(&done)?;
        for part in chosen.chunks(STEP) {
            let families = named(&ctx, &mut reader, &done, &body, part).await?;
            rows.extend(families.iter().map(cells));
        }
        reader.finish().await?;
        job.progress(rows.len() as u64, chosen.len() as u64, None)
            .await?;
        let count = rows.len() as u64;
        let lines = lines(&ctx.actor().organisation_name, &done);
        let bytes = tokio::task::spawn_blocking(move || write(lines, &rows))
            .await
            .map_err(Problem::internal)?
            .map_err(|e| Problem::internal(e.en()))?;
        let stored = files::store(job.floor(), Source::Bytes(bytes)).await?;
        let mut tx = job.begin(&SIMULATION_EXPORT, None).await?;
        let id = files::attach(
            &mut tx,
            &stored,
            NewFile {
                name: NAME,
                media: files::XLSX,
                permission: SIMULATION_EXPORT.permission,
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

const COLUMNS: [(&str, u16, Align); 9] = [
    ("变化", 12, Align::Centre),
    ("区划", 30, Align::Text),
    ("户编号", 22, Align::Text),
    ("户主姓名", 12, Align::Text),
    ("救助项目", 24, Align::Text),
    ("现享人数", 10, Align::Integer),
    ("试算人数", 10, Align::Integer),
    ("现月金额", 14, Align::Amount),
    ("试算月金额", 14, Align::Amount),
];

fn cells(row: &SimulationFamily) -> Vec<String> {
    let kind = match row.kind.as_str() {
        "enter" => "新增",
        "leave" => "退出",
        "raise" => "增加",
        "lower" => "减少",
        _ => "可能新增",
    };
    let money = |m: Option<kernel::Money>| m.map(|m| m.to_string()).unwrap_or_default();
    vec![
        kind.to_owned(),
        row.division.full_name.clone(),
        row.household_number.clone(),
        row.head_name.clone(),
        row.programme.zh.clone(),
        row.persons_before.to_string(),
        row.persons_after.to_string(),
        money(row.before),
        money(row.after),
    ]
}

/// What stands above the table: who, as of when, and what was tried out.
fn lines(organisation: &str, done: &Done) -> Vec<String> {
    let mut lines = vec![
        format!("填报单位：{organisation}　试算日期：{}", done.wanted.on),
        "按在册信息试算，不是审核决定。".to_owned(),
    ];
    if let Some(against) = &done.against {
        lines.push(format!(
            "现行第{}版，比较第{}版",
            done.release.version, against.version
        ));
    }
    lines.extend(done.changed().iter().map(|c| {
        let before = c.before.as_deref().unwrap_or("无");
        format!("{}：{before} → {} {}", c.name, c.after, c.unit)
    }));
    lines
}

fn write(lines: Vec<String>, rows: &[Vec<String>]) -> std::result::Result<Vec<u8>, PaperError> {
    let columns: Vec<Column> = COLUMNS
        .iter()
        .map(|(title, width, align)| Column::new(*title, *width, *align))
        .collect();
    let heading = Heading {
        title: "政策试算涉及家庭清单".to_owned(),
        lines,
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
