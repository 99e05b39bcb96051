//! `POST /sessions`: signing in.

use axum::{
    http::{HeaderValue, header::SET_COOKIE},
    response::{IntoResponse as _, Response},
};
use platform::{Change, Ctx, Floor, Json, Problem, Result, Visitor, http::RequestState};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::Deserialize;
use uuid::Uuid;

use super::{COOKIE, Token, get::Me, principal_of};
use crate::{
    authz::{SESSION_CREATE, SESSION_GET},
    entity::{session, user},
    model::{UserStatus, login_name},
    problems::REFUSED,
    repo,
    settings::Settings,
};

/// Name and password.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    login: String,
    password: String,
}

/// Signs in and hands out the session cookie. An unknown name, a wrong password and a locked or
/// disabled account get one answer after the same work, so that nobody learns which names exist.
#[utoipa::path(
    post, path = "/sessions", operation_id = SESSION_CREATE.id, tag = "directory",
    request_body = Credentials,
    responses((status = 200, body = Me), (status = 401, description = "Refused"))
)]
pub(crate) async fn handle(visitor: Visitor, Json(given): Json<Credentials>) -> Result<Response> {
    let (token, me) = sign_in(&visitor.floor, visitor.request, given).await?;
    let cookie = token.cookie(COOKIE, &Settings::of(&visitor.floor));
    let mut response = Json(me).into_response();
    let value = HeaderValue::try_from(cookie).map_err(Problem::internal)?;
    response.headers_mut().append(SET_COOKIE, value);
    Ok(response)
}

async fn sign_in(floor: &Floor, request: RequestState, given: Credentials) -> Result<(Token, Me)> {
    let settings = Settings::of(floor);
    let found = match login_name(&given.login) {
        None => None,
        Some(login) => {
            let reader = Ctx::system(floor, Uuid::nil(), "sign-in")
                .query(&SESSION_GET)
                .await?;
            match repo::user_by_login(reader.conn(), &login).await? {
                None => None,
                Some(user) => {
                    let principal = principal_of(reader.conn(), &user).await?;
                    Some((user, principal))
                }
            }
        }
    };
    let stored = found.as_ref().map(|(user, _)| user.password.clone());
    // Hashing takes a tenth of a second of one core: not on the threads that serve others, and
    // for an unknown name just as long.
    let right = tokio::task::spawn_blocking(move || match stored {
        Some(stored) => settings.hasher.verify(&given.password, &stored),
        None => {
            settings
                .hasher
                .hash(&given.password.chars().take(64).collect::<String>());
            false
        }
    })
    .await
    .map_err(Problem::internal)?;
    let Some((user, principal)) = found else {
        tracing::warn!("sign-in refused: unknown login");
        return Err(refused(floor));
    };
    let ctx = Ctx::of(floor, principal, request);
    let open = user.status == UserStatus::Active.as_str()
        && user.locked_until.is_none_or(|until| until <= floor.now());
    if !(right && open) {
        count_failure(&ctx, user, right).await?;
        return Err(refused(floor));
    }
    open_session(&ctx, user).await
}

fn refused(floor: &Floor) -> Problem {
    let settings = Settings::of(floor);
    let (times, minutes) = (settings.failures, settings.lock.num_minutes());
    Problem::new(&REFUSED).detail(
        format!(
            "请核对登录名和密码。连续{times}次错误将锁定{minutes}分钟；仍无法登录请联系安全管理员。"
        ),
        format!(
            "Check both. {times} wrong attempts in a row lock an account for {minutes} minutes; \
             if it still fails, ask your security administrator."
        ),
    )
}

/// Counts a failed attempt and locks the account for a time when there were too many. The count
/// is kept although the answer is a refusal, and the attempt stands in the audit chain.
async fn count_failure(ctx: &Ctx, user: user::Model, right: bool) -> Result<()> {
    let floor = ctx.floor();
    let settings = Settings::of(floor);
    let mut tx = ctx.begin(&SESSION_CREATE, Some("refused")).await?;
    // Read again inside the unit of work: attempts may come at the same time.
    let Some(fresh) = repo::user_by_id(tx.conn(), user.id).await? else {
        return Ok(());
    };
    let mut row: user::ActiveModel = fresh.clone().into();
    if !right && fresh.locked_until.is_none_or(|until| until <= floor.now()) {
        let failures = fresh.failures + 1;
        if failures >= settings.failures {
            row.failures = Set(0);
            row.locked_until = Set(Some(floor.now() + settings.lock));
        } else {
            row.failures = Set(failures);
        }
        row.update(tx.conn()).await?;
    }
    let division = super::stored_code(&user.division)?;
    tx.record(Change::created(
        "sign_in_refused",
        user.id,
        &division,
        &serde_json::Value::Null,
    ));
    tx.commit().await?;
    Ok(())
}

async fn open_session(ctx: &Ctx, user: user::Model) -> Result<(Token, Me)> {
    let floor = ctx.floor();
    let token = Token::random();
    let mut tx = ctx.begin(&SESSION_CREATE, None).await?;
    let id = floor.new_id();
    session::ActiveModel {
        id: Set(id),
        token: Set(token.digest()),
        user_id: Set(user.id),
        created_at: Set(floor.now()),
        ended_at: Set(None),
    }
    .insert(tx.conn())
    .await?;
    let mut row: user::ActiveModel = user.clone().into();
    row.failures = Set(0);
    row.locked_until = Set(None);
    row.last_login = Set(Some(floor.now()));
    row.update(tx.conn()).await?;
    let me = super::get::me(ctx, tx.conn(), &user).await?;
    let division = super::stored_code(&user.division)?;
    tx.record(Change::created(
        "session",
        id,
        &division,
        &serde_json::Value::Null,
    ));
    tx.commit().await?;
    Ok((token, me))
}
