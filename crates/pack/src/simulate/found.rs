//! What one side says of a household: who qualifies, what is paid, what its awards pay.

use super::family::{Mask, Small, bits, mask};
use super::population::{Held, Subject};
use super::scheme::{Pair, Places};
use crate::rules::{Before, Brief, Case, Engine, Gated, States, Touch, Verdict, paid};
use formula::{Family, Schema};

/// Lines of a month: component, member, fen; places in the one list of programmes.
pub(crate) type Lines = Box<[(u16, u8, i64)]>;

/// Somebody qualifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Got {
    pub programme: u16,
    /// Place of the way into it among those of the programme.
    pub way: u8,
    /// The member; −1 for the household.
    pub member: i8,
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
    /// On the side as it stands, how the conditions of all programmes came out, in the order of
    /// looking; empty where only some were looked at.
    pub states: Box<[States]>,
}

impl Found {
    /// Whether this side says anything else of the programmes that are `touched` than the one
    /// that stands, whatever the order.
    pub fn differs(&self, stands: &Found, touched: impl Fn(u16) -> bool) -> bool {
        let said = stands.said.iter().filter(|s| touched(s.0));
        let gets = stands.gets.iter().filter(|g| touched(g.programme));
        self.held != stands.held
            || said.clone().count() != self.said.len()
            || gets.clone().count() != self.gets.len()
            || !said.into_iter().all(|one| self.said.contains(one))
            || !gets.into_iter().all(|one| self.gets.contains(one))
    }
}

/// One side of a pair, ready to work on one thread.
pub(crate) struct Worker<'r> {
    engine: Engine<'r>,
    places: &'r Places,
    schema: &'r Schema,
    /// The household that is being looked at.
    case: Case,
    /// By programme, whether who qualifies has to be asked.
    verdicts: Vec<bool>,
    /// By programme, whether what is paid has to be computed.
    amounts: Vec<bool>,
    /// By programme and way, the conditions that come out as on the side that stands.
    same: Vec<Vec<States>>,
    /// On the other side, how things stand: for whoever has not been asked for the gates yet.
    stands: Option<Standing<'r>>,
    varied: bool,
}

/// How things stand, with what a change reaches first.
struct Standing<'r> {
    pair: &'r Pair,
    /// Made when first needed.
    engine: Option<Engine<'r>>,
}

impl<'r> Worker<'r> {
    /// The side as it stands, for some programmes or all.
    pub fn base(pair: &'r Pair, programmes: &[String]) -> Worker<'r> {
        let here = programmes
            .iter()
            .filter(|k| pair.base.programme(k).is_some());
        let here: Vec<String> = here.cloned().collect();
        let all = |engine: &Engine<'_>| match !programmes.is_empty() && here.is_empty() {
            true => vec![false; pair.base.compiled().programmes.len()],
            false => engine.wanted(&here),
        };
        let engine = pair.base.engine();
        let wanted = all(&engine);
        let asked = (wanted.clone(), wanted);
        Worker::new(engine, &pair.base_places, asked, false)
    }

    /// The other side, for what of the programmes can come out differently.
    pub fn varied(pair: &'r Pair, programmes: &[String]) -> Worker<'r> {
        let engine = pair.varied.engine();
        let here = programmes
            .iter()
            .filter(|k| pair.varied.programme(k).is_some());
        let here: Vec<String> = here.cloned().collect();
        let nobody = !programmes.is_empty() && here.is_empty();
        let wanted = engine.wanted(&here);
        let of = |touched: fn(&Touch) -> bool| {
            let both = wanted.iter().zip(&pair.touched);
            both.map(|(w, t)| *w && !nobody && touched(t)).collect()
        };
        let asked = (of(|t| t.verdicts), of(|t| t.amounts));
        Worker {
            same: pair.touched.iter().map(|t| t.same.clone()).collect(),
            stands: (!pair.gates.is_empty()).then_some(Standing { pair, engine: None }),
            ..Worker::new(engine, &pair.varied_places, asked, !pair.one_schema)
        }
    }

    fn new(
        engine: Engine<'r>,
        places: &'r Places,
        (verdicts, amounts): (Vec<bool>, Vec<bool>),
        varied: bool,
    ) -> Worker<'r> {
        let schema = engine.rules().compiled().program.schema();
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
            verdicts,
            amounts,
            same: Vec::new(),
            stands: None,
            varied,
        }
    }

    /// Looks at a household. What was found `before`, on the side as it stands, holds wherever
    /// this side cannot come out differently. Says how the gates of the change come out as things
    /// stand, where that is not known yet and somebody had to ask.
    pub fn look(
        &mut self,
        subject: &Subject,
        before: Option<&Found>,
        gated: Option<&Gated>,
    ) -> (Found, Option<Gated>) {
        let held = subject.held.iter().enumerate().map(|(n, held)| {
            let known = before.and_then(|b| b.held.get(n));
            self.pays(held, known)
        });
        let mut found = Found {
            held: held.collect(),
            ..Found::default()
        };
        let family = match self.varied {
            true => subject.other.as_ref(),
            false => subject.family.as_ref(),
        };
        let Some(family) = family else {
            return (found, None);
        };
        let (mut said, mut gets) = (Vec::new(), Vec::new());
        let mut now = None;
        match before {
            None => {
                if self.verdicts.iter().any(|wanted| *wanted) {
                    family.fill(self.schema, &mut self.case);
                    let asked = Before::default();
                    let briefs = self.engine.brief(&self.case, &self.verdicts, asked);
                    if self.verdicts.iter().all(|wanted| *wanted) {
                        found.states = briefs.iter().map(|brief| brief.states).collect();
                    }
                    self.take(briefs, &mut said, &mut gets);
                }
            }
            Some(before) => now = self.beside(family, before, gated, &mut said, &mut gets),
        }
        found.said = said.into_boxed_slice();
        found.gets = gets.into_boxed_slice();
        (found, now)
    }

    /// Looks at a household beside what was found before: by that alone where it decides, then by
    /// the gates, and only then by every condition that may come out differently.
    fn beside(
        &mut self,
        family: &Small,
        before: &Found,
        gated: Option<&Gated>,
        said: &mut Vec<Said>,
        gets: &mut Vec<Got>,
    ) -> Option<Gated> {
        if !self.verdicts.iter().any(|wanted| *wanted) {
            self.paid_anew(family, before, false, said, gets);
            return None;
        }
        let known = self.known(before);
        if !before.states.is_empty() {
            let asked = Before {
                known: known.clone(),
                states: &before.states,
                same: &self.same,
                steps: None,
            };
            let members = family.members();
            let decided = self.engine.brief_before(members, &self.verdicts, asked);
            if let Some(decided) = decided {
                self.paid_anew(family, before, false, said, gets);
                self.take(decided, said, gets);
                return None;
            }
        }
        family.fill(self.schema, &mut self.case);
        let mut now = None;
        if let Some(stands) = &mut self.stands {
            let Standing { pair, engine } = stands;
            let gated = match gated {
                Some(gated) => gated,
                None => {
                    let engine = engine.get_or_insert_with(|| pair.base.engine());
                    now.insert(engine.gated(&self.case, &pair.gates, &pair.border))
                }
            };
            if self.engine.agrees(&self.case, &pair.gates, gated) {
                self.paid_anew(family, before, true, said, gets);
                return now;
            }
        }
        let asked = Before {
            known,
            states: &before.states,
            same: &self.same,
            steps: gated.or(now.as_ref()).map(|gated| &gated.steps),
        };
        let briefs = self.engine.brief(&self.case, &self.verdicts, asked);
        self.paid_anew(family, before, false, said, gets);
        self.take(briefs, said, gets);
        now
    }

    /// Takes verdicts that are not a plain no.
    fn take(&self, briefs: Vec<Brief>, said: &mut Vec<Said>, gets: &mut Vec<Got>) {
        for brief in briefs {
            if matches!(brief.verdict, Verdict::Fails | Verdict::NotApplicable) {
                continue;
            }
            let programme = self.places.0[brief.programme].0 as u16;
            let member = brief.member.map_or(-1, |m| m as i8);
            said.push((programme, member, brief.verdict));
            if brief.verdict == Verdict::Qualifies {
                gets.push(Got {
                    programme,
                    way: brief.way as u8,
                    member,
                    members: mask(brief.covered),
                    lines: brief.lines.map(|lines| self.lines(brief.programme, lines)),
                });
            }
        }
    }

    /// Takes over who qualifies for programmes that only pay other amounts, and of those whose
    /// conditions come out as before where they `agree`; computes the amounts.
    fn paid_anew(
        &mut self,
        family: &Small,
        before: &Found,
        agree: bool,
        said: &mut Vec<Said>,
        gets: &mut Vec<Got>,
    ) {
        let kept = |place: u16| {
            let index = self.index(place)?;
            let (verdicts, amounts) = (self.verdicts[index], self.amounts[index]);
            let kept = if verdicts { agree } else { amounts };
            kept.then_some((index, amounts))
        };
        said.extend(before.said.iter().filter(|s| kept(s.0).is_some()));
        let (mut anew, mut paid) = (Vec::new(), Vec::new());
        for got in &before.gets {
            match kept(got.programme) {
                None => {}
                Some((_, false)) => gets.push(got.clone()),
                Some((index, true)) => {
                    let covered = members(got.members);
                    paid.push((index, usize::from(got.way), covered));
                    anew.push((index, got));
                }
            }
        }
        if anew.is_empty() {
            return;
        }
        family.fill(self.schema, &mut self.case);
        let paid = self.engine.pays(&self.case, &paid);
        for ((index, got), lines) in anew.into_iter().zip(paid) {
            gets.push(Got {
                lines: lines.map(|lines| self.lines(index, lines)),
                ..got.clone()
            });
        }
    }

    /// Who qualifies, by what was found before, for programmes that are not asked anew.
    fn known(&self, before: &Found) -> Vec<Brief> {
        let gets = before.gets.iter().filter_map(|got| {
            let programme = self.index(got.programme)?;
            (!self.verdicts[programme]).then(|| Brief {
                programme,
                way: usize::from(got.way),
                member: usize::try_from(got.member).ok(),
                verdict: Verdict::Qualifies,
                covered: members(got.members),
                lines: None,
                states: 0,
            })
        });
        gets.collect()
    }

    /// The place of a programme of the one list among those compiled here.
    fn index(&self, place: u16) -> Option<usize> {
        let mut places = self.places.0.iter();
        places.position(|(at, _)| *at == usize::from(place))
    }

    fn lines(&self, programme: usize, lines: Vec<(usize, usize, i64)>) -> Lines {
        let components = &self.places.0[programme].1;
        let line = |(c, m, fen): (usize, usize, i64)| (components[c] as u16, m as u8, fen);
        lines.into_iter().map(line).collect()
    }

    /// What an award pays; nothing where the programme is not there, what is `known` where it
    /// cannot come out differently.
    fn pays(&mut self, held: &Held, known: Option<&Option<Lines>>) -> Option<Lines> {
        let compiled = self.engine.rules().compiled();
        let mut plans = compiled.programmes.iter();
        let Some(index) = plans.position(|p| *p.key == *held.programme) else {
            return Some(Lines::default());
        };
        if !self.amounts[index] {
            return known.cloned().flatten();
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

fn members(mask: Mask) -> Vec<usize> {
    bits(mask).collect()
}
