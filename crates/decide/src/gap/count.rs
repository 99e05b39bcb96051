//! `GET /gaps/counts`: how many, by programme and by the places below.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, division_names};
use kernel::{DivisionCode, DivisionLevel, Money};
use platform::{Conn, Ctx, Json, Query, Result, Sql};
use serde::Serialize;

use super::filter::GapFilter;
use super::list::Offices;
use crate::authz::GAP_COUNT;

/// How many families and persons.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
pub(crate) struct GapCount {
    households: i64,
    persons: i64,
    /// What it would pay a month, 元/月.
    #[schema(value_type = String)]
    monthly: Money,
}

/// Of one programme.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapByProgramme {
    /// may_claim, may_leave or to_check.
    kind: String,
    programme: Named,
    count: GapCount,
}

/// Of one township or village.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapByDivision {
    division: DivisionRef,
    count: GapCount,
}

/// The last time that an area was gone through.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapScanned {
    as_of: NaiveDate,
    finished_at: DateTime<Utc>,
    division: DivisionRef,
    /// Households that were looked at.
    households: i64,
    /// Households whose facts on record contradict each other, so that nothing could be said.
    refused: i64,
}

/// Counts over an area.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapCounts {
    by_programme: Vec<GapByProgramme>,
    /// The townships of a county, the villages of a township.
    by_division: Vec<GapByDivision>,
    /// None where nobody has gone through the area.
    last: Option<GapScanned>,
}

/// Counts what families may claim and do not have, and the other way round.
#[utoipa::path(
    get, path = "/gaps/counts", operation_id = GAP_COUNT.id, tag = "decide",
    params(GapFilter), responses((status = 200, body = GapCounts))
)]
pub(crate) async fn handle(ctx: Ctx, Query(filter): Query<GapFilter>) -> Result<Json<GapCounts>> {
    let reader = ctx.query(&GAP_COUNT).await?;
    let conn = reader.conn();
    let mut offices = Offices::of(&ctx, conn).await?;
    let condition = filter.condition(reader.scope(), &offices.referred())?;
    let place = match filter.division.as_deref().filter(|c| !c.is_empty()) {
        // The condition has refused what is no code.
        Some(code) => DivisionCode::parse(code).unwrap_or(ctx.actor().division),
        None => ctx.actor().division,
    };
    let mut by_programme = Vec::new();
    for ((kind, programme), count) in grouped(conn, "g.kind, g.programme", &condition).await? {
        let office = offices.at(place.as_str(), &programme)?;
        by_programme.push(GapByProgramme {
            kind,
            programme: office.programme,
            count,
        });
    }
    let digits = if place.level() >= DivisionLevel::Township {
        12
    } else {
        9
    };
    let below = format!("substr(g.division, 1, {digits}), ''");
    let found = grouped(conn, &below, &condition).await?;
    let codes: Vec<(String, GapCount)> = found
        .into_iter()
        .map(|((code, _), count)| (format!("{code:0<12}"), count))
        .collect();
    let places = division_names(conn, codes.iter().map(|(code, _)| code.clone())).await?;
    let by_division = codes
        .into_iter()
        .map(|(code, count)| GapByDivision {
            division: places.get(&code),
            count,
        })
        .collect();
    let last = last(conn, &place).await?;
    reader.finish().await?;
    Ok(Json(GapCounts {
        by_programme,
        by_division,
        last,
    }))
}

type Groups = BTreeMap<(String, String), GapCount>;

async fn grouped(conn: &Conn, by: &str, condition: &Sql) -> Result<Groups> {
    let sql = Sql::new(format!(
        "select {by}, count(distinct g.household), cast(sum(g.persons) as bigint), \
         cast(coalesce(sum(g.monthly), 0) as bigint) from gap g where "
    ))
    .push(condition.clone())
    .text(" group by 1, 2 order by 1, 2");
    let mut found = Groups::new();
    for row in conn.rows(sql).await? {
        let count = GapCount {
            households: row.try_get_by_index(2)?,
            persons: row.try_get_by_index(3)?,
            monthly: Money::from_fen(row.try_get_by_index(4)?),
        };
        found.insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?), count);
    }
    Ok(found)
}

/// The last scan that covered a place.
async fn last(conn: &Conn, place: &DivisionCode) -> Result<Option<GapScanned>> {
    let sql = Sql::new(
        "select division, as_of, finished_at, households, refused from gap_scan \
         order by finished_at desc, id desc limit 500",
    );
    for row in conn.rows(sql).await? {
        let code: String = row.try_get_by_index(0)?;
        let covers = DivisionCode::parse(&code).is_ok_and(|d| d.contains(place));
        if covers {
            let names = division_names(conn, [code.clone()]).await?;
            return Ok(Some(GapScanned {
                division: names.get(&code),
                as_of: row.try_get_by_index(1)?,
                finished_at: row.try_get_by_index(2)?,
                households: row.try_get_by_index(3)?,
                refused: row.try_get_by_index(4)?,
            }));
        }
    }
    Ok(None)
}
