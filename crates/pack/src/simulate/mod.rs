//! What if: the same households by the rules as they stand and by changed ones.
//!
//! A change names a parameter or a formula and gives it another value; the other
//! side may also be a whole other pack. Each household is looked at by both
//! sides with the same evaluator that pays and assesses, and what differs is
//! counted: who enters, who leaves, who gets more or less, what a month costs,
//! by programme, component, fund and division. Where awards are given, they are
//! what is paid before; where none are, whoever qualifies is.
//!
//! Nothing here knows a database, a clock or a name of a person; sums are whole
//! fen and whole persons, so that the order of households changes nothing.

mod change;
mod compare;
mod family;
mod found;
mod lines;
mod population;
mod register;
mod report;
mod scheme;
mod table;
mod totals;

pub(crate) use change::Setting;
pub use change::{Change, ChangeFault, Changed};
pub use compare::{Effect, Kind};
pub use lines::{Refusal, Run, Unfit, run};
pub use population::Outcome;
pub use population::{HeldFacts, Population};
pub use register::OnRecord;
pub use report::{ComponentSums, ProgrammeReport, Report, Side, Sums, programme, townships};
pub use scheme::{ProgrammeName, Variation};
pub use table::table;
pub use totals::{Row, Sum, Totals};
