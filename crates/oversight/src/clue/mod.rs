//! Clues: what a run found, until two people have said whether it is so, and what followed.

pub(crate) mod accountability;
pub(crate) mod answer;
pub(crate) mod assign;
pub(crate) mod choose;
pub(crate) mod confirm;
pub(crate) mod export;
pub(crate) mod get;
pub(crate) mod intake;
pub(crate) mod list;
pub(crate) mod read_back;
pub(crate) mod rectify;
pub(crate) mod store;
pub(crate) mod take;
