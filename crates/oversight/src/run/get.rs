//! `GET /supervision-runs/{id}`: what a run compared, whom it checked and what came of it, all
//! counted from the rows within the reader's area.

use chrono::NaiveDate;
use directory::Named;
use kernel::Money;
use platform::{Conn, Ctx, Json, Path, Result, Scope, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, RunView};
use super::totals::Tally;
use crate::authz::RUN_GET;
use crate::{count, words};

/// A delivery that was compared.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ComparedSource {
    source: Named,
    department: String,
    /// Day of the data.
    as_of: Option<NaiveDate>,
    /// Rows of the delivery.
    records: u64,
    /// Rows that could not be used.
    rejected: u64,
}

/// Households and persons.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Heads {
    households: u64,
    persons: u64,
}

/// Rectifications by state.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RectificationTally {
    /// Confirmed clues that ask for a rectification.
    clues: u64,
    open: u64,
    done: u64,
    accepted: u64,
    /// 元 to be recovered.
    #[schema(value_type = String)]
    to_recover: Money,
    /// 元 recovered.
    #[schema(value_type = String)]
    recovered: Money,
    /// Persons held to account.
    accountable: u64,
}

/// Visits to make.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct VisitTally {
    visits: u64,
    done: u64,
    open: u64,
    overdue: u64,
}

/// A run with its counts.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RunOverview {
    run: RunView,
    sources: Vec<ComparedSource>,
    /// Source records in all.
    records: u64,
    /// Who was on the list.
    checked: Heads,
    /// Households with a finding; persons whom one names, or whose household one is about.
    found: Heads,
    clues: Tally,
    rectifications: RectificationTally,
    visits: VisitTally,
}

/// A run of one's area.
#[utoipa::path(get, path = "/supervision-runs/{id}", operation_id = RUN_GET.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, body = RunOverview)))]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<RunOverview>> {
    let reader = ctx.query(&RUN_GET).await?;
    let (conn, scope) = (reader.conn(), reader.scope());
    let run = store::find(conn, scope, id).await?;
    let pack = words::pack(ctx.floor(), conn).await?;
    let sources = sources(conn, id).await?;
    let overview = RunOverview {
        records: sources.iter().map(|source| source.records).sum(),
        sources,
        checked: checked(conn, scope, id).await?,
        found: found(conn, scope, id).await?,
        clues: super::totals::tally(conn, scope, id, ctx.floor().today()).await?,
        rectifications: rectified(conn, scope, id).await?,
        visits: visits(conn, scope, id, ctx.floor().today()).await?,
        run: store::views(conn, &pack, vec![run]).await?.remove(0),
    };
    reader.finish().await?;
    Ok(Json(overview))
}

async fn sources(conn: &Conn, run: Uuid) -> Result<Vec<ComparedSource>> {
    let sql = Sql::new(
        "select source, zh, en, department, as_of, records, rejected from run_source where run = ",
    )
    .bind(run)
    .text(" order by source");
    conn.rows(sql)
        .await?
        .iter()
        .map(|row| {
            Ok(ComparedSource {
                source: Named {
                    key: row.try_get_by_index(0)?,
                    zh: row.try_get_by_index(1)?,
                    en: row.try_get_by_index(2)?,
                },
                department: row.try_get_by_index(3)?,
                as_of: row.try_get_by_index(4)?,
                records: count(row.try_get_by_index(5)?),
                rejected: count(row.try_get_by_index(6)?),
            })
        })
        .collect()
}

async fn heads(conn: &Conn, sql: Sql) -> Result<Heads> {
    let row = conn.row(sql).await?;
    Ok(match row {
        Some(row) => Heads {
            households: count(row.try_get_by_index(0)?),
            persons: count(row.try_get_by_index(1)?),
        },
        None => Heads::default(),
    })
}

async fn checked(conn: &Conn, scope: &Scope, run: Uuid) -> Result<Heads> {
    let sql =
        Sql::new("select count(distinct s.household), count(*) from run_subject s where s.run = ")
            .bind(run)
            .text(" and ")
            .push(scope.sql("s.division"));
    heads(conn, sql).await
}

/// Clues of a supervision run and visits of a discovery run, alike.
async fn found(conn: &Conn, scope: &Scope, run: Uuid) -> Result<Heads> {
    let hit = |table: &str| {
        format!(
            "exists (select 1 from {table} c where c.run = s.run and c.household = s.household \
             and (c.person is null or c.person = s.person))"
        )
    };
    let sql =
        Sql::new("select count(distinct s.household), count(*) from run_subject s where s.run = ")
            .bind(run)
            .text(&format!(" and ({} or {}) and ", hit("clue"), hit("visit")))
            .push(scope.sql("s.division"));
    heads(conn, sql).await
}

async fn rectified(conn: &Conn, scope: &Scope, run: Uuid) -> Result<RectificationTally> {
    let of_run = |alias: &str| {
        Sql::new(format!(
            " where exists (select 1 from clue c where c.id = {alias}.clue and c.run = "
        ))
        .bind(run)
        .text(") and ")
        .push(scope.sql(&format!("{alias}.division")))
    };
    let mut found = RectificationTally::default();
    let sql = Sql::new(
        "select r.status, count(*), cast(sum(r.to_recover) as bigint) from rectification r",
    )
    .push(of_run("r"))
    .text(" group by r.status");
    for row in conn.rows(sql).await? {
        let status: String = row.try_get_by_index(0)?;
        let n = count(row.try_get_by_index(1)?);
        found.clues += n;
        match status.as_str() {
            "accepted" => found.accepted += n,
            "done" => found.done += n,
            _ => found.open += n,
        }
        let due: Option<i64> = row.try_get_by_index(2)?;
        found.to_recover = Money::from_fen(found.to_recover.fen() + due.unwrap_or(0));
    }
    let sql =
        Sql::new("select cast(sum(p.fen) as bigint) from recovery_receipt p").push(of_run("p"));
    let sum: Option<Option<i64>> = conn.scalar(sql).await?;
    found.recovered = Money::from_fen(sum.flatten().unwrap_or(0));
    let sql = Sql::new("select count(*) from accountability a").push(of_run("a"));
    found.accountable = count(conn.scalar(sql).await?.unwrap_or(0));
    Ok(found)
}

async fn visits(conn: &Conn, scope: &Scope, run: Uuid, today: NaiveDate) -> Result<VisitTally> {
    let sql = Sql::new(
        "select count(*), count(case when v.status = 'done' then 1 end), \
         count(case when v.status = 'open' and v.due < ",
    )
    .bind(today)
    .text(" then 1 end) from visit v where v.run = ")
    .bind(run)
    .text(" and ")
    .push(scope.sql("v.division"));
    let Some(row) = conn.row(sql).await? else {
        return Ok(VisitTally::default());
    };
    let (visits, done) = (
        count(row.try_get_by_index(0)?),
        count(row.try_get_by_index(1)?),
    );
    Ok(VisitTally {
        visits,
        done,
        open: visits.saturating_sub(done),
        overdue: count(row.try_get_by_index(2)?),
    })
}
