//! Month-end rosters: who was in benefit when a month was closed.

use axum::http::StatusCode;
use kernel::{DivisionCode, Month};
use platform::{Answer, Ctx, Json, Problem, Result, Sql, Tx, audit::RowDigest, bulk, http::Query};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    authz::{FREEZE, MONTH_ENDS},
    outside::pack_on,
    picture::{Holding, holdings},
    problems::{FROZEN, OPEN},
};

/// Which month of which place.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FreezeRequest {
    /// The month.
    #[schema(value_type = String, example = "2022-10")]
    month: Month,
}

/// A frozen roster.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Frozen {
    /// The programme.
    pub programme: String,
    /// The month.
    #[schema(value_type = String, example = "2022-10")]
    pub month: Month,
    /// Covered persons, one row each.
    pub rows: i64,
}

/// The frozen rosters.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(crate) struct FrozenList {
    items: Vec<Frozen>,
}

/// Freezes the rosters of all programmes of a month whose rolls are all locked.
#[utoipa::path(
    post, path = "/month-ends", operation_id = FREEZE.id, tag = "insight",
    request_body = FreezeRequest, responses((status = 201, body = FrozenList))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<FreezeRequest>) -> Result<Answer> {
    let (tx, items) = prepare(&ctx, given.month).await?;
    tx.finish(StatusCode::CREATED.as_u16(), &FrozenList { items })
        .await
}

/// Freezes a month; for work that comes over no wire.
///
/// # Errors
/// A month that is frozen or still open.
pub async fn freeze(ctx: &Ctx, month: Month) -> Result<Vec<Frozen>> {
    let (tx, items) = prepare(ctx, month).await?;
    tx.commit().await?;
    Ok(items)
}

async fn prepare(ctx: &Ctx, month: Month) -> Result<(Tx, Vec<Frozen>)> {
    let place = ctx.actor().division;
    let mut tx = ctx.begin(&FREEZE, None).await?;
    tx.require(&place)?;
    let frozen = Sql::new("select count(*) from month_end where month = ")
        .bind(month.index())
        .text(" and place = ")
        .bind(place.as_str());
    if tx.conn().scalar::<i64>(frozen).await?.unwrap_or(0) > 0 {
        return Err(Problem::new(&FROZEN));
    }
    let (low, high) = place.range();
    let open = Sql::new("select count(*) from roll where status <> 'locked' and month = ")
        .bind(month.index())
        .text(" and place >= ")
        .bind(low)
        .text(" and place < ")
        .bind(high);
    if tx.conn().scalar::<i64>(open).await?.unwrap_or(0) > 0 {
        return Err(Problem::new(&OPEN));
    }
    let pack = pack_on(ctx.floor(), tx.conn(), month.last_day()).await?;
    let scope = tx.scope().within(&place);
    let mut items = Vec::new();
    for programme in pack.programmes() {
        let list = holdings(tx.conn(), &scope, &programme.key, month).await?;
        let class = programme.class.as_deref().unwrap_or_default();
        let rows = write(&mut tx, &place, month, class, &list).await?;
        if rows > 0 {
            items.push(Frozen {
                programme: programme.key.clone(),
                month,
                rows,
            });
            record(ctx, &mut tx, &place, month, &programme.key, rows).await?;
        }
    }
    Ok((tx, items))
}

async fn record(
    ctx: &Ctx,
    tx: &mut Tx,
    place: &DivisionCode,
    month: Month,
    programme: &str,
    rows: i64,
) -> Result<()> {
    let sql = Sql::with(
        "insert into month_end (programme, month, place, frozen_at, frozen_by, rows) \
         values (?, ?, ?, ?, ?, ?)",
        [
            programme.into(),
            month.index().into(),
            place.as_str().into(),
            ctx.floor().now().into(),
            ctx.actor().user.into(),
            rows.into(),
        ],
    );
    tx.conn().run(sql).await?;
    Ok(())
}

async fn write(
    tx: &mut Tx,
    place: &DivisionCode,
    month: Month,
    class: &str,
    list: &[Holding],
) -> Result<i64> {
    const COLUMNS: [&str; 10] = [
        "programme",
        "month",
        "place",
        "number",
        "position",
        "award",
        "household",
        "person",
        "division",
        "class",
    ];
    let Some(first) = list.first() else {
        return Ok(0);
    };
    let mut digest = RowDigest::default();
    let mut rows = Vec::new();
    for holding in list {
        for (position, person) in holding.members.iter().enumerate() {
            let position = i32::try_from(position).unwrap_or(i32::MAX);
            digest.add(
                &format!("{}/{position:04}", holding.number),
                &[
                    person.as_bytes(),
                    holding.division.as_bytes(),
                    holding.word(class).as_bytes(),
                ],
            );
            rows.push(vec![
                holding.programme.as_str().into(),
                month.index().into(),
                place.as_str().into(),
                holding.number.as_str().into(),
                position.into(),
                holding.award.into(),
                holding.household.into(),
                (*person).into(),
                holding.division.to_string().into(),
                holding.word(class).into(),
            ]);
        }
    }
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let subject = format!("{}/{month}/{}", first.programme, place.as_str());
    bulk::insert(tx, "month_end_row", &COLUMNS, rows).await?;
    tx.record_bulk("month_end_rows", subject, json!({ "rows": count }), digest);
    Ok(count)
}

/// From when to when.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// One month only.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
}

/// Lists the frozen rosters of one's area.
#[utoipa::path(
    get, path = "/month-ends", operation_id = MONTH_ENDS.id, tag = "insight",
    params(Filter), responses((status = 200, body = FrozenList))
)]
pub(crate) async fn list(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Json<FrozenList>> {
    let reader = ctx.query(&MONTH_ENDS).await?;
    let mut sql = Sql::new("select m.programme, m.month, m.rows from month_end m where ")
        .push(reader.scope().sql("m.place"));
    if let Some(month) = filter.month {
        sql = sql.text(" and m.month = ").bind(month.index());
    }
    let rows = reader
        .conn()
        .rows(sql.text(" order by m.month desc, m.programme"))
        .await?;
    reader.finish().await?;
    let items = rows
        .into_iter()
        .map(|row| {
            Ok(Frozen {
                programme: row.try_get_by_index(0)?,
                month: Month::from_index(row.try_get_by_index(1)?).map_err(Problem::internal)?,
                rows: row.try_get_by_index(2)?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Json(FrozenList { items }))
}
