//! Subjects of a file against sources of files, straight from the text: `doudi match`.

use std::io::Write;

use paper::Source;

use crate::error::MatchError;
use crate::parallel::{Watch, ordered};
use crate::reject::{Reason, Reject, RejectCounts};
use crate::rows::{Part, quote_into, work_block};
use crate::subjects::SubjectFile;
use crate::text::{self, Block, Blocks, Layout, Wanted};

/// One source of a join.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name that stands in the results.
    pub name: String,
    /// Its bytes.
    pub source: Source,
    /// Title of the column that holds identity numbers.
    pub key: String,
}

/// In which file a row was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RejectedIn {
    /// The list of subjects.
    Subjects,
    /// The source at this place.
    Source(usize),
}

/// What a join came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Rows read in all sources.
    pub rows: u64,
    /// Subjects looked for.
    pub subjects: u64,
    /// Pairs of subject and source row.
    pub hits: u64,
    /// Rows that could not be used, those of the list included.
    pub rejected: u64,
    /// The same by reason.
    pub reasons: RejectCounts,
}

/// A join of a list with sources.
pub struct JoinFiles<'j> {
    /// The people looked for.
    pub subjects: &'j SubjectFile,
    /// Where they are looked for.
    pub sources: &'j [SourceFile],
}

/// Titles of the first two columns of the results.
const ORIGIN: [&str; 2] = ["来源", "来源行号"];

struct Worked {
    part: Part,
    lines: Vec<u8>,
    hits: u64,
}

impl JoinFiles<'_> {
    /// Writes one line of CSV for each pair of a subject's row and a source's row about the
    /// same person: source, row in it, the subject's cells, then the source's cells under
    /// `NAME.title`; cells of other sources stay empty. Lines are in the order of the sources,
    /// their rows and the list.
    ///
    /// # Errors
    /// When a source cannot be read or the output not written, or the caller stops the run.
    pub fn run(
        &self,
        out: &mut (dyn Write + Send),
        on_reject: &mut (dyn FnMut(RejectedIn, Reject) + Send),
        watch: &dyn Watch,
    ) -> Result<Hits, MatchError> {
        let mut opened = Vec::with_capacity(self.sources.len());
        for source in self.sources {
            let wanted = [Wanted::title(&source.key)];
            let (layout, blocks) = text::open(&source.source, &wanted)
                .map_err(|fault| MatchError::file(&source.name, fault))?;
            opened.push((layout, blocks));
        }
        let mut hits = Hits {
            subjects: self.subjects.table().len() as u64,
            ..Hits::default()
        };
        for reject in &self.subjects.rejects {
            hits.rejected += 1;
            hits.reasons.add(reject.reason);
            on_reject(RejectedIn::Subjects, *reject);
        }
        let layouts: Vec<&Layout> = opened.iter().map(|(layout, _)| layout).collect();
        let total = layouts.iter().map(|layout| layout.size).sum();
        let output = |fault| MatchError::io("--out", fault);
        out.write_all(&self.header(&layouts)).map_err(output)?;
        let widths: Vec<usize> = layouts.iter().map(|layout| layout.titles.len()).collect();
        let mut before = 0;
        for (at, (layout, blocks)) in opened.into_iter().enumerate() {
            let pad = [
                widths[..at].iter().sum::<usize>() + 1,
                widths[at + 1..].iter().sum(),
            ];
            let size = layout.size;
            let mut sink = |worked: &Worked| {
                out.write_all(&worked.lines).map_err(output)?;
                hits.rows += worked.part.read;
                hits.hits += worked.hits;
                hits.rejected += worked.part.rejects.len() as u64;
                for reject in &worked.part.rejects {
                    hits.reasons.add(reject.reason);
                    on_reject(RejectedIn::Source(at), *reject);
                }
                watch.progress(before + worked.part.offset.min(size), total);
                Ok(())
            };
            self.one(at, &layout, blocks, pad, &mut sink, watch)?;
            before += size;
        }
        out.flush().map_err(output)?;
        Ok(hits)
    }

    fn one(
        &self,
        at: usize,
        layout: &Layout,
        mut blocks: Blocks,
        pad: [usize; 2],
        sink: &mut (dyn FnMut(&Worked) -> Result<(), MatchError> + Send),
        watch: &dyn Watch,
    ) -> Result<(), MatchError> {
        let source = &self.sources[at];
        let key = layout.columns[&source.key];
        let mut start = Vec::new();
        quote_into(&mut start, source.name.as_bytes());
        start.push(b',');
        let start = &start[..];
        let before = vec![b','; pad[0]];
        let after = vec![b','; pad[1]];
        let (before, after) = (&before[..], &after[..]);
        let spare: std::sync::Mutex<Vec<Vec<u8>>> = std::sync::Mutex::default();
        let take = || {
            let mut spare = spare
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            spare.pop().unwrap_or_default()
        };
        let give = |memory: Vec<u8>| {
            let mut spare = spare
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            spare.push(memory);
        };
        ordered(
            || {
                if watch.cancelled() {
                    return Err(MatchError::Cancelled);
                }
                blocks
                    .next(take())
                    .map_err(|fault| MatchError::file(&source.name, fault))
            },
            || {
                |block: Block| {
                    let mut worked = Worked {
                        part: Part::default(),
                        lines: take(),
                        hits: 0,
                    };
                    worked.lines.clear();
                    let Worked { part, lines, hits } = &mut worked;
                    let wanted = |id| self.subjects.table().may_hold(id);
                    work_block(&block, layout, key, part, wanted, |row, id| {
                        let mut rendered = None;
                        for subject in self.subjects.table().rows(id) {
                            let line = lines.len();
                            lines.extend_from_slice(start);
                            write_number(lines, row.number);
                            lines.push(b',');
                            lines.extend_from_slice(self.subjects.row(subject));
                            lines.extend_from_slice(before);
                            match rendered.clone() {
                                // The same row again for another row of the same person.
                                Some(range) => lines.extend_from_within(range),
                                None => {
                                    let begin = lines.len();
                                    if !row.render(lines) {
                                        lines.truncate(line);
                                        return Err(Reason::Encoding);
                                    }
                                    rendered = Some(begin..lines.len());
                                }
                            }
                            lines.extend_from_slice(after);
                            lines.push(b'\n');
                            *hits += 1;
                        }
                        Ok(())
                    });
                    worked.part.memory = block.bytes;
                    worked
                }
            },
            |mut worked: Worked| {
                sink(&worked)?;
                give(std::mem::take(&mut worked.part.memory));
                give(worked.lines);
                Ok(())
            },
        )
    }

    fn header(&self, layouts: &[&Layout]) -> Vec<u8> {
        let mut line = Vec::new();
        let own = ORIGIN.iter().map(|title| (*title).to_owned());
        let subject = named(&self.subjects.titles, "");
        let sources = layouts
            .iter()
            .zip(self.sources)
            .flat_map(|(layout, source)| named(&layout.titles, &format!("{}.", source.name)));
        for (n, title) in own.chain(subject).chain(sources).enumerate() {
            if n > 0 {
                line.push(b',');
            }
            quote_into(&mut line, title.as_bytes());
        }
        line.push(b'\n');
        line
    }
}

/// Titles with a prefix; columns without one are called by their number.
fn named(titles: &[String], prefix: &str) -> Vec<String> {
    titles
        .iter()
        .enumerate()
        .map(|(n, title)| match title.is_empty() {
            true => format!("{prefix}#{}", n + 1),
            false => format!("{prefix}{title}"),
        })
        .collect()
}

fn write_number(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}
