//! `GET /findings` and `GET /findings/{id}`.

use platform::{
    Ctx, Json, Page, PageQuery, Path, Problem, Query, Reader, Result, Sql, Total, Versioned,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, Finding, NOUN};
use crate::authz::{RESULT_GET, RESULT_LIST};
use crate::words;

/// Which findings.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct FindingFilter {
    /// Only those of this run, as they stood in it.
    pub run: Option<Uuid>,
    /// `supervision`, `discovery` or `verification`.
    pub purpose: Option<String>,
    /// Key of a check.
    pub check: Option<String>,
    /// `high`, `medium` or `low`.
    pub severity: Option<String>,
    /// `open`, `confirmed`, `cleared` or `objected`.
    pub status: Option<String>,
    /// `new`, `known` or `gone`; without it what is there.
    pub change: Option<String>,
    /// Only below this division.
    pub division: Option<String>,
    /// Only about this household.
    pub household: Option<Uuid>,
}

impl FindingFilter {
    /// The condition over `finding f` (and `run_finding rf` where a run is named).
    pub fn condition(&self, reader: &Reader) -> Result<Sql> {
        let scope = match words::given(&self.division) {
            Some(code) => reader.scope().within(&words::place(&code)?),
            None => reader.scope().clone(),
        };
        let mut sql = store::own(reader.ctx(), &scope);
        for (column, value) in [
            (" and f.purpose = ", &self.purpose),
            (" and f.check_key = ", &self.check),
            (" and f.severity = ", &self.severity),
            (" and f.status = ", &self.status),
        ] {
            if let Some(value) = words::given(value) {
                sql = sql.text(column).bind(value);
            }
        }
        if let Some(household) = self.household {
            sql = sql.text(" and f.household = ").bind(household);
        }
        let change = words::given(&self.change);
        Ok(match (self.run, change.as_deref()) {
            (Some(_), Some(change)) => sql.text(" and rf.change = ").bind(change),
            (Some(_), None) => sql,
            (None, Some("gone")) => sql.text(" and f.gone_run is not null"),
            (None, Some("new")) => sql.text(" and f.gone_run is null and f.first_run = f.last_run"),
            (None, Some("known")) => {
                sql.text(" and f.gone_run is null and f.first_run <> f.last_run")
            }
            (None, _) => sql.text(" and f.gone_run is null"),
        })
    }
}

/// Grave ones first, then by place.
pub(crate) const ORDER: &str = " order by case f.severity when 'high' then 0 when 'medium' then 1 else 2 end, \
    f.division, f.household, f.check_key, f.id limit ";

/// Findings of the actor's own office, grave ones first.
#[utoipa::path(
    get, path = "/findings", operation_id = RESULT_LIST.id, tag = "verify",
    params(FindingFilter, PageQuery), responses((status = 200, body = Page<Finding>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<FindingFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<Finding>>> {
    let mut reader = ctx.query(&RESULT_LIST).await?;
    let condition = filter.condition(&reader)?;
    let total = if page.wants_total() {
        Some(count(&reader, filter.run, condition.clone()).await?)
    } else {
        None
    };
    let condition = condition
        .text(ORDER)
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let rows = store::rows(ctx.floor(), reader.conn(), filter.run, condition).await?;
    let digest = platform::audit::digest_ids(rows.iter().map(|r| r.id));
    reader.listed(NOUN, &filter, rows.len() as u64, digest);
    let items = if rows.is_empty() {
        Vec::new()
    } else {
        let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
        store::views(&ctx, reader.conn(), &pack, rows, false).await?
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// 条, 户 and 人 side by side.
async fn count(reader: &Reader, run: Option<Uuid>, condition: Sql) -> Result<Total> {
    let head =
        "select count(*), count(distinct f.household), count(distinct f.person) from finding f ";
    let sql = match run {
        None => Sql::new(head).text("where "),
        Some(run) => Sql::new(head)
            .text("join run_finding rf on rf.finding = f.id where rf.run = ")
            .bind(run)
            .text(" and "),
    };
    let row = reader.conn().row(sql.push(condition)).await?;
    let Some(row) = row else {
        return Ok(Total::rows(0));
    };
    let number =
        |at| Ok::<u64, Problem>(u64::try_from(row.try_get_by_index::<i64>(at)?).unwrap_or(0));
    Ok(Total {
        rows: number(0)?,
        households: Some(number(1)?),
        persons: Some(number(2)?),
        ..Total::default()
    })
}

/// One finding with the rows it rests on. Each look is recorded for the household.
#[utoipa::path(
    get, path = "/findings/{id}", operation_id = RESULT_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = Finding))
)]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Versioned<Finding>> {
    let mut reader = ctx.query(&RESULT_GET).await?;
    let row = store::find(&ctx, reader.conn(), reader.scope(), id).await?;
    reader.opened("household", row.household, &row.division);
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let view = store::views(&ctx, reader.conn(), &pack, vec![row], true).await?;
    reader.finish().await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    let version = view.version;
    Ok(Versioned(view, version))
}
