//! Staff who may sign in.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod lock;
pub(crate) mod reset;
pub(crate) mod update;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Ctx, Problem, Result};
use sea_orm::{ColumnTrait as _, ConnectionTrait, QueryFilter as _};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    entity::{grant, user},
    model::UserStatus,
    refs::{DivisionRef, Named, division_names},
    repo,
    session::sections,
};

/// A member of staff.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct User {
    /// The user's key.
    pub id: Uuid,
    /// The login name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub organisation: OrganisationRef,
    /// Whether the person may sign in; `locked` also while a time lock runs.
    pub status: UserStatus,
    /// When the person last signed in.
    pub last_login: Option<DateTime<Utc>>,
    /// The roles held, with their areas.
    pub grants: Vec<GrantView>,
    /// For `If-Match`.
    pub version: i32,
}

/// A body by key and name.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct OrganisationRef {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// A role given for an area.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Grant)]
pub struct GrantView {
    /// The grant's key.
    pub id: Uuid,
    /// The role.
    pub role: Named,
    /// The area with everything below it.
    pub division: DivisionRef,
    /// The sections; none stands for all.
    pub sections: Vec<String>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// Shows users with organisation, lock and grants.
pub(crate) async fn show<C: ConnectionTrait>(
    ctx: &Ctx,
    conn: &C,
    rows: Vec<user::Model>,
) -> Result<Vec<User>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut grants: BTreeMap<Uuid, Vec<GrantView>> = BTreeMap::new();
    for (user, view) in show_grants(ctx, conn, repo::grants_of(conn, &ids).await?).await? {
        grants.entry(user).or_default().push(view);
    }
    let organisations = repo::organisation_names(conn).await?;
    let now = ctx.floor().now();
    Ok(rows
        .into_iter()
        .map(|row| User {
            id: row.id,
            login: row.login,
            name: row.name,
            organisation: OrganisationRef {
                id: row.organisation_id,
                name: organisations
                    .get(&row.organisation_id)
                    .cloned()
                    .unwrap_or_default(),
            },
            status: match UserStatus::parse(&row.status).unwrap_or(UserStatus::Disabled) {
                UserStatus::Active if row.locked_until.is_some_and(|until| until > now) => {
                    UserStatus::Locked
                }
                status => status,
            },
            last_login: row.last_login,
            grants: grants.remove(&row.id).unwrap_or_default(),
            version: row.version,
        })
        .collect())
}

/// Shows grants with the key of their user.
pub(crate) async fn show_grants<C: ConnectionTrait>(
    ctx: &Ctx,
    conn: &C,
    rows: Vec<grant::Model>,
) -> Result<Vec<(Uuid, GrantView)>> {
    let names = division_names(conn, rows.iter().map(|row| row.division.clone())).await?;
    let roles = ctx.floor().roles();
    Ok(rows
        .into_iter()
        .map(|row| {
            let (zh, en) = roles.get(&row.role).map_or_else(
                || (row.role.clone(), row.role.clone()),
                |r| (r.zh.clone(), r.en.clone()),
            );
            let view = GrantView {
                id: row.id,
                role: Named {
                    key: row.role,
                    zh,
                    en,
                },
                division: names.get(&row.division),
                sections: sections(&row.sections).into_iter().collect(),
                from: row.valid_from,
                to: row.valid_to,
            };
            (row.user_id, view)
        })
        .collect())
}

/// A user within the scope of the unit of work.
pub(crate) async fn get(tx: &platform::Tx, id: Uuid) -> Result<user::Model> {
    tx.find::<user::Entity>()
        .filter(user::Column::Id.eq(id))
        .one(tx.conn())
        .await?
        .ok_or_else(Problem::not_found)
}
