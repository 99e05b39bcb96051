//! Acting as a user from inside the process, without a password.

use async_trait::async_trait;
use axum::http::{HeaderMap, HeaderValue};
use directory::Sessions;
use platform::{Authenticator, Floor, Principal, Result};
use uuid::Uuid;

const HEADER: &str = "x-doudi-inside";

/// Knows users by a header that only this process can write, and sessions besides. It is put on
/// the floor while the demonstration is made, when nothing listens; the server never has it.
pub struct Inside {
    secret: String,
    sessions: Sessions,
}

impl Inside {
    /// With a fresh secret.
    pub fn new() -> Self {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).expect("the operating system gives random bits");
        Self {
            secret: platform::hash::hex(&bytes),
            sessions: Sessions::default(),
        }
    }

    /// The headers of a user's requests.
    pub fn headers(&self, user: Uuid) -> HeaderMap {
        let value = HeaderValue::try_from(format!("{}:{user}", self.secret));
        let mut headers = HeaderMap::new();
        headers.insert(HEADER, value.expect("hexadecimal and a key"));
        headers
    }
}

#[async_trait]
impl Authenticator for Inside {
    async fn authenticate(&self, floor: &Floor, headers: &HeaderMap) -> Result<Option<Principal>> {
        let named = headers.get(HEADER).and_then(|value| value.to_str().ok());
        let user = named
            .and_then(|text| text.strip_prefix(self.secret.as_str())?.strip_prefix(':'))
            .and_then(|text| Uuid::parse_str(text).ok());
        match user {
            // The first password stays to be changed by the person who gets it.
            Some(user) => self.sessions.principal(floor, user).await,
            None => self.sessions.authenticate(floor, headers).await,
        }
    }

    async fn principal(&self, floor: &Floor, user: Uuid) -> Result<Option<Principal>> {
        self.sessions.principal(floor, user).await
    }
}
