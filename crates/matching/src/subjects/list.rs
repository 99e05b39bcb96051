//! A list of subjects read from a file, with its rows kept for the results.

use paper::Source;

use super::IdTable;
use crate::clean::PackedId;
use crate::error::MatchError;
use crate::parallel::{Watch, ordered};
use crate::reject::{Reason, Reject};
use crate::rows::{Part, work_block};
use crate::text::{self, Wanted};

/// How much of a list is held in memory.
#[derive(Debug, Clone, Copy)]
pub struct SubjectLimits {
    /// Rows.
    pub rows: u64,
    /// Bytes of all rows together.
    pub bytes: u64,
}

impl Default for SubjectLimits {
    fn default() -> Self {
        SubjectLimits {
            rows: 20_000_000,
            bytes: 2 << 30,
        }
    }
}

/// The subjects of a file.
#[derive(Debug)]
pub struct SubjectFile {
    /// The titles of its columns.
    pub titles: Vec<String>,
    /// Rows read, the rejected ones included.
    pub read: u64,
    /// Rows that were not used.
    pub rejects: Vec<Reject>,
    table: IdTable,
    text: Vec<u8>,
    ends: Vec<u64>,
}

impl SubjectFile {
    /// Reads a list whose identity numbers stand in the column `key`.
    ///
    /// # Errors
    /// When the file or the column is not there, or the list is above the limits.
    pub fn read(
        source: &Source,
        key: &str,
        limits: SubjectLimits,
        watch: &dyn Watch,
    ) -> Result<SubjectFile, MatchError> {
        let name = source.name().to_owned();
        let (layout, mut blocks) =
            text::open(source, &[Wanted::title(key)]).map_err(|f| MatchError::file(&name, f))?;
        let column = layout.columns[key];
        let mut ids: Vec<PackedId> = Vec::new();
        let mut list = SubjectFile {
            titles: layout.titles.clone(),
            read: 0,
            rejects: Vec::new(),
            table: IdTable::new(&[]),
            text: Vec::new(),
            ends: Vec::new(),
        };
        struct Rows {
            part: Part,
            ids: Vec<PackedId>,
            text: Vec<u8>,
            ends: Vec<u32>,
        }
        let layout = &layout;
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
                |block: text::Block| {
                    let mut rows = Rows {
                        part: Part::default(),
                        ids: Vec::new(),
                        text: Vec::new(),
                        ends: Vec::new(),
                    };
                    let Rows {
                        part,
                        ids,
                        text,
                        ends,
                    } = &mut rows;
                    work_block(
                        &block,
                        layout,
                        column,
                        part,
                        |_| true,
                        |row, id| {
                            if !row.render(text) {
                                return Err(Reason::Encoding);
                            }
                            ids.push(id);
                            ends.push(text.len() as u32);
                            Ok(())
                        },
                    );
                    rows
                }
            },
            |rows: Rows| {
                let base = list.text.len() as u64;
                ids.extend(rows.ids);
                list.text.extend_from_slice(&rows.text);
                list.ends
                    .extend(rows.ends.iter().map(|end| base + u64::from(*end)));
                list.read += rows.part.read;
                list.rejects.extend(rows.part.rejects);
                if ids.len() as u64 > limits.rows || list.text.len() as u64 > limits.bytes {
                    return Err(MatchError::TooManySubjects(limits.rows));
                }
                Ok(())
            },
        )?;
        list.table = IdTable::new(&ids);
        Ok(list)
    }

    /// The subjects by identity number.
    pub fn table(&self) -> &IdTable {
        &self.table
    }

    /// A row as it goes into results: its cells as one line of CSV without the line end.
    pub fn row(&self, index: u32) -> &[u8] {
        let index = index as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start as usize..self.ends[index] as usize]
    }
}
