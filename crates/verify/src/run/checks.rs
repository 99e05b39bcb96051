//! `GET /checks`: the checks in force at a place, with clause, purpose and sources.

use directory::Named;
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use crate::authz::CHECK_LIST;
use crate::words;

/// Which place.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct CheckPlace {
    /// A division code; the actor's own where it is not given.
    division: Option<String>,
}

/// A check.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CheckView {
    check: Named,
    purpose: Named,
    /// `person` or `household`.
    of: &'static str,
    /// `high`, `medium` or `low`.
    severity: &'static str,
    sources: Vec<Named>,
    /// The condition, as the pack says it.
    formula: String,
    /// The clause.
    cite: String,
    /// Whether its text was read.
    verified: bool,
}

/// The checks of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CheckList {
    items: Vec<CheckView>,
}

/// The checks in force today.
#[utoipa::path(
    get, path = "/checks", operation_id = CHECK_LIST.id, tag = "verify",
    params(CheckPlace), responses((status = 200, body = CheckList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(at): Query<CheckPlace>) -> Result<Json<CheckList>> {
    let place = match at.division.as_deref().filter(|c| !c.trim().is_empty()) {
        Some(code) => words::place(code)?,
        None => ctx.actor().division,
    };
    let reader = ctx.query(&CHECK_LIST).await?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    reader.finish().await?;
    let book = super::compare::book(&pack, &place, ctx.floor().today())?;
    let items = book
        .in_force()
        .into_iter()
        .map(|in_force| {
            let check = in_force.check;
            CheckView {
                check: words::named(&check.key, &check.label),
                purpose: words::purpose_named(check.purpose.key()),
                of: if check.entity == formula::Entity::Person {
                    "person"
                } else {
                    "household"
                },
                severity: super::compare::severity(check.severity),
                sources: check
                    .sources
                    .iter()
                    .map(|key| words::source(&pack, key))
                    .collect(),
                formula: in_force.formula.to_owned(),
                cite: in_force.cite.to_owned(),
                verified: in_force.verified,
            }
        })
        .collect();
    Ok(Json(CheckList { items }))
}
