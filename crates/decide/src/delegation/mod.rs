//! `GET /delegations`: the register of delegations (审核确认权限委托登记).
//!
//! Who confirms in the county's stead is text of the pack, with its document: a change goes
//! through a release, which one proposes and another puts in force.

use chrono::NaiveDate;
use directory::{DivisionRef, division_names};
use kernel::DivisionCode;
use platform::{Ctx, Json, Problem, Result};
use serde::Serialize;

use crate::authz::DELEGATION_LIST;
use crate::problems::NO_RELEASE;

/// A delegation of the power to confirm.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Delegation)]
pub(crate) struct DelegationView {
    /// The township, or the area with all its townships.
    #[schema(value_type = Object)]
    division: DivisionRef,
    /// Key of the programme.
    programme: String,
    /// Its name.
    zh: String,
    /// Its English name.
    en: String,
    /// The document.
    document: String,
    /// First day.
    from: NaiveDate,
    /// Last day; none while it is open.
    to: Option<NaiveDate>,
    /// `ahead`, `running` or `over`.
    state: String,
}

/// Lists the delegations that hold in the officer's areas or above them.
#[utoipa::path(
    get, path = "/delegations", operation_id = DELEGATION_LIST.id, tag = "decide",
    responses((status = 200, body = Vec<DelegationView>))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Vec<DelegationView>>> {
    let reader = ctx.query(&DELEGATION_LIST).await?;
    let floor = ctx.floor();
    let today = floor.today();
    let release = policy::release_on(floor, reader.conn(), today).await?;
    let release = release.ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let own = ctx.actor().division;
    // A county officer reads those of every township; a township officer those that touch it.
    let touches = |place: &DivisionCode| reader.scope().contains(place) || place.contains(&own);
    let found = release.pack.delegations(&own).into_iter();
    let found: Vec<_> = found.filter(|d| touches(&d.division)).collect();
    let codes = found.iter().map(|d| d.division.as_str().to_owned());
    let names = division_names(reader.conn(), codes).await?;
    let mut shown: Vec<_> = found
        .into_iter()
        .map(|d| {
            let rules = release.pack.rules(&d.division, today).ok();
            let label = rules.and_then(|r| r.programme(&d.programme).map(|p| p.label.clone()));
            let label = label.unwrap_or_default();
            let over = d.to.is_some_and(|to| to < today);
            let state = match (d.from > today, over) {
                (true, _) => "ahead",
                (_, true) => "over",
                _ => "running",
            };
            DelegationView {
                division: names.get(d.division.as_str()),
                zh: label.zh,
                en: label.en,
                programme: d.programme,
                document: d.document,
                from: d.from,
                to: d.to,
                state: state.to_owned(),
            }
        })
        .collect();
    shown.sort_by(|a, b| {
        (&a.division.code, &a.programme, a.from).cmp(&(&b.division.code, &b.programme, b.from))
    });
    reader.finish().await?;
    Ok(Json(shown))
}
