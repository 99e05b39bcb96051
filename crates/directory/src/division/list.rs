//! `GET /divisions`: the areas below one, or those whose name holds a word.

use kernel::DivisionCode;
use platform::{Ctx, Json, Problem, Query, Result};
use serde::{Deserialize, Serialize};

use crate::{authz::DIVISION_LIST, entity::division, repo};

/// The most areas in one answer: a county has a few hundred villages.
pub(super) const MOST: u64 = 2_000;

/// Which areas.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// The area directly above; with `level`, any area above.
    parent: Option<String>,
    /// province, city, county, township or village.
    level: Option<String>,
    /// A word within the name.
    q: Option<String>,
}

/// An area with what a tree needs.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Division {
    code: String,
    name: String,
    full_name: String,
    level: String,
    parent: Option<String>,
    has_children: bool,
}

/// The areas found, in the order of their codes.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DivisionList {
    items: Vec<Division>,
}

/// Lists areas. Names of areas are public, so that every signed-in user may see all.
#[utoipa::path(
    get, path = "/divisions", operation_id = DIVISION_LIST.id, tag = "directory",
    params(Filter), responses((status = 200, body = DivisionList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Json<DivisionList>> {
    let parent = match filter.parent.as_deref() {
        None => None,
        Some(code) => Some(DivisionCode::parse(code).map_err(|fault| {
            use kernel::Bilingual as _;
            Problem::invalid().field("/parent", fault.zh(), fault.en())
        })?),
    };
    let reader = ctx.query(&DIVISION_LIST).await?;
    let rows = repo::list_divisions(
        reader.conn(),
        parent.as_ref(),
        filter.level.as_deref(),
        filter.q.as_deref(),
        ctx.floor().today(),
        MOST,
    )
    .await?;
    let parents = repo::codes_with_children(reader.conn(), &rows).await?;
    reader.finish().await?;
    let items = rows
        .into_iter()
        .map(|row: division::Model| Division {
            has_children: parents.contains(&row.code),
            code: row.code,
            name: row.name,
            full_name: row.full_name,
            level: row.level,
            parent: row.parent,
        })
        .collect();
    Ok(Json(DivisionList { items }))
}
