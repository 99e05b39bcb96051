//! Scheduled rechecks: awards whose months are over are looked at anew, by a case of the pack's
//! recheck procedure that the program opens and begins.
//!
//! How many months lie between two rechecks says the pack (民发〔2021〕57号第三十一条: a year where
//! circumstances change little, half a year where income is unsteady or somebody can work). Awards
//! that were taken over from an older system all at once are spread over that span by their
//! number, so that no month brings all families of a township.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use flow::{Act, Actor, Capacity, Opening, Party};
use kernel::{DivisionCode, Month};
use platform::{Conn, Ctx, Floor, JobCtx, JobKind, Problem, Result, Sql, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::authz::{RECHECK_FIND, RECHECK_OPEN};
use crate::case::Bureau;
use crate::case::act::Work;
use crate::case::open::{Fresh, create};

const KIND: &str = "decide.recheck.open";

/// The kinds of the fact 复核类型 and the parameters that hold their months.
const STEADY: (&str, &str) = ("情况变化不大", "情况变化不大的复核月数");
const UNSTEADY: (&str, &str) = ("收入不稳定或有劳动能力", "收入不稳定的复核月数");

/// An award that may be due.
#[derive(Clone, Debug)]
struct Due {
    award: Uuid,
    household: Uuid,
    division: DivisionCode,
    number: String,
    programme: String,
    from: Month,
    taken_over: bool,
    last: Option<NaiveDate>,
}

/// Awards of programmes that are paid every month and are not ending anyhow.
async fn candidates(conn: &Conn, programme: &str, procedure: &str) -> Result<Vec<Due>> {
    let sql = Sql::new(
        "select a.id, a.household, a.division, a.number, a.from_month, d.kind, \
         (select max(c.accepted_on) from assistance_case c where c.household = a.household \
          and c.procedure = ",
    )
    .bind(procedure)
    .text(
        ") from award a join decision d on d.id = a.decision where a.status = 'active' \
         and a.to_month is null and not exists (select 1 from assistance_case o \
          where o.household = a.household and o.status = 'open' and o.programme = a.programme) \
         and a.programme = ",
    )
    .bind(programme)
    .text(" order by a.id");
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let division: String = row.try_get_by_index(2)?;
        let kind: String = row.try_get_by_index(5)?;
        found.push(Due {
            award: row.try_get_by_index(0)?,
            household: row.try_get_by_index(1)?,
            division: DivisionCode::parse(&division).map_err(Problem::internal)?,
            number: row.try_get_by_index(3)?,
            programme: programme.to_owned(),
            from: Month::from_index(row.try_get_by_index(4)?).map_err(Problem::internal)?,
            taken_over: kind == "opening",
            last: row.try_get_by_index(6)?,
        });
    }
    Ok(found)
}

/// Whether an award is due in a month, with so many months between two rechecks.
fn due(award: &Due, months: i32, now: Month) -> bool {
    let since = award.last.map_or(award.from, Month::of);
    let next = since.plus(months);
    if next > now {
        return false;
    }
    // Taken over and never looked at here: its turn comes by its number.
    let backlog = award.last.is_none() && award.taken_over && next < now;
    let turn = platform::hash::sm3(&[award.number.as_bytes()])[0];
    !backlog || now.index().rem_euclid(months) == i32::from(turn).rem_euclid(months)
}

/// The class of a family: unsteady where somebody of it can work.
fn class(family: &registry::Family) -> (&'static str, &'static str) {
    let can_work = family.members.iter().any(|m| {
        serde_json::from_str::<Map<String, Value>>(&m.facts)
            .ok()
            .and_then(|facts| facts.get("劳动能力")?.as_str().map(str::to_owned))
            .is_some_and(|said| said == "有" || said == "部分丧失")
    });
    if can_work { UNSTEADY } else { STEADY }
}

/// How far a round is.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Progress {
    after: Option<Uuid>,
    opened: u64,
    failed: u64,
}

/// `decide.recheck.open`.
#[derive(Debug, Default)]
pub struct Rechecks;

#[async_trait]
impl JobKind for Rechecks {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let mut progress: Progress = job.state()?.unwrap_or_default();
        let found = find(job.ctx()).await?;
        let total = found.len() as u64;
        for (award, key, class) in found {
            if progress.after.is_some_and(|after| award.award <= after) {
                continue;
            }
            job.check()?;
            let mut tx = job.begin(&RECHECK_OPEN, None).await?;
            fault::point("decide.recheck.case")?;
            progress.after = Some(award.award);
            match open(&mut tx, &award, &key, class).await {
                Ok(()) => {
                    progress.opened += 1;
                    job.commit(tx, &progress, progress.opened, total).await?;
                }
                Err(problem) => {
                    progress.failed += 1;
                    tracing::warn!(award = %award.award, cause = %problem, "no recheck was opened");
                }
            }
        }
        Ok(json!({"opened": progress.opened, "failed": progress.failed}))
    }
}

/// The awards that are due this month, in the order of their keys, with procedure and class.
async fn find(ctx: &Ctx) -> Result<Vec<(Due, String, &'static str)>> {
    let floor = ctx.floor();
    let today = floor.today();
    let now = Month::of(today);
    let reader = ctx.query(&RECHECK_FIND).await?;
    let conn = reader.conn();
    let mut out = Vec::new();
    let Some(release) = policy::release_on(floor, conn, today).await? else {
        reader.finish().await?;
        return Ok(out);
    };
    let mut procedures: BTreeMap<DivisionCode, Vec<(String, String)>> = BTreeMap::new();
    let sql = Sql::new("select distinct substr(division, 1, 6) from award where status = 'active'");
    for row in conn.rows(sql).await? {
        let code: String = row.try_get_by_index(0)?;
        let place = DivisionCode::parse(&code).map_err(Problem::internal)?;
        let known = release.pack.procedures_at(&place, today);
        let known = known.iter().filter(|p| p.kind == "recheck");
        let keys = known
            .map(|p| (p.programme.clone(), p.key.clone()))
            .collect();
        procedures.insert(place, keys);
    }
    for (county, keys) in &procedures {
        let Ok(rules) = release.pack.rules(county, today) else {
            continue;
        };
        let months =
            |name: &str| -> Option<i32> { rules.parameter(name)?.value.value.shown.parse().ok() };
        for (programme, key) in keys {
            let awards = candidates(conn, programme, key).await?;
            let awards: Vec<Due> = awards
                .into_iter()
                .filter(|a| county.contains(&a.division))
                .collect();
            for part in awards.chunks(500) {
                let ids: Vec<Uuid> = part.iter().map(|a| a.household).collect();
                let families = registry::families(conn, &ids, today).await?;
                let families: BTreeMap<Uuid, _> =
                    families.into_iter().map(|f| (f.household, f)).collect();
                for award in part {
                    let Some(family) = families.get(&award.household) else {
                        continue;
                    };
                    let (class, parameter) = class(family);
                    let months = months(parameter).or_else(|| months(STEADY.1));
                    if months.is_some_and(|m| m > 0 && due(award, m, now)) {
                        out.push((award.clone(), key.clone(), class));
                    }
                }
            }
        }
    }
    reader.finish().await?;
    out.sort_by_key(|(award, _, _)| award.award);
    Ok(out)
}

/// Opens and begins the recheck of one award.
async fn open(tx: &mut platform::Tx, due: &Due, key: &str, class: &str) -> Result<()> {
    let floor = tx.floor().clone();
    let today = floor.today();
    let family = registry::family(tx.conn(), due.household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let bureau = Bureau::on(&floor, tx.conn(), &due.division, key, today).await?;
    let section = bureau.section(&due.division, today);
    let mut people = vec![Party {
        person: family.head.to_string(),
        capacity: Capacity::Applicant,
    }];
    let others = family.members.iter().filter(|m| m.person != family.head);
    people.extend(others.map(|m| Party {
        person: m.person.to_string(),
        capacity: Capacity::Member,
    }));
    let opening = Opening {
        procedure: key.to_owned(),
        rules: bureau.procedure.rules.clone(),
        division: due.division,
        other: None,
        parties: people,
    };
    let begin = bureau
        .procedure
        .steps
        .iter()
        .filter(|s| s.first)
        .find_map(|s| {
            let outcome = s
                .outcomes
                .iter()
                .find(|o| o.asks.iter().any(|a| a == "复核类型"))?;
            Some((s.key.clone(), outcome.key.clone()))
        });
    let new = Fresh {
        bureau,
        section,
        household: due.household,
        applicant: family.head,
        opening,
    };
    let id = create(tx, &Actor::System, new).await?;
    if let Some((step, outcome)) = begin {
        let act = Act::Finish {
            step,
            outcome,
            reason: None,
            facts: Map::from_iter([("复核类型".to_owned(), json!(class))]),
        };
        let work = Work::open(tx, id).await?;
        work.go(tx, &Actor::System, &act.into()).await?;
    }
    let _ = &due.programme;
    Ok(())
}

/// Asks for a round, unless one waits or runs already.
///
/// # Errors
/// When the database fails.
pub async fn ask(floor: &Floor) -> Result<()> {
    let system = Ctx::system(floor, Uuid::nil(), "recheck");
    let mut tx = system.begin(&RECHECK_OPEN, None).await?;
    match tx.enqueue_once(KIND, "round", &json!({})).await {
        Ok(_) => tx.commit().await.map(|_| ()),
        Err(problem) if problem.code() == platform::problem::kinds::CONFLICT.code => Ok(()),
        Err(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn award(number: &str, from: (i32, u32), taken_over: bool, last: Option<&str>) -> Due {
        Due {
            award: Uuid::nil(),
            household: Uuid::nil(),
            division: DivisionCode::parse("620521101201").unwrap(),
            number: number.to_owned(),
            programme: "dibao".to_owned(),
            from: Month::new(from.0, from.1).unwrap(),
            taken_over,
            last: last.map(|day| day.parse().unwrap()),
        }
    }

    #[test]
    fn an_award_is_due_when_its_months_are_over() {
        let now = Month::new(2023, 6).unwrap();
        assert!(due(&award("a", (2022, 6), false, None), 12, now));
        assert!(!due(&award("a", (2022, 7), false, None), 12, now));
        assert!(due(&award("a", (2022, 12), false, None), 6, now));
        assert!(!due(
            &award("a", (2020, 1), false, Some("2022-07-02")),
            12,
            now
        ));
    }

    #[test]
    fn awards_taken_over_are_spread_and_none_is_forgotten() {
        let mut months = [0u32; 12];
        for n in 0..600 {
            let award = award(&format!("620521-DB-2019-{n:05}"), (2019, 1), true, None);
            let turns: Vec<usize> = (0..12)
                .filter(|m| due(&award, 12, Month::new(2023, *m as u32 + 1).unwrap()))
                .collect();
            assert_eq!(turns.len(), 1, "once a year");
            months[turns[0]] += 1;
        }
        assert!(months.iter().all(|n| (25..=80).contains(n)), "{months:?}");
    }
}
