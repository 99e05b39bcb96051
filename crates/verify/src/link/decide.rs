//! `POST /link-pairs/{id}/decide`: a person says whether a row is about somebody, with a reason.
//! The answer may be changed; runs that were made before keep what they found.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, LinkPair, LinkStatus, NOUN, Row};
use super::work::QUEUE;
use crate::authz::LINK_DECIDE;
use crate::problems::LINK_STATE;
use crate::said;
use crate::words;

/// What somebody decided.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkDecision {
    /// `same`: the row is about this person; `different`: about somebody else; `unsure`: it
    /// cannot be told from what is there.
    answer: String,
    /// Why, and how it was found out.
    reason: String,
}

/// Decides whether a row is about a person.
#[utoipa::path(
    post, path = "/link-pairs/{id}/decide", operation_id = LINK_DECIDE.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = LinkDecision,
    responses((status = 200, body = LinkPair))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<LinkDecision>,
) -> Result<Answer> {
    let status = match given.answer.as_str() {
        "same" => LinkStatus::Same,
        "different" => LinkStatus::Different,
        "unsure" => LinkStatus::Unsure,
        _ => {
            return Err(Problem::invalid().field(
                "/answer",
                "请选择：是同一人、不是同一人、无法判断",
                "The answer is same, different or unsure.",
            ));
        }
    };
    let reason = said(&given.reason, "/reason")?;
    let mut tx = ctx.begin(&LINK_DECIDE, None).await?;
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    ctx.expect_version(row.version)?;
    if row.status == LinkStatus::Closed {
        return Err(Problem::new(&LINK_STATE));
    }
    if status == LinkStatus::Same && taken(&tx, &row).await? {
        return Err(Problem::new(&LINK_STATE));
    }
    let note = ctx
        .floor()
        .vault()
        .seal(NOUN, "note", id, reason.as_bytes());
    let sql = Sql::with(
        "update link_pair set status = ?, carried = ?, note = ?, decided_by = ?, decided_at = ?, \
         version = version + 1 where id = ?",
        [
            status.word().into(),
            false.into(),
            note.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    others(&tx, &row, status).await?;
    tx.record(Change::updated(
        NOUN,
        id,
        &row.division,
        &row.status,
        &status,
    ));
    tx.because(&reason);
    if open(&tx, row.delivery).await? == 0 {
        tx.close_tasks(QUEUE, row.delivery).await?;
    }
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let view = store::views(&ctx, tx.conn(), &pack, vec![row], true).await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    let version = view.version;
    tx.finish_versioned(200, &view, version).await
}

/// Whether the row was given to another person.
async fn taken(tx: &Tx, row: &Row) -> Result<bool> {
    let sql = Sql::with(
        "select count(*) from link_pair where delivery = ? and line = ? and status = 'same' and id <> ?",
        [row.delivery.into(), row.line.into(), row.id.into()],
    );
    Ok(tx.conn().scalar::<i64>(sql).await?.unwrap_or(0) > 0)
}

/// A row is about one person: the other pairs of it are closed while one is the same, and open
/// again when it is not any more.
async fn others(tx: &Tx, row: &Row, status: LinkStatus) -> Result<()> {
    let (from, to) = match (row.status, status) {
        (_, LinkStatus::Same) => ("open", "closed"),
        (LinkStatus::Same, _) => ("closed", "open"),
        _ => return Ok(()),
    };
    let sql = Sql::with(
        "update link_pair set status = ?, version = version + 1 \
         where delivery = ? and line = ? and status = ? and id <> ?",
        [
            to.into(),
            row.delivery.into(),
            row.line.into(),
            from.into(),
            row.id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    Ok(())
}

async fn open(tx: &Tx, delivery: Uuid) -> Result<i64> {
    let sql = Sql::new("select count(*) from link_pair where status = 'open' and delivery = ")
        .bind(delivery);
    Ok(tx.conn().scalar(sql).await?.unwrap_or(0))
}
