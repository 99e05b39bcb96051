//! The digest of a file: two files with the same digest are the same delivery.

use std::io::Read;

use paper::Source;
use sm3::{Digest, Sm3};

use crate::error::MatchError;
use crate::parallel::{Watch, ordered};

/// Bytes of a leaf. It is part of what the digest means and never changes.
const LEAF: usize = 1 << 20;

/// SM3 over the SM3 digests of the file's mebibytes, so that all cores share the work.
///
/// # Errors
/// When the file cannot be read, or the caller stops.
pub fn digest(source: &Source, watch: &dyn Watch) -> Result<[u8; 32], MatchError> {
    let name = source.name().to_owned();
    let mut reader = source.open().map_err(|f| MatchError::file(&name, f))?;
    let mut root = Sm3::new();
    ordered(
        || {
            if watch.cancelled() {
                return Err(MatchError::Cancelled);
            }
            let mut block = Vec::with_capacity(LEAF);
            let read = reader.by_ref().take(LEAF as u64).read_to_end(&mut block);
            read.map_err(|f| MatchError::io(&name, f))?;
            Ok((!block.is_empty()).then_some(block))
        },
        || |block: Vec<u8>| Sm3::digest(&block),
        |leaf| {
            root.update(leaf);
            Ok(())
        },
    )?;
    Ok(root.finalize().into())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
