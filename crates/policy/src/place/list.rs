//! `GET /policy-places`.

use chrono::NaiveDate;
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use super::{PolicyPlace, shown};
use crate::{authz::PLACE_LIST, rules_on};

/// As of which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    on: Option<NaiveDate>,
}

/// The places of the pack, each after the one that it inherits from.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyPlaces {
    items: Vec<PolicyPlace>,
    /// The place of the pack in which the asker's own area lies.
    own: PolicyPlace,
    /// Key of the national rule set of the day (规则集), with its name.
    rule_set: Option<PolicyRuleSet>,
    /// The release in force on that day.
    release: String,
}

/// The national rules of a stretch of time.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyRuleSet {
    key: String,
    zh: String,
    en: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
}

/// Lists the places whose rules the pack in force on a day holds.
#[utoipa::path(
    get, path = "/policy-places", operation_id = PLACE_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = PolicyPlaces))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<PolicyPlaces>> {
    let reader = ctx.query(&PLACE_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (pack, rules) = rules_on(&ctx, &reader, on, None).await?;
    let release = crate::facade::release_on(ctx.floor(), reader.conn(), on).await?;
    reader.finish().await?;
    Ok(Json(PolicyPlaces {
        items: pack.levels().iter().map(shown).collect(),
        own: shown(rules.level()),
        rule_set: pack.rule_set(on).map(|set| PolicyRuleSet {
            key: set.key.clone(),
            zh: set.label.zh.clone(),
            en: set.label.en.clone(),
            from: set.from,
            to: set.to,
        }),
        release: release.map(|r| r.version).unwrap_or_default(),
    }))
}
