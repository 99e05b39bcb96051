//! The operations of the registry. The permission of each is its own id, as roles name them.

use platform::Operation;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $kind:ident($id:literal, $zh:literal, $en:literal);)*) => {
        $($(#[$doc])* pub const $name: Operation = Operation::$kind($id, $id, $zh, $en);)*
        /// All operations of the slice.
        pub const OPERATIONS: &[Operation] = &[$($name),*];
    };
}

operations! {
    /// The list of households.
    HOUSEHOLD_LIST = personal("registry.household.list", "查询家庭", "List households");
    /// The same as a file.
    HOUSEHOLD_EXPORT = creating("registry.household.export", "导出家庭", "Export households");
    /// One household's file.
    HOUSEHOLD_GET = personal("registry.household.get", "查看一户一档", "Open a household's file");
    /// What happened to it.
    HOUSEHOLD_HISTORY = personal("registry.household.history", "查看家庭变更记录", "See a household's history");
    /// A household entered by hand.
    HOUSEHOLD_CREATE = creating("registry.household.create", "登记家庭", "Enter a household");
    /// Where it lives and how it is reached.
    HOUSEHOLD_CHANGE = creating("registry.household.change", "变更家庭住址和联系方式", "Change a household's address");
    /// Another head.
    HOUSEHOLD_HEAD = creating("registry.household.head", "变更户主", "Change the head of a household");
    /// Circumstances that came to be known.
    FACTS_RECORD = creating("registry.household.record", "登记家庭情况", "Record a household's circumstances");
    /// Somebody joins.
    MEMBER_JOIN = creating("registry.member.join", "增加家庭成员", "Add a member");
    /// Somebody leaves.
    MEMBER_LEAVE = creating("registry.member.leave", "减少家庭成员", "End a membership");
    /// Telling the county of somebody entered in two places; done by the system.
    MEMBER_CLASH = command("registry.member.clash", "核实重复登记", "Look into a double entry");
    /// Name or number put right.
    PERSON_CORRECT = creating("registry.person.correct", "更正姓名或证件号", "Put a name or number right");
    /// A sealed value in the clear.
    PERSON_REVEAL = personal("registry.person.reveal", "查看完整证件号、电话或账号", "Show a sealed value");
    /// Accounts of a household.
    ACCOUNT_LIST = personal("registry.account.list", "查看账户", "List accounts");
    /// A new account, to be approved.
    ACCOUNT_PROPOSE = creating("registry.account.propose", "提出账户变更", "Propose an account");
    /// The second person agrees.
    ACCOUNT_APPROVE = creating("registry.account.approve", "批准账户变更", "Approve an account");
    /// The second person refuses.
    ACCOUNT_REJECT = creating("registry.account.reject", "驳回账户变更", "Reject an account");
    /// Proposed accounts.
    ACCOUNT_CHANGES = personal("registry.account.changes", "查看账户变更", "List proposed accounts");
    /// What can be imported.
    IMPORT_KINDS = query("registry.import.kinds", "查看导入类型", "List kinds of import");
    /// A form to fill in.
    IMPORT_TEMPLATE = query("registry.import.template", "下载导入模板", "Download an import template");
    /// An upload.
    IMPORT_CREATE = creating("registry.import.create", "上传名册", "Upload a roster");
    /// Reading and checking in the background.
    IMPORT_READ = command("registry.import.read", "读取并检查名册", "Read and check a roster");
    /// Imports.
    IMPORT_LIST = query("registry.import.list", "查看导入列表", "List imports");
    /// One import.
    IMPORT_GET = query("registry.import.get", "查看导入", "See an import");
    /// Rows of an import.
    IMPORT_ROWS = personal("registry.import.rows", "查看导入的行", "See rows of an import");
    /// Taking the rows over.
    IMPORT_APPLY = creating("registry.import.apply", "确认导入", "Apply an import");
    /// The user's file with what is wrong.
    IMPORT_RETURNED = personal("registry.import.returned", "下载标注错误的文件", "Download the file with the faults");
}
