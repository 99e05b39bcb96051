//! `GET /policy-documents`.

use chrono::NaiveDate;
use pack::{Pack, model::PolicyDocument};
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use super::{Document, shown};
use crate::{authz::DOCUMENT_LIST, rules_on};

/// As of which day, and which.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    on: Option<NaiveDate>,
    /// The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out.
    place: Option<String>,
    /// Part of a number or title.
    q: Option<String>,
    /// One document by its number, title or another name, or the documents that a citation
    /// names, each with everything that rests on it.
    name: Option<String>,
}

/// The documents of a place and of those above it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DocumentList {
    items: Vec<Document>,
}

/// Lists the policy documents of one's area, also those no longer in force.
#[utoipa::path(
    get, path = "/policy-documents", operation_id = DOCUMENT_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = DocumentList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<DocumentList>> {
    let reader = ctx.query(&DOCUMENT_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (pack, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let whole = asked.name.is_some();
    let chosen: Vec<&PolicyDocument> = match &asked.name {
        Some(name) => named(&pack, name),
        None => {
            let wanted = asked.q.unwrap_or_default();
            let wanted = wanted.trim();
            let known = |d: &&PolicyDocument| d.names().any(|name| name.contains(wanted));
            rules.documents().into_iter().filter(known).collect()
        }
    };
    let items = chosen
        .into_iter()
        .map(|document| shown(&pack, document, on, whole))
        .collect();
    Ok(Json(DocumentList { items }))
}

/// The document that is called so, or those that a citation names.
fn named<'p>(pack: &'p Pack, name: &str) -> Vec<&'p PolicyDocument> {
    match pack.document(name) {
        Some(document) => vec![document],
        None => {
            let references = pack.references(name).into_iter();
            references
                .filter_map(|reference| pack.document(&reference.name))
                .collect()
        }
    }
}
