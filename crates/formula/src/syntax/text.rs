//! Text literals and their escapes.

use crate::fault::{Fault, FaultKind, Span};

/// Reads a quoted text at the start of `rest`; gives it and its length in bytes.
pub fn unquote(rest: &str, start: usize) -> Result<(String, usize), Box<Fault>> {
    let mut out = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((i, c)) = chars.next() {
        match c {
            '"' => return Ok((out, i + 1)),
            '\\' => {
                let Some((_, escape)) = chars.next() else {
                    break;
                };
                match escape {
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    'r' => out.push('\r'),
                    '"' | '\'' | '\\' => out.push(escape),
                    'u' | 'U' => {
                        let length = if escape == 'u' { 4 } else { 6 };
                        let code = hex(rest, i + 2, length);
                        let span = Span::new(start + i, start + (i + 2 + length).min(rest.len()));
                        let mut used = length;
                        let scalar = match code {
                            // A pair of halves, as Java writes characters beyond 16 bits.
                            Some(high @ 0xD800..=0xDBFF)
                                if rest[i + 2 + length..].starts_with("\\u") =>
                            {
                                used += 6;
                                hex(rest, i + 4 + length, 4)
                                    .filter(|low| (0xDC00..=0xDFFF).contains(low))
                                    .map(|low| 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                            }
                            other => other,
                        };
                        let c = scalar
                            .and_then(char::from_u32)
                            .ok_or_else(|| bad_escape(span))?;
                        out.push(c);
                        for _ in 0..used {
                            chars.next();
                        }
                    }
                    other => {
                        // The standard leaves other escapes as they are written.
                        out.push('\\');
                        out.push(other);
                    }
                }
            }
            _ => out.push(c),
        }
    }
    let span = Span::new(start, start + rest.len());
    Err(Fault::new(
        FaultKind::Syntax,
        span,
        "文字没有结束的引号",
        "the text has no closing quote",
    )
    .mend("在文字末尾加 \"", "close the text with \"")
    .into())
}

fn hex(rest: &str, at: usize, length: usize) -> Option<u32> {
    let digits = rest.get(at..at + length)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then(|| u32::from_str_radix(digits, 16).ok())?
}

fn bad_escape(span: Span) -> Box<Fault> {
    Fault::new(
        FaultKind::Syntax,
        span,
        "\\u 后面不是字符编码",
        "\\u is not followed by the code of a character",
    )
    .mend(
        "写四位十六进制，如 \\u4F4E",
        "write four hexadecimal digits, such as \\u4F4E",
    )
    .into()
}

/// A text as a literal.
pub fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
