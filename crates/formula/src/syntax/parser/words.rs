//! Names: the longest one that is known, else the word that stands there.

use std::sync::OnceLock;

use super::{Local, Parsed, Parser};
use crate::fault::Span;
use crate::functions::NAMES;
use crate::syntax::ast::Word;
use crate::syntax::lexer::Token;
use crate::syntax::names::Known;

const KEYWORDS: [&str; 21] = [
    "true",
    "false",
    "null",
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "and",
    "or",
    "between",
    "instance",
    "of",
    "function",
    "external",
    "not",
    "return",
];

/// Properties of dates, times and ranges that have spaces in their names.
const PROPERTIES: [&str; 3] = ["time offset", "start included", "end included"];

const TYPES: [&str; 3] = [
    "date and time",
    "days and time duration",
    "years and months duration",
];

pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word) && word != "not"
}

impl Parser<'_> {
    /// How far the longest known name reaches that begins at the current word.
    pub(super) fn known_here(&self) -> Option<(String, usize)> {
        let rest = &self.lexer.text[self.span.start..];
        let locals = self.locals.iter().rev().map(|local| match local {
            Local::Names(names) => names,
            Local::Members => self.members,
        });
        let sets = locals.chain([self.globals]);
        let mut best: Option<(String, usize)> = None;
        let mut consider = |found: Option<(&str, usize)>| {
            if let Some((name, end)) = found
                && best.as_ref().is_none_or(|(_, e)| end > *e)
            {
                best = Some((name.to_owned(), end));
            }
        };
        for set in sets {
            consider(set.longest(rest));
        }
        // A function's name counts only before its bracket.
        consider(function_name(rest));
        best
    }

    /// Takes the current word as a name of `end` bytes and moves behind it.
    pub(super) fn take_name(&mut self, name: String, end: usize) -> Parsed<Word> {
        let span = Span::new(self.span.start, self.span.start + end);
        self.lexer.at = span.end;
        self.span = span;
        self.advance()?;
        Ok(Word { text: name, span })
    }

    /// A name that nothing declares: all words up to a keyword or sign, so that
    /// a message can name it whole.
    pub(super) fn unknown_name(&mut self) -> Parsed<Word> {
        let start = self.span;
        let mut text = self.current().to_owned();
        self.advance()?;
        while self.goes_on() {
            text.push(' ');
            text.push_str(self.current());
            self.advance()?;
        }
        Ok(Word {
            text,
            span: self.span_from(start),
        })
    }

    /// Whether a word or number stands here where only an operator could: part
    /// of a name that nothing declares (`Extra days case 1`).
    fn goes_on(&self) -> bool {
        match self.token {
            Token::Word => !is_keyword(self.current()),
            Token::Number => !self.current().starts_with('.'),
            _ => false,
        }
    }

    /// The name after a dot.
    pub(super) fn member_name(&mut self) -> Parsed<Word> {
        if self.token != Token::Word {
            return Err(self.expected("点号后面应为名称", "a name after the dot"));
        }
        let rest = &self.lexer.text[self.span.start..];
        let found = [self.members, &self.seen, &fixed().properties]
            .into_iter()
            .filter_map(|set| set.longest(rest))
            .max_by_key(|(_, end)| *end)
            .map(|(name, end)| (name.to_owned(), end));
        match found {
            Some((name, end)) => self.take_name(name, end),
            None => self.unknown_name(),
        }
    }

    /// The name that an iteration or parameter brings in: all words before `stop`.
    pub(super) fn new_name(&mut self, stop: &[&'static str]) -> Parsed<Word> {
        if self.token != Token::Word {
            return Err(self.expected("此处应为新的名称", "a new name"));
        }
        let start = self.span;
        let mut text = self.current().to_owned();
        self.advance()?;
        while self.token == Token::Word && !stop.contains(&self.current()) {
            text.push(' ');
            text.push_str(self.current());
            self.advance()?;
        }
        Ok(Word {
            text,
            span: self.span_from(start),
        })
    }

    /// `name :` before an argument or entry, read past; `None` leaves the place unchanged.
    pub(super) fn key_before_colon(&mut self) -> Parsed<Option<Word>> {
        if self.token != Token::Word {
            return Ok(None);
        }
        let start = self.span;
        let end = self.ahead(|p| {
            while p.token == Token::Word
                || matches!(p.token, Token::Sign("+" | "-" | "*" | "/" | "'" | "."))
            {
                p.advance()?;
            }
            Ok((p.token == Token::Sign(":")).then_some((p.last_end, p.span.end)))
        });
        let Ok(Some((name_end, colon_end))) = end else {
            return Ok(None);
        };
        let span = Span::new(start.start, name_end);
        let text = span
            .of(self.lexer.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        self.lexer.at = colon_end;
        self.advance()?;
        Ok(Some(Word { text, span }))
    }

    /// A type after `instance of` or a parameter, as written.
    pub(super) fn type_text(&mut self) -> Parsed<String> {
        let start = self.span;
        if self.token != Token::Word {
            return Err(self.expected("此处应为类型名", "the name of a type"));
        }
        let rest = &self.lexer.text[self.span.start..];
        let end = fixed()
            .types
            .longest(rest)
            .map_or(self.current().len(), |(_, end)| end);
        self.take_name(String::new(), end)?;
        while self.token == Token::Sign(".") {
            self.advance()?;
            self.member_name()?;
        }
        if self.token == Token::Sign("<") {
            self.advance()?;
            while self.token != Token::Sign(">") {
                self.deeper()?;
                self.key_before_colon()?;
                self.type_text()?;
                self.level -= 1;
                if self.token != Token::Sign(">") {
                    self.sign(",")?;
                }
            }
            self.advance()?;
        }
        if self.token == Token::Sign("->") {
            self.advance()?;
            self.deeper()?;
            self.type_text()?;
            self.level -= 1;
        }
        Ok(self.span_from(start).of(self.lexer.text).to_owned())
    }
}

/// Names that are always there: read as one where they stand in their place.
struct Fixed {
    functions: Known,
    properties: Known,
    types: Known,
}

fn fixed() -> &'static Fixed {
    static FIXED: OnceLock<Fixed> = OnceLock::new();
    FIXED.get_or_init(|| Fixed {
        functions: Known::new(NAMES.iter().copied().filter(|n| n.contains(' '))),
        properties: Known::new(PROPERTIES),
        types: Known::new(TYPES),
    })
}

fn function_name(rest: &str) -> Option<(&'static str, usize)> {
    let (name, end) = fixed().functions.longest(rest)?;
    rest[end..]
        .trim_start()
        .starts_with('(')
        .then_some((name, end))
}
