//! Files that are generated and committed: made again, they must be the same bytes. What comes
//! straight from the code (the API's description, matrices, lists of problems) is compared by
//! Rust tests; here stands what is made from those.

use crate::{sh, web};

/// The console's client must be the one that the committed description gives.
pub fn run() -> anyhow::Result<()> {
    sh::run(&mut web::npm(["run", "api:check"]))
}
