//! `GET /policy-changes`.

use chrono::{Datelike as _, NaiveDate};
use pack::{
    Rules,
    diff::{self, diff},
};
use platform::{Ctx, Json, Problem, Query, Reader, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    authz::CHANGE_LIST,
    facade::{release, rules_at},
    rules_on,
    words::word,
};

/// From which day and release to which.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The earlier day; where left out, the later day, to compare two releases, or without
    /// releases the last day of the year before it.
    from: Option<NaiveDate>,
    /// The later day; where left out, the earlier day, or today.
    to: Option<NaiveDate>,
    /// The earlier release; the one in force on the earlier day where left out.
    old: Option<Uuid>,
    /// The later release, also one that waits for approval; the one in force on the later day
    /// where left out.
    new: Option<Uuid>,
    /// The place, 6, 9 or 12 digits; one's own area where left out.
    place: Option<String>,
    /// The place on the later side, to compare two places; the same where left out.
    to_place: Option<String>,
}

/// One side of a change.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicySide {
    /// The value or formula.
    value: String,
    /// Its unit; empty where it has none.
    unit: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// The place that says it.
    place: String,
    /// The document.
    cite: String,
    /// Whether the document was read.
    verified: bool,
}

/// One thing that changed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyChange {
    /// rule_set, document, programme, exclusion, condition, component, check, guide, variable or parameter.
    kind: String,
    /// The Chinese word for the kind.
    kind_zh: String,
    /// Key of the programme; empty where it belongs to none.
    programme: String,
    name: String,
    en: String,
    /// None where it is new.
    before: Option<PolicySide>,
    /// None where it is gone.
    after: Option<PolicySide>,
}

/// What changed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyChanges {
    items: Vec<PolicyChange>,
}

/// Lists what changed in one's area between two days, or between two releases.
#[utoipa::path(
    get, path = "/policy-changes", operation_id = CHANGE_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = PolicyChanges))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<PolicyChanges>> {
    let reader = ctx.query(&CHANGE_LIST).await?;
    let (from, to) = days(&asked, ctx.floor().today());
    let place = asked.place.as_deref();
    let to_place = asked.to_place.as_deref().or(place);
    let before = side(&ctx, &reader, asked.old, from, place).await?;
    let after = side(&ctx, &reader, asked.new, to, to_place).await?;
    reader.finish().await?;
    let items = diff(&before, &after).into_iter().map(shown).collect();
    Ok(Json(PolicyChanges { items }))
}

/// The two days that are meant.
fn days(asked: &Asked, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let two_releases = asked.old.is_some() || asked.new.is_some();
    let to = match asked.to {
        Some(to) => to,
        None if two_releases => asked.from.unwrap_or(today),
        None => today,
    };
    let new_year = NaiveDate::from_yo_opt(to.year(), 1).and_then(|day| day.pred_opt());
    let from = match new_year {
        Some(before) if !two_releases => before,
        _ => to,
    };
    (asked.from.unwrap_or(from), to)
}

async fn side(
    ctx: &Ctx,
    reader: &Reader,
    of: Option<Uuid>,
    on: NaiveDate,
    place: Option<&str>,
) -> Result<Rules> {
    let Some(id) = of else {
        return rules_on(ctx, reader, on, place)
            .await
            .map(|(_, rules)| rules);
    };
    let found = release(ctx.floor(), reader.conn(), id).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    rules_at(ctx, &found.pack, on, place)
}

fn shown(change: diff::Change) -> PolicyChange {
    PolicyChange {
        kind: word(change.kind),
        kind_zh: change.kind.words().0.to_owned(),
        programme: change.programme,
        name: change.name,
        en: change.en,
        before: change.before.map(one),
        after: change.after.map(one),
    }
}

fn one(side: diff::Side) -> PolicySide {
    PolicySide {
        value: side.shown,
        unit: side.unit,
        from: side.from,
        to: side.to,
        place: side.place,
        cite: side.cite,
        verified: side.verified,
    }
}
