//! `POST /cases`.

use flow::{Capacity, Facts, Opening, Party};
use kernel::{DivisionCode, DivisionLevel};
use platform::tasks::NewTask;
use platform::{Answer, Change, Ctx, Json, Problem, Result, Tx, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::act::Work;
use super::store::{self, Row};
use super::summary::Summary;
use super::{Bureau, NOUN, actor, answer, refused};
use crate::authz::{CASE_CLASH, CASE_GET, CASE_OPEN};
use crate::problems::{CASE_IN_BENEFIT, CASE_OPEN_ALREADY, CASE_PARTY};

/// Somebody in a case beside the household's members.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherParty {
    /// A person on record.
    #[serde(default)]
    person: Option<Uuid>,
    /// The same by name and identity number, written down where the number is new.
    #[serde(default)]
    entered: Option<registry::RelatedPerson>,
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
    let id = match open(&mut tx, &ctx, body).await {
        Ok(id) => id,
        Err(problem) if problem.code() == CASE_IN_BENEFIT.code => {
            // The refused unit of work wrote nothing; the county is told in one of its own.
            drop(tx);
            tell_county(&ctx).await?;
            return Err(problem);
        }
        Err(problem) => return Err(problem),
    };
    let shown = Work::open(&tx, id).await?.answer(&tx, &ctx).await?;
    tx.finish(201, &shown).await
}

/// Tells the county that somebody applied here who is in benefit already. It names nobody: who
/// may look finds the refused request in the audit chain.
async fn tell_county(ctx: &Ctx) -> Result<()> {
    let system = Ctx::system(ctx.floor(), ctx.actor().organisation, "in benefit already");
    let place = ctx.actor().division;
    let county = place.at(DivisionLevel::County).unwrap_or(place);
    let mut tx = system.begin(&CASE_CLASH, None).await?;
    let subject = tx.floor().new_id();
    tx.open_task(NewTask {
        kind: CASE_CLASH.id,
        title_zh: "核实重复享受：有人在享受待遇时又提出申请".to_owned(),
        title_en: "Look into an application of somebody in benefit already".to_owned(),
        noun: "division",
        subject: subject.to_string(),
        division: &county,
        section: None,
        permission: CASE_GET.permission,
        not_for: Some(ctx.actor().user),
        role: Some("county_clerk"),
        holder: None,
        due: None,
    })
    .await?;
    tx.about("division", county.as_str(), &county);
    tx.commit().await?;
    Ok(())
}

/// Refuses an application of people who are covered already by the programme or one that does not
/// go with it. Recognitions that give way to the programme are no hindrance.
async fn nobody_covered(
    tx: &Tx,
    bureau: &Bureau,
    place: &DivisionCode,
    people: &[Party],
) -> Result<()> {
    let month = kernel::Month::of(tx.floor().today());
    let key = bureau.procedure.programme.as_str();
    let Some(info) = crate::real::programme_of(&bureau.pack, place, key, month) else {
        return Ok(());
    };
    let gives_way: Vec<String> = bureau
        .pack
        .programmes_at(place, month.last_day())
        .into_iter()
        .filter(|p| p.yields.iter().any(|y| y.programme == key))
        .map(|p| p.key.clone())
        .collect();
    let mut programmes: Vec<String> = info
        .excludes
        .into_iter()
        .filter(|p| !gives_way.contains(p))
        .collect();
    programmes.push(key.to_owned());
    let members = people.iter().filter(|p| p.capacity.is_member());
    let members: Vec<Uuid> = members.filter_map(|p| p.person.parse().ok()).collect();
    if crate::repo::covered(tx.conn(), &programmes, &members, month, None).await? {
        return Err(Problem::new(&CASE_IN_BENEFIT));
    }
    Ok(())
}

fn elsewhere(zh: &'static str, en: &'static str) -> Problem {
    Problem::new(&CASE_PARTY).field("/to", zh, en)
}

/// The village that a household moves to: one that there is, in another township of the county.
async fn destination(tx: &Tx, from: &DivisionCode, to: &str) -> Result<DivisionCode> {
    let village = |d: &DivisionCode| d.level() == DivisionLevel::Village;
    let to = DivisionCode::parse(to.trim()).ok().filter(village);
    let to = to.ok_or_else(|| {
        elsewhere(
            "请选择迁入的村（社区），区划代码应为12位。",
            "Choose the village or community that they move to; its code has 12 digits.",
        )
    })?;
    let within = |level| from.at(level) == to.at(level);
    if !within(DivisionLevel::County) {
        return Err(elsewhere(
            "迁入地不在本县，县外迁移不在这里移交。",
            "The place lies in another county; a household is handed over within its county only.",
        ));
    }
    if within(DivisionLevel::Township) {
        return Err(elsewhere(
            "迁入地仍在本乡镇，请直接更改家庭登记的村和住址。",
            "The place lies in the same township; change village and address of the household instead.",
        ));
    }
    let book = directory::DivisionBook::load(tx.conn(), &to, tx.floor().today()).await?;
    if book.get(to.as_str()).is_none() {
        return Err(elsewhere(
            "区划中没有这个村（社区），或已撤并。",
            "There is no such village or community, or it was merged into another.",
        ));
    }
    Ok(to)
}

/// Opens a case inside a command.
pub(crate) async fn open(tx: &mut Tx, ctx: &Ctx, body: NewCase) -> Result<Uuid> {
    let today = ctx.floor().today();
    let family = registry::family(tx.conn(), body.household, today)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    tx.require(&division)?;
    let bureau = Bureau::on(ctx.floor(), tx.conn(), &division, &body.procedure, today).await?;
    let section = bureau.section(&division, today);
    tx.require_in(&division, &section)?;
    let other = match (bureau.procedure.kind.as_str(), body.to.as_deref()) {
        ("move", to) => Some(destination(tx, &division, to.unwrap_or_default()).await?),
        (_, None) => None,
        _ => {
            return Err(elsewhere(
                "只有迁移案件填写迁入地。",
                "Only the case of a move names where the household moves to.",
            ));
        }
    };
    let mut people = parties(&family, &body)?;
    others(tx, &body.others, &division, &mut people).await?;
    if bureau.procedure.kind == "application" {
        nobody_covered(tx, &bureau, &division, &people).await?;
    }
    let opening = Opening {
        procedure: body.procedure,
        rules: bureau.procedure.rules.clone(),
        division,
        other,
        parties: people,
    };
    let by = actor::of(ctx, tx.conn()).await?;
    let new = Fresh {
        bureau,
        section,
        household: body.household,
        applicant: body.applicant.unwrap_or(family.head),
        opening,
        came_from: None,
    };
    create(tx, &by, new).await
}

/// A case to be written.
pub(crate) struct Fresh {
    pub bureau: Bureau,
    pub section: String,
    pub household: Uuid,
    pub applicant: Uuid,
    pub opening: Opening,
    /// The case whose outcome led to it: then whoever took that need not act at the first step.
    pub came_from: Option<Uuid>,
}

/// Opens a case for whoever may, the program itself included. One of a procedure is open for a
/// household at a time, for a person where each holds the programme for himself.
pub(crate) async fn create(tx: &mut Tx, by: &flow::Actor, new: Fresh) -> Result<Uuid> {
    let today = tx.floor().today();
    let about = match new.bureau.by_person(&new.opening.division, today) {
        true => new.applicant,
        false => new.household,
    };
    let sql = platform::Sql::new(
        "select 1 from assistance_case c where c.status = 'open' and c.about = ",
    )
    .bind(about)
    .text(" and c.procedure = ")
    .bind(new.opening.procedure.as_str());
    if tx.conn().row(sql).await?.is_some() {
        return Err(Problem::new(&CASE_OPEN_ALREADY));
    }
    let now = tx.floor().now();
    let facts = Facts::new();
    let desk = new.bureau.desk();
    let case = match new.came_from {
        None => desk.open(new.opening.clone(), by, &facts, now),
        Some(_) => desk.begin(new.opening.clone(), by, now),
    };
    let case = case.map_err(|r| refused(&r))?;
    let division = new.opening.division;
    let row = Row {
        id: tx.floor().new_id(),
        number: None,
        division,
        programme: new.bureau.procedure.programme.clone(),
        procedure: new.opening.procedure.clone(),
        section: new.section,
        ruled_on: today,
        release: new.bureau.release,
        household: new.household,
        applicant: new.applicant,
        opening: new.opening,
        status: "open".to_owned(),
        result: None,
        accepted_on: None,
        opened_by: tx.ctx().actor().user,
        opened_at: now,
        events: 0,
        came_from: new.came_from,
    };
    insert(tx, &row, about).await?;
    store::append(tx, row.id, &case.events).await?;
    Summary::of(&new.bureau, &case, now).write(tx, &row).await?;
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
    Ok(parties)
}

/// Adds those beside the family: on record already, or entered with the case.
async fn others(
    tx: &mut Tx,
    others: &[OtherParty],
    division: &kernel::DivisionCode,
    people: &mut Vec<Party>,
) -> Result<()> {
    for (n, other) in others.iter().enumerate() {
        let pointer = format!("/others/{n}");
        let person = match (&other.entered, other.person) {
            (Some(entered), None) => {
                registry::enter_related(tx, entered, division, &format!("{pointer}/entered"))
                    .await?
            }
            (None, Some(person)) => person,
            _ => {
                return Err(Problem::new(&CASE_PARTY).field(
                    pointer,
                    "请填写姓名和身份证号",
                    "Give the name and the identity number.",
                ));
            }
        };
        let person = person.to_string();
        if people.iter().any(|p| p.person == person) {
            return Err(Problem::new(&CASE_PARTY).field(
                pointer,
                "此人已是本案的申请人、成员或相关人",
                "This person is in the case already.",
            ));
        }
        people.push(Party {
            person,
            capacity: other.capacity,
        });
    }
    Ok(())
}

async fn insert(tx: &mut Tx, row: &Row, about: Uuid) -> Result<()> {
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
        "about",
        "opening",
        "status",
        "steps",
        "duties",
        "opened_by",
        "opened_at",
        "events",
        "elsewhere",
        "came_from",
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
        about.into(),
        serde_json::to_string(&row.opening)?.into(),
        row.status.as_str().into(),
        "".into(),
        "".into(),
        row.opened_by.into(),
        row.opened_at.into(),
        row.events.into(),
        row.opening.other.map(|d| d.as_str().to_owned()).into(),
        row.came_from.into(),
    ];
    bulk::insert(tx, "assistance_case", &columns, [values]).await?;
    Ok(())
}
