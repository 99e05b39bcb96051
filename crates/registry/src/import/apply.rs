//! `POST /imports/{id}/apply`.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Import, ImportStatus};
use super::{apply_job, read_job};
use crate::authz::IMPORT_APPLY;
use crate::problems::{OTHER_RUNS, STATE, WRONG_ROWS};

/// How much is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Everything; refused while a row is wrong.
    All,
    /// The households without fault.
    Right,
}

/// What to apply.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    mode: Mode,
}

/// Takes an import over, whole or its right households.
#[utoipa::path(
    post, path = "/imports/{id}/apply", operation_id = IMPORT_APPLY.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = Body, responses((status = 200, body = Import))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Body>,
) -> Result<Answer> {
    let (tx, import) = begin(&ctx, id, body.mode).await?;
    tx.finish(200, &import).await
}

/// Takes an import over; for the demo and the commands.
///
/// # Errors
/// An import that is not ready, wrong rows with [`Mode::All`], another import that runs.
pub async fn apply(ctx: &Ctx, id: Uuid, mode: Mode) -> Result<Import> {
    let (tx, import) = begin(ctx, id, mode).await?;
    tx.commit().await?;
    Ok(import)
}

async fn begin(ctx: &Ctx, id: Uuid, mode: Mode) -> Result<(Tx, Import)> {
    let mut tx = ctx.begin(&IMPORT_APPLY, None).await?;
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    if row.status != ImportStatus::Ready {
        return Err(Problem::new(&STATE));
    }
    let wrong = row.totals.as_ref().map_or(0, |t| t.wrong);
    if mode == Mode::All && wrong > 0 {
        return Err(Problem::new(&WRONG_ROWS).detail(
            format!("有 {wrong} 户存在错误：请修改后重新上传，或选择只导入正确的户"),
            format!("{wrong} households are wrong: correct and upload again, or import the right ones only."),
        ));
    }
    let args = read_job::Args { import: id };
    let job = tx
        .enqueue_once(apply_job::KIND, "register", &args)
        .await
        .map_err(|p| {
            if p.code() == "platform.conflict" {
                Problem::new(&OTHER_RUNS)
            } else {
                p
            }
        })?;
    let name = match mode {
        Mode::All => "all",
        Mode::Right => "right",
    };
    let applied = store::revision(tx.conn()).await? + 1;
    let sql = Sql::new("update import set status = 'applying', mode = ")
        .bind(name)
        .text(", job = ")
        .bind(job)
        .text(", applied = ")
        .bind(applied)
        .text(" where id = ")
        .bind(id);
    bulk::execute(&mut tx, sql).await?;
    let before = json!({"status": "ready"});
    tx.record(Change::updated(
        "import",
        id,
        &ctx.actor().division,
        &before,
        &json!({"status": "applying", "mode": name}),
    ));
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    let import = store::view(ctx, tx.conn(), row).await?;
    Ok((tx, import))
}
