//! Encodings of text tables.

use std::io::{Read, Write};

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};

use crate::error::PaperError;
use crate::source::{ReadSeek, Source};

/// The encoding of a text table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark, as Excel wants it.
    Utf8Bom,
    /// UTF-16, little end first, with a byte order mark ("Unicode text" of Excel).
    Utf16Le,
    /// UTF-16, big end first, with a byte order mark.
    Utf16Be,
    /// GB18030, with GBK and GB2312 inside it.
    Gb18030,
}

impl Encoding {
    /// The name shown to users.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 BOM",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Gb18030 => "GB18030",
        }
    }

    fn bom(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 | Encoding::Gb18030 => b"",
            Encoding::Utf8Bom => b"\xEF\xBB\xBF",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
        }
    }

    /// The byte order mark that opens such a file.
    pub(crate) fn start(self, out: &mut impl Write) -> std::io::Result<()> {
        out.write_all(self.bom())
    }

    /// Writes text; every character exists in each of these encodings.
    pub(crate) fn write(self, text: &str, out: &mut impl Write) -> std::io::Result<()> {
        match self {
            Encoding::Utf8 | Encoding::Utf8Bom => out.write_all(text.as_bytes()),
            Encoding::Utf16Le => text
                .encode_utf16()
                .try_for_each(|u| out.write_all(&u.to_le_bytes())),
            Encoding::Utf16Be => text
                .encode_utf16()
                .try_for_each(|u| out.write_all(&u.to_be_bytes())),
            Encoding::Gb18030 => out.write_all(&GB18030.encode(text).0),
        }
    }

    fn decoder(self) -> Option<encoding_rs::Decoder> {
        match self {
            Encoding::Utf8 | Encoding::Utf8Bom => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Gb18030 => Some(GB18030.new_decoder_without_bom_handling()),
        }
    }
}

/// The encoding that holds to the last byte, and the number of lines.
pub(crate) fn sniff(source: &Source) -> Result<(Encoding, u64), PaperError> {
    let mut head = [0u8; 3];
    let mut file = source.open()?;
    let n = read_full(&mut file, &mut head)?;
    let marked = [Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be]
        .into_iter()
        .find(|e| head[..n].starts_with(e.bom()));
    let first = marked.unwrap_or(Encoding::Utf8);
    match check(source, first) {
        Ok(lines) => Ok((first, lines)),
        Err(_) if marked.is_none() => Ok((Encoding::Gb18030, check(source, Encoding::Gb18030)?)),
        Err(error) => Err(error),
    }
}

fn check(source: &Source, encoding: Encoding) -> Result<u64, PaperError> {
    let mut decoded = Decoded::open(source, encoding)?;
    let mut buffer = vec![0u8; 128 << 10];
    let mut lines = 0u64;
    let mut open = false;
    loop {
        match decoded.read(&mut buffer) {
            Ok(0) => return Ok(lines + u64::from(open)),
            Ok(n) => {
                lines += memchr::memchr_iter(b'\n', &buffer[..n]).count() as u64;
                open = buffer[n - 1] != b'\n';
            }
            Err(error) => {
                let error = PaperError::io(error);
                return Err(if error.code() == "unknown_encoding" {
                    PaperError::encoding(lines + 1)
                } else {
                    error
                });
            }
        }
    }
}

/// A file's text as UTF-8 bytes; bytes that do not fit the encoding are an error.
pub(crate) struct Decoded {
    file: Box<dyn ReadSeek>,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    raw_from: usize,
    raw_to: usize,
    end: bool,
    /// Decoded text that waits to be taken.
    text: Vec<u8>,
    text_from: usize,
    text_to: usize,
}

const BLOCK: usize = 64 << 10;

impl Decoded {
    pub(crate) fn open(source: &Source, encoding: Encoding) -> Result<Self, PaperError> {
        let mut file = source.open()?;
        let mut bom = vec![0u8; encoding.bom().len()];
        read_full(&mut file, &mut bom)?;
        Ok(Self {
            file,
            decoder: encoding.decoder(),
            raw: vec![0; BLOCK],
            raw_from: 0,
            raw_to: 0,
            end: false,
            text: vec![0; 3 * BLOCK + 16],
            text_from: 0,
            text_to: 0,
        })
    }

    /// Fills `text` with what the next block holds.
    fn fill(&mut self) -> std::io::Result<()> {
        while self.text_from == self.text_to {
            if self.raw_from > 0 {
                self.raw.copy_within(self.raw_from..self.raw_to, 0);
                self.raw_to -= self.raw_from;
                self.raw_from = 0;
            }
            if !self.end {
                let n = self.file.read(&mut self.raw[self.raw_to..])?;
                self.end = n == 0;
                self.raw_to += n;
            }
            if self.end && self.raw_to == 0 && self.decoder.is_none() {
                return Ok(());
            }
            let raw = &self.raw[..self.raw_to];
            let Some(decoder) = &mut self.decoder else {
                let valid = match std::str::from_utf8(raw) {
                    Ok(_) => raw.len(),
                    Err(e) if e.error_len().is_none() && !self.end => e.valid_up_to(),
                    Err(e) if e.valid_up_to() > 0 => e.valid_up_to(),
                    Err(_) => return Err(PaperError::encoding(1).into()),
                };
                self.text[..valid].copy_from_slice(&raw[..valid]);
                (self.text_from, self.text_to, self.raw_from) = (0, valid, valid);
                continue;
            };
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(raw, &mut self.text, self.end);
            (self.text_from, self.text_to, self.raw_from) = (0, written, read);
            match result {
                DecoderResult::Malformed(..) if written == 0 => {
                    return Err(PaperError::encoding(1).into());
                }
                DecoderResult::Malformed(..) => {
                    // Hand out what came before; the fault comes up with the next call.
                    self.raw_from = read.saturating_sub(1);
                }
                DecoderResult::InputEmpty if self.end => {
                    self.decoder = None;
                    self.raw_from = 0;
                    self.raw_to = 0;
                }
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.text_from == self.text_to {
            self.fill()?;
        }
        let n = buffer.len().min(self.text_to - self.text_from);
        buffer[..n].copy_from_slice(&self.text[self.text_from..self.text_from + n]);
        self.text_from += n;
        Ok(n)
    }
}

fn read_full(file: &mut Box<dyn ReadSeek>, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut n = 0;
    while n < buffer.len() {
        match file.read(&mut buffer[n..])? {
            0 => break,
            m => n += m,
        }
    }
    Ok(n)
}

/// Whether a text can be written in an encoding without loss; all of these can hold all
/// of Unicode, so this only guards the claim.
#[cfg(test)]
fn encodes(text: &str) -> bool {
    let mut encoder = GB18030.new_encoder();
    let mut out = vec![0u8; text.len() * 4 + 16];
    let (result, _, _, replaced) = encoder.encode_from_utf8(text, &mut out, true);
    result == encoding_rs::CoderResult::InputEmpty && !replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> Result<(Encoding, String), PaperError> {
        let source = Source::bytes("x.csv", bytes);
        let (encoding, _) = sniff(&source)?;
        let mut text = String::new();
        Decoded::open(&source, encoding)?.read_to_string(&mut text)?;
        Ok((encoding, text))
    }

    #[test]
    fn tells_encodings_apart_even_late_in_the_file() {
        let long = format!("{}姓名,㑇\n", "a,b\n".repeat(60_000));
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Gb18030,
        ] {
            let mut bytes = Vec::new();
            encoding.start(&mut bytes).unwrap();
            encoding.write(&long, &mut bytes).unwrap();
            let (found, text) = decode(&bytes).unwrap();
            assert_eq!(found, encoding);
            assert_eq!(text, long);
        }
        assert!(encodes("𠀀㑇龦"));
    }

    #[test]
    fn names_the_line_that_fits_no_encoding() {
        let mut bytes = b"a,b\n".repeat(3);
        bytes.extend([b'x', 0xFF, 0xFF, b'\n']);
        let error = decode(&bytes).unwrap_err();
        assert_eq!(error.code(), "unknown_encoding");
        assert!(error.en().contains("Line 4"), "{}", error.en());
    }
}
