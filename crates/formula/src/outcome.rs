//! What an evaluation gives.

use crate::value::Value;

/// The result of a variable for one family.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The value; `null` where FEEL gives null (an absent fact, a division by
    /// nought: the reason stands in the trace's notes).
    Known(Value),
    /// It depends on facts that nobody has given. Their paths, sorted by entity,
    /// place and declaration: `成员1.劳动能力`, `户.城乡`, `赡养人`, `待遇`.
    Unknown {
        /// The paths of the missing facts.
        missing: Vec<String>,
    },
    /// 缺少参数: the pack has no value for these parameters as of the date it was
    /// linked for. Never the family's fault, so it goes before missing facts.
    MissingParameter {
        /// The names of the parameters.
        parameters: Vec<String>,
    },
}

impl Outcome {
    /// The value, when it is known.
    pub fn known(&self) -> Option<&Value> {
        match self {
            Outcome::Known(value) => Some(value),
            _ => None,
        }
    }
}
