use proptest::prelude::*;

use crate::core::ledger::{Account, Balances, Event, LedgerError};

proptest! {
    /// Any order of events: the sum stays zero, nothing goes below zero, a
    /// refused posting changes nothing.
    #[test]
    fn money_moves_and_is_never_made(script in prop::collection::vec((0..Event::EVERY.len(), -5i64..500), 0..60)) {
        let mut book = Balances::default();
        let mut kept = Vec::new();
        for (event, amount) in script {
            let before = book.clone();
            let event = Event::EVERY[event];
            match book.post(event, amount) {
                Ok(()) => kept.push((event, amount)),
                Err(_) => prop_assert_eq!(&book, &before),
            }
            prop_assert_eq!(book.proof(), Ok(()));
        }
        // Rebuilding from stored postings gives the same balances.
        let again = Balances::of(kept);
        for account in Account::EVERY {
            prop_assert_eq!(again.get(*account), book.get(*account));
        }
    }
}

proptest! {
    /// A reserve: whatever is asked for in whatever order, it never holds less than nothing, and
    /// holds what came in less what was paid.
    #[test]
    fn a_reserve_never_goes_below_nothing(script in prop::collection::vec((any::<bool>(), -5i64..2_000), 0..80)) {
        let mut book = Balances::default();
        let (mut came, mut paid) = (0, 0);
        for (incoming, amount) in script {
            let holds = book.get(Account::Reserve);
            let event = if incoming { Event::Replenish } else { Event::PayCash };
            let done = book.post(event, amount).is_ok();
            prop_assert_eq!(done, amount > 0 && (incoming || amount <= holds));
            match (done, incoming) {
                (true, true) => came += amount,
                (true, false) => paid += amount,
                _ => {}
            }
            prop_assert!(book.get(Account::Reserve) >= 0);
            prop_assert_eq!(book.get(Account::Reserve), came - paid);
            prop_assert_eq!(book.get(Account::Paid), paid);
            prop_assert_eq!(book.proof(), Ok(()));
        }
    }
}

#[test]
fn a_ledger_that_was_tampered_with_does_not_prove() {
    let book = Balances::of([(Event::Entitle, 100), (Event::Batch, 120)]);
    assert_eq!(
        book.proof(),
        Err(LedgerError::Short {
            account: Account::Entitled,
            holds: -20,
            wanted: 0
        })
    );
    let mut book = Balances::default();
    assert_eq!(
        book.post(Event::Entitle, 0),
        Err(LedgerError::NotPositive(0))
    );
    assert_eq!(
        book.post(Event::Pay, 1),
        Err(LedgerError::Short {
            account: Account::AtBank,
            holds: 0,
            wanted: 1
        })
    );
    book.post(Event::Entitle, i64::MAX).unwrap();
    assert_eq!(book.post(Event::Entitle, 1), Err(LedgerError::Overflow));
}

/// The road of one month: what was entitled is paid, returned or still on its way.
#[test]
fn a_month_to_the_fen() {
    let mut book = Balances::default();
    for (event, amount) in [
        (Event::Entitle, 131_700),
        (Event::Batch, 131_700),
        (Event::Send, 131_700),
        (Event::Pay, 87_800),
        (Event::Return, 43_900),
        (Event::Reissue, 43_900),
        (Event::Send, 43_900),
        (Event::Pay, 43_900),
        (Event::Claim, 5_000),
        (Event::Recover, 5_000),
        (Event::HandOver, 5_000),
    ] {
        book.post(event, amount).unwrap();
    }
    assert_eq!(book.get(Account::Paid), 131_700);
    assert_eq!(book.get(Account::Fund), -131_700);
    assert_eq!(book.get(Account::ToTreasury), 5_000);
    assert_eq!(book.proof(), Ok(()));
}
