//! `verify.batch.send`: the file of a batch is handed to the platform after the batch is on
//! record, so that no file leaves for a batch that does not exist. Where it did not get there,
//! the job has failed and is resumed.

use ::platform::{Floor, JobCtx, JobKind, Problem, Result, Sql, fault, files};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::authz::BATCH_SEND;
use crate::upper::upper;

/// The key of the job.
pub(crate) const KIND: &str = "verify.batch.send";

/// What is to be handed over.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendArgs {
    /// The batch.
    pub batch: Uuid,
}

/// Hands a batch over. Twice is as once.
#[derive(Debug)]
pub(crate) struct Send;

#[async_trait]
impl JobKind for Send {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: SendArgs = job.args()?;
        let floor: Floor = job.floor().clone();
        let tx = job.begin(&BATCH_SEND, None).await?;
        let sql =
            Sql::new("select file, name from verification_batch where id = ").bind(args.batch);
        let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
        let (file, name): (Uuid, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let file = files::find(&floor, tx.conn(), file)
            .await?
            .ok_or_else(Problem::not_found)?;
        tx.rollback().await?;
        let content = files::open(&floor, &file)?;
        let bytes = tokio::task::spawn_blocking(move || content.read_all())
            .await
            .map_err(Problem::internal)??;
        upper(&floor).send(&floor, &name, bytes).await?;
        fault::point("verify.batch.sent")?;
        let tx = job.begin(&BATCH_SEND, None).await?;
        let sql = Sql::new("update verification_batch set handed_at = ")
            .bind(floor.now())
            .text(" where handed_at is null and id = ")
            .bind(args.batch);
        tx.conn().run(sql).await?;
        job.commit(tx, &json!({}), 1, 1).await?;
        Ok(json!({"batch": args.batch}))
    }
}
