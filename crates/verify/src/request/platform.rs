//! The upper verification platform: an interface behind a trait, and its file twin.

use std::{io::Write as _, path::PathBuf, sync::Arc};

use ::platform::{Floor, Problem, Result};
use async_trait::async_trait;

/// Takes request files. A connector to the province's platform implements it where there is one;
/// the report comes back as a file either way.
#[async_trait]
pub trait Platform: Send + Sync {
    /// Hands a file over. The same file again must change nothing.
    ///
    /// # Errors
    /// Where it did not get there; it is tried again.
    async fn send(&self, floor: &Floor, name: &str, bytes: Vec<u8>) -> Result<()>;
}

/// The platform on the floor; the file twin where there is none.
pub struct Upper(pub Arc<dyn Platform>);

/// The platform of this place.
pub(crate) fn upper(floor: &Floor) -> Arc<dyn Platform> {
    match floor.extension::<Upper>() {
        Some(upper) => upper.0.clone(),
        None => Arc::new(Outbox),
    }
}

/// The file twin: `outbox/verification/` in the data folder, from which the files are carried to
/// the platform. Readable by their owner only, because they hold identity numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outbox;

#[async_trait]
impl Platform for Outbox {
    async fn send(&self, floor: &Floor, name: &str, bytes: Vec<u8>) -> Result<()> {
        let folder: PathBuf = floor.data().join("outbox").join("verification");
        let (path, part) = (folder.join(name), folder.join(format!(".{name}.part")));
        tokio::task::spawn_blocking(move || {
            std::fs::create_dir_all(&folder)?;
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            {
                use std::os::unix::fs::OpenOptionsExt as _;
                options.mode(0o600);
            }
            let mut file = options.open(&part)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            // Whoever fetches the folder never sees half a file.
            std::fs::rename(&part, &path)
        })
        .await
        .map_err(Problem::internal)??;
        Ok(())
    }
}
