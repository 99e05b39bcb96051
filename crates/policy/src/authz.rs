//! What one can do here.

use platform::Operation;

/// The releases.
pub const RELEASE_LIST: Operation = Operation::query(
    "policy.release.list",
    "policy.release.list",
    "查看政策包版本",
    "List pack releases",
);
/// A new release.
pub const RELEASE_PROPOSE: Operation = Operation::creating(
    "policy.release.propose",
    "policy.release.propose",
    "提出启用政策包",
    "Propose a pack release",
);
/// The second person says yes.
pub const RELEASE_APPROVE: Operation = Operation::creating(
    "policy.release.approve",
    "policy.release.approve",
    "批准启用政策包",
    "Approve a pack release",
);
/// The second person says no.
pub const RELEASE_REJECT: Operation = Operation::creating(
    "policy.release.reject",
    "policy.release.approve",
    "不同意启用政策包",
    "Reject a pack release",
);
/// One release with its checks.
pub const RELEASE_GET: Operation = Operation::query(
    "policy.release.get",
    "policy.release.list",
    "查看一个政策包版本",
    "Show a pack release",
);
/// A release with values that a document changes.
pub const RELEASE_AMEND: Operation = Operation::creating(
    "policy.release.amend",
    "policy.release.propose",
    "提出标准调整",
    "Propose changed values",
);
/// Its texts checked and tested again.
pub const RELEASE_CHECK: Operation = Operation::creating(
    "policy.release.check",
    "policy.release.check",
    "检查政策包版本",
    "Check a pack release",
);
/// What programmes there are.
pub const PROGRAMME_LIST: Operation = Operation::query(
    "policy.programme.list",
    "policy.programme.list",
    "查看救助项目",
    "List programmes",
);
/// What amounts hold.
pub const PARAMETER_LIST: Operation = Operation::query(
    "policy.parameter.list",
    "policy.parameter.list",
    "查看政策参数",
    "List parameters",
);
/// How conditions and amounts are computed; whoever reads the values may read these.
pub const FORMULA_LIST: Operation = Operation::query(
    "policy.formula.list",
    "policy.parameter.list",
    "查看政策公式",
    "List formulas",
);
/// What changed between two days or releases.
pub const CHANGE_LIST: Operation = Operation::query(
    "policy.change.list",
    "policy.parameter.list",
    "查看政策变动",
    "List what changed in the policy",
);
/// What documents there are.
pub const DOCUMENT_LIST: Operation = Operation::query(
    "policy.document.list",
    "policy.parameter.list",
    "查看政策文件",
    "List policy documents",
);
/// What the one window tells and asks.
pub const CATALOGUE_LIST: Operation = Operation::query(
    "policy.catalogue.list",
    "policy.programme.list",
    "查看救助事项指导目录",
    "Show the guidance catalogue",
);

/// What facts are called.
pub const VOCABULARY_LIST: Operation = Operation::query(
    "policy.vocabulary.list",
    "policy.programme.list",
    "查看词汇表",
    "List the vocabulary",
);
/// One programme with everything that makes it.
pub const PROGRAMME_GET: Operation = Operation::query(
    "policy.programme.get",
    "policy.programme.list",
    "查看一个救助项目",
    "Show a programme",
);
/// One parameter through time and place.
pub const PARAMETER_GET: Operation = Operation::query(
    "policy.parameter.get",
    "policy.parameter.list",
    "查看一个政策参数",
    "Show a parameter",
);
/// The places of the pack.
pub const PLACE_LIST: Operation = Operation::query(
    "policy.place.list",
    "policy.programme.list",
    "查看政策包的地方",
    "List the places of the policy pack",
);
/// What the calculator asks; open to everybody.
pub const CALCULATOR_ASK: Operation = Operation::query(
    "policy.calculator.ask",
    "",
    "打开政策计算器",
    "Open the policy calculator",
);
/// What the calculator answers; open to everybody.
pub const CALCULATOR_WORK_OUT: Operation = Operation::query(
    "policy.calculator.work_out",
    "",
    "用政策计算器测算",
    "Ask the policy calculator",
);

/// All of them.
pub const OPERATIONS: &[Operation] = &[
    RELEASE_LIST,
    RELEASE_GET,
    RELEASE_PROPOSE,
    RELEASE_AMEND,
    RELEASE_CHECK,
    RELEASE_APPROVE,
    RELEASE_REJECT,
    PROGRAMME_LIST,
    PARAMETER_LIST,
    FORMULA_LIST,
    VOCABULARY_LIST,
    CHANGE_LIST,
    DOCUMENT_LIST,
    CATALOGUE_LIST,
    PROGRAMME_GET,
    PARAMETER_GET,
    PLACE_LIST,
    CALCULATOR_ASK,
    CALCULATOR_WORK_OUT,
];
