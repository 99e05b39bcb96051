//! Sealed columns, searchable indexes and signatures: SM4-GCM, keyed SM3, SM2.
//!
//! The keys lie in a file outside the database (`keys.json`, readable by its owner only). The
//! algorithms sit behind [`CryptoDevice`], so that a certified device can take their place.

mod keys;
mod soft;
#[cfg(test)]
mod tests;

use std::{path::Path, sync::Arc};

pub use soft::SoftDevice;

use crate::problem::{Problem, Result, kinds};

/// What a cryptographic device must do. [`SoftDevice`] does it in software.
pub trait CryptoDevice: Send + Sync {
    /// Encrypts with the present key; the answer carries the key's id and a nonce.
    fn seal(&self, bound_to: &[u8], plain: &[u8]) -> Vec<u8>;
    /// Decrypts; `None` when the value was altered or is bound to another place.
    fn open(&self, bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>>;
    /// Keyed SM3 under the index key, which is never the sealing key.
    fn mac(&self, message: &[&[u8]]) -> [u8; 32];
    /// SM2 signature with the present signing key; answers the key's id and the signature.
    fn sign(&self, message: &[u8]) -> (u16, Vec<u8>);
    /// Whether a signature is right under the key of that id.
    fn verify(&self, key: u16, message: &[u8], signature: &[u8]) -> bool;
    /// The public half of the signing key, uncompressed SEC1, hexadecimal, with its id.
    fn public_key(&self) -> (u16, String);
}

/// The floor's handle on the device.
#[derive(Clone)]
pub struct Vault(Arc<dyn CryptoDevice>);

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// The place a value is bound to; each part is preceded by its length so that no two places
/// share bytes.
fn place(table: &str, column: &str, row: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(table.len() + column.len() + row.len() + 6);
    for part in [table.as_bytes(), column.as_bytes(), row] {
        out.extend_from_slice(&u16::try_from(part.len()).unwrap_or(u16::MAX).to_be_bytes());
        out.extend_from_slice(part);
    }
    out
}

impl Vault {
    /// A vault over a device.
    pub fn new(device: Arc<dyn CryptoDevice>) -> Self {
        Self(device)
    }

    /// Reads the key file, or makes one with fresh keys (mode 0600) when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is open to others.
    pub fn open_file(path: &Path) -> Result<Self> {
        Ok(Self::new(Arc::new(SoftDevice::new(keys::load_or_create(
            path,
        )?)?)))
    }

    /// Keys made from a number, the same each time: for tests only.
    pub fn for_tests(seed: u64) -> Result<Self> {
        Ok(Self::new(Arc::new(SoftDevice::new(keys::from_seed(seed))?)))
    }

    /// Seals a value for one cell: table, column and row key (a `Uuid`, or text such as
    /// `"2022-10/…"`). The result goes into a `{blob}` column and opens nowhere else.
    pub fn seal(&self, table: &str, column: &str, row: impl AsRef<[u8]>, plain: &[u8]) -> Vec<u8> {
        self.0.seal(&place(table, column, row.as_ref()), plain)
    }

    /// Opens a sealed cell.
    ///
    /// # Errors
    /// `platform.vault.broken` when the bytes were altered or moved from another cell.
    pub fn open(
        &self,
        table: &str,
        column: &str,
        row: impl AsRef<[u8]>,
        sealed: &[u8],
    ) -> Result<Vec<u8>> {
        self.0
            .open(&place(table, column, row.as_ref()), sealed)
            .ok_or_else(|| Problem::new(&kinds::SEAL_BROKEN).because(format!("{table}.{column}")))
    }

    /// Opens a sealed cell that holds text.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_text(
        &self,
        table: &str,
        column: &str,
        row: impl AsRef<[u8]>,
        sealed: &[u8],
    ) -> Result<String> {
        let plain = self.open(table, column, row, sealed)?;
        String::from_utf8(plain)
            .map_err(|_| Problem::new(&kinds::SEAL_BROKEN).because(format!("{table}.{column}")))
    }

    /// The search key of a value that is stored sealed: equal values of one domain
    /// (`"id_number"`) have equal keys, and nothing can be read from them without the index key.
    /// Fold the value to its one spelling first.
    pub fn index(&self, domain: &str, value: &str) -> [u8; 16] {
        let full = self.0.mac(&[domain.as_bytes(), &[0], value.as_bytes()]);
        let mut key = [0; 16];
        key.copy_from_slice(&full[..16]);
        key
    }

    /// All 32 bytes of the keyed SM3, for digests that must not be guessable.
    pub fn mac(&self, domain: &str, message: &[u8]) -> [u8; 32] {
        self.0.mac(&[domain.as_bytes(), &[0], message])
    }

    /// Signs with SM2; answers the key's id and the signature.
    pub fn sign(&self, message: &[u8]) -> (u16, Vec<u8>) {
        self.0.sign(message)
    }

    /// Checks an SM2 signature.
    pub fn verify(&self, key: u16, message: &[u8], signature: &[u8]) -> bool {
        self.0.verify(key, message, signature)
    }

    /// Id and public half of the signing key, to be kept by the auditors.
    pub fn public_key(&self) -> (u16, String) {
        self.0.public_key()
    }
}

/// Sixteen random bytes that keep a digest from being guessed.
pub(crate) fn salt() -> Result<[u8; 16]> {
    keys::random()
}
