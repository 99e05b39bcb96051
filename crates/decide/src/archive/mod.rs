//! The archive of a household on paper (档案管理): everything of all its cases, one file with a
//! directory.
//!
//! What is bound stands in the order in which the law's road goes: for each case its course, the
//! forms and signatures of each step, the papers, the photographs of publicity, the letters and
//! the calculation; then the decisions and awards. A bound archive is kept as it was handed out,
//! for the one who made it; each making is a link of the audit chain, each reading an entry of
//! the access log.

mod gather;
pub(crate) mod list;
pub(crate) mod make;
pub(crate) mod show;
mod words;

use chrono::{DateTime, Utc};
use directory::UserRef;
use kernel::DivisionCode;
use platform::{Conn, Problem, Result, Scope, Sql};
use serde::Serialize;
use uuid::Uuid;

/// The noun of a bound archive in the audit chain.
pub(crate) const NOUN: &str = "household_archive";

/// An archive that was bound.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = HouseholdArchive)]
pub(crate) struct ArchiveView {
    /// Key.
    pub id: Uuid,
    /// Large print.
    pub large: bool,
    /// Numbered pages.
    pub pages: i32,
    /// Papers in the directory.
    pub items: i32,
    /// Cases.
    pub cases: i32,
    /// Files that go along because no page can show them.
    pub attached: i32,
    /// What it was made for.
    pub reason: String,
    /// Who made it.
    pub by: UserRef,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the reader made it, and so may open it.
    pub mine: bool,
}

/// A row with its two files.
pub(crate) struct Row {
    pub view: ArchiveView,
    pub household: Uuid,
    pub division: DivisionCode,
    pub pdf: Uuid,
    pub html: Uuid,
}

/// Rows that a condition finds within the scope, the latest first.
async fn rows(conn: &Conn, scope: &Scope, condition: Sql, reader: Uuid) -> Result<Vec<Row>> {
    let sql = Sql::new(
        "select a.id, a.large, a.pages, a.items, a.cases, a.attached, a.reason, a.made_by, \
         a.made_at, a.household, a.division, a.pdf, a.html from household_archive a where ",
    )
    .push(scope.sql("a.division"))
    .text(" and ")
    .push(condition)
    .text(" order by a.made_at desc, a.id desc limit 100");
    let found = conn.rows(sql).await?;
    let mut users = Vec::new();
    for row in &found {
        users.push(row.try_get_by_index::<Uuid>(7)?);
    }
    let names = directory::user_names(conn, users).await?;
    found
        .iter()
        .map(|row| {
            let by: Uuid = row.try_get_by_index(7)?;
            let division: String = row.try_get_by_index(10)?;
            Ok(Row {
                view: ArchiveView {
                    id: row.try_get_by_index(0)?,
                    large: row.try_get_by_index(1)?,
                    pages: row.try_get_by_index(2)?,
                    items: row.try_get_by_index(3)?,
                    cases: row.try_get_by_index(4)?,
                    attached: row.try_get_by_index(5)?,
                    reason: row.try_get_by_index(6)?,
                    by: names.get(by),
                    at: row.try_get_by_index(8)?,
                    mine: by == reader,
                },
                household: row.try_get_by_index(9)?,
                division: DivisionCode::parse(&division).map_err(Problem::internal)?,
                pdf: row.try_get_by_index(11)?,
                html: row.try_get_by_index(12)?,
            })
        })
        .collect()
}

/// The household's place, where it lies in the scope.
async fn place(
    conn: &Conn,
    scope: &Scope,
    household: Uuid,
    day: chrono::NaiveDate,
) -> Result<registry::Family> {
    let family = registry::family(conn, household, day).await?;
    let family = family.ok_or_else(Problem::not_found)?;
    if scope.contains_code(&family.division, None) {
        Ok(family)
    } else {
        Err(Problem::not_found())
    }
}
