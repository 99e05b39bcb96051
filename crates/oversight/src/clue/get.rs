//! `GET /clues/{id}`: a clue with what it rests on and what followed.

use chrono::{DateTime, NaiveDate, Utc};
use directory::{UserRef, user_names};
use kernel::Money;
use platform::{Ctx, Json, Path, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::rectify;
use super::store::{self, ClueView};
use crate::authz::CLUE_GET;
use crate::words;

/// Money that came back.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ReceiptView {
    #[schema(value_type = String)]
    amount: Money,
    day: NaiveDate,
    receipt: String,
    #[schema(value_type = String)]
    created_at: DateTime<Utc>,
}

/// How a clue that is so is put right.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RectificationView {
    measure: String,
    due: Option<NaiveDate>,
    /// open, done or accepted.
    status: String,
    proof: Option<String>,
    #[schema(value_type = String)]
    to_recover: Money,
    #[schema(value_type = String)]
    recovered: Money,
    done_by: Option<UserRef>,
    accepted_by: Option<UserRef>,
    opinion: Option<String>,
    receipts: Vec<ReceiptView>,
}

/// One row that a clue rests on.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct EvidenceView {
    /// Key of the source.
    pub source: String,
    /// Its name.
    #[serde(default)]
    pub zh: String,
    #[serde(default)]
    pub en: String,
    /// Digest of the delivery.
    pub delivery: String,
    /// Row in the file as it came.
    pub row: u64,
    /// Day of the data.
    pub as_of: Option<NaiveDate>,
    /// The name in the row is another one.
    pub name_differs: bool,
}

/// A clue opened.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ClueDetail {
    clue: ClueView,
    evidence: Vec<EvidenceView>,
    rectification: Option<RectificationView>,
}

/// Opens a clue.
#[utoipa::path(get, path = "/clues/{id}", operation_id = CLUE_GET.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, body = ClueDetail)))]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<ClueDetail>> {
    let mut reader = ctx.query(&CLUE_GET).await?;
    let conn = reader.conn();
    let clue = store::find(conn, reader.scope(), id).await?;
    let place = crate::place(&clue.division)?;
    let sql = Sql::new("select evidence from clue where id = ").bind(id);
    let sealed: Option<Option<Vec<u8>>> = conn.scalar(sql).await?;
    let mut evidence: Vec<EvidenceView> = match sealed.flatten() {
        Some(sealed) => {
            let text = ctx
                .floor()
                .vault()
                .open_text("clue", "evidence", id, &sealed)?;
            serde_json::from_str(&text)?
        }
        None => Vec::new(),
    };
    let sql = Sql::new(format!(
        "select {} from rectification r where r.clue = ",
        rectify::COLUMNS
    ))
    .bind(id);
    let rectification = match conn.row(sql).await? {
        None => None,
        Some(row) => Some(shown(conn, id, rectify::of_row(&row)?).await?),
    };
    let pack = words::pack(ctx.floor(), conn).await?;
    for row in &mut evidence {
        if let Some(source) = pack.sources().iter().find(|s| s.key == row.source) {
            row.zh.clone_from(&source.label.zh);
            row.en.clone_from(&source.label.en);
        }
    }
    let clue = store::views(ctx.floor(), conn, &pack, vec![clue])
        .await?
        .remove(0);
    reader.opened("clue", id, &place);
    reader.finish().await?;
    Ok(Json(ClueDetail {
        clue,
        evidence,
        rectification,
    }))
}

async fn shown(
    conn: &platform::Conn,
    clue: Uuid,
    found: rectify::Rectification,
) -> Result<RectificationView> {
    let sql = Sql::new("select fen, day, receipt, created_at from recovery_receipt where clue = ")
        .bind(clue)
        .text(" order by day, id");
    let mut receipts = Vec::new();
    let mut recovered = 0;
    for row in conn.rows(sql).await? {
        let fen: i64 = row.try_get_by_index(0)?;
        recovered += fen;
        receipts.push(ReceiptView {
            amount: Money::from_fen(fen),
            day: row.try_get_by_index(1)?,
            receipt: row.try_get_by_index(2)?,
            created_at: row.try_get_by_index(3)?,
        });
    }
    let people = [found.done_by, found.accepted_by].into_iter().flatten();
    let users = user_names(conn, people).await?;
    Ok(RectificationView {
        measure: found.measure,
        due: found.due,
        status: found.status.word().to_owned(),
        proof: found.proof,
        to_recover: Money::from_fen(found.to_recover),
        recovered: Money::from_fen(recovered),
        done_by: found.done_by.map(|id| users.get(id)),
        accepted_by: found.accepted_by.map(|id| users.get(id)),
        opinion: found.opinion,
        receipts,
    })
}
