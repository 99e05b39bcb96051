//! `PATCH /organisations/{id}`.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, QueryFilter as _, Set};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Organisation,
    create::{NAME_MAX, name_taken},
    show,
};
use crate::{authz::ORGANISATION_UPDATE, entity::organisation, session::stored_code};

/// What may change; what is left out stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationChange {
    #[serde(default)]
    name: Option<String>,
    /// Its telephone; blank takes it away.
    #[serde(default)]
    phone: Option<String>,
    /// Its address; blank takes it away.
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    sections: Option<Vec<String>>,
    /// `active` or `closed`.
    #[serde(default)]
    status: Option<String>,
}

/// Changes a body; its area never changes, because its audit chain belongs to it.
#[utoipa::path(
    patch, path = "/organisations/{id}", operation_id = ORGANISATION_UPDATE.id,
    tag = "directory", params(("id" = Uuid, Path)), request_body = OrganisationChange,
    responses((status = 200, body = Organisation))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<OrganisationChange>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&ORGANISATION_UPDATE, None).await?;
    let row = tx
        .find::<organisation::Entity>()
        .filter(organisation::Column::Id.eq(id))
        .one(tx.conn())
        .await?
        .ok_or_else(Problem::not_found)?;
    ctx.expect_version(row.version)?;
    let division = stored_code(&row.division)?;
    let before = show(tx.conn(), vec![row.clone()]).await?.remove(0);
    let mut change: organisation::ActiveModel = row.into();
    if let Some(name) = given.name.map(|name| name.trim().to_owned()) {
        if name.is_empty() || name.chars().count() > NAME_MAX {
            return Err(Problem::invalid().field(
                "/name",
                format!("请填写机构名称，至多{NAME_MAX}个字"),
                format!("Give a name of at most {NAME_MAX} characters."),
            ));
        }
        change.name = Set(name);
    }
    if let Some(phone) = given.phone {
        change.phone = Set(super::telephone(&phone)?);
    }
    if let Some(address) = given.address {
        change.address = Set(super::address(&address)?);
    }
    if let Some(sections) = given.sections {
        change.sections = Set(serde_json::json!(sections));
    }
    if let Some(status) = given.status {
        if !["active", "closed"].contains(&status.as_str()) {
            return Err(Problem::invalid().field(
                "/status",
                "状态只能是 active 或 closed",
                "The status is active or closed.",
            ));
        }
        change.status = Set(status);
    }
    change.version = Set(before.version + 1);
    let row = change.update(tx.conn()).await.map_err(name_taken)?;
    let after = show(tx.conn(), vec![row]).await?.remove(0);
    tx.record(Change::updated(
        "organisation",
        id,
        &division,
        &before,
        &after,
    ));
    tx.finish_versioned(200, &after, after.version).await
}
