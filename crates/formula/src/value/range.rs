//! Ranges: `[18..60)`, `>= 60`.

use super::{Value, show};
use crate::syntax::Compare;

/// A range of values, or a test such as `>= 60`.
#[derive(Clone, Debug, PartialEq)]
pub struct Range(pub(crate) Bounds);

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Bounds {
    Between {
        low: Value,
        low_in: bool,
        high: Value,
        high_in: bool,
    },
    Test(Compare, Value),
}

impl Range {
    /// The range as FEEL writes it.
    pub fn show(&self) -> Option<String> {
        Some(match &self.0 {
            Bounds::Between {
                low,
                low_in,
                high,
                high_in,
            } => format!(
                "{}{}..{}{}",
                if *low_in { '[' } else { '(' },
                show(low)?,
                show(high)?,
                if *high_in { ']' } else { ')' }
            ),
            Bounds::Test(op, value) => format!("{} {}", op.symbol(), show(value)?),
        })
    }
}
