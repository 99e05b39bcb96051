//! `GET /parameters/{name}`: one parameter through time and place, and what uses it.

use directory::Named;
use pack::model::{Body, Dated, Programme};
use pack::{Pack, Rules};
use platform::{Ctx, Json, Path, Problem, Query, Result};
use serde::Serialize;

use super::list::{Parameter, of_value};
use crate::asked::Asked;
use crate::authz::PARAMETER_GET;
use crate::programme::get::named;
use crate::{problems, rules_on};

/// A formula that speaks of a parameter.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ParameterUse {
    programme: Named,
    /// condition, component, check or variable.
    kind: String,
    zh: String,
    en: String,
    formula: String,
}

/// A parameter through time and place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ParameterDetail {
    name: String,
    en: String,
    unit: String,
    note: Option<String>,
    /// A case keeps the value of its day of acceptance.
    kept: bool,
    /// May have no value at a place that runs programmes.
    open: bool,
    /// No formula uses it; it is kept for reading.
    reference: bool,
    /// The value that holds.
    now: Option<Parameter>,
    /// All values of the place and of those above it: the nearest place first, by date.
    values: Vec<Parameter>,
    used_by: Vec<ParameterUse>,
}

/// Shows all values of a parameter and the formulas that speak of it.
#[utoipa::path(
    get, path = "/parameters/{name}", operation_id = PARAMETER_GET.id, tag = "policy",
    params(("name" = String, Path), Asked),
    responses((status = 200, body = ParameterDetail), (status = 404, description = "policy.parameter.unknown"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<ParameterDetail>> {
    let reader = ctx.query(&PARAMETER_GET).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (pack, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let mut all = pack.parameters().iter();
    let parameter = all
        .find(|p| p.name == name && !p.statistic)
        .ok_or_else(|| Problem::new(&problems::PARAMETER))?;
    let values = rules.through_time(&parameter.values).into_iter();
    Ok(Json(ParameterDetail {
        name: parameter.name.clone(),
        en: parameter.en.clone(),
        unit: parameter.unit.clone(),
        note: parameter.note.clone(),
        kept: parameter.kept,
        open: parameter.open,
        reference: parameter.reference,
        now: rules
            .holding(&parameter.values)
            .map(|value| of_value(parameter, value, rules.level_at(value.level))),
        values: values
            .map(|value| of_value(parameter, value, rules.level_at(value.level)))
            .collect(),
        used_by: uses(&pack, &rules, &name),
    }))
}

fn uses(pack: &Pack, rules: &Rules, name: &str) -> Vec<ParameterUse> {
    let mut found = Vec::new();
    for programme in pack.programmes() {
        if rules
            .programme(&programme.key)
            .is_some_and(|p| p.spot == programme.spot)
        {
            of_programme(rules, programme, name, &mut found);
        }
    }
    found
}

fn of_programme(rules: &Rules, programme: &Programme, name: &str, found: &mut Vec<ParameterUse>) {
    let mut add = |kind: &str, zh: &str, en: &str, bodies: &[Dated<Body>]| {
        let Some(body) = rules.holding(bodies) else {
            return;
        };
        let formula = &body.value.formula;
        if formula.contains(name) && rules.names_in(formula).iter().any(|n| n == name) {
            found.push(ParameterUse {
                programme: named(rules, &programme.key),
                kind: kind.to_owned(),
                zh: zh.to_owned(),
                en: en.to_owned(),
                formula: formula.clone(),
            });
        }
    };
    for condition in programme
        .ways
        .iter()
        .flat_map(|w| w.applies.iter().chain(&w.conditions))
    {
        let label = &condition.label;
        add("condition", &label.zh, &label.en, &condition.bodies);
    }
    for one in &programme.components {
        add("component", &one.label.zh, &one.label.en, &one.bodies);
    }
    for one in &programme.checks {
        add("check", &one.label.zh, &one.label.en, &one.bodies);
    }
    for one in &programme.variables {
        add("variable", &one.name, &one.en, &one.bodies);
    }
}
