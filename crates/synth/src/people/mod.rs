//! People for the planned families: who they are, how old, how called, how numbered.

mod accounts;
mod draft;
mod facts;
mod family;
mod names;
mod numbers;
mod roles;

pub(crate) use accounts::{AccountBook, account};
pub(crate) use draft::{Draft, Part};
pub(crate) use facts::traits;
pub(crate) use family::family;
pub(crate) use names::NameBook;
pub(crate) use numbers::NumberBook;
pub(crate) use roles::cast;
