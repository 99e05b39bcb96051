//! The operations of paying. Each permission is the operation's own id, so
//! that roles of the pack name operations or patterns of them.

use platform::Operation;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $make:ident($id:literal, $zh:literal, $en:literal);)*) => {
        $($(#[$doc])* pub const $name: Operation = Operation::$make($id, $id, $zh, $en);)*
        /// All of them.
        pub const OPERATIONS: &[Operation] = &[$($name),*];
    };
}

operations! {
    /// Months with their rolls.
    MONTH_LIST = query("disburse.month.list", "查看各月名册", "List months");
    /// A new roll, or a draft computed again.
    ROLL_CREATE = creating("disburse.roll.create", "编制名册", "Compute a roll");
    /// One step of the job that computes a roll.
    ROLL_COMPUTE = command("disburse.roll.compute", "计算名册", "Write lines of a roll");
    /// The rolls.
    ROLL_LIST = query("disburse.roll.list", "查看名册列表", "List rolls");
    /// One roll with its totals.
    ROLL_GET = query("disburse.roll.get", "查看名册", "Show a roll");
    /// Maker hands in.
    ROLL_SUBMIT = creating("disburse.roll.submit", "提交名册", "Submit a roll");
    /// Checker says yes.
    ROLL_APPROVE = creating("disburse.roll.approve", "审批名册：同意", "Approve a roll");
    /// Checker sends back.
    ROLL_RETURN = creating("disburse.roll.return", "审批名册：退回", "Send a roll back");
    /// The month is closed.
    ROLL_LOCK = creating("disburse.roll.lock", "名册封账", "Lock a roll");
    /// The roll as a workbook.
    ROLL_FILE = personal("disburse.roll.file", "下载名册", "Download a roll");
    /// The lines of a roll.
    LINE_LIST = personal("disburse.line.list", "查看名册明细", "List lines of a roll");
    /// How an amount came about.
    LINE_EXPLAIN = personal("disburse.line.explain", "查看金额计算过程", "Explain an amount");
    /// What changed against the last month.
    CHANGE_LIST = personal("disburse.change.list", "查看增减变动", "List changes of a roll");
    /// Payments gathered from locked rolls.
    BATCH_CREATE = creating("disburse.batch.create", "生成发放批次", "Create payment batches");
    /// One step of the job that gathers payments.
    BATCH_GATHER = command("disburse.batch.gather", "汇集发放明细", "Gather payments of a batch");
    /// The batches.
    BATCH_LIST = query("disburse.batch.list", "查看发放批次列表", "List batches");
    /// One batch.
    BATCH_GET = query("disburse.batch.get", "查看发放批次", "Show a batch");
    /// The second person says yes.
    BATCH_APPROVE = creating("disburse.batch.approve", "审批发放批次", "Approve a batch");
    /// The job that writes the bank file.
    BATCH_WRITE = command("disburse.batch.write", "写银行文件", "Write the bank file");
    /// The file is handed to the bank.
    BATCH_SEND = creating("disburse.batch.send", "登记已送银行", "Record that the file was handed over");
    /// A draft is given up.
    BATCH_DISCARD = creating("disburse.batch.discard", "作废发放批次草稿", "Discard a draft batch");
    /// The bank file.
    BATCH_FILE = personal("disburse.batch.file", "下载银行文件", "Download the bank file");
    /// Rejected payments go out again.
    BATCH_REISSUE = creating("disburse.batch.reissue", "退票重发", "Re-issue rejected payments");
    /// The bank's answer.
    RETURN_CREATE = creating("disburse.return.create", "读入银行回盘", "Read a bank return");
    /// One step of the job that applies a return.
    RETURN_APPLY = command("disburse.return.apply", "登记回盘结果", "Apply a bank return");
    /// The payments of a batch.
    PAYMENT_LIST = personal("disburse.payment.list", "查看批次明细", "List payments of a batch");
    /// What a household was paid.
    HOUSEHOLD_PAYMENTS = personal("disburse.household.payments", "查看家庭发放记录", "List payments of a household");
    /// The ledger.
    LEDGER_GET = query("disburse.ledger.get", "查看资金账", "Show the ledger");
    /// What families owe.
    CLAIM_LIST = personal("disburse.claim.list", "查看追缴", "List recoveries");
    /// A family paid back.
    CLAIM_COLLECT = creating("disburse.claim.collect", "登记收回追缴款", "Record what was paid back");
    /// What was paid back is handed to the treasury.
    CLAIM_HAND_OVER = creating("disburse.claim.hand_over", "登记上缴国库", "Record what was handed to the treasury");
    /// The reserves of townships.
    RESERVE_LIST = query("disburse.reserve.list", "查看乡镇备用金", "List township reserves");
    /// The movements of one reserve.
    RESERVE_ENTRIES = query("disburse.reserve.entries", "查看备用金收支", "Show a reserve's movements");
    /// Money asked for a reserve.
    RESERVE_REPLENISH = creating("disburse.reserve.replenish", "申请补充乡镇备用金", "Ask for money for a reserve");
    /// What was asked for.
    RESERVE_REQUESTS = query("disburse.reserve.requests", "查看备用金补充申请", "List requests for reserves");
    /// The second person says yes: the money is in the reserve.
    RESERVE_APPROVE = creating("disburse.reserve.approve", "审批备用金补充：同意", "Approve money for a reserve");
    /// The second person says no.
    RESERVE_REJECT = creating("disburse.reserve.reject", "审批备用金补充：不同意", "Refuse money for a reserve");
}
