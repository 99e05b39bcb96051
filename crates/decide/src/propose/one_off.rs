//! Sums paid once: temporary relief.

use std::collections::BTreeSet;

use kernel::{Money, Month};
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::ONE_OFF_PROPOSE;
use crate::item::Item;
use crate::model::DecisionKind;

/// One grant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OneOffItem {
    /// The household helped.
    pub household_id: Uuid,
    /// The person it is granted to; the head when missing.
    #[serde(default)]
    pub person_id: Option<Uuid>,
    /// The members of the household whom the sum helps; the person alone when empty.
    #[serde(default)]
    pub persons: Vec<Uuid>,
    /// 元
    #[schema(value_type = String, example = "1140.60")]
    pub amount: Money,
    /// The cause, in the words of the pack's list.
    pub cause: String,
    /// Facts stated.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: Map<String, Value>,
}

/// Grants of one programme in one month.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OneOffRequest {
    /// Key of the programme: `temporary_relief`.
    pub programme: String,
    /// The month whose roll pays them.
    #[schema(value_type = String, example = "2022-10")]
    pub month: Month,
    /// Why.
    pub reason: String,
    /// The grants.
    pub items: Vec<OneOffItem>,
}

#[utoipa::path(post, path = "/decisions/one-off", operation_id = "decide.one_off.propose", tag = "decide",
    request_body = OneOffRequest, responses((status = 201, body = crate::decision::DecisionAnswer)))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<OneOffRequest>) -> Result<Answer> {
    common::sized(request.items.len())?;
    let tx = ctx.begin(&ONE_OFF_PROPOSE, Some(&request.reason)).await?;
    let draft = common::draft(
        &tx,
        DecisionKind::OneOff,
        &request.programme,
        request.month,
        &request.reason,
    )
    .await?;
    let households =
        common::households(&tx, request.items.iter().map(|item| item.household_id)).await?;
    let mut problem = Problem::invalid();
    let mut items = Vec::with_capacity(request.items.len());
    for (i, given) in request.items.into_iter().enumerate() {
        let Some(household) = households.get(&given.household_id) else {
            common::fault(
                &mut problem,
                format!("/items/{i}/household_id"),
                "没有这个家庭。",
                "There is no such household.",
            );
            continue;
        };
        if given.amount.fen() <= 0 {
            common::fault(
                &mut problem,
                format!("/items/{i}/amount"),
                "金额须大于零。",
                "The amount must be more than nothing.",
            );
        }
        if given.cause.trim().is_empty() || given.cause.chars().count() > 60 {
            common::fault(
                &mut problem,
                format!("/items/{i}/cause"),
                "请填写困难原因，不超过60字。",
                "Give the cause, at most 60 characters.",
            );
        }
        common::known_facts(&mut problem, &draft.info, i, &given.facts);
        let person = given.person_id.or(household.head);
        let Some(person) = person.filter(|person| household.members.contains(person)) else {
            common::fault(
                &mut problem,
                format!("/items/{i}/person_id"),
                "受助人须为该家庭的现有成员。",
                "The person helped must be a present member of the household.",
            );
            continue;
        };
        let mut helped = given.persons;
        if helped.is_empty() {
            helped.push(person);
        }
        let distinct: BTreeSet<&Uuid> = helped.iter().collect();
        if distinct.len() != helped.len()
            || helped
                .iter()
                .any(|person| !household.members.contains(person))
        {
            common::fault(
                &mut problem,
                format!("/items/{i}/persons"),
                "受益人须为该家庭的现有成员，且不得重复。",
                "Those helped must be present members of the household, each named once.",
            );
        }
        let payee = if draft.info.for_household {
            household.head.unwrap_or(person)
        } else {
            person
        };
        items.push(Item {
            award: None,
            household: given.household_id,
            division: household.division.as_str().to_owned(),
            holder: Some(payee),
            members: Some(helped),
            facts: (!given.facts.is_empty()).then_some(given.facts),
            from: request.month,
            to: None,
            reason: String::new(),
            amount: Some(given.amount),
            cause: given.cause,
        });
    }
    problem.check()?;
    common::finish(&ctx, tx, draft, items).await
}
