//! `POST /households/{id}/head`.

use std::collections::BTreeMap;

use kernel::codes::{CodeList, Relation};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::known::SOURCE;
use super::leave::is_head;
use crate::authz::HOUSEHOLD_HEAD;
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::household::changed::{Changed, reason_of};
use crate::household::held::Held;
use crate::problems::NO_MEMBER;

/// Another head, and how the others are related to him or her.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewHead {
    /// The member who becomes the head.
    person: Uuid,
    /// The relation of each other member to the new head, GB/T 4761; all of them.
    #[schema(value_type = Object)]
    relations: BTreeMap<Uuid, String>,
    /// Why.
    reason: String,
}

/// Makes another member the head. Every relation is told from the head, so all are given anew.
#[utoipa::path(
    post, path = "/households/{id}/head", operation_id = HOUSEHOLD_HEAD.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = NewHead, responses((status = 200, body = Changed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<NewHead>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    let mut tx = ctx.begin(&HOUSEHOLD_HEAD, Some(&reason)).await?;
    let mut held = Held::find(&tx, id).await?;
    ctx.expect_version(held.version)?;
    let relations = checked(&tx, &held, &body).await?;
    let place = held.place()?;
    let before = held.clone();
    held.head = body.person;
    for (person, relation) in &relations {
        relate(&mut tx, held.id, *person, *relation).await?;
    }
    held.write(&mut tx).await?;
    tx.record(Change::updated("household", id, &place, &before, &held));
    held.finish(tx, 200).await
}

/// The relation of every member, the new head among them.
async fn checked(tx: &Tx, held: &Held, body: &NewHead) -> Result<BTreeMap<Uuid, Relation>> {
    let sql = Sql::new("select person from membership where to_date is null and household = ")
        .bind(held.id);
    let members = tx.conn().rows(sql).await?;
    let members = members
        .iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect::<Result<Vec<Uuid>>>()?;
    if !members.contains(&body.person) {
        return Err(Problem::new(&NO_MEMBER));
    }
    let mut problem = Problem::invalid();
    let mut relations = BTreeMap::new();
    for person in members {
        let said = body.relations.get(&person).map(|r| r.trim());
        let relation = if person == body.person {
            Relation::parse("户主").ok()
        } else {
            said.and_then(|r| Relation::parse(r).ok())
                .filter(|r| !is_head(*r))
        };
        match relation {
            Some(relation) => {
                relations.insert(person, relation);
            }
            None => {
                problem = problem.field(
                    format!("/relations/{person}"),
                    "请选择该成员与新户主的关系",
                    "Choose how this member is related to the new head.",
                );
            }
        }
    }
    problem.check()?;
    Ok(relations)
}

async fn relate(tx: &mut Tx, household: Uuid, person: Uuid, relation: Relation) -> Result<()> {
    let sql = Sql::new("update membership set relation = ")
        .bind(relation.zh())
        .text(" where to_date is null and household = ")
        .bind(household)
        .text(" and person = ")
        .bind(person);
    bulk::execute(tx, sql).await?;
    let facts = NewFacts {
        subject: person,
        kind: SubjectKind::Person,
        valid_from: tx.floor().today(),
        source: SOURCE.to_owned(),
        facts: BTreeMap::from([("与户主关系".to_owned(), json!(relation.zh()))]),
    };
    record_facts(tx, &facts).await?;
    Ok(())
}
