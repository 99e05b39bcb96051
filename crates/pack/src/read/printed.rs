//! `indicators/`: printed figures that stand beside computed ones.

use super::fields::Fields;
use super::programmes::label;
use super::{Content, Draft, types};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{Label, Printed};
use crate::text::Node;
use kernel::{Money, Month};

/// Reads one file.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "printed", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let figure = fields.need_text("figure", faults);
        let path = fields
            .texts("path", faults)
            .into_iter()
            .map(|s| s.value)
            .collect();
        let label = label(&mut fields, faults);
        let programmes = fields
            .texts("programmes", faults)
            .into_iter()
            .map(|s| s.value)
            .collect();
        let on = fields.date("on", faults);
        let from = month(&mut fields, "from", faults);
        let to = month(&mut fields, "to", faults);
        fields.need("values", faults);
        let values = fields.map("values", faults);
        let fault = fields.text("fault", faults);
        let note = fields.take("note").and_then(|n| note(n, faults));
        let cite = types::citation(&mut fields, faults);
        let spot = fields.spot;
        fields.finish(faults);
        let amount = amount(&values, spot, faults);
        draft.printed.push(Printed {
            figure,
            path,
            label,
            programmes,
            on,
            from,
            to,
            values,
            amount,
            fault,
            note,
            cite,
            level: content.level,
            spot,
        });
    }
}

fn note(node: &Node, faults: &mut Faults<'_>) -> Option<Label> {
    let mut fields = Fields::of(node, faults)?;
    let label = label(&mut fields, faults);
    fields.finish(faults);
    Some(label)
}

/// Reads a month as `2022-10`.
pub fn month(fields: &mut Fields<'_>, key: &'static str, faults: &mut Faults<'_>) -> Option<Month> {
    let said = fields.said(key, faults)?;
    let month = Month::parse(&said.value).ok();
    if month.is_none() {
        let words = Words::new(
            format!("“{}”不是月份", said.value),
            format!("“{}” is no month", said.value),
        )
        .mend("写成 2022-10 的样式", "write it as 2022-10");
        faults.add(FaultKind::Value, said.spot, words);
    }
    month
}

const FEN_OF_WAN: u32 = 6;
const FEN_OF_YUAN: u32 = 2;

fn amount(values: &[(String, String)], spot: Spot, faults: &mut Faults<'_>) -> Option<Money> {
    let find = |key: &str| {
        values
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.as_str())
    };
    let (text, digits) = match (find("万元"), find("元")) {
        (Some(text), _) => (text, FEN_OF_WAN),
        (None, Some(text)) => (text, FEN_OF_YUAN),
        (None, None) => return None,
    };
    let amount = fen(text, digits).map(Money::from_fen);
    if amount.is_none() {
        let words = Words::new(
            format!("“{text}”不是金额"),
            format!("“{text}” is no amount"),
        );
        faults.add(FaultKind::Value, spot, words);
    }
    amount
}

/// Fen of a decimal text whose unit has so many digits of fen.
fn fen(text: &str, digits: u32) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || !format!("{whole}{part}").bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let missing = (digits as usize).checked_sub(part.len())?;
    format!("{whole}{part}{}", "0".repeat(missing)).parse().ok()
}
