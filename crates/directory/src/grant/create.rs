//! `POST /users/{id}/grants`.

use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Tx};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::GRANT_CREATE,
    entity::grant,
    model::may_be_held_together,
    organisation::create::unknown_division,
    problems::{EXCLUSIVE, OWN_GRANT, UNKNOWN_ROLE},
    repo,
    user::{GrantView, get, show_grants},
};

/// A role for a user.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// The role's key.
    pub role: String,
    /// The area, with everything below it.
    pub division: String,
    /// The sections; none stands for all.
    #[serde(default)]
    pub sections: Vec<String>,
    /// The first day; today, where left out.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// Grants a role. The three administrators are three persons without any other role
/// (GB/T 22239-2019), and nobody grants a role to themselves.
#[utoipa::path(
    post, path = "/users/{id}/grants", operation_id = GRANT_CREATE.id, tag = "directory",
    params(("id" = Uuid, Path)), request_body = NewGrant,
    responses((status = 201, body = GrantView))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(user): Path<Uuid>,
    Json(given): Json<NewGrant>,
) -> Result<Answer> {
    let (tx, view) = prepare(&ctx, user, &given).await?;
    tx.finish(201, &view).await
}

/// Grants a role; for the set-up and the test kit.
///
/// # Errors
/// An unknown role or division, roles that exclude each other, a user outside the scope.
pub async fn create(ctx: &Ctx, user: Uuid, given: &NewGrant) -> Result<GrantView> {
    let (tx, view) = prepare(ctx, user, given).await?;
    tx.commit().await?;
    Ok(view)
}

async fn prepare(ctx: &Ctx, user: Uuid, given: &NewGrant) -> Result<(Tx, GrantView)> {
    if user == ctx.actor().user {
        return Err(Problem::new(&OWN_GRANT));
    }
    let roles = ctx.floor().roles();
    let role = roles.get(&given.role).ok_or_else(|| {
        Problem::new(&UNKNOWN_ROLE).field("/role", "没有这个角色", "There is no such role.")
    })?;
    let division = DivisionCode::parse(&given.division)
        .map_err(|fault| Problem::invalid().field("/division", fault.zh(), fault.en()))?;
    let today = ctx.floor().today();
    let from = given.from.unwrap_or(today);
    if given.to.is_some_and(|to| to < from) {
        return Err(Problem::invalid().field(
            "/to",
            "结束日期早于开始日期",
            "The last day lies before the first.",
        ));
    }
    let mut tx = ctx.begin(&GRANT_CREATE, None).await?;
    let row = get(&tx, user).await?;
    tx.require(&division)?;
    if repo::find_division(tx.conn(), &division, today)
        .await?
        .is_none()
    {
        return Err(unknown_division("/division", &division));
    }
    for held in repo::grants_of(tx.conn(), &[user]).await? {
        // A grant that has ended excludes nothing; one that begins later does already.
        if held.valid_to.is_some_and(|to| to < from.min(today)) {
            continue;
        }
        let clash = match roles.get(&held.role) {
            Some(other) => !may_be_held_together(role, other),
            None => false,
        };
        if clash {
            return Err(Problem::new(&EXCLUSIVE).field(
                "/role",
                format!("该用户已有角色{}", held.role),
                format!("The user already holds the role {}.", held.role),
            ));
        }
    }
    let stored = grant::ActiveModel {
        id: Set(ctx.floor().new_id()),
        user_id: Set(row.id),
        role: Set(given.role.clone()),
        division: Set(division.as_str().to_owned()),
        sections: Set(serde_json::json!(given.sections)),
        valid_from: Set(from),
        valid_to: Set(given.to),
        granted_by: Set((!ctx.actor().user.is_nil()).then_some(ctx.actor().user)),
    }
    .insert(tx.conn())
    .await?;
    let (_, view) = show_grants(ctx, tx.conn(), vec![stored]).await?.remove(0);
    tx.record(Change::created("grant", view.id, &division, &view));
    Ok((tx, view))
}
