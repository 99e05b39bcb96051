//! The body of a document as a letter: what it says, in which order and in which tables.

use super::office::{spans, text_of};
use super::{Block, Body, Grid, Letter, Style};

/// Half points from which a centred line is a title.
const TITLE: u32 = 36;

/// Reads the body of a document: paragraphs and tables in their order.
pub(super) fn letter(body: &str) -> Letter {
    let mut letter = Letter::default();
    let mut at = 0;
    for (start, end) in spans(body, "w:tbl") {
        paragraphs(&body[at..start], &mut letter);
        push(&mut letter, Body::Grid(grid(&body[start..end])));
        at = end;
    }
    paragraphs(&body[at..], &mut letter);
    letter
}

fn push(letter: &mut Letter, body: Body) {
    letter.blocks.push(Block { when: None, body });
}

fn paragraphs(xml: &str, letter: &mut Letter) {
    for (start, end) in spans(xml, "w:p") {
        let one = &xml[start..end];
        let breaks = one.contains("<w:pageBreakBefore/>") || one.contains("w:type=\"page\"");
        if breaks && !letter.blocks.is_empty() {
            push(letter, Body::Page);
        }
        let text = lines(one);
        if !text.trim().is_empty() {
            push(letter, Body::Text(style(one), text));
        }
    }
}

/// The text of an element, its line breaks kept.
fn lines(xml: &str) -> String {
    text_of(&xml.replace("<w:br/>", "<w:t>\n</w:t>"))
}

/// The value of an attribute of the first tag of a name.
fn said<'x>(xml: &'x str, tag: &str) -> Option<&'x str> {
    let from = xml.find(&format!("<{tag} w:val=\""))? + tag.len() + 9;
    let until = from + xml[from..].find('"')?;
    Some(&xml[from..until])
}

fn style(xml: &str) -> Style {
    match said(xml, "w:pStyle") {
        Some("Title") => return Style::Title,
        Some("Subtitle") => return Style::Subtitle,
        Some("Text") => return Style::Text,
        Some("Right") => return Style::Right,
        Some("Small") => return Style::Small,
        Some(name) if name.starts_with("Heading") => return Style::Heading,
        _ => {}
    }
    let size = said(xml, "w:sz").and_then(|size| size.parse::<u32>().ok());
    match said(xml, "w:jc") {
        Some("center") if size.is_some_and(|size| size >= TITLE) => Style::Title,
        Some("center") => Style::Subtitle,
        Some("right" | "end") => Style::Right,
        _ if xml.contains("w:firstLine") => Style::Text,
        _ => Style::Line,
    }
}

fn grid(xml: &str) -> Grid {
    let mut grid = Grid::default();
    let mut rest = xml;
    while let Some(at) = rest.find("<w:gridCol w:w=\"") {
        rest = &rest[at + 16..];
        let until = rest.find('"').unwrap_or(0);
        grid.widths.push(rest[..until].parse().unwrap_or(1).max(1));
    }
    for (start, end) in spans(xml, "w:tr") {
        let row = &xml[start..end];
        let cells = spans(row, "w:tc").into_iter().map(|(from, until)| {
            let cell = &row[from..until];
            let parts = spans(cell, "w:p").into_iter();
            let parts: Vec<String> = parts.map(|(a, b)| lines(&cell[a..b])).collect();
            parts.join("\n")
        });
        let cells: Vec<String> = cells.collect();
        if grid.rows.is_empty() && grid.head.is_empty() && row.contains("<w:tblHeader") {
            grid.head = cells;
        } else {
            grid.rows.push(cells);
        }
    }
    grid
}
