//! What a file is and where its columns stand.

use std::collections::BTreeMap;
use std::io::Read;

use paper::{Dialect, Header, Known, Limits, PaperError, Row, Source, Table};

use super::records::{Cut, cut};
use super::{Blocks, TextEncoding, decode};

/// A column that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The caller's own key.
    pub key: String,
    /// Titles it may stand under.
    pub titles: Vec<String>,
    /// Without it the file is of no use.
    pub required: bool,
}

impl Wanted {
    /// One column that must be there, known by its title.
    pub fn title(title: &str) -> Wanted {
        Wanted {
            key: title.to_owned(),
            titles: vec![title.to_owned()],
            required: true,
        }
    }
}

/// How a file is laid out.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The encoding of most rows.
    pub encoding: TextEncoding,
    /// Delimiter and quotation mark.
    pub dialect: Dialect,
    /// Fields of the header row.
    pub width: usize,
    /// Last row of the header, 1-based; data start below.
    pub header_row: u64,
    /// The titles as they stand, by column; empty where a column has none.
    pub titles: Vec<String>,
    /// Where each wanted column stands: key → 0-based column.
    pub columns: BTreeMap<String, usize>,
    /// Bytes of the file, for progress; nought where unknown.
    pub size: u64,
}

/// Bytes looked at to find encoding, delimiter and header.
const HEAD: u64 = 256 << 10;
const ROWS: usize = 40;

/// Opens a file, finds its header among the first rows, and gives its blocks from the top.
///
/// # Errors
/// When the file is empty or no table, or a required column is not there.
pub fn open(source: &Source, wanted: &[Wanted]) -> Result<(Layout, Blocks), PaperError> {
    let known: Vec<Known<'_>> = wanted
        .iter()
        .map(|w| Known {
            key: &w.key,
            titles: &w.titles,
            required: w.required,
        })
        .collect();
    let mut reader = source.open()?;
    let mut head = Vec::new();
    reader.by_ref().take(HEAD).read_to_end(&mut head)?;
    let size = reader.seek(std::io::SeekFrom::End(0))?;
    if is_plain(&head) {
        let whole = size <= HEAD;
        if !whole && let Some(end) = memchr::memrchr(b'\n', &head) {
            head.truncate(end + 1);
        }
        let layout = plain(source.name(), &head, whole, size, &known)?;
        // A vertical bar may be the second byte of a GBK character; such files take the road
        // of workbooks, which decodes first.
        if layout.encoding == TextEncoding::Utf8 || layout.dialect.delimiter < 0x40 {
            reader.seek(std::io::SeekFrom::Start(0))?;
            let blocks = Blocks::text(reader, &layout);
            return Ok((layout, blocks));
        }
    }
    book(source, size, &known)
}

/// Text whose bytes can be cut before they are decoded.
fn is_plain(head: &[u8]) -> bool {
    let magic: [&[u8]; 5] = [
        b"PK",
        b"\xd0\xcf\x11\xe0",
        b"\xff\xfe",
        b"\xfe\xff",
        b"%PDF",
    ];
    let old_lines = memchr::memchr(b'\n', head).is_none() && memchr::memchr(b'\r', head).is_some();
    !magic.iter().any(|m| head.starts_with(m)) && !old_lines && !head.is_empty()
}

fn plain(
    name: &str,
    head: &[u8],
    whole: bool,
    size: u64,
    known: &[Known<'_>],
) -> Result<Layout, PaperError> {
    let bare = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let encoding = TextEncoding::of(bare);
    // Each line by itself, so that one odd line does not hide the header.
    let mut text = String::with_capacity(bare.len());
    for line in bare.split_inclusive(|b| *b == b'\n') {
        match decode(line, encoding) {
            Some(line) => text.push_str(&line),
            None => text.push('\n'),
        }
    }
    // The reader of tables also refuses what is no table at all: web pages, pictures, programs.
    let limits = Limits::default();
    let table = Table::read(Source::bytes(name, text.as_bytes()), limits)?;
    let rows = first_rows(&table, 0)?;
    let header = Header::among(&rows, known)?;
    let dialect = Dialect::sniff(text.as_bytes());
    let width = width(text.as_bytes(), dialect, header.last_row, whole);
    Ok(layout(encoding, dialect, width, &header, size))
}

fn book(source: &Source, size: u64, known: &[Known<'_>]) -> Result<(Layout, Blocks), PaperError> {
    let table = Table::read(source.clone(), Limits::default())?;
    let mut fault = None;
    for (sheet, about) in table.sheets.iter().enumerate() {
        if about.hidden {
            continue;
        }
        let rows = first_rows(&table, sheet)?;
        match Header::among(&rows, known) {
            Ok(header) => {
                let titles = header.titles.keys().next_back().map_or(1, |last| last + 1);
                let dialect = Dialect::default();
                let layout = layout(TextEncoding::Utf8, dialect, titles, &header, size);
                let blocks = Blocks::book(table.rows(sheet)?, &layout);
                return Ok((layout, blocks));
            }
            Err(found) => fault = fault.or(Some(found)),
        }
    }
    Err(match fault {
        Some(fault) => fault,
        // A workbook whose sheets are all hidden has nothing that anybody meant to deliver.
        None => table
            .rows(usize::MAX)
            .err()
            .expect("there is no such sheet"),
    })
}

fn first_rows(table: &Table, sheet: usize) -> Result<Vec<Row>, PaperError> {
    let mut rows = Vec::new();
    for row in table.rows(sheet)?.take(ROWS) {
        match row {
            Ok(row) => rows.push(row),
            // A broken row below the header is a matter of that row.
            Err(fault) if rows.is_empty() => return Err(fault),
            Err(_) => break,
        }
    }
    Ok(rows)
}

fn layout(
    encoding: TextEncoding,
    dialect: Dialect,
    width: usize,
    header: &Header,
    size: u64,
) -> Layout {
    let count = header.titles.keys().next_back().map_or(0, |last| last + 1);
    let mut titles = vec![String::new(); count.max(width)];
    for (column, title) in &header.titles {
        titles[*column].clone_from(title);
    }
    Layout {
        encoding,
        dialect,
        width: width.max(count),
        header_row: header.last_row,
        titles,
        columns: header.columns.clone(),
        size,
    }
}

/// Fields of a row of the head.
fn width(head: &[u8], dialect: Dialect, row: u64, whole: bool) -> usize {
    let mut rest = head;
    for number in 1.. {
        let length = match cut(rest, dialect, usize::MAX, whole) {
            Cut::Whole(length) | Cut::Broken(length) => length,
            Cut::Open => rest.len(),
        };
        if number == row || length == rest.len() {
            let mut fields = super::Fields::default();
            let line = rest[..length]
                .strip_suffix(b"\n")
                .unwrap_or(&rest[..length]);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let quoted = memchr::memchr(dialect.quote, line).is_some();
            fields.split(
                super::Record {
                    bytes: line,
                    quoted,
                    broken: false,
                },
                dialect,
            );
            return fields.len();
        }
        rest = &rest[length..];
    }
    1
}
