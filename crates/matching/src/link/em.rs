//! Weights from the data: expectation maximisation over the patterns of agreement
//! (Dempster, Laird, Rubin 1977; for linkage Winkler 1988).

use std::collections::BTreeMap;

use super::compare::{LEVELS, levels};

/// What the data taught about each field.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Share of true pairs among those looked at.
    pub share: f64,
    /// By field and level: how often a true pair has it.
    pub same: Vec<[f64; LEVELS]>,
    /// By field and level: how often two strangers have it.
    pub strangers: Vec<[f64; LEVELS]>,
    /// Rounds until nothing moved any more.
    pub rounds: usize,
}

/// Where true pairs are thought to be before anything was seen.
const FIRST: [f64; LEVELS] = [0.04, 0.04, 0.05, 0.12, 0.75];
const ROUNDS: usize = 500;
const STILL: f64 = 1e-7;
/// What is added to every count, so that what was never seen is unlikely, not impossible.
const PRIOR: f64 = 0.05;
/// For how many of the pairs looked at the blindly drawn ones stand.
const BLIND: f64 = 100.0;

impl Weights {
    /// Estimates from patterns and how often each occurs among the pairs looked at, and among
    /// pairs drawn blindly, which are strangers: where blocks are so good that they hold hardly
    /// a stranger, these teach what strangers look like. A missing value says nothing.
    pub(super) fn estimate(
        fields: usize,
        counts: &BTreeMap<u32, u64>,
        blind: &BTreeMap<u32, u64>,
        share: f64,
    ) -> Weights {
        let apart = |counts: &BTreeMap<u32, u64>| -> Vec<(Vec<Option<u8>>, f64)> {
            counts
                .iter()
                .map(|(pattern, count)| (levels(fields, *pattern), *count as f64))
                .collect()
        };
        let (patterns, blind) = (apart(counts), apart(blind));
        let count = |patterns: &[(Vec<Option<u8>>, f64)], times: f64| {
            let mut seen = vec![[PRIOR; LEVELS]; fields];
            for (pattern, count) in patterns {
                for (at, level) in pattern.iter().enumerate() {
                    if let Some(level) = level {
                        seen[at][usize::from(*level)] += count * times;
                    }
                }
            }
            seen
        };
        // Pairs drawn blindly count little: strangers in one block are more alike than
        // strangers at large, and it is from them that true pairs must be told.
        let drawn: f64 = blind.iter().map(|(_, count)| count).sum();
        let known = count(&blind, BLIND / drawn.max(1.0));
        // Most pairs are strangers, so all of them together are the first guess.
        let mut strangers = count(&patterns, 1.0);
        for (all, known) in strangers.iter_mut().zip(&known) {
            for (all, known) in all.iter_mut().zip(known) {
                *all += known;
            }
        }
        strangers.iter_mut().for_each(normalise);
        let mut weights = Weights {
            share,
            same: vec![FIRST; fields],
            strangers,
            rounds: 0,
        };
        while weights.rounds < ROUNDS {
            weights.rounds += 1;
            if weights.round(&patterns, &known) < STILL {
                break;
            }
        }
        weights
    }

    /// One round; how far the estimates moved.
    fn round(&mut self, patterns: &[(Vec<Option<u8>>, f64)], known: &[[f64; LEVELS]]) -> f64 {
        let fields = self.same.len();
        let mut same = vec![[PRIOR; LEVELS]; fields];
        let mut strangers = known.to_vec();
        let (mut pairs, mut true_pairs) = (0.0, 0.0);
        for (pattern, count) in patterns {
            let likely = self.of(pattern).0;
            pairs += count;
            true_pairs += count * likely;
            for (at, level) in pattern.iter().enumerate() {
                if let Some(level) = level {
                    same[at][usize::from(*level)] += count * likely;
                    strangers[at][usize::from(*level)] += count * (1.0 - likely);
                }
            }
        }
        same.iter_mut().for_each(normalise);
        strangers.iter_mut().for_each(normalise);
        let share = if pairs > 0.0 {
            true_pairs / pairs
        } else {
            self.share
        };
        let share = share.clamp(1e-9, 1.0 - 1e-9);
        let mut moved = (share - self.share).abs();
        for (new, old) in same
            .iter()
            .zip(&self.same)
            .chain(strangers.iter().zip(&self.strangers))
        {
            for (a, b) in new.iter().zip(old) {
                moved = moved.max((a - b).abs());
            }
        }
        (self.share, self.same, self.strangers) = (share, same, strangers);
        moved
    }

    /// Probability and weight in bits of a pattern.
    pub(super) fn score(&self, pattern: u32) -> (f64, f64) {
        self.of(&levels(self.same.len(), pattern))
    }

    fn of(&self, pattern: &[Option<u8>]) -> (f64, f64) {
        let mut weight = 0.0;
        for (at, level) in pattern.iter().enumerate() {
            if let Some(level) = level {
                weight += self.weight(at, *level);
            }
        }
        let prior = (self.share / (1.0 - self.share)).log2();
        (1.0 / (1.0 + (-(weight + prior)).exp2()), weight)
    }

    /// What a level of a field adds to the score, in bits.
    pub fn weight(&self, field: usize, level: u8) -> f64 {
        let level = usize::from(level);
        (self.same[field][level] / self.strangers[field][level]).log2()
    }
}

fn normalise(levels: &mut [f64; LEVELS]) {
    let sum: f64 = levels.iter().sum();
    for level in levels {
        *level /= sum;
    }
}
