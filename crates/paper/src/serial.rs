//! Date serials of spreadsheets, turned into ISO text with integer arithmetic.

/// `44859` → `2022-10-25`; with a fraction of a day, `2022-10-25T14:30:00`.
/// `None` outside 1900–9999 or where `plain` is no plain decimal.
pub(crate) fn iso(plain: &str, base_1904: bool) -> Option<String> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut days: i64 = whole.parse().ok()?;
    if days < 0 || whole.starts_with('-') {
        return None;
    }
    // Nine digits of a day are finer than a millisecond.
    let mut nanodays: u64 = 0;
    for i in 0..9 {
        let digit = fraction
            .as_bytes()
            .get(i)
            .map_or(0, |b| b.wrapping_sub(b'0'));
        if digit > 9 {
            return None;
        }
        nanodays = nanodays * 10 + u64::from(digit);
    }
    let mut seconds = (nanodays * 86_400 + 500_000_000) / 1_000_000_000;
    if seconds >= 86_400 {
        days += 1;
        seconds = 0;
    }
    if base_1904 {
        days += 1_462;
    }
    // The spreadsheet believes that 1900 was a leap year: day 60 did not exist.
    let since_1970 = match days {
        0 => return None,
        1..=59 => days - 25_568,
        60 => return None,
        _ => days - 25_569,
    };
    let (y, m, d) = civil(since_1970);
    if y > 9999 {
        return None;
    }
    let date = format!("{y:04}-{m:02}-{d:02}");
    if seconds == 0 {
        return Some(date);
    }
    let (h, min, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(format!("{date}T{h:02}:{min:02}:{s:02}"))
}

/// Year, month and day of a count of days since 1970-01-01 (proleptic Gregorian).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let d = doy - (153 * mp + 2) / 5 + 1;
    let m = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(m <= 2), m, d)
}

/// Whether a number format shows a date: some of y, m, d, h, s outside quoted text,
/// escapes and colour brackets.
pub(crate) fn is_date_format(code: &str) -> bool {
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                for q in chars.by_ref() {
                    if q == '"' {
                        break;
                    }
                }
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if matches!(inside.as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                    return true;
                }
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return true,
            // "General" holds no date letters before its end; skip the word.
            'G' | 'g' if code.to_ascii_lowercase().contains("general") => return false,
            _ => {}
        }
    }
    false
}

/// Whether a built-in format number shows a date, those of the Chinese locale included.
pub(crate) fn is_builtin_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(iso("44859", false).unwrap(), "2022-10-25");
        assert_eq!(iso("1", false).unwrap(), "1900-01-01");
        assert_eq!(iso("59", false).unwrap(), "1900-02-28");
        assert_eq!(iso("60", false), None);
        assert_eq!(iso("61", false).unwrap(), "1900-03-01");
        assert_eq!(iso("43397", true).unwrap(), "2022-10-25");
        assert_eq!(
            iso("44859.604166667", false).unwrap(),
            "2022-10-25T14:30:00"
        );
        assert_eq!(iso("44859.999999999", false).unwrap(), "2022-10-26");
        assert_eq!(iso("-3", false), None);
        assert_eq!(iso("99999999", false), None);
    }

    #[test]
    fn formats() {
        for date in [
            "yyyy-mm-dd",
            "m/d/yyyy",
            "yyyy\"年\"m\"月\"",
            "[$-804]yyyy;@",
            "h:mm",
            "[h]:mm",
        ] {
            assert!(is_date_format(date), "{date}");
        }
        for other in [
            "General", "0.00", "#,##0", "\"day\"0", "0.00E+00", "[Red]0", "@", "0\\d",
        ] {
            assert!(!is_date_format(other), "{other}");
        }
    }
}
