//! `GET /reserves/requests`, and how a request is read.

use chrono::{DateTime, Utc};
use directory::{DivisionRef, UserRef, division_names, user_names};
use kernel::{DivisionCode, Money};
use platform::db::{Conn, Sql};
use platform::http::Json;
use platform::{Ctx, Problem, Result, Scope};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::authz::RESERVE_REQUESTS;
use crate::repo;

/// Money that was asked for a township's reserve.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReserveRequest {
    /// Key.
    id: Uuid,
    /// The township.
    township: DivisionRef,
    /// 元
    #[schema(value_type = String)]
    amount: Money,
    /// The document or voucher that it comes by.
    document: String,
    /// proposed, approved or rejected.
    status: String,
    /// Who asked.
    proposed_by: UserRef,
    /// When.
    proposed_at: DateTime<Utc>,
    /// Who decided.
    decided_by: Option<UserRef>,
    /// When.
    decided_at: Option<DateTime<Utc>>,
    /// What the second person said.
    opinion: Option<String>,
    /// Its version.
    version: i32,
}

/// A stored request.
pub(super) struct Stored {
    pub id: Uuid,
    pub township: DivisionCode,
    pub amount: Money,
    pub document: String,
    pub status: String,
    pub proposed_by: Uuid,
    pub proposed_at: DateTime<Utc>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    pub opinion: Option<String>,
    pub version: i32,
}

async fn read(conn: &Conn, scope: &Scope, and: Sql) -> Result<Vec<Stored>> {
    let sql = Sql::new(
        "select r.id, r.township, r.amount, r.document, r.status, r.proposed_by, r.proposed_at, \
         r.decided_by, r.decided_at, r.opinion, r.version from reserve_request r where ",
    )
    .push(scope.sql("r.township"))
    .push(and);
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let township: String = row.try_get_by_index(1)?;
        found.push(Stored {
            id: row.try_get_by_index(0)?,
            township: repo::place(&township)?,
            amount: Money::from_fen(row.try_get_by_index(2)?),
            document: row.try_get_by_index(3)?,
            status: row.try_get_by_index(4)?,
            proposed_by: row.try_get_by_index(5)?,
            proposed_at: row.try_get_by_index(6)?,
            decided_by: row.try_get_by_index(7)?,
            decided_at: row.try_get_by_index(8)?,
            opinion: row.try_get_by_index(9)?,
            version: row.try_get_by_index(10)?,
        });
    }
    Ok(found)
}

/// A request within a scope.
pub(super) async fn one(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Stored> {
    let found = read(conn, scope, Sql::new(" and r.id = ").bind(id)).await?;
    found.into_iter().next().ok_or_else(Problem::not_found)
}

impl Stored {
    /// With the names of township and people.
    pub async fn shown(self, conn: &Conn) -> Result<ReserveRequest> {
        let mut all = shown(conn, vec![self]).await?;
        all.pop().ok_or_else(Problem::not_found)
    }
}

async fn shown(conn: &Conn, stored: Vec<Stored>) -> Result<Vec<ReserveRequest>> {
    let codes = stored.iter().map(|r| r.township.as_str().to_owned());
    let places = division_names(conn, codes).await?;
    let people = stored
        .iter()
        .flat_map(|r| [Some(r.proposed_by), r.decided_by]);
    let people: Vec<Uuid> = people.flatten().collect();
    let names = user_names(conn, people).await?;
    let all = stored.into_iter().map(|r| ReserveRequest {
        id: r.id,
        township: places.get(r.township.as_str()),
        amount: r.amount,
        document: r.document,
        status: r.status,
        proposed_by: names.get(r.proposed_by),
        proposed_at: r.proposed_at,
        decided_by: r.decided_by.map(|id| names.get(id)),
        decided_at: r.decided_at,
        opinion: r.opinion,
        version: r.version,
    });
    Ok(all.collect())
}

/// The requests of the area, those that wait first, then the latest; at most 200.
#[utoipa::path(get, path = "/reserves/requests", operation_id = "disburse.reserve.requests", tag = "disburse",
    responses((status = 200, body = Vec<ReserveRequest>)))]
pub(crate) async fn requests(ctx: Ctx) -> Result<Json<Vec<ReserveRequest>>> {
    let reader = ctx.query(&RESERVE_REQUESTS).await?;
    let order = " order by case r.status when 'proposed' then 0 else 1 end, r.proposed_at desc, r.id limit 200";
    let found = read(reader.conn(), reader.scope(), Sql::new(order)).await?;
    let all = shown(reader.conn(), found).await?;
    reader.finish().await?;
    Ok(Json(all))
}
