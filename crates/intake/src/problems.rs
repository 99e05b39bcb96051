//! What goes wrong at the window.

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
    /// Nobody is signed in at the portal.
    SIGNED_OUT = "intake.citizen.signed_out", 401, "请先登录", "Please sign in first";
    /// The number, the code or both are wrong; which, is not told.
    REFUSED = "intake.citizen.refused", 401, "登录码不正确或已过期", "The code is wrong or too old";
    /// Too many requests in a short time.
    BUSY = "intake.portal.busy", 429, "操作太频繁，请稍后再试", "Too many requests; please try again later";
    /// A submission in a state that does not allow it.
    STATE = "intake.submission.state", 409, "这件申请现在不能这样办理", "This cannot be done with the submission now";
    /// What is handed in is not complete.
    INCOMPLETE = "intake.submission.incomplete", 422, "申请还没有填写完整", "The submission is not complete";
    /// As many drafts as one person may keep.
    DRAFTS = "intake.submission.drafts", 409, "未提交的申请太多，请先提交或撤回", "Too many drafts; hand in or withdraw one first";
    /// A photograph that is none, or one with something in it that runs.
    PHOTO = "intake.photo.unusable", 422, "这个文件不能作为材料照片", "This file cannot serve as a photograph";
    /// Too large a photograph.
    PHOTO_SIZE = "intake.photo.too_large", 413, "照片太大，请拍小一些再传", "The photograph is too large";
    /// Enough photographs.
    PHOTO_COUNT = "intake.photo.too_many", 409, "照片已经够多，请先删除一些", "There are enough photographs; remove some first";
    /// A referral in another state.
    REFERRAL_STATE = "intake.referral.state", 409, "转办件的状态不允许这样办理", "The referral's state does not allow this";
    /// The matter is decided by civil affairs itself.
    REFERRAL_OWN = "intake.referral.own", 422, "该事项由民政部门办理，不需要转办", "Civil affairs decides this matter itself; it is not referred";
    /// No such matter here.
    MATTER = "intake.matter.unknown", 422, "指导目录没有这个事项", "The catalogue has no such matter";
}
