//! Scheduled rechecks: awards whose months are over are looked at anew, by a case of the pack's
//! recheck procedure that the program opens and begins.
//!
//! How many months lie between two rechecks, and of which class one is, says the pack: each
//! procedure of a recheck names the variables that compute it for a family (民发〔2021〕57号第三十一条:
//! a year where circumstances change little, half a year where income is unsteady or somebody can
//! work). Programmes of persons are rechecked person by person. Awards that were taken over from an older system all at once are spread over that span by their
//! number, so that no month brings all families of a township.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use flow::{Act, Actor, Capacity, Opening, Party};
use kernel::{DivisionCode, Month};
use pack::{CaseFacts, MemberFacts};
use platform::{Conn, Ctx, Floor, JobCtx, JobKind, Problem, Result, Sql, fault};
use registry::Family;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::authz::{RECHECK_FIND, RECHECK_OPEN};
use crate::case::Bureau;
use crate::case::act::Work;
use crate::case::open::{Fresh, create};

const KIND: &str = "decide.recheck.open";

/// The fact of a case that says of which class its recheck is.
const CLASS: &str = "复核类型";

/// An award that may be due.
#[derive(Clone, Debug)]
struct Due {
    award: Uuid,
    household: Uuid,
    /// Whom the recheck is about: the person of a programme of persons, else the head.
    person: Option<Uuid>,
    division: DivisionCode,
    number: String,
    from: Month,
    taken_over: bool,
    last: Option<NaiveDate>,
}

/// Awards of programmes that are paid every month and are not ending anyhow.
async fn candidates(
    conn: &Conn,
    programme: &str,
    procedure: &str,
    by_person: bool,
) -> Result<Vec<Due>> {
    let (own, others) = if by_person {
        (" and c.applicant = a.holder", " and o.applicant = a.holder")
    } else {
        ("", "")
    };
    let sql = Sql::new(
        "select a.id, a.household, a.division, a.number, a.from_month, d.kind, \
         (select max(c.accepted_on) from assistance_case c where c.household = a.household \
          and c.procedure = ",
    )
    .bind(procedure)
    .text(own)
    .text(
        "), a.holder from award a join decision d on d.id = a.decision where a.status = 'active' \
         and a.to_month is null and not exists (select 1 from assistance_case o \
          where o.household = a.household and o.status = 'open' and o.programme = a.programme",
    )
    .text(others)
    .text(") and a.programme = ")
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
            person: by_person.then(|| row.try_get_by_index(7)).transpose()?,
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

/// What the pack says of an award's recheck: after how many months, and of which class.
type Said = (Option<i32>, Option<String>);

/// Asks the pack about some families, with the member concerned where it is about one.
fn said(rules: &pack::Rules, every: &pack::model::Every, asked: &[(&Due, &Family)]) -> Vec<Said> {
    let fixed = rules.parameter(&every.months);
    let fixed: Option<i32> = fixed.and_then(|p| p.value.value.shown.parse().ok());
    let mut engine = rules.engine();
    let read = |text: &str| serde_json::from_str::<Map<String, Value>>(text).unwrap_or_default();
    let nothing = Map::new();
    let mut out = Vec::with_capacity(asked.len());
    for (award, family) in asked {
        let household = read(&family.facts);
        let members: Vec<Map<String, Value>> =
            family.members.iter().map(|m| read(&m.facts)).collect();
        let facts = CaseFacts {
            household: &household,
            members: members
                .iter()
                .map(|facts| MemberFacts {
                    facts,
                    terms: None,
                    covered: true,
                })
                .collect(),
            supporters: None,
            award: &nothing,
        };
        let Ok(case) = rules.facts(&facts) else {
            out.push((fixed, None));
            continue;
        };
        let of = |m: &registry::Member| Some(m.person) == award.person;
        let member = family.members.iter().position(of);
        let months = match engine.variable(&every.months, &case, member) {
            Some(formula::Value::Number(n)) => n.to_i64().and_then(|n| i32::try_from(n).ok()),
            _ => None,
        };
        let class = every.class.as_deref();
        let class = class.and_then(|name| engine.variable(name, &case, member));
        let class = match class {
            Some(formula::Value::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        out.push((months.or(fixed), class));
    }
    out
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

/// A recheck procedure of a county.
#[derive(Clone)]
struct Scheduled {
    programme: String,
    procedure: String,
    every: pack::model::Every,
}

/// The awards that are due this month, in the order of their keys, with procedure and class.
async fn find(ctx: &Ctx) -> Result<Vec<(Due, String, Option<String>)>> {
    let floor = ctx.floor();
    let today = floor.today();
    let reader = ctx.query(&RECHECK_FIND).await?;
    let conn = reader.conn();
    let mut out = Vec::new();
    let Some(release) = policy::release_on(floor, conn, today).await? else {
        reader.finish().await?;
        return Ok(out);
    };
    let mut counties: BTreeMap<DivisionCode, Vec<Scheduled>> = BTreeMap::new();
    let sql = Sql::new("select distinct substr(division, 1, 6) from award where status = 'active'");
    for row in conn.rows(sql).await? {
        let code: String = row.try_get_by_index(0)?;
        let place = DivisionCode::parse(&code).map_err(Problem::internal)?;
        let known = release.pack.procedures_at(&place, today).into_iter();
        let known = known.filter(|p| p.kind == "recheck").filter_map(|p| {
            Some(Scheduled {
                programme: p.programme.clone(),
                procedure: p.key.clone(),
                every: p.every.clone()?,
            })
        });
        counties.insert(place, known.collect());
    }
    for (county, all) in counties {
        let Ok(rules) = release.pack.rules(&county, today) else {
            continue;
        };
        for one in all {
            out.extend(due_of(conn, &rules, &county, &one, today).await?);
        }
    }
    reader.finish().await?;
    out.sort_by_key(|(award, _, _)| award.award);
    Ok(out)
}

/// The awards of one programme in a county that are due.
async fn due_of(
    conn: &Conn,
    rules: &pack::Rules,
    county: &DivisionCode,
    one: &Scheduled,
    today: NaiveDate,
) -> Result<Vec<(Due, String, Option<String>)>> {
    let unit = rules.programme(&one.programme).map(|p| p.unit);
    let by_person = unit == Some(pack::model::AwardUnit::Person);
    let awards = candidates(conn, &one.programme, &one.procedure, by_person).await?;
    let awards: Vec<Due> = awards
        .into_iter()
        .filter(|a| county.contains(&a.division))
        .collect();
    let now = Month::of(today);
    let mut out = Vec::new();
    for part in awards.chunks(500) {
        let ids: Vec<Uuid> = part.iter().map(|a| a.household).collect();
        let families = registry::families(conn, &ids, today).await?;
        let families: BTreeMap<Uuid, Family> =
            families.into_iter().map(|f| (f.household, f)).collect();
        let (rules, every, part) = (rules.clone(), one.every.clone(), part.to_vec());
        // Compiling a place's rules the first time takes a moment.
        let said = tokio::task::spawn_blocking(move || {
            let asked: Vec<(&Due, &Family)> = part
                .iter()
                .filter_map(|a| Some((a, families.get(&a.household)?)))
                .collect();
            let said = said(&rules, &every, &asked);
            let awards = asked.into_iter().map(|(a, _)| a.clone());
            awards.zip(said).collect::<Vec<_>>()
        })
        .await
        .map_err(Problem::internal)?;
        for (award, (months, class)) in said {
            match months.filter(|m| *m > 0) {
                Some(months) if due(&award, months, now) => {
                    out.push((award, one.procedure.clone(), class));
                }
                Some(_) => {}
                None => {
                    tracing::warn!(award = %award.award, "the pack does not say when its recheck is due");
                }
            }
        }
    }
    Ok(out)
}

/// Opens and begins the recheck of one award.
async fn open(tx: &mut platform::Tx, due: &Due, key: &str, class: Option<String>) -> Result<()> {
    let floor = tx.floor().clone();
    let today = floor.today();
    let family = registry::family(tx.conn(), due.household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let bureau = Bureau::on(&floor, tx.conn(), &due.division, key, today).await?;
    let section = bureau.section(&due.division, today);
    let applicant = due.person.unwrap_or(family.head);
    let mut people = vec![Party {
        person: applicant.to_string(),
        capacity: Capacity::Applicant,
    }];
    let others = family.members.iter().filter(|m| m.person != applicant);
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
    let begin = begins(&bureau);
    let new = Fresh {
        bureau,
        section,
        household: due.household,
        applicant,
        opening,
        came_from: None,
    };
    let id = create(tx, &Actor::System, new).await?;
    // Where the class is asked for and cannot be said, a clerk begins the recheck and says it.
    if let Some((step, outcome, asks)) = begin
        && (class.is_some() || !asks)
    {
        let stated = class.filter(|_| asks);
        let stated = stated.map(|class| (CLASS.to_owned(), json!(class)));
        let act = Act::Finish {
            step,
            outcome,
            reason: None,
            facts: stated.into_iter().collect(),
        };
        let work = Work::open(tx, id).await?;
        work.go(tx, &Actor::System, &act.into()).await?;
    }
    Ok(())
}

/// The step by which the program begins a recheck, its outcome, and whether that asks for the class.
fn begins(bureau: &Bureau) -> Option<(String, String, bool)> {
    let mut first = bureau.procedure.steps.iter().filter(|s| s.first);
    let step = first.find(|s| s.who.iter().any(|doer| doer.role == "system"))?;
    let outcome = step.outcomes.first()?;
    let asks = outcome.asks.iter().any(|a| a == CLASS);
    Some((step.key.clone(), outcome.key.clone(), asks))
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
            person: None,
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
