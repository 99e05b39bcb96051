//! What goes wrong when deciding.

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
    SAME_PERSON = "decide.decision.same_person", 409, "提出人不能审批自己提出的事项，请由另一人审批", "Whoever proposed a decision may not decide on it; ask another person";
    /// A step that the state does not allow.
    DECISION_STATE = "decide.decision.state", 409, "决定当前状态不允许此操作", "The decision's state does not allow this";
    /// A step that the award does not allow.
    AWARD_STATE = "decide.award.state", 409, "待遇当前状态不允许此操作", "The award's state does not allow this";
    /// A household is in benefit under an excluding programme. Says no more than that.
    IN_BENEFIT = "decide.award.in_benefit_elsewhere", 409, "其中有人已在享受相同或相斥的救助项目，请联系县级核实", "Somebody among them is already in benefit under this or an excluding programme; ask the county to look into it";
    /// The opening decision of an import exists.
    OPENED = "decide.opening.exists", 409, "该次导入已提出过期初确认", "An opening decision was already proposed for this import";
    /// There is nothing to open.
    NOTHING_TO_OPEN = "decide.opening.empty", 422, "该次导入没有可确认的待遇", "The import holds no award to be confirmed";
    /// The programme is not run here on that date.
    PROGRAMME = "decide.programme.unknown", 422, "该地在该月没有这个救助项目", "There is no such programme at this place in that month";
    /// No pack release is in force.
    NO_RELEASE = "decide.release.none", 409, "没有生效的政策包，请先发布并审批", "No pack release is in force; propose and approve one first";
    /// No such procedure at the place on that day.
    PROCEDURE = "decide.procedure.unknown", 422, "该地在这一天没有这个办理程序", "There is no such procedure at this place on that day";
    /// The procedure does not allow it.
    CASE_REFUSED = "decide.case.refused", 409, "现在不能这样办理", "This cannot be done now";
    /// The case went on meanwhile.
    CASE_STALE = "decide.case.stale", 409, "案件已有新的进展，请刷新后再办理", "The case went on meanwhile; look at it again";
    /// Nothing of the case waits for a verification.
    CASE_VERIFIES_NOT = "decide.case.verifies_not", 409, "本案现在不需要提请核对", "Nothing in this case waits for a verification now";
    /// An act that cannot be read.
    CASE_UNREADABLE = "decide.case.unreadable", 422, "办理内容的写法有误", "The act cannot be read";
    /// The people of a case.
    CASE_PARTY = "decide.case.party", 422, "案件当事人填写有误", "The people of the case are not right";
    /// One open case of a procedure for a household.
    CASE_OPEN_ALREADY = "decide.case.open_already", 409, "该户（按人享受的项目为该人）已有同一程序的案件正在办理", "A case of this procedure is open already for the household, or for the person where each holds the programme alone";
    /// The award that a case is about.
    CASE_AWARD = "decide.case.award", 409, "该户在此项目下没有（或不止一项）在享待遇，请先核实", "The household has no award, or several, under this programme; look into it first";
    /// The number confirmed is not that of the people concerned.
    CASE_PERSONS = "decide.case.persons", 409, "确认人数与本案成员不符", "The number confirmed is not that of the members";
    /// The amount confirmed is not what the rolls will pay.
    CASE_AMOUNT = "decide.case.amount", 409, "确认金额与名册将发的金额不符", "The amount confirmed is not what the rolls will pay";
    /// A change of head before the register names the new one.
    CASE_HEAD = "decide.case.head", 409, "申请人还不是户主：请先在家庭档案里把申请人变更为户主，再办理这一步", "The applicant is not the head yet: make the applicant the head in the household file first, then take this step";
    /// Somebody of the family is in benefit already. Says no more than that.
    CASE_IN_BENEFIT = "decide.case.in_benefit", 409, "家庭成员中有人已在享受相同或相斥的救助项目，不能受理；已告知县级核实", "Somebody in the family is in benefit under this or an excluding programme already; the county has been told";
    /// The month from which a result holds.
    CASE_MONTH = "decide.case.month", 422, "请填写生效月份或月数", "Give the month, or how many months";
    /// A deputy or handler who works on no cases there.
    DEPUTY_WHO = "decide.deputy.who", 422, "所选人员不存在、已停用，或在该辖区没有办理案件的角色", "The person chosen is unknown, locked, or holds no role of casework in that area";
    /// A time of standing in that is over.
    DEPUTY_OVER = "decide.deputy.over", 409, "该代理已经结束", "This time of standing in is over";
    /// Facts on record that no assessment can be made of.
    ASSESS_FACTS = "decide.assessment.facts", 422, "在册情况有误，不能测算；请先更正所列情况", "The facts on record do not allow an assessment; mend those named first";
    /// Changes that no simulation can be made of.
    SIMULATION_CHANGES = "decide.simulation.changes", 422, "所写的调整不能试算，请按提示改正", "These changes cannot be simulated; mend those named";
    /// A day before the first rules.
    SIMULATION_EARLY = "decide.simulation.early", 422, "所选日期早于该地政策包最早的规定，请选较晚的日期", "The day is before the first rules of the place; choose a later one";
    /// A place without programmes.
    SIMULATION_PLACE = "decide.simulation.place", 422, "政策包没有该地的规定或所选的救助项目", "The policy pack lacks the place, or a programme that was asked for";
    /// More households than memory is kept for.
    SIMULATION_LARGE = "decide.simulation.large", 422, "该地户数太多，不能一次试算，请选下级区划", "The area has too many households for one simulation; choose a smaller one";
    /// A form of the case that does not hold.
    FORM_WRONG = "decide.form.wrong", 422, "表格填写有误，请按提示逐栏改正后再提交", "The form does not hold; mend the fields named and hand it in again";
    /// No such form on the day of the case.
    FORM_UNKNOWN = "decide.form.unknown", 422, "该地在案件所依的日期没有这份表格", "There is no such form at this place on the day of the case";
    /// What is saved while one types is too long.
    DRAFT_LONG = "decide.draft.too_long", 422, "草稿内容过长，请缩短文字或减少行数", "The draft is too long; shorten texts or take out rows";
    /// A closed case takes no more papers.
    CASE_CLOSED = "decide.case.closed", 409, "案件已办结，不能再添加材料", "The case is closed and takes no more papers";
    /// A file that is no photo and no PDF.
    FILE_KIND = "decide.file.kind", 422, "只接受 JPG、PNG、WebP 图片和 PDF 文件；请确认内容与文件名一致，手机的 HEIC 照片请先转存为 JPG", "Only JPG, PNG and WebP pictures and PDF files are taken; what is in the file has to agree with its name, and HEIC photos of phones are saved as JPG first";
    /// A file that would do something when opened.
    FILE_ACTIVE = "decide.file.active", 422, "PDF 中含有脚本、自动动作、附件或加密内容，不能接收；请打印为普通 PDF 或拍照后上传", "The PDF holds scripts, actions, attachments or encrypted content and is not taken; print it to a plain PDF or take a photo of it";
    /// A file that is too large.
    FILE_LARGE = "decide.file.too_large", 413, "文件太大，单个文件最多 20 MB；请把照片压缩或降低拍摄分辨率后重试", "The file is too large, at most 20 MB each; make the photo smaller or take it at a lower resolution";
    /// A signature that does not stand under what is filed.
    SIGNATURE = "decide.signature.void", 409, "签字须在填好的内容上手写；内容在签字后有改动的，请重新签字", "A signature is written under the content as it stands; where that changed since, it is to be signed anew";
    /// No such document.
    LETTER_UNKNOWN = "decide.letter.unknown", 422, "没有这份文书的模板，或案件还没有相应内容", "There is no template of this document, or the case has nothing for it yet";
    /// A template that cannot be used.
    TEMPLATE_WRONG = "decide.template.wrong", 422, "文书模板不能使用，请按提示修改后重新上传", "The template cannot be used; mend what is named and send it again";
    /// No template of one's own.
    TEMPLATE_UNKNOWN = "decide.template.unknown", 422, "本单位没有在用的这份文书模板", "The office has no template of this document in use";
    /// Offices without documents of their own.
    TEMPLATE_OFFICE = "decide.template.office", 422, "文书模板由县级或乡镇（街道）单位设置", "Templates are set by counties and townships";
    /// There is nothing to bind.
    ARCHIVE_EMPTY = "decide.archive.empty", 422, "该户还没有案件、决定或测算，没有可以制作的档案", "The household has no case, decision or assessment yet; there is nothing to bind";
    /// More pictures than one file should hold.
    ARCHIVE_LARGE = "decide.archive.too_large", 422, "该户材料的照片和扫描件超过200 MB，不能合成一个档案文件；请按案件分别打印文书，或联系县级管理员", "Photographs and scans of the household come to more than 200 MB and do not go into one file; print the letters case by case, or ask the county's administrator";
    /// The months do not fit.
    MONTHS = "decide.award.months", 422, "月份不符合要求", "The months do not fit";
}
