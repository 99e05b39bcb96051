//! The problems of the registry.

use platform::ProblemKind;

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:literal, $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub static $name: ProblemKind =
            ProblemKind { code: $code, status: $status, zh: $zh, en: $en };)*
        /// All of them, for the documentation and its test.
        pub static PROBLEMS: &[&ProblemKind] = &[$(&$name),*];
    };
}

problems! {
    /// The pack has no such kind of import.
    NO_KIND = "registry.import.no_kind", 422, "没有这种导入类型", "There is no such kind of import";
    /// No pack is in force.
    NO_CATALOGUE = "registry.import.no_catalogue", 409, "还没有启用的政策包，不能导入：请先由政策管理员提出、另一人批准一个版本", "No policy pack is in force yet, so nothing can be imported: have a release proposed and approved by two people first";
    /// A file cannot be read.
    FILE = "registry.import.file", 422, "文件无法读取", "The file cannot be read";
    /// A file that the kind needs is missing or cannot be told from others.
    FILES = "registry.import.files", 422, "上传的文件不齐或无法识别", "Files are missing or cannot be told apart";
    /// Wrong rows exist and everything was asked for.
    WRONG_ROWS = "registry.import.wrong_rows", 409, "有错误的行，不能全部导入", "There are wrong rows, so not everything can be imported";
    /// The state does not allow it.
    STATE = "registry.import.state", 409, "导入当前状态不允许此操作", "The state of the import does not allow this";
    /// Another import is being taken over.
    OTHER_RUNS = "registry.import.other_runs", 409, "另一批导入正在写入，请稍后再试", "Another import is being applied; try again when it has ended";
    /// The register changed and new faults came up.
    CHANGED = "registry.import.changed", 409, "检查之后登记内容有变化，请查看新的错误后再导入", "The register has changed since the check; look at the new faults and apply again";
    /// The same person proposes and approves.
    SAME_PERSON = "registry.account.same_person", 403, "不能批准自己提出的账户变更", "Nobody approves an account that they proposed";
    /// Already decided.
    DECIDED = "registry.account.decided", 409, "该账户变更已经处理", "This account change has been dealt with already";
    /// Another change waits.
    WAITING = "registry.account.waiting", 409, "该人已有待批准的账户变更", "A change of this person's account is waiting already";
    /// The identity number is somebody else's by name.
    OTHER_NAME = "registry.member.other_name", 422, "证件号与登记的姓名不符", "The identity number is on record under another name";
    /// A member already.
    HERE = "registry.member.here", 409, "此人已是本户成员", "This person is a member already";
    /// A member of another household that the actor may see.
    ELSEWHERE = "registry.member.elsewhere", 409, "此人现为另一户的成员", "This person is a member of another household";
    /// A member of a household outside the actor's area.
    OUTSIDE = "registry.member.outside", 409, "此人已在其他地方登记", "This person is on record elsewhere";
    /// No such member now.
    NO_MEMBER = "registry.member.none", 409, "此人现在不是本户成员", "This person is not a member of this household now";
    /// The head leaves last.
    HEAD_LEAVES = "registry.member.head_leaves", 409, "户主离开前请先变更户主", "Choose another head before the head leaves";
    /// A household that exists no more.
    CLOSED = "registry.household.closed", 409, "该户已注销，不能再变更", "This household is closed and does not change any more";
    /// The number is on record for somebody else.
    NUMBER_TAKEN = "registry.person.number_taken", 409, "该证件号已登记在另一人名下，请先核实是否同一人", "This identity number is on record for somebody else; find out first whether both are one person";
    /// Nothing is kept.
    NO_VALUE = "registry.person.no_value", 404, "没有登记该项内容", "Nothing is on record for this";
}
