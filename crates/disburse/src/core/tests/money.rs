//! P-MONEY against the pure parts: random months with crashes, retries,
//! rejections and re-issues, held against a model that only counts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use decide::steps::Steps;
use kernel::Month;
use proptest::prelude::*;
use uuid::Uuid;

use crate::core::grouping::{Target, group};
use crate::core::ledger::{Account, Balances, Event};
use crate::core::line::{Line, LineKey, LineKind};
use crate::core::state::{PaymentAct, PaymentStatus};

#[derive(Debug, Clone)]
enum Step {
    /// Gather what can be paid.
    Batch,
    /// The same, but the process dies before the commit.
    BatchThenCrash,
    /// Answer batch n; the outcome of payment i is the i-th bit pair.
    Answer(usize, u64),
    /// Read the same answer again.
    AnswerAgain(usize),
    /// Person n gets an account, or another.
    Account(u128, u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Batch),
        1 => Just(Step::BatchThenCrash),
        4 => (0..8usize, any::<u64>()).prop_map(|(n, bits)| Step::Answer(n, bits)),
        1 => (0..8usize).prop_map(Step::AnswerAgain),
        2 => (0..6u128, 0..3u8).prop_map(|(person, bank)| Step::Account(person, bank)),
    ]
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    prop::collection::btree_map((0..6u128, 0..2usize), (0..6u128, 1..50_000i64), 1..12).prop_map(
        |rows| {
            rows.into_iter()
                .map(|((person, component), (payee, amount))| Line {
                    key: LineKey {
                        person: Uuid::from_u128(person),
                        component: Arc::from(["class", "care"][component]),
                        kind: LineKind::Current,
                        for_month: Month::new(2022, 10).unwrap(),
                        seq: 0,
                    },
                    household: Uuid::nil(),
                    source: Uuid::nil(),
                    payee: Uuid::from_u128(payee),
                    division: Arc::from("620521100000"),
                    class: Arc::from(""),
                    amount,
                })
                .collect()
        },
    )
}

struct Sent {
    status: PaymentStatus,
    amount: i64,
    lines: Vec<LineKey>,
}

#[derive(Default, Clone)]
struct Desk {
    live: BTreeSet<LineKey>,
    bounced: BTreeSet<LineKey>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn nothing_is_paid_twice_and_nothing_is_lost(lines in lines(), script in prop::collection::vec(step(), 0..40)) {
        let by_key: BTreeMap<LineKey, i64> = lines.iter().map(|line| (line.key.clone(), line.amount)).collect();
        let due: i64 = by_key.values().sum();
        let mut book = Balances::default();
        book.post(Event::Entitle, due).unwrap();
        let mut desk = Desk::default();
        let mut accounts: BTreeMap<Uuid, Target> = BTreeMap::new();
        let mut batches: Vec<Vec<Sent>> = Vec::new();
        for step in script {
            match step {
                Step::Batch | Step::BatchThenCrash => {
                    let crash = matches!(step, Step::BatchThenCrash);
                    let (kept_desk, kept_book) = (desk.clone(), book.clone());
                    let grouped = group(lines.iter().filter(|line| !desk.live.contains(&line.key)), |payee| accounts.get(&payee).cloned());
                    let mut made = Vec::new();
                    for payments in grouped.by_bank.into_values() {
                        let mut batch = Vec::new();
                        for payment in payments {
                            prop_assert_eq!(payment.amount, payment.lines.iter().map(|key| by_key[key]).sum::<i64>());
                            let again: i64 = payment.lines.iter().filter(|key| desk.bounced.contains(*key)).map(|key| by_key[key]).sum();
                            for key in &payment.lines {
                                prop_assert!(desk.live.insert(key.clone()), "a line is in two live payments");
                                desk.bounced.remove(key);
                            }
                            if again > 0 { book.post(Event::Reissue, again).unwrap(); }
                            if payment.amount > again { book.post(Event::Batch, payment.amount - again).unwrap(); }
                            book.post(Event::Send, payment.amount).unwrap();
                            batch.push(Sent { status: PaymentStatus::Pending, amount: payment.amount, lines: payment.lines });
                        }
                        made.push(batch);
                    }
                    if crash { desk = kept_desk; book = kept_book; } else { batches.extend(made); }
                }
                Step::Answer(n, bits) => {
                    let Some(batch) = batches.get_mut(n) else { continue };
                    for (i, sent) in batch.iter_mut().enumerate() {
                        let act = [PaymentAct::Pay, PaymentAct::Reject, PaymentAct::Wait, PaymentAct::Pay][((bits >> (2 * (i % 32))) & 3) as usize];
                        let Ok(status) = sent.status.take(act) else { continue };
                        match act {
                            PaymentAct::Pay => book.post(Event::Pay, sent.amount).unwrap(),
                            PaymentAct::Reject => {
                                book.post(Event::Return, sent.amount).unwrap();
                                for key in &sent.lines { desk.live.remove(key); desk.bounced.insert(key.clone()); }
                            }
                            _ => {}
                        }
                        sent.status = status;
                    }
                }
                Step::AnswerAgain(n) => {
                    for sent in batches.get(n).into_iter().flatten().filter(|sent| sent.status == PaymentStatus::Paid) {
                        prop_assert!(sent.status.take(PaymentAct::Pay).is_err(), "a paid payment was paid again");
                    }
                }
                Step::Account(person, bank) => {
                    let target = Target { bank: format!("bank-{bank}"), account: Uuid::from_u128(u128::from(bank)) };
                    accounts.insert(Uuid::from_u128(person), target);
                }
            }
            prop_assert_eq!(book.proof(), Ok(()));
            let paid: i64 = batches.iter().flatten().filter(|sent| sent.status == PaymentStatus::Paid).map(|sent| sent.amount).sum();
            prop_assert_eq!(book.get(Account::Paid), paid);
            prop_assert!(paid <= due);
            let parts = [Account::Entitled, Account::InBatch, Account::AtBank, Account::Paid, Account::Returned];
            prop_assert_eq!(parts.iter().map(|account| book.get(*account)).sum::<i64>(), due);
        }
        // In the end everybody has an account and the bank pays all: all is paid, once.
        let mut paid: BTreeMap<LineKey, u32> = BTreeMap::new();
        for sent in batches.iter_mut().flatten() {
            if let Ok(status) = sent.status.take(PaymentAct::Pay) { sent.status = status; }
            if sent.status == PaymentStatus::Paid {
                for key in &sent.lines { *paid.entry(key.clone()).or_default() += 1; }
            }
        }
        let rest = group(lines.iter().filter(|line| !desk.live.contains(&line.key)), |_| Some(Target { bank: "last".into(), account: Uuid::nil() }));
        for payment in rest.by_bank.into_values().flatten() {
            for key in payment.lines { *paid.entry(key).or_default() += 1; }
        }
        prop_assert_eq!(paid, by_key.keys().map(|key| (key.clone(), 1)).collect::<BTreeMap<_, _>>());
    }
}

/// A line taken back before it was paid lessens the payment; nothing is left
/// to pay when all of it was taken back.
#[test]
fn what_was_never_paid_is_netted() {
    let line = |kind, amount| Line {
        key: LineKey {
            person: Uuid::nil(),
            component: Arc::from("class"),
            kind,
            for_month: Month::new(2022, 9).unwrap(),
            seq: 0,
        },
        household: Uuid::nil(),
        source: Uuid::nil(),
        payee: Uuid::nil(),
        division: Arc::from(""),
        class: Arc::from(""),
        amount,
    };
    let target = |_| {
        Some(Target {
            bank: "b".into(),
            account: Uuid::nil(),
        })
    };
    let some = [
        line(LineKind::Current, 43_900),
        line(LineKind::Recovery, 2_200),
    ];
    assert_eq!(group(&some, target).by_bank["b"][0].amount, 41_700);
    let none = [
        line(LineKind::Current, 43_900),
        line(LineKind::Recovery, 43_900),
    ];
    let grouped = group(&none, target);
    assert!(grouped.by_bank.is_empty());
    assert_eq!(grouped.nothing_left.len(), 2);
    assert_eq!(group(&none[..1], |_| None).without_account.len(), 1);
}
