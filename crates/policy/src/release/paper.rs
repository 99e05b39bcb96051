//! What a release rests on: the document, and the values that it changes.

use chrono::NaiveDate;
use directory::{DivisionRef, division_names};
use kernel::{DivisionCode, Month};
use pack::{
    Pack,
    amend::Amendment,
    simulate::{ChangeFault, Changed},
};
use platform::{Change, Conn, Floor, Problem, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    facade::{self, in_force, release_on},
    problems::OVERTAKEN,
    repo,
};

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

/// A document that an approved release carried out.
pub(crate) struct Carried {
    /// The number of that release.
    pub version: i32,
    /// Its first day.
    pub from: NaiveDate,
    place: DivisionCode,
    pub title: String,
    /// Number and clause.
    pub cite: String,
    /// The parameters that it changes.
    names: Vec<String>,
}

impl Carried {
    /// The amendment as it stands in texts; none where they do not hold all its values.
    pub fn within(&self, pack: &Pack) -> Option<Amendment> {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        pack.amendment(&self.place, self.from, &names, &self.cite)
    }

    /// Texts do not hold its values.
    pub fn lost(&self) -> Problem {
        let (zh, en) = self.named();
        Problem::new(&OVERTAKEN).field("/from", zh, en)
    }

    /// Its values cannot be written into texts.
    pub fn unfit(&self, why: &[ChangeFault]) -> Problem {
        let (zh, en) = self.named();
        let problem = Problem::new(&OVERTAKEN);
        why.iter().fold(problem, |problem, fault| {
            let zh = format!("{zh}参数“{}”：{}", fault.name, fault.zh);
            let en = format!("{en} {}: {}", fault.name, fault.en);
            problem.field("/from", zh, en)
        })
    }

    /// What is missing, in Chinese and English.
    fn named(&self) -> (String, String) {
        let (version, from) = (self.version, self.from);
        let (title, cite) = (&self.title, &self.cite);
        (
            format!("版本{version}按《{title}》（{cite}）自{from}起调整的数额没有写在这一版里。"),
            format!(
                "The values that release {version} changed from {from} on by {title} ({cite}) are not in this one."
            ),
        )
    }
}

/// The documents that approved releases carried out, the earliest release first.
async fn carried(conn: &Conn) -> Result<Vec<Carried>> {
    let sql = Sql::new(
        "select r.version, r.valid_from, p.place, p.title, p.cite, p.changes \
         from release_paper p join release r on r.id = p.release where r.status = ",
    );
    let sql = sql.bind(repo::APPROVED).text(" order by r.version");
    let rows = conn.rows(sql).await?;
    let read = |row: &sea_orm::QueryResult| -> Result<Carried> {
        let changes: Vec<AmendedValue> = serde_json::from_str(&row.try_get_by_index::<String>(5)?)?;
        let place: String = row.try_get_by_index(2)?;
        Ok(Carried {
            version: row.try_get_by_index(0)?,
            from: row.try_get_by_index(1)?,
            place: DivisionCode::parse(&place).map_err(Problem::internal)?,
            title: row.try_get_by_index(3)?,
            cite: row.try_get_by_index(4)?,
            names: changes.into_iter().map(|change| change.name).collect(),
        })
    };
    rows.iter().map(read).collect()
}

/// What counts of documents on the day from which a release would, as it stands in the texts in
/// force then.
///
/// # Errors
/// When the database fails.
pub(crate) async fn counting(
    floor: &Floor,
    conn: &Conn,
    from: NaiveDate,
) -> Result<Vec<(Carried, Amendment)>> {
    let carried = carried(conn).await?;
    if carried.is_empty() {
        return Ok(Vec::new());
    }
    let Some(stands) = release_on(floor, conn, values_of(from)).await? else {
        return Ok(Vec::new());
    };
    let counts = |one: Carried| Some((one.within(&stands.pack)?, one));
    let counting = carried.into_iter().filter_map(counts);
    Ok(counting.map(|(amendment, one)| (one, amendment)).collect())
}

/// The documents whose values a release would take back on its day.
///
/// # Errors
/// When the database fails.
pub(crate) async fn taken_back(
    floor: &Floor,
    conn: &Conn,
    release: Uuid,
    from: NaiveDate,
) -> Result<Vec<Carried>> {
    let counting = counting(floor, conn, from).await?;
    if counting.is_empty() {
        return Ok(Vec::new());
    }
    let own = facade::release(floor, conn, release).await?;
    let own = own.ok_or_else(Problem::not_found)?;
    let gone = counting.into_iter().map(|(one, _)| one);
    Ok(gone.filter(|one| one.within(&own.pack).is_none()).collect())
}

/// Refuses texts without the values of a document that counts, unless they are those of an
/// earlier release, to which one means to return.
///
/// # Errors
/// `policy.release.overtaken`, with the first document.
pub(crate) async fn keeps_what_counts(
    floor: &Floor,
    conn: &Conn,
    release: Uuid,
    digest: &str,
    from: NaiveDate,
) -> Result<()> {
    let approved = repo::approved(conn).await?;
    if approved.iter().any(|head| head.digest == digest) {
        return Ok(());
    }
    let gone = taken_back(floor, conn, release, from).await?;
    match gone.first() {
        None => Ok(()),
        Some(one) => Err(one.lost()),
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
