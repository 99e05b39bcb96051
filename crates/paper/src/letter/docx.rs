//! Writing WordprocessingML: A4, margins and sizes after GB/T 9704-2012, fonts by name only.

use super::xml::escape;
use super::{Body, Grid, Letter, Setting, Style};
use crate::error::PaperError;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const DOCUMENT_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The width between the margins, in twentieths of a point: 156 mm.
const WIDTH: u32 = 8845;

/// Half points of a size, in the setting.
pub(super) fn size(half_points: u32, setting: Setting) -> u32 {
    if setting.large {
        half_points * 3 / 2
    } else {
        half_points
    }
}

/// The bytes of a container with these parts, always the same for the same parts.
pub(super) fn container(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PaperError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)
            .map_err(PaperError::unwritable)?;
        zip.write_all(bytes)?;
    }
    let done = zip.finish().map_err(PaperError::unwritable)?;
    Ok(done.into_inner())
}

pub(super) fn write(letter: &Letter, setting: Setting) -> Result<Vec<u8>, PaperError> {
    let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    container(&[
        part("[Content_Types].xml", TYPES.to_owned()),
        part("_rels/.rels", RELS.to_owned()),
        part("word/document.xml", document(letter, setting)),
        part("word/_rels/document.xml.rels", DOCUMENT_RELS.to_owned()),
        part("word/styles.xml", styles(setting)),
    ])
}

/// Style id, name, alignment, font, half points, indent of the first line in characters.
const STYLES: &[(&str, &str, &str, &str, u32, u32)] = &[
    ("Title", "Title", "center", "宋体", 44, 0),
    ("Subtitle", "Subtitle", "center", "仿宋", 32, 0),
    ("Heading1", "heading 1", "left", "黑体", 32, 0),
    ("Text", "Body Text", "both", "仿宋", 32, 2),
    ("Line", "Line", "left", "仿宋", 32, 0),
    ("Right", "Right", "right", "仿宋", 32, 0),
    ("Small", "Small", "left", "仿宋", 24, 0),
    ("Cell", "Cell", "left", "仿宋", 24, 0),
];

fn styles(setting: Setting) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"{NAMESPACE}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"仿宋\"/><w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    );
    for (id, name, align, font, half, indent) in STYLES {
        let half = size(*half, setting);
        let bold = if *id == "Title" { "<w:b/>" } else { "" };
        let indent = if *indent > 0 {
            format!("<w:ind w:firstLineChars=\"{}\"/>", indent * 100)
        } else {
            String::new()
        };
        // Lines of 28 points stand for the 22 lines of a page; small type stands closer.
        let line = half * 10 * 7 / 4;
        _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr><w:spacing w:line=\"{line}\" w:lineRule=\"exact\"/>{indent}<w:jc w:val=\"{align}\"/></w:pPr><w:rPr><w:rFonts w:eastAsia=\"{font}\"/>{bold}<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/></w:rPr></w:style>"
        );
    }
    out.push_str("</w:styles>");
    out
}

fn document(letter: &Letter, setting: Setting) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{NAMESPACE}\"><w:body>"
    );
    let mut new_page = false;
    for block in &letter.blocks {
        match &block.body {
            Body::Page => new_page = true,
            Body::Text(style, text) => {
                // An open template keeps what its line hangs on.
                let hangs = block.when.iter().map(|name| format!("{{{{?{name}}}}}"));
                let text = hangs.chain([text.clone()]).collect::<String>();
                paragraph(&mut out, id(*style), &text, std::mem::take(&mut new_page));
            }
            Body::Grid(grid) => {
                if std::mem::take(&mut new_page) {
                    paragraph(&mut out, "Small", "", true);
                }
                table(&mut out, grid);
                // Two tables that touch would grow into one.
                paragraph(&mut out, "Small", "", false);
            }
        }
    }
    let _ = setting;
    out.push_str("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    out
}

fn id(style: Style) -> &'static str {
    match style {
        Style::Title => "Title",
        Style::Subtitle => "Subtitle",
        Style::Heading => "Heading1",
        Style::Text => "Text",
        Style::Line => "Line",
        Style::Right => "Right",
        Style::Small => "Small",
    }
}

fn paragraph(out: &mut String, style: &str, text: &str, new_page: bool) {
    let page = if new_page { "<w:pageBreakBefore/>" } else { "" };
    _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{page}</w:pPr>"
    );
    run(out, text);
    out.push_str("</w:p>");
}

fn run(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push_str("<w:br/>");
        }
        _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escape(line));
    }
    out.push_str("</w:r>");
}

fn table(out: &mut String, grid: &Grid) {
    let columns = grid
        .rows
        .iter()
        .map(Vec::len)
        .chain([grid.head.len()])
        .max()
        .unwrap_or(0);
    if columns == 0 {
        return;
    }
    let weight = |n: usize| grid.widths.get(n).copied().unwrap_or(1).max(1);
    let all: u32 = (0..columns).map(weight).sum();
    let width = |n: usize| WIDTH * weight(n) / all;
    out.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        _ = write!(
            out,
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        );
    }
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for n in 0..columns {
        _ = write!(out, "<w:gridCol w:w=\"{}\"/>", width(n));
    }
    out.push_str("</w:tblGrid>");
    let heads = (!grid.head.is_empty()).then_some(&grid.head);
    let mut rows = grid.rows.clone();
    if let (Some(each), Some(first)) = (&grid.each, rows.first_mut().and_then(|r| r.first_mut())) {
        // An open template keeps the list that repeats its row.
        first.insert_str(0, &format!("{{{{#{each}}}}}"));
    }
    for (cells, head) in heads
        .map(|h| (h, true))
        .into_iter()
        .chain(rows.iter().map(|r| (r, false)))
    {
        out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if head {
            out.push_str("<w:tblHeader/>");
        }
        out.push_str("</w:trPr>");
        for n in 0..columns {
            // The last cell of a short row takes what is left of it.
            if n >= cells.len().max(1) {
                break;
            }
            let last = n + 1 == cells.len();
            let span = if last { columns - n } else { 1 };
            let wide: u32 = (n..n + span).map(width).sum();
            _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/>");
            if span > 1 {
                _ = write!(out, "<w:gridSpan w:val=\"{span}\"/>");
            }
            out.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
            paragraph(out, "Cell", cells.get(n).map_or("", String::as_str), false);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}
