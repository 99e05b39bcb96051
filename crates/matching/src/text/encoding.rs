//! Text that is UTF-8 or GB18030, decided for each row.

use std::borrow::Cow;

use encoding_rs::GB18030;

/// The encoding of most rows of a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, with GBK and GB2312 inside it.
    Gb18030,
}

impl TextEncoding {
    /// The encoding that more of the rows with characters beyond ASCII have.
    pub(crate) fn of(head: &[u8]) -> TextEncoding {
        let (mut utf8, mut other) = (0u32, 0u32);
        for line in head.split(|b| *b == b'\n').filter(|line| !line.is_ascii()) {
            match std::str::from_utf8(line) {
                Ok(_) => utf8 += 1,
                Err(_) => other += 1,
            }
        }
        if other > utf8 {
            TextEncoding::Gb18030
        } else {
            TextEncoding::Utf8
        }
    }

    /// The name shown to users.
    pub fn name(self) -> &'static str {
        match self {
            TextEncoding::Utf8 => "UTF-8",
            TextEncoding::Gb18030 => "GB18030",
        }
    }
}

/// The text of a row. A file put together from two others has rows in both encodings: a row
/// that does not fit the file's encoding is read in the other one, and is refused only where
/// it fits neither.
pub fn decode(bytes: &[u8], encoding: TextEncoding) -> Option<Cow<'_, str>> {
    let utf8 = std::str::from_utf8(bytes);
    match encoding {
        TextEncoding::Utf8 => match utf8 {
            Ok(text) => Some(Cow::Borrowed(text)),
            Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        },
        TextEncoding::Gb18030 => match utf8 {
            // Two characters of three bytes by accident are next to impossible; two of two
            // bytes are not (“联通” in GBK is well-formed UTF-8).
            Ok(text) if text.is_ascii() || chinese(text) >= 2 => Some(Cow::Borrowed(text)),
            Ok(text) => GB18030
                .decode_without_bom_handling_and_without_replacement(bytes)
                .or(Some(Cow::Borrowed(text))),
            Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        },
    }
}

fn chinese(text: &str) -> usize {
    text.chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}'))
        .take(2)
        .count()
}
