//! `GET /roles`.

use platform::{Ctx, Json, Result};
use serde::Serialize;

use crate::authz::ROLE_LIST;

/// A role of the pack.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Role)]
pub(crate) struct RoleView {
    key: String,
    zh: String,
    en: String,
    /// What it allows, as patterns.
    permissions: Vec<String>,
    /// The level of division at which it is granted.
    level: String,
}

/// Lists the roles of the pack in force.
#[utoipa::path(
    get, path = "/roles", operation_id = ROLE_LIST.id, tag = "directory",
    responses((status = 200, body = Vec<RoleView>))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Vec<RoleView>>> {
    let reader = ctx.query(&ROLE_LIST).await?;
    reader.finish().await?;
    let roles = ctx.floor().roles();
    Ok(Json(
        roles
            .iter()
            .map(|role| RoleView {
                key: role.key.clone(),
                zh: role.zh.clone(),
                en: role.en.clone(),
                permissions: role.permissions.clone(),
                level: role.level.clone(),
            })
            .collect(),
    ))
}
