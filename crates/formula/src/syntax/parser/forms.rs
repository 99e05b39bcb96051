//! The forms with keywords: if, for, some, every, function; keys of contexts.

use super::{Local, Parsed, Parser};
use crate::fault::Span;
use crate::syntax::ast::{Binding, Kind, Word};
use crate::syntax::lexer::Token;
use crate::syntax::names::Known;

impl Parser<'_> {
    pub(super) fn if_form(&mut self, start: Span) -> Parsed {
        self.advance()?;
        let condition = self.expression()?;
        self.keyword("then")?;
        let yes = self.expression()?;
        self.keyword("else")?;
        let no = self.expression()?;
        let span = start.to(no.span);
        self.make(
            Kind::If(Box::new(condition), Box::new(yes), Box::new(no)),
            span,
        )
    }

    pub(super) fn for_form(&mut self, start: Span) -> Parsed {
        let bindings = self.bindings("return")?;
        if let Some(Local::Names(names)) = self.locals.last_mut() {
            names.add("partial");
        }
        let result = Box::new(self.expression()?);
        self.locals.pop();
        let span = start.to(result.span);
        self.make(Kind::For { bindings, result }, span)
    }

    pub(super) fn quantified_form(&mut self, start: Span, every: bool) -> Parsed {
        let bindings = self.bindings("satisfies")?;
        let condition = Box::new(self.expression()?);
        self.locals.pop();
        let span = start.to(condition.span);
        self.make(
            Kind::Quantified {
                every,
                bindings,
                condition,
            },
            span,
        )
    }

    /// `x in xs, y in ys` up to the keyword; leaves one level of locals open.
    fn bindings(&mut self, stop: &'static str) -> Parsed<Vec<Binding>> {
        self.advance()?;
        self.locals.push(Local::Names(Known::default()));
        let mut bindings = Vec::new();
        loop {
            let name = self.new_name(&["in"])?;
            self.keyword("in")?;
            let domain = self.expression()?;
            let until = match self.token {
                Token::Sign("..") => {
                    self.advance()?;
                    Some(self.expression()?)
                }
                _ => None,
            };
            if let Some(Local::Names(names)) = self.locals.last_mut() {
                names.add(&name.text);
            }
            bindings.push(Binding {
                name,
                domain,
                until,
            });
            if self.token != Token::Sign(",") {
                self.keyword(stop)?;
                return Ok(bindings);
            }
            self.advance()?;
        }
    }

    pub(super) fn function_form(&mut self, start: Span) -> Parsed {
        self.advance()?;
        self.sign("(")?;
        let mut parameters: Vec<Word> = Vec::new();
        let mut names = Known::default();
        while self.token != Token::Sign(")") {
            let name = self.new_name(&[])?;
            if self.token == Token::Sign(":") {
                self.advance()?;
                self.type_text()?;
            }
            names.add(&name.text);
            parameters.push(name);
            if self.token != Token::Sign(")") {
                self.sign(",")?;
            }
        }
        self.sign(")")?;
        if self.word_is("external") {
            self.advance()?;
        }
        self.locals.push(Local::Names(names));
        let body = Box::new(self.expression()?);
        self.locals.pop();
        let span = start.to(body.span);
        self.make(Kind::Function { parameters, body }, span)
    }

    /// The key of a context entry with its colon.
    pub(super) fn entry_key(&mut self) -> Parsed<Word> {
        if let Some(key) = self.key_before_colon()? {
            return Ok(key);
        }
        let span = self.span;
        let Token::Text(text) = self.token.clone() else {
            return Err(self.expected("此处应为“名称:”", "a name and a colon"));
        };
        self.advance()?;
        self.sign(":")?;
        Ok(Word { text, span })
    }
}
