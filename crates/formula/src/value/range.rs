//! Ranges: `[18..60)`, `>= 60`.

use super::Value;

/// A range; an end of `None` is open to infinity (`>= 60`).
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: Option<Value>,
    /// Whether the lower end belongs to the range.
    pub low_in: bool,
    /// The upper end.
    pub high: Option<Value>,
    /// Whether the upper end belongs to the range.
    pub high_in: bool,
}
