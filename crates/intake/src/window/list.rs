//! `GET /windows` for officers and `GET /portal/windows` for anybody.

use platform::{Ctx, Json, Query, Result, Sql, Visitor};
use serde::Serialize;

use super::{Window, all};
use crate::{
    authz::{WINDOW_LIST, WINDOW_SHOW},
    citizen::anybody,
    gate::{self, Door},
    matter::Whereabouts,
};

/// Windows, with what a report counts.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Windows {
    items: Vec<Window>,
    /// Townships with an open window.
    townships: usize,
    /// Fixed staff of the open windows, persons.
    staff: i64,
}

fn counted(items: Vec<Window>) -> Windows {
    let open = items.iter().filter(|w| w.closed_on.is_none());
    let townships: std::collections::BTreeSet<&str> = open
        .clone()
        .filter_map(|w| w.division.code.get(..9))
        .collect();
    Windows {
        townships: townships.len(),
        staff: open.map(|w| i64::from(w.staff)).sum(),
        items,
    }
}

/// Lists the windows of one's area, closed ones too.
#[utoipa::path(
    get, path = "/windows", operation_id = WINDOW_LIST.id, tag = "intake",
    responses((status = 200, body = Windows))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Windows>> {
    let reader = ctx.query(&WINDOW_LIST).await?;
    let items = all(reader.conn(), reader.scope().sql("w.division")).await?;
    reader.finish().await?;
    Ok(Json(counted(items)))
}

/// The open windows that serve a place, the nearest first: village, township, county.
#[utoipa::path(
    get, path = "/portal/windows", operation_id = WINDOW_SHOW.id, tag = "intake",
    params(Whereabouts), responses((status = 200, body = Windows))
)]
pub(crate) async fn show(visitor: Visitor, Query(at): Query<Whereabouts>) -> Result<Json<Windows>> {
    gate::pass(&visitor.floor, Door::Public)?;
    let place = at.need()?;
    let ctx = anybody(&visitor.floor);
    let reader = ctx.query(&WINDOW_SHOW).await?;
    let around = std::iter::successors(Some(place), kernel::DivisionCode::parent);
    let codes: Vec<String> = around.map(|code| code.as_str().to_owned()).collect();
    let condition = Sql::new("w.closed_on is null and w.division in ").bind_all(codes);
    let mut items = all(reader.conn(), condition).await?;
    reader.finish().await?;
    items.reverse();
    Ok(Json(counted(items)))
}
