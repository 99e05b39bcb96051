//! States and rules of the directory that need no database.

use kernel::DivisionLevel;
use platform::Role;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// Permissions that make a role one of the three administrators (系统, 安全, 审计管理员) of
/// GB/T 22239-2019: whoever keeps the accounts, the rights or the logs sees no business data.
const ADMINISTRATIVE: &[&str] = &[
    "directory.user.create",
    "directory.grant.create",
    "platform.audit.read",
];

/// Permissions of these rooms concern the house itself, not the people it serves.
const HOUSEKEEPING: &[&str] = &["directory.", "platform."];

/// Whether a role is one of the three administrators.
pub fn is_administrative(role: &Role) -> bool {
    ADMINISTRATIVE
        .iter()
        .any(|permission| role.allows(permission))
}

/// Whether a role reaches business data.
pub fn reaches_business(role: &Role) -> bool {
    role.permissions
        .iter()
        .any(|pattern| !HOUSEKEEPING.iter().any(|room| pattern.starts_with(room)))
}

/// Whether one person may hold both roles: administrators hold one role and no other, so that
/// they are three different persons.
pub fn may_be_held_together(one: &Role, other: &Role) -> bool {
    one.key == other.key || !(is_administrative(one) || is_administrative(other))
}

/// What a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// 民政局
    CountyBureau,
    /// 乡镇社会救助经办机构
    TownshipOffice,
    /// 村（居）民委员会
    VillageCommittee,
    /// 财政、审计、纪检等
    OtherBody,
}

impl OrganisationKind {
    /// The word that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CountyBureau => "county_bureau",
            Self::TownshipOffice => "township_office",
            Self::VillageCommittee => "village_committee",
            Self::OtherBody => "other_body",
        }
    }

    /// Reads the stored word.
    pub fn parse(text: &str) -> Option<Self> {
        [
            Self::CountyBureau,
            Self::TownshipOffice,
            Self::VillageCommittee,
            Self::OtherBody,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == text)
    }

    /// Whether a body of this kind can sit at a level of division.
    pub fn fits(self, level: DivisionLevel) -> bool {
        match self {
            Self::CountyBureau => level == DivisionLevel::County,
            Self::TownshipOffice => level == DivisionLevel::Township,
            Self::VillageCommittee => level == DivisionLevel::Village,
            Self::OtherBody => true,
        }
    }
}

/// Whether a user may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserStatus {
    /// May sign in.
    Active,
    /// Locked by an administrator, or for a time after too many wrong passwords.
    Locked,
    /// Has left; kept, because past acts name the person.
    Disabled,
}

impl UserStatus {
    /// The word that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Disabled => "disabled",
        }
    }

    /// Reads the stored word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Locked, Self::Disabled]
            .into_iter()
            .find(|s| s.as_str() == text)
    }

    /// Locking: an active user only.
    pub fn lock(self) -> Option<Self> {
        (self == Self::Active).then_some(Self::Locked)
    }

    /// Unlocking: also when the state is active but a time lock still runs.
    pub fn unlock(self) -> Option<Self> {
        (self != Self::Disabled).then_some(Self::Active)
    }
}

/// A login name: small letters, digits, dot, hyphen and underscore, 3 to 40, a letter first.
/// Two names that differ in case only are one.
pub fn login_name(given: &str) -> Option<String> {
    let login = kernel::text::fold_width(given.trim()).to_lowercase();
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    ((3..=40).contains(&login.len())
        && login.starts_with(|c: char| c.is_ascii_lowercase())
        && login.chars().all(letters))
    .then_some(login)
}
