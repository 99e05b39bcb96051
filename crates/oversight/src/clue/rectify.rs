//! What follows a confirmed clue: put right, accepted by another person, money recovered.

use chrono::NaiveDate;
use kernel::{Bilingual, Money};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::authz::{RECOVER, RECTIFY, RECTIFY_ACCEPT};
use crate::model::RectificationStatus;
use crate::problems::{SAME_PERSON, TOO_MUCH};

/// A rectification as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Rectification {
    pub measure: String,
    pub due: Option<NaiveDate>,
    pub to_recover: i64,
    pub status: RectificationStatus,
    pub proof: Option<String>,
    pub done_by: Option<Uuid>,
    pub accepted_by: Option<Uuid>,
    pub opinion: Option<String>,
}

pub(crate) const COLUMNS: &str =
    "r.measure, r.due, r.to_recover, r.status, r.proof, r.done_by, r.accepted_by, r.opinion";

/// Reads a row of [`COLUMNS`].
pub(crate) fn of_row(row: &QueryResult) -> Result<Rectification> {
    let status: String = row.try_get_by_index(3)?;
    Ok(Rectification {
        measure: row.try_get_by_index(0)?,
        due: row.try_get_by_index(1)?,
        to_recover: row.try_get_by_index(2)?,
        status: RectificationStatus::read(&status)?,
        proof: row.try_get_by_index(4)?,
        done_by: row.try_get_by_index(5)?,
        accepted_by: row.try_get_by_index(6)?,
        opinion: row.try_get_by_index(7)?,
    })
}

async fn find(tx: &Tx, clue: Uuid) -> Result<(store::Clue, Rectification)> {
    let found = store::find(tx.conn(), tx.scope(), clue).await?;
    let sql = Sql::new(format!(
        "select {COLUMNS} from rectification r where r.clue = "
    ))
    .bind(clue);
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    Ok((found, of_row(&row)?))
}

/// What was done to put it right.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct RectificationReport {
    /// The measure: stopped, adjusted, recovered …
    measure: String,
    /// What proves it: number of a decision, of a receipt, of a paper in the file.
    proof: String,
    /// 元 that were paid wrongly and are to be recovered.
    #[serde(default)]
    to_recover: Option<String>,
}

/// The state after a step.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Rectified {
    clue_id: Uuid,
    /// open, done or accepted.
    status: String,
}

/// Reports that a clue was put right.
#[utoipa::path(post, path = "/clues/{id}/rectification", operation_id = RECTIFY.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = RectificationReport, responses((status = 200, body = Rectified)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<RectificationReport>,
) -> Result<Answer> {
    crate::said(&given.measure, "/measure")?;
    crate::said(&given.proof, "/proof")?;
    let amount = match given.to_recover.as_deref().filter(|t| !t.trim().is_empty()) {
        None => 0,
        Some(text) => yuan(text, "/to_recover", true)?,
    };
    let tx = ctx.begin(&RECTIFY, None).await?;
    let (clue, before) = find(&tx, id).await?;
    before.status.require(
        &[RectificationStatus::Open, RectificationStatus::Done],
        ("填报整改", "reporting"),
    )?;
    if amount < recovered(&tx, id).await? {
        return Err(Problem::new(&TOO_MUCH).field(
            "/to_recover",
            "应追缴金额不能少于已收回金额",
            "No less can be due than was recovered.",
        ));
    }
    let sql = Sql::with(
        "update rectification set measure = ?, proof = ?, to_recover = ?, status = 'done', done_by = ?, \
         done_at = ?, version = version + 1 where clue = ?",
        [
            given.measure.trim().into(),
            given.proof.trim().into(),
            amount.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    step(tx, &clue, before.status, RectificationStatus::Done).await
}

/// The word of whoever accepts.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct Acceptance {
    /// Whether it is accepted; otherwise it goes back.
    accepted: bool,
    /// The opinion.
    opinion: String,
}

/// Accepts a rectification (销号), or sends it back.
#[utoipa::path(post, path = "/clues/{id}/acceptance", operation_id = RECTIFY_ACCEPT.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = Acceptance, responses((status = 200, body = Rectified)))]
pub(crate) async fn accept(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Acceptance>,
) -> Result<Answer> {
    crate::said(&given.opinion, "/opinion")?;
    let tx = ctx.begin(&RECTIFY_ACCEPT, Some(&given.opinion)).await?;
    let (clue, before) = find(&tx, id).await?;
    before
        .status
        .require(&[RectificationStatus::Done], ("验收", "accepting"))?;
    if before.done_by == Some(ctx.actor().user) {
        return Err(Problem::new(&SAME_PERSON).detail(
            "整改由您本人填报，请由另一人验收。",
            "You reported it yourself; another person accepts.",
        ));
    }
    let after = if given.accepted {
        RectificationStatus::Accepted
    } else {
        RectificationStatus::Open
    };
    let sql = Sql::with(
        "update rectification set status = ?, accepted_by = ?, accepted_at = ?, opinion = ?, \
         version = version + 1 where clue = ?",
        [
            after.word().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            given.opinion.trim().into(),
            id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    step(tx, &clue, before.status, after).await
}

async fn step(
    mut tx: Tx,
    clue: &store::Clue,
    before: RectificationStatus,
    after: RectificationStatus,
) -> Result<Answer> {
    let place = crate::place(&clue.division)?;
    tx.record(Change::updated(
        "rectification",
        clue.id,
        &place,
        &json!({"status": before.word()}),
        &json!({"status": after.word(), "clue": clue.number}),
    ));
    let answer = Rectified {
        clue_id: clue.id,
        status: after.word().to_owned(),
    };
    tx.finish(200, &answer).await
}

/// Money that came back.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct RecoveryReceipt {
    /// 元.
    amount: String,
    /// The day of the receipt.
    day: NaiveDate,
    /// Its number.
    receipt: String,
}

/// What is due and what came back.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Recovered {
    clue_id: Uuid,
    #[schema(value_type = String)]
    to_recover: Money,
    #[schema(value_type = String)]
    recovered: Money,
}

/// Records money that was recovered for a clue.
#[utoipa::path(post, path = "/clues/{id}/receipts", operation_id = RECOVER.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = RecoveryReceipt, responses((status = 201, body = Recovered)))]
pub(crate) async fn recover(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<RecoveryReceipt>,
) -> Result<Answer> {
    crate::said(&given.receipt, "/receipt")?;
    let fen = yuan(&given.amount, "/amount", false)?;
    if given.day > ctx.floor().today() {
        return Err(Problem::invalid().field(
            "/day",
            "收据日期不能晚于今天",
            "The day of a receipt cannot lie in the future.",
        ));
    }
    let mut tx = ctx.begin(&RECOVER, None).await?;
    let (clue, rectification) = find(&tx, id).await?;
    let sum = recovered(&tx, id).await? + fen;
    if sum > rectification.to_recover {
        return Err(Problem::new(&TOO_MUCH).field(
            "/amount",
            format!(
                "最多还可登记{}元",
                Money::from_fen(rectification.to_recover - sum + fen)
            ),
            format!(
                "At most {} yuan can still be recorded.",
                Money::from_fen(rectification.to_recover - sum + fen)
            ),
        ));
    }
    let receipt = ctx.floor().new_id();
    let sql = Sql::with(
        "insert into recovery_receipt (id, clue, division, fen, day, receipt, created_by, created_at) \
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            receipt.into(),
            id.into(),
            clue.division.as_str().into(),
            fen.into(),
            given.day.into(),
            given.receipt.trim().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    let place = crate::place(&clue.division)?;
    let what = json!({"clue": clue.number, "fen": fen, "receipt": given.receipt.trim()});
    tx.record(Change::created("recovery_receipt", receipt, &place, &what));
    let answer = Recovered {
        clue_id: id,
        to_recover: Money::from_fen(rectification.to_recover),
        recovered: Money::from_fen(sum),
    };
    tx.finish(201, &answer).await
}

async fn recovered(tx: &Tx, clue: Uuid) -> Result<i64> {
    let sql =
        Sql::new("select cast(sum(fen) as bigint) from recovery_receipt where clue = ").bind(clue);
    let sum: Option<Option<i64>> = tx.conn().scalar(sql).await?;
    Ok(sum.flatten().unwrap_or(0))
}

/// An amount above nought, or at least nought.
fn yuan(text: &str, pointer: &'static str, nought: bool) -> Result<i64> {
    let money = Money::parse_yuan(text.trim())
        .map_err(|e| Problem::invalid().field(pointer, e.zh(), e.en()))?;
    if money.fen() < 0 || (money.fen() == 0 && !nought) {
        return Err(Problem::invalid().field(
            pointer,
            "金额应大于零",
            "The amount must be above nought.",
        ));
    }
    Ok(money.fen())
}
