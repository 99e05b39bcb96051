//! The recoveries within one's area.

use directory::DivisionRef;
use kernel::{Money, Month};
use platform::audit::digest_ids;
use platform::db::{Conn, Sql};
use platform::http::{Json, Query};
use platform::{Ctx, Floor, Page, PageQuery, Problem, Result, Scope};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::authz::CLAIM_LIST;
use crate::line::PersonShown;
use crate::outside::world;
use crate::repo;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClaimQuery {
    /// Key of the programme.
    pub programme: Option<String>,
    /// true: only what is not collected yet.
    pub open: Option<bool>,
}

/// One recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClaimAnswer {
    /// Key.
    pub id: Uuid,
    /// Number of the sheet.
    pub number: String,
    /// Key of the programme.
    pub programme: String,
    /// The month whose roll recovers.
    #[schema(value_type = String)]
    pub month: Month,
    /// The month that was paid too much.
    #[schema(value_type = String)]
    pub for_month: Month,
    /// From whom.
    pub person: PersonShown,
    /// In which household.
    pub household_id: Uuid,
    /// Where.
    pub division: DivisionRef,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
    /// Paid back so far.
    #[schema(value_type = String)]
    pub collected: Money,
    /// Handed to the treasury so far.
    #[schema(value_type = String)]
    pub handed: Money,
    /// For If-Match.
    pub version: i32,
}

/// A stored claim, with what the ledger needs.
pub(super) struct Stored {
    pub answer: ClaimAnswer,
    pub section: String,
    pub place: kernel::DivisionCode,
    pub fund: String,
    pub division: kernel::DivisionCode,
}

const COLUMNS: &str = "c.id, c.number, c.programme, c.month, c.for_month, c.person, c.household, c.division, c.amount, c.collected, \
     c.handed, c.version, c.section, c.place, c.fund";

/// Claims that a condition finds within a scope.
pub(super) async fn find(
    floor: &Floor,
    conn: &Conn,
    scope: &Scope,
    and: Sql,
) -> Result<Vec<Stored>> {
    let sql = Sql::new(format!("select {COLUMNS} from claim c where "))
        .push(scope.sql_in("c.division", Some("c.section")))
        .push(and);
    let rows = conn.rows(sql).await?;
    let persons: Vec<Uuid> = rows
        .iter()
        .map(|row| row.try_get_by_index(5))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let codes: Vec<String> = rows
        .iter()
        .map(|row| row.try_get_by_index(7))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let cards = world(floor).people(floor, conn, &persons).await?;
    let divisions = directory::division_names(conn, codes.iter().map(String::as_str)).await?;
    let mut out = Vec::with_capacity(rows.len());
    for ((row, person), code) in rows.iter().zip(&persons).zip(&codes) {
        let card = cards.get(person).cloned().unwrap_or_default();
        out.push(Stored {
            answer: ClaimAnswer {
                id: row.try_get_by_index(0)?,
                number: row.try_get_by_index(1)?,
                programme: row.try_get_by_index(2)?,
                month: repo::month(row.try_get_by_index(3)?)?,
                for_month: repo::month(row.try_get_by_index(4)?)?,
                person: PersonShown {
                    id: *person,
                    name: card.name,
                    id_number: card.id_number,
                },
                household_id: row.try_get_by_index(6)?,
                division: divisions.get(code),
                amount: Money::from_fen(row.try_get_by_index(8)?),
                collected: Money::from_fen(row.try_get_by_index(9)?),
                handed: Money::from_fen(row.try_get_by_index(10)?),
                version: row.try_get_by_index(11)?,
            },
            section: row.try_get_by_index(12)?,
            place: repo::place(&row.try_get_by_index::<String>(13)?)?,
            fund: row.try_get_by_index(14)?,
            division: repo::place(code)?,
        });
    }
    Ok(out)
}

/// One claim within a scope.
pub(super) async fn one(floor: &Floor, conn: &Conn, scope: &Scope, id: Uuid) -> Result<Stored> {
    let mut found = find(floor, conn, scope, Sql::new(" and c.id = ").bind(id)).await?;
    found.pop().ok_or_else(Problem::not_found)
}

#[utoipa::path(get, path = "/claims", operation_id = "disburse.claim.list", tag = "disburse",
    params(ClaimQuery, PageQuery), responses((status = 200, body = Page<ClaimAnswer>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(query): Query<ClaimQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<ClaimAnswer>>> {
    let mut reader = ctx.query(&CLAIM_LIST).await?;
    let mut and = Sql::new("");
    if let Some(programme) = query.programme.as_deref().filter(|key| !key.is_empty()) {
        and = and.text(" and c.programme = ").bind(programme);
    }
    if query.open == Some(true) {
        and = and.text(" and c.collected < c.amount");
    }
    and = and
        .text(" order by c.month desc, c.number limit ")
        .bind(i64::try_from(paging.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(paging.offset()).unwrap_or(i64::MAX));
    let found = find(ctx.floor(), reader.conn(), reader.scope(), and).await?;
    let items: Vec<ClaimAnswer> = found.into_iter().map(|stored| stored.answer).collect();
    let ids = digest_ids(items.iter().map(|claim| *claim.id.as_bytes()));
    reader.listed(
        "claim",
        &query,
        u64::try_from(items.len()).unwrap_or(0),
        ids,
    );
    reader.finish().await?;
    Ok(Json(Page::new(items, None)))
}
