//! Bodies that staff belong to.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod update;

use platform::{Problem, Result};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    entity::organisation,
    model::OrganisationKind,
    refs::{DivisionRef, division_names},
    session::sections,
};

/// A body: a county bureau, a township office, a village committee or another.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Organisation {
    /// Its key.
    pub id: Uuid,
    /// Its full name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// The area it works for.
    pub division: DivisionRef,
    /// The body above it.
    pub parent: Option<Uuid>,
    /// The sections it works in; none stands for all.
    pub sections: Vec<String>,
    /// `active` or `closed`.
    pub status: String,
    /// Its telephone, as letters print it.
    #[serde(default)]
    pub phone: Option<String>,
    /// Its address.
    #[serde(default)]
    pub address: Option<String>,
    /// For `If-Match`.
    pub version: i32,
}

/// A telephone as people dial it: digits, blanks, hyphens, a plus, an extension in brackets; none
/// where it is blank.
fn telephone(given: &str) -> Result<Option<String>> {
    let given = given.trim();
    let signs = |c: char| c.is_ascii_digit() || "+-() （）、".contains(c);
    let digits = given.chars().filter(char::is_ascii_digit).count();
    if given.is_empty() {
        return Ok(None);
    }
    if !given.chars().all(signs) || !(5..=40).contains(&digits) {
        return Err(Problem::invalid().field(
            "/phone",
            "电话号码只能含数字、空格、连字符和括号，如 0938-7151234",
            "A telephone has digits, blanks, hyphens and brackets only, such as 0938-7151234.",
        ));
    }
    Ok(Some(given.to_owned()))
}

/// An address; none where it is blank.
fn address(given: &str) -> Result<Option<String>> {
    let given = given.trim();
    if given.chars().count() > 200 {
        return Err(Problem::invalid().field(
            "/address",
            "地址至多200个字",
            "An address has at most 200 characters.",
        ));
    }
    Ok(Some(given.to_owned()).filter(|text| !text.is_empty()))
}

/// Shows rows with the names of their areas.
pub(crate) async fn show<C: ConnectionTrait>(
    conn: &C,
    rows: Vec<organisation::Model>,
) -> Result<Vec<Organisation>> {
    let names = division_names(conn, rows.iter().map(|row| row.division.clone())).await?;
    Ok(rows
        .into_iter()
        .map(|row| Organisation {
            id: row.id,
            name: row.name,
            kind: OrganisationKind::parse(&row.kind).unwrap_or(OrganisationKind::OtherBody),
            division: names.get(&row.division),
            parent: row.parent,
            sections: sections(&row.sections).into_iter().collect(),
            status: row.status,
            phone: row.phone,
            address: row.address,
            version: row.version,
        })
        .collect())
}
