//! `POST /users/{id}/lock` and `…/unlock`: the security administrator's.

use platform::{Change, Ctx, Json, Operation, Path, Problem, Result};
use sea_orm::{ActiveModelTrait as _, Set};
use uuid::Uuid;

use super::{User, get, show};
use crate::{
    authz::{USER_LOCK, USER_UNLOCK},
    entity::user,
    model::UserStatus,
    problems::USER_STATE,
    repo,
    session::stored_code,
};

/// Locks a user and ends all sessions at once.
#[utoipa::path(
    post, path = "/users/{id}/lock", operation_id = USER_LOCK.id, tag = "directory",
    params(("id" = Uuid, Path)), responses((status = 200, body = User))
)]
pub(crate) async fn lock(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<User>> {
    change(&ctx, &USER_LOCK, id, UserStatus::lock).await
}

/// Unlocks a user, also from the time lock after too many wrong passwords.
#[utoipa::path(
    post, path = "/users/{id}/unlock", operation_id = USER_UNLOCK.id, tag = "directory",
    params(("id" = Uuid, Path)), responses((status = 200, body = User))
)]
pub(crate) async fn unlock(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<User>> {
    change(&ctx, &USER_UNLOCK, id, UserStatus::unlock).await
}

async fn change(
    ctx: &Ctx,
    operation: &'static Operation,
    id: Uuid,
    step: fn(UserStatus) -> Option<UserStatus>,
) -> Result<Json<User>> {
    let mut tx = ctx.begin(operation, None).await?;
    let row = get(&tx, id).await?;
    let next = UserStatus::parse(&row.status)
        .and_then(step)
        .ok_or_else(|| Problem::new(&USER_STATE))?;
    let before = show(ctx, tx.conn(), vec![row.clone()]).await?.remove(0);
    let mut changed: user::ActiveModel = row.clone().into();
    changed.status = Set(next.as_str().to_owned());
    changed.failures = Set(0);
    changed.locked_until = Set(None);
    changed.version = Set(row.version + 1);
    let saved = changed.update(tx.conn()).await?;
    if next == UserStatus::Locked {
        repo::end_sessions(tx.conn(), id, None, ctx.floor().now()).await?;
    }
    let division = stored_code(&saved.division)?;
    let after = show(ctx, tx.conn(), vec![saved]).await?.remove(0);
    tx.record(Change::updated("user", id, &division, &before, &after));
    tx.commit().await?;
    Ok(Json(after))
}
