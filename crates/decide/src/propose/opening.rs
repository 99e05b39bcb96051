//! The opening decision of an import: what a roster says is in payment.

use std::collections::BTreeSet;

use kernel::Month;
use platform::db::Sql;
use platform::http::Json;
use platform::{Answer, Change, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::common;
use crate::authz::OPENING_PROPOSE;
use crate::model::DecisionKind;
use crate::outside::world;
use crate::problems;
use crate::repo;

/// Which import is to be confirmed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OpeningRequest {
    /// An import that was applied.
    pub import_id: Uuid,
    /// Which programme's awards, where the roster names several; the next one that is not
    /// opened yet when missing.
    #[serde(default)]
    pub programme: Option<String>,
    /// First month that Doudi pays; the present month when missing.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "2022-01")]
    pub from_month: Option<Month>,
}

/// How many roster awards are looked at in one go while checking.
const CHUNK: i64 = 2_000;

#[utoipa::path(post, path = "/decisions/opening", operation_id = "decide.opening.propose", tag = "decide",
    request_body = OpeningRequest, responses((status = 201, body = crate::decision::DecisionAnswer),
    (status = 409, description = "decide.opening.exists, decide.award.in_benefit_elsewhere")))]
pub(crate) async fn propose(ctx: Ctx, Json(request): Json<OpeningRequest>) -> Result<Answer> {
    let mut tx = ctx.begin(&OPENING_PROPOSE, Some("期初确认")).await?;
    let floor = ctx.floor().clone();
    let outside = world(&floor);
    let rosters = outside.roster(&floor, tx.conn(), request.import_id).await?;
    if rosters.is_empty() {
        return Err(Problem::new(&problems::NOTHING_TO_OPEN));
    }
    // Nobody opens, or hears of, what lies in part outside his area.
    let inside = |division| tx.scope().contains(division);
    if !rosters
        .iter()
        .all(|totals| totals.divisions.iter().all(inside))
    {
        return Err(Problem::not_found());
    }
    let opened =
        Sql::new("select programme from decision where status <> 'rejected' and import = ")
            .bind(request.import_id);
    let opened: BTreeSet<String> = tx
        .conn()
        .rows(opened)
        .await?
        .iter()
        .map(|row| row.try_get_by_index(0))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let totals = rosters
        .into_iter()
        .filter(|totals| {
            request
                .programme
                .as_ref()
                .is_none_or(|wanted| *wanted == totals.programme)
        })
        .find(|totals| !opened.contains(&totals.programme))
        .ok_or_else(|| Problem::new(&problems::OPENED))?;
    let from = request
        .from_month
        .unwrap_or_else(|| Month::of(floor.today()));
    let mut draft = common::draft(
        &tx,
        DecisionKind::Opening,
        &totals.programme,
        from,
        "期初确认",
    )
    .await?;
    draft.import = Some(request.import_id);

    // Nobody may be in benefit already. With no award on record there is nothing to ask.
    let mut programmes = draft.info.excludes.clone();
    programmes.push(draft.info.key.clone());
    let any = Sql::new("select 1 from award where programme in ")
        .bind_all(programmes.iter().map(String::as_str))
        .text(" limit 1");
    if tx.conn().row(any).await?.is_some() {
        let mut after = -1;
        loop {
            let part = outside
                .roster_after(&floor, tx.conn(), request.import_id, after, CHUNK)
                .await?;
            let Some(last) = part.last() else { break };
            after = last.position;
            let persons: Vec<Uuid> = part
                .iter()
                .filter(|award| award.programme == totals.programme)
                .flat_map(|award| award.members.iter().copied())
                .collect();
            if repo::covered(tx.conn(), &programmes, &persons, from, None).await? {
                return Err(Problem::new(&problems::IN_BENEFIT));
            }
        }
    }
    let counts = (
        totals.awards,
        totals.households,
        totals.persons,
        totals.amount.fen(),
    );
    let hands = (ctx.actor().division, ctx.actor().user);
    let id = common::insert(&mut tx, &draft, counts, (&hands.0, hands.1)).await?;
    let place = ctx.actor().division;
    let after = json!({"kind": "opening", "programme": draft.info.key, "import": request.import_id, "awards": totals.awards});
    tx.record(Change::created("decision", id, &place, &after));
    common::answer(&ctx, tx, id, &draft).await
}
