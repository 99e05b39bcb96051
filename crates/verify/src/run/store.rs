//! Rows of runs: what was asked, of whom, for what, and how far it is.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::DivisionCode;
use pack::Pack;
use pack::model::Purpose;
use platform::{Change, Conn, Ctx, Floor, Problem, Result, Scope, Sql, Tx, bulk};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::delivery::shelf::Held;
use crate::words;

/// The noun of a run in the audit chain.
pub(crate) const NOUN: &str = "verify_run";

/// Who is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subjects {
    /// These households, handed in by the room that knows why.
    Listed(Vec<Uuid>),
    /// Households of the place that are in benefit.
    InBenefit,
    /// Households of the place that are in none.
    NotInBenefit,
}

impl Subjects {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Subjects::Listed(_) => "listed",
            Subjects::InBenefit => "in_benefit",
            Subjects::NotInBenefit => "not_in_benefit",
        }
    }
}

/// A run that is to begin.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// For what people are looked for.
    pub purpose: Purpose,
    /// The place whose deliveries and thresholds count.
    pub place: DivisionCode,
    /// Who is looked for.
    pub subjects: Subjects,
    /// Why, as the asker says it.
    pub reason: Option<String>,
}

/// A run's row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub purpose: String,
    pub division: DivisionCode,
    pub status: String,
    pub subjects: String,
    pub as_of: NaiveDate,
    pub release: Uuid,
    pub deliveries: Vec<Pinned>,
    pub unanswered: BTreeMap<String, u64>,
    pub households: i64,
    pub persons: i64,
    pub fresh: i64,
    pub known: i64,
    pub gone: i64,
    pub job: Option<Uuid>,
    pub reason: Option<String>,
    created_by: Uuid,
    pub created_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
}

/// A delivery of a run, as the row keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Pinned {
    id: Uuid,
    source: String,
    as_of: NaiveDate,
    digest: String,
}

impl Pinned {
    pub fn of(held: &Held) -> Pinned {
        Pinned {
            id: held.id,
            source: held.source.clone(),
            as_of: held.as_of,
            digest: held.digest.clone(),
        }
    }

    pub fn held(&self) -> Held {
        Held {
            id: self.id,
            source: self.source.clone(),
            as_of: self.as_of,
            digest: self.digest.clone(),
        }
    }
}

/// A delivery that a run was compared with.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RunDelivery {
    /// The delivery.
    pub delivery: Uuid,
    /// Its source.
    pub source: Named,
    /// The day of its data.
    pub as_of: NaiveDate,
}

/// A check that could not be answered.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct UnansweredView {
    /// The check.
    pub check: Named,
    /// How often.
    pub count: u64,
    /// Sources that it reads and that were not compared.
    pub missing: Vec<Named>,
}

/// A run.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Run {
    /// The key.
    pub id: Uuid,
    /// For what people were looked for.
    pub purpose: Named,
    /// Where.
    pub division: DivisionRef,
    /// `running`, `done`, `failed` or `cancelled`.
    pub status: String,
    /// `listed`, `in_benefit` or `not_in_benefit`.
    pub subjects: String,
    /// The day whose rules and deliveries count.
    pub as_of: NaiveDate,
    /// What it was compared with.
    pub deliveries: Vec<RunDelivery>,
    /// What could not be told; never “nothing found”.
    pub unanswered: Vec<UnansweredView>,
    /// 户 looked for.
    pub households: i64,
    /// 人 looked for.
    pub persons: i64,
    /// Findings that were not there before (异动).
    pub fresh: i64,
    /// Findings that were known.
    pub known: i64,
    /// Findings that are there no more.
    pub gone: i64,
    /// The job, where it runs as one.
    pub job: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
    /// Who asked.
    pub created_by: UserRef,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

const SELECT: &str = "select r.id, r.purpose, r.division, \
    case when r.status = 'running' and j.status in ('cancelled', 'failed') then j.status else r.status end, \
    r.subjects, r.as_of, r.release, r.deliveries, r.unanswered, r.households, r.persons, r.fresh, r.known, \
    r.gone, r.job, r.reason, r.created_by, r.created_at, r.ended_at \
    from verify_run r left join job j on j.id = r.job where ";

fn row(floor: &Floor, found: &QueryResult) -> Result<Row> {
    let id: Uuid = found.try_get_by_index(0)?;
    let division: String = found.try_get_by_index(2)?;
    let reason: Option<Vec<u8>> = found.try_get_by_index(15)?;
    Ok(Row {
        id,
        purpose: found.try_get_by_index(1)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        status: found.try_get_by_index(3)?,
        subjects: found.try_get_by_index(4)?,
        as_of: found.try_get_by_index(5)?,
        release: found.try_get_by_index(6)?,
        deliveries: serde_json::from_str(&found.try_get_by_index::<String>(7)?)?,
        unanswered: serde_json::from_str(&found.try_get_by_index::<String>(8)?)?,
        households: found.try_get_by_index(9)?,
        persons: found.try_get_by_index(10)?,
        fresh: found.try_get_by_index(11)?,
        known: found.try_get_by_index(12)?,
        gone: found.try_get_by_index(13)?,
        job: found.try_get_by_index(14)?,
        reason: reason
            .map(|sealed| floor.vault().open_text(NOUN, "reason", id, &sealed))
            .transpose()?,
        created_by: found.try_get_by_index(16)?,
        created_at: found.try_get_by_index(17)?,
        ended_at: found.try_get_by_index(18)?,
    })
}

/// Only the asker's office sees a run: this is the condition, within the scope.
pub(crate) fn own(ctx: &Ctx, scope: &Scope, alias: &str) -> Sql {
    scope
        .sql(&format!("{alias}.division"))
        .text(&format!(" and {alias}.organisation = "))
        .bind(ctx.actor().organisation)
}

/// The rows that a condition (with order and limit) leaves.
pub(crate) async fn rows(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<Row>> {
    let found = conn.rows(Sql::new(SELECT).push(condition)).await?;
    found.iter().map(|r| row(floor, r)).collect()
}

/// One run of the actor's office within the scope.
///
/// # Errors
/// Not found.
pub(crate) async fn find(ctx: &Ctx, conn: &Conn, scope: &Scope, id: Uuid) -> Result<Row> {
    let condition = own(ctx, scope, "r").text(" and r.id = ").bind(id);
    rows(ctx.floor(), conn, condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// Rows as clients see them.
pub(crate) async fn views(conn: &Conn, pack: &Pack, rows: Vec<Row>) -> Result<Vec<Run>> {
    let codes: Vec<String> = rows
        .iter()
        .map(|r| r.division.as_str().to_owned())
        .collect();
    let places = division_names(conn, codes).await?;
    let users = user_names(conn, rows.iter().map(|r| r.created_by)).await?;
    let view = |r: Row| {
        let compared: Vec<&str> = r.deliveries.iter().map(|d| d.source.as_str()).collect();
        let unanswered = r.unanswered.iter().map(|(key, count)| {
            let check = pack.finding_checks().iter().find(|c| c.key == *key);
            let sources = check.map(|c| c.sources.as_slice()).unwrap_or_default();
            UnansweredView {
                check: words::check(pack, key),
                count: *count,
                missing: sources
                    .iter()
                    .filter(|s| !compared.contains(&s.as_str()))
                    .map(|s| words::source(pack, s))
                    .collect(),
            }
        });
        Run {
            id: r.id,
            purpose: words::purpose_named(&r.purpose),
            division: places.get(r.division.as_str()),
            unanswered: unanswered.collect(),
            deliveries: r
                .deliveries
                .iter()
                .map(|d| RunDelivery {
                    delivery: d.id,
                    source: words::source(pack, &d.source),
                    as_of: d.as_of,
                })
                .collect(),
            status: r.status,
            subjects: r.subjects,
            as_of: r.as_of,
            households: r.households,
            persons: r.persons,
            fresh: r.fresh,
            known: r.known,
            gone: r.gone,
            job: r.job,
            reason: r.reason,
            created_by: users.get(r.created_by),
            created_at: r.created_at,
            ended_at: r.ended_at,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Writes a run that begins, with the deliveries it will be compared with.
pub(crate) async fn insert(
    tx: &mut Tx,
    new: &NewRun,
    release: Uuid,
    held: &[Pinned],
) -> Result<Uuid> {
    let ctx = tx.ctx().clone();
    let (floor, id) = (ctx.floor(), ctx.floor().new_id());
    let reason = new
        .reason
        .as_deref()
        .map(|text| floor.vault().seal(NOUN, "reason", id, text.as_bytes()));
    let sql = Sql::with(
        "insert into verify_run (id, purpose, division, organisation, status, subjects, as_of, release, deliveries, \
         unanswered, households, persons, fresh, known, gone, reason, created_by, created_at) \
         values (?, ?, ?, ?, 'running', ?, ?, ?, ?, '{}', 0, 0, 0, 0, 0, ?, ?, ?)",
        [
            id.into(),
            new.purpose.key().into(),
            new.place.as_str().into(),
            ctx.actor().organisation.into(),
            new.subjects.word().into(),
            floor.today().into(),
            release.into(),
            serde_json::to_string(held)?.into(),
            reason.into(),
            ctx.actor().user.into(),
            floor.now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    let what = serde_json::json!({"purpose": new.purpose.key(), "subjects": new.subjects.word(),
        "deliveries": held});
    tx.record(Change::created(NOUN, id, &new.place, &what));
    Ok(id)
}

/// Begins a run as a job in the unit of work of the command that asks for it. Households that
/// are handed in must lie in the actor's scope: the caller has checked that.
///
/// # Errors
/// `verify.release.none`; `verify.run.no_delivery`; when the database fails.
pub async fn start(tx: &mut Tx, new: NewRun) -> Result<Uuid> {
    let floor = tx.floor().clone();
    let release = words::release(&floor, tx.conn()).await?;
    let held = crate::delivery::shelf::in_force(
        tx.conn(),
        &release.pack,
        &new.place,
        new.purpose,
        floor.today(),
    )
    .await?;
    if held.is_empty() {
        return Err(Problem::new(&crate::problems::NOTHING));
    }
    let held: Vec<Pinned> = held.iter().map(Pinned::of).collect();
    let id = insert(tx, &new, release.id, &held).await?;
    if let Subjects::Listed(households) = &new.subjects {
        let columns = ["run", "household", "division"];
        let mut households = households.clone();
        households.sort_unstable();
        households.dedup();
        let rows = households
            .into_iter()
            .map(|h| vec![id.into(), h.into(), new.place.as_str().into()]);
        let rows: Vec<_> = rows.collect();
        bulk::insert(tx, "verify_run_household", &columns, rows).await?;
    }
    let job = tx
        .enqueue(super::work::KIND, &super::work::Args { run: id })
        .await?;
    let sql = Sql::new("update verify_run set job = ")
        .bind(job)
        .text(" where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    Ok(id)
}
