//! `GET /organisations`.

use platform::{Ctx, Json, Result};
use sea_orm::{QueryOrder as _, QuerySelect as _};
use serde::Serialize;

use super::{Organisation, show};
use crate::{authz::ORGANISATION_LIST, entity::organisation};

/// A county has some hundreds of village committees; a province belongs into pages by county.
const MOST: u64 = 5_000;

/// The bodies of one's area.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OrganisationList {
    items: Vec<Organisation>,
}

/// Lists the bodies of one's area in the official order of their divisions.
#[utoipa::path(
    get, path = "/organisations", operation_id = ORGANISATION_LIST.id, tag = "directory",
    responses((status = 200, body = OrganisationList))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<OrganisationList>> {
    let reader = ctx.query(&ORGANISATION_LIST).await?;
    let rows = reader
        .find::<organisation::Entity>()
        .order_by_asc(organisation::Column::Division)
        .order_by_asc(organisation::Column::Name)
        .limit(MOST)
        .all(reader.conn())
        .await?;
    let items = show(reader.conn(), rows).await?;
    reader.finish().await?;
    Ok(Json(OrganisationList { items }))
}
