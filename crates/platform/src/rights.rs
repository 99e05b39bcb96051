//! Roles, grants, and what they allow.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::scope::{Part, Scope};

/// A role as the pack describes it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Role {
    /// Stable key, such as `county_clerk`.
    pub key: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// The level of division at which it is granted (`county`, `township`, `village`), for display.
    #[serde(default)]
    pub level: String,
    /// Permission patterns: exact (`registry.household.read`) or with a last `*`
    /// (`registry.*`, `registry.household.*`).
    pub permissions: Vec<String>,
}

impl Role {
    /// Whether a pattern of the role covers the permission.
    pub fn allows(&self, permission: &str) -> bool {
        self.permissions
            .iter()
            .any(|pattern| matches(pattern, permission))
    }
}

/// A pattern covers a permission when equal, or when it ends in `.*` and the permission continues
/// after the same dot. A bare `*` covers nothing: no role may do everything.
fn matches(pattern: &str, permission: &str) -> bool {
    match pattern.strip_suffix(".*") {
        Some(stem) => {
            !stem.is_empty()
                && permission.len() > stem.len() + 1
                && permission.starts_with(stem)
                && permission.as_bytes()[stem.len()] == b'.'
        }
        None => pattern == permission && !permission.is_empty(),
    }
}

/// All roles in force. Set on the floor from pack data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    roles: BTreeMap<String, Role>,
}

impl Roles {
    /// From the pack's list; a later role of the same key replaces the earlier.
    pub fn new(roles: impl IntoIterator<Item = Role>) -> Self {
        Self {
            roles: roles.into_iter().map(|r| (r.key.clone(), r)).collect(),
        }
    }

    /// The role of a key.
    pub fn get(&self, key: &str) -> Option<&Role> {
        self.roles.get(key)
    }

    /// All, by key.
    pub fn iter(&self) -> impl Iterator<Item = &Role> {
        self.roles.values()
    }
}

/// A role given to a user for a subtree of divisions, sections and a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The grant's key.
    pub id: Uuid,
    /// The role's key.
    pub role: String,
    /// The root of the subtree.
    pub division: DivisionCode,
    /// Further subtrees that belong to it: successors and predecessors of its divisions.
    pub also: Vec<DivisionCode>,
    /// The sections it is limited to; empty means all.
    pub sections: BTreeSet<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it ends.
    pub to: Option<NaiveDate>,
}

impl Grant {
    /// Whether it holds on a day; both ends are included.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// What one user may do today. Built anew for each request from the grants.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    held: Vec<(Grant, Role)>,
    everything: bool,
}

impl Rights {
    /// Keeps the grants that hold today and whose role is known.
    pub fn new(grants: &[Grant], roles: &Roles, today: NaiveDate) -> Self {
        let held = grants
            .iter()
            .filter(|g| g.holds_on(today))
            .filter_map(|g| roles.get(&g.role).map(|r| (g.clone(), r.clone())))
            .collect();
        Self {
            held,
            everything: false,
        }
    }

    /// The rights of the system itself, for first set-up and housekeeping only.
    pub(crate) fn system() -> Self {
        Self {
            held: Vec::new(),
            everything: true,
        }
    }

    /// The grants that hold today; none for the system itself.
    pub fn grants(&self) -> impl Iterator<Item = &Grant> {
        self.held.iter().map(|(grant, _)| grant)
    }

    /// Whether the permission is held anywhere. The empty permission is everybody's.
    pub fn permits(&self, permission: &str) -> bool {
        permission.is_empty()
            || self.everything
            || self.held.iter().any(|(_, role)| role.allows(permission))
    }

    /// Where the permission holds; empty when nowhere.
    pub fn scope(&self, permission: &str) -> Scope {
        if self.everything {
            return Scope::everything();
        }
        let parts = self
            .held
            .iter()
            .filter(|(_, role)| role.allows(permission))
            .map(|(grant, _)| {
                let codes = std::iter::once(&grant.division).chain(&grant.also);
                Part::new(codes, grant.sections.clone())
            });
        Scope::new(parts)
    }

    /// All permission patterns held, sorted, for the client's menus.
    pub fn patterns(&self) -> Vec<String> {
        let all: BTreeSet<String> = self
            .held
            .iter()
            .flat_map(|(_, r)| r.permissions.iter().cloned())
            .collect();
        all.into_iter().collect()
    }

    /// The roles held, by key.
    pub fn roles(&self) -> Vec<&Role> {
        let all: BTreeMap<&str, &Role> =
            self.held.iter().map(|(_, r)| (r.key.as_str(), r)).collect();
        all.into_values().collect()
    }
}
