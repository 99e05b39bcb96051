//! A form's text as clients draw it.

use forms::{Field, FieldKind, Needed, Signs, Source};
use formula::Type;
use pack::Basis;
use serde::Serialize;

/// A field of a form.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
#[schema(as = FormField)]
pub(crate) struct FieldView {
    /// Its name: the key of its value, and its label.
    name: String,
    /// English label.
    en: String,
    /// text, long_text, money, number, boolean, code, codes, date, id_number, phone, account,
    /// division, file, signature or rows.
    kind: String,
    /// Unit as shown.
    unit: String,
    /// The codes that may be chosen.
    values: Vec<String>,
    /// At most so many characters.
    most: Option<usize>,
    /// Smallest.
    min: Option<String>,
    /// Largest.
    max: Option<String>,
    /// Only whole numbers.
    whole: bool,
    /// A day that must not lie ahead.
    past: bool,
    /// always, sometimes (where other fields say so) or no.
    needed: String,
    /// family, guardian, supporter, officer or other, for a signature.
    signer: Option<String>,
    /// Whose circumstance it states: person, household, supporter, award or case.
    of: Option<String>,
    /// How to fill it in.
    note: Option<String>,
    /// Its rows.
    rows: Option<RowsView>,
}

/// Repeating rows.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = FormRows)]
pub(crate) struct RowsView {
    /// Whose circumstances the rows state.
    of: Option<String>,
    /// At least so many.
    min: usize,
    /// At most so many.
    max: usize,
    /// Their fields.
    #[schema(no_recursion)]
    fields: Vec<FieldView>,
}

/// Fields in their order.
pub(super) fn fields(list: &[Field]) -> Vec<FieldView> {
    list.iter().map(field).collect()
}

fn field(field: &Field) -> FieldView {
    let mut view = FieldView {
        name: field.name.clone(),
        en: field.en.clone(),
        unit: field.unit.clone(),
        needed: match field.needed {
            Needed::No => "no",
            Needed::Always => "always",
            Needed::When(_) => "sometimes",
        }
        .to_owned(),
        of: field.source.map(source),
        note: field.note.clone(),
        ..FieldView::default()
    };
    let kind = match &field.kind {
        FieldKind::Text(most) => {
            view.most = Some(*most);
            if *most > 500 { "long_text" } else { "text" }
        }
        FieldKind::Value {
            ty,
            whole,
            min,
            max,
            past,
        } => {
            view.whole = *whole;
            view.past = *past;
            view.min = min.as_ref().map(ToString::to_string);
            view.max = max.as_ref().map(ToString::to_string);
            value(ty, &mut view)
        }
        FieldKind::Codes(values) => {
            view.values.clone_from(values);
            "codes"
        }
        FieldKind::IdNumber => "id_number",
        FieldKind::Phone => "phone",
        FieldKind::Account => "account",
        FieldKind::Division => "division",
        FieldKind::File => "file",
        FieldKind::Signature(who) => {
            view.signer = Some(signer(*who).to_owned());
            "signature"
        }
        FieldKind::Rows(rows) => {
            view.rows = Some(RowsView {
                of: rows.of.map(source),
                min: rows.min,
                max: rows.max,
                fields: fields(&rows.fields),
            });
            "rows"
        }
    };
    kind.clone_into(&mut view.kind);
    view
}

fn value(ty: &Type, view: &mut FieldView) -> &'static str {
    match ty {
        Type::Boolean => "boolean",
        Type::Number(unit) if unit.is_money() => "money",
        Type::Number(_) => "number",
        Type::Date => "date",
        Type::Code(codes) => {
            view.values.clone_from(&codes.values);
            "code"
        }
        _ => "text",
    }
}

fn signer(who: Signs) -> &'static str {
    match who {
        Signs::Family => "family",
        Signs::Guardian => "guardian",
        Signs::Supporter => "supporter",
        Signs::Officer => "officer",
        Signs::Other => "other",
    }
}

fn source(source: Source) -> String {
    match source {
        Source::Person => "person",
        Source::Household => "household",
        Source::Supporter => "supporter",
        Source::Award => "award",
        Source::Case => "case",
    }
    .to_owned()
}

/// A document that a form rests on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RestsOn {
    /// Its number, or its title where it has none; it is found by that.
    name: String,
    title: String,
    /// Articles and the like; empty where none is named.
    articles: String,
}

impl From<Basis> for RestsOn {
    fn from(basis: Basis) -> Self {
        Self {
            name: basis.name,
            title: basis.title,
            articles: basis.articles.join("、"),
        }
    }
}
