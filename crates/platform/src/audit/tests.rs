use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{
    RowDigest,
    rows::{Difference, LEAF},
};

fn digest(rows: &BTreeMap<u32, u64>, mut digest: RowDigest) -> RowDigest {
    for (key, value) in rows {
        digest.add(&format!("{key:08}"), &[&value.to_be_bytes()]);
    }
    digest
}

proptest! {
    /// Whatever is altered, put in or taken away: the digest differs exactly when something did,
    /// and every row altered or put in is named.
    #[test]
    fn changed_rows_are_named(
        before in prop::collection::btree_map(0_u32..500, 0_u64..9, 0..80),
        edits in prop::collection::vec((0_u32..500, prop::option::of(0_u64..9)), 0..6),
    ) {
        let mut after = before.clone();
        for (key, value) in edits {
            match value {
                Some(value) => drop(after.insert(key, value)),
                None => drop(after.remove(&key)),
            }
        }
        let recorded = digest(&before, RowDigest::default());
        let now = digest(&after, RowDigest::naming());
        prop_assert_eq!(recorded.digest() == now.digest(), before == after);
        prop_assert_eq!(recorded.leaves().len(), before.len() * LEAF);

        let found = now.differences(recorded.leaves());
        let named = |what| -> BTreeSet<String> {
            found.iter().filter(|(_, w)| *w == what).map(|(key, _)| key.clone()).collect()
        };
        let text = |key: &u32| format!("{key:08}");
        let altered = after
            .iter()
            .filter(|(key, value)| before.get(key).is_some_and(|b| b != *value))
            .map(|(key, _)| text(key))
            .collect::<BTreeSet<_>>();
        let put_in = after.keys().filter(|k| !before.contains_key(k)).map(text).collect::<BTreeSet<_>>();
        let taken = before.keys().filter(|k| !after.contains_key(k)).count();
        prop_assert_eq!(named(Difference::Altered), altered);
        prop_assert_eq!(named(Difference::PutIn), put_in);
        let missing = found.iter().filter(|(_, w)| *w == Difference::TakenBefore).count();
        prop_assert_eq!(missing, taken);
    }
}

#[test]
fn borders_between_fields_count() {
    let one = |parts: &[&[u8]]| {
        let mut digest = RowDigest::default();
        digest.add("k", parts);
        digest.digest()
    };
    assert_ne!(one(&[b"ab", b"c"]), one(&[b"a", b"bc"]));
    assert_ne!(one(&[b"ab"]), one(&[b"ab", b""]));
}
