//! Grace periods (渐退期): an award runs on for some months and then ends.

use kernel::Month;
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::GRACE_PROPOSE;
use crate::item::Item;
use crate::model::DecisionKind;

/// The fact by which formulas know a grace period, where the programme has one.
const IN_GRACE: &str = "渐退";

/// One award that enters its grace period.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GraceItem {
    /// The award.
    pub award_id: Uuid,
    /// Facts that change for the grace period.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: Map<String, Value>,
    /// Why, where it differs from the reason of the whole.
    #[serde(default)]
    pub reason: String,
}

/// Grace periods of one programme.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GraceRequest {
    /// Key of the programme.
    pub programme: String,
    /// First month of the grace period.
    #[schema(value_type = String, example = "2022-10")]
    pub from_month: Month,
    /// Last month of benefit.
    #[schema(value_type = String, example = "2023-03")]
    pub to_month: Month,
    /// Why.
    pub reason: String,
    /// The awards.
    pub items: Vec<GraceItem>,
}

#[utoipa::path(post, path = "/decisions/grace", operation_id = "decide.grace.propose", tag = "decide",
    request_body = GraceRequest, responses((status = 201, body = crate::decision::DecisionAnswer)))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<GraceRequest>) -> Result<Answer> {
    common::sized(request.items.len())?;
    if request.to_month < request.from_month {
        return Err(Problem::invalid().field(
            "/to_month",
            "截止月不得早于起始月。",
            "The last month must not lie before the first.",
        ));
    }
    let tx = ctx.begin(&GRACE_PROPOSE, Some(&request.reason)).await?;
    let draft = common::draft(
        &tx,
        DecisionKind::Grace,
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
        common::known_facts(&mut problem, &draft.info, i, &given.facts);
        let mut facts = given.facts;
        if draft.info.terms.iter().any(|name| name == IN_GRACE) {
            facts.entry(IN_GRACE).or_insert(Value::Bool(true));
        }
        items.push(Item {
            award: Some(given.award_id),
            household: award.household,
            division: award.division.as_str().to_owned(),
            holder: None,
            members: None,
            facts: (!facts.is_empty()).then_some(facts),
            from: request.from_month,
            to: Some(request.to_month),
            reason: given.reason,
            amount: None,
            cause: String::new(),
        });
    }
    problem.check()?;
    common::finish(&ctx, tx, draft, items).await
}
