//! Whether a form may be handed in: its own text, its files and signatures, its people.

use std::collections::BTreeMap;

use forms::{Checked, FieldKind, Form, Source, Stage};
use platform::{Conn, Problem, Result, Sql};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::case::act::Work;
use crate::problems::FORM_WRONG;

/// Something wrong in a form.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FormFault {
    /// JSON pointer into the values; empty for the form as a whole.
    pub pointer: String,
    /// Stable code.
    pub code: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl FormFault {
    fn new(pointer: impl Into<String>, code: &str, zh: &str, en: &str) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }
}

impl From<forms::Problem> for FormFault {
    fn from(problem: forms::Problem) -> Self {
        Self {
            pointer: problem.pointer,
            code: problem.code.to_owned(),
            zh: problem.zh,
            en: problem.en,
        }
    }
}

/// The faults as one problem document.
pub(super) fn refused(faults: Vec<FormFault>) -> Problem {
    faults
        .into_iter()
        .fold(Problem::new(&FORM_WRONG), |problem, fault| {
            problem.field(format!("/values{}", fault.pointer), fault.zh, fault.en)
        })
}

/// Checks values against the text of the form, the files of the case and its people.
pub(crate) async fn check(
    conn: &Conn,
    work: &Work,
    form: &Form,
    values: &Map<String, Value>,
    today: chrono::NaiveDate,
) -> Result<std::result::Result<Checked, Vec<FormFault>>> {
    let checked = form.check(&Value::Object(values.clone()), Stage::Final, today);
    let mut faults: Vec<FormFault> = Vec::new();
    let checked = match checked {
        Ok(checked) => Some(checked),
        Err(problems) => {
            faults.extend(problems.into_iter().map(FormFault::from));
            None
        }
    };
    // Signatures and people are looked at even where something else is wrong: all at once.
    let draft = form.check(&Value::Object(values.clone()), Stage::Draft, today);
    let standing = draft.map_or_else(|_| values.clone(), |draft| draft.values);
    faults.extend(attachments(conn, work, form, &standing).await?);
    let people = People::of(work);
    faults.extend(people.strangers(form, &standing));
    faults.extend(otherwise(&work.bureau.procedure, form, &standing));
    Ok(match checked {
        Some(checked) if faults.is_empty() => Ok(checked),
        _ => Err(faults),
    })
}

/// Fields that say something else than the procedure is for.
fn otherwise(
    procedure: &flow::Procedure,
    form: &Form,
    standing: &Map<String, Value>,
) -> Vec<FormFault> {
    let label = &procedure.label;
    let states = procedure.states(&form.key);
    let wrong = states.filter(|(field, code)| {
        let said = standing.get(*field).filter(|said| !said.is_null());
        said.is_some_and(|said| said != code)
    });
    let fault = |(field, code): (&str, &str)| {
        let zh = format!("“{}”办理的是“{code}”；其他情形请改走相应的程序", label.zh);
        let en = format!(
            "“{}” is for “{code}” only; take the other procedure",
            label.en
        );
        FormFault::new(format!("/{field}"), "rule", &zh, &en)
    };
    wrong.map(fault).collect()
}

/// Files must belong to the case, signatures must stand under the content as it is.
async fn attachments(
    conn: &Conn,
    work: &Work,
    form: &Form,
    values: &Map<String, Value>,
) -> Result<Vec<FormFault>> {
    let named = form.attachments(values);
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let sql =
        Sql::new("select file, purpose, bound from case_file where case_id = ").bind(work.row.id);
    let mut known: BTreeMap<String, (String, Option<String>)> = BTreeMap::new();
    for row in conn.rows(sql).await? {
        let file: Uuid = row.try_get_by_index(0)?;
        known.insert(
            file.to_string(),
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
        );
    }
    let content = form.content(values);
    let mut faults = Vec::new();
    for one in named {
        let found = known.get(&one.file);
        match (found, one.signs) {
            (None, None) => faults.push(FormFault::new(
                one.pointer,
                "wrong_file",
                "这个文件不在本案中，请重新上传",
                "this file is not in the case; put it in again",
            )),
            (None, Some(_)) => faults.push(FormFault::new(
                one.pointer,
                "wrong_signature",
                "没有找到这次签字的笔迹，请重新签字",
                "the strokes of this signature are not there; sign again",
            )),
            (Some((purpose, bound)), Some(_))
                if purpose != "signature" || bound.as_deref() != Some(content.as_str()) =>
            {
                faults.push(FormFault::new(
                    one.pointer,
                    "signature_void",
                    "签字之后内容有改动，请重新签字",
                    "the content changed after it was signed; sign again",
                ));
            }
            _ => {}
        }
    }
    Ok(faults)
}

/// The members of the case, as forms name them.
pub(super) struct People(Vec<(Uuid, String, Option<String>)>);

impl People {
    /// Those of a case.
    pub fn of(work: &Work) -> Self {
        let members = work
            .row
            .opening
            .parties
            .iter()
            .filter(|p| p.capacity.is_member());
        let known = members.filter_map(|p| {
            let id: Uuid = p.person.parse().ok()?;
            let person = work.people.get(&id)?;
            let number = person.id_number.map(|n| n.as_str().to_owned());
            Some((id, person.name.clone(), number))
        });
        Self(known.collect())
    }

    /// The member that a row speaks of: by identity number, else by a name that only one has.
    pub fn find(&self, row: &Map<String, Value>) -> Option<Uuid> {
        let text = |name: &str| row.get(name).and_then(Value::as_str);
        if let Some(number) = text("公民身份号码") {
            let by_number = self.0.iter().find(|p| p.2.as_deref() == Some(number));
            return by_number.map(|p| p.0);
        }
        let name = text("姓名")?;
        let mut named = self.0.iter().filter(|p| p.1 == name);
        match (named.next(), named.next()) {
            (Some(one), None) => Some(one.0),
            _ => None,
        }
    }

    /// Rows of persons who are not in the case.
    fn strangers(&self, form: &Form, values: &Map<String, Value>) -> Vec<FormFault> {
        let mut faults = Vec::new();
        for field in &form.fields {
            let FieldKind::Rows(rows) = &field.kind else {
                continue;
            };
            if rows.of != Some(Source::Person) {
                continue;
            }
            let items = values.get(&field.name).and_then(Value::as_array);
            for (n, row) in items.into_iter().flatten().enumerate() {
                if row.as_object().is_some_and(|row| self.find(row).is_none()) {
                    faults.push(FormFault::new(
                        format!("/{}/{n}", field.name),
                        "not_a_member",
                        "此人不是本案的家庭成员：请核对姓名和身份证号；确是成员的，先在家庭登记中增加",
                        "this person is not a member in the case: check name and number, or add the \
                         person to the household first",
                    ));
                }
            }
        }
        faults
    }
}
