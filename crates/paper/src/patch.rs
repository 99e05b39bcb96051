//! A user's own file given back with one more column that says what is wrong.

use std::collections::BTreeMap;
use std::io::{Seek, Write};

use crate::error::PaperError;
use crate::sniff::Format;
use crate::table::{Body, Table};
use crate::{csv, xls, xlsx};

/// What to write into a returned file.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'a> {
    /// 0-based sheet.
    pub sheet: usize,
    /// The row of the column titles, 1-based.
    pub header_row: u64,
    /// Title of the column.
    pub title: &'a str,
    /// Row number → what is wrong with it.
    pub reasons: &'a BTreeMap<u64, String>,
}

/// What came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// Format of the returned file: an .xls comes back as .xlsx.
    pub format: Format,
    /// 0-based column of the remarks.
    pub column: usize,
}

/// Writes the user's own file to `out` with the column added.
///
/// In an .xlsx every other part of the container is copied byte for byte and the sheet
/// keeps its cells, formats, drop-downs and print set-up; a .csv keeps its encoding; an
/// .xls becomes an .xlsx with the same cells. A column of that title from an earlier
/// return is replaced.
///
/// # Errors
/// As for reading the file, or where the output cannot be written.
pub fn annotate(
    table: &Table,
    note: &Annotation<'_>,
    mut out: impl Write + Seek + Send,
) -> Result<Annotated, PaperError> {
    let (source, limits) = (&table.source, &table.limits);
    match &table.body {
        Body::Csv(layout) => {
            let column = csv::patch(source, limits, layout, note, &mut out)?;
            Ok(Annotated {
                format: Format::Csv,
                column,
            })
        }
        Body::Xlsx(book) => {
            let column = xlsx::patch(book, source, limits, note, out)?;
            Ok(Annotated {
                format: Format::Xlsx,
                column,
            })
        }
        Body::Xls(book) => {
            let column = xls::rewrite(book, note, out)?;
            Ok(Annotated {
                format: Format::Xlsx,
                column,
            })
        }
    }
}
