//! How alike two texts are.

/// Jaro–Winkler similarity in thousandths (Winkler 1990): common characters within half the
/// longer length, transpositions, and a common beginning of up to four.
pub(super) fn jaro_winkler(a: &[char], b: &[char]) -> u32 {
    if a == b {
        return 1000;
    }
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut common: Vec<char> = Vec::with_capacity(a.len());
    for (i, c) in a.iter().enumerate() {
        let from = i.saturating_sub(window);
        let to = (i + window + 1).min(b.len());
        if let Some(j) = (from..to).find(|j| !taken[*j] && b[*j] == *c) {
            taken[j] = true;
            common.push(*c);
        }
    }
    if common.is_empty() {
        return 0;
    }
    let order = b.iter().zip(&taken).filter(|(_, t)| **t).map(|(c, _)| c);
    let moved = common.iter().zip(order).filter(|(x, y)| x != y).count() / 2;
    let m = common.len() as u64;
    let thousandths = |of: u64, all: u64| of * 1_000_000 / all;
    let jaro = (thousandths(m, a.len() as u64)
        + thousandths(m, b.len() as u64)
        + thousandths(m - moved as u64, m))
        / 3;
    let same = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count() as u64;
    ((jaro + same * (1_000_000 - jaro) / 10) / 1000) as u32
}

/// Edits between two texts — characters put in, taken out, changed, or neighbours exchanged —
/// as far as `most`; more are `most + 1`.
pub(super) fn edits<T: PartialEq>(a: &[T], b: &[T], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()].min(most + 1)
}

/// Share of common neighbouring pairs of characters in thousandths (Dice).
pub(super) fn dice(a: &[(char, char)], b: &[(char, char)]) -> u32 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    (2000 * common / (a.len() + b.len())) as u32
}

/// The neighbouring pairs of characters, sorted.
pub(super) fn bigrams(text: &[char]) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = text.windows(2).map(|w| (w[0], w[1])).collect();
    pairs.sort_unstable();
    pairs
}
