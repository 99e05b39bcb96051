//! An assessment with everything that people read of it: verdicts and reasons in both
//! languages, each amount with its steps, what is missing by whom, what may be claimed.
//!
//! It holds the same verdicts and amounts as the line that `doudi assess` writes; it is
//! kept beside that line so that a page reads years later what the family was shown.

use super::line::Refused;
use super::{Assess, Shelf};
use crate::claims::{Claim, Claims};
use crate::model::WayKind;
use crate::rules::{Assessed, Case, Engine, Rules, StepShown, Verdict};
use formula::Entity;
use kernel::Money;
use serde::{Deserialize, Serialize};

/// Why a household was not assessed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{zh} / {en}")]
pub struct Refusal {
    /// Stable code: `assess.fact.contradictory`.
    pub code: &'static str,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// The field at fault: `成员1.残疾等级`.
    pub place: Option<String>,
}

/// A fact that nobody has given and that decides something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lacking {
    /// Its path: `成员1.劳动能力`.
    pub path: String,
    /// Its name in the vocabulary.
    pub name: String,
    /// In English.
    pub en: String,
    /// household, person, supporter or award.
    pub of: String,
    /// Which member or supporter, from 0.
    pub place: Option<usize>,
}

/// What came out of one programme for the household or one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeResult {
    /// Key of the programme.
    pub programme: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// The member, from 0; none for the household.
    pub member: Option<usize>,
    /// Whether a single member comes in by himself (单人).
    pub single: bool,
    /// 符合, 不符合, 未知, 不适用 or 让位.
    pub verdict: String,
    /// Whether the programme pays; one that does not is recognised only.
    pub pays: bool,
    /// 元/月
    pub monthly: Option<Money>,
    /// 元
    pub once: Option<Money>,
    /// Why, in Chinese and English.
    pub reasons: Vec<(String, String)>,
    /// Facts that nobody has given.
    pub missing: Vec<Lacking>,
    /// The clauses.
    pub cites: Vec<String>,
    /// The members that an award would cover, from 0.
    pub covered: Vec<usize>,
    /// Its steps, by their place in [`Whole::steps`], in order.
    pub steps: Vec<usize>,
}

/// What an assessment beside what is held comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// Entitled and not held (应享未享).
    MayClaim,
    /// Held and no longer entitled (应退未退).
    MayLeave,
    /// Held, and what is missing decides.
    ToCheck,
}

impl DueKind {
    /// All of them, in the order of lists.
    pub const ALL: [DueKind; 3] = [DueKind::MayClaim, DueKind::MayLeave, DueKind::ToCheck];

    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            DueKind::MayClaim => "may_claim",
            DueKind::MayLeave => "may_leave",
            DueKind::ToCheck => "to_check",
        }
    }
}

/// A programme that a family may claim, may have to leave, or that has to be looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Which of the three.
    pub kind: DueKind,
    /// Key of the programme.
    pub programme: String,
    /// The members concerned, from 0.
    pub members: Vec<usize>,
    /// What it would pay those members a month, where that can be said.
    pub monthly: Option<Money>,
    /// What it would pay them once.
    pub once: Option<Money>,
    /// What is missing, where that decides.
    pub missing: Vec<Lacking>,
}

/// An assessment of all programmes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Whole {
    /// Of the household, then of each member, by programme.
    pub results: Vec<WholeResult>,
    /// Every step, once: what a step needs stands before it.
    pub steps: Vec<StepShown>,
    /// What may be claimed, has to be left, or looked into.
    pub due: Vec<Due>,
}

impl Assess {
    /// Assesses one household with everything that people read of it.
    ///
    /// # Errors
    /// Why it has no result.
    pub fn whole(&self, shelf: &Shelf, line: &[u8]) -> Result<Whole, Refusal> {
        let mut found = Err(Refusal::nothing());
        self.each(shelf, [line], |read| {
            found = read.map_err(Refusal::from).and_then(|(line, engine)| {
                let case = self.case(line, engine).map_err(|r| Refusal::from(&*r))?;
                // No programme is named, so none can be unknown.
                let assessed = engine.assess(&case, &[]).unwrap_or_default();
                Ok(whole(&line.rules, engine, &case, &assessed))
            });
        });
        found
    }

    /// What households may claim, must leave, or have to be asked about; one answer each, in
    /// their order.
    pub fn dues<'l>(
        &self,
        shelf: &Shelf,
        lines: impl IntoIterator<Item = &'l [u8]>,
    ) -> Vec<Result<Vec<Due>, Refusal>> {
        let mut all = Vec::new();
        self.each(shelf, lines, |read| {
            all.push(read.map_err(Refusal::from).and_then(|(line, engine)| {
                let case = self.case(line, engine).map_err(|r| Refusal::from(&*r))?;
                let assessed = engine.assess(&case, &[]).unwrap_or_default();
                Ok(dues(&line.rules, &case, &assessed))
            }));
        });
        all
    }
}

impl Refusal {
    fn nothing() -> Self {
        Self {
            code: "assess.line.shape",
            zh: "没有可测算的家庭".to_owned(),
            en: "there is no household to assess".to_owned(),
            place: None,
        }
    }
}

impl From<&Refused> for Refusal {
    fn from(refused: &Refused) -> Self {
        Self {
            code: refused.code,
            zh: refused.zh.clone(),
            en: refused.en.clone(),
            place: refused.place.clone(),
        }
    }
}

fn whole<'r>(rules: &Rules, engine: &Engine<'r>, case: &Case, assessed: &[Assessed<'r>]) -> Whole {
    let mut steps: Vec<StepShown> = Vec::new();
    let results = assessed
        .iter()
        .map(|one| {
            // A programme that does not speak to somebody has nothing to show beside its reason.
            let shown = if one.verdict == Verdict::NotApplicable {
                Vec::new()
            } else {
                engine.explain_assessment(case, std::slice::from_ref(one))
            };
            let own = shown.into_iter().map(|step| {
                let known = steps.iter().position(|s| *s == step);
                known.unwrap_or_else(|| {
                    steps.push(step);
                    steps.len() - 1
                })
            });
            let own = own.collect();
            result(rules, one, own)
        })
        .collect();
    Whole {
        results,
        steps,
        due: dues(rules, case, assessed),
    }
}

fn result(rules: &Rules, one: &Assessed<'_>, steps: Vec<usize>) -> WholeResult {
    let programme = rules.programme(one.programme);
    let label = |pick: fn(&crate::model::Label) -> &String| {
        programme.map_or_else(|| one.programme.to_owned(), |p| pick(&p.label).clone())
    };
    WholeResult {
        programme: one.programme.to_owned(),
        zh: label(|l| &l.zh),
        en: label(|l| &l.en),
        member: one.member,
        single: one.way == Some(WayKind::Single),
        verdict: one.verdict.zh().to_owned(),
        pays: programme.is_some_and(|p| !p.components.is_empty()),
        monthly: one.monthly,
        once: one.once,
        reasons: one.reasons.clone(),
        missing: one
            .missing
            .iter()
            .map(|path| lacking(rules, path))
            .collect(),
        cites: one.cites.iter().map(|c| (*c).to_owned()).collect(),
        covered: one.covered.clone(),
        steps,
    }
}

/// A path such as `成员1.劳动能力`, taken apart.
fn lacking(rules: &Rules, path: &str) -> Lacking {
    let (whose, name) = path.rsplit_once('.').unwrap_or((path, path));
    let entity = [
        Entity::Person,
        Entity::Household,
        Entity::Supporter,
        Entity::Award,
    ]
    .into_iter()
    .find(|e| whose.starts_with(e.word()));
    let place = entity
        .and_then(|e| whose.strip_prefix(e.word()))
        .and_then(|n| n.parse::<usize>().ok());
    let facts = &rules.data().facts;
    let fact = facts
        .iter()
        .find(|f| f.name == name && Some(f.entity) == entity)
        .or_else(|| facts.iter().find(|f| f.name == name));
    Lacking {
        path: path.to_owned(),
        name: name.to_owned(),
        en: fact.map_or_else(|| name.to_owned(), |f| f.en.clone()),
        of: match entity {
            Some(Entity::Person) => "person",
            Some(Entity::Supporter) => "supporter",
            Some(Entity::Award) => "award",
            _ => "household",
        }
        .to_owned(),
        place: place.and_then(|n| n.checked_sub(1)),
    }
}

fn dues(rules: &Rules, case: &Case, assessed: &[Assessed<'_>]) -> Vec<Due> {
    let claims = Claims::of(assessed, case);
    let lists = [
        (DueKind::MayClaim, claims.may_claim),
        (DueKind::MayLeave, claims.may_leave),
        (DueKind::ToCheck, claims.to_check),
    ];
    // An estimate orders the work of the clerks; nobody can claim it.
    let claimable = |claim: &&Claim<'_>| {
        let programme = rules.programme(claim.programme);
        !programme.is_some_and(|p| p.estimate)
    };
    let mut all = Vec::new();
    for (kind, list) in lists {
        let list = list.iter().filter(claimable);
        all.extend(list.map(|claim| due(rules, kind, claim, assessed)));
    }
    all
}

fn due(rules: &Rules, kind: DueKind, claim: &Claim<'_>, assessed: &[Assessed<'_>]) -> Due {
    let about = || assessed.iter().filter(|a| a.programme == claim.programme);
    let mut missing: Vec<Lacking> = Vec::new();
    let (mut monthly, mut once) = (None, None);
    if kind == DueKind::ToCheck {
        let open = about().filter(|a| a.verdict == Verdict::Unknown);
        let paths = open.flat_map(|a| &a.missing);
        missing = paths.map(|path| lacking(rules, path)).collect();
        missing.sort();
        missing.dedup();
    }
    if kind == DueKind::MayClaim {
        // Where some hold it already, the amount of the whole is not what is lacking.
        let all_new = |a: &&Assessed<'_>| {
            a.verdict == Verdict::Qualifies && a.covered.iter().all(|m| claim.members.contains(m))
        };
        let add = |sum: Option<Money>, more: Option<Money>| match (sum, more) {
            (sum, None) => sum,
            (None, more) => more,
            (Some(sum), Some(more)) => Some([sum, more].into_iter().sum()),
        };
        for one in about().filter(all_new) {
            monthly = add(monthly, one.monthly);
            once = add(once, one.once);
        }
    }
    Due {
        kind,
        programme: claim.programme.to_owned(),
        members: claim.members.clone(),
        monthly,
        once,
        missing,
    }
}
