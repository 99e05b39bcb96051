//! A case as its page shows it: the road, the people, forms and papers, the clock, what may be
//! done now and why not.

use crate::authz::CASE_GET;
use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, UserRef, division_ref, user_names};
use flow::{Due, Lamp, Place, State, Stop};
use platform::{Conn, Ctx, Problem, Result};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::act::Work;
use super::{actor, assess, follow, inside, note, offer, posting};

/// One stop of the road.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseStop)]
pub struct StopView {
    /// Key of the step.
    pub step: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// done, passed, current, ahead or left.
    #[schema(value_type = String)]
    pub place: Place,
    /// How often it opened.
    pub round: u32,
    /// When it opened last.
    pub opened: Option<DateTime<Utc>>,
    /// When it was finished last.
    pub finished: Option<DateTime<Utc>>,
    /// Who finished it; none for the program itself.
    pub by: Option<UserRef>,
    /// With what, in Chinese.
    pub outcome_zh: Option<String>,
    /// With what, in English.
    pub outcome_en: Option<String>,
    /// Who sent it back, while it is to be done anew.
    pub sent_back: Option<SentBackView>,
}

/// The act by which a step is to be done anew.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseSentBack)]
pub struct SentBackView {
    /// Who acted; none for the program itself.
    pub by: Option<UserRef>,
    /// The outcome, in Chinese.
    pub zh: String,
    /// The outcome, in English.
    pub en: String,
    /// The reason that was given.
    pub reason: Option<String>,
}

/// A time limit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseDeadline)]
pub struct DeadlineView {
    /// Key.
    pub key: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The step, where it is a step's.
    pub step: Option<String>,
    /// Its last day; none while the clock stands.
    pub due: Option<NaiveDate>,
    /// Days left, below nought when it has passed.
    pub left: Option<i64>,
    /// working_days or days.
    pub unit: String,
    /// The day it was met.
    pub met: Option<NaiveDate>,
    /// green, yellow or red.
    #[schema(value_type = String)]
    pub lamp: Lamp,
    /// The clause.
    pub cite: String,
}

/// Somebody of the case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseParty)]
pub struct PartyView {
    /// The person.
    pub person: String,
    /// The name.
    pub name: String,
    /// applicant, member, supporter, agent or guardian.
    #[schema(value_type = String)]
    pub capacity: flow::Capacity,
}

/// A form that an open step needs.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseFormNeed)]
pub struct FiledView {
    /// The step.
    pub step: String,
    /// Key of the form.
    pub form: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The person, where it is needed for each.
    pub subject: Option<String>,
    /// Whether it is filed.
    pub filed: bool,
    /// Whether this officer may fill it in now.
    pub may: bool,
}

/// A case in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseRow)]
pub struct CaseRow {
    /// Key.
    pub id: Uuid,
    /// Receipt number; none before acceptance.
    pub number: Option<String>,
    /// Where.
    #[schema(value_type = Object)]
    pub division: DivisionRef,
    /// Key of the programme.
    pub programme: String,
    /// Key of the procedure.
    pub procedure: String,
    /// Name of the applicant.
    pub applicant: String,
    /// The household.
    pub household: Uuid,
    /// open or closed.
    pub status: String,
    /// What was decided.
    pub result: Option<String>,
    /// Keys of the open steps.
    pub steps: Vec<String>,
    /// Day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// The first day on which a running limit ends.
    pub due: Option<NaiveDate>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// How many events it has; send it with an act as `seen`.
    pub seen: i32,
    /// Name of the procedure.
    pub zh: String,
    /// English name of the procedure.
    pub en: String,
    /// Who is to do what.
    pub waits: Vec<WaitView>,
    /// The limit that ends next.
    pub next: Option<NextView>,
    /// The worst lamp of what still runs.
    #[schema(value_type = String)]
    pub lamp: Lamp,
    /// A limit runs into a year whose working days are not published yet.
    pub unknown_year: bool,
}

/// An open step of a case in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseWait)]
pub struct WaitView {
    /// Key of the step.
    pub step: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Roles that may act.
    pub roles: Vec<String>,
    /// The officer in whose hands it is, where it was put there.
    pub handler: Option<UserRef>,
    /// The day it opened.
    pub since: Option<NaiveDate>,
}

/// The limit of a case that ends next.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseNextLimit)]
pub struct NextView {
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Its last day.
    pub due: NaiveDate,
    /// Days left at the end of today, below nought when it has passed; unknown where the table
    /// of working days does not reach there.
    pub left: Option<i64>,
    /// working_days or days.
    pub unit: String,
}

/// A case with everything that its page shows.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Case)]
pub struct CaseAnswer {
    /// Key.
    pub id: Uuid,
    /// Receipt number; none before acceptance.
    pub number: Option<String>,
    /// Where.
    #[schema(value_type = Object)]
    pub division: DivisionRef,
    /// Where the household moves to, in the case of a move.
    #[schema(value_type = Option<Object>)]
    pub to: Option<DivisionRef>,
    /// Key of the programme.
    pub programme: String,
    /// Key of the procedure.
    pub procedure: String,
    /// Name of the procedure.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The rule set that it keeps: RS2012, RS2021, RS2022, RS2026.
    pub rules: String,
    /// The documents of the rule set.
    pub cite: String,
    /// The household.
    pub household: Uuid,
    /// The last day as of which the asker's office may open the household's file, where it has
    /// moved away.
    pub household_as_of: Option<NaiveDate>,
    /// open or closed.
    pub status: String,
    /// What was decided.
    pub result: Option<String>,
    /// How many events the case has; send it with the next act as `seen`.
    pub seen: u32,
    /// The people.
    pub parties: Vec<PartyView>,
    /// The road.
    pub road: Vec<StopView>,
    /// The worst lamp of what still runs.
    #[schema(value_type = String)]
    pub lamp: Lamp,
    /// Time limits: totals first.
    pub deadlines: Vec<DeadlineView>,
    /// Facts stated in the case and looked up, by name.
    #[schema(value_type = Object)]
    pub facts: Map<String, Value>,
    /// Forms of the open steps.
    pub forms: Vec<FiledView>,
    /// Forms that were handed in, the last word of each.
    pub filed: Vec<inside::FiledFormView>,
    /// Papers: those of the open steps, and those of which something was said.
    pub papers: Vec<inside::PaperView>,
    /// Pictures and PDFs.
    pub files: Vec<inside::FileView>,
    /// Where steps are signed.
    pub slots: Vec<inside::SlotView>,
    /// The list that is to be put up, or hangs.
    pub posting: Option<posting::PostingView>,
    /// Documents that were due, in order.
    pub documents: Vec<String>,
    /// What may be done.
    pub actions: Vec<offer::ActionView>,
    /// What may be done wherever the case stands: ways out, more time, a clock that stands.
    pub extras: Vec<offer::ExtraView>,
    /// What is to be seen before deciding.
    pub notes: Vec<note::NoteView>,
    /// The case whose outcome led to this one.
    pub came_from: Option<follow::Linked>,
    /// The cases that this one led to.
    pub led_to: Vec<follow::Linked>,
    /// What the rules say about the family today.
    pub assessment: Vec<assess::Assessed>,
    /// Procedures that may follow.
    pub follows: Vec<String>,
}

/// Puts a case together for its page.
pub(crate) async fn of(ctx: &Ctx, conn: &Conn, work: &Work) -> Result<CaseAnswer> {
    let (row, case) = (&work.row, &work.case);
    let state = State::of(case);
    let desk = work.bureau.desk();
    let stops = desk.road(case);
    let files = inside::file_rows(conn, row.id).await?;
    let strokes = inside::strokes(conn, row.id).await?;
    let names = user_names(conn, inside::people(work, &files)).await?;
    let name = |key: &str| {
        let id = key.parse::<Uuid>().ok()?;
        work.people.get(&id).map(|p| p.name.clone())
    };
    let by = actor::of(ctx, conn).await?;
    let open = desk.open_steps(case, &by, work.known(), ctx.floor().now());
    let lacks: Vec<flow::Lack> = open.iter().flat_map(|s| s.papers.clone()).collect();
    let clock = desk.clock(case, ctx.floor().now());
    let mut facts = work.known().clone();
    facts.extend(state.facts.clone());
    let notes = note::of(work, &facts);
    let (came_from, led_to) = follow::linked(conn, work).await?;
    let may = |act: flow::Act| {
        let request = flow::Request::from(act);
        let now = ctx.floor().now();
        desk.may(case, &request, &by, work.known(), now).is_ok()
    };
    Ok(CaseAnswer {
        id: row.id,
        number: row.number.clone(),
        division: division_ref(conn, &row.division).await?,
        to: match &row.opening.other {
            Some(to) => Some(division_ref(conn, to).await?),
            None => None,
        },
        programme: row.programme.clone(),
        procedure: row.procedure.clone(),
        zh: desk.procedure.label.zh.clone(),
        en: desk.procedure.label.en.clone(),
        rules: desk.procedure.rules.clone(),
        cite: desk.procedure.cite.clone(),
        household: row.household,
        household_as_of: registry::last_day_here(conn, &ctx.scope(&CASE_GET), row.household)
            .await?,
        status: if state.closed.is_some() {
            "closed"
        } else {
            "open"
        }
        .to_owned(),
        result: state.result.clone(),
        seen: u32::try_from(case.events.len()).map_err(Problem::internal)?,
        parties: row
            .opening
            .parties
            .iter()
            .map(|p| PartyView {
                person: p.person.clone(),
                name: name(&p.person).unwrap_or_default(),
                capacity: p.capacity,
            })
            .collect(),
        road: stops.into_iter().map(|s| stop(s, &names)).collect(),
        lamp: clock.lamp,
        deadlines: clock.deadlines.into_iter().map(deadline).collect(),
        facts,
        forms: forms(work, &state, &open),
        filed: inside::filed(work, &names),
        papers: inside::papers(work, &state, &lacks),
        slots: inside::slots(work, &state, &strokes, &names, may),
        files: inside::files(files, &names),
        posting: posting::of(&desk, &state, ctx.floor().today(), may),
        documents: state.documents.clone(),
        actions: offer::actions(ctx, &by, &desk, work, &state),
        extras: offer::extras(ctx, &by, &desk, work, &state),
        notes,
        came_from,
        led_to,
        assessment: work.assessment.all.clone(),
        follows: state.follows.clone(),
    })
}

fn stop(stop: Stop, names: &directory::UserNames) -> StopView {
    let user = |by: &str| by.parse::<Uuid>().ok().map(|id| names.get(id));
    let (outcome_zh, outcome_en) = stop.outcome.map(|o| (o.zh, o.en)).unzip();
    StopView {
        step: stop.step,
        zh: stop.label.zh,
        en: stop.label.en,
        place: stop.place,
        round: stop.round,
        opened: stop.opened,
        finished: stop.finished,
        by: stop.by.as_deref().and_then(user),
        outcome_zh,
        outcome_en,
        sent_back: stop.sent_back.map(|back| SentBackView {
            by: user(&back.by),
            zh: back.outcome.zh,
            en: back.outcome.en,
            reason: back.reason,
        }),
    }
}

fn deadline(deadline: flow::Deadline) -> DeadlineView {
    DeadlineView {
        key: deadline.key,
        zh: deadline.label.zh,
        en: deadline.label.en,
        step: deadline.step,
        due: match deadline.due {
            Due::On(day) => Some(day),
            _ => None,
        },
        left: deadline.left,
        unit: match deadline.unit {
            flow::Unit::WorkingDays => "working_days",
            _ => "days",
        }
        .to_owned(),
        met: deadline.met,
        lamp: deadline.lamp,
        cite: deadline.cite,
    }
}

/// The forms of the open steps: those handed in this round and those still lacking.
fn forms(work: &Work, state: &State, open: &[flow::OpenStep]) -> Vec<FiledView> {
    let mut found = Vec::new();
    for step in open {
        let filed = state.steps.get(&step.step).map(|s| &s.filed);
        let done = filed.into_iter().flat_map(|f| f.keys());
        let done = done.map(|(form, subject)| (form.clone(), subject.clone(), true));
        let lacking = step.forms.iter();
        let lacking = lacking.map(|l| (l.key.clone(), l.subject.clone(), false));
        for (form, subject, filed) in lacking.chain(done) {
            let text = work.bureau.form(&work.row, &form).ok();
            let label = text.map(|t| t.form.label.clone()).unwrap_or_default();
            found.push(FiledView {
                step: step.step.clone(),
                zh: label.zh,
                en: label.en,
                form,
                subject,
                filed,
                may: step.refusal.is_none(),
            });
        }
    }
    found.sort_by(|a, b| (&a.form, &a.subject).cmp(&(&b.form, &b.subject)));
    let order = |f: &FiledView| {
        let step = work.bureau.procedure.step(&f.step);
        step.and_then(|s| s.forms.iter().position(|n| n.form == f.form))
    };
    found.sort_by_key(|f| (f.step.clone(), order(f)));
    found
}
