//! SM4-GCM, HMAC-SM3 and SM2 in software.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

use aes_gcm::{
    AesGcm, KeyInit,
    aead::{Aead, Payload, consts::U12},
};
use hmac::{Hmac, Mac};
use sm2::{
    SecretKey,
    dsa::{
        Signature, SigningKey, VerifyingKey,
        signature::{Signer, Verifier},
    },
};
use sm3::Sm3;
use sm4::Sm4;

use super::{CryptoDevice, keys};
use crate::{
    hash,
    problem::{Problem, Result},
};

type Sm4Gcm = AesGcm<Sm4, U12>;

/// The default distinguishing identifier of GB/T 35276.
const SIGNER: &str = "1234567812345678";
const FORMAT: u8 = 1;
const HEADER: usize = 1 + 2 + 12;
/// One nonce prefix serves this many seals; then the process must be started anew.
const COUNTER_BITS: u32 = 40;

/// The three algorithms with keys held in memory.
pub struct SoftDevice {
    seal: BTreeMap<u16, Sm4Gcm>,
    seal_present: u16,
    index: Hmac<Sm3>,
    sign: BTreeMap<u16, (SigningKey, VerifyingKey)>,
    sign_present: u16,
    /// 7 random bytes of this process, then a 5-byte counter: no nonce comes twice.
    prefix: [u8; 7],
    counter: AtomicU64,
}

fn bad_key() -> Problem {
    Problem::internal("the key file holds a key of the wrong length")
}

impl SoftDevice {
    pub(crate) fn new(file: keys::KeyFile) -> Result<Self> {
        let mut seal = BTreeMap::new();
        for key in &file.seal {
            let bytes = hash::unhex(&key.key).ok_or_else(bad_key)?;
            seal.insert(
                key.id,
                Sm4Gcm::new_from_slice(&bytes).map_err(|_| bad_key())?,
            );
        }
        let mut sign = BTreeMap::new();
        for key in &file.sign {
            let bytes = hash::unhex(&key.key).ok_or_else(bad_key)?;
            let secret = SecretKey::from_slice(&bytes).map_err(|_| bad_key())?;
            let signer = SigningKey::new(SIGNER, &secret).map_err(|_| bad_key())?;
            let public = signer.verifying_key().clone();
            sign.insert(key.id, (signer, public));
        }
        let index = hash::unhex(&file.index).ok_or_else(bad_key)?;
        Ok(Self {
            seal_present: file.seal.last().ok_or_else(bad_key)?.id,
            sign_present: file.sign.last().ok_or_else(bad_key)?.id,
            seal,
            index: Hmac::new_from_slice(&index).map_err(|_| bad_key())?,
            sign,
            prefix: keys::random()?,
            counter: AtomicU64::new(0),
        })
    }

    fn nonce(&self) -> [u8; 12] {
        let n = self.counter.fetch_add(1, Ordering::Relaxed);
        assert!(
            n < 1 << COUNTER_BITS,
            "the nonces of this process are used up"
        );
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.prefix);
        nonce[7..].copy_from_slice(&n.to_be_bytes()[3..]);
        nonce
    }
}

impl CryptoDevice for SoftDevice {
    fn seal(&self, bound_to: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = self.nonce();
        let cipher = &self.seal[&self.seal_present];
        let text = cipher
            .encrypt(
                &nonce.into(),
                Payload {
                    msg: plain,
                    aad: bound_to,
                },
            )
            .expect("GCM takes up to 64 GiB, and no value comes near");
        let mut out = Vec::with_capacity(HEADER + text.len());
        out.push(FORMAT);
        out.extend_from_slice(&self.seal_present.to_be_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&text);
        out
    }

    fn open(&self, bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (header, text) = sealed.split_at_checked(HEADER)?;
        if header[0] != FORMAT {
            return None;
        }
        let cipher = self.seal.get(&u16::from_be_bytes([header[1], header[2]]))?;
        let nonce: [u8; 12] = header[3..].try_into().ok()?;
        cipher
            .decrypt(
                &nonce.into(),
                Payload {
                    msg: text,
                    aad: bound_to,
                },
            )
            .ok()
    }

    fn mac(&self, message: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.index.clone();
        for part in message {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    fn sign(&self, message: &[u8]) -> (u16, Vec<u8>) {
        let (signer, _) = &self.sign[&self.sign_present];
        let signature: Signature = signer.sign(message);
        (self.sign_present, signature.to_bytes().to_vec())
    }

    fn verify(&self, key: u16, message: &[u8], signature: &[u8]) -> bool {
        let Some((_, public)) = self.sign.get(&key) else {
            return false;
        };
        Signature::from_slice(signature).is_ok_and(|s| public.verify(message, &s).is_ok())
    }

    fn public_key(&self) -> (u16, String) {
        let (_, public) = &self.sign[&self.sign_present];
        (self.sign_present, hash::hex(&public.to_sec1_bytes()))
    }
}
