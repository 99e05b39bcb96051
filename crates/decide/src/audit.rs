//! What `audit verify` recomputes: the awards that opening decisions made.

use async_trait::async_trait;
use platform::audit::{RowDigest, Verifier};
use platform::db::{Conn, Sql};
use platform::{Problem, Result};
use uuid::Uuid;

use crate::apply::number;

/// Awards of an opening decision, by the range of their serials.
#[derive(Debug, Default)]
pub struct Opened;

#[async_trait]
impl Verifier for Opened {
    fn noun(&self) -> &'static str {
        "opening"
    }

    async fn rows(&self, conn: &Conn, subject: &str, rows: &mut RowDigest) -> Result<()> {
        let mut parts = subject.split('/');
        let broken = || Problem::internal("the subject of an opening is decision/first/end");
        let decision = parts
            .next()
            .and_then(|id| Uuid::parse_str(id).ok())
            .ok_or_else(broken)?;
        let mut serial = || {
            parts
                .next()
                .and_then(|n| n.parse::<i64>().ok())
                .ok_or_else(broken)
        };
        let (first, end) = (serial()?, serial()?);
        let head =
            Sql::new("select division, effective_month from decision where id = ").bind(decision);
        let Some(row) = conn.row(head).await? else {
            return Ok(());
        };
        let division: String = row.try_get_by_index(0)?;
        let month =
            kernel::Month::from_index(row.try_get_by_index(1)?).map_err(Problem::internal)?;
        let area = division.get(..6).ok_or_else(broken)?;
        let sql = Sql::new(
            "select a.number, a.id, a.household, t.facts from award a join award_terms t \
             on t.award = a.id and t.since = a.since and t.from_month = a.from_month where a.decision = ",
        )
        .bind(decision)
        .text(" and a.number >= ")
        .bind(number(area, month.year(), first))
        .text(" and a.number < ")
        .bind(number(area, month.year(), end))
        .text(" order by a.number");
        conn.for_each(sql, |row| {
            let (number, facts): (String, String) =
                (row.try_get_by_index(0)?, row.try_get_by_index(3)?);
            let (id, household): (Uuid, Uuid) =
                (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            rows.add(
                &number,
                &[id.as_bytes(), household.as_bytes(), facts.as_bytes()],
            );
            Ok(())
        })
        .await?;
        Ok(())
    }
}
