//! Amounts in words, as vouchers and receipts carry them.

use super::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

impl Money {
    /// The amount in Chinese words (大写): 壹仟叁佰壹拾柒元整. After 元 or 角 stands 整 where
    /// nothing follows.
    pub fn in_words(self) -> String {
        let fen = self.fen().unsigned_abs();
        let mut out = String::new();
        if self.fen() < 0 {
            out.push('负');
        }
        let (yuan, jiao, last) = (fen / 100, (fen / 10 % 10) as usize, (fen % 10) as usize);
        if yuan > 0 || fen == 0 {
            out.push_str(&whole(yuan));
            out.push('元');
        }
        if jiao > 0 {
            out.push(DIGITS[jiao]);
            out.push('角');
        }
        if last > 0 {
            if jiao == 0 && yuan > 0 {
                out.push('零');
            }
            out.push(DIGITS[last]);
            out.push('分');
        } else {
            out.push('整');
        }
        out
    }
}

/// A whole number in words, in groups of four digits.
fn whole(mut number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_string();
    }
    let mut groups = Vec::new();
    while number > 0 {
        groups.push((number % 10_000) as usize);
        number /= 10_000;
    }
    let mut out = String::new();
    let mut gap = false;
    for (n, group) in groups.iter().enumerate().rev() {
        if *group == 0 {
            gap = !out.is_empty();
            continue;
        }
        // A nought inside, or in front of a group that is not full, is said once.
        if !out.is_empty() && (gap || *group < 1000) {
            out.push(DIGITS[0]);
        }
        gap = false;
        let mut inner = false;
        let mut begun = false;
        for (place, name) in PLACES.iter().enumerate().rev() {
            let digit = group / 10_usize.pow(place as u32) % 10;
            if digit == 0 {
                inner = begun;
                continue;
            }
            if inner {
                out.push(DIGITS[0]);
                inner = false;
            }
            begun = true;
            out.push(DIGITS[digit]);
            out.push_str(name);
        }
        out.push_str(GROUPS[n]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_as_on_vouchers() {
        let said = |fen| Money::from_fen(fen).in_words();
        for (fen, words) in [
            (0, "零元整"),
            (131_700, "壹仟叁佰壹拾柒元整"),
            (43_900, "肆佰叁拾玖元整"),
            (10_005, "壹佰元零伍分"),
            (10_050, "壹佰元伍角整"),
            (12_345_678, "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
            (100_000_500, "壹佰万零伍元整"),
            (1_010_100, "壹万零壹佰零壹元整"),
            (20_030_000_000, "贰亿零叁拾万元整"),
            (1_000_000_000_000, "壹佰亿元整"),
            (7, "柒分"),
            (30, "叁角整"),
            (-30, "负叁角整"),
        ] {
            assert_eq!(said(fen), words, "{fen}");
        }
    }
}
