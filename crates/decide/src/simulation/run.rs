//! `POST /simulations`: what another rule would change.

use std::sync::Arc;

use kernel::{DivisionCode, Month};
use pack::assess::{Assess, Unusable};
use pack::simulate::{Changed, Outcome, Run, Unfit, Variation};
use platform::{Ctx, Json, Problem, Reader, Result};

use super::answer::SimulationAnswer;
use super::load::{Sides, load};
use super::request::{SimulationRequest, Wanted};
use super::snapshot::{Computed, Key, Simulations, Snapshot, Trial};
use crate::authz::SIMULATION_RUN;
use crate::problems::{NO_RELEASE, SIMULATION_EARLY, SIMULATION_PLACE};

/// Compares the area's own records by the rules as they stand and by changed ones. Nothing is
/// stored, and no family is named.
#[utoipa::path(
    post, path = "/simulations", operation_id = SIMULATION_RUN.id, tag = "decide",
    request_body = SimulationRequest, responses((status = 200, body = SimulationAnswer))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Json(body): Json<SimulationRequest>,
) -> Result<Json<SimulationAnswer>> {
    let reader = ctx.query(&SIMULATION_RUN).await?;
    let done = simulate(&ctx, &reader, &body).await?;
    let answer = SimulationAnswer::of(&reader, &done).await?;
    reader.finish().await?;
    Ok(Json(answer))
}

/// A simulation that was computed.
pub(crate) struct Done {
    pub wanted: Wanted,
    pub release: policy::InForce,
    pub against: Option<policy::InForce>,
    pub snapshot: Arc<Snapshot>,
    computed: Computed,
}

impl Done {
    /// What came out.
    pub fn outcome(&self) -> &Outcome {
        &self.computed.0
    }

    /// The changes as they were understood.
    pub fn changed(&self) -> &[Changed] {
        &self.computed.1
    }
}

/// Computes a simulation of what the reader may see.
///
/// # Errors
/// Changes, days and places that cannot be; an area outside one's own is not found.
pub(crate) async fn simulate(ctx: &Ctx, reader: &Reader, body: &SimulationRequest) -> Result<Done> {
    let wanted = body.wanted(ctx)?;
    reader.require(&wanted.place)?;
    let floor = ctx.floor();
    let conn = reader.conn();
    // What is paid in a month is what its last day says, as on the roll.
    let release = policy::release_on(floor, conn, wanted.on.max(Month::of(wanted.on).last_day()))
        .await?
        .ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let against = match body.release {
        None => None,
        Some(id) => Some(
            policy::release(floor, conn, id)
                .await?
                .ok_or_else(Problem::not_found)?,
        ),
    };
    let programmes = programmes(reader, &release, against.as_ref(), &wanted, body)?;
    check(body, &wanted, &release)?;
    let kept = floor
        .extension::<Simulations>()
        .ok_or_else(|| Problem::internal("decide::Simulations is not on the floor"))?;
    let key = Key {
        place: wanted.place,
        on: wanted.on,
        release: release.id,
        against: against.as_ref().map(|r| r.id),
    };
    let sides = Sides {
        base: release.pack.clone(),
        other: against.as_ref().map(|r| r.pack.clone()),
    };
    let snapshot = kept
        .get(key, floor.now(), body.fresh, async || {
            load(reader, sides, key).await
        })
        .await?;
    let trial = Trial {
        changes: wanted.changes.clone(),
        programmes,
    };
    let (own, asked) = (snapshot.clone(), trial.clone());
    let compute = async || {
        let work = move || match key.against {
            Some(_) => Ok((own.population.run(&asked.programmes), Vec::new())),
            None => own.population.simulate(asked.changes, &asked.programmes),
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(Problem::internal)?
            .map(Arc::new)
            .map_err(|faults| body.faults(faults))
    };
    let computed = snapshot.trials.get(trial, compute).await?;
    Ok(Done {
        wanted,
        release,
        against,
        snapshot,
        computed,
    })
}

/// The programmes asked for that belong to the reader's sections; empty where all do.
fn programmes(
    reader: &Reader,
    release: &policy::InForce,
    against: Option<&policy::InForce>,
    wanted: &Wanted,
    body: &SimulationRequest,
) -> Result<Vec<String>> {
    let packs = std::iter::once(release).chain(against);
    let mut known: Vec<(String, String)> = packs
        .flat_map(|r| r.pack.programmes())
        .map(|p| (p.key.clone(), p.section.clone()))
        .collect();
    known.sort();
    known.dedup_by(|a, b| a.0 == b.0);
    let every = known.len();
    let scope = reader.scope();
    known.retain(|(_, section)| scope.contains_in(&wanted.place, section));
    if let Some(n) = body
        .programmes
        .iter()
        .position(|key| !known.iter().any(|(k, _)| k == key))
    {
        return Err(Problem::new(&SIMULATION_PLACE).field(
            format!("/programmes/{n}"),
            "没有这个救助项目，或者不属于您的科室。",
            "There is no such programme, or it is of another section.",
        ));
    }
    if body.programmes.is_empty() && known.len() == every {
        return Ok(Vec::new());
    }
    let keys = known.into_iter().map(|(key, _)| key);
    let keys: Vec<String> = keys
        .filter(|k| body.programmes.is_empty() || body.programmes.contains(k))
        .collect();
    if keys.is_empty() {
        // An empty list would mean all of them.
        return Err(Problem::new(&SIMULATION_PLACE));
    }
    Ok(keys)
}

/// Refuses what cannot be before anything is read.
fn check(body: &SimulationRequest, wanted: &Wanted, release: &policy::InForce) -> Result<()> {
    let run = Run {
        assess: Assess {
            pack: release.pack.clone(),
            place: wanted.place,
            on: wanted.on,
            programmes: Vec::new(),
            explain: false,
        },
        variation: Variation::Changes(wanted.changes.clone()),
    };
    match run.check() {
        Ok(_) => Ok(()),
        Err(Unfit::Early(_)) => Err(Problem::new(&SIMULATION_EARLY).field(
            "/on",
            "早于政策包最早的规定。",
            "Before the first rules of the pack.",
        )),
        Err(Unfit::Changes(faults)) => Err(body.faults(faults)),
        Err(Unfit::Unusable(Unusable::Place(_) | Unusable::Programme { .. })) => {
            Err(Problem::new(&SIMULATION_PLACE).field(
                "/place",
                "政策包没有该地的规定。",
                "The pack has no rules for this place.",
            ))
        }
        Err(other) => Err(Problem::internal(other)),
    }
}

/// The division below a place that a household is counted under: the township of a county, the
/// village of a township.
pub(crate) fn below(place: &DivisionCode, division: &DivisionCode) -> DivisionCode {
    use kernel::DivisionLevel::{County, Township, Village};
    let level = match place.level() {
        level if level >= Township => Village,
        level if level >= County => Township,
        _ => County,
    };
    division.at(level).unwrap_or(*division)
}
