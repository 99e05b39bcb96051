//! Photographs and scans that people send in: what they may be, and how large.

use axum::extract::multipart::Field;

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
    /// A PDF in which something runs when it is opened, or that carries other files.
    Active,
}

/// Words of a PDF that make it run something or carry another file (ISO 32000-1, 12.6 and 7.11).
const ACTIVE: [&[u8]; 7] = [
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/OpenAction",
    b"/AA",
    b"/EmbeddedFile",
    b"/RichMedia",
];

/// The media type of a photograph or scan by its content; its name decides nothing.
///
/// # Errors
/// Why it cannot be used.
pub fn picture(bytes: &[u8]) -> std::result::Result<&'static str, Unusable> {
    if bytes.len() > PICTURE_MAX {
        return Err(Unusable::TooLarge);
    }
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
        return match ACTIVE.iter().any(|word| named(bytes, word)) {
            true => Err(Unusable::Active),
            false => Ok("application/pdf"),
        };
    }
    Err(Unusable::NoPicture)
}

/// Whether a PDF has a name: followed by no further letter, so that `/JS` is not found in `/JSome`.
fn named(bytes: &[u8], word: &[u8]) -> bool {
    let ends = |rest: &[u8]| rest.first().is_none_or(|b| !b.is_ascii_alphanumeric());
    (0..bytes.len().saturating_sub(word.len()) + 1)
        .filter(|at| bytes[*at] == b'/')
        .any(|at| bytes[at..].starts_with(word) && ends(&bytes[at + word.len()..]))
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
        ] {
            let text = format!("%PDF-1.7\n1 0 obj << {words} >> endobj");
            assert_eq!(picture(text.as_bytes()), Err(Unusable::Active), "{words}");
        }
        let harmless = b"%PDF-1.7\n1 0 obj << /JSome 1 /AAB 2 >> endobj";
        assert_eq!(picture(harmless), Ok("application/pdf"));
    }
}
