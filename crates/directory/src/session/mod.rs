//! Sessions: signing in and out, and who a request comes from.

mod authenticate;
pub(crate) mod create;
pub(crate) mod end;
pub(crate) mod get;
pub(crate) mod password;
mod token;

pub use authenticate::Sessions;
pub(crate) use token::COOKIE;
pub use token::Token;

use std::collections::BTreeSet;

use kernel::DivisionCode;
use platform::{Actor, Grant, Principal, Problem, Result};
use sea_orm::ConnectionTrait;

use crate::{
    authz,
    entity::{grant, user},
    problems, repo,
};

/// What a user may do who has not changed the first password yet.
const WITH_FIRST_PASSWORD: &[&str] = &[
    authz::SESSION_CREATE.id,
    authz::SESSION_GET.id,
    authz::SESSION_END.id,
    authz::PASSWORD_CHANGE.id,
];

/// Everything the floor needs to know of a user.
pub(crate) async fn principal_of<C: ConnectionTrait>(
    conn: &C,
    user: &user::Model,
) -> Result<Principal> {
    let organisation = repo::organisation_by_id(conn, user.organisation_id)
        .await?
        .ok_or_else(|| Problem::internal("a user without organisation"))?;
    let mut grants = Vec::new();
    for row in repo::grants_of(conn, &[user.id]).await? {
        grants.push(to_grant(conn, row).await?);
    }
    Ok(Principal {
        actor: Actor {
            user: user.id,
            login: user.login.clone(),
            name: user.name.clone(),
            organisation: organisation.id,
            organisation_name: organisation.name,
            division: stored_code(&user.division)?,
        },
        grants,
        session: None,
        only: user
            .must_change
            .then_some((&problems::MUST_CHANGE, WITH_FIRST_PASSWORD)),
    })
}

async fn to_grant<C: ConnectionTrait>(conn: &C, row: grant::Model) -> Result<Grant> {
    let division = stored_code(&row.division)?;
    Ok(Grant {
        id: row.id,
        role: row.role,
        also: repo::kin(conn, &division).await?,
        division,
        sections: sections(&row.sections),
        from: row.valid_from,
        to: row.valid_to,
    })
}

/// The sections of a stored list; none stands for all.
pub(crate) fn sections(json: &serde_json::Value) -> BTreeSet<String> {
    serde_json::from_value(json.clone()).unwrap_or_default()
}

/// A code out of the database, where only codes are written.
pub(crate) fn stored_code(text: &str) -> Result<DivisionCode> {
    DivisionCode::parse(text).map_err(|_| Problem::internal("a stored division code"))
}
