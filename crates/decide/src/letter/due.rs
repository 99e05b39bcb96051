//! `GET /letters`: the letters that fell due in a month, made or not.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc};
use directory::{DivisionRef, division_names};
use flow::What;
use kernel::Month;
use platform::{Ctx, Json, Problem, Query, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::letters;
use crate::authz::LETTER_DUE;
use crate::case::{Bureau, NOUN, store};

/// So many cases are looked through at once.
const MOST: usize = 500;

/// Which letters.
#[derive(Debug, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct DueQuery {
    /// The month in which they fell due, `2026-11`; the present one where it is left out.
    month: Option<String>,
    /// Key of the document; all where it is left out.
    document: Option<String>,
    /// Cut down to a division.
    division: Option<String>,
}

/// A letter that fell due.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DueLetter)]
pub(crate) struct DueView {
    /// The case.
    case: Uuid,
    /// Its receipt number.
    case_number: Option<String>,
    /// The applicant.
    applicant: String,
    /// Where.
    #[schema(value_type = Object)]
    division: DivisionRef,
    /// Key of the document.
    document: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// Since when it is due.
    due: DateTime<Utc>,
    /// The letter; none where it was not made yet.
    letter: Option<Uuid>,
    /// Its number.
    number: Option<String>,
    /// How many copies were printed.
    copies: usize,
}

/// The letters that fell due.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DueLetters)]
pub(crate) struct DueList {
    /// By place, then by case.
    items: Vec<DueView>,
    /// There were more cases than are looked through at once: narrow the place.
    more: bool,
}

/// Lists the letters that cases of one's area made due in a month, so that they can be printed
/// together.
#[utoipa::path(
    get, path = "/letters", operation_id = LETTER_DUE.id, tag = "decide",
    params(DueQuery), responses((status = 200, body = DueList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<DueQuery>) -> Result<Json<DueList>> {
    let mut reader = ctx.query(&LETTER_DUE).await?;
    let present = ctx.floor().today().format("%Y-%m").to_string();
    let (from, to) = span(asked.month.as_deref().unwrap_or(&present))?;
    let scope = crate::narrow(reader.scope(), asked.division.as_deref())?;
    let conn = reader.conn();
    let vault = ctx.floor().vault();
    let sql = store::select()
        .push(store::within(&scope))
        .text(" and c.id in (select e.case_id from case_event e where e.at >= ")
        .bind(from)
        .text(" and e.at < ")
        .bind(to)
        .text(") order by c.division, c.number, c.id limit ")
        .bind(i64::try_from(MOST + 1).unwrap_or(i64::MAX));
    let found = conn.rows(sql).await?;
    let mut items = Vec::new();
    for row in found.iter().take(MOST) {
        let row = store::row(row)?;
        let case = store::case(conn, vault, &row).await?;
        let due = case.events.iter().filter(|e| e.at >= from && e.at < to);
        let mut due: Vec<_> = due
            .filter_map(|e| match &e.what {
                What::Document { document } => Some((document.clone(), e.at)),
                _ => None,
            })
            .filter(|(key, _)| asked.document.as_ref().is_none_or(|d| d == key))
            .collect();
        // What fell due twice is one letter to print.
        due.reverse();
        due.sort_by(|a, b| a.0.cmp(&b.0));
        due.dedup_by(|a, b| a.0 == b.0);
        if due.is_empty() {
            continue;
        }
        let bureau = Bureau::kept(ctx.floor(), conn, &row).await?;
        let made = letters(conn, vault, row.id).await?;
        let people = registry::persons(conn, vault, [row.applicant]).await?;
        let name = people.get(&row.applicant).map(|p| p.name.clone());
        let names = division_names(conn, [row.division.as_str().to_owned()]).await?;
        for (document, at) in due {
            // Not every document of a procedure is a letter: some are forms of the case itself.
            let Some(text) = bureau.pack.template(&document, &row.division) else {
                continue;
            };
            let letter = made.iter().rev().find(|l| l.document == document);
            let copies = match letter {
                Some(letter) => super::copies(conn, letter.id).await?.len(),
                None => 0,
            };
            items.push(DueView {
                case: row.id,
                case_number: row.number.clone(),
                applicant: name.clone().unwrap_or_default(),
                division: names.get(row.division.as_str()),
                zh: text.label.zh.clone(),
                en: text.label.en.clone(),
                document,
                due: at,
                letter: letter.map(|l| l.id),
                number: letter.map(|l| l.number.clone()),
                copies,
            });
        }
    }
    let ids: Vec<u8> = items.iter().flat_map(|i| i.case.into_bytes()).collect();
    let digest = platform::hash::sm3(&[&ids]);
    reader.listed(NOUN, &json!({"letters": asked}), items.len() as u64, digest);
    reader.finish().await?;
    let more = found.len() > MOST;
    Ok(Json(DueList { items, more }))
}

/// The instants between which a month lies at the office.
fn span(month: &str) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    let wrong = || {
        Problem::invalid().field(
            "/month",
            "月份请写成 2026-11 的样子",
            "Write the month as in 2026-11.",
        )
    };
    let first: NaiveDate = format!("{month}-01").parse().map_err(|_| wrong())?;
    if !(1990..2200).contains(&first.year()) {
        return Err(wrong());
    }
    let next = Month::of(first).next().first_day();
    let start = |day: NaiveDate| {
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        Utc.from_utc_datetime(&(midnight - chrono::Duration::hours(8)))
    };
    Ok((start(first), start(next)))
}
