//! `POST /users/{id}/reset-password`.

use platform::{Answer, Change, Ctx, Path, Result};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::Serialize;
use uuid::Uuid;

use super::{create::hash, get};
use crate::{
    authz::USER_RESET, entity::user, password::first_password, repo, session::stored_code,
};

/// The password to hand over, which is shown this once.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct ResetPassword {
    initial_password: String,
}

/// Gives a new first password, which must be changed at the next sign-in, and ends all sessions.
#[utoipa::path(
    post, path = "/users/{id}/reset-password", operation_id = USER_RESET.id, tag = "directory",
    params(("id" = Uuid, Path)), responses((status = 200, body = ResetPassword))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let initial_password = first_password();
    let hashed = hash(&ctx, initial_password.clone()).await?;
    let mut tx = ctx.begin(&USER_RESET, None).await?;
    let row = get(&tx, id).await?;
    let mut changed: user::ActiveModel = row.clone().into();
    changed.password = Set(hashed);
    changed.must_change = Set(true);
    changed.version = Set(row.version + 1);
    changed.update(tx.conn()).await?;
    repo::end_sessions(tx.conn(), id, None, ctx.floor().now()).await?;
    let division = stored_code(&row.division)?;
    tx.record(Change::created(
        "password",
        id,
        &division,
        &serde_json::Value::Null,
    ));
    tx.finish(200, &ResetPassword { initial_password }).await
}
