//! `GET /sessions/current`: who am I.

use platform::{Ctx, Json, Problem, Result};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

use crate::{
    authz::SESSION_GET,
    entity::user,
    refs::{DivisionRef, Named, division_ref},
    repo,
    settings::Settings,
};

/// The signed-in user, for the console's head and menus.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Me {
    /// The user's key.
    pub id: Uuid,
    /// The login name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub organisation: MyOrganisation,
    /// The roles held today.
    pub roles: Vec<Named>,
    /// What these roles allow, as patterns.
    pub permissions: Vec<String>,
    /// The area of the organisation.
    pub division: DivisionRef,
    /// Whether the first password must be changed before anything else.
    pub must_change_password: bool,
    /// After how many idle minutes the session ends.
    pub idle_minutes: i64,
}

/// The organisation of the signed-in user.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MyOrganisation {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its area.
    pub division: DivisionRef,
}

/// Describes the actor of a context.
pub(crate) async fn me<C: ConnectionTrait>(ctx: &Ctx, conn: &C, user: &user::Model) -> Result<Me> {
    let actor = ctx.actor();
    let division = division_ref(conn, &actor.division).await?;
    Ok(Me {
        id: actor.user,
        login: actor.login.clone(),
        name: actor.name.clone(),
        organisation: MyOrganisation {
            id: actor.organisation,
            name: actor.organisation_name.clone(),
            division: division.clone(),
        },
        roles: ctx
            .rights()
            .roles()
            .into_iter()
            .map(|role| Named {
                key: role.key.clone(),
                zh: role.zh.clone(),
                en: role.en.clone(),
            })
            .collect(),
        permissions: ctx.rights().patterns(),
        division,
        must_change_password: user.must_change,
        idle_minutes: Settings::of(ctx.floor()).idle.num_minutes(),
    })
}

/// Shows the signed-in user.
#[utoipa::path(
    get, path = "/sessions/current", operation_id = SESSION_GET.id, tag = "directory",
    responses((status = 200, body = Me))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Me>> {
    let reader = ctx.query(&SESSION_GET).await?;
    let user = repo::user_by_id(reader.conn(), ctx.actor().user)
        .await?
        .ok_or_else(Problem::not_found)?;
    let me = me(&ctx, reader.conn(), &user).await?;
    reader.finish().await?;
    Ok(Json(me))
}
