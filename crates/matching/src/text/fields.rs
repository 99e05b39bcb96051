//! Cutting a record into fields.

use memchr::{memchr, memchr_iter};
use paper::Dialect;

use super::Record;

/// The fields of one record after another; its memory is used again.
#[derive(Debug, Default)]
pub struct Fields {
    /// Bytes of fields that had to be unquoted.
    own: Vec<u8>,
    /// Start and end of each field, and whether they lie in `own`.
    spans: Vec<(u32, u32, bool)>,
}

impl Fields {
    /// Takes a record apart.
    pub fn split(&mut self, record: Record<'_>, dialect: Dialect) {
        self.own.clear();
        self.spans.clear();
        let bytes = record.bytes;
        if !record.quoted {
            let mut start = 0;
            for at in memchr_iter(dialect.delimiter, bytes) {
                self.spans.push((start as u32, at as u32, false));
                start = at + 1;
            }
            self.spans.push((start as u32, bytes.len() as u32, false));
            return;
        }
        let mut at = 0;
        loop {
            let start = self.own.len();
            let mut inside = false;
            if bytes.get(at) == Some(&dialect.quote) {
                inside = true;
                at += 1;
                while let Some(found) = memchr(dialect.quote, &bytes[at..]) {
                    self.own.extend_from_slice(&bytes[at..at + found]);
                    at += found + 1;
                    if bytes.get(at) != Some(&dialect.quote) {
                        inside = false;
                        break;
                    }
                    self.own.push(dialect.quote);
                    at += 1;
                }
            }
            if inside {
                // Not closed: what is left belongs to the field.
                self.own.extend_from_slice(&bytes[at..]);
                at = bytes.len();
            }
            let next = memchr(dialect.delimiter, &bytes[at..]).map_or(bytes.len(), |n| at + n);
            self.own.extend_from_slice(&bytes[at..next]);
            self.spans.push((start as u32, self.own.len() as u32, true));
            if next == bytes.len() {
                return;
            }
            at = next + 1;
        }
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether nothing was taken apart yet.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// A field of the record that was split last.
    pub fn get<'f>(&'f self, record: Record<'f>, index: usize) -> Option<&'f [u8]> {
        let (start, end, own) = *self.spans.get(index)?;
        let (start, end) = (start as usize, end as usize);
        Some(if own {
            &self.own[start..end]
        } else {
            &record.bytes[start..end]
        })
    }
}

/// The field at `index` of a record without quotation marks, and how many fields there are.
#[inline]
pub(crate) fn plain_field(bytes: &[u8], delimiter: u8, index: usize) -> (Option<&[u8]>, usize) {
    let mut start = 0;
    let mut seen = 0;
    while seen < index {
        match memchr(delimiter, &bytes[start..]) {
            Some(found) => start += found + 1,
            None => return (None, seen + 1),
        }
        seen += 1;
    }
    let rest = &bytes[start..];
    match memchr(delimiter, rest) {
        Some(end) => {
            let more = memchr_iter(delimiter, &rest[end..]).count();
            (Some(&rest[..end]), index + 1 + more)
        }
        None => (Some(rest), index + 1),
    }
}
