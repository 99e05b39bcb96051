//! One changed value or formula, as somebody writes it: `农村低保标准=5800元/年`.

use crate::fault::{Fault, Faults};
use crate::model::Parameter;
use crate::read::{nearest, parameter_value};
use crate::rules::{Found, Rules, negative};
use crate::text::{Texts, parse};
use formula::{Number, Type, Unit, Value};

/// Largest amount or count that anybody can mean: 10^12.
const LARGEST: i64 = 1_000_000_000_000;

/// Longest text of a change.
const LONGEST: usize = 4_096;

/// A change as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The parameter or formula.
    pub name: String,
    /// The entry of a table, where only one is meant.
    pub entry: Option<String>,
    /// The value with its unit, as packs write it, or the text of the formula.
    pub text: String,
}

/// What a change does, for people.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Changed {
    /// The parameter or formula.
    pub name: String,
    /// Its English name; empty for a formula.
    pub en: String,
    /// The value before; none where there was none on the day.
    pub before: Option<String>,
    /// The value after, in the declared unit.
    pub after: String,
    /// The declared unit; empty where it has none.
    pub unit: String,
    /// The clause of the value before.
    pub cite: String,
    /// Whether it is a formula.
    pub formula: bool,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {zh} / {en}")]
pub struct ChangeFault {
    /// The change that is meant.
    pub name: String,
    /// Stable code.
    pub code: &'static str,
    /// What is wrong and how to mend it, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// A change as the engine takes it.
pub(crate) enum Setting {
    Value(Value),
    Formula(String),
}

impl Change {
    /// Reads `NAME=VALUE` or `NAME.ENTRY=VALUE`.
    ///
    /// # Errors
    /// Where there is no name or no value.
    pub fn parse(text: &str) -> Result<Change, ChangeFault> {
        let shape = || ChangeFault {
            name: text.chars().take(40).collect(),
            code: "simulate.change.shape",
            zh: "应写成 名称=值，如 农村低保标准=5800元/年".to_owned(),
            en: "write NAME=VALUE, such as 农村低保标准=5800元/年".to_owned(),
        };
        let at = text.find(['=', '＝']).ok_or_else(shape)?;
        let (name, rest) = text.split_at(at);
        let value = rest.trim_start_matches(['=', '＝']).trim();
        if name.trim().is_empty() || value.is_empty() || text.len() > LONGEST {
            return Err(shape());
        }
        Ok(Change::new(name, value))
    }

    /// A change of a name, or of `name.entry`.
    pub fn new(name: &str, value: &str) -> Change {
        let name = name.trim();
        let (name, entry) = match name.split_once('.') {
            Some((table, entry)) => (table, Some(entry.trim().to_owned())),
            None => (name, None),
        };
        Change {
            name: name.trim().to_owned(),
            entry: entry.filter(|e| !e.is_empty()),
            text: value.trim().to_owned(),
        }
    }

    /// Finds what is meant and reads the value. `earlier` is what a change before this one made of
    /// the same parameter: entries of a table are changed one after the other.
    pub(crate) fn resolve(
        &self,
        rules: &Rules,
        earlier: Option<&Value>,
    ) -> Result<(Setting, Changed), ChangeFault> {
        match rules.find(&self.name) {
            None => Err(self.unknown(rules)),
            Some(Found::Formula(before, cite)) => Ok((
                Setting::Formula(self.text.clone()),
                Changed {
                    name: self.name.clone(),
                    en: String::new(),
                    before: Some(before),
                    after: self.text.clone(),
                    unit: String::new(),
                    cite: cite.unwrap_or_default(),
                    formula: true,
                },
            )),
            Some(Found::Parameter(parameter, current)) => {
                let before = current.map(|c| &c.value.value);
                let value = self.value(parameter, earlier.or(before))?;
                let told = Changed {
                    name: self.name.clone(),
                    en: parameter.en.clone(),
                    before: before.map(|v| words_in(v, &parameter.ty)),
                    after: words_in(&value, &parameter.ty),
                    unit: parameter.unit.clone(),
                    cite: current.map(|c| c.cite.clone()).unwrap_or_default(),
                    formula: false,
                };
                Ok((Setting::Value(value), told))
            }
        }
    }

    fn fault(
        &self,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> ChangeFault {
        ChangeFault {
            name: self.name.clone(),
            code,
            zh: zh.into(),
            en: en.into(),
        }
    }

    fn unknown(&self, rules: &Rules) -> ChangeFault {
        let shown: String = self.name.chars().take(40).collect();
        let near = nearest(&self.name, rules.changeable());
        let (zh, en) = match near {
            Some(near) => (
                format!("；是否应为“{near}”？"),
                format!("; did you mean “{near}”?"),
            ),
            None => (
                "；用 doudi pack show 查看可用的名称".to_owned(),
                "; `doudi pack show` lists the names".to_owned(),
            ),
        };
        self.fault(
            "simulate.change.unknown",
            format!("此地此日没有名为“{shown}”的参数或公式{zh}"),
            format!("there is no parameter or formula called “{shown}” here on this day{en}"),
        )
    }

    fn value(&self, parameter: &Parameter, current: Option<&Value>) -> Result<Value, ChangeFault> {
        let value = match (&self.entry, &parameter.ty) {
            (None, ty) => {
                let value = self.read(parameter, ty)?;
                self.complete(ty, &value)?;
                value
            }
            (Some(entry), Type::Context(entries)) => {
                let Some(ty) = entries.get(entry.as_str()) else {
                    let known: Vec<&str> = entries.keys().map(String::as_str).collect();
                    let known = known.join("、");
                    return Err(self.fault(
                        "simulate.change.entry",
                        format!("对照表没有“{entry}”一项，可写：{known}"),
                        format!("the table has no entry “{entry}”; one of: {known}"),
                    ));
                };
                let one = self.read(parameter, ty)?;
                let Some(Value::Context(table)) = current else {
                    return Err(self.fault(
                        "simulate.change.whole",
                        "此日没有现值，请写整张对照表 {…}",
                        "there is no value on this day; write the whole table {…}",
                    ));
                };
                let mut changed = (**table).clone();
                changed.set(entry, one);
                Value::Context(changed.into())
            }
            (Some(_), _) => {
                return Err(self.fault(
                    "simulate.change.entry",
                    "这个参数不是对照表，名称里不要写“.”",
                    "this parameter is no table; leave the “.” out",
                ));
            }
        };
        if negative(&value) {
            return Err(self.fault(
                "simulate.value.negative",
                "不能是负数",
                "must not be below nought",
            ));
        }
        if large(&value) {
            return Err(self.fault(
                "simulate.value.large",
                "超过一万亿，不可能",
                "more than 10^12 cannot be",
            ));
        }
        Ok(value)
    }

    /// Reads the text as packs do, with a unit behind it where one is written.
    fn read(&self, parameter: &Parameter, ty: &Type) -> Result<Value, ChangeFault> {
        let (body, unit) = split(&self.text, ty);
        let yaml = format!("value: {body}\n");
        let texts = Texts::from_map([("cn/value.yaml", yaml)]).map_err(|f| self.of(&f))?;
        let mut faults = Faults::new(&texts);
        let node = parse(&texts, 0, &mut faults);
        let node = node.as_ref().and_then(|n| match &n.value {
            crate::text::Value::Map(entries) if entries.len() == 1 => Some(&entries[0].node),
            _ => None,
        });
        let given = unit.as_deref().map(|u| (u, crate::fault::Spot::default()));
        let read = node.and_then(|n| parameter_value(n, ty, &parameter.unit, given, &mut faults));
        let faults = faults.finish();
        match read {
            Some(read) if faults.is_empty() => Ok(read.value),
            _ if faults.is_empty() => Err(self.fault(
                "simulate.value.invalid",
                format!("值应为{}", ty.chinese()),
                format!("the value should be a {ty}"),
            )),
            _ => Err(self.of(&faults)),
        }
    }

    fn of(&self, faults: &[Fault]) -> ChangeFault {
        let unit = faults.iter().any(|f| f.kind.code() == "pack.unit");
        let code = if unit {
            "simulate.value.unit"
        } else {
            "simulate.value.invalid"
        };
        let join =
            |each: fn(&Fault) -> String| faults.iter().map(each).collect::<Vec<_>>().join("；");
        self.fault(
            code,
            join(|f| format!("{}；{}", f.zh, f.mend_zh)),
            join(|f| format!("{}; {}", f.en, f.mend_en)),
        )
    }

    /// A table must have every entry.
    fn complete(&self, ty: &Type, value: &Value) -> Result<(), ChangeFault> {
        let (Type::Context(entries), Value::Context(table)) = (ty, value) else {
            return Ok(());
        };
        match entries.keys().find(|k| table.get(k).is_none()) {
            None => Ok(()),
            Some(key) => Err(self.fault(
                "simulate.value.incomplete",
                format!("对照表缺少“{key}”一项；只改一项时写 {}.{key}=值", self.name),
                format!(
                    "the table lacks the entry “{key}”; to change one only, write {}.{key}=VALUE",
                    self.name
                ),
            )),
        }
    }
}

impl ChangeFault {
    /// A fault of a changed formula.
    pub(crate) fn formula(fault: formula::Fault, formulas: &[(String, String)]) -> ChangeFault {
        let named = fault.variable.clone();
        let name = formulas.iter().find(|(n, _)| *n == named);
        let name = name.or(formulas.first()).map(|(n, _)| n.clone());
        let with = |said: String, mend: String, between: &str| match mend.as_str() {
            "" => said,
            _ => format!("{said}{between}{mend}"),
        };
        ChangeFault {
            name: name.unwrap_or_default(),
            code: "simulate.change.formula",
            zh: with(fault.zh, fault.mend_zh, "；"),
            en: with(fault.en, fault.mend_en, "; "),
        }
    }
}

/// The value and the unit behind it.
fn split(text: &str, ty: &Type) -> (String, Option<String>) {
    let text = text.trim();
    let (body, unit) = if text.starts_with('{') {
        match text.rfind('}') {
            Some(end) => text.split_at(end + 1),
            None => (text, ""),
        }
    } else if matches!(ty, Type::Number(_)) {
        let digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-' | '%' | '％');
        match text.find(|c| !digit(c)) {
            Some(at) if at > 0 => text.split_at(at),
            _ => (text, ""),
        }
    } else {
        (text, "")
    };
    let body = if body.starts_with('{') {
        body.replace('：', ": ").replace('，', ", ")
    } else {
        body.replace('％', "%")
    };
    let unit = unit.trim();
    (body, (!unit.is_empty()).then(|| unit.to_owned()))
}

/// A value for people: `5268`, `50%`, `一类 439 · 二类 417`.
fn words(value: &Value) -> String {
    match value {
        Value::Number(n) => n.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Date(date) => date.to_string(),
        Value::List(items) => items.iter().map(words).collect::<Vec<_>>().join("、"),
        Value::Context(table) => {
            let entries = table.iter().map(|(k, v)| format!("{k} {}", words(v)));
            entries.collect::<Vec<_>>().join(" · ")
        }
        _ => String::new(),
    }
}

/// As [`words`], with a percentage as one.
pub(crate) fn words_in(value: &Value, ty: &Type) -> String {
    match (value, ty) {
        (Value::Number(n), Type::Number(unit)) if *unit == Unit::PERCENT => {
            let hundred = n.mul(Number::from(100)).unwrap_or(*n);
            format!("{hundred}")
        }
        (Value::Context(table), Type::Context(entries)) => {
            let any = Type::Any;
            let entries = table
                .iter()
                .map(|(k, v)| format!("{k} {}", words_in(v, entries.get(k).unwrap_or(&any))));
            entries.collect::<Vec<_>>().join(" · ")
        }
        (value, _) => words(value),
    }
}

fn large(value: &Value) -> bool {
    match value {
        Value::Number(n) => *n > Number::from(LARGEST),
        Value::Context(table) => table.iter().any(|(_, v)| large(v)),
        _ => false,
    }
}
