//! What an uploaded file really is, whatever it is called; and whether a PDF would do something
//! when somebody opens it.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use platform::{Problem, Result};

use crate::problems::{FILE_ACTIVE, FILE_KIND};

/// The media type of a picture or PDF.
///
/// # Errors
/// `decide.file.kind` for anything else, also where name and content disagree in kind;
/// `decide.file.active` for a PDF that is more than pages.
pub(super) fn media(name: &str, bytes: &[u8]) -> Result<&'static str> {
    let media = if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        "image/jpeg"
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if bytes.len() > 12 && bytes.starts_with(b"RIFF") && &bytes[8..12] == b"WEBP" {
        "image/webp"
    } else if bytes.starts_with(b"%PDF-") {
        "application/pdf"
    } else {
        return Err(Problem::new(&FILE_KIND));
    };
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let fits = match ending.as_deref() {
        Some("pdf") => media == "application/pdf",
        Some("jpg" | "jpeg" | "png" | "webp") => media.starts_with("image/"),
        // A phone's camera may give no ending; any other ending is a lie.
        None => true,
        Some(_) => false,
    };
    if !fits {
        return Err(Problem::new(&FILE_KIND));
    }
    if media == "application/pdf" && active(bytes) {
        return Err(Problem::new(&FILE_ACTIVE));
    }
    Ok(media)
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

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write as _;

    fn code(result: Result<&'static str>) -> &'static str {
        result.err().map_or("", |p| p.kind().code)
    }

    #[test]
    fn what_is_no_picture_and_no_pdf_is_refused_whatever_its_name() {
        assert_eq!(
            code(media("photo.jpg", b"MZ\x90\x00program")),
            "decide.file.kind"
        );
        assert_eq!(
            code(media("run.exe", &[0xFF, 0xD8, 0xFF, 0xE0])),
            "decide.file.kind"
        );
        assert_eq!(
            code(media("a.pdf", &[0xFF, 0xD8, 0xFF, 0xE0])),
            "decide.file.kind"
        );
        assert_eq!(
            media("照片.JPG", &[0xFF, 0xD8, 0xFF, 0xE0]).unwrap(),
            "image/jpeg"
        );
    }

    #[test]
    fn a_pdf_that_acts_is_refused_in_plain_in_hex_and_packed() {
        let plain = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj";
        assert_eq!(media("a.pdf", plain).unwrap(), "application/pdf");
        for acting in [
            "%PDF-1.7\n<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
            "%PDF-1.7\n<</S/J#61vaScript>>",
            "%PDF-1.7\n<</AA<</O 3 0 R>>>>",
            "%PDF-1.7\ntrailer<</Encrypt 9 0 R>>",
        ] {
            assert_eq!(
                code(media("a.pdf", acting.as_bytes())),
                "decide.file.active",
                "{acting}"
            );
        }
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        packed.write_all(b"<</S/JavaScript/JS(x)>>").unwrap();
        let mut hidden = b"%PDF-1.7\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\r\n".to_vec();
        hidden.extend(packed.finish().unwrap());
        hidden.extend(b"\nendstream");
        assert_eq!(code(media("a.pdf", &hidden)), "decide.file.active");
    }
}
