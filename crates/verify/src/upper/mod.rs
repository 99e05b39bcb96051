//! The upper verification platform behind one trait: over folders ([`Folders`]) or over HTTP
//! ([`Http`]). Files are the same either way, as the pack's layout says.

mod folder;
mod http;

use std::sync::Arc;

use ::platform::{Floor, Result};
use async_trait::async_trait;

pub use folder::Folders;
pub use http::{Http, HttpFault};

/// The largest report file.
pub(crate) const LARGEST: usize = 32 << 20;

/// Where request files go and report files come from.
#[async_trait]
pub trait Platform: Send + Sync {
    /// Hands a request file over. The same file again must change nothing.
    ///
    /// # Errors
    /// `verify.platform.failed` where it did not get there; the job is resumed.
    async fn send(&self, floor: &Floor, name: &str, bytes: Vec<u8>) -> Result<()>;

    /// The names of the report files that wait, in their order.
    ///
    /// # Errors
    /// `verify.platform.failed`.
    async fn waiting(&self, floor: &Floor) -> Result<Vec<String>>;

    /// A report file that waits.
    ///
    /// # Errors
    /// `verify.platform.failed`, also where it is larger than a report file may be.
    async fn fetch(&self, floor: &Floor, name: &str) -> Result<Vec<u8>>;

    /// Says that a report file was read and waits no more. Twice is as once.
    ///
    /// # Errors
    /// `verify.platform.failed`; the file is then read again, which changes nothing.
    async fn done(&self, floor: &Floor, name: &str) -> Result<()>;
}

/// The platform on the floor; folders where there is none.
pub struct Upper(pub Arc<dyn Platform>);

/// The platform of this place.
pub(crate) fn upper(floor: &Floor) -> Arc<dyn Platform> {
    match floor.extension::<Upper>() {
        Some(upper) => upper.0.clone(),
        None => Arc::new(Folders),
    }
}

/// Whether a name is a plain file name: it becomes part of a path and of an address.
pub(crate) fn plain(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= 120
        && !name.starts_with('.')
        && !name
            .chars()
            .any(|c| c.is_control() || matches!(c, '/' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_that_leads_elsewhere_is_none() {
        assert!(plain("核对报告_620521-HP-2022-00001.csv"));
        for name in [
            "",
            ".",
            "..",
            "../keys.json",
            "a/b",
            "a\\b",
            ".hidden",
            "a\nb",
        ] {
            assert!(!plain(name), "{name:?}");
        }
    }
}
