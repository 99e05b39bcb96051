//! A return file comes in: read whole, checked whole, taken whole or not at all.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use platform::db::{Conn, Sql};
use platform::files::{self, NewFile, Source};
use platform::http::Path;
use platform::{Answer, Change, Ctx, Fault, Floor, Problem, Result, fault};
use serde_json::json;
use uuid::Uuid;

use super::apply::ReturnArgs;
use crate::authz::{BATCH_GET, RETURN_CREATE};
use crate::batch::{BatchAnswer, hand_over, one, refused};
use crate::core::bankfile::{self, Expected, Reading};
use crate::core::state::{BatchAct, BatchStatus, PaymentStatus};
use crate::outside::{Release, world};
use crate::problems;
use crate::repo::{self, Batch};
use crate::trade;
use decide::steps::Steps;

/// Accounts opened in one go.
const ACCOUNTS: usize = 1_000;
/// The largest return file.
const LARGEST: usize = 128 * 1024 * 1024;

/// What is known of the payments of a batch, to hold the answer against.
pub(super) async fn expected(
    floor: &Floor,
    conn: &Conn,
    batch: &Batch,
    release: &Release,
) -> Result<BTreeMap<i32, Expected>> {
    let (_, layout) =
        trade::layout(release, &batch.bank).ok_or_else(|| Problem::new(&problems::NO_BANK))?;
    let by_account = layout
        .back
        .columns
        .iter()
        .any(|column| column.field == "account");
    let mut stored: Vec<(i32, (Uuid, Uuid), Expected)> = Vec::new();
    let sql = Sql::new("select seq, account, amount, status, payee from payment where batch = ")
        .bind(batch.id)
        .text(" order by seq");
    conn.for_each(sql, |row| {
        let status: String = row.try_get_by_index(3)?;
        let status = PaymentStatus::read(&status).map_err(Problem::internal)?;
        let expected = Expected {
            amount: row.try_get_by_index(2)?,
            account: String::new(),
            status,
        };
        stored.push((
            row.try_get_by_index(0)?,
            (row.try_get_by_index(4)?, row.try_get_by_index(1)?),
            expected,
        ));
        Ok(())
    })
    .await?;
    if by_account {
        for part in stored.chunks_mut(ACCOUNTS) {
            let ids: Vec<(Uuid, Uuid)> = part.iter().map(|(_, pair, _)| *pair).collect();
            let month = kernel::Month::of(floor.today()).max(batch.month);
            let opened = world(floor).open_accounts(floor, conn, &ids, month).await?;
            for (_, (_, account), expected) in part {
                expected.account = opened
                    .get(account)
                    .map(|open| open.number.clone())
                    .unwrap_or_default();
            }
        }
    }
    Ok(stored
        .into_iter()
        .map(|(seq, _, expected)| (seq, expected))
        .collect())
}

/// Reads a file against what is known.
pub(super) async fn examine(
    floor: &Floor,
    conn: &Conn,
    batch: &Batch,
    bytes: &[u8],
) -> Result<Reading> {
    let release = world(floor)
        .release(floor, conn, batch.release)
        .await?
        .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
    let expected = expected(floor, conn, batch, &release).await?;
    let (_, layout) =
        trade::layout(&release, &batch.bank).ok_or_else(|| Problem::new(&problems::NO_BANK))?;
    bankfile::read(layout, &batch.number, &expected, bytes).map_err(|faults| {
        let mut problem = Problem::new(&problems::RETURN_REFUSED).detail(
            format!("发现{}处错误。", faults.len()),
            format!("{} faults were found.", faults.len()),
        );
        for found in faults {
            let row = u64::try_from(found.row).ok().filter(|row| *row > 0);
            problem.add(Fault {
                pointer: found.code.into(),
                row,
                zh: found.zh,
                en: found.en,
            });
        }
        problem
    })
}

async fn upload(mut parts: Multipart) -> Result<Vec<u8>> {
    let unreadable = |e: axum::extract::multipart::MultipartError| {
        Problem::new(&platform::problem::kinds::MALFORMED).because(e)
    };
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        if part.file_name().is_none() && part.name() != Some("file") {
            continue;
        }
        let bytes = part.bytes().await.map_err(unreadable)?;
        if bytes.len() > LARGEST {
            return Err(Problem::new(&platform::problem::kinds::TOO_LARGE));
        }
        return Ok(bytes.to_vec());
    }
    Err(Problem::invalid().field("/file", "请选择回盘文件。", "Choose the return file."))
}

#[utoipa::path(post, path = "/batches/{id}/return", operation_id = "disburse.return.create", tag = "disburse",
    params(("id" = Uuid, Path)), request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 200, body = BatchAnswer), (status = 422, description = "disburse.return.refused"),
    (status = 409, description = "disburse.batch.state, disburse.return.running")))]
pub(crate) async fn create(ctx: Ctx, Path(id): Path<Uuid>, parts: Multipart) -> Result<Answer> {
    let bytes = upload(parts).await?;
    let floor = ctx.floor().clone();
    // Whether one may, and whether it was done before, comes before anything the file could tell.
    drop(ctx.begin(&RETURN_CREATE, None).await?);
    // Looked at before the writer is taken: a large file must not make others wait.
    let reader = ctx.query(&BATCH_GET).await?;
    let batch = repo::find_batch(reader.conn(), reader.scope(), id).await?;
    if !matches!(
        batch.status,
        BatchStatus::Approved | BatchStatus::Sent | BatchStatus::Returned
    ) {
        return Err(refused(
            &batch
                .status
                .take(BatchAct::Return)
                .err()
                .unwrap_or_else(|| decide::steps::NotAllowed {
                    what: "batch",
                    state: batch.status.word().to_owned(),
                    act: BatchAct::Return.word().to_owned(),
                }),
        ));
    }
    let reading = examine(&floor, reader.conn(), &batch, &bytes).await?;
    reader.finish().await?;
    let stored = files::store(&floor, Source::Bytes(bytes)).await?;
    fault::point("disburse.return.stored")?;
    let mut tx = ctx.begin(&RETURN_CREATE, None).await?;
    let scope = tx.scope().clone();
    let mut batch = repo::find_batch(tx.conn(), &scope, id).await?;
    if batch.status == BatchStatus::Approved {
        hand_over(&mut tx, &batch).await?;
        batch = repo::find_batch(tx.conn(), &scope, id).await?;
    }
    let running =
        Sql::new("select 1 from bank_return where status = 'applying' and batch = ").bind(id);
    if tx.conn().row(running).await?.is_some() {
        return Err(Problem::new(&problems::RETURN_RUNNING));
    }
    let file = files::attach(
        &mut tx,
        &stored,
        NewFile {
            name: &format!("{}_return.txt", batch.number),
            media: files::TEXT,
            permission: "disburse.batch.file",
            division: Some(&batch.place),
            section: None,
            noun: Some("batch"),
            subject: Some(id.to_string()),
            personal: true,
        },
    )
    .await?;
    let key = floor.new_id();
    let digest = platform::hash::hex(&stored.digest);
    tx.conn()
        .run(Sql::with(
            "insert into bank_return (id, batch, file, digest, status, read_by, read_at) values (?, ?, ?, ?, 'applying', ?, ?)",
            [key.into(), id.into(), file.into(), digest.as_str().into(), ctx.actor().user.into(), floor.now().into()],
        ))
        .await?;
    let after = json!({"batch": batch.number, "digest": digest, "paid": reading.paid, "rejected": reading.rejected, "waiting": reading.waiting});
    tx.record(Change::created("bank_return", key, &batch.place, &after));
    let job = tx
        .enqueue(
            "disburse.return.apply",
            &ReturnArgs {
                bank_return: key,
                batch: id,
            },
        )
        .await?;
    let mut answer = one(&floor, tx.conn(), &batch).await?;
    answer.job = Some(job);
    tx.finish(200, &answer).await
}
