//! `DELETE /sessions/current`: signing out.

use axum::{
    http::{HeaderValue, StatusCode, header::SET_COOKIE},
    response::{IntoResponse as _, Response},
};
use platform::{Change, Ctx, Problem, Result};
use sea_orm::{ActiveModelTrait as _, Set};

use super::{COOKIE, Token};
use crate::{authz::SESSION_END, entity::session};

/// Ends the session of this request and takes the cookie back.
#[utoipa::path(
    delete, path = "/sessions/current", operation_id = SESSION_END.id, tag = "directory",
    responses((status = 204))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Response> {
    let id = ctx.session().ok_or_else(Problem::not_found)?;
    let mut tx = ctx.begin(&SESSION_END, None).await?;
    session::ActiveModel {
        id: Set(id),
        ended_at: Set(Some(ctx.floor().now())),
        ..Default::default()
    }
    .update(tx.conn())
    .await?;
    tx.record(Change::removed(
        "session",
        id,
        &ctx.actor().division,
        &serde_json::Value::Null,
    ));
    tx.commit().await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    let value = HeaderValue::try_from(Token::forget(COOKIE)).map_err(Problem::internal)?;
    response.headers_mut().append(SET_COOKIE, value);
    Ok(response)
}
