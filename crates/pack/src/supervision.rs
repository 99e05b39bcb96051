//! What a pack answers about supervision at a place.

use kernel::DivisionCode;

use crate::model::{AlignmentText, ClueKindText, LevelId, SupervisionWord};
use crate::pack::Pack;

/// The supervision of one place: nearest level first.
#[derive(Debug)]
pub struct Supervision<'p> {
    pack: &'p Pack,
    chain: Vec<LevelId>,
}

impl Pack {
    /// What holds for supervision at a place; nothing where no level holds the place.
    pub fn supervision(&self, place: &DivisionCode) -> Supervision<'_> {
        let level = self.data().level_of(place);
        Supervision {
            pack: self,
            chain: level.map_or_else(Vec::new, |level| self.data().chain(level)),
        }
    }
}

impl<'p> Supervision<'p> {
    /// The lists that can be laid beside each other, each by its nearest text.
    pub fn alignments(&self) -> Vec<&'p AlignmentText> {
        let mut found: Vec<&AlignmentText> = Vec::new();
        let all = &self.pack.data().supervision.alignments;
        for level in &self.chain {
            for text in all.iter().filter(|a| a.level == *level) {
                if !found.iter().any(|other| other.key == text.key) {
                    found.push(text);
                }
            }
        }
        found
    }

    /// The kinds of clue.
    pub fn clue_kinds(&self) -> impl Iterator<Item = &'p ClueKindText> {
        let all = &self.pack.data().supervision.clue_kinds;
        all.iter().filter(|kind| self.chain.contains(&kind.level))
    }

    /// The words of a list.
    pub fn words(&self, list: &str) -> impl Iterator<Item = &'p SupervisionWord> {
        let all = &self.pack.data().supervision.words;
        all.iter()
            .filter(move |word| word.list == list && self.chain.contains(&word.level))
    }

    /// How many working days something may take, by the nearest level that says so.
    pub fn working_days(&self, key: &str) -> Option<u32> {
        let all = &self.pack.data().supervision.limits;
        self.chain.iter().find_map(|level| {
            all.iter()
                .find(|limit| limit.key == key && limit.level == *level)
                .map(|limit| limit.working_days)
        })
    }
}
