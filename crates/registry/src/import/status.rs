//! The state of an import while jobs work on it.

use platform::{Ctx, JobCtx, Result, Sql, bulk};
use uuid::Uuid;

use super::store::ImportStatus;
use crate::authz::IMPORT_READ;

/// Moves an import from one of some states to another; from any other it stays.
pub(crate) async fn set(
    ctx: &Ctx,
    id: Uuid,
    from: &[ImportStatus],
    to: ImportStatus,
) -> Result<()> {
    let reader = ctx.query(&crate::authz::IMPORT_GET).await?;
    let now: Option<String> = reader
        .conn()
        .scalar(Sql::new("select status from import where id = ").bind(id))
        .await?;
    reader.finish().await?;
    if !from.iter().any(|s| now.as_deref() == Some(s.as_str())) {
        return Ok(());
    }
    let mut tx = ctx.begin(&IMPORT_READ, None).await?;
    let sql = Sql::new("update import set problem = null, status = ")
        .bind(to.as_str())
        .text(" where id = ")
        .bind(id);
    bulk::execute(&mut tx, sql).await?;
    tx.about("import", id, None);
    tx.commit().await?;
    Ok(())
}

/// Writes into the import how its job ended. An import that was sent back to `ready` stays so.
pub(crate) async fn settle<T>(job: &JobCtx, id: Uuid, end: &Result<T>) -> Result<()> {
    let Err(problem) = end else { return Ok(()) };
    let to = if problem.code() == "platform.job.cancelled" {
        ImportStatus::Cancelled
    } else {
        ImportStatus::Failed
    };
    let body = problem.body(job.ctx().locale(), Some(&job.id().to_string()));
    let mut tx = job.begin(&IMPORT_READ, None).await?;
    let sql = Sql::new("update import set status = ")
        .bind(to.as_str())
        .text(", problem = ")
        .bind(serde_json::to_string(&body)?)
        .text(" where id = ")
        .bind(id)
        .text(" and status in ('reading', 'applying')");
    bulk::execute(&mut tx, sql).await?;
    tx.about("import", id, None);
    tx.commit().await?;
    Ok(())
}
