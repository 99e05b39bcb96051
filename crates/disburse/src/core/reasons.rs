//! Why a bank sends a payment back.

use decide::words;

words! {
    /// The reasons that offices act upon; each bank's own words are mapped to
    /// them in its file layout (财办〔2020〕37号 leaves the wording to the banks).
    pub enum FailureReason {
        /// The holder's name differs from the bank's.
        NameMismatch = "name_mismatch",
        /// There is no such account.
        NoAccount = "no_account",
        /// The account is closed or frozen.
        ClosedOrFrozen = "closed_or_frozen",
        /// The identity document differs from the bank's.
        IdMismatch = "id_mismatch",
        /// Anything else; the bank's words stay readable.
        Other = "other",
    }
}

impl FailureReason {
    /// The words shown to officers, Chinese and English.
    #[must_use]
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::NameMismatch => ("户名不符", "the holder's name does not match"),
            Self::NoAccount => ("账号不存在", "no such account"),
            Self::ClosedOrFrozen => ("已销户或冻结", "account closed or frozen"),
            Self::IdMismatch => ("证件不符", "the identity document does not match"),
            Self::Other => ("其他原因", "another reason"),
        }
    }
}
