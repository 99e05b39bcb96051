//! Records of a text table as rows.

use super::Layout;
use super::records::Records;
use crate::cell::{DAMAGED, Kind, Row};
use crate::error::PaperError;
use crate::limits::Limits;
use crate::number;
use crate::source::Source;

pub(crate) struct Rows {
    records: Records,
    columns: usize,
}

impl Rows {
    pub(crate) fn open(
        source: &Source,
        layout: &Layout,
        limits: &Limits,
    ) -> Result<Self, PaperError> {
        Ok(Self {
            records: Records::open(source, layout, limits, false)?,
            columns: limits.columns,
        })
    }

    pub(crate) fn read(&mut self, row: &mut Row) -> Result<bool, PaperError> {
        if !self.records.advance()? {
            return Ok(false);
        }
        row.clear(self.records.row);
        for i in 0..self.records.width() {
            let text = self.records.field(i);
            if text.is_empty() {
                continue;
            }
            if i >= self.columns {
                return Err(PaperError::too_many_columns(row.number, self.columns));
            }
            if is_rounded(text) {
                row.push(i as u32, Kind::Number, DAMAGED, text);
            } else {
                row.push(i as u32, Kind::Text, 0, text);
            }
        }
        Ok(true)
    }
}

/// `6.20521E+17`: what a spreadsheet writes into a .csv in place of a long number.
fn is_rounded(text: &str) -> bool {
    text.len() < 30
        && (text.contains("E+") || text.contains("e+"))
        && number::plain(text).is_some_and(|p| p.damaged)
}
