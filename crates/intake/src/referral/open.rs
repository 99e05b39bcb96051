//! `POST /referrals`.

use chrono::Datelike as _;
use kernel::{Bilingual as _, DivisionCode, DivisionLevel, WorkingDays};
use platform::{Answer, Change, Ctx, Json, NewTask, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::{NOUN, Referral, all};
use crate::{
    authz::{REFERRAL_ANSWER, REFERRAL_OPEN},
    matter,
    problems::{MATTER, REFERRAL_OWN},
};

/// The parameter of the pack that says in how many working days an answer is due.
const DAYS: &str = "转办答复时限";

/// A matter to be referred.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewReferral {
    /// Key of the matter in the catalogue.
    matter: String,
    /// Where the family lives.
    division: String,
    /// The household, where it is on record.
    #[serde(default)]
    household: Option<Uuid>,
    /// The submission it comes from.
    #[serde(default)]
    submission: Option<Uuid>,
    /// Who it is about, how they are reached and what is asked.
    about: String,
}

/// Refers a matter to the department that decides it. The number is the citizen's receipt.
#[utoipa::path(
    post, path = "/referrals", operation_id = REFERRAL_OPEN.id, tag = "intake",
    request_body = NewReferral, responses((status = 201, body = Referral))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewReferral>) -> Result<Answer> {
    let about = given.about.trim().to_owned();
    let mut problem = Problem::invalid();
    if about.is_empty() || about.chars().count() > 1_000 {
        problem = problem.field(
            "/about",
            "请写明何人何事，不超过1000字",
            "Say who it is about and what is asked, in at most 1,000 characters.",
        );
    }
    let division = match DivisionCode::parse(given.division.trim()) {
        Ok(code) => Some(code),
        Err(fault) => {
            problem = problem.field("/division", fault.zh(), fault.en());
            None
        }
    };
    problem.check()?;
    let division = division.ok_or_else(Problem::invalid)?;
    let mut tx = ctx.begin(&REFERRAL_OPEN, None).await?;
    tx.require(&division)?;
    let today = ctx.floor().today();
    let (_, rules) = matter::rules(ctx.floor(), tx.conn(), &division, today).await?;
    let found = rules
        .catalogue()
        .into_iter()
        .find(|m| m.key == given.matter);
    let found = found.ok_or_else(|| Problem::new(&MATTER))?;
    let department = found.refer_to.ok_or_else(|| Problem::new(&REFERRAL_OWN))?;
    let days = rules
        .parameter(DAYS)
        .and_then(|p| p.value.value.shown.parse::<u32>().ok())
        .ok_or_else(|| Problem::internal(format!("no value of {DAYS}")))?;
    // In a year whose holidays are not known yet, days count as they are: sooner, never later.
    let due = WorkingDays::embedded()
        .deadline(today, days)
        .unwrap_or(today + chrono::Duration::days(i64::from(days)));
    if let Some(submission) = given.submission {
        crate::submission::store::within(tx.conn(), ctx.floor().vault(), tx.scope(), submission)
            .await?;
    }
    let id = insert(&mut tx, &given, &division, &department, &about, due).await?;
    tx.open_task(NewTask {
        kind: REFERRAL_ANSWER.id,
        title_zh: format!("转办{department}，待答复"),
        title_en: "A referral waits for its answer".to_owned(),
        noun: NOUN,
        subject: id.to_string(),
        division: &division,
        section: None,
        permission: REFERRAL_ANSWER.permission,
        not_for: None,
        role: None,
        holder: None,
        due: Some(due),
    })
    .await?;
    let condition = Sql::new("r.id = ").bind(id);
    let referral = all(ctx.floor(), tx.conn(), condition).await?.remove(0);
    tx.record(Change::created(NOUN, id, &division, &referral.recorded()));
    tx.finish_versioned(201, &referral, 1).await
}

async fn insert(
    tx: &mut Tx,
    given: &NewReferral,
    division: &DivisionCode,
    department: &str,
    about: &str,
    due: chrono::NaiveDate,
) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let area = division.at(DivisionLevel::Township).unwrap_or(*division);
    let year = tx.floor().today().year();
    let serial = tx.serial(area.short(), NOUN, year).await?;
    let number = format!("{}-ZB-{year}-{serial:05}", area.short());
    let sealed = tx.floor().vault().seal(NOUN, "about", id, about.as_bytes());
    let columns = [
        "id",
        "number",
        "division",
        "matter",
        "department",
        "household",
        "submission",
        "about",
        "due",
        "status",
        "opened_by",
        "opened_at",
        "version",
    ];
    let row = vec![
        id.into(),
        number.into(),
        division.as_str().into(),
        given.matter.as_str().into(),
        department.into(),
        given.household.into(),
        given.submission.into(),
        sealed.into(),
        due.into(),
        "sent".into(),
        tx.ctx().actor().user.into(),
        tx.floor().now().into(),
        1.into(),
    ];
    bulk::insert(tx, NOUN, &columns, [row]).await?;
    Ok(id)
}
