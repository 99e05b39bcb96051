//! A changed value as text of the pack: what a policy officer would write for a raise.
//!
//! The new values stand in a file of their own at the level of the place, with the day from which
//! they hold and the clause; what held there before is closed on the day before. Nothing else of
//! the texts changes.

use crate::fault::Spot;
use crate::model::{Dated, Overtaken, Parameter, ParameterValue, PolicyDocument};
use crate::pack::Pack;
use crate::rules::Found;
use crate::simulate::{Change, ChangeFault, Changed, Setting};
use crate::text::Texts;
use chrono::NaiveDate;
use formula::{Number, Type, Unit, Value};
use kernel::DivisionCode;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The document that orders a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// Title.
    pub title: String,
    /// English title.
    pub en: String,
    /// Its number (文号).
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: Option<NaiveDate>,
    /// Where its text was read; empty where it was not.
    pub source: String,
    /// The clause that gives the values.
    pub clause: String,
}

/// Values that a document changes at a place from a day on.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The place at whose level the values are written.
    pub place: DivisionCode,
    /// The first day on which they hold.
    pub from: NaiveDate,
    /// The values.
    pub changes: Vec<Change>,
    /// The document.
    pub order: Order,
    /// Names of tests whose expectations the document overtakes.
    pub overtaken: Vec<String>,
}

/// The texts with the new values.
#[derive(Debug, Clone)]
pub struct Amended {
    /// All texts.
    pub texts: Texts,
    /// The values before and after.
    pub changed: Vec<Changed>,
    /// Key of the level at which they were written.
    pub level: String,
    /// The citation that they carry.
    pub cite: String,
}

impl Pack {
    /// Writes an amendment into the texts of the pack. The texts are still to be checked.
    ///
    /// # Errors
    /// All changes that cannot be written: what a simulation refuses, formulas, a value that
    /// begins on that very day.
    pub fn amended(&self, amendment: &Amendment) -> Result<Amended, Vec<ChangeFault>> {
        let fault = |code, zh: &str, en: &str| {
            vec![ChangeFault {
                name: String::new(),
                code,
                zh: zh.to_owned(),
                en: en.to_owned(),
            }]
        };
        let rules = self.rules(&amendment.place, amendment.from).map_err(|_| {
            fault(
                "amend.place",
                "政策包没有这个地方的规定",
                "the pack has no rules for this place",
            )
        })?;
        let level = rules.level_id();
        let (mut faults, mut changed) = (Vec::new(), Vec::new());
        let mut values: BTreeMap<String, Value> = BTreeMap::new();
        for change in &amendment.changes {
            match change.resolve(&rules, values.get(&change.name)) {
                Err(fault) => faults.push(fault),
                Ok((Setting::Formula(_), told)) => faults.push(ChangeFault {
                    name: told.name,
                    code: "amend.formula",
                    zh: "公式的改动要在政策包的文本中写，这里只能改参数".to_owned(),
                    en: "formulas are changed in the texts of the pack; only parameters here"
                        .to_owned(),
                }),
                Ok((Setting::Value(value), told)) => {
                    values.insert(change.name.clone(), value);
                    changed.retain(|c: &Changed| c.name != told.name);
                    changed.push(told);
                }
            }
        }
        let (mut edits, mut items) = (Vec::new(), String::new());
        for (name, value) in &values {
            let Some(Found::Parameter(parameter, _)) = rules.find(name) else {
                continue;
            };
            let own: Vec<&Dated<ParameterValue>> = parameter
                .values
                .iter()
                .filter(|v| v.level == level)
                .collect();
            match neighbours(name, &own, amendment.from) {
                Err(fault) => faults.push(fault),
                Ok(between) => {
                    edits.extend(between.closes.map(|v| (v.spot, v.from)));
                    items.push_str(&amendment.item(parameter, value, &between));
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut files = closed(self.texts(), edits, amendment.from)?;
        let folder = &rules.level().key;
        let order = &amendment.order;
        let head = format!("# 按《{}》（{}）调整的数额。\n", order.title, order.number);
        let path = free(
            &files,
            &format!("{folder}/parameters/amended_{}", amendment.from),
        );
        files.insert(path, format!("{head}parameters:\n{items}"));
        if self.document(&order.number).is_none() {
            let path = free(
                &files,
                &format!("{folder}/documents/amended_{}", amendment.from),
            );
            files.insert(
                path,
                format!("documents:\n{}", order.item(self, amendment.from)),
            );
        }
        if !amendment.overtaken.is_empty() {
            let path = free(
                &files,
                &format!("{folder}/tests/amended_{}", amendment.from),
            );
            files.insert(path, amendment.overtaken_text());
        }
        let texts = Texts::from_map(files).map_err(|faults| {
            faults
                .iter()
                .flat_map(|f| fault("amend.text", &f.zh, &f.en))
                .collect::<Vec<_>>()
        })?;
        Ok(Amended {
            texts,
            changed,
            level: folder.clone(),
            cite: amendment.cite(),
        })
    }
}

impl Pack {
    /// An amendment as the texts carry it: to be written again on other texts. The names are those
    /// of its parameters, the citation is what its values carry. None where the texts do not
    /// hold all of its values.
    pub fn amendment(
        &self,
        place: &DivisionCode,
        from: NaiveDate,
        names: &[&str],
        cite: &str,
    ) -> Option<Amendment> {
        let changes = names.iter().map(|name| {
            let (change, cited) = self.written(place, from, name)?;
            (cited == cite).then_some(change)
        });
        let changes: Vec<Change> = changes.collect::<Option<_>>()?;
        let numbered = |d: &'_ PolicyDocument| {
            let number = d.number.clone().filter(|n| cite.starts_with(n.as_str()))?;
            Some((number, d.clone()))
        };
        let documents = self.documents().iter().filter_map(numbered);
        let (number, document) = documents.max_by_key(|(number, _)| number.len())?;
        let ours = |one: &&Overtaken| one.from == from && one.cite == cite;
        Some(Amendment {
            place: *place,
            from,
            changes,
            order: Order {
                clause: cite[number.len()..].to_owned(),
                title: document.title,
                en: document.en,
                number,
                issuer: document.issuer,
                issued: document.issued,
                source: document.source.unwrap_or_default(),
            },
            overtaken: self
                .data()
                .overtaken
                .iter()
                .filter(ours)
                .map(|o| o.name.clone())
                .collect(),
        })
    }

    /// The value that the level of a place gives a parameter from a day on, as a change would
    /// write it, with its citation.
    pub fn written(
        &self,
        place: &DivisionCode,
        from: NaiveDate,
        name: &str,
    ) -> Option<(Change, String)> {
        let rules = self.rules(place, from).ok()?;
        let level = rules.level_id();
        let Some(Found::Parameter(parameter, _)) = rules.find(name) else {
            return None;
        };
        let mut own = parameter.values.iter();
        let value = own.find(|v| v.level == level && v.from == from)?;
        let text = yaml(&value.value.value, &parameter.ty);
        Some((Change::new(name, &text), value.cite.clone()))
    }
}

/// What stands at the level before and after the new value.
struct Between<'v> {
    /// The value that ends the day before.
    closes: Option<&'v Dated<ParameterValue>>,
    /// The last day of the new value, where a later one follows.
    to: Option<NaiveDate>,
    floor: bool,
}

fn neighbours<'v>(
    name: &str,
    own: &[&'v Dated<ParameterValue>],
    from: NaiveDate,
) -> Result<Between<'v>, ChangeFault> {
    let refused = |code, zh: String, en: String| ChangeFault {
        name: name.to_owned(),
        code,
        zh,
        en,
    };
    if own.iter().any(|v| v.from == from) {
        return Err(refused(
            "amend.same_day",
            format!("本级已有自 {from} 起的值；请在政策包的文本中更正"),
            format!("the level has a value from {from} already; correct it in the texts"),
        ));
    }
    let closes = own.iter().copied().find(|v| v.holds(from));
    if let Some(to) = closes.and_then(|v| v.to) {
        return Err(refused(
            "amend.closed",
            format!("本级现值写明到 {to} 为止；请在政策包的文本中调整"),
            format!("the level's value ends on {to} by its text; change it in the texts"),
        ));
    }
    let later = own.iter().filter(|v| v.from > from).map(|v| v.from).min();
    Ok(Between {
        closes,
        to: later.and_then(|day| day.pred_opt()),
        floor: closes.is_some_and(|v| v.floor),
    })
}

impl Amendment {
    fn cite(&self) -> String {
        let clause = self.order.clause.trim();
        format!("{}{clause}", self.order.number.trim())
    }

    fn item(&self, parameter: &Parameter, value: &Value, between: &Between<'_>) -> String {
        let mut out = String::new();
        _ = writeln!(out, "  - name: {}", parameter.name);
        _ = writeln!(out, "    values:\n      - from: {}", self.from);
        if let Some(to) = between.to {
            _ = writeln!(out, "        to: {to}");
        }
        _ = writeln!(out, "        value: {}", yaml(value, &parameter.ty));
        if between.floor {
            _ = writeln!(out, "        floor: true");
        }
        if self.order.source.trim().is_empty() {
            _ = writeln!(out, "        verified: false");
        }
        _ = writeln!(out, "        cite: {}", quoted(&self.cite()));
        out
    }

    fn overtaken_text(&self) -> String {
        let mut out = String::from("overtaken:\n");
        for name in &self.overtaken {
            _ = writeln!(
                out,
                "  - {{name: {}, from: {}, cite: {}}}",
                quoted(name),
                self.from,
                quoted(&self.cite())
            );
        }
        out
    }
}

impl Order {
    fn item(&self, pack: &Pack, from: NaiveDate) -> String {
        let mut out = String::new();
        let title = self.title.trim();
        // Every year has a notice of the same title; a pack names each document once.
        let own = match pack.document(title) {
            Some(_) => format!("{title}（{}）", self.number.trim()),
            None => title.to_owned(),
        };
        _ = writeln!(out, "  - title: {}", quoted(&own));
        let en = if self.en.trim().is_empty() {
            &own
        } else {
            &self.en
        };
        _ = writeln!(out, "    en: {}", quoted(en.trim()));
        _ = writeln!(out, "    number: {}", quoted(self.number.trim()));
        _ = writeln!(out, "    issuer: {}", quoted(self.issuer.trim()));
        if let Some(issued) = self.issued {
            _ = writeln!(out, "    issued: {issued}");
        }
        _ = writeln!(out, "    from: {from}");
        match self.source.trim() {
            "" => out.push_str("    verified: false\n"),
            source => _ = writeln!(out, "    source: {}", quoted(source)),
        }
        out
    }
}

/// A path that is not taken.
fn free(files: &BTreeMap<String, String>, stem: &str) -> String {
    let mut path = format!("{stem}.yaml");
    let mut n = 2;
    while files.contains_key(&path) {
        path = format!("{stem}_{n}.yaml");
        n += 1;
    }
    path
}

/// A text in double quotes; what JSON escapes, YAML reads.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    serde_json::Value::String(plain).to_string()
}

/// A value as packs write it: percentages as such.
fn yaml(value: &Value, ty: &Type) -> String {
    match (value, ty) {
        (Value::Number(n), Type::Number(unit)) if *unit == Unit::PERCENT => {
            n.mul(Number::from(100)).unwrap_or(*n).to_string()
        }
        (Value::Number(n), _) => n.to_string(),
        (Value::Boolean(yes), _) => yes.to_string(),
        (Value::Date(date), _) => date.to_string(),
        (Value::Text(text), _) => quoted(text),
        (Value::List(items), _) => {
            let items: Vec<String> = items.iter().map(|v| yaml(v, &Type::Any)).collect();
            format!("[{}]", items.join(", "))
        }
        (Value::Context(table), ty) => {
            let of = |key: &str| match ty {
                Type::Context(entries) => entries.get(key).unwrap_or(&Type::Any),
                _ => &Type::Any,
            };
            let items: Vec<String> = table
                .iter()
                .map(|(k, v)| format!("{k}: {}", yaml(v, of(k))))
                .collect();
            format!("{{{}}}", items.join(", "))
        }
        _ => String::new(),
    }
}

/// The texts with `to` written into values that end the day before.
fn closed(
    texts: &Texts,
    mut edits: Vec<(Spot, NaiveDate)>,
    from: NaiveDate,
) -> Result<BTreeMap<String, String>, Vec<ChangeFault>> {
    let owned = |(path, text): (&str, &str)| (path.to_owned(), text.to_owned());
    let mut files: BTreeMap<String, String> = texts.iter().map(owned).collect();
    let last = from.pred_opt().unwrap_or(from);
    // From the end, so that an edit moves none that is still to come.
    edits.sort_by_key(|(spot, _)| std::cmp::Reverse(*spot));
    for (spot, began) in edits {
        let path = texts.path(spot.file).to_owned();
        let edited = files
            .get(&path)
            .and_then(|text| close(text, spot, began, last));
        let Some(text) = edited else {
            return Err(vec![ChangeFault {
                name: String::new(),
                code: "amend.text",
                zh: format!(
                    "{path} 第 {} 行的值不能自动终止，请在文本中写 to",
                    spot.line
                ),
                en: format!(
                    "the value in {path}, line {} cannot be closed here; write its `to`",
                    spot.line
                ),
            }]);
        };
        files.insert(path, text);
    }
    Ok(files)
}

/// Writes `to` behind the `from` of the value at a spot.
fn close(text: &str, spot: Spot, began: NaiveDate, last: NaiveDate) -> Option<String> {
    let line = usize::try_from(spot.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(spot.column).ok()?.checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let inside: usize = text[start..].chars().take(column).map(char::len_utf8).sum();
    let at = start + inside;
    let said = format!("from: {began}");
    let end = at + text[at..].find(&said)? + said.len();
    let mut out = text[..end].to_owned();
    if text[at..].starts_with('{') {
        _ = write!(out, ", to: {last}");
    } else {
        _ = write!(out, "\n{}to: {last}", " ".repeat(column));
    }
    out.push_str(&text[end..]);
    Some(out)
}
