//! Rolls: what is due to everybody of one programme in one month.

mod adjust;
mod answer;
mod compute;
mod create;
mod file;
mod finish;
mod get;
pub(crate) mod job;
mod list;
mod lock;
mod months;
mod publish;
pub(crate) mod rows;
mod settle;
mod steps;

pub use answer::{Beside, ByComponent, ByDivision, Changes, RollAnswer, Sums};
pub(crate) use answer::{one, shown};
pub(crate) use compute::case_facts;
pub(crate) use create::{__path_create, county as roll_county, create};
pub use create::{RollCreated, RollRequest};
pub(crate) use file::{__path_file, file};
pub(crate) use get::{__path_get, get};
pub use job::Compute;
pub use list::RollQuery;
pub(crate) use list::{__path_list, list};
pub(crate) use lock::{__path_lock, lock};
pub(crate) use months::{__path_months, months};
pub use months::{MonthAnswer, MonthList, MonthProgramme};
pub use publish::Publish;
pub(crate) use steps::{
    __path_approve, __path_send_back, __path_submit, approve, send_back, submit,
};

use decide::steps::NotAllowed;
use platform::Problem;

use crate::core::state::RollStatus;
use crate::problems;

/// A refused step as a problem; a locked roll says that the month is closed.
pub(crate) fn refused(step: &NotAllowed) -> Problem {
    let kind = if step.state == RollStatus::Locked.word() {
        &problems::CLOSED
    } else {
        &problems::ROLL_STATE
    };
    Problem::new(kind).detail(
        format!("当前状态为“{}”，不能进行“{}”。", step.state, step.act),
        format!("It is {}; “{}” is not possible.", step.state, step.act),
    )
}
