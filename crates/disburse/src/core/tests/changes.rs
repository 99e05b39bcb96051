use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use uuid::Uuid;

use crate::core::changes::{ChangeKind, PersonSum, compare};

fn roll() -> impl Strategy<Value = Vec<PersonSum>> {
    prop::collection::btree_map(0u128..40, (0u128..4, 0u8..3, 1i64..4), 0..30).prop_map(|rows| {
        rows.into_iter()
            .map(|(person, (household, place, amount))| PersonSum {
                person: Uuid::from_u128(person),
                household: Uuid::from_u128(household),
                award: Uuid::from_u128(household),
                division: Arc::from(format!("62052110{place}000")),
                amount,
            })
            .collect()
    })
}

proptest! {
    /// The list says everything and nothing else: applied to last month it
    /// gives this month, and its sum is the difference of the totals.
    #[test]
    fn the_list_turns_last_month_into_this(last in roll(), now in roll()) {
        let changes = compare(&last, &now);
        let total = |roll: &[PersonSum]| roll.iter().map(|sum| sum.amount).sum::<i64>();
        prop_assert_eq!(changes.iter().map(|c| c.after - c.before).sum::<i64>(), total(&now) - total(&last));
        let mut amounts: BTreeMap<Uuid, i64> = last.iter().map(|sum| (sum.person, sum.amount)).collect();
        for change in &changes {
            prop_assert_eq!(amounts.get(&change.person).copied().unwrap_or(0), change.before);
            match change.kind {
                ChangeKind::New => prop_assert!(change.before == 0 && change.after > 0),
                ChangeKind::Stopped => prop_assert!(change.after == 0),
                ChangeKind::Raised => prop_assert!(change.after > change.before && change.before > 0),
                ChangeKind::Lowered => prop_assert!(change.after < change.before),
                ChangeKind::Moved => prop_assert!(change.after == change.before),
            }
            if change.after == 0 { amounts.remove(&change.person); } else { amounts.insert(change.person, change.after); }
        }
        prop_assert_eq!(amounts, now.iter().map(|sum| (sum.person, sum.amount)).collect::<BTreeMap<_, _>>());
        prop_assert!(changes.is_sorted_by_key(|c| c.person));
        let people: std::collections::BTreeSet<_> = changes.iter().map(|c| c.person).collect();
        prop_assert_eq!(people.len(), changes.len());
    }

    #[test]
    fn a_month_like_the_last_has_no_changes(roll in roll()) {
        prop_assert!(compare(&roll, &roll).is_empty());
    }
}
