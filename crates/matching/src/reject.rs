//! Rows that could not be used, and why.

use kernel::{Bilingual, IdNumberError};

/// Why a row was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The cell of the person key holds no identity number.
    Id(IdReason),
    /// The row has more cells than the header, or lacks that of the person key.
    Width,
    /// A quotation mark is opened and not closed where the row ends.
    Quote,
    /// The row is longer than [`MAX_RECORD`](crate::text::MAX_RECORD).
    TooLong,
    /// Bytes that are neither UTF-8 nor GB18030.
    Encoding,
    /// A cell is not of the type its column has in the description of the source.
    Type,
    /// A cell that every row must have is empty.
    Missing,
}

/// The faults of an identity number without their details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdReason {
    /// The cell is empty.
    Empty,
    /// A spreadsheet lost its last digits.
    Scientific,
    /// Masked with stars.
    Masked,
    /// Neither 15 nor 18 characters.
    Length,
    /// A character that is no digit.
    Character,
    /// No such province.
    Province,
    /// No such birth date.
    BirthDate,
    /// The check character is wrong.
    CheckDigit,
}

impl From<IdNumberError> for Reason {
    fn from(fault: IdNumberError) -> Reason {
        Reason::Id(match fault {
            IdNumberError::Empty => IdReason::Empty,
            IdNumberError::Scientific => IdReason::Scientific,
            IdNumberError::Masked => IdReason::Masked,
            IdNumberError::Length(_) => IdReason::Length,
            IdNumberError::Character(_) => IdReason::Character,
            IdNumberError::Province => IdReason::Province,
            IdNumberError::BirthDate => IdReason::BirthDate,
            IdNumberError::CheckDigit => IdReason::CheckDigit,
        })
    }
}

impl Reason {
    /// All reasons, in the order of their numbers.
    pub const ALL: [Reason; 14] = [
        Reason::Id(IdReason::Empty),
        Reason::Id(IdReason::Scientific),
        Reason::Id(IdReason::Masked),
        Reason::Id(IdReason::Length),
        Reason::Id(IdReason::Character),
        Reason::Id(IdReason::Province),
        Reason::Id(IdReason::BirthDate),
        Reason::Id(IdReason::CheckDigit),
        Reason::Width,
        Reason::Quote,
        Reason::TooLong,
        Reason::Encoding,
        Reason::Type,
        Reason::Missing,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Id(IdReason::Empty) => "id_empty",
            Reason::Id(IdReason::Scientific) => "id_scientific",
            Reason::Id(IdReason::Masked) => "id_masked",
            Reason::Id(IdReason::Length) => "id_length",
            Reason::Id(IdReason::Character) => "id_character",
            Reason::Id(IdReason::Province) => "id_province",
            Reason::Id(IdReason::BirthDate) => "id_birth_date",
            Reason::Id(IdReason::CheckDigit) => "id_check_digit",
            Reason::Width => "width",
            Reason::Quote => "quote",
            Reason::TooLong => "too_long",
            Reason::Encoding => "encoding",
            Reason::Type => "type",
            Reason::Missing => "missing",
        }
    }

    /// The number under which it is stored: its place in [`ALL`](Self::ALL).
    pub fn number(self) -> u8 {
        Reason::ALL
            .iter()
            .position(|r| *r == self)
            .expect("every reason is listed") as u8
    }

    /// The reason of a stored number.
    pub fn of_number(number: u8) -> Option<Reason> {
        Reason::ALL.get(usize::from(number)).copied()
    }

    fn id(reason: IdReason) -> Option<IdNumberError> {
        Some(match reason {
            IdReason::Empty => IdNumberError::Empty,
            IdReason::Scientific => IdNumberError::Scientific,
            IdReason::Masked => IdNumberError::Masked,
            IdReason::Province => IdNumberError::Province,
            IdReason::BirthDate => IdNumberError::BirthDate,
            IdReason::CheckDigit => IdNumberError::CheckDigit,
            IdReason::Length | IdReason::Character => return None,
        })
    }
}

impl Bilingual for Reason {
    fn zh(&self) -> String {
        match self {
            Reason::Id(IdReason::Length) => "身份证号应为18位（旧号码15位）".to_owned(),
            Reason::Id(IdReason::Character) => {
                "身份证号中有不是数字的字符（只有末位可以是X）".to_owned()
            }
            Reason::Id(reason) => Reason::id(*reason).map(|f| f.zh()).unwrap_or_default(),
            Reason::Width => "列数与表头不符，可能是单元格里的分隔符没有加引号".to_owned(),
            Reason::Quote => "引号没有配对，请检查这一行的双引号".to_owned(),
            Reason::TooLong => "这一行超过 1 MB 的上限，可能是少了换行或引号".to_owned(),
            Reason::Encoding => {
                "这一行既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 后重报".to_owned()
            }
            Reason::Type => "单元格的内容与该列的类型不符（日期、金额或代码）".to_owned(),
            Reason::Missing => "必填的单元格是空的".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Reason::Id(IdReason::Length) => {
                "an identity number has 18 characters (15 for old ones)".to_owned()
            }
            Reason::Id(IdReason::Character) => {
                "the identity number has characters that are no digits (only the last may be X)"
                    .to_owned()
            }
            Reason::Id(reason) => Reason::id(*reason).map(|f| f.en()).unwrap_or_default(),
            Reason::Width => {
                "the number of cells differs from the header; a delimiter inside a cell may lack its quotation marks".to_owned()
            }
            Reason::Quote => {
                "a quotation mark is not closed; check the quotation marks of this row".to_owned()
            }
            Reason::TooLong => {
                "the row is above the limit of 1 MB; a line break or quotation mark may be missing".to_owned()
            }
            Reason::Encoding => {
                "the row is neither UTF-8 nor GB18030; save the file as UTF-8 and deliver it again".to_owned()
            }
            Reason::Type => {
                "a cell does not hold what its column holds (a date, an amount or a code)".to_owned()
            }
            Reason::Missing => "a cell that must be filled is empty".to_owned(),
        }
    }
}

/// A row that was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reject {
    /// Row in the file, 1-based, as a spreadsheet counts.
    pub row: u64,
    /// Column in the file, 0-based, where one cell is at fault.
    pub column: Option<u16>,
    /// Why.
    pub reason: Reason,
    /// The row was kept all the same, without the cell at fault.
    pub kept: bool,
}

/// How many rows were rejected for each reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RejectCounts([u64; Reason::ALL.len()]);

impl RejectCounts {
    /// Counts one.
    pub fn add(&mut self, reason: Reason) {
        self.0[usize::from(reason.number())] += 1;
    }

    /// Adds the counts of another.
    pub fn merge(&mut self, other: &RejectCounts) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// The reasons that occur, with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (Reason, u64)> + '_ {
        Reason::ALL
            .into_iter()
            .zip(self.0)
            .filter(|(_, count)| *count > 0)
    }
}
