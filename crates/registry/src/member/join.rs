//! `POST /households/{id}/members`.

use chrono::NaiveDate;
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Tx};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::entered::{Entered, NewMember};
use super::leave::is_head;
use super::{begin, known};
use crate::authz::MEMBER_JOIN;
use crate::catalogue;
use crate::household::changed::{Changed, reason_of};
use crate::household::held::Held;
use crate::problems::CLOSED;

/// Somebody who joins a household.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MemberJoins)]
pub(crate) struct Joins {
    /// Who.
    #[schema(value_type = NewMember)]
    member: NewMember,
    /// The first day as a member.
    from: NaiveDate,
    /// Why: 出生, 婚迁, 户籍迁入, 共同生活 or in other words.
    reason: String,
    /// The person leaves the household where he or she lives now.
    #[serde(default)]
    moves: bool,
}

/// Adds a member: somebody new, somebody on record without a household, or, where it is said
/// to be a move, somebody from another household.
#[utoipa::path(
    post, path = "/households/{id}/members", operation_id = MEMBER_JOIN.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = Joins, responses((status = 200, body = Changed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Joins>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    let today = ctx.floor().today();
    let catalogue = catalogue::in_force(ctx.floor())?;
    let mut problem = Problem::invalid();
    if body.from > today {
        problem = problem.field(
            "/from",
            "加入日期晚于今天",
            "The first day lies in the future.",
        );
    }
    let (entered, mut problem) = Entered::check(body.member, "/member", &catalogue, today, problem);
    if entered
        .as_ref()
        .is_some_and(|e| e.relation.is_some_and(is_head))
    {
        problem = problem.field(
            "/member/relation",
            "本户已有户主；更换户主请用“变更户主”",
            "The household has a head; use the change of head.",
        );
    }
    problem.check()?;
    let entered = entered.ok_or_else(Problem::invalid)?;
    let mut tx = ctx.begin(&MEMBER_JOIN, Some(&reason)).await?;
    let held = Held::find(&tx, id).await?;
    ctx.expect_version(held.version)?;
    let place = held.place()?;
    match add(&mut tx, held, &entered, body.from, body.moves).await {
        Ok(held) => held.finish(tx, 200).await,
        Err(problem) => {
            drop(tx);
            known::tell(&ctx, &problem, &place).await?;
            Err(problem)
        }
    }
}

async fn add(
    tx: &mut Tx,
    mut held: Held,
    entered: &Entered,
    from: NaiveDate,
    moves: bool,
) -> Result<Held> {
    if held.status != "active" {
        return Err(Problem::new(&CLOSED));
    }
    let place = held.place()?;
    let person = known::settle(tx, entered, held.id, &place, from, moves, "/member").await?;
    begin(tx, held.id, person, from, entered.relation_zh()).await?;
    held.write(tx).await?;
    tx.record(Change::updated(
        "household",
        held.id,
        &place,
        &json!({}),
        &json!({"member": person, "joined": from, "relation": entered.relation_zh()}),
    ));
    Ok(held)
}
