//! A syntax tree as text; reading it again gives the same tree.

use std::fmt::{self, Display, Formatter, Write};

use crate::syntax::ast::{Args, BinaryOp, Binding, Expr, Kind};
use crate::syntax::text::quote;

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Null => f.write_str("null"),
            Kind::Boolean(b) => write!(f, "{b}"),
            Kind::Number(n) => write!(f, "{n}"),
            Kind::Text(t) => f.write_str(&quote(t)),
            Kind::At(t) => write!(f, "@{}", quote(t)),
            Kind::Name(n) => f.write_str(n),
            Kind::Negate(a) => write!(f, "-{}", Tight(a)),
            Kind::Binary(op, a, b) => {
                write!(
                    f,
                    "{} {} {}",
                    operand(a, *op, false),
                    op.symbol(),
                    operand(b, *op, true)
                )
            }
            Kind::Between(a, low, high) => {
                write!(f, "{} between {} and {}", Tight(a), Tight(low), Tight(high))
            }
            Kind::In(a, tests) => match tests.as_slice() {
                [one] => write!(f, "{} in {}", Tight(a), Tight(one)),
                many => {
                    write!(f, "{} in (", Tight(a))?;
                    list(f, many)?;
                    f.write_char(')')
                }
            },
            Kind::Test(op, a) => write!(f, "{} {}", op.symbol(), Tight(a)),
            Kind::Range {
                low,
                low_in,
                high,
                high_in,
            } => {
                f.write_char(if *low_in { '[' } else { '(' })?;
                write!(f, "{}..{}", Tight(low), Tight(high))?;
                f.write_char(if *high_in { ']' } else { ')' })
            }
            Kind::If(c, a, b) => write!(f, "if {c} then {a} else {b}"),
            Kind::Quantified {
                every,
                bindings: names,
                condition,
            } => {
                f.write_str(if *every { "every " } else { "some " })?;
                bindings(f, names)?;
                write!(f, " satisfies {condition}")
            }
            Kind::For {
                bindings: names,
                result,
            } => {
                f.write_str("for ")?;
                bindings(f, names)?;
                write!(f, " return {result}")
            }
            Kind::Filter(a, condition) => write!(f, "{}[{condition}]", Tight(a)),
            Kind::Path(a, name) => write!(f, "{}.{}", Tight(a), name.text),
            Kind::Call(function, args) => {
                write!(f, "{}(", Tight(function))?;
                match args {
                    Args::Positional(args) => list(f, args)?,
                    Args::Named(args) => {
                        for (i, (name, value)) in args.iter().enumerate() {
                            let comma = if i > 0 { ", " } else { "" };
                            write!(f, "{comma}{}: {value}", name.text)?;
                        }
                    }
                }
                f.write_char(')')
            }
            Kind::List(items) => {
                f.write_char('[')?;
                list(f, items)?;
                f.write_char(']')
            }
            Kind::Context(entries) => {
                f.write_char('{')?;
                for (i, (key, value)) in entries.iter().enumerate() {
                    let comma = if i > 0 { ", " } else { "" };
                    write!(f, "{comma}{}: {value}", quote(&key.text))?;
                }
                f.write_char('}')
            }
            Kind::Function { parameters, body } => {
                f.write_str("function(")?;
                for (i, name) in parameters.iter().enumerate() {
                    write!(f, "{}{}", if i > 0 { ", " } else { "" }, name.text)?;
                }
                write!(f, ") {body}")
            }
            Kind::InstanceOf(a, ty) => write!(f, "{} instance of {ty}", Tight(a)),
        }
    }
}

fn list(f: &mut Formatter<'_>, items: &[Expr]) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        write!(f, "{}{item}", if i > 0 { ", " } else { "" })?;
    }
    Ok(())
}

fn bindings(f: &mut Formatter<'_>, names: &[Binding]) -> fmt::Result {
    for (i, binding) in names.iter().enumerate() {
        let comma = if i > 0 { ", " } else { "" };
        write!(f, "{comma}{} in {}", binding.name.text, binding.domain)?;
        if let Some(until) = &binding.until {
            write!(f, "..{until}")?;
        }
    }
    Ok(())
}

fn power(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::Or => 1,
        BinaryOp::And => 2,
        BinaryOp::Compare(_) => 3,
        BinaryOp::Add | BinaryOp::Sub => 4,
        BinaryOp::Mul | BinaryOp::Div => 5,
        BinaryOp::Pow => 6,
    }
}

/// An operand, in brackets where it binds less tightly than the operator around it.
fn operand(e: &Expr, around: BinaryOp, right: bool) -> Maybe<'_> {
    let bare = match &e.kind {
        Kind::Binary(op, ..) if right => power(*op) > power(around),
        Kind::Binary(op, ..) => power(*op) >= power(around),
        _ => stands_alone(e),
    };
    Maybe { expr: e, bare }
}

/// Whether an expression needs no brackets next to any operator.
fn stands_alone(e: &Expr) -> bool {
    match &e.kind {
        Kind::Number(n) => !n.is_negative(),
        Kind::Negate(_)
        | Kind::Binary(..)
        | Kind::Between(..)
        | Kind::In(..)
        | Kind::Test(..)
        | Kind::If(..)
        | Kind::Quantified { .. }
        | Kind::For { .. }
        | Kind::Function { .. }
        | Kind::InstanceOf(..) => false,
        _ => true,
    }
}

struct Maybe<'e> {
    expr: &'e Expr,
    bare: bool,
}

impl Display for Maybe<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.bare {
            write!(f, "{}", self.expr)
        } else {
            write!(f, "({})", self.expr)
        }
    }
}

struct Tight<'e>(&'e Expr);

impl Display for Tight<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Maybe {
            expr: self.0,
            bare: stands_alone(self.0),
        }
        .fmt(f)
    }
}
