//! The scan of an area, some households at a step.

use async_trait::async_trait;
use chrono::NaiveDate;
use kernel::{DivisionCode, DivisionLevel, Money};
use pack::assess::{Assess, Due, Refusal, Shelf};
use platform::audit::digest_ids;
use platform::{JobCtx, JobKind, Problem, Result, Scope, Sql, Tx, bulk, fault};
use registry::Family;
use sea_orm::Value as Cell;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::assessment::lines::{Line, lines};
use crate::authz::{GAP_FIND, GAP_LIST};
use crate::problems::NO_RELEASE;

pub(crate) const KIND: &str = "decide.gap.find";
/// Households of one step: what is written for them holds the write lock a few milliseconds.
const STEP: u64 = 200;

/// What to go through.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ScanArgs {
    pub division: DivisionCode,
    pub as_of: NaiveDate,
}

/// How far it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct State {
    /// Division and key of the last household.
    after: Option<(String, Uuid)>,
    households: u64,
    findings: u64,
    refused: u64,
    finished: bool,
}

/// `decide.gap.find`.
#[derive(Debug, Default)]
pub struct Scan;

#[async_trait]
impl JobKind for Scan {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: ScanArgs = job.args()?;
        let mut state: State = job.state()?.unwrap_or_default();
        while !state.finished {
            job.check()?;
            // Reading and assessing hold no write lock.
            let (found, scope) = look(job, &args, &state).await?;
            let mut tx = job.begin(&GAP_FIND, None).await?;
            tx.about("gap_scan", job.id(), &args.division);
            write(&mut tx, job.id(), &args, &found).await?;
            state.households += found.families.len() as u64;
            state.findings += found.rows() as u64;
            state.refused += found.refused;
            state.after.clone_from(&found.last);
            if found.last.is_none() {
                finish(&mut tx, job.id(), &args, &scope, &state).await?;
                state.finished = true;
            }
            fault::point("decide.gap.step")?;
            job.commit(tx, &state, state.households, 0).await?;
        }
        Ok(json!({
            "households": state.households, "findings": state.findings, "refused": state.refused
        }))
    }
}

/// What one step found.
#[derive(Default)]
struct Found {
    release: Option<Uuid>,
    families: Vec<(Family, Vec<Due>, Vec<Uuid>)>,
    /// Sections of programmes.
    sections: std::collections::BTreeMap<String, String>,
    refused: u64,
    last: Option<(String, Uuid)>,
}

impl Found {
    fn rows(&self) -> usize {
        self.families.iter().map(|(_, dues, _)| dues.len()).sum()
    }
}

async fn look(job: &JobCtx, args: &ScanArgs, state: &State) -> Result<(Found, Scope)> {
    let ctx = job.ctx().clone();
    let mut reader = ctx.query(&GAP_LIST).await?;
    let scope = reader.scope().within(&args.division);
    let after = state.after.as_ref().map(|(d, id)| (d.as_str(), *id));
    let families =
        registry::stream_families(reader.conn(), &scope, args.as_of, after, STEP).await?;
    let mut found = Found::default();
    if let Some(last) = families.last() {
        found.last = Some((last.division.clone(), last.household));
        let release = policy::release_on(ctx.floor(), reader.conn(), args.as_of)
            .await?
            .ok_or_else(|| Problem::new(&NO_RELEASE))?;
        found.release = Some(release.id);
        let programmes = release.pack.programmes().iter();
        found.sections = programmes
            .map(|p| (p.key.clone(), p.section.clone()))
            .collect();
        // A household without members on that day has nothing to claim.
        let families: Vec<Family> = families
            .into_iter()
            .filter(|f| !f.members.is_empty())
            .collect();
        let read = lines(reader.conn(), &release.pack, &families, args.as_of).await?;
        let (pack, on) = (release.pack, args.as_of);
        // The line names the household's own village, which lies somewhere in the province.
        let area = args.division.at(DivisionLevel::Province);
        let place = area.unwrap_or(args.division);
        let work = Assess {
            pack,
            place,
            on,
            programmes: Vec::new(),
            explain: false,
        };
        let (dues, read) = tokio::task::spawn_blocking(move || (dues(&work, &read), read))
            .await
            .map_err(Problem::internal)?;
        for ((family, due), line) in families.into_iter().zip(dues).zip(read) {
            let due = due.unwrap_or_else(|_| {
                found.refused += 1;
                Vec::new()
            });
            found.families.push((family, due, line.people));
        }
    }
    let ids = found.families.iter().map(|(f, ..)| f.household);
    let digest = digest_ids(ids.map(|id| id.as_bytes().to_vec()));
    let asked = json!({"division": args.division, "as_of": args.as_of});
    reader.listed("household", &asked, found.families.len() as u64, digest);
    reader.finish().await?;
    Ok((found, scope))
}

fn dues(work: &Assess, lines: &[Line]) -> Vec<std::result::Result<Vec<Due>, Refusal>> {
    work.dues(&Shelf::default(), lines.iter().map(|l| l.text.as_bytes()))
}

async fn write(tx: &mut Tx, scan: Uuid, args: &ScanArgs, found: &Found) -> Result<()> {
    let Some(release) = found.release else {
        return Ok(());
    };
    let ids = found.families.iter().map(|(f, ..)| f.household);
    let sql = Sql::new("delete from gap where household in ").bind_all(ids);
    if !found.families.is_empty() {
        bulk::execute(tx, sql).await?;
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (family, dues, people) in &found.families {
        for due in dues {
            let section = found.sections.get(&due.programme);
            let who: Vec<&Uuid> = due.members.iter().filter_map(|m| people.get(*m)).collect();
            let mut missing: Vec<&str> = due.missing.iter().map(|m| m.name.as_str()).collect();
            missing.sort_unstable();
            missing.dedup();
            rows.push(vec![
                family.household.into(),
                due.programme.as_str().into(),
                due.kind.word().into(),
                family.division.as_str().into(),
                section.map_or("", String::as_str).into(),
                args.as_of.into(),
                release.into(),
                scan.into(),
                i32::try_from(who.len()).unwrap_or(i32::MAX).into(),
                serde_json::to_string(&who)?.into(),
                due.monthly.map(Money::fen).into(),
                due.once.map(Money::fen).into(),
                serde_json::to_string(&missing)?.into(),
            ]);
        }
    }
    let columns = [
        "household",
        "programme",
        "kind",
        "division",
        "section",
        "as_of",
        "release",
        "scan",
        "persons",
        "people",
        "monthly",
        "once",
        "missing",
    ];
    bulk::insert(tx, "gap", &columns, rows).await?;
    Ok(())
}

/// Takes away what earlier scans found about households that are gone, and says when this ended.
async fn finish(
    tx: &mut Tx,
    scan: Uuid,
    args: &ScanArgs,
    scope: &Scope,
    state: &State,
) -> Result<()> {
    let sql = Sql::new("delete from gap where scan <> ")
        .bind(scan)
        .text(" and ")
        .push(scope.sql("division"));
    bulk::execute(tx, sql).await?;
    let now = tx.floor().now();
    let values: Vec<Cell> = vec![
        scan.into(),
        args.division.as_str().into(),
        args.as_of.into(),
        now.into(),
        i64::try_from(state.households).unwrap_or(i64::MAX).into(),
        i64::try_from(state.findings).unwrap_or(i64::MAX).into(),
        i64::try_from(state.refused).unwrap_or(i64::MAX).into(),
    ];
    let columns = [
        "id",
        "division",
        "as_of",
        "finished_at",
        "households",
        "findings",
        "refused",
    ];
    bulk::insert(tx, "gap_scan", &columns, [values]).await?;
    Ok(())
}
