//! As of which day and at which place somebody reads the rules.

use chrono::NaiveDate;
use serde::Deserialize;

/// As of which day, at which place.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    pub on: Option<NaiveDate>,
    /// The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out.
    pub place: Option<String>,
}
