//! `GET /templates`: the documents, and how the office sets each.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{UserRef, user_names};
use kernel::DivisionLevel;
use platform::{Ctx, Json, Result};
use serde::Serialize;
use uuid::Uuid;

use super::{Version, office, pack, versions};
use crate::authz::TEMPLATE_LIST;

/// A version of an office.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TemplateVersion)]
pub(crate) struct VersionView {
    /// Key.
    id: Uuid,
    /// From 1.
    version: i32,
    /// Its first day.
    from: NaiveDate,
    /// The office goes back to the pack's text.
    withdrawn: bool,
    /// Name of the file.
    name: String,
    /// Bytes.
    size: i64,
    /// Why.
    note: String,
    /// Who put it in.
    by: UserRef,
    /// When.
    at: DateTime<Utc>,
    /// ahead, now or over.
    state: String,
}

/// A place of a document.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TemplatePlace)]
pub(crate) struct PlaceView {
    /// Its name, as it is written between the braces.
    name: String,
    /// English.
    en: String,
    /// The names of a list's rows; empty for a plain place.
    rows: Vec<String>,
}

/// A document and how the office sets it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = OfficeTemplate)]
pub(crate) struct TemplateView {
    /// Key of the document.
    document: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// The clause.
    cite: String,
    /// It has to name the remedies.
    remedies: bool,
    /// Its places.
    places: Vec<PlaceView>,
    /// Whose text holds today: own, county or pack.
    holds: String,
    /// The office's versions, the latest first.
    versions: Vec<VersionView>,
}

/// Lists the documents of the office's place with its own versions of each.
#[utoipa::path(
    get, path = "/templates", operation_id = TEMPLATE_LIST.id, tag = "decide",
    responses((status = 200, body = Vec<TemplateView>))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Vec<TemplateView>>> {
    let reader = ctx.query(&TEMPLATE_LIST).await?;
    let conn = reader.conn();
    let office = office(&ctx)?;
    let today = ctx.floor().today();
    let pack = pack(&ctx, conn).await?;
    let own = versions(conn, &office, None).await?;
    let above = match office.level() {
        DivisionLevel::Township => match office.at(DivisionLevel::County) {
            Some(county) => versions(conn, &county, None).await?,
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    let names = user_names(conn, own.iter().map(|v| v.by).collect::<Vec<_>>()).await?;
    reader.finish().await?;
    let holds = |all: &[Version], document: &str| {
        let mut all = all.iter().filter(|v| v.document == document);
        all.find(|v| v.from <= today)
            .is_some_and(|v| v.file.is_some())
    };
    let mut keys: BTreeMap<&str, ()> = BTreeMap::new();
    for text in pack.templates() {
        keys.insert(&text.key, ());
    }
    let mut found = Vec::new();
    for key in keys.into_keys() {
        let Some(text) = pack.template(key, &office) else {
            continue;
        };
        let mine: Vec<&Version> = own.iter().filter(|v| v.document == key).collect();
        let now = mine.iter().find(|v| v.from <= today).map(|v| v.id);
        found.push(TemplateView {
            document: key.to_owned(),
            zh: text.label.zh.clone(),
            en: text.label.en.clone(),
            cite: text.cite.clone(),
            remedies: text.remedies,
            places: text
                .fields
                .iter()
                .map(|f| PlaceView {
                    name: f.name.clone(),
                    en: f.en.clone(),
                    rows: f
                        .rows
                        .iter()
                        .flatten()
                        .map(|(name, _)| name.clone())
                        .collect(),
                })
                .collect(),
            holds: match (holds(&own, key), holds(&above, key)) {
                (true, _) => "own",
                (false, true) => "county",
                _ => "pack",
            }
            .to_owned(),
            versions: mine
                .into_iter()
                .map(|v| VersionView {
                    id: v.id,
                    version: v.version,
                    from: v.from,
                    withdrawn: v.file.is_none(),
                    name: v.name.clone(),
                    size: v.size,
                    note: v.note.clone(),
                    by: names.get(v.by),
                    at: v.at,
                    state: match (v.from > today, now == Some(v.id)) {
                        (true, _) => "ahead",
                        (_, true) => "now",
                        _ => "over",
                    }
                    .to_owned(),
                })
                .collect(),
        });
    }
    Ok(Json(found))
}
