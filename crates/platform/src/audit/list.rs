//! The audit and access logs over HTTP, and the history of one thing.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes as paths};
use uuid::Uuid;

use super::{
    entry::cell,
    verify::{AuditFault, verify},
};
use crate::{
    authz,
    change::Change,
    ctx::Ctx,
    db::{Conn, Sql},
    floor::Floor,
    http::{Json, Query},
    paging::{Page, PageQuery, Total},
    problem::Result,
    scope::Scope,
};

/// One command in the audit log.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AuditRow {
    /// The organisation whose chain it is in.
    pub chain: Uuid,
    /// The position.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The user.
    pub actor: Uuid,
    /// The login name.
    pub login: String,
    /// The operation's id.
    pub operation: String,
    /// The operation in Chinese.
    pub zh: String,
    /// The operation in English.
    pub en: String,
    /// The reason given.
    pub reason: Option<String>,
    /// What it was about.
    pub noun: Option<String>,
    /// Which one.
    pub subject: Option<String>,
    /// Where.
    pub division: Option<String>,
    /// How many rows it changed.
    pub count: i64,
    /// The hash, hexadecimal.
    pub hash: String,
}

/// One reading in the access log.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AccessRow {
    /// The organisation whose chain it is in.
    pub chain: Uuid,
    /// The position.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The user.
    pub actor: Uuid,
    /// The login name.
    pub login: String,
    /// The operation's id.
    pub operation: String,
    /// The operation in Chinese.
    pub zh: String,
    /// The operation in English.
    pub en: String,
    /// `opened`, `listed`, `used` or `refused`.
    pub kind: String,
    /// What was read.
    pub noun: Option<String>,
    /// Which one, when one was opened.
    pub subject: Option<String>,
    /// Where.
    pub division: Option<String>,
    /// How many were shown.
    pub count: i64,
}

/// The filter of both lists.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct LogFilter {
    /// The organisation.
    organisation: Option<Uuid>,
    /// The user, or a login name.
    actor: Option<String>,
    /// The operation's id.
    operation: Option<String>,
    /// What it was about (`household` …).
    noun: Option<String>,
    /// Which one: who changed or read this person's file?
    subject: Option<String>,
    /// First day (Asia/Shanghai).
    from: Option<NaiveDate>,
    /// Last day (Asia/Shanghai).
    to: Option<NaiveDate>,
}

fn midnight(day: NaiveDate) -> Option<DateTime<Utc>> {
    let local = day
        .and_hms_opt(0, 0, 0)?
        .and_local_timezone(kernel::shanghai());
    local.single().map(|t| t.with_timezone(&Utc))
}

impl LogFilter {
    /// The condition, with the auditor's area on it: entries of organisations in it and of the
    /// system.
    fn sql(&self, scope: &Scope) -> Sql {
        let mut sql = Sql::new(" where (place is null or ")
            .push(scope.sql("place"))
            .text(")");
        if let Some(organisation) = self.organisation {
            sql = sql.text(" and chain = ").bind(organisation);
        }
        if let Some(actor) = self.actor.as_deref().filter(|a| !a.is_empty()) {
            sql = match Uuid::parse_str(actor) {
                Ok(id) => sql.text(" and actor = ").bind(id),
                Err(_) => sql.text(" and login = ").bind(actor),
            };
        }
        if let Some(operation) = self.operation.as_deref().filter(|o| !o.is_empty()) {
            sql = sql.text(" and operation = ").bind(operation);
        }
        if let Some(noun) = self.noun.as_deref().filter(|n| !n.is_empty()) {
            sql = sql.text(" and noun = ").bind(noun);
        }
        if let Some(subject) = self.subject.as_deref().filter(|s| !s.is_empty()) {
            sql = sql.text(" and subject = ").bind(subject);
        }
        if let Some(from) = self.from.and_then(midnight) {
            sql = sql.text(" and at >= ").bind(from);
        }
        if let Some(to) = self.to.and_then(|d| d.succ_opt()).and_then(midnight) {
            sql = sql.text(" and at < ").bind(to);
        }
        sql
    }
}

fn names(floor: &Floor, operation: &str) -> (String, String) {
    floor.operation(operation).map_or_else(
        || (operation.to_owned(), operation.to_owned()),
        |o| (o.zh.to_owned(), o.en.to_owned()),
    )
}

async fn count(conn: &Conn, table: &str, filter: Sql) -> Result<Total> {
    let n: Option<i64> = conn
        .scalar(Sql::new(format!("select count(*) from {table}")).push(filter))
        .await?;
    Ok(Total::rows(u64::try_from(n.unwrap_or(0)).unwrap_or(0)))
}

/// Commands, newest first.
#[utoipa::path(get, path = "/audit/entries", operation_id = "platform.audit.list",
    tag = "platform", params(LogFilter, PageQuery),
    responses((status = 200, body = Page<AuditRow>)))]
async fn entries(
    ctx: Ctx,
    Query(filter): Query<LogFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<AuditRow>>> {
    let reader = ctx.query(&authz::AUDIT_LIST).await?;
    let sql = Sql::new(
        "select chain, seq, at, actor, login, operation, reason, noun, subject, division, count, \
         hash from audit_entry",
    )
    .push(filter.sql(reader.scope()))
    .text(" order by ordinal desc limit ")
    .bind(page.limit())
    .text(" offset ")
    .bind(page.offset());
    let mut items = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let operation: String = row.try_get_by_index(5)?;
        let (zh, en) = names(ctx.floor(), &operation);
        items.push(AuditRow {
            chain: row.try_get_by_index(0)?,
            seq: row.try_get_by_index(1)?,
            at: row.try_get_by_index(2)?,
            actor: row.try_get_by_index(3)?,
            login: row.try_get_by_index(4)?,
            operation,
            zh,
            en,
            reason: row.try_get_by_index(6)?,
            noun: row.try_get_by_index(7)?,
            subject: row.try_get_by_index(8)?,
            division: row.try_get_by_index(9)?,
            count: row.try_get_by_index(10)?,
            hash: crate::hash::hex(&row.try_get_by_index::<Vec<u8>>(11)?),
        });
    }
    let total = match page.wants_total() {
        true => Some(count(reader.conn(), "audit_entry", filter.sql(reader.scope())).await?),
        false => None,
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// Readings, newest first.
#[utoipa::path(get, path = "/audit/access", operation_id = "platform.access.list",
    tag = "platform", params(LogFilter, PageQuery),
    responses((status = 200, body = Page<AccessRow>)))]
async fn access(
    ctx: Ctx,
    Query(filter): Query<LogFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<AccessRow>>> {
    let reader = ctx.query(&authz::ACCESS_LIST).await?;
    let sql = Sql::new(
        "select chain, seq, at, actor, login, operation, kind, noun, subject, division, count \
         from access_entry",
    )
    .push(filter.sql(reader.scope()))
    .text(" order by at desc, chain, seq desc limit ")
    .bind(page.limit())
    .text(" offset ")
    .bind(page.offset());
    let mut items = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let operation: String = row.try_get_by_index(5)?;
        let (zh, en) = names(ctx.floor(), &operation);
        items.push(AccessRow {
            chain: row.try_get_by_index(0)?,
            seq: row.try_get_by_index(1)?,
            at: row.try_get_by_index(2)?,
            actor: row.try_get_by_index(3)?,
            login: row.try_get_by_index(4)?,
            operation,
            zh,
            en,
            kind: row.try_get_by_index(6)?,
            noun: row.try_get_by_index(7)?,
            subject: row.try_get_by_index(8)?,
            division: row.try_get_by_index(9)?,
            count: row.try_get_by_index(10)?,
        });
    }
    let total = match page.wants_total() {
        true => Some(count(reader.conn(), "access_entry", filter.sql(reader.scope())).await?),
        false => None,
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// What a verification found.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct VerifyResult {
    /// Whether nothing is wrong.
    ok: bool,
    /// Commands walked.
    entries: u64,
    /// Readings walked.
    access_entries: u64,
    /// What is wrong.
    faults: Vec<AuditFault>,
}

/// Walks all chains against the anchors of the data folder and recomputes all digests.
#[utoipa::path(post, path = "/audit/verify", operation_id = "platform.audit.verify",
    tag = "platform", responses((status = 200, body = VerifyResult)))]
async fn verify_now(ctx: Ctx) -> Result<Json<VerifyResult>> {
    // That somebody verified is itself an act; its entry comes before the walk.
    ctx.begin(&authz::AUDIT_VERIFY, None)
        .await?
        .commit()
        .await?;
    let anchors = super::read_anchors(&ctx.floor().data().join("anchors"))?;
    let report = verify(ctx.floor(), &anchors).await?;
    Ok(Json(VerifyResult {
        ok: report.faults.is_empty(),
        entries: report.entries,
        access_entries: report.access_entries,
        faults: report.faults,
    }))
}

/// One step in the history of a thing.
#[derive(Clone, Debug)]
pub struct HistoryItem {
    /// When.
    pub at: DateTime<Utc>,
    /// The user.
    pub actor: Uuid,
    /// The login name.
    pub login: String,
    /// The operation's id.
    pub operation: String,
    /// The operation in Chinese.
    pub zh: String,
    /// The operation in English.
    pub en: String,
    /// The reason given.
    pub reason: Option<String>,
    /// The changes of this thing; empty when the change set was erased.
    pub changes: Vec<Change>,
}

/// The history of one thing, newest first, at most `limit` steps. The caller has checked that
/// the thing lies in the reader's scope.
///
/// # Errors
/// When the database fails or a change set cannot be opened.
pub async fn history(
    floor: &Floor,
    conn: &Conn,
    noun: &str,
    subject: impl std::fmt::Display,
    limit: u64,
) -> Result<Vec<HistoryItem>> {
    let subject = subject.to_string();
    let sql = Sql::new(
        "select distinct e.chain, e.seq, e.at, e.actor, e.login, e.operation, e.reason, c.payload, e.ordinal \
         from audit_touch t join audit_entry e on e.chain = t.chain and e.seq = t.seq \
         join audit_change c on c.chain = t.chain and c.seq = t.seq where t.noun = ",
    )
    .bind(noun)
    .text(" and t.subject = ")
    .bind(subject.as_str())
    .text(" order by e.ordinal desc limit ")
    .bind(limit);
    let mut items = Vec::new();
    for row in conn.rows(sql).await? {
        let (chain, seq): (Uuid, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let changes = match row.try_get_by_index::<Option<Vec<u8>>>(7)? {
            None => Vec::new(),
            Some(sealed) => open_changes(floor, chain, seq, &sealed)?
                .into_iter()
                .filter(|c| c.noun == noun && c.subject == subject)
                .collect(),
        };
        let operation: String = row.try_get_by_index(5)?;
        let (zh, en) = names(floor, &operation);
        items.push(HistoryItem {
            at: row.try_get_by_index(2)?,
            actor: row.try_get_by_index(3)?,
            login: row.try_get_by_index(4)?,
            operation,
            zh,
            en,
            reason: row.try_get_by_index(6)?,
            changes,
        });
    }
    Ok(items)
}

fn open_changes(floor: &Floor, chain: Uuid, seq: i64, sealed: &[u8]) -> Result<Vec<Change>> {
    let plain = floor
        .vault()
        .open("audit_change", "payload", cell(chain, seq), sealed)?;
    Ok(serde_json::from_slice(plain.get(16..).unwrap_or_default())?)
}

/// The routes under `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(paths!(entries))
        .routes(paths!(access))
        .routes(paths!(verify_now))
}
