//! Which function a name means, with its parameters and types.

use super::{Computed, collections, dates, lists, numbers, texts};
use crate::number::Round;
use crate::tree::Aggregate;
use crate::types::Type;
use crate::unit::Unit;
use crate::value::Value;

/// What typed formulas require of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    Anything,
    Boolean,
    /// A quantity of any unit.
    Quantity,
    /// A quantity of the unit of the first argument.
    Same,
    /// A bare number or count.
    Count,
    Text,
    Date,
    List,
    /// An item for the list that is the first argument.
    Item,
    /// A list of what the first argument is a list of.
    SameList,
    TextList,
}

impl Wants {
    /// Whether a list may stand there as such.
    pub fn takes_list(self) -> bool {
        matches!(
            self,
            Wants::Anything | Wants::List | Wants::TextList | Wants::Item | Wants::SameList
        )
    }
}

/// What typed formulas get.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Gives {
    /// The unit, or the type, of the first argument.
    Same,
    /// The type of an item of the first argument.
    ItemOf,
    /// What typed formulas cannot tell, so that they do not take the function.
    Open,
    /// A list of the innermost items of the first argument.
    Flat,
    Type(fn() -> Type),
    /// Months or days, as a text literal says.
    Duration,
}

/// A function whose arguments are all evaluated first.
#[derive(Debug)]
pub(crate) struct Spec {
    pub name: &'static str,
    /// The parameter lists under which it may be called.
    pub forms: &'static [&'static [&'static str]],
    /// How many of a form's last parameters may be left out.
    pub optional: usize,
    pub wants: &'static [Wants],
    pub gives: Gives,
    pub run: fn(&[Value]) -> Computed,
}

/// A function of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Builtin(pub &'static Spec);

/// Functions that packs add, and those whose type depends on their arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extra {
    IsKnown,
    IsGiven,
    Monthly,
    Yearly,
    Percent,
    Age,
    GetValue,
}

/// What a name means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Named {
    Builtin(Builtin),
    Aggregate(Aggregate),
    /// Scale required or not.
    Round(Round, bool),
    Extra(Extra),
    /// A function of the standard outside the supported part.
    Unsupported,
}

const fn number() -> Type {
    Type::Number(Unit::COUNT)
}
const fn boolean() -> Type {
    Type::Boolean
}
const fn text() -> Type {
    Type::Text
}
const fn date() -> Type {
    Type::Date
}
const fn time() -> Type {
    Type::Time
}
const fn date_time() -> Type {
    Type::DateTime
}
fn numbers_list() -> Type {
    Type::list(number())
}
const fn months() -> Type {
    Type::Months
}

use Wants::{Anything, Boolean, Count, Date, Item, List, Quantity, Same, SameList, Text, TextList};

const fn of(ty: fn() -> Type) -> Gives {
    Gives::Type(ty)
}

macro_rules! spec {
    ($name:literal, [$([$($p:literal),*]),*], $optional:literal, [$($w:expr),*], $gives:expr, $run:expr) => {
        Spec {
            name: $name,
            forms: &[$(&[$($p),*]),*],
            optional: $optional,
            wants: &[$($w),*],
            gives: $gives,
            run: $run,
        }
    };
}

pub(crate) static AGE: Spec = spec!(
    "周岁",
    [["出生日期", "日期"]],
    0,
    [Date, Date],
    of(number),
    dates::age
);

static SPECS: &[Spec] = &[
    spec!("abs", [["n"]], 0, [Quantity], Gives::Same, numbers::abs),
    spec!(
        "modulo",
        [["dividend", "divisor"]],
        0,
        [Quantity, Same],
        Gives::Same,
        numbers::modulo
    ),
    spec!(
        "even",
        [["number"]],
        0,
        [Quantity],
        of(boolean),
        numbers::even
    ),
    spec!(
        "odd",
        [["number"]],
        0,
        [Quantity],
        of(boolean),
        numbers::odd
    ),
    spec!("sqrt", [["number"]], 0, [Count], of(number), numbers::sqrt),
    spec!("not", [["negand"]], 0, [Boolean], of(boolean), numbers::not),
    spec!(
        "number",
        [["from", "grouping separator", "decimal separator"]],
        2,
        [Text, Text, Text],
        of(number),
        numbers::number
    ),
    spec!(
        "string length",
        [["string"]],
        0,
        [Text],
        of(number),
        texts::length
    ),
    spec!(
        "substring",
        [["string", "start position", "length"]],
        1,
        [Text, Count, Count],
        of(text),
        texts::substring
    ),
    spec!(
        "upper case",
        [["string"]],
        0,
        [Text],
        of(text),
        texts::upper
    ),
    spec!(
        "lower case",
        [["string"]],
        0,
        [Text],
        of(text),
        texts::lower
    ),
    spec!(
        "substring before",
        [["string", "match"]],
        0,
        [Text, Text],
        of(text),
        texts::before
    ),
    spec!(
        "substring after",
        [["string", "match"]],
        0,
        [Text, Text],
        of(text),
        texts::after
    ),
    spec!(
        "contains",
        [["string", "match"]],
        0,
        [Text, Text],
        of(boolean),
        texts::contains
    ),
    spec!(
        "starts with",
        [["string", "match"]],
        0,
        [Text, Text],
        of(boolean),
        texts::starts
    ),
    spec!(
        "ends with",
        [["string", "match"]],
        0,
        [Text, Text],
        of(boolean),
        texts::ends
    ),
    spec!(
        "string join",
        [["list", "delimiter"]],
        1,
        [TextList, Text],
        of(text),
        texts::join
    ),
    spec!("string", [["from"]], 0, [Anything], of(text), texts::string),
    spec!(
        "list contains",
        [["list", "element"]],
        0,
        [List, Anything],
        of(boolean),
        lists::contains
    ),
    spec!(
        "append",
        [[
            "list", "item", "item 2", "item 3", "item 4", "item 5", "item 6", "item 7"
        ]],
        6,
        [List, Item, Item, Item, Item, Item, Item, Item],
        Gives::Same,
        collections::append
    ),
    spec!(
        "concatenate",
        [[
            "list", "list 2", "list 3", "list 4", "list 5", "list 6", "list 7", "list 8"
        ]],
        7,
        [
            List, SameList, SameList, SameList, SameList, SameList, SameList, SameList
        ],
        Gives::Same,
        collections::concatenate
    ),
    spec!(
        "union",
        [[
            "list", "list 2", "list 3", "list 4", "list 5", "list 6", "list 7", "list 8"
        ]],
        7,
        [
            List, SameList, SameList, SameList, SameList, SameList, SameList, SameList
        ],
        Gives::Same,
        collections::union
    ),
    spec!(
        "distinct values",
        [["list"]],
        0,
        [List],
        Gives::Same,
        collections::distinct_values
    ),
    spec!(
        "flatten",
        [["list"]],
        0,
        [List],
        Gives::Flat,
        collections::flatten
    ),
    spec!(
        "reverse",
        [["list"]],
        0,
        [List],
        Gives::Same,
        collections::reverse
    ),
    spec!(
        "index of",
        [["list", "match"]],
        0,
        [List, Item],
        of(numbers_list),
        collections::index_of
    ),
    spec!(
        "sublist",
        [["list", "start position", "length"]],
        1,
        [List, Count, Count],
        Gives::Same,
        collections::sublist
    ),
    spec!(
        "remove",
        [["list", "position"]],
        0,
        [List, Count],
        Gives::Same,
        collections::remove
    ),
    spec!(
        "insert before",
        [["list", "position", "newItem"]],
        0,
        [List, Count, Item],
        Gives::Same,
        collections::insert_before
    ),
    spec!(
        "product",
        [["list", "n2", "n3", "n4", "n5", "n6", "n7", "n8"]],
        7,
        [Anything, Count, Count, Count, Count, Count, Count, Count],
        of(number),
        collections::product
    ),
    spec!(
        "median",
        [["list", "n2", "n3", "n4", "n5", "n6", "n7", "n8"]],
        7,
        [List, Same, Same, Same, Same, Same, Same, Same],
        Gives::ItemOf,
        collections::median
    ),
    spec!(
        "stddev",
        [["list", "n2", "n3", "n4", "n5", "n6", "n7", "n8"]],
        7,
        [List, Same, Same, Same, Same, Same, Same, Same],
        Gives::ItemOf,
        collections::stddev
    ),
    spec!(
        "mode",
        [["list", "n2", "n3", "n4", "n5", "n6", "n7", "n8"]],
        7,
        [List, Same, Same, Same, Same, Same, Same, Same],
        Gives::Same,
        collections::mode
    ),
    spec!("exp", [["number"]], 0, [Count], of(number), numbers::exp),
    spec!("log", [["number"]], 0, [Count], of(number), numbers::log),
    spec!(
        "get entries",
        [["m"]],
        0,
        [Anything],
        Gives::Open,
        collections::get_entries
    ),
    spec!(
        "is",
        [["value1", "value2"]],
        2,
        [Anything, Anything],
        of(boolean),
        collections::is
    ),
    spec!(
        "date",
        [["from"], ["year", "month", "day"]],
        0,
        [Anything, Count, Count],
        of(date),
        dates::date
    ),
    spec!(
        "time",
        [
            ["from"],
            ["hour", "minute", "second", "offset"],
            ["hour", "minute", "second"]
        ],
        0,
        [Anything, Count, Count, Anything],
        of(time),
        dates::time
    ),
    spec!(
        "date and time",
        [["from"], ["date", "time"]],
        0,
        [Anything, Anything],
        of(date_time),
        dates::date_and_time
    ),
    spec!(
        "duration",
        [["from"]],
        0,
        [Text],
        Gives::Duration,
        dates::duration
    ),
    spec!(
        "years and months duration",
        [["from", "to"]],
        0,
        [Anything, Anything],
        of(months),
        dates::years_and_months
    ),
    spec!(
        "day of year",
        [["date"]],
        0,
        [Anything],
        of(number),
        dates::day_of_year
    ),
    spec!(
        "day of week",
        [["date"]],
        0,
        [Anything],
        of(text),
        dates::day_of_week
    ),
    spec!(
        "month of year",
        [["date"]],
        0,
        [Anything],
        of(text),
        dates::month_of_year
    ),
    spec!(
        "week of year",
        [["date"]],
        0,
        [Anything],
        of(number),
        dates::week_of_year
    ),
];

/// What a function name means; `None` for a name that is no function.
pub(crate) fn find(name: &str) -> Option<Named> {
    let aggregate = |a| Some(Named::Aggregate(a));
    match name {
        "sum" => return aggregate(Aggregate::Sum),
        "合计" => return aggregate(Aggregate::Total),
        "count" => return aggregate(Aggregate::Count),
        "min" => return aggregate(Aggregate::Min),
        "max" => return aggregate(Aggregate::Max),
        "mean" => return aggregate(Aggregate::Mean),
        "all" => return aggregate(Aggregate::All),
        "any" => return aggregate(Aggregate::Any),
        "floor" => return Some(Named::Round(Round::Floor, false)),
        "ceiling" => return Some(Named::Round(Round::Ceiling, false)),
        "decimal" => return Some(Named::Round(Round::HalfEven, true)),
        "round up" => return Some(Named::Round(Round::Up, true)),
        "round down" => return Some(Named::Round(Round::Down, true)),
        "round half up" => return Some(Named::Round(Round::HalfUp, true)),
        "round half down" => return Some(Named::Round(Round::HalfDown, true)),
        "is known" => return Some(Named::Extra(Extra::IsKnown)),
        "is given" => return Some(Named::Extra(Extra::IsGiven)),
        "月额" => return Some(Named::Extra(Extra::Monthly)),
        "年额" => return Some(Named::Extra(Extra::Yearly)),
        "百分之" => return Some(Named::Extra(Extra::Percent)),
        "周岁" => return Some(Named::Extra(Extra::Age)),
        "get value" => return Some(Named::Extra(Extra::GetValue)),
        _ => {}
    }
    let spec = SPECS.iter().find(|s| s.name == name);
    match spec {
        Some(spec) => Some(Named::Builtin(Builtin(spec))),
        None => super::NAMES.contains(&name).then_some(Named::Unsupported),
    }
}
