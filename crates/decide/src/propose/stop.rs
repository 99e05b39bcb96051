//! Ends of awards.

use kernel::Month;
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::STOP_PROPOSE;
use crate::item::Item;
use crate::model::DecisionKind;

/// One award that ends.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StopItem {
    /// The award.
    pub award_id: Uuid,
    /// Why, where it differs from the reason of the whole.
    #[serde(default)]
    pub reason: String,
}

/// Ends of awards of one programme.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StopRequest {
    /// Key of the programme.
    pub programme: String,
    /// First month without payment. A month already paid is recovered in the next roll.
    #[schema(value_type = String, example = "2022-10")]
    pub from_month: Month,
    /// Why.
    pub reason: String,
    /// The awards.
    pub items: Vec<StopItem>,
}

#[utoipa::path(post, path = "/decisions/stop", operation_id = "decide.stop.propose", tag = "decide",
    request_body = StopRequest, responses((status = 201, body = crate::decision::DecisionAnswer)))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<StopRequest>) -> Result<Answer> {
    common::sized(request.items.len())?;
    let tx = ctx.begin(&STOP_PROPOSE, Some(&request.reason)).await?;
    let draft = common::draft(
        &tx,
        DecisionKind::Stop,
        &request.programme,
        request.from_month,
        &request.reason,
    )
    .await?;
    let ids: Vec<Uuid> = request.items.iter().map(|item| item.award_id).collect();
    let awards = common::awards(&tx, &ids).await?;
    let mut problem = Problem::invalid();
    let mut seen = std::collections::BTreeSet::new();
    let mut items = Vec::with_capacity(request.items.len());
    for (i, given) in request.items.into_iter().enumerate() {
        let award = awards
            .get(&given.award_id)
            .filter(|award| award.programme == draft.info.key);
        let Some(award) = award.filter(|_| seen.insert(given.award_id)) else {
            common::fault(
                &mut problem,
                format!("/items/{i}/award_id"),
                "没有这项待遇，或重复。",
                "There is no such award, or it stands twice.",
            );
            continue;
        };
        items.push(Item {
            award: Some(given.award_id),
            household: award.household,
            division: award.division.as_str().to_owned(),
            holder: None,
            members: None,
            facts: None,
            from: request.from_month,
            to: None,
            reason: given.reason,
            amount: None,
            cause: String::new(),
        });
    }
    problem.check()?;
    common::finish(&ctx, tx, draft, items).await
}
