//! Why work could not be done, in Chinese and English.

use std::io;

use kernel::Bilingual;
use paper::PaperError;

/// Why a file could not be read, a delivery not kept, or a run not finished.
///
/// Texts say what, where and how to mend it and never repeat a cell.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// A file is no table, has no such column, or is damaged.
    #[error("{name}: {fault}")]
    File {
        /// The name under which the caller knows the file.
        name: String,
        /// What is wrong with it.
        #[source]
        fault: PaperError,
    },
    /// A file could not be read or written.
    #[error("{name}: {fault}")]
    Io {
        /// The name of the file.
        name: String,
        /// What the operating system says.
        #[source]
        fault: io::Error,
    },
    /// The caller asked to stop. Nothing was left half done.
    #[error("stopped; nothing was kept")]
    Cancelled,
    /// More subjects than one run holds.
    #[error("more than {0} subjects; split the list")]
    TooManySubjects(u64),
    /// The very same file was taken in before.
    #[error("the same file was taken in before, as the delivery of {0}")]
    SameDelivery(chrono::NaiveDate),
    /// A delivery of a later day is in force.
    #[error("the delivery is of {given}, older than that of {in_force} in force")]
    Older {
        /// The day of this delivery.
        given: chrono::NaiveDate,
        /// The day of the one in force.
        in_force: chrono::NaiveDate,
    },
    /// A delivery without any usable row.
    #[error("no row of the delivery can be used ({rejected} rejected); nothing was kept")]
    NothingUsable {
        /// Rows that were rejected.
        rejected: u64,
    },
    /// A delivery file is damaged or was altered.
    #[error("the delivery file is damaged or was altered ({0}); take it back from the backup")]
    Damaged(&'static str),
    /// The list handed in may not be looked for in this source.
    #[error("the source {source_key} may not be used for the purpose {purpose}")]
    Purpose {
        /// The source.
        source_key: String,
        /// What it was asked for.
        purpose: String,
    },
}

impl MatchError {
    pub(crate) fn file(name: &str, fault: PaperError) -> MatchError {
        // A file that is not there is told apart from one that cannot be understood.
        let kind = std::error::Error::source(&fault)
            .and_then(|cause| cause.downcast_ref::<io::Error>())
            .map(io::Error::kind)
            .filter(|_| fault.code() == "unreadable");
        if let Some(kind) = kind {
            return MatchError::io(name, kind.into());
        }
        MatchError::File {
            name: name.to_owned(),
            fault,
        }
    }

    pub(crate) fn io(name: &str, fault: io::Error) -> MatchError {
        MatchError::Io {
            name: name.to_owned(),
            fault,
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            MatchError::File { fault, .. } => fault.code(),
            MatchError::Io { fault, .. } if fault.kind() == io::ErrorKind::StorageFull => {
                "disk_full"
            }
            MatchError::Io { .. } => "unreadable",
            MatchError::Cancelled => "cancelled",
            MatchError::TooManySubjects(_) => "too_many_subjects",
            MatchError::SameDelivery(_) => "same_delivery",
            MatchError::Older { .. } => "older_delivery",
            MatchError::NothingUsable { .. } => "nothing_usable",
            MatchError::Damaged(_) => "damaged_delivery",
            MatchError::Purpose { .. } => "purpose",
        }
    }
}

impl Bilingual for MatchError {
    fn zh(&self) -> String {
        match self {
            MatchError::File { name, fault } => format!("{name}：{}", fault.zh()),
            MatchError::Io { name, fault } => match fault.kind() {
                io::ErrorKind::NotFound => format!("{name}：文件不存在"),
                io::ErrorKind::StorageFull => {
                    format!("{name}：磁盘已满，未保存任何内容；请腾出空间后重试")
                }
                io::ErrorKind::PermissionDenied => format!("{name}：没有读写权限"),
                _ => format!("{name}：文件读写失败，请重试；仍然失败请联系系统管理员"),
            },
            MatchError::Cancelled => "已停止，未保存任何内容".to_owned(),
            MatchError::TooManySubjects(limit) => format!("对象超过 {limit} 行，请拆分名单"),
            MatchError::SameDelivery(day) => {
                format!("同一份文件已经接收过（数据日期 {day}），不再重复接收")
            }
            MatchError::Older { given, in_force } => format!(
                "这份数据的日期是 {given}，早于现行数据 {in_force}；请核对，确需补存历史数据的另行标明"
            ),
            MatchError::NothingUsable { rejected } => {
                format!("没有一行可用（退回 {rejected} 行），未保存任何内容；请检查证件号码列")
            }
            MatchError::Damaged(part) => {
                format!("数据文件已损坏或被改动（{part}），请从备份恢复")
            }
            MatchError::Purpose {
                source_key,
                purpose,
            } => format!("来源 {source_key} 不得用于“{purpose}”"),
        }
    }

    fn en(&self) -> String {
        match self {
            MatchError::File { name, fault } => format!("{name}: {}", fault.en()),
            MatchError::Io { name, fault } => match fault.kind() {
                io::ErrorKind::NotFound => format!("{name}: there is no such file"),
                io::ErrorKind::StorageFull => {
                    format!(
                        "{name}: the disk is full; nothing was kept. Free some space and try again"
                    )
                }
                io::ErrorKind::PermissionDenied => format!("{name}: no right to read or write it"),
                _ => format!("{name}: reading or writing failed ({})", fault.kind()),
            },
            other => other.to_string(),
        }
    }
}
