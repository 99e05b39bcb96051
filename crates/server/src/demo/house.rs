//! The house while the demonstration is made: a clock that is set, keys that repeat.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context as _;
use axum::Router;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use directory::Settings;
use kernel::{Clock as _, IdGen, MockClock, SeededIds, SystemIds, shanghai};
use platform::{Ctx, Floor, Operation, Sql, jobs};
use serde_json::Value;
use uuid::Uuid;

use super::{SEED, inside::Inside, progress::Progress};
use crate::{client::Client, config::Config, wiring};

const LAST_ENTRY: Operation = Operation::query(
    "server.demo.last_entry",
    "server.demo.last_entry",
    "读取最后登记时间",
    "Read when the last entry was made",
);

/// The open house.
pub struct House {
    /// The floor.
    pub floor: Floor,
    /// The whole application.
    pub app: Router,
    clock: Arc<MockClock>,
    inside: Arc<Inside>,
    timings: Mutex<Vec<Timing>>,
}

/// How long the jobs of one step took.
#[derive(Clone, Debug)]
pub struct Timing {
    /// What was done.
    pub name: String,
    /// How long it took.
    pub took: Duration,
}

/// Year, month and day.
type Day = (i32, u32, u32);

/// The day on which the demonstration begins.
pub(super) const FIRST_DAY: Day = (2021, 12, 20);

impl House {
    /// Begins a house in an empty folder, with keys that are the same each time.
    pub(super) async fn begin(config: &Config) -> anyhow::Result<Self> {
        Self::begin_on(config, FIRST_DAY).await
    }

    /// The same from a day on.
    pub(super) async fn begin_on(config: &Config, day: Day) -> anyhow::Result<Self> {
        let ids = |clock: Arc<MockClock>| Arc::new(SeededIds::new(SEED, clock)) as Arc<dyn IdGen>;
        Self::with(config, day, Settings::default(), ids).await
    }

    /// Opens a folder that holds data already, with nobody listening.
    ///
    /// Its new keys are random: seeded ones would begin from the start and be those that its
    /// records already have. Its clock goes on from the last entry of the audit chain, because
    /// nobody looks at a record before the day it was made.
    pub async fn open(config: &Config) -> anyhow::Result<Self> {
        Self::open_on(config, FIRST_DAY, Settings::default()).await
    }

    /// The same for a folder whose records may be older, with other settings of sessions.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_on(config: &Config, day: Day, settings: Settings) -> anyhow::Result<Self> {
        let ids = |clock: Arc<MockClock>| Arc::new(SystemIds::new(clock)) as Arc<dyn IdGen>;
        let house = Self::with(config, day, settings, ids).await?;
        let system = Ctx::system(&house.floor, Uuid::nil(), "demo");
        let reader = system.query(&LAST_ENTRY).await?;
        let sql = Sql::new("select at from audit_entry order by at desc limit 1");
        let last: Option<DateTime<Utc>> = reader.conn().scalar(sql).await?;
        reader.finish().await?;
        if let Some(last) = last {
            house.clock.set(last.max(house.clock.now()));
        }
        Ok(house)
    }

    async fn with(
        config: &Config,
        (year, month, day): Day,
        settings: Settings,
        ids: impl FnOnce(Arc<MockClock>) -> Arc<dyn IdGen>,
    ) -> anyhow::Result<Self> {
        let day = NaiveDate::from_ymd_opt(year, month, day).context("a day of the calendar")?;
        let clock = Arc::new(MockClock::on(day));
        let ids = ids(clock.clone());
        let inside = Arc::new(Inside::new());
        let floor = wiring::builder(config, clock.clone(), ids, inside.clone())?
            .extension(Arc::new(settings))
            .open()
            .await?;
        wiring::refresh(&floor).await?;
        Ok(Self {
            app: wiring::app(floor.clone()),
            floor,
            clock,
            inside,
            timings: Mutex::default(),
        })
    }

    /// Sets the clock to an hour of a day in Asia/Shanghai; it never runs backwards.
    pub fn set(&self, day: NaiveDate, hour: u32) {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let local = NaiveDateTime::new(day, time).and_local_timezone(shanghai());
        if let Some(instant) = local.single().map(|local| local.to_utc())
            && instant > self.clock.now()
        {
            self.clock.set(instant);
        }
    }

    /// A member of staff at work, by login.
    ///
    /// # Errors
    /// When nobody has the login.
    pub async fn worker(&self, login: &str) -> anyhow::Result<Client> {
        let user = directory::user_of_login(&self.floor, login).await?;
        Ok(self.client(
            login,
            user.with_context(|| format!("nobody is called {login}"))?,
        ))
    }

    /// The headers of a user's requests.
    pub fn headers(&self, user: Uuid) -> axum::http::HeaderMap {
        self.inside.headers(user)
    }

    /// Somebody at work.
    pub fn client(&self, login: &str, user: Uuid) -> Client {
        Client::new(self.app.clone(), login, self.inside.headers(user))
    }

    /// Runs the jobs that wait, showing how far one of them has come, and answers its result.
    pub(super) async fn work(
        &self,
        client: &Client,
        job: Option<&str>,
        progress: &Progress,
        name: &str,
    ) -> anyhow::Result<Value> {
        let bar = progress.begin(name, 0);
        let begun = Instant::now();
        let floor = self.floor.clone();
        let mut running = tokio::spawn(async move { jobs::drain(&floor).await });
        loop {
            let step = Duration::from_millis(250);
            match tokio::time::timeout(step, &mut running).await {
                Ok(ended) => {
                    ended??;
                    break;
                }
                Err(_) => {
                    if let Some(job) = job {
                        let state = client.get(&format!("/jobs/{job}")).await?;
                        let number = |field: &str| state[field].as_u64().unwrap_or(0);
                        bar.at(number("done"), number("total"));
                    }
                }
            }
        }
        bar.end();
        let timing = Timing {
            name: name.to_owned(),
            took: begun.elapsed(),
        };
        self.timings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(timing);
        match job {
            Some(job) => client
                .wait(job, |_, _| {})
                .await
                .with_context(|| name.to_owned()),
            None => Ok(Value::Null),
        }
    }

    /// How long each step took so far.
    pub fn timings(&self) -> Vec<Timing> {
        self.timings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Ends it in order.
    pub async fn close(self) -> anyhow::Result<()> {
        self.floor.db().checkpoint().await?;
        self.floor.db().close().await;
        Ok(())
    }
}
