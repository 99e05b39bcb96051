//! `GET /deputies`.

use platform::{Ctx, Json, Result, Sql};

use super::{COLUMNS, Deputy, shown};
use crate::authz::DEPUTY_LIST;

/// Who stands in for whom in the officer's area, the latest first.
#[utoipa::path(
    get, path = "/deputies", operation_id = DEPUTY_LIST.id, tag = "decide",
    responses((status = 200, body = Vec<Deputy>))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Vec<Deputy>>> {
    let reader = ctx.query(&DEPUTY_LIST).await?;
    let sql = Sql::new(format!("select {COLUMNS} from deputy d where "))
        .push(reader.scope().sql("d.division"))
        .text(" order by d.to_day desc, d.id desc limit 200");
    let found = shown(reader.conn(), sql).await?;
    reader.finish().await?;
    Ok(Json(found))
}
