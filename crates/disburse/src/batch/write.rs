//! The job that writes the bank file: content-addressed, with digest and
//! totals, in one step that may be tried again without harm.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kernel::Month;
use platform::db::Sql;
use platform::files::{self, NewFile, Source};
use platform::{Change, JobCtx, JobKind, Problem, Result, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::authz::{BATCH_GET, BATCH_WRITE};
use crate::core::bankfile::{self, Head, Row};
use crate::core::line::LineKind;
use crate::money;
use crate::outside::world;
use crate::problems;
use crate::repo;
use crate::trade;

/// Which batch.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct WriteArgs {
    pub batch: Uuid,
}

/// Accounts opened in one go.
const ACCOUNTS: usize = 1_000;

/// `disburse.batch.write`.
#[derive(Debug, Default)]
pub struct WriteFile;

struct Stored {
    seq: i32,
    programme: String,
    payee: Uuid,
    account: Uuid,
    division: String,
    kind: LineKind,
    amount: i64,
}

#[async_trait]
impl JobKind for WriteFile {
    fn kind(&self) -> &'static str {
        "disburse.batch.write"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: WriteArgs = job.args()?;
        let (ctx, floor) = (job.ctx().clone(), job.floor().clone());
        let reader = ctx.query(&BATCH_GET).await?;
        let batch = repo::find_batch(reader.conn(), reader.scope(), args.batch).await?;
        if let Some(digest) = batch.file_digest {
            return Ok(json!({"batch": batch.id, "digest": digest}));
        }
        let outside = world(&floor);
        let release = outside
            .release(&floor, reader.conn(), batch.release)
            .await?
            .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
        let (bank, layout) =
            trade::layout(&release, &batch.bank).ok_or_else(|| Problem::new(&problems::NO_BANK))?;
        let mut stored = Vec::new();
        let sql = Sql::new("select seq, programme, payee, account, division, kind, amount from payment where batch = ")
            .bind(batch.id)
            .text(" order by seq");
        reader
            .conn()
            .for_each(sql, |row| {
                let kind: String = row.try_get_by_index(5)?;
                stored.push(Stored {
                    seq: row.try_get_by_index(0)?,
                    programme: row.try_get_by_index(1)?,
                    payee: row.try_get_by_index(2)?,
                    account: row.try_get_by_index(3)?,
                    division: row.try_get_by_index(4)?,
                    kind: LineKind::of_word(&kind).ok_or_else(|| Problem::internal(kind))?,
                    amount: row.try_get_by_index(6)?,
                });
                Ok(())
            })
            .await?;
        let mut names = BTreeMap::new();
        for payment in &stored {
            if !names.contains_key(&payment.programme) {
                let programme = trade::named(
                    &floor,
                    reader.conn(),
                    &batch.place,
                    &payment.programme,
                    batch.month,
                )
                .await;
                names.insert(payment.programme.clone(), programme.zh);
            }
        }
        let divisions = directory::division_names(
            reader.conn(),
            stored.iter().flat_map(|p| {
                [
                    p.division.clone(),
                    format!("{:0<12}", &p.division[..9.min(p.division.len())]),
                ]
            }),
        )
        .await?;
        let users = directory::user_names(
            reader.conn(),
            std::iter::once(batch.prepared_by).chain(batch.approved_by),
        )
        .await?;
        let place = directory::division_ref(reader.conn(), &batch.place).await?;
        let mut rows = Vec::with_capacity(stored.len());
        for part in stored.chunks(ACCOUNTS) {
            let ids: Vec<(Uuid, Uuid)> = part
                .iter()
                .map(|payment| (payment.payee, payment.account))
                .collect();
            let month = Month::of(floor.today()).max(batch.month);
            let opened = outside
                .open_accounts(&floor, reader.conn(), &ids, month)
                .await?;
            for payment in part {
                let account = opened
                    .get(&payment.account)
                    .cloned()
                    .ok_or_else(|| Problem::internal("an account vanished"))?;
                rows.push(Row {
                    seq: payment.seq,
                    payee_name: account.holder,
                    payee_id: account.id_number,
                    account: account.number,
                    bank: account.bank,
                    amount: payment.amount,
                    kind: word(layout, payment.kind),
                    purpose: bankfile::purpose(
                        batch.month,
                        names.get(&payment.programme).map_or("", String::as_str),
                    ),
                    recipient_name: account.name,
                    recipient_relation: "本人".to_owned(),
                    township: divisions
                        .get(&format!(
                            "{:0<12}",
                            &payment.division[..9.min(payment.division.len())]
                        ))
                        .name,
                    village: divisions.get(&payment.division).name,
                });
            }
            job.progress(
                u64::try_from(rows.len()).unwrap_or(0),
                u64::try_from(stored.len()).unwrap_or(0),
                None,
            )
            .await?;
        }
        reader.finish().await?;
        let head = Head {
            batch: batch.number.clone(),
            month: batch.month.to_string(),
            bank: bank.label.zh.clone(),
            programmes: names.values().cloned().collect::<Vec<_>>().join("、"),
            place: place.name.clone(),
            unit: ctx.actor().organisation_name.clone(),
            prepared_by: users.get(batch.prepared_by).name,
            approved_by: batch
                .approved_by
                .map(|id| users.get(id).name)
                .unwrap_or_default(),
        };
        let written = bankfile::write(layout, &head, &rows).map_err(|e| {
            Problem::new(&problems::FILE).detail(
                "有内容超出银行模板的字符或格式，请更正账户信息后重新生成批次。",
                e.to_string(),
            )
        })?;
        money::equal(
            "批次与银行文件合计",
            "the batch and the bank file",
            batch.amount,
            written.total,
        )?;
        if written.count != batch.payments {
            return Err(Problem::new(&problems::UNEQUAL));
        }
        let name = bankfile::file_name(layout, &head, written.count, written.total);
        let stored = files::store(&floor, Source::Bytes(written.bytes)).await?;
        fault::point("disburse.batch.file")?;
        let digest = platform::hash::hex(&stored.digest);
        let mut tx = job.begin(&BATCH_WRITE, None).await?;
        let file = files::attach(
            &mut tx,
            &stored,
            NewFile {
                name: &name,
                media: files::TEXT,
                permission: "disburse.batch.file",
                division: Some(&batch.place),
                section: None,
                noun: Some("batch"),
                subject: Some(batch.id.to_string()),
                personal: true,
            },
        )
        .await?;
        let sql = Sql::with(
            "update batch set file = ?, file_name = ?, file_digest = ?, version = version + 1 where file is null and id = ?",
            [
                file.into(),
                name.as_str().into(),
                digest.as_str().into(),
                batch.id.into(),
            ],
        );
        if tx.conn().run(sql).await? != 1 {
            return Err(Problem::conflict());
        }
        let after = json!({"file": name, "digest": digest, "payments": written.count, "amount": written.total});
        tx.record(Change::updated(
            "batch",
            batch.id,
            &batch.place,
            &json!({"file": null}),
            &after,
        ));
        job.commit(tx, &json!({"digest": digest}), 1, 1).await?;
        Ok(json!({"batch": batch.id, "digest": digest}))
    }
}

/// The bank's word for a kind of line.
fn word(layout: &pack::model::BankFile, kind: LineKind) -> String {
    let known = layout
        .kinds
        .iter()
        .find(|(key, _)| key == kind.word())
        .map(|(_, word)| word.clone());
    known.unwrap_or_else(|| {
        if kind == LineKind::Arrears {
            "补发".to_owned()
        } else {
            "当月".to_owned()
        }
    })
}
