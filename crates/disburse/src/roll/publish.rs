//! After a month is closed: the registry is told what each household gets, so
//! that its lists can show it.

use std::collections::BTreeMap;

use async_trait::async_trait;
use platform::{JobCtx, JobKind, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::rows;
use crate::authz::{ROLL_GET, ROLL_LOCK};
use crate::core::line::LineKind;
use crate::outside::world;
use crate::repo;

/// Which roll.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PublishArgs {
    pub roll: Uuid,
}

/// Households told in one step.
const STEP: usize = 600;

/// `disburse.roll.publish`.
#[derive(Debug, Default)]
pub struct Publish;

#[async_trait]
impl JobKind for Publish {
    fn kind(&self) -> &'static str {
        "disburse.roll.publish"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: PublishArgs = job.args()?;
        let mut next: usize = job.state()?.unwrap_or(0);
        let ctx = job.ctx().clone();
        let reader = ctx.query(&ROLL_GET).await?;
        let roll = repo::find_roll(reader.conn(), reader.scope(), args.roll).await?;
        let mut sums: BTreeMap<Uuid, i64> = BTreeMap::new();
        {
            let sums = &mut sums;
            rows::each(
                reader.conn(),
                &roll.programme,
                roll.month,
                &roll.place,
                move |line| {
                    if line.key.kind == LineKind::Current {
                        *sums.entry(line.household).or_default() += line.amount;
                    }
                    Ok(())
                },
            )
            .await?;
        }
        reader.finish().await?;
        let all: Vec<(Uuid, i64)> = sums.into_iter().collect();
        let total = u64::try_from(all.len()).unwrap_or(0);
        while next < all.len() {
            job.check()?;
            let part = &all[next..all.len().min(next + STEP)];
            let mut tx = job.begin(&ROLL_LOCK, None).await?;
            world(job.floor())
                .told(&mut tx, &roll.programme, part)
                .await?;
            tx.about("roll", roll.id, &roll.place);
            next += part.len();
            job.commit(tx, &next, u64::try_from(next).unwrap_or(0), total)
                .await?;
        }
        Ok(json!({"roll": roll.id, "households": all.len()}))
    }
}
