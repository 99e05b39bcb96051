//! `GET /procedures`: what can be applied for at a place.

use pack::model::ProcedureText;
use platform::{Ctx, Json, Problem, Query, Result};
use serde::{Deserialize, Serialize};

use super::list::roles;
use crate::authz::PROCEDURE_LIST;

/// Which place.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct At {
    /// Division code; the officer's own where it is left out.
    division: Option<String>,
}

/// A procedure.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProcedureView {
    /// Key.
    key: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// Key of the programme.
    programme: String,
    /// application, relief, change, recheck, reduction, stop, grace, death, head or move.
    kind: String,
    /// The rule set of today.
    rules: String,
    /// The document it rests on.
    cite: String,
    /// Keys of the roles that may open a case.
    openers: Vec<String>,
    /// Whether the asker holds one of them today, or stands in for somebody who does.
    may: bool,
}

/// Lists the procedures of a place as of today.
#[utoipa::path(
    get, path = "/procedures", operation_id = PROCEDURE_LIST.id, tag = "decide",
    params(At), responses((status = 200, body = Vec<ProcedureView>))
)]
pub(crate) async fn handle(ctx: Ctx, Query(at): Query<At>) -> Result<Json<Vec<ProcedureView>>> {
    let place = match at
        .division
        .as_deref()
        .map(str::trim)
        .filter(|d| !d.is_empty())
    {
        None => ctx.actor().division,
        Some(code) => kernel::DivisionCode::parse(code).map_err(|_| {
            Problem::invalid().field(
                "/division",
                "区划代码无效。",
                "The division code is not valid.",
            )
        })?,
    };
    let today = ctx.floor().today();
    let reader = ctx.query(&PROCEDURE_LIST).await?;
    let release = policy::release_on(ctx.floor(), reader.conn(), today)
        .await?
        .ok_or_else(|| Problem::new(&crate::problems::NO_RELEASE))?;
    let held = roles(&ctx, reader.conn()).await?;
    reader.finish().await?;
    let found = release.pack.procedures_at(&place, today);
    let view = |p: &ProcedureText| {
        let rules = p.rules_on(today).map(|r| r.key.clone());
        let rules = rules.unwrap_or_default();
        // What the place has on the day: a text holds the steps of all rule sets.
        let resolved = release.pack.procedure(&p.key, &place, today).ok();
        let steps = resolved.iter().flat_map(|p| &p.steps);
        let doers = steps.filter(|step| step.first).flat_map(|step| &step.who);
        let openers: Vec<String> = doers.map(|doer| doer.role.clone()).collect();
        ProcedureView {
            key: p.key.clone(),
            zh: p.label.zh.clone(),
            en: p.label.en.clone(),
            programme: p.programme.clone(),
            kind: p.kind.clone(),
            rules,
            cite: p.cite.clone(),
            may: openers.iter().any(|role| held.contains(role)),
            openers,
        }
    };
    Ok(Json(found.into_iter().map(view).collect()))
}
