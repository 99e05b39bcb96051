//! Who may act, and whether a step has what it needs.

use super::refusal::{Refusal, RefusalKind as Kind};
use super::state::{State, StepState};
use super::{Desk, day};
use crate::conditions::{Facts, Verdict};
use crate::model::case::{Actor, Capacity, Case, PaperState};
use crate::model::{Condition, Doer, Label, Per, SignBy, Step};
use chrono::{DateTime, NaiveDate, Utc};

/// What a question is about: the case, its state, the facts, the day.
pub(super) struct About<'a> {
    pub case: &'a Case,
    pub state: &'a State,
    pub facts: &'a Facts,
    pub today: NaiveDate,
}

impl<'a> About<'a> {
    pub fn new(case: &'a Case, state: &'a State, facts: &'a Facts, now: DateTime<Utc>) -> Self {
        About {
            case,
            state,
            facts,
            today: day(now),
        }
    }
}

impl Desk<'_> {
    /// What a condition comes to.
    pub(super) fn verdict(&self, condition: &Condition, about: &About<'_>) -> Verdict {
        let own = self.own(about.case, about.state, about.today);
        self.procedure
            .conditions()
            .holds(condition, about.facts, own)
    }

    /// Whether a condition holds; where that cannot be said, why.
    pub(super) fn holds(&self, condition: &Condition, about: &About<'_>) -> Result<bool, Refusal> {
        match self.verdict(condition, about) {
            Verdict::Holds => Ok(true),
            Verdict::Fails => Ok(false),
            Verdict::Unknown(missing) => Err(Refusal::new(
                Kind::FactsMissing,
                format!("还缺少这些情况，请先填写：{}", missing.join("、")),
                format!(
                    "these facts are missing, state them first: {}",
                    missing.join(", ")
                ),
            )
            .missing(missing)),
            Verdict::NoParameter(missing) => Err(Refusal::new(
                Kind::ParameterMissing,
                format!(
                    "政策包在本地没有给出：{}；此项由地方规定，请联系政策管理员在本县政策包中设定",
                    missing.join("、")
                ),
                format!(
                    "the policy pack has no value here for {}; it is set locally, ask the policy officer to enter it",
                    missing.join(", ")
                ),
            )
            .missing(missing)),
            Verdict::Wrong(name, zh, en) => Err(wrong_fact(&name, &zh, &en)),
        }
    }

    /// Refuses where a condition does not hold.
    pub(super) fn need(&self, condition: &Condition, about: &About<'_>) -> Result<(), Refusal> {
        if self.holds(condition, about)? {
            return Ok(());
        }
        let label = condition.label.clone().unwrap_or_else(|| {
            Label::new(
                format!("须满足条件：{}", condition.formula),
                format!("this must hold: {}", condition.formula),
            )
        });
        Err(Refusal::new(Kind::NotMet, label.zh, label.en))
    }

    /// Whether one of these doers is the actor; the refusal that comes nearest otherwise.
    pub(super) fn permitted(
        &self,
        who: &[Doer],
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let mut best = Refusal::new(
            Kind::WrongRole,
            "您的角色不能办理此环节",
            "your role may not act here",
        );
        let mut rank = 0;
        for doer in who {
            match self.one(doer, actor, about) {
                Ok(()) => return Ok(()),
                Err((near, refusal)) if near > rank => (rank, best) = (near, refusal),
                Err(_) => {}
            }
        }
        Err(best)
    }

    fn one(&self, doer: &Doer, actor: &Actor, about: &About<'_>) -> Result<(), (u8, Refusal)> {
        let role = || {
            Refusal::new(
                Kind::WrongRole,
                "您的角色不能办理此环节",
                "your role may not act here",
            )
        };
        match actor {
            Actor::System if doer.role == "system" => {}
            Actor::Party(person) if doer.role == "applicant" => {
                let speaks = |c: Capacity| c != Capacity::Supporter;
                if !party(about.case, person, speaks) {
                    return Err((1, not_party()));
                }
            }
            Actor::Officer { grants, .. } => {
                let mut nearest = (0, role());
                let mut found = false;
                let opening = &about.case.opening;
                let place = match (doer.elsewhere, opening.other) {
                    (true, Some(other)) => other,
                    _ => opening.division,
                };
                for grant in grants.iter().filter(|g| g.role == doer.role) {
                    let here = grant.division.contains(&place)
                        && doer
                            .level
                            .is_none_or(|level| grant.division.level() == level);
                    if !here {
                        let refusal = Refusal::new(
                            Kind::WrongArea,
                            "此事不属于您所在机构的层级或辖区",
                            "this is not for your organisation's level or area",
                        );
                        nearest = nearest_of(nearest, (1, refusal));
                    } else if about.today < grant.from
                        || grant.to.is_some_and(|to| about.today > to)
                    {
                        let refusal = Refusal::new(
                            Kind::GrantEnded,
                            "您的授权已到期或尚未生效，请联系安全管理员",
                            "your grant has ended or has not begun; ask the security administrator",
                        );
                        nearest = nearest_of(nearest, (2, refusal));
                    } else {
                        found = true;
                    }
                }
                if !found {
                    return Err(nearest);
                }
            }
            _ => return Err((0, role())),
        }
        if doer.delegated && !self.delegated(about.case, about.today) {
            let refusal = Refusal::new(
                Kind::NotDelegated,
                "县级未将审核确认权委托给本乡镇，请报县级办理",
                "the county has not delegated the confirmation to this township; send it to the county",
            );
            return Err((3, refusal));
        }
        if let Some(condition) = &doer.when {
            self.need(condition, about)
                .map_err(|refusal| (4, refusal))?;
        }
        Ok(())
    }

    /// Refuses people of the steps whose people may not act here, and all but the named handler.
    pub(super) fn another(&self, step: &Step, actor: &Actor, state: &State) -> Result<(), Refusal> {
        let Actor::Officer { user, .. } = actor else {
            return Ok(());
        };
        for other in &step.other_than {
            let took_part = state
                .steps
                .get(other)
                .is_some_and(|s| s.people.contains(user));
            if took_part {
                let name = self.procedure.step(other).map(|s| s.label.clone());
                let name = name.unwrap_or_default();
                return Err(Refusal::new(
                    Kind::SamePerson,
                    format!("您已参与“{}”，此环节须由他人办理", name.zh),
                    format!(
                        "you took part in “{}”; somebody else has to act here",
                        name.en
                    ),
                ));
            }
        }
        Ok(())
    }

    /// Refuses all but the officer that a step was handed to.
    pub(super) fn handler(&self, now: &StepState, actor: &Actor) -> Result<(), Refusal> {
        match (&now.handler, actor) {
            (Some(handler), Actor::Officer { user, .. }) if handler != user => Err(Refusal::new(
                Kind::HandedOver,
                "此环节已移交他人办理；如需改由您办理，请先移交",
                "this step was handed to somebody else; hand it over first to act yourself",
            )),
            _ => Ok(()),
        }
    }

    /// Who may fill in and witness at a step: those who may act, and the officers who sign.
    pub(super) fn works_at(
        &self,
        step: &Step,
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let refused = match self.permitted(&step.who, actor, about) {
            Ok(()) => return Ok(()),
            Err(refusal) => refusal,
        };
        let signs = step.signatures.iter().any(|slot| match &slot.by {
            SignBy::Officer(roles) => self.holds_role(roles, actor, about).is_ok(),
            SignBy::Family => false,
        });
        if signs { Ok(()) } else { Err(refused) }
    }

    /// Whether an officer holds one of these roles over the case's division today.
    pub(super) fn holds_role(
        &self,
        roles: &[String],
        actor: &Actor,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let doers: Vec<Doer> = roles
            .iter()
            .map(|role| Doer {
                role: role.clone(),
                level: None,
                delegated: false,
                elsewhere: false,
                when: None,
                mark: crate::model::Mark::default(),
            })
            .collect();
        match actor {
            Actor::Officer { .. } => self.permitted(&doers, actor, about),
            _ => Err(Refusal::new(
                Kind::WrongRole,
                "须由工作人员本人签字",
                "an officer has to sign in person",
            )),
        }
    }

    /// Refuses where forms, papers or signatures of a step are missing.
    pub(super) fn complete(
        &self,
        step: &Step,
        now: &StepState,
        about: &About<'_>,
    ) -> Result<(), Refusal> {
        let mut missing = Vec::new();
        for need in &step.forms {
            if let Some(when) = &need.when
                && !self.holds(when, about)?
            {
                continue;
            }
            for subject in subjects(about.case, need.per) {
                if !now
                    .filed
                    .contains_key(&(need.form.clone(), subject.clone()))
                {
                    missing.push(need.form.clone());
                }
            }
        }
        if !missing.is_empty() {
            missing.dedup();
            return Err(Refusal::new(
                Kind::FormsMissing,
                "还有表格没有填完",
                "forms have not been filled in yet",
            )
            .missing(missing));
        }
        for key in &step.papers {
            let Some(paper) = self.procedure.paper(key) else {
                continue;
            };
            if let Some(when) = &paper.when
                && !self.holds(when, about)?
            {
                continue;
            }
            for subject in subjects(about.case, paper.per) {
                if !about.state.papers.contains_key(&(key.clone(), subject)) {
                    missing.push(key.clone());
                }
            }
        }
        if !missing.is_empty() {
            missing.dedup();
            return Err(papers_missing(missing));
        }
        for slot in &step.signatures {
            let given = now.signatures.iter().filter(|s| s.slot == slot.key).count();
            if given < slot.count as usize {
                missing.push(slot.key.clone());
            }
        }
        if !missing.is_empty() {
            return Err(Refusal::new(
                Kind::SignaturesMissing,
                "还有人没有签字",
                "signatures are missing",
            )
            .missing(missing));
        }
        Ok(())
    }

    /// Refuses where papers that were promised are still owed.
    pub(super) fn owed(&self, about: &About<'_>) -> Result<(), Refusal> {
        let mut owed: Vec<String> = about
            .state
            .papers
            .iter()
            .filter(|(_, now)| now.state == PaperState::Promised)
            .map(|((key, _), _)| key.clone())
            .collect();
        owed.dedup();
        if owed.is_empty() {
            return Ok(());
        }
        Err(papers_missing(owed))
    }
}

fn papers_missing(missing: Vec<String>) -> Refusal {
    Refusal::new(
        Kind::PapersMissing,
        "材料还不齐；请登记已收、后补或免交",
        "papers are missing; say whether each was given, is promised or is waived",
    )
    .missing(missing)
}

fn nearest_of(a: (u8, Refusal), b: (u8, Refusal)) -> (u8, Refusal) {
    if b.0 > a.0 { b } else { a }
}

pub(super) fn wrong_fact(name: &str, zh: &str, en: &str) -> Refusal {
    Refusal::new(
        Kind::FactWrong,
        format!("“{name}”：{zh}"),
        format!("“{name}”: {en}"),
    )
    .missing(vec![name.to_owned()])
}

pub(super) fn not_party() -> Refusal {
    Refusal::new(
        Kind::NotParty,
        "此人不是本案可在此签字或办理的当事人",
        "this person is no party of the case who may sign or act here",
    )
}

/// Whether a person stands in the case in a fitting capacity.
pub(super) fn party(case: &Case, person: &str, fits: impl Fn(Capacity) -> bool) -> bool {
    case.opening
        .parties
        .iter()
        .any(|p| p.person == person && fits(p.capacity))
}

/// The subjects for whom a form or paper is needed; one without name where it is the case's.
pub(super) fn subjects(case: &Case, per: Per) -> Vec<Option<String>> {
    let fits = |capacity: Capacity| match per {
        Per::Case => false,
        Per::Member => capacity.is_member(),
        Per::Supporter => capacity == Capacity::Supporter,
        Per::Person => capacity.is_member() || capacity == Capacity::Supporter,
    };
    if per == Per::Case {
        return vec![None];
    }
    case.opening
        .parties
        .iter()
        .filter(|p| fits(p.capacity))
        .map(|p| Some(p.person.clone()))
        .collect()
}
