//! The family objects to a finding; somebody looks again and says whether it stands.

use kernel::DivisionCode;
use platform::{Answer, Change, Ctx, Json, NewTask, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::{FindingState, LINE, LineView, Reported, lines};
use crate::authz::{FINDING_DECIDE, FINDING_OBJECT};
use crate::problems::FINDING_STATE;
use crate::request;

/// An objection.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Objection {
    /// What the family says, and what it shows for it.
    reason: String,
}

/// What a finding comes to.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outcome {
    /// True: it is so. False: it is not so, or does not matter.
    stands: bool,
    /// What was looked at, and why.
    reason: String,
}

/// A finding with where its case is.
struct Found {
    line: LineView,
    case: Uuid,
    number: Option<String>,
    place: DivisionCode,
}

async fn find(ctx: &Ctx, tx: &Tx, id: Uuid) -> Result<Found> {
    let sql = Sql::new(
        "select r.case_id, r.case_number, r.division from verification_line l \
         join verification_report p on p.id = l.report \
         join verification_request r on r.id = p.request where ",
    )
    .push(request::mine(ctx, tx.scope()))
    .text(" and l.id = ")
    .bind(id);
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    let division: String = row.try_get_by_index(2)?;
    Ok(Found {
        line: one(tx, id).await?,
        case: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        place: DivisionCode::parse(&division).map_err(Problem::internal)?,
    })
}

async fn one(tx: &Tx, id: Uuid) -> Result<LineView> {
    let condition = Sql::new("l.id = ").bind(id);
    let found = lines(tx.floor(), tx.conn(), condition).await?.pop();
    found.ok_or_else(Problem::not_found)
}

/// What the audit chain keeps: states and days, not what was found or said.
fn recorded(line: &LineView) -> serde_json::Value {
    serde_json::json!({
        "source": line.source, "state": line.state, "objected_on": line.objected_on,
        "decided_on": line.decided_on, "version": line.version,
    })
}

/// Records that the family objects. No review goes on before the recheck is done.
#[utoipa::path(
    post, path = "/verification/findings/{id}/object", operation_id = FINDING_OBJECT.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = Objection,
    responses((status = 200, body = LineView), (status = 409, description = "verify.finding.state"))
)]
pub(crate) async fn object(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Objection>,
) -> Result<Answer> {
    let reason = crate::said(&given.reason, "/reason")?;
    let mut tx = ctx.begin(&FINDING_OBJECT, None).await?;
    let found = find(&ctx, &tx, id).await?;
    ctx.expect_version(found.line.version)?;
    found.line.state.then(FindingState::Objected)?;
    let sealed = seal(&tx, "objection", id, &reason);
    let sql = Sql::new("update verification_line set state = 'objected', objection = ")
        .bind(sealed)
        .text(", objected_on = ")
        .bind(tx.floor().today())
        .text(", objected_by = ")
        .bind(ctx.actor().user)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    let number = found.number.as_deref().unwrap_or_default();
    tx.open_task(NewTask {
        kind: FINDING_DECIDE.id,
        title_zh: format!("{number} 核对结果有异议，待复查"),
        title_en: format!("{number} an objection to the verification waits for its recheck"),
        noun: LINE,
        subject: id.to_string(),
        division: &found.place,
        section: None,
        permission: FINDING_DECIDE.permission,
        not_for: None,
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    finish(tx, found).await
}

/// Says whether a finding stands. Where the family objected, it is somebody else than who
/// recorded the objection.
#[utoipa::path(
    post, path = "/verification/findings/{id}/decide", operation_id = FINDING_DECIDE.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = Outcome,
    responses((status = 200, body = LineView), (status = 409, description = "verify.finding.state"))
)]
pub(crate) async fn decide(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Outcome>,
) -> Result<Answer> {
    let reason = crate::said(&given.reason, "/reason")?;
    let mut tx = ctx.begin(&FINDING_DECIDE, None).await?;
    let found = find(&ctx, &tx, id).await?;
    ctx.expect_version(found.line.version)?;
    let next = match given.stands {
        true => FindingState::Stands,
        false => FindingState::Cleared,
    };
    found.line.state.then(next)?;
    let objected = found.line.state == FindingState::Objected;
    if objected && found.line.objected_by == Some(ctx.actor().user) {
        return Err(Problem::new(&FINDING_STATE).detail(
            "登记异议的人不能自己复查，请由他人复查",
            "Whoever recorded the objection does not do the recheck; somebody else must",
        ));
    }
    let sealed = seal(&tx, "outcome", id, &reason);
    let sql = Sql::new("update verification_line set state = ")
        .bind(next.word())
        .text(", outcome = ")
        .bind(sealed)
        .text(", decided_on = ")
        .bind(tx.floor().today())
        .text(", decided_by = ")
        .bind(ctx.actor().user)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    tx.close_tasks(LINE, id).await?;
    finish(tx, found).await
}

fn seal(tx: &Tx, column: &str, id: Uuid, text: &str) -> Vec<u8> {
    tx.floor().vault().seal(LINE, column, id, text.as_bytes())
}

async fn finish(mut tx: Tx, before: Found) -> Result<Answer> {
    let after = one(&tx, before.line.id).await?;
    tx.record(Change::updated(
        LINE,
        after.id,
        &before.place,
        &recorded(&before.line),
        &recorded(&after),
    ));
    let told = Reported { case: before.case };
    tx.event(&told).await?;
    let version = after.version;
    tx.finish_versioned(200, &after, version).await
}
