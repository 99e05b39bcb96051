//! Finding people by name: from its beginning, from any character inside it (two-character
//! names too), and by the initials of its pinyin.

use kernel::text::normalise_name;
use pinyin::ToPinyin;

/// The longest run of characters that is kept as a key.
const LONGEST: usize = 12;

/// The initials of a name's pinyin, in small letters: 张小明 → zxm. Characters without a
/// reading stand for themselves.
pub(crate) fn initials(name: &str) -> String {
    name.chars()
        .filter_map(|c| match c.to_pinyin() {
            Some(reading) => reading.plain().chars().next(),
            None if c.is_alphanumeric() => c.to_lowercase().next(),
            None => None,
        })
        .collect()
}

/// The keys under which a name is found: each of its ends, and its initials.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let name = normalise_name(name).to_lowercase();
    let chars: Vec<char> = name.chars().take(LONGEST).collect();
    let mut keys: Vec<String> = (0..chars.len())
        .map(|i| chars[i..].iter().collect())
        .collect();
    let initials = initials(&name);
    if !initials.is_empty() {
        keys.push(initials);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The half-open range of keys that begin with what was typed; none where nothing was.
pub(crate) fn range(typed: &str) -> Option<(String, String)> {
    let from = normalise_name(typed).to_lowercase();
    let last = from.chars().last()?;
    let mut next = u32::from(last) + 1;
    let after = loop {
        if let Some(c) = char::from_u32(next) {
            break c;
        }
        next += 1;
    };
    let mut to: String = from.chars().collect();
    to.pop();
    to.push(after);
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, name: &str) -> bool {
        let (from, to) = range(typed).unwrap();
        keys(name).iter().any(|k| *k >= from && *k < to)
    }

    #[test]
    fn by_beginning_inner_characters_and_initials() {
        for typed in ["张", "张小", "小明", "明", "zx", "zxm", "ZXM"] {
            assert!(found(typed, "张小明"), "{typed}");
        }
        assert!(found("伟", "王伟"));
        assert!(found("买买提", "阿依夏木・买买提"));
        for typed in ["李", "xm", "张明"] {
            assert!(!found(typed, "张小明"), "{typed}");
        }
        assert!(range("  ").is_none());
    }
}
