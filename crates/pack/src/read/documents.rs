//! `documents/`: banks and the layouts of bank files; policy documents are read next door.

mod verification;

use super::fields::{Fields, items};
use super::programmes::label;
use super::{Content, Draft, policies, twice, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Bank, BankFile, Cell, Column, Encoding, Format, Layout, Reason, Status};
use crate::text::Node;

/// Reads one file: `documents`, `rule_sets`, `banks`, or one layout.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(fields) = Fields::of(&content.root, faults) else {
        return;
    };
    if fields.has("documents") {
        return policies::documents(content, draft, faults);
    }
    if fields.has("rule_sets") {
        return policies::rule_sets(content, draft, faults);
    }
    if fields.has("banks") {
        for node in super::listed(content, "banks", faults) {
            if let Some(bank) = bank(node, faults) {
                if draft.banks.iter().any(|b| b.key == bank.key) {
                    twice(&bank.key, bank.spot, faults);
                }
                draft.banks.push(bank);
            }
        }
        return;
    }
    if fields.has("verification_file") {
        if let Some(file) = verification::read(fields, faults) {
            if draft.verification_files.iter().any(|f| f.key == file.key) {
                return twice(&file.key, file.spot, faults);
            }
            draft.verification_files.push(file);
        }
        return;
    }
    if let Some(file) = bank_file(fields, faults) {
        if draft.bank_files.iter().any(|f| f.key == file.key) {
            return twice(&file.key, file.spot, faults);
        }
        draft.bank_files.push(file);
    }
}

fn bank(node: &Node, faults: &mut Faults<'_>) -> Option<Bank> {
    let mut fields = Fields::of(node, faults)?;
    let key = fields.need_text("key", faults);
    let label = label(&mut fields, faults);
    let synonyms = fields
        .texts("synonyms", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let file = fields.need_text("file", faults);
    let spot = fields.spot;
    fields.finish(faults);
    Some(Bank {
        key,
        label,
        synonyms,
        file,
        spot,
    })
}

fn bank_file(mut fields: Fields<'_>, faults: &mut Faults<'_>) -> Option<BankFile> {
    let key = fields.need_said("bank_file", faults);
    let label = label(&mut fields, faults);
    let cite = types::citation(&mut fields, faults);
    let kinds = fields.map("kinds", faults);
    let out = fields.need("out", faults).and_then(|n| layout(n, faults));
    let back = fields
        .need("return", faults)
        .and_then(|n| layout(n, faults));
    let words = fields.map("statuses", faults);
    let nodes = fields.list("reasons", faults);
    let spot = fields.spot;
    fields.text("note", faults);
    fields.finish(faults);
    let mut statuses = Vec::new();
    for (word, status) in words {
        let status = match status.as_str() {
            "paid" => Status::Paid,
            "rejected" => Status::Rejected,
            "in_transit" => Status::InTransit,
            other => {
                let words = Words::new(
                    format!("处理结果不能是“{other}”"),
                    format!("“{other}” is no status"),
                )
                .mend(
                    "可写:paid, rejected, in_transit",
                    "one of paid, rejected, in_transit",
                );
                faults.add(FaultKind::Value, spot, words);
                continue;
            }
        };
        statuses.push((word, status));
    }
    let reasons = nodes.iter().filter_map(|n| reason(n, faults)).collect();
    let key = key?.value;
    Some(BankFile {
        key,
        label,
        cite,
        kinds,
        out: out?,
        back: back?,
        statuses,
        reasons,
        spot,
    })
}

fn reason(node: &Node, faults: &mut Faults<'_>) -> Option<Reason> {
    let mut fields = Fields::of(node, faults)?;
    let code = fields.need_text("code", faults);
    let label = label(&mut fields, faults);
    let synonyms = fields
        .texts("synonyms", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let correct_account = fields.flag("correct_account", faults);
    fields.finish(faults);
    Some(Reason {
        code,
        label,
        synonyms,
        correct_account,
    })
}

fn layout(node: &Node, faults: &mut Faults<'_>) -> Option<Layout> {
    let mut fields = Fields::of(node, faults)?;
    let formats = [("csv", Format::Csv), ("xlsx", Format::Xlsx)];
    let format = fields
        .choice("format", faults, &formats)
        .unwrap_or(Format::Csv);
    let encodings = [("UTF-8", Encoding::Utf8), ("GB18030", Encoding::Gb18030)];
    let encoding = fields
        .choice("encoding", faults, &encodings)
        .unwrap_or(Encoding::Utf8);
    let separators = [("comma", ','), ("bar", '|'), ("tab", '\t')];
    let separator = fields
        .choice("separator", faults, &separators)
        .unwrap_or(',');
    let ends = [("crlf", true), ("lf", false)];
    let crlf = fields.choice("line_end", faults, &ends).unwrap_or(true);
    let name = fields.need_text("name", faults);
    let title = rows(&mut fields, "title", faults);
    let footer = rows(&mut fields, "footer", faults);
    let header = fields
        .choice("header", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let columns = match fields.need("columns", faults) {
        Some(node) => items(node, faults)
            .iter()
            .filter_map(|n| column(n, faults))
            .collect(),
        None => Vec::new(),
    };
    fields.finish(faults);
    Some(Layout {
        format,
        encoding,
        separator,
        crlf,
        name,
        title,
        columns,
        header,
        footer,
    })
}

fn rows(fields: &mut Fields<'_>, key: &'static str, faults: &mut Faults<'_>) -> Vec<Vec<Cell>> {
    let nodes = fields.list(key, faults);
    nodes
        .iter()
        .map(|row| {
            items(row, faults)
                .iter()
                .filter_map(|n| cell(n, faults))
                .collect()
        })
        .collect()
}

fn cell(node: &Node, faults: &mut Faults<'_>) -> Option<Cell> {
    let mut fields = Fields::of(node, faults)?;
    let cell = match (fields.text("text", faults), fields.text("field", faults)) {
        (Some(text), None) => Some(Cell::Text(text)),
        (None, Some(field)) => Some(Cell::Field(field)),
        _ => {
            let words = Words::new(
                "一格写 text 或 field 之一",
                "a cell has either text or field",
            );
            faults.add(FaultKind::Shape, node.spot, words);
            None
        }
    };
    fields.finish(faults);
    cell
}

fn column(node: &Node, faults: &mut Faults<'_>) -> Option<Column> {
    let mut fields = Fields::of(node, faults)?;
    let header = fields.need_text("header", faults);
    let field = fields.need_text("field", faults);
    let synonyms = fields
        .texts("synonyms", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let required = fields.flag("required", faults);
    fields.finish(faults);
    Some(Column {
        header,
        synonyms,
        field,
        required,
    })
}
