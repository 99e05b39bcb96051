//! The syntax tree.

use crate::fault::Span;
use crate::number::Number;

/// A piece of an expression with its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub kind: Kind,
    pub span: Span,
    /// Levels of expressions below this one, itself included. Bounded, so that
    /// everything that walks the tree may recurse.
    pub depth: u16,
}

/// A name with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub span: Span,
}

/// `x in xs` of a quantifier or iteration; `low..high` without brackets is an iteration range.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    pub name: Word,
    pub domain: Expr,
    pub until: Option<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Compare {
    /// Whether it holds of two that stand in this order.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Compare::Eq => order.is_eq(),
            Compare::Ne => order.is_ne(),
            Compare::Lt => order.is_lt(),
            Compare::Le => order.is_le(),
            Compare::Gt => order.is_gt(),
            Compare::Ge => order.is_ge(),
        }
    }

    pub fn symbol(self) -> &'static str {
        match self {
            Compare::Eq => "=",
            Compare::Ne => "!=",
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Or,
    And,
    Compare(Compare),
    Add,
    Sub,
    Mul,
    Div,
    Pow,
}

impl BinaryOp {
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Or => "or",
            BinaryOp::And => "and",
            BinaryOp::Compare(c) => c.symbol(),
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Pow => "**",
        }
    }
}

/// Arguments of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Args {
    Positional(Vec<Expr>),
    Named(Vec<(Word, Expr)>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Null,
    Boolean(bool),
    Number(Number),
    Text(String),
    /// `@"2022-10-25"`.
    At(String),
    Name(String),
    Negate(Box<Expr>),
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    Between(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `x in a` and `x in (a, b)`.
    In(Box<Expr>, Vec<Expr>),
    /// `< 10` and the like, where a test may stand.
    Test(Compare, Box<Expr>),
    Range {
        low: Box<Expr>,
        low_in: bool,
        high: Box<Expr>,
        high_in: bool,
    },
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Quantified {
        every: bool,
        bindings: Vec<Binding>,
        condition: Box<Expr>,
    },
    For {
        bindings: Vec<Binding>,
        result: Box<Expr>,
    },
    Filter(Box<Expr>, Box<Expr>),
    Path(Box<Expr>, Word),
    Call(Box<Expr>, Args),
    List(Vec<Expr>),
    Context(Vec<(Word, Expr)>),
    Function {
        parameters: Vec<Word>,
        body: Box<Expr>,
    },
    /// The type is kept as written.
    InstanceOf(Box<Expr>, String),
}

impl Kind {
    /// The deepest of the parts.
    fn inner_depth(&self) -> u16 {
        let most = |parts: &[&Expr]| parts.iter().map(|e| e.depth).max().unwrap_or(0);
        let bound = |bindings: &[Binding]| {
            let until = |b: &Binding| b.until.as_ref().map_or(0, |u| u.depth);
            bindings
                .iter()
                .map(|b| b.domain.depth.max(until(b)))
                .max()
                .unwrap_or(0)
        };
        match self {
            Kind::Null | Kind::Boolean(_) | Kind::Number(_) => 0,
            Kind::Text(_) | Kind::At(_) | Kind::Name(_) => 0,
            Kind::Negate(a) | Kind::Test(_, a) | Kind::Path(a, _) | Kind::InstanceOf(a, _) => {
                a.depth
            }
            Kind::Function { body, .. } => body.depth,
            Kind::Binary(_, a, b) | Kind::Filter(a, b) => most(&[a, b]),
            Kind::Range { low, high, .. } => most(&[low, high]),
            Kind::Between(a, b, c) | Kind::If(a, b, c) => most(&[a, b, c]),
            Kind::In(a, tests) => a
                .depth
                .max(tests.iter().map(|e| e.depth).max().unwrap_or(0)),
            Kind::Quantified {
                bindings,
                condition: result,
                ..
            }
            | Kind::For { bindings, result } => bound(bindings).max(result.depth),
            Kind::Call(f, Args::Positional(args)) => {
                f.depth.max(args.iter().map(|e| e.depth).max().unwrap_or(0))
            }
            Kind::Call(f, Args::Named(args)) => f
                .depth
                .max(args.iter().map(|(_, e)| e.depth).max().unwrap_or(0)),
            Kind::List(items) => items.iter().map(|e| e.depth).max().unwrap_or(0),
            Kind::Context(entries) => entries.iter().map(|(_, e)| e.depth).max().unwrap_or(0),
        }
    }
}

impl Expr {
    pub fn new(kind: Kind, span: Span) -> Expr {
        let depth = kind.inner_depth().saturating_add(1);
        Expr { kind, span, depth }
    }
}
