//! Finders and the shape of runs.

use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::Month;
use pack::Pack;
use platform::{Conn, Problem, Result, Scope, Sql};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::RunStatus;
use crate::words;

/// A stored run.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub id: Uuid,
    pub number: String,
    pub title: String,
    pub purpose: String,
    pub division: String,
    pub month: Month,
    pub programmes: Vec<String>,
    pub status: RunStatus,
    pub verify_run: Option<Uuid>,
    pub note: Option<String>,
    pub job: Option<Uuid>,
    pub created_by: Uuid,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

const COLUMNS: &str = "r.id, r.number, r.title, r.purpose, r.division, r.month, r.programmes, r.status, \
     r.verify_run, r.note, r.job, r.created_by, r.created_at";

fn run(row: &QueryResult) -> Result<Run> {
    let programmes: String = row.try_get_by_index(6)?;
    let status: String = row.try_get_by_index(7)?;
    Ok(Run {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        title: row.try_get_by_index(2)?,
        purpose: row.try_get_by_index(3)?,
        division: row.try_get_by_index(4)?,
        month: Month::from_index(row.try_get_by_index(5)?).map_err(Problem::internal)?,
        programmes: serde_json::from_str(&programmes)?,
        status: RunStatus::read(&status)?,
        verify_run: row.try_get_by_index(8)?,
        note: row.try_get_by_index(9)?,
        job: row.try_get_by_index(10)?,
        created_by: row.try_get_by_index(11)?,
        created_at: row.try_get_by_index(12)?,
    })
}

/// The runs that reach into a scope: those of its divisions, and those of a whole that holds it.
/// A township sees that a run of its county exists; what it counts is its own part.
fn visible(scope: &Scope) -> Sql {
    Sql::new("(")
        .push(scope.sql("r.division"))
        .text(" or exists (select 1 from clue c where c.run = r.id and ")
        .push(scope.sql("c.division"))
        .text(") or exists (select 1 from visit v where v.run = r.id and ")
        .push(scope.sql("v.division"))
        .text("))")
}

/// A run that reaches into the scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Run> {
    let sql = Sql::new(format!(
        "select {COLUMNS} from supervision_run r where r.id = "
    ))
    .bind(id)
    .text(" and ")
    .push(visible(scope));
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    run(&row)
}

/// The newest runs first.
pub(crate) async fn page(
    conn: &Conn,
    scope: &Scope,
    purpose: Option<&str>,
    limit: u64,
    offset: u64,
) -> Result<(Vec<Run>, u64)> {
    let mut condition = visible(scope);
    if let Some(purpose) = purpose.filter(|p| !p.is_empty()) {
        condition = condition.text(" and r.purpose = ").bind(purpose);
    }
    let total: i64 = conn
        .scalar(Sql::new("select count(*) from supervision_run r where ").push(condition.clone()))
        .await?
        .unwrap_or(0);
    let sql = Sql::new(format!("select {COLUMNS} from supervision_run r where "))
        .push(condition)
        .text(" order by r.created_at desc, r.id desc limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX));
    let rows = conn.rows(sql).await?;
    let runs = rows.iter().map(run).collect::<Result<Vec<_>>>()?;
    Ok((runs, crate::count(total)))
}

/// A run as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RunView {
    pub id: Uuid,
    /// Public number.
    pub number: String,
    pub title: String,
    /// supervision (people in benefit) or discovery (gaps).
    pub purpose: Named,
    pub division: DivisionRef,
    /// The month whose awards the list is made of.
    pub month: String,
    /// The programmes chosen; all where empty.
    pub programmes: Vec<Named>,
    /// gathering, comparing, done or failed.
    pub status: Named,
    /// Why it broke off, or what it could not answer.
    pub note: Option<String>,
    /// The job that works on it.
    pub job_id: Option<Uuid>,
    /// The run of `verify` that compared it.
    pub verify_run_id: Option<Uuid>,
    pub created_by: UserRef,
    #[schema(value_type = String)]
    pub created_at: chrono::DateTime<chrono::Utc>,
}

/// The name of a purpose.
pub(crate) fn purpose(key: &str) -> Named {
    let (zh, en) = match key {
        "discovery" => ("主动发现", "discovery"),
        _ => ("在享监督", "supervision"),
    };
    Named {
        key: key.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// Runs for showing.
pub(crate) async fn views(conn: &Conn, pack: &Pack, runs: Vec<Run>) -> Result<Vec<RunView>> {
    let places = division_names(conn, runs.iter().map(|r| r.division.clone())).await?;
    let users = user_names(conn, runs.iter().map(|r| r.created_by)).await?;
    Ok(runs
        .into_iter()
        .map(|run| {
            let (zh, en) = run.status.names();
            RunView {
                id: run.id,
                number: run.number,
                title: run.title,
                purpose: purpose(&run.purpose),
                division: places.get(&run.division),
                month: run.month.to_string(),
                programmes: run
                    .programmes
                    .iter()
                    .map(|key| words::programme(pack, key))
                    .collect(),
                status: Named {
                    key: run.status.word().to_owned(),
                    zh: zh.to_owned(),
                    en: en.to_owned(),
                },
                note: run.note,
                job_id: run.job,
                verify_run_id: run.verify_run,
                created_by: users.get(run.created_by),
                created_at: run.created_at,
            }
        })
        .collect())
}
