//! The operations of deciding. Each permission is the operation's own id, so
//! that roles of the pack name operations or patterns of them.

use platform::Operation;

/// All decisions.
pub const DECISION_LIST: Operation = Operation::query(
    "decide.decision.list",
    "decide.decision.list",
    "查看决定列表",
    "List decisions",
);
/// One decision with its items.
pub const DECISION_GET: Operation = Operation::personal(
    "decide.decision.get",
    "decide.decision.get",
    "查看决定",
    "Show a decision",
);
/// The opening decision of an import.
pub const OPENING_PROPOSE: Operation = Operation::creating(
    "decide.opening.propose",
    "decide.opening.propose",
    "提出期初确认",
    "Propose an opening decision",
);
/// New awards.
pub const START_PROPOSE: Operation = Operation::creating(
    "decide.start.propose",
    "decide.start.propose",
    "提出新增",
    "Propose new awards",
);
/// Changed members or terms.
pub const CHANGE_PROPOSE: Operation = Operation::creating(
    "decide.change.propose",
    "decide.change.propose",
    "提出变更",
    "Propose changes of awards",
);
/// Grace periods.
pub const GRACE_PROPOSE: Operation = Operation::creating(
    "decide.grace.propose",
    "decide.grace.propose",
    "提出渐退",
    "Propose grace periods",
);
/// Ended awards.
pub const STOP_PROPOSE: Operation = Operation::creating(
    "decide.stop.propose",
    "decide.stop.propose",
    "提出停发",
    "Propose ends of awards",
);
/// Sums paid once.
pub const ONE_OFF_PROPOSE: Operation = Operation::creating(
    "decide.one_off.propose",
    "decide.one_off.propose",
    "提出一次性救助",
    "Propose one-off grants",
);
/// The second person says yes.
pub const DECISION_APPROVE: Operation = Operation::creating(
    "decide.decision.approve",
    "decide.decision.approve",
    "审批决定：同意",
    "Approve a decision",
);
/// The second person says no.
pub const DECISION_REJECT: Operation = Operation::creating(
    "decide.decision.reject",
    "decide.decision.reject",
    "审批决定：不同意",
    "Reject a decision",
);
/// One step of the job that writes the awards of a large decision.
pub const DECISION_APPLY: Operation = Operation::command(
    "decide.decision.apply",
    "decide.decision.approve",
    "写入决定",
    "Write the awards of a decision",
);
/// The awards of a household.
pub const AWARD_LIST: Operation = Operation::personal(
    "decide.award.list",
    "decide.award.list",
    "查看家庭待遇",
    "List a household's awards",
);

/// What can be applied for at a place.
pub const PROCEDURE_LIST: Operation = Operation::query(
    "decide.procedure.list",
    "decide.procedure.list",
    "查看办理程序",
    "List procedures",
);
/// Cases: one's to-do and those of one's area.
pub const CASE_LIST: Operation = Operation::personal(
    "decide.case.list",
    "decide.case.list",
    "查询案件",
    "List cases",
);
/// One case.
pub const CASE_GET: Operation = Operation::personal(
    "decide.case.get",
    "decide.case.get",
    "查看案件",
    "Open a case",
);
/// A form that was filed in a case.
pub const CASE_FORM: Operation = Operation::personal(
    "decide.case.form",
    "decide.case.get",
    "查看案件表单",
    "Read a form of a case",
);
/// A form of a case on paper, blank or as it was handed in.
pub const CASE_FORM_PAGE: Operation = Operation::personal(
    "decide.case.form_page",
    "decide.case.get",
    "打印案件表单",
    "Print a form of a case",
);
/// A new case.
pub const CASE_OPEN: Operation = Operation::creating(
    "decide.case.open",
    "decide.case.open",
    "新建案件",
    "Open a new case",
);
/// A form put to a case. Who may is said by the procedure.
pub const CASE_FILE: Operation = Operation::creating(
    "decide.case.file",
    "decide.case.act",
    "填写案件表单",
    "File a form in a case",
);
/// A form of a case as it is to be filled in, with what is known put in.
pub const CASE_SHEET: Operation = Operation::personal(
    "decide.case.sheet",
    "decide.case.act",
    "打开待填表格",
    "Open a form to fill in",
);
/// A form saved as one types.
pub const CASE_DRAFT: Operation = Operation::command(
    "decide.case.draft",
    "decide.case.act",
    "保存表格草稿",
    "Save a form as one types",
);
/// A photo, paper or signature put to a case.
pub const CASE_ATTACH: Operation = Operation::creating(
    "decide.case.attach",
    "decide.case.act",
    "上传案件材料",
    "Put a paper to a case",
);
/// A handwritten signature. Who may is said by the procedure.
pub const CASE_SIGN: Operation = Operation::creating(
    "decide.case.sign",
    "decide.case.act",
    "在案件上签字",
    "Sign in a case",
);
/// What happened in a case.
pub const CASE_EVENTS: Operation = Operation::personal(
    "decide.case.events",
    "decide.case.get",
    "查看案件经过",
    "See what happened in a case",
);
/// One's own draft.
pub const DRAFT_GET: Operation = Operation::personal(
    "decide.draft.get",
    "decide.case.open",
    "查看本人草稿",
    "Read one's own draft",
);
/// One's own draft, saved as one types.
pub const DRAFT_SAVE: Operation = Operation::command(
    "decide.draft.save",
    "decide.case.open",
    "保存本人草稿",
    "Save one's own draft",
);
/// Letters of a case and their prints.
pub const LETTER_LIST: Operation = Operation::personal(
    "decide.letter.list",
    "decide.case.get",
    "查看案件文书",
    "List the letters of a case",
);
/// Letters made and printed.
pub const LETTER_PRINT: Operation = Operation::creating(
    "decide.letter.print",
    "decide.case.act",
    "制作和打印文书",
    "Make and print letters",
);
/// The documents and how an office sets them.
pub const TEMPLATE_LIST: Operation = Operation::query(
    "decide.template.list",
    "decide.template.list",
    "查看文书模板",
    "List the templates of documents",
);
/// A template, open or filled with a family that does not exist.
pub const TEMPLATE_FILE: Operation = Operation::query(
    "decide.template.file",
    "decide.template.list",
    "下载和预览文书模板",
    "Fetch and preview a template",
);
/// An office's own template.
pub const TEMPLATE_WRITE: Operation = Operation::creating(
    "decide.template.write",
    "decide.template.write",
    "启用本单位文书模板",
    "Put in the office's own template",
);
/// Back to the pack's text.
pub const TEMPLATE_WITHDRAW: Operation = Operation::creating(
    "decide.template.withdraw",
    "decide.template.write",
    "停用本单位文书模板",
    "Take the office's own template out of use",
);
/// A print as a page or for Word.
pub const LETTER_SHOW: Operation = Operation::personal(
    "decide.letter.show",
    "decide.case.get",
    "取出打印件",
    "Fetch a print",
);
/// How the verification of a case stands.
pub const CASE_VERIFICATION: Operation = Operation::personal(
    "decide.case.verification",
    "decide.case.get",
    "查看案件的核对情况",
    "See the verification of a case",
);
/// The family of a case is to be verified.
pub const CASE_VERIFY: Operation = Operation::creating(
    "decide.case.verify",
    "decide.case.verify",
    "提请核对",
    "Ask for the verification of a family",
);
/// A consent that was signed on paper.
pub const CASE_CONSENT: Operation = Operation::creating(
    "decide.case.consent",
    "decide.case.act",
    "登记书面核对授权",
    "Record a consent signed on paper",
);
/// Letters that fell due in a month.
pub const LETTER_DUE: Operation = Operation::personal(
    "decide.letter.due",
    "decide.case.list",
    "查看当月应出文书",
    "List the letters due in a month",
);
/// One document of many cases, printed together.
pub const LETTER_BATCH: Operation = Operation::creating(
    "decide.letter.batch",
    "decide.case.act",
    "批量打印文书",
    "Print letters together",
);
/// The copies of a batch as one file.
pub const LETTER_BATCH_SHOW: Operation = Operation::personal(
    "decide.letter.batch_show",
    "decide.case.act",
    "取出批量打印件",
    "Fetch letters printed together",
);
/// The archive of a household is bound.
pub const ARCHIVE_PRINT: Operation = Operation::creating(
    "decide.archive.print",
    "decide.case.act",
    "制作家庭档案",
    "Bind the archive of a household",
);
/// Archives that were bound of a household.
pub const ARCHIVE_LIST: Operation = Operation::personal(
    "decide.archive.list",
    "decide.case.get",
    "查看家庭档案制作记录",
    "List the archives bound of a household",
);
/// A bound archive, for the one who made it.
pub const ARCHIVE_SHOW: Operation = Operation::personal(
    "decide.archive.show",
    "decide.case.act",
    "取出家庭档案",
    "Fetch a bound archive",
);
/// Who may confirm in whose stead by which document.
pub const DELEGATION_LIST: Operation = Operation::query(
    "decide.delegation.list",
    "decide.case.list",
    "查看审核确认权限委托登记",
    "Read the register of delegations",
);
/// An act in a case. Who may is said by the procedure.
pub const CASE_ACT: Operation = Operation::creating(
    "decide.case.act",
    "decide.case.act",
    "办理案件",
    "Act in a case",
);
/// A submission of the portal becomes a case.
pub const CASE_TAKE: Operation = Operation::creating(
    "decide.case.take",
    "decide.case.open",
    "接收网上申请",
    "Take over a submission",
);
/// A citizen follows the own case; at the portal, without a role.
pub const CASE_PROGRESS: Operation = Operation::query(
    "decide.case.progress",
    "",
    "群众查看办理进度",
    "A citizen follows the own case",
);
/// What a village publishes, for anybody.
pub const PUBLICITY_SHOW: Operation = Operation::query(
    "decide.publicity.show",
    "",
    "群众查看公示和公布",
    "Public lists of a village, for anybody",
);

/// Open cases counted by lamp.
pub const CASE_COUNT: Operation = Operation::query(
    "decide.case.lamps",
    "decide.case.list",
    "按灯统计案件",
    "Count cases by lamp",
);
/// The four that have to be complete.
pub const CASE_GATES: Operation = Operation::personal(
    "decide.case.gates",
    "decide.case.list",
    "统计四个100%",
    "Count the four 100%",
);
/// What a day alone changes in cases: lists taken down, limits passed, lamps told. Internal.
pub const CASE_CLOCK: Operation = Operation::command(
    "decide.case.clock",
    "decide.case.clock",
    "案件到期处理",
    "Do what falls due in cases",
);
/// One opinion on many cases. Who may is said by the procedure, case by case.
pub const CASE_BATCH: Operation = Operation::creating(
    "decide.case.batch",
    "decide.case.act",
    "批量办理案件",
    "Give one opinion on many cases",
);
/// Open steps put into another officer's hands.
pub const CASE_HAND_OVER: Operation = Operation::creating(
    "decide.case.hand_over",
    "decide.case.hand_over",
    "移交在办案件",
    "Hand over open work",
);
/// Who stands in for whom.
pub const DEPUTY_LIST: Operation = Operation::query(
    "decide.deputy.list",
    "decide.case.list",
    "查看代理安排",
    "List deputies",
);
/// One officer stands in for another.
pub const DEPUTY_CREATE: Operation = Operation::creating(
    "decide.deputy.create",
    "decide.deputy.create",
    "登记代理",
    "Appoint a deputy",
);
/// A time of standing in is ended.
pub const DEPUTY_END: Operation = Operation::creating(
    "decide.deputy.end",
    "decide.deputy.create",
    "提前结束代理",
    "End a deputyship",
);
/// Who works on cases in one's area.
pub const COLLEAGUE_LIST: Operation = Operation::query(
    "decide.colleague.list",
    "decide.case.list",
    "查看办案人员",
    "List colleagues",
);
/// The officer's own phrases.
pub const PHRASE_LIST: Operation = Operation::query(
    "decide.phrase.list",
    "decide.case.act",
    "查看常用意见",
    "List one's phrases",
);
/// A phrase is kept.
pub const PHRASE_CREATE: Operation = Operation::creating(
    "decide.phrase.create",
    "decide.case.act",
    "保存常用意见",
    "Keep a phrase",
);
/// A phrase is forgotten.
pub const PHRASE_DELETE: Operation = Operation::creating(
    "decide.phrase.delete",
    "decide.case.act",
    "删除常用意见",
    "Forget a phrase",
);
/// Lists that hang or are to be put up.
pub const PUBLICITY_LIST: Operation = Operation::personal(
    "decide.publicity.list",
    "decide.case.list",
    "查看公示栏",
    "Read the publicity board",
);
/// Rechecks that are due are opened. Internal.
pub const RECHECK_OPEN: Operation = Operation::command(
    "decide.recheck.open",
    "decide.recheck.open",
    "启动到期复核",
    "Open rechecks that are due",
);
/// The county is told of an application of somebody in benefit already. Internal.
pub const CASE_CLASH: Operation = Operation::command(
    "decide.case.clash",
    "decide.case.clash",
    "告知重复申请",
    "Tell of a double application",
);
/// Looking for awards whose recheck is due. Internal.
pub const RECHECK_FIND: Operation = Operation::query(
    "decide.recheck.find",
    "decide.recheck.open",
    "查找到期复核",
    "Find rechecks that are due",
);
/// An assessment of a household.
pub const ASSESSMENT_CREATE: Operation = Operation::creating(
    "decide.assessment.create",
    "decide.assessment.create",
    "测算一户",
    "Assess a household",
);
/// The assessments of a household.
pub const ASSESSMENT_LIST: Operation = Operation::personal(
    "decide.assessment.list",
    "decide.assessment.get",
    "查看一户的测算记录",
    "List the assessments of a household",
);
/// One assessment with its explanation.
pub const ASSESSMENT_GET: Operation = Operation::personal(
    "decide.assessment.get",
    "decide.assessment.get",
    "查看测算",
    "Show an assessment",
);
/// An assessment computed again.
pub const ASSESSMENT_REPLAY: Operation = Operation::personal(
    "decide.assessment.replay",
    "decide.assessment.get",
    "复算一次测算",
    "Compute an assessment again",
);
/// What may be claimed and is not held.
pub const GAP_LIST: Operation = Operation::personal(
    "decide.gap.list",
    "decide.gap.list",
    "查看应享未享清单",
    "List what families may claim and do not have",
);
/// How many there are.
pub const GAP_COUNT: Operation = Operation::query(
    "decide.gap.count",
    "decide.gap.list",
    "查看应享未享数量",
    "Count what families may claim and do not have",
);
/// Going through an area.
pub const GAP_SCAN: Operation = Operation::creating(
    "decide.gap.scan",
    "decide.gap.scan",
    "查找应享未享",
    "Go through an area for what may be claimed",
);
/// The step of a job that goes through an area.
pub const GAP_FIND: Operation = Operation::command(
    "decide.gap.find",
    "decide.gap.scan",
    "登记应享未享",
    "Record what may be claimed",
);
/// The list as a workbook.
pub const GAP_EXPORT: Operation = Operation::creating(
    "decide.gap.export",
    "decide.gap.export",
    "导出应享未享清单",
    "Export what families may claim and do not have",
);
/// What another rule would change on the area's own records.
pub const SIMULATION_RUN: Operation = Operation::query(
    "decide.simulation.run",
    "decide.simulation.run",
    "试算政策调整",
    "Simulate a change of policy",
);
/// For which families it would.
pub const SIMULATION_FAMILIES: Operation = Operation::personal(
    "decide.simulation.families",
    "decide.simulation.families",
    "查看试算涉及的家庭",
    "List the families that a simulation touches",
);
/// The families as a workbook.
pub const SIMULATION_EXPORT: Operation = Operation::creating(
    "decide.simulation.export",
    "decide.simulation.families",
    "导出试算涉及的家庭",
    "Export the families that a simulation touches",
);

/// All of them.
pub const OPERATIONS: &[Operation] = &[
    DECISION_LIST,
    DECISION_GET,
    OPENING_PROPOSE,
    START_PROPOSE,
    CHANGE_PROPOSE,
    GRACE_PROPOSE,
    STOP_PROPOSE,
    ONE_OFF_PROPOSE,
    DECISION_APPROVE,
    DECISION_REJECT,
    DECISION_APPLY,
    AWARD_LIST,
    PROCEDURE_LIST,
    CASE_LIST,
    CASE_GET,
    CASE_FORM,
    CASE_FORM_PAGE,
    CASE_OPEN,
    CASE_FILE,
    CASE_SHEET,
    CASE_DRAFT,
    CASE_ATTACH,
    CASE_SIGN,
    CASE_EVENTS,
    DRAFT_GET,
    DRAFT_SAVE,
    LETTER_LIST,
    LETTER_PRINT,
    LETTER_SHOW,
    TEMPLATE_LIST,
    TEMPLATE_FILE,
    TEMPLATE_WRITE,
    TEMPLATE_WITHDRAW,
    CASE_GATES,
    CASE_VERIFICATION,
    CASE_VERIFY,
    CASE_CONSENT,
    LETTER_DUE,
    LETTER_BATCH,
    LETTER_BATCH_SHOW,
    ARCHIVE_PRINT,
    ARCHIVE_LIST,
    ARCHIVE_SHOW,
    DELEGATION_LIST,
    CASE_ACT,
    CASE_TAKE,
    CASE_PROGRESS,
    PUBLICITY_SHOW,
    CASE_COUNT,
    CASE_CLOCK,
    CASE_BATCH,
    CASE_HAND_OVER,
    DEPUTY_LIST,
    DEPUTY_CREATE,
    DEPUTY_END,
    COLLEAGUE_LIST,
    PHRASE_LIST,
    PHRASE_CREATE,
    PHRASE_DELETE,
    PUBLICITY_LIST,
    RECHECK_OPEN,
    RECHECK_FIND,
    CASE_CLASH,
    ASSESSMENT_CREATE,
    ASSESSMENT_LIST,
    ASSESSMENT_GET,
    ASSESSMENT_REPLAY,
    GAP_LIST,
    GAP_COUNT,
    GAP_SCAN,
    GAP_FIND,
    GAP_EXPORT,
    SIMULATION_RUN,
    SIMULATION_FAMILIES,
    SIMULATION_EXPORT,
];
