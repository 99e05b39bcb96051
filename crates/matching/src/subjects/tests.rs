use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::IdNumber;
use proptest::prelude::*;

use super::*;
use crate::clean::PackedId;

fn person(n: u32) -> PackedId {
    let birth = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(u64::from(n / 50));
    PackedId::new(&IdNumber::compose("620521", birth, (n % 50) as u16).unwrap())
}

proptest! {
    #[test]
    fn the_table_agrees_with_a_map(rows in prop::collection::vec(0u32..400, 0..600)) {
        let ids: Vec<PackedId> = rows.iter().map(|n| person(*n)).collect();
        let table = IdTable::new(&ids);
        let mut map: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (row, n) in rows.iter().enumerate() {
            map.entry(*n).or_default().push(row as u32);
        }
        for n in 0..400 {
            let found: Vec<u32> = table.rows(person(n)).collect();
            let wanted = map.get(&n).cloned().unwrap_or_default();
            prop_assert_eq!(&found, &wanted);
            prop_assert_eq!(table.contains(person(n)), !found.is_empty());
        }
        prop_assert_eq!(table.len(), rows.len());
    }
}
