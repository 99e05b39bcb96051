//! One decision with its items.

use std::collections::BTreeSet;

use platform::http::{Json, Path};
use platform::{Ctx, Result};
use uuid::Uuid;

use super::{DecisionDetail, DecisionRelease, ItemAnswer, PersonRef, one};
use crate::authz::DECISION_GET;
use crate::outside::world;
use crate::repo;

/// More items than this are not shown on one page.
const SHOWN: i64 = 500;

#[utoipa::path(get, path = "/decisions/{id}", operation_id = "decide.decision.get", tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = DecisionDetail)))]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<DecisionDetail>> {
    let mut reader = ctx.query(&DECISION_GET).await?;
    let stored = repo::find(reader.conn(), reader.scope(), id).await?;
    let decision = one(ctx.floor(), reader.conn(), &stored).await?;
    let items = repo::items(reader.conn(), id, 0, SHOWN).await?;
    let persons: BTreeSet<Uuid> = items
        .iter()
        .flat_map(|(_, item)| item.members.iter().flatten().copied())
        .collect();
    let persons: Vec<Uuid> = persons.into_iter().collect();
    let names = world(ctx.floor())
        .names(ctx.floor(), reader.conn(), &persons)
        .await?;
    let divisions = directory::division_names(
        reader.conn(),
        items.iter().map(|(_, item)| item.division.as_str()),
    )
    .await?;
    let named = |id: &Uuid| PersonRef {
        id: *id,
        name: names.get(id).cloned().unwrap_or_default(),
    };
    let items = items
        .into_iter()
        .map(|(_, item)| ItemAnswer {
            award_id: item.award,
            household_id: item.household,
            division: divisions.get(&item.division),
            from_month: item.from,
            to_month: item.to,
            members: item
                .members
                .as_ref()
                .map(|members| members.iter().map(named).collect()),
            facts: item.facts,
            reason: item.reason,
            amount: item.amount,
            cause: item.cause,
        })
        .collect();
    let release = match repo::release_of(reader.conn(), id).await? {
        Some(key) => policy::release(ctx.floor(), reader.conn(), key).await?,
        None => None,
    };
    let release = release.map(|found| DecisionRelease {
        id: found.id,
        version: found.version,
        digest: found.digest,
    });
    let place =
        kernel::DivisionCode::parse(&stored.division).map_err(platform::Problem::internal)?;
    reader.opened("decision", id, &place);
    reader.finish().await?;
    Ok(Json(DecisionDetail {
        decision,
        release,
        items,
    }))
}
