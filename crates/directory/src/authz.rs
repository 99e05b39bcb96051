//! The operations of the directory. The permission of each is its own id, as roles name them.

use platform::Operation;

/// Signing in; nobody is known yet, so that no permission can be asked for.
pub const SESSION_CREATE: Operation =
    Operation::command("directory.session.create", "", "登录", "Sign in");
/// Who am I.
pub const SESSION_GET: Operation = Operation::query(
    "directory.session.get",
    "",
    "查看本人会话",
    "Show one's session",
);
/// Signing out.
pub const SESSION_END: Operation =
    Operation::command("directory.session.end", "", "退出登录", "Sign out");
/// One's own password.
pub const PASSWORD_CHANGE: Operation = Operation::command(
    "directory.password.change",
    "",
    "修改密码",
    "Change the password",
);
/// The areas.
pub const DIVISION_LIST: Operation =
    Operation::query("directory.division.list", "", "查看区划", "List divisions");
/// Loading areas from data; no console page, a command of the set-up.
pub const DIVISION_LOAD: Operation = Operation::command(
    "directory.division.load",
    "directory.division.load",
    "导入区划",
    "Load divisions",
);
/// The bodies.
pub const ORGANISATION_LIST: Operation = Operation::query(
    "directory.organisation.list",
    "directory.organisation.list",
    "查看机构",
    "List organisations",
);
/// A new body.
pub const ORGANISATION_CREATE: Operation = Operation::creating(
    "directory.organisation.create",
    "directory.organisation.create",
    "新增机构",
    "Create an organisation",
);
/// A changed body.
pub const ORGANISATION_UPDATE: Operation = Operation::command(
    "directory.organisation.update",
    "directory.organisation.update",
    "修改机构",
    "Change an organisation",
);
/// The staff.
pub const USER_LIST: Operation = Operation::query(
    "directory.user.list",
    "directory.user.list",
    "查看用户",
    "List users",
);
/// A new user with a first password.
pub const USER_CREATE: Operation = Operation::creating(
    "directory.user.create",
    "directory.user.create",
    "新增用户",
    "Create a user",
);
/// A changed user.
pub const USER_UPDATE: Operation = Operation::command(
    "directory.user.update",
    "directory.user.update",
    "修改用户",
    "Change a user",
);
/// A new first password.
pub const USER_RESET: Operation = Operation::creating(
    "directory.user.reset",
    "directory.user.reset",
    "重置密码",
    "Reset a password",
);
/// Locking.
pub const USER_LOCK: Operation = Operation::command(
    "directory.user.lock",
    "directory.user.lock",
    "锁定用户",
    "Lock a user",
);
/// Unlocking.
pub const USER_UNLOCK: Operation = Operation::command(
    "directory.user.unlock",
    "directory.user.unlock",
    "解锁用户",
    "Unlock a user",
);
/// Giving a role.
pub const GRANT_CREATE: Operation = Operation::creating(
    "directory.grant.create",
    "directory.grant.create",
    "授予角色",
    "Grant a role",
);
/// Taking a role back.
pub const GRANT_END: Operation = Operation::command(
    "directory.grant.end",
    "directory.grant.end",
    "收回角色",
    "End a grant",
);
/// The roles.
pub const ROLE_LIST: Operation = Operation::query(
    "directory.role.list",
    "directory.role.list",
    "查看角色",
    "List roles",
);

/// All of them.
pub const OPERATIONS: &[Operation] = &[
    SESSION_CREATE,
    SESSION_GET,
    SESSION_END,
    PASSWORD_CHANGE,
    DIVISION_LIST,
    DIVISION_LOAD,
    ORGANISATION_LIST,
    ORGANISATION_CREATE,
    ORGANISATION_UPDATE,
    USER_LIST,
    USER_CREATE,
    USER_UPDATE,
    USER_RESET,
    USER_LOCK,
    USER_UNLOCK,
    GRANT_CREATE,
    GRANT_END,
    ROLE_LIST,
];
