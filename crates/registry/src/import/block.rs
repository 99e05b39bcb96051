//! Staged rows: packed into blocks of the rows of some 2,000 households, compressed, sealed.
//!
//! A million rows of twenty cells are about 350 MB of text; packed they are a tenth to a
//! fifth of that, and few large values cost the database almost nothing, where a million
//! staged rows would be written twice.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use paper::{Kind, Row};
use platform::{Problem, Result, Vault};
use uuid::Uuid;

/// Households of one part.
pub(crate) const PART: u32 = 2_000;

pub(crate) const DAMAGED: u8 = 1;
pub(crate) const FORMULA: u8 = 2;
pub(crate) const ERROR: u8 = 4;

/// Packs a row behind those that are there.
pub(crate) fn push(out: &mut Vec<u8>, position: u8, seq: u32, row: &Row) {
    out.push(position);
    out.extend_from_slice(&seq.to_le_bytes());
    out.extend_from_slice(&(row.number as u32).to_le_bytes());
    let count = row.cells().count().min(usize::from(u16::MAX));
    out.extend_from_slice(&(count as u16).to_le_bytes());
    for cell in row.cells().take(count) {
        let mut flags = 0;
        if cell.damaged {
            flags |= DAMAGED;
        }
        if cell.formula {
            flags |= FORMULA;
        }
        if cell.kind == Kind::Error {
            flags |= ERROR;
        }
        out.extend_from_slice(&(cell.column as u16).to_le_bytes());
        out.push(flags);
        out.extend_from_slice(&(cell.text.len() as u32).to_le_bytes());
        out.extend_from_slice(cell.text.as_bytes());
    }
}

/// A packed row.
#[derive(Clone, Debug)]
pub(crate) struct Packed<'a> {
    pub position: u8,
    pub seq: u32,
    pub row: u64,
    /// Column, flags, text.
    pub cells: Vec<(usize, u8, &'a str)>,
}

/// Walks packed rows.
pub(crate) struct Unpack<'a>(pub &'a [u8]);

impl<'a> Unpack<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(head)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
}

impl<'a> Iterator for Unpack<'a> {
    type Item = Packed<'a>;

    fn next(&mut self) -> Option<Packed<'a>> {
        let position = *self.take(1)?.first()?;
        let seq = self.u32()?;
        let row = u64::from(self.u32()?);
        let count = self.u16()?;
        let mut cells = Vec::with_capacity(usize::from(count));
        for _ in 0..count {
            let column = usize::from(self.u16()?);
            let flags = *self.take(1)?.first()?;
            let length = self.u32()? as usize;
            cells.push((column, flags, std::str::from_utf8(self.take(length)?).ok()?));
        }
        Some(Packed {
            position,
            seq,
            row,
            cells,
        })
    }
}

fn place(import: Uuid, part: u32, flush: u32) -> Vec<u8> {
    [
        import.as_bytes().as_slice(),
        &part.to_be_bytes(),
        &flush.to_be_bytes(),
    ]
    .concat()
}

/// Compresses and seals a block.
pub(crate) fn seal(
    vault: &Vault,
    import: Uuid,
    part: u32,
    flush: u32,
    rows: &[u8],
) -> Result<Vec<u8>> {
    let mut packed = DeflateEncoder::new(Vec::with_capacity(rows.len() / 4), Compression::fast());
    packed.write_all(rows)?;
    let packed = packed.finish()?;
    Ok(vault.seal(
        "import_block",
        "payload",
        place(import, part, flush),
        &packed,
    ))
}

/// Opens a sealed block.
pub(crate) fn open(
    vault: &Vault,
    import: Uuid,
    part: u32,
    flush: u32,
    sealed: &[u8],
) -> Result<Vec<u8>> {
    let packed = vault.open(
        "import_block",
        "payload",
        place(import, part, flush),
        sealed,
    )?;
    let mut rows = Vec::with_capacity(packed.len() * 6);
    DeflateDecoder::new(packed.as_slice())
        .read_to_end(&mut rows)
        .map_err(|e| Problem::internal(format!("a staged block: {e}")))?;
    Ok(rows)
}
