//! Columns of numbers in whole numbers, exactly.
//!
//! A row is `value` / (`den` × `under`): `den` is one for the whole column and
//! holds the decimals as well, `under` is there only where rows were divided by
//! a column. Nothing is rounded here, nothing divided, and no row looks at its
//! bounds: those of the column, carried along from step to step, show beforehand
//! that no whole number can pass 64 bits. A step that could has no column.
//!
//! Numbers *mean* decimal128. Where every step has an end in decimals and few
//! digits, both are the same. Where one had none (a twelfth), the column carries
//! how far decimal128 may be from the fraction ([`Doubt`]). A comparison or a
//! rounding decides alike for both, unless the fraction lies exactly at its
//! boundary: the next fraction that could is further away than the doubt, or
//! there is no column. A row at the boundary is computed again in decimal128,
//! step by step, from what the column was made of.

use super::data::{Buffer, Data, between};
use crate::number::{Number, Round, without_tens};
use crate::syntax::Compare;
use crate::tree::Arith;
use std::rc::Rc;

/// Largest whole number, so that two of them can be added.
const MOST: i128 = 1 << 61;
/// Largest common denominator, and largest of a row.
const MOST_UNDER: i128 = 1 << 40;
/// Rounding to 34 digits moves a number by less than its size × 2^−this.
const DIGITS: i32 = 109;

/// Numbers over one denominator.
#[derive(Clone, Debug)]
pub(super) struct Numbers<'w> {
    pub values: Data<'w, i64>,
    pub den: i64,
    pub under: Option<Under>,
    /// Least and greatest of the values.
    pub low: i64,
    pub high: i64,
    pub doubt: Option<Rc<Doubt<'w>>>,
}

/// What each row is divided by besides: one or more.
#[derive(Clone, Debug)]
pub(super) struct Under {
    pub each: Rc<Buffer<i64>>,
    pub high: i64,
}

/// How decimal128 may differ.
#[derive(Debug)]
pub(super) struct Doubt<'w> {
    /// By less than 2^`bits`.
    bits: i32,
    made: Made<'w>,
}

/// What a column was made of.
#[derive(Debug)]
pub(super) enum Made<'w> {
    Arith(Arith, Numbers<'w>, Numbers<'w>),
    Negated(Numbers<'w>),
    /// The greater of two, or the less.
    Extreme(bool, Numbers<'w>, Numbers<'w>),
    Chosen(Data<'w, bool>, Numbers<'w>, Numbers<'w>),
    /// What the household of each person has; and the first household.
    Gathered(Numbers<'w>, &'w [u32], u32),
    /// Over those members of each household that are kept.
    Summed(Numbers<'w>, Data<'w, bool>, &'w [u32]),
}

/// Two columns over one denominator.
struct Aligned<'w> {
    x: Data<'w, i64>,
    y: Data<'w, i64>,
    den: i64,
    under: Option<Under>,
    /// Of both.
    low: (i64, i64),
    high: (i64, i64),
}

fn bits(value: i64) -> i32 {
    64 - value.unsigned_abs().leading_zeros() as i32
}

fn common(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs().max(1)
}

fn fits(value: i128) -> Option<i64> {
    (value.abs() <= MOST).then_some(value as i64)
}

fn fits_under(value: i128) -> Option<i64> {
    (value <= MOST_UNDER).then_some(value as i64)
}

/// Powers of ten, as far as they go.
const TENS: [i64; 19] = {
    let mut tens = [1; 19];
    let mut n = 1;
    while n < 19 {
        tens[n] = tens[n - 1] * 10;
        n += 1;
    }
    tens
};

/// How many decimals a fraction with this denominator has, where it has an end.
fn decimals(mut den: i64) -> Option<i32> {
    let twos = den.trailing_zeros();
    den >>= twos;
    let mut fives = 0;
    while den % 5 == 0 {
        den /= 5;
        fives += 1;
    }
    (den == 1).then_some(twos.max(fives) as i32)
}

impl<'w> Numbers<'w> {
    /// Whole numbers with so many decimals.
    pub fn given(values: Data<'w, i64>, scale: u8, low: i64, high: i64) -> Option<Numbers<'w>> {
        let den = fits_under(10_i128.checked_pow(scale.into())?)?;
        fits(low.into())?;
        fits(high.into())?;
        Some(Numbers::exact(values, den, low, high))
    }

    pub fn exact(values: Data<'w, i64>, den: i64, low: i64, high: i64) -> Numbers<'w> {
        Numbers {
            values,
            den,
            under: None,
            low,
            high,
            doubt: None,
        }
    }

    /// A number that every row has; none where it has too many digits.
    pub fn of(number: Number) -> Option<Numbers<'w>> {
        let (mut value, mut den) = (number, 1);
        for _ in 0..9 {
            if let Some(whole) = value.to_i64() {
                fits(whole.into())?;
                let by = common(whole, den);
                let whole = whole / by;
                return Some(Numbers::exact(Data::One(whole), den / by, whole, whole));
            }
            value = value.mul(Number::from(10))?;
            den *= 10;
        }
        None
    }

    /// The number of a row as decimal128 has it; none where it is too large.
    pub fn decimal(&self, row: usize) -> Option<Number> {
        let Some(doubt) = &self.doubt else {
            // What is without doubt has an end in decimals, and few digits.
            let places = decimals(self.den)?.unsigned_abs();
            let value = i128::from(self.values.at(row));
            return match TENS.get(places as usize) {
                Some(ten) => Number::new(value * i128::from(ten / self.den), places),
                None => Number::new(value * (10_i128.pow(places) / i128::from(self.den)), places),
            };
        };
        match &doubt.made {
            Made::Arith(op, a, b) => {
                let (a, b) = (a.decimal(row)?, b.decimal(row)?);
                match op {
                    Arith::Add => a.add(b),
                    Arith::Sub => a.sub(b),
                    Arith::Mul => a.mul(b),
                    Arith::Div => a.div(b),
                    Arith::Pow => None,
                }
            }
            Made::Negated(a) => Some(a.decimal(row)?.neg()),
            Made::Extreme(greatest, a, b) => {
                let (a, b) = (a.decimal(row)?, b.decimal(row)?);
                Some(if *greatest { a.max(b) } else { a.min(b) })
            }
            Made::Chosen(picks, a, b) => if picks.at(row) { a } else { b }.decimal(row),
            Made::Gathered(a, of, base) => a.decimal((of[row] - base) as usize),
            Made::Summed(a, keep, first) => {
                let base = first[0];
                let members = (first[row] - base) as usize..(first[row + 1] - base) as usize;
                let mut sum = Number::ZERO;
                for member in members.filter(|m| keep.at(*m)) {
                    sum = sum.add(a.decimal(member)?)?;
                }
                Some(sum)
            }
        }
    }

    /// The whole number that every row has.
    fn single(&self) -> Option<i64> {
        self.values
            .one()
            .filter(|_| self.den == 1 && self.doubt.is_none())
    }

    /// Whether a row came about without a number that has no end in decimals:
    /// decimal128 then has the very fraction. Looks for reasons, and may find none.
    fn ends(&self, row: usize) -> bool {
        let Some(doubt) = &self.doubt else {
            return true;
        };
        match &doubt.made {
            Made::Arith(Arith::Div, a, _) => {
                let under = self.under.as_ref().map_or(1, |u| u.each[row]);
                let few = self.size() < 62;
                few && a.ends(row) && self.values.at(row) % without_tens(self.den * under) == 0
            }
            Made::Arith(_, a, b) | Made::Extreme(_, a, b) => a.ends(row) && b.ends(row),
            Made::Negated(a) => a.ends(row),
            Made::Chosen(picks, a, b) => if picks.at(row) { a } else { b }.ends(row),
            Made::Gathered(a, of, base) => a.ends((of[row] - base) as usize),
            Made::Summed(..) => false,
        }
    }

    /// The numbers are less than 2 to the power of this.
    fn size(&self) -> i32 {
        bits(self.low).max(bits(self.high)) - (bits(self.den) - 1)
    }

    fn error(&self) -> i32 {
        self.doubt.as_ref().map_or(i32::MIN / 2, |d| d.bits)
    }

    /// Of each result, whether decimal128 has the very same.
    fn settle(mut self, surely: bool, error: i32, made: impl FnOnce() -> Made<'w>) -> Numbers<'w> {
        let few = |decimals| {
            let digits = bits(self.low).max(bits(self.high)) / 3 + 1;
            decimals + digits <= 34
        };
        if !surely || self.under.is_some() || !decimals(self.den).is_some_and(few) {
            let bits = error.max(self.size() - DIGITS) + 2;
            let made = made();
            self.doubt = Some(Rc::new(Doubt { bits, made }));
        }
        self
    }

    /// The values times a whole number, and times what each row has; with their bounds.
    fn lifted(&self, by: i64, under: Option<&Under>) -> Option<(Data<'w, i64>, i64, i64)> {
        let most = i128::from(by) * i128::from(under.map_or(1, |u| u.high));
        let bound = |edge: i64, outward: bool| {
            fits(i128::from(edge) * if outward { most } else { by.into() })
        };
        let low = bound(self.low, self.low < 0)?;
        let high = bound(self.high, self.high > 0)?;
        let values = match (by, under) {
            (1, None) => self.values.clone(),
            (_, None) => self.values.map(|v| v * by),
            (_, Some(under)) => {
                let each = Data::Made(under.each.clone());
                self.values.zip(&each, |v, u| v * by * u)
            }
        };
        Some((values, low, high))
    }

    fn aligned(&self, other: &Numbers<'w>) -> Option<Aligned<'w>> {
        let by = common(self.den, other.den);
        let den = fits_under(i128::from(self.den / by) * i128::from(other.den))?;
        let same = match (&self.under, &other.under) {
            (Some(a), Some(b)) => Rc::ptr_eq(&a.each, &b.each),
            (None, None) => true,
            _ => false,
        };
        let (for_x, for_y, under) = if same {
            (None, None, self.under.clone())
        } else {
            let under = product(self.under.as_ref(), other.under.as_ref())?;
            (other.under.as_ref(), self.under.as_ref(), under)
        };
        let (x, x_low, x_high) = self.lifted(den / self.den, for_x)?;
        let (y, y_low, y_high) = other.lifted(den / other.den, for_y)?;
        Some(Aligned {
            x,
            y,
            den,
            under,
            low: (x_low, y_low),
            high: (x_high, y_high),
        })
    }

    /// Sum, difference, product or quotient; a row divided by nought has 1 under
    /// it, and the caller marks it.
    pub fn arith(&self, op: Arith, other: &Numbers<'w>) -> Option<Numbers<'w>> {
        match (op, self.single(), other.single()) {
            (Arith::Add | Arith::Sub, _, Some(0)) => return Some(self.clone()),
            (Arith::Mul | Arith::Div, _, Some(1)) => return Some(self.clone()),
            (Arith::Add, Some(0), _) | (Arith::Mul, Some(1), _) => return Some(other.clone()),
            (Arith::Mul, Some(0), _) => return Some(self.clone()),
            (Arith::Mul, _, Some(0)) => return Some(other.clone()),
            _ => {}
        }
        let made = || Made::Arith(op, self.clone(), other.clone());
        let surely = self.doubt.is_none() && other.doubt.is_none();
        let (result, error) = match op {
            Arith::Add | Arith::Sub => {
                let al = self.aligned(other)?;
                let (values, low, high) = if op == Arith::Add {
                    let values = al.x.zip(&al.y, |x, y| x + y);
                    (values, al.low.0 + al.low.1, al.high.0 + al.high.1)
                } else {
                    let values = al.x.zip(&al.y, |x, y| x - y);
                    (values, al.low.0 - al.high.1, al.high.0 - al.low.1)
                };
                fits(low.into())?;
                fits(high.into())?;
                let sum = Numbers {
                    under: al.under,
                    ..Numbers::exact(values, al.den, low, high)
                };
                (sum, self.error().max(other.error()))
            }
            Arith::Mul => {
                let error = (self.error() + other.size())
                    .max(other.error() + self.size())
                    .max(self.error().saturating_add(other.error()));
                (self.times(other)?, error)
            }
            Arith::Div if other.doubt.is_some() || other.under.is_some() => return None,
            Arith::Div => {
                let error = self.error() + bits(other.den);
                (self.over(other)?, error)
            }
            Arith::Pow => return None,
        };
        Some(result.settle(surely, error, made))
    }

    fn times(&self, other: &Numbers<'w>) -> Option<Numbers<'w>> {
        let edges = [self.low, self.high].map(i128::from);
        let edges = edges.map(|a| [other.low, other.high].map(|b| a * i128::from(b)));
        let edges = edges.as_flattened().iter().copied();
        let (low, high) = (fits(edges.clone().min()?)?, fits(edges.max()?)?);
        let den = fits_under(i128::from(self.den) * i128::from(other.den))?;
        let values = self.values.zip(&other.values, |a, b| a * b);
        Some(Numbers {
            under: product(self.under.as_ref(), other.under.as_ref())?,
            ..Numbers::exact(values, den, low, high)
        })
    }

    fn over(&self, other: &Numbers<'w>) -> Option<Numbers<'w>> {
        // By a negative number is the negated by its size.
        let turned = if other.high <= 0 {
            self.negated_values()
        } else if other.low < 0 {
            let most = self.low.abs().max(self.high.abs());
            let values = self
                .values
                .zip(&other.values, |v, by| if by < 0 { -v } else { v });
            Numbers::exact(values, self.den, -most, most)
        } else {
            self.clone()
        };
        let size = |v: i64| v.abs().max(1);
        let single = other.values.one().map_or(1, size);
        let by = common(self.den, other.den);
        let (up, den) = (other.den / by, self.den / by);
        let (values, low, high) = turned.lifted(up, None)?;
        let den = fits_under(i128::from(den) * i128::from(single))?;
        let here = match &other.values {
            Data::One(_) => None,
            many => {
                let high = other.low.abs().max(other.high).max(1);
                let each = match many {
                    Data::Made(values) if values.iter().all(|v| *v > 0) => values.clone(),
                    many => Rc::new(Buffer::of(many.all().iter().map(|v| size(*v)))),
                };
                let high = fits_under(high.into())?;
                Some(Under { each, high })
            }
        };
        Some(Numbers {
            under: product(self.under.as_ref(), here.as_ref())?,
            ..Numbers::exact(values, den, low, high)
        })
    }

    fn negated_values(&self) -> Numbers<'w> {
        Numbers {
            under: self.under.clone(),
            ..Numbers::exact(self.values.map(|v| -v), self.den, -self.high, -self.low)
        }
    }

    pub fn negate(&self) -> Numbers<'w> {
        let surely = self.doubt.is_none();
        let made = || Made::Negated(self.clone());
        self.negated_values().settle(surely, self.error(), made)
    }

    /// The greater of each two, or the less.
    pub fn extreme(&self, greatest: bool, other: &Numbers<'w>) -> Option<Numbers<'w>> {
        let al = self.aligned(other)?;
        let (values, low, high) = if greatest {
            let values = al.x.zip(&al.y, i64::max);
            (values, al.low.0.max(al.low.1), al.high.0.max(al.high.1))
        } else {
            let values = al.x.zip(&al.y, i64::min);
            (values, al.low.0.min(al.low.1), al.high.0.min(al.high.1))
        };
        let most = Numbers {
            under: al.under,
            ..Numbers::exact(values, al.den, low, high)
        };
        let surely = self.doubt.is_none() && other.doubt.is_none();
        let made = || Made::Extreme(greatest, self.clone(), other.clone());
        Some(most.settle(surely, self.error().max(other.error()), made))
    }

    /// Of each row the one or the other.
    pub fn choose(pick: &Data<'w, bool>, a: &Numbers<'w>, b: &Numbers<'w>) -> Option<Numbers<'w>> {
        let al = a.aligned(b)?;
        let values = pick.pick(&al.x, &al.y, |v| v);
        let (low, high) = (al.low.0.min(al.low.1), al.high.0.max(al.high.1));
        let chosen = Numbers {
            under: al.under,
            ..Numbers::exact(values, al.den, low, high)
        };
        let surely = a.doubt.is_none() && b.doubt.is_none();
        let made = || Made::Chosen(pick.clone(), a.clone(), b.clone());
        Some(chosen.settle(surely, a.error().max(b.error()), made))
    }

    /// What each household has, for each of its members.
    pub fn gather(&self, of: &'w [u32], base: u32) -> Numbers<'w> {
        let under = self.under.as_ref().map(|u| Under {
            each: Rc::new(Buffer::of(of.iter().map(|h| u.each[(h - base) as usize]))),
            high: u.high,
        });
        let gathered = Numbers {
            under,
            ..Numbers::exact(self.values.gather(of, base), self.den, self.low, self.high)
        };
        let made = || Made::Gathered(self.clone(), of, base);
        gathered.settle(self.doubt.is_none(), self.error(), made)
    }

    /// The sum over those members of each household that are kept; `first` says
    /// where the members of each begin. Sums of all members up to each are taken
    /// first: no household then needs a loop of its own.
    pub fn sum(&self, keep: &Data<'w, bool>, first: &'w [u32], most: usize) -> Option<Numbers<'w>> {
        if self.under.is_some() {
            return None;
        }
        let persons = (first[first.len() - 1] - first[0]) as usize;
        let largest = i128::from(self.low.abs().max(self.high.abs()));
        fits(largest * persons as i128)?;
        let mut sum = 0;
        let up_to = |value: i64| {
            sum += value;
            sum
        };
        let nought = std::iter::once(0);
        let sums = match (&self.values, keep) {
            (Data::One(value), keep) => {
                let each = (0..persons).map(|p| value * i64::from(keep.at(p)));
                Buffer::of(nought.chain(each.map(up_to)))
            }
            (many, Data::One(keep)) => {
                let keep = -i64::from(*keep);
                let each = many.all().iter().map(|v| v & keep);
                Buffer::of(nought.chain(each.map(up_to)))
            }
            (many, keep) => {
                let pairs = many.all().iter().zip(keep.all());
                let each = pairs.map(|(v, keep)| v & -i64::from(*keep));
                Buffer::of(nought.chain(each.map(up_to)))
            }
        };
        let values = between(&sums, first);
        let most = most as i64;
        let (low, high) = (self.low.min(0) * most, self.high.max(0) * most);
        let sum = Numbers::exact(values, self.den, low, high);
        // Each addition may round, and adds the doubts up.
        let error = self.error().max(sum.size() - DIGITS) + bits(most);
        let made = || Made::Summed(self.clone(), keep.clone(), first);
        Some(sum.settle(self.doubt.is_none(), error, made))
    }

    /// Compares row by row; a row at the boundary is compared in decimal128, and
    /// called where even that cannot be.
    pub fn compare(
        &self,
        op: Compare,
        other: &Numbers<'w>,
        mut lost: impl FnMut(usize),
    ) -> Option<Data<'w, bool>> {
        let al = self.aligned(other)?;
        let (x, y) = (&al.x, &al.y);
        let holds = match op {
            Compare::Eq => x.zip(y, |x, y| x == y),
            Compare::Ne => x.zip(y, |x, y| x != y),
            Compare::Lt => x.zip(y, |x, y| x < y),
            Compare::Le => x.zip(y, |x, y| x <= y),
            Compare::Gt => x.zip(y, |x, y| x > y),
            Compare::Ge => x.zip(y, |x, y| x >= y),
        };
        if self.doubt.is_none() && other.doubt.is_none() {
            return Some(holds);
        }
        let under = al.under.as_ref().map_or(1, |u| u.high);
        if self.error().max(other.error()) + 1 >= -(bits(al.den) + bits(under)) {
            return None;
        }
        let ties = x.zip(y, |x, y| x == y);
        if !ties.all().contains(&true) {
            return Some(holds);
        }
        let mut holds = Buffer::of(holds.all().iter().copied());
        for row in (0..holds.len()).filter(|row| ties.at(*row)) {
            if self.ends(row) && other.ends(row) {
                continue;
            }
            match (self.decimal(row), other.decimal(row)) {
                (Some(a), Some(b)) => holds.all_mut()[row] = op.holds(a.cmp(&b)),
                _ => lost(row),
            }
        }
        Some(Data::Made(Rc::new(holds)))
    }

    /// Rounded to so many decimals; a row at a boundary is rounded in decimal128,
    /// and called where even that cannot be.
    pub fn round(
        &self,
        places: u8,
        mode: Round,
        mut lost: impl FnMut(usize),
    ) -> Option<Numbers<'w>> {
        if places > 9 {
            return None;
        }
        let ten = 10_i64.pow(places.into());
        let by = common(ten, self.den);
        let (up, down) = (ten / by, self.den / by);
        if down == 1 && self.doubt.is_none() {
            return Some(self.clone());
        }
        let (over, low, high) = self.lifted(up, None)?;
        let under = self.under.as_ref();
        let most = fits_under(i128::from(down) * i128::from(under.map_or(1, |u| u.high)))?;
        // From a boundary a fraction is away by one over all that is under it.
        let gap = -(bits(most) + bits(ten) + 1);
        if self.doubt.is_some() && self.error() >= gap {
            return None;
        }
        let doubtful = self.doubt.is_some();
        let mut ties = Vec::new();
        let row = |(n, (over, under)): (usize, (i64, i64))| {
            let (value, tie) = rounded(over, under, mode);
            if tie & doubtful {
                ties.push(n);
            }
            value
        };
        let mut values = match (&over, under) {
            (many, None) => {
                let each = many.all().iter().map(|v| (*v, down));
                Buffer::of(each.enumerate().map(row))
            }
            (Data::One(over), Some(u)) => {
                let each = u.each.iter().map(|u| (*over, down * u));
                Buffer::of(each.enumerate().map(row))
            }
            (many, Some(u)) => {
                let each = many
                    .all()
                    .iter()
                    .zip(u.each.iter())
                    .map(|(v, u)| (*v, down * u));
                Buffer::of(each.enumerate().map(row))
            }
        };
        for row in ties {
            if self.ends(row) {
                continue;
            }
            let exact = self.decimal(row).and_then(|n| n.round(places.into(), mode));
            match exact.and_then(|n| n.mul(Number::from(ten))?.to_i64()) {
                Some(value) => values.all_mut()[row] = value,
                None => lost(row),
            }
        }
        let low = if low < 0 { low / down - 1 } else { 0 };
        let high = if high > 0 { high / down + 1 } else { 0 };
        let values = match (&*values, under) {
            ([one], None) if over.one().is_some() => Data::One(*one),
            _ => Data::Made(Rc::new(values)),
        };
        Some(Numbers::exact(values, ten, low, high))
    }
}

fn product(a: Option<&Under>, b: Option<&Under>) -> Option<Option<Under>> {
    Some(match (a, b) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (Some(a), Some(b)) => {
            let high = fits_under(i128::from(a.high) * i128::from(b.high))?;
            let each = a.each.iter().zip(b.each.iter()).map(|(a, b)| a * b);
            let each = Rc::new(Buffer::of(each));
            Some(Under { each, high })
        }
    })
}

/// A quotient rounded to a whole number, and whether it lies at the boundary.
#[inline(always)]
fn rounded(over: i64, under: i64, mode: Round) -> (i64, bool) {
    let (whole, rest) = (over / under, over % under);
    let double = rest.abs() * 2;
    let away = if over < 0 { -1 } else { 1 };
    let further = match mode {
        Round::Up => rest != 0,
        Round::Down => false,
        Round::HalfUp => double >= under,
        Round::HalfDown => double > under,
        Round::HalfEven => double > under || double == under && whole % 2 != 0,
        Round::Floor => rest < 0,
        Round::Ceiling => rest > 0,
    };
    let tie = match mode {
        Round::HalfUp | Round::HalfDown | Round::HalfEven => double == under,
        _ => rest == 0,
    };
    (whole + if further { away } else { 0 }, tie)
}
