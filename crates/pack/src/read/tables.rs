//! `table:` in the place of `formula:`: a decision table.

use super::fields::{Fields, Said, items, text};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::table::{Cell, Edge, Hit, Output, Table, TableInput, TableRow};
use crate::text::{Node, Value};

/// Most rows, and most columns.
const MOST: usize = 500;

/// Reads a table.
pub fn read(node: &Node, faults: &mut Faults<'_>) -> Option<Table> {
    let mut fields = Fields::of(node, faults)?;
    fields.need("hit", faults);
    let hit = fields.choice("hit", faults, Hit::WORDS);
    let inputs: Vec<TableInput> = fields
        .list("inputs", faults)
        .iter()
        .filter_map(|n| input(n, faults))
        .collect();
    let rows: Vec<TableRow> = fields
        .list("rows", faults)
        .iter()
        .filter_map(|n| row(n, inputs.len(), faults))
        .collect();
    let default = fields.said("default", faults).map(output);
    let priority: Vec<Said<String>> = fields.texts("priority", faults);
    let spot = fields.spot;
    fields.finish(faults);
    for (what, count) in [("inputs", inputs.len()), ("rows", rows.len())] {
        if count == 0 || count > MOST {
            let words = Words::new(
                format!("“{what}”应有 1 至 {MOST} 项，现有 {count} 项"),
                format!("“{what}” takes 1 to {MOST}, there are {count}"),
            );
            faults.add(FaultKind::Shape, spot, words);
            return None;
        }
    }
    let table = Table {
        hit: hit?,
        inputs,
        rows,
        default,
        priority: priority.into_iter().map(|s| output(s).formula).collect(),
        spot,
    };
    priorities(&table, faults);
    Some(table)
}

/// Under `P` the order of outputs is given, and holds each of them.
fn priorities(table: &Table, faults: &mut Faults<'_>) {
    if table.hit != Hit::Priority {
        if !table.priority.is_empty() {
            let words = Words::new(
                "只有命中策略 P 才写 priority",
                "priority belongs to hit policy P only",
            );
            faults.add(FaultKind::UnknownKey, table.spot, words);
        }
        return;
    }
    for row in &table.rows {
        if !table.priority.contains(&row.output.formula) {
            let words = Words::new(
                format!("priority 没有列出结果 {}", row.output.formula),
                format!("priority does not list the output {}", row.output.formula),
            )
            .mend(
                "按优先次序列出全部结果",
                "list all outputs, that which goes before first",
            );
            faults.add(FaultKind::MissingKey, row.output.spot, words);
        }
    }
}

fn input(node: &Node, faults: &mut Faults<'_>) -> Option<TableInput> {
    if let Value::Text { .. } = node.value {
        return Some(TableInput {
            formula: text(node, faults)?,
            from: None,
            to: None,
            spot: node.spot,
        });
    }
    let mut fields = Fields::of(node, faults)?;
    let formula = fields.need_said("formula", faults);
    let from = fields.said("from", faults).and_then(|s| bound(s, faults));
    let to = fields.said("to", faults).and_then(|s| bound(s, faults));
    fields.finish(faults);
    let formula = formula?;
    Some(TableInput {
        formula: formula.value,
        from,
        to,
        spot: formula.spot,
    })
}

fn bound(said: Said<String>, faults: &mut Faults<'_>) -> Option<Edge> {
    match Edge::read(&said.value) {
        Some(edge @ (Edge::Number(_) | Edge::Date(_))) => Some(edge),
        _ => {
            let words = Words::new(
                format!("“{}”不是数或日期", said.value),
                format!("“{}” is neither a number nor a date", said.value),
            );
            faults.add(FaultKind::Value, said.spot, words);
            None
        }
    }
}

fn row(node: &Node, inputs: usize, faults: &mut Faults<'_>) -> Option<TableRow> {
    let nodes = items(node, faults);
    if nodes.len() != inputs + 1 {
        let words = Words::new(
            format!(
                "这一行有 {} 格，应有 {inputs} 个条件格和 1 个结果格",
                nodes.len()
            ),
            format!(
                "the row has {} cells; it takes {inputs} and the output",
                nodes.len()
            ),
        )
        .mend(
            "不看某一列的，格里写 \"-\"",
            "write \"-\" where a column does not matter",
        );
        faults.add(FaultKind::Shape, node.spot, words);
        return None;
    }
    let (last, tests) = nodes.split_last()?;
    let mut cells = Vec::with_capacity(inputs);
    for node in tests {
        let Value::Text { text, .. } = &node.value else {
            let words = Words::new(
                "区间要加引号，如 \"[18..60)\"",
                "a range is put in quotes: \"[18..60)\"",
            );
            faults.add(FaultKind::Shape, node.spot, words);
            return None;
        };
        match Cell::read(text) {
            Ok(cell) => cells.push((cell, node.spot)),
            Err((zh, en)) => {
                let words = Words::new(zh, en).mend(
                    "可写：- 、值、一类、二类、< 5、>= 60、\"[18..60)\"、not(无)",
                    "write: -, a value, several with commas, < 5, >= 60, \"[18..60)\", not(无)",
                );
                faults.add(FaultKind::Value, node.spot, words);
                return None;
            }
        }
    }
    Some(TableRow {
        cells,
        output: output(Said {
            value: text(last, faults)?,
            spot: last.spot,
        }),
        spot: node.spot,
    })
}

/// An output: a bare word is a text; a formula may begin with `=`.
fn output(said: Said<String>) -> Output {
    let formula = match Edge::read(&said.value) {
        Some(edge) => edge.feel(),
        None => said.value,
    };
    Output {
        formula,
        spot: said.spot,
    }
}
