//! What a citizen hands in, and in which states it stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::codes::CodeList as _;
use kernel::{Bilingual as _, IdNumber, codes::Relation, text::normalise_name};
use platform::{Problem, Result};
use serde::{Deserialize, Serialize};

use crate::problems::{INCOMPLETE, STATE};

/// More people do not live together.
const MEMBERS_MAX: usize = 30;
/// The longest text a citizen may write at one place, in characters.
const TEXT_MAX: usize = 2_000;

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubmissionStatus {
    /// Being written.
    Draft,
    /// Handed in; waits for a clerk.
    Submitted,
    /// Given back once, with everything that is missing (一次性告知).
    Returned,
    /// Taken over into a case.
    Taken,
    /// Taken back by the citizen.
    Withdrawn,
}

impl SubmissionStatus {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Taken => "taken",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// From its stored word.
    ///
    /// # Errors
    /// When the word is none of them.
    pub fn parse(word: &str) -> Result<Self> {
        [
            Self::Draft,
            Self::Submitted,
            Self::Returned,
            Self::Taken,
            Self::Withdrawn,
        ]
        .into_iter()
        .find(|s| s.as_str() == word)
        .ok_or_else(|| Problem::internal("a submission in an unknown state"))
    }

    /// The state after a step.
    ///
    /// # Errors
    /// `intake.submission.state` where the step is not possible.
    pub fn after(self, step: Step) -> Result<Self> {
        use SubmissionStatus as S;
        match (self, step) {
            (S::Draft | S::Returned, Step::Save) => Ok(self),
            (S::Draft | S::Returned, Step::Submit) => Ok(S::Submitted),
            (S::Draft | S::Returned | S::Submitted, Step::Withdraw) => Ok(S::Withdrawn),
            (S::Submitted, Step::Return) => Ok(S::Returned),
            (S::Submitted, Step::Take) => Ok(S::Taken),
            _ => Err(Problem::new(&STATE)),
        }
    }
}

/// What may be done with a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The citizen writes on.
    Save,
    /// The citizen hands it in.
    Submit,
    /// The citizen takes it back.
    Withdraw,
    /// A clerk gives it back with what is missing.
    Return,
    /// A clerk takes it over.
    Take,
}

/// Somebody of the family, as a citizen names one.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SubmittedRelative)]
pub struct Relative {
    /// Name.
    pub name: String,
    /// 公民身份号码; may be missing for newborns and people without registration.
    pub id_number: Option<String>,
    /// Birth date, where there is no number.
    pub birth: Option<NaiveDate>,
    /// Relation to the head, GB/T 4761.
    pub relation: String,
    /// What ails the person, in the family's own words.
    pub health: String,
}

/// Who writes for somebody else, and by what right.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SubmissionHelper)]
pub struct Helper {
    /// child, relative, neighbour, village_worker, other.
    pub relation: String,
    /// The family knows and agrees.
    pub agreed: bool,
}

/// The authorisation to ask other departments and banks (民发〔2021〕57号 第十七条).
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SubmissionAuthorisation)]
pub struct Authorisation {
    /// The text was read and agreed to.
    pub agreed: bool,
    /// Who signed on the screen; the drawing is a photograph of kind `signature`.
    pub signed_by: String,
}

/// Everything that a citizen writes down. A draft may be empty; [`Content::complete`] says what
/// is missing before it can be handed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SubmissionContent)]
pub struct Content {
    /// For whom: nobody here means oneself.
    pub helper: Option<Helper>,
    /// Where the family lives.
    pub address: String,
    /// A telephone at which the family can be reached.
    pub phone: String,
    /// The family, the head first (户主).
    pub members: Vec<Relative>,
    /// What happened and what is needed, in the family's own words.
    pub statement: String,
    /// Answers to the questions about income and property, by vocabulary name, as written.
    pub answers: BTreeMap<String, String>,
    /// The authorisation.
    pub authorisation: Authorisation,
}

impl Content {
    /// Refuses what is too long to be kept, whoever wrote it.
    ///
    /// # Errors
    /// `platform.invalid` with the fields at fault.
    pub fn bounded(&self) -> Result<()> {
        let mut problem = Problem::invalid();
        let long = |text: &str| text.chars().count() > TEXT_MAX;
        let texts = [
            ("/content/address", &self.address),
            ("/content/phone", &self.phone),
            ("/content/statement", &self.statement),
            (
                "/content/authorisation/signed_by",
                &self.authorisation.signed_by,
            ),
        ];
        for (pointer, text) in texts {
            if long(text) {
                problem = problem.field(
                    pointer,
                    format!("不超过{TEXT_MAX}字"),
                    format!("At most {TEXT_MAX} characters."),
                );
            }
        }
        let wordy = |m: &Relative| {
            [&m.name, &m.relation, &m.health]
                .into_iter()
                .any(|t| long(t))
        };
        if self.members.len() > MEMBERS_MAX || self.members.iter().any(wordy) {
            problem = problem.field(
                "/content/members",
                format!("家庭成员不超过{MEMBERS_MAX}人，每项不超过{TEXT_MAX}字"),
                format!("At most {MEMBERS_MAX} members, {TEXT_MAX} characters each."),
            );
        }
        let many = self.answers.len() > 60;
        if many
            || self
                .answers
                .iter()
                .any(|(name, text)| long(name) || long(text))
        {
            problem = problem.field(
                "/content/answers",
                "填写内容过多",
                "There are too many answers, or one is too long.",
            );
        }
        problem.check()
    }

    /// Whether everything is there that a clerk needs to begin.
    ///
    /// # Errors
    /// `intake.submission.incomplete`, naming each field.
    pub fn complete(&self, signature: bool) -> Result<()> {
        let mut problem = Problem::new(&INCOMPLETE);
        let mut lacks = |pointer: String, zh: &str, en: &str| {
            let taken = std::mem::replace(&mut problem, Problem::new(&INCOMPLETE));
            problem = taken.field(pointer, zh, en);
        };
        if self.members.is_empty() {
            lacks(
                "/content/members".to_owned(),
                "请填写家庭成员",
                "Name the members of the family.",
            );
        }
        for (i, member) in self.members.iter().enumerate() {
            let at = |field: &str| format!("/content/members/{i}/{field}");
            if normalise_name(&member.name).is_empty() {
                lacks(at("name"), "请填写姓名", "Give the name.");
            }
            if Relation::parse(member.relation.trim()).is_err() {
                lacks(
                    at("relation"),
                    "请选择与户主关系",
                    "Choose the relation to the head.",
                );
            }
            match member
                .id_number
                .as_deref()
                .map(str::trim)
                .filter(|n| !n.is_empty())
            {
                Some(number) => {
                    if let Err(fault) = IdNumber::parse(number) {
                        lacks(at("id_number"), &fault.zh(), &fault.en());
                    }
                }
                None if member.birth.is_none() => lacks(
                    at("birth"),
                    "没有身份证号的请填写出生日期",
                    "Give the birth date where there is no identity number.",
                ),
                None => {}
            }
        }
        if self.address.trim().is_empty() {
            lacks(
                "/content/address".to_owned(),
                "请填写住址",
                "Give the address.",
            );
        }
        if self.phone.trim().is_empty() {
            lacks(
                "/content/phone".to_owned(),
                "请填写联系电话",
                "Give a telephone number.",
            );
        }
        if self.statement.trim().is_empty() {
            lacks(
                "/content/statement".to_owned(),
                "请写明家里遇到的困难",
                "Say what the family's difficulty is.",
            );
        }
        if self.helper.as_ref().is_some_and(|h| !h.agreed) {
            lacks(
                "/content/helper/agreed".to_owned(),
                "代为申请须经本人或其家庭同意",
                "Whoever applies for others needs their consent.",
            );
        }
        if !(self.authorisation.agreed && signature) {
            lacks(
                "/content/authorisation".to_owned(),
                "请阅读并手写签署核对授权书",
                "Read the authorisation and sign it by hand.",
            );
        }
        problem.check()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_all_at_once() {
        let faults = Content::default().complete(false).unwrap_err();
        let pointers: Vec<&str> = faults.faults().iter().map(|f| f.pointer.as_ref()).collect();
        assert_eq!(
            pointers,
            [
                "/content/members",
                "/content/address",
                "/content/phone",
                "/content/statement",
                "/content/authorisation"
            ]
        );
    }

    #[test]
    fn a_step_that_the_state_lacks_is_refused() {
        use SubmissionStatus as S;
        let all = [S::Draft, S::Submitted, S::Returned, S::Taken, S::Withdrawn];
        let steps = [
            Step::Save,
            Step::Submit,
            Step::Withdraw,
            Step::Return,
            Step::Take,
        ];
        let possible = all
            .iter()
            .flat_map(|s| steps.iter().map(move |step| (*s, *step)))
            .filter(|(s, step)| s.after(*step).is_ok())
            .count();
        assert_eq!(possible, 9);
        assert!(
            S::Taken.after(Step::Withdraw).is_err(),
            "the case has it now"
        );
        assert!(
            S::Returned.after(Step::Take).is_err(),
            "it waits for the citizen"
        );
    }
}
