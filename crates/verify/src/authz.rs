//! The operations of verify. The permission of each is its own id where none is named.

use platform::Operation;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $kind:ident($id:literal, $permission:literal, $zh:literal, $en:literal);)*) => {
        $($(#[$doc])* pub const $name: Operation = Operation::$kind($id, $permission, $zh, $en);)*
        /// All operations of the slice.
        pub const OPERATIONS: &[Operation] = &[$($name),*];
    };
}

operations! {
    /// A consent is taken back.
    CONSENT_WITHDRAW = creating("verify.consent.withdraw", "verify.consent.withdraw", "撤回核对授权", "Withdraw a consent");
    /// Requests of one's area.
    REQUEST_LIST = personal("verify.request.list", "verify.request.list", "查看核对请求", "List verification requests");
    /// One of them.
    REQUEST_GET = personal("verify.request.get", "verify.request.list", "查看核对请求详情", "Open a verification request");
    /// It is not wanted any more.
    REQUEST_CANCEL = creating("verify.request.cancel", "verify.request.cancel", "撤销核对请求", "Cancel a verification request");
    /// Requests go to the upper platform.
    BATCH_CREATE = creating("verify.batch.create", "verify.batch.create", "报送核对请求", "Send verification requests");
    /// What went there.
    BATCH_LIST = query("verify.batch.list", "verify.request.list", "查看核对批次", "List verification batches");
    /// The file is laid where the platform fetches it; done by the system.
    BATCH_SEND = command("verify.batch.send", "verify.batch.create", "交付核对请求文件", "Hand the request file over");
    /// A report file is looked through, nothing is taken.
    REPORT_PREVIEW = personal("verify.report.preview", "verify.report.read", "预览核对报告文件", "Look a report file through");
    /// A report file is read.
    REPORT_READ = creating("verify.report.read", "verify.report.read", "读入核对报告", "Read verification reports back");
    /// A household's report.
    REPORT_GET = personal("verify.report.get", "verify.report.get", "查看核对报告", "Open a verification report");
    /// The same for the printer or Word.
    REPORT_PRINT = personal("verify.report.print", "verify.report.get", "打印核对报告", "Print a verification report");
    /// The family objects to a finding.
    FINDING_OBJECT = creating("verify.finding.object", "verify.finding.object", "登记对核对结果的异议", "Record an objection to a finding");
    /// What the recheck came to.
    FINDING_DECIDE = creating("verify.finding.decide", "verify.finding.decide", "认定检出情况", "Decide on a finding");
}
