//! What `audit verify` recomputes: the versions and entries that an import wrote.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use platform::audit::{RowDigest, Verifier};
use platform::{Conn, Result, Sql};
use uuid::Uuid;

use crate::import::SLICE_NOUN;

/// The verifiers of the slice.
pub fn verifiers() -> Vec<Arc<dyn Verifier>> {
    vec![Arc::new(Slices)]
}

struct Slices;

#[async_trait]
impl Verifier for Slices {
    fn noun(&self) -> &'static str {
        SLICE_NOUN
    }

    async fn rows(&self, conn: &Conn, subject: &str, rows: &mut RowDigest) -> Result<()> {
        let Some((import, slice)) = subject.split_once('/') else {
            return Ok(());
        };
        let (Ok(import), Ok(slice)) = (import.parse::<Uuid>(), slice.parse::<i32>()) else {
            return Ok(());
        };
        let (first, last) = crate::import::entries_of_slice(slice);
        let sql = Sql::new(
            "select subject, valid_from, version, facts from circumstance where import = ",
        )
        .bind(import)
        .text(" and slice = ")
        .bind(slice)
        .text(" order by subject, valid_from, version");
        conn.for_each(sql, |row| {
            let subject: Uuid = row.try_get_by_index(0)?;
            let from: NaiveDate = row.try_get_by_index(1)?;
            let version: i32 = row.try_get_by_index(2)?;
            let facts: String = row.try_get_by_index(3)?;
            let digest = platform::hash::sm3(&[facts.as_bytes()]);
            rows.add(
                &format!("circumstance/{subject}/{from}/{version}"),
                &[&digest],
            );
            Ok(())
        })
        .await?;
        let sql = Sql::new(
            "select seq, programme, class, from_month, members, facts from roster_entry where import = ",
        )
        .bind(import)
        .text(" and seq >= ")
        .bind(first)
        .text(" and seq < ")
        .bind(last)
        .text(" order by seq");
        conn.for_each(sql, |row| {
            let seq: i64 = row.try_get_by_index(0)?;
            let class: Option<String> = row.try_get_by_index(2)?;
            let [programme, from, members, facts] =
                [1, 3, 4, 5].map(|i| row.try_get_by_index::<String>(i));
            let (programme, from, members, facts) = (programme?, from?, members?, facts?);
            let digest = platform::hash::sm3_framed([
                programme.as_bytes(),
                class.as_deref().unwrap_or("").as_bytes(),
                from.as_bytes(),
                members.as_bytes(),
                facts.as_bytes(),
            ]);
            rows.add(&format!("entry/{seq}"), &[&digest]);
            Ok(())
        })
        .await?;
        Ok(())
    }
}
