use decide::steps::{Steps, print};

use crate::core::state::{BatchStatus, PaymentStatus, RollAct, RollStatus};

#[test]
fn transitions_are_those_committed() {
    let printed = format!(
        "{}\n{}\n{}",
        print::<RollStatus>(),
        print::<BatchStatus>(),
        print::<PaymentStatus>()
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/transitions.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &printed).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        printed,
        "run with UPDATE_GOLDEN=1 and review"
    );
}

/// Lock means lock: no act leads out of it.
#[test]
fn nothing_leaves_a_locked_roll() {
    for act in RollAct::EVERY {
        assert!(RollStatus::Locked.take(*act).is_err(), "{act}");
    }
}

/// The live states are exactly those from which money may still flow or has flowed.
#[test]
fn only_rejected_and_cancelled_payments_free_their_lines() {
    for status in PaymentStatus::ALL {
        let ended_unpaid = matches!(status, PaymentStatus::Rejected | PaymentStatus::Cancelled);
        assert_eq!(status.live(), !ended_unpaid);
    }
}
