//! Which column of a file is which field of its source: found by the titles of the pack, shown,
//! and put right by the user within what the pack describes.

use std::collections::BTreeMap;

use matching::text::{self, Wanted};
use pack::model::SourceKind;
use paper::Source;
use platform::{Problem, Result};
use serde::{Deserialize, Serialize};

use super::shelf::refused;
use crate::problems::MAPPING;

/// The key of the column of identity numbers.
pub(crate) const PERSON: &str = "person";
/// The key of the column of names.
pub(crate) const NAME: &str = "name";

/// Field → title of the column it stands in. A field that is not here is left out.
pub(crate) type Mapping = BTreeMap<String, String>;

/// A field of a source and the column it was found in.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeliveryColumn {
    /// `person`, `name`, or the field's name.
    pub key: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Whether the source is of no use without it.
    pub required: bool,
    /// Whether it is shown only where the purpose needs it.
    pub sensitive: bool,
    /// Whether it tells people apart where a list has no identity numbers.
    pub tells: bool,
    /// The title of the column it stands in; none where there is none.
    pub title: Option<String>,
}

/// What a file looks like.
pub(crate) struct Look {
    pub titles: Vec<String>,
    pub mapping: Mapping,
}

/// Reads the header of a file and finds the columns of its source.
pub(crate) fn look(kind: &SourceKind, file: &Source) -> Result<Look> {
    // All columns are asked for softly, so that the user sees what is there and says the rest.
    let wanted: Vec<Wanted> = matching::delivery::wanted(kind)
        .into_iter()
        .map(|w| Wanted {
            required: false,
            ..w
        })
        .collect();
    let layout = match text::open(file, &wanted) {
        Ok((layout, _)) => layout,
        // One title that is known is enough: the user says the others.
        Err(fault) => wanted
            .iter()
            .filter_map(|one| text::open(file, std::slice::from_ref(one)).ok())
            .map(|(layout, _)| layout)
            .find(|layout| fault.code() == "header_not_found" && layout.titles.len() > 1)
            .ok_or_else(|| {
                refused(&matching::MatchError::File {
                    name: file.name().to_owned(),
                    fault,
                })
            })?,
    };
    let titles = layout.titles;
    let title = |at: &usize| titles.get(*at).filter(|t| !t.is_empty()).cloned();
    let mapping = layout
        .columns
        .iter()
        .filter_map(|(key, at)| {
            let key = key.strip_prefix("field.").unwrap_or(key);
            Some((key.to_owned(), title(at)?))
        })
        .collect();
    Ok(Look { titles, mapping })
}

/// The source as it stands in one file: each field under the one title that was said.
pub(crate) fn applied(kind: &SourceKind, mapping: &Mapping) -> SourceKind {
    let one = |key: &str| mapping.get(key).cloned().into_iter().collect::<Vec<_>>();
    let mut kind = kind.clone();
    kind.person = one(PERSON);
    kind.name = one(NAME);
    for field in &mut kind.fields {
        field.headers = one(&field.name);
    }
    kind
}

/// Checks a mapping that the user said: fields of the source, titles of the file, each title
/// once, and nothing missing that the source needs. Without identity numbers there must be names and
/// one thing more that tells people apart.
pub(crate) fn checked(kind: &SourceKind, titles: &[String], mapping: &Mapping) -> Result<()> {
    let mut problem = Problem::new(&MAPPING);
    let views = view(kind, mapping);
    for (key, title) in mapping {
        if !views.iter().any(|v| v.key == *key) {
            problem = problem.field(
                format!("/mapping/{key}"),
                "该来源没有这个字段",
                "The source has no such field.",
            );
        } else if !titles.contains(title) {
            problem = problem.field(
                format!("/mapping/{key}"),
                format!("文件没有“{title}”这一列"),
                format!("The file has no column “{title}”."),
            );
        } else if mapping.iter().any(|(k, t)| t == title && k < key) {
            problem = problem.field(
                format!("/mapping/{key}"),
                format!("“{title}”这一列已经用于另一个字段"),
                format!("The column “{title}” is used for another field already."),
            );
        }
    }
    // A list without numbers is taken in when there is something else to tell people by.
    let by_name = mapping.contains_key(NAME) && views.iter().any(|v| v.tells && v.title.is_some());
    let lacking =
        |v: &&DeliveryColumn| v.required && v.title.is_none() && !(v.key == PERSON && by_name);
    for view in views.iter().filter(lacking) {
        problem = problem.field(
            format!("/mapping/{}", view.key),
            format!("请指明“{}”在哪一列", view.zh),
            format!("Say in which column “{}” stands.", view.en),
        );
    }
    problem.check()
}

/// The fields of a source with their columns.
pub(crate) fn view(kind: &SourceKind, mapping: &Mapping) -> Vec<DeliveryColumn> {
    let mut views = vec![DeliveryColumn {
        key: PERSON.to_owned(),
        zh: "证件号码".to_owned(),
        en: "Identity number".to_owned(),
        required: true,
        sensitive: true,
        tells: false,
        title: mapping.get(PERSON).cloned(),
    }];
    if !kind.name.is_empty() {
        views.push(DeliveryColumn {
            key: NAME.to_owned(),
            zh: "姓名".to_owned(),
            en: "Name".to_owned(),
            required: false,
            sensitive: false,
            tells: false,
            title: mapping.get(NAME).cloned(),
        });
    }
    views.extend(kind.fields.iter().map(|field| DeliveryColumn {
        key: field.name.clone(),
        zh: field.name.clone(),
        en: field.en.clone(),
        required: field.required,
        sensitive: field.sensitive,
        tells: field.tells.is_some(),
        title: mapping.get(&field.name).cloned(),
    }));
    views
}
