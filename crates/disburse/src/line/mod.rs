//! Lines of a roll: list, changes, explanation, a household's payments.

mod adjusted;
mod changes;
mod explain;
mod household;
mod list;
mod steps;

pub use adjusted::{AdjustedLine, AdjustingDecision, AdjustmentShown};
pub(crate) use changes::{__path_changes, changes};
pub use changes::{ChangeAnswer, ChangeQuery};
pub(crate) use explain::{__path_explain, explain};
pub use explain::{ExplainAnswer, ReleaseShown};
pub(crate) use household::{__path_payments, payments};
pub use household::{HouseholdPayment, HouseholdPayments};
pub(crate) use list::{__path_list, list};
pub use list::{LineAnswer, LineQuery, PersonShown};
pub use steps::{ExplainInput, ExplainNote, ExplainStep};
