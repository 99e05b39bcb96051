//! `POST /persons/{id}/reveal`: one sealed value in the clear, for a stated reason.

use kernel::DivisionCode;
use platform::{Ctx, Json, Path, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::PERSON_REVEAL;
use crate::problems::NO_VALUE;

/// Which value.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RevealField {
    IdNumber,
    Phone,
    Account,
}

/// What to show, and why.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevealRequest {
    field: RevealField,
    reason: String,
}

/// The value.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Revealed {
    value: String,
}

/// Shows a sealed value; who, what and why enter the access log.
#[utoipa::path(
    post, path = "/persons/{id}/reveal", operation_id = PERSON_REVEAL.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = RevealRequest, responses((status = 200, body = Revealed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(request): Json<RevealRequest>,
) -> Result<Json<Revealed>> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(
            Problem::new(&platform::problem::kinds::REASON_MISSING).field(
                "/reason",
                "请填写查看理由",
                "Say why you need it.",
            ),
        );
    }
    let mut reader = ctx.query(&PERSON_REVEAL).await?;
    let sql = Sql::new("select p.id_number, p.phone, p.division from person p where p.id = ")
        .bind(id)
        .text(" and ")
        .push(reader.scope().sql("p.division"));
    let row = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division: String = row.try_get_by_index(2)?;
    let vault = ctx.floor().vault();
    let value = match request.field {
        RevealField::IdNumber => row
            .try_get_by_index::<Option<Vec<u8>>>(0)?
            .map(|s| vault.open_text("person", "id_number", id, &s))
            .transpose()?,
        RevealField::Phone => row
            .try_get_by_index::<Option<Vec<u8>>>(1)?
            .map(|s| vault.open_text("person", "phone", id, &s))
            .transpose()?,
        RevealField::Account => {
            let sql = Sql::new("select id, number from account where person = ")
                .bind(id)
                .text(" order by valid_from desc, id desc limit 1");
            match reader.conn().row(sql).await? {
                Some(row) => {
                    let (account, sealed): (Uuid, Vec<u8>) =
                        (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
                    Some(vault.open_text("account", "number", account, &sealed)?)
                }
                None => None,
            }
        }
    };
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    reader.opened("person", id, &division);
    reader.listed(
        "reveal",
        &(id, request.field, reason),
        1,
        platform::audit::digest_ids([id.as_bytes()]),
    );
    reader.finish().await?;
    value
        .map(|value| Json(Revealed { value }))
        .ok_or_else(|| Problem::new(&NO_VALUE))
}
