//! Reads the body of a command that carries an idempotency key, to know its digest.

use axum::{
    body::Body,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderMap, Method, header},
};
use futures::TryStreamExt;
use sm3::{Digest, Sm3};
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use crate::{
    floor::Floor,
    limits,
    problem::{Problem, Result, kinds},
};

/// Bodies up to this size stay in memory; larger ones lie in a nameless file meanwhile.
const IN_MEMORY: usize = 1024 * 1024;

pub fn is_upload(headers: &HeaderMap) -> bool {
    let media = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok());
    media.is_some_and(|m| m.starts_with("multipart/"))
}

/// Sets the limit for the extractors, and when a key is there, reads the body once for its
/// digest over method, address and content, and puts it back.
pub async fn prepare(floor: &Floor, req: Request) -> Result<(Request, [u8; 32])> {
    let limit = if is_upload(req.headers()) {
        limits::UPLOAD_MAX
    } else {
        limits::BODY_MAX
    };
    let announced = req
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.parse::<usize>().ok());
    if announced.is_some_and(|n| n > limit) {
        return Err(too_large(limit));
    }
    let (parts, body) = req.into_parts();
    let keyed = parts.headers.contains_key("idempotency-key")
        && !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    let (body, digest) = if keyed {
        let mut hasher = Sm3::new();
        hasher.update(parts.method.as_str());
        hasher.update([0]);
        hasher.update(parts.uri.path_and_query().map_or("", |p| p.as_str()));
        hasher.update([0]);
        spool(floor, body, limit, hasher).await?
    } else {
        (body, [0; 32])
    };
    let mut req = Request::from_parts(parts, body);
    DefaultBodyLimit::max(limit).apply(&mut req);
    Ok((req, digest))
}

fn too_large(limit: usize) -> Problem {
    let mib = limit / (1024 * 1024);
    Problem::new(&kinds::TOO_LARGE).detail(
        format!("最多 {mib} MB，请分成几份上传"),
        format!("At most {mib} MB; please send it in parts"),
    )
}

async fn spool(
    floor: &Floor,
    body: Body,
    limit: usize,
    mut hasher: Sm3,
) -> Result<(Body, [u8; 32])> {
    let mut stream = body.into_data_stream();
    let mut memory = Vec::new();
    let mut file: Option<tokio::fs::File> = None;
    let mut size = 0;
    while let Some(chunk) = stream
        .try_next()
        .await
        .map_err(|e| Problem::new(&kinds::MALFORMED).because(e))?
    {
        size += chunk.len();
        if size > limit {
            return Err(too_large(limit));
        }
        hasher.update(&chunk);
        match &mut file {
            Some(file) => file.write_all(&chunk).await?,
            None => memory.extend_from_slice(&chunk),
        }
        if file.is_none() && memory.len() > IN_MEMORY {
            let mut spooled = tokio::fs::File::from_std(nameless(floor)?);
            spooled.write_all(&memory).await?;
            memory = Vec::new();
            file = Some(spooled);
        }
    }
    let digest = hasher.finalize().into();
    match file {
        None => Ok((Body::from(memory), digest)),
        Some(mut file) => {
            file.flush().await?;
            file.rewind().await?;
            Ok((
                Body::from_stream(ReaderStream::with_capacity(file, 64 * 1024)),
                digest,
            ))
        }
    }
}

/// A private file without a name: it vanishes with its handle, also when the process dies.
fn nameless(floor: &Floor) -> Result<std::fs::File> {
    let folder = floor.data().join("tmp");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("upload-{}", floor.new_id()));
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}
