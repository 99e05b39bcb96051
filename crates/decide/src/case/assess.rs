//! The assessment of a case's family: by the rules of its acceptance and the standards of the
//! month, over the circumstances on record and what the members draw already.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::Month;
use pack::{Case, CaseFacts, MemberFacts, Pack, Verdict};
use platform::{Conn, Problem, Result};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::store::Row;
use crate::assessment::lines;

/// What the rules say about one programme for the household or one member.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseAssessed)]
pub struct Assessed {
    /// Key of the programme.
    pub programme: String,
    /// The member; none for the household.
    pub person: Option<Uuid>,
    /// 符合, 不符合, 未知, 不适用, 让位.
    pub verdict: String,
    /// 元/月
    #[schema(value_type = Option<String>)]
    pub monthly: Option<kernel::Money>,
    /// 元
    #[schema(value_type = Option<String>)]
    pub once: Option<kernel::Money>,
    /// Why, in Chinese.
    pub zh: Vec<String>,
    /// Why, in English.
    pub en: Vec<String>,
    /// Facts that nobody has given, by whose they are: the household's first.
    pub missing: Vec<Lacking>,
    /// The clauses.
    pub cites: Vec<String>,
}

/// What nobody has said about somebody, or about the household.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseLacking)]
pub struct Lacking {
    /// The member; none for the household.
    pub person: Option<Uuid>,
    /// Names of the facts.
    pub facts: Vec<String>,
}

/// The assessment of a family.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assessment {
    pub urban_rural: Option<String>,
    pub all: Vec<Assessed>,
}

impl Assessment {
    /// The verdict on a programme as the case's facts have it: 符合, 不符合 or 未知. For a
    /// programme of persons it is 符合 where any member qualifies.
    pub fn verdict(&self, programme: &str) -> &'static str {
        let mut said = "不符合";
        let mut any = false;
        for one in self.all.iter().filter(|a| a.programme == programme) {
            any = true;
            match one.verdict.as_str() {
                "符合" => return "符合",
                "未知" => said = "未知",
                _ => {}
            }
        }
        if any { said } else { "未知" }
    }
}

impl Assessment {
    /// What the assessment comes to a month for a programme; none where it grants nothing.
    pub fn monthly(&self, programme: &str) -> Option<kernel::Money> {
        let own = self.all.iter().filter(|a| a.programme == programme);
        let granted = own
            .filter(|a| a.verdict == "符合")
            .filter_map(|a| a.monthly);
        granted.reduce(|a, b| kernel::Money::from_fen(a.fen() + b.fen()))
    }
}

/// Facts of a subject as they stand on record.
fn map(text: &str) -> Result<Map<String, Value>> {
    Ok(serde_json::from_str(text)?)
}

/// Assesses the case's family for some programmes as of a day.
pub(crate) async fn family(
    conn: &Conn,
    pack: &Pack,
    row: &Row,
    programmes: &[String],
    supporters: Option<Vec<Map<String, Value>>>,
    day: NaiveDate,
) -> Result<Assessment> {
    let Some(family) = registry::family(conn, row.household, day).await? else {
        return Ok(Assessment::default());
    };
    let household = map(&family.facts)?;
    let members = lines::members_holding(conn, &family, Month::of(day)).await?;
    let keys: Vec<Uuid> = family.members.iter().map(|m| m.person).collect();
    let urban_rural = household
        .get("城乡")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let pack = pack.clone();
    let (division, ruled) = (row.division, row.ruled_on);
    let programmes = programmes.to_vec();
    // Compiling a place's rules the first time takes a moment.
    let all = tokio::task::spawn_blocking(move || -> Result<Vec<Assessed>> {
        let rules = pack
            .rules_for_case(&division, ruled, Month::of(day))
            .map_err(|_| Problem::new(&crate::problems::NO_RELEASE))?;
        let nothing = Map::new();
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
            supporters: supporters.as_ref().map(|s| s.iter().collect()),
            award: &nothing,
        };
        let case: Case = rules.facts(&facts).map_err(|faults| {
            faults
                .into_iter()
                .take(20)
                .fold(Problem::invalid(), |p, f| {
                    p.field(format!("/facts/{}", f.path), f.zh, f.en)
                })
        })?;
        let known: Vec<String> = programmes
            .into_iter()
            .filter(|key| rules.programme(key).is_some())
            .collect();
        if known.is_empty() {
            return Ok(Vec::new());
        }
        let mut engine = rules.engine();
        let assessed = engine.assess(&case, &known).map_err(Problem::internal)?;
        Ok(assessed.into_iter().map(|a| shown(&a, &keys)).collect())
    })
    .await
    .map_err(Problem::internal)??;
    Ok(Assessment { urban_rural, all })
}

fn shown(assessed: &pack::Assessed<'_>, people: &[Uuid]) -> Assessed {
    let verdict: Verdict = assessed.verdict;
    let (zh, en) = assessed.reasons.iter().cloned().unzip();
    Assessed {
        programme: assessed.programme.to_owned(),
        person: assessed.member.and_then(|m| people.get(m).copied()),
        verdict: verdict.zh().to_owned(),
        monthly: assessed.monthly,
        once: assessed.once,
        zh,
        en,
        missing: lacking(&assessed.missing, people),
        cites: assessed.cites.iter().map(|c| (*c).to_owned()).collect(),
    }
}

/// Paths as `成员2.工资性收入` or `户.货币财产`, by whose they are, each once.
fn lacking(missing: &[String], people: &[Uuid]) -> Vec<Lacking> {
    let mut found: BTreeMap<Option<usize>, Vec<String>> = BTreeMap::new();
    for path in missing {
        let (owner, fact) = path.split_once('.').unwrap_or(("", path));
        let place = owner.strip_prefix("成员").and_then(|n| n.parse().ok());
        let facts = found.entry(place).or_default();
        if !facts.iter().any(|known| known == fact) {
            facts.push(fact.to_owned());
        }
    }
    let named = |(place, facts): (Option<usize>, _)| Lacking {
        person: place.and_then(|n| people.get(n.checked_sub(1)?).copied()),
        facts,
    };
    found.into_iter().map(named).collect()
}
