//! The secret in the cookie.

use axum::http::HeaderMap;
use platform::hash::{hex, sm3, unhex};

use crate::settings::Settings;

/// The name of the officers' cookie, also in the API contract.
pub(crate) const COOKIE: &str = "doudi_session";

/// 256 random bits that name a session, carried by a cookie. The database keeps the SM3 digest
/// only. Officers' sessions use it, and citizens' under another cookie.
pub struct Token([u8; 32]);

impl Token {
    /// A fresh one.
    ///
    /// # Panics
    /// When the operating system gives no random bits.
    pub fn random() -> Self {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).expect("the operating system gives random bits");
        Self(bytes)
    }

    /// The one that a request brings under a cookie's name.
    pub fn of(headers: &HeaderMap, cookie: &str) -> Option<Self> {
        headers
            .get_all(axum::http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().strip_prefix(cookie)?.strip_prefix('='))
            .find_map(|text| unhex(text)?.try_into().ok().map(Self))
    }

    /// What the database keeps.
    pub fn digest(&self) -> Vec<u8> {
        sm3(&[b"session", &self.0]).to_vec()
    }

    /// The header that hands the token to a browser: no script reads it, no other site sends it.
    pub fn cookie(&self, name: &str, settings: &Settings) -> String {
        let seconds = settings.whole.num_seconds();
        let secure = if settings.secure_cookie {
            "; Secure"
        } else {
            ""
        };
        let token = hex(&self.0);
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
    }

    /// The header that takes it back.
    pub fn forget(name: &str) -> String {
        format!("{name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
    }
}
