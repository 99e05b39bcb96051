//! One row of a table: its cells as text, each with its kind.

/// What a cell held in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, as typed.
    Text,
    /// A number, written out as a plain decimal without exponent.
    Number,
    /// A date or date and time, written as ISO 8601.
    Date,
    /// TRUE or FALSE.
    Bool,
    /// An error value such as #N/A.
    Error,
}

pub(crate) const FORMULA: u8 = 1;
pub(crate) const DAMAGED: u8 = 2;
pub(crate) const SPREAD: u8 = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub column: u32,
    pub kind: Kind,
    pub flags: u8,
    pub start: u32,
    pub end: u32,
}

/// A row with its number in the file. Cells without a value are not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 1-based, as the user sees it in Excel or WPS.
    pub number: u64,
    /// The row was hidden in the file; it is read all the same.
    pub hidden: bool,
    pub(crate) text: String,
    pub(crate) spans: Vec<Span>,
}

/// A cell of a [`Row`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// 0-based column.
    pub column: usize,
    /// What the cell held in the file.
    pub kind: Kind,
    /// The value as text; never empty.
    pub text: &'a str,
    /// The value is the stored result of a formula.
    pub formula: bool,
    /// A number of more than 15 digits that the spreadsheet has rounded: digits are lost.
    pub damaged: bool,
    /// The value stands in another cell of the same merged area.
    pub spread: bool,
}

impl Row {
    pub(crate) fn new(number: u64) -> Self {
        Self {
            number,
            hidden: false,
            text: String::new(),
            spans: Vec::new(),
        }
    }

    /// A row to read into.
    pub fn new_empty() -> Self {
        Self::new(0)
    }

    pub(crate) fn clear(&mut self, number: u64) {
        self.number = number;
        self.hidden = false;
        self.text.clear();
        self.spans.clear();
    }

    /// Adds a cell to the right of those that are there; an empty text adds nothing.
    pub(crate) fn push(&mut self, column: u32, kind: Kind, flags: u8, text: &str) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.spans.push(Span {
            column,
            kind,
            flags,
            start,
            end: self.text.len() as u32,
        });
    }

    pub(crate) fn sort(&mut self) {
        self.spans.sort_by_key(|s| s.column);
    }

    /// The cell in a 0-based column, if it holds a value.
    pub fn cell(&self, column: usize) -> Option<Cell<'_>> {
        let i = self
            .spans
            .binary_search_by_key(&(column as u32), |s| s.column)
            .ok()?;
        Some(self.view(&self.spans[i]))
    }

    /// The text in a 0-based column; empty where there is no value.
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |c| c.text)
    }

    /// The cells that hold a value, from left to right.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.spans.iter().map(|s| self.view(s))
    }

    /// No cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|s| {
            self.text[s.start as usize..s.end as usize]
                .trim()
                .is_empty()
        })
    }

    /// One more than the last column that holds a value.
    pub fn width(&self) -> usize {
        self.spans.last().map_or(0, |s| s.column as usize + 1)
    }

    fn view(&self, s: &Span) -> Cell<'_> {
        Cell {
            column: s.column as usize,
            kind: s.kind,
            text: &self.text[s.start as usize..s.end as usize],
            formula: s.flags & FORMULA != 0,
            damaged: s.flags & DAMAGED != 0,
            spread: s.flags & SPREAD != 0,
        }
    }
}
