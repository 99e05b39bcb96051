use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

use super::BookError;
use super::cells::Cell;

/// How the text of a .csv file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, lines end with LF.
    Utf8,
    /// UTF-8 with a byte-order mark, as spreadsheets write it, lines end with CR LF.
    Utf8Bom,
    /// GB18030, as old Chinese programs write it, lines end with CR LF.
    Gb18030,
}

/// The head of a table.
pub(crate) struct Sheet<'a> {
    /// The name of the sheet, and its title row in a workbook.
    pub title: &'a str,
    /// A second line above the column titles of a workbook; none where empty.
    pub note: &'a str,
    /// The column titles.
    pub columns: &'a [&'a str],
}

/// Takes rows one after the other and holds as good as none of them in memory.
pub(crate) enum Sink {
    /// A .csv file.
    Csv {
        out: BufWriter<File>,
        encoding: Encoding,
        line: String,
    },
    /// A workbook whose last sheet is being written.
    Book {
        book: Box<Workbook>,
        path: PathBuf,
        row: u32,
    },
}

impl Sink {
    /// Begins a .csv file with its column titles.
    pub(crate) fn csv(
        path: &Path,
        encoding: Encoding,
        columns: &[&str],
    ) -> Result<Sink, BookError> {
        let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
        if encoding == Encoding::Utf8Bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut sink = Sink::Csv {
            out,
            encoding,
            line: String::new(),
        };
        let titles: Vec<Cell<'_>> = columns.iter().map(|title| Cell::from(*title)).collect();
        sink.row(&titles)?;
        Ok(sink)
    }

    /// Begins a workbook with its first sheet. The properties hold no clock.
    pub(crate) fn book(path: &Path, sheet: &Sheet<'_>) -> Result<Sink, BookError> {
        let mut book = Workbook::new();
        let made = ExcelDateTime::from_ymd(2021, 12, 31)?;
        book.set_properties(
            &DocProperties::new()
                .set_creation_datetime(&made)
                .set_author("清水县民政局"),
        );
        let mut sink = Sink::Book {
            book: Box::new(book),
            path: path.to_owned(),
            row: 0,
        };
        sink.sheet(sheet)?;
        Ok(sink)
    }

    /// Begins a further sheet of a workbook: a merged title over all columns, a note, then
    /// the column titles, as exports have them. A .csv file has no sheets.
    pub(crate) fn sheet(&mut self, sheet: &Sheet<'_>) -> Result<(), BookError> {
        let Sink::Book { book, row, .. } = self else {
            return Ok(());
        };
        let page = book.add_worksheet_with_constant_memory()?;
        page.set_name(sheet.title)?;
        let last = sheet.columns.len().saturating_sub(1) as u16;
        for column in 0..=last {
            page.set_column_width(column, 16)?;
        }
        *row = 0;
        if !sheet.note.is_empty() {
            let title = Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center);
            page.merge_range(0, 0, 0, last, sheet.title, &title)?;
            page.merge_range(1, 0, 1, last, sheet.note, &Format::new())?;
            *row = 2;
        }
        let bold = Format::new().set_bold();
        for (column, title) in sheet.columns.iter().enumerate() {
            page.write_string_with_format(*row, column as u16, *title, &bold)?;
        }
        *row += 1;
        Ok(())
    }

    /// Writes a row.
    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), BookError> {
        match self {
            Sink::Csv {
                out,
                encoding,
                line,
            } => {
                line.clear();
                for (at, cell) in cells.iter().enumerate() {
                    if at > 0 {
                        line.push(',');
                    }
                    quote(line, &cell.text());
                }
                match encoding {
                    Encoding::Utf8 => {
                        line.push('\n');
                        out.write_all(line.as_bytes())?;
                    }
                    Encoding::Utf8Bom => {
                        line.push_str("\r\n");
                        out.write_all(line.as_bytes())?;
                    }
                    Encoding::Gb18030 => {
                        line.push_str("\r\n");
                        // Every character of Unicode has a code in GB18030.
                        out.write_all(&GB18030.encode(line).0)?;
                    }
                }
            }
            Sink::Book { book, row, .. } => {
                let last = book.worksheets().len() - 1;
                let page = book.worksheet_from_index(last)?;
                for (column, cell) in cells.iter().enumerate() {
                    match cell {
                        Cell::Blank => {}
                        Cell::Text(text) => {
                            page.write_string(*row, column as u16, text.as_ref())?;
                        }
                        Cell::Number(number) => {
                            page.write_number(*row, column as u16, *number as f64)?;
                        }
                    }
                }
                *row += 1;
            }
        }
        Ok(())
    }

    /// Closes the file.
    pub(crate) fn finish(self) -> Result<(), BookError> {
        match self {
            Sink::Csv { mut out, .. } => out.flush()?,
            Sink::Book { mut book, path, .. } => book.save(path)?,
        }
        Ok(())
    }
}

fn quote(line: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) {
        line.push('"');
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(text);
    }
}
