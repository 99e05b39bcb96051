//! Moving over tokens.

use super::{Parsed, Parser};
use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::lexer::Token;

impl Parser<'_> {
    pub(super) fn advance(&mut self) -> Parsed<()> {
        self.last_end = self.span.end;
        (self.token, self.span) = self.lexer.next()?;
        Ok(())
    }

    /// Looks on from here and comes back.
    pub(super) fn ahead<T>(&mut self, look: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let kept = (self.lexer.at, self.token.clone(), self.span, self.last_end);
        let seen = look(self);
        (self.lexer.at, self.token, self.span, self.last_end) = kept;
        seen
    }

    /// The text of the current token.
    pub(super) fn current(&self) -> &str {
        self.span.of(self.lexer.text)
    }

    pub(super) fn word_is(&self, word: &str) -> bool {
        self.token == Token::Word && self.current() == word
    }

    pub(super) fn sign(&mut self, sign: &'static str) -> Parsed<()> {
        if self.token != Token::Sign(sign) {
            return Err(self.expected(&format!("此处应为“{sign}”"), &format!("\"{sign}\"")));
        }
        self.advance()
    }

    pub(super) fn keyword(&mut self, word: &'static str) -> Parsed<()> {
        if !self.word_is(word) {
            return Err(self.expected(&format!("此处应为 {word}"), word));
        }
        self.advance()
    }

    /// A fault at the current token.
    pub(super) fn expected(&self, zh: &str, en: &str) -> Box<Fault> {
        let (found_zh, found_en) = match self.token {
            Token::End => ("公式结束了".to_owned(), "the formula ends".to_owned()),
            _ => (
                format!("却是“{}”", self.current()),
                format!("found \"{}\"", self.current()),
            ),
        };
        let fault = Fault::new(
            FaultKind::Syntax,
            self.span,
            format!("{zh}，{found_zh}"),
            format!("expected {en}, but {found_en}"),
        );
        let mended = match self.token {
            Token::End => fault.mend("补全公式", "complete the formula"),
            _ => fault.mend(
                "检查此处的括号、逗号和运算符",
                "check brackets, commas and operators here",
            ),
        };
        mended.into()
    }

    pub(super) fn span_from(&self, start: Span) -> Span {
        Span::new(start.start, self.last_end)
    }
}
