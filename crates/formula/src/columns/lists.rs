//! Folding the members of each household.

use super::col::{Col, HAS, Kind, NULL, OPEN, State};
use super::data::{Buffer, Data, between};
use super::num::Numbers;
use super::walk::Walk;
use crate::tree::{Aggregate, Field, Node, Op};
use crate::types::Entity;
use std::rc::Rc;

/// Which members a list has.
struct Kept<'w> {
    /// The column of the condition, where there is one.
    column: Option<Rc<Col<'w>>>,
    keep: Data<'w, bool>,
    /// Of the households: whether it is known of all members.
    state: State<'w>,
}

impl<'w> Walk<'w> {
    /// A figure for each household over its members.
    pub fn fold(&mut self, kind: Aggregate, list: &Node) -> Col<'w> {
        self.folded(kind, list).unwrap_or_else(Col::open)
    }

    fn folded(&mut self, kind: Aggregate, list: &Node) -> Option<Col<'w>> {
        let (kept, field) = self.members(list)?;
        if kind == Aggregate::Count {
            let counts = self.counts(&kept);
            let most = self.most() as i64;
            return Some(Col {
                kind: Kind::Numbers(Numbers::exact(counts, 1, 0, most)),
                state: kept.state,
            });
        }
        if !matches!(kind, Aggregate::Sum | Aggregate::Total) {
            return None;
        }
        let column = self.field(field?, Entity::Person);
        let Kind::Numbers(numbers) = &column.kind else {
            return None;
        };
        let (first, most) = (self.first(), self.most());
        let sums = numbers.sum(&kept.keep, first, most)?;
        let mut state = kept.state.clone();
        if let Some(said) = &column.state {
            let odd = said.zip(&kept.keep, |s, kept| kept && s != HAS);
            state = worse(state, self.any(&odd));
        }
        if kind == Aggregate::Sum {
            // The standard's sum of nothing is null.
            let counts = self.counts(&kept);
            if counts.all().contains(&0) {
                let none = counts.map(|n| if n == 0 { NULL } else { HAS });
                state = worse(state, none);
            }
        }
        Some(Col {
            kind: Kind::Numbers(sums),
            state,
        })
    }

    /// `some` and `every` over members.
    pub fn quantify(&mut self, every: bool, domain: &Node, condition: &Node) -> Col<'w> {
        let Some((kept, None)) = self.members(domain) else {
            return Col::open();
        };
        let column = self.eval(condition, Entity::Person, true);
        let Kind::Booleans(values) = &column.kind else {
            return Col::open();
        };
        // Looked for is one that decides.
        let found = values.zip(&kept.keep, |v, kept| kept && v != every);
        let any = self.any(&found).map(|s| (s == OPEN) != every);
        let mut state = kept.state.clone();
        if let Some(said) = &column.state {
            let odd = said.zip(&kept.keep, |s, kept| kept && s != HAS);
            state = worse(state, self.any(&odd));
        }
        Col {
            kind: Kind::Booleans(any),
            state,
        }
    }

    /// Which members a list has, and which field of them.
    fn members(&mut self, node: &Node) -> Option<(Kept<'w>, Option<Field>)> {
        match &node.op {
            Op::Rows(Entity::Person) => Some((
                Kept {
                    column: None,
                    keep: Data::One(true),
                    state: None,
                },
                None,
            )),
            Op::Filter(list, condition, true) if matches!(list.op, Op::Rows(Entity::Person)) => {
                let column = self.eval(condition, Entity::Person, true);
                let Kind::Booleans(keep) = &column.kind else {
                    return None;
                };
                let odd = column.state.as_ref().map(|s| s.map(|s| s != HAS));
                let kept = Kept {
                    keep: keep.clone(),
                    state: odd.map(|odd| self.any(&odd)),
                    column: Some(column.clone()),
                };
                Some((kept, None))
            }
            Op::Project(list, field) => {
                let (kept, inner) = self.members(list)?;
                inner.is_none().then_some((kept, Some(*field)))
            }
            _ => None,
        }
    }

    /// How many members of each household are kept; counted once for a condition.
    fn counts(&mut self, kept: &Kept<'w>) -> Data<'w, i64> {
        let Some(column) = &kept.column else {
            return self.count(&Data::One(true));
        };
        let known = self.counted.iter().find(|(c, _)| Rc::ptr_eq(c, column));
        if let Some((_, counts)) = known {
            return counts.clone();
        }
        let counts = self.count(&kept.keep);
        self.counted.push((column.clone(), counts.clone()));
        counts
    }

    /// How many members of each household are so. All members up to each are
    /// counted first: no household then needs a loop of its own.
    fn count(&self, which: &Data<'w, bool>) -> Data<'w, i64> {
        let first = self.first();
        if let Some(all) = which.one() {
            let each = first.windows(2);
            return Data::made(each.map(|w| i64::from(w[1] - w[0]) * i64::from(all)));
        }
        let mut sum = 0;
        let sums = std::iter::once(0).chain(which.all().iter().map(|b| {
            sum += i64::from(*b);
            sum
        }));
        between(&Buffer::of(sums), first)
    }

    /// Households with a member that is so cannot be had.
    fn any(&self, which: &Data<'w, bool>) -> Data<'w, u8> {
        let open = |n: i64| if n > 0 { OPEN } else { HAS };
        self.count(which).map(open)
    }
}

fn worse<'w>(state: State<'w>, other: Data<'w, u8>) -> State<'w> {
    match state {
        None => Some(other),
        Some(state) => Some(state.zip(&other, u8::max)),
    }
}
