//! Where the bytes of a table lie.

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::PaperError;

/// A reader that can be moved to a position.
pub trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

type Opener = dyn Fn() -> std::io::Result<Box<dyn ReadSeek>> + Send + Sync;

/// Bytes that can be opened again and again; each reader starts at the first byte.
#[derive(Clone)]
pub struct Source {
    name: String,
    open: Arc<Opener>,
}

impl Source {
    /// A file on disk.
    pub fn path(path: &Path) -> Self {
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let path: PathBuf = path.to_owned();
        Self::new(name, move || {
            Ok(Box::new(File::open(&path)?) as Box<dyn ReadSeek>)
        })
    }

    /// Bytes in memory, under a file name.
    pub fn bytes(name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        Self::new(name, move || {
            Ok(Box::new(Cursor::new(Arc::clone(&bytes))) as Box<dyn ReadSeek>)
        })
    }

    /// Anything that can be opened, such as a sealed file store.
    pub fn new(
        name: impl Into<String>,
        open: impl Fn() -> std::io::Result<Box<dyn ReadSeek>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            open: Arc::new(open),
        }
    }

    /// The file name the user gave it; it never decides the format.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A reader at the first byte, for whoever reads the bytes themselves.
    ///
    /// # Errors
    /// Where the bytes cannot be opened.
    pub fn open(&self) -> Result<Box<dyn ReadSeek>, PaperError> {
        Ok((self.open)()?)
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
