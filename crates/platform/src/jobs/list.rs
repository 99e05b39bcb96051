//! Jobs over HTTP.

use chrono::{DateTime, Utc};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes as paths};
use uuid::Uuid;

use crate::{
    authz,
    ctx::Ctx,
    db::Sql,
    floor::Floor,
    http::{Json, Path, Query},
    paging::{Page, PageQuery, Total},
    problem::{Problem, ProblemBody, Result, kinds},
};

/// A job as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct JobView {
    /// The key.
    pub id: Uuid,
    /// `slice.noun.verb`.
    pub kind: String,
    /// `queued`, `running`, `done`, `failed` or `cancelled`.
    pub status: String,
    /// Units done.
    pub done: i64,
    /// Units in all; 0 while unknown.
    pub total: i64,
    /// The present stage in Chinese.
    pub stage_zh: Option<String>,
    /// The present stage in English.
    pub stage_en: Option<String>,
    /// Why it failed.
    pub error: Option<ProblemBody>,
    /// What came out.
    #[schema(value_type = Option<Object>)]
    pub result: Option<serde_json::Value>,
    /// When it was enqueued.
    pub created_at: DateTime<Utc>,
    /// By whom.
    pub created_by: UserRef,
}

/// A user by key and name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct UserRef {
    /// The key.
    pub id: Uuid,
    /// The name.
    pub name: String,
}

pub(super) const SELECT: &str = "select id, kind, status, done, total, stage_zh, stage_en, error, \
                                 result, created_at, actor, actor_name, organisation from job";

pub(super) fn view(row: QueryResult) -> Result<JobView> {
    let json = |text: Option<String>| text.and_then(|t| serde_json::from_str(&t).ok());
    let error: Option<String> = row.try_get_by_index(7)?;
    Ok(JobView {
        id: row.try_get_by_index(0)?,
        kind: row.try_get_by_index(1)?,
        status: row.try_get_by_index(2)?,
        done: row.try_get_by_index(3)?,
        total: row.try_get_by_index(4)?,
        stage_zh: row.try_get_by_index(5)?,
        stage_en: row.try_get_by_index(6)?,
        error: error.and_then(|t| serde_json::from_str(&t).ok()),
        result: json(row.try_get_by_index(8)?),
        created_at: row.try_get_by_index(9)?,
        created_by: UserRef {
            id: row.try_get_by_index(10)?,
            name: row.try_get_by_index(11)?,
        },
    })
}

/// The filter of the job list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct JobFilter {
    /// Only in this state.
    status: Option<String>,
    /// Only of this kind.
    kind: Option<String>,
}

/// Own jobs, newest first. A job belongs to the one who enqueued it; nobody else sees it.
#[utoipa::path(get, path = "/jobs", operation_id = "platform.job.list", tag = "platform",
    params(JobFilter, PageQuery), responses((status = 200, body = Page<JobView>)))]
async fn list(
    ctx: Ctx,
    Query(filter): Query<JobFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<JobView>>> {
    let reader = ctx.query(&authz::JOB_LIST).await?;
    let mut conditions = Sql::new(" where actor = ").bind(ctx.actor().user);
    if let Some(status) = &filter.status {
        conditions = conditions.text(" and status = ").bind(status.as_str());
    }
    if let Some(kind) = &filter.kind {
        conditions = conditions.text(" and kind = ").bind(kind.as_str());
    }
    let rows = Sql::new(SELECT)
        .push(conditions.clone())
        .text(" order by created_at desc, id desc limit ")
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let items = reader
        .conn()
        .rows(rows)
        .await?
        .into_iter()
        .map(view)
        .collect::<Result<Vec<_>>>()?;
    let total = if page.wants_total() {
        let n: Option<i64> = reader
            .conn()
            .scalar(Sql::new("select count(*) from job").push(conditions))
            .await?;
        Some(Total::rows(u64::try_from(n.unwrap_or(0)).unwrap_or(0)))
    } else {
        None
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// One own job.
#[utoipa::path(get, path = "/jobs/{id}", operation_id = "platform.job.get", tag = "platform",
    params(("id" = Uuid, Path)), responses((status = 200, body = JobView)))]
async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<JobView>> {
    let reader = ctx.query(&authz::JOB_GET).await?;
    let sql = Sql::new(format!("{SELECT} where id = "))
        .bind(id)
        .text(" and actor = ")
        .bind(ctx.actor().user);
    let row = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let job = view(row)?;
    reader.finish().await?;
    Ok(Json(job))
}

/// Cancels an own job: at once when it waits, after its present step when it runs.
#[utoipa::path(post, path = "/jobs/{id}/cancel", operation_id = "platform.job.cancel",
    tag = "platform", params(("id" = Uuid, Path)), responses((status = 200, body = JobView)))]
async fn cancel(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<JobView>> {
    let now = ctx.floor().now();
    let change = |sql: Sql| {
        sql.text(" cancel = ")
            .bind(true)
            .text(", finished_at = case when status = 'queued' then ")
            .bind(now)
            .text(" else finished_at end, status = case when status = 'queued' then 'cancelled' else status end, updated_at = ")
            .bind(now)
    };
    act(ctx, id, &authz::JOB_CANCEL, change, "('queued', 'running')").await
}

/// Puts a failed or cancelled own job back into the queue; it goes on from its last checkpoint.
#[utoipa::path(post, path = "/jobs/{id}/resume", operation_id = "platform.job.resume",
    tag = "platform", params(("id" = Uuid, Path)), responses((status = 200, body = JobView)))]
async fn resume(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<JobView>> {
    let now = ctx.floor().now();
    let change = |sql: Sql| {
        sql.text(" cancel = ")
            .bind(false)
            .text(", status = 'queued', attempts = 0, error = null, finished_at = null, updated_at = ")
            .bind(now)
    };
    act(
        ctx,
        id,
        &authz::JOB_RESUME,
        change,
        "('failed', 'cancelled')",
    )
    .await
}

async fn act(
    ctx: Ctx,
    id: Uuid,
    operation: &'static crate::Operation,
    change: impl Fn(Sql) -> Sql,
    from: &str,
) -> Result<Json<JobView>> {
    let mut tx = ctx.begin(operation, None).await?;
    let own = Sql::new(format!("{SELECT} where id = "))
        .bind(id)
        .text(" and actor = ")
        .bind(ctx.actor().user);
    if tx.conn().row(own).await?.is_none() {
        return Err(Problem::not_found());
    }
    let sql = change(Sql::new("update job set"))
        .text(" where id = ")
        .bind(id)
        .text(&format!(" and status in {from}"));
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::new(&kinds::JOB_STATE));
    }
    let job = super::find(tx.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.about("job", id, None);
    tx.ring = true;
    tx.commit().await?;
    Ok(Json(job))
}

/// The routes under `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(paths!(list))
        .routes(paths!(get))
        .routes(paths!(cancel))
        .routes(paths!(resume))
}
