//! What goes wrong with releases.

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
    /// Texts with faults.
    FAULTY = "policy.release.faulty", 422, "政策包有错误，不能启用；现行的政策包继续有效", "The policy pack has faults and cannot be put in force; the one in force stays";
    /// A pack whose own tests fail.
    FAILING = "policy.release.failing", 422, "政策包自带的测试没有通过，不能启用；现行的政策包继续有效", "Tests of the policy pack fail; it cannot be put in force, and the one in force stays";
    /// The same texts from the same day.
    SAME = "policy.release.same", 409, "相同内容的政策包在这些日期已经启用，或者已经提出", "These texts count on these days already, or are proposed already";
    /// A release that never was in force.
    NEVER = "policy.release.never", 409, "只能恢复曾经批准的版本", "Only a release that was approved once can count again";
    /// Changed values that cannot be written.
    AMENDMENT = "policy.release.amendment", 422, "所写的调整不能写入政策包，请按提示改正", "These changes cannot be written into the pack; mend those named";
    /// One person alone.
    SAME_PERSON = "policy.release.same_person", 409, "提出人和批准人不能是同一人", "Whoever proposed a release cannot approve it";
    /// Not waiting for approval any more.
    STATE = "policy.release.state", 409, "该版本已经批准或否决", "This release was approved or rejected already";
    /// Another release was approved since, and is not in the one to be approved.
    OVERTAKEN = "policy.release.overtaken", 409, "另有政策版本已经批准，按这一版施行会撤回它的内容；请在它之后重新起草", "Another release was approved that this one would take back; draft the changes again on top of it";
    /// Nothing in force on that day.
    NONE = "policy.release.none", 409, "这一天没有生效的政策包，请先提出并批准政策包", "No policy pack is in force on this day; propose and approve one first";
    /// No level of the pack holds the place.
    PLACE = "policy.place.unknown", 422, "政策包没有这个地方的规定", "The policy pack has no rules for this place";
    /// Too many ask the calculator at once.
    BUSY = "policy.calculator.busy", 429, "现在算的人太多，请稍等几秒再试", "Too many people ask at the moment; try again in a few seconds";
    /// Answers that cannot be meant.
    ANSWERS = "policy.calculator.answers", 422, "有的回答对不上，请改一改再算", "Some answers cannot be right; mend those named";
    /// No such programme.
    PROGRAMME = "policy.programme.unknown", 404, "该地在这一天没有这个救助项目", "There is no such programme at this place on that day";
    /// No such parameter.
    PARAMETER = "policy.parameter.unknown", 404, "政策包没有这个参数", "The policy pack has no such parameter";
    /// An archive that is not what was approved.
    DAMAGED = "policy.release.damaged", 500, "政策包内容与批准时不符，已停止使用，请核验审计链", "The texts of a release are not those that were approved; verify the audit chain";
}
