//! Finders and the shape of alignments.

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use platform::{Conn, Ctx, Problem, Result, Scope, Sql};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::ALIGNMENT_GET;
use crate::model::AlignmentStatus;

/// Proof that one side published its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Published {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Where it hung or stood.
    pub place: String,
    /// The proof: a photograph, if one was handed in.
    pub file_id: Option<Uuid>,
    /// Who recorded it.
    pub by: Uuid,
}

/// A stored alignment.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    pub id: Uuid,
    pub number: String,
    pub title: String,
    pub scheme: String,
    pub division: String,
    pub on: NaiveDate,
    pub follows: Option<Uuid>,
    pub edition: i32,
    pub names: (String, String),
    pub from: (String, String),
    pub files: (Option<Uuid>, Option<Uuid>),
    pub notes: String,
    pub status: AlignmentStatus,
    pub job: Option<Uuid>,
    pub published: (Option<Published>, Option<Published>),
    pub sent_at: Option<DateTime<Utc>>,
    pub received_at: Option<DateTime<Utc>>,
    pub received_note: Option<String>,
    pub created_by: Uuid,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub version: i32,
}

const COLUMNS: &str = "a.id, a.number, a.title, a.scheme, a.division, a.on_date, a.follows, a.edition, a.here_name, \
     a.there_name, a.here_from, a.there_from, a.here_file, a.there_file, a.notes, a.status, a.job, a.here_public, \
     a.there_public, a.sent_at, a.received_at, a.received_note, a.created_by, a.created_at, a.closed_at, a.version";

fn published(text: Option<String>) -> Result<Option<Published>> {
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

fn alignment(row: &QueryResult) -> Result<Alignment> {
    let status: String = row.try_get_by_index(15)?;
    Ok(Alignment {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        title: row.try_get_by_index(2)?,
        scheme: row.try_get_by_index(3)?,
        division: row.try_get_by_index(4)?,
        on: row.try_get_by_index(5)?,
        follows: row.try_get_by_index(6)?,
        edition: row.try_get_by_index(7)?,
        names: (row.try_get_by_index(8)?, row.try_get_by_index(9)?),
        from: (row.try_get_by_index(10)?, row.try_get_by_index(11)?),
        files: (row.try_get_by_index(12)?, row.try_get_by_index(13)?),
        notes: row.try_get_by_index(14)?,
        status: AlignmentStatus::read(&status)?,
        job: row.try_get_by_index(16)?,
        published: (
            published(row.try_get_by_index(17)?)?,
            published(row.try_get_by_index(18)?)?,
        ),
        sent_at: row.try_get_by_index(19)?,
        received_at: row.try_get_by_index(20)?,
        received_note: row.try_get_by_index(21)?,
        created_by: row.try_get_by_index(22)?,
        created_at: row.try_get_by_index(23)?,
        closed_at: row.try_get_by_index(24)?,
        version: row.try_get_by_index(25)?,
    })
}

/// Alignments that reach into a scope: of its divisions, or with a difference there.
fn visible(scope: &Scope) -> Sql {
    Sql::new("(")
        .push(scope.sql("a.division"))
        .text(" or exists (select 1 from alignment_difference d where d.alignment = a.id and ")
        .push(scope.sql("d.division"))
        .text("))")
}

/// One alignment that reaches into the scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Alignment> {
    let sql = Sql::new(format!("select {COLUMNS} from alignment a where a.id = "))
        .bind(id)
        .text(" and ")
        .push(visible(scope));
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    alignment(&row)
}

/// One alignment of the scope's own divisions, for whoever works on it as a whole.
pub(crate) async fn own(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Alignment> {
    let found = find(conn, scope, id).await?;
    if scope.contains(&crate::place(&found.division)?) {
        Ok(found)
    } else {
        Err(Problem::not_found())
    }
}

/// Answers not found for whoever may not work on an alignment, before anything of what was sent
/// is looked at: a refusal of the content would tell that there is one.
pub(crate) async fn require_own(ctx: &Ctx, id: Uuid) -> Result<()> {
    let reader = ctx.query(&ALIGNMENT_GET).await?;
    own(reader.conn(), reader.scope(), id).await?;
    reader.finish().await
}

/// The newest first, and how many.
pub(crate) async fn page(
    conn: &Conn,
    scope: &Scope,
    limit: u64,
    offset: u64,
) -> Result<(Vec<Alignment>, u64)> {
    let sql = Sql::new("select count(*) from alignment a where ").push(visible(scope));
    let total: i64 = conn.scalar(sql).await?.unwrap_or(0);
    let sql = Sql::new(format!("select {COLUMNS} from alignment a where "))
        .push(visible(scope))
        .text(" order by a.created_at desc, a.id desc limit ")
        .bind(limit)
        .text(" offset ")
        .bind(offset);
    let rows = conn.rows(sql).await?;
    let found = rows.iter().map(alignment).collect::<Result<Vec<_>>>()?;
    Ok((found, crate::count(total)))
}

/// An alignment as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct AlignmentView {
    pub id: Uuid,
    pub number: String,
    pub title: String,
    pub division: DivisionRef,
    /// The day whose records count.
    pub on: NaiveDate,
    /// 1 for the first; a later edition takes over what was handled.
    pub edition: i32,
    /// The edition before.
    pub follows_id: Option<Uuid>,
    /// Whose list is here.
    pub here_name: String,
    /// Whose list is there.
    pub there_name: String,
    /// records or file.
    pub here_from: String,
    /// records or file.
    pub there_from: String,
    /// building, failed, open, closed or replaced.
    pub status: Named,
    /// What was noticed while building, as text.
    pub notes: String,
    pub job_id: Option<Uuid>,
    /// 双公示: this side's.
    pub here_published: Option<Published>,
    /// 双公示: the other side's.
    pub there_published: Option<Published>,
    /// When the differences were sent to the other side.
    #[schema(value_type = Option<String>)]
    pub sent_at: Option<DateTime<Utc>>,
    /// When the other side confirmed the reception.
    #[schema(value_type = Option<String>)]
    pub received_at: Option<DateTime<Utc>>,
    pub received_note: Option<String>,
    pub created_by: UserRef,
    #[schema(value_type = String)]
    pub created_at: DateTime<Utc>,
    #[schema(value_type = Option<String>)]
    pub closed_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// Alignments for showing.
pub(crate) async fn views(conn: &Conn, found: Vec<Alignment>) -> Result<Vec<AlignmentView>> {
    let places = division_names(conn, found.iter().map(|a| a.division.clone())).await?;
    let users = user_names(conn, found.iter().map(|a| a.created_by)).await?;
    Ok(found
        .into_iter()
        .map(|a| {
            let (zh, en) = a.status.names();
            AlignmentView {
                id: a.id,
                number: a.number,
                title: a.title,
                division: places.get(&a.division),
                on: a.on,
                edition: a.edition,
                follows_id: a.follows,
                here_name: a.names.0,
                there_name: a.names.1,
                here_from: a.from.0,
                there_from: a.from.1,
                status: Named {
                    key: a.status.word().to_owned(),
                    zh: zh.to_owned(),
                    en: en.to_owned(),
                },
                notes: a.notes,
                job_id: a.job,
                here_published: a.published.0,
                there_published: a.published.1,
                sent_at: a.sent_at,
                received_at: a.received_at,
                received_note: a.received_note,
                created_by: users.get(a.created_by),
                created_at: a.created_at,
                closed_at: a.closed_at,
                version: a.version,
            }
        })
        .collect())
}
