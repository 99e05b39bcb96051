//! The walk over the tree, once for a part of a batch.

use super::batch::{Batch, Column, FAR};
use super::col::{Col, HAS, Kind, NULL, OPEN, both, choose, compare, logic, without};
use super::data::Data;
use super::num::Numbers;
use crate::eval::Plan;
use crate::functions::Builtin;
use crate::number::{Number, Round};
use crate::program::{Linked, VariableId};
use crate::schema::FactId;
use crate::syntax::Compare;
use crate::tree::{Aggregate, Arith, Field, Node, Op};
use crate::types::Entity;
use crate::value::{Bounds, Context, Value};
use std::ops::Range;
use std::rc::Rc;

/// Most steps within one another, through all variables; worker threads have
/// small stacks. What lies deeper is computed one by one.
const DEEPEST: usize = 60;

/// The row has a number that is left out.
const OUT: u8 = 4;

/// Some households of a batch, and the columns computed for them so far.
pub(super) struct Walk<'w> {
    plan: &'w Plan,
    batch: &'w Batch,
    households: Range<usize>,
    persons: Range<usize>,
    /// Whether the values of these rows are looked at one by one: those that are
    /// too far out are left out, so that the rest can be computed.
    tight: bool,
    variables: Vec<Option<Rc<Col<'w>>>>,
    facts: [Vec<Option<Rc<Col<'w>>>>; 4],
    depth: usize,
    /// How many members a condition keeps of each household.
    pub(super) counted: Vec<(Rc<Col<'w>>, Data<'w, i64>)>,
}

impl<'w> Walk<'w> {
    pub fn new(
        linked: &'w Linked<'_>,
        batch: &'w Batch,
        households: Range<usize>,
        tight: bool,
    ) -> Walk<'w> {
        let plan = linked.folded();
        let persons = batch.first[households.start] as usize..batch.first[households.end] as usize;
        Walk {
            plan,
            batch,
            households,
            persons,
            tight,
            variables: vec![None; plan.nodes.len()],
            facts: Entity::ALL.map(|e| vec![None; batch.columns[e as usize].len()]),
            depth: 0,
            counted: Vec::new(),
        }
    }

    pub fn rows(&self, entity: Entity) -> usize {
        match entity {
            Entity::Person => self.persons.len(),
            Entity::Household | Entity::Award => self.households.len(),
            Entity::Supporter => 0,
        }
    }

    /// Where the members of each household begin, and the end.
    pub fn first(&self) -> &'w [u32] {
        &self.batch.first[self.households.start..=self.households.end]
    }

    /// Most members that a household of the batch has.
    pub fn most(&self) -> usize {
        self.batch.most
    }

    /// The column of a variable.
    pub fn variable(&mut self, id: VariableId) -> Rc<Col<'w>> {
        if let Some(done) = &self.variables[id.index()] {
            return done.clone();
        }
        let plan = self.plan;
        let (entity, _) = plan.places[id.index()];
        let column = match entity {
            // No batch says anything of supporters.
            Entity::Supporter => Rc::new(Col::open()),
            _ => self.eval(&plan.nodes[id.index()], entity, false),
        };
        self.variables[id.index()] = Some(column.clone());
        column
    }

    /// A field of the rows of an entity, seen from the rows of another.
    pub fn field(&mut self, field: Field, from: Entity) -> Rc<Col<'w>> {
        let single = |e: Entity| matches!(e, Entity::Household | Entity::Award);
        let of = field.entity();
        let seen = of == from || single(of) && (single(from) || from == Entity::Person);
        if !seen {
            return Rc::new(Col::open());
        }
        let column = match field {
            Field::Variable(id, _) => self.variable(id),
            Field::Fact(id, rule) => self.fact(id, rule),
        };
        if from == Entity::Person && single(of) {
            let of = &self.batch.of[self.persons.clone()];
            return Rc::new(column.gather(of, self.households.start as u32));
        }
        column
    }

    fn fact(&mut self, id: FactId, rule: Option<VariableId>) -> Rc<Col<'w>> {
        let (entity, slot) = (id.entity(), id.slot());
        if let Some(done) = &self.facts[entity as usize][slot] {
            return done.clone();
        }
        // Where its rule is silent, a fact stays unknown.
        let rest = |walk: &mut Walk<'w>| match rule {
            Some(rule) => (*walk.variable(rule)).clone().without_null(),
            None => Col::open(),
        };
        let column = match self.given(id) {
            None => rest(self),
            Some(Col { kind, state: None }) => Col::full(kind),
            Some(Col {
                kind,
                state: Some(state),
            }) => {
                let said = Col::booleans(state.map(|s| s != OPEN));
                let state = Some(state.map(|s| if s == OUT { OPEN } else { s }));
                choose(&said, &Col { kind, state }, &rest(self))
            }
        };
        let column = Rc::new(column);
        self.facts[entity as usize][slot] = Some(column.clone());
        column
    }

    /// What the batch says of a fact: open where nobody has said, and out where
    /// the number is left out.
    fn given(&self, id: FactId) -> Option<Col<'w>> {
        let rows = match id.entity() {
            Entity::Person => self.persons.clone(),
            _ => self.households.clone(),
        };
        let given = self.batch.columns[id.entity() as usize][id.slot()].as_ref()?;
        let states = given.states.as_ref().map(|s| &s[rows.clone()]);
        let mut state = states.filter(|s| s.contains(&OPEN)).map(Data::Given);
        let kind = match &given.column {
            Column::Booleans(values) => Kind::Booleans(Data::Given(&values[rows])),
            Column::Words { words, places } => {
                Kind::Words(words.clone(), Data::Given(&places[rows]))
            }
            Column::Numbers { values, scale } => {
                let mut values = Data::Given(&values[rows]);
                let (mut low, mut high) = (given.low, given.high);
                if self.tight {
                    let out = |v: i64| v.unsigned_abs() > FAR;
                    if values.all().iter().any(|v| out(*v)) {
                        let said = state.unwrap_or(Data::One(HAS));
                        let far = |s: u8, v: i64| if s == HAS && out(v) { OUT } else { s };
                        state = Some(said.zip(&values, far));
                        values = values.map(|v| if out(v) { 0 } else { v });
                    }
                    low = values.all().iter().copied().min().unwrap_or(0);
                    high = values.all().iter().copied().max().unwrap_or(0);
                }
                match Numbers::given(values, *scale, low, high) {
                    Some(numbers) => Kind::Numbers(numbers),
                    None => return Some(Col::nothing(OUT)),
                }
            }
        };
        Some(Col { kind, state })
    }

    /// The column of a tree for the rows of an entity; `item` where it stands
    /// inside a filter over members, whose rows these are.
    pub fn eval(&mut self, node: &Node, entity: Entity, item: bool) -> Rc<Col<'w>> {
        match &node.op {
            // Inside a filter an own field is that of the row outside.
            Op::Own(field) if item && field.entity() == Entity::Person => Rc::new(Col::open()),
            Op::Own(field) => self.field(*field, entity),
            Op::FieldOf(row, field) if item && matches!(row.op, Op::Local { up: 0, index: 0 }) => {
                self.field(*field, entity)
            }
            _ if self.depth >= DEEPEST => Rc::new(Col::open()),
            _ => {
                self.depth += 1;
                let column = self.compute(node, entity, item);
                self.depth -= 1;
                Rc::new(column)
            }
        }
    }

    fn compute(&mut self, node: &Node, entity: Entity, item: bool) -> Col<'w> {
        let rows = self.rows(entity);
        let mut part = |node: &Node| self.eval(node, entity, item);
        match &node.op {
            Op::Const(value) => Col::of(value),
            Op::Arith(op, a, b) => arith(*op, &part(a), &part(b)),
            Op::Negate(a) => {
                let a = part(a);
                numeric(&a, |n| Some(n.negate()))
            }
            Op::Compare(op, a, b) => compare(*op, &part(a), &part(b), rows),
            Op::And(a, b) | Op::Or(a, b) => {
                let decides = matches!(node.op, Op::Or(..));
                let a = part(a);
                match a.same() {
                    Some(same) if same == decides => (*a).clone(),
                    _ => logic(&a, &part(b), decides),
                }
            }
            Op::If(condition, yes, no) => {
                let condition = part(condition);
                match condition.same() {
                    Some(true) => (*part(yes)).clone(),
                    Some(false) => (*part(no)).clone(),
                    None => choose(&condition, &part(yes), &part(no)),
                }
            }
            Op::Between(value, low, high) => {
                let value = part(value);
                let above = compare(Compare::Ge, &value, &part(low), rows);
                let below = compare(Compare::Le, &value, &part(high), rows);
                logic(&above, &below, false)
            }
            Op::In(value, tests) => {
                let value = part(value);
                let passed = tests.iter().map(|test| passes(&value, test, rows));
                let any = passed.reduce(|all, one| logic(&all, &one, true));
                any.unwrap_or_else(Col::open)
            }
            Op::Round(mode, value, scale) => match decimals(scale.as_deref()) {
                Some(places) => round(&part(value), places, *mode, rows),
                None => Col::open(),
            },
            Op::Aggregate(kind @ (Aggregate::Min | Aggregate::Max), args) if args.len() > 1 => {
                let first = (*part(&args[0])).clone();
                let greatest = *kind == Aggregate::Max;
                args[1..]
                    .iter()
                    .fold(first, |most, arg| extreme(greatest, &most, &part(arg)))
            }
            Op::Aggregate(kind, args) if args.len() == 1 && entity != Entity::Person => {
                self.fold(*kind, &args[0])
            }
            Op::Quantified {
                every,
                domains,
                condition,
            } if domains.len() == 1 && entity != Entity::Person => {
                self.quantify(*every, &domains[0], condition)
            }
            Op::IsGiven(fact) if fact.entity() == entity && !item => match self.given(*fact) {
                Some(Col {
                    state: Some(said), ..
                }) => Col::booleans(said.map(|s| s != OPEN)),
                given => Col::booleans(Data::One(given.is_some())),
            },
            Op::Call(Builtin(spec), args) if spec.name == "not" && args.len() == 1 => {
                match &*part(&args[0]) {
                    Col {
                        kind: Kind::Booleans(values),
                        state,
                    } => Col {
                        kind: Kind::Booleans(values.map(|b| !b)),
                        state: state.clone(),
                    },
                    Col {
                        kind: Kind::Nothing,
                        state,
                    } => Col {
                        kind: Kind::Nothing,
                        state: state.clone(),
                    },
                    _ => Col::open(),
                }
            }
            Op::Lookup(table, key) => match &table.op {
                Op::Const(Value::Context(table)) => lookup(table, &part(key)),
                _ => Col::open(),
            },
            _ => Col::open(),
        }
    }
}

/// How many decimals a rounding leaves, where that is the same for all rows.
fn decimals(scale: Option<&Node>) -> Option<u8> {
    match scale.map(|s| &s.op) {
        None => Some(0),
        Some(Op::Const(Value::Number(n))) => u8::try_from(n.to_i64()?).ok(),
        Some(_) => None,
    }
}

/// Numbers out of numbers; null stays null.
fn numeric<'w>(a: &Col<'w>, of: impl FnOnce(&Numbers<'w>) -> Option<Numbers<'w>>) -> Col<'w> {
    let kind = match &a.kind {
        Kind::Numbers(n) => of(n).map(Kind::Numbers),
        Kind::Nothing => Some(Kind::Nothing),
        _ => None,
    };
    kind.map_or_else(Col::open, |kind| Col {
        kind,
        state: a.state.clone(),
    })
}

/// Numbers out of two; null with anything is null.
fn numeric_of_both<'w>(
    a: &Col<'w>,
    b: &Col<'w>,
    of: impl FnOnce(&Numbers<'w>, &Numbers<'w>) -> Option<Numbers<'w>>,
) -> Col<'w> {
    let kind = match (&a.kind, &b.kind) {
        (Kind::Numbers(x), Kind::Numbers(y)) => of(x, y).map(Kind::Numbers),
        (Kind::Nothing, _) | (_, Kind::Nothing) => Some(Kind::Nothing),
        _ => None,
    };
    kind.map_or_else(Col::open, |kind| Col {
        kind,
        state: both(a, b),
    })
}

fn arith<'w>(op: Arith, a: &Col<'w>, b: &Col<'w>) -> Col<'w> {
    let mut result = numeric_of_both(a, b, |x, y| x.arith(op, y));
    // Divided by nought is null, unless nobody knows what was to be divided.
    if op == Arith::Div
        && let Kind::Numbers(by) = &b.kind
        && by.low <= 0
        && by.high >= 0
    {
        let nought = by.values.map(|v| if v == 0 { NULL } else { HAS });
        if nought.all().contains(&NULL) {
            let state = result.state.unwrap_or(Data::One(HAS));
            result.state = Some(state.zip(&nought, |s, n| if s == HAS { n } else { s }));
        }
    }
    result
}

fn extreme<'w>(greatest: bool, a: &Col<'w>, b: &Col<'w>) -> Col<'w> {
    numeric_of_both(a, b, |x, y| x.extreme(greatest, y))
}

fn round<'w>(a: &Col<'w>, places: u8, mode: Round, rows: usize) -> Col<'w> {
    let mut lost = Vec::new();
    let mut rounded = numeric(a, |n| n.round(places, mode, |row| lost.push(row)));
    rounded.state = without(rounded.state, rows, &lost);
    rounded
}

/// Whether the rows pass one test of `in`.
fn passes<'w>(value: &Col<'w>, test: &Node, rows: usize) -> Col<'w> {
    let Op::Const(test) = &test.op else {
        return Col::open();
    };
    let against = |op: Compare, other: &Value| compare(op, value, &Col::of(other), rows);
    match test {
        Value::Range(range) => match &range.0 {
            Bounds::Test(op, other) => against(*op, other),
            Bounds::Between {
                low,
                low_in,
                high,
                high_in,
            } => {
                let above = against(if *low_in { Compare::Ge } else { Compare::Gt }, low);
                let below = against(if *high_in { Compare::Le } else { Compare::Lt }, high);
                logic(&above, &below, false)
            }
        },
        other => against(Compare::Eq, other),
    }
}

/// The numbers of a table by the words of a key.
fn lookup<'w>(table: &Context, key: &Col<'w>) -> Col<'w> {
    let Kind::Words(words, places) = &key.kind else {
        return Col::open();
    };
    let entry = |word: &Value| -> Option<Number> { table.get(word.as_text()?)?.as_number() };
    let found: Vec<Option<Number>> = words.iter().map(entry).collect();
    let one = |n: &Option<Number>| Numbers::of(n.unwrap_or(Number::ZERO));
    let Some(all) = found.iter().map(one).collect::<Option<Vec<_>>>() else {
        return Col::open();
    };
    let den = all.iter().map(|n| n.den).max().unwrap_or(1);
    if all.iter().any(|n| den % n.den != 0) {
        return Col::open();
    }
    let values: Vec<i64> = all.iter().map(|n| n.low * (den / n.den)).collect();
    let (low, high) = (values.iter().min(), values.iter().max());
    let (low, high) = (low.copied().unwrap_or(0), high.copied().unwrap_or(0));
    let numbers = Numbers::exact(places.map(|p| values[p as usize]), den, low, high);
    let mut column = Col {
        kind: Kind::Numbers(numbers),
        state: key.state.clone(),
    };
    if found.iter().any(Option::is_none) {
        let there = places.map(|p| {
            if found[p as usize].is_some() {
                HAS
            } else {
                OPEN
            }
        });
        let said = column.state.unwrap_or(Data::One(HAS));
        column.state = Some(said.zip(&there, |s, t| if s == HAS { t } else { s }));
    }
    column
}
