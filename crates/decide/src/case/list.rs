//! `GET /cases`: the to-do of an officer, and all cases of an area.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use directory::{division_names, user_names};
use flow::Lamp;
use kernel::WorkingDays;
use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::answer::{CaseRow, NextView, WaitView};
use super::standing::{Next, Standing, Wait};
use super::store;
use crate::authz::{CASE_COUNT, CASE_LIST};

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
    /// green, yellow or red: the worst lamp of what runs.
    lamp: Option<String>,
    /// Only those of which a step is in this officer's hands.
    handler: Option<Uuid>,
}

/// The roles that the officer holds today, and those of whoever the officer stands in for.
pub(super) async fn roles(ctx: &Ctx, conn: &platform::Conn) -> Result<BTreeSet<String>> {
    let mut roles: BTreeSet<String> = ctx.rights().grants().map(|g| g.role.clone()).collect();
    let others = crate::deputy::stood_in_for(ctx, conn).await?;
    roles.extend(others.into_iter().map(|g| g.role));
    Ok(roles)
}

/// The condition of a lamp on a day.
fn burning(lamp: &str, today: NaiveDate) -> Sql {
    let reached = |column: &str| {
        Sql::new(format!("(c.{column} is not null and c.{column} <= "))
            .bind(today)
            .text(")")
    };
    let open = Sql::new(" and c.status = 'open' and ");
    match lamp {
        "red" => open.push(reached("red_on")),
        "yellow" => open
            .push(reached("yellow_on"))
            .text(" and not ")
            .push(reached("red_on")),
        _ => open
            .text("not ")
            .push(reached("yellow_on"))
            .text(" and not ")
            .push(reached("red_on")),
    }
}

fn narrowed(
    ctx: &Ctx,
    query: &CaseQuery,
    scope: &platform::Scope,
    roles: &BTreeSet<String>,
) -> Result<Sql> {
    let scope = crate::narrow(scope, query.division.as_deref())?;
    let mut sql = store::within(&scope);
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
    if let Some(lamp) = query.lamp.as_deref().filter(|l| !l.is_empty()) {
        sql = sql.push(burning(lamp, ctx.floor().today()));
    }
    if let Some(handler) = query.handler {
        sql = sql
            .text(" and c.handlers like ")
            .bind(format!("%|{handler}|%"));
    }
    if query.mine == Some(true) {
        let mut any = Sql::new(" and c.status = 'open' and (1 = 0");
        for role in roles {
            any = any.text(" or c.duties like ").bind(between(role));
        }
        // What was put into somebody else's hands waits for nobody beside.
        let own = ctx.actor().user;
        sql = sql
            .push(any.text(")"))
            .text(" and (c.handlers is null or c.handlers = '' or c.handlers like ")
            .bind(format!("%|{own}|%"))
            .text(")");
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
    let held = roles(&ctx, reader.conn()).await?;
    let filter = narrowed(&ctx, &query, reader.scope(), &held)?;
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
    let mut beside = beside(conn, &rows).await?;
    let handlers = beside.values().flat_map(|b| &b.standing.waits);
    let handlers = handlers.filter_map(|w| w.handler.as_deref()?.parse().ok());
    let users = user_names(conn, handlers.collect::<BTreeSet<Uuid>>()).await?;
    let today = ctx.floor().today();
    Ok(rows
        .into_iter()
        .map(|row| {
            let Beside {
                steps,
                due,
                turns,
                standing,
            } = beside.remove(&row.id).unwrap_or_default();
            let handler = |wait: &Wait| wait.handler.as_deref()?.parse::<Uuid>().ok();
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
                lamp: match row.status.as_str() {
                    "open" => lamp(turns, today),
                    _ => Lamp::Green,
                },
                status: row.status,
                result: row.result,
                steps,
                accepted_on: row.accepted_on,
                due,
                opened_at: row.opened_at,
                seen: row.events,
                zh: standing.zh,
                en: standing.en,
                waits: standing
                    .waits
                    .into_iter()
                    .map(|wait| WaitView {
                        handler: handler(&wait).map(|id| users.get(id)),
                        step: wait.step,
                        zh: wait.zh,
                        en: wait.en,
                        roles: wait.roles,
                        since: wait.since,
                    })
                    .collect(),
                next: standing.next.map(|next| ending(next, today)),
                unknown_year: standing.unknown_year,
            }
        })
        .collect())
}

/// The lamp that burns today, by the days on which lamps turn.
fn lamp((yellow, red): Turns, today: NaiveDate) -> Lamp {
    if red.is_some_and(|day| day <= today) {
        Lamp::Red
    } else if yellow.is_some_and(|day| day <= today) {
        Lamp::Yellow
    } else {
        Lamp::Green
    }
}

fn ending(next: Next, today: NaiveDate) -> NextView {
    let between = |from, to| match next.working {
        true => WorkingDays::embedded()
            .between(from, to)
            .ok()
            .map(i64::from),
        false => Some((to - from).num_days()),
    };
    let left = match today <= next.due {
        true => between(today, next.due),
        false => between(next.due, today).map(|days| -days),
    };
    NextView {
        zh: next.zh,
        en: next.en,
        due: next.due,
        left,
        unit: if next.working { "working_days" } else { "days" }.to_owned(),
    }
}

type Turns = (Option<NaiveDate>, Option<NaiveDate>);

/// The columns that only lists read.
#[derive(Default)]
struct Beside {
    steps: Vec<String>,
    due: Option<NaiveDate>,
    turns: Turns,
    standing: Standing,
}

async fn beside(conn: &platform::Conn, rows: &[store::Row]) -> Result<BTreeMap<Uuid, Beside>> {
    let mut found = BTreeMap::new();
    let ids: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
    if ids.is_empty() {
        return Ok(found);
    }
    let sql = Sql::new(
        "select id, steps, due, yellow_on, red_on, standing from assistance_case where id in ",
    )
    .bind_all(ids);
    for row in conn.rows(sql).await? {
        let steps: String = row.try_get_by_index(1)?;
        let steps = steps.split('|').filter(|s| !s.is_empty());
        let standing: Option<String> = row.try_get_by_index(5)?;
        let one = Beside {
            steps: steps.map(str::to_owned).collect(),
            due: row.try_get_by_index(2)?,
            turns: (row.try_get_by_index(3)?, row.try_get_by_index(4)?),
            standing: match standing {
                Some(text) => serde_json::from_str(&text)?,
                None => Standing::default(),
            },
        };
        found.insert(row.try_get_by_index(0)?, one);
    }
    Ok(found)
}

/// How many cases burn which lamp.
#[derive(Debug, Default, serde::Serialize, utoipa::ToSchema)]
#[schema(as = CaseLamps)]
pub(crate) struct Lamps {
    /// No time left, or too late.
    red: i64,
    /// Little time left.
    yellow: i64,
    /// Time enough, or no limit.
    green: i64,
}

/// Counts open cases by lamp, narrowed as the list is.
#[utoipa::path(
    get, path = "/cases/lamps", operation_id = CASE_COUNT.id, tag = "decide",
    params(CaseQuery), responses((status = 200, body = Lamps))
)]
pub(crate) async fn lamps(ctx: Ctx, Query(query): Query<CaseQuery>) -> Result<Json<Lamps>> {
    let reader = ctx.query(&CASE_COUNT).await?;
    let held = roles(&ctx, reader.conn()).await?;
    let mut counts = Lamps::default();
    for lamp in ["red", "yellow", "green"] {
        let sql = Sql::new("select count(*) from assistance_case c where ")
            .push(narrowed(&ctx, &query, reader.scope(), &held)?)
            .push(burning(lamp, ctx.floor().today()));
        let count: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
        match lamp {
            "red" => counts.red = count,
            "yellow" => counts.yellow = count,
            _ => counts.green = count,
        }
    }
    reader.finish().await?;
    Ok(Json(counts))
}
