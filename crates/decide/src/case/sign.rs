//! `POST /cases/{id}/signatures`: somebody signs on the screen.

use flow::{Act, Request, What};
use platform::{Answer, Ctx, Json, Path, Problem, Result, Sql, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::act::Work;
use super::{actor, answer, inside};
use crate::authz::CASE_SIGN;
use crate::problems::SIGNATURE;

/// A signature under what is filed at a step.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSignature {
    /// The open step.
    step: String,
    /// The slot.
    slot: String,
    /// The member of the family who signs in the officer's presence; the officer himself where
    /// none.
    #[serde(default)]
    party: Option<Uuid>,
    /// The strokes, put to the case before with the step's content as `bound`. A member of the
    /// family signs by hand; an officer signs by being signed in, and may write as well.
    #[serde(default)]
    file: Option<Uuid>,
    /// How many events of the case the author had seen.
    seen: u32,
}

/// Signs what is filed at an open step. The strokes are bound to the forms as they stand; a
/// correction takes the signature away.
#[utoipa::path(
    post, path = "/cases/{id}/signatures", operation_id = CASE_SIGN.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = NewSignature,
    responses((status = 200, body = answer::CaseAnswer), (status = 409, description = "decide.signature.void"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<NewSignature>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&CASE_SIGN, None).await?;
    let work = Work::open(&tx, id).await?;
    let content = inside::content(&work.case, &body.step);
    match body.file {
        Some(file) => {
            let sql =
                Sql::new("select 1 from case_file where purpose = 'signature' and case_id = ")
                    .bind(id)
                    .text(" and file = ")
                    .bind(file)
                    .text(" and bound = ")
                    .bind(content.as_str());
            if tx.conn().row(sql).await?.is_none() {
                return Err(Problem::new(&SIGNATURE));
            }
        }
        None if body.party.is_some() => return Err(Problem::new(&SIGNATURE)),
        None => {}
    }
    let before = work.case.events.len();
    let request = Request {
        act: Act::Sign {
            step: body.step,
            slot: body.slot,
            party: body.party.map(|p| p.to_string()),
        },
        seen: Some(body.seen),
    };
    let by = actor::of(&ctx, tx.conn()).await?;
    let work = work.go(&mut tx, &by, &request).await?;
    let signed = work.case.events[before..].iter().find(|e| {
        matches!(
            e.what,
            What::Acted {
                did: Act::Sign { .. }
            }
        )
    });
    let seq = signed.map_or(0, |e| e.seq);
    let row = vec![
        id.into(),
        i32::try_from(seq).map_err(Problem::internal)?.into(),
        body.file.into(),
        content.into(),
    ];
    let columns = ["case_id", "seq", "file", "bound"];
    bulk::insert(&mut tx, "case_signature", &columns, [row]).await?;
    let shown = work.answer(&tx, &ctx).await?;
    tx.finish(200, &shown).await
}
