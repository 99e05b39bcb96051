//! What the bank answers.

mod apply;
mod create;

pub use apply::ApplyReturn;
pub(crate) use create::{__path_create, create};
