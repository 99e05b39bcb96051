//! Posting to the ledger, in the transaction of the hand-over itself.

use kernel::{DivisionCode, Money, Month};
use platform::db::{Conn, Sql};
use platform::{Problem, Result, Tx};

use crate::core::ledger::{Account, Balances, Event, LedgerError};
use crate::problems;

/// Which ledger of which county.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sheet {
    pub place: String,
    pub fund: String,
    pub programme: String,
    pub month: Month,
}

impl Sheet {
    pub fn new(place: &DivisionCode, fund: &str, programme: &str, month: Month) -> Self {
        Self {
            place: place.as_str().to_owned(),
            fund: fund.to_owned(),
            programme: programme.to_owned(),
            month,
        }
    }

    fn condition(&self) -> Sql {
        Sql::new(" where programme = ")
            .bind(self.programme.as_str())
            .text(" and month = ")
            .bind(self.month.index())
            .text(" and place = ")
            .bind(self.place.as_str())
            .text(" and fund = ")
            .bind(self.fund.as_str())
    }
}

/// The balances of a sheet, rebuilt from its postings and held against the
/// balances kept beside them.
pub(crate) async fn balances(conn: &Conn, sheet: &Sheet) -> Result<Balances> {
    let sql = Sql::new("select event, cast(sum(amount) as bigint) from ledger_entry")
        .push(sheet.condition())
        .text(" group by event order by event");
    let mut sums = Vec::new();
    for row in conn.rows(sql).await? {
        let word: String = row.try_get_by_index(0)?;
        let event = Event::of_word(&word)
            .ok_or_else(|| Problem::internal(format!("ledger event {word}")))?;
        sums.push((event, row.try_get_by_index(1)?));
    }
    Ok(Balances::of(sums))
}

/// The balances kept beside the postings.
pub(crate) async fn kept(conn: &Conn, sheet: &Sheet) -> Result<Vec<(Account, i64)>> {
    let sql = Sql::new("select account, amount from ledger_balance")
        .push(sheet.condition())
        .text(" order by account");
    let mut out = Vec::new();
    for row in conn.rows(sql).await? {
        let word: String = row.try_get_by_index(0)?;
        let account = Account::of_word(&word)
            .ok_or_else(|| Problem::internal(format!("ledger account {word}")))?;
        out.push((account, row.try_get_by_index(1)?));
    }
    Ok(out)
}

/// Whether postings and kept balances agree and nothing was made or lost.
pub(crate) async fn balanced(conn: &Conn, sheet: &Sheet) -> Result<bool> {
    let rebuilt = balances(conn, sheet).await?;
    let kept = kept(conn, sheet).await?;
    let same = kept
        .iter()
        .all(|(account, amount)| rebuilt.get(*account) == *amount)
        && Account::EVERY.iter().all(|account| {
            rebuilt.get(*account) == 0 || kept.iter().any(|(known, _)| known == account)
        });
    Ok(same && rebuilt.proof().is_ok())
}

/// Posts an amount. Nothing is posted for nothing.
///
/// # Errors
/// `disburse.totals.unequal` when an account would go below zero: somebody
/// tries to hand on money that is not there.
pub(crate) async fn post(
    tx: &Tx,
    sheet: &Sheet,
    event: Event,
    amount: i64,
    noun: &str,
    subject: &str,
) -> Result<()> {
    if amount == 0 {
        return Ok(());
    }
    let (from, to) = event.accounts();
    let unequal = |error: LedgerError| {
        Problem::new(&problems::UNEQUAL)
            .detail(
                format!(
                    "{}·{}·{}：账户“{from}”余额不足{}元。",
                    sheet.fund,
                    sheet.programme,
                    sheet.month,
                    Money::from_fen(amount)
                ),
                format!(
                    "{}, {}, {}: the account “{from}” does not hold {} yuan.",
                    sheet.fund,
                    sheet.programme,
                    sheet.month,
                    Money::from_fen(amount)
                ),
            )
            .because(error)
    };
    let mut held = Balances::of([]);
    for (account, amount) in kept(tx.conn(), sheet).await? {
        held.put(account, amount);
    }
    held.post(event, amount).map_err(unequal)?;
    let next =
        Sql::new("select coalesce(max(seq), 0) + 1 from ledger_entry").push(sheet.condition());
    let seq: i64 = tx.conn().scalar(next).await?.unwrap_or(1);
    tx.conn()
        .run(Sql::with(
            "insert into ledger_entry (place, fund, programme, month, seq, event, amount, noun, subject) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                sheet.place.as_str().into(),
                sheet.fund.as_str().into(),
                sheet.programme.as_str().into(),
                sheet.month.index().into(),
                seq.into(),
                event.word().into(),
                amount.into(),
                noun.into(),
                subject.into(),
            ],
        ))
        .await?;
    // Plain update first: an upsert would check the inserted negative amount before the conflict.
    for (account, delta) in [(from, -amount), (to, amount)] {
        let sql = Sql::new("update ledger_balance set amount = amount + ")
            .bind(delta)
            .push(sheet.condition())
            .text(" and account = ")
            .bind(account.word());
        if tx.conn().run(sql).await? == 0 {
            tx.conn()
                .run(Sql::with(
                    "insert into ledger_balance (place, fund, programme, month, account, amount) values (?, ?, ?, ?, ?, ?)",
                    [
                        sheet.place.as_str().into(),
                        sheet.fund.as_str().into(),
                        sheet.programme.as_str().into(),
                        sheet.month.index().into(),
                        account.word().into(),
                        delta.into(),
                    ],
                ))
                .await?;
        }
    }
    Ok(())
}

/// Two totals of a hand-over must be equal to the fen.
pub(crate) fn equal(what_zh: &str, what_en: &str, left: i64, right: i64) -> Result<()> {
    if left == right {
        return Ok(());
    }
    let (left, right) = (Money::from_fen(left), Money::from_fen(right));
    Err(Problem::new(&problems::UNEQUAL).detail(
        format!("{what_zh}：{left}元与{right}元不一致。"),
        format!("{what_en}: {left} yuan and {right} yuan disagree."),
    ))
}
