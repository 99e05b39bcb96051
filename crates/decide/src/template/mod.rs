//! Offices' own templates: a county or township sets a document in its own words and layout, from
//! a day on; the pack's text stands for everybody else, and again once it is taken back.
//!
//! A version is never altered. A letter keeps the version that it was made with, so that later
//! copies are the letter that was sent.

pub(crate) mod check;
pub(crate) mod list;
pub(crate) mod put;
mod sample;
pub(crate) mod show;
pub(crate) mod withdraw;

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{DivisionCode, DivisionLevel};
use paper::OfficeTemplate;
use platform::{Conn, Ctx, Floor, Problem, Result, Sql, Tx, bulk, files};
use uuid::Uuid;

use crate::problems::{TEMPLATE_OFFICE, TEMPLATE_UNKNOWN};

/// The noun of a template in the audit chain.
pub(crate) const NOUN: &str = "office_template";

/// A version on record.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub id: Uuid,
    /// The county or township whose it is.
    pub division: DivisionCode,
    pub document: String,
    /// From 1, by office and document.
    pub version: i32,
    pub from: NaiveDate,
    /// Its .docx; none where the office goes back to the pack's text.
    pub file: Option<Uuid>,
    pub name: String,
    pub size: i64,
    pub note: String,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

const COLUMNS: &str = "select t.id, t.division, t.document, t.version, t.from_day, t.file, t.name, \
     t.size, t.note, t.made_by, t.made_at from office_template t where ";

async fn read(conn: &Conn, sql: Sql) -> Result<Vec<Version>> {
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let division: String = row.try_get_by_index(1)?;
        found.push(Version {
            id: row.try_get_by_index(0)?,
            division: DivisionCode::parse(&division).map_err(Problem::internal)?,
            document: row.try_get_by_index(2)?,
            version: row.try_get_by_index(3)?,
            from: row.try_get_by_index(4)?,
            file: row.try_get_by_index(5)?,
            name: row.try_get_by_index(6)?,
            size: row.try_get_by_index(7)?,
            note: row.try_get_by_index(8)?,
            by: row.try_get_by_index(9)?,
            at: row.try_get_by_index(10)?,
        });
    }
    Ok(found)
}

/// The versions of an office, the latest first.
async fn versions(
    conn: &Conn,
    office: &DivisionCode,
    document: Option<&str>,
) -> Result<Vec<Version>> {
    let mut sql = Sql::new(COLUMNS)
        .text("t.division = ")
        .bind(office.as_str());
    if let Some(document) = document {
        sql = sql.text(" and t.document = ").bind(document);
    }
    read(conn, sql.text(" order by t.document, t.version desc")).await
}

/// The version of a document that holds on a day at a place: of its township, else of its county.
/// None where the pack's text holds.
pub(crate) async fn in_force(
    conn: &Conn,
    place: &DivisionCode,
    document: &str,
    day: NaiveDate,
) -> Result<Option<Version>> {
    for level in [DivisionLevel::Township, DivisionLevel::County] {
        let Some(office) = place.at(level) else {
            continue;
        };
        let found = versions(conn, &office, Some(document)).await?;
        // A later version stands in the place of every earlier one from its day on.
        if let Some(now) = found.into_iter().find(|v| v.from <= day)
            && now.file.is_some()
        {
            return Ok(Some(now));
        }
    }
    Ok(None)
}

/// One version.
pub(crate) async fn version(conn: &Conn, id: Uuid) -> Result<Version> {
    let sql = Sql::new(COLUMNS).text("t.id = ").bind(id);
    let found = read(conn, sql).await?.pop();
    found.ok_or_else(Problem::not_found)
}

/// The template of a version, ready to be filled.
pub(crate) async fn open(floor: &Floor, conn: &Conn, version: &Version) -> Result<OfficeTemplate> {
    let key = version
        .file
        .ok_or_else(|| Problem::new(&TEMPLATE_UNKNOWN))?;
    let bytes = content(floor, conn, key).await?;
    OfficeTemplate::read(&bytes).map_err(Problem::internal)
}

async fn content(floor: &Floor, conn: &Conn, file: Uuid) -> Result<Vec<u8>> {
    let row = files::find(floor, conn, file).await?;
    let row = row.ok_or_else(Problem::not_found)?;
    files::open(floor, &row)?.read_all()
}

/// The office of whoever asks: a county or a township.
fn office(ctx: &Ctx) -> Result<DivisionCode> {
    let place = ctx.actor().division;
    match place.level() {
        DivisionLevel::County | DivisionLevel::Township => Ok(place),
        _ => Err(Problem::new(&TEMPLATE_OFFICE)),
    }
}

/// The pack in force today.
async fn pack(ctx: &Ctx, conn: &Conn) -> Result<pack::Pack> {
    let release = policy::release_on(ctx.floor(), conn, ctx.floor().today()).await?;
    let release = release.ok_or_else(|| Problem::new(&crate::problems::NO_RELEASE))?;
    Ok(release.pack)
}

/// A version to be written.
struct Fresh<'a> {
    document: &'a str,
    from: NaiveDate,
    file: Option<Uuid>,
    name: &'a str,
    size: i64,
    note: &'a str,
}

/// Writes the next version of an office.
async fn write(tx: &mut Tx, office: &DivisionCode, new: Fresh<'_>) -> Result<Uuid> {
    let last = versions(tx.conn(), office, Some(new.document)).await?;
    let version = last.first().map_or(1, |v| v.version + 1);
    let id = tx.floor().new_id();
    let row = vec![
        id.into(),
        office.as_str().into(),
        new.document.into(),
        version.into(),
        new.from.into(),
        new.file.into(),
        new.name.into(),
        new.size.into(),
        new.note.into(),
        tx.ctx().actor().user.into(),
        tx.floor().now().into(),
    ];
    let columns = [
        "id", "division", "document", "version", "from_day", "file", "name", "size", "note",
        "made_by", "made_at",
    ];
    bulk::insert(tx, "office_template", &columns, [row]).await?;
    Ok(id)
}

/// The day from which a version holds: today where none is given, never a day that is over.
fn from_day(ctx: &Ctx, from: Option<NaiveDate>) -> Result<NaiveDate> {
    let today = ctx.floor().today();
    match from {
        Some(day) if day < today => Err(Problem::invalid().field(
            "/from",
            "启用日期不能早于今天；已经出具的文书不会改变",
            "A template holds from today or later; letters that were made do not change.",
        )),
        Some(day) => Ok(day),
        None => Ok(today),
    }
}
