//! A stored file in the clear for parsers that jump about in it: in a nameless private file,
//! which vanishes with its handle, also when the process dies.

use std::fs::File;
use std::io::{Read, Result as IoResult, Seek, SeekFrom};
use std::sync::Arc;

use paper::{Limits, Source, Table};
use platform::{Ctx, Problem, Result, files};
use uuid::Uuid;

/// A reader with a position of its own over a shared file.
struct At {
    file: Arc<File>,
    position: u64,
    length: u64,
}

impl Read for At {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        #[cfg(unix)]
        let n = std::os::unix::fs::FileExt::read_at(&*self.file, buffer, self.position)?;
        #[cfg(windows)]
        let n = std::os::windows::fs::FileExt::seek_read(&*self.file, buffer, self.position)?;
        self.position += n as u64;
        Ok(n)
    }
}

impl Seek for At {
    fn seek(&mut self, to: SeekFrom) -> IoResult<u64> {
        let target = match to {
            SeekFrom::Start(n) => i128::from(n),
            SeekFrom::End(n) => i128::from(self.length) + i128::from(n),
            SeekFrom::Current(n) => i128::from(self.position) + i128::from(n),
        };
        self.position = u64::try_from(target).map_err(|_| std::io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// Opens a stored file as a table.
///
/// # Errors
/// When the store or the disk fails; what is wrong with the table itself is the inner error.
pub(crate) async fn open(
    ctx: &Ctx,
    file: Uuid,
    name: &str,
) -> Result<std::result::Result<Table, paper::PaperError>> {
    let floor = ctx.floor().clone();
    let reader = ctx.query(&crate::authz::IMPORT_GET).await?;
    let row = files::find(&floor, reader.conn(), file)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    open_blob(&floor, move |floor| files::open(floor, &row), name).await
}

/// Opens content as a table.
pub(crate) async fn open_blob(
    floor: &platform::Floor,
    content: impl FnOnce(&platform::Floor) -> Result<files::Content> + Send + 'static,
    name: &str,
) -> Result<std::result::Result<Table, paper::PaperError>> {
    let (floor, name) = (floor.clone(), name.to_owned());
    tokio::task::spawn_blocking(move || {
        let folder = floor.data().join("tmp");
        std::fs::create_dir_all(&folder)?;
        let mut plain = tempfile::tempfile_in(&folder)?;
        let length = std::io::copy(&mut content(&floor)?, &mut plain)?;
        let plain = Arc::new(plain);
        let source = Source::new(name, move || {
            Ok(Box::new(At {
                file: Arc::clone(&plain),
                position: 0,
                length,
            }) as Box<dyn paper::ReadSeek>)
        });
        Ok(Table::read(source, Limits::default()))
    })
    .await
    .map_err(Problem::internal)?
}
