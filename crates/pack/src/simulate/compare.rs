//! One household on both sides: what differs, programme by programme.

use super::family::{MOST_MEMBERS, Mask, bits, mask};
use super::found::{Found, Lines, Said};
use super::population::Subject;
use super::scheme::Scheme;
use super::totals::{Row, Sum};
use crate::rules::Verdict;

/// How a programme comes out for a household.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Gets nothing before, something after.
    Enter,
    /// Gets something before, nothing after.
    Leave,
    /// Gets more.
    Raise,
    /// Gets less.
    Lower,
    /// Failed before; whether it qualifies after depends on facts that nobody has given.
    Possible,
}

/// A household for whom a programme comes out differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Which household, counted from 0.
    pub household: u32,
    /// Place of the programme in the list.
    pub programme: u16,
    /// How.
    pub kind: Kind,
    /// Persons before.
    pub persons_before: u8,
    /// Persons after.
    pub persons_after: u8,
    /// Fen a month before; none where it cannot be told.
    pub before: Option<i64>,
    /// Fen a month after; none where it cannot be told.
    pub after: Option<i64>,
}

/// One programme for one household.
#[derive(Debug, Clone, Default)]
pub(crate) struct Compared {
    pub programme: u16,
    pub row: Row,
    pub before: Mask,
    pub after: Mask,
    pub possible: Mask,
    fen: (i64, i64),
    open: (bool, bool),
    /// Component, fen before, fen after.
    pub components: Vec<(u16, i64, i64)>,
}

/// All programmes for one household, and the household as a whole.
#[derive(Debug)]
pub(crate) struct Rows {
    pub programmes: Vec<Compared>,
    pub whole: Row,
}

impl Compared {
    pub fn effect(self, household: u32) -> Option<Effect> {
        let kind = match (self.before != 0, self.after != 0) {
            (false, true) => Kind::Enter,
            (true, false) => Kind::Leave,
            (false, false) if self.possible != 0 => Kind::Possible,
            (false, false) => return None,
            (true, true) => match self.fen.1.cmp(&self.fen.0) {
                std::cmp::Ordering::Greater => Kind::Raise,
                std::cmp::Ordering::Less => Kind::Lower,
                std::cmp::Ordering::Equal => return None,
            },
        };
        let known = |open: bool, fen: i64| (!open).then_some(fen);
        Some(Effect {
            household,
            programme: self.programme,
            kind,
            persons_before: self.before.count_ones() as u8,
            persons_after: self.after.count_ones() as u8,
            before: known(self.open.0, self.fen.0),
            after: known(self.open.1, self.fen.1),
        })
    }
}

/// Fen of each member.
type Each = [i64; MOST_MEMBERS];

struct Tally {
    before: Each,
    after: Each,
}

pub(crate) fn compare(
    subject: &Subject,
    (base, varied): (&Found, &Found),
    touched: &[bool],
    with_awards: bool,
    scheme: &Scheme,
    asked: &[String],
) -> Rows {
    let mut programmes = Vec::new();
    for (n, name) in scheme.programmes.iter().enumerate() {
        if !asked.is_empty() && !asked.contains(&name.key) {
            continue;
        }
        let sides = (base, if touched[n] { varied } else { base });
        // Most programmes say nothing of most households: nobody holds one, qualifies or may.
        let said = |found: &Found| found.said.iter().any(|s| usize::from(s.0) == n);
        let held = || {
            let own = subject.family.as_ref();
            subject.held.iter().any(|h| *h.programme == *name.key)
                || !with_awards && own.is_some_and(|family| family.holds(&name.key) != 0)
        };
        if !said(sides.0) && !said(sides.1) && !held() {
            continue;
        }
        let one = match with_awards {
            true => by_awards(subject, sides, n as u16, &name.key),
            false => by_rules(subject, sides, n as u16, &name.key),
        };
        if one.row != Row::default() {
            programmes.push(one);
        }
    }
    let whole = whole(&programmes, scheme);
    Rows { programmes, whole }
}

/// The household over all programmes. What another department decides is no gap of the whole:
/// whether somebody has it already is not on record here.
fn whole(programmes: &[Compared], scheme: &Scheme) -> Row {
    let mut row = Row::default();
    let (mut before, mut after, mut possible): (Mask, Mask, Mask) = (0, 0, 0);
    let mut fen = (0, 0);
    let mut open = false;
    for one in programmes {
        before |= one.before;
        after |= one.after;
        possible |= one.possible;
        fen = (fen.0 + one.fen.0, fen.1 + one.fen.1);
        open |= one.open.1;
        let own = !scheme.programmes[usize::from(one.programme)].referred;
        let gap = |of: Sum| if own { of } else { Sum::default() };
        for (all, part) in [
            (&mut row.gap_before, &gap(one.row.gap_before)),
            (&mut row.gap_after, &gap(one.row.gap_after)),
            (&mut row.over_before, &one.row.over_before),
            (&mut row.over_after, &one.row.over_after),
            (&mut row.unknown_before, &one.row.unknown_before),
            (&mut row.unknown_after, &one.row.unknown_after),
        ] {
            all.households = all.households.max(part.households);
            all.persons = all.persons.max(part.persons);
            all.fen += part.fen;
        }
    }
    row.before = Sum::of(before, fen.0);
    row.after = Sum::of(after, fen.1);
    let step = fen.1 - fen.0;
    match (before != 0, after != 0) {
        (false, true) => row.enter = Sum::of(after, fen.1),
        (true, false) => row.leave = Sum::of(before, fen.0),
        (true, true) if step > 0 => row.raise = Sum::of(before & after, step),
        (true, true) if step < 0 => row.lower = Sum::of(before & after, -step),
        _ => {}
    }
    if before == 0 && after == 0 {
        row.possible = Sum::of(possible, 0);
    }
    row.open_after = Sum::of(if open { after } else { 0 }, 0);
    row
}

/// Paid before and after is whoever qualifies.
fn by_rules(
    subject: &Subject,
    (base, varied): (&Found, &Found),
    programme: u16,
    key: &str,
) -> Compared {
    let mut out = Compared {
        programme,
        ..Compared::default()
    };
    let mut each = Tally {
        before: [0; MOST_MEMBERS],
        after: [0; MOST_MEMBERS],
    };
    for got in base.gets.iter().filter(|g| g.programme == programme) {
        out.before |= got.members;
        let lines = got.lines.as_ref();
        take(
            lines,
            Mask::MAX,
            &mut each.before,
            &mut out.components,
            false,
        );
        out.open.0 |= lines.is_none();
    }
    for got in varied.gets.iter().filter(|g| g.programme == programme) {
        out.after |= got.members;
        let lines = got.lines.as_ref();
        take(lines, Mask::MAX, &mut each.after, &mut out.components, true);
        out.open.1 |= lines.is_none();
    }
    if let Some(family) = &subject.family {
        // Who holds what by their own lines: no case says so, so that it moves no money.
        let holds = family.holds(key);
        let open = |found: &Found| stands(&found.said, programme, holds);
        out.row.gap_before = Sum::of(out.before & !holds, 0);
        out.row.gap_after = Sum::of(out.after & !holds, 0);
        if !open(base) {
            out.row.over_before = Sum::of(holds & !out.before, 0);
        }
        if !open(varied) {
            out.row.over_after = Sum::of(holds & !out.after, 0);
        }
    }
    maybe(subject, (base, varied), &mut out);
    finish(out, &each)
}

/// Paid before is what awards say; whoever newly qualifies enters, and whose ground is gone leaves.
fn by_awards(
    subject: &Subject,
    (base, varied): (&Found, &Found),
    programme: u16,
    key: &str,
) -> Compared {
    let mut out = Compared {
        programme,
        ..Compared::default()
    };
    let mut each = Tally {
        before: [0; MOST_MEMBERS],
        after: [0; MOST_MEMBERS],
    };
    let mut held_by: Mask = 0;
    for (n, held) in subject.held.iter().enumerate() {
        if *held.programme != *key {
            continue;
        }
        let covered = held.members.iter().take(usize::from(held.covered));
        let members = mask(covered.map(|m| usize::from(*m)));
        held_by |= members;
        out.before |= members;
        let was = base.held.get(n).and_then(Option::as_ref);
        take(was, Mask::MAX, &mut each.before, &mut out.components, false);
        out.open.0 |= was.is_none();
        let stood = stands(&base.said, programme, members);
        let stands = stands(&varied.said, programme, members);
        let read = subject.family.is_some();
        if read && !stood {
            out.row.over_before += Sum::of(members, fen(was));
        }
        if read && !stands {
            let now = varied.held.get(n).and_then(Option::as_ref);
            out.row.over_after += Sum::of(members, fen(now));
        }
        if stood && !stands {
            continue;
        }
        out.after |= members;
        let now = varied.held.get(n).and_then(Option::as_ref);
        take(now, Mask::MAX, &mut each.after, &mut out.components, true);
        out.open.1 |= now.is_none();
    }
    let of = |found: &Found| {
        let gets = found.gets.iter().filter(|g| g.programme == programme);
        gets.fold(0, |all: Mask, got| all | got.members)
    };
    let qualified = of(base);
    out.row.gap_before = Sum::of(qualified & !held_by, 0);
    out.row.gap_after = Sum::of(of(varied) & !held_by, 0);
    for got in varied.gets.iter().filter(|g| g.programme == programme) {
        let new = got.members & !held_by & !qualified;
        if new == 0 {
            continue;
        }
        out.after |= new;
        take(
            got.lines.as_ref(),
            new,
            &mut each.after,
            &mut out.components,
            true,
        );
        out.open.1 |= got.lines.is_none();
    }
    if held_by == 0 {
        maybe(subject, (base, varied), &mut out);
    }
    finish(out, &each)
}

/// Whether those whom an award covers still qualify, or may.
fn stands(said: &[Said], programme: u16, members: Mask) -> bool {
    said.iter().any(|(p, member, verdict)| {
        *p == programme
            && (*member < 0 || members >> *member & 1 == 1)
            && matches!(verdict, Verdict::Qualifies | Verdict::Unknown)
    })
}

/// Who is unknown on either side, and who failed and may now qualify.
fn maybe(subject: &Subject, (base, varied): (&Found, &Found), out: &mut Compared) {
    let everybody = mask(0..usize::from(subject.persons));
    let open = |said: &[Said]| {
        let mine = said.iter().filter(|s| s.0 == out.programme);
        let mut members: Mask = 0;
        for (_, member, verdict) in mine {
            if *verdict == Verdict::Unknown {
                members |= match *member {
                    -1 => everybody,
                    member => 1 << member,
                };
            }
        }
        members
    };
    let (was, is) = (open(&base.said), open(&varied.said));
    if out.before == 0 {
        out.row.unknown_before = Sum::of(was, 0);
    }
    if out.after == 0 {
        out.row.unknown_after = Sum::of(is, 0);
    }
    if out.before == 0 && out.after == 0 && was == 0 {
        out.possible = is;
        out.row.possible = Sum::of(is, 0);
    }
}

fn fen(lines: Option<&Lines>) -> i64 {
    lines.map_or(0, |l| l.iter().map(|l| l.2).sum())
}

/// Adds lines of some members to their sums and to the components'.
fn take(
    lines: Option<&Lines>,
    members: Mask,
    each: &mut Each,
    components: &mut Vec<(u16, i64, i64)>,
    after: bool,
) {
    for (component, member, fen) in lines.into_iter().flat_map(|l| l.iter()) {
        if members >> *member & 1 == 0 {
            continue;
        }
        each[usize::from(*member)] += fen;
        let known = components.iter().position(|c| c.0 == *component);
        let at = known.unwrap_or_else(|| {
            components.push((*component, 0, 0));
            components.len() - 1
        });
        if after {
            components[at].2 += fen;
        } else {
            components[at].1 += fen;
        }
    }
}

fn finish(mut out: Compared, each: &Tally) -> Compared {
    out.fen = (each.before.iter().sum(), each.after.iter().sum());
    let row = &mut out.row;
    row.before = Sum::of(out.before, out.fen.0);
    row.after = Sum::of(out.after, out.fen.1);
    row.open_after = Sum::of(if out.open.1 { out.after } else { 0 }, 0);
    let of = |members: Mask, each: &Each| -> i64 { bits(members).map(|m| each[m]).sum() };
    let (new, gone, stay) = (
        out.after & !out.before,
        out.before & !out.after,
        out.before & out.after,
    );
    row.enter = Sum {
        households: i64::from(out.before == 0 && out.after != 0),
        ..Sum::of(new, of(new, &each.after))
    };
    row.leave = Sum {
        households: i64::from(out.before != 0 && out.after == 0),
        ..Sum::of(gone, of(gone, &each.before))
    };
    let moved = mask(bits(stay).filter(|m| each.before[*m] != each.after[*m]));
    let step = of(stay, &each.after) - of(stay, &each.before);
    if step > 0 {
        row.raise = Sum::of(moved, step);
    } else if step < 0 {
        row.lower = Sum::of(moved, -step);
    }
    out
}
