//! Photographs and scans that people send in: what they may be, and how large.

use std::io::Read as _;

use axum::extract::multipart::Field;
use flate2::read::ZlibDecoder;

use crate::problem::{Problem, Result, kinds};

/// The largest photograph or scan. Telephones take pictures of 2 to 8 MB.
pub const PICTURE_MAX: usize = 10 * 1024 * 1024;

/// Why a file cannot serve as a photograph or scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Larger than [`PICTURE_MAX`].
    TooLarge,
    /// Neither JPEG, PNG, WebP nor PDF, whatever its name says.
    NoPicture,
    /// A PDF in which something runs when it is opened, that carries other files, or whose content
    /// is locked away.
    Active,
}

/// Names of a PDF that make it act, carry something, or hide its content.
const ACTIVE: [&[u8]; 11] = [
    b"/JavaScript",
    b"/JS",
    b"/OpenAction",
    b"/AA",
    b"/Launch",
    b"/EmbeddedFile",
    b"/EmbeddedFiles",
    b"/RichMedia",
    b"/XFA",
    b"/SubmitForm",
    b"/Encrypt",
];
/// Compressed objects are looked into up to this size in all.
const INFLATED: u64 = 64 << 20;

/// The media type of a photograph or scan by its content; its name decides nothing.
///
/// # Errors
/// Why it cannot be used.
pub fn picture(bytes: &[u8]) -> std::result::Result<&'static str, Unusable> {
    if bytes.len() > PICTURE_MAX {
        return Err(Unusable::TooLarge);
    }
    scan(bytes)
}

/// As [`picture`], for papers whose size the caller limits.
///
/// # Errors
/// Why it cannot be used; never [`Unusable::TooLarge`].
pub fn scan(bytes: &[u8]) -> std::result::Result<&'static str, Unusable> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Ok("image/jpeg");
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok("image/png");
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok("image/webp");
    }
    if bytes.starts_with(b"%PDF-") {
        return match active(bytes) {
            true => Err(Unusable::Active),
            false => Ok("application/pdf"),
        };
    }
    Err(Unusable::NoPicture)
}

/// Whether a PDF does more than show pages. Looks through the plain text and through compressed
/// streams, in which objects may be packed; names may be written with `#xx`.
fn active(bytes: &[u8]) -> bool {
    if names(bytes) {
        return true;
    }
    let mut left = INFLATED;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let begin = at + found + b"stream".len();
        at = begin;
        let before = &bytes[..begin - b"stream".len()];
        if before.ends_with(b"end") {
            continue;
        }
        let mut body = &bytes[begin..];
        body = body.strip_prefix(b"\r").unwrap_or(body);
        body = body.strip_prefix(b"\n").unwrap_or(body);
        // Only zlib streams can hold objects; pictures are skipped by their first byte.
        if body.first() != Some(&0x78) && body.first() != Some(&0x58) {
            continue;
        }
        let mut plain = Vec::new();
        let read = ZlibDecoder::new(body).take(left).read_to_end(&mut plain);
        left = left.saturating_sub(plain.len() as u64);
        if names(&plain) || left == 0 {
            return true;
        }
        _ = read;
    }
    false
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w == needle)
}

/// Whether one of the names stands in a piece of PDF as a whole name.
fn names(piece: &[u8]) -> bool {
    let mut at = 0;
    while let Some(slash) = piece[at..].iter().position(|b| *b == b'/') {
        let start = at + slash;
        let mut name = vec![b'/'];
        let mut i = start + 1;
        while i < piece.len() && name.len() < 40 {
            let b = piece[i];
            if b == b'#' && i + 2 < piece.len() {
                let hex = std::str::from_utf8(&piece[i + 1..i + 3]).ok();
                if let Some(real) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
                    name.push(real);
                    i += 3;
                    continue;
                }
            }
            if !b.is_ascii_alphanumeric() {
                break;
            }
            name.push(b);
            i += 1;
        }
        if ACTIVE.contains(&name.as_slice()) {
            return true;
        }
        at = start + 1;
    }
    false
}

/// Reads one part of an upload into memory, at most `most` bytes and a few more; `None` when there
/// are more.
///
/// # Errors
/// `platform.malformed` when the upload breaks off.
pub async fn read_part(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let malformed = |e| Problem::new(&kinds::MALFORMED).because(e);
    while let Some(piece) = field.chunk().await.map_err(malformed)? {
        if bytes.len() + piece.len() > most {
            return Ok(None);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(picture(&[0xFF, 0xD8, 0xFF, 0xE0, 0]), Ok("image/jpeg"));
        assert_eq!(picture(b"\x89PNG\r\n\x1a\n...."), Ok("image/png"));
        assert_eq!(picture(b"RIFF\0\0\0\0WEBPVP8 "), Ok("image/webp"));
        assert_eq!(
            picture(b"%PDF-1.4\n1 0 obj << /Type /Catalog >>"),
            Ok("application/pdf")
        );
        assert_eq!(
            picture(b"MZ\x90\0\x03"),
            Err(Unusable::NoPicture),
            "a program"
        );
        assert_eq!(picture(b""), Err(Unusable::NoPicture));
        assert_eq!(
            picture(&vec![0xFF; PICTURE_MAX + 1]),
            Err(Unusable::TooLarge)
        );
    }

    #[test]
    fn a_pdf_that_runs_something_is_refused() {
        for words in [
            "/S /JavaScript /JS (app.alert(1))",
            "/OpenAction 4 0 R",
            "/AA << /O 5 0 R >>",
            "/S/Launch",
            "/S/J#61vaScript",
            "/Encrypt 9 0 R",
        ] {
            let text = format!("%PDF-1.7\n1 0 obj << {words} >> endobj");
            assert_eq!(picture(text.as_bytes()), Err(Unusable::Active), "{words}");
        }
        let harmless = b"%PDF-1.7\n1 0 obj << /JSome 1 /AAB 2 >> endobj";
        assert_eq!(picture(harmless), Ok("application/pdf"));
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        packed.write_all(b"<</S/JavaScript/JS(x)>>").unwrap();
        let mut hidden = b"%PDF-1.7\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\r\n".to_vec();
        hidden.extend(packed.finish().unwrap());
        hidden.extend(b"\nendstream");
        assert_eq!(picture(&hidden), Err(Unusable::Active), "packed");
    }
}
