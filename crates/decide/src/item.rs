//! One item of a decision: what is to happen to one award or household.

use kernel::{Money, Month};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// What the second person approves, complete: nothing is looked up later that
/// could have changed its meaning. Holds keys and facts of the award, no names
/// and no numbers of persons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Item {
    /// The award; absent for starts (allotted at approval) and one-off grants.
    pub award: Option<Uuid>,
    /// The household.
    pub household: Uuid,
    /// 12-digit division of the household.
    pub division: String,
    /// Holder of a new award.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Uuid>,
    /// Covered persons from the month on; absent: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Vec<Uuid>>,
    /// Facts of the award from the month on; absent: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Map<String, Value>>,
    /// First month of the effect; for a stop, the first month without payment.
    pub from: Month,
    /// Last month of a grace period, or of an award known to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Month>,
    /// Why, for this item; empty: the reason of the decision.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A sum paid once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The cause of a sum paid once.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cause: String,
}
