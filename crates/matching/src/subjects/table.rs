//! From an identity number to the rows of a list, in a few nanoseconds.

use crate::clean::PackedId;

const NOBODY: u32 = u32::MAX;
/// Bits of the filter for each subject: with one probe, one stranger in sixteen passes it.
const FILTER_BITS: usize = 16;

/// The rows of a list by identity number; several rows of one person are kept.
///
/// Nearly every row of a source is about somebody else, so a filter that fits the cache
/// answers first, and the table is asked only about the few that pass.
#[derive(Debug, Clone)]
pub struct IdTable {
    filter: Vec<u64>,
    filter_shift: u32,
    keys: Vec<u64>,
    first: Vec<u32>,
    next: Vec<u32>,
    shift: u32,
    rows: usize,
}

/// Spreads a number over the word; an odd constant by Steele and Vigna.
#[inline]
fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 32)).wrapping_mul(0xd133_5a2c_9b71_4f35);
    word ^ (word >> 29)
}

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl IdTable {
    /// A table over the numbers of a list, by position.
    ///
    /// # Panics
    /// With 2³² − 1 rows or more; lists are bounded before.
    pub fn new(ids: &[PackedId]) -> IdTable {
        assert!(ids.len() < NOBODY as usize, "the list is bounded");
        let slots = (ids.len() * 2).next_power_of_two().max(16);
        let bits = (ids.len() * FILTER_BITS).next_power_of_two().max(64);
        let mut table = IdTable {
            filter: vec![0; bits / 64],
            filter_shift: 64 - bits.trailing_zeros(),
            keys: vec![0; slots],
            first: vec![NOBODY; slots],
            next: vec![NOBODY; ids.len()],
            shift: 64 - slots.trailing_zeros(),
            rows: ids.len(),
        };
        // Backwards, so that the chain of a person ascends.
        for (row, id) in ids.iter().enumerate().rev() {
            let slot = table.slot(id.word());
            table.next[row] = table.first[slot];
            table.first[slot] = row as u32;
            table.keys[slot] = id.word() + 1;
            let bit = table.bit(mix(id.word()));
            table.filter[bit / 64] |= 1 << (bit % 64);
        }
        table
    }

    #[inline]
    fn bit(&self, mixed: u64) -> usize {
        (mixed.wrapping_mul(SPREAD) >> self.filter_shift) as usize
    }

    /// The slot that holds the word, or the free one where it would go.
    #[inline]
    fn slot(&self, word: u64) -> usize {
        let mask = self.keys.len() - 1;
        let mut slot = (mix(word) >> self.shift) as usize;
        while self.keys[slot] != 0 && self.keys[slot] != word + 1 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Whether the person may be in the list: never wrongly no, rarely wrongly yes.
    #[inline]
    pub fn may_hold(&self, id: PackedId) -> bool {
        let bit = self.bit(mix(id.word()));
        self.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The rows of a person, ascending.
    #[inline]
    pub fn rows(&self, id: PackedId) -> Found<'_> {
        let at = if self.may_hold(id) {
            self.first[self.slot(id.word())]
        } else {
            NOBODY
        };
        Found { table: self, at }
    }

    /// Whether the person is in the list.
    #[inline]
    pub fn contains(&self, id: PackedId) -> bool {
        self.rows(id).at != NOBODY
    }

    /// Rows of the list.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }
}

/// The rows of one person.
#[derive(Debug, Clone)]
pub struct Found<'t> {
    table: &'t IdTable,
    at: u32,
}

impl Iterator for Found<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.at == NOBODY {
            return None;
        }
        let row = self.at;
        self.at = self.table.next[row as usize];
        Some(row)
    }
}
