/// A fault or a term that can be said in Chinese and in English.
///
/// Texts tell what is wrong and how to mend it, and never repeat personal data.
pub trait Bilingual {
    /// The Chinese text.
    fn zh(&self) -> String;
    /// The English text.
    fn en(&self) -> String;
}
