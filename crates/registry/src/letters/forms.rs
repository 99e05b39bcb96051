//! Any form on paper: blank to fill in by hand, or as it was filled in.

use forms::{Field, FieldKind, Form, Rows};
use pack::Basis;
use paper::{Block, Body, Grid, Letter, Style};
use serde_json::{Map, Value as Json};

/// Lines left for handwriting where a form is printed blank.
const BLANK_ROWS: usize = 4;

/// A form with its canonical values; give masked values where the reader may not see all.
/// Fields stand in the order of the form, the documents that it rests on at its foot; with no
/// values at all it is a form to fill in by hand.
pub fn form_letter(form: &Form, basis: &[Basis], values: &Map<String, Json>) -> Letter {
    let mut blocks = vec![text(Style::Title, form.label.zh.clone())];
    let mut pairs: Vec<Vec<String>> = Vec::new();
    let mut half: Option<(String, String)> = None;
    for field in &form.fields {
        let value = values.get(&field.name);
        if let FieldKind::Rows(rows) = &field.kind {
            close(&mut pairs, &mut half);
            grid(&mut blocks, std::mem::take(&mut pairs));
            blocks.push(text(Style::Heading, field.name.clone()));
            blocks.push(rows_of(rows, value));
            continue;
        }
        let cell = (
            label(field),
            value.map_or(String::new(), |v| shown(field, v)),
        );
        if wide(field) {
            close(&mut pairs, &mut half);
            pairs.push(vec![cell.0, cell.1]);
        } else if let Some(first) = half.take() {
            pairs.push(vec![first.0, first.1, cell.0, cell.1]);
        } else {
            half = Some(cell);
        }
    }
    close(&mut pairs, &mut half);
    grid(&mut blocks, pairs);
    if !basis.is_empty() {
        let named: Vec<String> = basis.iter().map(Basis::to_string).collect();
        let rests = format!("依据：{}", named.join("；"));
        blocks.push(text(Style::Small, rests));
    }
    let foot = format!("表式：{} 第{}版", form.key, form.version);
    blocks.push(text(Style::Small, foot));
    Letter { blocks }
}

fn text(style: Style, text: String) -> Block {
    // What somebody filled in is no place to fill.
    Block {
        when: None,
        body: Body::Text(style, text),
    }
}

fn close(pairs: &mut Vec<Vec<String>>, half: &mut Option<(String, String)>) {
    if let Some((label, value)) = half.take() {
        pairs.push(vec![label, value]);
    }
}

fn grid(blocks: &mut Vec<Block>, rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    blocks.push(Block {
        when: None,
        body: Body::Grid(Grid {
            widths: vec![3, 5, 3, 5],
            rows,
            ..Grid::default()
        }),
    });
}

fn rows_of(rows: &Rows, value: Option<&Json>) -> Block {
    let items = value
        .and_then(Json::as_array)
        .map_or(&[][..], Vec::as_slice);
    let line = |item: &Json| -> Vec<String> {
        let fields = rows.fields.iter();
        fields
            .map(|f| item.get(&f.name).map_or(String::new(), |v| shown(f, v)))
            .collect()
    };
    let mut lines: Vec<Vec<String>> = items.iter().map(line).collect();
    if lines.is_empty() {
        lines = vec![vec![String::new(); rows.fields.len()]; rows.min.max(BLANK_ROWS)];
    }
    Block {
        when: None,
        body: Body::Grid(Grid {
            head: rows.fields.iter().map(label).collect(),
            rows: lines,
            ..Grid::default()
        }),
    }
}

fn label(field: &Field) -> String {
    if field.unit.is_empty() {
        field.name.clone()
    } else {
        format!("{}（{}）", field.name, field.unit)
    }
}

/// Fields that want the whole width: long texts and signatures.
fn wide(field: &Field) -> bool {
    match &field.kind {
        FieldKind::Text(most) => *most > 500,
        FieldKind::Signature(_) | FieldKind::Codes(_) => true,
        _ => false,
    }
}

fn shown(field: &Field, value: &Json) -> String {
    match (&field.kind, value) {
        (FieldKind::Signature(_), Json::Object(signed)) => {
            let day = signed.get("at").and_then(Json::as_str).unwrap_or_default();
            format!("已签　{}", day.get(..10).unwrap_or_default())
        }
        (FieldKind::File, _) => "见附件".to_owned(),
        (_, Json::Bool(yes)) => if *yes { "是" } else { "否" }.to_owned(),
        (_, Json::Array(items)) => {
            let texts = items.iter().filter_map(Json::as_str);
            texts.collect::<Vec<_>>().join("、")
        }
        (_, Json::String(text)) => text.clone(),
        (_, Json::Null) => String::new(),
        (_, other) => other.to_string(),
    }
}
