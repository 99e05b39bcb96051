//! What a filled-in form says in the words of the vocabulary.

use crate::model::{Field, FieldKind, Form, Source};
use serde_json::{Map, Value as Json};

/// The facts that a form states.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FormFacts {
    /// Of the household.
    pub household: Map<String, Json>,
    /// Of the award.
    pub award: Map<String, Json>,
    /// Of the case.
    pub case: Map<String, Json>,
    /// Of the person whom the form is about.
    pub subject: Map<String, Json>,
    /// Of the members, row by row.
    pub members: Vec<Map<String, Json>>,
    /// Of the supporters, row by row; `None` where the form does not ask for them.
    pub supporters: Option<Vec<Map<String, Json>>>,
}

impl Form {
    /// The facts that canonical values state.
    pub fn facts(&self, values: &Map<String, Json>) -> FormFacts {
        let mut facts = FormFacts::default();
        for field in &self.fields {
            if let FieldKind::Rows(rows) = &field.kind {
                let items = values.get(&field.name).and_then(Json::as_array);
                let stated = |source: Source| -> Vec<Map<String, Json>> {
                    let items = items.into_iter().flatten().filter_map(Json::as_object);
                    items.map(|row| of(&rows.fields, row, source)).collect()
                };
                match rows.of {
                    Some(Source::Person) => facts.members.extend(stated(Source::Person)),
                    Some(Source::Supporter) => facts
                        .supporters
                        .get_or_insert_default()
                        .extend(stated(Source::Supporter)),
                    _ => {}
                }
            }
        }
        facts.household = of(&self.fields, values, Source::Household);
        facts.award = of(&self.fields, values, Source::Award);
        facts.case = of(&self.fields, values, Source::Case);
        facts.subject = of(&self.fields, values, Source::Person);
        facts
    }
}

fn of(fields: &[Field], values: &Map<String, Json>, source: Source) -> Map<String, Json> {
    fields
        .iter()
        .filter(|f| f.source == Some(source))
        .filter_map(|f| Some((f.name.clone(), values.get(&f.name)?.clone())))
        .collect()
}
