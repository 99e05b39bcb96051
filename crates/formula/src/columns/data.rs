//! Values of many rows: given from outside, made here, or one for all.
//!
//! Every loop over rows stands in this file and is given the work for one row,
//! so that the compiler sees plain loops over plain slices.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use std::thread::LocalKey;

/// Most buffers that a thread keeps for later, of each type.
const SPARE: usize = 64;

/// What rows hold; each type keeps the memory of its buffers for the next.
pub(super) trait Cell: Copy + 'static {
    fn spare() -> &'static LocalKey<RefCell<Vec<Vec<Self>>>>;
}

macro_rules! cells {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            fn spare() -> &'static LocalKey<RefCell<Vec<Vec<Self>>>> {
                thread_local! {
                    static SPARE: RefCell<Vec<Vec<$type>>> = const { RefCell::new(Vec::new()) };
                }
                &SPARE
            }
        }
    )*};
}

cells!(i64, u32, u8, bool);

/// Values in memory that is used again and again: parts of a batch are all of
/// about one size, and so is the memory of their steps.
#[derive(Debug)]
pub(super) struct Buffer<T: Cell>(Vec<T>);

impl<T: Cell> Buffer<T> {
    pub fn of(values: impl Iterator<Item = T>) -> Buffer<T> {
        let mut all = T::spare().with_borrow_mut(Vec::pop).unwrap_or_default();
        all.extend(values);
        Buffer(all)
    }

    pub fn all_mut(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T: Cell> Deref for Buffer<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Cell> Drop for Buffer<T> {
    fn drop(&mut self) {
        let mut memory = std::mem::take(&mut self.0);
        memory.clear();
        // At the end of a thread there may be no place to keep it.
        let _ = T::spare().try_with(|spare| {
            let mut spare = spare.borrow_mut();
            if spare.len() < SPARE {
                spare.push(memory);
            }
        });
    }
}

/// The values of some rows.
#[derive(Clone, Debug)]
pub(super) enum Data<'w, T: Cell> {
    /// A part of what the caller gave; not copied.
    Given(&'w [T]),
    Made(Rc<Buffer<T>>),
    /// The same in every row.
    One(T),
}

impl<'w, T: Cell> Data<'w, T> {
    pub fn made(values: impl Iterator<Item = T>) -> Data<'w, T> {
        Data::Made(Rc::new(Buffer::of(values)))
    }

    /// The value of a row.
    pub fn at(&self, row: usize) -> T {
        match self {
            Data::Given(values) => values[row],
            Data::Made(values) => values[row],
            Data::One(value) => *value,
        }
    }

    /// All values; a single one where it is the same everywhere.
    pub fn all(&self) -> &[T] {
        match self {
            Data::Given(values) => values,
            Data::Made(values) => values,
            Data::One(value) => std::slice::from_ref(value),
        }
    }

    pub fn one(&self) -> Option<T> {
        match self {
            Data::One(value) => Some(*value),
            _ => None,
        }
    }

    pub fn map<U: Cell>(&self, of: impl Fn(T) -> U) -> Data<'w, U> {
        match self {
            Data::One(value) => Data::One(of(*value)),
            many => Data::made(many.all().iter().map(|v| of(*v))),
        }
    }

    pub fn zip<U: Cell, V: Cell>(
        &self,
        other: &Data<'w, U>,
        of: impl Fn(T, U) -> V,
    ) -> Data<'w, V> {
        match (self, other) {
            (Data::One(a), other) => other.map(|b| of(*a, b)),
            (many, Data::One(b)) => many.map(|a| of(a, *b)),
            (a, b) => {
                let pairs = a.all().iter().zip(b.all());
                Data::made(pairs.map(|(a, b)| of(*a, *b)))
            }
        }
    }

    /// The values of the rows at these places.
    pub fn gather(&self, places: &[u32], base: u32) -> Data<'w, T> {
        match self {
            Data::One(value) => Data::One(*value),
            many => {
                let all = many.all();
                let taken = places.iter().map(|p| all[(p - base) as usize]);
                Data::made(taken)
            }
        }
    }
}

impl<'w> Data<'w, bool> {
    /// Of each row the one where this is true, else the other.
    pub fn pick<T: Cell, V: Cell>(
        &self,
        yes: &Data<'w, T>,
        no: &Data<'w, T>,
        of: impl Fn(T) -> V,
    ) -> Data<'w, V> {
        match (self, yes, no) {
            (Data::One(pick), yes, no) => if *pick { yes } else { no }.map(of),
            (picks, yes, Data::One(b)) => picks.zip(yes, |p, a| of(if p { a } else { *b })),
            (picks, Data::One(a), no) => picks.zip(no, |p, b| of(if p { *a } else { b })),
            (picks, yes, no) => {
                let rows = picks.all().iter().zip(yes.all()).zip(no.all());
                Data::made(rows.map(|((p, a), b)| of(if *p { *a } else { *b })))
            }
        }
    }
}

/// Of each household what lies between the sums up to its first member and up
/// to its last.
pub(super) fn between<'w>(sums: &[i64], first: &[u32]) -> Data<'w, i64> {
    let mut before = 0;
    Data::made(first[1..].iter().map(|end| {
        let up_to = sums[(end - first[0]) as usize];
        up_to - std::mem::replace(&mut before, up_to)
    }))
}
