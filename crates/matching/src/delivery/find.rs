//! Finding people in a delivery: a merge of sorted tags, each hit confirmed on the number.

use super::keys::Keys;
use super::{Cells, Delivery, GROUPS};
use crate::clean::PackedId;
use crate::error::MatchError;
use crate::parallel::{Watch, ordered};

/// The people looked for, sorted by tag.
#[derive(Debug, Clone)]
pub struct Tagged {
    sorted: Vec<(u64, u32)>,
    starts: Vec<usize>,
    ids: Vec<PackedId>,
}

impl Tagged {
    /// Tags a list; hits name its people by their places.
    pub fn new(ids: &[PackedId], keys: &Keys) -> Tagged {
        let mut sorted: Vec<(u64, u32)> = ids
            .iter()
            .enumerate()
            .map(|(n, id)| (keys.tag(*id), n as u32))
            .collect();
        sorted.sort_unstable();
        let starts = (0..=GROUPS)
            .map(|group| sorted.partition_point(|(tag, _)| ((tag >> 56) as usize) < group))
            .collect();
        Tagged {
            sorted,
            starts,
            ids: ids.to_vec(),
        }
    }

    fn of_group(&self, group: usize) -> &[(u64, u32)] {
        &self.sorted[self.starts[group]..self.starts[group + 1]]
    }
}

/// A row of a delivery about one of the people looked for.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'r> {
    /// Place of the person in the list.
    pub subject: u32,
    /// Row in the file as it came, 1-based.
    pub row: u32,
    /// The number in the row, which is the person's.
    pub id: PackedId,
    /// What the row says, in the order of the manifest.
    pub cells: Cells<'r>,
}

/// Takes the hits of one group.
pub trait Collect: Send {
    /// Takes a hit; they come by tag, row and place in the list.
    fn take(&mut self, hit: &Evidence<'_>);
}

#[derive(Default)]
struct Memory {
    raw: Vec<u8>,
    tags: Vec<u64>,
    hits: Vec<(u32, u32)>,
    sealed: Vec<u8>,
    plain: Vec<u8>,
}

/// Subjects in a group below which each is looked up instead of merging.
const FEW: usize = 32;

impl Delivery {
    /// Finds people, group by group over all cores. `make` gives what collects the hits of a
    /// group, `sink` gets it back in the order of the groups, with the number of the group:
    /// a run that was stopped goes on `from` the group after the last one it saw.
    ///
    /// # Errors
    /// When the file cannot be read or was altered, or the caller stops.
    pub fn find<C: Collect>(
        &self,
        people: &Tagged,
        from: usize,
        make: impl Fn() -> C + Sync,
        mut sink: impl FnMut(usize, C) -> Result<(), MatchError> + Send,
        watch: &dyn Watch,
    ) -> Result<(), MatchError> {
        let mut next = from;
        ordered(
            || {
                if watch.cancelled() {
                    return Err(MatchError::Cancelled);
                }
                while next < GROUPS && people.of_group(next).is_empty() {
                    next += 1;
                }
                next += 1;
                Ok((next <= GROUPS).then(|| next - 1))
            },
            || {
                let mut memory = Memory::default();
                let make = &make;
                move |group: usize| {
                    let mut collect = make();
                    self.group(group, people, &mut memory, &mut collect)
                        .map(|()| (group, collect))
                }
            },
            |found| {
                let (group, collect) = found?;
                watch.progress(group as u64 + 1, GROUPS as u64);
                sink(group, collect)
            },
        )
    }

    /// The rows about a few people, at once: for one family.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn look_up<C: Collect>(&self, people: &Tagged, collect: &mut C) -> Result<(), MatchError> {
        let mut memory = Memory::default();
        for group in 0..GROUPS {
            if !people.of_group(group).is_empty() {
                self.group(group, people, &mut memory, collect)?;
            }
        }
        Ok(())
    }

    fn group(
        &self,
        group: usize,
        people: &Tagged,
        memory: &mut Memory,
        collect: &mut impl Collect,
    ) -> Result<(), MatchError> {
        let wanted = people.of_group(group);
        if self.entry(group).count == 0 {
            return Ok(());
        }
        self.tags(group, &mut memory.raw, &mut memory.tags)?;
        let Memory {
            tags,
            hits,
            sealed,
            plain,
            ..
        } = memory;
        hits.clear();
        if wanted.len() < FEW {
            for (tag, subject) in wanted {
                let first = tags.partition_point(|t| t < tag);
                let equal = tags[first..].iter().take_while(|t| *t == tag).count();
                hits.extend((first..first + equal).map(|at| (at as u32, *subject)));
            }
            hits.sort_unstable();
        } else {
            merge(tags, wanted, hits);
        }
        let (Some((first, _)), Some((last, _))) = (hits.first(), hits.last()) else {
            return Ok(());
        };
        let (first, last) = (*first as usize, *last as usize);
        let (rows, ends) = self.places(group, first, last + 1)?;
        // Many hits: one reading of the whole stretch; few ones far apart: each by itself.
        let dense = hits.len() * 64 > last - first;
        if dense {
            self.sealed(group, ends[0], ends[ends.len() - 1], sealed)?;
        }
        let mut opened = usize::MAX;
        for (at, subject) in hits.iter() {
            let at = *at as usize - first;
            let (row, tag) = (rows[at], tags[at + first]);
            // The row of a person who stands in the list several times is opened once.
            if opened != at {
                if dense {
                    let base = ends[0];
                    plain.clear();
                    plain.extend_from_slice(
                        &sealed[(ends[at] - base) as usize..(ends[at + 1] - base) as usize],
                    );
                } else {
                    self.sealed(group, ends[at], ends[at + 1], plain)?;
                }
                if !self.sealer.open(row, tag, plain) {
                    return Err(MatchError::Damaged("row"));
                }
                opened = at;
            }
            let (id, cells) = Cells::read(plain).ok_or(MatchError::Damaged("row"))?;
            // Two people may share a tag; the number decides.
            if people.ids[*subject as usize] == id {
                collect.take(&Evidence {
                    subject: *subject,
                    row,
                    id,
                    cells,
                });
            }
        }
        Ok(())
    }
}

/// Places of equal tags in two sorted lists.
fn merge(tags: &[u64], wanted: &[(u64, u32)], hits: &mut Vec<(u32, u32)>) {
    let (mut at, mut next) = (0, 0);
    while at < tags.len() && next < wanted.len() {
        let (tag, goal) = (tags[at], wanted[next].0);
        if tag == goal {
            let mut same = next;
            while same < wanted.len() && wanted[same].0 == tag {
                hits.push((at as u32, wanted[same].1));
                same += 1;
            }
            at += 1;
        } else {
            // Without a branch that nobody can foresee.
            at += usize::from(tag < goal);
            next += usize::from(tag > goal);
        }
    }
}
