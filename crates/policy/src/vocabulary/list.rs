//! `GET /vocabulary`.

use chrono::NaiveDate;
use pack::model::Fact;
use platform::{Ctx, Json, Problem, Query, Result};
use serde::{Deserialize, Serialize};

use crate::{authz::VOCABULARY_LIST, facade::release_on, problems};

/// As of which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    on: Option<NaiveDate>,
}

/// A fact that records and decisions may hold.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct VocabularyFact {
    /// The name, in the words of the documents; it is what records call the fact.
    name: String,
    /// In English.
    en: String,
    /// Whose: person, household, supporter or award.
    entity: String,
    /// The values of its code list; empty where it is no code.
    values: Vec<String>,
}

/// The facts of the vocabulary.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Vocabulary {
    items: Vec<VocabularyFact>,
}

/// Lists what facts are called, in both languages.
#[utoipa::path(
    get, path = "/vocabulary", operation_id = VOCABULARY_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = Vocabulary))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Vocabulary>> {
    let reader = ctx.query(&VOCABULARY_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let release = release_on(ctx.floor(), reader.conn(), on)
        .await?
        .ok_or_else(|| Problem::new(&problems::NONE))?;
    reader.finish().await?;
    let items = release.pack.facts().iter().map(shown).collect();
    Ok(Json(Vocabulary { items }))
}

fn shown(fact: &Fact) -> VocabularyFact {
    VocabularyFact {
        name: fact.name.clone(),
        en: fact.en.clone(),
        entity: match fact.entity {
            formula::Entity::Person => "person",
            formula::Entity::Household => "household",
            formula::Entity::Supporter => "supporter",
            formula::Entity::Award => "award",
        }
        .to_owned(),
        values: match &fact.ty {
            formula::Type::Code(codes) => codes.values.clone(),
            _ => Vec::new(),
        },
    }
}
