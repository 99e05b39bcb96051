//! The procedures of the packs: every transition is in a committed text.

#![allow(clippy::unwrap_used)]

use pack::{Pack, Tongue, fault};
use std::path::Path;

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap_or_else(|f| panic!("{}", fault::render(&f, Tongue::En)))
}

#[test]
fn every_transition_is_committed() {
    let pack = packs();
    let nation = kernel::DivisionCode::parse("620521").unwrap();
    let mut out = String::from(
        "# 全国办理程序的全部环节和流转\n\n由测试生成(UPDATE_GOLDEN=1)；改动程序文本时，这里的差异就是流转的差异。\n",
    );
    for text in pack.procedures() {
        for rules in &text.rule_sets {
            let procedure = pack.procedure(&text.key, &nation, rules.from).unwrap();
            out.push('\n');
            out.push_str(&flow::print::print(&procedure));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/procedures.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &out).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == out,
        "the transitions changed: run with UPDATE_GOLDEN=1 and review docs/procedures.txt"
    );
}
