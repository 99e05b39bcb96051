//! The functions of FEEL, and those that packs add.

mod collections;
mod dates;
mod lists;
mod numbers;
mod table;
mod texts;

pub(crate) use table::{AGE, Builtin, Extra, Gives, Named, Spec, Wants, find};

use crate::value::Value;

/// Values that no policy needs and that few words could make endless.
pub(crate) const TOO_MANY_PARTS: Why = "value of more than 100000 parts";
pub(crate) const TOO_LONG: Why = "text of more than a mebibyte";

/// Longest text that an expression makes, in bytes.
pub(crate) const MAX_LENGTH: usize = 1 << 20;

/// Why a function has no value: the standard makes it null.
pub(crate) type Why = &'static str;
pub(crate) type Computed = Result<Value, Why>;

/// Every function name of the standard and of packs, so that those with spaces
/// are read as one name and those not supported are refused by name.
pub(crate) const NAMES: &[&str] = &[
    "abs",
    "after",
    "all",
    "any",
    "append",
    "before",
    "ceiling",
    "coincides",
    "concatenate",
    "contains",
    "context",
    "context merge",
    "context put",
    "count",
    "date",
    "date and time",
    "day of week",
    "day of year",
    "decimal",
    "distinct values",
    "duration",
    "during",
    "ends with",
    "even",
    "exp",
    "finished by",
    "finishes",
    "flatten",
    "floor",
    "get entries",
    "get value",
    "includes",
    "index of",
    "insert before",
    "is",
    "list contains",
    "list replace",
    "log",
    "lower case",
    "matches",
    "max",
    "mean",
    "median",
    "meets",
    "met by",
    "min",
    "mode",
    "modulo",
    "month of year",
    "not",
    "now",
    "number",
    "odd",
    "overlaps",
    "overlaps after",
    "overlaps before",
    "overlapped after by",
    "overlapped before by",
    "overlapped by",
    "product",
    "range",
    "remove",
    "replace",
    "reverse",
    "round down",
    "round half down",
    "round half up",
    "round up",
    "sort",
    "split",
    "sqrt",
    "started by",
    "starts",
    "starts with",
    "stddev",
    "string",
    "string join",
    "string length",
    "sublist",
    "substring",
    "substring after",
    "substring before",
    "sum",
    "time",
    "today",
    "union",
    "upper case",
    "week of year",
    "years and months duration",
    "is known",
    "is given",
    "月额",
    "年额",
    "合计",
    "百分之",
    "周岁",
];

pub(crate) use dates::property;
pub(crate) use lists::get_value;
pub(crate) use numbers::{arith, round};

/// Whether a reason is not a fault but something outside the supported part.
pub(crate) fn is_beyond(why: Why) -> bool {
    [
        crate::value::literal::ZONE,
        crate::value::literal::YEAR,
        TOO_MANY_PARTS,
        TOO_LONG,
    ]
    .contains(&why)
}
