//! Runs the tests that a pack carries: households and months with the expected results.

use crate::fault::Spot;
use crate::model::LevelId;
use crate::model::{Assessment, Scenario};
use crate::pack::Pack;
use crate::rules::{Assessed, CaseFacts, Computed, FactFault, MemberFacts};
use kernel::Month;
use serde_json::Map;
use std::fmt::Write as _;

/// The result of one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What the test shows.
    pub name: String,
    /// Key of the level.
    pub level: String,
    /// File of the test.
    pub file: String,
    /// Line of the test.
    pub line: u32,
    /// What differs, in Chinese and English; empty where the test passed.
    pub differences: Vec<(String, String)>,
    /// The month that it is about.
    pub month: Month,
    /// The document that has overtaken it; such a test is not run.
    pub overtaken: Option<String>,
}

impl Outcome {
    /// Whether the test passed.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

/// The results of all tests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// One for each test, in the order of the texts.
    pub outcomes: Vec<Outcome>,
}

impl Report {
    /// How many tests failed.
    pub fn failed(&self) -> usize {
        self.outcomes.iter().filter(|o| !o.passed()).count()
    }

    /// The results for people.
    pub fn render(&self) -> String {
        let mut out = String::new();
        for outcome in &self.outcomes {
            let word = if outcome.overtaken.is_some() {
                "已变更 past"
            } else if outcome.passed() {
                "通过 ok  "
            } else {
                "失败 FAIL"
            };
            _ = writeln!(
                out,
                "{word} {} · {} ({}:{})",
                outcome.level, outcome.name, outcome.file, outcome.line
            );
            for (zh, en) in &outcome.differences {
                _ = writeln!(out, "    {zh}\n    {en}");
            }
        }
        let (all, failed) = (self.outcomes.len(), self.failed());
        _ = writeln!(
            out,
            "共 {all} 项测试,{failed} 项失败。 {all} test(s), {failed} failed."
        );
        out
    }
}

/// Runs every test.
pub fn run(pack: &Pack) -> Report {
    let outcome = |name: &str,
                   level: LevelId,
                   spot: Spot,
                   month: Month,
                   run: &dyn Fn() -> Vec<(String, String)>| {
        let overtaken = pack.overtaken(name, level, month);
        let outcome = Outcome {
            month,
            differences: if overtaken.is_some() {
                Vec::new()
            } else {
                run()
            },
            overtaken: overtaken.map(|o| o.cite.clone()),
            name: name.to_owned(),
            level: pack.levels()[level.0 as usize].key.clone(),
            file: pack.texts().path(spot.file).to_owned(),
            line: spot.line,
        };
        (spot, outcome)
    };
    let amounts = pack
        .scenarios()
        .iter()
        .map(|s| outcome(&s.name, s.level, s.spot, s.month, &|| differences(pack, s)));
    let verdicts = pack
        .assessments()
        .iter()
        .map(|a| outcome(&a.name, a.level, a.spot, a.month, &|| unlike(pack, a)));
    let mut outcomes: Vec<(Spot, Outcome)> = amounts.chain(verdicts).collect();
    outcomes.sort_by_key(|(spot, _)| *spot);
    Report {
        outcomes: outcomes.into_iter().map(|(_, outcome)| outcome).collect(),
    }
}

/// What differs in who qualifies.
fn unlike(pack: &Pack, test: &Assessment) -> Vec<(String, String)> {
    let accepted = test.accepted.unwrap_or(test.month.last_day());
    let rules = pack.rules_for_case_at(test.level, accepted, test.month);
    let members = test
        .members
        .iter()
        .map(|facts| MemberFacts {
            facts,
            terms: None,
            covered: true,
        })
        .collect();
    let none = Map::new();
    let facts = CaseFacts {
        household: &test.household,
        members,
        supporters: test.supporters.as_ref().map(|s| s.iter().collect()),
        award: &none,
    };
    let case = match rules.facts(&facts) {
        Ok(case) => case,
        Err(faults) => return said(faults),
    };
    let mut programmes: Vec<String> = Vec::new();
    for one in &test.expected {
        if !programmes.contains(&one.programme) {
            programmes.push(one.programme.clone());
        }
    }
    let mut engine = rules.engine();
    let found = match engine.assess(&case, &programmes) {
        Ok(found) => found,
        Err(error) => return vec![(error.to_string(), error.to_string())],
    };
    let mut differences = Vec::new();
    for wanted in &test.expected {
        let whose = wanted
            .member
            .map_or("户".to_owned(), |m| format!("成员{}", m + 1));
        let what = format!("{whose} {}", wanted.programme);
        let of = |a: &&Assessed<'_>| a.programme == wanted.programme && a.member == wanted.member;
        let Some(one) = found.iter().find(of) else {
            differences.push((
                format!("{what}：没有结果"),
                format!("{what}: nothing came out"),
            ));
            continue;
        };
        let mut differ = |part: &str, wanted: String, got: String| {
            if wanted != got {
                let why: Vec<&str> = one.reasons.iter().map(|r| r.0.as_str()).collect();
                let why_en: Vec<&str> = one.reasons.iter().map(|r| r.1.as_str()).collect();
                differences.push((
                    format!(
                        "{what} {part}应为 {wanted}，算得 {got}（{}）",
                        why.join("；")
                    ),
                    format!(
                        "{what}: expected {wanted}, got {got} ({})",
                        why_en.join("; ")
                    ),
                ));
            }
        };
        differ("资格", wanted.verdict.clone(), one.verdict.zh().to_owned());
        let shown = |m: Option<kernel::Money>| m.map_or("无".to_owned(), |m| m.to_string());
        if wanted.monthly.is_some() {
            differ("月金额", shown(wanted.monthly), shown(one.monthly));
        }
        if wanted.once.is_some() {
            differ("一次性金额", shown(wanted.once), shown(one.once));
        }
        if let Some(missing) = &wanted.missing {
            differ("缺少", missing.join("、"), one.missing.join("、"));
        }
    }
    differences
}

fn said(faults: Vec<FactFault>) -> Vec<(String, String)> {
    let both = |f: FactFault| {
        (
            format!("{}:{}", f.path, f.zh),
            format!("{}: {}", f.path, f.en),
        )
    };
    faults.into_iter().map(both).collect()
}

fn differences(pack: &Pack, scenario: &Scenario) -> Vec<(String, String)> {
    let rules = pack.rules_at(scenario.level, scenario.month.last_day());
    let members = scenario
        .members
        .iter()
        .map(|(facts, covered)| MemberFacts {
            facts,
            terms: None,
            covered: *covered,
        })
        .collect();
    let facts = CaseFacts {
        household: &scenario.household,
        members,
        supporters: scenario.supporters.as_ref().map(|s| s.iter().collect()),
        award: &scenario.award,
    };
    let case = match rules.facts(&facts) {
        Ok(case) => case,
        Err(faults) => return said(faults),
    };
    match rules.engine().compute(&scenario.programme, &case) {
        Ok(computed) => compare(scenario, &computed),
        Err(error) => vec![(error.to_string(), error.to_string())],
    }
}

fn compare(scenario: &Scenario, computed: &Computed<'_>) -> Vec<(String, String)> {
    let expected = &scenario.expected;
    let mut lines: Vec<(usize, String, String)> = computed
        .lines
        .iter()
        .map(|l| (l.member + 1, l.component.to_owned(), l.amount.to_string()))
        .collect();
    let mut wanted: Vec<(usize, String, String)> = expected
        .lines
        .iter()
        .map(|(m, c, a)| (*m, c.clone(), a.to_string()))
        .collect();
    lines.sort();
    wanted.sort();
    let mut differences = Vec::new();
    differ(&mut differences, ("金额", "lines"), &wanted, &lines);
    let missing: Vec<String> = computed
        .missing
        .iter()
        .chain(&computed.missing_parameters)
        .cloned()
        .collect();
    differ(
        &mut differences,
        ("缺少", "missing"),
        &expected.missing,
        &missing,
    );
    let excluded: Vec<(usize, String)> = computed
        .excluded
        .iter()
        .map(|e| (e.member + 1, e.by.to_owned()))
        .collect();
    differ(
        &mut differences,
        ("让位", "excluded"),
        &expected.excluded,
        &excluded,
    );
    let breaches: Vec<String> = computed.breaches.iter().map(|b| b.key.to_owned()).collect();
    differ(
        &mut differences,
        ("超限", "breaches"),
        &expected.breaches,
        &breaches,
    );
    for amiss in &computed.amiss {
        differences.push((amiss.zh.clone(), amiss.en.clone()));
    }
    differences
}

fn differ<T: PartialEq + std::fmt::Debug>(
    differences: &mut Vec<(String, String)>,
    (zh, en): (&str, &str),
    wanted: &[T],
    found: &[T],
) {
    if wanted != found {
        differences.push((
            format!("{zh}应为 {wanted:?}，算得 {found:?}"),
            format!("{en}: expected {wanted:?}, got {found:?}"),
        ));
    }
}
