//! Tables out of and into office files; knows no word of the trade.
//!
//! In: [`Table`] tells the format by content (.xlsx, .xls, .csv in UTF-8, UTF-16 or
//! GB18030), lists the sheets and streams rows, so that a million rows never sit in
//! memory. [`Header`] finds the row of column titles below any number of title rows.
//! Out: [`Book`] writes exports, [`Template`] writes forms to fill in, [`CsvWriter`]
//! writes text tables. [`annotate`] gives a user's own file back with one more column
//! that says what is wrong with which row, and leaves everything else as it was.
//!
//! [`Letter`] writes documents as .docx and as print pages, [`OfficeTemplate`] fills those
//! that an office made in Word or WPS. [`Binder`] binds documents and pictures into one PDF with
//! a directory of page numbers.
//!
//! Every refusal is a [`PaperError`] with a stable code and a Chinese and an English
//! sentence that says what, where and how to mend it.

mod binder;
mod cell;
mod csv;
mod error;
mod header;
mod letter;
mod limits;
mod number;
mod patch;
mod serial;
mod sniff;
mod source;
mod table;
mod write;
mod xls;
mod xlsx;

pub use binder::{Binder, Bound, Content, Entry, Item};
pub use cell::{Cell, Kind, Row};
pub use csv::{CsvWriter, Dialect, Encoding};
pub use error::PaperError;
pub use header::{Header, Known, normalise_title};
pub use letter::{Block, Body, Grid, Letter, OfficeTemplate, Setting, Style, Values};
pub use limits::Limits;
pub use patch::{Annotated, Annotation, annotate};
pub use sniff::Format;
pub use source::{ReadSeek, Source};
pub use table::{Notice, Rows, Sheet, Table};
pub use write::{Align, Book, Column, Field, Heading, SheetWriter, Template};
