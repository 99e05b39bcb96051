//! Writing workbooks: exports and forms to fill in.

mod book;
mod template;

pub use book::{Align, Book, Column, Heading, SheetWriter};
pub use template::{Field, Template};
