//! Names of divisions, which the floor shows and directory knows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{db::Conn, floor::Floor, problem::Result};

/// A division as clients see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DivisionRef)]
pub struct Place {
    /// The 12-digit code.
    pub code: String,
    /// Its own name.
    pub name: String,
    /// The name with those above it.
    pub full_name: String,
}

/// Knows the names of divisions. Directory implements it.
#[async_trait]
pub trait Places: Send + Sync {
    /// The divisions of some codes; unknown codes are left out.
    async fn places(&self, conn: &Conn, codes: &[String]) -> Result<BTreeMap<String, Place>>;
}

/// The divisions of some codes; one that nobody knows is named by its code.
pub(crate) async fn named(
    floor: &Floor,
    conn: &Conn,
    codes: impl IntoIterator<Item = String>,
) -> Result<BTreeMap<String, Place>> {
    let codes: std::collections::BTreeSet<String> = codes.into_iter().collect();
    let codes: Vec<String> = codes.into_iter().collect();
    let mut known = match floor.places() {
        Some(places) => places.places(conn, &codes).await?,
        None => BTreeMap::new(),
    };
    for code in codes {
        known.entry(code.clone()).or_insert_with(|| Place {
            name: code.clone(),
            full_name: code.clone(),
            code,
        });
    }
    Ok(known)
}
