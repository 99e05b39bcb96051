//! What is known of an expression before it is evaluated.

use crate::fault::Span;
use crate::tree::{Node, Op};
use crate::types::Type;
use crate::unit::Unit;
use crate::value::Value;

/// Type, and what literals it is made of.
#[derive(Clone, Debug)]
pub(crate) struct Info {
    pub ty: Type,
    /// A number made of literals only: it has no unit of its own.
    pub bare: bool,
    /// The literal 0, which fits every unit.
    pub zero: bool,
    /// The texts it may be, where it is made of literals only.
    pub literals: Option<Vec<String>>,
}

impl Info {
    pub fn of(ty: Type) -> Info {
        Info {
            ty,
            bare: false,
            zero: false,
            literals: None,
        }
    }

    pub fn bare(zero: bool) -> Info {
        Info {
            bare: true,
            zero,
            ..Info::of(Type::Number(Unit::COUNT))
        }
    }

    pub fn literal(text: &str) -> Info {
        Info {
            literals: Some(vec![text.to_owned()]),
            ..Info::of(Type::Text)
        }
    }

    pub fn any() -> Info {
        Info::of(Type::Any)
    }

    /// The type of an item, where this is a list (FEEL takes a single value as a list of one).
    pub fn item(&self) -> Info {
        match &self.ty {
            Type::List(item) => Info {
                ty: (**item).clone(),
                ..self.clone()
            },
            Type::Range(item) => Info {
                ty: (**item).clone(),
                ..self.clone()
            },
            _ => self.clone(),
        }
    }
}

/// A tree with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    pub node: Node,
    pub info: Info,
}

impl Typed {
    pub fn new(op: Op, info: Info, span: Span) -> Typed {
        Typed {
            node: Node::new(op, span),
            info,
        }
    }

    pub fn constant(value: Value, info: Info, span: Span) -> Typed {
        Typed {
            node: Node::constant(value, span),
            info,
        }
    }

    /// Stands where a fault was found, and causes no further ones.
    pub fn fallback(span: Span) -> Typed {
        Typed::constant(Value::Null, Info::any(), span)
    }
}
