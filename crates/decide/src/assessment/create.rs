//! `POST /households/{id}/assessments`: assess a household now.

use chrono::NaiveDate;
use kernel::{DivisionCode, Money};
use pack::assess::{Assess, DueKind, Refusal, Shelf, Whole};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, Kept, Row};
use super::{NOUN, answer, lines};
use crate::authz::ASSESSMENT_CREATE;
use crate::problems::{ASSESS_FACTS, NO_RELEASE};

/// As of which day.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = AssessmentRequest)]
pub(crate) struct Request {
    /// The day whose facts, rules and standards count; today where left out.
    as_of: Option<NaiveDate>,
}

/// Assesses a household for every programme of its place, by the facts on record and what it
/// holds, and keeps the assessment. It decides nothing.
#[utoipa::path(
    post, path = "/households/{id}/assessments", operation_id = ASSESSMENT_CREATE.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = Request,
    responses((status = 201, body = answer::AssessmentAnswer),
        (status = 422, description = "decide.assessment.facts"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Request>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&ASSESSMENT_CREATE, None).await?;
    let (row, kept) = create(&mut tx, &ctx, id, body).await?;
    let shown = answer::whole(&ctx, tx.conn(), &row, kept).await?;
    tx.finish(201, &shown).await
}

async fn create(tx: &mut Tx, ctx: &Ctx, id: Uuid, body: Request) -> Result<(Row, Kept)> {
    let today = ctx.floor().today();
    let day = body.as_of.unwrap_or(today);
    if day > today {
        return Err(Problem::invalid().field(
            "/as_of",
            "日期不能晚于今天：以后的事实还没有",
            "The day must not lie ahead: its facts are not known yet.",
        ));
    }
    let family = registry::family(tx.conn(), id, day)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    tx.require(&division)?;
    if family.members.is_empty() {
        return Err(Problem::invalid().field(
            "/as_of",
            "该户在这一天没有成员",
            "The household had no members on that day.",
        ));
    }
    let release = policy::release_on(ctx.floor(), tx.conn(), day)
        .await?
        .ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let found = lines::lines(tx.conn(), &release.pack, std::slice::from_ref(&family), day).await?;
    let line = found.into_iter().next().ok_or_else(Problem::not_found)?;
    let work = Assess {
        pack: release.pack,
        place: division,
        on: day,
        programmes: Vec::new(),
        explain: true,
    };
    let text = line.text;
    // Compiling a place's rules the first time takes a moment.
    let (kept, whole) = tokio::task::spawn_blocking(move || {
        let shelf = Shelf::default();
        let whole = work.whole(&shelf, text.as_bytes())?;
        Ok((work.keep(&shelf, &text), whole))
    })
    .await
    .map_err(Problem::internal)?
    .map_err(|no| refused(&no))?;
    let relation = |person: &Uuid| {
        let member = family.members.iter().find(|m| m.person == *person);
        member.map(|m| m.relation.clone()).unwrap_or_default()
    };
    let row = Row {
        id: ctx.floor().new_id(),
        household: id,
        division,
        as_of: day,
        release: release.id,
        meaning: i32::try_from(formula::MEANING).map_err(Problem::internal)?,
        made_by: ctx.actor().user,
        made_at: ctx.floor().now(),
        qualifies: programmes(&whole, "符合"),
        unknown: programmes(&whole, "未知"),
        claims: count(whole.due.iter().filter(|d| d.kind == DueKind::MayClaim)),
        monthly: monthly(&whole),
    };
    let people = line.people.iter().map(|p| (*p, relation(p))).collect();
    let kept = Kept {
        line: kept,
        whole,
        people,
    };
    store::insert(tx, &row, &kept).await?;
    let after = store::recorded(tx.conn(), row.id).await?;
    tx.record(Change::created(NOUN, row.id, &division, &after));
    Ok((row, kept))
}

/// What is wrong with the facts on record, field by field; the clerk mends them in the file.
pub(crate) fn refused(no: &Refusal) -> Problem {
    let pointer = no.place.as_deref().unwrap_or("户");
    Problem::new(&ASSESS_FACTS)
        .field(format!("/facts/{pointer}"), no.zh.clone(), no.en.clone())
        .because(no.code)
}

fn count<T>(all: impl Iterator<Item = T>) -> i32 {
    i32::try_from(all.count()).unwrap_or(i32::MAX)
}

/// For how many programmes this came out, for whomever.
fn programmes(whole: &Whole, verdict: &str) -> i32 {
    let mut keys: Vec<&str> = whole
        .results
        .iter()
        .filter(|r| r.verdict == verdict)
        .map(|r| r.programme.as_str())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    count(keys.iter())
}

fn monthly(whole: &Whole) -> Option<Money> {
    let mut sums = whole.results.iter().filter_map(|r| r.monthly).peekable();
    sums.peek()?;
    Some(sums.sum())
}
