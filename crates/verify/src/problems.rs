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
    /// It was not reached, or did not do what was asked.
    PLATFORM = "verify.platform.failed", 502, "上级核对平台没有办成", "The upper verification platform did not do it";
    /// A finding in another state.
    FINDING_STATE = "verify.finding.state", 409, "这条检出情况现在不能这样办理", "This cannot be done with the finding now";
    /// No release is in force.
    NO_RELEASE = "verify.release.none", 409, "还没有生效的政策包，不能比对", "No policy release is in force; nothing can be compared";
    /// No such source at this place.
    SOURCE = "verify.source.unknown", 422, "政策包没有这个数据来源", "The policy pack has no such source";
    /// A file that cannot be used.
    FILE = "verify.delivery.unusable", 422, "这份数据不能接收", "This delivery cannot be taken in";
    /// The same file, or one older than that in force.
    STANDING = "verify.delivery.standing", 409, "这份数据已经接收过，或早于现行数据", "This delivery was taken in before or is older than the one in force";
    /// Another state.
    DELIVERY_STATE = "verify.delivery.state", 409, "这份数据的状态不允许这样办理", "The delivery's state does not allow this";
    /// Columns that do not fit.
    MAPPING = "verify.delivery.mapping", 422, "列的对应关系不正确", "The columns are not matched rightly";
    /// No row that could be linked.
    NOTHING_LOOSE = "verify.link.nothing", 409, "这份数据没有可以匹配的无证件号记录：须已入库、有姓名列，且来源可用于在享核查或主动发现", "The delivery has no rows to be linked: it must be kept and have names, and its source be given for supervision or discovery";
    /// Another person was found for the row.
    LINK_STATE = "verify.link.state", 409, "这条记录已认定为另一人，请先更改那一条认定", "The row was given to another person; change that decision first";
    /// The purpose has no ground.
    PURPOSE = "verify.run.purpose", 422, "不能为这个用途查询", "People may not be looked for for this purpose";
    /// Nothing to compare with.
    NOTHING = "verify.run.no_delivery", 409, "没有可用于此用途的现行数据，请先接收部门数据", "No delivery in force may be used for this purpose; take deliveries in first";
    /// Decided already, or gone.
    RESULT_STATE = "verify.result.state", 409, "这条结果的状态不允许这样办理", "The finding's state does not allow this";
}
