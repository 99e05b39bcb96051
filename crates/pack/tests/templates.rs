//! Faults of templates are found where they stand.

#![allow(clippy::unwrap_used)]

use pack::{FaultKind, Pack, Texts};
use std::path::Path;

fn after(path: &str, from: &str, to: &str) -> Vec<(FaultKind, String, u32)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let texts = Texts::from_dir(&root).unwrap();
    let files = texts.iter().map(|(name, text)| {
        let text = if name == path {
            assert!(text.contains(from), "{path} has no “{from}”");
            text.replacen(from, to, 1)
        } else {
            text.to_owned()
        };
        (name.to_owned(), text.into_bytes())
    });
    let faults = Pack::from_map(files).err().unwrap_or_default();
    faults
        .into_iter()
        .map(|f| (f.kind, f.file, f.line))
        .collect()
}

const STOP: &str = "cn/templates/stop_notice.yaml";
const LIST: &str = "cn/templates/publicity_list.yaml";

#[test]
fn a_place_that_nobody_declares_is_named_at_its_line() {
    let found = after(STOP, "自{{生效月份}}起", "自{{生效月}}起");
    assert!(
        found.contains(&(FaultKind::UnknownName, STOP.into(), 21)),
        "{found:?}"
    );
    // And the one that was meant is not used any more.
    assert!(found.iter().any(|(kind, _, _)| *kind == FaultKind::Unused));
}

#[test]
fn a_list_shows_declared_columns_only() {
    let found = after(LIST, "{{申请项目}}", "{{身份证号}}");
    assert!(
        found
            .iter()
            .any(|(kind, file, _)| *kind == FaultKind::UnknownName && file == LIST)
    );
    let found = after(LIST, "each: 名单", "each: 花名册");
    assert!(
        found
            .iter()
            .any(|(kind, _, _)| *kind == FaultKind::UnknownName)
    );
}

#[test]
fn a_decision_tells_how_to_object_to_it() {
    let found = after(STOP, "向{{复议机关}}申请行政复议，或者", "");
    assert!(
        found
            .iter()
            .any(|(kind, file, _)| *kind == FaultKind::MissingKey && file == STOP)
    );
}

#[test]
fn a_document_of_a_procedure_has_a_template() {
    let dibao = "cn/procedures/dibao.yaml";
    let found = after(dibao, "documents: [receipt]", "documents: [reciept]");
    assert_eq!(
        (found[0].0, found[0].1.as_str()),
        (FaultKind::UnknownName, dibao)
    );
}

#[test]
fn blocks_and_widths_are_read_with_care() {
    let found = after(LIST, "widths: [1,", "widths: [0,");
    assert_eq!(found[0].0, FaultKind::Value);
    let found = after(STOP, "  - {title:", "  - {titel:");
    let kinds: Vec<FaultKind> = found.iter().map(|f| f.0).collect();
    assert!(kinds.contains(&FaultKind::UnknownKey) && kinds.contains(&FaultKind::MissingKey));
}
