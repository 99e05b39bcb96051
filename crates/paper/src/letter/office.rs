//! A template that an office made or changed in Word or WPS.
//!
//! Places are `{{name}}`, however the word processor has cut them into pieces. A table row
//! with `{{#list}}` in it is repeated for each row of the list; a paragraph with `{{?name}}`
//! is left out where that value is empty. Everything else stays as the office set it.

use super::docx::container;
use super::places::{Scope, Values, fill, find};
use super::xml::escape;
use super::{Block, Body, Letter, Setting, Style};
use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::Source;
use crate::xlsx::part;
use std::io::Read as _;

const DOCUMENT: &str = "word/document.xml";
/// A template is text and perhaps a seal; larger ones are something else.
const LARGEST: u64 = 20 << 20;

/// A template in .docx.
#[derive(Clone, Debug)]
pub struct OfficeTemplate {
    parts: Vec<(String, Vec<u8>)>,
    before: String,
    body: String,
    after: String,
}

fn bad(zh: &str, en: &str) -> PaperError {
    PaperError::new(
        "not_a_template",
        format!("文书模板不能使用：{zh}。请在 Word 或 WPS 中另存为 .docx 后重试"),
        format!(
            "The template cannot be used: {en}. Save it as .docx in Word or WPS and try again."
        ),
    )
}

impl OfficeTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// Where it is no .docx, holds macros, fetches something from elsewhere, or is too large.
    pub fn read(bytes: &[u8]) -> Result<OfficeTemplate, PaperError> {
        if bytes.len() as u64 > LARGEST {
            return Err(bad("文件过大", "the file is too large"));
        }
        let source = Source::bytes("template.docx", bytes);
        let limits = Limits {
            inflated_bytes: LARGEST * 4,
            parts: 500,
            ..Limits::default()
        };
        let not_docx = || bad("不是 .docx 文件", "it is no .docx file");
        let listed = part::list(&source, &limits).map_err(|_| not_docx())?;
        let mut parts = Vec::new();
        let mut document = None;
        for entry in &listed {
            let mut bytes = Vec::new();
            part::open(&source, &limits, entry)?
                .take(LARGEST * 4)
                .read_to_end(&mut bytes)
                .map_err(|_| not_docx())?;
            let name = entry.name.clone();
            if name.contains("vbaProject") || name.contains("activeX") {
                return Err(bad("含有宏", "it holds macros"));
            }
            if name.ends_with(".rels") {
                let text = String::from_utf8_lossy(&bytes);
                // A remote template or image would be fetched on the reader's machine.
                let outside = text.contains("TargetMode=\"External\"")
                    && ["attachedTemplate", "oleObject", "/image", "/frame"]
                        .iter()
                        .any(|kind| text.contains(kind));
                if outside {
                    return Err(bad("引用了外部文件", "it refers to files elsewhere"));
                }
            }
            if name == DOCUMENT {
                document = Some(String::from_utf8(bytes).map_err(|_| not_docx())?);
                parts.push((name, Vec::new()));
            } else if !name.ends_with('/') {
                parts.push((name, bytes));
            }
        }
        let document = document.ok_or_else(not_docx)?;
        let start = document.find("<w:body").ok_or_else(not_docx)?;
        let start = start + document[start..].find('>').ok_or_else(not_docx)? + 1;
        let end = document.rfind("</w:body>").ok_or_else(not_docx)?;
        if end < start {
            return Err(not_docx());
        }
        // The last section's page set-up belongs to the document, not to a letter.
        let end = document[start..end]
            .rfind("<w:sectPr")
            .filter(|at| !document[start + at..end].contains("</w:p>"))
            .map_or(end, |at| start + at);
        Ok(OfficeTemplate {
            parts,
            before: document[..start].to_owned(),
            body: document[start..end].to_owned(),
            after: document[end..].to_owned(),
        })
    }

    /// The names of its places, each once; lists as `#name`.
    pub fn places(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for span in spans(&self.body, "w:p") {
            let text = text_of(&self.body[span.0..span.1]);
            for (_, _, name) in find(&text) {
                let name = name.strip_prefix('?').map_or(name, str::trim);
                if !name.starts_with('/') && !names.iter().any(|n| n == name) {
                    names.push(name.to_owned());
                }
            }
        }
        names
    }

    /// Texts in which a place was begun or ended and no whole place stands: `{{name}`.
    pub fn loose(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (start, end) in spans(&self.body, "w:p") {
            let text = text_of(&self.body[start..end]);
            let mut rest = text.clone();
            for (open, close, _) in find(&text).into_iter().rev() {
                rest.replace_range(open..close, "");
            }
            if rest.contains("{{") || rest.contains("}}") {
                found.push(text.chars().take(60).collect());
            }
        }
        found
    }

    /// Fills it as a letter in the house's own look, for the print page: the office's words,
    /// tables and order, without its typography.
    ///
    /// # Errors
    /// Where a place has no value.
    pub fn letter(&self, values: &Values) -> Result<Letter, PaperError> {
        let mut missing = Vec::new();
        let body = filled(&self.body, values, &mut missing);
        if !missing.is_empty() {
            return Err(PaperError::places(&missing));
        }
        let mut letter = super::read::letter(&body);
        letter.blocks.extend(values.marked().map(|mark| Block {
            when: None,
            body: Body::Text(Style::Small, mark.to_owned()),
        }));
        Ok(letter)
    }

    /// Fills it for each of the values and writes them as one file, each on a page of its own.
    ///
    /// # Errors
    /// Where a place has no value, or the file cannot be written.
    pub fn fill(&self, all: &[Values], setting: Setting) -> Result<Vec<u8>, PaperError> {
        let mut missing = Vec::new();
        let mut document = self.before.clone();
        for (n, values) in all.iter().enumerate() {
            if n > 0 {
                document.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
            }
            document.push_str(&filled(&self.body, values, &mut missing));
            if let Some(mark) = values.marked() {
                document.push_str("<w:p><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>");
                document.push_str(&escape(mark));
                document.push_str("</w:t></w:r></w:p>");
            }
        }
        if !missing.is_empty() {
            return Err(PaperError::places(&missing));
        }
        document.push_str(&self.after);
        let mut parts = self.parts.clone();
        for (name, bytes) in &mut parts {
            if name == DOCUMENT {
                *bytes = enlarged(&document, setting).into_bytes();
            } else if name == "word/styles.xml"
                && let Ok(text) = std::str::from_utf8(bytes)
            {
                *bytes = enlarged(text, setting).into_bytes();
            }
        }
        container(&parts)
    }
}

/// Sizes half as large again, and lines that were set exactly with them.
fn enlarged(xml: &str, setting: Setting) -> String {
    if !setting.large {
        return xml.to_owned();
    }
    let mut out = xml.to_owned();
    for (before, after) in [
        ("<w:sz w:val=\"", "\""),
        ("<w:szCs w:val=\"", "\""),
        ("w:line=\"", "\""),
    ] {
        let mut next = String::with_capacity(out.len());
        let mut rest = out.as_str();
        while let Some(at) = rest.find(before) {
            let from = at + before.len();
            let until = rest[from..].find(after).map_or(rest.len(), |n| from + n);
            next.push_str(&rest[..from]);
            match rest[from..until].parse::<u32>() {
                Ok(size) => next.push_str(&(size * 3 / 2).to_string()),
                Err(_) => next.push_str(&rest[from..until]),
            }
            rest = &rest[until..];
        }
        next.push_str(rest);
        out = next;
    }
    out
}

/// Where the outermost elements of a name stand, start tag to end tag.
pub(super) fn spans(xml: &str, name: &str) -> Vec<(usize, usize)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut at = 0;
    while let Some(next) = xml[at..].find('<').map(|n| at + n) {
        let end = xml[next..].find('>').map_or(xml.len(), |n| next + n + 1);
        let tag = &xml[next..end];
        let opens = tag
            .strip_prefix(open.as_str())
            .is_some_and(|rest| rest.starts_with([' ', '>', '/']));
        if opens && !tag.ends_with("/>") {
            if depth == 0 {
                start = next;
            }
            depth += 1;
        } else if tag == close && depth > 0 {
            depth -= 1;
            if depth == 0 {
                found.push((start, end));
            }
        }
        at = end;
    }
    found
}

/// The pieces of text inside an element: where each stands and what it says.
fn pieces(xml: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    for (start, end) in spans(xml, "w:t") {
        let from = start + xml[start..end].find('>').map_or(0, |n| n + 1);
        let until = end - "</w:t>".len();
        let text = quick_xml::escape::unescape(&xml[from..until])
            .map_or_else(|_| xml[from..until].to_owned(), |t| t.into_owned());
        found.push((start, end, text));
    }
    found
}

pub(super) fn text_of(xml: &str) -> String {
    pieces(xml).into_iter().map(|(_, _, text)| text).collect()
}

fn filled(body: &str, values: &Values, missing: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(body.len() * 2);
    let mut at = 0;
    for (start, end) in spans(body, "w:tr") {
        out.push_str(&paragraphs(
            &body[at..start],
            &Scope::new(values),
            values,
            missing,
        ));
        let row = &body[start..end];
        let text = text_of(row);
        let list = find(&text)
            .into_iter()
            .find_map(|(_, _, name)| name.strip_prefix('#').map(str::trim).map(str::to_owned));
        match list {
            None => out.push_str(&paragraphs(row, &Scope::new(values), values, missing)),
            Some(name) => match values.list(&name) {
                Some(items) => {
                    for item in items {
                        out.push_str(&paragraphs(row, &Scope::row(values, item), values, missing));
                    }
                }
                None => missing.push(name),
            },
        }
        at = end;
    }
    out.push_str(&paragraphs(
        &body[at..],
        &Scope::new(values),
        values,
        missing,
    ));
    out
}

fn paragraphs(xml: &str, scope: &Scope<'_>, values: &Values, missing: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (start, end) in spans(xml, "w:p") {
        out.push_str(&xml[at..start]);
        let one = &xml[start..end];
        let text = text_of(one);
        let unsaid = find(&text).iter().any(|(_, _, name)| {
            name.strip_prefix('?')
                .is_some_and(|n| !values.says(n.trim()))
        });
        if !unsaid {
            out.push_str(&paragraph(one, scope, missing));
        }
        at = end;
    }
    out.push_str(&xml[at..]);
    out
}

/// Fills the places of a paragraph: the piece in which a place begins takes its value, the
/// others lose what belonged to it, and every piece keeps its look.
fn paragraph(xml: &str, scope: &Scope<'_>, missing: &mut Vec<String>) -> String {
    let mut pieces = pieces(xml);
    let whole: String = pieces.iter().map(|(_, _, text)| text.as_str()).collect();
    let places: Vec<(usize, usize, String)> = find(&whole)
        .into_iter()
        .map(|(open, close, name)| (open, close, name.to_owned()))
        .collect();
    if places.is_empty() {
        return xml.to_owned();
    }
    let lengths: Vec<usize> = pieces.iter().map(|(_, _, text)| text.len()).collect();
    // From right to left, so that what was found in front keeps its place.
    for (open, close, name) in places.iter().rev() {
        let marker = name.starts_with(['#', '/', '?']);
        let value = if marker {
            String::new()
        } else {
            fill(&whole[*open..*close], scope, missing)
        };
        let mut offset = 0;
        let mut first = true;
        for ((_, _, text), length) in pieces.iter_mut().zip(&lengths) {
            let (from, until) = (offset, offset + length);
            offset = until;
            if until <= *open || from >= *close {
                continue;
            }
            let cut = open.saturating_sub(from)..(*close - from).min(until - from);
            let put = if std::mem::take(&mut first) {
                value.as_str()
            } else {
                ""
            };
            text.replace_range(cut, put);
        }
    }
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (start, end, text) in pieces {
        out.push_str(&xml[at..start]);
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                out.push_str("<w:br/>");
            }
            out.push_str("<w:t xml:space=\"preserve\">");
            out.push_str(&escape(line));
            out.push_str("</w:t>");
        }
        at = end;
    }
    out.push_str(&xml[at..]);
    out
}
