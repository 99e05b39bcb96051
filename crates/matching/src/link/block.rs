//! Which pairs are looked at.

use super::{Record, Scheme, names};
use crate::clean::fold_name;
use crate::error::MatchError;

/// What of a value must be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockPart {
    /// All of it.
    Whole,
    /// So many characters at the beginning.
    Prefix(usize),
    /// The sound of a Chinese name.
    Pinyin,
    /// The first letters of its sound.
    PinyinInitials,
    /// The year of a day.
    Year,
    /// So many digits at the beginning; fewer say nothing.
    Digits(usize),
}

/// Fields that must be the same in one block, each with the part of it that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockRule(pub Vec<(usize, BlockPart)>);

impl BlockRule {
    /// The key of a record; none where a value is missing, so that missing values do not make
    /// everybody alike.
    fn key(&self, record: &Record) -> Option<String> {
        let mut key = String::new();
        for (field, part) in &self.0 {
            let value = record.get(*field)?;
            let value = match part {
                BlockPart::Digits(count) => {
                    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
                    digits.get(..*count)?.to_owned()
                }
                BlockPart::Year => value.chars().filter(char::is_ascii_digit).take(4).collect(),
                _ => {
                    let chars: Vec<char> = fold_name(value).to_lowercase().chars().collect();
                    match part {
                        BlockPart::Prefix(count) => chars.iter().take(*count).collect(),
                        BlockPart::Pinyin => names::syllables(&chars).concat(),
                        BlockPart::PinyinInitials => names::initials(&chars),
                        _ => chars.into_iter().collect(),
                    }
                }
            };
            if value.is_empty() {
                return None;
            }
            key.push_str(&value);
            key.push('\u{1f}');
        }
        Some(key)
    }

    fn sorted(&self, records: &[Record]) -> Vec<(String, u32)> {
        let mut keys: Vec<(String, u32)> = records
            .iter()
            .enumerate()
            .filter_map(|(n, record)| Some((self.key(record)?, n as u32)))
            .collect();
        keys.sort_unstable();
        keys
    }
}

/// A pair in one word.
fn pair(left: u32, right: u32) -> u64 {
    u64::from(left) << 32 | u64::from(right)
}

/// The places of a pair.
pub(super) fn places(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// All pairs that share a block, each once and in order; and the blocks passed over, by rule.
pub(super) fn pairs(
    scheme: &Scheme,
    left: &[Record],
    right: Option<&[Record]>,
) -> Result<(Vec<u64>, Vec<u64>), MatchError> {
    let mut pairs: Vec<u64> = Vec::new();
    let mut passed_over = vec![0; scheme.blocks.len()];
    for (rule, passed) in scheme.blocks.iter().zip(&mut passed_over) {
        let ours = rule.sorted(left);
        let theirs = right.map(|records| rule.sorted(records));
        for block in ours.chunk_by(|a, b| a.0 == b.0) {
            let key = &block[0].0;
            let others = match &theirs {
                None => block,
                Some(all) => {
                    let from = all.partition_point(|(k, _)| k < key);
                    let to = from + all[from..].partition_point(|(k, _)| k == key);
                    &all[from..to]
                }
            };
            if block.len() as u64 * others.len() as u64 > scheme.largest_block {
                *passed += 1;
                continue;
            }
            for (_, a) in block {
                for (_, b) in others {
                    if right.is_some() || a < b {
                        pairs.push(pair(*a, *b));
                    }
                }
            }
            if pairs.len() > 2 * scheme.most_pairs {
                pairs.sort_unstable();
                pairs.dedup();
            }
            if pairs.len() > scheme.most_pairs {
                return Err(MatchError::TooManySubjects(scheme.most_pairs as u64));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
    }
    Ok((pairs, passed_over))
}
