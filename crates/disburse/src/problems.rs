//! What goes wrong when paying.

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
    /// A step that the roll's state does not allow.
    ROLL_STATE = "disburse.roll.state", 409, "名册当前状态不允许此操作", "The roll's state does not allow this";
    /// The month is closed.
    CLOSED = "disburse.roll.closed", 409, "该月已封账，不能再编制或修改；需要调整请在下月补发或追缴", "The month is closed; settle what is wrong by arrears or recovery in the next month";
    /// No pack release in force in that month.
    NO_RELEASE = "disburse.roll.no_release", 422, "该月没有生效的政策包", "No pack release is in force in that month";
    /// The place does not run the programme then.
    PROGRAMME = "disburse.roll.programme", 422, "该地在该月没有这个救助项目", "There is no such programme at this place in that month";
    /// Parameters have no value in that month.
    NO_PARAMETERS = "disburse.roll.no_parameters", 422, "该月缺少标准参数，不能编制名册", "Parameters have no value in that month; the roll cannot be computed";
    /// Facts are missing or amounts cannot be paid.
    UNRESOLVED = "disburse.roll.unresolved", 409, "有待遇缺少必要信息，金额无法确定", "Facts are missing for some awards; their amounts cannot be told";
    /// Only a county prepares rolls and batches.
    NOT_COUNTY = "disburse.roll.not_county", 409, "名册和批次由县级编制", "Rolls and batches are prepared by the county";
    /// The four-eyes rule.
    SAME_PERSON = "disburse.same_person", 409, "编制人与审批人不能是同一人", "The one who prepared may not approve";
    /// The roll and its parts disagree.
    UNEQUAL = "disburse.totals.unequal", 500, "名册、批次、文件与账目的合计不一致，操作已停止", "Roll, batch, file and ledger do not add up; nothing was done";
    /// A step that the batch's state does not allow.
    BATCH_STATE = "disburse.batch.state", 409, "批次当前状态不允许此操作", "The batch's state does not allow this";
    /// Nothing to pay.
    NOTHING_TO_PAY = "disburse.batch.empty", 409, "没有可以发放的名册明细", "There is no line to be paid";
    /// A roll is not locked yet.
    NOT_LOCKED = "disburse.batch.roll_not_locked", 409, "名册尚未封账，不能生成批次", "The roll is not locked yet";
    /// No file layout serves a bank.
    NO_BANK = "disburse.batch.no_bank", 409, "政策包中没有该银行的文件模板", "The pack has no file layout for this bank";
    /// The bank file cannot be written.
    FILE = "disburse.batch.file", 409, "银行文件无法生成", "The bank file cannot be written";
    /// The return file is refused as a whole.
    RETURN_REFUSED = "disburse.return.refused", 422, "回盘文件有误，整份未采用", "The return file has faults; nothing of it was used";
    /// A return is being applied.
    RETURN_RUNNING = "disburse.return.running", 409, "该批次的回盘正在处理", "A return of this batch is being applied";
    /// A recovery that is paid or handed over beyond what is open.
    CLAIM = "disburse.claim.amount", 409, "金额超过未收回或未上缴的部分", "The amount is more than what is open";
    /// A reserve that holds too little.
    RESERVE_SHORT = "disburse.reserve.short", 409, "乡镇备用金余额不足", "The township's reserve holds too little";
    /// A request for a reserve that was decided already.
    RESERVE_DECIDED = "disburse.reserve.decided", 409, "这笔补充申请已经审批", "This request was decided already";
    /// A case of no township.
    RESERVE_NONE = "disburse.reserve.none", 409, "本案不属于任何乡镇，没有备用金", "The case belongs to no township and has no reserve";
}
