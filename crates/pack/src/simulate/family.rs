//! A family with only the facts that formulas ask for, small enough to hold a county.

use crate::rules::{Case, Compiled};
use formula::{Entity, Fact, FactId, Row, Schema};

/// The members of a family as bits.
pub(crate) type Mask = u128;

/// Most members that a family may have here; a larger one is a mistake of whoever joined rows.
pub(crate) const MOST_MEMBERS: usize = 100;

/// The facts that any condition, amount or limit asks for.
#[derive(Debug)]
pub(crate) struct Asked(Vec<FactId>);

impl Asked {
    pub fn of(compiled: &Compiled) -> Asked {
        let plans = compiled.programmes.iter();
        let variables = plans.flat_map(|p| p.amounts().chain(p.conditions()));
        Asked(compiled.program.facts_of(variables))
    }

    fn kept(&self, row: &Row) -> Box<[(FactId, Fact)]> {
        let own = self.0.iter().filter(|f| f.entity() == row.entity());
        own.filter_map(|f| match row.get(*f) {
            Fact::Unknown => None,
            fact => Some((*f, fact.clone())),
        })
        .collect()
    }
}

type Kept = Box<[(FactId, Fact)]>;

/// A family, sparse.
#[derive(Debug, Clone)]
pub(crate) struct Small {
    household: Kept,
    members: Box<[Kept]>,
    supporters: Option<Box<[Kept]>>,
    award: Kept,
    covered: Mask,
    holds: Box<[(usize, String)]>,
}

impl Small {
    pub fn of(case: &Case, asked: &Asked) -> Small {
        let family = &case.family;
        Small {
            household: asked.kept(&family.household),
            members: family.members.iter().map(|m| asked.kept(m)).collect(),
            supporters: family
                .supporters
                .as_ref()
                .map(|s| s.iter().map(|s| asked.kept(s)).collect()),
            award: family
                .award
                .as_ref()
                .map_or_else(Box::default, |a| asked.kept(a)),
            covered: mask(case.covered.iter().copied()),
            holds: case.holds.clone().into_boxed_slice(),
        }
    }

    /// How many members it has.
    pub fn members(&self) -> usize {
        self.members.len()
    }

    /// Who holds a programme, as the line of the family says.
    pub fn holds(&self, programme: &str) -> Mask {
        let holds = self.holds.iter().filter(|(_, key)| key == programme);
        mask(holds.map(|(member, _)| *member))
    }

    /// The family in slots again, in a case that served for another: a county has tens of
    /// thousands, and a row has a slot for every fact of the vocabulary.
    pub fn fill(&self, schema: &Schema, case: &mut Case) {
        let family = &mut case.family;
        put(&mut family.household, &self.household);
        let award = family
            .award
            .get_or_insert_with(|| Row::new(schema, Entity::Award));
        put(award, &self.award);
        put_all(&mut family.members, &self.members, schema, Entity::Person);
        match &self.supporters {
            None => family.supporters = None,
            Some(kept) => {
                let rows = family.supporters.get_or_insert_default();
                put_all(rows, kept, schema, Entity::Supporter);
            }
        }
        case.covered.clear();
        let members = 0..self.members.len();
        case.covered
            .extend(members.filter(|m| self.covered >> m & 1 == 1));
        case.holds.clear();
        case.holds.extend_from_slice(&self.holds);
    }
}

fn put(row: &mut Row, kept: &Kept) {
    row.clear();
    for (id, fact) in kept {
        row.set(*id, fact.clone());
    }
}

fn put_all(rows: &mut Vec<Row>, kept: &[Kept], schema: &Schema, entity: Entity) {
    rows.resize_with(kept.len(), || Row::new(schema, entity));
    for (row, kept) in rows.iter_mut().zip(kept) {
        put(row, kept);
    }
}

/// The members of a mask, in their order.
pub(crate) fn bits(mut mask: Mask) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = mask.trailing_zeros() as usize;
        mask &= mask.wrapping_sub(1);
        (next < MOST_MEMBERS).then_some(next)
    })
}

/// Members as bits; those beyond the limit are left out.
pub(crate) fn mask(members: impl IntoIterator<Item = usize>) -> Mask {
    members
        .into_iter()
        .filter(|m| *m < MOST_MEMBERS)
        .fold(0, |mask, m| mask | 1 << m)
}
