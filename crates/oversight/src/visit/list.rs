//! `GET /visits`: visits to make, the late ones first.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use pack::Pack;
use platform::audit::digest_ids;
use platform::tasks::{Lamp, lamp};
use platform::{Conn, Ctx, Floor, Json, Page, PageQuery, Query, Result, Scope, Sql, Total};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::VISIT_LIST;
use crate::words;

/// What visits may be narrowed to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct VisitQuery {
    /// The run.
    run: Option<Uuid>,
    /// open or done.
    status: Option<String>,
    /// Key of the check.
    check: Option<String>,
    /// A division within the officer's area.
    division: Option<String>,
    /// Whether it is late.
    overdue: Option<bool>,
}

/// A visit. It says why somebody should go there, and nothing of property.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct VisitView {
    pub id: Uuid,
    pub run_id: Uuid,
    pub division: DivisionRef,
    pub household_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    /// The person to see, or the head of the household.
    pub name: String,
    pub check: Named,
    pub zh: String,
    pub en: String,
    /// What to do.
    pub act_zh: Option<String>,
    pub act_en: Option<String>,
    pub cite: String,
    pub due: Option<NaiveDate>,
    pub lamp: Lamp,
    /// open or done.
    pub status: String,
    pub outcome: Option<Named>,
    pub remark: Option<String>,
    pub visited_on: Option<NaiveDate>,
    pub done_by: Option<UserRef>,
    pub version: i32,
}

pub(crate) struct Visit {
    pub id: Uuid,
    run: Uuid,
    pub division: String,
    household: Option<Uuid>,
    person: Option<Uuid>,
    check: String,
    texts: [Option<String>; 5],
    due: Option<NaiveDate>,
    pub status: String,
    outcome: Option<String>,
    remark: Option<String>,
    visited_on: Option<NaiveDate>,
    done_by: Option<Uuid>,
    pub version: i32,
}

const COLUMNS: &str = "v.id, v.run, v.division, v.household, v.person, v.check_key, v.zh, v.en, v.act_zh, v.act_en, \
     v.cite, v.due, v.status, v.outcome, v.remark, v.visited_on, v.done_by, v.version";

fn visit(row: &QueryResult) -> Result<Visit> {
    Ok(Visit {
        id: row.try_get_by_index(0)?,
        run: row.try_get_by_index(1)?,
        division: row.try_get_by_index(2)?,
        household: row.try_get_by_index(3)?,
        person: row.try_get_by_index(4)?,
        check: row.try_get_by_index(5)?,
        texts: [
            row.try_get_by_index(6)?,
            row.try_get_by_index(7)?,
            row.try_get_by_index(8)?,
            row.try_get_by_index(9)?,
            row.try_get_by_index(10)?,
        ],
        due: row.try_get_by_index(11)?,
        status: row.try_get_by_index(12)?,
        outcome: row.try_get_by_index(13)?,
        remark: row.try_get_by_index(14)?,
        visited_on: row.try_get_by_index(15)?,
        done_by: row.try_get_by_index(16)?,
        version: row.try_get_by_index(17)?,
    })
}

/// Some visits within a scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, ids: &[Uuid]) -> Result<Vec<Visit>> {
    let sql = Sql::new(format!("select {COLUMNS} from visit v where v.id in "))
        .bind_all(ids.iter().copied())
        .text(" and ")
        .push(scope.sql("v.division"));
    conn.rows(sql).await?.iter().map(visit).collect()
}

/// Visits for showing, with the names of those to be seen.
pub(crate) async fn views(
    floor: &Floor,
    conn: &Conn,
    pack: &Pack,
    visits: Vec<Visit>,
) -> Result<Vec<VisitView>> {
    let places = division_names(conn, visits.iter().map(|v| v.division.clone())).await?;
    let users = user_names(conn, visits.iter().filter_map(|v| v.done_by)).await?;
    let persons =
        registry::persons(conn, floor.vault(), visits.iter().filter_map(|v| v.person)).await?;
    let houses: Vec<Uuid> = visits
        .iter()
        .filter(|v| v.person.is_none())
        .filter_map(|v| v.household)
        .collect();
    let mut heads: BTreeMap<Uuid, String> = BTreeMap::new();
    for family in registry::families(conn, &houses, floor.today()).await? {
        let head = family.members.iter().find(|m| m.person == family.head);
        heads.insert(
            family.household,
            head.map_or_else(|| family.number.clone(), |m| m.name.clone()),
        );
    }
    visits
        .into_iter()
        .map(|v| {
            let place = crate::place(&v.division)?;
            let name = v
                .person
                .and_then(|id| persons.get(&id).map(|p| p.name.clone()))
                .or_else(|| v.household.and_then(|id| heads.get(&id).cloned()));
            let [zh, en, act_zh, act_en, cite] = v.texts;
            Ok(VisitView {
                id: v.id,
                run_id: v.run,
                division: places.get(&v.division),
                household_id: v.household,
                person_id: v.person,
                name: name.unwrap_or_default(),
                check: words::check(pack, &v.check),
                zh: zh.unwrap_or_default(),
                en: en.unwrap_or_default(),
                act_zh,
                act_en,
                cite: cite.unwrap_or_default(),
                due: v.due,
                lamp: lamp(v.due.filter(|_| v.status == "open"), floor.today()),
                status: v.status,
                outcome: v
                    .outcome
                    .map(|key| words::shown(pack, &place, "visit", &key)),
                remark: v.remark,
                visited_on: v.visited_on,
                done_by: v.done_by.map(|id| users.get(id)),
                version: v.version,
            })
        })
        .collect()
}

/// The visits of one's area.
#[utoipa::path(get, path = "/visits", operation_id = VISIT_LIST.id, tag = "oversight",
    params(VisitQuery, PageQuery), responses((status = 200, body = Page<VisitView>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<VisitQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<VisitView>>> {
    let mut reader = ctx.query(&VISIT_LIST).await?;
    let mut condition = crate::narrow(reader.scope(), query.division.as_deref())?.sql("v.division");
    if let Some(run) = query.run {
        condition = condition.text(" and v.run = ").bind(run);
    }
    for (column, value) in [("status", &query.status), ("check_key", &query.check)] {
        if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
            condition = condition.text(&format!(" and v.{column} = ")).bind(value);
        }
    }
    if query.overdue == Some(true) {
        condition = condition
            .text(" and v.status = 'open' and v.due < ")
            .bind(ctx.floor().today());
    }
    let conn = reader.conn();
    let total: i64 = conn
        .scalar(Sql::new("select count(*) from visit v where ").push(condition.clone()))
        .await?
        .unwrap_or(0);
    let sql = Sql::new(format!("select {COLUMNS} from visit v where "))
        .push(condition)
        .text(" order by case when v.status = 'open' then 0 else 1 end, v.due, v.division, v.id limit ")
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let found = conn
        .rows(sql)
        .await?
        .iter()
        .map(visit)
        .collect::<Result<Vec<_>>>()?;
    let pack = words::pack(ctx.floor(), conn).await?;
    let items = views(ctx.floor(), conn, &pack, found).await?;
    let ids = digest_ids(items.iter().map(|v| v.id.as_bytes().to_vec()));
    reader.listed("visit", &query, items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(
        items,
        Some(Total::rows(crate::count(total))),
    )))
}
