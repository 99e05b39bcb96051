//! The canonical archive of a pack's texts and its SM3 digest.
//!
//! The archive is what a release keeps for good: the texts in path order, each
//! with its length, so that neither the order of files in a folder nor the
//! line ends of a platform change a byte. Its digest names the release.

use super::{MAX_FILE, MAX_FILES, MAX_TOTAL, Texts};
use sm3::{Digest as _, Sm3};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &[u8] = b"doudi-pack 1\n";

/// An archive that cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("政策包归档损坏，第 {at} 字节 / the pack archive is damaged at byte {at}")]
pub struct ArchiveError {
    /// Byte where reading stopped.
    pub at: usize,
}

impl Texts {
    /// The canonical archive.
    pub fn archive(&self) -> Vec<u8> {
        let mut out = HEAD.to_vec();
        for (path, text) in self.iter() {
            out.extend_from_slice(format!("{} {}\n", path.len(), text.len()).as_bytes());
            out.extend_from_slice(path.as_bytes());
            out.push(b'\n');
            out.extend_from_slice(text.as_bytes());
            out.push(b'\n');
        }
        out
    }

    /// SM3 digest (GB/T 32905) of the archive, 64 hexadecimal digits: the identity of a release.
    pub fn digest(&self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in Sm3::digest(self.archive()) {
            _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    /// Reads an archive back.
    ///
    /// # Errors
    /// Where a byte is not as [`Texts::archive`] would have written it.
    pub fn from_archive(bytes: &[u8]) -> Result<Texts, ArchiveError> {
        let mut reader = Reader { bytes, at: 0 };
        reader.expect(HEAD)?;
        let mut files = BTreeMap::new();
        let mut last = String::new();
        while reader.at < bytes.len() {
            let start = reader.at;
            let path_len = reader.number(b' ')?;
            let text_len = reader.number(b'\n')?;
            let path = reader.text(path_len)?;
            let text = reader.text(text_len)?;
            if path <= last || files.len() >= MAX_FILES {
                return Err(ArchiveError { at: start });
            }
            last.clone_from(&path);
            files.insert(path, text);
        }
        Ok(Texts::from_files(files))
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn bad<T>(&self) -> Result<T, ArchiveError> {
        Err(ArchiveError { at: self.at })
    }

    fn expect(&mut self, what: &[u8]) -> Result<(), ArchiveError> {
        if self.bytes[self.at..].starts_with(what) {
            self.at += what.len();
            return Ok(());
        }
        self.bad()
    }

    fn number(&mut self, end: u8) -> Result<usize, ArchiveError> {
        let mut n: u64 = 0;
        let start = self.at;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'0'..=b'9' if n <= MAX_TOTAL => n = n * 10 + u64::from(byte - b'0'),
                _ if byte == end && self.at > start + 1 && n <= MAX_FILE * 4 => {
                    return Ok(n as usize);
                }
                _ => break,
            }
        }
        self.bad()
    }

    fn text(&mut self, len: usize) -> Result<String, ArchiveError> {
        let end = self.at.saturating_add(len);
        let Some(slice) = self.bytes.get(self.at..end) else {
            return self.bad();
        };
        let Ok(text) = std::str::from_utf8(slice) else {
            return self.bad();
        };
        self.at = end;
        self.expect(b"\n")?;
        Ok(text.to_owned())
    }
}
