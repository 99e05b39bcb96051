//! The walk over the tree.

use super::batch::{Batch, Column};
use super::num::{Marks, Numbers};
use crate::eval::Plan;
use crate::functions::Builtin;
use crate::number::Number;
use crate::program::{Linked, VariableId};
use crate::schema::FactId;
use crate::syntax::Compare;
use crate::tree::{Aggregate, Field, Node, Op};
use crate::types::Entity;
use crate::value::{Bounds, Value};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

/// What the rows hold.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Numbers(Numbers),
    Booleans(Vec<bool>),
    Words(Vec<Value>, Vec<u32>),
    /// The same in every row.
    Same(Value),
}

/// A column, with a mark for each row that it has.
#[derive(Clone, Debug)]
pub(super) struct Col {
    pub kind: Kind,
    pub valid: Marks,
}

impl Col {
    /// Rows that have nothing.
    fn nothing(rows: usize) -> Col {
        Col {
            kind: Kind::Same(Value::Null),
            valid: Some(vec![false; rows]),
        }
    }

    fn booleans_of(values: Vec<bool>) -> Col {
        Col {
            kind: Kind::Booleans(values),
            valid: None,
        }
    }

    /// Whether a row has something.
    pub fn has(&self, row: usize) -> bool {
        self.valid.as_ref().is_none_or(|v| v[row])
    }

    /// The value of a row; none where it has none.
    pub fn value(&self, row: usize) -> Option<Value> {
        if !self.has(row) {
            return None;
        }
        match &self.kind {
            Kind::Numbers(n) => n.number(row).map(Value::Number),
            Kind::Booleans(b) => Some(Value::Boolean(b[row])),
            Kind::Words(words, places) => Some(words[places[row] as usize].clone()),
            Kind::Same(value) => Some(value.clone()),
        }
    }

    /// As yes or no; a row that is neither is marked.
    fn booleans(&self, rows: usize) -> Option<Cow<'_, [bool]>> {
        match &self.kind {
            Kind::Booleans(b) => Some(Cow::Borrowed(b)),
            Kind::Same(Value::Boolean(b)) => Some(Cow::Owned(vec![*b; rows])),
            // Nothing of it is valid.
            Kind::Same(Value::Null) => Some(Cow::Owned(vec![false; rows])),
            _ => None,
        }
    }

    pub fn numbers(&self) -> Option<Cow<'_, Numbers>> {
        match &self.kind {
            Kind::Numbers(n) => Some(Cow::Borrowed(n)),
            Kind::Same(Value::Number(n)) => Numbers::of(*n).map(Cow::Owned),
            _ => None,
        }
    }
}

fn both(a: &Col, b: &Col) -> Marks {
    match (&a.valid, &b.valid) {
        (None, None) => None,
        (Some(v), None) | (None, Some(v)) => Some(v.clone()),
        (Some(a), Some(b)) => Some(a.iter().zip(b).map(|(a, b)| *a && *b).collect()),
    }
}

pub(super) struct Walk<'w> {
    plan: &'w Plan,
    pub batch: &'w Batch,
    done: HashMap<VariableId, Option<Rc<Col>>>,
    given: HashMap<FactId, Rc<Col>>,
}

impl<'w> Walk<'w> {
    pub fn new(linked: &'w Linked<'_>, batch: &'w Batch) -> Walk<'w> {
        Walk {
            plan: linked.folded(),
            batch,
            done: HashMap::new(),
            given: HashMap::new(),
        }
    }

    /// The column of a variable; none where it has none.
    pub fn variable(&mut self, id: VariableId) -> Option<Rc<Col>> {
        if let Some(done) = self.done.get(&id) {
            return done.clone();
        }
        let plan = self.plan;
        let (entity, _) = *plan.places.get(id.index())?;
        let column = self
            .batch
            .rows(entity)
            .and_then(|_| self.eval(&plan.nodes[id.index()], entity, false));
        self.done.insert(id, column.clone());
        column
    }

    /// A field of the rows of an entity, seen from the rows of another.
    pub fn field(&mut self, field: Field, from: Entity) -> Option<Rc<Col>> {
        let column = match field {
            Field::Variable(id, _) => self.variable(id)?,
            Field::Fact(id, rule) => self.fact(id, rule)?,
        };
        let single = |e: Entity| matches!(e, Entity::Household | Entity::Award);
        match (field.entity(), from) {
            (of, from) if of == from || single(of) && single(from) => Some(column),
            (of, Entity::Person) if single(of) => Some(Rc::new(self.gather(&column))),
            _ => None,
        }
    }

    /// What each household has, for each of its members.
    fn gather(&self, column: &Col) -> Col {
        let of = &self.batch.of;
        let kind = match &column.kind {
            Kind::Numbers(n) => Kind::Numbers(n.gather(of)),
            Kind::Booleans(b) => Kind::Booleans(of.iter().map(|h| b[*h as usize]).collect()),
            Kind::Words(words, places) => {
                let places = of.iter().map(|h| places[*h as usize]).collect();
                Kind::Words(words.clone(), places)
            }
            Kind::Same(value) => Kind::Same(value.clone()),
        };
        let valid = column.valid.as_ref();
        let valid = valid.map(|v| of.iter().map(|h| v[*h as usize]).collect());
        Col { kind, valid }
    }

    fn fact(&mut self, id: FactId, rule: Option<VariableId>) -> Option<Rc<Col>> {
        let rows = self.batch.rows(id.entity())?;
        let batch = self.batch;
        let Some((column, known)) = &batch.columns[id.entity() as usize][id.slot()] else {
            // Nobody has said anything: what the rule gives, but never a null.
            return rule
                .and_then(|rule| self.variable(rule))
                .filter(|c| !matches!(c.kind, Kind::Same(Value::Null)));
        };
        if let Some(done) = self.given.get(&id) {
            return Some(done.clone());
        }
        let kind = match column {
            Column::Numbers { values, scale } => Kind::Numbers(Numbers {
                scale: *scale,
                values: values.clone(),
                under: Vec::new(),
            }),
            Column::Booleans(values) => Kind::Booleans(values.clone()),
            Column::Words { words, places } => Kind::Words(words.clone(), places.clone()),
        };
        let given = Col {
            kind,
            valid: known.clone(),
        };
        let column = match (known, rule.and_then(|rule| self.variable(rule))) {
            // Where nobody has said, the rule.
            (Some(known), Some(rest)) => {
                let marks = Col::booleans_of(known.clone());
                choose(&marks, &given, &rest, rows).unwrap_or(given)
            }
            _ => given,
        };
        let column = Rc::new(column);
        self.given.insert(id, column.clone());
        Some(column)
    }

    /// The column of a tree for the rows of an entity; `item` where it stands
    /// inside a filter over members, whose rows these are.
    pub fn eval(&mut self, node: &Node, entity: Entity, item: bool) -> Option<Rc<Col>> {
        match &node.op {
            // Inside a filter an own field is that of the row outside.
            Op::Own(field) if item && field.entity() == Entity::Person => None,
            Op::Own(field) => self.field(*field, entity),
            Op::FieldOf(row, field) if item => match row.op {
                Op::Local { up: 0, index: 0 } => self.field(*field, entity),
                _ => None,
            },
            _ => self.compute(node, entity, item).map(Rc::new),
        }
    }

    fn compute(&mut self, node: &Node, entity: Entity, item: bool) -> Option<Col> {
        let rows = self.batch.rows(entity)?;
        match &node.op {
            Op::Const(value) if value.is_null() || value.missing().is_some() => {
                Some(Col::nothing(rows))
            }
            Op::Const(value) => Some(Col {
                kind: Kind::Same(value.clone()),
                valid: None,
            }),
            Op::Arith(op, a, b) => {
                let (a, b) = (self.eval(a, entity, item)?, self.eval(b, entity, item)?);
                let mut valid = both(&a, &b);
                let (x, y) = (a.numbers()?, b.numbers()?);
                let kind = Kind::Numbers(Numbers::arith(*op, &x, &y, rows, &mut valid)?);
                Some(Col { kind, valid })
            }
            Op::Negate(a) => {
                let a = self.eval(a, entity, item)?;
                Some(Col {
                    kind: Kind::Numbers(a.numbers()?.into_owned().negate()),
                    valid: a.valid.clone(),
                })
            }
            Op::Compare(op, a, b) => {
                let (a, b) = (self.eval(a, entity, item)?, self.eval(b, entity, item)?);
                compare(*op, &a, &b, rows)
            }
            Op::And(a, b) | Op::Or(a, b) => {
                let (a, b) = (
                    self.part(a, entity, item, rows),
                    self.part(b, entity, item, rows),
                );
                logic(&a, &b, matches!(node.op, Op::Or(..)), rows)
            }
            Op::If(condition, yes, no) => {
                let condition = self.eval(condition, entity, item)?;
                let yes = self.part(yes, entity, item, rows);
                let no = self.part(no, entity, item, rows);
                choose(&condition, &yes, &no, rows)
            }
            Op::In(value, tests) => {
                let value = self.eval(value, entity, item)?;
                let mut all: Option<Col> = None;
                for test in tests {
                    let one = self.passes(&value, test, entity, item)?;
                    all = Some(match all {
                        Some(all) => logic(&all, &one, true, rows)?,
                        None => one,
                    });
                }
                all
            }
            Op::Round(mode, value, scale) => {
                let decimals = match scale.as_deref().map(|s| &s.op) {
                    None => 0,
                    Some(Op::Const(Value::Number(n))) => u8::try_from(n.to_i64()?).ok()?,
                    Some(_) => return None,
                };
                let a = self.eval(value, entity, item)?;
                let mut valid = a.valid.clone();
                let numbers = a.numbers()?.round(decimals, *mode, rows, &mut valid)?;
                Some(Col {
                    kind: Kind::Numbers(numbers),
                    valid,
                })
            }
            Op::Aggregate(kind, args) if args.len() == 1 => {
                if item || entity == Entity::Person {
                    return None;
                }
                self.fold(*kind, &args[0])
            }
            Op::Aggregate(kind @ (Aggregate::Min | Aggregate::Max), args) => {
                let mut most = self.eval(&args[0], entity, item)?;
                let op = if *kind == Aggregate::Max {
                    Compare::Ge
                } else {
                    Compare::Le
                };
                for arg in &args[1..] {
                    let other = self.eval(arg, entity, item)?;
                    let first = compare(op, &most, &other, rows)?;
                    most = Rc::new(choose(&first, &most, &other, rows)?);
                }
                Some((*most).clone())
            }
            Op::IsGiven(fact) if fact.entity() == entity && !item => {
                let column = &self.batch.columns[entity as usize][fact.slot()];
                Some(match column {
                    Some((_, Some(known))) => Col::booleans_of(known.clone()),
                    given => Col {
                        kind: Kind::Same(Value::Boolean(given.is_some())),
                        valid: None,
                    },
                })
            }
            Op::Call(Builtin(spec), args) if spec.name == "not" && args.len() == 1 => {
                let a = self.eval(&args[0], entity, item)?;
                let kind = match &a.kind {
                    Kind::Same(Value::Boolean(b)) => Kind::Same(Value::Boolean(!b)),
                    _ => Kind::Booleans(a.booleans(rows)?.iter().map(|b| !b).collect()),
                };
                Some(Col {
                    kind,
                    valid: a.valid.clone(),
                })
            }
            Op::Lookup(table, key) => {
                let key = self.eval(key, entity, item)?;
                let (Op::Const(Value::Context(table)), Kind::Words(words, places)) =
                    (&table.op, &key.kind)
                else {
                    return None;
                };
                let found: Vec<Option<Number>> = words
                    .iter()
                    .map(|w| table.get(w.as_text()?)?.as_number())
                    .collect();
                let each = |n: &Option<Number>| n.map_or(Some(0), |n| n.to_fen());
                let fen: Vec<i64> = found.iter().map(each).collect::<Option<_>>()?;
                let here = |n: usize| key.has(n) && found[places[n] as usize].is_some();
                Some(Col {
                    kind: Kind::Numbers(Numbers {
                        scale: 2,
                        values: (0..rows).map(|n| fen[places[n] as usize]).collect(),
                        under: Vec::new(),
                    }),
                    valid: Some((0..rows).map(here).collect()),
                })
            }
            _ => None,
        }
    }

    /// As `eval`; what has no column has no row.
    fn part(&mut self, node: &Node, entity: Entity, item: bool, rows: usize) -> Rc<Col> {
        let column = self.eval(node, entity, item);
        column.unwrap_or_else(|| Rc::new(Col::nothing(rows)))
    }

    fn passes(&mut self, value: &Col, test: &Node, entity: Entity, item: bool) -> Option<Col> {
        let rows = self.batch.rows(entity)?;
        let same = |v: &Value| Col {
            kind: Kind::Same(v.clone()),
            valid: None,
        };
        match &test.op {
            Op::Const(Value::Range(range)) => match &range.0 {
                Bounds::Test(op, other) => compare(*op, value, &same(other), rows),
                Bounds::Between {
                    low,
                    low_in,
                    high,
                    high_in,
                } => {
                    let above = if *low_in { Compare::Ge } else { Compare::Gt };
                    let below = if *high_in { Compare::Le } else { Compare::Lt };
                    let above = compare(above, value, &same(low), rows)?;
                    let below = compare(below, value, &same(high), rows)?;
                    logic(&above, &below, false, rows)
                }
            },
            Op::Const(Value::List(_) | Value::Context(_)) => None,
            Op::Const(_) => {
                let other = self.eval(test, entity, item)?;
                compare(Compare::Eq, value, &other, rows)
            }
            _ => None,
        }
    }
}

fn holds(op: Compare, order: Ordering) -> bool {
    match op {
        Compare::Eq => order == Ordering::Equal,
        Compare::Ne => order != Ordering::Equal,
        Compare::Lt => order == Ordering::Less,
        Compare::Le => order != Ordering::Greater,
        Compare::Gt => order == Ordering::Greater,
        Compare::Ge => order != Ordering::Less,
    }
}

fn compare(op: Compare, a: &Col, b: &Col, rows: usize) -> Option<Col> {
    let mut valid = both(a, b);
    let equality = matches!(op, Compare::Eq | Compare::Ne);
    let word = |c: &Col, row: usize| match &c.kind {
        Kind::Words(words, places) => words[places[row] as usize].clone(),
        Kind::Same(value) => value.clone(),
        _ => Value::Null,
    };
    let kind = match (&a.kind, &b.kind) {
        (Kind::Same(x @ Value::Text(_)), Kind::Same(y @ Value::Text(_))) if equality => {
            Kind::Same(Value::Boolean((x == y) == (op == Compare::Eq)))
        }
        (Kind::Words(words, places), Kind::Same(Value::Text(text)))
        | (Kind::Same(Value::Text(text)), Kind::Words(words, places))
            if equality =>
        {
            let same = words.iter().map(|w| w.as_text() == Some(text));
            let same: Vec<bool> = same.map(|s| s == (op == Compare::Eq)).collect();
            Kind::Booleans(places.iter().map(|p| same[*p as usize]).collect())
        }
        (Kind::Words(..), Kind::Words(..)) if equality => {
            let same = |n: usize| (word(a, n) == word(b, n)) == (op == Compare::Eq);
            Kind::Booleans((0..rows).map(same).collect())
        }
        (Kind::Booleans(_) | Kind::Same(Value::Boolean(_)), _) if equality => {
            let (x, y) = (a.booleans(rows)?, b.booleans(rows)?);
            let each = x.iter().zip(y.iter());
            Kind::Booleans(each.map(|(x, y)| (x == y) == (op == Compare::Eq)).collect())
        }
        _ => {
            let (x, y) = (a.numbers()?, b.numbers()?);
            let all = x.compare(&y, rows, |order| holds(op, order));
            Kind::Booleans(all.unwrap_or_else(|| {
                let each = |n: usize| match x.order(n, &y) {
                    Some(order) => holds(op, order),
                    None => {
                        valid.get_or_insert_with(|| vec![true; rows])[n] = false;
                        false
                    }
                };
                (0..rows).map(each).collect()
            }))
        }
    };
    Some(Col { kind, valid })
}

/// `and`, or `or` where `decides` is true: one that decides does so alone.
fn logic(a: &Col, b: &Col, decides: bool, rows: usize) -> Option<Col> {
    for (one, other) in [(a, b), (b, a)] {
        if let (Kind::Same(Value::Boolean(same)), None) = (&one.kind, &one.valid) {
            if *same == decides {
                return Some(one.clone());
            }
            other.booleans(rows)?;
            return Some(other.clone());
        }
    }
    let (x, y) = (a.booleans(rows)?, b.booleans(rows)?);
    let (values, valid) = if a.valid.is_none() && b.valid.is_none() {
        let each = x.iter().zip(y.iter());
        let values = if decides {
            each.map(|(x, y)| x | y).collect()
        } else {
            each.map(|(x, y)| x & y).collect()
        };
        (values, None)
    } else {
        let decided = |n: usize| a.has(n) && x[n] == decides || b.has(n) && y[n] == decides;
        let values = (0..rows).map(|n| decided(n) == decides).collect();
        let valid = (0..rows).map(|n| decided(n) || a.has(n) && b.has(n));
        (values, Some(valid.collect()))
    };
    Some(Col {
        kind: Kind::Booleans(values),
        valid,
    })
}

fn choose(condition: &Col, yes: &Col, no: &Col, rows: usize) -> Option<Col> {
    if let (Kind::Same(Value::Boolean(taken)), None) = (&condition.kind, &condition.valid) {
        return Some(if *taken { yes } else { no }.clone());
    }
    let pick = condition.booleans(rows)?;
    let whole = condition.valid.is_none() && yes.valid.is_none() && no.valid.is_none();
    let here = |n: usize| condition.has(n) && if pick[n] { yes.has(n) } else { no.has(n) };
    let mut valid: Marks = (!whole).then(|| (0..rows).map(here).collect());
    // A side that has nothing is never taken where the marks hold.
    let null = |c: &Col| matches!(c.kind, Kind::Same(Value::Null));
    let (yes, no) = match (null(yes), null(no)) {
        (true, _) => (no, no),
        (_, true) => (yes, yes),
        _ => (yes, no),
    };
    let kind = match (&yes.kind, &no.kind) {
        (Kind::Same(a), Kind::Same(b)) if a == b => Kind::Same(a.clone()),
        (Kind::Booleans(_) | Kind::Same(Value::Boolean(_)), _) => {
            let (a, b) = (yes.booleans(rows)?, no.booleans(rows)?);
            Kind::Booleans(
                (0..rows)
                    .map(|n| if pick[n] { a[n] } else { b[n] })
                    .collect(),
            )
        }
        (Kind::Words(..) | Kind::Same(Value::Text(_)), _) => words(&pick, yes, no)?,
        _ => {
            let (a, b) = (yes.numbers()?, no.numbers()?);
            Kind::Numbers(Numbers::choose(&pick, &a, &b, rows, &mut valid))
        }
    };
    Some(Col { kind, valid })
}

fn words(pick: &[bool], yes: &Col, no: &Col) -> Option<Kind> {
    let parts = |c: &Col| match &c.kind {
        Kind::Words(words, places) => Some((words.clone(), places.clone())),
        Kind::Same(text @ Value::Text(_)) => Some((vec![text.clone()], vec![0; pick.len()])),
        _ => None,
    };
    let ((mut all, first), (more, second)) = (parts(yes)?, parts(no)?);
    let shift = all.len() as u32;
    all.extend(more);
    let place = |n: usize| {
        if pick[n] { first[n] } else { second[n] + shift }
    };
    Some(Kind::Words(all, (0..pick.len()).map(place).collect()))
}
