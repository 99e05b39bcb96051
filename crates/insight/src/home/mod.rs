//! `GET /home`: this month's numbers beside last month's, and what waits to be done.

use std::collections::BTreeMap;

use kernel::{Money, Month};
use platform::{Conn, Ctx, Json, Problem, Result, Scope, Sql, http::Query};
use serde::{Deserialize, Serialize};

use crate::{authz::HOME, outside::pack_on};

/// Which month.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// The month; the last one with a roll where left out.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
}

/// 户, 人 and 元.
#[derive(Debug, Clone, Copy, Default, Serialize, utoipa::ToSchema)]
pub(crate) struct Numbers {
    households: i64,
    persons: i64,
    #[schema(value_type = String)]
    amount: Money,
}

/// A programme this month and the month before.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeNumbers {
    key: String,
    zh: String,
    en: String,
    #[serde(flatten)]
    now: Numbers,
    previous: Numbers,
}

/// All programmes together.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TotalNumbers {
    #[serde(flatten)]
    now: Numbers,
    previous: Numbers,
}

/// Open tasks.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Todo {
    open: u64,
    red: u64,
}

/// The first page.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Home {
    #[schema(value_type = String)]
    month: Month,
    programmes: Vec<ProgrammeNumbers>,
    total: TotalNumbers,
    todo: Todo,
}

/// Shows this month's numbers within one's area.
#[utoipa::path(
    get, path = "/home", operation_id = HOME.id, tag = "insight",
    params(Filter), responses((status = 200, body = Home))
)]
pub(crate) async fn handle(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Json<Home>> {
    let reader = ctx.query(&HOME).await?;
    let conn = reader.conn();
    let scope = reader.scope();
    let month = match filter.month {
        Some(month) => month,
        None => last_month(conn)
            .await?
            .unwrap_or_else(|| Month::of(ctx.floor().today())),
    };
    let now = by_programme(conn, scope, month).await?;
    let previous = by_programme(conn, scope, month.prev()).await?;
    let pack = pack_on(ctx.floor(), conn, month.last_day()).await?;
    let programmes = pack
        .programmes()
        .iter()
        .filter(|p| now.contains_key(&p.key) || previous.contains_key(&p.key))
        .map(|programme| ProgrammeNumbers {
            key: programme.key.clone(),
            zh: programme.label.zh.clone(),
            en: programme.label.en.clone(),
            now: now.get(&programme.key).copied().unwrap_or_default(),
            previous: previous.get(&programme.key).copied().unwrap_or_default(),
        })
        .collect();
    // A family may be in several programmes; together it is one family.
    let total = TotalNumbers {
        now: together(conn, scope, month).await?,
        previous: together(conn, scope, month.prev()).await?,
    };
    let todo = todo(&ctx, conn).await?;
    reader.finish().await?;
    Ok(Json(Home {
        month,
        programmes,
        total,
        todo,
    }))
}

async fn last_month(conn: &Conn) -> Result<Option<Month>> {
    let index: Option<Option<i32>> = conn.scalar(Sql::new("select max(month) from roll")).await?;
    index
        .flatten()
        .map(|index| Month::from_index(index).map_err(Problem::internal))
        .transpose()
}

const NUMBERS: &str = "count(distinct l.household), count(distinct l.person), \
     cast(coalesce(sum(case when l.kind = 'recovery' then -l.amount else l.amount end), 0) as bigint)";

fn lines(select: &str, scope: &Scope, month: Month) -> Sql {
    Sql::new(format!("select {select} from line l where l.month = "))
        .bind(month.index())
        .text(" and ")
        .push(scope.sql("l.division"))
}

fn numbers(row: &sea_orm::QueryResult, at: usize) -> Result<Numbers> {
    Ok(Numbers {
        households: row.try_get_by_index(at)?,
        persons: row.try_get_by_index(at + 1)?,
        amount: Money::from_fen(row.try_get_by_index(at + 2)?),
    })
}

async fn by_programme(
    conn: &Conn,
    scope: &Scope,
    month: Month,
) -> Result<BTreeMap<String, Numbers>> {
    let sql = lines(&format!("l.programme, {NUMBERS}"), scope, month).text(" group by l.programme");
    let mut found = BTreeMap::new();
    for row in conn.rows(sql).await? {
        found.insert(row.try_get_by_index(0)?, numbers(&row, 1)?);
    }
    Ok(found)
}

async fn together(conn: &Conn, scope: &Scope, month: Month) -> Result<Numbers> {
    match conn.row(lines(NUMBERS, scope, month)).await? {
        Some(row) => numbers(&row, 0),
        None => Ok(Numbers::default()),
    }
}

async fn todo(ctx: &Ctx, conn: &Conn) -> Result<Todo> {
    let waiting = platform::tasks::todo(ctx, conn).await?;
    Ok(Todo {
        open: waiting.open,
        red: waiting.red,
    })
}
