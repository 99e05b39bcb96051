//! Rows of deliveries and what clients see of them.

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::DivisionCode;
use matching::Reason;
use matching::delivery::Manifest;
use pack::Pack;
use platform::{Conn, Floor, Problem, Result, Sql};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::columns::{self, DeliveryColumn, Mapping};
use crate::words;

/// The noun of a delivery in the audit chain.
pub(crate) const NOUN: &str = "delivery";

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// Uploaded; somebody looks at its columns.
    Uploaded,
    /// Being cleaned and sealed.
    Reading,
    /// Kept. It never changes again.
    Ready,
    /// Not usable; nothing of it was kept.
    Failed,
    /// Given up; nothing of it was kept.
    Discarded,
}

impl DeliveryStatus {
    fn parse(word: &str) -> DeliveryStatus {
        match word {
            "uploaded" => DeliveryStatus::Uploaded,
            "reading" => DeliveryStatus::Reading,
            "ready" => DeliveryStatus::Ready,
            "discarded" => DeliveryStatus::Discarded,
            _ => DeliveryStatus::Failed,
        }
    }
}

/// How many rows or cells there were for one reason.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RejectCount {
    /// The stable code of the reason, or the name of a field whose cells were left out.
    pub code: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// How many.
    pub count: u64,
}

/// What became of a delivery's rows.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeliveryRows {
    /// Rows read.
    pub read: u64,
    /// Rows kept.
    pub kept: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Cells left out of rows that were kept.
    pub left_out: u64,
    /// The encoding that was found.
    pub encoding: String,
    /// Rejected rows by reason.
    pub reasons: Vec<RejectCount>,
    /// Cells left out, by field.
    pub fields: Vec<RejectCount>,
}

/// A delivery.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Delivery {
    /// The key.
    pub id: Uuid,
    /// Its source.
    pub source: Named,
    /// For which area it came.
    pub division: DivisionRef,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// Where it stands.
    pub status: DeliveryStatus,
    /// Whether it completes the past although a later one is in force.
    pub keep_older: bool,
    /// The file's name.
    pub file_name: String,
    /// The titles of the file.
    pub titles: Vec<String>,
    /// The fields of the source and the columns they stand in.
    pub columns: Vec<DeliveryColumn>,
    /// What became of the rows, once it is kept.
    pub rows: Option<DeliveryRows>,
    /// SM3 digest of the kept file, by which it is called.
    pub digest: Option<String>,
    /// Why it could not be taken in, in Chinese.
    pub problem_zh: Option<String>,
    /// The same in English.
    pub problem_en: Option<String>,
    /// The job that takes it in.
    pub job: Option<Uuid>,
    /// Who uploaded it.
    pub created_by: UserRef,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Since when it is kept.
    pub kept_at: Option<DateTime<Utc>>,
    /// The version.
    pub version: i32,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub source: String,
    pub division: DivisionCode,
    pub as_of: NaiveDate,
    pub status: DeliveryStatus,
    pub keep_older: bool,
    pub file: Uuid,
    pub name: String,
    pub titles: Vec<String>,
    pub mapping: Mapping,
    pub digest: Option<String>,
    pub manifest: Option<Manifest>,
    problem_zh: Option<String>,
    problem_en: Option<String>,
    pub job: Option<Uuid>,
    created_by: Uuid,
    created_at: DateTime<Utc>,
    kept_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// The columns, of a delivery called `d` and the job `j` that takes it in: a job that
/// was cancelled before it began, or broke off, leaves the row as it was, and the row must not look busy for ever.
pub(crate) const SELECT: &str = "select d.id, d.source, d.division, d.as_of, \
    case when d.status = 'reading' and j.status in ('cancelled', 'failed') then 'uploaded' else d.status end, \
    d.keep_older, d.file, d.name, d.titles, d.mapping, d.digest, d.manifest, d.problem_zh, \
    d.problem_en, d.job, d.created_by, d.created_at, d.kept_at, d.version \
    from delivery d left join job j on j.id = d.job where ";

fn row(floor: &Floor, found: &QueryResult) -> Result<Row> {
    let id: Uuid = found.try_get_by_index(0)?;
    let division: String = found.try_get_by_index(2)?;
    let status: String = found.try_get_by_index(4)?;
    let name: Vec<u8> = found.try_get_by_index(7)?;
    let manifest: Option<String> = found.try_get_by_index(11)?;
    Ok(Row {
        id,
        source: found.try_get_by_index(1)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        as_of: found.try_get_by_index(3)?,
        status: DeliveryStatus::parse(&status),
        keep_older: found.try_get_by_index(5)?,
        file: found.try_get_by_index(6)?,
        name: floor.vault().open_text(NOUN, "name", id, &name)?,
        titles: serde_json::from_str(&found.try_get_by_index::<String>(8)?)?,
        mapping: serde_json::from_str(&found.try_get_by_index::<String>(9)?)?,
        digest: found.try_get_by_index(10)?,
        manifest: manifest.map(|m| serde_json::from_str(&m)).transpose()?,
        problem_zh: found.try_get_by_index(12)?,
        problem_en: found.try_get_by_index(13)?,
        job: found.try_get_by_index(14)?,
        created_by: found.try_get_by_index(15)?,
        created_at: found.try_get_by_index(16)?,
        kept_at: found.try_get_by_index(17)?,
        version: found.try_get_by_index(18)?,
    })
}

/// The rows that a condition (with order and limit) leaves.
pub(crate) async fn rows(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<Row>> {
    let found = conn.rows(Sql::new(SELECT).push(condition)).await?;
    found.iter().map(|r| row(floor, r)).collect()
}

/// One row within a scope.
///
/// # Errors
/// Not found.
pub(crate) async fn find(
    floor: &Floor,
    conn: &Conn,
    scope: &platform::Scope,
    id: Uuid,
) -> Result<Row> {
    let condition = scope.sql("d.division").text(" and d.id = ").bind(id);
    rows(floor, conn, condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// What is known of all kept deliveries of a source and place.
pub(crate) async fn known(
    conn: &Conn,
    source: &str,
    division: &DivisionCode,
) -> Result<Vec<Manifest>> {
    let sql = Sql::new("select manifest from delivery where status = 'ready' and source = ")
        .bind(source)
        .text(" and division = ")
        .bind(division.as_str());
    let found = conn.rows(sql).await?;
    found
        .iter()
        .map(|r| Ok(serde_json::from_str(&r.try_get_by_index::<String>(0)?)?))
        .collect()
}

/// Rows as clients see them.
pub(crate) async fn views(conn: &Conn, pack: &Pack, rows: Vec<Row>) -> Result<Vec<Delivery>> {
    let codes: Vec<String> = rows
        .iter()
        .map(|r| r.division.as_str().to_owned())
        .collect();
    let places = division_names(conn, codes).await?;
    let users = user_names(conn, rows.iter().map(|r| r.created_by)).await?;
    Ok(rows
        .into_iter()
        .map(|r| Delivery {
            columns: pack
                .sources()
                .iter()
                .find(|s| s.key == r.source)
                .map(|kind| columns::view(kind, &r.mapping))
                .unwrap_or_default(),
            source: words::source(pack, &r.source),
            division: places.get(r.division.as_str()),
            id: r.id,
            as_of: r.as_of,
            status: r.status,
            keep_older: r.keep_older,
            file_name: r.name,
            titles: r.titles,
            rows: r.manifest.as_ref().map(counts),
            digest: r.digest,
            problem_zh: r.problem_zh,
            problem_en: r.problem_en,
            job: r.job,
            created_by: users.get(r.created_by),
            created_at: r.created_at,
            kept_at: r.kept_at,
            version: r.version,
        })
        .collect())
}

fn counts(manifest: &Manifest) -> DeliveryRows {
    use kernel::Bilingual as _;
    let reasons = manifest.rejected.iter().map(|(code, count)| {
        let reason = Reason::ALL.into_iter().find(|r| r.code() == code);
        RejectCount {
            code: code.clone(),
            zh: reason.map(|r| r.zh()).unwrap_or_default(),
            en: reason.map(|r| r.en()).unwrap_or_default(),
            count: *count,
        }
    });
    let fields = manifest.dropped.iter().map(|(name, count)| RejectCount {
        code: name.clone(),
        zh: name.clone(),
        en: name.clone(),
        count: *count,
    });
    DeliveryRows {
        read: manifest.rows,
        kept: manifest.kept,
        rejected: manifest.rejected_rows(),
        left_out: manifest.dropped.iter().map(|(_, n)| n).sum(),
        encoding: manifest.encoding.clone(),
        reasons: reasons.collect(),
        fields: fields.collect(),
    }
}
