//! A parser by precedence: one loop for all operators, so that a bracket costs
//! few frames of the stack, and depth is counted.

mod atoms;
mod cursor;
mod forms;
mod words;

use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::ast::{Args, BinaryOp, Compare, Expr, Kind, Word};
use crate::syntax::lexer::{Lexer, Token};
use crate::syntax::names::Known;
use crate::syntax::{MAX_DEPTH, MAX_TEXT};

type Parsed<T = Expr> = Result<T, Box<Fault>>;

/// Reads a formula. `globals` are the names in scope; `members` those that may
/// follow a dot or stand in a filter.
///
/// # Errors
/// The first thing that is no FEEL: behind it nothing can be relied on.
pub fn parse(text: &str, globals: &Known, members: &Known) -> Result<Expr, Box<Fault>> {
    if text.len() > MAX_TEXT {
        return Err(too_long());
    }
    let mut parser = Parser {
        lexer: Lexer { text, at: 0 },
        token: Token::End,
        span: Span::default(),
        last_end: 0,
        globals,
        members,
        seen: Known::default(),
        locals: Vec::new(),
        level: 0,
        range_end: false,
    };
    parser.advance()?;
    let expr = parser.expression()?;
    match parser.token {
        Token::End => Ok(expr),
        _ => Err(parser.expected(
            "公式到此应结束，或接一个运算符",
            "an operator or the end of the formula",
        )),
    }
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token,
    span: Span,
    last_end: usize,
    globals: &'t Known,
    members: &'t Known,
    /// Keys of the contexts read so far: they may follow a dot.
    seen: Known,
    locals: Vec<Local>,
    level: u16,
    /// Reading the upper end of a range, which `[` may close.
    range_end: bool,
}

/// Names that a form brings into scope.
enum Local {
    Names(Known),
    /// In a filter: whatever an item may have.
    Members,
}

/// Binding powers, low to high.
const OR: u8 = 1;
const AND: u8 = 2;
const COMPARE: u8 = 3;
const ADD: u8 = 4;
const MUL: u8 = 5;
const POW: u8 = 6;
const UNARY: u8 = 7;

impl Parser<'_> {
    /// A whole expression.
    fn expression(&mut self) -> Parsed {
        self.binary(OR)
    }

    /// An expression whose operators bind at least as tightly as `least`.
    fn binary(&mut self, least: u8) -> Parsed {
        self.deeper()?;
        let left = self.unary()?;
        let expr = self.binary_after(left, least);
        self.level -= 1;
        expr
    }

    fn binary_after(&mut self, mut left: Expr, least: u8) -> Parsed {
        loop {
            if let Some((op, power)) = self.operator() {
                if power < least {
                    return Ok(left);
                }
                self.advance()?;
                let right = self.binary(power + 1)?;
                let span = left.span.to(right.span);
                left = self.make(Kind::Binary(op, Box::new(left), Box::new(right)), span)?;
            } else if least <= COMPARE && self.word_is("between") {
                self.advance()?;
                let low = self.binary(ADD)?;
                self.keyword("and")?;
                let high = self.binary(ADD)?;
                let span = left.span.to(high.span);
                left = self.make(
                    Kind::Between(Box::new(left), Box::new(low), Box::new(high)),
                    span,
                )?;
            } else if least <= COMPARE && self.word_is("in") {
                self.advance()?;
                let tests = self.tests()?;
                let span = Span::new(left.span.start, self.last_end);
                left = self.make(Kind::In(Box::new(left), tests), span)?;
            } else if self.word_is("instance") {
                self.advance()?;
                self.keyword("of")?;
                let ty = self.type_text()?;
                let span = Span::new(left.span.start, self.last_end);
                left = self.make(Kind::InstanceOf(Box::new(left), ty), span)?;
            } else {
                return Ok(left);
            }
        }
    }

    fn operator(&self) -> Option<(BinaryOp, u8)> {
        Some(match &self.token {
            Token::Sign("+") => (BinaryOp::Add, ADD),
            Token::Sign("-") => (BinaryOp::Sub, ADD),
            Token::Sign("*") => (BinaryOp::Mul, MUL),
            Token::Sign("/") => (BinaryOp::Div, MUL),
            Token::Sign("**") => (BinaryOp::Pow, POW),
            Token::Sign(_) => (BinaryOp::Compare(self.compare()?), COMPARE),
            Token::Word if self.word_is("or") => (BinaryOp::Or, OR),
            Token::Word if self.word_is("and") => (BinaryOp::And, AND),
            _ => return None,
        })
    }

    fn compare(&self) -> Option<Compare> {
        Some(match self.token {
            Token::Sign("=") => Compare::Eq,
            Token::Sign("!=") => Compare::Ne,
            Token::Sign("<") => Compare::Lt,
            Token::Sign("<=") => Compare::Le,
            Token::Sign(">") => Compare::Gt,
            Token::Sign(">=") => Compare::Ge,
            _ => return None,
        })
    }

    /// A sign before an operand binds tighter than `**`: `-3 ** 2` is 9.
    fn unary(&mut self) -> Parsed {
        if self.token == Token::Sign("-") {
            let start = self.span;
            self.advance()?;
            let inner = self.binary(UNARY)?;
            let span = start.to(inner.span);
            return self.make(Kind::Negate(Box::new(inner)), span);
        }
        let atom = self.atom()?;
        self.postfix(atom)
    }

    fn postfix(&mut self, mut left: Expr) -> Parsed {
        loop {
            let opens = self.token == Token::Sign("[");
            let closes = opens && self.range_end && self.closes_range()?;
            match self.token {
                Token::Sign(".") => {
                    self.advance()?;
                    let name = self.member_name()?;
                    let span = left.span.to(name.span);
                    left = self.make(Kind::Path(Box::new(left), name), span)?;
                }
                Token::Sign("[") if !closes => {
                    let outer = std::mem::replace(&mut self.range_end, false);
                    self.advance()?;
                    self.locals.push(Local::Members);
                    let condition = self.expression()?;
                    self.locals.pop();
                    self.sign("]")?;
                    self.range_end = outer;
                    let span = Span::new(left.span.start, self.last_end);
                    left = self.make(Kind::Filter(Box::new(left), Box::new(condition)), span)?;
                }
                Token::Sign("(") => {
                    let outer = std::mem::replace(&mut self.range_end, false);
                    let args = self.arguments()?;
                    self.range_end = outer;
                    let span = Span::new(left.span.start, self.last_end);
                    left = self.make(Kind::Call(Box::new(left), args), span)?;
                }
                _ => return Ok(left),
            }
        }
    }

    fn arguments(&mut self) -> Parsed<Args> {
        self.sign("(")?;
        let mut positional = Vec::new();
        let mut named: Vec<(Word, Expr)> = Vec::new();
        while self.token != Token::Sign(")") {
            match self.key_before_colon()? {
                Some(name) => named.push((name, self.expression()?)),
                None => positional.push(self.expression()?),
            }
            if self.token != Token::Sign(")") {
                self.sign(",")?;
            }
        }
        self.sign(")")?;
        if !named.is_empty() && !positional.is_empty() {
            let span = named[0].0.span;
            return Err(Fault::new(
                FaultKind::Syntax,
                span,
                "一次调用里，参数要么都写名，要么都不写名",
                "a call names all of its arguments or none",
            )
            .mend(
                "去掉参数名，或全部写上",
                "drop the names, or write all of them",
            )
            .into());
        }
        Ok(if named.is_empty() {
            Args::Positional(positional)
        } else {
            Args::Named(named)
        })
    }

    fn make(&self, kind: Kind, span: Span) -> Parsed {
        let expr = Expr::new(kind, span);
        if expr.depth > MAX_DEPTH {
            Err(too_deep(span))
        } else {
            Ok(expr)
        }
    }

    fn deeper(&mut self) -> Parsed<()> {
        self.level += 1;
        if self.level > MAX_DEPTH {
            Err(too_deep(self.span))
        } else {
            Ok(())
        }
    }
}

fn too_deep(span: Span) -> Box<Fault> {
    Fault::new(
        FaultKind::TooLarge,
        span,
        format!("公式嵌套超过 {MAX_DEPTH} 层"),
        format!("the formula nests deeper than {MAX_DEPTH} levels"),
    )
    .mend(
        "把公式拆成几个变量",
        "split the formula into several variables",
    )
    .into()
}

fn too_long() -> Box<Fault> {
    Fault::new(
        FaultKind::TooLarge,
        Span::default(),
        format!("公式长于 {MAX_TEXT} 字节"),
        format!("the formula is longer than {MAX_TEXT} bytes"),
    )
    .mend(
        "把公式拆成几个变量",
        "split the formula into several variables",
    )
    .into()
}
