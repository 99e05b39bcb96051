//! `DELETE /grants/{id}`.

use axum::http::StatusCode;
use platform::{Change, Ctx, Path, Problem, Result};
use sea_orm::{ActiveModelTrait as _, Set};
use uuid::Uuid;

use crate::{
    authz::GRANT_END, entity::grant, problems::OWN_GRANT, repo, session::stored_code,
    user::show_grants,
};

/// Ends a grant as of yesterday, which takes the right away with the very next request; the
/// grant itself is kept, because past acts rest on it.
#[utoipa::path(
    delete, path = "/grants/{id}", operation_id = GRANT_END.id, tag = "directory",
    params(("id" = Uuid, Path)), responses((status = 204))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<StatusCode> {
    let mut tx = ctx.begin(&GRANT_END, None).await?;
    let row = repo::grant_by_id(tx.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = stored_code(&row.division)?;
    tx.require(&division)?;
    if row.user_id == ctx.actor().user {
        return Err(Problem::new(&OWN_GRANT));
    }
    let yesterday = ctx.floor().today().pred_opt().unwrap_or(row.valid_from);
    if row.valid_to.is_some_and(|to| to <= yesterday) {
        return Ok(StatusCode::NO_CONTENT);
    }
    let (_, before) = show_grants(&ctx, tx.conn(), vec![row.clone()])
        .await?
        .remove(0);
    let mut change: grant::ActiveModel = row.into();
    change.valid_to = Set(Some(yesterday));
    change.update(tx.conn()).await?;
    tx.record(Change::removed("grant", id, &division, &before));
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
