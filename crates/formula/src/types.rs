//! The types and entities of typed formulas.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::unit::Unit;

/// Whom a value is about. A value of one entity is never silently taken for
/// that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// One member of the household, 成员.
    Person,
    /// The household, 户.
    Household,
    /// One supporter (赡养、抚养、扶养义务人), 赡养人.
    Supporter,
    /// The award being computed, 待遇: its class, tier, covered terms.
    Award,
}

impl Entity {
    /// All entities, in the order of their slots.
    pub const ALL: [Entity; 4] = [
        Entity::Person,
        Entity::Household,
        Entity::Supporter,
        Entity::Award,
    ];

    /// The word by which formulas name it: `成员` and `赡养人` are lists, `户` and `待遇` single.
    pub fn word(self) -> &'static str {
        match self {
            Entity::Person => "成员",
            Entity::Household => "户",
            Entity::Supporter => "赡养人",
            Entity::Award => "待遇",
        }
    }

    /// In English, for messages.
    pub fn english(self) -> &'static str {
        match self {
            Entity::Person => "person",
            Entity::Household => "household",
            Entity::Supporter => "supporter",
            Entity::Award => "award",
        }
    }

    /// Whether a family has a list of these.
    pub fn is_listed(self) -> bool {
        matches!(self, Entity::Person | Entity::Supporter)
    }

    pub(crate) fn of_word(word: &str) -> Option<Entity> {
        Entity::ALL.into_iter().find(|e| e.word() == word)
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// The list of values that a code may take (`男`, `女`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Codes {
    /// The name of the list, for messages: 性别.
    pub name: String,
    /// The values as formulas write them, in the order of the list.
    pub values: Vec<String>,
}

/// The type of a fact, parameter or variable. Every type has `null` besides its
/// own values (a fact known to be absent).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Type {
    /// true or false.
    Boolean,
    /// A quantity with its unit; [`Unit::COUNT`] for plain counts.
    Number(Unit),
    /// Free text.
    Text,
    /// One value of a code list; compared with a text literal that the list
    /// does not have, it is a fault.
    Code(Arc<Codes>),
    /// A calendar date.
    Date,
    /// A time of day.
    Time,
    /// A date with a time of day.
    DateTime,
    /// Years and months.
    Months,
    /// Days, hours, minutes, seconds.
    Days,
    /// A list of items of one type.
    List(Arc<Type>),
    /// A range of values of one type.
    Range(Arc<Type>),
    /// A context (table) with these entries, read as `name.key` or
    /// `get value(name, key)`; nests for tables with two keys.
    Context(Arc<BTreeMap<String, Type>>),
    /// One member, household, supporter or award as a whole.
    Row(Entity),
    /// Only null.
    Null,
    /// Not known before evaluation (plain FEEL).
    Any,
}

impl Type {
    /// A list of `item`.
    pub fn list(item: Type) -> Type {
        Type::List(Arc::new(item))
    }

    /// A code list.
    pub fn code(name: &str, values: &[&str]) -> Type {
        Type::Code(Arc::new(Codes {
            name: name.to_owned(),
            values: values.iter().map(|v| (*v).to_owned()).collect(),
        }))
    }

    /// A context whose entries all have one type, such as an amount for each class.
    pub fn table<'a>(keys: impl IntoIterator<Item = &'a str>, value: Type) -> Type {
        Type::Context(Arc::new(
            keys.into_iter()
                .map(|k| (k.to_owned(), value.clone()))
                .collect(),
        ))
    }

    /// The unit of a quantity.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Type::Number(unit) => Some(*unit),
            _ => None,
        }
    }

    /// In Chinese, for messages: 数（元/月）, 日期, 成员列表.
    pub fn chinese(&self) -> String {
        match self {
            Type::Boolean => "是否".into(),
            Type::Number(u) if u.is_count() => "数".into(),
            Type::Number(u) => format!("数（{u}）"),
            Type::Text => "文字".into(),
            Type::Code(c) => format!("代码（{}）", c.name),
            Type::Date => "日期".into(),
            Type::Time => "时刻".into(),
            Type::DateTime => "日期时刻".into(),
            Type::Months => "年月时长".into(),
            Type::Days => "天时时长".into(),
            Type::List(t) => format!("{}的列表", t.chinese()),
            Type::Range(t) => format!("{}的区间", t.chinese()),
            Type::Context(_) => "对照表".into(),
            Type::Row(e) => e.word().into(),
            Type::Null => "空值".into(),
            Type::Any => "任意值".into(),
        }
    }
}

impl fmt::Display for Type {
    /// In English, for messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Boolean => f.write_str("boolean"),
            Type::Number(u) if u.is_count() => f.write_str("number"),
            Type::Number(u) => write!(f, "number ({u})"),
            Type::Text => f.write_str("text"),
            Type::Code(c) => write!(f, "code ({})", c.name),
            Type::Date => f.write_str("date"),
            Type::Time => f.write_str("time"),
            Type::DateTime => f.write_str("date and time"),
            Type::Months => f.write_str("years and months duration"),
            Type::Days => f.write_str("days and time duration"),
            Type::List(t) => write!(f, "list of {t}"),
            Type::Range(t) => write!(f, "range of {t}"),
            Type::Context(_) => f.write_str("table"),
            Type::Row(e) => f.write_str(e.english()),
            Type::Null => f.write_str("null"),
            Type::Any => f.write_str("anything"),
        }
    }
}
