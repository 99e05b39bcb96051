//! Checks over the whole pack, after every text has been read.

mod cites;
mod findings;
mod forms;
mod formulas;
mod gaps;
mod names;
mod overtaken;
mod procedures;
mod questions;
mod supervision;
mod tables;
mod templates;
mod values;

use crate::fault::Faults;
use crate::pack::Data;

/// The checks that need no formula, for a pack that could not be read whole.
pub fn before_formulas(data: &Data, faults: &mut Faults<'_>) {
    values::check(data, faults);
}

/// Runs all checks.
pub fn run(data: &Data, faults: &mut Faults<'_>) {
    names::check(data, faults);
    overtaken::check(data, faults);
    values::check(data, faults);
    cites::check(data, faults);
    tables::check(data, faults);
    formulas::check(data, faults);
    findings::check(data, faults);
    supervision::check(data, faults);
    procedures::check(data, faults);
    forms::check(data, faults);
    questions::check(data, faults);
    templates::check(data, faults);
}
