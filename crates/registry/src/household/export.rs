//! `POST /households/export`: the filtered list as a workbook, made in the background.

use std::sync::Arc;

use async_trait::async_trait;
use paper::{Align, Book, Column, Heading, PaperError};
use platform::audit::digest_ids;
use platform::files::{self, NewFile, Source};
use platform::http::Locale;
use platform::{Answer, Change, Ctx, JobCtx, JobKind, Json, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::filter::HouseholdFilter;
use super::list::{self, HouseholdRow};
use crate::authz::{HOUSEHOLD_EXPORT, HOUSEHOLD_LIST};

const KIND: &str = "registry.household.export";
/// What the file is called, Chinese and English.
const NAME: (&str, &str) = ("家庭名单.xlsx", "households.xlsx");
/// Rows that are fetched at a time.
const STEP: u64 = 1_000;

/// What to export.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub(crate) struct ExportRequest {
    #[serde(flatten)]
    filter: HouseholdFilter,
    /// Keys of columns; all when empty.
    columns: Vec<String>,
}

/// What the job is to do: the filter, and the language of the one who asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Args {
    request: ExportRequest,
    #[serde(default)]
    english: bool,
}

impl Args {
    fn locale(&self) -> Locale {
        if self.english { Locale::En } else { Locale::Zh }
    }
}

/// One of two words.
fn in_language<'a>(locale: Locale, zh: &'a str, en: &'a str) -> &'a str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

type Cell = fn(&HouseholdRow, Locale) -> String;

/// A title, Chinese and English.
type Title = (&'static str, &'static str);

const COLUMNS: [(&str, Title, u16, Align, Cell); 12] = [
    (
        "number",
        ("户编号", "Household no."),
        22,
        Align::Text,
        |r, _| r.number.clone(),
    ),
    ("head", ("户主姓名", "Head"), 12, Align::Text, |r, _| {
        r.head.name.clone()
    }),
    (
        "id_number",
        ("户主身份证号", "Head's ID number"),
        22,
        Align::Text,
        |r, _| r.head.id_number.clone().unwrap_or_default(),
    ),
    (
        "division",
        ("区划", "Division"),
        30,
        Align::Text,
        |r, _| r.division.full_name.clone(),
    ),
    ("address", ("住址", "Address"), 30, Align::Text, |r, _| {
        r.address.clone().unwrap_or_default()
    }),
    (
        "size",
        ("家庭人口", "Family members"),
        10,
        Align::Integer,
        |r, _| r.size.to_string(),
    ),
    (
        "covered",
        ("保障人口", "Covered persons"),
        10,
        Align::Integer,
        |r, _| r.covered.to_string(),
    ),
    (
        "programmes",
        ("救助项目", "Programmes"),
        28,
        Align::Text,
        |r, l| {
            r.programmes
                .iter()
                .map(|p| in_language(l, &p.zh, &p.en))
                .collect::<Vec<_>>()
                .join(in_language(l, "、", ", "))
        },
    ),
    ("class", ("类别", "Class"), 10, Align::Centre, |r, _| {
        r.programmes
            .iter()
            .filter_map(|p| p.class.as_deref())
            .collect::<Vec<_>>()
            .join("、")
    }),
    (
        "monthly_amount",
        ("月金额", "Monthly amount"),
        14,
        Align::Amount,
        |r, _| r.monthly_amount.clone().unwrap_or_default(),
    ),
    ("labels", ("标识", "Labels"), 16, Align::Text, |r, _| {
        r.labels.join("、")
    }),
    (
        "urban_rural",
        ("城乡", "Urban/rural"),
        8,
        Align::Centre,
        |r, _| r.urban_rural.clone().unwrap_or_default(),
    ),
];

/// Exports households; numbers of people stay masked.
#[utoipa::path(
    post, path = "/households/export", operation_id = HOUSEHOLD_EXPORT.id, tag = "registry",
    request_body = ExportRequest, responses((status = 202, body = platform::jobs::JobView))
)]
pub(crate) async fn handle(ctx: Ctx, Json(request): Json<ExportRequest>) -> Result<Answer> {
    if let Some(unknown) = request
        .columns
        .iter()
        .find(|c| !COLUMNS.iter().any(|k| k.0 == c.as_str()))
    {
        return Err(Problem::invalid().field(
            "/columns",
            format!("没有“{unknown}”这一列"),
            format!("There is no column “{unknown}”."),
        ));
    }
    let mut tx = ctx.begin(&HOUSEHOLD_EXPORT, None).await?;
    // A filter that cannot be read is refused now and not by the job.
    request.filter.condition(ctx.floor(), tx.scope())?;
    let args = Args {
        english: ctx.locale() == Locale::En,
        request,
    };
    let job = tx.enqueue(KIND, &args).await?;
    tx.record(Change::created(
        "export",
        job,
        &ctx.actor().division,
        &args.request.filter.masked(),
    ));
    let view = platform::jobs::find(tx.conn(), job)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.finish(202, &view).await
}

/// The job.
pub(crate) fn job() -> Arc<dyn JobKind> {
    Arc::new(Export)
}

struct Export;

#[async_trait]
impl JobKind for Export {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let (locale, request) = (args.locale(), &args.request);
        let name = in_language(locale, NAME.0, NAME.1);
        let chosen: Vec<usize> = (0..COLUMNS.len())
            .filter(|i| {
                request.columns.is_empty() || request.columns.iter().any(|c| c == COLUMNS[*i].0)
            })
            .collect();
        let folder = job.floor().data().join("tmp");
        std::fs::create_dir_all(&folder)?;
        let plain = tempfile::NamedTempFile::new_in(&folder)?;
        let (rows, taken) = std::sync::mpsc::sync_channel::<Vec<String>>(2_000);
        let file = plain.reopen()?;
        let title = job.ctx().actor().organisation_name.clone();
        let columns = chosen.clone();
        let writing =
            tokio::task::spawn_blocking(move || write(&title, locale, &columns, taken, file));
        let count = feed(job, &args, &chosen, rows).await?;
        writing
            .await
            .map_err(Problem::internal)?
            .map_err(|e| Problem::internal(e.en()))?;
        let stored = files::store(job.floor(), Source::Path(plain.path().to_owned())).await?;
        let ctx = job.ctx().clone();
        let mut tx = job.begin(&HOUSEHOLD_EXPORT, None).await?;
        let division = ctx.actor().division;
        let id = files::attach(
            &mut tx,
            &stored,
            NewFile {
                name,
                media: files::XLSX,
                permission: HOUSEHOLD_EXPORT.permission,
                division: None,
                section: None,
                noun: Some("export"),
                subject: Some(job.id().to_string()),
                personal: true,
            },
        )
        .await?;
        tx.about("export", job.id(), &division);
        job.commit(tx, &json!({}), count, count).await?;
        Ok(json!({"file": id, "name": name, "rows": count}))
    }
}

/// Hands row after row to the writer; answers how many. What was shown goes to the access log.
async fn feed(
    job: &mut JobCtx,
    args: &Args,
    chosen: &[usize],
    rows: std::sync::mpsc::SyncSender<Vec<String>>,
) -> Result<u64> {
    let (locale, request) = (args.locale(), &args.request);
    let ctx: Ctx = job.ctx().clone();
    let floor = ctx.floor().clone();
    let mut after: Option<(String, Uuid)> = None;
    let mut count = 0;
    let mut ids: Vec<Vec<u8>> = Vec::new();
    loop {
        job.check()?;
        let mut reader = ctx.query(&HOUSEHOLD_LIST).await?;
        let condition = request.filter.condition(&floor, reader.scope())?;
        let from = after.as_ref().map(|(d, id)| (d.as_str(), *id));
        let found = list::rows(&floor, reader.conn(), condition, from, STEP, 0).await?;
        ids.extend(found.iter().map(|r| r.id.as_bytes().to_vec()));
        count += found.len() as u64;
        let last = found.len() < STEP as usize;
        after = found.last().map(|r| (r.division.code.clone(), r.id));
        for row in &found {
            let cells = chosen.iter().map(|i| COLUMNS[*i].4(row, locale)).collect();
            let mut waiting = Some(cells);
            while let Some(cells) = waiting.take() {
                match rows.try_send(cells) {
                    Ok(()) => {}
                    Err(std::sync::mpsc::TrySendError::Full(cells)) => {
                        waiting = Some(cells);
                        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                    }
                    // The writer has stopped; its error is told when it is joined.
                    Err(std::sync::mpsc::TrySendError::Disconnected(_)) => return Ok(count),
                }
            }
        }
        let digest = digest_ids(std::mem::take(&mut ids));
        reader.listed(
            "household",
            &request.filter.masked(),
            found.len() as u64,
            digest,
        );
        reader.finish().await?;
        job.progress(count, 0, None).await?;
        if last {
            return Ok(count);
        }
    }
}

fn write(
    organisation: &str,
    locale: Locale,
    chosen: &[usize],
    rows: std::sync::mpsc::Receiver<Vec<String>>,
    file: std::fs::File,
) -> std::result::Result<(), PaperError> {
    let word = |zh, en| in_language(locale, zh, en);
    let columns: Vec<Column> = chosen
        .iter()
        .map(|i| {
            let (_, (zh, en), width, align, _) = COLUMNS[*i];
            Column::new(word(zh, en), width, align)
        })
        .collect();
    let heading = Heading {
        title: word("家庭名单", "List of households").to_owned(),
        lines: vec![format!(
            "{}{organisation}",
            word("填报单位：", "Prepared by: ")
        )],
        foot: vec![
            word(
                "制表人：　　　　　　审核人：",
                "Made by:                 Checked by:",
            )
            .to_owned(),
        ],
    };
    let tab = word("家庭", "Households");
    let mut book = Book::new();
    let mut sheet = book.sheet(tab, &heading, &columns)?;
    let mut number = 1;
    let mut households = 0_u64;
    while let Ok(row) = rows.recv() {
        if sheet.room() <= 1 {
            sheet.finish()?;
            number += 1;
            sheet = book.sheet(&format!("{tab}{number}"), &heading, &columns)?;
        }
        sheet.row(&row)?;
        households += 1;
    }
    let mut total = vec![String::new(); columns.len()];
    if let Some(first) = total.first_mut() {
        *first = match locale {
            Locale::Zh => format!("合计 {households} 户"),
            Locale::En => format!("Total {households} households"),
        };
    }
    sheet.total(&total)?;
    sheet.finish()?;
    book.write(std::io::BufWriter::new(file))
}
