//! What follows from an act. The question and the deed share one way, so that they cannot differ.

use super::checks::{not_open, of_case, reason_missing};
use super::may::{About, wrong_fact};
use super::refusal::{Refusal, RefusalKind as Kind};
use super::state::{State, Status, StepState};
use super::{Desk, road_ahead};
use crate::conditions::Facts;
use crate::model::case::{Act, Actor, Case, Event, Opening, Request, What};
use crate::model::{AfterPublicity, Condition, Outcome, Step, Timeout};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::calendar::publicity_end;
use serde_json::{Map, Value as Json};

/// A limit that has passed, and what the text says is to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// Key of the limit.
    pub limit: String,
    /// The step, where it is a step's.
    pub step: Option<String>,
    /// What is to happen.
    pub timeout: Timeout,
}

impl Desk<'_> {
    /// Opens a case at its first steps.
    ///
    /// # Errors
    /// Where it is not for this procedure and rule set, or the actor may not act at its first step.
    pub fn open(
        &self,
        opening: Opening,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Result<Case, Refusal> {
        let case = Case {
            opening: opening.clone(),
            events: Vec::new(),
        };
        let state = State::default();
        let about = About::new(&case, &state, facts, now);
        let first = self.procedure.steps.iter().filter(|s| s.first);
        let may = first
            .map(|step| self.permitted(&step.who, actor, &about))
            .reduce(Result::or);
        may.unwrap_or(Ok(()))?;
        self.begin(opening, actor, now)
    }

    /// Opens the case that follows from an outcome of another one, which says that it does:
    /// whoever took that outcome need not be one who acts at the first step here.
    ///
    /// # Errors
    /// Where it is not for this procedure and rule set.
    pub fn begin(
        &self,
        opening: Opening,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Case, Refusal> {
        let mut case = Case {
            opening,
            events: Vec::new(),
        };
        self.same(&case)?;
        self.covers(super::day(now))?;
        let first = self.procedure.steps.iter().filter(|s| s.first);
        let opened = first.map(|step| What::Opened {
            step: step.key.clone(),
        });
        // Where no outcome accepts it, a case is accepted by being opened.
        let accepted = (!self.procedure.accepts_later()).then_some(What::Accepted);
        let what = opened.chain(accepted).collect();
        case.events = number(&case, actor, now, what);
        Ok(case)
    }

    /// Whether something may be done.
    ///
    /// # Errors
    /// Why not.
    pub fn may(
        &self,
        case: &Case,
        request: &Request,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        self.plan(case, request, actor, facts, now).map(|_| ())
    }

    /// Does it: the events to append to the case.
    ///
    /// # Errors
    /// As [`Desk::may`], and then nothing happened.
    pub fn act(
        &self,
        case: &Case,
        request: &Request,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Result<Vec<Event>, Refusal> {
        let what = self.plan(case, request, actor, facts, now)?;
        Ok(number(case, actor, now, what))
    }

    /// Limits that have passed and for which the text says what is to happen.
    pub fn overdue(&self, case: &Case, now: DateTime<Utc>) -> Vec<Overdue> {
        let clock = self.clock(case, now);
        let closed = State::of(case).closed.is_some();
        let passed = clock
            .deadlines
            .into_iter()
            .filter(|d| !closed && d.met.is_none() && d.left.is_some_and(|left| left < 0));
        passed
            .filter_map(|d| {
                Some(Overdue {
                    limit: d.key,
                    step: d.step,
                    timeout: d.timeout?,
                })
            })
            .collect()
    }

    /// What the program itself may do now: end a publicity that ran quietly, take the outcome of
    /// a limit that has passed, and those that the procedure leaves to it once what they need
    /// holds.
    pub fn due(&self, case: &Case, facts: &Facts, now: DateTime<Utc>) -> Vec<Act> {
        let steps = self.procedure.steps.iter();
        let acts = steps.flat_map(|step| {
            step.outcomes.iter().filter_map(|outcome| {
                let quiet = outcome.after == AfterPublicity::Quiet;
                let late = step.limit.as_ref().is_some_and(|l| {
                    l.timeout.as_ref() == Some(&Timeout::Outcome(outcome.key.clone()))
                });
                (quiet || late || outcome.automatic).then(|| Act::Finish {
                    step: step.key.clone(),
                    outcome: outcome.key.clone(),
                    reason: outcome.reason.then(|| "期限届满".to_owned()),
                    facts: Map::new(),
                })
            })
        });
        acts.filter(|act| {
            let request = Request::from(act.clone());
            self.may(case, &request, &Actor::System, facts, now).is_ok()
        })
        .collect()
    }

    /// The day of acceptance decides which rule set a case keeps.
    fn covers(&self, on: NaiveDate) -> Result<(), Refusal> {
        if self.procedure.covers(on) {
            return Ok(());
        }
        Err(Refusal::new(
            Kind::RulesChanged,
            "受理之日适用另一版规则，请按当日规则重新登记后受理",
            "another rule set holds on the day of acceptance; enter the case anew under it",
        ))
    }

    fn same(&self, case: &Case) -> Result<(), Refusal> {
        let opening = &case.opening;
        if opening.procedure == self.procedure.key && opening.rules == self.procedure.rules {
            return Ok(());
        }
        Err(Refusal::new(
            Kind::OtherProcedure,
            "案件适用另一程序或另一版规则",
            "the case follows another procedure or rule set",
        ))
    }

    fn plan(
        &self,
        case: &Case,
        request: &Request,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Result<Vec<What>, Refusal> {
        self.same(case)?;
        let state = State::of(case);
        if state.closed.is_some() {
            return Err(Refusal::new(
                Kind::Closed,
                "案件已办结，不能再办理",
                "the case is closed",
            ));
        }
        if request
            .seen
            .is_some_and(|seen| seen as usize != case.events.len())
        {
            return Err(Refusal::new(
                Kind::Stale,
                "案件刚被更新，请刷新后再办理",
                "the case has just changed; load it again",
            ));
        }
        if state.last.is_some_and(|last| now < last) {
            return Err(Refusal::new(
                Kind::BackDated,
                "办理时间早于已有记录，不能倒签",
                "this would be dated before what already happened",
            ));
        }
        // What was decided in the case goes before what others say of it.
        let mut known = facts.clone();
        for (name, value) in &state.facts {
            known.insert(name.clone(), value.clone());
        }
        let about = About::new(case, &state, &known, now);
        let act = &request.act;
        let acted = What::Acted { did: act.clone() };
        match act {
            Act::Finish {
                step,
                outcome,
                reason,
                facts,
            } => {
                let (step, now_at) = self.open_step(step, &state)?;
                let outcome = step
                    .outcome(outcome)
                    .ok_or_else(|| Refusal::unknown(("办理结果", "outcome"), outcome))?;
                return self.finish(
                    Finishing {
                        step,
                        now: now_at,
                        outcome,
                        reason: reason.as_deref(),
                        facts,
                    },
                    acted,
                    actor,
                    &about,
                );
            }
            Act::File {
                step,
                form,
                subject,
                ..
            } => {
                let (step, now_at) = self.open_step(step, &state)?;
                let need = step.forms.iter().find(|f| f.form == *form);
                let need = need.ok_or_else(|| Refusal::unknown(("表格", "form"), form))?;
                self.works_at(step, actor, &about)?;
                self.another(step, actor, &state)?;
                self.handler(now_at, actor)?;
                of_case(case, need.per, subject)?;
            }
            Act::Paper {
                paper,
                subject,
                state: given,
                reason,
            } => self.paper(paper, subject, *given, reason.as_deref(), actor, &about)?,
            Act::Sign { step, slot, party } => {
                let (step, now_at) = self.open_step(step, &state)?;
                self.sign(step, now_at, slot, party.as_deref(), actor, &about)?;
            }
            Act::Post {
                step,
                place,
                on,
                proof,
            } => {
                let (step, now_at) = self.open_step(step, &state)?;
                self.works_at(step, actor, &about)?;
                self.handler(now_at, actor)?;
                self.post(step, now_at, place, *on, proof.is_some(), &about)?;
            }
            Act::Object { step, on } | Act::TakeDown { step, on } => {
                let (step, now_at) = self.open_step(step, &state)?;
                self.works_at(step, actor, &about)?;
                self.posted(step, now_at, *on, matches!(act, Act::Object { .. }), &about)?;
            }
            Act::Extend { reason } => self.extend(reason, actor, &about)?,
            Act::Pause { reason } => self.pause(reason, actor, &about)?,
            Act::Resume => self.resume(actor, &about)?,
            Act::Leave { way, reason } => {
                let found = self.procedure.anywhere.iter().find(|w| w.key == *way);
                let way = found.ok_or_else(|| Refusal::unknown(("办理方式", "way out"), way))?;
                self.permitted(&way.who, actor, &about)?;
                let here = way.during.is_empty()
                    || way.during.iter().any(|s| state.status(s) == Status::Open);
                if !here {
                    return Err(not_open());
                }
                if reason.trim().is_empty() {
                    return Err(reason_missing());
                }
                for need in &way.needs {
                    self.need(need, &about)?;
                }
                let mut what = vec![acted];
                what.extend(way.documents.iter().map(|d| What::Document {
                    document: d.clone(),
                }));
                what.push(What::Decided {
                    result: way.result.clone(),
                });
                what.push(What::Closed {
                    result: way.result.clone(),
                });
                return Ok(what);
            }
            Act::HandOver { step, to } => {
                let (step, _) = self.open_step(step, &state)?;
                // Whoever works on such cases here may put a step into other hands: the one who
                // takes it still has to be one who may act.
                let works = |s: &Step| self.permitted(&s.who, actor, &about).is_ok();
                if !self.procedure.steps.iter().any(works) {
                    self.permitted(&step.who, actor, &about)?;
                }
                if to.trim().is_empty() {
                    return Err(Refusal::unknown(("经办人", "officer"), to));
                }
            }
        }
        Ok(vec![acted])
    }

    fn open_step<'s>(
        &'s self,
        key: &str,
        state: &'s State,
    ) -> Result<(&'s Step, &'s StepState), Refusal> {
        let step = self.procedure.step(key);
        let step = step.ok_or_else(|| Refusal::unknown(("环节", "step"), key))?;
        match state.steps.get(key) {
            Some(now) if now.status == Status::Open => Ok((step, now)),
            _ => Err(not_open()),
        }
    }

    fn finish(
        &self,
        doing: Finishing<'_>,
        acted: What,
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<Vec<What>, Refusal> {
        let Finishing {
            step,
            now,
            outcome,
            reason,
            facts,
        } = doing;
        self.permitted(&step.who, actor, about)?;
        self.another(step, actor, about.state)?;
        self.handler(now, actor)?;
        if *actor == Actor::System {
            self.in_time(step, outcome, about)?;
        }
        let key = (step.key.clone(), outcome.key.clone());
        if outcome.once && about.state.taken.contains(&key) {
            return Err(Refusal::new(
                Kind::Once,
                "已经办理过一次，不得重复",
                "this was done already and may be done once only",
            ));
        }
        if outcome.reason && reason.is_none_or(|r| r.trim().is_empty()) {
            return Err(reason_missing());
        }
        if outcome.accepts {
            self.covers(about.today)?;
        }
        if !outcome.light {
            self.complete(step, now, about)?;
        }
        self.heard(step, now, outcome, about)?;
        // What rests on none of the facts that are asked for is refused before anybody states them.
        let asked = |need: &&Condition| outcome.asks.iter().any(|a| need.formula.contains(a));
        let (after, before): (Vec<_>, Vec<_>) = outcome.needs.iter().partition(asked);
        for need in before {
            self.need(need, about)?;
        }
        // Asked last, so that an outcome that only wants its facts stated can be told apart.
        let stated = self.stated(outcome, facts)?;
        let mut known = about.facts.clone();
        known.extend(stated.clone());
        let about = &About {
            facts: &known,
            ..*about
        };
        for need in after {
            self.need(need, about)?;
        }
        if outcome.closes && !outcome.light {
            self.owed(about)?;
        }
        self.consequences(step, outcome, stated, acted, about)
    }

    fn consequences(
        &self,
        step: &Step,
        outcome: &Outcome,
        mut set: Facts,
        acted: What,
        about: &About<'_>,
    ) -> Result<Vec<What>, Refusal> {
        let mut what = vec![acted];
        set.extend(outcome.sets.iter().cloned());
        let mut known = about.facts.clone();
        known.extend(set.clone());
        if !set.is_empty() {
            what.push(What::Facts { facts: set });
        }
        what.extend(outcome.accepts.then_some(What::Accepted));
        let delegated = self.delegated(about.case, about.today);
        what.extend(outcome.starts.iter().map(|total| What::Started {
            total: total.clone(),
            delegated,
        }));
        what.extend(outcome.stops.iter().map(|total| What::Stopped {
            total: total.clone(),
        }));
        what.extend(outcome.documents.iter().map(|document| What::Document {
            document: document.clone(),
        }));
        if let Some(result) = &outcome.result {
            what.push(What::Decided {
                result: result.clone(),
            });
        }
        what.extend(outcome.follows.iter().map(|procedure| What::Follows {
            procedure: procedure.clone(),
        }));
        if !outcome.stays {
            what.push(What::Finished {
                step: step.key.clone(),
                outcome: outcome.key.clone(),
            });
        }
        let mut statuses = about.state.clone();
        if !outcome.stays {
            statuses.steps.entry(step.key.clone()).or_default().status = Status::Done;
        }
        for again in &outcome.reopens {
            for behind in road_ahead(self.procedure, again) {
                let gone = statuses.status(&behind) != Status::Ahead;
                if gone {
                    statuses.steps.entry(behind.clone()).or_default().status = Status::Ahead;
                    what.push(What::Undone { step: behind });
                }
            }
            statuses.steps.entry(again.clone()).or_default().status = Status::Open;
            what.push(What::Reopened {
                step: again.clone(),
            });
        }
        // Facts that are set now already count for what opens.
        let after = About {
            facts: &known,
            ..*about
        };
        let mut todo: Vec<String> = outcome.opens.iter().rev().cloned().collect();
        while let Some(key) = todo.pop() {
            let Some(target) = self.procedure.step(&key) else {
                continue;
            };
            let ready = statuses.status(&key) == Status::Ahead
                && target
                    .after
                    .iter()
                    .all(|before| matches!(statuses.status(before), Status::Done | Status::Passed));
            if !ready {
                continue;
            }
            let wanted = match &target.when {
                Some(when) => self.holds(when, &after)?,
                None => true,
            };
            let entry = statuses.steps.entry(key.clone()).or_default();
            if wanted {
                entry.status = Status::Open;
                what.push(What::Opened { step: key });
            } else {
                entry.status = Status::Passed;
                todo.extend(target.otherwise.iter().rev().cloned());
                what.push(What::Passed { step: key });
            }
        }
        if outcome.closes {
            let result = outcome.result.clone().or(about.state.result.clone());
            what.push(What::Closed {
                result: result.unwrap_or_else(|| outcome.key.clone()),
            });
        }
        Ok(what)
    }

    /// The system takes the outcome of a limit only once the limit has passed.
    fn in_time(&self, step: &Step, outcome: &Outcome, about: &About<'_>) -> Result<(), Refusal> {
        let late = Timeout::Outcome(outcome.key.clone());
        let Some(limit) = step.limit.as_ref().filter(|l| l.timeout == Some(late)) else {
            return Ok(());
        };
        let clock = self.clock_of(about.case, about.state, about.today);
        let passed = clock.deadlines.iter().any(|d| {
            d.step.as_deref() == Some(&step.key)
                && d.key == limit.key
                && d.left.is_some_and(|left| left < 0)
        });
        if passed {
            return Ok(());
        }
        Err(Refusal::new(
            Kind::NotDue,
            "期限尚未届满",
            "the limit has not passed",
        ))
    }

    fn stated(&self, outcome: &Outcome, facts: &Map<String, Json>) -> Result<Facts, Refusal> {
        let absent = |name: &&String| facts.get(*name).is_none_or(Json::is_null);
        let missing: Vec<String> = outcome.asks.iter().filter(absent).cloned().collect();
        if !missing.is_empty() {
            return Err(Refusal::new(
                Kind::FactsMissing,
                format!("办理时须写明：{}", missing.join("、")),
                format!("these have to be stated: {}", missing.join(", ")),
            )
            .missing(missing));
        }
        for (name, value) in facts {
            if !outcome.asks.contains(name) {
                return Err(Refusal::unknown(
                    ("可在此填写的情况", "fact to state here"),
                    name,
                ));
            }
            if let Err((zh, en)) = self.procedure.conditions().fits(name, value) {
                return Err(wrong_fact(name, &zh, &en));
            }
        }
        Ok(facts.clone())
    }

    /// What the publicity of the step must have come to.
    fn heard(
        &self,
        step: &Step,
        now: &StepState,
        outcome: &Outcome,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let (Some(publicity), true) = (&step.publicity, outcome.after != AfterPublicity::Whatever)
        else {
            return Ok(());
        };
        let Some(posting) = &now.posting else {
            return Err(Refusal::new(
                Kind::NotPosted,
                "还没有公示",
                "the list has not been put up yet",
            ));
        };
        if outcome.after == AfterPublicity::Objected {
            return match posting.objected {
                Some(_) => Ok(()),
                None => Err(Refusal::new(
                    Kind::NotObjected,
                    "公示没有收到异议",
                    "nobody objected",
                )),
            };
        }
        if posting.objected.is_some() {
            return Err(Refusal::new(
                Kind::Objected,
                "公示收到异议，请先调查处理",
                "somebody objected; look into it first",
            ));
        }
        let end = publicity_end(posting.on, publicity.days);
        if posting.down.is_some_and(|down| down <= end) {
            return Err(Refusal::new(
                Kind::PublicityCutShort,
                format!("公示不满{}日即已撤下，须重新公示", publicity.days),
                format!(
                    "the list was taken down before its {} days were over; put it up anew",
                    publicity.days
                ),
            ));
        }
        if about.today <= end {
            return Err(Refusal::new(
                Kind::PublicityRunning,
                format!("公示至{end}止，期满后才能办理"),
                format!("the publicity runs until {end}; go on after that day"),
            ));
        }
        Ok(())
    }
}

/// A step being finished.
struct Finishing<'f> {
    step: &'f Step,
    now: &'f StepState,
    outcome: &'f Outcome,
    reason: Option<&'f str>,
    facts: &'f Map<String, Json>,
}

fn number(case: &Case, actor: &Actor, at: DateTime<Utc>, what: Vec<What>) -> Vec<Event> {
    let first = case.events.len() as u32;
    what.into_iter()
        .enumerate()
        .map(|(n, what)| Event {
            seq: first + n as u32,
            at,
            by: actor.name().to_owned(),
            what,
        })
        .collect()
}
