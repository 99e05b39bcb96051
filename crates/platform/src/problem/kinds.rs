//! The kinds of problem that the floor itself knows.

use super::ProblemKind;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:literal, $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub static $name: ProblemKind =
            ProblemKind { code: $code, status: $status, zh: $zh, en: $en };)*
        /// All of them, for the documentation and its test.
        pub static PROBLEMS: &[&ProblemKind] = &[$(&$name),*];
    };
}

kinds! {
    /// Nobody foresaw it; the log knows more under the request id.
    INTERNAL = "platform.internal", 500, "系统内部错误，请把编号告诉管理员", "Something went wrong here; please give the number below to your administrator";
    /// Not there, or not to be known.
    NOT_FOUND = "platform.not_found", 404, "没有找到", "Not found";
    /// The method is not offered at this address.
    METHOD = "platform.method_not_allowed", 405, "不支持这种请求方式", "This method is not offered here";
    /// Nobody is signed in.
    UNAUTHENTICATED = "platform.unauthenticated", 401, "请先登录", "Please sign in first";
    /// Signed in, but without the right.
    DENIED = "platform.permission.denied", 403, "没有权限进行此操作", "You do not have the permission for this";
    /// The address or the query cannot be read.
    INVALID = "platform.invalid", 422, "填写的内容有误", "Some of what was entered is not right";
    /// The request cannot be parsed at all.
    MALFORMED = "platform.malformed", 400, "请求格式有误", "The request cannot be read";
    /// The body is too large.
    TOO_LARGE = "platform.too_large", 413, "上传的内容太大", "What was sent is too large";
    /// The kind of body is not taken.
    MEDIA_TYPE = "platform.media_type", 415, "内容类型不正确", "This type of content is not taken here";
    /// It took too long.
    TIMEOUT = "platform.timeout", 408, "处理超时，请稍后重试", "This took too long; please try again";
    /// No room is left where files or the database lie.
    DISK_FULL = "platform.disk_full", 507, "磁盘已满，没有保存任何内容；请管理员腾出空间后重试", "The disk is full and nothing was kept. Have your administrator free some space, then try again";
    /// Another write is going on.
    BUSY = "platform.busy", 503, "系统正忙，请稍后重试", "The system is busy; please try again in a moment";
    /// Somebody else was faster.
    CONFLICT = "platform.conflict", 409, "内容已被他人修改，请刷新后重试", "Somebody else has changed this; reload and try again";
    /// The version sent is not the present one.
    STALE = "platform.version.stale", 412, "您看到的已不是最新内容，请刷新后重试", "What you saw is no longer current; reload and try again";
    /// If-Match is missing.
    VERSION_MISSING = "platform.version.missing", 428, "缺少版本号（If-Match）", "The version (If-Match) is missing";
    /// The command needs an idempotency key.
    KEY_MISSING = "platform.idempotency.missing", 400, "缺少防重复提交编号（Idempotency-Key）", "The Idempotency-Key is missing";
    /// The key was used for another request.
    KEY_REUSED = "platform.idempotency.reused", 422, "防重复提交编号已用于另一请求", "This Idempotency-Key was used for another request";
    /// The first request with this key still runs.
    KEY_RUNNING = "platform.idempotency.running", 409, "相同的请求正在处理，请稍候", "The same request is still running; please wait";
    /// The header that browsers do not send by themselves is missing.
    CSRF = "platform.csrf", 403, "请求来源无法确认（缺少 X-Doudi）", "The origin of this request is not sure (X-Doudi is missing)";
    /// A job cannot be cancelled or resumed in its state.
    JOB_STATE = "platform.job.state", 409, "任务当前状态不允许此操作", "The job's state does not allow this";
    /// The job was cancelled.
    JOB_CANCELLED = "platform.job.cancelled", 409, "任务已取消", "The job was cancelled";
    /// A job died too often.
    JOB_ATTEMPTS = "platform.job.attempts", 500, "任务多次中断，已停止", "The job broke off too often and was stopped";
    /// A reason must be given.
    REASON_MISSING = "platform.reason.missing", 422, "请填写理由", "Please give a reason";
    /// A sealed value cannot be opened.
    SEAL_BROKEN = "platform.vault.broken", 500, "加密数据无法解开", "A sealed value cannot be opened";
    /// A planted fault, in tests only.
    FAULT = "platform.fault", 500, "测试故障", "A planted fault";
    /// Not a problem: carries a stored answer back to the client.
    REPLAY = "platform.idempotency.replay", 200, "已处理过", "Already done";
}
