//! Office Open XML workbooks: their parts, and the rows of a sheet as a stream.

pub(crate) mod part;
mod patch;
mod rows;
mod scan;
mod strings;
mod styles;
mod workbook;
mod xml;

pub(crate) use patch::patch;
pub(crate) use rows::Rows;
pub(crate) use workbook::Workbook;
pub(crate) use xml::letters;
