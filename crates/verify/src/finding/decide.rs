//! A finding is a clue and no verdict: somebody decides on it with a reason, the family may
//! object, and then another person looks again.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, FindingStatus, NOUN, Row};
use crate::authz::{RESULT_DECIDE, RESULT_OBJECT};
use crate::problems::RESULT_STATE;
use crate::words;

/// The longest reason, in characters.
const LONG: usize = 2_000;

/// What somebody found out.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResultDecision {
    /// `confirmed`: it is so; `cleared`: it is not so, or does not matter.
    verdict: String,
    /// Why, and how it was found out.
    note: String,
}

/// What the family objects.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResultObjection {
    /// Their words.
    objection: String,
}

fn text(given: &str, pointer: &'static str) -> Result<String> {
    let given = given.trim();
    if given.is_empty() || given.chars().count() > LONG {
        return Err(Problem::invalid().field(
            pointer,
            "请填写，不超过2000字",
            "Fill this in, with at most 2,000 characters.",
        ));
    }
    Ok(given.to_owned())
}

/// Decides on a finding.
#[utoipa::path(
    post, path = "/findings/{id}/decide", operation_id = RESULT_DECIDE.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = ResultDecision,
    responses((status = 200, body = store::Finding))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<ResultDecision>,
) -> Result<Answer> {
    let note = text(&given.note, "/note")?;
    let status = match given.verdict.as_str() {
        "confirmed" => FindingStatus::Confirmed,
        "cleared" => FindingStatus::Cleared,
        _ => {
            return Err(Problem::invalid().field(
                "/verdict",
                "结论应为属实或排除",
                "The verdict is confirmed or cleared.",
            ));
        }
    };
    let mut tx = ctx.begin(&RESULT_DECIDE, None).await?;
    let row = store::find(&ctx, tx.conn(), tx.scope(), id).await?;
    ctx.expect_version(row.version)?;
    if row.status == FindingStatus::Objected && row.decided_by == Some(ctx.actor().user) {
        return Err(Problem::new(&RESULT_STATE).detail(
            "家庭提出异议后，须由另一人复查",
            "After an objection another person looks again",
        ));
    }
    if row.gone || !matches!(row.status, FindingStatus::Open | FindingStatus::Objected) {
        return Err(Problem::new(&RESULT_STATE));
    }
    let sealed = ctx.floor().vault().seal(NOUN, "note", id, note.as_bytes());
    let sql = Sql::with(
        "update finding set status = ?, note = ?, decided_by = ?, decided_at = ?, \
         version = version + 1 where id = ?",
        [
            status.word().into(),
            sealed.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    tx.because(&note);
    answer(tx, row, status).await
}

/// Enters what the family objects; somebody else then looks again.
#[utoipa::path(
    post, path = "/findings/{id}/object", operation_id = RESULT_OBJECT.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = ResultObjection,
    responses((status = 200, body = store::Finding))
)]
pub(crate) async fn object(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<ResultObjection>,
) -> Result<Answer> {
    let objection = text(&given.objection, "/objection")?;
    let tx = ctx.begin(&RESULT_OBJECT, None).await?;
    let row = store::find(&ctx, tx.conn(), tx.scope(), id).await?;
    ctx.expect_version(row.version)?;
    if row.status != FindingStatus::Confirmed {
        return Err(Problem::new(&RESULT_STATE).detail(
            "只有认定属实的结果才能提出异议",
            "An objection is against a finding that was confirmed",
        ));
    }
    let vault = ctx.floor().vault();
    let sealed = vault.seal(NOUN, "objection", id, objection.as_bytes());
    let sql = Sql::with(
        "update finding set status = 'objected', objection = ?, objected_at = ?, \
         version = version + 1 where id = ?",
        [sealed.into(), ctx.floor().now().into(), id.into()],
    );
    tx.conn().run(sql).await?;
    answer(tx, row, FindingStatus::Objected).await
}

async fn answer(mut tx: Tx, before: Row, status: FindingStatus) -> Result<Answer> {
    let ctx = tx.ctx().clone();
    tx.record(Change::updated(
        NOUN,
        before.id,
        &before.division,
        &before.status,
        &status,
    ));
    let row = store::find(&ctx, tx.conn(), tx.scope(), before.id).await?;
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let view = store::views(&ctx, tx.conn(), &pack, vec![row], false).await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    let version = view.version;
    tx.finish_versioned(200, &view, version).await
}
