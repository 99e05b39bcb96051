//! `POST /households`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use formula::Entity;
use kernel::{DivisionCode, DivisionLevel};
use platform::{Answer, Change, Ctx, Json, Problem, Result, Tx, bulk};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::changed::Changed;
use super::held::Held;
use crate::authz::HOUSEHOLD_CREATE;
use crate::catalogue;
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::member::entered::{self, Entered, NewMember};
use crate::member::known::{self, SOURCE};
use crate::member::leave::is_head;

/// More people than this do not live together; a larger number is a slip.
const MEMBERS_MAX: usize = 50;

/// A household that is entered.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHousehold {
    /// The village or community where it lives, 12 digits.
    pub division: String,
    /// Address.
    #[serde(default)]
    pub address: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// The members; the head is the one whose relation is 户主 or 本人.
    pub members: Vec<NewMember>,
    /// From which day they live together; today where it is not said.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Facts of the household by vocabulary name.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub facts: BTreeMap<String, Value>,
    /// People on record elsewhere leave the households where they live now.
    #[serde(default)]
    pub moves: bool,
}

/// The same, checked.
struct Ready {
    division: DivisionCode,
    address: Option<String>,
    phone: Option<String>,
    head: usize,
    members: Vec<Entered>,
    from: NaiveDate,
    facts: BTreeMap<String, Value>,
    moves: bool,
}

/// Enters a household with its members. People on record are recognised by their identity
/// numbers; nobody is on record twice.
#[utoipa::path(
    post, path = "/households", operation_id = HOUSEHOLD_CREATE.id, tag = "registry",
    request_body = NewHousehold, responses((status = 201, body = Changed))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<NewHousehold>) -> Result<Answer> {
    let ready = check(&ctx, body)?;
    let mut tx = ctx.begin(&HOUSEHOLD_CREATE, None).await?;
    match write(&mut tx, &ready).await {
        Ok(held) => held.finish(tx, 201).await,
        Err(problem) => {
            drop(tx);
            known::tell(&ctx, &problem, &ready.division).await?;
            Err(problem)
        }
    }
}

/// Enters a household inside a command of another room. Where it is refused because somebody is on
/// record in another area, [`tell_elsewhere`] tells the county once that command is dropped.
///
/// # Errors
/// What is wrong with the entry, as `POST /households` answers it.
pub async fn enter(tx: &mut Tx, body: NewHousehold) -> Result<Uuid> {
    let ready = check(tx.ctx(), body)?;
    Ok(write(tx, &ready).await?.id)
}

/// Tells the county after [`enter`] was refused because somebody lives elsewhere on record.
///
/// # Errors
/// When the database fails.
pub async fn tell_elsewhere(ctx: &Ctx, problem: &Problem, division: &DivisionCode) -> Result<()> {
    known::tell(ctx, problem, division).await
}

fn check(ctx: &Ctx, body: NewHousehold) -> Result<Ready> {
    let catalogue = catalogue::in_force(ctx.floor())?;
    let today = ctx.floor().today();
    let from = body.from.unwrap_or(today);
    let mut problem = Problem::invalid();
    let division = DivisionCode::parse(body.division.trim())
        .ok()
        .filter(|d| d.level() == DivisionLevel::Village);
    if division.is_none() {
        problem = problem.field(
            "/division",
            "请选择村（社区），区划代码应为 12 位",
            "Choose the village or community; its code has 12 digits.",
        );
    }
    if from > today {
        problem = problem.field("/from", "日期晚于今天", "The day lies in the future.");
    }
    if body.members.is_empty() || body.members.len() > MEMBERS_MAX {
        problem = problem.field(
            "/members",
            format!("请填写 1 至 {MEMBERS_MAX} 名家庭成员"),
            format!("Give 1 to {MEMBERS_MAX} members."),
        );
    }
    problem = entered::facts(
        &body.facts,
        Entity::Household,
        "/facts",
        &catalogue,
        problem,
    );
    let mut members = Vec::new();
    for (i, given) in body.members.into_iter().take(MEMBERS_MAX).enumerate() {
        let pointer = format!("/members/{i}");
        let (entered, after) = Entered::check(given, &pointer, &catalogue, today, problem);
        problem = after;
        if let Some(entered) = entered {
            let twice =
                entered.id.is_some() && members.iter().any(|m: &Entered| m.id == entered.id);
            if twice {
                problem = problem.field(
                    format!("{pointer}/id_number"),
                    "同一身份证号填写了两次",
                    "This identity number is given twice.",
                );
            }
            members.push(entered);
        }
    }
    let heads: Vec<usize> = (0..members.len())
        .filter(|i| members[*i].relation.is_some_and(is_head))
        .collect();
    if heads.len() != 1 && !members.is_empty() {
        problem = problem.field(
            "/members",
            "应有且只有一名户主（与户主关系填“户主”或“本人”）",
            "Exactly one member is the head (relation 户主 or 本人).",
        );
    }
    problem.check()?;
    Ok(Ready {
        division: division.ok_or_else(Problem::invalid)?,
        address: body
            .address
            .map(|a| a.trim().to_owned())
            .filter(|a| !a.is_empty()),
        phone: body.phone.filter(|p| !p.trim().is_empty()),
        head: heads.first().copied().unwrap_or(0),
        members,
        from,
        facts: body.facts,
        moves: body.moves,
    })
}

async fn write(tx: &mut Tx, ready: &Ready) -> Result<Held> {
    tx.require(&ready.division)?;
    let id = tx.floor().new_id();
    let mut people: Vec<Uuid> = Vec::with_capacity(ready.members.len());
    for (i, member) in ready.members.iter().enumerate() {
        let pointer = format!("/members/{i}");
        let (division, from) = (&ready.division, ready.from);
        let person = known::settle(tx, member, id, division, from, ready.moves, &pointer).await?;
        people.push(person);
    }
    let number = number(tx, &ready.division).await?;
    let urban_rural = ready.facts.get("城乡").and_then(Value::as_str);
    let held = Held {
        id,
        number,
        division: ready.division.as_str().to_owned(),
        head: people[ready.head],
        address: ready.address.clone(),
        urban_rural: urban_rural.map(str::to_owned),
        status: "active".to_owned(),
        version: 1,
    };
    insert(tx, &held, ready).await?;
    for (person, member) in people.iter().zip(&ready.members) {
        crate::member::begin(tx, id, *person, ready.from, member.relation_zh()).await?;
    }
    tx.record(Change::created("household", id, &ready.division, &held));
    if !ready.facts.is_empty() {
        let facts = NewFacts {
            subject: id,
            kind: SubjectKind::Household,
            valid_from: ready.from,
            source: SOURCE.to_owned(),
            facts: ready.facts.clone(),
        };
        // Recording facts raises the version by one, which an answer must tell.
        record_facts(tx, &facts).await?;
        return Ok(Held { version: 2, ..held });
    }
    Ok(held)
}

async fn insert(tx: &mut Tx, held: &Held, ready: &Ready) -> Result<()> {
    let vault = tx.floor().vault();
    let phone = ready
        .phone
        .as_deref()
        .map(|p| vault.seal("household", "phone", held.id, p.as_bytes()));
    let columns = [
        "id",
        "number",
        "division",
        "head",
        "address",
        "phone",
        "urban_rural",
        "labels",
        "size",
        "status",
        "version",
    ];
    let row = vec![
        held.id.into(),
        held.number.as_str().into(),
        held.division.as_str().into(),
        held.head.into(),
        held.address.clone().into(),
        phone.into(),
        held.urban_rural.clone().into(),
        "[]".into(),
        i32::try_from(ready.members.len()).unwrap_or(0).into(),
        held.status.as_str().into(),
        held.version.into(),
    ];
    bulk::insert(tx, "household", &columns, [row]).await?;
    Ok(())
}

/// The next number of the township and year, gap-free.
async fn number(tx: &mut Tx, division: &DivisionCode) -> Result<String> {
    let area = division.at(DivisionLevel::Township).unwrap_or(*division);
    let year = tx.floor().today().year();
    let serial = tx.serial(area.short(), "household", year).await?;
    Ok(format!("{}-{year}-{serial:06}", area.short()))
}
