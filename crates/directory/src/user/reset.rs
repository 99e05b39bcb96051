//! `POST /users/{id}/reset-password`.

use platform::{Answer, Change, Ctx, Path, Result, Tx};
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
    let (tx, answer) = prepare(&ctx, id).await?;
    tx.finish(200, &answer).await
}

/// Gives a new first password; for the set-up, when the one it had written down is lost.
///
/// # Errors
/// When there is no such user.
pub async fn reset(ctx: &Ctx, id: Uuid) -> Result<String> {
    let (tx, answer) = prepare(ctx, id).await?;
    tx.commit().await?;
    Ok(answer.initial_password)
}

async fn prepare(ctx: &Ctx, id: Uuid) -> Result<(Tx, ResetPassword)> {
    let initial_password = first_password();
    let hashed = hash(ctx, initial_password.clone()).await?;
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
    Ok((tx, ResetPassword { initial_password }))
}
