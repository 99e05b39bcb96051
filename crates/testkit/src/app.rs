//! The app under test.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use axum::{Router, http::Method};
use chrono::NaiveDate;
use kernel::{MockClock, SeededIds};
use platform::{
    Actor, Authenticator, Ctx, Floor, FloorBuilder, FloorConfig, Grant, Role, Roles, Vault,
    http::RequestState, jobs,
};
use uuid::Uuid;

use crate::{
    auth::{TestAuth, User, code},
    database::Database,
    request::{Answered, Send},
};

type Fill = Box<dyn Fn(FloorBuilder) -> FloorBuilder + std::marker::Send>;

/// Puts a test's app together.
pub struct TestAppBuilder {
    day: NaiveDate,
    seed: u64,
    roles: Vec<Role>,
    fill: Fill,
    routes: Router<Floor>,
    authenticator: Option<Arc<dyn Authenticator>>,
}

impl TestAppBuilder {
    /// The day on which the clock stands still; 2022-10-25 unless said.
    #[must_use]
    pub fn day(mut self, day: &str) -> Self {
        self.day = day.parse().expect("a day is written 2022-10-25");
        self
    }

    /// The seed of keys and of the vault's keys.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// A role and its permission patterns.
    #[must_use]
    pub fn role(mut self, key: &str, permissions: &[&str]) -> Self {
        self.roles.push(Role {
            key: key.to_owned(),
            zh: key.to_owned(),
            en: key.to_owned(),
            level: String::new(),
            permissions: permissions.iter().map(|p| (*p).to_owned()).collect(),
        });
        self
    }

    /// Roles as a pack gives them.
    #[must_use]
    pub fn roles(mut self, roles: &Roles) -> Self {
        self.roles.extend(roles.iter().cloned());
        self
    }

    /// What the slices bring: operations, migrations, jobs, verifiers, handlers, extensions.
    /// Called twice when a PostgreSQL template is made.
    #[must_use]
    pub fn floor(
        mut self,
        fill: impl Fn(FloorBuilder) -> FloorBuilder + std::marker::Send + 'static,
    ) -> Self {
        let before = self.fill;
        self.fill = Box::new(move |f| fill(before(f)));
        self
    }

    /// Routes under `/api/v1`; call it for each slice.
    #[must_use]
    pub fn routes(mut self, routes: Router<Floor>) -> Self {
        self.routes = self.routes.merge(routes);
        self
    }

    /// Another authenticator than the kit's, such as directory's sessions.
    #[must_use]
    pub fn authenticator(mut self, authenticator: Arc<dyn Authenticator>) -> Self {
        self.authenticator = Some(authenticator);
        self
    }

    /// Opens the app on a fresh database.
    pub async fn build(self) -> TestApp {
        let clock = Arc::new(MockClock::on(self.day));
        let auth = Arc::new(TestAuth::default());
        let seed = self.seed;
        let builder = |config: FloorConfig| {
            let ids = Arc::new(SeededIds::new(seed, clock.clone()));
            let floor = Floor::builder(config, clock.clone(), ids)
                .vault(Vault::for_tests(seed).expect("keys from a seed are keys"))
                .roles(Roles::new(self.roles.clone()))
                .authenticator(self.authenticator.clone().unwrap_or_else(|| auth.clone()));
            (self.fill)(floor)
        };
        let names = builder(FloorConfig::in_folder("unused"))
            .migration_names()
            .join(",");
        let (database, config) = Database::create(&names, |config| {
            let opened = builder(config).open();
            async { opened.await.expect("the template opens").db().close().await }
        })
        .await;
        let floor = builder(config.clone())
            .open()
            .await
            .expect("the floor opens");
        let routes = Router::new().nest("/api/v1", self.routes);
        TestApp {
            router: platform::http::app(routes, floor.clone()),
            floor,
            clock,
            auth,
            config,
            database,
            roles: self.roles.iter().map(|r| r.key.clone()).collect(),
            counter: AtomicU64::new(0),
            jobs_may_stay: AtomicBool::new(false),
        }
    }
}

/// One app with its own database, clock and users.
pub struct TestApp {
    /// The floor.
    pub floor: Floor,
    /// The clock; `set`, `set_day` and `advance` move it.
    pub clock: Arc<MockClock>,
    /// The users.
    pub auth: Arc<TestAuth>,
    /// Where everything lies, to open it again as after a restart.
    pub config: FloorConfig,
    router: Router,
    database: Database,
    roles: BTreeSet<String>,
    counter: AtomicU64,
    jobs_may_stay: AtomicBool,
}

impl TestApp {
    /// Starts putting an app together.
    pub fn builder() -> TestAppBuilder {
        TestAppBuilder {
            day: NaiveDate::from_ymd_opt(2022, 10, 25).expect("a day of the calendar"),
            seed: 1,
            roles: Vec::new(),
            fill: Box::new(|f| f),
            routes: Router::new(),
            authenticator: None,
        }
    }

    /// A user with one role over the subtree of a division, in an organisation of that division.
    pub fn user(&self, role: &str, division: &str) -> User {
        self.user_with(&[(role, division)])
    }

    /// A user with several roles; the first division is the organisation's. Users of one division
    /// share an organisation, and so a chain.
    pub fn user_with(&self, grants: &[(&str, &str)]) -> User {
        let (_, home) = grants.first().expect("a user has a role");
        let division = code(home);
        let organisation =
            Uuid::from_u128(u128::from_str_radix(division.as_str(), 16).unwrap_or(1));
        let id = self.floor.new_id();
        let login = format!("user{}", self.counter.fetch_add(1, Ordering::SeqCst) + 1);
        let actor = Actor {
            user: id,
            login: login.clone(),
            name: format!("测试{login}"),
            organisation,
            organisation_name: format!("单位{}", division.short()),
            division,
        };
        let grants = grants
            .iter()
            .map(|(role, division)| self.grant(role, division, &[]))
            .collect();
        self.auth.put(actor, grants);
        User {
            id,
            login,
            organisation,
        }
    }

    /// A grant from the clock's day on, for `auth.set_grants`.
    pub fn grant(&self, role: &str, division: &str, sections: &[&str]) -> Grant {
        assert!(self.roles.contains(role), "the test has no role {role}");
        Grant {
            id: self.floor.new_id(),
            role: role.to_owned(),
            division: code(division),
            also: Vec::new(),
            sections: sections.iter().map(|s| (*s).to_owned()).collect(),
            from: self.floor.today(),
            to: None,
        }
    }

    /// The context of a user, for tests below HTTP.
    pub fn ctx(&self, user: &User) -> Ctx {
        let principal = self
            .auth
            .principal_of(user.id)
            .expect("a user of this test");
        Ctx::of(&self.floor, principal, RequestState::internal())
    }

    /// Runs all jobs that wait, and those that they enqueue.
    pub async fn run_jobs(&self) -> usize {
        jobs::drain(&self.floor).await.expect("the queue works")
    }

    /// Lets jobs wait or run when the app is dropped.
    pub fn leave_jobs(&self) {
        self.jobs_may_stay.store(true, Ordering::SeqCst);
    }

    /// A request to be filled in; `path` is under `/api/v1` unless it begins with `/api`.
    pub fn request(&self, method: Method, path: &str) -> Send<'_> {
        let n = self.counter.fetch_add(1, Ordering::SeqCst);
        Send::new(&self.router, method, path, format!("test-key-{n}"))
    }

    /// GET as a user.
    pub async fn get(&self, user: &User, path: &str) -> Answered {
        self.request(Method::GET, path).by(user).send().await
    }

    /// POST as a user, with a new idempotency key.
    pub async fn post(&self, user: &User, path: &str, body: serde_json::Value) -> Answered {
        self.request(Method::POST, path)
            .by(user)
            .json(&body)
            .send()
            .await
    }

    /// PATCH as a user of the version that is expected.
    pub async fn patch(
        &self,
        user: &User,
        path: &str,
        version: i32,
        body: serde_json::Value,
    ) -> Answered {
        self.request(Method::PATCH, path)
            .by(user)
            .version(version)
            .json(&body)
            .send()
            .await
    }

    /// DELETE as a user.
    pub async fn delete(&self, user: &User, path: &str) -> Answered {
        self.request(Method::DELETE, path).by(user).send().await
    }

    /// Verifies all chains against the anchors exported so far; panics with what is wrong.
    pub async fn verify(&self) {
        let report = self.verify_report().await;
        assert!(
            report.faults.is_empty(),
            "audit verify: {:#?}",
            report.faults
        );
    }

    /// Verifies all chains against the anchors exported so far.
    pub async fn verify_report(&self) -> platform::audit::Report {
        let folder = self.floor.data().join("anchors");
        let anchors = platform::audit::read_anchors(&folder).expect("anchors can be read");
        platform::audit::verify(&self.floor, &anchors)
            .await
            .expect("the walk ends")
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let left = self.database.end();
        if !std::thread::panicking() && !self.jobs_may_stay.load(Ordering::SeqCst) {
            assert_eq!(left, Some(0), "jobs wait or run at the end of the test");
        }
    }
}
