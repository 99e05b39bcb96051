//! The digest over the rows of a bulk write, from which a changed row can be named later.

use crate::hash::sm3_framed;

/// Bytes kept of each row: 4 to know its key again, 8 of its digest.
pub(crate) const LEAF: usize = 12;

/// Collects rows in business-key order. Feed it the same way when writing and when verifying.
///
/// ```ignore
/// let mut rows = RowDigest::default();
/// for line in &lines {   // sorted by business key
///     rows.add(&format!("{}/{}", line.person, line.component), &[&line.amount.to_be_bytes()]);
/// }
/// tx.record_bulk("roll_lines", roll.id, json!({"amount": total}), rows);
/// ```
#[derive(Clone, Debug, Default)]
pub struct RowDigest {
    leaves: Vec<u8>,
    keys: Option<Vec<String>>,
}

fn key_mark(key: &str) -> [u8; 4] {
    // FNV-1a: only to line rows up again, the row's digest gives the safety.
    let hash = key.bytes().fold(0x811c_9dc5_u32, |h, b| {
        (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
    });
    hash.to_be_bytes()
}

impl RowDigest {
    /// One that also remembers the keys, to name rows; the verifier uses it.
    pub(crate) fn naming() -> Self {
        Self {
            leaves: Vec::new(),
            keys: Some(Vec::new()),
        }
    }

    /// Adds the next row: its business key and the bytes of what must not change.
    pub fn add(&mut self, key: &str, content: &[&[u8]]) {
        let parts = std::iter::once(key.as_bytes()).chain(content.iter().copied());
        let digest = sm3_framed(parts);
        self.leaves.extend_from_slice(&key_mark(key));
        self.leaves.extend_from_slice(&digest[..LEAF - 4]);
        if let Some(keys) = &mut self.keys {
            keys.push(key.to_owned());
        }
    }

    /// How many rows.
    pub fn count(&self) -> i64 {
        i64::try_from(self.leaves.len() / LEAF).unwrap_or(i64::MAX)
    }

    /// The digest over all rows.
    pub fn digest(&self) -> [u8; 32] {
        crate::hash::sm3(&[&self.leaves])
    }

    pub(crate) fn leaves(&self) -> &[u8] {
        &self.leaves
    }

    /// Names the rows that differ from the leaves recorded: `(key, what)`.
    pub(crate) fn differences(&self, recorded: &[u8]) -> Vec<(String, Difference)> {
        let Some(keys) = &self.keys else {
            return Vec::new();
        };
        let now: Vec<&[u8]> = self.leaves.chunks_exact(LEAF).collect();
        let then: Vec<&[u8]> = recorded.chunks_exact(LEAF).collect();
        let (mut i, mut j) = (0, 0);
        let mut found = Vec::new();
        while i < now.len() || j < then.len() {
            match (now.get(i), then.get(j)) {
                (Some(a), Some(b)) if a == b => (i, j) = (i + 1, j + 1),
                (Some(a), Some(b)) if a[..4] == b[..4] => {
                    found.push((keys[i].clone(), Difference::Altered));
                    (i, j) = (i + 1, j + 1);
                }
                (a, b) => {
                    // The nearer of the two ways to fall in step again is the likelier story.
                    let put_in = b.and_then(|b| ahead(&now[i..], &b[..4]));
                    let taken = a.and_then(|a| ahead(&then[j..], &a[..4]));
                    match (put_in, taken) {
                        (Some(n), t) if t.is_none_or(|t| n <= t) => {
                            for key in &keys[i..i + n] {
                                found.push((key.clone(), Difference::PutIn));
                            }
                            i += n;
                        }
                        (_, Some(n)) => {
                            let before = keys.get(i).cloned().unwrap_or_default();
                            found.extend((0..n).map(|_| (before.clone(), Difference::TakenBefore)));
                            j += n;
                        }
                        _ => {
                            if a.is_some() {
                                found.push((keys[i].clone(), Difference::PutIn));
                                i += 1;
                            }
                            if b.is_some() {
                                let near = keys.get(i).or(keys.last()).cloned().unwrap_or_default();
                                found.push((near, Difference::TakenBefore));
                                j += 1;
                            }
                        }
                    }
                }
            }
        }
        found
    }
}

/// How a row differs from its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// Other content.
    Altered,
    /// Not there when the command was recorded.
    PutIn,
    /// A row is missing just before (or, at the end, after) the row named.
    TakenBefore,
}

/// How far ahead a key mark comes again, within a window.
fn ahead(leaves: &[&[u8]], mark: &[u8]) -> Option<usize> {
    leaves
        .iter()
        .take(10_000)
        .position(|leaf| leaf[..4] == *mark)
}

/// The digest of a list of ids, for the access log: of the ids shown, in the order shown.
pub fn digest_ids<I, T>(ids: I) -> [u8; 32]
where
    I: IntoIterator<Item = T>,
    T: AsRef<[u8]>,
{
    let mut all = Vec::new();
    for id in ids {
        let id = id.as_ref();
        all.extend_from_slice(&u32::try_from(id.len()).unwrap_or(u32::MAX).to_be_bytes());
        all.extend_from_slice(id);
    }
    crate::hash::sm3(&[&all])
}
