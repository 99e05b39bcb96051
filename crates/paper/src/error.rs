//! What can be wrong with a file, each with a stable code and two languages.

use std::io;

/// Why a file, or a place in it, cannot be read or written.
///
/// `code` is stable; `zh` and `en` say what, where and how to mend it. No text of a
/// cell is ever part of an error, because cells hold personal data.
#[derive(Debug, thiserror::Error)]
#[error("{en}")]
pub struct PaperError {
    code: &'static str,
    zh: String,
    en: String,
    #[source]
    cause: Option<io::Error>,
}

impl PaperError {
    pub(crate) fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            code,
            zh: zh.into(),
            en: en.into(),
            cause: None,
        }
    }

    /// The stable code, such as `password_protected`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The sentence for a Chinese reader.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The sentence for an English reader.
    pub fn en(&self) -> &str {
        &self.en
    }

    pub(crate) fn io(cause: io::Error) -> Self {
        // A guard below a decoder can only speak through io::Error; its own error
        // travels inside and is taken out again here.
        if cause
            .get_ref()
            .is_some_and(|inner| inner.is::<PaperError>())
        {
            let inner = cause
                .into_inner()
                .and_then(|e| e.downcast::<PaperError>().ok());
            return match inner {
                Some(inner) => *inner,
                None => Self::damaged(""),
            };
        }
        if matches!(
            cause.kind(),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData
        ) {
            return Self {
                cause: Some(cause),
                ..Self::damaged("")
            };
        }
        Self {
            code: "unreadable",
            zh: "文件读写失败，请重试；仍然失败请联系系统管理员".into(),
            en: "The file could not be read or written. Try again; if it keeps failing, tell the system administrator.".into(),
            cause: Some(cause),
        }
    }

    pub(crate) fn empty() -> Self {
        Self::new(
            "empty",
            "文件是空的，没有可读的数据。请确认选对了文件",
            "The file is empty. Check that it is the file you meant.",
        )
    }

    pub(crate) fn password() -> Self {
        Self::new(
            "password_protected",
            "工作簿设置了打开密码。请在 Excel 或 WPS 中取消密码后另存，再导入",
            "The workbook needs a password to open. Remove the password in Excel or WPS, save it and import it again.",
        )
    }

    pub(crate) fn html() -> Self {
        Self::new(
            "html_not_workbook",
            "文件内容是网页（HTML），只是用了表格文件的扩展名。请用 Excel 或 WPS 打开后另存为 .xlsx，再导入",
            "The file is a web page (HTML) under the name of a spreadsheet. Open it in Excel or WPS, save it as .xlsx and import that.",
        )
    }

    pub(crate) fn not_a_table(what_zh: &str, what_en: &str) -> Self {
        Self::new(
            "not_a_table",
            format!("文件不是可读的表格（看起来是{what_zh}）。请导入 .xlsx、.xls 或 .csv 文件"),
            format!(
                "The file is not a table that can be read (it looks like {what_en}). Import an .xlsx, .xls or .csv file."
            ),
        )
    }

    pub(crate) fn damaged(part: &str) -> Self {
        let (zh, en) = if part.is_empty() {
            (String::new(), String::new())
        } else {
            (format!("（{part}）"), format!(" ({part})"))
        };
        Self::new(
            "damaged",
            format!("文件已损坏或不完整{zh}。请在 Excel 或 WPS 中打开并另存为 .xlsx，再导入"),
            format!(
                "The file is damaged or incomplete{en}. Open it in Excel or WPS, save it as .xlsx and import that."
            ),
        )
    }

    pub(crate) fn bomb() -> Self {
        Self::new(
            "inflates_too_far",
            "压缩内容展开后异常巨大，为安全起见拒绝读取。请在 Excel 或 WPS 中打开并另存后再导入",
            "The compressed content unpacks to an abnormal size and is refused for safety. Open it in Excel or WPS, save it again and import that.",
        )
    }

    pub(crate) fn too_large(limit_mb: u64) -> Self {
        Self::new(
            "too_large",
            format!("文件超过 {limit_mb} MB 的上限。请按乡镇拆分后分次导入"),
            format!(
                "The file is above the limit of {limit_mb} MB. Split it, for example by township, and import the parts."
            ),
        )
    }

    pub(crate) fn too_many_columns(row: u64, limit: usize) -> Self {
        Self::new(
            "too_many_columns",
            format!("第 {row} 行超过 {limit} 列的上限。请删除右侧多余的列"),
            format!(
                "Row {row} has more than the limit of {limit} columns. Delete the surplus columns on the right."
            ),
        )
    }

    pub(crate) fn too_many_rows(limit: u64) -> Self {
        Self::new(
            "too_many_rows",
            format!("表格超过 {limit} 行的上限。请拆分后分次导入"),
            format!(
                "The table has more than the limit of {limit} rows. Split it and import the parts."
            ),
        )
    }

    pub(crate) fn cell_too_long(row: u64) -> Self {
        Self::new(
            "cell_too_long",
            format!("第 {row} 行附近有一个单元格过长；在 .csv 中通常是少了一个引号。请检查该行"),
            format!(
                "A cell near row {row} is too long; in a .csv this is most often a missing quotation mark. Check that row."
            ),
        )
    }

    pub(crate) fn encoding(line: u64) -> Self {
        Self::new(
            "unknown_encoding",
            format!(
                "第 {line} 行含有既不是 UTF-8 也不是 GB18030 的字符。请用 Excel 或 WPS 打开后另存为 .xlsx 或“CSV UTF-8”"
            ),
            format!(
                "Line {line} has characters that are neither UTF-8 nor GB18030. Open the file in Excel or WPS and save it as .xlsx or as CSV UTF-8."
            ),
        )
    }

    pub(crate) fn no_header(seen: u32, wanted: &[&str]) -> Self {
        let list = wanted.join("、");
        Self::new(
            "header_not_found",
            format!(
                "在前 {seen} 行中没有找到列标题。需要的列：{list}。请使用导入模板，或把标题改成这些名称"
            ),
            format!(
                "No column titles were found in the first {seen} rows. Columns wanted: {list}. Use the import template or rename the titles."
            ),
        )
    }

    pub(crate) fn missing_columns(row: u64, missing: &[&str]) -> Self {
        let list = missing.join("、");
        Self::new(
            "columns_missing",
            format!("第 {row} 行的列标题中缺少必需的列：{list}。请补上这些列"),
            format!("The titles in row {row} lack required columns: {list}. Add these columns."),
        )
    }

    pub(crate) fn no_sheet(index: usize) -> Self {
        let n = index + 1;
        Self::new(
            "no_such_sheet",
            format!("工作簿中没有第 {n} 张工作表"),
            format!("The workbook has no sheet number {n}."),
        )
    }

    pub(crate) fn unwritable(what: impl std::fmt::Display) -> Self {
        Self::new(
            "unwritable",
            format!("表格无法写出：{what}"),
            format!("The workbook could not be written: {what}"),
        )
    }
}

impl From<io::Error> for PaperError {
    fn from(cause: io::Error) -> Self {
        Self::io(cause)
    }
}

impl From<PaperError> for io::Error {
    fn from(error: PaperError) -> Self {
        io::Error::other(error)
    }
}
