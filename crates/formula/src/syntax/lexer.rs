//! Tokens, one at a time: the parser may move the reading place to the end of a long name.

use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::names::{is_name_part, is_name_start};
use crate::syntax::text;

#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Number,
    Text(String),
    At(String),
    /// A run of name characters; the parser knows keywords and longer names.
    Word,
    Sign(&'static str),
    End,
}

const SIGNS: [&str; 25] = [
    "**", "..", "<=", ">=", "!=", "->", "(", ")", "[", "]", "{", "}", ",", ":", ".", "+", "-", "*",
    "/", "=", "<", ">", "@", "'", ";",
];

pub struct Lexer<'t> {
    pub text: &'t str,
    pub at: usize,
}

impl<'t> Lexer<'t> {
    /// The next token from the reading place on, which moves behind it.
    pub fn next(&mut self) -> Result<(Token, Span), Box<Fault>> {
        self.skip_blank()?;
        let start = self.at;
        let rest = &self.text[start..];
        let Some(first) = rest.chars().next() else {
            return Ok((Token::End, Span::new(start, start)));
        };
        let digit_after_dot = first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let token = if first.is_ascii_digit() || digit_after_dot {
            self.at += number_length(rest);
            Token::Number
        } else if first == '"' {
            let (value, length) = text::unquote(rest, start)?;
            self.at += length;
            Token::Text(value)
        } else if first == '@' && rest[1..].trim_start().starts_with('"') {
            let blank = rest[1..].len() - rest[1..].trim_start().len();
            let (value, length) = text::unquote(&rest[1 + blank..], start + 1 + blank)?;
            self.at += 1 + blank + length;
            Token::At(value)
        } else if is_name_start(first) {
            self.at += rest.find(|c| !is_name_part(c)).unwrap_or(rest.len());
            Token::Word
        } else if let Some(sign) = SIGNS.into_iter().find(|s| rest.starts_with(s)) {
            self.at += sign.len();
            Token::Sign(sign)
        } else {
            return Err(strange(first, Span::new(start, start + first.len_utf8())));
        };
        Ok((token, Span::new(start, self.at)))
    }

    fn skip_blank(&mut self) -> Result<(), Box<Fault>> {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                let Some(end) = trimmed.find("*/") else {
                    let span = Span::new(self.at, self.text.len());
                    return Err(Fault::new(
                        FaultKind::Syntax,
                        span,
                        "注释没有结束",
                        "the comment does not end",
                    )
                    .mend("在注释末尾加 */", "end the comment with */")
                    .into());
                };
                self.at += end + 2;
            } else {
                return Ok(());
            }
        }
    }
}

fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut length = digits(0);
    if bytes.get(length) == Some(&b'.') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit) {
        length += 1 + digits(length + 1);
    }
    if matches!(bytes.get(length), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(length + 1), Some(b'+' | b'-')));
        let power = digits((length + 1 + sign).min(bytes.len()));
        if power > 0 {
            length += 1 + sign + power;
        }
    }
    length
}

/// A sign that FEEL does not have, with the one that was probably meant.
fn strange(c: char, span: Span) -> Box<Fault> {
    let fault = Fault::new(
        FaultKind::Syntax,
        span,
        format!("公式里不能有“{c}”"),
        format!("\"{c}\" has no meaning in a formula"),
    );
    let mended = match c {
        '×' => fault.mend("乘号写作 *", "write * for multiplication"),
        '÷' => fault.mend("除号写作 /", "write / for division"),
        '≥' => fault.mend("写作 >=", "write >="),
        '≤' => fault.mend("写作 <=", "write <="),
        '≠' => fault.mend("写作 !=", "write !="),
        '−' | '–' | '—' => fault.mend("减号写作 -", "write - for minus"),
        '“' | '”' => fault.mend("文字用英文引号 \"…\"", "put texts in straight quotes \"…\""),
        '%' => fault.mend("百分数写作 百分之(30) 或 0.3", "write 百分之(30) or 0.3"),
        _ => fault.mend("删去它", "remove it"),
    };
    mended.into()
}
