//! Who and where: divisions (dated, with succession), organisations, staff, users, roles and
//! sessions.
//!
//! The room knows no word of the trade: no programme, household or payment. It stands on the
//! floor only, and gives it the [`Sessions`] by which requests are known. Data enters through its
//! commands (console pages of the system and security administrators) and through
//! [`load_divisions`]; other rooms read names of areas and people through [`division_names`],
//! [`user_names`] and [`DivisionBook`].
//!
//! What it keeps: the three administrators are three different persons and hold no business role;
//! nobody grants a role to themselves; a password is known by its hash only and a session by the
//! digest of its token; signing in tells a stranger nothing about which names exist.

mod authz;
mod division;
mod entity;
mod grant;
mod migrations;
mod model;
mod organisation;
mod password;
mod problems;
mod refs;
mod repo;
mod role;
mod routes;
mod session;
mod settings;
mod user;

#[cfg(test)]
mod tests;

pub use authz::OPERATIONS;
pub use division::{DivisionBook, NewDivision, areas_below, level_name, load as load_divisions};
pub use grant::create::{NewGrant, create as create_grant};
pub use migrations::migrations;
pub use model::{OrganisationKind, UserStatus, is_administrative, reaches_business};
pub use organisation::{
    Organisation,
    create::{NewOrganisation, create as create_organisation},
};
pub use password::Hasher;
pub use problems::PROBLEMS;
pub use refs::{
    Colleague, DivisionNames, DivisionRef, Named, Names, UserNames, UserRef, colleagues,
    division_names, division_ref, telephone, user_names,
};
pub use routes::routes;
pub use session::{Sessions, Token, get::Me};
pub use settings::Settings;
pub use user::{
    GrantView, OrganisationRef, User,
    create::{CreatedUser, NewUser, create as create_user},
    reset::reset as reset_password,
};

use platform::{Ctx, Floor, Result};
use uuid::Uuid;

/// Whether any user exists, which says whether the first set-up was done.
///
/// # Errors
/// When the database fails.
pub async fn is_set_up(floor: &Floor) -> Result<bool> {
    let reader = Ctx::system(floor, Uuid::nil(), "set-up")
        .query(&authz::SESSION_GET)
        .await?;
    let found = repo::any_user(reader.conn()).await?;
    reader.finish().await?;
    Ok(found)
}

/// The key of the user of a login name, for commands typed on the server's own machine.
///
/// # Errors
/// When the database fails.
pub async fn user_of_login(floor: &Floor, login: &str) -> Result<Option<Uuid>> {
    let reader = Ctx::system(floor, Uuid::nil(), "look-up")
        .query(&authz::SESSION_GET)
        .await?;
    let found = repo::user_by_login(reader.conn(), login).await?;
    reader.finish().await?;
    Ok(found.map(|user| user.id))
}

/// Whether a user has signed in at least once.
///
/// # Errors
/// When the database fails.
pub async fn has_signed_in(floor: &Floor, login: &str) -> Result<bool> {
    let reader = Ctx::system(floor, Uuid::nil(), "look-up")
        .query(&authz::SESSION_GET)
        .await?;
    let found = repo::user_by_login(reader.conn(), login).await?;
    reader.finish().await?;
    Ok(found.is_some_and(|user| user.last_login.is_some()))
}

/// The key of a body by its name, which is its own in the whole installation.
///
/// # Errors
/// When the database fails.
pub async fn organisation_of_name(floor: &Floor, name: &str) -> Result<Option<Uuid>> {
    let reader = Ctx::system(floor, Uuid::nil(), "look-up")
        .query(&authz::SESSION_GET)
        .await?;
    let sql = platform::Sql::new("select id from organisation where name = ").bind(name);
    let found = reader.conn().scalar(sql).await?;
    reader.finish().await?;
    Ok(found)
}

/// Whether a user holds a role, or held one.
///
/// # Errors
/// When the database fails.
pub async fn has_grants(floor: &Floor, user: Uuid) -> Result<bool> {
    let reader = Ctx::system(floor, Uuid::nil(), "look-up")
        .query(&authz::SESSION_GET)
        .await?;
    let sql = platform::Sql::new("select 1 from user_grant where user_id = ")
        .bind(user)
        .text(" limit 1");
    let found = reader.conn().row(sql).await?.is_some();
    reader.finish().await?;
    Ok(found)
}
