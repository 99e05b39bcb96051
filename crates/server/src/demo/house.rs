//! The house while the demonstration is made: a clock that is set, keys that repeat.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context as _;
use axum::Router;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use directory::Settings;
use kernel::{MockClock, SeededIds, shanghai};
use platform::{Floor, jobs};
use serde_json::Value;
use uuid::Uuid;

use super::{SEED, inside::Inside, progress::Progress};
use crate::{client::Client, config::Config, wiring};

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

impl House {
    /// Opens the data folder, with nobody listening.
    pub async fn open(config: &Config) -> anyhow::Result<Self> {
        let day = NaiveDate::from_ymd_opt(2021, 12, 20).context("a day of the calendar")?;
        let clock = Arc::new(MockClock::on(day));
        let ids = Arc::new(SeededIds::new(SEED, clock.clone()));
        let inside = Arc::new(Inside::new());
        let floor = wiring::builder(config.floor(), clock.clone(), ids, inside.clone())?
            .extension(Arc::new(Settings::default()))
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
        use kernel::Clock as _;
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
