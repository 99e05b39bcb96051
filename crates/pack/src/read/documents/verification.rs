//! The layouts by which households are verified at the upper platform.

use super::layout;
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{ReportSource, VerificationFile};
use crate::read::fields::Fields;
use crate::read::programmes::label;
use crate::read::types;
use crate::text::Node;

/// Reads one layout with the platform's words and sources.
pub fn read(mut fields: Fields<'_>, faults: &mut Faults<'_>) -> Option<VerificationFile> {
    let key = fields.need_said("verification_file", faults);
    let label = label(&mut fields, faults);
    let cite = types::citation(&mut fields, faults);
    let out = fields.need("out", faults).and_then(|n| layout(n, faults));
    let back = fields
        .need("return", faults)
        .and_then(|n| layout(n, faults));
    let words = fields.map("found", faults);
    let nodes = fields.list("sources", faults);
    let spot = fields.spot;
    fields.text("note", faults);
    fields.finish(faults);
    let mut found = Vec::new();
    for (word, means) in words {
        match means.as_str() {
            "found" => found.push((word, true)),
            "nothing" => found.push((word, false)),
            other => {
                let words = Words::new(
                    format!("检出情况不能是“{other}”"),
                    format!("“{other}” says neither"),
                )
                .mend("可写：found, nothing", "one of found, nothing");
                faults.add(FaultKind::Value, spot, words);
            }
        }
    }
    let sources = nodes.iter().filter_map(|n| source(n, faults)).collect();
    Some(VerificationFile {
        key: key?.value,
        label,
        cite,
        out: out?,
        back: back?,
        found,
        sources,
        spot,
    })
}

fn source(node: &Node, faults: &mut Faults<'_>) -> Option<ReportSource> {
    let mut fields = Fields::of(node, faults)?;
    let key = fields.need_text("source", faults);
    let label = label(&mut fields, faults);
    let item = fields.need_text("item", faults);
    let from = fields.date("from", faults);
    let cite = types::citation(&mut fields, faults);
    fields.finish(faults);
    Some(ReportSource {
        key,
        label,
        item,
        from: from?,
        cite,
    })
}
