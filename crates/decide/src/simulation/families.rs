//! `POST /simulations/families`: for which families it would change.

use std::collections::BTreeMap;

use directory::{DivisionRef, Named, division_names};
use kernel::{DivisionCode, Money};
use pack::simulate::{Effect, Kind};
use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Problem, Query, Reader, Result, Total};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::NOUN;
use super::request::SimulationRequest;
use super::run::{Done, simulate};
use crate::authz::SIMULATION_FAMILIES;

/// A simulation, and which of its families.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SimulationFamiliesRequest {
    /// What is tried out.
    pub simulation: SimulationRequest,
    /// enter, leave, raise, lower or possible; all where left out.
    pub kind: Option<String>,
    /// Only one programme.
    pub programme: Option<String>,
    /// Only below this division.
    pub division: Option<String>,
}

/// A family for whom a programme comes out differently.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationFamily {
    pub household_id: Uuid,
    pub household_number: String,
    pub head_name: String,
    pub division: DivisionRef,
    pub programme: Named,
    /// enter, leave, raise, lower or possible.
    pub kind: String,
    pub persons_before: u8,
    pub persons_after: u8,
    /// 元/月; none where it cannot be told.
    #[schema(value_type = Option<String>)]
    pub before: Option<Money>,
    /// 元/月; none where it cannot be told.
    #[schema(value_type = Option<String>)]
    pub after: Option<Money>,
}

/// Lists the families that a simulation touches, by village.
#[utoipa::path(
    post, path = "/simulations/families", operation_id = SIMULATION_FAMILIES.id, tag = "decide",
    params(PageQuery), request_body = SimulationFamiliesRequest,
    responses((status = 200, body = Page<SimulationFamily>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(page): Query<PageQuery>,
    Json(body): Json<SimulationFamiliesRequest>,
) -> Result<Json<Page<SimulationFamily>>> {
    let mut reader = ctx.query(&SIMULATION_FAMILIES).await?;
    let done = simulate(&ctx, &reader, &body.simulation).await?;
    let chosen = body.chosen(&done)?;
    let total = page.wants_total().then(|| total(&chosen));
    let (skip, take) = (page.offset() as usize, page.limit() as usize);
    let part: Vec<Effect> = chosen.into_iter().skip(skip).take(take).collect();
    let items = named(&ctx, &mut reader, &done, &body, &part).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

impl SimulationFamiliesRequest {
    /// The effects that are asked for, in the order of villages and households.
    ///
    /// # Errors
    /// A kind that nobody knows, a division code that is none.
    pub fn chosen(&self, done: &Done) -> Result<Vec<Effect>> {
        let given = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim);
            text.filter(|t| !t.is_empty()).map(str::to_owned)
        };
        let kind = match given(&self.kind) {
            None => None,
            Some(word) => Some(kind_of(&word).ok_or_else(|| {
                Problem::invalid().field(
                    "/kind",
                    "只能是 enter、leave、raise、lower 或 possible。",
                    "One of enter, leave, raise, lower, possible.",
                )
            })?),
        };
        let division = match given(&self.division) {
            None => None,
            Some(code) => Some(DivisionCode::parse(&code).map_err(|_| {
                Problem::invalid().field(
                    "/division",
                    "区划代码无效。",
                    "The division code is not valid.",
                )
            })?),
        };
        let programme = given(&self.programme);
        let names = &done.outcome().totals.names;
        let population = &done.snapshot.population;
        let effects = done.outcome().effects.iter().filter(|effect| {
            kind.is_none_or(|k| k == effect.kind)
                && programme
                    .as_ref()
                    .is_none_or(|p| names[usize::from(effect.programme)].key == *p)
                && division
                    .is_none_or(|d| d.contains(&population.division(effect.household as usize)))
        });
        Ok(effects.cloned().collect())
    }
}

const KINDS: [(Kind, &str); 5] = [
    (Kind::Enter, "enter"),
    (Kind::Leave, "leave"),
    (Kind::Raise, "raise"),
    (Kind::Lower, "lower"),
    (Kind::Possible, "possible"),
];

fn kind_of(word: &str) -> Option<Kind> {
    let found = KINDS.iter().find(|(_, w)| *w == word);
    found.map(|(kind, _)| *kind)
}

fn word_of(kind: Kind) -> &'static str {
    let found = KINDS.iter().find(|(k, _)| *k == kind);
    found.map_or("", |(_, word)| word)
}

fn total(effects: &[Effect]) -> Total {
    let mut households: Vec<u32> = effects.iter().map(|e| e.household).collect();
    households.dedup();
    let persons = effects
        .iter()
        .map(|e| u64::from(e.persons_before.max(e.persons_after)));
    Total {
        rows: effects.len() as u64,
        households: Some(households.len() as u64),
        persons: Some(persons.sum()),
        amount: None,
    }
}

/// Effects with the names of the families; the reading is recorded.
pub(crate) async fn named(
    ctx: &Ctx,
    reader: &mut Reader,
    done: &Done,
    asked: &SimulationFamiliesRequest,
    effects: &[Effect],
) -> Result<Vec<SimulationFamily>> {
    let key = |effect: &Effect| done.snapshot.households[effect.household as usize];
    let mut ids: Vec<Uuid> = effects.iter().map(key).collect();
    ids.dedup();
    let conn = reader.conn();
    let families = registry::families(conn, &ids, ctx.floor().today()).await?;
    let families: BTreeMap<Uuid, _> = families.into_iter().map(|f| (f.household, f)).collect();
    let heads = families.values().map(|f| f.head);
    let people = registry::persons(conn, ctx.floor().vault(), heads).await?;
    let places = division_names(conn, families.values().map(|f| f.division.clone())).await?;
    let names = &done.outcome().totals.names;
    let rows = effects.iter().filter_map(|effect| {
        let family = families.get(&key(effect))?;
        let name = &names[usize::from(effect.programme)];
        Some(SimulationFamily {
            household_id: family.household,
            household_number: family.number.clone(),
            head_name: people
                .get(&family.head)
                .map(|p| p.name.clone())
                .unwrap_or_default(),
            division: places.get(&family.division),
            programme: Named {
                key: name.key.clone(),
                zh: name.zh.clone(),
                en: name.en.clone(),
            },
            kind: word_of(effect.kind).to_owned(),
            persons_before: effect.persons_before,
            persons_after: effect.persons_after,
            before: effect.before.map(Money::from_fen),
            after: effect.after.map(Money::from_fen),
        })
    });
    let rows: Vec<SimulationFamily> = rows.collect();
    let digest = digest_ids(ids.iter().map(|id| id.as_bytes().to_vec()));
    let filter = json!({
        "simulation": asked.simulation, "kind": asked.kind, "programme": asked.programme,
        "division": asked.division,
    });
    reader.listed(NOUN, &filter, ids.len() as u64, digest);
    Ok(rows)
}
