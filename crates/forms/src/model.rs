//! What a form is made of.

use formula::feel::{Answer, Expression};
use formula::{Context, Number, Type, Value};
use std::sync::Arc;

/// Words in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Whose fact a field states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A fact of a member; the field stands in rows of persons, or is about the subject of the form.
    Person,
    /// A fact of the household.
    Household,
    /// A fact of a supporter.
    Supporter,
    /// A fact of the award.
    Award,
    /// A fact of the case.
    Case,
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signs {
    /// A member of the family, or the person whom the form is about.
    Family,
    /// A guardian in the stead of one who cannot sign.
    Guardian,
    /// A supporter.
    Supporter,
    /// An officer.
    Officer,
    /// Anybody else present: residents' representatives, carers.
    Other,
}

/// Rows of fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// Whose facts the rows state.
    pub of: Option<Source>,
    /// At least so many.
    pub min: usize,
    /// At most so many.
    pub max: usize,
    /// Their fields, without rows of their own.
    pub fields: Vec<Field>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// A text of at most so many characters.
    Text(usize),
    /// A quantity, amount, date, yes or no, or code of a list.
    Value {
        /// Its type.
        ty: Type,
        /// Only whole numbers.
        whole: bool,
        /// Smallest.
        min: Option<Number>,
        /// Largest.
        max: Option<Number>,
        /// A day that must not lie after the day of filling in.
        past: bool,
    },
    /// Several codes of a list.
    Codes(Vec<String>),
    /// An identity number (GB 11643).
    IdNumber,
    /// A telephone number.
    Phone,
    /// A bank account.
    Account,
    /// A division code.
    Division,
    /// A file: the id under which it is kept.
    File,
    /// A signature.
    Signature(Signs),
    /// Repeating rows.
    Rows(Rows),
}

/// When a field must be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// It may be left out.
    No,
    /// Always.
    Always,
    /// Where this FEEL holds over the form's values.
    When(String),
}

/// What the case at hand knows already, for a field that is filled in before anybody types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The applicant's name.
    ApplicantName,
    /// The applicant's identity number.
    ApplicantIdNumber,
    /// The name of the person whom the form is about.
    SubjectName,
    /// That person's identity number.
    SubjectIdNumber,
    /// That person's relation to the head.
    SubjectRelation,
    /// The household's telephone.
    HouseholdPhone,
    /// The household's address.
    HouseholdAddress,
    /// Code of the village where the household lives.
    HouseholdVillage,
    /// How many members the case has.
    MembersCount,
    /// The sum that the assessment comes to, a month.
    AssessedMonthly,
    /// The officer who fills the form in.
    OfficerName,
    /// The day of filling in.
    Today,
    /// The first day of the month after.
    NextMonth,
}

impl Known {
    /// The words under which forms name them.
    pub const NAMES: &'static [(&'static str, Known)] = &[
        ("applicant.name", Known::ApplicantName),
        ("applicant.id_number", Known::ApplicantIdNumber),
        ("subject.name", Known::SubjectName),
        ("subject.id_number", Known::SubjectIdNumber),
        ("subject.relation", Known::SubjectRelation),
        ("household.phone", Known::HouseholdPhone),
        ("household.address", Known::HouseholdAddress),
        ("household.village", Known::HouseholdVillage),
        ("members.count", Known::MembersCount),
        ("assessed.monthly", Known::AssessedMonthly),
        ("officer.name", Known::OfficerName),
        ("today", Known::Today),
        ("next_month", Known::NextMonth),
    ];
}

/// What stands in a field before anybody types; whoever fills the form in may change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// What the case knows.
    Known(Known),
    /// These words; `true` and `false` in a field of yes and no.
    Words(String),
    /// All codes of a field that takes several.
    All,
    /// The code beside the first of these programmes that the family holds.
    Held(Vec<(String, String)>),
}

/// A field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name: the key of its value, and its label.
    pub name: String,
    /// English label.
    pub en: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Unit as shown.
    pub unit: String,
    /// When it must be filled in.
    pub needed: Needed,
    /// Hidden in lists, comparisons and prints for others.
    pub sensitive: bool,
    /// Whose fact of the vocabulary it states, under its own name.
    pub source: Option<Source>,
    /// How to fill it in.
    pub note: Option<String>,
    /// What stands in it before anybody types.
    pub fill: Option<Fill>,
    /// Where it was written, for whoever read the text.
    pub mark: u32,
}

/// A rule over several fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// FEEL over the form's values; false is a problem, unknown is none.
    pub formula: String,
    /// What to say.
    pub words: Words,
    /// The field to show it at; the whole form where none.
    pub at: Option<String>,
    /// Where it was written.
    pub mark: u32,
}

/// A form in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Key.
    pub key: String,
    /// Version, counted up when fields or rules change.
    pub version: u32,
    /// Names.
    pub label: Words,
    /// Fields in the order of showing and printing.
    pub fields: Vec<Field>,
    /// Rules.
    pub rules: Vec<Rule>,
}

/// What is wrong with the text of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it was written.
    pub mark: u32,
    /// A name twice.
    pub twice: bool,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Form {
    /// The field of that name at the top.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// What is wrong with the text: names twice, rows in rows, rules that are no FEEL over the
    /// form's own fields.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        names(&self.fields, &mut faults);
        for field in &self.fields {
            if let FieldKind::Rows(rows) = &field.kind {
                names(&rows.fields, &mut faults);
                if rows.min > rows.max || rows.fields.is_empty() {
                    faults.push(Fault {
                        mark: field.mark,
                        twice: false,
                        zh: "行数下限大于上限，或没有写明每行的栏目".into(),
                        en: "more rows are needed than are allowed, or a row has no fields".into(),
                    });
                }
                let deep = rows.fields.iter();
                for inner in deep.filter(|f| matches!(f.kind, FieldKind::Rows(_))) {
                    faults.push(Fault {
                        mark: inner.mark,
                        twice: false,
                        zh: "明细行里不能再有明细行".into(),
                        en: "rows cannot have rows of their own".into(),
                    });
                }
            }
        }
        let example = example(&self.fields);
        let conditions = all_conditions(&self.fields);
        let rules = self.rules.iter().map(|r| (r.formula.as_str(), r.mark));
        for (formula, mark) in conditions.into_iter().chain(rules) {
            let read = Expression::read(formula, &example);
            let said = match read {
                Ok(expression) => match expression.evaluate(&example) {
                    Answer::Value(Value::Boolean(_) | Value::Null) => continue,
                    Answer::Value(_) => (
                        "应得出是或否".to_owned(),
                        "it has to come to yes or no".to_owned(),
                    ),
                    Answer::Unsupported(what) => (what.clone(), what),
                    Answer::Error(fault) => (fault.zh, fault.en),
                },
                Err(Answer::Error(fault)) => (fault.zh, fault.en),
                Err(Answer::Unsupported(what)) => (what.clone(), what),
                Err(Answer::Value(_)) => continue,
            };
            faults.push(Fault {
                mark,
                twice: false,
                zh: format!("规则“{formula}”：{}", said.0),
                en: format!("rule “{formula}”: {}", said.1),
            });
        }
        for rule in &self.rules {
            if let Some(at) = &rule.at
                && self.field(at).is_none()
            {
                faults.push(Fault {
                    mark: rule.mark,
                    twice: false,
                    zh: format!("表中没有栏目“{at}”"),
                    en: format!("the form has no field “{at}”"),
                });
            }
        }
        faults
    }
}

fn names(fields: &[Field], faults: &mut Vec<Fault>) {
    for (n, field) in fields.iter().enumerate() {
        if fields[..n].iter().any(|f| f.name == field.name) {
            faults.push(Fault {
                mark: field.mark,
                twice: true,
                zh: format!("栏目“{}”写了两次", field.name),
                en: format!("the field “{}” is written twice", field.name),
            });
        }
    }
}

fn all_conditions(fields: &[Field]) -> Vec<(&str, u32)> {
    let mut found = Vec::new();
    for field in fields {
        if let Needed::When(formula) = &field.needed {
            found.push((formula.as_str(), field.mark));
        }
        // What a row needs is asked over the form, in which the row's own fields are bare.
        if let FieldKind::Rows(rows) = &field.kind {
            for inner in &rows.fields {
                if let Needed::When(formula) = &inner.needed {
                    found.push((formula.as_str(), inner.mark));
                }
            }
        }
    }
    found
}

/// A context with an example value for every name that rules may use: the fields, and, bare,
/// those of rows, for conditions of a row.
pub(crate) fn example(fields: &[Field]) -> Context {
    let mut context = Context::new();
    for field in fields {
        if let FieldKind::Rows(rows) = &field.kind {
            for inner in &rows.fields {
                context.set(&inner.name, one(&inner.kind));
            }
        }
    }
    for field in fields {
        context.set(&field.name, one(&field.kind));
    }
    context
}

fn one(kind: &FieldKind) -> Value {
    match kind {
        FieldKind::Value { ty, .. } => match ty {
            Type::Number(_) => Value::Number(Number::from(1)),
            Type::Boolean => Value::Boolean(true),
            Type::Date => {
                chrono::NaiveDate::from_ymd_opt(2022, 1, 1).map_or(Value::Null, Value::Date)
            }
            Type::Code(codes) => Value::text(codes.values.first().map_or("", String::as_str)),
            Type::List(_) => Value::list([]),
            _ => Value::text(""),
        },
        FieldKind::Codes(values) => Value::list(values.iter().take(1).map(|v| Value::text(v))),
        FieldKind::Rows(rows) => {
            let mut row = Context::new();
            for field in &rows.fields {
                row.set(&field.name, one(&field.kind));
            }
            Value::list([Value::Context(Arc::new(row))])
        }
        _ => Value::text("例"),
    }
}
