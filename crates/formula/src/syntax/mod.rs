//! From text to syntax tree: FEEL's grammar, and nothing about meaning.

mod ast;
mod lexer;
mod names;
mod parser;
mod print;
mod text;

pub(crate) use ast::{Args, BinaryOp, Binding, Compare, Expr, Kind, Word};
pub(crate) use names::Known;
pub(crate) use parser::parse;

/// Longest formula that is read, in bytes.
pub const MAX_TEXT: usize = 64 * 1024;
/// Deepest nesting of a formula: brackets in brackets, or links of a chain.
pub const MAX_DEPTH: u16 = 200;

#[cfg(test)]
mod tests;
