//! Import kinds: which files there are and what their columns mean.

use super::Label;
use crate::fault::Spot;

/// What one row of a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowOf {
    /// A household.
    Household,
    /// A person.
    Person,
}

/// For what a roster entry makes an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AwardFor {
    /// For the household, covering the members marked.
    Household,
    /// For each person.
    Person,
    /// For nobody: the file says things about people but awards nothing.
    Nobody,
}

/// Where a column's value goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A structural field; see [`FIELDS`].
    Field(String),
    /// A fact of the vocabulary.
    Fact(String),
    /// Read over on purpose.
    Ignore,
}

/// Structural fields that columns may fill: key, Chinese, English.
///
/// Facts of the vocabulary (姓名, 公民身份号码, 与户主关系 …) are not repeated here.
pub const FIELDS: &[(&str, &str, &str)] = &[
    (
        "household.number",
        "户编号",
        "number of the household in the source system",
    ),
    ("household.head_name", "户主姓名", "name of the head"),
    (
        "household.head_id",
        "户主身份证号",
        "ID number of the head; links member rows to households",
    ),
    ("household.size", "家庭人口数", "number of members"),
    (
        "household.covered",
        "保障人口数",
        "number of members covered",
    ),
    (
        "household.division",
        "区划代码",
        "division code, 9 or 12 digits",
    ),
    ("household.province", "省", "province name"),
    ("household.city", "市", "city name"),
    ("household.county", "区县", "county name"),
    ("household.township", "乡镇(街道)", "township name"),
    ("household.village", "村(社区)", "village name"),
    ("household.address", "住址", "address"),
    ("household.phone", "联系电话", "phone"),
    (
        "household.members",
        "成员姓名与身份证号",
        "names and ID numbers, separated by semicolons",
    ),
    (
        "person.number",
        "人编号",
        "number of the person in the source system",
    ),
    ("person.phone", "本人电话", "phone of the person"),
    (
        "person.disability_card",
        "残疾人证号",
        "disability card number",
    ),
    (
        "award.programme",
        "救助项目",
        "programmes, by key or Chinese name, separated by 、",
    ),
    ("award.number", "证号", "certificate number of the award"),
    (
        "award.from_month",
        "最初享受月份",
        "first month of the award",
    ),
    (
        "award.to_month",
        "停止月份",
        "last month of the award, where it has ended",
    ),
    (
        "award.covered",
        "是否保障对象",
        "whether the member is covered",
    ),
    (
        "award.amount",
        "月保障金额",
        "monthly amount in the source system, to compare",
    ),
    (
        "award.top_up",
        "分类施保金额",
        "monthly top-up in the source system, to compare",
    ),
    ("award.reason", "申请原因", "reason of the application"),
    ("account.bank", "开户银行", "bank"),
    ("account.holder", "户名", "holder of the account"),
    ("account.number", "账号", "account or benefit-card number"),
];

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMap {
    /// Where its value goes.
    pub target: Target,
    /// Headers by which it is known; the first one is written into templates.
    pub headers: Vec<String>,
    /// Rows without it are wrong.
    pub required: bool,
    /// Unit of the column where it is not that of the fact (元/月 for 元/年).
    pub unit: Option<String>,
    /// Spellings and what they stand for.
    pub values: Vec<(String, String)>,
    /// Whether templates have the column.
    pub template: bool,
    /// What to write, for templates.
    pub note: Option<String>,
    /// Where it is declared.
    pub spot: Spot,
}

/// One file of an import kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFile {
    /// Key.
    pub key: String,
    /// Names; the Chinese one is the sheet name of templates.
    pub label: Label,
    /// Whether the import needs it.
    pub required: bool,
    /// What one row is about.
    pub rows: RowOf,
    /// Parts of file or sheet names by which it is known.
    pub known_by: Vec<String>,
    /// Its columns.
    pub columns: Vec<ColumnMap>,
}

/// A kind of import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportKind {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The programme whose roster it is.
    pub programme: Option<String>,
    /// For what its entries make awards.
    pub award: AwardFor,
    /// Facts that hold for every row: 城乡 = 农村.
    pub constants: Vec<(String, String)>,
    /// Fields by which member rows find their household, tried in order.
    pub link: Vec<String>,
    /// Where the layout comes from.
    pub cite: String,
    /// Its files.
    pub files: Vec<ImportFile>,
    /// Where it is declared.
    pub spot: Spot,
}
