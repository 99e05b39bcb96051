//! What an assessment says.

use crate::model::WayKind;
use crate::rules::assemble::ProgrammePlan;
use kernel::Money;

/// Whether somebody qualifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Verdict {
    /// Every condition is met.
    #[serde(rename = "符合")]
    Qualifies,
    /// A condition is not met, whatever else may come out.
    #[serde(rename = "不符合")]
    Fails,
    /// A fact or parameter that decides it is missing.
    #[serde(rename = "未知")]
    Unknown,
    /// The programme does not speak to them.
    #[serde(rename = "不适用")]
    NotApplicable,
    /// Would qualify, but another programme goes before.
    #[serde(rename = "让位")]
    Yields,
}

impl Verdict {
    /// The word that the assess command writes.
    pub fn zh(self) -> &'static str {
        match self {
            Verdict::Qualifies => "符合",
            Verdict::Fails => "不符合",
            Verdict::Unknown => "未知",
            Verdict::NotApplicable => "不适用",
            Verdict::Yields => "让位",
        }
    }
}

/// What came out of one programme for the household or one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed<'r> {
    /// Key of the programme.
    pub programme: &'r str,
    /// In which way; a programme without conditions has none.
    pub way: Option<WayKind>,
    /// The member, from 0; none for the household.
    pub member: Option<usize>,
    /// The verdict.
    pub verdict: Verdict,
    /// What it would pay a month, where it qualifies and everything is known.
    pub monthly: Option<Money>,
    /// What it would pay once, likewise.
    pub once: Option<Money>,
    /// Why, in Chinese and English.
    pub reasons: Vec<(String, String)>,
    /// Facts on which the verdict or the amount depends and that nobody has given.
    pub missing: Vec<String>,
    /// The clauses that decided, in the order of the text.
    pub cites: Vec<&'r str>,
    /// The members that an award would cover.
    pub covered: Vec<usize>,
}

impl<'r> Assessed<'r> {
    pub(super) fn new(
        plan: &'r ProgrammePlan,
        way: Option<WayKind>,
        member: Option<usize>,
    ) -> Self {
        Assessed {
            programme: &plan.key,
            way,
            member,
            verdict: Verdict::Unknown,
            monthly: None,
            once: None,
            reasons: Vec::new(),
            missing: Vec::new(),
            cites: Vec::new(),
            covered: member.into_iter().collect(),
        }
    }

    pub(super) fn because(&mut self, zh: impl Into<String>, en: impl Into<String>) {
        self.reasons.push((zh.into(), en.into()));
    }

    pub(super) fn cite(&mut self, cite: Option<&'r str>) {
        self.cites
            .extend(cite.filter(|c| !c.is_empty() && !self.cites.contains(c)));
    }

    pub(super) fn lacks(&mut self, (parameters, facts): (Vec<String>, Vec<String>)) {
        self.missing.extend(facts);
        for name in parameters {
            self.because(
                format!("缺少参数：{name}"),
                format!("missing parameter: {name}"),
            );
        }
    }

    pub(super) fn tidy(mut self) -> Self {
        self.missing.sort();
        self.missing.dedup();
        let mut reasons: Vec<(String, String)> = Vec::new();
        for reason in self.reasons {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        self.reasons = reasons;
        self
    }
}
