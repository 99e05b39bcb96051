//! Files that are made from the code and committed.
//!
//! `docs/openapi.json` comes from the server's routes, the console's types and addresses from
//! `docs/openapi.json`, and the texts that tests compare (who may do what, the steps of decisions
//! and rolls, the list of problems) from those very tests.

use std::fs;

use crate::{sh, web};

/// Packages whose tests write the texts they compare when `UPDATE` is set, with the names of
/// those tests.
const TEXTS: &[(&str, &[&str])] = &[
    ("decide", &["--lib", "transitions_are_those_committed"]),
    ("disburse", &["--lib", "transitions_are_those_committed"]),
    (
        "tests",
        &[
            "--lib",
            "--",
            "the_matrix_is_the_committed_one",
            "every_problem_is_documented",
        ],
    ),
];

/// Makes all of them again.
pub fn run() -> anyhow::Result<()> {
    description()?;
    for (package, tests) in TEXTS {
        let mut command = sh::cargo(["test", "--quiet", "--locked", "--package", package]);
        command
            .args(*tests)
            .env("UPDATE", "1")
            .env("UPDATE_GOLDEN", "1");
        sh::run(&mut command)?;
    }
    println!("What differs from the last commit; read it before you commit it:");
    sh::run(&mut sh::command("git", ["status", "--short"]))
}

/// The description of the API and what the console takes from it.
fn description() -> anyhow::Result<()> {
    let document = sh::output(&mut sh::cargo([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "server",
        "--bin",
        "doudi",
        "--",
        "openapi",
    ]))?;
    fs::write(sh::root().join("docs/openapi.json"), document)?;
    web::install()?;
    sh::run(&mut web::npm(["run", "api"]))
}
