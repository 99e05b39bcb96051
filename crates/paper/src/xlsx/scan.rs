//! What stands behind the rows of a sheet but is needed before the first of them.

use std::io::{BufRead, Read};

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::part::PartReader;
use super::xml;
use crate::error::PaperError;
use crate::limits::Limits;

/// A merged area; rows 1-based, columns 0-based, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merge {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
}

/// Merged areas and about how many rows there are.
#[derive(Debug, Default)]
pub(crate) struct Extent {
    pub merges: Vec<Merge>,
    pub rows_hint: u64,
}

/// Bytes behind the rows: merged areas, drop-downs, print set-up. A file with more than
/// this behind its rows loses the merges that lie beyond.
const TAIL: u64 = 256 << 20;

/// Skips over the rows without parsing them and reads what follows.
pub(crate) fn scan(mut part: PartReader, limits: &Limits) -> Result<Extent, PaperError> {
    let end = memmem::Finder::new("sheetData>");
    let row = memmem::Finder::new("row>");
    let mut extent = Extent::default();
    // The last bytes of a block are kept, so that a word on its border is found.
    let mut carry: Vec<u8> = Vec::new();
    let mut opened = false;
    loop {
        part.get_mut().token_done();
        let block = part.fill_buf()?;
        if block.is_empty() {
            return Ok(extent);
        }
        let taken = block.len();
        carry.extend_from_slice(block);
        part.consume(taken);
        let mut from = 0;
        let mut found = None;
        while let Some(at) = end.find(&carry[from..]).map(|at| at + from) {
            // `<sheetData>` opens, `</sheetData>` closes; a prefix may stand between.
            let tag_start = memchr::memrchr(b'<', &carry[..at]).unwrap_or(at);
            let closes = carry.get(tag_start + 1) == Some(&b'/');
            from = at + 10;
            if closes {
                found = Some(from);
                break;
            }
            opened = true;
        }
        if let Some(at) = found {
            extent.rows_hint += row.find_iter(&carry[..at]).count() as u64;
            let rest = carry.split_off(at);
            return tail(extent, rest, part, limits);
        }
        if !opened && memmem::find(&carry, b"sheetData/>").is_some() {
            return Ok(extent);
        }
        extent.rows_hint += row.find_iter(&carry).count() as u64;
        let keep = carry.len().min(32);
        let kept = carry.len() - keep;
        // Rows whose end lies in the kept bytes would be counted twice.
        extent.rows_hint -= row.find_iter(&carry[kept..]).count() as u64;
        carry.drain(..kept);
    }
}

fn tail(
    mut extent: Extent,
    rest: Vec<u8>,
    part: PartReader,
    limits: &Limits,
) -> Result<Extent, PaperError> {
    let mut bytes = std::io::Cursor::new(rest).chain(Untoken(part)).take(TAIL);
    let mut text = Vec::new();
    // Only `<mergeCell ref="…"/>` matters; the tail is not a document of its own, so the
    // reader is told not to match tags.
    let mut reader = Reader::from_reader(std::io::BufReader::new(&mut bytes));
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        text.clear();
        match reader
            .read_event_into(&mut text)
            .map_err(xml::fault("worksheet"))?
        {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "mergeCell" => {
                let Some((r1, c1, r2, c2)) = xml::attribute(&e, "ref").and_then(|r| xml::area(&r))
                else {
                    continue;
                };
                if extent.merges.len() >= limits.merges {
                    return Err(PaperError::bomb());
                }
                // Areas over whole columns or rows are ornaments, not headings of data.
                if r2 < r1 || c2 < c1 || r2 - r1 > 65_536 || c2 as usize > limits.columns {
                    continue;
                }
                extent.merges.push(Merge {
                    first_row: r1 as u32,
                    last_row: r2 as u32,
                    first_column: c1,
                    last_column: c2,
                });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    extent.merges.sort_unstable();
    Ok(extent)
}

/// The tail is read in blocks; tokens are counted by block here.
struct Untoken(PartReader);

impl Read for Untoken {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0.get_mut().token_done();
        self.0.read(buffer)
    }
}
