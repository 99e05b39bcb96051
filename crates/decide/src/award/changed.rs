//! What decisions changed: for arrears and for the reasons of the change list.

use std::collections::BTreeMap;

use kernel::Month;
use platform::db::{Conn, Sql};
use platform::{Problem, Result};
use uuid::Uuid;

/// The serial of the last approval; 0 where nothing was ever decided. What is
/// computed “as of” it is not touched by later approvals. A decision that a job
/// is still writing, and all after it, do not count yet.
///
/// # Errors
/// When the database fails.
pub async fn last_seq(conn: &Conn) -> Result<i64> {
    let sql = Sql::new(
        "select coalesce((select min(seq) - 1 from decision where status = 'applying'), \
         (select max(seq) from decision where status = 'approved'), 0)",
    );
    Ok(conn.scalar(sql).await?.unwrap_or(0))
}

/// An award that a decision changed from a month on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedAward {
    /// Which.
    pub award: Uuid,
    /// The earliest month that is touched.
    pub from: Month,
}

/// Awards of a programme changed by approvals `after < seq ≤ up_to` with an
/// effect before `before`: those whose past months may need arrears or
/// recovery. Opening decisions do not count: they say what was already paid
/// elsewhere.
///
/// # Errors
/// When the database fails.
pub async fn changed_awards(
    conn: &Conn,
    programme: &str,
    after: i64,
    up_to: i64,
    before: Month,
) -> Result<Vec<ChangedAward>> {
    let sql = Sql::new(
        "select i.award, min(i.from_month) from decision d join decision_item i on i.decision = d.id \
         where d.kind <> 'opening' and d.kind <> 'one_off' and d.programme = ",
    )
    .bind(programme)
    .text(" and d.seq > ")
    .bind(after)
    .text(" and d.seq <= ")
    .bind(up_to)
    .text(" and i.from_month < ")
    .bind(before.index())
    .text(" and i.award is not null group by i.award order by i.award");
    let rows = conn.rows(sql).await?;
    rows.into_iter()
        .map(|row| {
            Ok(ChangedAward {
                award: row.try_get_by_index(0)?,
                from: Month::from_index(row.try_get_by_index(1)?).map_err(Problem::internal)?,
            })
        })
        .collect()
}

/// Why an award changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The decision.
    pub decision: Uuid,
    /// Its reason, as the people who decided wrote it.
    pub reason: String,
}

/// For each award of a programme that approvals `after < seq ≤ up_to` touched,
/// or whose change takes effect in `month`: the latest decision and its reason.
///
/// # Errors
/// When the database fails.
pub async fn reasons(
    conn: &Conn,
    programme: &str,
    after: i64,
    up_to: i64,
    month: Month,
) -> Result<BTreeMap<Uuid, Why>> {
    let sql = Sql::new(
        "select i.award, d.id, d.reason, i.payload from decision d join decision_item i on i.decision = d.id \
         where d.programme = ",
    )
    .bind(programme)
    .text(" and d.seq <= ")
    .bind(up_to)
    .text(" and (d.seq > ")
    .bind(after)
    .text(" or i.from_month = ")
    .bind(month.index())
    .text(") and i.award is not null order by d.seq, i.seq");
    let mut out = BTreeMap::new();
    conn.for_each(sql, |row| {
        let payload: String = row.try_get_by_index(3)?;
        let reason = reason(&payload, row.try_get_by_index(2)?)?;
        out.insert(
            row.try_get_by_index::<Uuid>(0)?,
            Why {
                decision: row.try_get_by_index(1)?,
                reason,
            },
        );
        Ok(())
    })
    .await?;
    Ok(out)
}

/// A decision that changed an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardChange {
    /// The decision.
    pub decision: Uuid,
    /// Its public number.
    pub number: String,
    /// The word of its kind.
    pub kind: String,
    /// Why, as the people who decided wrote it.
    pub reason: String,
    /// The first month it touches.
    pub from: Month,
}

/// The decisions by which approvals `after < seq ≤ up_to` changed an award's months before
/// `before`, in their order.
///
/// # Errors
/// When the database fails.
pub async fn changes_of(
    conn: &Conn,
    award: Uuid,
    after: i64,
    up_to: i64,
    before: Month,
) -> Result<Vec<AwardChange>> {
    let sql = Sql::new(
        "select d.id, d.number, d.kind, d.reason, i.from_month, i.payload from decision d \
         join decision_item i on i.decision = d.id where d.kind <> 'opening' and i.award = ",
    )
    .bind(award)
    .text(" and d.seq > ")
    .bind(after)
    .text(" and d.seq <= ")
    .bind(up_to)
    .text(" and i.from_month < ")
    .bind(before.index())
    .text(" order by d.seq, i.seq");
    let mut out = Vec::new();
    for row in conn.rows(sql).await? {
        out.push(AwardChange {
            decision: row.try_get_by_index(0)?,
            number: row
                .try_get_by_index::<Option<String>>(1)?
                .unwrap_or_default(),
            kind: row.try_get_by_index(2)?,
            reason: reason(
                &row.try_get_by_index::<String>(5)?,
                row.try_get_by_index(3)?,
            )?,
            from: Month::from_index(row.try_get_by_index(4)?).map_err(Problem::internal)?,
        });
    }
    Ok(out)
}

/// An item's own reason, else that of its decision.
fn reason(payload: &str, of_decision: String) -> Result<String> {
    let item: serde_json::Value = serde_json::from_str(payload)?;
    let own = item
        .get("reason")
        .and_then(serde_json::Value::as_str)
        .filter(|text| !text.is_empty());
    Ok(own.map_or(of_decision, str::to_owned))
}

/// Everybody whom some awards ever covered.
///
/// # Errors
/// When the database fails.
pub async fn persons_of(conn: &Conn, awards: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut out = std::collections::BTreeSet::new();
    for part in awards.chunks(500) {
        let sql = Sql::new("select distinct person from award_member where award in ")
            .bind_all(part.iter().copied());
        for row in conn.rows(sql).await? {
            out.insert(row.try_get_by_index::<Uuid>(0)?);
        }
    }
    Ok(out.into_iter().collect())
}

/// Everybody whom an award or grant of a household ever covered.
///
/// # Errors
/// When the database fails.
pub async fn persons_of_household(conn: &Conn, household: Uuid) -> Result<Vec<Uuid>> {
    let sql = Sql::new(
        "select m.person from award a join award_member m on m.award = a.id where a.household = ",
    )
    .bind(household)
    .text(" union select o.person from one_off o where o.household = ")
    .bind(household)
    .text(" order by 1");
    let rows = conn.rows(sql).await?;
    rows.iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}
