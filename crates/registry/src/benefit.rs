//! What later rooms tell about a household's benefits, so that its lists can show and filter
//! by it: `decide` sets programmes, classes and heads covered, `disburse` the month's amount.

use platform::{Conn, Result, Scope, Sql, Tx, bulk};
use uuid::Uuid;

/// A programme that a household is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benefit {
    /// The household.
    pub household: Uuid,
    /// The programme's key.
    pub programme: String,
    /// The class, where the programme has classes.
    pub class: Option<String>,
    /// How many members it covers; nought takes the household out of the programme.
    pub covered: i32,
}

/// Sets what is known about some households and programmes.
///
/// # Errors
/// When the database refuses.
pub async fn set_benefits(tx: &mut Tx, benefits: &[Benefit]) -> Result<()> {
    let rows = benefits.iter().filter(|b| b.covered > 0).map(|b| {
        vec![
            b.household.into(),
            b.programme.as_str().into(),
            b.class.clone().into(),
            b.covered.into(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let columns = ["household", "programme", "class", "covered"];
    bulk::upsert(tx, "benefit", &columns, &["household", "programme"], rows).await?;
    for gone in benefits.iter().filter(|b| b.covered <= 0) {
        let sql = Sql::new("delete from benefit where household = ")
            .bind(gone.household)
            .text(" and programme = ")
            .bind(gone.programme.as_str());
        bulk::execute(tx, sql).await?;
    }
    Ok(())
}

/// Sets the month's amount of a programme for some households, in fen.
///
/// # Errors
/// When the database refuses.
pub async fn set_amounts(tx: &mut Tx, programme: &str, amounts: &[(Uuid, i64)]) -> Result<()> {
    for part in amounts.chunks(300) {
        let mut sql = Sql::new("update benefit set amount = case household");
        for (household, fen) in part {
            sql = sql
                .text(" when ")
                .bind(*household)
                .text(" then ")
                .bind(*fen);
        }
        let sql = sql
            .text(" end where programme = ")
            .bind(programme)
            .text(" and household in ")
            .bind_all(part.iter().map(|(h, _)| *h));
        bulk::execute(tx, sql).await?;
    }
    Ok(())
}

/// Active households of a scope, in benefit or not, in the order of division and key, after one
/// of them; at most `limit`. Walk a county by handing the last one in again.
///
/// # Errors
/// When the database fails.
pub async fn households_by_benefit(
    conn: &Conn,
    scope: &Scope,
    in_benefit: bool,
    after: Option<&(String, Uuid)>,
    limit: u64,
) -> Result<Vec<(String, Uuid)>> {
    let mut sql = Sql::new("select h.division, h.id from household h where ")
        .push(by_benefit(scope, in_benefit));
    if let Some((division, id)) = after {
        sql = sql
            .text(" and (h.division, h.id) > (")
            .bind(division.as_str())
            .text(", ")
            .bind(*id)
            .text(")");
    }
    let sql = sql
        .text(" order by h.division, h.id limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows = conn.rows(sql).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count_by_benefit(conn: &Conn, scope: &Scope, in_benefit: bool) -> Result<u64> {
    let sql =
        Sql::new("select count(*) from household h where ").push(by_benefit(scope, in_benefit));
    let n: i64 = conn.scalar(sql).await?.unwrap_or(0);
    Ok(u64::try_from(n).unwrap_or(0))
}

fn by_benefit(scope: &Scope, in_benefit: bool) -> Sql {
    Sql::new("h.status = 'active' and ")
        .push(scope.sql("h.division"))
        .text(if in_benefit { " and " } else { " and not " })
        .text("exists (select 1 from benefit b where b.household = h.id and b.covered > 0)")
}

/// Whether a household is in benefit.
///
/// # Errors
/// When the database fails.
pub async fn in_benefit(conn: &Conn, household: Uuid) -> Result<bool> {
    let sql = Sql::new("select 1 from benefit where covered > 0 and household = ")
        .bind(household)
        .text(" limit 1");
    Ok(conn.row(sql).await?.is_some())
}
