//! What the rows of a step hold, and which of them hold it.

use super::data::Data;
use super::num::Numbers;
use crate::syntax::Compare;
use crate::value::Value;
use std::sync::Arc;

/// The row has a value.
pub(super) const HAS: u8 = 0;
/// The row is known to be null.
pub(super) const NULL: u8 = 1;
/// The row cannot be had here.
pub(super) const OPEN: u8 = 2;

/// Of each row one of the above; all have a value where there is none of it.
pub(super) type State<'w> = Option<Data<'w, u8>>;

/// What the rows hold.
#[derive(Clone, Debug)]
pub(super) enum Kind<'w> {
    Numbers(Numbers<'w>),
    Booleans(Data<'w, bool>),
    /// Texts or codes: places in a list of words.
    Words(Arc<[Value]>, Data<'w, u32>),
    /// No row has a value.
    Nothing,
}

/// A column.
#[derive(Clone, Debug)]
pub(super) struct Col<'w> {
    pub kind: Kind<'w>,
    pub state: State<'w>,
}

impl<'w> Col<'w> {
    pub fn full(kind: Kind<'w>) -> Col<'w> {
        Col { kind, state: None }
    }

    pub fn nothing(state: u8) -> Col<'w> {
        let state = Some(Data::One(state));
        let kind = Kind::Nothing;
        Col { kind, state }
    }

    /// Rows that cannot be had here.
    pub fn open() -> Col<'w> {
        Col::nothing(OPEN)
    }

    pub fn booleans(values: Data<'w, bool>) -> Col<'w> {
        Col::full(Kind::Booleans(values))
    }

    /// The same in every row.
    pub fn of(value: &Value) -> Col<'w> {
        match value {
            Value::Null => Col::nothing(NULL),
            Value::Boolean(b) => Col::booleans(Data::One(*b)),
            Value::Text(_) => Col::full(Kind::Words(Arc::new([value.clone()]), Data::One(0))),
            Value::Number(n) => match Numbers::of(*n) {
                Some(numbers) => Col::full(Kind::Numbers(numbers)),
                None => Col::open(),
            },
            _ => Col::open(),
        }
    }

    pub fn state(&self, row: usize) -> u8 {
        self.state.as_ref().map_or(HAS, |s| s.at(row))
    }

    /// As this, but for rows that may not be null: those cannot be had.
    pub fn without_null(mut self) -> Col<'w> {
        let open = |s: u8| if s == NULL { OPEN } else { s };
        self.state = self.state.map(|s| s.map(open));
        self
    }

    /// Whether every row is true, or every row false.
    pub fn same(&self) -> Option<bool> {
        match (&self.kind, &self.state) {
            (Kind::Booleans(values), None) => values.one(),
            _ => None,
        }
    }

    fn truth(&self, otherwise: bool) -> Option<Data<'w, bool>> {
        match &self.kind {
            Kind::Booleans(values) => Some(values.clone()),
            Kind::Nothing => Some(Data::One(otherwise)),
            _ => None,
        }
    }

    /// What each household has, for each of its members.
    pub fn gather(&self, of: &'w [u32], base: u32) -> Col<'w> {
        let kind = match &self.kind {
            Kind::Numbers(n) => Kind::Numbers(n.gather(of, base)),
            Kind::Booleans(b) => Kind::Booleans(b.gather(of, base)),
            Kind::Words(words, places) => Kind::Words(words.clone(), places.gather(of, base)),
            Kind::Nothing => Kind::Nothing,
        };
        let state = self.state.as_ref().map(|s| s.gather(of, base));
        Col { kind, state }
    }
}

/// Of a result of two: null where either is null, whatever the other is.
pub(super) fn both<'w>(a: &Col<'w>, b: &Col<'w>) -> State<'w> {
    match (&a.state, &b.state) {
        (None, None) => None,
        (Some(state), None) | (None, Some(state)) => Some(state.clone()),
        (Some(a), Some(b)) => {
            let of = |a: u8, b: u8| if a == NULL || b == NULL { NULL } else { a | b };
            Some(a.zip(b, of))
        }
    }
}

/// Marks rows that turned out not to be had.
pub(super) fn without<'w>(state: State<'w>, rows: usize, lost: &[usize]) -> State<'w> {
    if lost.is_empty() {
        return state;
    }
    let at = |row: usize| state.as_ref().map_or(HAS, |s| s.at(row));
    let mut all: Vec<u8> = (0..rows).map(at).collect();
    for row in lost {
        if all[*row] == HAS {
            all[*row] = OPEN;
        }
    }
    Some(Data::made(all.into_iter()))
}

/// Compares row by row.
pub(super) fn compare<'w>(op: Compare, a: &Col<'w>, b: &Col<'w>, rows: usize) -> Col<'w> {
    let equality = matches!(op, Compare::Eq | Compare::Ne);
    let same = op != Compare::Ne;
    let mut lost = Vec::new();
    let values = match (&a.kind, &b.kind) {
        (Kind::Nothing, _) | (_, Kind::Nothing) => Some(Data::One(false)),
        (Kind::Numbers(x), Kind::Numbers(y)) => x.compare(op, y, |row| lost.push(row)),
        (Kind::Booleans(x), Kind::Booleans(y)) if equality => {
            Some(x.zip(y, |x, y| (x == y) == same))
        }
        (Kind::Words(words, places), Kind::Words(others, Data::One(other)))
        | (Kind::Words(others, Data::One(other)), Kind::Words(words, places))
            if equality =>
        {
            let other = &others[*other as usize];
            let holds: Vec<bool> = words.iter().map(|w| (w == other) == same).collect();
            Some(places.map(|p| holds[p as usize]))
        }
        (Kind::Words(words, x), Kind::Words(others, y)) if equality => {
            let holds = |x: u32, y: u32| (words[x as usize] == others[y as usize]) == same;
            Some(x.zip(y, holds))
        }
        _ => None,
    };
    let Some(values) = values else {
        return Col::open();
    };
    let state = without(both(a, b), rows, &lost);
    let compared = Col {
        kind: Kind::Booleans(values),
        state,
    };
    // Null equals null, and nothing else: that has no column.
    if equality {
        compared.without_null()
    } else {
        compared
    }
}

/// `and`, or `or` where `decides` is true: one that decides does so alone.
pub(super) fn logic<'w>(a: &Col<'w>, b: &Col<'w>, decides: bool) -> Col<'w> {
    for (one, other) in [(a, b), (b, a)] {
        if let Some(same) = one.same() {
            return if same == decides { one } else { other }.clone();
        }
    }
    let (Some(x), Some(y)) = (a.truth(!decides), b.truth(!decides)) else {
        return Col::open();
    };
    let all = Data::One(HAS);
    match (&a.state, &b.state) {
        (None, None) if decides => Col::booleans(x.zip(&y, |x, y| x | y)),
        (None, None) => Col::booleans(x.zip(&y, |x, y| x & y)),
        (a, b) => {
            let (a, b) = (a.as_ref().unwrap_or(&all), b.as_ref().unwrap_or(&all));
            three_valued((&x, a), (&y, b), decides)
        }
    }
}

type Said<'d, 'w> = (&'d Data<'w, bool>, &'d Data<'w, u8>);

fn three_valued<'w>(a: Said<'_, 'w>, b: Said<'_, 'w>, decides: bool) -> Col<'w> {
    let deciding =
        |(values, states): Said<'_, 'w>| values.zip(states, |v, s| (v == decides) & (s == HAS));
    let decided = deciding(a).zip(&deciding(b), |x, y| x | y);
    // Of a null and one that cannot be had, neither can be said.
    let worst = a.1.zip(b.1, |x, y| (x | y) & !((x | y) >> 1 & 1));
    let state = worst.zip(&decided, |s, decided| s & u8::from(decided).wrapping_sub(1));
    Col {
        kind: Kind::Booleans(decided.map(|d| d == decides)),
        state: Some(state),
    }
}

/// Of each row the one where the condition is true, else the other; also where
/// the condition is null.
pub(super) fn choose<'w>(condition: &Col<'w>, yes: &Col<'w>, no: &Col<'w>) -> Col<'w> {
    let Some(mut pick) = condition.truth(false) else {
        return Col::open();
    };
    if let Some(state) = &condition.state {
        pick = pick.zip(state, |pick, s| pick && s == HAS);
    }
    let sides = (yes.state.as_ref(), no.state.as_ref());
    let mut state = match sides {
        (None, None) => None,
        (yes, no) => {
            let all = Data::One(HAS);
            Some(pick.pick(yes.unwrap_or(&all), no.unwrap_or(&all), |s| s))
        }
    };
    if let Some(asked) = &condition.state {
        let all = Data::One(HAS);
        let taken = state.as_ref().unwrap_or(&all);
        state = Some(asked.zip(taken, |asked, s| if asked == OPEN { OPEN } else { s }));
    }
    let kind = match (&yes.kind, &no.kind) {
        // A side that has nothing is never taken where there is a value.
        (Kind::Nothing, kind) | (kind, Kind::Nothing) => Some(kind.clone()),
        (Kind::Numbers(a), Kind::Numbers(b)) => Numbers::choose(&pick, a, b).map(Kind::Numbers),
        (Kind::Booleans(a), Kind::Booleans(b)) => Some(Kind::Booleans(pick.pick(a, b, |v| v))),
        (Kind::Words(words, a), Kind::Words(others, b)) => {
            let shift = words.len() as u32;
            let all: Arc<[Value]> = words.iter().chain(others.iter()).cloned().collect();
            let shifted = b.map(|place| place + shift);
            Some(Kind::Words(all, pick.pick(a, &shifted, |v| v)))
        }
        _ => None,
    };
    kind.map_or_else(Col::open, |kind| Col { kind, state })
}
