//! A stored file in the clear, in a nameless private file that vanishes with its handle, also
//! when the process dies.

use std::fs::File;
use std::io::{Read, Result as IoResult, Seek, SeekFrom};
use std::sync::Arc;

use paper::Source;
use platform::{Floor, Result, files};

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

/// Opens content under a name. Blocks: call it on a thread for blocking work.
///
/// # Errors
/// When the store or the disk fails.
pub(crate) fn source(floor: &Floor, mut content: files::Content, name: &str) -> Result<Source> {
    let folder = floor.data().join("tmp");
    std::fs::create_dir_all(&folder)?;
    let mut plain = tempfile::tempfile_in(&folder)?;
    let length = std::io::copy(&mut content, &mut plain)?;
    let plain = Arc::new(plain);
    Ok(Source::new(name.to_owned(), move || {
        Ok(Box::new(At {
            file: Arc::clone(&plain),
            position: 0,
            length,
        }) as Box<dyn paper::ReadSeek>)
    }))
}
