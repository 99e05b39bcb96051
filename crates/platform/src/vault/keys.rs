//! The key file.

use std::{
    fs::OpenOptions,
    io::{Read, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{
    hash,
    problem::{Problem, Result},
};

/// The content of `keys.json`. Old sealing and signing keys stay in it, so that what they made
/// can still be opened and checked; the last of each list is the present one.
#[derive(Serialize, Deserialize)]
pub struct KeyFile {
    pub version: u32,
    /// SM4 keys, 16 bytes hexadecimal.
    pub seal: Vec<Key>,
    /// The key of the search index, 32 bytes hexadecimal.
    pub index: String,
    /// SM2 secret keys, 32 bytes hexadecimal.
    pub sign: Vec<Key>,
}

#[derive(Serialize, Deserialize)]
pub struct Key {
    pub id: u16,
    pub key: String,
}

pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Problem::internal(format!("random source: {e}")))?;
    Ok(bytes)
}

fn fresh() -> Result<KeyFile> {
    let seal = vec![Key {
        id: 1,
        key: hash::hex(&random::<16>()?),
    }];
    let mut secret = random::<32>()?;
    // The order of the SM2 group begins with 0xFFFFFFFE, so this keeps the secret below it.
    secret[0] &= 0x7f;
    let sign = vec![Key {
        id: 1,
        key: hash::hex(&secret),
    }];
    Ok(KeyFile {
        version: 1,
        seal,
        index: hash::hex(&random::<32>()?),
        sign,
    })
}

pub fn from_seed(seed: u64) -> KeyFile {
    let derive = |name: &str| hash::sm3(&[name.as_bytes(), &seed.to_be_bytes()]);
    let mut secret = derive("sign");
    secret[0] &= 0x7f;
    KeyFile {
        version: 1,
        seal: vec![Key {
            id: 1,
            key: hash::hex(&derive("seal")[..16]),
        }],
        index: hash::hex(&derive("index")),
        sign: vec![Key {
            id: 1,
            key: hash::hex(&secret),
        }],
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(unix)]
fn refuse_when_open_to_others(file: &std::fs::File, path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        return Err(Problem::internal(format!(
            "the key file {} can be read by others; set its mode to 0600 and renew the keys",
            path.display()
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_when_open_to_others(_: &std::fs::File, _: &Path) -> Result<()> {
    Ok(())
}

pub fn load_or_create(path: &Path) -> Result<KeyFile> {
    match OpenOptions::new().read(true).open(path) {
        Ok(mut file) => {
            refuse_when_open_to_others(&file, path)?;
            let mut text = String::new();
            file.read_to_string(&mut text)?;
            serde_json::from_str(&text)
                .map_err(|e| Problem::internal(format!("key file {}: {e}", path.display())))
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            let keys = fresh()?;
            // Written beside and renamed, so that a crash leaves no half key file.
            let part = path.with_extension("part");
            let mut file =
                private(OpenOptions::new().write(true).create(true).truncate(true)).open(&part)?;
            file.write_all(serde_json::to_string_pretty(&keys)?.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&part, path)?;
            if let Some(folder) = path.parent()
                && let Ok(folder) = std::fs::File::open(folder)
            {
                folder.sync_all()?;
            }
            Ok(keys)
        }
        Err(e) => Err(e.into()),
    }
}
