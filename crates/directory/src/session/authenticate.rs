//! Who a request comes from.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use platform::{Authenticator, Ctx, Floor, Principal, Result};
use uuid::Uuid;

use super::{COOKIE, Token, principal_of};
use crate::{authz::SESSION_GET, model::UserStatus, repo, settings::Settings};

/// How many sessions are remembered as recently used; beyond that, the oldest are forgotten and
/// end at their idle limit counted from sign-in.
const REMEMBERED: usize = 100_000;

/// Sessions of the database. When a session was last used is remembered here only, because a
/// write for every reading request would make readers wait for the one writer; after a restart
/// the idle limit counts from sign-in, which errs on the safe side.
#[derive(Debug, Default)]
pub struct Sessions {
    seen: Mutex<BTreeMap<Uuid, DateTime<Utc>>>,
}

impl Sessions {
    /// Notes the use of a session, and says whether it had already been idle for too long.
    fn touch(
        &self,
        session: Uuid,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
        floor: &Floor,
    ) -> bool {
        let settings = Settings::of(floor);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let last = seen.get(&session).copied().unwrap_or(since);
        if now - last > settings.idle || now - since > settings.whole {
            seen.remove(&session);
            return false;
        }
        if seen.len() >= REMEMBERED {
            seen.retain(|_, last| now - *last <= settings.idle);
        }
        seen.insert(session, now);
        true
    }
}

#[async_trait]
impl Authenticator for Sessions {
    async fn authenticate(&self, floor: &Floor, headers: &HeaderMap) -> Result<Option<Principal>> {
        let Some(token) = Token::of(headers, COOKIE) else {
            return Ok(None);
        };
        let reader = Ctx::system(floor, Uuid::nil(), "authenticate")
            .query(&SESSION_GET)
            .await?;
        let conn = reader.conn();
        let Some(session) = repo::session_by_token(conn, &token.digest()).await? else {
            return Ok(None);
        };
        if !self.touch(session.id, session.created_at, floor.now(), floor) {
            return Ok(None);
        }
        let Some(user) = repo::user_by_id(conn, session.user_id).await? else {
            return Ok(None);
        };
        if user.status != UserStatus::Active.as_str() {
            return Ok(None);
        }
        let mut principal = principal_of(conn, &user).await?;
        principal.session = Some(session.id);
        reader.finish().await?;
        Ok(Some(principal))
    }

    async fn principal(&self, floor: &Floor, user: Uuid) -> Result<Option<Principal>> {
        let reader = Ctx::system(floor, Uuid::nil(), "principal")
            .query(&SESSION_GET)
            .await?;
        let Some(user) = repo::user_by_id(reader.conn(), user).await? else {
            return Ok(None);
        };
        if user.status != UserStatus::Active.as_str() {
            return Ok(None);
        }
        let mut principal = principal_of(reader.conn(), &user).await?;
        // A job was allowed when it was asked for; a password reset since then is no reason to
        // leave it half done, while a lost role or a locked account is.
        principal.only = None;
        reader.finish().await?;
        Ok(Some(principal))
    }
}
