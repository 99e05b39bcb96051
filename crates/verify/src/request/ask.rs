//! A household is to be verified: what `decide` asks for the family of a case.

use ::platform::{Change, NewTask, Problem, Result, Sql, Tx, bulk};
use chrono::Datelike as _;
use kernel::{DivisionCode, DivisionLevel, IdNumber};
use uuid::Uuid;

use super::{NOUN, RequestView, all, subject_place};
use crate::authz::BATCH_CREATE;
use crate::consent::{Asked, Capacity, ConsentPurpose, ConsentState, standings};
use crate::problems::{NO_CONSENT, NOBODY, REQUEST_RUNNING};
use crate::rules::Bench;

/// Somebody to be queried. No `Debug`: it holds an identity number.
#[derive(Clone)]
pub struct Querying {
    /// The person.
    pub person: Uuid,
    /// As what.
    pub capacity: Capacity,
    /// The name, as the platform is to compare it.
    pub name: String,
    /// The number; somebody without one cannot be queried.
    pub id_number: Option<IdNumber>,
}

/// A verification to be asked for.
#[derive(Clone)]
pub struct NewRequest {
    /// The case.
    pub case: Uuid,
    /// Its receipt number.
    pub case_number: Option<String>,
    /// Where it is.
    pub division: DivisionCode,
    /// Its section.
    pub section: String,
    /// Its programme.
    pub programme: String,
    /// What for.
    pub purpose: ConsentPurpose,
    /// The applicant.
    pub applicant: Uuid,
    /// The family and its supporters. A supporter who has not agreed is left out; every other
    /// person must have.
    pub people: Vec<Querying>,
}

/// Asks. Everybody of the family must have consented for this matter; a task tells whoever sends
/// requests to the platform.
///
/// # Errors
/// `verify.request.no_consent` naming each person at fault by place, `verify.request.running`,
/// `verify.request.nobody`.
pub async fn ask(tx: &mut Tx, new: NewRequest) -> Result<RequestView> {
    running(tx, new.case).await?;
    let (floor, today) = (tx.floor().clone(), tx.floor().today());
    let bench = Bench::on(&floor, tx.conn(), &new.division, today).await?;
    let birth = |p: &Querying| p.id_number.map(|n| n.birth());
    let asked = Asked {
        case: new.case,
        programme: new.programme.clone(),
        purpose: new.purpose,
        on: today,
        alone_from: bench.alone_from()?,
        people: new.people.iter().map(|p| (p.person, birth(p))).collect(),
    };
    let standings = standings(&floor, tx.conn(), &asked).await?;
    let mut problem = Problem::new(&NO_CONSENT);
    let mut queried: Vec<(&Querying, IdNumber, Uuid)> = Vec::new();
    let mut without_number = 0;
    for ((place, person), standing) in new.people.iter().enumerate().zip(&standings) {
        match (standing.state, &standing.consent, person.id_number) {
            (ConsentState::Valid, Some(consent), Some(number)) => {
                queried.push((person, number, consent.id));
            }
            (ConsentState::Valid, ..) => without_number += 1,
            (state, ..) if person.capacity != Capacity::Supporter => {
                let (zh, en) = state.why();
                let who = person.capacity.zh();
                problem = problem.field(
                    format!("/people/{}", person.person),
                    format!("第{}人（{who}）：{zh}", place + 1),
                    format!("Person {}: {en}.", place + 1),
                );
            }
            _ => {}
        }
    }
    problem.check()?;
    if queried.is_empty() {
        return Err(Problem::new(&NOBODY));
    }
    let id = insert(tx, &new, queried.len(), without_number).await?;
    people(tx, id, &queried).await?;
    let request = all(&floor, tx.conn(), Sql::new("r.id = ").bind(id))
        .await?
        .remove(0);
    task(tx, &new, id).await?;
    tx.record(Change::created(
        NOUN,
        id,
        &new.division,
        &request.recorded(),
    ));
    Ok(request)
}

async fn running(tx: &Tx, case: Uuid) -> Result<()> {
    let sql = Sql::new(
        "select 1 from verification_request where status in ('ready', 'sent') and case_id = ",
    )
    .bind(case);
    match tx.conn().row(sql).await? {
        Some(_) => Err(Problem::new(&REQUEST_RUNNING)),
        None => Ok(()),
    }
}

async fn insert(
    tx: &mut Tx,
    new: &NewRequest,
    persons: usize,
    without_number: i32,
) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let county = new
        .division
        .at(DivisionLevel::County)
        .unwrap_or(new.division);
    let town = new.division.at(DivisionLevel::Township);
    let (today, year) = (tx.floor().today(), tx.floor().today().year());
    let serial = tx.serial(county.short(), NOUN, year).await?;
    let number = format!("{}-HD-{year}-{serial:05}", county.short());
    let columns = [
        "id",
        "number",
        "division",
        "township",
        "section",
        "office",
        "case_id",
        "case_number",
        "programme",
        "purpose",
        "applicant",
        "persons",
        "without_number",
        "status",
        "asked_by",
        "asked_on",
        "asked_at",
        "version",
    ];
    let row = vec![
        id.into(),
        number.into(),
        new.division.as_str().into(),
        town.unwrap_or(new.division).as_str().into(),
        new.section.as_str().into(),
        tx.ctx().actor().organisation.into(),
        new.case.into(),
        new.case_number.clone().into(),
        new.programme.as_str().into(),
        new.purpose.key().into(),
        new.applicant.into(),
        i32::try_from(persons).map_err(Problem::internal)?.into(),
        without_number.into(),
        "ready".into(),
        tx.ctx().actor().user.into(),
        today.into(),
        tx.floor().now().into(),
        1.into(),
    ];
    bulk::insert(tx, NOUN, &columns, [row]).await?;
    Ok(id)
}

async fn people(tx: &mut Tx, id: Uuid, queried: &[(&Querying, IdNumber, Uuid)]) -> Result<()> {
    let vault = tx.floor().vault().clone();
    let mut rows = Vec::with_capacity(queried.len());
    for (seq, (person, number, consent)) in (1..).zip(queried) {
        let seal = |column, text: &str| {
            let at = subject_place(id, seq);
            vault.seal("verification_subject", column, at, text.as_bytes())
        };
        rows.push(vec![
            id.into(),
            seq.into(),
            person.person.into(),
            person.capacity.key().into(),
            (*consent).into(),
            seal("name", &person.name).into(),
            seal("id_number", number.as_str()).into(),
        ]);
    }
    let columns = [
        "request",
        "seq",
        "person",
        "capacity",
        "consent",
        "name",
        "id_number",
    ];
    bulk::insert(tx, "verification_subject", &columns, rows).await?;
    Ok(())
}

async fn task(tx: &mut Tx, new: &NewRequest, id: Uuid) -> Result<()> {
    let number = new.case_number.as_deref().unwrap_or_default();
    tx.open_task(NewTask {
        kind: BATCH_CREATE.id,
        title_zh: format!("{number} 核对请求待报送"),
        title_en: format!("{number} verification request waits to be sent"),
        noun: NOUN,
        subject: id.to_string(),
        division: &new.division,
        section: Some(new.section.as_str()).filter(|s| !s.is_empty()),
        permission: BATCH_CREATE.permission,
        not_for: None,
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    Ok(())
}
