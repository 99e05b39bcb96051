//! What each act needs beside the finishing of a step: papers, signatures, lists, the clock.

use super::clock::Due;
use super::may::{About, not_party, party, subjects};
use super::refusal::{Refusal, RefusalKind as Kind};
use super::state::{Posting, Status, StepState};
use super::{Desk, day};
use crate::model::case::{Actor, Capacity, Case, PaperState, Signer};
use crate::model::{Per, SignBy, Step};
use chrono::NaiveDate;
use kernel::calendar::publicity_end;

impl Desk<'_> {
    pub(super) fn paper(
        &self,
        key: &str,
        subject: &Option<String>,
        given: PaperState,
        reason: Option<&str>,
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let paper = self.procedure.paper(key);
        let paper = paper.ok_or_else(|| Refusal::unknown(("材料", "paper"), key))?;
        // A paper that was promised may come in whatever step is open.
        let owed = about
            .state
            .papers
            .get(&(key.to_owned(), subject.clone()))
            .is_some_and(|p| p.state == PaperState::Promised);
        let open = self.procedure.steps.iter().filter(|s| {
            about.state.status(&s.key) == Status::Open
                && (owed || s.papers.iter().any(|p| p == key))
        });
        let may = open
            .map(|step| self.works_at(step, actor, about))
            .reduce(Result::or);
        may.unwrap_or_else(|| Err(not_open()))?;
        of_case(about.case, paper.per, subject)?;
        match given {
            PaperState::Promised if paper.later.is_none() => Err(Refusal::new(
                Kind::PapersMissing,
                "这份材料不能后补",
                "this paper cannot be handed in later",
            )
            .missing(vec![key.to_owned()])),
            PaperState::Waived if reason.is_none_or(|r| r.trim().is_empty()) => {
                Err(reason_missing())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn sign(
        &self,
        step: &Step,
        now: &StepState,
        slot: &str,
        by: Option<&str>,
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let found = step.signatures.iter().find(|s| s.key == slot);
        let slot = found.ok_or_else(|| Refusal::unknown(("签字栏", "signature"), slot))?;
        let signer = match (&slot.by, by) {
            (SignBy::Officer(roles), None) => {
                self.holds_role(roles, actor, about)?;
                self.another(step, actor, about.state)?;
                Signer::Officer(actor.name().to_owned())
            }
            (SignBy::Family, Some(person)) => {
                match actor {
                    // Through the portal everybody signs for himself.
                    Actor::Party(own) if own != person => return Err(not_party()),
                    _ => self.works_at(step, actor, about)?,
                }
                if !party(about.case, person, |c| c != Capacity::Supporter) {
                    return Err(not_party());
                }
                Signer::Party(person.to_owned())
            }
            (SignBy::Officer(_), Some(_)) => {
                return Err(Refusal::new(
                    Kind::WrongRole,
                    "须由工作人员本人签字",
                    "an officer has to sign in person",
                ));
            }
            (SignBy::Family, None) => return Err(not_party()),
        };
        if !step.forms.is_empty() && now.filed.is_empty() {
            return Err(Refusal::new(
                Kind::NothingToSign,
                "请先填写表格再签字",
                "fill in the form before it is signed",
            ));
        }
        let given = now.signatures.iter().filter(|s| s.slot == slot.key).count();
        let again = now.signatures.iter().any(|s| s.signer == signer);
        if again || given >= slot.count as usize {
            return Err(Refusal::new(
                Kind::Signed,
                "此人已经签过，或此栏已签满",
                "this person has signed already, or all have signed",
            ));
        }
        Ok(())
    }

    pub(super) fn post(
        &self,
        step: &Step,
        now: &StepState,
        place: &str,
        on: NaiveDate,
        proof: bool,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let Some(publicity) = &step.publicity else {
            return Err(Refusal::unknown(("公示", "publicity"), &step.key));
        };
        not_future(on, about.today)?;
        if now.opened.is_some_and(|opened| on < day(opened)) {
            return Err(Refusal::new(
                Kind::BackDated,
                "张贴日期早于本环节开始之日，不能倒签",
                "the list cannot have been put up before the step opened",
            ));
        }
        if place != publicity.place {
            return Err(Refusal::new(
                Kind::WrongPlace,
                "公示地点不符合规定",
                "this is not where the list has to be put up",
            ));
        }
        if publicity.photo && !proof {
            return Err(Refusal::new(
                Kind::ProofMissing,
                "请上传张贴照片",
                "add a photo of the list as it hangs",
            ));
        }
        let cut_short = |p: &Posting| {
            p.down
                .is_some_and(|down| down <= publicity_end(p.on, publicity.days))
        };
        match &now.posting {
            Some(posting) if !cut_short(posting) || posting.objected.is_some() => Err(
                Refusal::new(Kind::Posted, "已经公示", "the list is up already"),
            ),
            // Hung anew, it hangs from the day after it came down at the earliest.
            Some(posting) if posting.down.is_some_and(|down| on < down) => Err(Refusal::new(
                Kind::BackDated,
                "重新张贴日期早于撤下日期",
                "the list cannot be put up again before it was taken down",
            )),
            _ => Ok(()),
        }
    }

    pub(super) fn posted(
        &self,
        step: &Step,
        now: &StepState,
        on: NaiveDate,
        objection: bool,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let (Some(publicity), Some(posting)) = (&step.publicity, &now.posting) else {
            return Err(Refusal::new(
                Kind::NotPosted,
                "还没有公示",
                "the list has not been put up yet",
            ));
        };
        not_future(on, about.today)?;
        if on < posting.on {
            return Err(Refusal::new(
                Kind::BackDated,
                "日期早于张贴之日",
                "this day lies before the list was put up",
            ));
        }
        let over = if objection {
            on > publicity_end(posting.on, publicity.days) || posting.down.is_some_and(|d| on > d)
        } else {
            posting.down.is_some()
        };
        if over {
            return Err(Refusal::new(
                Kind::PublicityOver,
                "公示已结束；期满后的反映按投诉举报处理",
                "the publicity is over; what comes in later is handled as a complaint",
            ));
        }
        Ok(())
    }

    pub(super) fn extend(
        &self,
        key: &str,
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let found = self.procedure.extensions.iter().find(|e| e.key == key);
        let found = found.ok_or_else(|| Refusal::unknown(("延长事由", "reason to extend"), key))?;
        self.permitted(&found.who, actor, about)?;
        let running = about
            .state
            .totals
            .iter()
            .find(|t| t.total == found.total && t.met.is_none() && t.extended.is_none());
        if running.is_none() {
            return Err(Refusal::new(
                Kind::NothingToExtend,
                "没有正在计算的期限，或已经延长过",
                "no limit runs that could be longer, or it is longer already",
            ));
        }
        let clock = self.clock_of(about.case, about.state, about.today);
        let passed = clock
            .deadlines
            .iter()
            .find(|d| d.step.is_none() && d.key == found.total)
            .is_some_and(|d| matches!(d.due, Due::On(on) if on < about.today));
        if passed {
            return Err(Refusal::new(
                Kind::TooLate,
                "期限已过，不能再延长",
                "the limit has passed and cannot be longer any more",
            ));
        }
        found.needs.as_ref().map_or(Ok(()), |n| self.need(n, about))
    }

    pub(super) fn pause(&self, key: &str, actor: &Actor, about: &About<'_>) -> Result<(), Refusal> {
        let found = self.procedure.pauses.iter().find(|p| p.key == key);
        let found = found.ok_or_else(|| Refusal::unknown(("中止事由", "reason to pause"), key))?;
        self.permitted(&found.who, actor, about)?;
        let open = |s: &String| about.state.status(s) == Status::Open;
        if !found.during.is_empty() && !found.during.iter().any(open) {
            return Err(not_open());
        }
        let runs = about.state.totals.iter().any(|t| t.met.is_none());
        if about.state.standing().is_some() || !runs {
            return Err(Refusal::new(
                Kind::ClockStands,
                "期限已经中止，或没有正在计算的期限",
                "the clock stands already, or no limit runs",
            ));
        }
        Ok(())
    }

    pub(super) fn resume(&self, actor: &Actor, about: &About<'_>) -> Result<(), Refusal> {
        let Some(standing) = about.state.standing() else {
            return Err(Refusal::new(
                Kind::ClockStands,
                "期限没有中止",
                "the clock does not stand",
            ));
        };
        let mut reasons = self.procedure.pauses.iter();
        match reasons.find(|p| p.key == standing.reason) {
            Some(reason) => self.permitted(&reason.who, actor, about),
            None => Err(Refusal::unknown(
                ("中止事由", "reason to pause"),
                &standing.reason,
            )),
        }
    }
}

/// A form or paper names a person of the case exactly where it is needed for each.
pub(super) fn of_case(case: &Case, per: Per, subject: &Option<String>) -> Result<(), Refusal> {
    if subjects(case, per).contains(subject) {
        return Ok(());
    }
    Err(Refusal::new(
        Kind::Subject,
        "请指明本案中的哪一个人；按户填写的不指明个人",
        "name a person of the case; for the whole family name nobody",
    ))
}

pub(super) fn not_open() -> Refusal {
    Refusal::new(
        Kind::NotOpen,
        "此环节现在不能办理：尚未开始或已经办结",
        "this step is not open: it has not begun, or it is done",
    )
}

pub(super) fn reason_missing() -> Refusal {
    Refusal::new(Kind::ReasonMissing, "请写明理由", "give a reason")
}

pub(super) fn not_future(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on <= today {
        return Ok(());
    }
    Err(Refusal::new(
        Kind::Future,
        "日期还没有到",
        "this day has not come yet",
    ))
}
