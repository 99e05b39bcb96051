//! The job that writes down what the bank answered, some payments a step.
//!
//! Each step moves payments that are still open and posts exactly those to the
//! ledger, so a killed job goes on where it was, and the same answer read
//! twice changes nothing.

use std::collections::BTreeMap;

use async_trait::async_trait;
use platform::db::Sql;
use platform::files;
use platform::{Change, JobCtx, JobKind, Problem, Result, Tx, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::create::examine;
use crate::authz::{BATCH_GET, RETURN_APPLY};
use crate::batch::refused;
use crate::core::bankfile::Reply;
use crate::core::ledger::Event;
use crate::core::state::{BatchAct, BatchStatus, PaymentAct, PaymentStatus};
use crate::money::{self, Sheet};
use crate::repo::{self, Batch};
use decide::steps::Steps;

/// Which return.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ReturnArgs {
    pub bank_return: Uuid,
    pub batch: Uuid,
}

/// How far it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct State {
    next: usize,
    finished: bool,
}

/// Replies written in one step.
const STEP: usize = 1_000;

/// `disburse.return.apply`.
#[derive(Debug, Default)]
pub struct ApplyReturn;

#[async_trait]
impl JobKind for ApplyReturn {
    fn kind(&self) -> &'static str {
        "disburse.return.apply"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: ReturnArgs = job.args()?;
        let mut state: State = job.state()?.unwrap_or_default();
        let (ctx, floor) = (job.ctx().clone(), job.floor().clone());
        let reader = ctx.query(&BATCH_GET).await?;
        let batch = repo::find_batch(reader.conn(), reader.scope(), args.batch).await?;
        let file: Option<Uuid> = reader
            .conn()
            .scalar(Sql::new("select file from bank_return where id = ").bind(args.bank_return))
            .await?;
        let row = files::find(&floor, reader.conn(), file.ok_or_else(Problem::not_found)?)
            .await?
            .ok_or_else(Problem::not_found)?;
        let bytes = files::open(&floor, &row)?.read_all()?;
        let reading = examine(&floor, reader.conn(), &batch, &bytes).await?;
        reader.finish().await?;
        let total = u64::try_from(reading.replies.len()).unwrap_or(0);
        while state.next < reading.replies.len() {
            let mut tx = job.begin(&RETURN_APPLY, None).await?;
            let part = &reading.replies[state.next..reading.replies.len().min(state.next + STEP)];
            step(&mut tx, &batch, part).await?;
            state.next += part.len();
            let done = u64::try_from(state.next).unwrap_or(0);
            fault::point("disburse.return.step")?;
            job.commit(tx, &state, done, total).await?;
        }
        if !state.finished {
            let mut tx = job.begin(&RETURN_APPLY, None).await?;
            finish(&mut tx, args.batch, args.bank_return).await?;
            state.finished = true;
            fault::point("disburse.return.finish")?;
            job.commit(tx, &state, total, total).await?;
        }
        Ok(
            json!({"batch": args.batch, "paid": kernel::Money::from_fen(reading.paid), "rejected": kernel::Money::from_fen(reading.rejected),
            "waiting": kernel::Money::from_fen(reading.waiting)}),
        )
    }
}

/// Payments of a step that are still open: serial → programme, fund, amount.
async fn open(
    tx: &Tx,
    batch: Uuid,
    part: &[Reply],
) -> Result<BTreeMap<i32, (String, String, i64)>> {
    let (Some(first), Some(last)) = (part.first(), part.last()) else {
        return Ok(BTreeMap::new());
    };
    let sql = Sql::new("select seq, programme, fund, amount from payment where status in ('pending', 'in_transit') and batch = ")
        .bind(batch)
        .text(" and seq >= ")
        .bind(first.seq)
        .text(" and seq <= ")
        .bind(last.seq);
    tx.conn()
        .rows(sql)
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                (
                    row.try_get_by_index(1)?,
                    row.try_get_by_index(2)?,
                    row.try_get_by_index(3)?,
                ),
            ))
        })
        .collect()
}

async fn step(tx: &mut Tx, batch: &Batch, part: &[Reply]) -> Result<()> {
    let open = open(tx, batch.id, part).await?;
    let mut groups: BTreeMap<(PaymentStatus, &str, &str), Vec<i32>> = BTreeMap::new();
    let mut sums: BTreeMap<(Event, Sheet), i64> = BTreeMap::new();
    for reply in part {
        let Some((programme, fund, amount)) = open.get(&reply.seq) else {
            continue;
        };
        let to = PaymentStatus::Pending
            .take(reply.act)
            .map_err(|e| refused(&e))?;
        groups
            .entry((
                to,
                &reply.reason,
                if to == PaymentStatus::Rejected {
                    &reply.words
                } else {
                    ""
                },
            ))
            .or_default()
            .push(reply.seq);
        let event = match reply.act {
            PaymentAct::Pay => Event::Pay,
            PaymentAct::Reject => Event::Return,
            _ => continue,
        };
        *sums
            .entry((
                event,
                Sheet::new(&batch.place, fund, programme, batch.month),
            ))
            .or_default() += amount;
    }
    let now = tx.floor().now();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for ((to, reason, words), seqs) in groups {
        *counts.entry(to.word()).or_default() += seqs.len();
        let sql = Sql::new("update payment set status = ")
            .bind(to.word())
            .text(", reason = ")
            .bind(reason)
            .text(", words = ")
            .bind(words)
            .text(", answered_at = ")
            .bind(now)
            .text(" where status in ('pending', 'in_transit') and batch = ")
            .bind(batch.id)
            .text(" and seq in ")
            .bind_all(seqs.iter().copied());
        if tx.conn().run(sql).await? != u64::try_from(seqs.len()).unwrap_or(0) {
            return Err(Problem::conflict());
        }
        if to == PaymentStatus::Rejected {
            let sql = Sql::new("update payment_line set live = 2 where live = 1 and batch = ")
                .bind(batch.id)
                .text(" and seq in ")
                .bind_all(seqs);
            tx.conn().run(sql).await?;
        }
    }
    let subject = batch.id.to_string();
    for ((event, sheet), amount) in sums {
        money::post(tx, &sheet, event, amount, "batch", &subject).await?;
    }
    tx.about("batch", batch.id, &batch.place);
    tx.record(Change::updated(
        "batch_answer",
        batch.id,
        &batch.place,
        &json!({}),
        &json!({"moved": counts}),
    ));
    Ok(())
}

async fn finish(tx: &mut Tx, id: Uuid, bank_return: Uuid) -> Result<()> {
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    let sql = Sql::new(
        "select status, count(*), cast(sum(amount) as bigint) from payment where batch = ",
    )
    .bind(id)
    .text(" group by status");
    let mut by: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for row in tx.conn().rows(sql).await? {
        by.insert(
            row.try_get_by_index(0)?,
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
        );
    }
    let part = |status: PaymentStatus| by.get(status.word()).copied().unwrap_or((0, 0));
    let (paid, rejected) = (part(PaymentStatus::Paid), part(PaymentStatus::Rejected));
    let waiting = (part(PaymentStatus::Pending).1) + part(PaymentStatus::InTransit).1;
    money::equal(
        "批次与回盘合计",
        "the batch and its answers",
        batch.amount,
        paid.1 + rejected.1 + waiting,
    )?;
    let bounced: i64 = tx
        .conn()
        .scalar(Sql::new("select count(*) from payment_line where live = 2 and batch = ").bind(id))
        .await?
        .unwrap_or(0);
    let act = if waiting == 0 && bounced == 0 {
        BatchAct::Settle
    } else {
        BatchAct::Return
    };
    let to = batch.status.take(act).map_err(|e| refused(&e))?;
    let mut and = Sql::with(
        ", paid = ?, paid_amount = ?, rejected = ?, rejected_amount = ?",
        [
            paid.0.into(),
            paid.1.into(),
            rejected.0.into(),
            rejected.1.into(),
        ],
    );
    if to == BatchStatus::Settled {
        and = and.text(", settled_at = ").bind(tx.floor().now());
    }
    repo::move_batch(tx.conn(), &batch, to, and).await?;
    let done =
        Sql::new("update bank_return set status = 'applied' where status = 'applying' and id = ")
            .bind(bank_return);
    if tx.conn().run(done).await? != 1 {
        return Err(Problem::conflict());
    }
    let (before, after) = (
        json!({"status": batch.status.word()}),
        json!({"status": to.word(), "paid": paid.1, "rejected": rejected.1, "waiting": waiting}),
    );
    tx.record(Change::updated("batch", id, &batch.place, &before, &after));
    Ok(())
}
