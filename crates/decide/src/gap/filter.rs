//! Which findings a list, its counts and its export show; the scope is always part of it.

use pack::assess::DueKind;
use platform::{Problem, Result, Scope, Sql};
use serde::{Deserialize, Serialize};

/// What a list may be narrowed to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams, utoipa::ToSchema)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct GapFilter {
    /// may_claim, may_leave or to_check.
    pub kind: Option<String>,
    /// Key of the programme.
    pub programme: Option<String>,
    /// Only below this division.
    pub division: Option<String>,
}

impl GapFilter {
    /// The condition over `gap g`.
    ///
    /// # Errors
    /// A division code that is none, a kind that nobody knows.
    pub fn condition(&self, scope: &Scope) -> Result<Sql> {
        let scope = crate::narrow(scope, self.division.as_deref())?;
        let mut sql = scope.sql_in("g.division", Some("g.section"));
        if let Some(kind) = given(&self.kind) {
            if !DueKind::ALL.iter().any(|k| k.word() == kind) {
                return Err(Problem::invalid().field(
                    "/kind",
                    "只能是 may_claim、may_leave 或 to_check。",
                    "One of may_claim, may_leave, to_check.",
                ));
            }
            sql = sql.text(" and g.kind = ").bind(kind);
        }
        if let Some(programme) = given(&self.programme) {
            sql = sql.text(" and g.programme = ").bind(programme);
        }
        Ok(sql)
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|t| !t.is_empty())
}
