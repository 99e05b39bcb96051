//! A workbook patched in place: one sheet is rewritten as a stream, all else is copied.

use std::io::{BufReader, Seek, Write};

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::part::{self, PartReader};
use super::workbook::Workbook;
use super::xml;
use crate::cell::Row;
use crate::error::PaperError;
use crate::limits::Limits;
use crate::patch::Annotation;
use crate::source::Source;

/// Copies the container to `out` with the column of remarks in one sheet.
pub(crate) fn patch(
    book: &Workbook,
    source: &Source,
    limits: &Limits,
    note: &Annotation<'_>,
    out: impl Write + Seek,
) -> Result<usize, PaperError> {
    let (_, target) = book
        .sheets
        .get(note.sheet)
        .ok_or_else(|| PaperError::no_sheet(note.sheet))?;
    let (column, replaces) = place(book, source, limits, note)?;
    let mut zip =
        ZipArchive::new(BufReader::new(source.open()?)).map_err(|_| PaperError::damaged("zip"))?;
    let mut copy = ZipWriter::new(out);
    let mut done = false;
    for i in 0..zip.len() {
        let entry = zip
            .by_index_raw(i)
            .map_err(|_| PaperError::damaged("zip"))?;
        let name = entry
            .name()
            .map_err(|_| PaperError::damaged("zip"))?
            .into_owned();
        if name.replace('\\', "/").trim_start_matches('/') == target.name {
            let options = SimpleFileOptions::default()
                .last_modified_time(entry.last_modified().unwrap_or_default())
                .large_file(entry.size() > (1 << 31));
            copy.start_file(name, options)
                .map_err(PaperError::unwritable)?;
            let sheet = part::open(source, limits, target)?;
            let mut rewrite = Rewrite::new(note, column as u32, replaces);
            rewrite.run(sheet, &mut copy)?;
            done = true;
        } else {
            copy.raw_copy_file(entry).map_err(PaperError::unwritable)?;
        }
    }
    if !done {
        return Err(PaperError::damaged("zip"));
    }
    copy.finish().map_err(PaperError::unwritable)?;
    Ok(column)
}

/// The column behind the last value of the sheet, or that of an earlier return.
fn place(
    book: &Workbook,
    source: &Source,
    limits: &Limits,
    note: &Annotation<'_>,
) -> Result<(usize, bool), PaperError> {
    let mut rows = book.rows(source, limits, note.sheet)?;
    let mut row = Row::new(0);
    let (mut widest, mut old) = (0, None);
    while rows.read(&mut row)? {
        widest = widest.max(row.width());
        if row.number == note.header_row
            && let Some(last) = row.cells().last()
            && last.text.trim() == note.title
        {
            old = Some(last.column);
        }
    }
    match old {
        Some(column) if column + 1 == widest => Ok((column, true)),
        _ => Ok((widest, false)),
    }
}

struct Rewrite<'a> {
    note: &'a Annotation<'a>,
    column: u32,
    replaces: bool,
    last_row: u64,
    /// Prefix of the sheet's element names with its colon, most often empty.
    prefix: String,
}

impl<'a> Rewrite<'a> {
    fn new(note: &'a Annotation<'a>, column: u32, replaces: bool) -> Self {
        Self {
            note,
            column,
            replaces,
            last_row: 0,
            prefix: String::new(),
        }
    }

    fn run(&mut self, sheet: PartReader, out: &mut impl Write) -> Result<(), PaperError> {
        let mut reader = xml::reader(sheet);
        let mut writer = Writer::new(std::io::BufWriter::new(out));
        let mut buffer = Vec::new();
        let mut remark: Option<String> = None;
        let mut next_column = 0;
        let mut skip = false;
        loop {
            buffer.clear();
            let event = reader
                .read_event_into(&mut buffer)
                .map_err(xml::fault("worksheet"))?;
            match event {
                Event::Eof => break,
                Event::Start(e) if e.local_name().as_ref() == "row" => {
                    let number = self.begin(&e);
                    next_column = 0;
                    remark = self.remark(number);
                    writer.write_event(Event::Start(if remark.is_some() {
                        frame(&e)
                    } else {
                        e
                    }))?;
                }
                Event::Empty(e) if e.local_name().as_ref() == "row" => {
                    let number = self.begin(&e);
                    match self.remark(number) {
                        Some(text) => {
                            let name = e.name().as_ref().to_owned();
                            writer.write_event(Event::Start(frame(&e)))?;
                            self.cell(&mut writer, &text)?;
                            writer.write_event(Event::End(BytesEnd::new(name)))?;
                        }
                        None => writer.write_event(Event::Empty(e))?,
                    }
                }
                Event::End(e) if e.local_name().as_ref() == "row" => {
                    if let Some(text) = remark.take() {
                        self.cell(&mut writer, &text)?;
                    }
                    writer.write_event(Event::End(e))?;
                }
                Event::Start(e) if e.local_name().as_ref() == "c" => {
                    let column = position(&e, next_column);
                    next_column = column + 1;
                    // A formatted cell without a value may lie where the remark goes,
                    // an old remark surely does.
                    skip = self.drops(column, remark.is_some());
                    if !skip {
                        writer.write_event(Event::Start(e))?;
                    }
                }
                Event::Empty(e) if e.local_name().as_ref() == "c" => {
                    let column = position(&e, next_column);
                    next_column = column + 1;
                    if column > self.column
                        && let Some(text) = remark.take()
                    {
                        self.cell(&mut writer, &text)?;
                    }
                    if !self.drops(column, remark.is_some()) {
                        writer.write_event(Event::Empty(e))?;
                    }
                }
                Event::End(e) if skip && e.local_name().as_ref() == "c" => skip = false,
                Event::Start(e) | Event::Empty(e)
                    if e.local_name().as_ref() == "dimension" && !skip =>
                {
                    writer.write_event(Event::Empty(self.dimension(&e)))?;
                }
                Event::End(e) if e.local_name().as_ref() == "dimension" => {}
                _ if skip => {}
                other => writer.write_event(other)?,
            }
            reader.get_mut().get_mut().token_done();
        }
        writer.into_inner().flush()?;
        Ok(())
    }

    fn begin(&mut self, e: &BytesStart<'_>) -> u64 {
        if let Some(prefix) = e.name().prefix() {
            self.prefix = format!("{}:", prefix.as_ref());
        }
        let number = xml::attribute(e, "r").and_then(|r| r.parse().ok());
        self.last_row = number.unwrap_or(self.last_row + 1);
        self.last_row
    }

    fn remark(&self, row: u64) -> Option<String> {
        if row == self.note.header_row {
            return Some(self.note.title.to_owned());
        }
        self.note.reasons.get(&row).cloned()
    }

    fn drops(&self, column: u32, remarked: bool) -> bool {
        column == self.column && (remarked || self.replaces)
    }

    /// `<c r="X5" t="inlineStr"><is><t>…</t></is></c>`
    fn cell<W: Write>(&self, writer: &mut Writer<W>, text: &str) -> Result<(), PaperError> {
        let p = &self.prefix;
        let reference = format!("{}{}", xml::letters(self.column), self.last_row);
        let clean: String = text
            .chars()
            .filter(|c| !c.is_control() || *c == '\n')
            .take(32_000)
            .collect();
        let xml = format!(
            "<{p}c r=\"{reference}\" t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{}</{p}t></{p}is></{p}c>",
            partial_escape(clean.as_str())
        );
        writer.write_event(Event::Text(BytesText::from_escaped(xml)))?;
        Ok(())
    }

    fn dimension(&self, e: &BytesStart<'_>) -> BytesStart<'static> {
        let name = e.name().as_ref().to_owned();
        let old = xml::attribute(e, "ref").unwrap_or_default();
        let mut new = BytesStart::new(name);
        match xml::area(&old) {
            Some((r1, c1, r2, c2)) => {
                let reference = format!(
                    "{}{}:{}{}",
                    xml::letters(c1),
                    r1.min(self.note.header_row),
                    xml::letters(c2.max(self.column)),
                    r2.max(self.note.header_row)
                );
                new.push_attribute(("ref", reference.as_str()));
            }
            None => new.push_attribute(("ref", old.as_str())),
        }
        new
    }
}

/// The row element without `spans`, a hint that would now be wrong.
fn frame(e: &BytesStart<'_>) -> BytesStart<'static> {
    let mut new = BytesStart::new(e.name().as_ref().to_owned());
    for a in e.attributes().with_checks(false).flatten() {
        if a.key.as_ref() != "spans" {
            new.push_attribute(a);
        }
    }
    new
}

fn position(e: &BytesStart<'_>, next: u32) -> u32 {
    xml::attribute(e, "r")
        .and_then(|r| xml::column_of(&r))
        .unwrap_or(next)
}
