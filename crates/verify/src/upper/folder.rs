//! The platform as two folders of the data folder, between which and the platform somebody
//! carries files.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ::platform::{Floor, Problem, Result};
use async_trait::async_trait;

use super::{LARGEST, Platform, plain};
use crate::problems::PLATFORM;

/// Request files go to `outbox/verification/`, report files come from `inbox/verification/` and
/// are moved to its folder `read/` afterwards. Readable by their owner only, because they hold
/// identity numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Folders;

fn inbox(floor: &Floor) -> PathBuf {
    floor.data().join("inbox").join("verification")
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(Problem::internal)??)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let (path, part) = (folder.join(name), folder.join(format!(".{name}.part")));
    std::fs::create_dir_all(folder)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // Whoever fetches the folder never sees half a file.
    std::fs::rename(&part, &path)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if entry.file_type()?.is_file() && plain(&name) {
            found.push(name);
        }
    }
    found.sort_unstable();
    Ok(found)
}

#[async_trait]
impl Platform for Folders {
    async fn send(&self, floor: &Floor, name: &str, bytes: Vec<u8>) -> Result<()> {
        let folder = floor.data().join("outbox").join("verification");
        let name = name.to_owned();
        blocking(move || write(&folder, &name, &bytes)).await
    }

    async fn waiting(&self, floor: &Floor) -> Result<Vec<String>> {
        let folder = inbox(floor);
        blocking(move || names(&folder)).await
    }

    async fn fetch(&self, floor: &Floor, name: &str) -> Result<Vec<u8>> {
        let path = inbox(floor).join(name);
        let read = move || {
            let large = std::fs::metadata(&path)?.len() > LARGEST as u64;
            (!large).then(|| std::fs::read(&path)).transpose()
        };
        let large = || {
            Problem::new(&PLATFORM).detail(
                "文件超过32兆，不是核对报告。",
                "The file is larger than 32 MiB and no report.",
            )
        };
        blocking(read).await?.ok_or_else(large)
    }

    async fn done(&self, floor: &Floor, name: &str) -> Result<()> {
        let (from, folder) = (inbox(floor).join(name), inbox(floor).join("read"));
        let to = folder.join(name);
        blocking(move || {
            std::fs::create_dir_all(&folder)?;
            match std::fs::rename(&from, &to) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
                moved => moved,
            }
        })
        .await
    }
}
