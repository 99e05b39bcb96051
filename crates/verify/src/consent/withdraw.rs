//! `POST /verification/consents/{id}/withdraw`.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql};
use serde::Deserialize;
use uuid::Uuid;

use super::{Consent, NOUN, all};
use crate::authz::CONSENT_WITHDRAW;
use crate::problems::CONSENT_WITHDRAWN;
use crate::request;

/// A withdrawal.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withdrawal {
    /// What the person said.
    reason: String,
}

/// Takes a consent back from today on. Requests that name the person and have no report yet are
/// cancelled; what was reported before stays on record.
#[utoipa::path(
    post, path = "/verification/consents/{id}/withdraw", operation_id = CONSENT_WITHDRAW.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = Withdrawal,
    responses((status = 200, body = Consent), (status = 409, description = "verify.consent.withdrawn"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Withdrawal>,
) -> Result<Answer> {
    let reason = crate::said(&given.reason, "/reason")?;
    let mut tx = ctx.begin(&CONSENT_WITHDRAW, Some(&reason)).await?;
    let mine = || {
        let scope = tx.scope().sql_in("t.division", Some("t.section"));
        scope.text(" and t.id = ").bind(id)
    };
    let before = all(tx.floor(), tx.conn(), mine()).await?.pop();
    let before = before.ok_or_else(Problem::not_found)?;
    ctx.expect_version(before.version)?;
    if before.withdrawn_on.is_some() {
        return Err(Problem::new(&CONSENT_WITHDRAWN));
    }
    let sealed = tx
        .floor()
        .vault()
        .seal(NOUN, "withdrawn_why", id, reason.as_bytes());
    let sql = Sql::new("update consent set withdrawn_on = ")
        .bind(tx.floor().today())
        .text(", withdrawn_by = ")
        .bind(ctx.actor().user)
        .text(", withdrawn_why = ")
        .bind(sealed)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    let after = all(tx.floor(), tx.conn(), mine()).await?.remove(0);
    tx.record(Change::updated(
        NOUN,
        id,
        &before.division,
        &before.recorded(),
        &after.recorded(),
    ));
    request::cancel::without_consent(&mut tx, id).await?;
    let version = after.version;
    tx.finish_versioned(200, &after, version).await
}
