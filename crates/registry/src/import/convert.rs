//! Cells of a column as values of a fact, in the one spelling that is stored.

use std::collections::HashMap;

use formula::Type;
use kernel::codes::{
    CodeList, DisabilityGrade, DisabilityKind, Education, Ethnicity, Health, HouseholdRegistration,
    LabourAbility, Marriage, Relation, Sex, UrbanRural,
};
use kernel::{Bilingual, DivisionCode, Money, dates, text};
use pack::model::{ColumnMap, Fact};
use serde_json::Value;

/// A fault of a cell in both languages.
pub(crate) type Words = (String, String);

/// Distinct spellings that a column remembers: codes have a few dozen.
const MEMO: usize = 4_096;

enum Kind {
    Text,
    Code,
    Boolean,
    /// Factor from the column's unit to the fact's.
    Money(i64),
    Integer,
    Number,
    Date,
    Division,
    List,
}

/// Turns cells of one column into values.
pub(crate) struct Converter {
    kind: Kind,
    spellings: HashMap<String, String>,
    choices: String,
    choices_en: String,
    memo: HashMap<String, Result<Value, Words>>,
}

fn aliases<L: CodeList>(into: &mut HashMap<String, String>, known: &dyn Fn(&str) -> bool) {
    for entry in L::all() {
        if known(entry.zh()) {
            for alias in entry.aliases() {
                into.entry((*alias).to_owned())
                    .or_insert_with(|| entry.zh().to_owned());
            }
            into.entry(entry.code().to_owned())
                .or_insert_with(|| entry.zh().to_owned());
        }
    }
}

impl Converter {
    /// For a column and the fact it fills.
    pub fn new(column: &ColumnMap, fact: &Fact) -> Self {
        let mut spellings: HashMap<String, String> = HashMap::new();
        let mut values: Vec<String> = Vec::new();
        let kind = match &fact.ty {
            Type::Boolean => Kind::Boolean,
            Type::Date | Type::DateTime => Kind::Date,
            Type::List(_) => Kind::List,
            Type::Number(unit) => {
                let unit = unit.to_string();
                let said = column.unit.as_deref().unwrap_or(&unit);
                if unit.contains('元') {
                    let yearly = unit.ends_with("/年") && said.ends_with("/月");
                    Kind::Money(if yearly { 12 } else { 1 })
                } else if fact.whole {
                    Kind::Integer
                } else {
                    Kind::Number
                }
            }
            Type::Code(codes) => {
                values.clone_from(&codes.values);
                Kind::Code
            }
            _ if fact.name == "区划" || fact.name == "户籍地" => Kind::Division,
            _ => Kind::Text,
        };
        for value in &values {
            spellings.insert(tidy(value), value.clone());
        }
        for (a, b) in &fact.codes {
            let (code, value) = if values.contains(b) { (a, b) } else { (b, a) };
            spellings
                .entry(code.clone())
                .or_insert_with(|| value.clone());
        }
        let known = |zh: &str| values.iter().any(|v| v == zh);
        match fact.name.as_str() {
            "性别" => aliases::<Sex>(&mut spellings, &known),
            "与户主关系" => aliases::<Relation>(&mut spellings, &known),
            "民族" => aliases::<Ethnicity>(&mut spellings, &known),
            "婚姻状况" => aliases::<Marriage>(&mut spellings, &known),
            "文化程度" => aliases::<Education>(&mut spellings, &known),
            "健康状况" => aliases::<Health>(&mut spellings, &known),
            "户口性质" => aliases::<HouseholdRegistration>(&mut spellings, &known),
            "劳动能力" => aliases::<LabourAbility>(&mut spellings, &known),
            "残疾类别" => aliases::<DisabilityKind>(&mut spellings, &known),
            "城乡" => aliases::<UrbanRural>(&mut spellings, &known),
            "残疾等级" => {
                for grade in DisabilityGrade::all() {
                    let number = grade.number().to_string();
                    spellings.insert(grade.zh().to_owned(), number.clone());
                    for alias in grade.aliases() {
                        spellings.insert((*alias).to_owned(), number.clone());
                    }
                }
            }
            _ => {}
        }
        for (spelling, meaning) in &column.values {
            spellings.insert(tidy(spelling), meaning.clone());
        }
        let mut choices = values
            .iter()
            .take(12)
            .cloned()
            .collect::<Vec<_>>()
            .join("、");
        let mut choices_en = choices.clone();
        if values.len() > 12 {
            choices.push('等');
            choices_en.push_str(" …");
        }
        Self {
            kind,
            spellings,
            choices,
            choices_en,
            memo: HashMap::new(),
        }
    }

    /// The value of a cell; `None` where the cell says nothing.
    pub fn value(&mut self, cell: &str) -> Result<Option<Value>, Words> {
        if let Some(known) = self.memo.get(cell) {
            return known.clone().map(|v| (!v.is_null()).then_some(v));
        }
        let found = self.read(cell);
        if self.memo.len() < MEMO {
            self.memo.insert(cell.to_owned(), found.clone());
        }
        found.map(|v| (!v.is_null()).then_some(v))
    }

    fn read(&self, cell: &str) -> Result<Value, Words> {
        let tidy = tidy(cell);
        if is_nothing(&tidy) {
            return Ok(Value::Null);
        }
        let meaning = self
            .spellings
            .get(&tidy)
            .map_or(tidy.as_str(), String::as_str);
        match &self.kind {
            Kind::Text => Ok(Value::String(
                text::trim(&text::fold_width(cell)).to_owned(),
            )),
            Kind::Code => self
                .spellings
                .get(&tidy)
                .map(|v| Value::String(v.clone()))
                .ok_or_else(|| {
                    (
                        format!("取值不在代码表中，可填：{}", self.choices),
                        format!("The value is not in the list; allowed: {}", self.choices_en),
                    )
                }),
            Kind::Boolean => match meaning {
                "true" | "是" | "有" | "1" | "TRUE" | "True" | "√" | "y" | "Y" => {
                    Ok(Value::Bool(true))
                }
                "false" | "否" | "无" | "没有" | "0" | "FALSE" | "False" | "×" | "n" | "N" => {
                    Ok(Value::Bool(false))
                }
                _ => Err((
                    "应填“是”或“否”".to_owned(),
                    "Write 是 (yes) or 否 (no).".to_owned(),
                )),
            },
            Kind::Money(factor) => {
                let said = Money::parse_yuan(meaning.trim_end_matches('元'))
                    .map_err(|e| (e.zh(), e.en()))?;
                let fen = said.fen().checked_mul(*factor).ok_or_else(too_large)?;
                Ok(Value::String(Money::from_fen(fen).to_string()))
            }
            Kind::Integer => {
                let plain = meaning.strip_suffix(".0").unwrap_or(meaning);
                let plain = plain.trim_end_matches(|c: char| !c.is_ascii_digit());
                plain
                    .parse::<i64>()
                    .map(Value::from)
                    .map_err(|_| not_a_number())
            }
            Kind::Number => {
                let plain = meaning.trim_end_matches(['%', '㎡', '²', 'm']);
                let sound = !plain.is_empty()
                    && plain
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
                    && plain.bytes().filter(|b| *b == b'.').count() <= 1
                    && plain.bytes().any(|b| b.is_ascii_digit());
                sound
                    .then(|| Value::String(plain.to_owned()))
                    .ok_or_else(not_a_number)
            }
            Kind::Date => match dates::parse_date(cell) {
                Ok(day) => Ok(Value::String(day.to_string())),
                Err(_) if dates::parse_month(cell).is_ok() => {
                    let month = dates::parse_month(cell).map_err(|e| (e.zh(), e.en()))?;
                    Ok(Value::String(month.first_day().to_string()))
                }
                Err(e) => Err((e.zh(), e.en())),
            },
            Kind::Division => DivisionCode::parse(meaning)
                .map(|d| Value::String(d.as_str().to_owned()))
                .map_err(|e| (e.zh(), e.en())),
            Kind::List => Ok(Value::Array(
                split_list(cell)
                    .into_iter()
                    .map(|w| Value::String(w.to_owned()))
                    .collect(),
            )),
        }
    }
}

fn too_large() -> Words {
    ("金额过大".to_owned(), "The amount is too large.".to_owned())
}

fn not_a_number() -> Words {
    ("应填数字".to_owned(), "Write a number.".to_owned())
}

/// A cell in half-width letters without spaces.
pub(crate) fn tidy(cell: &str) -> String {
    text::squeeze(&text::fold_width(cell))
}

/// Marks by which people leave a cell empty.
pub(crate) fn is_nothing(tidy: &str) -> bool {
    matches!(
        tidy,
        "" | "-" | "--" | "/" | "\\" | "—" | "——" | "无数据" | "null" | "NULL" | "#N/A"
    )
}

/// The words of a list in one cell.
pub(crate) fn split_list(cell: &str) -> Vec<&str> {
    cell.split(['、', ',', '，', ';', '；', '/', '|', ' ', '\n'])
        .map(text::trim)
        .filter(|w| !w.is_empty())
        .collect()
}
