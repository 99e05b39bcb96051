//! Households as lines of JSON, in and out: what `doudi assess` reads and writes.
//!
//! One line is one household; the same line gives the same bytes, whatever
//! stands before it. Nothing is kept between lines but what was compiled.

mod answer;
mod checks;
mod household;
mod kept;
mod line;
mod stream;
mod strict;
mod whole;

#[cfg(test)]
mod tests;

pub(crate) use household::Household;
pub use kept::{Replayed, replay};
pub use stream::run;
pub use whole::{Due, DueKind, Lacking, Refusal, Whole, WholeResult};

use crate::model::LevelId;
use crate::pack::Pack;
use crate::rules::{Engine, Rules};
use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use line::{Line, Refused};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

/// What all households of a run share.
#[derive(Debug, Clone)]
pub struct Assess {
    /// The packs.
    pub pack: Pack,
    /// The place whose programmes are looked at.
    pub place: DivisionCode,
    /// The day of acceptance and, with its month, the month paid for, where a
    /// household does not say.
    pub on: NaiveDate,
    /// The programmes looked at; all of the place where empty.
    pub programmes: Vec<String>,
    /// Whether every step is written.
    pub explain: bool,
}

/// Why a run cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// No pack holds the place.
    #[error("政策包没有“{0}”这个地方的规定 / the packs have no rules for the place {0}")]
    Place(String),
    /// The place never has such a programme.
    #[error(
        "此地没有项目“{key}”，可写：{known} / there is no programme “{key}” here; one of: {known}"
    )]
    Programme {
        /// The key asked for.
        key: String,
        /// The keys that the place knows.
        known: String,
    },
}

type Key = (DivisionCode, NaiveDate, Month);

/// What a place has on a day.
#[derive(Debug, Clone)]
enum Found {
    /// No pack holds the place.
    NoPlace,
    /// The day is before the first rules.
    TooEarly,
    Rules(Rules),
}

/// Most rules that a thread keeps ready to compute; households differ by few days.
const READY: usize = 32;

/// The rules that households of one thread have met so far.
#[derive(Debug, Default)]
pub struct Shelf {
    found: RefCell<BTreeMap<Key, Found>>,
    /// Those that are kept ready.
    ready: [OnceCell<Rules>; READY],
}

/// Where the lines of one thread are answered: the engines of its shelf.
struct Desk<'s> {
    shelf: &'s Shelf,
    engines: Vec<Option<Engine<'s>>>,
}

impl<'s> Desk<'s> {
    fn at(shelf: &'s Shelf) -> Desk<'s> {
        Desk {
            shelf,
            engines: shelf.ready.iter().map(|_| None).collect(),
        }
    }

    /// The engine of some rules; none where too many others are ready.
    fn engine(&mut self, rules: &Rules) -> Option<&mut Engine<'s>> {
        for (place, engine) in self.shelf.ready.iter().zip(&mut self.engines) {
            let kept = place.get_or_init(|| rules.clone());
            if kept.same(rules) {
                return Some(engine.get_or_insert_with(|| kept.engine()));
            }
        }
        None
    }
}

impl Assess {
    /// Sees to the place and the programmes asked for.
    ///
    /// # Errors
    /// Where the packs do not have them.
    pub fn check(&self) -> Result<(), Unusable> {
        let data = self.pack.data();
        let level = data
            .level_of(&self.place)
            .ok_or_else(|| Unusable::Place(self.place.short().to_owned()))?;
        // A place below this one may have programmes of its own.
        let below = |l: LevelId| data.chain(l).contains(&level);
        let chain = data.chain(level);
        let seen = data
            .programmes
            .iter()
            .filter(|p| chain.contains(&p.level) || below(p.level));
        let mut known: Vec<&str> = seen.map(|p| p.key.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        match self
            .programmes
            .iter()
            .find(|k| !known.contains(&k.as_str()))
        {
            None => Ok(()),
            Some(key) => Err(Unusable::Programme {
                key: key.clone(),
                known: known.join(" "),
            }),
        }
    }

    /// Answers lines, one answer each, in their order.
    pub fn lines<'l>(
        &self,
        shelf: &Shelf,
        lines: impl IntoIterator<Item = &'l [u8]>,
        mut write: impl FnMut(String),
    ) {
        let mut desk = Desk::at(shelf);
        for line in lines {
            write(self.line(&mut desk, line));
        }
    }

    /// Answers a line. One is done with before the next is looked at, so that
    /// the memory of each serves the next.
    fn line(&self, desk: &mut Desk<'_>, line: &[u8]) -> String {
        match self.read(desk.shelf, line) {
            Err(refused) => refused.json(),
            Ok(line) => match desk.engine(&line.rules) {
                Some(engine) => self.answer(&line, engine),
                None => self.answer(&line, &mut line.rules.engine()),
            },
        }
    }

    /// Reads lines and hands over each with an engine of its rules, in the same way.
    fn each<'l>(
        &self,
        shelf: &Shelf,
        lines: impl IntoIterator<Item = &'l [u8]>,
        mut with: impl FnMut(Result<(&Line, &mut Engine<'_>), &Refused>),
    ) {
        let mut desk = Desk::at(shelf);
        for bytes in lines {
            match self.read(desk.shelf, bytes) {
                Err(refused) => with(Err(&refused)),
                Ok(line) => match desk.engine(&line.rules) {
                    Some(engine) => with(Ok((&line, engine))),
                    None => with(Ok((&line, &mut line.rules.engine()))),
                },
            }
        }
    }

    /// The rules of a place for those accepted on a day and paid for a month.
    fn rules(
        &self,
        shelf: &Shelf,
        place: DivisionCode,
        accepted: NaiveDate,
        month: Month,
    ) -> Found {
        let mut found = shelf.found.borrow_mut();
        // Days without end would grow the shelf without end.
        if found.len() > 10_000 {
            found.clear();
        }
        let find = || {
            let data = self.pack.data();
            match data.level_of(&place) {
                None => Found::NoPlace,
                Some(level) if !data.has_programmes(level, accepted) => Found::TooEarly,
                Some(level) => Found::Rules(self.pack.rules_for_case_at(level, accepted, month)),
            }
        };
        found
            .entry((place, accepted, month))
            .or_insert_with(find)
            .clone()
    }
}
