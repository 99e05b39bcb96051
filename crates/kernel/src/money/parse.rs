use super::{Money, MoneyError};
use crate::text;

/// Reads an amount in 元; see [`Money::parse_yuan`].
pub(super) fn parse_yuan(given: &str) -> Result<Money, MoneyError> {
    let folded = text::squeeze(&text::fold_width(given));
    let mut rest = folded.as_str();
    rest = rest.strip_suffix('元').unwrap_or(rest);
    let negative = rest.starts_with(['-', '\u{2212}']);
    rest = rest.strip_prefix(['-', '\u{2212}', '+']).unwrap_or(rest);
    rest = rest.strip_prefix(['¥', '\u{ffe5}']).unwrap_or(rest);
    if rest.is_empty() {
        return Err(if negative || !folded.is_empty() {
            MoneyError::NotANumber
        } else {
            MoneyError::Empty
        });
    }
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let whole = ungroup(whole).ok_or(MoneyError::NotANumber)?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(&whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
        return Err(MoneyError::NotANumber);
    }
    let (cents, beyond) = fraction.split_at(fraction.len().min(2));
    if beyond.bytes().any(|b| b != b'0') {
        return Err(MoneyError::TooPrecise);
    }
    let text = format!(
        "{}{}{whole}{cents:0<2}",
        if negative { "-" } else { "" },
        "0"
    );
    text.parse::<i64>()
        .ok()
        .and_then(super::valid)
        .ok_or(MoneyError::Overflow)
}

/// Takes the thousands separators out, when they stand where they belong.
fn ungroup(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let sound = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    sound.then(|| whole.replace(',', ""))
}
