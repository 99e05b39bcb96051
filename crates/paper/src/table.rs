//! A file as a list of sheets whose rows can be streamed.

use crate::cell::Row;
use crate::csv;
use crate::error::PaperError;
use crate::limits::Limits;
use crate::sniff::{Format, sniff};
use crate::source::Source;
use crate::{xls, xlsx};

/// A sheet of a workbook; a .csv has exactly one, without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Not shown to the user; hidden sheets often hold code lists.
    pub hidden: bool,
}

/// Something worth telling the user that does not keep the file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Stable code.
    pub code: &'static str,
    /// For a Chinese reader.
    pub zh: String,
    /// For an English reader.
    pub en: String,
}

pub(crate) enum Body {
    Csv(csv::Layout),
    Xls(xls::Book),
    Xlsx(Box<xlsx::Workbook>),
}

/// An opened file.
pub struct Table {
    /// What the file really is.
    pub format: Format,
    /// Its sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
    pub(crate) source: Source,
    pub(crate) limits: Limits,
    pub(crate) body: Body,
}

impl Table {
    /// Opens a file on disk with the default limits.
    ///
    /// # Errors
    /// Names what the file is when it is no table, needs a password, is damaged or breaks a limit.
    pub fn open(path: &std::path::Path) -> Result<Self, PaperError> {
        Self::read(Source::path(path), Limits::default())
    }

    /// Opens any source under given limits.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn read(source: Source, limits: Limits) -> Result<Self, PaperError> {
        let format = sniff(&source, &limits)?;
        let (sheets, body) = match format {
            Format::Csv => {
                let layout = csv::Layout::sniff(&source, &limits)?;
                (
                    vec![Sheet {
                        name: String::new(),
                        hidden: false,
                    }],
                    Body::Csv(layout),
                )
            }
            Format::Xls => {
                let book = xls::Book::open(&source, &limits)?;
                (book.sheets(), Body::Xls(book))
            }
            Format::Xlsx => {
                let book = xlsx::Workbook::open(&source, &limits)?;
                (book.sheets(), Body::Xlsx(Box::new(book)))
            }
        };
        Ok(Self {
            format,
            sheets,
            source,
            limits,
            body,
        })
    }

    /// Things to tell the user, such as a name that does not fit the content.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let name = self.source.name();
        let given = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
        let usual: &[&str] = match self.format {
            Format::Csv => &["csv", "txt", "tsv"],
            Format::Xlsx => &["xlsx", "xlsm", "xltx"],
            Format::Xls => &["xls", "et", "xlt"],
        };
        let fits = given.is_none_or(|g| usual.contains(&g.as_str()));
        if !fits {
            let real = self.format.extension();
            notices.push(Notice {
                code: "name_differs",
                zh: format!("文件扩展名与内容不符：内容是 .{real}，已按内容读取"),
                en: format!("The file name does not fit its content, which is .{real}; it was read by its content."),
            });
        }
        notices
    }

    /// The encoding of a .csv, such as `GB18030`; none for workbooks.
    pub fn encoding(&self) -> Option<&'static str> {
        match &self.body {
            Body::Csv(layout) => Some(layout.encoding.name()),
            _ => None,
        }
    }

    /// Streams the rows of a sheet from the top. Rows without any value are left out.
    ///
    /// # Errors
    /// Where the sheet does not exist or its frame cannot be read.
    pub fn rows(&self, sheet: usize) -> Result<Rows, PaperError> {
        let inner = match &self.body {
            Body::Csv(layout) if sheet == 0 => Inner::Csv(Box::new(csv::Rows::open(
                &self.source,
                layout,
                &self.limits,
            )?)),
            Body::Csv(_) => return Err(PaperError::no_sheet(sheet)),
            Body::Xls(book) => Inner::Xls(book.rows(sheet)?),
            Body::Xlsx(book) => {
                Inner::Xlsx(Box::new(book.rows(&self.source, &self.limits, sheet)?))
            }
        };
        Ok(Rows {
            inner,
            limit: self.limits.rows,
            seen: 0,
            over: false,
        })
    }

    /// About how many rows a sheet has, for a progress bar; `None` where that is unknown.
    pub fn rows_hint(&self, sheet: usize) -> Option<u64> {
        match &self.body {
            Body::Csv(layout) => Some(layout.lines),
            Body::Xls(book) => book.rows_hint(sheet),
            Body::Xlsx(book) => book.rows_hint(&self.source, &self.limits, sheet).ok(),
        }
    }
}

enum Inner {
    Csv(Box<csv::Rows>),
    Xls(xls::Rows),
    Xlsx(Box<xlsx::Rows>),
}

/// The rows of a sheet, from the top. After an error there are no more rows.
pub struct Rows {
    inner: Inner,
    limit: u64,
    seen: u64,
    over: bool,
}

impl Rows {
    /// Reads the next row into `row`, reusing its memory; `false` at the end.
    ///
    /// # Errors
    /// Where the file turns out damaged or breaks a limit.
    pub fn read(&mut self, row: &mut Row) -> Result<bool, PaperError> {
        if self.over {
            return Ok(false);
        }
        loop {
            let more = match &mut self.inner {
                Inner::Csv(rows) => rows.read(row),
                Inner::Xls(rows) => Ok(rows.read(row)),
                Inner::Xlsx(rows) => rows.read(row),
            };
            match more {
                Ok(true) if row.spans.is_empty() => continue,
                Ok(true) => {}
                Ok(false) => {
                    self.over = true;
                    return Ok(false);
                }
                Err(error) => {
                    self.over = true;
                    return Err(error);
                }
            }
            self.seen += 1;
            if self.seen > self.limit {
                self.over = true;
                return Err(PaperError::too_many_rows(self.limit));
            }
            return Ok(true);
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row, PaperError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut row = Row::new(0);
        match self.read(&mut row) {
            Ok(true) => Some(Ok(row)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }
}
