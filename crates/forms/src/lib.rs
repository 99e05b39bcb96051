//! Forms and registers: what they ask, whether what was filled in holds, and what it says.
//!
//! A [`Form`] is text of the policy pack: fields in the order in which they are shown and
//! printed, repeating rows, signatures, and rules over several fields in FEEL. Filled-in
//! values are JSON; [`Form::check`] turns them into one canonical form with a digest, or into
//! [`Problem`]s that point at the field. Fields that are facts of the vocabulary are handed
//! on by [`Form::facts`]; [`Form::diff`] says what changed, [`Form::masked`] hides what is
//! sensitive. Nothing here knows a database, a clock or a page.

mod asked;
mod check;
mod diff;
mod facts;
mod model;
mod values;

pub use asked::Attachment;
pub use check::{Checked, Problem, Stage};
pub use diff::{Change, Kind as ChangeKind};
pub use facts::FormFacts;
pub use model::{
    Fault, Field, FieldKind, Fill, Form, Known, Needed, Rows, Rule, Signs, Source, Words,
};
