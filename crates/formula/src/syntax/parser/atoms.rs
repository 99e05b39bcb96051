//! Literals, names, brackets.

use super::words::is_keyword;
use super::{ADD, Local, Parsed, Parser};
use crate::fault::Span;
use crate::number::Number;
use crate::syntax::ast::{Expr, Kind};
use crate::syntax::lexer::Token;
use crate::syntax::names::Known;

impl Parser<'_> {
    pub(super) fn atom(&mut self) -> Parsed {
        let start = self.span;
        match std::mem::replace(&mut self.token, Token::End) {
            Token::Number => {
                let text = start.of(self.lexer.text);
                self.token = Token::Number;
                let Some(number) = Number::parse(text) else {
                    return Err(self.expected("数太大", "a number that 34 digits hold"));
                };
                self.advance()?;
                self.make(Kind::Number(number), start)
            }
            Token::Text(value) => {
                self.advance()?;
                self.make(Kind::Text(value), start)
            }
            Token::At(value) => {
                self.advance()?;
                self.make(Kind::At(value), start)
            }
            Token::Word => {
                self.token = Token::Word;
                self.word_atom(start)
            }
            other => {
                self.token = other;
                match self.token {
                    Token::Sign("(") => self.paren(false).map(|mut exprs| exprs.remove(0)),
                    Token::Sign("[") => self.square(),
                    Token::Sign("]") => self.open_range(),
                    Token::Sign("{") => self.context(),
                    _ => Err(self.expected("此处应为一个值", "a value")),
                }
            }
        }
    }

    fn word_atom(&mut self, start: Span) -> Parsed {
        let word = self.current().to_owned();
        let known = self.known_here();
        if let Some((name, end)) = known
            && (end > word.len() || !is_keyword(&word))
        {
            let name = self.take_name(name, end)?;
            return self.make(Kind::Name(name.text), name.span);
        }
        let kind = match word.as_str() {
            "null" => Kind::Null,
            "true" => Kind::Boolean(true),
            "false" => Kind::Boolean(false),
            "if" => return self.if_form(start),
            "for" => return self.for_form(start),
            "some" | "every" => return self.quantified_form(start, word == "every"),
            "function" => return self.function_form(start),
            _ if is_keyword(&word) => return Err(self.expected("此处应为一个值", "a value")),
            _ => {
                let name = self.unknown_name()?;
                return self.make(Kind::Name(name.text), name.span);
            }
        };
        self.advance()?;
        self.make(kind, start)
    }

    /// `(…)`: grouping, an open-ended range, a test, or (where `many`) several tests.
    pub(super) fn paren(&mut self, many: bool) -> Parsed<Vec<Expr>> {
        let start = self.span;
        let outer = std::mem::replace(&mut self.range_end, false);
        self.sign("(")?;
        let first = self.test()?;
        if self.token == Token::Sign("..") {
            self.range_end = outer;
            return Ok(vec![self.range_after(start, first, false)?]);
        }
        let mut exprs = vec![first];
        while many && self.token == Token::Sign(",") {
            self.advance()?;
            exprs.push(self.test()?);
        }
        self.sign(")")?;
        self.range_end = outer;
        Ok(exprs)
    }

    /// `< 10` or an expression.
    pub(super) fn test(&mut self) -> Parsed {
        let start = self.span;
        match self.compare() {
            Some(op) => {
                self.advance()?;
                let value = self.binary(ADD)?;
                let span = start.to(value.span);
                self.make(Kind::Test(op, Box::new(value)), span)
            }
            None => self.expression(),
        }
    }

    /// What follows `in`.
    pub(super) fn tests(&mut self) -> Parsed<Vec<Expr>> {
        if self.compare().is_some() {
            return Ok(vec![self.test()?]);
        }
        if self.token != Token::Sign("(") {
            return Ok(vec![self.binary(ADD)?]);
        }
        let mut tests = self.paren(true)?;
        if tests.len() == 1 {
            let first = self.postfix(tests.remove(0))?;
            tests = vec![self.binary_after(first, ADD)?];
        }
        Ok(tests)
    }

    /// `[…]`: a list or a closed range.
    fn square(&mut self) -> Parsed {
        let start = self.span;
        let outer = std::mem::replace(&mut self.range_end, false);
        self.sign("[")?;
        let mut items = Vec::new();
        while self.token != Token::Sign("]") {
            let item = self.test()?;
            if items.is_empty() && self.token == Token::Sign("..") {
                self.range_end = outer;
                return self.range_after(start, item, true);
            }
            items.push(item);
            if self.token != Token::Sign("]") {
                self.sign(",")?;
            }
        }
        self.sign("]")?;
        self.range_end = outer;
        self.make(Kind::List(items), self.span_from(start))
    }

    /// `]1..5]`.
    fn open_range(&mut self) -> Parsed {
        let start = self.span;
        self.advance()?;
        let low = self.binary(ADD)?;
        self.range_after(start, low, false)
    }

    fn range_after(&mut self, start: Span, low: Expr, low_in: bool) -> Parsed {
        self.sign("..")?;
        let outer = std::mem::replace(&mut self.range_end, true);
        let high = self.binary(ADD)?;
        self.range_end = outer;
        let high_in = match self.token {
            Token::Sign("]") => true,
            Token::Sign(")" | "[") => false,
            _ => {
                return Err(self.expected("区间应以 ] 或 ) 结束", "] or ) at the end of the range"));
            }
        };
        self.advance()?;
        let (low, high) = (Box::new(low), Box::new(high));
        self.make(
            Kind::Range {
                low,
                low_in,
                high,
                high_in,
            },
            self.span_from(start),
        )
    }

    /// Whether the `[` here closes a range such as `[1..5[` rather than opening a filter.
    pub(super) fn closes_range(&mut self) -> Parsed<bool> {
        self.ahead(|p| {
            p.advance()?;
            Ok(match p.token {
                Token::End => true,
                Token::Sign(s) => !matches!(s, "(" | "[" | "{" | "-" | "@"),
                Token::Word => matches!(
                    p.current(),
                    "and" | "or" | "in" | "instance" | "then" | "else"
                ),
                _ => false,
            })
        })
    }

    fn context(&mut self) -> Parsed {
        let start = self.span;
        let outer = std::mem::replace(&mut self.range_end, false);
        self.sign("{")?;
        self.locals.push(Local::Names(Known::default()));
        let mut entries = Vec::new();
        while self.token != Token::Sign("}") {
            let key = self.entry_key()?;
            let value = self.expression()?;
            self.seen.add(&key.text);
            if let Some(Local::Names(names)) = self.locals.last_mut() {
                names.add(&key.text);
            }
            entries.push((key, value));
            if self.token != Token::Sign("}") {
                self.sign(",")?;
            }
        }
        self.locals.pop();
        self.sign("}")?;
        self.range_end = outer;
        self.make(Kind::Context(entries), self.span_from(start))
    }
}
