//! Parts of the zip container, unpacked under guard.

use std::io::{BufReader, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::{ReadSeek, Source};

/// Where a part lies in the container.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub name: String,
    start: u64,
    packed: u64,
    deflated: bool,
    crc: u32,
}

/// Lists the parts of a zip container.
pub(crate) fn list(source: &Source, limits: &Limits) -> Result<Vec<Part>, PaperError> {
    let mut zip =
        ZipArchive::new(BufReader::new(source.open()?)).map_err(|_| PaperError::damaged("zip"))?;
    if zip.len() > limits.parts {
        return Err(PaperError::bomb());
    }
    let mut parts = Vec::with_capacity(zip.len());
    for i in 0..zip.len() {
        let entry = zip
            .by_index_raw(i)
            .map_err(|_| PaperError::damaged("zip"))?;
        if entry.encrypted() {
            return Err(PaperError::password());
        }
        let deflated = match entry.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            _ => return Err(PaperError::damaged("zip")),
        };
        let name = entry.name().map_err(|_| PaperError::damaged("zip"))?;
        parts.push(Part {
            name: name.replace('\\', "/").trim_start_matches('/').to_owned(),
            start: entry
                .data_start()
                .ok_or_else(|| PaperError::damaged("zip"))?,
            packed: entry.compressed_size(),
            deflated,
            crc: entry.crc32(),
        });
    }
    Ok(parts)
}

/// A part's bytes, owned, so that a stream of rows can keep it.
pub(crate) type PartReader = BufReader<Guard>;

/// Opens a part for reading.
pub(crate) fn open(
    source: &Source,
    limits: &Limits,
    part: &Part,
) -> Result<PartReader, PaperError> {
    let mut file = source.open()?;
    file.seek(SeekFrom::Start(part.start))?;
    let packed = BufReader::with_capacity(64 << 10, file.take(part.packed));
    let bytes = if part.deflated {
        Bytes::Deflated(Box::new(DeflateDecoder::new(packed)))
    } else {
        Bytes::Stored(packed)
    };
    let ratio_bound = part
        .packed
        .saturating_mul(limits.inflate_ratio)
        .max(16 << 20);
    Ok(BufReader::with_capacity(
        128 << 10,
        Guard {
            bytes,
            crc: Crc::new(),
            expected: part.crc,
            left: limits.inflated_bytes.min(ratio_bound),
            token_left: TOKEN + limits.cell_bytes,
            token: TOKEN + limits.cell_bytes,
            broken_crc: false,
        },
    ))
}

/// Read-ahead that one XML token may take beside the bytes of the largest cell.
const TOKEN: usize = 512 << 10;

type Packed = BufReader<std::io::Take<Box<dyn ReadSeek>>>;

enum Bytes {
    Stored(Packed),
    Deflated(Box<DeflateDecoder<Packed>>),
}

/// Counts what is unpacked, stops at the limits, and checks the sum at the end.
pub(crate) struct Guard {
    bytes: Bytes,
    crc: Crc,
    expected: u32,
    left: u64,
    token_left: usize,
    token: usize,
    broken_crc: bool,
}

impl Guard {
    /// Says that an XML token has been taken out; the next may be as large again.
    pub(crate) fn token_done(&mut self) {
        self.token_left = self.token;
    }
}

impl Read for Guard {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = match &mut self.bytes {
            Bytes::Stored(r) => r.read(buffer)?,
            Bytes::Deflated(r) => r.read(buffer)?,
        };
        if n == 0 && !buffer.is_empty() && !self.broken_crc && self.crc.sum() != self.expected {
            self.broken_crc = true;
            return Err(PaperError::damaged("zip").into());
        }
        self.crc.update(&buffer[..n]);
        self.left = self
            .left
            .checked_sub(n as u64)
            .ok_or_else(PaperError::bomb)?;
        self.token_left = self
            .token_left
            .checked_sub(n)
            .ok_or_else(PaperError::bomb)?;
        Ok(n)
    }
}
