//! The month, by stage.

use crate::{demo, sh};

/// Builds what a newcomer builds and lets it measure, from text tables and from workbooks.
pub(super) fn run(persons: u32, xlsx: bool) -> anyhow::Result<()> {
    let binary = demo::build()?;
    let persons = persons.to_string();
    let mut arguments = vec!["bench-month", "--persons", &persons];
    if xlsx {
        arguments.push("--xlsx");
    }
    sh::run(&mut sh::command(&binary.to_string_lossy(), arguments))
}
