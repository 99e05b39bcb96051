//! `GET /cases`: the to-do of an officer, and all cases of an area.

use std::collections::BTreeMap;

use directory::division_names;
use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::answer::CaseRow;
use super::store;
use crate::authz::CASE_LIST;

/// What a list may be narrowed to.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct CaseQuery {
    /// open or closed.
    status: Option<String>,
    /// Key of the programme.
    programme: Option<String>,
    /// Key of the procedure.
    procedure: Option<String>,
    /// Key of an open step.
    step: Option<String>,
    /// Only those that wait for one of the officer's roles.
    mine: Option<bool>,
    /// Only those of a household.
    household: Option<Uuid>,
    /// A division within the officer's area.
    division: Option<String>,
    /// The beginning of a receipt number.
    number: Option<String>,
}

fn narrowed(ctx: &Ctx, query: &CaseQuery, scope: &platform::Scope) -> Result<Sql> {
    let scope = crate::narrow(scope, query.division.as_deref())?;
    let mut sql = scope.sql_in("c.division", Some("c.section"));
    for (column, value) in [
        ("status", &query.status),
        ("programme", &query.programme),
        ("procedure", &query.procedure),
    ] {
        if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
            sql = sql.text(&format!(" and c.{column} = ")).bind(value);
        }
    }
    if let Some(household) = query.household {
        sql = sql.text(" and c.household = ").bind(household);
    }
    if let Some(number) = query
        .number
        .as_deref()
        .map(str::trim)
        .filter(|n| !n.is_empty())
    {
        let plain = number.replace(['%', '_'], "");
        sql = sql.text(" and c.number like ").bind(format!("{plain}%"));
    }
    // An underscore stands for any one character; no two keys differ in nothing else.
    let between = |word: &str| format!("%|{}|%", word.replace(['%', '|'], ""));
    if let Some(step) = query.step.as_deref().filter(|s| !s.is_empty()) {
        sql = sql.text(" and c.steps like ").bind(between(step));
    }
    if query.mine == Some(true) {
        let roles: std::collections::BTreeSet<String> =
            ctx.rights().grants().map(|g| g.role.clone()).collect();
        let mut any = Sql::new(" and c.status = 'open' and (1 = 0");
        for role in roles {
            any = any.text(" or c.duties like ").bind(between(&role));
        }
        sql = sql.push(any.text(")"));
    }
    Ok(sql)
}

/// Lists cases: those whose limit ends first come first.
#[utoipa::path(
    get, path = "/cases", operation_id = CASE_LIST.id, tag = "decide",
    params(CaseQuery, PageQuery), responses((status = 200, body = Page<CaseRow>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<CaseQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<CaseRow>>> {
    let mut reader = ctx.query(&CASE_LIST).await?;
    let filter = narrowed(&ctx, &query, reader.scope())?;
    let total = match page.wants_total() {
        true => {
            let sql =
                Sql::new("select count(*) from assistance_case c where ").push(filter.clone());
            let count: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
            Some(Total::rows(count.unsigned_abs()))
        }
        false => None,
    };
    let sql = store::select()
        .push(filter)
        .text(" order by case when c.due is null then 1 else 0 end, c.due, c.opened_at desc, c.id limit ")
        .bind(i64::try_from(page.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(page.offset()).unwrap_or(i64::MAX));
    let found = reader.conn().rows(sql).await?;
    let rows = found.iter().map(store::row).collect::<Result<Vec<_>>>()?;
    let items = shown(&ctx, reader.conn(), rows).await?;
    let ids: Vec<u8> = items.iter().flat_map(|i| i.id.into_bytes()).collect();
    let asked = json!({"status": query.status, "programme": query.programme, "mine": query.mine});
    let digest = platform::hash::sm3(&[&ids]);
    reader.listed(super::NOUN, &asked, items.len() as u64, digest);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

async fn shown(ctx: &Ctx, conn: &platform::Conn, rows: Vec<store::Row>) -> Result<Vec<CaseRow>> {
    let applicants = rows.iter().map(|r| r.applicant);
    let people = registry::persons(conn, ctx.floor().vault(), applicants).await?;
    let places = division_names(conn, rows.iter().map(|r| r.division.as_str().to_owned())).await?;
    let dues = dues(conn, &rows).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let (steps, due) = dues.get(&row.id).cloned().unwrap_or_default();
            CaseRow {
                id: row.id,
                division: places.get(row.division.as_str()),
                applicant: people
                    .get(&row.applicant)
                    .map(|p| p.name.clone())
                    .unwrap_or_default(),
                number: row.number,
                programme: row.programme,
                procedure: row.procedure,
                household: row.household,
                status: row.status,
                result: row.result,
                steps,
                accepted_on: row.accepted_on,
                due,
                opened_at: row.opened_at,
            }
        })
        .collect())
}

type Standing = (Vec<String>, Option<chrono::NaiveDate>);

async fn dues(conn: &platform::Conn, rows: &[store::Row]) -> Result<BTreeMap<Uuid, Standing>> {
    let mut found = BTreeMap::new();
    let ids: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
    if ids.is_empty() {
        return Ok(found);
    }
    let sql = Sql::new("select id, steps, due from assistance_case where id in ").bind_all(ids);
    for row in conn.rows(sql).await? {
        let steps: String = row.try_get_by_index(1)?;
        let steps = steps
            .split('|')
            .filter(|s| !s.is_empty())
            .map(str::to_owned);
        found.insert(
            row.try_get_by_index(0)?,
            (steps.collect(), row.try_get_by_index(2)?),
        );
    }
    Ok(found)
}
