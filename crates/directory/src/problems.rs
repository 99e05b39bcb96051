//! What goes wrong in the directory.

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
    /// One answer for an unknown name, a wrong password, a locked and a disabled user alike.
    REFUSED = "directory.session.refused", 401, "登录名或密码不正确，或账户已锁定", "The login or the password is wrong, or the account is locked";
    /// The first password must be changed before anything else.
    MUST_CHANGE = "directory.password.must_change", 403, "请先修改初始密码", "Please change your first password before anything else";
    /// The old password given is wrong.
    OLD_PASSWORD = "directory.password.old_wrong", 422, "旧密码不正确", "The old password is wrong";
    /// The new password is weak.
    WEAK_PASSWORD = "directory.password.weak", 422, "新密码不符合要求", "The new password is too weak";
    /// A login name that exists.
    LOGIN_TAKEN = "directory.user.login_taken", 409, "登录名已被使用", "This login name is taken";
    /// An organisation's name that exists.
    NAME_TAKEN = "directory.organisation.name_taken", 409, "机构名称已存在", "An organisation of this name exists";
    /// A state that does not allow it.
    USER_STATE = "directory.user.state", 409, "用户当前状态不允许此操作", "The user's state does not allow this";
    /// Roles that one person may not hold together.
    EXCLUSIVE = "directory.grant.exclusive", 409, "系统、安全、审计管理员须由不同人员担任，且不得兼任业务角色", "The three administrators are different persons and hold no other role";
    /// One's own rights.
    OWN_GRANT = "directory.grant.own", 409, "不能给自己授权或收回自己的授权", "Nobody grants or ends a role of their own";
    /// A role that the pack does not know.
    UNKNOWN_ROLE = "directory.grant.unknown_role", 422, "没有这个角色", "There is no such role";
    /// A code that no division has.
    UNKNOWN_DIVISION = "directory.division.unknown", 422, "没有这个区划", "There is no such division";
    /// Divisions that cannot be loaded.
    DIVISIONS = "directory.division.faulty", 422, "区划数据有误，未导入", "The division data has faults; nothing was loaded";
}
