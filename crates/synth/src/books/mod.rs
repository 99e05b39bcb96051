//! The place as the files a county has on its disks: exports of the provincial system,
//! rosters of other offices, in several formats. The same place gives the same bytes.

mod benefits;
mod cells;
mod county;
mod family;
mod layout;
mod register;
mod sink;

pub use county::{Progress, WrittenFile};
pub(crate) use family::{Family, Places, account_cells};
pub(crate) use layout::{dibao_household, dibao_households, dibao_members, dibao_persons};
pub(crate) use sink::{Encoding, Sheet, Sink};

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// The disk refused.
    #[error("the file cannot be written: {0}")]
    Io(#[from] std::io::Error),
    /// The workbook could not be made.
    #[error("the workbook cannot be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
