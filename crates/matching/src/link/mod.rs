//! Linking people whose identity number is missing or wrong (Fellegi and Sunter 1969).
//!
//! Two records are compared field by field; each field gives a level of agreement. How often
//! true pairs and strangers reach a level is estimated from the data themselves by expectation
//! maximisation, so nobody sets weights by hand. The sum of the weights is a score; what is
//! neither certain nor hopeless goes to a queue where a person decides.
//!
//! Probabilities are the one place of the house where binary fractions belong; no amount
//! comes near them.

#![allow(clippy::float_arithmetic)]

mod block;
mod compare;
mod em;
mod names;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;
use std::thread;

pub use block::{BlockPart, BlockRule};
pub use compare::{Comparator, LEVELS};
pub use em::Weights;

use crate::error::MatchError;
use crate::parallel::{Watch, cores};

/// A field that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What it is called in explanations.
    pub name: String,
    /// How two values are compared.
    pub comparator: Comparator,
}

/// The values of a record, in the order of the fields; empty where unknown.
pub type Record = Vec<String>;

/// What is compared, and which pairs are looked at.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The fields.
    pub fields: Vec<Field>,
    /// Pairs that agree in one of these are looked at; all others are not.
    pub blocks: Vec<BlockRule>,
    /// A block with more pairs than this says too little and is passed over.
    pub largest_block: u64,
    /// Most pairs that are looked at.
    pub most_pairs: usize,
}

impl Scheme {
    /// Chinese people by name, birth date, sex, address and relation, for registers whose
    /// numbers are missing or wrong. Records are: 姓名, 公民身份号码, 出生日期, 性别, 住址, 与户主关系.
    pub fn chinese() -> Scheme {
        let field = |name: &str, comparator| Field {
            name: name.to_owned(),
            comparator,
        };
        use BlockPart::{Digits, Pinyin, PinyinInitials, Prefix, Whole, Year};
        let rule = |parts: &[(usize, BlockPart)]| BlockRule(parts.to_vec());
        Scheme {
            fields: vec![
                field("姓名", Comparator::ChineseName),
                field("公民身份号码", Comparator::Digits),
                field("出生日期", Comparator::Date),
                field("性别", Comparator::Exact),
                field("住址", Comparator::Address),
                field("与户主关系", Comparator::Exact),
            ],
            blocks: vec![
                rule(&[(0, Pinyin), (2, Year)]),
                rule(&[(0, Whole), (4, Prefix(6))]),
                rule(&[(2, Whole), (0, PinyinInitials)]),
                rule(&[(1, Digits(14))]),
                rule(&[(2, Whole), (4, Prefix(4))]),
            ],
            largest_block: 250_000,
            most_pairs: 50_000_000,
        }
    }
}

/// A pair with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Place in the left list.
    pub left: u32,
    /// Place in the right list; when a list is linked with itself, a later one.
    pub right: u32,
    /// How likely the two are one person, between nought and one.
    pub probability: f64,
    /// The sum of the weights, in bits.
    pub weight: f64,
    /// Levels of agreement by field; `None` where a value is missing.
    pub levels: Vec<Option<u8>>,
}

impl Candidate {
    /// How likely the two are one person, in ten-thousandths.
    pub fn likelihood(&self) -> i32 {
        whole(self.probability * 10_000.0)
    }

    /// The sum of the weights, in hundredths of a bit.
    pub fn score(&self) -> i32 {
        whole(self.weight * 100.0)
    }
}

/// The nearest whole number.
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// What becomes of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Taken as one person; still shown as linked, never merged by itself.
    Linked,
    /// A person decides.
    Queue,
    /// Not shown.
    Apart,
}

/// Where the queue begins and ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// From this probability on a pair is linked.
    pub linked: f64,
    /// From this one on somebody looks at it.
    pub queue: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds {
            linked: 0.99,
            queue: 0.2,
        }
    }
}

impl Bounds {
    /// What becomes of a pair.
    pub fn of(self, candidate: &Candidate) -> Verdict {
        if candidate.probability >= self.linked {
            Verdict::Linked
        } else if candidate.probability >= self.queue {
            Verdict::Queue
        } else {
            Verdict::Apart
        }
    }
}

/// What linking two lists came to.
#[derive(Debug, Clone)]
pub struct Links {
    /// Pairs from the probability asked for on, likeliest first, then by place.
    pub candidates: Vec<Candidate>,
    /// What the data taught.
    pub weights: Weights,
    /// Pairs that were looked at.
    pub pairs: usize,
    /// Blocks that were passed over because they were too large, by rule.
    pub passed_over: Vec<u64>,
}

/// Links two lists, or one with itself (`right` is `None`), and gives the pairs that are at
/// least as likely as `least`.
///
/// # Errors
/// When the caller stops, or there are more pairs than the scheme allows.
pub fn link(
    scheme: &Scheme,
    left: &[Record],
    right: Option<&[Record]>,
    least: f64,
    watch: &dyn Watch,
) -> Result<Links, MatchError> {
    let (pairs, passed_over) = block::pairs(scheme, left, right)?;
    if watch.cancelled() {
        return Err(MatchError::Cancelled);
    }
    let other = right.unwrap_or(left);
    let prepare = |records: &[Record]| compare::prepare(&scheme.fields, records);
    let (here, there) = (prepare(left), right.map(prepare));
    let there = there.as_ref().unwrap_or(&here);
    let compared = |chunk: &[u64]| -> Vec<u32> {
        chunk
            .iter()
            .map(|pair| {
                let (l, r) = block::places(*pair);
                compare::pattern(&scheme.fields, &here[l as usize], &there[r as usize])
            })
            .collect()
    };
    let mut patterns: Vec<u32> = Vec::with_capacity(pairs.len());
    let step = pairs.len().div_ceil(cores() * 8).max(1024);
    for round in pairs.chunks(step * cores()) {
        if watch.cancelled() {
            return Err(MatchError::Cancelled);
        }
        let compared = &compared;
        let parts: Vec<Vec<u32>> = thread::scope(|scope| {
            let workers: Vec<_> = round
                .chunks(step)
                .map(|chunk| scope.spawn(move || compared(chunk)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("comparing does not fail"))
                .collect()
        });
        patterns.extend(parts.into_iter().flatten());
        watch.progress(patterns.len() as u64, pairs.len() as u64);
    }
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    for pattern in &patterns {
        *counts.entry(*pattern).or_default() += 1;
    }
    let expected = left.len().min(other.len()) as f64 / pairs.len().max(1) as f64;
    let blind = blind(scheme, &here, there, right.is_none(), pairs.len());
    let weights = Weights::estimate(
        scheme.fields.len(),
        &counts,
        &blind,
        expected.clamp(0.0001, 0.5),
    );
    let scores: BTreeMap<u32, (f64, f64)> = counts
        .keys()
        .map(|pattern| (*pattern, weights.score(*pattern)))
        .collect();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (pair, pattern) in pairs.iter().zip(&patterns) {
        let (probability, weight) = scores[pattern];
        if probability >= least {
            let (left, right) = block::places(*pair);
            candidates.push(Candidate {
                left,
                right,
                probability,
                weight,
                levels: compare::levels(scheme.fields.len(), *pattern),
            });
        }
    }
    candidates.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    Ok(Links {
        candidates,
        weights,
        pairs: pairs.len(),
        passed_over,
    })
}

/// Pairs drawn without looking, by strides that repeat.
fn blind(
    scheme: &Scheme,
    here: &[Vec<compare::Prepared>],
    there: &[Vec<compare::Prepared>],
    same_list: bool,
    pairs: usize,
) -> BTreeMap<u32, u64> {
    let mut counts = BTreeMap::new();
    if here.is_empty() || there.is_empty() {
        return counts;
    }
    for n in 0..pairs.clamp(2_000, 200_000) {
        let left = n * 7919 % here.len();
        let right = (n * 104_729 + n / here.len() + 31) % there.len();
        if !(same_list && left == right) {
            let pattern = compare::pattern(&scheme.fields, &here[left], &there[right]);
            *counts.entry(pattern).or_default() += 1;
        }
    }
    counts
}

/// Pairs below which the weights have too little to learn from, so that somebody looks at all
/// that speak for one person at all.
const FEW: usize = 1_000;

impl Links {
    /// The pairs that somebody looks at: likely ones, where there is little to learn from also
    /// those that rather agree than not, and of each record on the left at most so many.
    pub fn queue(&self, bounds: Bounds, of_each: usize) -> Vec<&Candidate> {
        let mut taken: BTreeMap<u32, usize> = BTreeMap::new();
        let few = self.pairs < FEW;
        self.candidates
            .iter()
            .filter(|c| bounds.of(c) != Verdict::Apart || (few && c.weight > 0.0))
            .filter(|c| {
                let count = taken.entry(c.left).or_default();
                *count += 1;
                *count <= of_each
            })
            .collect()
    }

    /// What each field of a pair adds to its score, in hundredths of a bit; none where a value is
    /// missing.
    pub fn parts(&self, candidate: &Candidate) -> Vec<Option<i32>> {
        let levels = candidate.levels.iter().enumerate();
        levels
            .map(|(field, level)| level.map(|l| whole(self.weights.weight(field, l) * 100.0)))
            .collect()
    }
}

/// Keeps of each record only the likeliest pair, for lists in which nobody stands twice.
pub fn one_to_one(candidates: &mut Vec<Candidate>) {
    let mut left = std::collections::BTreeSet::new();
    let mut right = std::collections::BTreeSet::new();
    candidates.retain(|c| {
        let free = !left.contains(&c.left) && !right.contains(&c.right);
        if free {
            left.insert(c.left);
            right.insert(c.right);
        }
        free
    });
}
