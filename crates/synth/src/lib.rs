//! synth
#[macro_use]
mod labels;
mod area;
mod dice;
pub mod model;
mod plan;
