//! `PATCH /users/{id}`.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, QueryFilter as _, Set};
use serde::Deserialize;
use uuid::Uuid;

use super::{User, create::NAME_MAX, get, show};
use crate::{
    authz::USER_UPDATE,
    entity::{organisation, user},
    model::UserStatus,
    problems::USER_STATE,
    repo,
    session::stored_code,
};

/// What may change; what is left out stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserChange {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    organisation_id: Option<Uuid>,
    /// `active` or `disabled`; locking is an operation of its own.
    #[serde(default)]
    status: Option<UserStatus>,
}

/// Changes name, organisation or status. Disabling ends all sessions at once.
#[utoipa::path(
    patch, path = "/users/{id}", operation_id = USER_UPDATE.id, tag = "directory",
    params(("id" = Uuid, Path)), request_body = UserChange,
    responses((status = 200, body = User))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<UserChange>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&USER_UPDATE, None).await?;
    let row = get(&tx, id).await?;
    ctx.expect_version(row.version)?;
    let before = show(&ctx, tx.conn(), vec![row.clone()]).await?.remove(0);
    let mut change: user::ActiveModel = row.clone().into();
    if let Some(name) = given.name.map(|name| name.trim().to_owned()) {
        if name.is_empty() || name.chars().count() > NAME_MAX {
            return Err(Problem::invalid().field(
                "/name",
                format!("请填写姓名，至多{NAME_MAX}个字"),
                format!("Give a name of at most {NAME_MAX} characters."),
            ));
        }
        change.name = Set(name);
    }
    if let Some(organisation_id) = given.organisation_id {
        let organisation = tx
            .find::<organisation::Entity>()
            .filter(organisation::Column::Id.eq(organisation_id))
            .one(tx.conn())
            .await?
            .ok_or_else(|| {
                Problem::invalid().field("/organisation_id", "机构不存在", "No such organisation.")
            })?;
        change.organisation_id = Set(organisation.id);
        change.division = Set(organisation.division);
    }
    match given.status {
        None => {}
        Some(UserStatus::Locked) => return Err(Problem::new(&USER_STATE)),
        Some(status) => {
            change.status = Set(status.as_str().to_owned());
            if status == UserStatus::Disabled {
                repo::end_sessions(tx.conn(), id, None, ctx.floor().now()).await?;
            }
        }
    }
    change.version = Set(row.version + 1);
    let saved = change.update(tx.conn()).await?;
    let division = stored_code(&saved.division)?;
    let after = show(&ctx, tx.conn(), vec![saved]).await?.remove(0);
    tx.record(Change::updated("user", id, &division, &before, &after));
    tx.finish_versioned(200, &after, after.version).await
}
