//! Runs the tests that a pack carries: households and months with the expected results.

use crate::model::Scenario;
use crate::pack::Pack;
use crate::rules::{CaseFacts, Computed, MemberFacts};
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
            let word = if outcome.passed() {
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
    let mut scenarios: Vec<&Scenario> = pack.scenarios().iter().collect();
    scenarios.sort_by_key(|s| s.spot);
    Report {
        outcomes: scenarios.into_iter().map(|s| outcome(pack, s)).collect(),
    }
}

fn outcome(pack: &Pack, scenario: &Scenario) -> Outcome {
    Outcome {
        name: scenario.name.clone(),
        level: pack.levels()[scenario.level.0 as usize].key.clone(),
        file: pack.texts().path(scenario.spot.file).to_owned(),
        line: scenario.spot.line,
        differences: differences(pack, scenario),
    }
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
        Err(faults) => {
            return faults
                .into_iter()
                .map(|f| {
                    (
                        format!("{}:{}", f.path, f.zh),
                        format!("{}: {}", f.path, f.en),
                    )
                })
                .collect();
        }
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
