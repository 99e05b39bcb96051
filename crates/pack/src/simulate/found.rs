//! What one side says of a household: who qualifies, what is paid, what its awards pay.

use super::family::{Mask, Small, mask};
use super::population::{Held, Subject};
use super::scheme::{Pair, Places};
use crate::rules::{Case, Engine, Rules, Verdict, paid};
use formula::{Family, Schema};

/// Lines of a month: component, member, fen; places in the one list of programmes.
pub(crate) type Lines = Box<[(u16, u8, i64)]>;

/// Somebody qualifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Got {
    pub programme: u16,
    pub members: Mask,
    /// What would be paid; none where a fact or parameter for it is missing.
    pub lines: Option<Lines>,
}

/// A verdict that is not a plain no: programme, member (−1 for the household).
pub(crate) type Said = (u16, i8, Verdict);

/// What one side says of one household.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub said: Box<[Said]>,
    pub gets: Box<[Got]>,
    /// For each award what it pays; none where that cannot be told.
    pub held: Box<[Option<Lines>]>,
}

/// One side of a pair, ready to work on one thread.
pub(crate) struct Worker<'r> {
    engine: Engine<'r>,
    places: &'r Places,
    schema: &'r Schema,
    /// The household that is being looked at.
    case: Case,
    wanted: Vec<bool>,
    nothing: bool,
    varied: bool,
}

impl<'r> Worker<'r> {
    /// The side as it stands, for some programmes or all.
    pub fn base(pair: &'r Pair, programmes: &[String]) -> Worker<'r> {
        let here = known(&pair.base, programmes);
        Worker::new(&pair.base, &pair.base_places, here.as_deref(), false)
    }

    /// The other side, for the programmes that can come out differently.
    pub fn varied(pair: &'r Pair, programmes: &[String]) -> Worker<'r> {
        let plans = &pair.varied.compiled().programmes;
        let keys = plans.iter().zip(&pair.touched).filter(|(_, t)| **t);
        let keys = keys.map(|(p, _)| p.key.clone());
        let keys: Vec<String> = keys
            .filter(|k| programmes.is_empty() || programmes.contains(k))
            .collect();
        Worker::new(
            &pair.varied,
            &pair.varied_places,
            Some(&keys),
            !pair.one_schema,
        )
    }

    fn new(
        rules: &'r Rules,
        places: &'r Places,
        keys: Option<&[String]>,
        other: bool,
    ) -> Worker<'r> {
        let engine = rules.engine();
        let wanted = engine.wanted(keys.unwrap_or_default());
        let schema = rules.compiled().program.schema();
        let case = Case {
            family: Family::new(schema),
            covered: Vec::new(),
            holds: Vec::new(),
        };
        Worker {
            engine,
            places,
            schema,
            case,
            wanted,
            nothing: keys.is_some_and(<[String]>::is_empty),
            varied: other,
        }
    }

    /// Looks at a household.
    pub fn look(&mut self, subject: &Subject) -> Found {
        if self.nothing {
            return Found {
                held: subject.held.iter().map(|_| None).collect(),
                ..Found::default()
            };
        }
        let family = match self.varied {
            true => subject.other.as_ref(),
            false => subject.family.as_ref(),
        };
        let mut found = Found {
            held: subject.held.iter().map(|h| self.pays(h)).collect(),
            ..Found::default()
        };
        let Some(family) = family else { return found };
        self.verdicts(family, &mut found);
        found
    }

    fn verdicts(&mut self, family: &Small, found: &mut Found) {
        family.fill(self.schema, &mut self.case);
        let briefs = self.engine.brief(&self.case, &self.wanted);
        let (mut said, mut gets) = (Vec::new(), Vec::new());
        for brief in briefs {
            let (programme, components) = &self.places.0[brief.programme];
            if matches!(brief.verdict, Verdict::Fails | Verdict::NotApplicable) {
                continue;
            }
            let member = brief.member.map_or(-1, |m| m as i8);
            said.push((*programme as u16, member, brief.verdict));
            if brief.verdict == Verdict::Qualifies {
                let lines = brief.lines.map(|lines| {
                    let line =
                        |(c, m, fen): (usize, usize, i64)| (components[c] as u16, m as u8, fen);
                    lines.into_iter().map(line).collect()
                });
                gets.push(Got {
                    programme: *programme as u16,
                    members: mask(brief.covered),
                    lines,
                });
            }
        }
        found.said = said.into_boxed_slice();
        found.gets = gets.into_boxed_slice();
    }

    /// What an award pays; nothing where the programme is not there.
    fn pays(&mut self, held: &Held) -> Option<Lines> {
        let compiled = self.engine.rules().compiled();
        let index = compiled
            .programmes
            .iter()
            .position(|p| *p.key == *held.programme);
        let Some(index) = index else {
            return Some(Lines::default());
        };
        if !self.wanted[index] {
            return None;
        }
        let small = match self.varied {
            true => held.other.as_ref(),
            false => held.case.as_ref(),
        };
        small?.fill(self.schema, &mut self.case);
        let plan = &compiled.programmes[index];
        let computed = self.engine.compute(&held.programme, &self.case).ok()?;
        let components = &self.places.0[index].1;
        let lines = paid(plan, &computed)?.into_iter();
        let line = |(c, m, fen): (usize, usize, i64)| {
            let member = held.members.get(m).copied()?;
            Some((components[c] as u16, member, fen))
        };
        Some(lines.filter_map(line).collect())
    }
}

/// The programmes asked for that these rules have; none asked means all.
fn known(rules: &Rules, asked: &[String]) -> Option<Vec<String>> {
    if asked.is_empty() {
        return None;
    }
    let here = asked.iter().filter(|k| rules.programme(k).is_some());
    Some(here.cloned().collect())
}
