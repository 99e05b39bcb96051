//! The wiring itself.

use std::collections::BTreeSet;

use crate::{openapi, wiring};

#[test]
fn the_committed_description_is_the_code() {
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let text = openapi::text().unwrap();
    let found = std::fs::read_to_string(committed).unwrap_or_default();
    assert!(
        text == found,
        "docs/openapi.json differs: run `cargo run -p server -- openapi --out docs/openapi.json`"
    );
}

#[test]
fn codes_of_problems_are_unique() {
    let mut seen = BTreeSet::new();
    for problem in wiring::problems() {
        assert!(seen.insert(problem.code), "{} is used twice", problem.code);
        assert!(
            !problem.zh.is_empty() && !problem.en.is_empty(),
            "{}",
            problem.code
        );
    }
}
