//! `GET /households/{id}/accounts`.

use kernel::DivisionCode;
use platform::{Ctx, Json, Path, Problem, Result, Sql};
use serde::Serialize;
use uuid::Uuid;

use super::{AccountView, PayeeView, stars};
use crate::authz::ACCOUNT_LIST;
use crate::catalogue::bank_shown;

/// Accounts of a household's members.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Accounts {
    items: Vec<AccountView>,
}

/// Accounts of a household, those in use first.
#[utoipa::path(
    get, path = "/households/{id}/accounts", operation_id = ACCOUNT_LIST.id, tag = "registry",
    params(("id" = Uuid, Path)), responses((status = 200, body = Accounts))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Accounts>> {
    let mut reader = ctx.query(&ACCOUNT_LIST).await?;
    let sql = Sql::new("select h.division from household h where h.id = ")
        .bind(id)
        .text(" and ")
        .push(reader.scope().sql("h.division"));
    let division: String = reader
        .conn()
        .scalar(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let sql = Sql::new(
        "select a.id, a.person, p.name, a.bank, a.holder, a.tail, a.valid_from from account a \
         join person p on p.id = a.person where a.person in \
         (select m.person from membership m where m.to_date is null and m.household = ",
    )
    .bind(id)
    .text(") order by a.person, a.valid_from desc, a.id desc");
    let mut items: Vec<AccountView> = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let account: Uuid = row.try_get_by_index(0)?;
        let person: Uuid = row.try_get_by_index(1)?;
        let holder: Vec<u8> = row.try_get_by_index(4)?;
        let tail: String = row.try_get_by_index(5)?;
        let name: String = row.try_get_by_index(2)?;
        let holder = ctx
            .floor()
            .vault()
            .open_text("account", "holder", account, &holder)?;
        items.push(AccountView {
            id: account,
            current: !items.iter().any(|a| a.person.id == person),
            holder: if holder.is_empty() {
                name.clone()
            } else {
                holder
            },
            person: PayeeView { id: person, name },
            bank: bank_shown(ctx.floor(), &row.try_get_by_index::<String>(3)?),
            account: stars(&tail),
            valid_from: row.try_get_by_index(6)?,
        });
    }
    items.sort_by_key(|a| !a.current);
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    reader.opened("household", id, &division);
    reader.finish().await?;
    Ok(Json(Accounts { items }))
}
