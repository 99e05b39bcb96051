//! What later rooms tell about a household's benefits, so that its lists can show and filter
//! by it: `decide` sets programmes, classes and heads covered, `disburse` the month's amount.

use platform::{Result, Sql, Tx, bulk};
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
