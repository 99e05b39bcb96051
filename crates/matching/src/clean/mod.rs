//! Normalising what departments deliver: identity numbers, names, dates.
//!
//! Nothing here guesses: a number is taken when its check character holds, a date when only
//! one day can be meant. What is not taken is a [`Reason`](crate::Reason) for the list of
//! rejected rows.

mod id;
mod name;
#[cfg(test)]
mod tests;

pub use id::PackedId;
pub use name::{fold_name, latin_name};
