//! `GET /cases/{id}/verification`: how the verification of a case stands.

use platform::{Conn, Ctx, Json, Path, Result};
use serde::Serialize;
use uuid::Uuid;
use verify::{Capacity, Consent, ConsentState, Gate, RequestView};

use crate::authz::CASE_VERIFICATION;
use crate::case::act::Work;
use crate::case::{NOUN, store};

/// The parameter that says whether a review waits for the report.
const FIRST: &str = "审核前必须完成核对";

/// Somebody of the case who may be queried.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseConsent)]
pub(crate) struct ConsentView {
    /// The person.
    person: Uuid,
    /// The name.
    name: String,
    /// As what.
    capacity: Capacity,
    /// Whether there is an identity number to query by.
    numbered: bool,
    /// Whether the person may be queried today.
    state: ConsentState,
    /// The consent that counts.
    consent: Option<Consent>,
}

/// How the verification of a case stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseVerification)]
pub(crate) struct VerificationAnswer {
    /// Whether the procedure has to do with a verification.
    applies: bool,
    /// Whether the review waits for the report at this place and day.
    required: bool,
    /// Whether a step waits for the request or its report now.
    waits: bool,
    /// Whether everybody of the family may be queried today.
    complete: bool,
    /// The people.
    people: Vec<ConsentView>,
    /// Request, report and open findings.
    gate: Gate,
    /// Requests of one's own office, the last first.
    requests: Vec<RequestView>,
}

/// Shows consents, requests and the report of a case.
#[utoipa::path(
    get, path = "/cases/{id}/verification", operation_id = CASE_VERIFICATION.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = VerificationAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<VerificationAnswer>> {
    let mut reader = ctx.query(&CASE_VERIFICATION).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let division = row.division;
    let work = Work::of(ctx.floor(), reader.conn(), row).await?;
    let shown = of(&ctx, reader.conn(), &work).await?;
    reader.opened(NOUN, id, &division);
    reader.finish().await?;
    Ok(Json(shown))
}

/// Puts it together.
pub(super) async fn of(ctx: &Ctx, conn: &Conn, work: &Work) -> Result<VerificationAnswer> {
    let floor = ctx.floor();
    let applies = work.verifies();
    let querying = match applies {
        true => work.querying(),
        false => Vec::new(),
    };
    let standings = match applies {
        true => verify::standings(floor, conn, &work.asked(floor, conn).await?).await?,
        false => Vec::new(),
    };
    let people: Vec<ConsentView> = querying
        .into_iter()
        .zip(standings)
        .map(|(person, standing)| ConsentView {
            person: person.person,
            name: person.name,
            capacity: person.capacity,
            numbered: person.id_number.is_some(),
            state: standing.state,
            consent: standing.consent,
        })
        .collect();
    let family = people.iter().filter(|p| p.capacity != Capacity::Supporter);
    Ok(VerificationAnswer {
        applies,
        required: applies && first(work),
        waits: work.waits_for_it(),
        complete: family.clone().all(|p| p.state == ConsentState::Valid),
        gate: verify::gate(conn, work.row.id).await?,
        requests: verify::latest(ctx, conn, work.row.id).await?,
        people,
    })
}

/// Whether the rules of the case let no review open before the report.
fn first(work: &Work) -> bool {
    let (place, day) = (&work.row.division, work.row.ruled_on);
    let named = work.bureau.procedure.steps.iter().any(|step| {
        let mut needs = step.outcomes.iter().flat_map(|o| &o.needs);
        needs.any(|need| need.formula.contains(FIRST))
    });
    let rules = work.bureau.pack.rules(place, day).ok();
    let value = rules.and_then(|rules| {
        rules
            .parameter(FIRST)
            .map(|p| p.value.value.shown == "true")
    });
    named && value.unwrap_or(false)
}
