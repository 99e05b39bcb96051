//! Batches: payments of one bank and month, from gathering to the file.

mod answer;
mod approve;
mod create;
mod discard;
mod file;
mod gather;
mod get;
mod list;
mod payments;
mod pool;
mod reissue;
mod send;
mod write;

pub use answer::{BatchAnswer, Counted, FileShown};
pub(crate) use answer::{one, shown};
pub(crate) use approve::{__path_approve, approve};
pub(crate) use create::{__path_create, create};
pub use create::{BatchRequest, BatchesCreated};
pub(crate) use discard::{__path_discard, discard};
pub(crate) use file::{__path_file, file};
pub use gather::Gather;
pub(crate) use gather::payments as batch_payments;
pub(crate) use get::{__path_get, get};
pub use list::BatchQuery;
pub(crate) use list::{__path_list, list};
pub(crate) use payments::{__path_payments, payments};
pub use payments::{PaymentAnswer, PaymentQuery};
pub(crate) use reissue::{__path_reissue, reissue};
pub(crate) use send::{__path_send, hand_over, send};
pub use write::WriteFile;

use decide::steps::NotAllowed;
use platform::Problem;
use platform::db::{Conn, Sql};

use crate::problems;
use crate::repo::Batch;

/// A refused step as a problem.
pub(crate) fn refused(step: &NotAllowed) -> Problem {
    Problem::new(&problems::BATCH_STATE).detail(
        format!("当前状态为“{}”，不能进行“{}”。", step.state, step.act),
        format!("It is {}; “{}” is not possible.", step.state, step.act),
    )
}

/// A part of a batch that one ledger takes.
pub(crate) struct Part {
    pub programme: String,
    pub fund: String,
    pub amount: i64,
}

/// The sums of a batch by programme and fund.
pub(crate) async fn parts(conn: &Conn, batch: &Batch) -> platform::Result<Vec<Part>> {
    let sql = Sql::new("select programme, fund, cast(sum(amount) as bigint) from payment where status <> 'cancelled' and batch = ")
        .bind(batch.id)
        .text(" group by programme, fund order by programme, fund");
    conn.rows(sql)
        .await?
        .iter()
        .map(|row| {
            Ok(Part {
                programme: row.try_get_by_index(0)?,
                fund: row.try_get_by_index(1)?,
                amount: row.try_get_by_index(2)?,
            })
        })
        .collect()
}
