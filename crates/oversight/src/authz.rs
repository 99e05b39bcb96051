//! The operations of oversight.

use platform::Operation;

macro_rules! operations {
    ($($name:ident = $make:ident($id:literal, $permission:literal, $zh:literal, $en:literal);)*) => {
        $(#[doc = $en] pub const $name: Operation = Operation::$make($id, $permission, $zh, $en);)*
        /// All of them.
        pub const OPERATIONS: &[Operation] = &[$($name),*];
    };
}

operations! {
    WORDS = query("oversight.words.list", "oversight.run.list", "查看监督用语", "List the words of oversight");
    SUBJECT_LIST = personal("oversight.subject.list", "oversight.subject.list", "查看核查名单", "List those to be checked");
    RUN_CREATE = creating("oversight.run.create", "oversight.run.create", "发起监督核查", "Begin a run of supervision");
    RUN_GATHER = command("oversight.run.gather", "oversight.run.create", "生成名单并比对", "Gather the list and compare it");
    RUN_LIST = query("oversight.run.list", "oversight.run.list", "查看监督核查", "List runs of supervision");
    RUN_GET = query("oversight.run.get", "oversight.run.list", "查看监督核查概况", "Show a run of supervision");
    RUN_TOTALS = query("oversight.run.totals", "oversight.run.list", "查看线索统计", "Count clues");
    CLUE_LIST = personal("oversight.clue.list", "oversight.clue.list", "查看线索", "List clues");
    CLUE_GET = personal("oversight.clue.get", "oversight.clue.list", "打开线索", "Open a clue");
    CLUE_ASSIGN = creating("oversight.clue.assign", "oversight.clue.assign", "分派线索", "Assign clues");
    CLUE_ANSWER = creating("oversight.clue.answer", "oversight.clue.answer", "填报核查结果", "Answer clues");
    CLUE_CONFIRM = creating("oversight.clue.confirm", "oversight.clue.confirm", "复核办结线索", "Confirm answers");
    CLUE_RETURN = creating("oversight.clue.return", "oversight.clue.confirm", "退回重新核查", "Send answers back");
    CLUE_EXPORT = personal("oversight.clue.export", "oversight.clue.export", "导出线索", "Export clues");
    READ_BACK_CREATE = creating("oversight.read_back.create", "oversight.read_back.create", "读回核查结果", "Read answers back");
    READ_BACK_TAKE = command("oversight.read_back.take", "oversight.read_back.create", "写入读回的结果", "Write answers that were read back");
    READ_BACK_LIST = query("oversight.read_back.list", "oversight.run.list", "查看读回记录", "List what was read back");
    READ_BACK_FILE = personal("oversight.read_back.file", "oversight.read_back.create", "下载有误的行", "Download the wrong rows");
    RECTIFY = creating("oversight.clue.rectify", "oversight.rectification.write", "填报整改", "Report a rectification");
    RECTIFY_ACCEPT = creating("oversight.clue.accept", "oversight.rectification.accept", "验收销号", "Accept a rectification");
    RECOVER = creating("oversight.clue.recover", "oversight.rectification.write", "登记收回", "Record money recovered");
    HOLD_TO_ACCOUNT = creating("oversight.accountability.create", "oversight.accountability.write", "登记问责", "Record accountability");
    ACCOUNTABILITY_LIST = personal("oversight.accountability.list", "oversight.accountability.list", "查看问责", "List accountability");
    VISIT_LIST = personal("oversight.visit.list", "oversight.visit.list", "查看走访清单", "List visits to make");
    VISIT_ANSWER = creating("oversight.visit.answer", "oversight.visit.answer", "登记走访结果", "Record the result of a visit");
    ALIGNMENT_CREATE = creating("oversight.alignment.create", "oversight.alignment.create", "发起名单对接", "Lay two lists beside each other");
    ALIGNMENT_BUILD = command("oversight.alignment.build", "oversight.alignment.create", "生成名单对接", "Build an alignment");
    ALIGNMENT_LIST = query("oversight.alignment.list", "oversight.alignment.list", "查看名单对接列表", "List alignments");
    ALIGNMENT_GET = query("oversight.alignment.get", "oversight.alignment.list", "查看名单对接", "Show an alignment");
    ALIGNMENT_TABLE = query("oversight.alignment.table", "oversight.alignment.list", "查看对接交叉表", "Show the cross-table of an alignment");
    ALIGNMENT_NAMES = personal("oversight.alignment.names", "oversight.alignment.names", "查看交叉表名单", "Show the names behind a cell");
    DIFFERENCE_LIST = personal("oversight.difference.list", "oversight.alignment.names", "查看对接差异", "List differences");
    DIFFERENCE_HANDLE = creating("oversight.difference.handle", "oversight.difference.handle", "处理对接差异", "Handle differences");
    FEEDBACK_EXPORT = personal("oversight.alignment.export", "oversight.alignment.create", "导出给对方", "Export for the other side");
    FEEDBACK_READ = creating("oversight.alignment.feedback", "oversight.alignment.create", "读入对方反馈", "Read the other side's feedback");
    PUBLICITY = creating("oversight.alignment.publicity", "oversight.alignment.create", "登记公示", "Record publicity");
    ALIGNMENT_CLOSE = creating("oversight.alignment.close", "oversight.alignment.create", "办结名单对接", "Close an alignment");
}
