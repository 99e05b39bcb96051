//! From evidence to findings: the checks of the pack over a family and what the sources say.
//!
//! A finding is a clue and not a verdict. It carries the clause that makes it one, the rows it
//! rests on, the day of the source, a Chinese and an English sentence, and a fingerprint by
//! which the next run tells it from new ones (异动).

mod family;
mod says;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pack::model::{Purpose, Severity};
use pack::{Answer, CheckBook, CheckEngine, FactFault};
use sm3::{Digest, Sm3};

use crate::delivery::Manifest;
use crate::error::MatchError;
pub use family::{Compared, FamilyCase, MemberCase, SourceRow};

/// One row that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceRow {
    /// Key of the source.
    pub source: String,
    /// Digest of the delivery.
    pub delivery: String,
    /// Day of its data.
    pub as_of: NaiveDate,
    /// Row in the file as it came.
    pub row: u32,
    /// The member it is about.
    pub member: usize,
    /// The name in the row is another one than the member's: the number may be somebody
    /// else's by mistake, and whoever clears the finding should know.
    pub name_differs: bool,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Key of the check.
    pub check: String,
    /// The member; none where it is about the household.
    pub member: Option<usize>,
    /// How much it weighs.
    pub severity: Severity,
    /// What it says, in Chinese.
    pub zh: String,
    /// What it says, in English.
    pub en: String,
    /// What to do, in Chinese and English, where the check says so.
    pub act: Option<(String, String)>,
    /// The clause.
    pub cite: String,
    /// Whether the text of the clause was read.
    pub verified: bool,
    /// The rows it rests on, by source and row.
    pub evidence: Vec<EvidenceRow>,
    /// The oldest of the days of its sources.
    pub as_of: Option<NaiveDate>,
    /// The same for the same person, check and content of rows, whichever delivery they came in.
    pub fingerprint: String,
}

/// A check that could not be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Key of the check.
    pub check: String,
    /// The member; none for the household.
    pub member: Option<usize>,
    /// Facts, parameters or sources that are missing.
    pub missing: Vec<String>,
}

/// What came of a family.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What was found, in the order of checks and members.
    pub findings: Vec<Finding>,
    /// What could not be told; never taken for “nothing found”.
    pub unanswered: Vec<Unanswered>,
}

/// Asks the checks of one purpose of family after family. One for each thread.
pub struct Finder<'b> {
    book: &'b CheckBook,
    engine: CheckEngine<'b>,
    purpose: Purpose,
    wanted: Vec<usize>,
}

impl<'b> Finder<'b> {
    /// The checks of a purpose.
    pub fn new(book: &'b CheckBook, purpose: Purpose) -> Finder<'b> {
        let wanted = book
            .in_force()
            .iter()
            .enumerate()
            .filter(|(_, check)| check.check.purpose == purpose)
            .map(|(at, _)| at)
            .collect();
        Finder {
            book,
            engine: book.engine(),
            purpose,
            wanted,
        }
    }

    /// Keys of the sources that the checks read, each once.
    pub fn sources(&self) -> Vec<String> {
        let checks = self.book.in_force();
        let all: BTreeSet<String> = self
            .wanted
            .iter()
            .flat_map(|at| checks[*at].check.sources.iter().cloned())
            .collect();
        all.into_iter().collect()
    }

    /// Whether people may be looked for in a delivery for this purpose.
    ///
    /// # Errors
    /// Where the source was not given for it.
    pub fn may_use(&self, delivery: &Manifest) -> Result<(), MatchError> {
        let given = self
            .book
            .source(&delivery.source)
            .is_some_and(|source| source.ground(self.purpose).is_some());
        if given {
            return Ok(());
        }
        Err(MatchError::Purpose {
            source_key: delivery.source.clone(),
            purpose: self.purpose.zh().to_owned(),
        })
    }

    /// Asks all checks of a family.
    ///
    /// # Errors
    /// Rows of a source that was not given for the purpose, before anything is asked; facts
    /// that are not in the vocabulary.
    pub fn family(&mut self, case: &FamilyCase<'_>) -> Result<Outcome, FamilyFault> {
        for compared in &case.sources {
            self.may_use(compared.manifest)?;
        }
        let given = case.evidence(self.book);
        let answers = self
            .engine
            .ask(&given, &self.wanted)
            .map_err(FamilyFault::Facts)?;
        let checks = self.book.in_force();
        let mut outcome = Outcome::default();
        for answer in answers {
            let check = checks[answer.check];
            match answer.answer {
                Answer::Unknown(missing) => outcome.unanswered.push(Unanswered {
                    check: check.check.key.clone(),
                    member: answer.member,
                    missing,
                }),
                Answer::Found => {
                    outcome
                        .findings
                        .push(self.finding(case, &check, answer.member));
                }
            }
        }
        Ok(outcome)
    }

    fn finding(
        &self,
        case: &FamilyCase<'_>,
        in_force: &pack::CheckInForce<'_>,
        member: Option<usize>,
    ) -> Finding {
        let check = in_force.check;
        let rows = case.rows_of(&check.sources, member);
        let mut print = Sm3::new();
        let subject = member.map_or(case.key, |n| case.members[n].key);
        for part in [check.key.as_str(), subject] {
            print.update((part.len() as u64).to_be_bytes());
            print.update(part);
        }
        // By content, because another delivery has other row numbers.
        let mut contents: Vec<Vec<u8>> = rows.iter().map(|r| r.content()).collect();
        contents.sort();
        contents.dedup();
        for content in contents {
            print.update((content.len() as u64).to_be_bytes());
            print.update(content);
        }
        let mut evidence: Vec<EvidenceRow> = rows.iter().map(|r| r.evidence()).collect();
        evidence.sort();
        Finding {
            check: check.key.clone(),
            member,
            severity: check.severity,
            zh: says::fill(&check.says.zh, &rows, self.book),
            en: says::fill(&check.says.en, &rows, self.book),
            act: check.act.as_ref().map(|a| (a.zh.clone(), a.en.clone())),
            cite: in_force.cite.to_owned(),
            verified: in_force.verified,
            as_of: evidence.iter().map(|e| e.as_of).min(),
            evidence,
            fingerprint: print.finalize()[..16]
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect(),
        }
    }
}

/// Why a family was not asked about.
#[derive(Debug, thiserror::Error)]
pub enum FamilyFault {
    /// A source was not given for the purpose.
    #[error(transparent)]
    Purpose(#[from] MatchError),
    /// Facts that are not what the vocabulary says.
    #[error("{} facts cannot be used", .0.len())]
    Facts(Vec<FactFault>),
}

/// How the findings of a run stand to those of the run before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Places of findings that were not there before (异动).
    pub new: Vec<usize>,
    /// Places of findings that are known.
    pub known: Vec<usize>,
    /// Fingerprints that are there no more.
    pub gone: Vec<String>,
}

/// Tells new findings from known ones.
pub fn changes(before: &BTreeSet<String>, now: &[Finding]) -> Changes {
    let mut changes = Changes::default();
    for (at, finding) in now.iter().enumerate() {
        if before.contains(&finding.fingerprint) {
            changes.known.push(at);
        } else {
            changes.new.push(at);
        }
    }
    let here: BTreeSet<&String> = now.iter().map(|f| &f.fingerprint).collect();
    changes.gone = before
        .iter()
        .filter(|f| !here.contains(f))
        .cloned()
        .collect();
    changes
}
