//! Rows sorted by tag in bounded memory: gathered by the first byte of the tag, laid aside in
//! one file when there are too many, sorted group by group.

use std::fs::File;
use std::io::{self, Write};

use super::GROUPS;
use super::group::read_at;
use super::shelf::Bounded;

/// Bytes before the sealed row: tag, row, length.
const HEAD: usize = 16;

/// Rows on their way into a delivery.
pub(super) struct Sorter {
    parts: Vec<Vec<u8>>,
    held: usize,
    budget: usize,
    spill: Option<Bounded<File>>,
    spilt: u64,
    /// Place and length of what was laid aside, by group.
    segments: Vec<Vec<(u64, usize)>>,
}

/// One row of a worker's block.
pub(super) fn push(out: &mut Vec<u8>, tag: u64, row: u32, sealed: &[u8]) {
    out.extend_from_slice(&tag.to_le_bytes());
    out.extend_from_slice(&row.to_le_bytes());
    out.extend_from_slice(&(sealed.len() as u32).to_le_bytes());
    out.extend_from_slice(sealed);
}

/// A row of those that [`push`] wrote.
#[derive(Clone, Copy)]
pub(super) struct Packed<'b> {
    pub tag: u64,
    pub row: u32,
    pub sealed: &'b [u8],
}

/// Takes apart what [`push`] wrote.
pub(super) fn rows(mut bytes: &[u8]) -> impl Iterator<Item = (Packed<'_>, usize)> {
    std::iter::from_fn(move || {
        let head = bytes.get(..HEAD)?;
        let tag = u64::from_le_bytes(head[..8].try_into().ok()?);
        let row = u32::from_le_bytes(head[8..12].try_into().ok()?);
        let length = u32::from_le_bytes(head[12..].try_into().ok()?) as usize;
        let sealed = bytes.get(HEAD..HEAD + length)?;
        bytes = &bytes[HEAD + length..];
        Some((Packed { tag, row, sealed }, HEAD + length))
    })
}

impl Sorter {
    /// A sorter that holds about `budget` bytes; `spill` is where it lays the rest aside.
    pub fn new(budget: usize, spill: Option<Bounded<File>>) -> Sorter {
        Sorter {
            parts: vec![Vec::new(); GROUPS],
            held: 0,
            budget,
            spill,
            spilt: 0,
            segments: vec![Vec::new(); GROUPS],
        }
    }

    /// Takes the rows of a block.
    pub fn add(&mut self, block: &[u8]) -> io::Result<()> {
        let mut at = 0;
        for (row, length) in rows(block) {
            let part = &mut self.parts[(row.tag >> 56) as usize];
            part.extend_from_slice(&block[at..at + length]);
            at += length;
        }
        self.held += block.len();
        if self.held > self.budget {
            self.lay_aside()?;
        }
        Ok(())
    }

    fn lay_aside(&mut self) -> io::Result<()> {
        let Some(file) = &mut self.spill else {
            return Ok(());
        };
        for (part, segments) in self.parts.iter_mut().zip(&mut self.segments) {
            if part.is_empty() {
                continue;
            }
            file.write_all(part)?;
            segments.push((self.spilt, part.len()));
            self.spilt += part.len() as u64;
            part.clear();
        }
        self.held = 0;
        Ok(())
    }

    /// All rows of a group, unsorted; the memory of the group is given up.
    pub fn take(&mut self, group: usize) -> io::Result<Vec<u8>> {
        let rest = std::mem::take(&mut self.parts[group]);
        let segments = std::mem::take(&mut self.segments[group]);
        if segments.is_empty() {
            return Ok(rest);
        }
        let laid: usize = segments.iter().map(|(_, length)| length).sum();
        let mut all = vec![0; laid];
        let mut at = 0;
        let spill = self
            .spill
            .as_ref()
            .expect("what was laid aside lies in the file");
        for (place, length) in segments {
            read_at(&spill.file, &mut all[at..at + length], place)?;
            at += length;
        }
        all.extend_from_slice(&rest);
        Ok(all)
    }
}
