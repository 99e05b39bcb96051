//! Sealed blobs on disk.

use std::{
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
};

use bytes::Bytes;
use futures::{Stream, StreamExt, stream::BoxStream};
use sm3::{Digest, Sm3};

use crate::{
    fault,
    floor::Floor,
    hash::hex,
    limits,
    problem::{Problem, Result, kinds},
};

/// Where content comes from.
pub enum Source {
    /// Bytes in memory.
    Bytes(Vec<u8>),
    /// A file on disk, read in pieces.
    Path(PathBuf),
    /// A stream, such as an upload.
    Stream(BoxStream<'static, std::io::Result<Bytes>>),
}

/// Content that lies durably on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The blob's address: a keyed SM3 of the content, so that the name tells nothing.
    pub blob: String,
    /// SM3 of the content.
    pub digest: [u8; 32],
    /// Its size in bytes.
    pub size: i64,
}

const MAGIC: &[u8; 8] = b"DOUDIF1\n";

/// The sealed chunks are bound to a random name in the header, their number, and whether more
/// follow, so that none can be swapped, dropped or cut off.
fn place(name: &[u8], number: u64, last: bool) -> Vec<u8> {
    [name, &number.to_be_bytes(), &[u8::from(last)]].concat()
}

struct Writer {
    floor: Floor,
    file: std::fs::File,
    part: PathBuf,
    name: [u8; 16],
    hasher: Sm3,
    pending: Vec<u8>,
    number: u64,
    size: i64,
}

impl Writer {
    fn new(floor: &Floor) -> Result<Self> {
        let folder = floor.data().join("files").join("tmp");
        std::fs::create_dir_all(&folder)?;
        let part = folder.join(floor.new_id().to_string());
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(&part)?;
        let name = crate::vault::salt()?;
        file.write_all(MAGIC)?;
        file.write_all(&name)?;
        Ok(Self {
            floor: floor.clone(),
            file,
            part,
            name,
            hasher: Sm3::new(),
            pending: Vec::with_capacity(limits::FILE_CHUNK),
            number: 0,
            size: 0,
        })
    }

    fn write(&mut self, mut bytes: &[u8]) -> Result<()> {
        self.hasher.update(bytes);
        self.size += i64::try_from(bytes.len()).unwrap_or(0);
        while !bytes.is_empty() {
            if self.pending.len() == limits::FILE_CHUNK {
                self.chunk(false)?;
            }
            let room = limits::FILE_CHUNK - self.pending.len();
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.pending.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn chunk(&mut self, last: bool) -> Result<()> {
        let row = place(&self.name, self.number, last);
        let sealed = self
            .floor
            .vault()
            .seal("file", "content", row, &self.pending);
        self.file
            .write_all(&u32::try_from(sealed.len()).unwrap_or(0).to_be_bytes())?;
        self.file.write_all(&sealed)?;
        self.pending.clear();
        self.number += 1;
        Ok(())
    }

    fn finish(mut self) -> Result<Stored> {
        self.chunk(true)?;
        self.file.sync_all()?;
        let digest: [u8; 32] = std::mem::take(&mut self.hasher).finalize().into();
        let blob = hex(&self.floor.vault().mac("file", &digest));
        let path = path_of(&self.floor, &blob);
        fault::point("platform.file.before_rename")?;
        if path.exists() {
            // The same content is there already; this copy is not needed.
            std::fs::remove_file(&self.part)?;
        } else {
            let folder = path.parent().map(Path::to_owned).unwrap_or_default();
            std::fs::create_dir_all(&folder)?;
            std::fs::rename(&self.part, &path)?;
            std::fs::File::open(&folder)?.sync_all()?;
        }
        Ok(Stored {
            blob,
            digest,
            size: self.size,
        })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Gone already when the write came to its end.
        let _ = std::fs::remove_file(&self.part);
    }
}

fn path_of(floor: &Floor, blob: &str) -> PathBuf {
    floor
        .data()
        .join("files")
        .join(blob.get(..2).unwrap_or("xx"))
        .join(blob)
}

/// Seals content to disk in pieces and makes it durable. Holds no lock of the database.
///
/// # Errors
/// When the source cannot be read or the disk cannot be written.
pub async fn store(floor: &Floor, source: Source) -> Result<Stored> {
    let floor = floor.clone();
    match source {
        Source::Stream(mut stream) => {
            let mut writer = Writer::new(&floor)?;
            while let Some(piece) = stream.next().await {
                let piece = piece.map_err(|e| Problem::new(&kinds::MALFORMED).because(e))?;
                writer = blocking(move || {
                    writer.write(&piece)?;
                    Ok(writer)
                })
                .await?;
            }
            blocking(move || writer.finish()).await
        }
        Source::Bytes(bytes) => {
            blocking(move || {
                let mut writer = Writer::new(&floor)?;
                writer.write(&bytes)?;
                writer.finish()
            })
            .await
        }
        Source::Path(path) => {
            blocking(move || {
                let mut writer = Writer::new(&floor)?;
                let mut file = std::fs::File::open(path)?;
                let mut piece = vec![0; 256 * 1024];
                loop {
                    let n = file.read(&mut piece)?;
                    if n == 0 {
                        return writer.finish();
                    }
                    writer.write(&piece[..n])?;
                }
            })
            .await
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Problem::internal)?
}

/// The content of a stored file, read chunk by chunk. Implements [`Read`] for parsers that run
/// in `spawn_blocking`; [`Content::stream`] serves it over HTTP.
pub struct Content {
    floor: Floor,
    file: std::fs::File,
    name: [u8; 16],
    number: u64,
    ended: bool,
    ready: Vec<u8>,
    at: usize,
}

fn broken(what: &str) -> Problem {
    Problem::new(&kinds::SEAL_BROKEN).because(format!("a stored file: {what}"))
}

impl Content {
    pub(super) fn open(floor: &Floor, blob: &str) -> Result<Self> {
        let mut file = std::fs::File::open(path_of(floor, blob))?;
        let mut header = [0; 24];
        file.read_exact(&mut header)?;
        let (magic, name) = header.split_at(8);
        if magic != MAGIC {
            return Err(broken("the header"));
        }
        let name = name.try_into().map_err(|_| broken("the header"))?;
        let floor = floor.clone();
        Ok(Self {
            floor,
            file,
            name,
            number: 0,
            ended: false,
            ready: Vec::new(),
            at: 0,
        })
    }

    /// The next chunk in the clear; `None` at the end.
    ///
    /// # Errors
    /// `platform.vault.broken` when the file was altered or cut.
    pub fn next_chunk(&mut self) -> Result<Option<Vec<u8>>> {
        if self.ended {
            return Ok(None);
        }
        let mut length = [0; 4];
        self.file
            .read_exact(&mut length)
            .map_err(|_| broken("cut off"))?;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        if length > limits::FILE_CHUNK + 64 {
            return Err(broken("a chunk's length"));
        }
        let mut sealed = vec![0; length];
        self.file
            .read_exact(&mut sealed)
            .map_err(|_| broken("cut off"))?;
        let end = self.file.stream_position()? == self.file.metadata()?.len();
        let row = place(&self.name, self.number, end);
        let plain = self.floor.vault().open("file", "content", row, &sealed)?;
        self.number += 1;
        self.ended = end;
        Ok(Some(plain))
    }

    /// Everything at once; for files whose size is known to be small.
    ///
    /// # Errors
    /// As [`Content::next_chunk`].
    pub fn read_all(mut self) -> Result<Vec<u8>> {
        let mut all = Vec::new();
        while let Some(chunk) = self.next_chunk()? {
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }

    /// A stream of chunks for an HTTP body.
    pub fn stream(self) -> impl Stream<Item = Result<Bytes>> + Send + 'static {
        futures::stream::try_unfold(self, |mut content| async move {
            let (content, chunk) = blocking(move || {
                let chunk = content.next_chunk()?;
                Ok((content, chunk))
            })
            .await?;
            Ok(chunk.map(|c| (Bytes::from(c), content)))
        })
    }
}

impl Read for Content {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.ready.len() {
            match self.next_chunk().map_err(std::io::Error::other)? {
                None => return Ok(0),
                Some(chunk) => (self.ready, self.at) = (chunk, 0),
            }
        }
        let n = out.len().min(self.ready.len() - self.at);
        out[..n].copy_from_slice(&self.ready[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

/// Takes away blobs that no row names and that are older than a day, and half-written ones.
/// Answers how many. Housekeeping calls it daily.
///
/// # Errors
/// When the disk or the database fails.
pub async fn sweep(floor: &Floor) -> Result<u64> {
    let conn = floor.db().read().await?;
    let mut known = std::collections::BTreeSet::new();
    conn.for_each("select distinct blob from file".into(), |row| {
        known.insert(row.try_get_by_index::<String>(0)?);
        Ok(())
    })
    .await?;
    drop(conn);
    let root = floor.data().join("files");
    let now: std::time::SystemTime = floor.clock().now().into();
    blocking(move || {
        let mut gone = 0;
        let Ok(folders) = std::fs::read_dir(&root) else {
            return Ok(0);
        };
        for folder in folders {
            for entry in std::fs::read_dir(folder?.path())? {
                let entry = entry?;
                let age = now
                    .duration_since(entry.metadata()?.modified()?)
                    .unwrap_or_default();
                let name = entry.file_name().to_string_lossy().into_owned();
                if !known.contains(&name) && age > std::time::Duration::from_secs(86_400) {
                    std::fs::remove_file(entry.path())?;
                    gone += 1;
                }
            }
        }
        Ok(gone)
    })
    .await
}
