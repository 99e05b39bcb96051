//! `GET /deliveries/calendar`: the sources of a place, on what ground they may be used, and which
//! of them are due, late or missing.

use chrono::{Datelike, Months, NaiveDate};
use directory::Named;
use kernel::DivisionCode;
use pack::model::{Cycle, Nature, Purpose, SourceKind};
use platform::tasks::{Lamp, lamp};
use platform::{Conn, Ctx, Json, Query, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::DELIVERY_CALENDAR;
use crate::words;

/// Which place.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct At {
    /// A division code; the actor's own where it is not given.
    division: Option<String>,
}

/// How a source stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DueStatus {
    /// Here, and not due again yet.
    Current,
    /// One is due and has not come.
    Late,
    /// Never came.
    Missing,
    /// Comes when something happens; here or not, nothing is late.
    OnEvent,
}

/// A ground on which a source may be used.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GroundView {
    purpose: Named,
    /// Document and article.
    cite: String,
    /// Whether the text was read.
    verified: bool,
}

/// A source and how it stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SourceDue {
    source: Named,
    /// Who delivers it.
    department: String,
    /// `property`, `income`, `status` or `need`.
    nature: String,
    /// `monthly`, `quarterly`, `yearly` or `on_event`.
    cycle: String,
    /// For what it may be used, and why.
    grounds: Vec<GroundView>,
    status: DueStatus,
    /// The last day on time of the one that is due or comes next.
    due: Option<NaiveDate>,
    lamp: Lamp,
    /// The day of the data in force.
    as_of: Option<NaiveDate>,
    /// The delivery in force.
    delivery: Option<Uuid>,
    /// Deliveries kept so far.
    kept: i64,
}

/// The sources of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DeliveryCalendar {
    items: Vec<SourceDue>,
    late: usize,
    missing: usize,
}

/// What is due, late or missing at a place.
#[utoipa::path(
    get, path = "/deliveries/calendar", operation_id = DELIVERY_CALENDAR.id, tag = "verify",
    params(At), responses((status = 200, body = DeliveryCalendar))
)]
pub(crate) async fn handle(ctx: Ctx, Query(at): Query<At>) -> Result<Json<DeliveryCalendar>> {
    let place = match at.division.as_deref().filter(|c| !c.trim().is_empty()) {
        Some(code) => words::place(code)?,
        None => ctx.actor().division,
    };
    let reader = ctx.query(&DELIVERY_CALENDAR).await?;
    reader.require(&place)?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let today = ctx.floor().today();
    let mut items = Vec::new();
    for kind in pack.sources_at(&place) {
        let last = last(reader.conn(), kind, &place).await?;
        items.push(due_of(kind, last, today));
    }
    reader.finish().await?;
    let count = |status| items.iter().filter(|i| i.status == status).count();
    Ok(Json(DeliveryCalendar {
        late: count(DueStatus::Late),
        missing: count(DueStatus::Missing),
        items,
    }))
}

/// The delivery in force, and how many there are.
struct Last {
    found: Option<(Uuid, NaiveDate)>,
    kept: i64,
}

async fn last(conn: &Conn, kind: &SourceKind, place: &DivisionCode) -> Result<Last> {
    let sql = Sql::new("select id, as_of from delivery where status = 'ready' and source = ")
        .bind(kind.key.as_str())
        .text(" and division in ")
        .bind_all(words::upwards(place))
        .text(" order by as_of desc, kept_at desc");
    let rows = conn.rows(sql).await?;
    let found = match rows.first() {
        Some(row) => Some((row.try_get_by_index(0)?, row.try_get_by_index(1)?)),
        None => None,
    };
    Ok(Last {
        found,
        kept: i64::try_from(rows.len()).unwrap_or(i64::MAX),
    })
}

fn due_of(kind: &SourceKind, last: Last, today: NaiveDate) -> SourceDue {
    let as_of = last.found.map(|(_, day)| day);
    let (status, due) = standing(kind, as_of, today);
    SourceDue {
        source: words::named(&kind.key, &kind.label),
        department: kind.department.clone(),
        nature: nature(kind.nature).to_owned(),
        cycle: cycle(kind.cycle).to_owned(),
        grounds: kind
            .grounds
            .iter()
            .map(|g| GroundView {
                purpose: words::purpose_named(Purpose::key(g.purpose)),
                cite: g.cite.clone(),
                verified: g.verified,
            })
            .collect(),
        status,
        due,
        lamp: lamp(due, today),
        as_of,
        delivery: last.found.map(|(id, _)| id),
        kept: last.kept,
    }
}

fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Property => "property",
        Nature::Income => "income",
        Nature::Status => "status",
        Nature::Need => "need",
    }
}

fn cycle(cycle: Cycle) -> &'static str {
    match cycle {
        Cycle::Monthly => "monthly",
        Cycle::Quarterly => "quarterly",
        Cycle::Yearly => "yearly",
        Cycle::OnEvent => "on_event",
    }
}

/// The last day on time of the period in which a day lies: the source's day in the first month
/// of its month, quarter or year, or the last day of that month where it has no such day.
fn due_in(kind: &SourceKind, day: NaiveDate) -> Option<NaiveDate> {
    let months = kind.cycle.months()?;
    let first = NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    let wanted = kind.due_day.unwrap_or(last.day()).min(last.day());
    first.with_day(wanted)
}

/// The last day on time after data of a day have come.
pub(crate) fn next_due(kind: &SourceKind, as_of: NaiveDate) -> Option<NaiveDate> {
    let months = Months::new(kind.cycle.months()?);
    due_in(kind, as_of.checked_add_months(months)?)
}

fn standing(
    kind: &SourceKind,
    as_of: Option<NaiveDate>,
    today: NaiveDate,
) -> (DueStatus, Option<NaiveDate>) {
    let Some(this) = due_in(kind, today) else {
        return (DueStatus::OnEvent, None);
    };
    let Some(as_of) = as_of else {
        return (DueStatus::Missing, Some(this));
    };
    match next_due(kind, as_of) {
        Some(due) if today > due => (DueStatus::Late, Some(due)),
        due => (DueStatus::Current, due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn quarterly() -> SourceKind {
        let pack = pack::Pack::from_dir(std::path::Path::new("../../packs")).unwrap();
        let sources = pack.sources();
        sources.iter().find(|s| s.key == "vehicle").unwrap().clone()
    }

    #[test]
    fn a_quarter_is_late_after_its_day() {
        let kind = quarterly();
        let at = |as_of: Option<&str>, today| standing(&kind, as_of.map(day), day(today));
        assert_eq!(
            at(Some("2022-09-30"), "2022-10-10"),
            (DueStatus::Current, Some(day("2022-10-10")))
        );
        assert_eq!(
            at(Some("2022-09-30"), "2022-10-11"),
            (DueStatus::Late, Some(day("2022-10-10")))
        );
        assert_eq!(
            at(Some("2022-10-01"), "2022-10-25"),
            (DueStatus::Current, Some(day("2023-01-10")))
        );
        assert_eq!(
            at(None, "2022-10-25"),
            (DueStatus::Missing, Some(day("2022-10-10")))
        );
    }
}
