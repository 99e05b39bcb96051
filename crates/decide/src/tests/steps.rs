use crate::model::{AwardStatus, DecisionAct, DecisionStatus, two_people};
use crate::steps::{Steps, print};

/// The committed table says what the code does; a changed step shows in review.
#[test]
fn transitions_are_those_committed() {
    let printed = format!("{}\n{}", print::<DecisionStatus>(), print::<AwardStatus>());
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

#[test]
fn what_the_table_lacks_is_refused() {
    for state in DecisionStatus::ALL {
        for act in DecisionAct::EVERY {
            let listed = DecisionStatus::TABLE
                .iter()
                .any(|(from, by, _)| from == state && by == act);
            assert_eq!(state.take(*act).is_ok(), listed, "{state} {act}");
        }
    }
    assert!(DecisionStatus::Rejected.take(DecisionAct::Approve).is_err());
    assert!(DecisionStatus::read("agreed").is_err());
    assert_eq!(
        DecisionStatus::read("applying"),
        Ok(DecisionStatus::Applying)
    );
}

#[test]
fn one_person_is_not_two() {
    assert!(two_people(&1, &1).is_err());
    assert!(two_people(&1, &2).is_ok());
}
