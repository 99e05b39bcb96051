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
    /// What waits at the platform is read.
    REPORT_FETCH = creating("verify.report.fetch", "verify.report.read", "取回核对报告", "Fetch verification reports");
    /// A household's report.
    REPORT_GET = personal("verify.report.get", "verify.report.get", "查看核对报告", "Open a verification report");
    /// The same for the printer or Word.
    REPORT_PRINT = personal("verify.report.print", "verify.report.get", "打印核对报告", "Print a verification report");
    /// The family objects to a finding.
    FINDING_OBJECT = creating("verify.finding.object", "verify.finding.object", "登记对核对结果的异议", "Record an objection to a finding");
    /// What the recheck came to.
    FINDING_DECIDE = creating("verify.finding.decide", "verify.finding.decide", "认定检出情况", "Decide on a finding");
    /// The sources of a place with what is due, late or missing.
    DELIVERY_CALENDAR = query("verify.delivery.calendar", "verify.delivery.list", "查看数据来源和报送日历", "See sources and what is due");
    /// Deliveries.
    DELIVERY_LIST = query("verify.delivery.list", "verify.delivery.list", "查看部门数据", "List deliveries");
    /// One delivery with its columns.
    DELIVERY_GET = query("verify.delivery.get", "verify.delivery.list", "查看一份部门数据", "Open a delivery");
    /// A file comes.
    DELIVERY_CREATE = creating("verify.delivery.create", "verify.delivery.write", "上传部门数据", "Upload a delivery");
    /// Its columns are right: it is taken in.
    DELIVERY_START = creating("verify.delivery.start", "verify.delivery.write", "接收部门数据", "Take a delivery in");
    /// It is not wanted.
    DELIVERY_DISCARD = command("verify.delivery.discard", "verify.delivery.write", "放弃部门数据", "Discard a delivery");
    /// The job that takes it in.
    DELIVERY_INGEST = command("verify.delivery.ingest", "verify.delivery.write", "清洗入库部门数据", "Clean and keep a delivery");
    /// Rows that could not be used.
    DELIVERY_REJECTS = query("verify.delivery.rejects", "verify.delivery.list", "查看退回行", "See rejected rows");
    /// The same as a file.
    DELIVERY_REJECTS_FILE = query("verify.delivery.rejects_file", "verify.delivery.list", "下载退回行清单", "Download rejected rows");
    /// Rows without a good number are laid beside persons on record.
    LINK_START = creating("verify.link.start", "verify.delivery.write", "匹配无证件号的记录", "Look for persons of rows without a number");
    /// The steps of that.
    LINK_WORK = command("verify.link.work", "verify.delivery.write", "执行无证件号记录的匹配", "Work on linking");
    /// The linking queue.
    LINK_LIST = personal("verify.link.list", "verify.link.list", "查看人员认定队列", "See the linking queue");
    /// One pair with both sides.
    LINK_GET = personal("verify.link.get", "verify.link.list", "查看一对待认定记录", "Open a pair of the linking queue");
    /// Somebody decides.
    LINK_DECIDE = command("verify.link.decide", "verify.link.decide", "认定记录是否同一人", "Decide whether a row is about a person");
    /// Checks in force.
    CHECK_LIST = query("verify.check.list", "verify.delivery.list", "查看核对规则", "See the checks in force");
    /// Runs.
    RUN_LIST = personal("verify.run.list", "verify.run.list", "查看比对", "List runs");
    /// One run.
    RUN_GET = personal("verify.run.get", "verify.run.list", "查看一次比对", "Open a run");
    /// People of a place, or a family, are looked for.
    RUN_CREATE = creating("verify.run.create", "verify.run.write", "发起比对", "Start a run");
    /// The steps of a run.
    RUN_STEP = command("verify.run.step", "verify.run.write", "执行比对", "Work on a run");
    /// Findings.
    RESULT_LIST = personal("verify.result.list", "verify.run.list", "查看比对结果", "List findings");
    /// One finding with its evidence.
    RESULT_GET = personal("verify.result.get", "verify.run.list", "查看比对结果和依据", "Open a finding");
    /// Somebody decides.
    RESULT_DECIDE = command("verify.result.decide", "verify.result.decide", "核实比对结果", "Decide on a finding");
    /// The family objects.
    RESULT_OBJECT = command("verify.result.object", "verify.result.object", "登记异议", "Enter an objection");
    /// Findings as a file.
    RESULT_EXPORT = personal("verify.result.export", "verify.result.export", "导出比对结果", "Export findings");
}
