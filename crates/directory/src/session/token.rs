//! The secret in the cookie.

use axum::http::HeaderMap;
use platform::hash::{hex, sm3, unhex};

use crate::settings::Settings;

/// The cookie's name, also in the API contract.
const COOKIE: &str = "doudi_session";

/// 256 random bits that name a session. The database keeps the SM3 digest only.
pub(crate) struct Token([u8; 32]);

impl Token {
    /// A fresh one.
    pub(crate) fn random() -> Self {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).expect("the operating system gives random bits");
        Self(bytes)
    }

    /// The one that a request brings.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        headers
            .get_all(axum::http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
            .find_map(|text| unhex(text)?.try_into().ok().map(Self))
    }

    /// What the database keeps.
    pub(crate) fn digest(&self) -> Vec<u8> {
        sm3(&[b"session", &self.0]).to_vec()
    }

    /// The header that hands the token to a browser: no script reads it, no other site sends it.
    pub(crate) fn cookie(&self, settings: &Settings) -> String {
        let seconds = settings.whole.num_seconds();
        let secure = if settings.secure_cookie {
            "; Secure"
        } else {
            ""
        };
        let token = hex(&self.0);
        format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
    }

    /// The header that takes it back.
    pub(crate) fn forget() -> String {
        format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
    }
}
