//! `GET /programmes`.

use chrono::NaiveDate;
use pack::{
    Pack,
    model::Absent,
    rules::{ComponentView, ProgrammeView},
};
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use crate::{authz::PROGRAMME_LIST, rules_on, words::word};

/// As of which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OnDay {
    /// The day; today where left out.
    on: Option<NaiveDate>,
    /// The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out.
    place: Option<String>,
}

/// A part of what a programme pays.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeComponent {
    key: String,
    zh: String,
    en: String,
    /// Whose amount: person, household or award.
    entity: String,
    /// The formula in force.
    formula: String,
    /// 元/月, or 元 where it is paid once.
    unit: String,
    /// Paid once, not every month.
    once: bool,
    /// The clause.
    cite: String,
    /// Whether the document was read.
    verified: bool,
}

/// A programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Programme {
    key: String,
    zh: String,
    en: String,
    /// The section that runs it.
    section: String,
    /// household or person.
    unit: String,
    /// The document.
    cite: String,
    /// What a decision says of an award.
    terms: Vec<ProgrammeTerm>,
    components: Vec<ProgrammeComponent>,
}

/// A fact that a decision on a programme states.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeTerm {
    /// The vocabulary name.
    name: String,
    /// In English.
    en: String,
    /// The values of its code list; empty where it is no code.
    values: Vec<String>,
    /// Whether the amount cannot be told without it.
    required: bool,
}

/// The programmes of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeList {
    items: Vec<Programme>,
}

/// Lists the programmes of one's area, with the formulas in force.
#[utoipa::path(
    get, path = "/programmes", operation_id = PROGRAMME_LIST.id, tag = "policy",
    params(OnDay), responses((status = 200, body = ProgrammeList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<OnDay>) -> Result<Json<ProgrammeList>> {
    let reader = ctx.query(&PROGRAMME_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (pack, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let items = rules
        .programmes()
        .into_iter()
        .map(|view| {
            let terms = rules
                .programme(&view.key)
                .map(|programme| terms(&pack, programme));
            shown(view, terms.unwrap_or_default())
        })
        .collect();
    Ok(Json(ProgrammeList { items }))
}

/// The terms of a programme, as the vocabulary describes them.
fn terms(pack: &Pack, programme: &pack::model::Programme) -> Vec<ProgrammeTerm> {
    let described = |name: &String| {
        let fact = pack.facts().iter().find(|fact| fact.name == *name)?;
        let values = match &fact.ty {
            formula::Type::Code(codes) => codes.values.clone(),
            _ => Vec::new(),
        };
        // What nobody has said and no rule supplies stops the roll, where it is the class.
        let class = programme.class.as_ref() == Some(name);
        Some(ProgrammeTerm {
            name: name.clone(),
            en: fact.en.clone(),
            values,
            required: class && fact.absent == Absent::Unknown,
        })
    };
    programme.terms.iter().filter_map(described).collect()
}

fn shown(view: ProgrammeView, terms: Vec<ProgrammeTerm>) -> Programme {
    Programme {
        key: view.key,
        zh: view.zh,
        en: view.en,
        section: view.section,
        unit: word(view.unit),
        cite: view.cite,
        terms,
        components: view.components.into_iter().map(component).collect(),
    }
}

fn component(view: ComponentView) -> ProgrammeComponent {
    ProgrammeComponent {
        key: view.key,
        zh: view.zh,
        en: view.en,
        entity: word(view.entity),
        formula: view.formula,
        unit: view.unit,
        once: view.once,
        cite: view.cite,
        verified: view.verified,
    }
}
