//! Keys: the tag of a person and the seal of a row.

use aes_gcm::aead::{AeadInOut, consts::U12};
use aes_gcm::{AesGcm, KeyInit};
use sm3::{Digest, Sm3};
use sm4::Sm4;

use crate::clean::PackedId;

/// Seals rows. The house's vault or a certified device implements it; [`SoftSealer`] is the
/// software form.
pub trait Sealer: Send + Sync {
    /// A sealer for the rows of one delivery, whose content has this digest. Another content
    /// gets another key, so that a row number may serve as the nonce.
    fn of_delivery(&self, content: &[u8; 32]) -> Box<dyn RowSealer>;
}

/// Seals the rows of one delivery.
pub trait RowSealer: Send + Sync {
    /// Seals `plain` in place, bound to its row and tag; it grows by the seal.
    fn seal(&self, row: u32, tag: u64, plain: &mut Vec<u8>);
    /// Opens in place; `false` where the row was altered or belongs elsewhere.
    fn open(&self, row: u32, tag: u64, sealed: &mut Vec<u8>) -> bool;
}

/// SM4-GCM (GB/T 32907, RFC 8998) in software.
pub struct SoftSealer {
    master: [u8; 32],
}

impl SoftSealer {
    /// A sealer whose keys derive from a secret.
    pub fn new(secret: &[u8; 32]) -> SoftSealer {
        SoftSealer { master: *secret }
    }
}

struct SoftRows(AesGcm<Sm4, U12>);

/// What the derived keys are for; a new form of payload gets a new one.
const PURPOSE: &[u8] = b"doudi delivery rows 1";
const SEAL: usize = 16;

impl Sealer for SoftSealer {
    fn of_delivery(&self, content: &[u8; 32]) -> Box<dyn RowSealer> {
        let key = derive(&self.master, PURPOSE, content);
        let cipher = AesGcm::new_from_slice(&key).expect("the key has 16 bytes");
        Box::new(SoftRows(cipher))
    }
}

fn nonce(row: u32) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[8..].copy_from_slice(&row.to_be_bytes());
    nonce
}

impl RowSealer for SoftRows {
    fn seal(&self, row: u32, tag: u64, plain: &mut Vec<u8>) {
        let seal = self
            .0
            .encrypt_inout_detached(
                &nonce(row).into(),
                &tag.to_be_bytes(),
                plain.as_mut_slice().into(),
            )
            .expect("GCM takes up to 64 GiB, and no row comes near");
        plain.extend_from_slice(&seal);
    }

    fn open(&self, row: u32, tag: u64, sealed: &mut Vec<u8>) -> bool {
        let Some(length) = sealed.len().checked_sub(SEAL) else {
            return false;
        };
        let seal: [u8; SEAL] = sealed[length..].try_into().expect("the seal has 16 bytes");
        sealed.truncate(length);
        self.0
            .decrypt_inout_detached(
                &nonce(row).into(),
                &tag.to_be_bytes(),
                sealed.as_mut_slice().into(),
                &seal.into(),
            )
            .is_ok()
    }
}

/// HMAC-SM3 by its definition (RFC 2104); 16 bytes of it.
fn derive(secret: &[u8; 32], purpose: &[u8], content: &[u8]) -> [u8; 16] {
    const BLOCK: usize = 64;
    let pad = |with: u8| {
        let mut block = [with; BLOCK];
        for (at, byte) in secret.iter().enumerate() {
            block[at] ^= byte;
        }
        block
    };
    let mut inner = Sm3::new();
    inner.update(pad(0x36));
    inner.update(purpose);
    inner.update(content);
    let mut outer = Sm3::new();
    outer.update(pad(0x5c));
    outer.update(inner.finalize());
    let mut key = [0; 16];
    key.copy_from_slice(&outer.finalize()[..16]);
    key
}

/// The keys that deliveries are written and read with. They stand outside the database and the
/// delivery files.
pub struct Keys {
    tag: [u64; 2],
    sealer: Box<dyn Sealer>,
}

impl Keys {
    /// Keys from a secret for tags and a sealer.
    pub fn new(tags: &[u8; 32], sealer: Box<dyn Sealer>) -> Keys {
        let key = derive(tags, b"doudi person tags 1", &[]);
        let word = |at: usize| u64::from_le_bytes(key[at..at + 8].try_into().expect("8 bytes"));
        Keys {
            tag: [word(0), word(8)],
            sealer,
        }
    }

    /// The tag of a person: SipHash-2-4 of the number's word.
    #[inline]
    pub fn tag(&self, id: PackedId) -> u64 {
        sip(self.tag, id.word())
    }

    pub(super) fn rows(&self, content: &[u8; 32]) -> Box<dyn RowSealer> {
        self.sealer.of_delivery(content)
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

/// SipHash-2-4 (Aumasson and Bernstein, 2012) of one word.
#[inline]
pub(super) fn sip(key: [u64; 2], word: u64) -> u64 {
    let mut v = [
        key[0] ^ 0x736f_6d65_7073_6575,
        key[1] ^ 0x646f_7261_6e64_6f6d,
        key[0] ^ 0x6c79_6765_6e65_7261,
        key[1] ^ 0x7465_6462_7974_6573,
    ];
    for block in [word, 8 << 56] {
        v[3] ^= block;
        round(&mut v);
        round(&mut v);
        v[0] ^= block;
    }
    v[2] ^= 0xff;
    for _ in 0..4 {
        round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

#[inline]
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}
