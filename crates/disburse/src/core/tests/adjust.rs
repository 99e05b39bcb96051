use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::Month;
use proptest::prelude::*;
use uuid::Uuid;

use crate::core::adjust::{AdjustError, Due, adjustments};

fn due(person: u128, month: i32) -> Due {
    (
        Uuid::from_u128(person),
        Arc::from("class"),
        Month::from_index(2022 * 12 + month).unwrap(),
    )
}

fn sums() -> impl Strategy<Value = BTreeMap<Due, i64>> {
    prop::collection::btree_map(
        (0u128..6, 0..4i32).prop_map(|(p, m)| due(p, m)),
        0i64..50_000,
        0..20,
    )
}

proptest! {
    /// However often the past is recomputed, what has been entitled ends at
    /// what the last recomputation allows, never takes back more than was
    /// given, and a second run of the same finds nothing to do.
    #[test]
    fn adjustments_end_at_what_is_due(first in sums(), later in prop::collection::vec(sums(), 1..5)) {
        let mut entitled = first;
        for recomputed in later {
            for adjustment in adjustments(&entitled, &recomputed).unwrap() {
                prop_assert!(adjustment.amount > 0);
                let sum = entitled.entry(adjustment.due.clone()).or_default();
                if adjustment.kind.sign() < 0 {
                    prop_assert!(adjustment.amount <= *sum, "takes back more than was given");
                } else {
                    prop_assert!(*sum + adjustment.amount <= recomputed[&adjustment.due], "grants more than is due");
                }
                *sum += adjustment.kind.sign() * adjustment.amount;
            }
            for (due, sum) in &entitled {
                prop_assert_eq!(*sum, recomputed.get(due).copied().unwrap_or(0));
            }
            prop_assert!(adjustments(&entitled, &recomputed).unwrap().is_empty());
        }
    }
}

#[test]
fn impossible_sums_are_named() {
    let one = |amount| BTreeMap::from([(due(1, 0), amount)]);
    assert_eq!(
        adjustments(&one(-1), &one(0)),
        Err(AdjustError::Overdrawn(due(1, 0).2))
    );
    assert_eq!(
        adjustments(&one(0), &one(-1)),
        Err(AdjustError::Negative(due(1, 0).2))
    );
}
