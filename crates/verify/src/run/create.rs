//! `POST /verification-runs`: a place or one family is looked for.

use std::sync::Arc;

use pack::model::Purpose;
use platform::{Answer, Ctx, Json, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::compare::{Answers, Comparing};
use super::store::{self, NewRun, Pinned, Run, Subjects};
use super::work::Totals;
use crate::authz::{RUN_CREATE, RUN_GET};
use crate::finding::settle;
use crate::problems::PURPOSE;
use crate::words;

/// Who is looked for, and for what.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewVerificationRun {
    /// `supervision`: people in benefit; `discovery`: people in none.
    purpose: String,
    /// The place; the actor's own where not said.
    #[serde(default)]
    division: Option<String>,
    /// One household; answered at once.
    #[serde(default)]
    household: Option<Uuid>,
    /// Why.
    #[serde(default)]
    reason: Option<String>,
}

/// Starts a run: one family is answered at once, a place by a job.
#[utoipa::path(
    post, path = "/verification-runs", operation_id = RUN_CREATE.id, tag = "verify",
    request_body = NewVerificationRun,
    responses((status = 201, body = Run), (status = 202, body = Run))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewVerificationRun>) -> Result<Answer> {
    let purpose = open_purpose(&given.purpose)?;
    let reason = given.reason.filter(|r| !r.trim().is_empty());
    if reason.as_ref().is_some_and(|r| r.chars().count() > 500) {
        return Err(Problem::invalid().field("/reason", "不超过500字", "At most 500 characters."));
    }
    match given.household {
        Some(household) => one(&ctx, purpose, household, reason).await,
        None => {
            let place = match given.division.as_deref().filter(|c| !c.trim().is_empty()) {
                Some(code) => words::place(code)?,
                None => ctx.actor().division,
            };
            let mut tx = ctx.begin(&RUN_CREATE, None).await?;
            tx.require(&place)?;
            let new = NewRun {
                purpose,
                place,
                subjects: subjects(purpose),
                reason,
            };
            let id = store::start(&mut tx, new).await?;
            finish(tx, id, 202).await
        }
    }
}

/// The purposes that may be asked for without a case: a case's family is looked for by its own
/// case, with the consent of those concerned.
fn open_purpose(word: &str) -> Result<Purpose> {
    match words::purpose(word)? {
        purpose @ (Purpose::Supervision | Purpose::Discovery) => Ok(purpose),
        Purpose::Verification => Err(Problem::new(&PURPOSE).field(
            "/purpose",
            "申请核对须从个案发起，并取得被核对人授权",
            "An application is verified from its case, with the consent of those concerned.",
        )),
        Purpose::Alignment => Err(Problem::new(&PURPOSE).field(
            "/purpose",
            "两份名单的比对在监督中发起",
            "Two lists are laid beside each other in supervision.",
        )),
    }
}

fn subjects(purpose: Purpose) -> Subjects {
    if purpose == Purpose::Discovery {
        Subjects::NotInBenefit
    } else {
        Subjects::InBenefit
    }
}

async fn finish(tx: Tx, id: Uuid, status: u16) -> Result<Answer> {
    let ctx = tx.ctx().clone();
    let row = store::find(&ctx, tx.conn(), tx.scope(), id).await?;
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let view = store::views(tx.conn(), &pack, vec![row]).await?.pop();
    tx.finish(status, &view.ok_or_else(Problem::not_found)?)
        .await
}

/// One family, at once.
async fn one(
    ctx: &Ctx,
    purpose: Purpose,
    household: Uuid,
    reason: Option<String>,
) -> Result<Answer> {
    let today = ctx.floor().today();
    let mut reader = ctx.query(&RUN_GET).await?;
    let family = registry::family(reader.conn(), household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let place = words::place(&family.division)?;
    reader.require(&place)?;
    let in_benefit = registry::in_benefit(reader.conn(), household).await?;
    if in_benefit == (purpose == Purpose::Discovery) {
        return Err(wrong_list(in_benefit));
    }
    let release = words::release(ctx.floor(), reader.conn()).await?.id;
    let comparing = Comparing::open(ctx.floor(), reader.conn(), &place, purpose, today).await?;
    let members = family.members.iter().map(|m| m.person);
    let persons = registry::persons(reader.conn(), ctx.floor().vault(), members).await?;
    reader.opened("household", household, &place);
    reader.finish().await?;
    let count = family.members.len() as u64;
    let held: Vec<Pinned> = comparing.held().map(Pinned::of).collect();
    let asked = Arc::new(comparing).ask(vec![family], persons).await?;
    let new = NewRun {
        purpose,
        place,
        subjects: Subjects::Listed(vec![household]),
        reason,
    };
    let mut tx = ctx.begin(&RUN_CREATE, None).await?;
    let id = store::insert(&mut tx, &new, release, &held).await?;
    keep(&mut tx, id, household, count, &asked).await?;
    finish(tx, id, 201).await
}

async fn keep(tx: &mut Tx, id: Uuid, household: Uuid, persons: u64, asked: &Answers) -> Result<()> {
    let ctx = tx.ctx().clone();
    let run = store::find(&ctx, tx.conn(), tx.scope(), id).await?;
    let sql = Sql::with(
        "insert into verify_run_household (run, household, division) values (?, ?, ?)",
        [id.into(), household.into(), run.division.as_str().into()],
    );
    tx.conn().run(sql).await?;
    let changed = settle::settle(tx, &run, &[household], asked).await?;
    let totals = Totals {
        households: 1,
        persons,
        fresh: changed.fresh,
        known: changed.known,
        gone: changed.gone,
    };
    let mut unanswered = std::collections::BTreeMap::new();
    for one in &asked.unanswered {
        *unanswered.entry(one.check.clone()).or_default() += 1;
    }
    settle::tell(tx, &run, &totals, &unanswered, Some("done")).await
}

fn wrong_list(in_benefit: bool) -> Problem {
    let problem = Problem::new(&PURPOSE);
    if in_benefit {
        problem.field(
            "/purpose",
            "该户正在享受待遇，主动发现只查未享受的家庭",
            "The household is in benefit; discovery looks for those who are not.",
        )
    } else {
        problem.field(
            "/purpose",
            "该户未享受待遇，在享核查只查正在享受的家庭",
            "The household is in no benefit; supervision looks for those who are.",
        )
    }
}
