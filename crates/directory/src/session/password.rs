//! `POST /sessions/current/password`: changing one's own password.

use axum::http::StatusCode;
use kernel::Bilingual as _;
use platform::{Change, Ctx, Json, Problem, Result};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::Deserialize;

use crate::{
    authz::{PASSWORD_CHANGE, SESSION_GET},
    entity::user,
    password::check_strength,
    problems::{OLD_PASSWORD, WEAK_PASSWORD},
    repo,
    settings::Settings,
};

/// The old password and the new one.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordChange {
    old: String,
    new: String,
}

/// Changes the password and ends the user's other sessions, because whoever knew the old
/// password may sit in one of them.
#[utoipa::path(
    post, path = "/sessions/current/password", operation_id = PASSWORD_CHANGE.id,
    tag = "directory", request_body = PasswordChange, responses((status = 204))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<PasswordChange>) -> Result<StatusCode> {
    let reader = ctx.query(&SESSION_GET).await?;
    let user = repo::user_by_id(reader.conn(), ctx.actor().user)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    check_strength(&user.login, Some(&given.old), &given.new).map_err(|weakness| {
        Problem::new(&WEAK_PASSWORD).field("/new", weakness.zh(), weakness.en())
    })?;
    let settings = Settings::of(ctx.floor());
    let stored = user.password.clone();
    let hashed = tokio::task::spawn_blocking(move || {
        settings
            .hasher
            .verify(&given.old, &stored)
            .then(|| settings.hasher.hash(&given.new))
    })
    .await
    .map_err(Problem::internal)?
    .ok_or_else(|| {
        Problem::new(&OLD_PASSWORD).field(
            "/old",
            "旧密码不正确，请重新输入",
            "The old password is wrong; enter it again.",
        )
    })?;
    let mut tx = ctx.begin(&PASSWORD_CHANGE, None).await?;
    let fresh = repo::user_by_id(tx.conn(), user.id)
        .await?
        .ok_or_else(Problem::not_found)?;
    if fresh.password != user.password {
        return Err(Problem::conflict());
    }
    let mut row: user::ActiveModel = fresh.into();
    row.password = Set(hashed);
    row.must_change = Set(false);
    row.update(tx.conn()).await?;
    repo::end_sessions(tx.conn(), user.id, ctx.session(), ctx.floor().now()).await?;
    tx.record(Change::created(
        "password",
        user.id,
        &ctx.actor().division,
        &serde_json::Value::Null,
    ));
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
