//! `PATCH /households/{id}`.

use kernel::{DivisionCode, DivisionLevel};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::changed::{Changed, reason_of};
use super::held::Held;
use super::stay;
use crate::authz::HOUSEHOLD_CHANGE;

/// What changes; what is left out stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HouseholdChange {
    /// The village or community to which the household moves.
    #[serde(default)]
    division: Option<String>,
    /// Address.
    #[serde(default)]
    address: Option<String>,
    /// Telephone.
    #[serde(default)]
    phone: Option<String>,
    /// Why.
    reason: String,
}

/// Changes where a household lives and how it is reached. With the household its members and
/// their accounts come under the new area; what was decided and paid stays where it was.
#[utoipa::path(
    patch, path = "/households/{id}", operation_id = HOUSEHOLD_CHANGE.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = HouseholdChange,
    responses((status = 200, body = Changed))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<HouseholdChange>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    let division = match body.division.as_deref().map(str::trim) {
        None => None,
        Some(code) => {
            let parsed = DivisionCode::parse(code).ok();
            let village = parsed.filter(|d| d.level() == DivisionLevel::Village);
            Some(village.ok_or_else(|| {
                Problem::invalid().field(
                    "/division",
                    "请选择村（社区），区划代码应为 12 位",
                    "Choose the village or community; its code has 12 digits.",
                )
            })?)
        }
    };
    let mut tx = ctx.begin(&HOUSEHOLD_CHANGE, Some(&reason)).await?;
    let mut held = Held::find(&tx, id).await?;
    ctx.expect_version(held.version)?;
    let before = held.clone();
    if let Some(division) = division {
        // Both ends must be in the actor's area: the county moves between townships.
        tx.require(&division)?;
        held.division = division.as_str().to_owned();
        if held.division != before.division {
            carry(&mut tx, &before, &held).await?;
        }
    }
    if let Some(address) = body.address {
        held.address = Some(address.trim().to_owned()).filter(|a| !a.is_empty());
    }
    if let Some(phone) = body.phone.as_deref().map(str::trim) {
        let sealed = (!phone.is_empty()).then(|| {
            let vault = tx.floor().vault();
            vault.seal("household", "phone", id, phone.as_bytes())
        });
        let sql = Sql::new("update household set phone = ").bind(sealed);
        bulk::execute(&mut tx, sql.text(" where id = ").bind(id)).await?;
    }
    held.write(&mut tx).await?;
    let place = before.place()?;
    tx.record(Change::updated("household", id, &place, &before, &held));
    held.finish(tx, 200).await
}

/// Brings the members and their accounts under the household's area, and keeps where it lived.
async fn carry(tx: &mut Tx, before: &Held, held: &Held) -> Result<()> {
    stay::keep(tx, before).await?;
    for table in ["person", "account"] {
        let key = if table == "person" { "id" } else { "person" };
        let sql = Sql::new(format!("update {table} set division = "))
            .bind(held.division.as_str())
            .text(&format!(
                " where {key} in (select m.person from membership m where m.to_date is null \
                 and m.household = "
            ))
            .bind(held.id)
            .text(")");
        bulk::execute(tx, sql).await?;
    }
    Ok(())
}

/// Brings a household under another place by a decision of the two townships concerned, of which
/// neither alone may reach both. Whether the decision stands is the caller's.
///
/// # Errors
/// Where there is no such household, or the database refuses.
pub async fn move_household(tx: &mut Tx, household: Uuid, to: &DivisionCode) -> Result<()> {
    let mut held = Held::anywhere(tx, household).await?;
    let before = held.clone();
    held.division = to.as_str().to_owned();
    carry(tx, &before, &held).await?;
    held.write(tx).await?;
    let place = before.place()?;
    tx.record(Change::updated(
        "household",
        household,
        &place,
        &before,
        &held,
    ));
    Ok(())
}
