//! The operations of counting.

use platform::Operation;

/// This month's numbers for the console's first page.
pub const HOME: Operation = Operation::query(
    "insight.home.get",
    "insight.home.get",
    "查看首页数字",
    "See the home page",
);
/// The figures of the report.
pub const FIGURES: Operation = Operation::query(
    "insight.figures.get",
    "insight.figures.get",
    "查看报告指标",
    "See the figures of the report",
);
/// Computed amounts beside printed ones.
pub const RECONCILIATION: Operation = Operation::query(
    "insight.reconciliation.get",
    "insight.reconciliation.get",
    "查看对账",
    "See the reconciliation",
);
/// Freezing who was in benefit at the end of a month: the right of those who lock its rolls, so
/// that a role which reads figures cannot write.
pub const FREEZE: Operation = Operation::creating(
    "insight.month_end.freeze",
    "disburse.roll.lock",
    "冻结月末名册",
    "Freeze the month-end rosters",
);
/// The frozen months.
pub const MONTH_ENDS: Operation = Operation::query(
    "insight.month_end.list",
    "insight.figures.get",
    "查看月末名册",
    "List the month-end rosters",
);

/// All of them.
pub const OPERATIONS: &[Operation] = &[HOME, FIGURES, RECONCILIATION, FREEZE, MONTH_ENDS];
