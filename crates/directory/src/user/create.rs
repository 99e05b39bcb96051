//! `POST /users`.

use platform::{Answer, Change, Ctx, Json, Problem, Result, Tx, problem::kinds};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, QueryFilter as _, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{User, show};
use crate::{
    authz::USER_CREATE,
    entity::{organisation, user},
    model::{UserStatus, login_name},
    password::first_password,
    problems::LOGIN_TAKEN,
    session::stored_code,
    settings::Settings,
};

/// The longest name of a person, in characters.
pub(super) const NAME_MAX: usize = 50;

/// A new member of staff.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Small letters, digits, dot, hyphen, underscore.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Where the person works.
    pub organisation_id: Uuid,
}

/// A new user with the password to hand over, which is shown this once.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct CreatedUser {
    /// The user.
    pub user: User,
    /// To be changed at the first sign-in.
    pub initial_password: String,
}

/// Creates a user without any right; the security administrator grants roles.
#[utoipa::path(
    post, path = "/users", operation_id = USER_CREATE.id, tag = "directory",
    request_body = NewUser, responses((status = 201, body = CreatedUser))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewUser>) -> Result<Answer> {
    let (tx, created) = prepare(&ctx, given).await?;
    tx.finish(201, &created).await
}

/// Creates a user; for the set-up and the test kit.
///
/// # Errors
/// A faulty or taken login, an organisation outside the scope.
pub async fn create(ctx: &Ctx, given: NewUser) -> Result<CreatedUser> {
    let (tx, created) = prepare(ctx, given).await?;
    tx.commit().await?;
    Ok(created)
}

async fn prepare(ctx: &Ctx, given: NewUser) -> Result<(Tx, CreatedUser)> {
    let mut problem = Problem::invalid();
    let login = login_name(&given.login);
    if login.is_none() {
        problem = problem.field(
            "/login",
            "登录名为3至40个小写字母、数字、点、横线或下划线，以字母开头",
            "A login has 3 to 40 small letters, digits, dots, hyphens or underscores, a letter first.",
        );
    }
    let name = given.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        problem = problem.field(
            "/name",
            format!("请填写姓名，至多{NAME_MAX}个字"),
            format!("Give a name of at most {NAME_MAX} characters."),
        );
    }
    problem.check()?;
    let login = login.ok_or_else(Problem::invalid)?;
    let initial_password = first_password();
    let hashed = hash(ctx, initial_password.clone()).await?;
    let mut tx = ctx.begin(&USER_CREATE, None).await?;
    let organisation = tx
        .find::<organisation::Entity>()
        .filter(organisation::Column::Id.eq(given.organisation_id))
        .one(tx.conn())
        .await?
        .ok_or_else(|| {
            Problem::invalid().field("/organisation_id", "机构不存在", "No such organisation.")
        })?;
    let row = user::ActiveModel {
        id: Set(ctx.floor().new_id()),
        login: Set(login),
        name: Set(name),
        organisation_id: Set(organisation.id),
        division: Set(organisation.division.clone()),
        status: Set(UserStatus::Active.as_str().to_owned()),
        password: Set(hashed),
        must_change: Set(true),
        failures: Set(0),
        locked_until: Set(None),
        last_login: Set(None),
        created_at: Set(ctx.floor().now()),
        version: Set(1),
    }
    .insert(tx.conn())
    .await
    .map_err(login_taken)?;
    let user = show(ctx, tx.conn(), vec![row]).await?.remove(0);
    let division = stored_code(&organisation.division)?;
    tx.record(Change::created("user", user.id, &division, &user));
    Ok((
        tx,
        CreatedUser {
            user,
            initial_password,
        },
    ))
}

/// Hashes off the threads that serve others.
pub(super) async fn hash(ctx: &Ctx, password: String) -> Result<String> {
    let settings = Settings::of(ctx.floor());
    tokio::task::spawn_blocking(move || settings.hasher.hash(&password))
        .await
        .map_err(Problem::internal)
}

fn login_taken(error: sea_orm::DbErr) -> Problem {
    let problem = Problem::from(error);
    if problem.code() != kinds::CONFLICT.code {
        return problem;
    }
    Problem::new(&LOGIN_TAKEN).field("/login", "请另选登录名", "Choose another login.")
}
