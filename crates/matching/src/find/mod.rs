//! Finding: the rows of sources that are about the people looked for.

mod files;
#[cfg(test)]
mod tests;

pub use files::{Hits, JoinFiles, RejectedIn, SourceFile};
