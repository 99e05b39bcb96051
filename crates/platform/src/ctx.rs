//! The operation context: who asks, with which rights, in which request.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use kernel::DivisionCode;
use uuid::Uuid;

use crate::{
    access,
    floor::Floor,
    http::{Locale, RequestState},
    idempotency::{self, Guard},
    limits,
    operation::{Kind, Operation},
    problem::{Problem, ProblemKind, Result, kinds},
    reader::Reader,
    rights::{Grant, Rights},
    scope::Scope,
    tx::Tx,
};

/// A person who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The user's key.
    pub user: Uuid,
    /// The login name.
    pub login: String,
    /// The name of the person.
    pub name: String,
    /// The organisation whose audit chain takes the person's acts.
    pub organisation: Uuid,
    /// The organisation's name.
    pub organisation_name: String,
    /// The organisation's division.
    pub division: DivisionCode,
}

impl Actor {
    /// Where the actor's organisation is; `None` for the system itself.
    pub(crate) fn place(&self) -> Option<&str> {
        (!self.user.is_nil()).then(|| self.division.as_str())
    }
}

/// What the authenticator knows about the one who asks, read anew for each request.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who it is.
    pub actor: Actor,
    /// The grants, also those that do not hold today.
    pub grants: Vec<Grant>,
    /// The session, so that it can be ended.
    pub session: Option<Uuid>,
    /// When set, only these operations are allowed, and others answer with the problem
    /// (first password not changed yet).
    pub only: Option<(&'static ProblemKind, &'static [&'static str])>,
}

/// Finds out who asks. Directory implements it.
#[async_trait]
pub trait Authenticator: Send + Sync {
    /// The one a request comes from; `None` when nobody is signed in.
    async fn authenticate(&self, floor: &Floor, headers: &HeaderMap) -> Result<Option<Principal>>;

    /// A user by key, with the rights of this moment, for jobs; `None` when locked or gone.
    async fn principal(&self, floor: &Floor, user: Uuid) -> Result<Option<Principal>>;
}

/// The context of one operation. As an axum extractor it answers 401 when nobody is signed in.
///
/// ```ignore
/// async fn handler(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Household>> {
///     let reader = ctx.query(&GET).await?;
///     …
/// }
/// ```
#[derive(Clone)]
pub struct Ctx(Arc<Inner>);

struct Inner {
    floor: Floor,
    actor: Actor,
    rights: Rights,
    session: Option<Uuid>,
    only: Option<(&'static ProblemKind, &'static [&'static str])>,
    request: RequestState,
    open_writes: AtomicUsize,
    over_http: bool,
}

impl std::fmt::Debug for Ctx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ctx")
            .field("user", &self.0.actor.user)
            .finish_non_exhaustive()
    }
}

impl Ctx {
    /// The context of a principal. Directory uses it at sign-in, the job runner for jobs.
    pub fn of(floor: &Floor, principal: Principal, request: RequestState) -> Self {
        let rights = Rights::new(&principal.grants, &floor.roles(), floor.today());
        Self(Arc::new(Inner {
            floor: floor.clone(),
            actor: principal.actor,
            rights,
            session: principal.session,
            only: principal.only,
            over_http: request.over_http(),
            request,
            open_writes: AtomicUsize::new(0),
        }))
    }

    /// The system itself, for first set-up, the demo's bootstrap and housekeeping. Its acts enter
    /// the chain of the organisation given (nil: the chain of the system) with `why` as login.
    pub fn system(floor: &Floor, organisation: Uuid, why: &str) -> Self {
        let division = DivisionCode::parse("000000").or_else(|_| DivisionCode::parse("110000"));
        let actor = Actor {
            user: Uuid::nil(),
            login: format!("system:{why}"),
            name: "系统".to_owned(),
            organisation,
            organisation_name: "系统".to_owned(),
            division: division.expect("a constant code is well formed"),
        };
        Self(Arc::new(Inner {
            floor: floor.clone(),
            actor,
            rights: Rights::system(),
            session: None,
            only: None,
            request: RequestState::internal(),
            open_writes: AtomicUsize::new(0),
            over_http: false,
        }))
    }

    /// The floor.
    pub fn floor(&self) -> &Floor {
        &self.0.floor
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }

    /// What the actor may do today.
    pub fn rights(&self) -> &Rights {
        &self.0.rights
    }

    /// The session, when the actor came with one.
    pub fn session(&self) -> Option<Uuid> {
        self.0.session
    }

    /// The language asked for.
    pub fn locale(&self) -> Locale {
        self.0.request.locale()
    }

    /// The request's id, under which the log knows more.
    pub fn request_id(&self) -> &str {
        self.0.request.id()
    }

    /// The request: headers that matter to the floor.
    pub fn request(&self) -> &RequestState {
        &self.0.request
    }

    /// Whether the permission is held anywhere.
    pub fn permits(&self, permission: &str) -> bool {
        self.0.rights.permits(permission)
    }

    /// Where an operation is allowed.
    pub fn scope(&self, operation: &Operation) -> Scope {
        self.0.rights.scope(operation.permission)
    }

    /// The version that `If-Match` names.
    ///
    /// # Errors
    /// `platform.version.missing` when the header is missing or not a version.
    pub fn version(&self) -> Result<i32> {
        self.0
            .request
            .if_match()
            .ok_or_else(|| Problem::new(&kinds::VERSION_MISSING))
    }

    /// Checks `If-Match` against the version of the row; call it inside the unit of work.
    ///
    /// # Errors
    /// `platform.version.stale` (412) when they differ.
    pub fn expect_version(&self, actual: i32) -> Result<()> {
        if self.version()? == actual {
            Ok(())
        } else {
            Err(Problem::new(&kinds::STALE))
        }
    }

    /// Refuses who may do an operation nowhere.
    ///
    /// # Errors
    /// `platform.permission.denied`, or the problem that stands before all others (first password
    /// not changed yet).
    pub(crate) fn admit(&self, operation: &'static Operation) -> Result<()> {
        if let Some((problem, only)) = self.0.only
            && !only.contains(&operation.id)
        {
            return Err(Problem::new(problem));
        }
        if !self.permits(operation.permission) {
            access::refused(self, operation);
            return Err(Problem::new(&kinds::DENIED).because(operation.id));
        }
        Ok(())
    }

    fn allow(&self, operation: &'static Operation) -> Result<Scope> {
        self.admit(operation)?;
        Ok(self.scope(operation))
    }

    /// Starts reading: checks the permission and opens a snapshot that carries the scope.
    ///
    /// # Errors
    /// `platform.permission.denied`, or the database is not reachable.
    pub async fn query(&self, operation: &'static Operation) -> Result<Reader> {
        debug_assert_eq!(operation.kind, Kind::Query, "{} is a command", operation.id);
        let scope = self.allow(operation)?;
        let conn = self.0.floor.db().read().await?;
        Ok(Reader::new(self.clone(), operation, scope, conn))
    }

    /// Starts a unit of work: checks the permission, answers from the store when the same command
    /// was done before, and opens the one writing transaction. Keep it short: others wait.
    ///
    /// # Errors
    /// `platform.permission.denied`; the idempotency problems; `platform.busy`.
    pub async fn begin(&self, operation: &'static Operation, reason: Option<&str>) -> Result<Tx> {
        debug_assert_eq!(operation.kind, Kind::Command, "{} is a query", operation.id);
        let scope = self.allow(operation)?;
        let guard = self.claim(operation)?;
        if self.0.open_writes.load(Ordering::SeqCst) > 0 {
            return Err(Problem::internal(format!(
                "{} begins while another unit of work of the same context is open",
                operation.id
            )));
        }
        let conn = self.0.floor.db().write().await?;
        if let Some(guard) = &guard {
            idempotency::look_up(&self.0.floor, &conn, guard).await?;
        }
        Ok(Tx::new(self.clone(), operation, reason, scope, conn, guard))
    }

    fn claim(&self, operation: &'static Operation) -> Result<Option<Guard>> {
        if !operation.idempotent || !self.0.over_http {
            return Ok(None);
        }
        let key = self
            .0
            .request
            .idempotency_key()
            .filter(|k| !k.is_empty() && k.chars().count() <= limits::IDEMPOTENCY_KEY_MAX)
            .ok_or_else(|| Problem::new(&kinds::KEY_MISSING))?;
        let running = &self.0.floor.parts().running;
        let digest = self.0.request.digest();
        running
            .claim(self.0.actor.user, operation.id, key, digest)
            .map(Some)
    }

    pub(crate) fn write_opened(&self) {
        self.0.open_writes.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn write_closed(&self) {
        self.0.open_writes.fetch_sub(1, Ordering::SeqCst);
    }

    pub(crate) fn is_writing(&self) -> bool {
        self.0.open_writes.load(Ordering::SeqCst) > 0
    }
}

impl<S> FromRequestParts<S> for Ctx
where
    Floor: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let floor = Floor::from_ref(state);
        let request = RequestState::of(parts);
        let authenticator = floor
            .authenticator()
            .ok_or_else(|| Problem::new(&kinds::UNAUTHENTICATED))?;
        let principal = authenticator
            .authenticate(&floor, &parts.headers)
            .await?
            .ok_or_else(|| Problem::new(&kinds::UNAUTHENTICATED))?;
        Ok(Ctx::of(&floor, principal, request))
    }
}

/// A request of somebody who is not (yet) signed in: sign-in itself, health.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The floor.
    pub floor: Floor,
    /// The request.
    pub request: RequestState,
}

impl<S> FromRequestParts<S> for Visitor
where
    Floor: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        Ok(Self {
            floor: Floor::from_ref(state),
            request: RequestState::of(parts),
        })
    }
}
