//! Folding the members of each household.

use super::eval::{Col, Kind, Walk};
use super::num::{Cell, Numbers, total};
use crate::tree::{Aggregate, Field, Node, Op};
use crate::types::Entity;
use crate::value::Value;
use std::rc::Rc;

impl Walk<'_> {
    /// A figure for each household over its members.
    pub fn fold(&mut self, kind: Aggregate, list: &Node) -> Option<Col> {
        let (kept, field) = self.members(list)?;
        let households = self.batch.households();
        let persons = self.batch.rows(Entity::Person)?;
        let first = &self.batch.first;
        let range = |h: usize| first[h] as usize..first[h + 1] as usize;
        let all = vec![true; if kept.is_none() { persons } else { 0 }];
        let (keep, mut valid) = match kept.as_deref().map(|k| (&k.kind, k)) {
            None => (all, None),
            Some((Kind::Booleans(b), kept)) => {
                let whole = |h: usize| range(h).all(|p| kept.has(p));
                let marks = kept.valid.is_some();
                (
                    b.clone(),
                    marks.then(|| (0..households).map(whole).collect()),
                )
            }
            Some((Kind::Same(Value::Boolean(b)), Col { valid: None, .. })) => {
                (vec![*b; persons], None)
            }
            _ => return None,
        };
        if kind == Aggregate::Count {
            let count = |h: usize| {
                let value = range(h).filter(|p| keep[*p]).count() as i64;
                Some(Cell { value, under: 1 })
            };
            let numbers = Numbers::build(households, 0, &mut valid, false, count);
            return Some(Col {
                kind: Kind::Numbers(numbers),
                valid,
            });
        }
        let column = self.field(field?, Entity::Person)?;
        match kind {
            Aggregate::Sum | Aggregate::Total => {
                let numbers = column.numbers()?;
                let fractions = !numbers.under.is_empty();
                if column.valid.is_none() && numbers.sums_fit(persons) {
                    let mut values = Vec::with_capacity(households);
                    for h in 0..households {
                        let (mut sum, mut some) = (0, kind == Aggregate::Total);
                        for p in range(h) {
                            sum += numbers.values[p] * i64::from(keep[p]);
                            some |= keep[p];
                        }
                        values.push(sum);
                        if !some {
                            valid.get_or_insert_with(|| vec![true; households])[h] = false;
                        }
                    }
                    let kind = Kind::Numbers(Numbers {
                        scale: numbers.scale,
                        values,
                        under: Vec::new(),
                    });
                    return Some(Col { kind, valid });
                }
                let sum = |h: usize| {
                    let mut rows = range(h).filter(|p| keep[*p]);
                    if !rows.clone().all(|p| column.has(p)) {
                        return None;
                    }
                    if kind == Aggregate::Sum && rows.clone().next().is_none() {
                        return None;
                    }
                    total(&numbers, &mut rows)
                };
                let numbers = Numbers::build(households, numbers.scale, &mut valid, fractions, sum);
                Some(Col {
                    kind: Kind::Numbers(numbers),
                    valid,
                })
            }
            _ => None,
        }
    }

    /// Which members a list has, and which field of them.
    #[allow(clippy::type_complexity)]
    fn members(&mut self, node: &Node) -> Option<(Option<Rc<Col>>, Option<Field>)> {
        match &node.op {
            Op::Rows(Entity::Person) => Some((None, None)),
            Op::Filter(list, condition, true) => match list.op {
                Op::Rows(Entity::Person) => {
                    let kept = self.eval(condition, Entity::Person, true)?;
                    Some((Some(kept), None))
                }
                _ => None,
            },
            Op::Project(list, field) => {
                let (kept, inner) = self.members(list)?;
                inner.is_none().then_some((kept, Some(*field)))
            }
            _ => None,
        }
    }
}
