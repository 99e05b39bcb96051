//! The reserve of a township: cash for emergencies, replenished by the county, paid out against a
//! receipt (民发〔2018〕23号 asks townships to keep one).
//!
//! Each township has one row of entries, numbered without gaps, and one sheet of the double-entry
//! ledger: money comes from the fund into the reserve and goes to the families that are paid. Each
//! entry says what the reserve holds after it; the database refuses an entry and a balance below
//! nought, each on its own. Money comes in by two people: one asks for it, another approves.

mod approve;
mod entries;
mod list;
mod replenish;
mod request;

pub(crate) use approve::{__path_approve, __path_reject, approve, reject};
pub(crate) use entries::{__path_entries, entries};
pub(crate) use list::{__path_list, list};
pub(crate) use replenish::{__path_replenish, replenish};
pub(crate) use request::{__path_requests, requests};

use async_trait::async_trait;
use decide::outside::{CashAid, Purse};
use kernel::{DivisionCode, DivisionLevel, Money, Month};
use platform::db::{Conn, Sql};
use platform::{Change, Problem, Result, Tx, bulk};
use serde_json::json;
use uuid::Uuid;

use crate::core::ledger::Event;
use crate::money::{self, Sheet};
use crate::problems;

/// The fund of the sheets that hold reserves, and the programme that is paid from them.
const FUND: &str = "reserve";
const PROGRAMME: &str = "temporary_relief";

/// The sheet of a township's reserve. It has no end, so it stands under a month that no roll has.
fn sheet(township: &DivisionCode) -> Result<Sheet> {
    let month = Month::new(2000, 1).map_err(Problem::internal)?;
    Ok(Sheet::new(township, FUND, PROGRAMME, month))
}

/// What moves a reserve.
#[derive(Debug)]
struct Move {
    incoming: bool,
    amount: Money,
    note: String,
    case: Option<Uuid>,
    household: Option<Uuid>,
}

/// The last entry of a township: its number and what the reserve holds, in fen.
async fn last(conn: &Conn, township: &DivisionCode) -> Result<(i64, i64)> {
    let sql = Sql::new("select seq, balance from reserve_entry where township = ")
        .bind(township.as_str())
        .text(" order by seq desc limit 1");
    match conn.row(sql).await? {
        Some(row) => Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)),
        None => Ok((0, 0)),
    }
}

/// Writes the next entry; answers its number and what the reserve holds after it.
async fn write(tx: &mut Tx, township: &DivisionCode, what: Move) -> Result<(i64, Money)> {
    let (seq, holds) = last(tx.conn(), township).await?;
    let moved = if what.incoming {
        what.amount.fen()
    } else {
        -what.amount.fen()
    };
    let after = holds
        .checked_add(moved)
        .ok_or_else(|| Problem::internal("a reserve beyond counting"))?;
    if after < 0 {
        return Err(Problem::new(&problems::RESERVE_SHORT).detail(
            format!(
                "备用金余额{}元，需支付{}元。请先补充备用金，或列入名册发放。",
                Money::from_fen(holds),
                what.amount
            ),
            format!(
                "The reserve holds {} 元, {} 元 are to be paid. Replenish it first, or pay by the roll.",
                Money::from_fen(holds),
                what.amount
            ),
        ));
    }
    let row = vec![
        township.as_str().into(),
        (seq + 1).into(),
        (if what.incoming { "in" } else { "out" }).into(),
        what.amount.fen().into(),
        after.into(),
        tx.floor().today().into(),
        what.note.as_str().into(),
        what.case.into(),
        what.household.into(),
        tx.ctx().actor().user.into(),
        tx.floor().now().into(),
    ];
    let columns = [
        "township",
        "seq",
        "kind",
        "amount",
        "balance",
        "on_day",
        "note",
        "case_id",
        "household",
        "by_user",
        "at",
    ];
    bulk::insert(tx, "reserve_entry", &columns, [row]).await?;
    let subject = format!("{}/{}", township.as_str(), seq + 1);
    let event = if what.incoming {
        Event::Replenish
    } else {
        Event::PayCash
    };
    let sheet = sheet(township)?;
    money::post(tx, &sheet, event, what.amount.fen(), "reserve", &subject).await?;
    let (before, now) = (json!({"balance": holds}), json!({"balance": after}));
    tx.record(Change::updated("reserve", subject, township, &before, &now));
    Ok((seq + 1, Money::from_fen(after)))
}

/// Pays cases of `decide` from the reserve of their township.
#[derive(Debug, Default)]
pub struct Reserves;

#[async_trait]
impl Purse for Reserves {
    async fn pay(&self, tx: &mut Tx, aid: CashAid) -> Result<()> {
        let township = aid
            .division
            .at(DivisionLevel::Township)
            .ok_or_else(|| Problem::new(&problems::RESERVE_NONE))?;
        let what = Move {
            incoming: false,
            amount: aid.amount,
            note: aid.receipt,
            case: Some(aid.case),
            household: Some(aid.household),
        };
        write(tx, &township, what).await.map(|_| ())
    }
}
