//! What stands in a form before anybody types: what the register and the case know already.

use std::collections::BTreeSet;

use forms::{Field, FieldKind, Fill, Form, Known, Source};
use kernel::Month;
use platform::{Conn, Ctx, Problem, Result};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::case::act::Work;
use crate::case::form::latest;

/// Everything that prefilling looks at.
pub(super) struct Knowledge<'a> {
    work: &'a Work,
    family: registry::Family,
    contact: registry::Contact,
    subject: Option<Uuid>,
    officer: String,
    today: chrono::NaiveDate,
    /// What was stated with the steps of the case, and what is looked up for it.
    facts: Map<String, Value>,
    /// The programmes that the family holds.
    held: BTreeSet<String>,
    /// What earlier forms of the case said, by name.
    earlier: Map<String, Value>,
}

fn map(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Facts of the case as forms write them: a count is a text there.
fn facts(work: &Work) -> Map<String, Value> {
    let mut facts = work.known().clone();
    facts.extend(flow::State::of(&work.case).facts);
    for value in facts.values_mut() {
        if value.is_number() {
            *value = json!(value.to_string());
        }
    }
    facts
}

/// The values that a form begins with.
pub(crate) async fn values(
    ctx: &Ctx,
    conn: &Conn,
    work: &Work,
    form: &Form,
    subject: Option<Uuid>,
) -> Result<Map<String, Value>> {
    let today = ctx.floor().today();
    let household = work.row.household;
    let family = registry::family(conn, household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let contact = registry::contact(conn, ctx.floor().vault(), household).await?;
    let mut earlier = Map::new();
    for one in latest(&work.filed) {
        let about = one.subject.is_none() || one.subject == subject;
        if one.form != form.key
            && about
            && let Some(text) = work.bureau.form_of(&work.row, one)
        {
            earlier.extend(text.form.unsigned(&one.values));
        }
    }
    let known = Knowledge {
        work,
        family,
        contact,
        subject,
        officer: ctx.actor().name.clone(),
        today,
        facts: facts(work),
        held: crate::case::facts::held(conn, household).await?,
        earlier,
    };
    let mut found = Map::new();
    for field in &form.fields {
        if let Some(value) = known.field(field) {
            found.insert(field.name.clone(), value);
        }
    }
    for (field, code) in work.bureau.procedure.states(&form.key) {
        found.insert(field.to_owned(), json!(code));
    }
    Ok(found)
}

impl Knowledge<'_> {
    fn field(&self, field: &Field) -> Option<Value> {
        if let FieldKind::Rows(rows) = &field.kind {
            return match rows.of {
                Some(Source::Person) => Some(self.members(&rows.fields)),
                Some(Source::Supporter) => self.supporters(&rows.fields),
                _ => None,
            };
        }
        if matches!(field.kind, FieldKind::Signature(_) | FieldKind::File) {
            return None;
        }
        if let Some(Fill::Known(known)) = &field.fill
            && let Some(value) = self.known(*known)
        {
            return Some(value);
        }
        let fact = match field.source {
            Some(Source::Household) => map(&self.family.facts).get(&field.name).cloned(),
            Some(Source::Person) => self.person(self.subject?).get(&field.name).cloned(),
            Some(Source::Case) => self.facts.get(&field.name).cloned(),
            _ => None,
        };
        // Another form may have rows under the same name; those are no value here.
        let plain =
            |value: &&Value| !value.is_object() && (value.is_string() || value.is_boolean());
        let earlier = self.earlier.get(&field.name).filter(plain);
        let value = fact.or_else(|| earlier.cloned());
        value.or_else(|| match (&field.fill, &field.kind) {
            (Some(Fill::All), FieldKind::Codes(values)) => Some(json!(values)),
            (Some(Fill::Held(pairs)), _) => {
                let (_, code) = pairs.iter().find(|(key, _)| self.held.contains(key))?;
                Some(json!(code))
            }
            (Some(Fill::Words(words)), kind) => Some(said(words, kind)),
            _ => None,
        })
    }

    fn known(&self, known: Known) -> Option<Value> {
        let name = |id: Uuid| self.work.people.get(&id).map(|p| json!(p.name));
        let number = |id: Uuid| {
            let person = self.work.people.get(&id)?;
            person.id_number.map(|n| json!(n.as_str()))
        };
        let applicant = self.work.row.applicant;
        match known {
            Known::ApplicantName => name(applicant),
            Known::ApplicantIdNumber => number(applicant),
            Known::SubjectName => name(self.subject?),
            Known::SubjectIdNumber => number(self.subject?),
            Known::SubjectRelation => {
                let member = self.member(self.subject?)?;
                Some(json!(member.relation))
            }
            Known::HouseholdPhone => self.contact.phone.clone().map(Value::String),
            Known::HouseholdAddress => self.contact.address.clone().map(Value::String),
            Known::HouseholdVillage => Some(json!(self.family.division)),
            Known::MembersCount => {
                let parties = self.work.row.opening.parties.iter();
                let count = parties.filter(|p| p.capacity.is_member()).count();
                Some(json!(count.to_string()))
            }
            Known::AssessedMonthly => self.work.monthly().map(|m| json!(m.to_string())),
            Known::OfficerName => Some(json!(self.officer)),
            Known::Today => Some(json!(self.today.to_string())),
            Known::NextMonth => {
                let next = Month::of(self.today).next().first_day();
                Some(json!(next.to_string()))
            }
        }
    }

    fn member(&self, person: Uuid) -> Option<&registry::Member> {
        self.family.members.iter().find(|m| m.person == person)
    }

    /// What is known about a member, with what the register keeps beside the facts.
    fn person(&self, person: Uuid) -> Map<String, Value> {
        let member = self.member(person);
        let mut facts = member.map(|m| map(&m.facts)).unwrap_or_default();
        let mut set = |name: &str, value: Value| {
            facts.insert(name.to_owned(), value);
        };
        if let Some(member) = member {
            set("姓名", json!(member.name));
            set("与户主关系", json!(member.relation));
        }
        if let Some(number) = self.work.people.get(&person).and_then(|p| p.id_number) {
            set("公民身份号码", json!(number.as_str()));
            set("出生日期", json!(number.birth().to_string()));
            set("性别", json!(kernel::codes::CodeList::zh(number.sex())));
        }
        // Who is a member lives with the family, unless somebody has said otherwise.
        facts
            .entry("共同生活".to_owned())
            .or_insert(Value::Bool(true));
        facts
    }

    fn members(&self, fields: &[Field]) -> Value {
        let parties = self.work.row.opening.parties.iter();
        let members = parties.filter(|p| p.capacity.is_member());
        let rows = members.filter_map(|p| {
            let person = p.person.parse().ok()?;
            Some(Value::Object(own(fields, &self.person(person))))
        });
        rows.collect()
    }

    /// Supporters as an earlier form named them.
    fn supporters(&self, fields: &[Field]) -> Option<Value> {
        let rows = latest(&self.work.filed).into_iter().rev().find_map(|one| {
            let text = self.work.bureau.form_of(&self.work.row, one)?;
            text.form.fields.iter().find_map(|field| match &field.kind {
                FieldKind::Rows(rows) if rows.of == Some(Source::Supporter) => {
                    one.values.get(&field.name)?.as_array().cloned()
                }
                _ => None,
            })
        })?;
        let rows = rows.iter().filter_map(Value::as_object);
        Some(
            rows.map(|row| Value::Object(own(fields, row)))
                .collect::<Value>(),
        )
    }
}

fn own(fields: &[Field], known: &Map<String, Value>) -> Map<String, Value> {
    let values = fields.iter().filter_map(|field| {
        let value = known.get(&field.name)?;
        Some((field.name.clone(), value.clone()))
    });
    values.collect()
}

fn said(words: &str, kind: &FieldKind) -> Value {
    let truth = matches!(
        kind,
        FieldKind::Value {
            ty: formula::Type::Boolean,
            ..
        }
    );
    match words {
        "true" if truth => Value::Bool(true),
        "false" if truth => Value::Bool(false),
        words => json!(words),
    }
}
