//! `POST /cases/{id}/verification`: the family of a case is to be verified.

use flow::State;
use platform::{Answer, Ctx, Path, Problem, Result};
use uuid::Uuid;

use super::show::{self, VerificationAnswer};
use crate::authz::CASE_VERIFY;
use crate::case::act::Work;
use crate::problems::CASE_VERIFIES_NOT;

/// Asks for the verification of everybody in the case: a family member who has not consented
/// for this matter stops it by place, a supporter who has not is left out. The step that waits for the request goes
/// on by itself. After a report a case may be verified again until it is decided.
#[utoipa::path(
    post, path = "/cases/{id}/verification", operation_id = CASE_VERIFY.id, tag = "decide",
    params(("id" = Uuid, Path)),
    responses((status = 201, body = VerificationAnswer),
        (status = 409, description = "decide.case.verifies_not, verify.request.running"),
        (status = 422, description = "verify.request.no_consent"))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&CASE_VERIFY, None).await?;
    let work = Work::open(&tx, id).await?;
    let state = State::of(&work.case);
    let undecided = state.result.is_none() && state.closed.is_none();
    let again = verify::gate(tx.conn(), id).await?.report.is_some() && work.verifies();
    if !(undecided && (work.waits_for_it() || again)) {
        return Err(Problem::new(&CASE_VERIFIES_NOT));
    }
    let new = verify::NewRequest {
        case: id,
        case_number: work.row.number.clone(),
        division: work.row.division,
        section: work.row.section.clone(),
        programme: work.row.programme.clone(),
        purpose: work.purpose(),
        applicant: work.row.applicant,
        people: work.querying(),
    };
    verify::ask(&mut tx, new).await?;
    let work = Work::open(&tx, id).await?.tick(&mut tx).await?;
    let shown = show::of(&ctx, tx.conn(), &work).await?;
    tx.finish(201, &shown).await
}
