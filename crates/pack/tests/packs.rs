//! The packs of this repository: no faults, and their own tests pass.

#![allow(clippy::unwrap_used)]

use pack::{Pack, Tongue};
use std::path::Path;

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root)
        .unwrap_or_else(|faults| panic!("\n{}", pack::fault::render(&faults, Tongue::Both)))
}

#[test]
fn the_packs_have_no_faults_and_their_tests_pass() {
    let report = pack::test::run(&packs());
    assert!(report.outcomes.len() >= 40, "{}", report.render());
    assert_eq!(report.failed(), 0, "\n{}", report.render());
}
