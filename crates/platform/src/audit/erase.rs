//! Erasing a change set without breaking the chain.

use uuid::Uuid;

use crate::{
    db::Sql,
    problem::{Problem, Result},
    tx::Tx,
};

/// Erases the stored change sets of some entries of the actor's own chain. The erasure itself is
/// the command that runs: its entry names why, and each erased set names that entry.
///
/// # Errors
/// `platform.not_found` when an entry is not there or was erased before.
pub async fn erase(tx: &mut Tx, entries: &[i64]) -> Result<()> {
    let chain: Uuid = tx.ctx().actor().organisation;
    let (last, _) = super::head(tx.conn(), chain, super::AUDIT).await?;
    for seq in entries {
        let sql = Sql::new("update audit_change set payload = null, erased_by = ")
            .bind(last + 1)
            .text(" where chain = ")
            .bind(chain)
            .text(" and payload is not null and seq = ")
            .bind(*seq);
        if tx.conn().run(sql).await? != 1 {
            return Err(Problem::not_found());
        }
        tx.record(crate::change::Change::removed(
            "audit_change",
            format!("{chain}/{seq}"),
            None,
            &serde_json::Value::Null,
        ));
    }
    Ok(())
}
