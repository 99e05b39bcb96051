//! What goes wrong when counting.

use platform::ProblemKind;

/// No policy pack speaks for the day.
pub static NO_PACK: ProblemKind = ProblemKind {
    code: "insight.figures.no_pack",
    status: 409,
    zh: "没有生效的政策包",
    en: "No policy pack is in force",
};
/// The month was frozen before.
pub static FROZEN: ProblemKind = ProblemKind {
    code: "insight.month_end.frozen",
    status: 409,
    zh: "该月月末名册已冻结",
    en: "The month-end roster is frozen already",
};
/// The month's rolls are not closed.
pub static OPEN: ProblemKind = ProblemKind {
    code: "insight.month_end.open",
    status: 409,
    zh: "该月还有未锁定的发放名册，请先锁定",
    en: "A roll of the month is not locked yet; lock it first",
};

/// All of them.
pub static PROBLEMS: &[&ProblemKind] = &[&NO_PACK, &FROZEN, &OPEN];
