//! What a locked roll takes back.
//!
//! What was never paid is withheld: the line it adjusts pays that much less,
//! and the ledger gives it back to the fund. What was paid, or is on its way,
//! becomes a claim against the family, collected in cash and handed to the
//! treasury. Nothing is set off against a benefit in payment.

use std::collections::BTreeMap;

use platform::db::Sql;
use platform::{Problem, Result, Tx};

use super::rows;
use crate::core::ledger::Event;
use crate::core::line::{Line, LineKind};
use crate::money::{self, Sheet};
use crate::repo::{Roll, month};

/// An unpaid line that a recovery may be withheld from.
struct Unpaid {
    month: i32,
    kind: String,
    seq: i32,
    left: i64,
    bounced: bool,
    fund: String,
}

/// Settles every recovery line of the roll. Answers what became claims, fen.
pub(super) async fn recoveries(tx: &mut Tx, roll: &Roll) -> Result<i64> {
    let sql = Sql::new(format!("select {} from line l where ", rows::LINE))
        .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place))
        .text(" and l.kind = 'recovery' order by l.person, l.component, l.for_month");
    let mut texts = rows::Texts::default();
    let lines: Vec<Line> = tx
        .conn()
        .rows(sql)
        .await?
        .iter()
        .map(|row| rows::line(row, &mut texts))
        .collect::<Result<_>>()?;
    let mut withdrawn: BTreeMap<(Sheet, Event), i64> = BTreeMap::new();
    let mut claimed = 0;
    for line in lines {
        debug_assert_eq!(line.key.kind, LineKind::Recovery);
        let mut open = line.amount;
        for unpaid in unpaid(tx, roll, &line).await? {
            let part = open.min(unpaid.left);
            if part == 0 {
                continue;
            }
            open -= part;
            tx.conn()
                .run(Sql::with(
                    "insert into withheld (programme, month, person, component, kind, for_month, seq, by_month, amount) \
                     values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        roll.programme.as_str().into(),
                        unpaid.month.into(),
                        line.key.person.into(),
                        line.key.component.as_ref().into(),
                        unpaid.kind.as_str().into(),
                        line.key.for_month.index().into(),
                        unpaid.seq.into(),
                        roll.month.index().into(),
                        part.into(),
                    ],
                ))
                .await?;
            let event = if unpaid.bounced {
                Event::WithdrawReturned
            } else {
                Event::Withdraw
            };
            let sheet = Sheet::new(
                &roll.place,
                &unpaid.fund,
                &roll.programme,
                month(unpaid.month)?,
            );
            *withdrawn.entry((sheet, event)).or_default() += part;
        }
        if open > 0 {
            claim(tx, roll, &line, open).await?;
            claimed += open;
        }
    }
    let subject = roll.id.to_string();
    for ((sheet, event), amount) in withdrawn {
        money::post(tx, &sheet, event, amount, "roll", &subject).await?;
    }
    let sheet = Sheet::new(&roll.place, &roll.fund, &roll.programme, roll.month);
    money::post(tx, &sheet, Event::Claim, claimed, "roll", &subject).await?;
    Ok(claimed)
}

/// Lines for the same person, component and month that no live payment covers,
/// in locked rolls, with what is still left of them. Only lines of the same
/// award: another's money is not touched.
async fn unpaid(tx: &Tx, roll: &Roll, line: &Line) -> Result<Vec<Unpaid>> {
    let same = "p.programme = l.programme and p.month = l.month and p.person = l.person and p.component = l.component \
                and p.kind = l.kind and p.for_month = l.for_month and p.line_seq = l.seq";
    let sql = Sql::new(format!(
        "select l.month, l.kind, l.seq, l.amount, \
         (select cast(coalesce(sum(w.amount), 0) as bigint) from withheld w where w.programme = l.programme and w.month = l.month \
          and w.person = l.person and w.component = l.component and w.kind = l.kind and w.for_month = l.for_month and w.seq = l.seq), \
         (select count(*) from payment_line p where {same} and p.live = 2), r.fund \
         from roll r join line l on l.programme = r.programme and l.month = r.month where r.status = 'locked' and r.programme = "
    ))
    .bind(roll.programme.as_str())
    .text(" and r.place = ")
    .bind(roll.place.as_str())
    .text(" and l.person = ")
    .bind(line.key.person)
    .text(" and l.component = ")
    .bind(line.key.component.as_ref())
    .text(" and l.kind <> 'recovery' and l.for_month = ")
    .bind(line.key.for_month.index())
    .text(" and l.source = ")
    .bind(line.source)
    .text(&format!(" and not exists (select 1 from payment_line p where {same} and p.live = 1) order by l.month desc, l.kind"));
    tx.conn()
        .rows(sql)
        .await?
        .iter()
        .map(|row| {
            let (amount, withheld): (i64, i64) =
                (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
            Ok(Unpaid {
                month: row.try_get_by_index(0)?,
                kind: row.try_get_by_index(1)?,
                seq: row.try_get_by_index(2)?,
                left: amount - withheld,
                bounced: row.try_get_by_index::<i64>(5)? > 0,
                fund: row.try_get_by_index(6)?,
            })
        })
        .collect()
}

async fn claim(tx: &mut Tx, roll: &Roll, line: &Line, amount: i64) -> Result<()> {
    let id = tx.floor().new_id();
    let area = roll
        .place
        .as_str()
        .get(..6)
        .ok_or_else(|| Problem::internal("a county of less than six digits"))?
        .to_owned();
    let serial = tx.serial(&area, "claim", roll.month.index()).await?;
    // The sheet's number is month and serial: 202210-001 (追缴单编号).
    let number = format!(
        "{area}-{}{:02}-{serial:03}",
        roll.month.year(),
        roll.month.month()
    );
    tx.conn()
        .run(Sql::with(
            "insert into claim (id, programme, section, place, month, fund, person, component, for_month, household, division, \
             amount, collected, handed, number, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 1)",
            [
                id.into(),
                roll.programme.as_str().into(),
                roll.section.as_str().into(),
                roll.place.as_str().into(),
                roll.month.index().into(),
                roll.fund.as_str().into(),
                line.key.person.into(),
                line.key.component.as_ref().into(),
                line.key.for_month.index().into(),
                line.household.into(),
                line.division.as_ref().into(),
                amount.into(),
                number.into(),
            ],
        ))
        .await?;
    Ok(())
}
