//! Actors of tests, known by a header.

use std::{collections::BTreeMap, sync::Mutex};

use async_trait::async_trait;
use axum::http::HeaderMap;
use kernel::DivisionCode;
use platform::{Actor, Authenticator, Floor, Grant, Principal, Result};
use uuid::Uuid;

/// The header that names the actor.
pub const HEADER: &str = "x-test-actor";

/// A user of a test.
#[derive(Clone, Debug)]
pub struct User {
    /// The user's key.
    pub id: Uuid,
    /// The login name.
    pub login: String,
    /// The organisation whose chain takes the user's acts.
    pub organisation: Uuid,
}

/// Knows the users of one test by key.
#[derive(Debug, Default)]
pub struct TestAuth(Mutex<BTreeMap<Uuid, (Actor, Vec<Grant>)>>);

impl TestAuth {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Uuid, (Actor, Vec<Grant>)>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Makes a user known.
    pub fn put(&self, actor: Actor, grants: Vec<Grant>) {
        self.lock().insert(actor.user, (actor, grants));
    }

    /// Changes the grants of a user.
    pub fn set_grants(&self, user: Uuid, grants: Vec<Grant>) {
        if let Some((_, held)) = self.lock().get_mut(&user) {
            *held = grants;
        }
    }

    /// Forgets a user, as when an account is locked.
    pub fn remove(&self, user: Uuid) {
        self.lock().remove(&user);
    }

    /// What is known of a user.
    pub fn principal_of(&self, user: Uuid) -> Option<Principal> {
        let (actor, grants) = self.lock().get(&user).cloned()?;
        Some(Principal {
            actor,
            grants,
            session: None,
            only: None,
        })
    }
}

#[async_trait]
impl Authenticator for TestAuth {
    async fn authenticate(&self, _: &Floor, headers: &HeaderMap) -> Result<Option<Principal>> {
        let id = headers.get(HEADER).and_then(|v| v.to_str().ok());
        Ok(id
            .and_then(|id| Uuid::parse_str(id).ok())
            .and_then(|id| self.principal_of(id)))
    }

    async fn principal(&self, _: &Floor, user: Uuid) -> Result<Option<Principal>> {
        Ok(self.principal_of(user))
    }
}

/// A division code of a test.
pub fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).expect("tests name divisions that are well formed")
}
