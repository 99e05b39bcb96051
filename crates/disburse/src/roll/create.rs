//! A new roll, or a draft computed again.

use kernel::{DivisionCode, DivisionLevel, Month};
use platform::db::Sql;
use platform::http::Json;
use platform::{Answer, Change, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::job::ComputeArgs;
use super::{RollAnswer, one, refused};
use crate::authz::ROLL_CREATE;
use crate::core::state::{RollAct, RollStatus};
use crate::problems;
use crate::repo;
use crate::trade;
use decide::steps::Steps;

/// Which roll.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RollRequest {
    /// Key of the programme.
    pub programme: String,
    /// The month.
    #[schema(value_type = String, example = "2022-10")]
    pub month: Month,
    /// Recompute every award from this closed month on: a standard raised for
    /// months already paid (提标补发).
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub arrears_from: Option<Month>,
}

/// The roll and the job that computes it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RollCreated {
    /// The roll.
    pub roll: RollAnswer,
    /// The job.
    pub job: Uuid,
}

/// The county whose roll it is: that of the maker's organisation.
pub(crate) fn county(ctx: &Ctx) -> Result<DivisionCode> {
    let place = ctx.actor().division;
    if place.level() == DivisionLevel::County {
        Ok(place)
    } else {
        Err(Problem::new(&problems::NOT_COUNTY))
    }
}

#[utoipa::path(post, path = "/rolls", operation_id = "disburse.roll.create", tag = "disburse",
    request_body = RollRequest, responses((status = 201, body = RollCreated),
    (status = 409, description = "disburse.roll.closed, disburse.roll.state"),
    (status = 422, description = "disburse.roll.no_parameters, disburse.roll.no_release, disburse.roll.programme")))]
pub(crate) async fn create(ctx: Ctx, Json(request): Json<RollRequest>) -> Result<Answer> {
    let mut tx = ctx.begin(&ROLL_CREATE, None).await?;
    let floor = ctx.floor().clone();
    let place = county(&ctx)?;
    let (release, rules, programme) =
        trade::open(&floor, tx.conn(), &place, &request.programme, request.month).await?;
    if !tx.scope().contains_in(&place, &programme.section) {
        return Err(Problem::new(&platform::problem::kinds::DENIED).because("section"));
    }
    let begins = rules.level().runs_from.map(Month::of);
    if begins.is_none_or(|first| request.month < first) {
        let (zh, en) = match begins {
            Some(first) => (
                format!("本地标准自{first}起录入，{}没有标准。", request.month),
                format!(
                    "The place has values from {first} on, none for {}.",
                    request.month
                ),
            ),
            None => (
                "本地政策包未声明起用月份（runs_from）。".to_owned(),
                "The pack of the place does not say from when it runs (runs_from).".to_owned(),
            ),
        };
        return Err(Problem::new(&problems::NO_PARAMETERS).detail(zh, en));
    }
    if let Some(locked) = repo::last_locked(tx.conn(), &programme.key, &place).await?
        && locked.month >= request.month
    {
        return Err(Problem::new(&problems::CLOSED).detail(
            format!("已封账至{}。", locked.month),
            format!("Closed up to {}.", locked.month),
        ));
    }
    let as_of = decide::last_seq(tx.conn()).await?;
    let now = floor.now();
    let user = ctx.actor().user;
    let id = match repo::roll_of(tx.conn(), &programme.key, request.month, &place).await? {
        Some(stored) => {
            let to = stored
                .status
                .take(RollAct::Compute)
                .map_err(|e| refused(&e))?;
            let and = Sql::with(
                ", as_of = ?, pack_release = ?, fund = ?, arrears_from = ?, prepared_by = ?, prepared_at = ?, \
                 submitted_by = null, approved_by = null, anchor = null",
                [
                    as_of.into(),
                    release.id.into(),
                    programme.fund.as_str().into(),
                    request.arrears_from.map(Month::index).into(),
                    user.into(),
                    now.into(),
                ],
            );
            repo::move_roll(tx.conn(), &stored, to, and).await?;
            let (before, after) = (
                json!({"status": stored.status.word()}),
                json!({"status": to.word(), "as_of": as_of}),
            );
            tx.record(Change::updated("roll", stored.id, &place, &before, &after));
            stored.id
        }
        None => {
            let id = floor.new_id();
            tx.conn()
                .run(Sql::with(
                    "insert into roll (id, programme, section, place, month, status, as_of, pack_release, fund, arrears_from, \
                     households, persons, lines, amount, recovery, unresolved, new, stopped, raised, lowered, moved, \
                     prepared_by, prepared_at, computed, version) \
                     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, 0, 1)",
                    [
                        id.into(),
                        programme.key.as_str().into(),
                        programme.section.as_str().into(),
                        place.as_str().into(),
                        request.month.index().into(),
                        RollStatus::Computing.word().into(),
                        as_of.into(),
                        release.id.into(),
                        programme.fund.as_str().into(),
                        request.arrears_from.map(Month::index).into(),
                        user.into(),
                        now.into(),
                    ],
                ))
                .await?;
            let after = json!({"programme": programme.key, "month": request.month, "as_of": as_of});
            tx.record(Change::created("roll", id, &place, &after));
            id
        }
    };
    let job = tx
        .enqueue("disburse.roll.compute", &ComputeArgs { roll: id })
        .await?;
    let scope = tx.scope().clone();
    let stored = repo::find_roll(tx.conn(), &scope, id).await?;
    let roll = one(&floor, tx.conn(), &scope, &stored).await?;
    tx.finish(201, &RollCreated { roll, job }).await
}
