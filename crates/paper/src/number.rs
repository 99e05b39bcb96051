//! Numbers as a spreadsheet stores them, turned back into the decimal the user saw.
//!
//! A spreadsheet computes with 53 binary digits and shows at most 15 decimal ones, so a
//! stored `0.30000000000000004` was `0.3` on the screen, and an identity number typed as
//! a number has lost its last digits. Everything here works on the decimal text; no
//! binary floating point is involved.

/// Decimal digits that a spreadsheet keeps.
const KEPT: usize = 15;

/// A stored number as plain decimal text, and whether it lost digits.
pub(crate) struct Plain {
    pub text: String,
    pub damaged: bool,
}

/// Reads `-12`, `1.5`, `6.2052119900101E+17`; `None` where it is no number.
pub(crate) fn plain(raw: &str) -> Option<Plain> {
    let raw = raw.trim();
    let (negative, body) = match raw.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, raw.strip_prefix('+').unwrap_or(raw)),
    };
    // The common case: a short integer needs no work.
    if !body.is_empty() && body.len() <= KEPT && body.bytes().all(|b| b.is_ascii_digit()) {
        let trimmed = body.trim_start_matches('0');
        let text = if trimmed.is_empty() {
            "0".to_owned()
        } else if negative {
            format!("-{trimmed}")
        } else {
            trimmed.to_owned()
        };
        return Some(Plain {
            text,
            damaged: false,
        });
    }
    let (mantissa, exponent) = match body.find(['e', 'E']) {
        Some(at) => (&body[..at], body[at + 1..].parse::<i32>().ok()?),
        None => (body, 0),
    };
    if exponent.unsigned_abs() > 400 {
        return None;
    }
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    if !whole
        .bytes()
        .chain(fraction.bytes())
        .all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let mut point = whole.len() as i32 + exponent;
    let zeros = digits.iter().take_while(|d| **d == b'0').count();
    digits.drain(..zeros);
    point -= zeros as i32;
    if digits.is_empty() {
        return Some(Plain {
            text: "0".into(),
            damaged: false,
        });
    }
    let written_exactly = exponent == 0 && fraction.is_empty();
    let damaged = point > KEPT as i32 && (!written_exactly || looks_rounded(&digits));
    if digits.len() > KEPT && point <= KEPT as i32 {
        round(&mut digits, &mut point);
    }
    Some(Plain {
        text: lay_out(negative, &digits, point),
        damaged,
    })
}

/// An integer of more than 15 digits that a spreadsheet could have rounded: zeros after
/// the fifteenth digit, or a multiple of the power of two that 53 binary digits leave.
fn looks_rounded(digits: &[u8]) -> bool {
    if digits
        .get(KEPT..)
        .is_some_and(|tail| tail.iter().all(|d| *d == b'0'))
    {
        return true;
    }
    let mut value: u128 = 0;
    for d in digits {
        match value
            .checked_mul(10)
            .and_then(|v| v.checked_add(u128::from(d - b'0')))
        {
            Some(v) => value = v,
            None => return true,
        }
    }
    let bits = 128 - value.leading_zeros();
    bits > 53 && value.trailing_zeros() >= bits - 53
}

/// Rounds to 15 significant digits, half up, as a spreadsheet shows them.
fn round(digits: &mut Vec<u8>, point: &mut i32) {
    let up = digits[KEPT] >= b'5';
    digits.truncate(KEPT);
    if up {
        let mut i = KEPT;
        loop {
            if i == 0 {
                digits.insert(0, b'1');
                *point += 1;
                break;
            }
            i -= 1;
            if digits[i] == b'9' {
                digits[i] = b'0';
            } else {
                digits[i] += 1;
                break;
            }
        }
    }
}

fn lay_out(negative: bool, digits: &[u8], point: i32) -> String {
    let mut out = String::with_capacity(digits.len() + 4);
    if negative {
        out.push('-');
    }
    let digit = |i: usize| digits.get(i).map_or('0', |d| char::from(*d));
    if point <= 0 {
        out.push('0');
    }
    for i in 0..point.max(0) as usize {
        out.push(digit(i));
    }
    let fraction: String = if point < 0 {
        let lead = "0".repeat(point.unsigned_abs() as usize);
        lead + &digits.iter().map(|d| char::from(*d)).collect::<String>()
    } else {
        digits
            .iter()
            .skip(point as usize)
            .map(|d| char::from(*d))
            .collect()
    };
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    if out == "-0" { "0".into() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        plain(raw).unwrap().text
    }

    #[test]
    fn writes_out_what_was_seen() {
        assert_eq!(text("12"), "12");
        assert_eq!(text("-0"), "0");
        assert_eq!(text("1317.00"), "1317");
        assert_eq!(text("0.30000000000000004"), "0.3");
        assert_eq!(text("1.1399999999999999"), "1.14");
        assert_eq!(text("999999999999999.96"), "1000000000000000");
        assert_eq!(text("4.4859E4"), "44859");
        assert_eq!(text("1.5E-3"), "0.0015");
        assert_eq!(text("-.5"), "-0.5");
        assert!(plain("1O1").is_none());
        assert!(plain("").is_none());
        assert!(plain("1E999999999").is_none());
    }

    #[test]
    fn long_integers_survive_or_are_flagged() {
        // Written exactly by a program: kept. Not a multiple of 128, so no double.
        let exact = plain("620521199001011234").unwrap();
        assert_eq!(
            (exact.text.as_str(), exact.damaged),
            ("620521199001011234", false)
        );
        // Rounded by a spreadsheet.
        let lost = plain("6.20521199001011E+17").unwrap();
        assert_eq!(
            (lost.text.as_str(), lost.damaged),
            ("620521199001011000", true)
        );
        assert!(plain("620521199001011000").unwrap().damaged);
        assert!(
            plain("620521199001011200").unwrap().damaged,
            "a multiple of 128 may be a double"
        );
        assert!(
            !plain("620521900101123").unwrap().damaged,
            "15 digits are safe"
        );
    }
}
