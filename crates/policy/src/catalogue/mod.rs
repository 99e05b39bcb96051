//! The guidance catalogue of the one window.

pub(crate) mod list;
