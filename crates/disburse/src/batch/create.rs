//! New batches from locked rolls.

use kernel::{DivisionCode, Month};
use platform::http::Json;
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::gather::GatherArgs;
use super::{BatchAnswer, pool};
use crate::authz::BATCH_CREATE;
use crate::core::state::RollStatus;
use crate::problems;
use crate::roll_county as county;

/// What to pay.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BatchRequest {
    /// The month.
    #[schema(value_type = String, example = "2022-10")]
    pub month: Month,
    /// Keys of programmes whose rolls are locked.
    pub programmes: Vec<String>,
}

/// The job that gathers, and the batches it made; they are in its result once
/// it is done.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BatchesCreated {
    /// Empty until the job is done.
    pub batches: Vec<BatchAnswer>,
    /// The job.
    pub job: Uuid,
}

#[utoipa::path(post, path = "/batches", operation_id = "disburse.batch.create", tag = "disburse",
    request_body = BatchRequest, responses((status = 201, body = BatchesCreated),
    (status = 409, description = "disburse.batch.roll_not_locked, disburse.batch.empty")))]
pub(crate) async fn create(ctx: Ctx, Json(request): Json<BatchRequest>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_CREATE, None).await?;
    let place: DivisionCode = county(&ctx)?;
    tx.require(&place)?;
    let mut programmes = request.programmes;
    programmes.sort();
    programmes.dedup();
    if programmes.is_empty() {
        return Err(Problem::invalid().field(
            "/programmes",
            "请至少选择一个项目。",
            "Choose at least one programme.",
        ));
    }
    let mut something = false;
    let mut problem = Problem::new(&problems::NOT_LOCKED);
    for (i, programme) in programmes.iter().enumerate() {
        match pool::any(tx.conn(), programme, request.month, &place).await? {
            Some((roll, some)) if roll.status == RollStatus::Locked => something |= some,
            _ => {
                let short: String = programme.chars().take(40).collect();
                problem = problem.field(
                    format!("/programmes/{i}"),
                    format!("“{short}”{}的名册尚未封账。", request.month),
                    format!("The roll of “{short}” for {} is not locked.", request.month),
                );
            }
        }
    }
    problem.check()?;
    if !something {
        return Err(Problem::new(&problems::NOTHING_TO_PAY));
    }
    let args = GatherArgs {
        place: place.as_str().to_owned(),
        month: request.month,
        programmes,
        reissue_of: None,
    };
    let job = tx.enqueue("disburse.batch.gather", &args).await?;
    tx.about("batch", job, &place);
    tx.finish(
        201,
        &BatchesCreated {
            batches: Vec::new(),
            job,
        },
    )
    .await
}
