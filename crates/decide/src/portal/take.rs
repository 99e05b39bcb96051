//! `POST /submissions/{id}/case`: a clerk takes over what a citizen handed in.

use intake::Taken;
use platform::{Answer, Ctx, Json, Path, Result, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::photos;
use crate::authz::CASE_TAKE;
use crate::case::open::{NewCase, open};

/// Where the family stands in the register.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SubmissionTaken)]
pub(crate) struct TakeRequest {
    /// The household on record; where none is named, the family is entered as it wrote itself down.
    household: Option<Uuid>,
}

/// The case that began.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseBegun)]
pub(crate) struct Begun {
    /// The case.
    case: Uuid,
    /// The household.
    household: Uuid,
}

/// Opens a case from a submission, and enters the family where it is not on record yet. Who is on
/// record elsewhere is recognised by the identity number; then the clerk names the household.
#[utoipa::path(
    post, path = "/submissions/{id}/case", operation_id = CASE_TAKE.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = TakeRequest,
    responses((status = 201, body = Begun))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<TakeRequest>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&CASE_TAKE, None).await?;
    let submission = intake::for_case(&tx, id).await?;
    let division = submission.division;
    match begin(&mut tx, &ctx, submission, body.household).await {
        Ok(begun) => tx.finish(201, &begun).await,
        Err(problem) => {
            drop(tx);
            registry::tell_elsewhere(&ctx, &problem, &division).await?;
            Err(problem)
        }
    }
}

async fn begin(tx: &mut Tx, ctx: &Ctx, submission: Taken, known: Option<Uuid>) -> Result<Begun> {
    let (id, procedure) = (submission.id, submission.procedure.clone());
    let photos = submission.photos.clone();
    let household = match known {
        Some(household) => household,
        None => registry::enter_household(tx, family(submission)).await?,
    };
    let case = open(tx, ctx, NewCase::of(procedure, household)).await?;
    intake::taken(tx, id, case).await?;
    photos::take_over(tx, ctx, case, &photos).await?;
    Ok(Begun { case, household })
}

/// The family as it wrote itself down. What it says of health and income are claims: a clerk puts
/// them into the forms, and the survey and the departments' registers say what holds.
fn family(submission: Taken) -> registry::NewHousehold {
    let content = submission.content;
    let members = content.members.into_iter().map(|m| registry::NewMember {
        name: m.name,
        id_number: m.id_number,
        birth: m.birth,
        relation: m.relation,
        ..registry::NewMember::default()
    });
    registry::NewHousehold {
        division: submission.division.as_str().to_owned(),
        address: Some(content.address),
        phone: Some(content.phone),
        members: members.collect(),
        from: None,
        facts: std::collections::BTreeMap::new(),
        moves: false,
    }
}
