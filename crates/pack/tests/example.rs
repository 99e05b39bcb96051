//! An example county with invented values beside the packs of the repository,
//! for what the source documents give no values for: supporters' contributions,
//! the price link, rigid expenditure, means of expenditure relief.

#![allow(clippy::unwrap_used)]

use pack::{Pack, Texts, Tongue};
use std::path::Path;

const LEVEL: &str = "cn/hunan/example";

fn pack() -> Pack {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packs = Texts::from_dir(&here.join("../../packs")).unwrap();
    let example = Texts::from_dir(&here.join("tests/example")).unwrap();
    let mut texts: Vec<(String, String)> = packs
        .iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let own = example.iter();
    texts.extend(own.map(|(path, text)| (format!("{LEVEL}/{path}"), text.to_owned())));
    Pack::from_map(texts)
        .unwrap_or_else(|faults| panic!("\n{}", pack::fault::render(&faults, Tongue::Both)))
}

#[test]
fn the_programmes_hold_at_the_edges_of_invented_values() {
    let report = pack::test::run(&pack());
    let own: Vec<_> = report
        .outcomes
        .iter()
        .filter(|o| o.level == LEVEL)
        .collect();
    assert!(own.len() >= 25);
    let failed: Vec<_> = own.iter().filter(|o| !o.passed()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}
