//! Sections and roles.

use super::Label;
use crate::fault::Spot;
use kernel::DivisionLevel;

/// A section of the bureau (业务科室): grants may be narrowed to sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Where it is declared.
    pub spot: Spot,
}

/// What kind of duty a role is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleKind {
    /// Works on cases, within divisions and sections.
    Business,
    /// Reads, never writes.
    Inspection,
    /// One of the three administrators (GB/T 22239): sees no business data.
    Administrator,
}

/// A role with the operations that it may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Kind of duty.
    pub kind: RoleKind,
    /// The level of organisation at which it is given.
    pub level: DivisionLevel,
    /// Permissions of operations, or patterns of them: `registry.household.*`.
    pub permissions: Vec<String>,
    /// Roles that the same person may not hold.
    pub excludes: Vec<String>,
    /// What it is for.
    pub note: Option<String>,
    /// Where it is declared.
    pub spot: Spot,
}

impl Role {
    /// Whether the role holds a permission.
    pub fn allows(&self, permission: &str) -> bool {
        self.permissions
            .iter()
            .any(|pattern| permits(pattern, permission))
    }
}

/// Whether a pattern covers a permission: equal, or the pattern ends in `.*`
/// and the permission continues after the same dot. A bare `*` covers nothing.
pub fn permits(pattern: &str, permission: &str) -> bool {
    match pattern.strip_suffix(".*") {
        Some(stem) => {
            !stem.is_empty()
                && permission
                    .strip_prefix(stem)
                    .is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'))
        }
        None => pattern == permission,
    }
}
