//! `GET /parameters`.

use chrono::NaiveDate;
use directory::DivisionRef;
use pack::model::{Dated, Level, ParameterValue};
use pack::rules::ParameterView;
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use crate::{authz::PARAMETER_LIST, rules_on};

/// As of which day, and which.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    on: Option<NaiveDate>,
    /// The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out.
    place: Option<String>,
    /// Part of the Chinese or English name.
    q: Option<String>,
}

/// A dated value.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Parameter {
    /// The name that formulas use.
    name: String,
    en: String,
    /// As written in the pack.
    value: String,
    unit: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// The place that gives the value; the nation has the code 000000000000.
    place: DivisionRef,
    /// The document.
    cite: String,
    /// Whether the document was read.
    verified: bool,
}

/// The values of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ParameterList {
    items: Vec<Parameter>,
}

/// Lists the values that hold in one's area.
#[utoipa::path(
    get, path = "/parameters", operation_id = PARAMETER_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = ParameterList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<ParameterList>> {
    let reader = ctx.query(&PARAMETER_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (_, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let wanted = asked.q.unwrap_or_default().trim().to_lowercase();
    let items = rules
        .parameters()
        .iter()
        .filter(|view| {
            let parameter = view.parameter;
            parameter.name.contains(&wanted) || parameter.en.to_lowercase().contains(&wanted)
        })
        .map(shown)
        .collect();
    Ok(Json(ParameterList { items }))
}

/// A value as it holds at a place on a day.
pub(crate) fn shown(view: &ParameterView<'_>) -> Parameter {
    of_value(view.parameter, view.value, view.level)
}

/// A value of a parameter.
pub(crate) fn of_value(
    parameter: &pack::model::Parameter,
    value: &Dated<ParameterValue>,
    level: &Level,
) -> Parameter {
    let place = crate::place::shown(level);
    Parameter {
        name: parameter.name.clone(),
        en: parameter.en.clone(),
        value: value.value.shown.clone(),
        unit: value.value.unit.clone(),
        from: value.from,
        to: value.to,
        place: DivisionRef {
            code: place.code,
            full_name: place.zh.clone(),
            name: place.zh,
        },
        cite: value.cite.clone(),
        verified: value.verified,
    }
}
