//! Delimiter and quotation mark of a text table.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// How fields are parted and quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Between fields.
    pub delimiter: u8,
    /// Around fields that hold the delimiter.
    pub quote: u8,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            delimiter: b',',
            quote: b'"',
        }
    }
}

impl Dialect {
    pub(crate) fn reader(self) -> csv_core::Reader {
        ReaderBuilder::new()
            .delimiter(self.delimiter)
            .quote(self.quote)
            .build()
    }

    /// Takes the delimiter that gives the most even table over the first lines.
    pub fn sniff(head: &[u8]) -> Self {
        if let Some(named) = head.strip_prefix(b"sep=").and_then(|r| r.first())
            && named.is_ascii_punctuation() | (*named == b'\t')
        {
            return Self {
                delimiter: *named,
                quote: b'"',
            };
        }
        let mut best = (0usize, 0usize, Self::default());
        for quote in [b'"', b'\''] {
            for delimiter in [b',', b'\t', b';', b'|'] {
                let dialect = Self { delimiter, quote };
                if quote == b'\'' && !quoted_all_through(head, dialect) {
                    continue;
                }
                let counts = widths(head, dialect);
                let widest = counts.iter().copied().filter(|c| *c > 1).max().unwrap_or(0);
                let Some(mode) = mode(&counts) else { continue };
                let even = counts.iter().filter(|c| **c == mode).count() * 100 / counts.len();
                if (even, widest) > (best.0, best.1) {
                    best = (even, widest, dialect);
                }
            }
        }
        best.2
    }
}

/// Every line that has a single quotation mark starts with one: it quotes, and is no
/// mark of text before a number.
fn quoted_all_through(head: &[u8], dialect: Dialect) -> bool {
    let pair = [dialect.quote, dialect.delimiter, dialect.quote];
    memchr::memmem::find_iter(head, &pair).count() > 0 && head.first() == Some(&dialect.quote)
}

/// The commonest width above one column.
fn mode(counts: &[usize]) -> Option<usize> {
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|c| *c > 1).collect();
    sorted.sort_unstable();
    let mut best = None;
    for group in sorted.chunk_by(|a, b| a == b) {
        if best.is_none_or(|(n, w)| (group.len(), group[0]) > (n, w)) {
            best = Some((group.len(), group[0]));
        }
    }
    best.map(|(_, w)| w)
}

fn widths(head: &[u8], dialect: Dialect) -> Vec<usize> {
    let mut reader = dialect.reader();
    let mut out = vec![0u8; head.len() + 16];
    let mut ends = [0usize; 2048];
    let mut counts = Vec::new();
    let mut rest = head;
    while counts.len() < 60 {
        let (result, read, _, fields) = reader.read_record(rest, &mut out, &mut ends);
        rest = &rest[read..];
        // The last line of the sample may be cut; it is left out.
        if result != ReadRecordResult::Record {
            break;
        }
        counts.push(fields);
    }
    if counts.is_empty() {
        counts.push(1);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("名册\n\na\tb\tc\n1\t2,5\t3\n4\t5,6\t6\n", b'\t'),
            ("a;b\n\"x;y\";2,5\n3;4,5\n", b';'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("sep=;\na;b\n", b';'),
            ("only\none\ncolumn\n", b','),
        ] {
            assert_eq!(
                Dialect::sniff(text.as_bytes()).delimiter,
                delimiter,
                "{text}"
            );
        }
        let single = Dialect::sniff(b"'a','b'\n'1,5','2'\n");
        assert_eq!((single.delimiter, single.quote), (b',', b'\''));
        assert_eq!(Dialect::sniff(b"id,n\n'6205,2\n'6206,3\n").quote, b'"');
    }
}
