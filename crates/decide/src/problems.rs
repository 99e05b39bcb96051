//! What goes wrong when deciding.

use platform::ProblemKind;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:literal, $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub static $name: ProblemKind =
            ProblemKind { code: $code, status: $status, zh: $zh, en: $en };)*
        /// All of them.
        pub static PROBLEMS: &[&ProblemKind] = &[$(&$name),*];
    };
}

kinds! {
    /// The four-eyes rule.
    SAME_PERSON = "decide.decision.same_person", 409, "提出人不能审批自己提出的事项，请由另一人审批", "Whoever proposed a decision may not decide on it; ask another person";
    /// A step that the state does not allow.
    DECISION_STATE = "decide.decision.state", 409, "决定当前状态不允许此操作", "The decision's state does not allow this";
    /// A step that the award does not allow.
    AWARD_STATE = "decide.award.state", 409, "待遇当前状态不允许此操作", "The award's state does not allow this";
    /// A household is in benefit under an excluding programme. Says no more than that.
    IN_BENEFIT = "decide.award.in_benefit_elsewhere", 409, "其中有人已在享受相同或相斥的救助项目，请联系县级核实", "Somebody among them is already in benefit under this or an excluding programme; ask the county to look into it";
    /// The opening decision of an import exists.
    OPENED = "decide.opening.exists", 409, "该次导入已提出过期初确认", "An opening decision was already proposed for this import";
    /// There is nothing to open.
    NOTHING_TO_OPEN = "decide.opening.empty", 422, "该次导入没有可确认的待遇", "The import holds no award to be confirmed";
    /// The programme is not run here on that date.
    PROGRAMME = "decide.programme.unknown", 422, "该地在该月没有这个救助项目", "There is no such programme at this place in that month";
    /// No pack release is in force.
    NO_RELEASE = "decide.release.none", 409, "没有生效的政策包，请先发布并审批", "No pack release is in force; propose and approve one first";
    /// The months do not fit.
    MONTHS = "decide.award.months", 422, "月份不符合要求", "The months do not fit";
}
