//! A letter as a page for the printer.

use super::xml::escape;
use super::{Body, Grid, Letter, Setting, Style};
use std::fmt::Write as _;

pub(super) fn write(letter: &Letter, title: &str, setting: Setting) -> String {
    let base = if setting.large { 24 } else { 16 };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>\
@page{{size:A4;margin:37mm 26mm 35mm 28mm}}\
body{{font:{base}pt/1.75 FangSong,仿宋,STFangsong,\"Noto Serif CJK SC\",serif;color:#000;background:#fff;margin:0 auto;max-width:156mm}}\
h1{{font-size:1.375em;text-align:center;margin:.5em 0}}h2{{font-size:1em;font-family:SimHei,黑体,\"Noto Sans CJK SC\",sans-serif;margin:.25em 0}}\
p{{margin:0;white-space:pre-line}}.c{{text-align:center}}.t{{text-indent:2em;text-align:justify}}.r{{text-align:right}}.s,table{{font-size:.75em}}\
table{{border-collapse:collapse;width:100%;margin:.5em 0}}td,th{{border:1px solid #000;padding:.2em .4em;text-align:left;vertical-align:middle;white-space:pre-line}}\
thead{{display:table-header-group}}tr{{break-inside:avoid}}.n{{break-before:page}}</style></head><body>\n",
        escape(title)
    );
    for block in &letter.blocks {
        match &block.body {
            Body::Page => out.push_str("<div class=\"n\"></div>\n"),
            Body::Text(style, text) => {
                let (tag, class) = match style {
                    Style::Title => ("h1", ""),
                    Style::Subtitle => ("p", " class=\"c\""),
                    Style::Heading => ("h2", ""),
                    Style::Text => ("p", " class=\"t\""),
                    Style::Line => ("p", ""),
                    Style::Right => ("p", " class=\"r\""),
                    Style::Small => ("p", " class=\"s\""),
                };
                _ = writeln!(out, "<{tag}{class}>{}</{tag}>", escape(text));
            }
            Body::Grid(grid) => table(&mut out, grid),
        }
    }
    out.push_str("</body></html>\n");
    out
}

fn table(out: &mut String, grid: &Grid) {
    let columns = grid
        .rows
        .iter()
        .map(Vec::len)
        .chain([grid.head.len()])
        .max();
    let columns = columns.unwrap_or(0);
    if columns == 0 {
        return;
    }
    let weight = |n: usize| grid.widths.get(n).copied().unwrap_or(1).max(1);
    let all: u32 = (0..columns).map(weight).sum();
    out.push_str("<table><colgroup>");
    for n in 0..columns {
        _ = write!(out, "<col style=\"width:{}%\">", weight(n) * 100 / all);
    }
    out.push_str("</colgroup>");
    if !grid.head.is_empty() {
        out.push_str("<thead><tr>");
        for cell in &grid.head {
            _ = write!(out, "<th scope=\"col\">{}</th>", escape(cell));
        }
        out.push_str("</tr></thead>");
    }
    out.push_str("<tbody>");
    for row in &grid.rows {
        out.push_str("<tr>");
        for (n, cell) in row.iter().enumerate() {
            let span = if n + 1 == row.len() { columns - n } else { 1 };
            let span = if span > 1 {
                format!(" colspan=\"{span}\"")
            } else {
                String::new()
            };
            _ = write!(out, "<td{span}>{}</td>", escape(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
}
