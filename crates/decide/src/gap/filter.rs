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
    /// own: what civil affairs decides itself; other: what it tells of and refers, where nobody
    /// here knows what somebody has already. Both where left out.
    pub decided: Option<String>,
}

impl GapFilter {
    /// The condition over `gap g`; `referred` are the programmes that other departments decide.
    ///
    /// # Errors
    /// A division code that is none, a kind that nobody knows.
    pub fn condition(&self, scope: &Scope, referred: &[String]) -> Result<Sql> {
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
        let keys = || referred.iter().map(String::as_str);
        match given(&self.decided) {
            None => {}
            // No programme has an empty key: the list is never empty, as SQL wants it.
            Some("own") => {
                sql = sql
                    .text(" and g.programme not in ")
                    .bind_all(keys().chain([""]))
            }
            Some("other") => {
                sql = sql
                    .text(" and g.programme in ")
                    .bind_all(keys().chain([""]))
            }
            Some(_) => {
                return Err(Problem::invalid().field(
                    "/decided",
                    "只能是 own 或 other。",
                    "One of own, other.",
                ));
            }
        }
        Ok(sql)
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|t| !t.is_empty())
}
