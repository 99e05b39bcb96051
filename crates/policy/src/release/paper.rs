//! What a release rests on: the document, and the values that it changes.

use chrono::NaiveDate;
use directory::{DivisionRef, division_names};
use kernel::{DivisionCode, Month};
use pack::simulate::Changed;
use platform::{Change, Conn, Problem, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{facade::in_force, problems::OVERTAKEN, repo};

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
    /// The release whose texts were amended.
    pub base: Uuid,
}

pub(crate) async fn keep(tx: &mut Tx, release: Uuid, paper: &NewPaper) -> Result<()> {
    let values: Vec<sea_orm::Value> = vec![
        release.into(),
        paper.place.as_str().into(),
        paper.title.as_str().into(),
        paper.cite.as_str().into(),
        serde_json::to_string(&paper.changes)?.into(),
        paper.base.into(),
    ];
    let columns = ["release", "place", "title", "cite", "changes", "base"];
    bulk::insert(tx, "release_paper", &columns, [values]).await?;
    tx.record(Change::created("release_paper", release, None, paper));
    Ok(())
}

/// Whether a release that carries out a document would take back what another release brought.
///
/// It holds the texts of the release that it was written on, and counts from its day on; whatever
/// else was approved for any day from then on is not in it.
///
/// # Errors
/// `policy.release.overtaken`, with the release that it would take back.
pub(crate) async fn takes_nothing_back(conn: &Conn, base: Uuid, from: NaiveDate) -> Result<()> {
    let approved = repo::approved(conn).await?;
    let day = values_of(from);
    let later = approved.iter().map(|head| head.valid_from);
    let days = later.filter(|other| *other > day).chain([day]);
    let mut counting = days.filter_map(|on| in_force(&approved, on));
    let Some(other) = counting.find(|head| head.id != base) else {
        return Ok(());
    };
    let (version, since) = (other.version, other.valid_from);
    Err(Problem::new(&OVERTAKEN).field(
        "/from",
        format!("版本{version}（自{since}起）已经批准，这次调整里没有它的内容。"),
        format!(
            "Release {version} (from {since}) was approved, and its changes are not in this one."
        ),
    ))
}

/// The day whose values a release from this day on changes: a month is paid by what its last day
/// says.
pub(crate) fn values_of(from: NaiveDate) -> NaiveDate {
    from.max(Month::of(from).last_day())
}

/// The release that an amendment was written on; none for other releases.
pub(crate) async fn base_of(conn: &Conn, release: Uuid) -> Result<Option<Uuid>> {
    let sql = Sql::new("select base from release_paper where release = ").bind(release);
    match conn.row(sql).await? {
        Some(row) => Ok(row.try_get_by_index(0)?),
        None => Ok(None),
    }
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
