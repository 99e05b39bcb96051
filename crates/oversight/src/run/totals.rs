//! `GET /supervision-runs/{id}/totals`: clues by place, kind, department or check. Each column
//! adds up because each clue is in one row, and clues = yes + no + open in every row.

use chrono::NaiveDate;
use directory::{Named, division_names};
use platform::{Conn, Ctx, Json, Path, Problem, Query, Result, Scope, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store;
use crate::authz::RUN_TOTALS;
use crate::{count, words};

/// Clues counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Tally {
    pub clues: u64,
    /// Confirmed as so (查是).
    pub yes: u64,
    /// Confirmed as not so (查否).
    pub no: u64,
    /// Neither confirmed yet.
    pub open: u64,
    /// Open ones by state: with nobody in charge, being looked into, waiting for a second person.
    pub unassigned: u64,
    pub assigned: u64,
    pub answered: u64,
    /// Open and late.
    pub overdue: u64,
}

/// How clues are grouped.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct TotalsQuery {
    /// township (the default), county, kind, department or check.
    by: Option<String>,
    /// A division within the officer's area.
    division: Option<String>,
}

/// One row of the board.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct TotalsRow {
    group: Named,
    #[serde(flatten)]
    tally: Tally,
}

/// The board.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ClueTotals {
    by: String,
    rows: Vec<TotalsRow>,
    /// The sum, counted by itself over all clues.
    total: Tally,
}

const COUNTS: &str = "count(*), count(case when c.status = 'closed' and c.answer = 'yes' then 1 end), \
     count(case when c.status = 'closed' and c.answer = 'no' then 1 end), \
     count(case when c.status <> 'closed' then 1 end), count(case when c.status = 'new' then 1 end), \
     count(case when c.status = 'assigned' then 1 end), count(case when c.status = 'answered' then 1 end), \
     count(case when c.status <> 'closed' and c.due < ";

fn counted(row: &sea_orm::QueryResult, from: usize) -> Result<Tally> {
    let at = |i: usize| Ok::<u64, Problem>(count(row.try_get_by_index(from + i)?));
    Ok(Tally {
        clues: at(0)?,
        yes: at(1)?,
        no: at(2)?,
        open: at(3)?,
        unassigned: at(4)?,
        assigned: at(5)?,
        answered: at(6)?,
        overdue: at(7)?,
    })
}

/// All clues of a run within a scope.
pub(crate) async fn tally(
    conn: &Conn,
    scope: &Scope,
    run: Uuid,
    today: NaiveDate,
) -> Result<Tally> {
    let sql = Sql::new(format!("select {COUNTS}"))
        .bind(today)
        .text(" then 1 end) from clue c where c.run = ")
        .bind(run)
        .text(" and ")
        .push(scope.sql("c.division"));
    conn.row(sql)
        .await?
        .map_or_else(|| Ok(Tally::default()), |row| counted(&row, 0))
}

/// The board of a run.
#[utoipa::path(get, path = "/supervision-runs/{id}/totals", operation_id = RUN_TOTALS.id, tag = "oversight",
    params(("id" = Uuid, Path), TotalsQuery), responses((status = 200, body = ClueTotals)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<TotalsQuery>,
) -> Result<Json<ClueTotals>> {
    let reader = ctx.query(&RUN_TOTALS).await?;
    let run = store::find(reader.conn(), reader.scope(), id).await?;
    let scope = crate::narrow(reader.scope(), query.division.as_deref())?;
    let by = query
        .by
        .as_deref()
        .filter(|by| !by.is_empty())
        .unwrap_or("township");
    let group = match by {
        "township" => "substr(c.division, 1, 9)",
        "county" => "substr(c.division, 1, 6)",
        "kind" => "c.kind",
        "department" => "c.department",
        "check" => "c.check_key",
        _ => {
            return Err(Problem::invalid().field(
                "/by",
                "可按 township、county、kind、department 或 check 统计",
                "Counted by township, county, kind, department or check.",
            ));
        }
    };
    let today = ctx.floor().today();
    let sql = Sql::new(format!("select {group}, {COUNTS}"))
        .bind(today)
        .text(" then 1 end) from clue c where c.run = ")
        .bind(id)
        .text(" and ")
        .push(scope.sql("c.division"))
        .text(&format!(" group by {group} order by {group}"));
    let conn = reader.conn();
    let pack = words::pack(ctx.floor(), conn).await?;
    let mut found: Vec<(String, Tally)> = Vec::new();
    for row in conn.rows(sql).await? {
        found.push((row.try_get_by_index(0)?, counted(&row, 1)?));
    }
    let codes = |key: &str| format!("{key:0<12}");
    let places = division_names(conn, found.iter().map(|(key, _)| codes(key))).await?;
    let home = crate::place(&run.division)?;
    let rows = found
        .into_iter()
        .map(|(key, tally)| TotalsRow {
            group: match by {
                "kind" => words::kind(&pack, &home, &key),
                "check" => words::check(&pack, &key),
                "department" => words::unnamed(&key),
                _ => {
                    let place = places.get(&codes(&key));
                    Named {
                        key: place.code,
                        zh: place.name.clone(),
                        en: place.name,
                    }
                }
            },
            tally,
        })
        .collect();
    let total = tally(conn, &scope, id, today).await?;
    reader.finish().await?;
    Ok(Json(ClueTotals {
        by: by.to_owned(),
        rows,
        total,
    }))
}
