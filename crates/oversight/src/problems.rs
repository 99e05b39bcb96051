//! What goes wrong in oversight.

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
    /// The four-eyes rule.
    SAME_PERSON = "oversight.clue.same_person", 409, "核查人不能复核自己核查的线索，请由另一人复核", "Whoever answered a clue may not confirm it; ask another person";
    /// A step that the state does not allow.
    STATE = "oversight.state", 409, "当前状态不允许此操作", "The present state does not allow this";
    /// A clue is closed with a reason only.
    NO_REASON = "oversight.clue.reason_missing", 422, "查是、查否都要选择结论并写明理由", "Choose a conclusion and give the reason";
    /// A word that the pack does not list.
    WORD = "oversight.word.unknown", 422, "没有这个选项，请从列表中选择", "There is no such choice; choose from the list";
    /// Nothing in force says how supervision is done.
    NO_RELEASE = "oversight.release.none", 409, "没有生效的政策包，请先发布并审批", "No pack release is in force; propose and approve one first";
    /// The programmes of a run.
    PROGRAMME = "oversight.programme.unknown", 422, "没有这个救助项目", "There is no such programme";
    /// The list is empty.
    NOBODY = "oversight.subjects.none", 422, "名单为空：所选地区、月份和项目中没有符合的人", "The list is empty: nobody fits the place, month and programmes chosen";
    /// A file that cannot be used at all.
    FILE = "oversight.file.unusable", 422, "文件无法使用", "The file cannot be used";
    /// A read-back whose totals contradict its rows.
    TOTALS = "oversight.read_back.totals", 422, "合计与明细不符，整份文件未读入", "The totals contradict the rows; nothing of the file was taken";
    /// Purposes and lists.
    PURPOSE = "oversight.run.purpose", 422, "核查用途与名单不符：在享名单用于监督，未享名单用于主动发现", "Purpose and list do not fit: people in benefit are for supervision, others for discovery";
    /// A run without anything to compare with.
    NO_FILES = "oversight.run.no_files", 422, "请至少上传一份比对数据", "Hand in at least one file to compare with";
    /// A comparison file that cannot be taken in.
    SOURCE_FILE = "oversight.run.source_file", 422, "比对数据无法使用", "A file to compare with cannot be used";
    /// An alignment that needs more before it can be closed.
    OPEN_ENDS = "oversight.alignment.open_ends", 409, "还有差异未办结，或双方公示、对方接收尚未登记", "Differences are open, or publicity of both sides or reception is not recorded";
    /// Money recovered beyond what is due.
    TOO_MUCH = "oversight.recovery.too_much", 422, "收回金额超过应追缴金额", "More would be recovered than is due";
}
