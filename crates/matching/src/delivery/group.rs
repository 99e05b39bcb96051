//! The file of a delivery: writing and reading its groups.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sm3::{Digest, Sm3};

use super::digest::hex;
use super::keys::{Keys, RowSealer};
use super::sorter::{Packed, rows};
use super::{GROUPS, Manifest};
use crate::error::MatchError;
use crate::reject::{Reason, Reject};

const MAGIC: &[u8; 8] = b"DOUDIDV1";
/// Bytes of one entry of the directory: place, count, length, digest.
const ENTRY: usize = 8 + 4 + 8 + 32;
/// Bytes of one rejected row: row, column, reason, whether the row was kept all the same.
const REJECT: usize = 8 + 2 + 1 + 1;
const NO_COLUMN: u16 = u16::MAX;

/// Where a group lies.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    place: u64,
    pub count: u32,
    length: u64,
    digest: [u8; 32],
}

/// A group as it is written.
pub(super) struct Sorted {
    bytes: Vec<u8>,
    count: u32,
    digest: [u8; 32],
}

/// Sorts the rows of a group by tag and row.
pub(super) fn sort(gathered: &[u8]) -> Sorted {
    let mut order: Vec<Packed<'_>> = rows(gathered).map(|(row, _)| row).collect();
    order.sort_unstable_by_key(|row| (row.tag, row.row));
    let sealed: usize = order.iter().map(|row| row.sealed.len()).sum();
    let mut bytes = Vec::with_capacity(order.len() * 16 + sealed);
    for row in &order {
        bytes.extend_from_slice(&row.tag.to_le_bytes());
    }
    for row in &order {
        bytes.extend_from_slice(&row.row.to_le_bytes());
    }
    let mut end = 0u32;
    for row in &order {
        end += row.sealed.len() as u32;
        bytes.extend_from_slice(&end.to_le_bytes());
    }
    for row in &order {
        bytes.extend_from_slice(row.sealed);
    }
    Sorted {
        count: order.len() as u32,
        digest: Sm3::digest(&bytes).into(),
        bytes,
    }
}

/// Writes a delivery from front to back.
pub(super) struct Writer<W: Write> {
    out: W,
    at: u64,
    entries: Vec<Entry>,
    head: [u8; 32],
}

impl<W: Write> Writer<W> {
    pub fn new(mut out: W, manifest: &Manifest) -> io::Result<Writer<W>> {
        let text = serde_json::to_vec(manifest)?;
        out.write_all(MAGIC)?;
        out.write_all(&(text.len() as u32).to_le_bytes())?;
        out.write_all(&text)?;
        Ok(Writer {
            out,
            at: 12 + text.len() as u64,
            entries: Vec::with_capacity(GROUPS + 1),
            head: Sm3::digest(&text).into(),
        })
    }

    pub fn group(&mut self, group: &Sorted) -> io::Result<()> {
        self.part(&group.bytes, group.count, group.digest)
    }

    fn part(&mut self, bytes: &[u8], count: u32, digest: [u8; 32]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.entries.push(Entry {
            place: self.at,
            count,
            length: bytes.len() as u64,
            digest,
        });
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Writes the rejected rows and the directory; gives the digest by which the file is called.
    pub fn finish(mut self, rejects: &[Reject]) -> io::Result<(W, [u8; 32])> {
        let mut bytes = Vec::with_capacity(rejects.len() * REJECT);
        for reject in rejects {
            bytes.extend_from_slice(&reject.row.to_le_bytes());
            bytes.extend_from_slice(&reject.column.unwrap_or(NO_COLUMN).to_le_bytes());
            bytes.push(reject.reason.number());
            bytes.push(u8::from(reject.kept));
        }
        let digest = Sm3::digest(&bytes).into();
        self.part(&bytes, rejects.len() as u32, digest)?;
        let mut directory = Vec::with_capacity(self.entries.len() * ENTRY);
        for entry in &self.entries {
            directory.extend_from_slice(&entry.place.to_le_bytes());
            directory.extend_from_slice(&entry.count.to_le_bytes());
            directory.extend_from_slice(&entry.length.to_le_bytes());
            directory.extend_from_slice(&entry.digest);
        }
        let mut root = Sm3::new();
        root.update(self.head);
        root.update(&directory);
        let root: [u8; 32] = root.finalize().into();
        self.out.write_all(&directory)?;
        self.out.write_all(&root)?;
        self.out.write_all(MAGIC)?;
        Ok((self.out, root))
    }
}

/// A delivery that can be searched.
pub struct Delivery {
    manifest: Manifest,
    digest: [u8; 32],
    file: File,
    name: PathBuf,
    entries: Vec<Entry>,
    pub(super) sealer: Box<dyn RowSealer>,
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Delivery")
            .field("manifest", &self.manifest)
            .finish_non_exhaustive()
    }
}

const TAIL: usize = (GROUPS + 1) * ENTRY + 32 + 8;

impl Delivery {
    /// Opens a delivery file; directory and manifest are checked against its digest.
    ///
    /// # Errors
    /// When the file is not there, cut off or altered.
    pub fn open(path: &Path, keys: &Keys) -> Result<Delivery, MatchError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let io = |fault| MatchError::io(&name, fault);
        let mut file = File::open(path).map_err(io)?;
        let manifest = read_manifest(&mut file)?;
        let length = file.metadata().map_err(io)?.len();
        let damaged = || MatchError::Damaged("directory");
        let place = length.checked_sub(TAIL as u64).ok_or_else(damaged)?;
        let mut tail = vec![0; TAIL];
        read_at(&file, &mut tail, place).map_err(io)?;
        let (directory, rest) = tail.split_at((GROUPS + 1) * ENTRY);
        let text = serde_json::to_vec(&manifest).map_err(|_| damaged())?;
        let mut root = Sm3::new();
        root.update(Sm3::digest(&text));
        root.update(directory);
        let root: [u8; 32] = root.finalize().into();
        if rest[..32] != root || rest[32..] != *MAGIC {
            return Err(damaged());
        }
        let entries: Vec<Entry> = directory.chunks_exact(ENTRY).map(entry).collect();
        let mut content = [0; 32];
        for (at, byte) in content.iter_mut().enumerate() {
            let digits = manifest
                .content
                .get(2 * at..2 * at + 2)
                .ok_or_else(damaged)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| damaged())?;
        }
        Ok(Delivery {
            sealer: keys.rows(&content),
            manifest,
            digest: root,
            file,
            name: path.to_owned(),
            entries,
        })
    }

    /// What is known of it.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The digest that it is called by.
    pub fn digest(&self) -> String {
        hex(&self.digest)
    }

    pub(super) fn entry(&self, group: usize) -> Entry {
        self.entries[group]
    }

    fn read(&self, bytes: &mut [u8], place: u64) -> Result<(), MatchError> {
        let name = || self.name.display().to_string();
        read_at(&self.file, bytes, place).map_err(|fault| MatchError::io(&name(), fault))
    }

    /// The tags of a group, ascending.
    pub(super) fn tags(
        &self,
        group: usize,
        raw: &mut Vec<u8>,
        tags: &mut Vec<u64>,
    ) -> Result<(), MatchError> {
        let entry = self.entries[group];
        raw.resize(entry.count as usize * 8, 0);
        self.read(raw, entry.place)?;
        tags.clear();
        tags.extend(
            raw.chunks_exact(8)
                .map(|word| u64::from_le_bytes(word.try_into().expect("8 bytes"))),
        );
        Ok(())
    }

    /// Row numbers and ends of the sealed rows of a stretch of a group, the end before the
    /// stretch first.
    pub(super) fn places(
        &self,
        group: usize,
        from: usize,
        to: usize,
    ) -> Result<(Vec<u32>, Vec<u32>), MatchError> {
        let entry = self.entries[group];
        let count = u64::from(entry.count);
        let words = |place: u64, from: usize, to: usize| {
            let mut raw = vec![0; (to - from) * 4];
            self.read(&mut raw, place + from as u64 * 4)?;
            Ok::<Vec<u32>, MatchError>(
                raw.chunks_exact(4)
                    .map(|word| u32::from_le_bytes(word.try_into().expect("4 bytes")))
                    .collect(),
            )
        };
        let rows = words(entry.place + count * 8, from, to)?;
        let ends = entry.place + count * 12;
        let ends = if from == 0 {
            let mut ends = words(ends, 0, to)?;
            ends.insert(0, 0);
            ends
        } else {
            words(ends, from - 1, to)?
        };
        if !ends.is_sorted() || u64::from(*ends.last().unwrap_or(&0)) + count * 16 > entry.length {
            return Err(MatchError::Damaged("group"));
        }
        Ok((rows, ends))
    }

    /// Bytes of sealed rows of a group.
    pub(super) fn sealed(
        &self,
        group: usize,
        from: u32,
        to: u32,
        bytes: &mut Vec<u8>,
    ) -> Result<(), MatchError> {
        let entry = self.entries[group];
        bytes.resize((to - from) as usize, 0);
        let start = entry.place + u64::from(entry.count) * 16;
        self.read(bytes, start + u64::from(from))
    }

    /// The rejected rows and left-out cells, in the order of the file as it came.
    ///
    /// # Errors
    /// When the file cannot be read or was altered.
    pub fn rejects(&self) -> Result<Vec<Reject>, MatchError> {
        let entry = self.entries[GROUPS];
        let mut bytes = vec![0; entry.length as usize];
        self.read(&mut bytes, entry.place)?;
        let digest: [u8; 32] = Sm3::digest(&bytes).into();
        let damaged = MatchError::Damaged("rejects");
        if digest != entry.digest {
            return Err(damaged);
        }
        let found = bytes.chunks_exact(REJECT).map(|raw| {
            let column = u16::from_le_bytes([raw[8], raw[9]]);
            Some(Reject {
                row: u64::from_le_bytes(raw[..8].try_into().ok()?),
                column: (column != NO_COLUMN).then_some(column),
                reason: Reason::of_number(raw[10])?,
                kept: raw[11] == 1,
            })
        });
        found.collect::<Option<_>>().ok_or(damaged)
    }

    /// Reads every byte and checks it against the digests, for backups and restores.
    ///
    /// # Errors
    /// The first part that was altered.
    pub fn verify(&self) -> Result<(), MatchError> {
        for entry in &self.entries {
            let mut bytes = vec![0; entry.length as usize];
            self.read(&mut bytes, entry.place)?;
            let digest: [u8; 32] = Sm3::digest(&bytes).into();
            if digest != entry.digest {
                return Err(MatchError::Damaged("group"));
            }
        }
        Ok(())
    }
}

fn entry(raw: &[u8]) -> Entry {
    let word = |at: usize| u64::from_le_bytes(raw[at..at + 8].try_into().expect("8 bytes"));
    Entry {
        place: word(0),
        count: u32::from_le_bytes(raw[8..12].try_into().expect("4 bytes")),
        length: word(12),
        digest: raw[20..52].try_into().expect("32 bytes"),
    }
}

/// The manifest at the front of a delivery file.
pub(super) fn read_manifest(file: &mut File) -> Result<Manifest, MatchError> {
    let damaged = || MatchError::Damaged("manifest");
    let mut head = [0; 12];
    file.read_exact(&mut head).map_err(|_| damaged())?;
    let length = u32::from_le_bytes(head[8..].try_into().expect("4 bytes"));
    if &head[..8] != MAGIC || length > 1 << 24 {
        return Err(damaged());
    }
    let mut text = vec![0; length as usize];
    file.read_exact(&mut text).map_err(|_| damaged())?;
    serde_json::from_slice(&text).map_err(|_| damaged())
}

/// Reads at a place without moving the file's own, so that threads can share it.
#[cfg(unix)]
pub(super) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, place)
}

/// Reads at a place; on Windows the file's own place moves, which nobody here relies on.
#[cfg(windows)]
pub(super) fn read_at(file: &File, mut bytes: &mut [u8], mut place: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, place)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        place += read as u64;
    }
    Ok(())
}
