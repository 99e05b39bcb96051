//! What can be paid: locked lines that no live payment covers, less what was
//! withheld, grouped by programme, payee and account.

use std::collections::BTreeMap;

use kernel::{DivisionCode, Month};
use platform::db::{Conn, Sql};
use platform::{Floor, Result};
use uuid::Uuid;

use crate::core::grouping::{Payment, Target, group};
use crate::core::line::{Line, LineKey, LineKind};
use crate::outside::{Release, world};
use crate::repo::{self, Roll};
use crate::roll::rows;
use crate::trade;

/// A payment to be, with what its row says.
pub(super) struct Ready {
    pub programme: String,
    pub section: String,
    pub fund: String,
    pub division: std::sync::Arc<str>,
    pub kind: LineKind,
    pub households: i32,
    pub payment: Payment,
    /// What each line gives, in the order of the payment's lines.
    pub amounts: Vec<i64>,
}

/// Payments by bank, and what is left out.
#[derive(Default)]
pub(super) struct Pool {
    pub by_bank: BTreeMap<String, Vec<Ready>>,
    /// Lines whose payee has no account in force: count and fen.
    pub without_account: (i64, i64),
    /// Lines whose bank no layout serves: count and fen.
    pub without_bank: (i64, i64),
}

/// Which lines.
pub(super) enum From<'a> {
    /// Never gathered lines of a locked roll.
    Roll(&'a Roll),
    /// Bounced lines of a batch.
    Batch(Uuid, &'a Roll),
}

const SAME: &str = "p.programme = l.programme and p.month = l.month and p.person = l.person and p.component = l.component \
     and p.kind = l.kind and p.for_month = l.for_month and p.line_seq = l.seq";

/// Payees whose accounts are looked up in one go.
const PAYEES: usize = 2_000;

/// The SQL of lines that may be gathered.
pub(super) fn payable(from: &From<'_>, roll: &Roll) -> Sql {
    let sql = Sql::new(format!("select {} from ", rows::LINE));
    match from {
        From::Roll(_) => sql
            .text("line l where ")
            .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place))
            .text(&format!(
                " and l.kind <> 'recovery' and not exists (select 1 from payment_line p where {SAME} and p.live = 1) \
                 and not exists (select 1 from payment_line p where {SAME} and p.live = 2)"
            )),
        From::Batch(batch, _) => sql
            .text(&format!("payment_line p join line l on {SAME} where p.live = 2 and p.batch = "))
            .bind(*batch)
            .text(" and ")
            .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place)),
    }
}

async fn withheld(conn: &Conn, roll: &Roll) -> Result<BTreeMap<LineKey, i64>> {
    let sql = Sql::new(
        "select person, component, kind, for_month, seq, amount from withheld where programme = ",
    )
    .bind(roll.programme.as_str())
    .text(" and month = ")
    .bind(roll.month.index());
    let mut out: BTreeMap<LineKey, i64> = BTreeMap::new();
    for row in conn.rows(sql).await? {
        let kind: String = row.try_get_by_index(2)?;
        let key = LineKey {
            person: row.try_get_by_index(0)?,
            component: row.try_get_by_index::<String>(1)?.into(),
            kind: LineKind::of_word(&kind).ok_or_else(|| platform::Problem::internal(kind))?,
            for_month: repo::month(row.try_get_by_index(3)?)?,
            seq: row.try_get_by_index(4)?,
        };
        *out.entry(key).or_default() += row.try_get_by_index::<i64>(5)?;
    }
    Ok(out)
}

/// Gathers one roll's payable lines into the pool.
pub(super) async fn fill(
    floor: &Floor,
    conn: &Conn,
    release: &Release,
    from: From<'_>,
    on: Month,
    pool: &mut Pool,
) -> Result<()> {
    let roll = match &from {
        From::Roll(roll) | From::Batch(_, roll) => *roll,
    };
    let held = withheld(conn, roll).await?;
    let mut lines: Vec<Line> = Vec::new();
    let mut texts = rows::Texts::default();
    conn.for_each(payable(&from, roll), |row| {
        let mut line = rows::line(&row, &mut texts)?;
        line.amount -= held.get(&line.key).copied().unwrap_or(0);
        if line.amount > 0 {
            lines.push(line);
        }
        Ok(())
    })
    .await?;
    let mut payees: Vec<Uuid> = lines.iter().map(|line| line.payee).collect();
    payees.sort_unstable();
    payees.dedup();
    let mut targets: BTreeMap<Uuid, Target> = BTreeMap::new();
    let mut unserved: std::collections::BTreeSet<Uuid> = std::collections::BTreeSet::new();
    let mut banks: BTreeMap<String, Option<String>> = BTreeMap::new();
    for part in payees.chunks(PAYEES) {
        for (payee, account) in world(floor).accounts(floor, conn, part, on).await? {
            let bank = banks.entry(account.bank).or_insert_with_key(|name| {
                trade::bank(release, name).map(|(bank, _)| bank.key.clone())
            });
            match bank {
                Some(bank) => {
                    targets.insert(
                        payee,
                        Target {
                            bank: bank.clone(),
                            account: account.id,
                        },
                    );
                }
                None => {
                    unserved.insert(payee);
                }
            }
        }
    }
    for line in &lines {
        let part = if targets.contains_key(&line.payee) {
            continue;
        } else if unserved.contains(&line.payee) {
            &mut pool.without_bank
        } else {
            &mut pool.without_account
        };
        part.0 += 1;
        part.1 += line.amount;
    }
    let by_key: BTreeMap<&LineKey, &Line> = lines.iter().map(|line| (&line.key, line)).collect();
    let grouped = group(&lines, |payee| targets.get(&payee).cloned());
    for (bank, payments) in grouped.by_bank {
        let list = pool.by_bank.entry(bank).or_default();
        for payment in payments {
            let members: Vec<&Line> = payment
                .lines
                .iter()
                .filter_map(|key| by_key.get(key).copied())
                .collect();
            let mut households: Vec<Uuid> = members.iter().map(|line| line.household).collect();
            households.sort_unstable();
            households.dedup();
            let current = members
                .iter()
                .any(|line| line.key.kind == LineKind::Current);
            list.push(Ready {
                programme: roll.programme.clone(),
                section: roll.section.clone(),
                fund: roll.fund.clone(),
                division: members
                    .iter()
                    .map(|line| line.division.clone())
                    .min()
                    .unwrap_or_else(|| std::sync::Arc::from("")),
                kind: if current {
                    LineKind::Current
                } else {
                    LineKind::Arrears
                },
                households: i32::try_from(households.len()).unwrap_or(i32::MAX),
                amounts: members.iter().map(|line| line.amount).collect(),
                payment,
            });
        }
    }
    Ok(())
}

/// The order in which payments stand in a file.
pub(super) fn sort(pool: &mut Pool) {
    for list in pool.by_bank.values_mut() {
        list.sort_by(|a, b| {
            (&a.programme, &a.division, a.payment.payee).cmp(&(
                &b.programme,
                &b.division,
                b.payment.payee,
            ))
        });
    }
}

/// Whether a roll has a line to be gathered.
pub(super) async fn any(
    conn: &Conn,
    programme: &str,
    month: Month,
    county: &DivisionCode,
) -> Result<Option<(Roll, bool)>> {
    let Some(roll) = repo::roll_of(conn, programme, month, county).await? else {
        return Ok(None);
    };
    let some = conn
        .row(payable(&From::Roll(&roll), &roll).text(" limit 1"))
        .await?
        .is_some();
    Ok(Some((roll, some)))
}
