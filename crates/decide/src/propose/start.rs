//! New awards.

use kernel::Month;
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::START_PROPOSE;
use crate::item::Item;
use crate::model::DecisionKind;

/// One new award.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StartItem {
    /// The household.
    pub household_id: Uuid,
    /// Covered persons, members of the household, in order.
    pub members: Vec<Uuid>,
    /// Who holds the award; the head of the household, or the person, when missing.
    #[serde(default)]
    pub holder_id: Option<Uuid>,
    /// Facts that the decision states, by vocabulary names: 低保类别, 供养方式 …
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: Map<String, Value>,
    /// Last month, where the end is known.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub to_month: Option<Month>,
    /// Why, where it differs from the reason of the whole.
    #[serde(default)]
    pub reason: String,
}

/// New awards of one programme from one month on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StartRequest {
    /// Key of the programme.
    pub programme: String,
    /// First month of benefit.
    #[schema(value_type = String, example = "2022-10")]
    pub from_month: Month,
    /// Why.
    pub reason: String,
    /// The awards.
    pub items: Vec<StartItem>,
}

#[utoipa::path(post, path = "/decisions/start", operation_id = "decide.start.propose", tag = "decide",
    request_body = StartRequest, responses((status = 201, body = crate::decision::DecisionAnswer),
    (status = 409, description = "decide.award.in_benefit_elsewhere")))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<StartRequest>) -> Result<Answer> {
    common::sized(request.items.len())?;
    let tx = ctx.begin(&START_PROPOSE, Some(&request.reason)).await?;
    let draft = common::draft(
        &tx,
        DecisionKind::Start,
        &request.programme,
        request.from_month,
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
        common::known_facts(&mut problem, &draft.info, i, &given.facts);
        if given.members.is_empty()
            || !given
                .members
                .iter()
                .all(|person| household.members.contains(person))
        {
            common::fault(
                &mut problem,
                format!("/items/{i}/members"),
                "保障对象须为该家庭的现有成员，且至少一人。",
                "Covered persons must be present members of the household, at least one.",
            );
            continue;
        }
        if !draft.info.for_household && given.members.len() != 1 {
            common::fault(
                &mut problem,
                format!("/items/{i}/members"),
                "该项目按人享受，每项只能一人。",
                "This programme is for single persons: one person an item.",
            );
            continue;
        }
        let own = if draft.info.for_household {
            household.head
        } else {
            None
        };
        items.push(Item {
            award: None,
            household: given.household_id,
            division: household.division.as_str().to_owned(),
            holder: given.holder_id.or(own).or(given.members.first().copied()),
            members: Some(given.members),
            facts: Some(given.facts),
            from: request.from_month,
            to: given.to_month.filter(|to| *to >= request.from_month),
            reason: given.reason,
            amount: None,
            cause: String::new(),
        });
    }
    problem.check()?;
    common::nobody_covered(&tx, &draft, &items).await?;
    common::finish(&ctx, tx, draft, items).await
}
