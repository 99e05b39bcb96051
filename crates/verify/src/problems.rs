//! What goes wrong around deliveries, runs and reports.

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
    /// A consent that agrees to nothing, or ends before it begins.
    CONSENT_WRONG = "verify.consent.wrong", 422, "授权书填写有误", "The consent is not filled in properly";
    /// Taken back before.
    CONSENT_WITHDRAWN = "verify.consent.withdrawn", 409, "授权已经撤回", "The consent was withdrawn already";
    /// Somebody may not be queried.
    NO_CONSENT = "verify.request.no_consent", 422, "有人没有有效授权，不能提请核对", "Somebody has not consented; nothing may be queried";
    /// Nobody of the matter has an identity number.
    NOBODY = "verify.request.nobody", 422, "没有可以核对的人：请先登记证件号码", "Nobody can be queried: enter the identity numbers first";
    /// One is on its way.
    REQUEST_RUNNING = "verify.request.running", 409, "本案已有核对请求在办理，出具报告或撤销后才能再提请", "A verification of this case is on its way; wait for its report or cancel it first";
    /// A state that does not allow it.
    REQUEST_STATE = "verify.request.state", 409, "核对请求的状态不允许这样办理", "The request's state does not allow this";
    /// Nothing to be sent.
    BATCH_EMPTY = "verify.batch.empty", 409, "没有待报送的核对请求", "No request waits to be sent";
    /// The pack has no layout.
    NO_LAYOUT = "verify.layout.none", 409, "政策包没有写明本地核对文件的格式", "The policy pack has no layout for this place's verification files";
    /// A file that cannot be taken.
    REPORT_REFUSED = "verify.report.refused", 422, "核对报告文件有误，整份没有读入", "The report file has faults; nothing of it was taken";
    /// A finding in another state.
    FINDING_STATE = "verify.finding.state", 409, "这条检出情况现在不能这样办理", "This cannot be done with the finding now";
}
