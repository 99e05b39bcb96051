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
    /// Operation ids, or patterns of them: `registry.household.*`.
    pub permissions: Vec<String>,
    /// Roles that the same person may not hold.
    pub excludes: Vec<String>,
    /// What it is for.
    pub note: Option<String>,
    /// Where it is declared.
    pub spot: Spot,
}

impl Role {
    /// Whether the role may call an operation.
    pub fn allows(&self, operation: &str) -> bool {
        self.permissions
            .iter()
            .any(|pattern| permits(pattern, operation))
    }
}

/// Whether a pattern covers an operation id: part by part, `*` for any one
/// part, and at the end for all that follow.
pub fn permits(pattern: &str, operation: &str) -> bool {
    let mut wanted = operation.split('.');
    let mut parts = pattern.split('.').peekable();
    while let Some(part) = parts.next() {
        match wanted.next() {
            None => return false,
            Some(_) if part == "*" && parts.peek().is_none() => return true,
            Some(word) if part == "*" || part == word => {}
            Some(_) => return false,
        }
    }
    wanted.next().is_none()
}
