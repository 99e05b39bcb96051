//! Reading an upload: rows are streamed, told which household they belong to, and staged.

use std::collections::{BTreeMap, HashMap};

use kernel::IdNumber;
use paper::{Row, Table};
use platform::{Result, Vault};
use uuid::Uuid;

use super::block;
use super::convert::tidy;
use super::layout::{Layout, file_problem};
use super::plan::{Plan, Slot};

/// Bytes of packed rows that are held before they are staged.
const HELD: usize = 24 << 20;
/// Bytes of blocks that go out in one unit of work.
const SLICE: usize = 2 << 20;

/// A short mark of a text; stored sealed only, for it could be guessed back.
pub(crate) fn tag(text: &str) -> u64 {
    let digest = platform::hash::sm3(&[text.as_bytes()]);
    digest
        .iter()
        .take(8)
        .fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}

/// The one spelling of a link: the eighteen-digit number, or the text without spaces.
fn link(slot: Slot, text: &str) -> String {
    if slot == Slot::HeadId
        && let Ok(id) = IdNumber::parse(text)
    {
        return id.as_str().to_owned();
    }
    tidy(text)
}

/// Households and persons seen so far: which household a link has, and who is in two.
#[derive(Default)]
pub(crate) struct Seen {
    links: HashMap<u64, u32>,
    people: HashMap<u64, u32>,
    twice: std::collections::HashSet<u64>,
    pub households: u32,
}

impl Seen {
    /// The household of a row; a row without a link is a household of its own, and wrong.
    fn household(&mut self, link: Option<u64>) -> u32 {
        let next = self.households;
        let seq = match link {
            Some(link) => *self.links.entry(link).or_insert(next),
            None => next,
        };
        if seq == next {
            self.households += 1;
        }
        seq
    }

    fn person(&mut self, id: Option<u64>, seq: u32) {
        let Some(id) = id else { return };
        if *self.people.entry(id).or_insert(seq) != seq {
            self.twice.insert(id);
        }
    }

    /// Persons who stand in two households of the file.
    pub fn twice(self) -> std::collections::HashSet<u64> {
        self.twice
    }

    /// Takes a row that was staged by an earlier run into account.
    pub fn again(&mut self, plan: &Plan, row: &block::Packed<'_>) {
        let Some(file) = plan.files.get(usize::from(row.position)) else {
            return;
        };
        let cell = |c: usize| {
            row.cells
                .iter()
                .find(|(at, ..)| *at == c)
                .map(|(_, _, t)| *t)
        };
        let text = file
            .column_of(plan.link)
            .and_then(cell)
            .map(|t| link(plan.link, t));
        if let Some(text) = text.filter(|t| !t.is_empty()) {
            self.links.insert(tag(&text), row.seq);
        }
        self.households = self.households.max(row.seq + 1);
        if file.person_rows {
            let id = file.column_of(Slot::IdNumber).and_then(cell);
            let id = id.and_then(|t| IdNumber::parse(t).ok());
            self.person(id.map(|id| tag(id.as_str())), row.seq);
        }
    }

    /// Takes a row of the plan's file into account and answers its household.
    pub fn take(
        &mut self,
        plan: &Plan,
        position: usize,
        cell: impl Fn(usize) -> Option<String>,
    ) -> u32 {
        let file = &plan.files[position];
        let text = file
            .column_of(plan.link)
            .and_then(&cell)
            .map(|t| link(plan.link, &t));
        let seq = self.household(text.filter(|t| !t.is_empty()).map(|t| tag(&t)));
        if file.person_rows {
            let id = file.column_of(Slot::IdNumber).and_then(&cell);
            let id = id.and_then(|t| IdNumber::parse(&t).ok());
            self.person(id.map(|id| tag(id.as_str())), seq);
        }
        seq
    }
}

/// A sealed block on its way to the database.
pub(crate) struct Sealed {
    pub part: u32,
    pub flush: u32,
    pub rows: u32,
    pub payload: Vec<u8>,
}

/// Blocks that go out together; `at` is set on the last of a flush: all rows up to there are
/// staged.
pub(crate) struct Slice {
    pub blocks: Vec<Sealed>,
    pub at: Option<Mark>,
    pub read: u64,
}

/// How far a file was staged.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct Mark {
    /// Which file.
    pub position: usize,
    /// The last row of it.
    pub row: u64,
    /// The next flush.
    pub flush: u32,
    /// Rows staged in all.
    pub rows: u64,
    /// Rows staged of each file.
    pub by_file: Vec<u64>,
}

/// Reads the files from a mark on and hands out slices; runs outside the async world.
pub(crate) fn read(
    plan: &Plan,
    files: &[(Table, Layout)],
    from: Mark,
    mut seen: Seen,
    vault: &Vault,
    import: Uuid,
    mut out: impl FnMut(Slice) -> bool,
) -> Result<Option<Seen>> {
    let mut held: BTreeMap<u32, (u32, Vec<u8>)> = BTreeMap::new();
    let mut bytes = 0;
    let begun = (from.position, from.row);
    let mut mark = from;
    mark.by_file.resize(files.len(), 0);
    for (position, (table, layout)) in files.iter().enumerate().skip(begun.0) {
        let begin = if position == begun.0 {
            begun.1.max(layout.header_row)
        } else {
            layout.header_row
        };
        mark.position = position;
        let mut rows = table
            .rows(layout.sheet)
            .map_err(|e| file_problem(position, &e))?;
        let mut row = Row::new_empty();
        while rows
            .read(&mut row)
            .map_err(|e| file_problem(position, &e))?
        {
            if row.number <= begin || row.is_blank() {
                continue;
            }
            let seq = seen.take(plan, position, |c| row.cell(c).map(|c| c.text.to_owned()));
            let (count, block) = held.entry(seq / block::PART).or_default();
            let before = block.len();
            block::push(block, position as u8, seq, &row);
            bytes += block.len() - before;
            *count += 1;
            mark.row = row.number;
            mark.rows += 1;
            mark.by_file[position] += 1;
            if bytes >= HELD {
                bytes = 0;
                if !flush(&mut held, &mut mark, vault, import, &mut out)? {
                    return Ok(None);
                }
            }
        }
        mark.row = u64::MAX;
    }
    Ok(flush(&mut held, &mut mark, vault, import, &mut out)?.then_some(seen))
}

fn flush(
    held: &mut BTreeMap<u32, (u32, Vec<u8>)>,
    mark: &mut Mark,
    vault: &Vault,
    import: Uuid,
    out: &mut impl FnMut(Slice) -> bool,
) -> Result<bool> {
    let number = mark.flush;
    mark.flush += 1;
    let mut blocks = Vec::new();
    let mut size = 0;
    for (part, (rows, packed)) in std::mem::take(held) {
        let payload = block::seal(vault, import, part, number, &packed)?;
        size += payload.len();
        blocks.push(Sealed {
            part,
            flush: number,
            rows,
            payload,
        });
        if size >= SLICE {
            size = 0;
            let slice = Slice {
                blocks: std::mem::take(&mut blocks),
                at: None,
                read: mark.rows,
            };
            if !out(slice) {
                return Ok(false);
            }
        }
    }
    Ok(out(Slice {
        blocks,
        at: Some(mark.clone()),
        read: mark.rows,
    }))
}
