//! What the pack says about household verification at a place on a day.

use chrono::NaiveDate;
use kernel::{DivisionCode, WorkingDays};
use pack::model::{ReportSource, VerificationFile};
use pack::{Pack, Rules};
use platform::{Conn, Floor, Problem, Result};

use crate::problems::NO_LAYOUT;

/// Working days in which the platform answers.
const DAYS: &str = "核对反馈工作日数";
/// The age from which somebody consents alone.
const ALONE: &str = "本人授权的年龄";

/// The pack in force with the rules of a place.
pub(crate) struct Bench {
    pub pack: Pack,
    pub rules: Rules,
    pub day: NaiveDate,
}

impl Bench {
    /// The rules of a day.
    pub async fn on(
        floor: &Floor,
        conn: &Conn,
        place: &DivisionCode,
        day: NaiveDate,
    ) -> Result<Self> {
        let none = || Problem::new(&NO_LAYOUT);
        let release = policy::release_on(floor, conn, day)
            .await?
            .ok_or_else(none)?;
        let rules = release.pack.rules(place, day).map_err(|_| none())?;
        Ok(Self {
            pack: release.pack,
            rules,
            day,
        })
    }

    /// The layout of the place.
    pub fn layout(&self) -> Result<&VerificationFile> {
        let layout = self.pack.verification_file(&self.rules);
        layout.ok_or_else(|| Problem::new(&NO_LAYOUT))
    }

    /// The sources that the law lets be queried on the day.
    pub fn sources(&self) -> Result<Vec<&ReportSource>> {
        let sources = self.layout()?.sources.iter();
        Ok(sources.filter(|s| s.from <= self.day).collect())
    }

    fn number(&self, name: &str) -> Result<u32> {
        let found = self.rules.parameter(name);
        found
            .and_then(|p| p.value.value.shown.parse().ok())
            .ok_or_else(|| Problem::new(&NO_LAYOUT).because(name))
    }

    /// The day by which the platform is to answer what is sent on the day. In a year whose
    /// holidays are not known yet, days count as they are: sooner, never later.
    pub fn due(&self) -> Result<NaiveDate> {
        let days = self.number(DAYS)?;
        let by_days = self.day + chrono::Duration::days(i64::from(days));
        Ok(WorkingDays::embedded()
            .deadline(self.day, days)
            .unwrap_or(by_days))
    }

    /// The age from which somebody consents alone.
    pub fn alone_from(&self) -> Result<u32> {
        self.number(ALONE)
    }

    /// The programme's name.
    pub fn programme(&self, key: &str) -> (String, String) {
        let found = self.rules.programme(key);
        found.map_or_else(
            || (key.to_owned(), key.to_owned()),
            |p| (p.label.zh.clone(), p.label.en.clone()),
        )
    }
}

/// The age from which somebody at a place consents alone.
///
/// # Errors
/// Where the pack does not say.
pub async fn alone_from(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    day: NaiveDate,
) -> Result<u32> {
    Bench::on(floor, conn, place, day).await?.alone_from()
}
