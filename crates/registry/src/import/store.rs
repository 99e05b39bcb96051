//! The import's own row and files.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionBook, Named, UserNames, user_names};
use kernel::DivisionCode;
use platform::{Conn, Ctx, Problem, Reader, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::examine::{Shared, Totals};
use super::layout::Layout;
use super::places::Places;
use super::plan::Plan;
use crate::authz::{IMPORT_CREATE, IMPORT_GET};
use crate::catalogue;

/// The state of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// Rows are read and checked.
    Reading,
    /// Checked; waits for the user.
    Ready,
    /// Rows are taken over.
    Applying,
    /// Done.
    Applied,
    /// Reading or taking over broke off.
    Failed,
    /// Given up by the user.
    Cancelled,
}

impl ImportStatus {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Ready => "ready",
            Self::Applying => "applying",
            Self::Applied => "applied",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    fn parse(text: &str) -> Self {
        match text {
            "reading" => Self::Reading,
            "ready" => Self::Ready,
            "applying" => Self::Applying,
            "applied" => Self::Applied,
            "cancelled" => Self::Cancelled,
            _ => Self::Failed,
        }
    }
}

/// A file of an import.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ImportFileView {
    /// The kind's key for it.
    pub key: String,
    /// Its name as the user gave it.
    pub name: String,
    /// Rows read so far.
    pub rows: i64,
    /// Encoding of a text file.
    pub encoding: Option<String>,
    /// SM3 of its content.
    pub digest: String,
}

/// An import as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Import {
    /// The key.
    pub id: Uuid,
    /// What is imported.
    pub kind: Named,
    /// Where it stands.
    pub status: ImportStatus,
    /// The day from which what it says holds.
    pub as_of: NaiveDate,
    /// Its files.
    pub files: Vec<ImportFileView>,
    /// Counts, once it was checked.
    pub totals: Option<Totals>,
    /// `all` or `right`, once it was applied.
    pub mode: Option<String>,
    /// The job that works on it, or did last.
    pub job: Option<platform::jobs::JobView>,
    /// Why it failed.
    #[schema(value_type = Option<platform::problem::ProblemBody>)]
    pub problem: Option<serde_json::Value>,
    /// Who uploaded it.
    pub created_by: directory::UserRef,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Keys of the programmes in which its rows claim a benefit, once it was applied; told of one
    /// import, not in lists. A list of families claims none.
    pub claims: Option<Vec<String>>,
}

/// The row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub kind: String,
    pub kind_zh: String,
    pub kind_en: String,
    pub status: ImportStatus,
    pub as_of: NaiveDate,
    pub division: String,
    pub mode: Option<String>,
    pub totals: Option<Totals>,
    pub revision: i64,
    pub parts: i32,
    pub twice: Option<Vec<u8>>,
    pub job: Option<Uuid>,
    pub problem: Option<String>,
    pub created_by: Uuid,
    pub created_at: DateTime<Utc>,
}

const SELECT: &str = "select id, kind, kind_zh, kind_en, status, as_of, division, mode, totals, \
    revision, parts, twice, job, problem, created_by, created_at from import i where ";

fn row(found: &sea_orm::QueryResult) -> Result<Row> {
    let status: String = found.try_get_by_index(4)?;
    let totals: Option<String> = found.try_get_by_index(8)?;
    Ok(Row {
        id: found.try_get_by_index(0)?,
        kind: found.try_get_by_index(1)?,
        kind_zh: found.try_get_by_index(2)?,
        kind_en: found.try_get_by_index(3)?,
        status: ImportStatus::parse(&status),
        as_of: found.try_get_by_index(5)?,
        division: found.try_get_by_index(6)?,
        mode: found.try_get_by_index(7)?,
        totals: totals.and_then(|t| serde_json::from_str(&t).ok()),
        revision: found.try_get_by_index(9)?,
        parts: found.try_get_by_index(10)?,
        twice: found.try_get_by_index(11)?,
        job: found.try_get_by_index(12)?,
        problem: found.try_get_by_index(13)?,
        created_by: found.try_get_by_index(14)?,
        created_at: found.try_get_by_index(15)?,
    })
}

/// An import within a scope.
pub(crate) async fn find(conn: &Conn, scope: &platform::Scope, id: Uuid) -> Result<Row> {
    let sql = Sql::new(SELECT)
        .text("i.id = ")
        .bind(id)
        .text(" and ")
        .push(scope.sql("i.division"));
    let found = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    row(&found)
}

/// Imports within a reader's scope, newest first.
pub(crate) async fn list(reader: &Reader, limit: u64, offset: u64) -> Result<(Vec<Row>, u64)> {
    let sql = Sql::new(SELECT)
        .push(reader.scope().sql("i.division"))
        .text(" order by i.created_at desc, i.id desc limit ")
        .bind(limit as i64)
        .text(" offset ")
        .bind(offset as i64);
    let rows = reader
        .conn()
        .rows(sql)
        .await?
        .iter()
        .map(row)
        .collect::<Result<Vec<_>>>()?;
    let count =
        Sql::new("select count(*) from import i where ").push(reader.scope().sql("i.division"));
    let count: Option<i64> = reader.conn().scalar(count).await?;
    Ok((rows, count.unwrap_or(0).unsigned_abs()))
}

/// A file's row.
#[derive(Clone, Debug)]
pub(crate) struct FileRow {
    pub key: String,
    pub file: Uuid,
    pub name: String,
    pub rows: i64,
    pub encoding: Option<String>,
    pub digest: Vec<u8>,
    pub layout: Layout,
}

/// The place a file's name is sealed for.
pub(crate) fn name_place(import: Uuid, position: i32) -> Vec<u8> {
    [import.as_bytes().as_slice(), &position.to_be_bytes()].concat()
}

/// The files of an import in their order.
pub(crate) async fn files(ctx: &Ctx, conn: &Conn, import: Uuid) -> Result<Vec<FileRow>> {
    let sql = Sql::new(
        "select position, file_key, file, name, row_count, encoding, digest, layout \
         from import_file where import = ",
    )
    .bind(import)
    .text(" order by position");
    let vault = ctx.floor().vault();
    let mut files = Vec::new();
    for row in conn.rows(sql).await? {
        let position: i32 = row.try_get_by_index(0)?;
        let name: Vec<u8> = row.try_get_by_index(3)?;
        let layout: String = row.try_get_by_index(7)?;
        files.push(FileRow {
            key: row.try_get_by_index(1)?,
            file: row.try_get_by_index(2)?,
            name: vault.open_text("import_file", "name", name_place(import, position), &name)?,
            rows: row.try_get_by_index(4)?,
            encoding: row.try_get_by_index(5)?,
            digest: row.try_get_by_index(6)?,
            layout: serde_json::from_str(&layout)?,
        });
    }
    Ok(files)
}

/// The programmes that the rows of an import claim, by key.
pub(crate) async fn claims(conn: &Conn, import: Uuid) -> Result<Vec<String>> {
    let sql = Sql::new("select distinct programme from roster_entry where import = ")
        .bind(import)
        .text(" order by programme");
    let rows = conn.rows(sql).await?;
    rows.iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}

/// Puts an import together for clients.
pub(crate) async fn view(ctx: &Ctx, conn: &Conn, row: Row) -> Result<Import> {
    let names: UserNames = user_names(conn, [row.created_by]).await?;
    let job = match row.job {
        Some(job) => platform::jobs::find(conn, job).await?,
        None => None,
    };
    let files = files(ctx, conn, row.id).await?;
    Ok(Import {
        id: row.id,
        kind: Named {
            key: row.kind,
            zh: row.kind_zh,
            en: row.kind_en,
        },
        status: row.status,
        as_of: row.as_of,
        files: files
            .into_iter()
            .map(|f| ImportFileView {
                key: f.key,
                name: f.name,
                rows: f.rows,
                encoding: f.encoding,
                digest: platform::hash::hex(&f.digest),
            })
            .collect(),
        totals: row.totals,
        mode: row.mode,
        job,
        problem: row.problem.and_then(|p| serde_json::from_str(&p).ok()),
        created_by: names.get(row.created_by),
        created_at: row.created_at,
        claims: None,
    })
}

/// The plan of an import, from its stored layouts and the pack in force.
pub(crate) fn plan(ctx: &Ctx, kind: &str, files: &[FileRow]) -> Result<Plan> {
    let catalogue = catalogue::in_force(ctx.floor())?;
    let layouts: Vec<(String, Layout)> = files
        .iter()
        .map(|f| (f.key.clone(), f.layout.clone()))
        .collect();
    Plan::new(&catalogue, kind, &layouts)
}

fn twice_place(import: Uuid) -> Vec<u8> {
    import.as_bytes().to_vec()
}

/// Seals the marks of persons who stand twice.
pub(crate) fn seal_twice(
    ctx: &Ctx,
    import: Uuid,
    twice: &std::collections::HashSet<u64>,
) -> Vec<u8> {
    let mut marks: Vec<u64> = twice.iter().copied().collect();
    marks.sort_unstable();
    let plain: Vec<u8> = marks.iter().flat_map(|m| m.to_be_bytes()).collect();
    ctx.floor()
        .vault()
        .seal("import", "twice", twice_place(import), &plain)
}

/// Everything that examining parts needs.
pub(crate) async fn shared(ctx: &Ctx, import: &Row) -> Result<Arc<Shared>> {
    let reader = ctx.query(&IMPORT_GET).await?;
    let files = files(ctx, reader.conn(), import.id).await?;
    let root = DivisionCode::parse(&import.division)
        .map_err(|e| Problem::internal(format!("the division of an import: {e}")))?;
    let book = DivisionBook::load(reader.conn(), &root, ctx.floor().today()).await?;
    let any: Option<i64> = reader
        .conn()
        .scalar("select cast(1 as bigint) from household limit 1".into())
        .await?;
    reader.finish().await?;
    let mut twice = std::collections::HashSet::new();
    if let Some(sealed) = &import.twice {
        let plain = ctx
            .floor()
            .vault()
            .open("import", "twice", twice_place(import.id), sealed)?;
        twice.extend(
            plain
                .chunks_exact(8)
                .map(|c| c.iter().fold(0_u64, |m, b| m << 8 | u64::from(*b))),
        );
    }
    // Where the one who imports may put people is where they may upload.
    let scope = ctx.scope(&IMPORT_CREATE);
    Ok(Arc::new(Shared {
        ctx: ctx.clone(),
        import: import.id,
        plan: plan(ctx, &import.kind, &files)?,
        places: Places::new(&book, scope.clone()),
        scope,
        twice,
        empty: any.is_none(),
    }))
}

/// The counter of imports that were applied, by which a check is known to be out of date.
pub(crate) async fn revision(conn: &Conn) -> Result<i64> {
    Ok(conn
        .scalar("select coalesce(max(applied), 0) from import".into())
        .await?
        .unwrap_or(0))
}
