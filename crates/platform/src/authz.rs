//! The operations of the floor itself.

use crate::operation::Operation;

/// `GET /tasks`
pub const TASK_LIST: Operation =
    Operation::query("platform.task.list", "", "查看待办", "List tasks");
/// `GET /jobs`
pub const JOB_LIST: Operation =
    Operation::query("platform.job.list", "", "查看后台任务", "List jobs");
/// `GET /jobs/{id}`
pub const JOB_GET: Operation =
    Operation::query("platform.job.get", "", "查看后台任务详情", "See a job");
/// `POST /jobs/{id}/cancel`
pub const JOB_CANCEL: Operation =
    Operation::command("platform.job.cancel", "", "取消后台任务", "Cancel a job");
/// `POST /jobs/{id}/resume`
pub const JOB_RESUME: Operation =
    Operation::command("platform.job.resume", "", "恢复后台任务", "Resume a job");
/// `GET /files/{id}`
pub const FILE_GET: Operation =
    Operation::query("platform.file.get", "", "下载文件", "Download a file");
/// `GET /audit/entries`
pub const AUDIT_LIST: Operation = Operation::query(
    "platform.audit.list",
    "platform.audit.read",
    "查看审计日志",
    "See the audit log",
);
/// `GET /audit/access`
pub const ACCESS_LIST: Operation = Operation::query(
    "platform.access.list",
    "platform.audit.read",
    "查看访问日志",
    "See the access log",
);
/// `POST /audit/verify`
pub const AUDIT_VERIFY: Operation = Operation::command(
    "platform.audit.verify",
    "platform.audit.verify",
    "校验审计链",
    "Verify the audit chain",
);

/// All of them.
pub const OPERATIONS: &[Operation] = &[
    TASK_LIST,
    JOB_LIST,
    JOB_GET,
    JOB_CANCEL,
    JOB_RESUME,
    FILE_GET,
    AUDIT_LIST,
    ACCESS_LIST,
    AUDIT_VERIFY,
];
