//! What the people of a household were paid, month by month.

use directory::Named;
use kernel::{Money, Month};
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::authz::HOUSEHOLD_PAYMENTS;
use crate::outside::world;
use crate::repo;
use crate::trade;
use decide::PersonRef;

/// One line with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HouseholdPayment {
    /// The month of the roll.
    #[schema(value_type = String)]
    pub month: Month,
    /// The month it is for.
    #[schema(value_type = String)]
    pub for_month: Month,
    /// The programme.
    pub programme: Named,
    /// Who is due.
    pub person: PersonRef,
    /// What for.
    pub component: Named,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
    /// current, arrears or recovery.
    pub kind: String,
    /// Serial among one-off grants of a person in the month; 0 for the rest. With the other
    /// parts of the key it names one line, whose explanation may be asked for.
    pub seq: i32,
    /// due (not in a batch), pending, in_transit, paid or rejected.
    pub status: String,
    /// When the bank's answer was read.
    pub paid_at: Option<chrono::DateTime<chrono::Utc>>,
    /// The batch.
    pub batch_id: Option<Uuid>,
}

/// The payments, newest month first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HouseholdPayments {
    /// The lines.
    pub items: Vec<HouseholdPayment>,
}

/// The most lines shown: fifteen years of a family.
const SHOWN: i64 = 2_000;

#[utoipa::path(get, path = "/households/{id}/payments", operation_id = "disburse.household.payments", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = HouseholdPayments)))]
pub(crate) async fn payments(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<HouseholdPayments>> {
    let mut reader = ctx.query(&HOUSEHOLD_PAYMENTS).await?;
    let floor = ctx.floor();
    let (division, members) = world(floor)
        .household(floor, reader.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.require(&division)?;
    let mut persons = decide::persons_of_household(reader.conn(), id).await?;
    persons.extend(members);
    persons.sort_unstable();
    persons.dedup();
    let cards = world(floor).people(floor, reader.conn(), &persons).await?;
    let same = "p.programme = l.programme and p.month = l.month and p.person = l.person and p.component = l.component \
                and p.kind = l.kind and p.for_month = l.for_month and p.line_seq = l.seq and p.live = 1";
    let sql = Sql::new(format!(
        "select l.month, l.for_month, l.programme, l.person, l.component, l.amount, l.kind, y.status, y.answered_at, y.batch, r.place, l.seq \
         from roll r join line l on l.programme = r.programme and l.month = r.month left join payment_line p on {same} \
         left join payment y on y.batch = p.batch and y.seq = p.seq where r.status in ('approved', 'locked') and l.household = "
    ))
    .bind(id)
    .text(" and ")
    .push(reader.scope().sql_in("l.division", Some("r.section")))
    .text(" and l.person in ")
    .bind_all(persons.iter().copied())
    .text(" order by l.month desc, l.programme, l.person, l.component, l.for_month, l.seq limit ")
    .bind(SHOWN);
    let mut items = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let month = repo::month(row.try_get_by_index(0)?)?;
        let key: String = row.try_get_by_index(2)?;
        let county = repo::place(&row.try_get_by_index::<String>(10)?)?;
        let programme = trade::named(floor, reader.conn(), &county, &key, month).await;
        let person: Uuid = row.try_get_by_index(3)?;
        let kind: String = row.try_get_by_index(6)?;
        let status: Option<String> = row.try_get_by_index(7)?;
        items.push(HouseholdPayment {
            month,
            for_month: repo::month(row.try_get_by_index(1)?)?,
            component: programme.component(&row.try_get_by_index::<String>(4)?),
            programme: programme.named(),
            person: PersonRef {
                id: person,
                name: cards
                    .get(&person)
                    .map(|card| card.name.clone())
                    .unwrap_or_default(),
            },
            amount: Money::from_fen(row.try_get_by_index(5)?),
            kind,
            seq: row.try_get_by_index(11)?,
            status: status.unwrap_or_else(|| "due".to_owned()),
            paid_at: row.try_get_by_index(8)?,
            batch_id: row.try_get_by_index(9)?,
        });
    }
    reader.opened("household", id, &division);
    reader.finish().await?;
    Ok(Json(HouseholdPayments { items }))
}
