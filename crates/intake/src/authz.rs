//! The operations of intake. Those below `/portal` belong to visitors and citizens: they need no
//! role, because no officer reaches them (see [`crate::Citizen`]).

use platform::Operation;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $kind:ident($id:literal, $permission:literal, $zh:literal, $en:literal);)*) => {
        $($(#[$doc])* pub const $name: Operation = Operation::$kind($id, $permission, $zh, $en);)*
        /// All operations of the slice.
        pub const OPERATIONS: &[Operation] = &[$($name),*];
    };
}

operations! {
    /// A code for signing in, sent to the citizen.
    CODE_ASK = command("intake.code.ask", "", "群众获取登录码", "A citizen asks for a code");
    /// A code for signing in, handed out at the counter.
    CODE_HAND = creating("intake.code.hand", "intake.submission.list", "窗口发放登录码", "Hand out a code at the counter");
    /// A citizen signs in.
    CITIZEN_OPEN = command("intake.citizen.open", "", "群众登录", "A citizen signs in");
    /// Who is signed in.
    CITIZEN_GET = query("intake.citizen.get", "", "群众查看本人登录信息", "A citizen sees the own account");
    /// A citizen signs out.
    CITIZEN_END = command("intake.citizen.end", "", "群众退出登录", "A citizen signs out");
    /// The areas of the place, for choosing one's village.
    AREA_LIST = query("intake.area.list", "", "群众选择乡镇和村", "Areas, for anybody");
    /// The guidance catalogue, for anybody.
    MATTER_LIST = query("intake.matter.list", "", "群众查看救助事项", "The catalogue, for anybody");
    /// The windows, for anybody.
    WINDOW_SHOW = query("intake.window.show", "", "群众查看服务窗口", "Windows, for anybody");
    /// A citizen's own submissions.
    SUBMISSION_MINE = query("intake.submission.mine", "", "群众查看本人申请", "A citizen lists the own submissions");
    /// One of them, whole.
    SUBMISSION_OWN = query("intake.submission.own", "", "群众查看一件本人申请", "A citizen opens an own submission");
    /// A new draft.
    SUBMISSION_CREATE = creating("intake.submission.create", "", "群众新建申请", "A citizen begins a submission");
    /// The draft goes on.
    SUBMISSION_SAVE = command("intake.submission.save", "", "群众保存申请", "A citizen saves a submission");
    /// A photograph of a paper.
    PHOTO_ADD = creating("intake.photo.add", "", "群众上传材料照片", "A citizen adds a photograph");
    /// A photograph taken away again.
    PHOTO_REMOVE = command("intake.photo.remove", "", "群众删除材料照片", "A citizen removes a photograph");
    /// An own photograph.
    PHOTO_SHOW = query("intake.photo.show", "", "群众查看本人材料照片", "A citizen sees an own photograph");
    /// Handed in.
    SUBMISSION_SUBMIT = creating("intake.submission.submit", "", "群众提交申请", "A citizen hands in a submission");
    /// Taken back by the citizen.
    SUBMISSION_WITHDRAW = command("intake.submission.withdraw", "", "群众撤回申请", "A citizen withdraws a submission");
    /// What waits at the window.
    SUBMISSION_LIST = personal("intake.submission.list", "intake.submission.list", "查看网上申请", "List submissions");
    /// One of them.
    SUBMISSION_GET = personal("intake.submission.get", "intake.submission.list", "查看网上申请详情", "Open a submission");
    /// Back to the citizen, once, with all that is missing.
    SUBMISSION_RETURN = creating("intake.submission.return", "intake.submission.return", "一次性告知补正", "Give a submission back with what is missing");
    /// The register of windows.
    WINDOW_LIST = query("intake.window.list", "intake.window.list", "查看服务窗口登记", "List service windows");
    /// A new window.
    WINDOW_CREATE = creating("intake.window.create", "intake.window.write", "登记服务窗口", "Enter a service window");
    /// A window changes or closes.
    WINDOW_CHANGE = command("intake.window.change", "intake.window.write", "变更服务窗口", "Change a service window");
    /// A matter goes to another department.
    REFERRAL_OPEN = creating("intake.referral.open", "intake.referral.open", "转办", "Refer a matter");
    /// What was referred.
    REFERRAL_LIST = personal("intake.referral.list", "intake.referral.list", "查看转办件", "List referrals");
    /// The department has it.
    REFERRAL_RECEIVE = command("intake.referral.receive", "intake.referral.answer", "登记部门签收", "Record the receipt");
    /// The department answered.
    REFERRAL_ANSWER = command("intake.referral.answer", "intake.referral.answer", "登记部门答复", "Record the answer");
    /// The citizen was told.
    REFERRAL_TELL = command("intake.referral.tell", "intake.referral.open", "反馈群众", "Tell the citizen");
}
