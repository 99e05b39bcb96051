//! Exports: rows streamed into a workbook that prints well and has the same bytes each time.

use std::io::Write;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::cell::Kind;
use crate::error::PaperError;

/// Rows that one sheet can hold.
const SHEET_ROWS: u32 = 1_048_576;
/// Significant digits that a spreadsheet keeps in a number.
const DIGITS: usize = 15;

/// How the values of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Text, kept as text: identity and account numbers do not turn into numbers.
    Text,
    /// Text in the middle, for codes and dates.
    Centre,
    /// A count.
    Integer,
    /// An amount with two decimals.
    Amount,
}

/// A column of an export.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Width in characters of the default font; a Chinese character takes two.
    pub width: u16,
    /// How its values are shown.
    pub align: Align,
}

impl Column {
    /// A column by title, width and way of showing.
    pub fn new(title: impl Into<String>, width: u16, align: Align) -> Self {
        Self {
            title: title.into(),
            width,
            align,
        }
    }
}

/// What stands above the table.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// Large, over the whole width.
    pub title: String,
    /// Small lines below it: reporting unit, month, unit of amounts.
    pub lines: Vec<String>,
    /// Lines below the table: who prepared and reviewed it, date.
    pub foot: Vec<String>,
}

/// A workbook in the making. Rows go to a temporary file, so memory stays bounded.
pub struct Book {
    workbook: Workbook,
}

impl Default for Book {
    fn default() -> Self {
        Self::new()
    }
}

fn fail(error: XlsxError) -> PaperError {
    PaperError::unwritable(error)
}

impl Book {
    /// An empty workbook whose properties hold no clock and no user name.
    pub fn new() -> Self {
        let mut workbook = Workbook::new();
        if let Ok(day) = ExcelDateTime::from_ymd(2000, 1, 1) {
            workbook.set_properties(
                &DocProperties::new()
                    .set_author("")
                    .set_creation_datetime(&day),
            );
        }
        Self { workbook }
    }

    /// Begins a sheet: title, lines, column titles; A4 landscape, one page wide, titles
    /// repeated on each page. Sheets are written one after the other.
    ///
    /// # Errors
    /// Where the name is not allowed for a sheet or the temporary file cannot be made.
    pub fn sheet(
        &mut self,
        name: &str,
        heading: &Heading,
        columns: &[Column],
    ) -> Result<SheetWriter<'_>, PaperError> {
        let sheet = self
            .workbook
            .add_worksheet_with_constant_memory()
            .map_err(fail)?;
        if !name.is_empty() {
            sheet.set_name(name).map_err(fail)?;
        }
        let mut writer = SheetWriter {
            sheet,
            next: 0,
            columns: columns.to_vec(),
            foot: heading.foot.clone(),
            formats: columns.iter().map(|c| body_format(c.align)).collect(),
            totals: columns
                .iter()
                .map(|c| body_format(c.align).set_bold())
                .collect(),
        };
        writer.begin(heading).map_err(fail)?;
        Ok(writer)
    }

    /// Writes the workbook out.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn write(mut self, out: impl Write + Send) -> Result<(), PaperError> {
        self.workbook.save_to_writer(SeekLess(out)).map_err(fail)
    }
}

/// `save_to_writer` wants `Write + Send` by value; this keeps the caller's type out of it.
struct SeekLess<W>(W);

impl<W: Write> Write for SeekLess<W> {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        self.0.write(buffer)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

fn body_format(align: Align) -> Format {
    let format = Format::new().set_border(FormatBorder::Thin);
    match align {
        Align::Text => format.set_num_format("@"),
        Align::Centre => format.set_num_format("@").set_align(FormatAlign::Center),
        Align::Integer => format.set_num_format("0"),
        Align::Amount => format.set_num_format("#,##0.00"),
    }
}

/// A sheet that takes rows from top to bottom.
pub struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    next: u32,
    columns: Vec<Column>,
    foot: Vec<String>,
    formats: Vec<Format>,
    totals: Vec<Format>,
}

impl SheetWriter<'_> {
    fn begin(&mut self, heading: &Heading) -> Result<(), XlsxError> {
        let sheet = &mut *self.sheet;
        sheet
            .set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0);
        sheet.set_footer("&C第 &P 页，共 &N 页");
        for (i, column) in self.columns.iter().enumerate() {
            sheet.set_column_width(i as u16, column.width)?;
        }
        let last = self.columns.len().saturating_sub(1) as u16;
        if !heading.title.is_empty() {
            let format = Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center);
            line(sheet, self.next, last, &heading.title, &format)?;
            self.next += 1;
        }
        for text in &heading.lines {
            line(sheet, self.next, last, text, &Format::new())?;
            self.next += 1;
        }
        if !self.columns.is_empty() {
            let format = Format::new()
                .set_bold()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap();
            for (i, column) in self.columns.iter().enumerate() {
                sheet.write_string_with_format(self.next, i as u16, &column.title, &format)?;
            }
            sheet.set_repeat_rows(self.next, self.next)?;
            self.next += 1;
            sheet.set_freeze_panes(self.next, 0)?;
        }
        Ok(())
    }

    /// Rows that still fit on this sheet.
    pub fn room(&self) -> u32 {
        SHEET_ROWS - self.next - self.foot.len() as u32 - 1
    }

    /// Adds a row; an empty text leaves its cell blank, which is not zero.
    ///
    /// # Errors
    /// Where the sheet is full or the temporary file cannot be written.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) -> Result<(), PaperError> {
        let formats = std::mem::take(&mut self.formats);
        let result = self.cells(cells, &formats);
        self.formats = formats;
        result
    }

    /// Adds a row of totals in bold.
    ///
    /// # Errors
    /// As [`SheetWriter::row`].
    pub fn total<S: AsRef<str>>(&mut self, cells: &[S]) -> Result<(), PaperError> {
        let formats = std::mem::take(&mut self.totals);
        let result = self.cells(cells, &formats);
        self.totals = formats;
        result
    }

    fn cells<S: AsRef<str>>(&mut self, cells: &[S], formats: &[Format]) -> Result<(), PaperError> {
        if self.room() == 0 {
            return Err(PaperError::too_many_rows(u64::from(SHEET_ROWS)));
        }
        for (i, (cell, column)) in cells.iter().zip(&self.columns).enumerate() {
            let (text, at) = (cell.as_ref(), i as u16);
            let number = match column.align {
                Align::Integer | Align::Amount => as_stored(text),
                Align::Text | Align::Centre => None,
            };
            let done = match number {
                _ if text.is_empty() => self.sheet.write_blank(self.next, at, &formats[i]),
                Some(n) => self
                    .sheet
                    .write_number_with_format(self.next, at, n, &formats[i]),
                None => self
                    .sheet
                    .write_string_with_format(self.next, at, text, &formats[i]),
            };
            done.map_err(fail)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Ends the sheet with the lines that stand below the table.
    ///
    /// # Errors
    /// Where the temporary file cannot be written.
    pub fn finish(self) -> Result<(), PaperError> {
        for (i, text) in self.foot.iter().enumerate() {
            self.sheet
                .write_string(self.next + i as u32, 0, text)
                .map_err(fail)?;
        }
        Ok(())
    }

    /// Puts a cell at a place (0-based), rows in rising order.
    pub(crate) fn put(
        &mut self,
        row: u64,
        column: usize,
        kind: Kind,
        text: &str,
    ) -> Result<(), PaperError> {
        let (row, column) = (row as u32, column as u16);
        let number = if kind == Kind::Number {
            as_stored(text)
        } else {
            None
        };
        let done = match (kind, number) {
            (_, Some(n)) => self.sheet.write_number(row, column, n),
            (Kind::Bool, _) => self.sheet.write_boolean(row, column, text == "TRUE"),
            _ => self.sheet.write_string(row, column, text),
        };
        done.map(|_| ()).map_err(fail)
    }
}

/// The number as the file format stores it. A spreadsheet knows only binary numbers, so
/// this is where a decimal leaves exactness, after all computing is done; what has more
/// digits than a spreadsheet keeps stays text.
fn as_stored(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    (plain && digits > 0 && digits <= DIGITS)
        .then(|| text.parse().ok())
        .flatten()
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, format)?;
    } else {
        sheet.merge_range(row, 0, row, last, text, format)?;
    }
    Ok(())
}
