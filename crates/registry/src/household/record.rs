//! `POST /households/{id}/facts`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use formula::Entity;
use platform::{Answer, Ctx, Json, Path, Problem, Result, Sql};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::changed::{Changed, reason_of};
use super::held::Held;
use crate::authz::FACTS_RECORD;
use crate::catalogue;
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::member::entered;
use crate::member::known::SOURCE;
use crate::problems::NO_MEMBER;

/// Circumstances that came to be known.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Circumstances {
    /// The day from which they hold.
    valid_from: NaiveDate,
    /// Facts of the household by vocabulary name; null takes a fact away.
    #[serde(default)]
    #[schema(value_type = Object)]
    household: BTreeMap<String, Value>,
    /// Facts of members by person and vocabulary name.
    #[serde(default)]
    #[schema(value_type = Object)]
    members: BTreeMap<Uuid, BTreeMap<String, Value>>,
    /// Where they are known from.
    reason: String,
}

/// Records circumstances of a household and its members as new versions. Awards do not follow
/// by themselves: a change of an award is a decision.
#[utoipa::path(
    post, path = "/households/{id}/facts", operation_id = FACTS_RECORD.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = Circumstances,
    responses((status = 200, body = Changed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Circumstances>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    let catalogue = catalogue::in_force(ctx.floor())?;
    let mut problem = Problem::invalid();
    if body.valid_from > ctx.floor().today() {
        problem = problem.field("/valid_from", "日期晚于今天", "The day lies in the future.");
    }
    let household = Entity::Household;
    problem = entered::facts(
        &body.household,
        household,
        "/household",
        &catalogue,
        problem,
    );
    for (person, facts) in &body.members {
        let at = format!("/members/{person}");
        problem = entered::facts(facts, Entity::Person, &at, &catalogue, problem);
    }
    problem.check()?;
    let mut tx = ctx.begin(&FACTS_RECORD, Some(&reason)).await?;
    let mut held = Held::find(&tx, id).await?;
    ctx.expect_version(held.version)?;
    let place = held.place()?;
    let mut all = vec![(id, SubjectKind::Household, body.household)];
    for (person, facts) in body.members {
        let sql = Sql::new("select 1 from membership where to_date is null and household = ")
            .bind(id)
            .text(" and person = ")
            .bind(person);
        if tx.conn().row(sql).await?.is_none() {
            return Err(Problem::new(&NO_MEMBER));
        }
        all.push((person, SubjectKind::Person, facts));
    }
    for (subject, kind, facts) in all {
        let new = NewFacts {
            subject,
            kind,
            valid_from: body.valid_from,
            source: SOURCE.to_owned(),
            facts,
        };
        if record_facts(&mut tx, &new).await? && kind == SubjectKind::Household {
            held.version += 1;
            if let Some(area) = new.facts.get("城乡").and_then(Value::as_str) {
                held.urban_rural = Some(area.to_owned());
            }
        }
    }
    held.write(&mut tx).await?;
    tx.about("household", id, &place);
    held.finish(tx, 200).await
}
