//! Short messages to telephones: a gateway behind a trait, and its file twin.

use std::{io::Write as _, path::PathBuf};

use async_trait::async_trait;
use platform::{Floor, Problem, Result};

/// Sends short messages. A gateway of the telephone company implements it where there is one.
#[async_trait]
pub trait Messages: Send + Sync {
    /// Sends one message; it is on its way when this returns.
    async fn send(&self, floor: &Floor, phone: &str, text: &str) -> Result<()>;
}

/// The file twin: `outbox/messages.csv` in the data folder, which a gateway fetches and empties.
/// Readable by its owner only, because it holds telephone numbers and codes that still count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outbox;

impl Outbox {
    fn path(floor: &Floor) -> PathBuf {
        floor.data().join("outbox").join("messages.csv")
    }
}

#[async_trait]
impl Messages for Outbox {
    async fn send(&self, floor: &Floor, phone: &str, text: &str) -> Result<()> {
        let path = Self::path(floor);
        let line = format!("{},{phone},{text}\n", floor.now().format("%FT%TZ"));
        tokio::task::spawn_blocking(move || {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            let mut options = std::fs::OpenOptions::new();
            options.append(true).create(true);
            #[cfg(unix)]
            {
                use std::os::unix::fs::OpenOptionsExt as _;
                options.mode(0o600);
            }
            options.open(path)?.write_all(line.as_bytes())
        })
        .await
        .map_err(Problem::internal)??;
        Ok(())
    }
}
