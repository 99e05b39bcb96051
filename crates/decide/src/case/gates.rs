//! `GET /cases/four-gates`: the four that have to be complete (四个100%): verification, home
//! survey, community appraisal and publicity, counted over the applications that were decided.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use directory::{DivisionRef, division_names};
use flow::{Procedure, State, Status};
use kernel::DivisionCode;
use platform::{Ctx, Json, Problem, Query, Result, audit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Row};
use super::verification::asks_for_report;
use super::{Bureau, NOUN};
use crate::authz::CASE_GATES;

/// Cases of one period that are looked at.
const MOST: i64 = 20_000;
/// Cases that a gate names.
const NAMED: usize = 200;
/// Forms by which a step is known to be a survey or an appraisal.
const SURVEY: &str = "home_survey";
const APPRAISAL: &str = "appraisal_record";

/// Which period.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Period {
    /// First day of acceptance; the year's first where it is left out.
    from: Option<NaiveDate>,
    /// Last day; today where it is left out.
    to: Option<NaiveDate>,
    /// Key of the programme.
    programme: Option<String>,
}

/// One of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CaseGateKind)]
pub(crate) enum Kind {
    /// 家庭经济状况核对.
    Verification,
    /// 入户调查.
    Survey,
    /// 民主评议.
    Appraisal,
    /// 公开公示.
    Publicity,
}

const KINDS: [Kind; 4] = [
    Kind::Verification,
    Kind::Survey,
    Kind::Appraisal,
    Kind::Publicity,
];

/// A case that did not pass a gate.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseLeft)]
pub(crate) struct Left {
    /// The case.
    id: Uuid,
    /// Its number.
    number: Option<String>,
    /// Where.
    #[schema(value_type = Object)]
    division: DivisionRef,
    /// Key of the programme.
    programme: String,
    /// The day it was accepted.
    accepted_on: Option<NaiveDate>,
}

/// How many passed one of the four.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseGate)]
pub(crate) struct GateView {
    /// Which.
    kind: Kind,
    /// How many had to, by the procedure of their day.
    due: usize,
    /// How many did.
    done: usize,
    /// Those that did not, at most 200.
    left: Vec<Left>,
}

/// The four counters.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseGates)]
pub(crate) struct GatesAnswer {
    /// First day of acceptance.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    /// Applications accepted in the period and decided.
    decided: usize,
    /// The four.
    gates: Vec<GateView>,
}

/// Counts the four over the applications of one's area that were accepted in a period and have
/// been granted or refused; those withdrawn or ended otherwise are no decisions.
#[utoipa::path(
    get, path = "/cases/four-gates", operation_id = CASE_GATES.id, tag = "decide",
    params(Period), responses((status = 200, body = GatesAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Query(period): Query<Period>) -> Result<Json<GatesAnswer>> {
    let today = ctx.floor().today();
    let to = period.to.unwrap_or(today);
    let january = NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to);
    let from = period.from.unwrap_or(january);
    if from > to {
        return Err(Problem::invalid().field(
            "/from",
            "起始日期晚于截止日期",
            "The first day is after the last.",
        ));
    }
    let mut reader = ctx.query(&CASE_GATES).await?;
    let conn = reader.conn();
    let mut sql = store::select()
        .push(store::within(reader.scope()))
        .text(" and c.result in ('granted', 'refused', 'near_dibao') and c.accepted_on >= ")
        .bind(from)
        .text(" and c.accepted_on <= ")
        .bind(to);
    if let Some(programme) = period.programme.as_deref().filter(|p| !p.is_empty()) {
        sql = sql.text(" and c.programme = ").bind(programme);
    }
    let sql = sql.text(" order by c.accepted_on, c.id limit ").bind(MOST);
    let rows = conn.rows(sql).await?;
    let rows = rows.iter().map(store::row).collect::<Result<Vec<Row>>>()?;
    let keys: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
    let reported = verify::reported(conn, &keys).await?;
    let names = division_names(conn, rows.iter().map(|r| r.division.as_str().to_owned())).await?;
    let mut desks: BTreeMap<(Uuid, String, NaiveDate, DivisionCode), Bureau> = BTreeMap::new();
    let mut counts: BTreeMap<Kind, GateView> = KINDS.map(|kind| (kind, empty(kind))).into();
    let mut decided = 0;
    for row in &rows {
        let key = (
            row.release,
            row.procedure.clone(),
            row.ruled_on,
            row.division,
        );
        if !desks.contains_key(&key) {
            let bureau = Bureau::kept(ctx.floor(), conn, row).await?;
            desks.insert(key.clone(), bureau);
        }
        let procedure = &desks[&key].procedure;
        if !matches!(procedure.kind.as_str(), "application" | "relief") {
            continue;
        }
        decided += 1;
        let case = store::case(conn, ctx.floor().vault(), row).await?;
        let state = State::of(&case);
        for (kind, done) in passed(procedure, &state, reported.contains(&row.id)) {
            let Some(gate) = counts.get_mut(&kind) else {
                continue;
            };
            gate.due += 1;
            gate.done += usize::from(done);
            if !done && gate.left.len() < NAMED {
                gate.left.push(Left {
                    id: row.id,
                    number: row.number.clone(),
                    division: names.get(row.division.as_str()),
                    programme: row.programme.clone(),
                    accepted_on: row.accepted_on,
                });
            }
        }
    }
    let asked = json!({"from": from, "to": to, "programme": period.programme});
    let ids = keys.iter().map(Uuid::as_bytes);
    reader.listed(NOUN, &asked, keys.len() as u64, audit::digest_ids(ids));
    reader.finish().await?;
    Ok(Json(GatesAnswer {
        from,
        to,
        decided,
        gates: counts.into_values().collect(),
    }))
}

fn empty(kind: Kind) -> GateView {
    GateView {
        kind,
        due: 0,
        done: 0,
        left: Vec::new(),
    }
}

/// The gates that a case had to pass, and whether it did. A step that the procedure of the day
/// passed over, or never came to, was not due.
fn passed(procedure: &Procedure, state: &State, reported: bool) -> Vec<(Kind, bool)> {
    let opened = |s: &&flow::Step| !matches!(state.status(&s.key), Status::Ahead | Status::Passed);
    let steps: Vec<&flow::Step> = procedure.steps.iter().filter(opened).collect();
    let done = |s: &flow::Step| state.status(&s.key) == Status::Done;
    let mut found = Vec::new();
    if steps.iter().any(|s| asks_for_report(s)) {
        found.push((Kind::Verification, reported));
    }
    for (kind, form) in [(Kind::Survey, SURVEY), (Kind::Appraisal, APPRAISAL)] {
        let mut own = steps
            .iter()
            .filter(|s| s.forms.iter().any(|f| f.form == form))
            .peekable();
        if own.peek().is_some() {
            found.push((kind, own.all(|s| done(s))));
        }
    }
    let mut lists = steps.iter().filter(|s| s.publicity.is_some()).peekable();
    if lists.peek().is_some() {
        found.push((Kind::Publicity, lists.all(|s| done(s))));
    }
    found
}
