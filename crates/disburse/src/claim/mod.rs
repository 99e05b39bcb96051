//! What families owe: listed, collected, handed to the treasury (追缴).

mod list;
mod steps;

pub(crate) use list::{__path_list, list};
pub use list::{ClaimAnswer, ClaimQuery};
pub use steps::ClaimAmount;
pub(crate) use steps::{__path_collect, __path_hand_over, collect, hand_over};
