//! `POST /cases`.

use flow::{Capacity, Facts, Opening, Party};
use platform::{Answer, Change, Ctx, Json, Problem, Result, Tx, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::act::Work;
use super::store::{self, Row};
use super::summary::Summary;
use super::{Bureau, NOUN, actor, answer, refused};
use crate::authz::CASE_OPEN;
use crate::problems::{CASE_OPEN_ALREADY, CASE_PARTY};

/// Somebody in a case beside the household's members.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherParty {
    /// A person on record.
    person: Uuid,
    /// supporter, agent or guardian.
    #[schema(value_type = String)]
    capacity: Capacity,
}

/// A case to be opened.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCase {
    /// Key of the procedure.
    procedure: String,
    /// The household.
    household: Uuid,
    /// The member who applies; the head where it is not said.
    #[serde(default)]
    applicant: Option<Uuid>,
    /// The members concerned; all of the household where none are named.
    #[serde(default)]
    members: Vec<Uuid>,
    /// Supporters, agents, guardians.
    #[serde(default)]
    others: Vec<OtherParty>,
    /// The village or community to which a household moves, for the procedure of a move.
    #[serde(default)]
    to: Option<String>,
}

impl NewCase {
    /// A case of a whole household, which its head applies for.
    pub(crate) fn of(procedure: String, household: Uuid) -> Self {
        Self {
            procedure,
            household,
            applicant: None,
            members: Vec::new(),
            others: Vec::new(),
            to: None,
        }
    }
}

/// Opens a case at its first step. It has no number before it is accepted.
#[utoipa::path(
    post, path = "/cases", operation_id = CASE_OPEN.id, tag = "decide",
    request_body = NewCase, responses((status = 201, body = answer::CaseAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<NewCase>) -> Result<Answer> {
    let mut tx = ctx.begin(&CASE_OPEN, None).await?;
    let id = open(&mut tx, &ctx, body).await?;
    let shown = Work::open(&tx, id).await?.answer(&tx, &ctx).await?;
    tx.finish(201, &shown).await
}

/// Opens a case inside a command.
pub(crate) async fn open(tx: &mut Tx, ctx: &Ctx, body: NewCase) -> Result<Uuid> {
    let today = ctx.floor().today();
    let family = registry::family(tx.conn(), body.household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = kernel::DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    tx.require(&division)?;
    let opening = parties(&family, &body)?;
    let other = match body.to.as_deref().map(str::trim).filter(|c| !c.is_empty()) {
        None => None,
        Some(code) => Some(kernel::DivisionCode::parse(code).map_err(|_| {
            Problem::new(&CASE_PARTY).field(
                "/to",
                "区划代码无效。",
                "The division code is not valid.",
            )
        })?),
    };
    let bureau = Bureau::on(ctx.floor(), tx.conn(), &division, &body.procedure, today).await?;
    let section = bureau
        .pack
        .rules(&division, today)
        .ok()
        .and_then(|r| {
            r.programme(&bureau.procedure.programme)
                .map(|p| p.section.clone())
        })
        .unwrap_or_default();
    tx.require_in(&division, &section)?;
    let opening = Opening {
        procedure: body.procedure.clone(),
        rules: bureau.procedure.rules.clone(),
        division,
        other,
        parties: opening,
    };
    let sql = platform::Sql::new(
        "select 1 from assistance_case c where c.status = 'open' and c.household = ",
    )
    .bind(body.household)
    .text(" and c.procedure = ")
    .bind(body.procedure.as_str());
    if tx.conn().row(sql).await?.is_some() {
        return Err(Problem::new(&CASE_OPEN_ALREADY));
    }
    let now = ctx.floor().now();
    let facts = Facts::new();
    let case = bureau
        .desk()
        .open(opening.clone(), &actor::of(ctx), &facts, now)
        .map_err(|r| refused(&r))?;
    let row = Row {
        id: ctx.floor().new_id(),
        number: None,
        division,
        programme: bureau.procedure.programme.clone(),
        procedure: body.procedure,
        section,
        ruled_on: today,
        release: bureau.release,
        household: body.household,
        applicant: body.applicant.unwrap_or(family.head),
        opening,
        status: "open".to_owned(),
        result: None,
        accepted_on: None,
        opened_by: ctx.actor().user,
        opened_at: now,
        events: 0,
    };
    insert(tx, &row).await?;
    store::append(tx, row.id, &case.events).await?;
    Summary::of(&bureau, &case, now).write(tx, &row).await?;
    let after = store::recorded(tx.conn(), row.id).await?;
    tx.record(Change::created(NOUN, row.id, &division, &after));
    Ok(row.id)
}

/// The people of the case: the applicant first, then the members, then the others.
fn parties(family: &registry::Family, body: &NewCase) -> Result<Vec<Party>> {
    let lives = |person: &Uuid| family.members.iter().any(|m| m.person == *person);
    let applicant = body.applicant.unwrap_or(family.head);
    let members: Vec<Uuid> = match body.members.is_empty() {
        true => family.members.iter().map(|m| m.person).collect(),
        false => body.members.clone(),
    };
    let mut problem = Problem::new(&CASE_PARTY);
    let mut wrong = false;
    if !lives(&applicant) || !members.iter().all(lives) {
        wrong = true;
        problem = problem.field(
            "/members",
            "申请人和成员须为该户现有成员",
            "The applicant and the members must live in the household.",
        );
    }
    if body.others.iter().any(|o| o.capacity.is_member()) {
        wrong = true;
        problem = problem.field(
            "/others",
            "家庭成员请填在 members 中",
            "Members of the family belong into members.",
        );
    }
    if wrong {
        return Err(problem);
    }
    let party = |person: Uuid, capacity| Party {
        person: person.to_string(),
        capacity,
    };
    let mut parties = vec![party(applicant, Capacity::Applicant)];
    let rest = members.into_iter().filter(|m| *m != applicant);
    parties.extend(rest.map(|m| party(m, Capacity::Member)));
    parties.extend(body.others.iter().map(|o| party(o.person, o.capacity)));
    Ok(parties)
}

async fn insert(tx: &mut Tx, row: &Row) -> Result<()> {
    let columns = [
        "id",
        "division",
        "programme",
        "procedure",
        "section",
        "ruled_on",
        "release",
        "household",
        "applicant",
        "opening",
        "status",
        "steps",
        "duties",
        "opened_by",
        "opened_at",
        "events",
    ];
    let values = vec![
        row.id.into(),
        row.division.as_str().into(),
        row.programme.as_str().into(),
        row.procedure.as_str().into(),
        row.section.as_str().into(),
        row.ruled_on.into(),
        row.release.into(),
        row.household.into(),
        row.applicant.into(),
        serde_json::to_string(&row.opening)?.into(),
        row.status.as_str().into(),
        "".into(),
        "".into(),
        row.opened_by.into(),
        row.opened_at.into(),
        row.events.into(),
    ];
    bulk::insert(tx, "assistance_case", &columns, [values]).await?;
    Ok(())
}
