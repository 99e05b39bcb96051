//! `templates/`: documents with places to fill in.

use super::fields::{Fields, items, text};
use super::programmes::label;
use super::{Content, Draft, twice, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{TemplateBlock, TemplateBody, TemplateField, TemplateStyle, TemplateText};
use crate::text::Node;

const STYLES: &[(&str, TemplateStyle)] = &[
    ("title", TemplateStyle::Title),
    ("subtitle", TemplateStyle::Subtitle),
    ("heading", TemplateStyle::Heading),
    ("text", TemplateStyle::Text),
    ("line", TemplateStyle::Line),
    ("right", TemplateStyle::Right),
    ("small", TemplateStyle::Small),
];

/// Reads one file: a template.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut f) = Fields::of(&content.root, faults) else {
        return;
    };
    let key = f.need_said("document", faults);
    let label = label(&mut f, faults);
    let cite = types::citation(&mut f, faults);
    let remedies = f.flag("remedies", faults);
    f.need("fields", faults);
    f.need("blocks", faults);
    let fields = f.list("fields", faults);
    let blocks = f.list("blocks", faults);
    let spot = f.spot;
    f.finish(faults);
    let fields = fields.iter().filter_map(|n| field(n, faults)).collect();
    let blocks = blocks.iter().filter_map(|n| block(n, faults)).collect();
    let Some(key) = key else { return };
    let taken = draft
        .templates
        .iter()
        .any(|t| t.level == content.level && t.key == key.value);
    if taken {
        twice(&key.value, key.spot, faults);
        return;
    }
    draft.templates.push(TemplateText {
        key: key.value,
        label,
        cite,
        remedies,
        fields,
        blocks,
        level: content.level,
        spot,
    });
}

fn field(node: &Node, faults: &mut Faults<'_>) -> Option<TemplateField> {
    let mut f = Fields::of(node, faults)?;
    let name = f.need_said("name", faults);
    let en = f.need_text("en", faults);
    let rows = f.take("rows").map(|node| {
        let rows = items(node, faults).iter();
        rows.filter_map(|node| {
            let mut f = Fields::of(node, faults)?;
            let name = f.need_text("name", faults);
            let en = f.need_text("en", faults);
            f.finish(faults);
            Some((name, en))
        })
        .collect()
    });
    f.finish(faults);
    let name = name?;
    Some(TemplateField {
        name: name.value,
        en,
        rows,
        spot: name.spot,
    })
}

fn block(node: &Node, faults: &mut Faults<'_>) -> Option<TemplateBlock> {
    let mut f = Fields::of(node, faults)?;
    let when = f.text("when", faults);
    let spot = f.spot;
    let table = f.take("table").filter(|n| !n.is_null());
    let page = f.flag("page", faults);
    let mut body = page.then_some(TemplateBody::Page);
    if let Some(table) = table {
        body = self::table(table, faults);
    }
    for (word, style) in STYLES {
        if let Some(said) = f.text(word, faults) {
            body = Some(TemplateBody::Text(*style, said));
        }
    }
    f.finish(faults);
    if body.is_none() {
        let words = Words::new("这一块没有内容", "this block has no content").mend(
            "写 title、text、table 等其中一项",
            "write one of title, text, table and the like",
        );
        faults.add(FaultKind::MissingKey, spot, words);
    }
    Some(TemplateBlock {
        when,
        body: body?,
        spot,
    })
}

fn table(node: &Node, faults: &mut Faults<'_>) -> Option<TemplateBody> {
    let mut f = Fields::of(node, faults)?;
    let texts = |key, f: &mut Fields<'_>, faults: &mut Faults<'_>| -> Vec<String> {
        f.texts(key, faults).into_iter().map(|s| s.value).collect()
    };
    let head = texts("head", &mut f, faults);
    let mut widths = Vec::new();
    for said in f.texts("widths", faults) {
        match said
            .value
            .parse::<u32>()
            .ok()
            .filter(|n| (1..=100).contains(n))
        {
            Some(width) => widths.push(width),
            None => {
                let words = Words::new(
                    "列宽应为1至100的整数",
                    "a width is a whole number from 1 to 100",
                );
                faults.add(FaultKind::Value, said.spot, words);
            }
        }
    }
    let each = f.text("each", faults);
    f.need("rows", faults);
    let rows = f.list("rows", faults);
    f.finish(faults);
    let rows = rows
        .iter()
        .map(|row| {
            let cells = items(row, faults).iter();
            // A cell may be empty: a place for a signature.
            cells
                .map(|cell| match &cell.value {
                    crate::text::Value::Text { text, .. } if text.is_empty() => String::new(),
                    _ => text(cell, faults).unwrap_or_default(),
                })
                .collect()
        })
        .collect();
    Some(TemplateBody::Table {
        head,
        widths,
        each,
        rows,
    })
}
