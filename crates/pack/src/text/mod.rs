//! The texts of a pack tree, as they lie on disk or in the binary: reading
//! within limits, the canonical archive and its digest.

mod archive;
mod node;
mod source;

pub use archive::ArchiveError;
pub use node::{Entry, Node, Value, parse};

use crate::fault::Spot;
use std::collections::BTreeMap;

/// Largest text, in bytes.
pub const MAX_FILE: u64 = 1 << 20;
/// Largest sum of all texts, in bytes.
pub const MAX_TOTAL: u64 = 64 << 20;
/// Most texts in one tree.
pub const MAX_FILES: usize = 20_000;
/// Deepest folder.
pub const MAX_FOLDERS: usize = 12;
/// Deepest nesting inside a text.
pub const MAX_NESTING: usize = 24;

/// The texts of a pack tree: UTF-8, line ends `\n`, in path order.
///
/// Paths use `/` and start at the packs folder: `cn/gansu/pack.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    files: BTreeMap<String, String>,
    order: Vec<String>,
}

impl Texts {
    fn from_files(files: BTreeMap<String, String>) -> Self {
        let order = files.keys().cloned().collect();
        Texts { files, order }
    }

    /// Paths and texts in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text at a path.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Path of a file by its index in path order.
    pub fn path(&self, file: u32) -> &str {
        self.order.get(file as usize).map_or("", String::as_str)
    }

    /// Path and line of a place; a very long line is shortened.
    pub(crate) fn line(&self, spot: Spot) -> (String, String) {
        const SHOWN: usize = 160;
        let path = self.path(spot.file).to_owned();
        let line = match (self.files.get(&path), spot.line) {
            (Some(text), n) if n > 0 => text.lines().nth(n as usize - 1).unwrap_or(""),
            _ => "",
        };
        let mut shown: String = line.chars().take(SHOWN).collect();
        if line.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        (path, shown)
    }
}
