//! What a release rests on: the document, and the values that it changes.

use directory::{DivisionRef, division_names};
use kernel::DivisionCode;
use pack::simulate::Changed;
use platform::{Change, Conn, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A changed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct AmendedValue {
    pub name: String,
    pub en: String,
    /// The value before; none where there was none.
    pub before: Option<String>,
    pub after: String,
    pub unit: String,
    /// The clause of the value before.
    pub cite_before: String,
}

impl From<&Changed> for AmendedValue {
    fn from(changed: &Changed) -> Self {
        Self {
            name: changed.name.clone(),
            en: changed.en.clone(),
            before: changed.before.clone(),
            after: changed.after.clone(),
            unit: changed.unit.clone(),
            cite_before: changed.cite.clone(),
        }
    }
}

/// The document that a release carries out.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ReleasePaper {
    /// Where its values hold.
    pub place: DivisionRef,
    pub title: String,
    /// Number and clause.
    pub cite: String,
    pub changes: Vec<AmendedValue>,
}

/// Before it is kept.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewPaper {
    pub place: DivisionCode,
    pub title: String,
    pub cite: String,
    pub changes: Vec<AmendedValue>,
}

pub(crate) async fn keep(tx: &mut Tx, release: Uuid, paper: &NewPaper) -> Result<()> {
    let values: Vec<sea_orm::Value> = vec![
        release.into(),
        paper.place.as_str().into(),
        paper.title.as_str().into(),
        paper.cite.as_str().into(),
        serde_json::to_string(&paper.changes)?.into(),
    ];
    let columns = ["release", "place", "title", "cite", "changes"];
    bulk::insert(tx, "release_paper", &columns, [values]).await?;
    tx.record(Change::created("release_paper", release, None, paper));
    Ok(())
}

pub(crate) async fn of(conn: &Conn, release: Uuid) -> Result<Option<ReleasePaper>> {
    let sql = Sql::new("select place, title, cite, changes from release_paper where release = ")
        .bind(release);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let place: String = row.try_get_by_index(0)?;
    let changes: String = row.try_get_by_index(3)?;
    let names = division_names(conn, [place.clone()]).await?;
    Ok(Some(ReleasePaper {
        place: names.get(&place),
        title: row.try_get_by_index(1)?,
        cite: row.try_get_by_index(2)?,
        changes: serde_json::from_str(&changes)?,
    }))
}
