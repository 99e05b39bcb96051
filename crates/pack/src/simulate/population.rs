//! Households in memory, and both sides over all of them.

use super::change::ChangeFault;
use super::compare::{Effect, compare};
use super::family::{MOST_MEMBERS, Small};
use super::found::{Found, Worker};
use super::scheme::{Scheme, Variation};
use super::totals::Totals;
use crate::rules::{Altered, CaseFacts, FactFault, Gated, Rules};
use kernel::DivisionCode;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// An award of a household: its case as the roll would see it.
#[derive(Debug, Clone)]
pub struct HeldFacts<'a> {
    /// Key of the programme.
    pub programme: &'a str,
    /// The facts, covered members first.
    pub facts: CaseFacts<'a>,
    /// For each member of `facts` its place in the family; one past the family's members where
    /// the person is no member any more.
    pub members: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub programme: Box<str>,
    pub case: Option<Small>,
    pub other: Option<Small>,
    /// For each member of the case its place in the family.
    pub members: Box<[u8]>,
    /// How many of them are covered.
    pub covered: u8,
}

#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub pair: u16,
    pub division: u32,
    pub family: Option<Small>,
    /// The family in the slots of another pack.
    pub other: Option<Small>,
    pub held: Box<[Held]>,
    pub persons: u8,
}

/// Households with what both sides need of them; no name, no number, no key.
#[derive(Debug)]
pub struct Population {
    /// Whether awards were given: then they are what is paid before.
    with_awards: bool,
    scheme: Scheme,
    subjects: Vec<Subject>,
    divisions: Vec<DivisionCode>,
    places: HashMap<DivisionCode, u32>,
    baseline: Option<Baseline>,
    /// Households whose facts cannot be read, with the first fault.
    unreadable: usize,
}

/// The side as it stands, of every household, and the totals where nothing changes.
#[derive(Debug)]
struct Baseline {
    found: Vec<Found>,
    totals: Totals,
    /// Of what was altered last, how its gates come out as things stand.
    kept: Mutex<Vec<(Reached, Known)>>,
}

/// By pair, what a trial alters.
type Reached = Vec<Altered>;

/// Of each household, how the gates come out; none for whom nobody had to ask.
type Known = Arc<Vec<Option<Gated>>>;

/// For how many such alterations gates are kept.
const SETS: usize = 3;

/// Most values that are kept for one of them: some 80 MiB.
const MOST_VALUES: usize = 2_000_000;

impl Baseline {
    /// What is known of the gates of what is altered.
    fn gated(&self, reached: &Reached) -> Option<Known> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| known == reached);
        found.map(|(_, gated)| Arc::clone(gated))
    }

    /// Keeps how the gates of what is altered come out.
    fn keep(&self, reached: Reached, gated: Vec<Option<Gated>>) {
        let count: usize = gated.iter().flatten().map(Gated::count).sum();
        if count == 0 || count > MOST_VALUES {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != reached);
        kept.insert(0, (reached, Arc::new(gated)));
        kept.truncate(SETS);
    }
}

/// What came out: totals, and what changed for which household.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Counts and sums.
    pub totals: Totals,
    /// Every household for whom a programme comes out differently, in the order of households.
    pub effects: Vec<Effect>,
}

/// Fewer households than this are not worth a second thread.
const PART: usize = 256;

impl Population {
    /// Nobody yet.
    pub fn new(rules: &Rules, place: DivisionCode, variation: Variation) -> Population {
        Population {
            with_awards: false,
            scheme: Scheme::new(rules.level_id(), place, variation),
            subjects: Vec::new(),
            divisions: Vec::new(),
            places: HashMap::new(),
            baseline: None,
            unreadable: 0,
        }
    }

    /// Adds a household with the rules of its place; answers its number, counted from 0.
    ///
    /// # Errors
    /// Changes that cannot be made at its place.
    pub fn add(
        &mut self,
        rules: &Rules,
        division: DivisionCode,
        facts: &CaseFacts<'_>,
        held: &[HeldFacts<'_>],
    ) -> Result<usize, Vec<ChangeFault>> {
        let pair = self.scheme.pair(rules)?;
        let two = !self.scheme.pairs[pair].one_schema;
        let at = &self.scheme.pairs[pair];
        let small = |facts: &CaseFacts<'_>| -> Option<Small> {
            let case = rules.facts(facts).ok()?;
            (case.family.members.len() <= MOST_MEMBERS).then(|| Small::of(&case, at.base_asked()))
        };
        let other = |facts: &CaseFacts<'_>| -> Option<Small> {
            let varied = at.varied.as_of_the_day_of(rules);
            let case = varied.facts(facts).ok().filter(|_| two)?;
            Some(Small::of(&case, at.varied_asked()))
        };
        let awards = held.iter().map(|h| Held {
            programme: h.programme.into(),
            case: award(rules, h).map(|case| Small::of(&case, at.base_asked())),
            other: two
                .then(|| award(&at.varied.as_of_the_day_of(rules), h))
                .flatten()
                .map(|case| Small::of(&case, at.varied_asked())),
            members: h
                .members
                .iter()
                .map(|m| *m.min(&(MOST_MEMBERS - 1)) as u8)
                .collect(),
            covered: h.facts.members.iter().filter(|m| m.covered).count() as u8,
        });
        let family = small(facts);
        self.unreadable += usize::from(family.is_none());
        let subject = Subject {
            pair: pair as u16,
            division: 0,
            other: other(facts),
            family,
            held: awards.collect(),
            persons: facts.members.len().min(MOST_MEMBERS) as u8,
        };
        let next = self.divisions.len() as u32;
        let place = *self.places.entry(division).or_insert(next);
        if place == next {
            self.divisions.push(division);
        }
        self.with_awards |= !subject.held.is_empty();
        self.subjects.push(Subject {
            division: place,
            ..subject
        });
        self.baseline = None;
        Ok(self.subjects.len() - 1)
    }

    /// Keeps of a household its awards only.
    pub(crate) fn forget_family(&mut self, household: usize, persons: usize) {
        let subject = &mut self.subjects[household];
        self.unreadable += usize::from(subject.family.is_some());
        subject.family = None;
        subject.other = None;
        subject.persons = persons.min(MOST_MEMBERS) as u8;
    }

    /// Whether awards were given: then they are what is paid before; else whoever qualifies is.
    pub fn with_awards(&self) -> bool {
        self.with_awards
    }

    /// How many households there are.
    pub fn households(&self) -> usize {
        self.subjects.len()
    }

    /// How many members they have.
    pub fn persons(&self) -> u64 {
        self.subjects.iter().map(|s| u64::from(s.persons)).sum()
    }

    /// Households whose facts do not fit the vocabulary; their verdicts are unknown.
    pub fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// The division of a household.
    ///
    /// # Panics
    /// Where there is no such household.
    pub fn division(&self, household: usize) -> DivisionCode {
        self.divisions[self.subjects[household].division as usize]
    }

    /// Computes the side as it stands and keeps it, so that each simulation computes the other
    /// side only.
    pub fn settle(&mut self) {
        if self.baseline.is_none() {
            let (found, _) = self.look(&self.scheme, &[], None, None);
            let both = (&found[..], &found[..]);
            let everybody = |_: usize, _: &Subject| true;
            let start = Totals::new(self.scheme.programmes.clone());
            let Outcome { totals, .. } = self.counted(both, &self.scheme, &[], start, &everybody);
            self.baseline = Some(Baseline {
                found,
                totals,
                kept: Mutex::default(),
            });
        }
    }

    /// Both sides with the variation that the population was made with.
    pub fn run(&self, programmes: &[String]) -> Outcome {
        self.outcome(&self.scheme, programmes)
    }

    /// Both sides with other changes than the population was made with.
    ///
    /// # Errors
    /// All changes that cannot be made.
    pub fn simulate(
        &self,
        changes: Vec<super::Change>,
        programmes: &[String],
    ) -> Result<(Outcome, Vec<super::Changed>), Vec<ChangeFault>> {
        let mut scheme = self.scheme.other(Variation::Changes(changes));
        for pair in &self.scheme.pairs {
            scheme.pair(&pair.base)?;
        }
        let outcome = self.outcome(&scheme, programmes);
        Ok((outcome, scheme.changed))
    }

    /// The changes as they were understood.
    pub fn changed(&self) -> &[super::Changed] {
        &self.scheme.changed
    }

    /// The programmes that any of the places has.
    pub fn programmes(&self) -> &[super::ProgrammeName] {
        &self.scheme.programmes
    }

    fn outcome(&self, scheme: &Scheme, programmes: &[String]) -> Outcome {
        let everybody = |_: usize, _: &Subject| true;
        let nothing = || Totals::new(scheme.programmes.clone());
        let Some(baseline) = &self.baseline else {
            let (found, _) = self.look(scheme, programmes, None, None);
            let (varied, _) = self.look(scheme, programmes, Some(&found), None);
            return self.counted((&found, &varied), scheme, programmes, nothing(), &everybody);
        };
        let Baseline { found, totals, .. } = baseline;
        let pairs = scheme.pairs.iter();
        let reached: Reached = pairs.map(|pair| pair.altered.clone()).collect();
        let gated = baseline.gated(&reached);
        let known = gated.as_ref().map(|gated| &gated[..]);
        let (varied, gated) = self.look(scheme, programmes, Some(found), known);
        // Where only some programmes are asked for, fewer households have to be.
        if known.is_none() && programmes.is_empty() {
            baseline.keep(reached, gated);
        }
        let both = (&found[..], &varied[..]);
        if !programmes.is_empty() || scheme.pairs.iter().any(|pair| !pair.one_schema) {
            return self.counted(both, scheme, programmes, nothing(), &everybody);
        }
        // Most households come out the same, and are in the totals already.
        let touched = touched(scheme);
        let differs = |n: usize, subject: &Subject| {
            let touched = &touched[subject.pair as usize];
            varied[n].differs(&found[n], |place| touched[usize::from(place)])
        };
        self.counted(both, scheme, programmes, totals.clone(), &differs)
    }

    /// Counts the households that `changed` says, from totals in which all others are, and they
    /// as they stand.
    fn counted(
        &self,
        (found, varied): (&[Found], &[Found]),
        scheme: &Scheme,
        programmes: &[String],
        mut totals: Totals,
        changed: &(dyn Fn(usize, &Subject) -> bool + Sync),
    ) -> Outcome {
        let anew = totals.by_division.is_empty();
        let touched = touched(scheme);
        let mut effects = Vec::new();
        let compare = |subject: &Subject, sides: (&Found, &Found)| {
            let touched = &touched[subject.pair as usize];
            let awards = self.with_awards;
            compare(subject, sides, touched, awards, scheme, programmes)
        };
        let rows = self.on_all_cores(|first, part| {
            let numbered = part.iter().enumerate().map(|(n, s)| (first + n, s));
            let changed = numbered.filter(|(n, subject)| changed(*n, subject));
            let both = changed.map(|(n, subject)| {
                let stood = (!anew).then(|| compare(subject, (&found[n], &found[n])));
                (n, stood, compare(subject, (&found[n], &varied[n])))
            });
            both.collect()
        });
        for (n, stood, rows) in rows {
            let division = self.divisions[self.subjects[n].division as usize];
            if let Some(stood) = stood {
                totals.take(division, &stood);
            }
            totals.add(division, &rows);
            for row in rows.programmes {
                effects.extend(row.effect(n as u32));
            }
        }
        Outcome { totals, effects }
    }

    /// One side of all households, on all cores, in their order: as it stands, or the other side
    /// beside what was `found` on the one that stands and what is known of its gates.
    fn look(
        &self,
        scheme: &Scheme,
        programmes: &[String],
        found: Option<&[Found]>,
        gated: Option<&[Option<Gated>]>,
    ) -> (Vec<Found>, Vec<Option<Gated>>) {
        let both = self.on_all_cores(|first, part| {
            let pairs = scheme.pairs.iter();
            let mut workers: Vec<Worker<'_>> = pairs
                .map(|pair| match found {
                    Some(_) => Worker::varied(pair, programmes),
                    None => Worker::base(pair, programmes),
                })
                .collect();
            let one = |(n, subject): (usize, &Subject)| {
                let worker = &mut workers[subject.pair as usize];
                let gated = gated.and_then(|all| all[first + n].as_ref());
                worker.look(subject, found.map(|all| &all[first + n]), gated)
            };
            part.iter().enumerate().map(one).collect()
        });
        both.into_iter().unzip()
    }

    /// Works on parts of the households, each with the number of its first, and puts what comes
    /// out together in their order.
    fn on_all_cores<T: Send>(&self, work: impl Fn(usize, &[Subject]) -> Vec<T> + Sync) -> Vec<T> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let each = self.subjects.len().div_ceil(cores).max(PART);
        let mut parts = self.subjects.chunks(each).enumerate();
        let work = &work;
        std::thread::scope(|scope| {
            let Some((_, first)) = parts.next() else {
                return Vec::new();
            };
            let threads: Vec<_> = parts
                .map(|(n, part)| scope.spawn(move || work(n * each, part)))
                .collect();
            let mut all = work(0, first);
            for thread in threads {
                all.extend(thread.join().expect("a side is computed"));
            }
            all
        })
    }
}

/// By pair and programme of the one list, whether the other side was looked at.
fn touched(scheme: &Scheme) -> Vec<Vec<bool>> {
    let pairs = scheme.pairs.iter();
    pairs
        .map(|pair| {
            let mut all = vec![!pair.one_schema; scheme.programmes.len()];
            for ((place, _), touched) in pair.varied_places.0.iter().zip(&pair.touched) {
                all[*place] |= touched.any();
            }
            all
        })
        .collect()
}

/// The case of an award, by what its programme asks for.
fn award(rules: &Rules, held: &HeldFacts<'_>) -> Option<crate::rules::Case> {
    let read: Result<_, Vec<FactFault>> = rules.facts_for(held.programme, &held.facts).ok()?;
    read.ok()
        .filter(|case| case.family.members.len() <= MOST_MEMBERS)
}
