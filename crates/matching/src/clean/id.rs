//! Identity numbers in one machine word.

use std::fmt;

use kernel::{IdNumber, IdNumberError, text};

/// An identity number (GB 11643) packed into a word: its first 17 digits. The check character
/// follows from them, so that nothing is lost, and comparing words compares persons.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackedId(u64);

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

impl PackedId {
    /// The number of a person.
    pub fn new(number: &IdNumber) -> PackedId {
        PackedId(
            number.as_str().as_bytes()[..17]
                .iter()
                .fold(0, |n, d| n * 10 + u64::from(d - b'0')),
        )
    }

    /// Reads a cell as departments fill it: 18 characters or the 15 of old numbers, full-width
    /// or with spaces, hyphens and apostrophes around, a small or look-alike x, letters O and l
    /// for nought and one. The check character must hold, so nothing is guessed.
    ///
    /// # Errors
    /// Why the cell holds no identity number.
    pub fn read(cell: &str) -> Result<PackedId, IdNumberError> {
        if let Some(id) = quick(cell.as_bytes()) {
            return Ok(id);
        }
        slow(cell)
    }

    /// Reads a cell of 18 plain characters, without looking at anything else; most are.
    #[inline]
    pub(crate) fn plain(cell: &[u8]) -> Option<PackedId> {
        quick(cell)
    }

    /// The word.
    pub fn word(self) -> u64 {
        self.0
    }

    /// The number behind a word that [`word`](Self::word) gave.
    pub fn from_word(word: u64) -> Option<PackedId> {
        let id = PackedId(word);
        if word >= 100_000_000_000_000_000 {
            return None;
        }
        quick(&id.digits()).map(|_| id)
    }

    /// All 18 characters.
    pub fn digits(self) -> [u8; 18] {
        let mut digits = [b'0'; 18];
        let mut rest = self.0;
        for at in (0..17).rev() {
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        digits[17] = check(&digits);
        digits
    }

    /// The value that the rest of the house uses.
    pub fn number(self) -> IdNumber {
        let digits = self.digits();
        let text = std::str::from_utf8(&digits).expect("digits and X are text");
        IdNumber::parse(text).expect("a packed number was checked when it was made")
    }
}

impl fmt::Debug for PackedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PackedId")
            .field(&self.number().masked())
            .finish()
    }
}

fn check(digits: &[u8; 18]) -> u8 {
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(d, w)| u32::from(d.wrapping_sub(b'0')) * w)
        .sum();
    CHECKS[(sum % 11) as usize]
}

/// The common case: 18 plain characters, all in order. Anything else is for [`slow`].
fn quick(cell: &[u8]) -> Option<PackedId> {
    let cell: &[u8; 18] = cell.try_into().ok()?;
    let mut sum = 0u32;
    let mut bad = 0u8;
    for at in 0..17 {
        let digit = cell[at].wrapping_sub(b'0');
        bad |= u8::from(digit > 9);
        sum = sum.wrapping_add(u32::from(digit).wrapping_mul(WEIGHTS[at]));
    }
    if bad != 0 || CHECKS[(sum % 11) as usize] != cell[17].to_ascii_uppercase() {
        return None;
    }
    let half = |at: usize| eight(cell[at..at + 8].try_into().unwrap_or_default());
    let word = (half(0) * 100_000_000 + half(8)) * 10 + u64::from(cell[16] - b'0');
    let two = |at: usize| u32::from(cell[at] - b'0') * 10 + u32::from(cell[at + 1] - b'0');
    let year = two(6) * 100 + two(8);
    let (month, day) = (two(10), two(12));
    // The common provinces and years; the rest is left to the full reader.
    let place = matches!(two(0), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65);
    let date = (1850..2200).contains(&year)
        && (1..=12).contains(&month)
        && day >= 1
        && day <= days(year, month);
    (place && date).then_some(PackedId(word))
}

/// Eight digits at once: neighbours are joined to pairs, pairs to fours, fours to the number.
#[inline]
fn eight(digits: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(digits) & 0x0f0f_0f0f_0f0f_0f0f;
    let word = (word.wrapping_mul(10) + (word >> 8)) & 0x00ff_00ff_00ff_00ff;
    let word = (word.wrapping_mul(100) + (word >> 16)) & 0x0000_ffff_0000_ffff;
    (word.wrapping_mul(10_000) + (word >> 32)) & 0xffff_ffff
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cold]
fn slow(cell: &str) -> Result<PackedId, IdNumberError> {
    let folded = text::squeeze(&text::fold_width(cell));
    let bare = folded.trim_matches(['\'', '’', '‘', '`', '"', '“', '”', '=', ';', '，', ',']);
    let fault = match IdNumber::parse(bare) {
        Ok(number) => return Ok(PackedId::new(&number)),
        Err(fault) => fault,
    };
    // A hyphen parts the digits, a letter stands for the digit it looks like; the check
    // character decides whether that is what was meant.
    let mended: String = bare
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | '—' | '–'))
        .map(|c| match c {
            'O' | 'o' | '〇' | '○' | 'О' | 'о' => '0',
            'l' | 'I' | '|' | 'і' => '1',
            other => other,
        })
        .collect();
    if mended == bare {
        return Err(fault);
    }
    IdNumber::parse(&mended)
        .map(|number| PackedId::new(&number))
        .map_err(|_| fault)
}
