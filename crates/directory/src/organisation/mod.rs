//! Bodies that staff belong to.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod update;

use platform::Result;
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
    /// For `If-Match`.
    pub version: i32,
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
            version: row.version,
        })
        .collect())
}
