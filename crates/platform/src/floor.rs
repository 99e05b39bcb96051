//! The floor: what every slice stands on, put together once at start-up.

use std::{
    any::{Any, TypeId},
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::{Arc, RwLock},
};

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use kernel::{Clock, IdGen};
use sea_orm_migration::MigrationTrait;
use uuid::Uuid;

use crate::{
    access,
    audit::Verifier,
    ctx::Authenticator,
    db::{Db, DbConfig},
    events::{self, Handler},
    idempotency::Running,
    jobs::{Bell, JobKind},
    migrations,
    operation::Operation,
    places::Places,
    problem::{Problem, Result},
    rights::Roles,
    vault::Vault,
};

/// Where a floor keeps its things.
#[derive(Clone, Debug)]
pub struct FloorConfig {
    /// The data folder: stored files, anchors, the SQLite file.
    pub data: PathBuf,
    /// The database.
    pub db: DbConfig,
    /// The key file; outside the database and outside its backups.
    pub keys: PathBuf,
}

impl FloorConfig {
    /// Everything in one folder: `doudi.db`, `keys.json`, `files/`, `anchors/`.
    pub fn in_folder(data: impl Into<PathBuf>) -> Self {
        let data = data.into();
        Self {
            db: DbConfig::Sqlite(data.join("doudi.db")),
            keys: data.join("keys.json"),
            data,
        }
    }
}

/// Database, clock, ids, vault, roles, jobs and the rest. Cheap to clone; also the state of the
/// axum router.
#[derive(Clone)]
pub struct Floor(Arc<Parts>);

pub(crate) struct Parts {
    db: Db,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGen>,
    vault: Vault,
    data: PathBuf,
    roles: RwLock<Arc<Roles>>,
    authenticator: Option<Arc<dyn Authenticator>>,
    places: Option<Arc<dyn Places>>,
    operations: BTreeMap<&'static str, &'static Operation>,
    kinds: BTreeMap<&'static str, Arc<dyn JobKind>>,
    verifiers: BTreeMap<&'static str, Arc<dyn Verifier>>,
    extensions: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
    pub(crate) handlers: events::Handlers,
    pub(crate) running: Running,
    pub(crate) access: access::Log,
    pub(crate) bell: Bell,
}

impl std::fmt::Debug for Floor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Floor")
            .field("data", &self.0.data)
            .finish_non_exhaustive()
    }
}

impl Floor {
    /// Starts putting a floor together.
    pub fn builder(
        config: FloorConfig,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdGen>,
    ) -> FloorBuilder {
        FloorBuilder {
            config,
            clock,
            ids,
            vault: None,
            roles: Roles::default(),
            authenticator: None,
            places: None,
            operations: crate::OPERATIONS.iter().collect(),
            kinds: Vec::new(),
            verifiers: Vec::new(),
            migrations: migrations::migrations(),
            extensions: HashMap::new(),
            handlers: events::Handlers::default(),
        }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    /// The present instant, cut to milliseconds so that both databases keep it exactly.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now().trunc_subsecs(3)
    }

    /// Today in Asia/Shanghai.
    pub fn today(&self) -> NaiveDate {
        self.0.clock.today()
    }

    /// The id generator.
    pub fn ids(&self) -> &Arc<dyn IdGen> {
        &self.0.ids
    }

    /// A new UUIDv7.
    pub fn new_id(&self) -> Uuid {
        self.0.ids.next()
    }

    /// Sealing, indexes, signatures.
    pub fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// The data folder.
    pub fn data(&self) -> &std::path::Path {
        &self.0.data
    }

    /// The roles in force.
    pub fn roles(&self) -> Arc<Roles> {
        self.0
            .roles
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// Puts other roles in force, for the very next request.
    pub fn set_roles(&self, roles: Roles) {
        *self
            .0
            .roles
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(roles);
    }

    /// Who signs people in; directory provides it.
    pub fn authenticator(&self) -> Option<&Arc<dyn Authenticator>> {
        self.0.authenticator.as_ref()
    }

    /// Who knows the names of divisions; directory provides it.
    pub fn places(&self) -> Option<&Arc<dyn Places>> {
        self.0.places.as_ref()
    }

    /// An operation by id.
    pub fn operation(&self, id: &str) -> Option<&'static Operation> {
        self.0.operations.get(id).copied()
    }

    /// All operations, by id.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> + '_ {
        self.0.operations.values().copied()
    }

    /// A job kind by name.
    pub fn job_kind(&self, kind: &str) -> Option<&Arc<dyn JobKind>> {
        self.0.kinds.get(kind)
    }

    /// The verifiers of slices' tables, by noun.
    pub fn verifiers(&self) -> impl Iterator<Item = &Arc<dyn Verifier>> {
        self.0.verifiers.values()
    }

    /// Something a slice put in at start-up, such as a cache of compiled packs.
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.0
            .extensions
            .get(&TypeId::of::<T>())
            .cloned()
            .and_then(|a| a.downcast().ok())
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }
}

/// Collects what the slices bring.
///
/// ```ignore
/// let floor = Floor::builder(FloorConfig::in_folder(dir), clock, ids)
///     .operations(directory::OPERATIONS).migrations(directory::migrations())
///     .operations(registry::OPERATIONS).migrations(registry::migrations())
///     .job(Arc::new(registry::jobs::Apply)).verifier(Arc::new(disburse::audit::Lines))
///     .handler::<registry::events::AwardStarted>(Arc::new(registry::events::OnAward))
///     .extension(Arc::new(packs)).roles(roles).authenticator(Arc::new(directory::Sessions))
///     .open().await?;
/// ```
pub struct FloorBuilder {
    config: FloorConfig,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGen>,
    vault: Option<Vault>,
    roles: Roles,
    authenticator: Option<Arc<dyn Authenticator>>,
    places: Option<Arc<dyn Places>>,
    operations: Vec<&'static Operation>,
    kinds: Vec<Arc<dyn JobKind>>,
    verifiers: Vec<Arc<dyn Verifier>>,
    migrations: Vec<Box<dyn MigrationTrait>>,
    extensions: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
    handlers: events::Handlers,
}

impl FloorBuilder {
    /// Another vault than the one of the key file.
    #[must_use]
    pub fn vault(mut self, vault: Vault) -> Self {
        self.vault = Some(vault);
        self
    }

    /// The roles in force at start-up.
    #[must_use]
    pub fn roles(mut self, roles: Roles) -> Self {
        self.roles = roles;
        self
    }

    /// Who signs people in.
    #[must_use]
    pub fn authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticator = Some(authenticator);
        self
    }

    /// Who knows the names of divisions.
    #[must_use]
    pub fn places(mut self, places: Arc<dyn Places>) -> Self {
        self.places = Some(places);
        self
    }

    /// A slice's operations.
    #[must_use]
    pub fn operations(mut self, list: &'static [Operation]) -> Self {
        self.operations.extend(list);
        self
    }

    /// A slice's migrations, in the order of the road.
    #[must_use]
    pub fn migrations(mut self, list: Vec<Box<dyn MigrationTrait>>) -> Self {
        self.migrations.extend(list);
        self
    }

    /// A kind of job.
    #[must_use]
    pub fn job(mut self, kind: Arc<dyn JobKind>) -> Self {
        self.kinds.push(kind);
        self
    }

    /// A verifier of a slice's table.
    #[must_use]
    pub fn verifier(mut self, verifier: Arc<dyn Verifier>) -> Self {
        self.verifiers.push(verifier);
        self
    }

    /// What happens on an event, in the same transaction.
    #[must_use]
    pub fn handler<E: Send + Sync + 'static>(mut self, handler: Arc<dyn Handler<E>>) -> Self {
        self.handlers.add(handler);
        self
    }

    /// Something a slice wants to find again with `Floor::extension`.
    #[must_use]
    pub fn extension<T: Send + Sync + 'static>(mut self, value: Arc<T>) -> Self {
        self.extensions.insert(TypeId::of::<T>(), value);
        self
    }

    /// The names of the migrations collected so far, in order.
    pub fn migration_names(&self) -> Vec<String> {
        self.migrations
            .iter()
            .map(|m| m.name().to_owned())
            .collect()
    }

    /// Opens the database, applies the migrations, reads or makes the keys.
    ///
    /// # Errors
    /// When the folder, the key file or the database cannot be opened, or two slices claim the
    /// same operation, job kind or noun.
    pub async fn open(self) -> Result<Floor> {
        private_folder(&self.config.data)?;
        if let DbConfig::Sqlite(path) = &self.config.db
            && let Some(folder) = path.parent()
        {
            private_folder(folder)?;
        }
        let vault = match self.vault {
            Some(vault) => vault,
            None => Vault::open_file(&self.config.keys)?,
        };
        let operations = unique(self.operations.into_iter().map(|o| (o.id, o)))?;
        let kinds = unique(self.kinds.into_iter().map(|k| (k.kind(), k)))?;
        let verifiers = unique(self.verifiers.into_iter().map(|v| (v.noun(), v)))?;
        let db = Db::open(&self.config.db).await?;
        db.migrate(&self.migrations).await?;
        Ok(Floor(Arc::new(Parts {
            db,
            clock: self.clock,
            ids: self.ids,
            vault,
            data: self.config.data,
            roles: RwLock::new(Arc::new(self.roles)),
            authenticator: self.authenticator,
            places: self.places,
            operations,
            kinds,
            verifiers,
            extensions: self.extensions,
            handlers: self.handlers,
            running: Running::default(),
            access: access::Log::default(),
            bell: Bell::default(),
        })))
    }
}

/// Makes a folder that only its owner enters; one that is there already stays as it is.
fn private_folder(path: &std::path::Path) -> Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        folder.mode(0o700);
    }
    Ok(folder.create(path)?)
}

fn unique<T>(list: impl Iterator<Item = (&'static str, T)>) -> Result<BTreeMap<&'static str, T>> {
    let mut map = BTreeMap::new();
    for (key, value) in list {
        if map.insert(key, value).is_some() {
            return Err(Problem::internal(format!("{key} is registered twice")));
        }
    }
    Ok(map)
}
