//! Tidying text that people typed: full-width characters, odd spaces, look-alikes.

/// Turns full-width ASCII (Ａ１，．) into half-width and the ideographic space into a space.
/// Chinese punctuation that has no ASCII twin (、。《》) stays.
pub fn fold_width(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

fn fold_char(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Whether a character is a space or an invisible mark that gets into cells by copying:
/// white space of any width, zero-width characters, byte-order mark, direction marks.
pub fn is_odd_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Removes spaces and invisible marks at both ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_odd_space)
}

/// Removes every space and invisible mark, wherever it stands.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !is_odd_space(*c)).collect()
}

/// A name as it is stored and compared: spaces removed, every variant of the middle dot
/// (·, ・, •, ．, ‧) turned into `·` (U+00B7), Latin letters half-width.
///
/// Names of minorities carry the dot; registers write it in six ways (GB 18030, Big5 and
/// keyboard habits), and a comparison must not fail on that.
pub fn normalise_name(name: &str) -> String {
    name.chars()
        .filter(|c| !is_odd_space(*c))
        .map(|c| match c {
            '\u{30fb}' | '\u{2022}' | '\u{ff0e}' | '\u{2027}' | '\u{ff65}' | '\u{22c5}'
            | '\u{2219}' | '\u{2024}' => '\u{b7}',
            _ => fold_char(c),
        })
        .collect()
}

/// The capital X behind the characters people type for the check character of an identity
/// number: Latin, Cyrillic, Roman numeral ten, multiplication sign.
pub(crate) fn look_alike_x(c: char) -> char {
    match c {
        'x' | '×' | '✕' | '\u{445}' | '\u{425}' | '\u{2169}' | '\u{2179}' | '\u{3a7}' => 'X',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_leaves_chinese_alone() {
        assert_eq!(
            fold_width("６２０５２１Ｘ，（甲）　、。"),
            "620521X,(甲) 、。"
        );
    }

    #[test]
    fn trims_what_eyes_do_not_see() {
        assert_eq!(
            trim("\u{feff} 王\u{3000}小明\u{a0}\u{200b}"),
            "王\u{3000}小明"
        );
        assert_eq!(squeeze(" 王\u{3000}小 明\t"), "王小明");
    }

    #[test]
    fn names_compare_in_one_spelling() {
        assert_eq!(
            normalise_name("阿依夏木・买买提"),
            normalise_name("阿依夏木 •买买提")
        );
        assert_eq!(normalise_name("马 　强"), "马强");
    }
}
