//! Writing the file that goes to the bank.

use kernel::Month;

use super::layout::{Encoding, Layout, OutField, SummaryField, Unit};

/// What stands once above or in every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Batch number.
    pub batch: String,
    /// Month paid for.
    pub month: Month,
}

/// One payment, with its secrets opened. Never logged: no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Serial within the batch, from 1.
    pub seq: i32,
    /// Account holder.
    pub holder: String,
    /// ID number of the payee, empty where unknown.
    pub id_number: String,
    /// Account number.
    pub account: String,
    /// Bank as it stands on the card.
    pub bank: String,
    /// Fen.
    pub amount: i64,
    /// Chinese name of the programme.
    pub programme: String,
    /// 12-digit division.
    pub division: String,
}

/// A file and what was counted while writing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The bytes as they go to the bank.
    pub bytes: Vec<u8>,
    /// Payments.
    pub count: i64,
    /// Fen.
    pub total: i64,
}

/// Why a file cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A cell holds the separator, a quote or a line end.
    #[error("payment {seq}: the {field:?} holds a character that the bank's layout cannot carry")]
    Unwritable {
        /// Which payment.
        seq: i32,
        /// Which column.
        field: OutField,
    },
    /// A character has no place in the bank's encoding.
    #[error("payment {seq}: a character does not exist in the bank's encoding")]
    Encoding {
        /// Which payment; 0 for the head.
        seq: i32,
    },
    /// The serials are not 1, 2, 3 …
    #[error("payment {seq} stands where {expected} should")]
    Order {
        /// What stands there.
        seq: i32,
        /// What should.
        expected: i32,
    },
    /// An amount of nothing or less.
    #[error("payment {0} is of nothing or less")]
    Amount(i32),
}

/// Writes the file of a batch. The same rows give the same bytes.
///
/// # Errors
/// [`WriteError`]; nothing is written then.
pub fn write(layout: &Layout, head: &Head, rows: &[Row]) -> Result<Written, WriteError> {
    let total: i64 = rows.iter().map(|row| row.amount).sum();
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let mut out = Vec::with_capacity(rows.len() * 96);
    let mut line = String::with_capacity(160);
    let separator = layout.separator;
    if !layout.summary.is_empty() {
        let cells = layout.summary.iter().map(|field| match field {
            SummaryField::Batch => head.batch.clone(),
            SummaryField::Month => head.month.to_string(),
            SummaryField::Count => count.to_string(),
            SummaryField::Total => amount(layout.unit, total),
        });
        join(&mut line, separator, cells);
        push(&mut out, layout.encoding, &line, 0)?;
    }
    if layout.titles {
        join(
            &mut line,
            separator,
            layout.columns.iter().map(|column| column.title.clone()),
        );
        push(&mut out, layout.encoding, &line, 0)?;
    }
    for (expected, row) in (1..).zip(rows) {
        if row.seq != expected {
            return Err(WriteError::Order {
                seq: row.seq,
                expected,
            });
        }
        if row.amount <= 0 {
            return Err(WriteError::Amount(row.seq));
        }
        line.clear();
        for (i, column) in layout.columns.iter().enumerate() {
            if i > 0 {
                line.push(separator);
            }
            let start = line.len();
            cell(&mut line, layout.unit, column.field, head, row);
            if line[start..].contains([separator, '"', '\n', '\r']) {
                return Err(WriteError::Unwritable {
                    seq: row.seq,
                    field: column.field,
                });
            }
        }
        push(&mut out, layout.encoding, &line, row.seq)?;
    }
    Ok(Written {
        bytes: out,
        count,
        total,
    })
}

/// An amount in the unit of the layout.
#[must_use]
pub(super) fn amount(unit: Unit, fen: i64) -> String {
    match unit {
        Unit::Fen => fen.to_string(),
        Unit::Yuan => kernel::Money::from_fen(fen).to_string(),
    }
}

fn cell(line: &mut String, unit: Unit, field: OutField, head: &Head, row: &Row) {
    use std::fmt::Write as _;
    let _ = match field {
        OutField::Seq => write!(line, "{}", row.seq),
        OutField::Batch => write!(line, "{}", head.batch),
        OutField::Month => write!(line, "{}", head.month),
        OutField::Holder => write!(line, "{}", row.holder),
        OutField::IdNumber => write!(line, "{}", row.id_number),
        OutField::Account => write!(line, "{}", row.account),
        OutField::Bank => write!(line, "{}", row.bank),
        OutField::Amount => write!(line, "{}", amount(unit, row.amount)),
        OutField::Programme => write!(line, "{}", row.programme),
        OutField::Division => write!(line, "{}", row.division),
        OutField::Purpose => write!(line, "{}{}", head.month, row.programme),
    };
}

fn join(line: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    line.clear();
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            line.push(separator);
        }
        line.push_str(&cell);
    }
}

fn push(out: &mut Vec<u8>, encoding: Encoding, line: &str, seq: i32) -> Result<(), WriteError> {
    match encoding {
        Encoding::Utf8 => out.extend_from_slice(line.as_bytes()),
        Encoding::Gb18030 => {
            let (bytes, _, lost) = encoding_rs::GB18030.encode(line);
            if lost {
                return Err(WriteError::Encoding { seq });
            }
            out.extend_from_slice(&bytes);
        }
    }
    out.extend_from_slice(b"\r\n");
    Ok(())
}
