//! From awards to money in accounts.

pub mod core;
