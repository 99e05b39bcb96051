//! Households on record with what they hold: read as `doudi assess` reads them, paid as a roll
//! pays them.

use super::change::ChangeFault;
use super::population::{HeldFacts, Population};
use crate::assess::{Assess, Shelf};
use crate::rules::{CaseFacts, Rules};
use kernel::DivisionCode;

/// A household on record.
#[derive(Debug)]
pub struct OnRecord<'a> {
    /// Where it lives.
    pub division: DivisionCode,
    /// The rules of that place.
    pub rules: Rules,
    /// Its facts as one line of JSON.
    pub line: Vec<u8>,
    /// How many members it has.
    pub persons: usize,
    /// What it holds.
    pub held: Vec<HeldFacts<'a>>,
}

impl Population {
    /// Adds households in their order; the `shelf` keeps the rules of their places from one part to
    /// the next. Where the facts of one cannot
    /// be read or contradict each other, nothing is said of who qualifies, but its awards go on
    /// being paid; [`Population::unreadable`] counts them.
    ///
    /// # Errors
    /// Changes that cannot be made at a household's place.
    pub fn add_on_record(
        &mut self,
        work: &Assess,
        shelf: &Shelf,
        households: &[OnRecord<'_>],
    ) -> Result<(), Vec<ChangeFault>> {
        let lines: Vec<Vec<u8>> = households.iter().map(|h| h.line.clone()).collect();
        let read = work.households(shelf, &lines);
        for (household, read) in households.iter().zip(read) {
            match read {
                Ok(read) => {
                    let facts = read.facts();
                    self.add(read.rules(), household.division, &facts, &household.held)?;
                }
                Err(_) => {
                    self.add_unread(household)?;
                }
            }
        }
        Ok(())
    }

    /// A household of which only the awards are known.
    fn add_unread(&mut self, household: &OnRecord<'_>) -> Result<(), Vec<ChangeFault>> {
        let nothing = serde_json::Map::new();
        let facts = CaseFacts {
            household: &nothing,
            members: Vec::new(),
            supporters: None,
            award: &nothing,
        };
        let at = self.add(
            &household.rules,
            household.division,
            &facts,
            &household.held,
        )?;
        self.forget_family(at, household.persons);
        Ok(())
    }
}
