//! `POST /organisations`.

use kernel::{Bilingual as _, DivisionCode};
use platform::{Answer, Change, Ctx, Json, Problem, Result, problem::kinds};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::Deserialize;
use uuid::Uuid;

use super::{Organisation, show};
use crate::{
    authz::ORGANISATION_CREATE, entity::organisation, model::OrganisationKind,
    problems::NAME_TAKEN, repo,
};

/// The longest name of a body, in characters.
pub(super) const NAME_MAX: usize = 100;

/// A new body.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrganisation {
    /// Its full name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// The code of its area.
    pub division: String,
    /// The body above it.
    #[serde(default)]
    pub parent: Option<Uuid>,
    /// The sections it works in; none stands for all.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Its telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Its address.
    #[serde(default)]
    pub address: Option<String>,
}

/// Creates a body within one's area.
#[utoipa::path(
    post, path = "/organisations", operation_id = ORGANISATION_CREATE.id, tag = "directory",
    request_body = NewOrganisation, responses((status = 201, body = Organisation))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewOrganisation>) -> Result<Answer> {
    let (tx, created) = prepare(&ctx, &given).await?;
    tx.finish_versioned(201, &created, created.version).await
}

/// Creates a body; for the set-up and the test kit.
///
/// # Errors
/// Faulty names and divisions, a name that is taken, a division outside the scope.
pub async fn create(ctx: &Ctx, given: &NewOrganisation) -> Result<Organisation> {
    let (tx, created) = prepare(ctx, given).await?;
    tx.commit().await?;
    Ok(created)
}

async fn prepare(ctx: &Ctx, given: &NewOrganisation) -> Result<(platform::Tx, Organisation)> {
    let mut problem = Problem::invalid();
    let name = given.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        problem = problem.field(
            "/name",
            format!("请填写机构名称，至多{NAME_MAX}个字"),
            format!("Give a name of at most {NAME_MAX} characters."),
        );
    }
    let division = match DivisionCode::parse(&given.division) {
        Ok(code) if given.kind.fits(code.level()) => Some(code),
        Ok(_) => {
            problem = problem.field(
                "/division",
                "机构类别与区划级别不符",
                "A body of this kind does not sit at this level of division.",
            );
            None
        }
        Err(fault) => {
            problem = problem.field("/division", fault.zh(), fault.en());
            None
        }
    };
    problem.check()?;
    let division = division.ok_or_else(Problem::invalid)?;
    let phone = super::telephone(given.phone.as_deref().unwrap_or_default())?;
    let address = super::address(given.address.as_deref().unwrap_or_default())?;
    let mut tx = ctx.begin(&ORGANISATION_CREATE, None).await?;
    tx.require(&division)?;
    if repo::find_division(tx.conn(), &division, ctx.floor().today())
        .await?
        .is_none()
    {
        return Err(unknown_division("/division", &division));
    }
    if let Some(parent) = given.parent
        && repo::organisation_by_id(tx.conn(), parent).await?.is_none()
    {
        return Err(Problem::invalid().field("/parent", "上级机构不存在", "No such body above."));
    }
    let row = organisation::ActiveModel {
        id: Set(ctx.floor().new_id()),
        name: Set(name),
        kind: Set(given.kind.as_str().to_owned()),
        division: Set(division.as_str().to_owned()),
        parent: Set(given.parent),
        sections: Set(serde_json::json!(given.sections)),
        status: Set("active".to_owned()),
        version: Set(1),
        phone: Set(phone),
        address: Set(address),
    }
    .insert(tx.conn())
    .await
    .map_err(name_taken)?;
    let created = show(tx.conn(), vec![row]).await?.remove(0);
    tx.record(Change::created(
        "organisation",
        created.id,
        &division,
        &created,
    ));
    Ok((tx, created))
}

/// A broken uniqueness in this table is always the name.
pub(super) fn name_taken(error: sea_orm::DbErr) -> Problem {
    let problem = Problem::from(error);
    if problem.code() == kinds::CONFLICT.code {
        Problem::new(&NAME_TAKEN)
    } else {
        problem
    }
}

/// The code has the right form, but no division has it.
pub(crate) fn unknown_division(pointer: &'static str, code: &DivisionCode) -> Problem {
    Problem::new(&crate::problems::UNKNOWN_DIVISION).field(
        pointer,
        format!("{}不在区划表中", code.as_str()),
        format!("{} is not in the table of divisions.", code.as_str()),
    )
}
