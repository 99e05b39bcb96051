//! Writing the file that goes to the bank.

use kernel::{Money, Month};
use pack::model::{BankFile, Cell, Encoding, Layout};

/// What stands once above or below the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Number of the batch.
    pub batch: String,
    /// Month paid for, `2022-10`.
    pub month: String,
    /// Chinese name of the bank.
    pub bank: String,
    /// Chinese names of the programmes.
    pub programmes: String,
    /// Division code of the place.
    pub place: String,
    /// Organisation that pays.
    pub unit: String,
    /// Who prepared the batch.
    pub prepared_by: String,
    /// Who approved it.
    pub approved_by: String,
}

impl Head {
    fn field(&self, name: &str, count: i64, total: i64) -> String {
        match name {
            "batch" => self.batch.clone(),
            "month" => self.month.clone(),
            "bank" => self.bank.clone(),
            "programmes" => self.programmes.clone(),
            "place" => self.place.clone(),
            "unit" => self.unit.clone(),
            "count" => count.to_string(),
            "total" => Money::from_fen(total).to_string(),
            "total_fen" => total.to_string(),
            "prepared_by" => self.prepared_by.clone(),
            "approved_by" => self.approved_by.clone(),
            _ => String::new(),
        }
    }
}

/// One payment, with its secrets opened. Never logged: no `Debug`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Serial within the batch, from 1.
    pub seq: i32,
    /// Account holder.
    pub payee_name: String,
    /// ID number of the payee, empty where unknown.
    pub payee_id: String,
    /// Account number.
    pub account: String,
    /// Bank as it stands on the card.
    pub bank: String,
    /// Fen.
    pub amount: i64,
    /// The bank's or office's word for current or arrears.
    pub kind: String,
    /// Purpose text: month and programme.
    pub purpose: String,
    /// The person whom the payment is for; several are not listed.
    pub recipient_name: String,
    /// The payee's relation to that person.
    pub recipient_relation: String,
    /// Township.
    pub township: String,
    /// Village.
    pub village: String,
}

impl Row {
    fn push(&self, name: &str, line: &mut String) {
        use std::fmt::Write as _;
        let _ = match name {
            "seq" => write!(line, "{}", self.seq),
            "amount" => write!(line, "{}", Money::from_fen(self.amount)),
            "amount_fen" => write!(line, "{}", self.amount),
            _ => {
                line.push_str(match name {
                    "payee_name" => &self.payee_name,
                    "payee_id" => &self.payee_id,
                    "account" => &self.account,
                    "bank" => &self.bank,
                    "kind" => &self.kind,
                    "purpose" => &self.purpose,
                    "recipient_name" => &self.recipient_name,
                    "recipient_relation" => &self.recipient_relation,
                    "township" => &self.township,
                    "village" => &self.village,
                    _ => "",
                });
                Ok(())
            }
        };
    }
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
    #[error(
        "payment {seq}: the column {column} holds a character that the bank's layout cannot carry"
    )]
    Unwritable {
        /// Which payment; 0 for title rows and footers.
        seq: i32,
        /// Which column.
        column: String,
    },
    /// A character has no place in the bank's encoding.
    #[error("payment {seq}: a character does not exist in the bank's encoding")]
    Encoding {
        /// Which payment; 0 for title rows and footers.
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
    /// The sum does not fit.
    #[error("the sum of the batch does not fit")]
    Overflow,
}

/// Writes the file of a batch. The same rows give the same bytes.
///
/// # Errors
/// [`WriteError`]; nothing is written then.
pub fn write(file: &BankFile, head: &Head, rows: &[Row]) -> Result<Written, WriteError> {
    let layout = &file.out;
    let total = Money::try_sum(rows.iter().map(|row| Money::from_fen(row.amount)))
        .map_err(|_| WriteError::Overflow)?
        .fen();
    let count = i64::try_from(rows.len()).map_err(|_| WriteError::Overflow)?;
    let mut out = Vec::with_capacity(rows.len() * 96 + 256);
    sheet(layout, &layout.title, head, count, total, &mut out)?;
    let mut line = String::with_capacity(160);
    if layout.header {
        let headers: Vec<&str> = layout
            .columns
            .iter()
            .map(|column| column.header.as_str())
            .collect();
        join(layout, headers.into_iter(), 0, &mut line)?;
        push(layout, &line, 0, &mut out)?;
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
                line.push(layout.separator);
            }
            let start = line.len();
            row.push(&column.field, &mut line);
            guard(layout, &line[start..], row.seq, &column.header)?;
        }
        push(layout, &line, row.seq, &mut out)?;
    }
    sheet(layout, &layout.footer, head, count, total, &mut out)?;
    Ok(Written {
        bytes: out,
        count,
        total,
    })
}

/// The name of the file, from the layout's pattern. Nothing in it can leave
/// the folder it is written to.
#[must_use]
pub fn file_name(file: &BankFile, head: &Head, count: i64, total: i64) -> String {
    let mut name = file.out.name.clone();
    for (field, _, _) in pack::model::SHEET_FIELDS {
        let mark = format!("{{{field}}}");
        if name.contains(&mark) {
            name = name.replace(&mark, &head.field(field, count, total));
        }
    }
    name.chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect()
}

fn sheet(
    layout: &Layout,
    rows: &[Vec<Cell>],
    head: &Head,
    count: i64,
    total: i64,
    out: &mut Vec<u8>,
) -> Result<(), WriteError> {
    let mut line = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                Cell::Field(name) => head.field(name, count, total),
            })
            .collect();
        join(layout, cells.iter().map(String::as_str), 0, &mut line)?;
        push(layout, &line, 0, out)?;
    }
    Ok(())
}

fn guard(layout: &Layout, cell: &str, seq: i32, column: &str) -> Result<(), WriteError> {
    if cell.contains([layout.separator, '"', '\n', '\r']) {
        return Err(WriteError::Unwritable {
            seq,
            column: column.to_owned(),
        });
    }
    Ok(())
}

fn join<'a>(
    layout: &Layout,
    cells: impl Iterator<Item = &'a str>,
    seq: i32,
    line: &mut String,
) -> Result<(), WriteError> {
    line.clear();
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            line.push(layout.separator);
        }
        guard(layout, cell, seq, cell)?;
        line.push_str(cell);
    }
    Ok(())
}

fn push(layout: &Layout, line: &str, seq: i32, out: &mut Vec<u8>) -> Result<(), WriteError> {
    match layout.encoding {
        Encoding::Utf8 => out.extend_from_slice(line.as_bytes()),
        Encoding::Gb18030 => {
            let (bytes, _, lost) = encoding_rs::GB18030.encode(line);
            if lost {
                return Err(WriteError::Encoding { seq });
            }
            out.extend_from_slice(&bytes);
        }
    }
    out.extend_from_slice(if layout.crlf { b"\r\n" } else { b"\n" });
    Ok(())
}

/// The purpose text of a payment: month and programme, as the family's bank
/// message shows it.
#[must_use]
pub fn purpose(month: Month, programme: &str) -> String {
    format!("{}年{}月{programme}", month.year(), month.month())
}
