//! `POST /cases/{id}/acts`: the one way in which a case goes on.

use std::collections::BTreeMap;

use chrono::Datelike;
use flow::{Act, Actor, Case, Event, Request, State};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Tx};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::store::{self, Row};
use super::summary::Summary;
use super::{
    Bureau, NOUN, actor, answer, assess, effect, facts, follow, form, notice, parties, posting,
    refused,
};
use crate::authz::CASE_ACT;
use crate::problems::CASE_UNREADABLE;

/// An act as clients send it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseActRequest)]
pub(crate) struct ActRequest {
    /// What is to be done: `{"act": "finish", "step": …, "outcome": …, "reason": …, "facts": …}`,
    /// `{"act": "paper" | "post" | "object" | "take_down" | "extend" | "pause" | "resume" |
    /// "leave" | "hand_over", …}`.
    #[schema(value_type = Object)]
    act: Value,
    /// How many events of the case the author had seen; a case that went on meanwhile refuses.
    seen: u32,
}

/// Does something in a case: whoever may, when it may be done.
#[utoipa::path(
    post, path = "/cases/{id}/acts", operation_id = CASE_ACT.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = ActRequest,
    responses((status = 200, body = answer::CaseAnswer), (status = 409, description = "decide.case.refused"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<ActRequest>,
) -> Result<Answer> {
    let act: Act = serde_json::from_value(body.act).map_err(|e| {
        Problem::new(&CASE_UNREADABLE)
            .field("/act", "操作的写法有误", "The act cannot be read.")
            .because(e.to_string())
    })?;
    // What is filed comes with its values, and what is signed with its strokes.
    let elsewhere = match act {
        Act::File { .. } => Some((
            "表单请用“填写表单”提交",
            "Forms are filed with their values at /cases/{id}/forms.",
        )),
        Act::Sign { .. } => Some((
            "签字请用“签字”办理，家庭成员须手写",
            "Signatures are given at /cases/{id}/signatures, those of the family with their strokes.",
        )),
        _ => None,
    };
    if let Some((zh, en)) = elsewhere {
        return Err(Problem::new(&CASE_UNREADABLE).field("/act", zh, en));
    }
    let mut tx = ctx.begin(&CASE_ACT, None).await?;
    let work = Work::open(&tx, id).await?;
    posting::proved(tx.conn(), id, &act).await?;
    let request = Request {
        act,
        seen: Some(body.seen),
    };
    let by = actor::of(&ctx, tx.conn()).await?;
    let work = work.go(&mut tx, &by, &request).await?;
    let shown = work.answer(&tx, &ctx).await?;
    tx.finish(200, &shown).await
}

/// A case that is being worked on inside a unit of work.
pub(crate) struct Work {
    pub row: Row,
    pub case: Case,
    pub bureau: Bureau,
    pub assessment: assess::Assessment,
    /// The people of the case by key.
    pub people: BTreeMap<Uuid, registry::PersonRef>,
    /// Forms as they were handed in, oldest first.
    pub filed: Vec<form::Filed>,
    known: flow::Facts,
}

impl Work {
    /// Reads the case and what is known about it.
    pub async fn open(tx: &Tx, id: Uuid) -> Result<Self> {
        let row = store::find(tx.conn(), tx.scope(), id).await?;
        Self::of(tx.floor(), tx.conn(), row).await
    }

    /// The same for a row that was read already.
    pub async fn of(floor: &platform::Floor, conn: &platform::Conn, mut row: Row) -> Result<Self> {
        let mut case = store::case(conn, floor.vault(), &row).await?;
        let today = floor.today();
        let bureau = if row.accepted_on.is_none() && row.status == "open" && row.ruled_on != today {
            // Until it is accepted a case follows the rules of the day; acceptance fixes them.
            let key = row.procedure.clone();
            let bureau = Bureau::on(floor, conn, &row.division, &key, today).await?;
            row.ruled_on = today;
            row.release = bureau.release;
            row.opening.rules.clone_from(&bureau.procedure.rules);
            case.opening.rules.clone_from(&bureau.procedure.rules);
            bureau
        } else {
            Bureau::kept(floor, conn, &row).await?
        };
        let programmes = [row.programme.clone(), "near_dibao".to_owned()];
        let filed = form::filed(conn, floor.vault(), row.id).await?;
        let supporters = bureau.supporters(&row, &filed);
        let assessment =
            assess::family(conn, &bureau.pack, &row, &programmes, supporters, today).await?;
        let known = facts::known(floor, conn, &bureau, &row, &assessment, &filed).await?;
        Ok(Self {
            case,
            bureau,
            assessment,
            people: parties::people(floor, conn, &row.opening).await?,
            filed,
            known,
            row,
        })
    }

    /// What the assessment comes to a month for the programme of the case; none where it grants
    /// nothing.
    pub fn monthly(&self) -> Option<kernel::Money> {
        self.assessment.monthly(&self.row.programme)
    }

    /// The facts that were looked up.
    pub fn known(&self) -> &flow::Facts {
        &self.known
    }

    /// Does an act, writes what it brought about, and lets the program do what falls due with it.
    pub async fn go(mut self, tx: &mut Tx, by: &Actor, request: &Request) -> Result<Self> {
        let before = self.case.events.len();
        let was_open = self.is_open();
        self.step(tx, by, request).await?;
        self.falls_due(tx).await?;
        self.settle(tx, before).await?;
        follow::follow_on(tx, &self, was_open, by).await?;
        Ok(self)
    }

    /// What the clock alone brings about today: a publicity that ran quietly is taken down, a
    /// limit that has passed takes its outcome, lamps that turned are told. Twice is as once.
    pub async fn tick(mut self, tx: &mut Tx) -> Result<Self> {
        let before = self.case.events.len();
        let was_open = self.is_open();
        self.falls_due(tx).await?;
        self.settle(tx, before).await?;
        follow::follow_on(tx, &self, was_open, &Actor::System).await?;
        Ok(self)
    }

    fn is_open(&self) -> bool {
        State::of(&self.case).closed.is_none()
    }

    async fn falls_due(&mut self, tx: &mut Tx) -> Result<()> {
        let now = tx.floor().now();
        for _ in 0..8 {
            let due = self.bureau.desk().due(&self.case, &self.known, now);
            let Some(act) = due.into_iter().next() else {
                break;
            };
            self.step(tx, &Actor::System, &act.into()).await?;
        }
        Ok(())
    }

    /// Writes the events after a place, the columns that lists read, and who is told.
    async fn settle(&mut self, tx: &mut Tx, before: usize) -> Result<()> {
        let now = tx.floor().now();
        let fresh: Vec<Event> = self.case.events[before..].to_vec();
        Summary::of(&self.bureau, &self.case, now)
            .write(tx, &self.row)
            .await?;
        notice::tell(tx, self).await?;
        if fresh.is_empty() {
            return Ok(());
        }
        store::append(tx, self.row.id, &fresh).await?;
        let after = store::recorded(tx.conn(), self.row.id).await?;
        tx.record(Change::updated(
            NOUN,
            self.row.id,
            &self.row.division,
            &json!({"events": before}),
            &after,
        ));
        self.row.events = i32::try_from(self.case.events.len()).map_err(Problem::internal)?;
        Ok(())
    }

    async fn step(&mut self, tx: &mut Tx, by: &Actor, request: &Request) -> Result<()> {
        let now = tx.floor().now();
        let earlier = State::of(&self.case);
        let events = self
            .bureau
            .desk()
            .act(&self.case, request, by, &self.known, now)
            .map_err(|refusal| refused(&refusal))?;
        self.case.events.extend(events);
        let state = State::of(&self.case);
        if self.row.number.is_none() && (state.accepted.is_some() || state.result.is_some()) {
            self.row.number = Some(number(tx, &self.row).await?);
        }
        effect::follow(tx, self, &earlier, &state, by).await
    }

    /// The case as its page shows it.
    pub async fn answer(&self, tx: &Tx, ctx: &Ctx) -> Result<answer::CaseAnswer> {
        answer::of(ctx, tx.conn(), self).await
    }
}

/// The receipt number: area, year and a gap-free serial, allotted when the case is
/// accepted or, where aid comes first, when it is decided.
async fn number(tx: &mut Tx, row: &Row) -> Result<String> {
    let area = row
        .division
        .at(kernel::DivisionLevel::Township)
        .unwrap_or(row.division);
    let year = tx.floor().today().year();
    let serial = tx.serial(area.short(), "case", year).await?;
    Ok(format!("{}-SL-{year}-{serial:05}", area.short()))
}
