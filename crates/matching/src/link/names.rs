//! Chinese names by sound.

use pinyin::ToPinyin;

/// The syllables of a name without tones; a character without a reading stands for itself.
pub(super) fn syllables(name: &[char]) -> Vec<String> {
    name.iter()
        .map(|c| match c.to_pinyin() {
            Some(sound) => sound.plain().to_owned(),
            None => c.to_string(),
        })
        .collect()
}

/// A syllable as dialects of the south and west blur it when a clerk writes down what he
/// hears: zh/z, ch/c, sh/s, n/l, h/f, r/l, and the endings ng/n.
pub(super) fn blurred(syllable: &str) -> String {
    let (start, rest) = ["zh", "ch", "sh"]
        .iter()
        .find_map(|start| Some((&start[..1], syllable.strip_prefix(start)?)))
        .unwrap_or_else(|| {
            let first = syllable.chars().next().map_or(0, char::len_utf8);
            syllable.split_at(first)
        });
    let start = match start {
        "n" | "r" => "l",
        "h" if rest.starts_with('u') => "f",
        other => other,
    };
    let rest = rest
        .strip_suffix("ng")
        .map_or_else(|| rest.to_owned(), |open| format!("{open}n"));
    format!("{start}{rest}")
}

/// The first letters of the syllables.
pub(super) fn initials(name: &[char]) -> String {
    syllables(name)
        .iter()
        .filter_map(|s| s.chars().next())
        .collect()
}
