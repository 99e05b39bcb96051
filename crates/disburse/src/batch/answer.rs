//! A batch as the API shows it.

use std::collections::BTreeMap;

use directory::{Named, UserRef};
use kernel::{Money, Month};
use platform::db::{Conn, Sql};
use platform::{Floor, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::core::state::BatchStatus;
use crate::repo::Batch;
use crate::trade;

/// 笔 and 元.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Counted {
    /// 笔
    pub count: i64,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
}

/// A bank file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileShown {
    /// Its name.
    pub name: String,
    /// SM3 of its bytes, hexadecimal.
    pub digest: String,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BatchAnswer {
    /// Key.
    pub id: Uuid,
    /// Public number.
    pub number: String,
    /// The month paid for.
    #[schema(value_type = String)]
    pub month: Month,
    /// The bank.
    pub bank: Named,
    /// What is paid.
    pub programmes: Vec<Named>,
    /// gathering, draft, discarded, approved, sent, returned or settled.
    pub status: String,
    /// 笔
    pub count: i64,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
    /// Credited.
    pub paid: Counted,
    /// Sent back.
    pub rejected: Counted,
    /// The file, once it is written.
    pub file: Option<FileShown>,
    /// The batch whose rejected payments go out again.
    pub reissue_of: Option<Uuid>,
    /// The maker.
    pub prepared_by: UserRef,
    /// The checker.
    pub approved_by: Option<UserRef>,
    /// For If-Match.
    pub version: i32,
    /// A job that goes on with it, right after a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<Uuid>,
}

/// Batches as the API shows them.
pub(crate) async fn shown(floor: &Floor, conn: &Conn, list: &[Batch]) -> Result<Vec<BatchAnswer>> {
    let users = list
        .iter()
        .flat_map(|batch| std::iter::once(batch.prepared_by).chain(batch.approved_by));
    let users = directory::user_names(conn, users).await?;
    let mut names: BTreeMap<(String, Month, String), Named> = BTreeMap::new();
    let mut out = Vec::with_capacity(list.len());
    for batch in list {
        let sql = Sql::new("select programme from batch_programme where batch = ")
            .bind(batch.id)
            .text(" order by programme");
        let mut programmes = Vec::new();
        for row in conn.rows(sql).await? {
            let key: String = row.try_get_by_index(0)?;
            let known = (key.clone(), batch.month, batch.place.as_str().to_owned());
            if !names.contains_key(&known) {
                let programme = trade::named(floor, conn, &batch.place, &key, batch.month).await;
                names.insert(known.clone(), programme.named());
            }
            programmes.push(names[&known].clone());
        }
        let file = batch.file_name.clone().zip(batch.file_digest.clone());
        out.push(BatchAnswer {
            id: batch.id,
            number: batch.number.clone(),
            month: batch.month,
            bank: Named {
                key: batch.bank.clone(),
                zh: batch.bank_zh.clone(),
                en: batch.bank_en.clone(),
            },
            programmes,
            status: batch.status.word().to_owned(),
            count: batch.payments,
            amount: Money::from_fen(batch.amount),
            paid: Counted {
                count: batch.paid.0,
                amount: Money::from_fen(batch.paid.1),
            },
            rejected: Counted {
                count: batch.rejected.0,
                amount: Money::from_fen(batch.rejected.1),
            },
            file: file.map(|(name, digest)| FileShown { name, digest }),
            reissue_of: batch.reissue_of,
            prepared_by: users.get(batch.prepared_by),
            approved_by: batch
                .approved_by
                .filter(|_| batch.status >= BatchStatus::Approved)
                .map(|id| users.get(id)),
            version: batch.version,
            job: None,
        });
    }
    Ok(out)
}

/// One batch as the API shows it.
pub(crate) async fn one(floor: &Floor, conn: &Conn, batch: &Batch) -> Result<BatchAnswer> {
    let mut list = shown(floor, conn, std::slice::from_ref(batch)).await?;
    list.pop()
        .ok_or_else(|| platform::Problem::internal("a list of one is empty"))
}
