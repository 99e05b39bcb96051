//! Proposing: the first of two people writes down what is to happen.

mod change;
pub(crate) mod common;
mod grace;
mod one_off;
mod opening;
mod start;
mod stop;

pub(crate) use change::{__path_propose as __path_change, propose as change};
pub use change::{ChangeItem, ChangeRequest};
pub(crate) use grace::{__path_propose as __path_grace, propose as grace};
pub use grace::{GraceItem, GraceRequest};
pub(crate) use one_off::{__path_propose as __path_one_off, propose as one_off};
pub use one_off::{OneOffItem, OneOffRequest};
pub use opening::OpeningRequest;
pub(crate) use opening::{__path_propose as __path_opening, propose as opening};
pub(crate) use start::{__path_propose as __path_start, propose as start};
pub use start::{StartItem, StartRequest};
pub(crate) use stop::{__path_propose as __path_stop, propose as stop};
pub use stop::{StopItem, StopRequest};
