//! Bank files: how a payment batch goes to the bank and how its answer is read.

use super::Label;
use crate::fault::Spot;

/// Kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Text with a separator.
    Csv,
    /// Excel workbook.
    Xlsx,
}

/// Encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// GB 18030.
    #[serde(rename = "GB18030")]
    Gb18030,
}

/// Fields of one payment line in the file for the bank: key, Chinese, English.
pub const LINE_FIELDS: &[(&str, &str, &str)] = &[
    ("seq", "序号", "place in the batch, from 1"),
    ("payee_name", "户名", "holder of the account"),
    ("payee_id", "证件号码", "ID number of the holder"),
    ("bank", "开户银行", "bank"),
    ("account", "账号", "account"),
    ("amount", "金额", "amount in 元 with two decimals"),
    ("amount_fen", "金额(分)", "amount in fen, whole number"),
    ("kind", "类型", "current, arrears or recovery"),
    ("purpose", "用途", "programme and month"),
    (
        "recipient_name",
        "保障对象",
        "person whom the payment is for",
    ),
    (
        "recipient_relation",
        "与保障对象关系",
        "relation of the holder to that person",
    ),
    ("township", "乡镇", "township"),
    ("village", "村", "village"),
];

/// Fields of title rows and footers: key, Chinese, English.
pub const SHEET_FIELDS: &[(&str, &str, &str)] = &[
    ("batch", "批次号", "number of the batch"),
    ("month", "月份", "month"),
    ("bank", "代发银行", "bank"),
    ("programmes", "发放项目", "programmes"),
    ("place", "区划", "place"),
    ("unit", "发放单位", "organisation that pays"),
    ("count", "总笔数", "number of lines"),
    ("total", "总金额", "sum in 元"),
    ("total_fen", "总金额(分)", "sum in fen"),
    ("paid_count", "成功笔数", "number paid"),
    ("paid_total", "成功金额", "sum paid"),
    ("rejected_count", "失败笔数", "number rejected"),
    ("rejected_total", "失败金额", "sum rejected"),
    ("prepared_by", "制表人", "who prepared it"),
    ("approved_by", "审核人", "who approved it"),
];

/// Fields of one line of the bank's answer: key, Chinese, English.
pub const RETURN_FIELDS: &[(&str, &str, &str)] = &[
    ("seq", "序号", "place in the batch"),
    ("payee_name", "户名", "holder of the account"),
    ("payee_id", "证件号码", "ID number of the holder"),
    ("account", "账号", "account"),
    ("amount", "金额", "amount in 元"),
    ("amount_fen", "金额(分)", "amount in fen"),
    ("status", "处理结果", "paid, rejected or in transit"),
    ("reason", "失败原因", "code or words of the reason"),
    ("bank_seq", "银行流水号", "the bank's own number"),
    ("time", "入账时间", "when it was booked"),
];

/// A cell of a title row or footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Fixed words.
    Text(String),
    /// A field of the sheet.
    Field(String),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header written, and read first.
    pub header: String,
    /// Other headers by which it is known.
    pub synonyms: Vec<String>,
    /// The field.
    pub field: String,
    /// Must be there when reading.
    pub required: bool,
}

/// The layout of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Kind of file.
    pub format: Format,
    /// Encoding of a text file.
    pub encoding: Encoding,
    /// Separator of a text file.
    pub separator: char,
    /// Lines end with CR LF.
    pub crlf: bool,
    /// File name with sheet fields in braces: `{batch}_{month}.csv`.
    pub name: String,
    /// Rows before the header row.
    pub title: Vec<Vec<Cell>>,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Whether the header row is written.
    pub header: bool,
    /// Rows after the lines.
    pub footer: Vec<Vec<Cell>>,
}

/// What became of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Booked.
    Paid,
    /// Rejected (退票).
    Rejected,
    /// Not yet known.
    InTransit,
}

/// A reason of rejection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The bank's code.
    pub code: String,
    /// Words.
    pub label: Label,
    /// Other words that the bank writes.
    pub synonyms: Vec<String>,
    /// Whether the account must be corrected before the payment is issued again.
    pub correct_account: bool,
}

/// A bank that pays out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bank {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Other names found in rosters.
    pub synonyms: Vec<String>,
    /// Key of its file layout.
    pub file: String,
    /// Where it is declared.
    pub spot: Spot,
}

/// Fields of one person in the file for the verification platform: key, Chinese, English.
pub const ASKED_FIELDS: &[(&str, &str, &str)] = &[
    ("request", "核对编号", "number of the request"),
    ("seq", "序号", "place of the person in the request"),
    ("name", "姓名", "name"),
    ("id_number", "证件号码", "ID number"),
    ("capacity", "身份", "applicant, member or supporter"),
    ("programme", "申请救助类型", "programme"),
    ("purpose", "用途", "what it is asked for"),
    ("items", "授权查询项目", "what may be queried"),
    ("from", "授权起", "first day of the consent"),
    (
        "to",
        "授权止",
        "last day of the consent; empty: until the matter ends",
    ),
];

/// Fields of one line of the platform's report: key, Chinese, English.
pub const REPORTED_FIELDS: &[(&str, &str, &str)] = &[
    ("request", "核对编号", "number of the request"),
    ("report", "报告编号", "the platform's own number"),
    ("day", "报告日期", "day of the report"),
    ("name", "姓名", "name"),
    ("id_number", "证件号码", "ID number"),
    ("source", "信息类别", "which source"),
    ("found", "检出情况", "found or not found"),
    ("details", "明细", "what was found"),
];

/// Fields of title rows and footers of both files: key, Chinese, English.
pub const VERIFICATION_FIELDS: &[(&str, &str, &str)] = &[
    ("batch", "批次号", "number of the batch"),
    ("unit", "提请单位", "office that asks"),
    ("day", "日期", "day of the file"),
    ("requests", "户数", "number of requests"),
    ("persons", "人数", "number of persons"),
    ("lines", "行数", "number of lines"),
    ("found", "检出行数", "lines in which something was found"),
];

/// A source that reports of household verification speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSource {
    /// Key.
    pub key: String,
    /// Names; the Chinese one stands in the file.
    pub label: Label,
    /// The item of the consent on which querying it rests.
    pub item: String,
    /// The first day on which the law lets it be queried.
    pub from: chrono::NaiveDate,
    /// The clause.
    pub cite: String,
}

/// The layouts of the file that asks the upper platform to verify households, and of its
/// report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationFile {
    /// Key, which the parameter 核对平台文件格式 names.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The document it rests on.
    pub cite: String,
    /// The file for the platform.
    pub out: Layout,
    /// The platform's report.
    pub back: Layout,
    /// The platform's words, and whether they mean that something was found.
    pub found: Vec<(String, bool)>,
    /// The sources, in the order in which a report shows them.
    pub sources: Vec<ReportSource>,
    /// Where it is declared.
    pub spot: Spot,
}

/// The layouts of the file for a bank and of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankFile {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The document it rests on.
    pub cite: String,
    /// Words for the kinds of line: current, arrears, recovery.
    pub kinds: Vec<(String, String)>,
    /// The file for the bank.
    pub out: Layout,
    /// The bank's answer.
    pub back: Layout,
    /// The bank's words and what became of the payment.
    pub statuses: Vec<(String, Status)>,
    /// The bank's reasons.
    pub reasons: Vec<Reason>,
    /// Where it is declared.
    pub spot: Spot,
}
