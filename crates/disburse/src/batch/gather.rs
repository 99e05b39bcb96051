//! The job that gathers payments.
//!
//! It reads what can be paid, then writes some payments a step. A killed job
//! reads again: what it wrote is live and not read a second time. Two jobs
//! that want the same line meet at the unique index, and one of them fails
//! with nothing of its step kept.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kernel::Month;
use platform::audit::RowDigest;
use platform::db::{Conn, Sql};
use platform::{Change, JobCtx, JobKind, Problem, Result, Tx, bulk, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::pool::{self, From, Pool, Ready};
use super::refused;
use crate::authz::{BATCH_GATHER, BATCH_GET};
use crate::core::state::{BatchAct, BatchStatus, PaymentStatus};
use crate::money;
use crate::outside::{Release, world};
use crate::problems;
use crate::repo;
use crate::trade;
use decide::steps::Steps;

/// What to gather.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct GatherArgs {
    pub place: String,
    pub month: Month,
    pub programmes: Vec<String>,
    pub reissue_of: Option<Uuid>,
}

/// How far it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct State {
    /// Batches by bank, with the serial of their last payment.
    batches: BTreeMap<String, (Uuid, i32)>,
    done: u64,
    /// Batches whose totals are written.
    finished: usize,
    left_out: Option<Value>,
}

/// Payments written in one step.
const STEP: usize = 500;

/// `disburse.batch.gather`.
#[derive(Debug, Default)]
pub struct Gather;

#[async_trait]
impl JobKind for Gather {
    fn kind(&self) -> &'static str {
        "disburse.batch.gather"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: GatherArgs = job.args()?;
        let mut state: State = job.state()?.unwrap_or_default();
        let (ctx, floor) = (job.ctx().clone(), job.floor().clone());
        let place = repo::place(&args.place)?;
        let reader = ctx.query(&BATCH_GET).await?;
        let release = world(&floor)
            .release_on(&floor, reader.conn(), args.month)
            .await?
            .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
        let mut gathered = Pool::default();
        if state.finished == 0 {
            for programme in &args.programmes {
                let Some(roll) =
                    repo::roll_of(reader.conn(), programme, args.month, &place).await?
                else {
                    continue;
                };
                let from = args
                    .reissue_of
                    .map_or(From::Roll(&roll), |batch| From::Batch(batch, &roll));
                pool::fill(
                    &floor,
                    reader.conn(),
                    &release,
                    from,
                    Month::of(floor.today()).max(args.month),
                    &mut gathered,
                )
                .await?;
            }
        }
        reader.finish().await?;
        pool::sort(&mut gathered);
        let left = json!({
            "without_account": {"lines": gathered.without_account.0, "amount": kernel::Money::from_fen(gathered.without_account.1)},
            "without_bank": {"lines": gathered.without_bank.0, "amount": kernel::Money::from_fen(gathered.without_bank.1)},
        });
        let left = state.left_out.get_or_insert(left).clone();
        let total = state.done
            + gathered
                .by_bank
                .values()
                .map(|list| u64::try_from(list.len()).unwrap_or(0))
                .sum::<u64>();
        for (bank, list) in gathered.by_bank {
            for part in list.chunks(STEP) {
                job.check()?;
                let mut tx = job.begin(&BATCH_GATHER, None).await?;
                let (batch, seq) = match state.batches.get(&bank) {
                    Some(known) => *known,
                    None => (open(&mut tx, &args, &release, &bank).await?, 0),
                };
                still_gathering(&tx, batch).await?;
                let next = write(&mut tx, batch, seq, part, args.reissue_of, args.month).await?;
                state.batches.insert(bank.clone(), (batch, next));
                state.done += u64::try_from(part.len()).unwrap_or(0);
                fault::point("disburse.batch.step")?;
                job.commit(tx, &state, state.done, total).await?;
            }
        }
        let batches: Vec<Uuid> = state.batches.values().map(|(batch, _)| *batch).collect();
        while state.finished < batches.len() {
            let mut tx = job.begin(&BATCH_GATHER, None).await?;
            finish(&mut tx, batches[state.finished], args.reissue_of).await?;
            state.finished += 1;
            fault::point("disburse.batch.finish")?;
            job.commit(tx, &state, state.done, state.done).await?;
        }
        Ok(json!({"batches": batches, "payments": state.done, "left_out": left}))
    }
}

/// A new batch of a bank.
async fn open(tx: &mut Tx, args: &GatherArgs, release: &Release, bank: &str) -> Result<Uuid> {
    let (found, file) =
        trade::layout(release, bank).ok_or_else(|| Problem::new(&problems::NO_BANK))?;
    crate::core::bankfile::check(file).map_err(|e| Problem::new(&problems::NO_BANK).because(e))?;
    let id = tx.floor().new_id();
    let area = args
        .place
        .get(..6)
        .ok_or_else(|| Problem::internal("a county of less than six digits"))?;
    let serial = tx.serial(area, "batch", args.month.index()).await?;
    let number = format!("{area}-{}-{serial:04}", args.month);
    let (user, now) = (tx.ctx().actor().user, tx.floor().now());
    tx.conn()
        .run(Sql::with(
            "insert into batch (id, number, place, month, bank, bank_zh, bank_en, status, pack_release, reissue_of, payments, amount, \
             paid, paid_amount, rejected, rejected_amount, prepared_by, prepared_at, version) \
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, ?, ?, 1)",
            [
                id.into(),
                number.as_str().into(),
                args.place.as_str().into(),
                args.month.index().into(),
                bank.into(),
                found.label.zh.as_str().into(),
                found.label.en.as_str().into(),
                BatchStatus::Gathering.word().into(),
                release.id.into(),
                args.reissue_of.into(),
                user.into(),
                now.into(),
            ],
        ))
        .await?;
    let place = repo::place(&args.place)?;
    tx.record(Change::created(
        "batch",
        id,
        &place,
        &json!({"number": number, "bank": bank, "month": args.month}),
    ));
    Ok(id)
}

/// A batch that was discarded meanwhile takes no more payments.
async fn still_gathering(tx: &Tx, batch: Uuid) -> Result<()> {
    let sql = Sql::new("select 1 from batch where status = 'gathering' and id = ").bind(batch);
    match tx.conn().row(sql).await? {
        Some(_) => Ok(()),
        None => {
            Err(Problem::new(&problems::BATCH_STATE)
                .detail("批次已作废。", "The batch was discarded."))
        }
    }
}

/// Writes some payments with their lines. Answers the serial of the last.
async fn write(
    tx: &mut Tx,
    batch: Uuid,
    mut seq: i32,
    part: &[Ready],
    reissue_of: Option<Uuid>,
    month: Month,
) -> Result<i32> {
    let mut payments = Vec::with_capacity(part.len());
    let mut lines = Vec::new();
    for ready in part {
        seq += 1;
        payments.push(vec![
            batch.into(),
            seq.into(),
            ready.programme.as_str().into(),
            ready.section.as_str().into(),
            ready.fund.as_str().into(),
            ready.payment.payee.into(),
            ready.payment.target.account.into(),
            ready.division.as_ref().into(),
            ready.kind.word().into(),
            ready.households.into(),
            ready.payment.amount.into(),
            PaymentStatus::Pending.word().into(),
            "".into(),
            "".into(),
        ]);
        money::equal(
            "付款与明细合计",
            "a payment and its lines",
            ready.payment.amount,
            ready.amounts.iter().sum(),
        )?;
        for ((n, key), amount) in (0i32..).zip(&ready.payment.lines).zip(&ready.amounts) {
            if let Some(old) = reissue_of {
                bounced(tx.conn(), old, &ready.programme, month, key).await?;
            }
            lines.push(vec![
                batch.into(),
                seq.into(),
                n.into(),
                ready.programme.as_str().into(),
                month.index().into(),
                key.person.into(),
                key.component.as_ref().into(),
                key.kind.word().into(),
                key.for_month.index().into(),
                key.seq.into(),
                (*amount).into(),
                1i32.into(),
            ]);
        }
    }
    let columns = [
        "batch",
        "seq",
        "programme",
        "section",
        "fund",
        "payee",
        "account",
        "division",
        "kind",
        "households",
        "amount",
        "status",
        "reason",
        "words",
    ];
    bulk::insert(tx, "payment", &columns, payments).await?;
    let columns = [
        "batch",
        "seq",
        "n",
        "programme",
        "month",
        "person",
        "component",
        "kind",
        "for_month",
        "line_seq",
        "amount",
        "live",
    ];
    bulk::insert(tx, "payment_line", &columns, lines).await?;
    Ok(seq)
}

/// Marks a bounced line as issued again.
async fn bounced(
    conn: &Conn,
    batch: Uuid,
    programme: &str,
    month: Month,
    key: &crate::core::line::LineKey,
) -> Result<()> {
    let sql = Sql::with(
        "update payment_line set live = 3 where live = 2 and batch = ? and programme = ? and month = ? and person = ? \
         and component = ? and kind = ? and for_month = ? and line_seq = ?",
        [
            batch.into(),
            programme.into(),
            month.index().into(),
            key.person.into(),
            key.component.as_ref().into(),
            key.kind.word().into(),
            key.for_month.index().into(),
            key.seq.into(),
        ],
    );
    if conn.run(sql).await? == 1 {
        Ok(())
    } else {
        Err(Problem::conflict())
    }
}

/// Totals, digest, draft.
async fn finish(tx: &mut Tx, id: Uuid, reissue_of: Option<Uuid>) -> Result<()> {
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    let to = batch
        .status
        .take(BatchAct::Finish)
        .map_err(|e| refused(&e))?;
    let (mut count, mut amount) = (0i64, 0i64);
    let sql = Sql::new(
        "select programme, count(*), cast(sum(amount) as bigint) from payment where batch = ",
    )
    .bind(id)
    .text(" group by programme order by programme");
    let mut rows = Vec::new();
    for row in tx.conn().rows(sql).await? {
        let (n, sum): (i64, i64) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        count += n;
        amount += sum;
        rows.push(vec![
            id.into(),
            row.try_get_by_index::<String>(0)?.into(),
            n.into(),
            sum.into(),
            0i64.into(),
        ]);
    }
    bulk::insert(
        tx,
        "batch_programme",
        &["batch", "programme", "payments", "amount", "returned"],
        rows,
    )
    .await?;
    let lines = Sql::new(
        "select cast(coalesce(sum(amount), 0) as bigint) from payment_line where batch = ",
    )
    .bind(id);
    let lines: i64 = tx.conn().scalar(lines).await?.unwrap_or(0);
    money::equal("批次与明细合计", "the batch and its lines", amount, lines)?;
    let mut digest = RowDigest::default();
    payments(tx.conn(), id, &mut digest).await?;
    let and = Sql::new(", payments = ")
        .bind(count)
        .text(", amount = ")
        .bind(amount);
    repo::move_batch(tx.conn(), &batch, to, and).await?;
    tx.record_bulk(
        "batch_payments",
        id,
        json!({"payments": count, "amount": amount}),
        digest,
    );
    tx.record(Change::updated(
        "batch",
        id,
        &batch.place,
        &json!({"status": batch.status.word()}),
        &json!({"status": to.word(), "amount": amount}),
    ));
    if let Some(old) = reissue_of {
        super::reissue::settle_old(tx, old).await?;
    }
    Ok(())
}

/// Puts the payments of a batch into the digest that `audit verify` recomputes:
/// what never changes after gathering.
pub(crate) async fn payments(conn: &Conn, batch: Uuid, digest: &mut RowDigest) -> Result<()> {
    let sql =
        Sql::new("select seq, programme, fund, payee, account, amount from payment where batch = ")
            .bind(batch)
            .text(" order by seq");
    conn.for_each(sql, |row| {
        let seq: i32 = row.try_get_by_index(0)?;
        let (programme, fund): (String, String) =
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let (payee, account): (Uuid, Uuid) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
        let amount: i64 = row.try_get_by_index(5)?;
        digest.add(
            &format!("{batch}/{seq}"),
            &[
                programme.as_bytes(),
                fund.as_bytes(),
                payee.as_bytes(),
                account.as_bytes(),
                &amount.to_be_bytes(),
            ],
        );
        Ok(())
    })
    .await?;
    Ok(())
}
