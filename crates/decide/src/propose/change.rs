//! Changed members or terms: class, care tier, a death, a birth, a recovery.

use kernel::Month;
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::CHANGE_PROPOSE;
use crate::item::Item;
use crate::model::DecisionKind;

/// One changed award.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ChangeItem {
    /// The award.
    pub award_id: Uuid,
    /// All persons covered from the month on, in order; missing: as before.
    #[serde(default)]
    pub members: Option<Vec<Uuid>>,
    /// Facts that change; null takes one away.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: Map<String, Value>,
    /// Why, where it differs from the reason of the whole.
    #[serde(default)]
    pub reason: String,
}

/// Changes of awards of one programme from one month on. A month already paid
/// is settled by arrears or recovery in the next roll.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ChangeRequest {
    /// Key of the programme.
    pub programme: String,
    /// First month of the change.
    #[schema(value_type = String, example = "2022-10")]
    pub from_month: Month,
    /// Why.
    pub reason: String,
    /// The awards.
    pub items: Vec<ChangeItem>,
}

#[utoipa::path(post, path = "/decisions/change", operation_id = "decide.change.propose", tag = "decide",
    request_body = ChangeRequest, responses((status = 201, body = crate::decision::DecisionAnswer)))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<ChangeRequest>) -> Result<Answer> {
    common::sized(request.items.len())?;
    let tx = ctx.begin(&CHANGE_PROPOSE, Some(&request.reason)).await?;
    let draft = common::draft(
        &tx,
        DecisionKind::Change,
        &request.programme,
        request.from_month,
        &request.reason,
    )
    .await?;
    let ids: Vec<Uuid> = request.items.iter().map(|item| item.award_id).collect();
    let awards = common::awards(&tx, &ids).await?;
    let households = common::households(&tx, awards.values().map(|award| award.household)).await?;
    let mut problem = Problem::invalid();
    let mut items: Vec<Item> = Vec::with_capacity(request.items.len());
    for (i, given) in request.items.into_iter().enumerate() {
        let Some(award) = awards
            .get(&given.award_id)
            .filter(|award| award.programme == draft.info.key)
        else {
            common::fault(
                &mut problem,
                format!("/items/{i}/award_id"),
                "没有这项待遇。",
                "There is no such award.",
            );
            continue;
        };
        if items.iter().any(|item| item.award == Some(given.award_id)) {
            common::fault(
                &mut problem,
                format!("/items/{i}/award_id"),
                "同一待遇在本次提出中出现两次。",
                "The same award stands twice in this proposal.",
            );
            continue;
        }
        common::known_facts(&mut problem, &draft.info, i, &given.facts);
        if given.members.is_none() && given.facts.is_empty() {
            common::fault(
                &mut problem,
                format!("/items/{i}"),
                "没有填写变更内容。",
                "Nothing is changed.",
            );
        }
        if let Some(members) = &given.members {
            let household = households.get(&award.household);
            if members.is_empty()
                || !members
                    .iter()
                    .all(|person| household.is_some_and(|h| h.members.contains(person)))
            {
                common::fault(
                    &mut problem,
                    format!("/items/{i}/members"),
                    "保障对象须为该家庭的现有成员，且至少一人；无人保障请提出停发。",
                    "Covered persons must be present members of the household, at least one; propose a stop when nobody is left.",
                );
                continue;
            }
        }
        items.push(Item {
            award: Some(given.award_id),
            household: award.household,
            division: award.division.as_str().to_owned(),
            holder: None,
            members: given.members,
            facts: (!given.facts.is_empty()).then_some(given.facts),
            from: request.from_month,
            to: None,
            reason: given.reason,
            amount: None,
            cause: String::new(),
        });
    }
    problem.check()?;
    common::nobody_covered(&tx, &draft, &items).await?;
    common::finish(&ctx, tx, draft, items).await
}
