//! Areas: provinces, cities, counties, townships and villages, dated, with succession.

pub(crate) mod list;
mod load;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::Result;
use sea_orm::ConnectionTrait;

pub use load::{NewDivision, level_name, load};

use crate::{refs::DivisionRef, repo};

/// All areas of a subtree that exist on a day, in memory: for imports that look up a million
/// codes, and for reports that list townships in their official order (by code).
#[derive(Clone, Debug, Default)]
pub struct DivisionBook {
    by_code: BTreeMap<String, DivisionRef>,
    by_name: BTreeMap<String, Option<String>>,
}

impl DivisionBook {
    /// The areas below `root`, itself included, that exist on `day`.
    pub async fn load<C: ConnectionTrait>(
        conn: &C,
        root: &DivisionCode,
        day: NaiveDate,
    ) -> Result<Self> {
        let rows = repo::divisions_below(conn, root, day).await?;
        let mut book = Self::default();
        for row in rows {
            let code = row.code.clone();
            for name in [row.name.clone(), row.full_name.clone()] {
                book.by_name
                    .entry(name)
                    .and_modify(|known| {
                        // Two villages of one name: the name alone names neither.
                        if known.as_deref() != Some(code.as_str()) {
                            *known = None;
                        }
                    })
                    .or_insert_with(|| Some(code.clone()));
            }
            book.by_code.insert(code, row.into());
        }
        Ok(book)
    }

    /// The area of a code.
    pub fn get(&self, code: &str) -> Option<&DivisionRef> {
        self.by_code.get(code)
    }

    /// The area of a name or full name, where it names one only.
    pub fn named(&self, name: &str) -> Option<&DivisionRef> {
        self.by_name
            .get(name)?
            .as_ref()
            .and_then(|code| self.by_code.get(code))
    }

    /// All areas, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &DivisionRef> {
        self.by_code.values()
    }

    /// How many areas there are.
    pub fn len(&self) -> usize {
        self.by_code.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }
}

/// The areas right below one, or the highest there are, by code: for choosing one's own village.
/// Names of areas are public.
///
/// # Errors
/// When the database fails.
pub async fn areas_below<C: ConnectionTrait>(
    conn: &C,
    parent: Option<&DivisionCode>,
    day: NaiveDate,
) -> Result<Vec<DivisionRef>> {
    let level = parent.is_none().then_some("county");
    let rows = repo::list_divisions(conn, parent, level, None, day, list::MOST).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}
