//! `POST /households/{id}/members/{person}/leave`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::codes::{CodeList, Relation};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::known::SOURCE;
use crate::authz::MEMBER_LEAVE;
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::household::changed::{Changed, reason_of};
use crate::household::held::Held;
use crate::problems::{HEAD_LEAVES, NO_MEMBER};

/// Why and when somebody leaves.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MemberLeaves)]
pub(crate) struct Leaves {
    /// The last day in the household.
    last_day: NaiveDate,
    /// Why: 死亡, 婚迁, 户籍迁出, 服刑, 服兵役 or in other words.
    reason: String,
}

/// Ends a membership. Who was a member stays readable as of the days before.
#[utoipa::path(
    post, path = "/households/{id}/members/{person}/leave", operation_id = MEMBER_LEAVE.id,
    tag = "registry", params(("id" = Uuid, Path), ("person" = Uuid, Path)),
    request_body = Leaves, responses((status = 200, body = Changed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((id, person)): Path<(Uuid, Uuid)>,
    Json(body): Json<Leaves>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    if body.last_day > ctx.floor().today() {
        return Err(Problem::invalid().field(
            "/last_day",
            "离开日期晚于今天",
            "The last day lies in the future.",
        ));
    }
    let mut tx = ctx.begin(&MEMBER_LEAVE, Some(&reason)).await?;
    let mut held = Held::find(&tx, id).await?;
    ctx.expect_version(held.version)?;
    part(&mut tx, &mut held, person, body.last_day, None).await?;
    held.finish(tx, 200).await
}

/// Ends the membership of a person. The head leaves only last, and with the last member the
/// household is closed.
pub(crate) async fn part(
    tx: &mut Tx,
    held: &mut Held,
    person: Uuid,
    last: NaiveDate,
    to: Option<Uuid>,
) -> Result<()> {
    let sql = Sql::new("select count(*) from membership where to_date is null and household = ")
        .bind(held.id);
    let members: i64 = tx.conn().scalar(sql).await?.unwrap_or(0);
    if held.head == person && members > 1 {
        return Err(Problem::new(&HEAD_LEAVES));
    }
    if !super::end(tx, held.id, person, last).await? {
        return Err(Problem::new(&NO_MEMBER));
    }
    if members <= 1 {
        held.status = "closed".to_owned();
    }
    let place = held.place()?;
    held.write(tx).await?;
    tx.record(Change::updated(
        "household",
        held.id,
        &place,
        &json!({"member": person}),
        &json!({"left": last, "to": to, "status": held.status}),
    ));
    Ok(())
}

/// Ends the membership of somebody whose death was established in a case, and says so among the
/// person's circumstances. Who had left the household before is only said to be dead.
///
/// # Errors
/// A head dies last, or after another was chosen; when the database refuses.
pub async fn record_death(
    tx: &mut Tx,
    household: Uuid,
    person: Uuid,
    day: NaiveDate,
) -> Result<()> {
    let facts = NewFacts {
        subject: person,
        kind: SubjectKind::Person,
        valid_from: day,
        source: SOURCE.to_owned(),
        facts: BTreeMap::from([("死亡".to_owned(), json!(true))]),
    };
    record_facts(tx, &facts).await?;
    let sql = Sql::new("select 1 from membership where to_date is null and household = ")
        .bind(household)
        .text(" and person = ")
        .bind(person);
    if tx.conn().row(sql).await?.is_none() {
        return Ok(());
    }
    let mut held = Held::anywhere(tx, household).await?;
    part(tx, &mut held, person, day, None).await
}

/// Whether a relation is that of the head.
pub(crate) fn is_head(relation: Relation) -> bool {
    matches!(relation.zh(), "户主" | "本人")
}
