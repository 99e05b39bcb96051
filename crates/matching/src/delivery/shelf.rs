//! The folder in which deliveries lie.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Manifest;
use super::group::read_manifest;
use super::{Delivery, Keys};
use crate::error::MatchError;

/// A folder of deliveries. Which of them are in force stands in the database; the shelf keeps
/// the files whole.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
    room: u64,
}

pub(super) const PART: &str = "part";
const WHOLE: &str = "delivery";

impl Shelf {
    /// Opens the folder, makes it where it is not there, and clears away what a run that was
    /// killed left unfinished.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn open(folder: &Path) -> Result<Shelf, MatchError> {
        let name = folder.display().to_string();
        let io = |fault| MatchError::io(&name, fault);
        fs::create_dir_all(folder).map_err(io)?;
        for found in fs::read_dir(folder).map_err(io)? {
            let path = found.map_err(io)?.path();
            if path.extension().is_some_and(|e| e == PART) && is_left(&path) {
                fs::remove_file(&path).map_err(io)?;
            }
        }
        Ok(Shelf {
            folder: folder.to_owned(),
            room: u64::MAX,
        })
    }

    /// The same shelf with a bound on the bytes that one delivery may take, so that a folder on
    /// a shared disk does not fill it.
    #[must_use]
    pub fn with_room(mut self, bytes: u64) -> Shelf {
        self.room = bytes;
        self
    }

    pub(super) fn bounded<W: Write>(&self, file: W) -> Bounded<W> {
        Bounded {
            file,
            left: self.room,
        }
    }

    /// The file of a digest.
    pub fn path(&self, digest: &str) -> PathBuf {
        self.folder.join(format!("{digest}.{WHOLE}"))
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A delivery by its digest.
    ///
    /// # Errors
    /// When it is not there, cut off or altered.
    pub fn delivery(&self, digest: &str, keys: &Keys) -> Result<Delivery, MatchError> {
        let found = Delivery::open(&self.path(digest), keys)?;
        if found.digest() == digest {
            Ok(found)
        } else {
            Err(MatchError::Damaged("name"))
        }
    }

    /// What lies in the folder: digest and manifest, by source and day.
    ///
    /// # Errors
    /// When the folder or one of its files cannot be read.
    pub fn list(&self) -> Result<Vec<(String, Manifest)>, MatchError> {
        let name = self.folder.display().to_string();
        let io = |fault| MatchError::io(&name, fault);
        let mut all = Vec::new();
        for found in fs::read_dir(&self.folder).map_err(io)? {
            let path = found.map_err(io)?.path();
            if path.extension().is_none_or(|e| e != WHOLE) {
                continue;
            }
            let digest = path.file_stem().unwrap_or_default();
            let mut file = File::open(&path).map_err(io)?;
            all.push((
                digest.to_string_lossy().into_owned(),
                read_manifest(&mut file)?,
            ));
        }
        all.sort_by(|(a, x), (b, y)| (&x.source, x.as_of, a).cmp(&(&y.source, y.as_of, b)));
        Ok(all)
    }
}

/// A file that is full after so many bytes.
#[derive(Debug)]
pub(super) struct Bounded<W> {
    pub file: W,
    left: u64,
}

impl<W: Write> Write for Bounded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() as u64 > self.left {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let written = self.file.write(bytes)?;
        self.left -= written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Whether nobody writes an unfinished file any more: its writer holds a lock as long as it lives.
fn is_left(path: &Path) -> bool {
    File::options()
        .write(true)
        .open(path)
        .is_ok_and(|file| file.try_lock().is_ok())
}
