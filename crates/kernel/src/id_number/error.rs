use crate::Bilingual;

/// Why something is not a citizen identity number. The texts never repeat the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberError {
    /// Nothing was given.
    #[error("the identity number is empty")]
    Empty,
    /// A spreadsheet turned the number into 6.2E+17 and lost its last digits.
    #[error(
        "the spreadsheet shortened the identity number to scientific notation; type it again in a cell of text format"
    )]
    Scientific,
    /// The number is masked with stars.
    #[error("the identity number is masked; give the whole number")]
    Masked,
    /// There are neither 18 nor 15 characters.
    #[error("an identity number has 18 characters (15 for old ones), not {0}")]
    Length(usize),
    /// A character is neither a digit nor, at the end, an X.
    #[error("character {0} of the identity number is not a digit (only the last may be X)")]
    Character(usize),
    /// The first two digits name no province.
    #[error("the first digits of the identity number name no province")]
    Province,
    /// There is no such day.
    #[error("the birth date in the identity number does not exist")]
    BirthDate,
    /// The last character does not agree with the others.
    #[error(
        "the check character of the identity number is wrong; compare each digit with the card"
    )]
    CheckDigit,
}

impl Bilingual for IdNumberError {
    fn zh(&self) -> String {
        match self {
            IdNumberError::Empty => "身份证号为空".to_owned(),
            IdNumberError::Scientific => {
                "身份证号被表格软件变成科学计数法，末位已丢失，请将单元格设为文本格式后重新填写"
                    .to_owned()
            }
            IdNumberError::Masked => "身份证号含有遮盖符号，请填写完整号码".to_owned(),
            IdNumberError::Length(n) => format!("身份证号应为18位（旧号码15位），现为{n}位"),
            IdNumberError::Character(n) => format!("身份证号第{n}位不是数字（只有末位可以是X）"),
            IdNumberError::Province => "身份证号前两位不是有效的省级代码".to_owned(),
            IdNumberError::BirthDate => "身份证号中的出生日期不存在".to_owned(),
            IdNumberError::CheckDigit => "身份证号校验码不正确，请对照证件逐位核对".to_owned(),
        }
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
