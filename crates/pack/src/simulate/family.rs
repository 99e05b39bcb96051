//! A family with only the facts that formulas ask for, small enough to hold a county.

use crate::rules::{Case, Compiled};
use formula::{Entity, Fact, FactId, Family, Row, Schema};
use std::collections::HashSet;

/// The members of a family as bits.
pub(crate) type Mask = u128;

/// Most members that a family may have here; a larger one is a mistake of whoever joined rows.
pub(crate) const MOST_MEMBERS: usize = 100;

/// The facts that any condition, amount or limit asks for.
#[derive(Debug)]
pub(crate) struct Asked(Vec<FactId>);

impl Asked {
    pub fn of(compiled: &Compiled) -> Asked {
        let program = &compiled.program;
        let mut facts: HashSet<FactId> = HashSet::new();
        for plan in &compiled.programmes {
            let parts = plan.components.iter().map(|c| c.variable);
            let parts = parts.chain(plan.checks.iter().map(|c| c.variable));
            let parts = parts.chain(plan.ways.iter().filter_map(|w| w.covered));
            let ways = plan.ways.iter();
            let conditions = ways.flat_map(|w| w.applies.iter().chain(&w.conditions));
            for variable in parts.chain(conditions.map(|c| c.variable)) {
                facts.extend(program.facts_of(variable));
            }
        }
        let all = program.schema().fact_ids();
        Asked(all.filter(|f| facts.contains(f)).collect())
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

    /// The family in slots again.
    pub fn case(&self, schema: &Schema) -> Case {
        let full = |entity: Entity, kept: &Kept| {
            let mut row = Row::new(schema, entity);
            for (id, fact) in kept {
                row.set(*id, fact.clone());
            }
            row
        };
        Case {
            family: Family {
                household: full(Entity::Household, &self.household),
                members: self
                    .members
                    .iter()
                    .map(|m| full(Entity::Person, m))
                    .collect(),
                supporters: self
                    .supporters
                    .as_ref()
                    .map(|s| s.iter().map(|s| full(Entity::Supporter, s)).collect()),
                award: Some(full(Entity::Award, &self.award)),
            },
            covered: (0..self.members.len())
                .filter(|m| self.covered >> m & 1 == 1)
                .collect(),
            holds: self.holds.to_vec(),
        }
    }
}

/// Members as bits; those beyond the limit are left out.
pub(crate) fn mask(members: impl IntoIterator<Item = usize>) -> Mask {
    members
        .into_iter()
        .filter(|m| *m < MOST_MEMBERS)
        .fold(0, |mask, m| mask | 1 << m)
}
