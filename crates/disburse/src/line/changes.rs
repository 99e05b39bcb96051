//! The change list of a roll within one's area.

use directory::DivisionRef;
use kernel::Money;
use platform::audit::digest_ids;
use platform::db::Sql;
use platform::http::{Json, Path, Query};
use platform::{Ctx, Page, PageQuery, Result, Total};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::PersonShown;
use crate::authz::CHANGE_LIST;
use crate::outside::world;
use crate::repo;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChangeQuery {
    /// new, stopped, raised, lowered or moved.
    pub kind: Option<String>,
    /// A division of one's area.
    pub division: Option<String>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChangeAnswer {
    /// new, stopped, raised, lowered or moved.
    pub kind: String,
    /// Whom.
    pub person: PersonShown,
    /// In which household.
    pub household_id: Uuid,
    /// Where.
    pub division: DivisionRef,
    /// 元 last month.
    #[schema(value_type = String)]
    pub before: Money,
    /// 元 this month.
    #[schema(value_type = String)]
    pub after: Money,
    /// Why.
    pub reason: String,
    /// The decision, where one changed the award.
    pub decision_id: Option<Uuid>,
}

#[utoipa::path(get, path = "/rolls/{id}/changes", operation_id = "disburse.change.list", tag = "disburse",
    params(("id" = Uuid, Path), ChangeQuery, PageQuery), responses((status = 200, body = Page<ChangeAnswer>)))]
pub(crate) async fn changes(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<ChangeQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<ChangeAnswer>>> {
    let mut reader = ctx.query(&CHANGE_LIST).await?;
    let floor = ctx.floor();
    let roll = repo::find_roll(reader.conn(), reader.scope(), id).await?;
    let scope = super::list::narrow(reader.scope(), query.division.as_deref())?;
    let (low, high) = roll.place.range();
    let mut chosen = Sql::new(" from roll_change c where c.programme = ")
        .bind(roll.programme.as_str())
        .text(" and c.month = ")
        .bind(roll.month.index())
        .text(" and c.division >= ")
        .bind(low)
        .text(" and c.division < ")
        .bind(high)
        .text(" and ")
        .push(scope.sql("c.division"));
    if let Some(kind) = query.kind.as_deref().filter(|kind| !kind.is_empty()) {
        chosen = chosen.text(" and c.kind = ").bind(kind);
    }
    let total = match paging.wants_total() {
        true => {
            let n: Option<i64> = reader
                .conn()
                .scalar(Sql::new("select count(*)").push(chosen.clone()))
                .await?;
            Some(Total::rows(u64::try_from(n.unwrap_or(0)).unwrap_or(0)))
        }
        false => None,
    };
    let sql = Sql::new(
        "select c.kind, c.person, c.household, c.division, c.before, c.after, c.reason, c.decision",
    )
    .push(chosen)
    .text(" order by c.person limit ")
    .bind(i64::try_from(paging.limit()).unwrap_or(i64::MAX))
    .text(" offset ")
    .bind(i64::try_from(paging.offset()).unwrap_or(i64::MAX));
    let rows = reader.conn().rows(sql).await?;
    let mut items = Vec::with_capacity(rows.len());
    let persons: Vec<Uuid> = rows
        .iter()
        .map(|row| row.try_get_by_index(1))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let codes: Vec<String> = rows
        .iter()
        .map(|row| row.try_get_by_index(3))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let cards = world(floor).people(floor, reader.conn(), &persons).await?;
    let divisions =
        directory::division_names(reader.conn(), codes.iter().map(String::as_str)).await?;
    for ((row, person), code) in rows.iter().zip(&persons).zip(&codes) {
        let card = cards.get(person).cloned().unwrap_or_default();
        items.push(ChangeAnswer {
            kind: row.try_get_by_index(0)?,
            person: PersonShown {
                id: *person,
                name: card.name,
                id_number: card.id_number,
            },
            household_id: row.try_get_by_index(2)?,
            division: divisions.get(code),
            before: Money::from_fen(row.try_get_by_index(4)?),
            after: Money::from_fen(row.try_get_by_index(5)?),
            reason: row.try_get_by_index(6)?,
            decision_id: row.try_get_by_index(7)?,
        });
    }
    let ids = digest_ids(persons.iter().map(Uuid::as_bytes));
    reader.listed(
        "roll_change",
        &(id, &query),
        u64::try_from(items.len()).unwrap_or(0),
        ids,
    );
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
