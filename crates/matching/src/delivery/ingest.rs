//! Taking a file in: all of it or nothing.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::PathBuf;

use chrono::NaiveDate;
use kernel::text as tidy;
use pack::model::{SourceField, SourceKind};
use paper::Source;
use sm3::{Digest, Sm3};

use super::cells::{clean, put};
use super::digest::{digest, hex};
use super::group::{Sorted, Writer, sort};
use super::shelf::PART;
use super::sorter::{Sorter, push};
use super::{GROUPS, Keys, Manifest, Shelf, standing};
use crate::clean::fold_name;
use crate::error::MatchError;
use crate::parallel::{Watch, ordered};
use crate::reject::{Reason, Reject, RejectCounts};
use crate::rows::{KeyedRow, Part, work_rows};
use crate::text::{self, Block, Fields, Layout, Record, Wanted};

/// A file that came, and what it is taken for.
#[derive(Debug, Clone, Copy)]
pub struct Intake<'i> {
    /// The source as the pack describes it.
    pub kind: &'i SourceKind,
    /// The file.
    pub file: &'i Source,
    /// The day of which its data are.
    pub as_of: NaiveDate,
    /// The deliveries that are there already.
    pub known: &'i [Manifest],
    /// It is meant to complete the past, although one of a later day is in force.
    pub keep_older: bool,
    /// Bytes of rows held in memory; what goes beyond is laid aside, sealed, beside the
    /// delivery.
    pub memory: usize,
}

/// A delivery that was taken in.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The digest that it is called by.
    pub digest: String,
    /// What is known of it.
    pub manifest: Manifest,
    /// Rejected rows and left-out cells, at most [`LISTED`]; the manifest counts all.
    pub rejects: Vec<Reject>,
}

/// Rejected rows that are listed one by one.
pub const LISTED: usize = 1_000_000;

/// Titles of the person column that every source may have beside its own.
pub(super) const PERSON: &str = "person";
pub(super) const NAME: &str = "name";
const PERSON_CELL: &str = "姓名";

/// A file that is removed unless it is kept.
struct Unfinished {
    path: PathBuf,
    kept: bool,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

struct Worked {
    part: Part,
    rows: Vec<u8>,
    dropped: Vec<(u64, u16, usize)>,
}

impl Shelf {
    /// Takes a file in: rows cleaned, checked, sorted, sealed and written under the digest of
    /// the result. A full disk, a kill or a stop leaves nothing behind.
    ///
    /// # Errors
    /// When the same file is there already, one of a later day is in force, the file is no such
    /// table, no row can be used, or it cannot be written.
    pub fn ingest(
        &self,
        intake: &Intake<'_>,
        keys: &Keys,
        watch: &dyn Watch,
    ) -> Result<Taken, MatchError> {
        let kind = intake.kind;
        let name = intake.file.name().to_owned();
        let input = digest(intake.file, watch)?;
        let input_hex = hex(&input);
        standing(&kind.key, intake.as_of, &input_hex, intake.known)
            .allow(intake.as_of, intake.keep_older)?;
        let wanted = wanted(kind);
        let (layout, mut blocks) =
            text::open(intake.file, &wanted).map_err(|f| MatchError::file(&name, f))?;
        let content = content(kind, &input);
        let sealer = keys.rows(&content);
        let columns = columns(kind, &layout);
        let io = |fault| MatchError::io(&name, fault);

        let stem = self.folder().join(&input_hex[..32]);
        let spill_path = stem.with_extension(format!("rows.{PART}"));
        let part_path = stem.with_extension(PART);
        let part_file = locked(&part_path).map_err(io)?;
        let mut whole = Unfinished {
            path: part_path,
            kept: false,
        };
        let spill = locked(&spill_path).map_err(io)?;
        let _spill = Unfinished {
            path: spill_path,
            kept: false,
        };

        let mut sorter = Sorter::new(intake.memory, Some(self.bounded(spill)));
        let mut rejects = Vec::new();
        let mut counts = RejectCounts::default();
        let mut dropped: BTreeMap<usize, u64> = BTreeMap::new();
        let (mut read, mut refused) = (0, 0);
        let (layout_ref, sealer_ref, columns_ref) = (&layout, &*sealer, &columns);
        ordered(
            || {
                if watch.cancelled() {
                    return Err(MatchError::Cancelled);
                }
                blocks
                    .next(Vec::new())
                    .map_err(|f| MatchError::file(&name, f))
            },
            || {
                let mut fields = Fields::default();
                let mut plain = Vec::new();
                move |block: Block| {
                    let mut worked = Worked {
                        part: Part::default(),
                        rows: Vec::with_capacity(block.bytes.len()),
                        dropped: Vec::new(),
                    };
                    let Worked {
                        part,
                        rows,
                        dropped,
                    } = &mut worked;
                    let key = layout_ref.columns.get(PERSON).copied();
                    work_rows(
                        &block,
                        layout_ref,
                        key,
                        part,
                        |_| true,
                        |row, id| {
                            plain.clear();
                            plain.extend_from_slice(&id.word().to_le_bytes());
                            cells(
                                row,
                                layout_ref,
                                columns_ref,
                                &mut fields,
                                &mut plain,
                                dropped,
                            )?;
                            let number = u32::try_from(row.number).map_err(|_| Reason::TooLong)?;
                            let tag = keys.tag(id);
                            sealer_ref.seal(number, tag, &mut plain);
                            push(rows, tag, number, &plain);
                            Ok(())
                        },
                        |_, _| {},
                    );
                    worked
                }
            },
            |worked: Worked| {
                sorter.add(&worked.rows).map_err(io)?;
                read += worked.part.read;
                refused += worked.part.rejects.len() as u64;
                for reject in &worked.part.rejects {
                    counts.add(reject.reason);
                }
                let left = worked.dropped.iter().map(|(row, column, cell)| {
                    *dropped.entry(*cell).or_default() += 1;
                    Reject {
                        row: *row,
                        column: Some(*column),
                        reason: Reason::Type,
                        kept: true,
                    }
                });
                let mut listed: Vec<Reject> =
                    worked.part.rejects.iter().copied().chain(left).collect();
                listed.sort_unstable();
                listed.truncate(LISTED - rejects.len().min(LISTED));
                rejects.extend(listed);
                watch.progress(worked.part.offset.min(layout_ref.size), layout_ref.size);
                Ok(())
            },
        )?;
        // A list that has no numbers at all was declared so; what is in it is for the linking queue.
        let numbered = layout.columns.contains_key(PERSON);
        if read == refused && (numbered || read == 0) {
            return Err(MatchError::NothingUsable { rejected: refused });
        }
        let names: Vec<String> = columns.iter().map(|c| c.name.clone()).collect();
        let manifest = Manifest {
            source: kind.key.clone(),
            as_of: intake.as_of,
            input: input_hex,
            content: hex(&content),
            encoding: layout.encoding.name().to_owned(),
            rows: read,
            kept: read - refused,
            rejected: counts
                .iter()
                .map(|(reason, count)| (reason.code().to_owned(), count))
                .collect(),
            dropped: dropped
                .iter()
                .map(|(cell, count)| (names[*cell].clone(), *count))
                .collect(),
            cells: names,
        };
        let out = BufWriter::with_capacity(1 << 18, self.bounded(part_file));
        let mut writer = Writer::new(out, &manifest).map_err(io)?;
        let mut group = 0;
        ordered(
            || {
                if watch.cancelled() {
                    return Err(MatchError::Cancelled);
                }
                if group == GROUPS {
                    return Ok(None);
                }
                group += 1;
                sorter.take(group - 1).map(Some).map_err(io)
            },
            || |gathered: Vec<u8>| sort(&gathered),
            |sorted: Sorted| writer.group(&sorted).map_err(io),
        )?;
        let (out, root) = writer.finish(&rejects).map_err(io)?;
        let file = out.into_inner().map_err(|f| io(f.into_error()))?.file;
        // Whole on disk before it has its name; the name is on disk before anybody is told.
        file.sync_all().map_err(io)?;
        let digest = hex(&root);
        fs::rename(&whole.path, self.path(&digest)).map_err(io)?;
        whole.kept = true;
        sync_folder(self.folder()).map_err(io)?;
        Ok(Taken {
            digest,
            manifest,
            rejects,
        })
    }
}

/// A new file that is locked as long as this process lives.
fn locked(path: &std::path::Path) -> std::io::Result<File> {
    let file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.try_lock().map_err(|fault| match fault {
        fs::TryLockError::WouldBlock => std::io::ErrorKind::ResourceBusy.into(),
        fs::TryLockError::Error(fault) => fault,
    })?;
    file.set_len(0)?;
    Ok(file)
}

#[cfg(unix)]
fn sync_folder(folder: &std::path::Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows keeps names in its journal.
#[cfg(not(unix))]
fn sync_folder(_: &std::path::Path) -> std::io::Result<()> {
    Ok(())
}

/// The columns of a source as they are looked for: `person`, `name` and `field.NAME`. A source
/// whose description names no column of numbers has none.
pub fn wanted(kind: &SourceKind) -> Vec<Wanted> {
    let mut wanted = vec![Wanted {
        key: PERSON.to_owned(),
        titles: kind.person.clone(),
        required: !kind.person.is_empty(),
    }];
    if !kind.name.is_empty() {
        wanted.push(Wanted {
            key: NAME.to_owned(),
            titles: kind.name.clone(),
            required: false,
        });
    }
    wanted.extend(kind.fields.iter().map(|field| Wanted {
        key: format!("field.{}", field.name),
        titles: field.headers.clone(),
        required: field.required,
    }));
    wanted
}

/// A cell of the delivery and where it stands in the file.
pub(super) struct Column<'k> {
    name: String,
    at: Option<usize>,
    pub(super) field: Option<&'k SourceField>,
}

pub(super) fn columns<'k>(kind: &'k SourceKind, layout: &Layout) -> Vec<Column<'k>> {
    let mut columns = vec![Column {
        name: PERSON_CELL.to_owned(),
        at: layout.columns.get(NAME).copied(),
        field: None,
    }];
    columns.extend(kind.fields.iter().map(|field| {
        Column {
            name: field.name.clone(),
            at: layout
                .columns
                .get(&format!("field.{}", field.name))
                .copied(),
            field: Some(field),
        }
    }));
    columns
}

/// The key of the seals depends on everything that decides what a row holds.
fn content(kind: &SourceKind, input: &[u8; 32]) -> [u8; 32] {
    let mut content = Sm3::new();
    content.update(kind.key.as_bytes());
    content.update(input);
    content.update(format!("{:?}{:?}", kind.person, kind.name));
    for field in &kind.fields {
        let SourceField {
            name,
            ty,
            whole,
            codes,
            headers,
            required,
            ..
        } = field;
        content.update(format!("{name}{ty:?}{whole}{codes:?}{headers:?}{required}"));
    }
    content.finalize().into()
}

/// Cleans the cells of a row and adds them to what is sealed.
pub(super) fn cells(
    row: &KeyedRow<'_>,
    layout: &Layout,
    columns: &[Column<'_>],
    fields: &mut Fields,
    plain: &mut Vec<u8>,
    dropped: &mut Vec<(u64, u16, usize)>,
) -> Result<(), Reason> {
    let text = row.text().ok_or(Reason::Encoding)?;
    let record = Record {
        bytes: text.as_bytes(),
        ..row.record
    };
    fields.split(record, layout.dialect);
    let before = dropped.len();
    for (n, column) in columns.iter().enumerate() {
        let raw = column
            .at
            .and_then(|at| fields.get(record, at))
            .unwrap_or_default();
        let raw = std::str::from_utf8(raw).map_err(|_| Reason::Encoding)?;
        let raw = tidy::trim(raw);
        let Some(field) = column.field else {
            put(plain, &fold_name(raw));
            continue;
        };
        if raw.is_empty() {
            if field.required {
                dropped.truncate(before);
                return Err(Reason::Missing);
            }
            put(plain, "");
            continue;
        }
        match clean(raw, field) {
            Some(cell) => put(plain, &cell),
            None if field.required => {
                dropped.truncate(before);
                return Err(Reason::Type);
            }
            None => {
                dropped.push((row.number, column.at.unwrap_or(0) as u16, n));
                put(plain, "");
            }
        }
    }
    Ok(())
}
