//! Whether a layout can carry a batch and its answer.

use pack::model::{BankFile, Format, Layout, Status};

/// What a layout lacks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutFault {
    /// A column that a payment cannot do without.
    #[error("the bank file layout {0} has no column {1}")]
    Missing(String, &'static str),
    /// A kind of file that is not written here.
    #[error(
        "the bank file layout {0} is not a text file; only text files are exchanged with banks"
    )]
    NotText(String),
    /// The separator is a quote or a line end.
    #[error("the bank file layout {0}: {1:?} cannot separate cells")]
    Separator(String, char),
    /// The bank's words cannot say one of the outcomes.
    #[error("the bank file layout {0} has no word for {1}")]
    NoWord(String, &'static str),
}

fn has(layout: &Layout, fields: &[&str]) -> bool {
    layout
        .columns
        .iter()
        .any(|column| fields.contains(&column.field.as_str()))
}

/// Checks a layout before anything is written or read by it.
///
/// # Errors
/// The first [`LayoutFault`].
pub fn check(file: &BankFile) -> Result<(), LayoutFault> {
    let key = || file.key.clone();
    for layout in [&file.out, &file.back] {
        if layout.format != Format::Csv {
            return Err(LayoutFault::NotText(key()));
        }
        if !layout.separator.is_ascii() || matches!(layout.separator, '"' | '\n' | '\r') {
            return Err(LayoutFault::Separator(key(), layout.separator));
        }
        if !has(layout, &["seq"]) {
            return Err(LayoutFault::Missing(key(), "seq"));
        }
        if !has(layout, &["amount", "amount_fen"]) {
            return Err(LayoutFault::Missing(key(), "amount"));
        }
    }
    for field in ["payee_name", "account"] {
        if !has(&file.out, &[field]) {
            return Err(LayoutFault::Missing(key(), field));
        }
    }
    if !has(&file.back, &["status"]) {
        return Err(LayoutFault::Missing(key(), "status"));
    }
    for (status, name) in [(Status::Paid, "paid"), (Status::Rejected, "rejected")] {
        if !file.statuses.iter().any(|(_, to)| *to == status) {
            return Err(LayoutFault::NoWord(key(), name));
        }
    }
    Ok(())
}
