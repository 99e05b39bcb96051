//! The formula engine: FEEL for policy.
//!
//! Text goes in, and one typed tree comes out that has two faces:
//!
//! - [`feel::evaluate`]: plain FEEL over a context, untyped, as the standard says.
//! - [`Program`]: the formulas of a policy pack. A [`Schema`] declares the facts
//!   of person, household, supporter and award and the parameters, with types
//!   and units; [`Program::compile`] checks every formula (names, types, units,
//!   entities, cycles) and reports all [`Fault`]s at once with spans;
//!   [`Program::link`] folds in the parameters of one place and date;
//!   [`Linked::evaluate`] computes one family; [`Linked::explain`] tells how.
//!
//! ```text
//! Schema ─┐
//! VariableDecl… ─┴─ Program::compile ─► Program ─ link(Parameters) ─► Linked
//!                                                                    │ evaluate(&Family, &mut Workspace)
//!                                                                    ▼
//!                                        Evaluation ─ get(variable, index) ─► Outcome
//! ```
//!
//! What formulas may say stands in `docs/formulas.md`. This crate knows no
//! database, no clock, no file, and no amount.

mod columns;
pub mod conformance;
mod eval;
mod family;
mod fault;
pub mod feel;
mod functions;
mod lower;
mod number;
mod outcome;
mod program;
mod read;
mod schema;
mod syntax;
mod trace;
mod tree;
mod type_test;
mod types;
mod unit;
mod value;

pub use columns::{Batch, Column, Figures};
pub use family::{Fact, Family, Row};
pub use fault::{Fault, FaultKind, Position, Span};
pub use number::{Number, Round};
pub use outcome::Outcome;
pub use program::{Evaluation, Linked, Parameters, Program, Steps, VariableId, Workspace};
pub use read::ReadFault;
pub use schema::{FactDecl, FactId, ParameterDecl, ParameterId, Schema, VariableDecl, WhenAbsent};
pub use trace::{Input, InputKind, Note, Shown, Step, Trace};
pub use types::{Codes, Entity, Type};
pub use unit::{Unit, UnknownUnit};
pub use value::{Context, DateTime, DaySpan, FactRef, Missing, Range, Time, Value};

/// The version of the engine's meaning. It is stored with every decision, and
/// counted up when a formula may come to another value or trace than before;
/// `tests/meaning.rs` fails when that happens unnoticed.
pub const MEANING: u32 = 1;
