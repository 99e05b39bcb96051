//! Whether what was filled in holds, in one canonical form.

use crate::model::{Field, FieldKind, Form, Needed, Rows, Rule};
use crate::values;
use chrono::NaiveDate;
use formula::feel::{Answer, Expression};
use formula::{Context, Value};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use sm3::{Digest as _, Sm3};
use std::fmt::Write as _;

/// How strictly values are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Saved as one types: what is there must be right, what is missing may be missing.
    Draft,
    /// Handed in: everything needed must be there and every rule must hold.
    Final,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// JSON pointer: `/家庭成员/0/公民身份号码`; empty for the whole form.
    pub pointer: String,
    /// Stable code: missing, unknown_field, wrong_type, wrong_code, too_long, too_small,
    /// too_large, not_whole, future, wrong_id_number, wrong_phone, wrong_account,
    /// wrong_division, too_few_rows, too_many_rows, rule.
    pub code: &'static str,
    /// In Chinese; never repeats the value.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// Values that hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The values, keys in the order of the form, nothing empty.
    pub values: Map<String, Json>,
    /// SM3 over form, version and values; signatures are tied to it.
    pub digest: String,
}

impl Form {
    /// Checks values as filled in on a day.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn check(
        &self,
        given: &Json,
        stage: Stage,
        today: NaiveDate,
    ) -> Result<Checked, Vec<Problem>> {
        let mut checking = Checking {
            stage,
            today,
            whole: Context::new(),
            problems: Vec::new(),
        };
        let Json::Object(given) = given else {
            checking.add(
                "",
                "wrong_type",
                "应为一份表格的内容",
                "the content of a form belongs here",
            );
            return Err(checking.problems);
        };
        // What is needed may hang on other fields: they are read first.
        checking.whole = context(&self.fields, given);
        let values = checking.fields(&self.fields, given, "", None);
        if checking.problems.is_empty() && stage == Stage::Final {
            checking.whole = context(&self.fields, &values);
            for rule in &self.rules {
                checking.rule(self, rule);
            }
        }
        if !checking.problems.is_empty() {
            return Err(checking.problems);
        }
        let digest = self.digest(&values);
        Ok(Checked { values, digest })
    }

    /// SM3 over form, version and canonical values.
    pub fn digest(&self, values: &Map<String, Json>) -> String {
        let mut hash = Sm3::new();
        hash.update(format!("{}\n{}\n", self.key, self.version));
        hash.update(Json::Object(values.clone()).to_string());
        let mut text = String::new();
        for byte in hash.finalize() {
            _ = write!(text, "{byte:02x}");
        }
        text
    }
}

pub(crate) struct Checking {
    stage: Stage,
    today: NaiveDate,
    whole: Context,
    problems: Vec<Problem>,
}

/// The values as FEEL sees them; what cannot be read is null.
fn context(fields: &[Field], given: &Map<String, Json>) -> Context {
    let mut context = Context::new();
    for field in fields {
        if let FieldKind::Rows(rows) = &field.kind {
            for inner in &rows.fields {
                context.set(&inner.name, Value::Null);
            }
        }
    }
    for field in fields {
        let value = given
            .get(&field.name)
            .map_or(Value::Null, |json| values::feel(&field.kind, json));
        context.set(&field.name, value);
    }
    context
}

impl Checking {
    /// One that answers which fields are needed as the values stand.
    pub(crate) fn over(fields: &[Field], given: &Map<String, Json>) -> Self {
        Checking {
            stage: Stage::Draft,
            today: NaiveDate::MIN,
            whole: context(fields, given),
            problems: Vec::new(),
        }
    }

    fn add(
        &mut self,
        pointer: &str,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.problems.push(Problem {
            pointer: pointer.to_owned(),
            code,
            zh: zh.into(),
            en: en.into(),
        });
    }

    fn fields(
        &mut self,
        fields: &[Field],
        given: &Map<String, Json>,
        path: &str,
        row: Option<&Map<String, Json>>,
    ) -> Map<String, Json> {
        for name in given.keys() {
            if !fields.iter().any(|f| f.name == *name) {
                let pointer = pointer(path, name);
                self.add(
                    &pointer,
                    "unknown_field",
                    "表中没有这一栏",
                    "the form has no such field",
                );
            }
        }
        let mut found = Map::new();
        for field in fields {
            let at = pointer(path, &field.name);
            let json = given.get(&field.name).filter(|json| !values::empty(json));
            match json {
                None => {
                    if self.stage == Stage::Final && self.needed(field, fields, row) {
                        let (zh, en) = match field.kind {
                            FieldKind::Signature(_) => ("还没有签字", "this has to be signed"),
                            _ => ("请填写", "this has to be filled in"),
                        };
                        self.add(&at, "missing", zh, en);
                    }
                }
                Some(json) => {
                    let value = match &field.kind {
                        FieldKind::Rows(rows) => self.rows(rows, json, &at),
                        kind => match values::read(kind, json, self.today) {
                            Ok(value) => Some(value),
                            Err(fault) => {
                                self.add(&at, fault.code, fault.zh, fault.en);
                                None
                            }
                        },
                    };
                    if let Some(value) = value {
                        found.insert(field.name.clone(), value);
                    }
                }
            }
        }
        found
    }

    fn rows(&mut self, rows: &Rows, json: &Json, at: &str) -> Option<Json> {
        let Json::Array(items) = json else {
            self.add(at, "wrong_type", "应为若干行", "rows belong here");
            return None;
        };
        if items.len() > rows.max {
            self.add(
                at,
                "too_many_rows",
                format!("最多{}行", rows.max),
                format!("{} rows at most", rows.max),
            );
            return None;
        }
        if items.len() < rows.min && self.stage == Stage::Final {
            self.add(
                at,
                "too_few_rows",
                format!("至少{}行", rows.min),
                format!("{} rows at least", rows.min),
            );
        }
        let mut found = Vec::new();
        for (n, item) in items.iter().enumerate() {
            let path = format!("{at}/{n}");
            match item {
                Json::Object(row) => {
                    found.push(Json::Object(self.fields(
                        &rows.fields,
                        row,
                        &path,
                        Some(row),
                    )));
                }
                _ => self.add(&path, "wrong_type", "应为一行内容", "a row belongs here"),
            }
        }
        Some(Json::Array(found))
    }

    pub(crate) fn needed(
        &self,
        field: &Field,
        fields: &[Field],
        row: Option<&Map<String, Json>>,
    ) -> bool {
        match &field.needed {
            Needed::No => matches!(&field.kind, FieldKind::Rows(rows) if rows.min > 0),
            Needed::Always => true,
            Needed::When(formula) => {
                let mut context = self.whole.clone();
                if let Some(row) = row {
                    for field in fields {
                        let value = row
                            .get(&field.name)
                            .map_or(Value::Null, |json| values::feel(&field.kind, json));
                        context.set(&field.name, value);
                    }
                }
                truth(formula, &context) == Some(true)
            }
        }
    }

    fn rule(&mut self, form: &Form, rule: &Rule) {
        if truth(&rule.formula, &self.whole) != Some(false) {
            return;
        }
        let at = rule.at.as_ref().filter(|at| form.field(at).is_some());
        let at = at.map_or(String::new(), |name| pointer("", name));
        self.add(&at, "rule", rule.words.zh.clone(), rule.words.en.clone());
    }
}

/// Whether a formula holds; `None` where it cannot be said.
fn truth(formula: &str, context: &Context) -> Option<bool> {
    let expression = Expression::read(formula, context).ok()?;
    match expression.evaluate(context) {
        Answer::Value(Value::Boolean(b)) => Some(b),
        _ => None,
    }
}

/// One step deeper in a JSON pointer (RFC 6901).
pub(crate) fn pointer(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}
