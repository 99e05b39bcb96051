use kernel::{Money, Month};

use crate::model::{CareTier, DibaoClass, Reason, ReliefCause, Revitalisation, SupportMode};

/// The month of the opening roster, and month nought of the year told; the months of the
/// year are 1 (2022-01) to 10 (2022-10).
pub(crate) const OPENING: &str = "2021-12";

/// From when to when something is paid, in months of the year told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    /// The first month paid; none where it is in the opening roster.
    pub from: Option<u8>,
    /// The last month paid; none where it is still paid in October.
    pub last: Option<u8>,
}

impl Span {
    pub(crate) const ALWAYS: Span = Span {
        from: None,
        last: None,
    };

    pub(crate) const fn entering(at: u8) -> Span {
        Span {
            from: Some(at),
            last: None,
        }
    }

    pub(crate) const fn leaving(last: u8) -> Span {
        Span {
            from: None,
            last: Some(last),
        }
    }

    /// Whether the span covers October.
    pub(crate) const fn is_current(self) -> bool {
        self.last.is_none()
    }
}

/// What happens to a dibao award within the year, beside entry and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Course {
    /// Nothing.
    #[default]
    Steady,
    /// The class is another one up to the month before `at`.
    ClassFrom { before: DibaoClass, at: u8 },
    /// A covered member dies and is paid for up to `last`.
    LosesMember { last: u8 },
    /// A grace period from `start` to `last`; where the award ends in the year, `last` is
    /// its last month.
    Grace { start: u8, last: u8 },
}

/// A dibao award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DibaoPlan {
    /// The class, the last one where it changes.
    pub class: DibaoClass,
    /// Persons covered, without one who dies.
    pub covered: usize,
    /// One severely disabled member covered alone.
    pub single: bool,
    pub span: Span,
    pub course: Course,
    /// Why it ends, where it ends.
    pub end: Reason,
}

/// A tekun person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TekunPlan {
    /// The tier, the last one where it changes.
    pub tier: CareTier,
    /// The tier up to the month before, where it changes.
    pub before: Option<(CareTier, u8)>,
    pub mode: SupportMode,
    pub span: Span,
}

/// How severe a disability is, as the allowances ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Severity {
    /// Grade 1 or 2: the care allowance is possible.
    Severe,
    /// Grade 3, intellectual or mental: covered alone, no care allowance.
    ThirdMental,
    /// Grade 3 or 4.
    Light,
}

/// A disabled member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DisabledPlan {
    pub severity: Severity,
    pub living: Option<Span>,
    pub care: Option<Span>,
    /// The member dies in the last month paid.
    pub dies: bool,
}

/// An unsupported child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnsupportedPlan {
    pub span: Span,
    /// Leaves on the eighteenth birthday.
    pub comes_of_age: bool,
}

/// Temporary relief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReliefPlan {
    pub month: u8,
    pub persons: usize,
    pub amount: Money,
    pub cause: ReliefCause,
    pub urgent: bool,
}

/// What kind of family to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Scene {
    /// Generations as they come.
    #[default]
    General,
    /// Tekun persons only.
    Tekun,
    /// Children with grandparents or one parent.
    Children,
    /// A couple with an adopted orphan.
    Adoptive,
}

/// A family to be made.
#[derive(Debug, Clone, Default)]
pub(crate) struct FamilyPlan {
    pub list: Option<Revitalisation>,
    pub scene: Scene,
    /// Members on record, with those who die within the year.
    pub size: usize,
    pub dibao: Option<DibaoPlan>,
    pub tekun: Vec<TekunPlan>,
    pub orphans: usize,
    pub unsupported: Vec<UnsupportedPlan>,
    pub disabled: Vec<DisabledPlan>,
    pub relief: Option<ReliefPlan>,
}

impl FamilyPlan {
    pub(crate) fn new(list: Option<Revitalisation>, size: usize) -> FamilyPlan {
        FamilyPlan {
            list,
            size,
            ..FamilyPlan::default()
        }
    }

    /// The dibao award, if it runs in October.
    pub(crate) fn current_dibao(&self) -> Option<&DibaoPlan> {
        self.dibao.as_ref().filter(|dibao| dibao.span.is_current())
    }

    /// Whether nothing has been planned for the family yet.
    pub(crate) fn is_plain(&self) -> bool {
        self.scene == Scene::General && self.dibao.is_none() && self.disabled.is_empty()
    }

    /// Whether a dibao award of the whole household runs undisturbed through the year.
    pub(crate) fn is_steady_whole(&self) -> bool {
        self.dibao.is_some_and(|dibao| {
            !dibao.single && dibao.span == Span::ALWAYS && dibao.course == Course::Steady
        })
    }
}

/// A month of the year told, counted from the opening month.
pub(crate) fn month(at: u8) -> Month {
    Month::parse(OPENING)
        .expect("the opening month is a month")
        .plus(i32::from(at))
}
