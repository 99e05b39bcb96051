use kernel::{Money, Month};

use super::{HouseholdKey, PersonKey, Programme, Terms};

/// What a roster says about one award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// The number of the certificate (证号), unique within the programme; the two allowances of
    /// a disabled person are one file and share a number.
    pub number: String,
    /// The household.
    pub household: HouseholdKey,
    /// Who applied: the head for dibao of a whole household, else the person concerned.
    pub holder: PersonKey,
    /// Whose account is paid into: the head, the person, or the guardian.
    pub payee: PersonKey,
    /// Who is covered, in the order of the household; one person except for dibao.
    pub covered: Vec<PersonKey>,
    /// What it is granted for.
    pub terms: Terms,
    /// The first month paid (最初享受月份).
    pub from: Month,
}

impl RosterEntry {
    /// The programme.
    pub const fn programme(&self) -> Programme {
        self.terms.programme()
    }
}

/// What changes about an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new award.
    Start(RosterEntry),
    /// The award ends; the event's month is the first one no longer paid.
    Stop,
    /// Class or tier change; the event's month is the first one paid by the new terms.
    Terms {
        /// Until now.
        before: Terms,
        /// From now on.
        after: Terms,
    },
    /// A member is covered no longer, from the event's month on.
    MemberLeft(PersonKey),
    /// A grace period (渐退期) begins with the event's month; the award stays in payment up to
    /// and including the last month and ends then by a [`Change::Stop`].
    Grace {
        /// The last month of the grace period.
        last: Month,
    },
}

labelled! {
    /// Why an award changes.
    Reason;
    Eligible, "审核确认符合条件", "found eligible";
    Death, "死亡", "death";
    IncomeAbove, "收入超过标准", "income above the standard";
    Grace, "家庭条件好转进入渐退期", "circumstances improved, grace period";
    GraceEnded, "渐退期满", "grace period ended";
    Worse, "家庭困难程度加重", "greater need";
    Better, "家庭困难程度减轻", "less need";
    AbilityLower, "自理能力下降", "ability declined";
    AbilityHigher, "自理能力改善", "ability improved";
    CardExpired, "残疾人证过期未换领", "disability certificate expired";
    DibaoEnded, "退出低保不再符合", "left dibao, no longer eligible";
    CameOfAge, "年满18周岁", "came of age";
    SupporterFound, "法定义务人恢复履行能力", "supporter able again";
    ParentReturned, "父母恢复抚养", "parent took the child back";
}

/// One change of one award, taking effect with a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The first month concerned.
    pub month: Month,
    /// The programme.
    pub programme: Programme,
    /// The number of the certificate.
    pub number: String,
    /// The household.
    pub household: HouseholdKey,
    /// What changes.
    pub change: Change,
    /// Why.
    pub reason: Reason,
}

labelled! {
    /// What a family is given temporary relief for (困难原因).
    ReliefCause;
    Illness, "疾病", "illness";
    Student, "高校大学生就学", "a student at university";
    Accident, "突发意外", "accident";
    Disaster, "自然灾害", "natural disaster";
    Hardship, "基本生活困难", "hardship";
}

/// Temporary relief: paid once. The amount is a decision and therefore part of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOff {
    /// The number of the decision's file.
    pub number: String,
    /// The month of payment.
    pub month: Month,
    /// The household.
    pub household: HouseholdKey,
    /// The members helped.
    pub persons: Vec<PersonKey>,
    /// Whose account is paid into.
    pub payee: PersonKey,
    /// The amount.
    pub amount: Money,
    /// The cause.
    pub cause: ReliefCause,
    /// 急难型 (true) or 支出型 (false).
    pub urgent: bool,
}
