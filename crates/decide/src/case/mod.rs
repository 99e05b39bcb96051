//! The case: one procedure of the pack, from the counter to the archive.
//!
//! A case is an opening and a list of events (crate `flow`); where it stands is replayed from
//! them and never stored. Every act goes one way: the row is read within the scope, the
//! procedure of the case's rule set is looked up, `flow` says whether this officer may do this
//! now, and its events are appended in the same unit of work as what they bring about: a number
//! at acceptance, an award or a sum when it was granted. The columns beside the events serve
//! lists only and are written anew from the events with every act.

pub(crate) mod act;
pub(crate) mod actor;
mod answer;
mod assess;
pub(crate) mod attach;
pub(crate) mod batch;
pub mod clock;
mod effect;
mod facts;
mod follow;
pub(crate) mod form;
pub(crate) mod gates;
pub(crate) mod get;
pub(crate) mod history;
pub(crate) mod inside;
pub(crate) mod list;
mod note;
mod notice;
mod offer;
pub(crate) mod open;
mod parties;
mod posting;
pub(crate) mod procedures;
pub(crate) mod sign;
mod sniff;
pub(crate) mod standing;
pub(crate) mod store;
pub(crate) mod summary;
pub(crate) mod verification;
pub(crate) mod verify;

pub(crate) use summary::money as summary_money;

use std::sync::Arc;

use chrono::NaiveDate;
use flow::{Delegation, Desk, Procedure, Refusal};
use kernel::{DivisionCode, WorkingDays};
use pack::{
    Pack,
    model::{AwardUnit, Programme},
};
use platform::{Conn, Floor, Problem, Result};
use uuid::Uuid;

use crate::problems::{CASE_REFUSED, CASE_STALE, PROCEDURE};

/// The noun of a case in the audit chain and in the access log.
pub(crate) const NOUN: &str = "case";

/// A procedure with all that is needed to work on a case of it.
pub(crate) struct Bureau {
    pub release: Uuid,
    pub pack: Pack,
    pub procedure: Arc<Procedure>,
    delegations: Vec<Delegation>,
}

impl Bureau {
    /// The procedure of a place by the release in force on a day, for a case accepted then.
    pub async fn on(
        floor: &Floor,
        conn: &Conn,
        place: &DivisionCode,
        key: &str,
        day: NaiveDate,
    ) -> Result<Self> {
        let release = policy::release_on(floor, conn, day)
            .await?
            .ok_or_else(|| Problem::new(&crate::problems::NO_RELEASE))?;
        Self::of(release, place, key, day)
    }

    /// The procedure that a case keeps: that of its own release and day of acceptance.
    pub async fn kept(floor: &Floor, conn: &Conn, row: &store::Row) -> Result<Self> {
        let release = policy::release(floor, conn, row.release)
            .await?
            .ok_or_else(|| Problem::internal("the release of a case is gone"))?;
        Self::of(release, &row.division, &row.procedure, row.ruled_on)
    }

    fn of(
        release: policy::InForce,
        place: &DivisionCode,
        key: &str,
        day: NaiveDate,
    ) -> Result<Self> {
        let procedure = release.pack.procedure(key, place, day).map_err(|no| {
            let text = no.to_string();
            let (zh, en) = text.split_once(" / ").unwrap_or((&text, &text));
            Problem::new(&PROCEDURE).detail(zh.to_owned(), en.to_owned())
        })?;
        Ok(Self {
            release: release.id,
            delegations: release.pack.delegations(place),
            pack: release.pack,
            procedure,
        })
    }

    /// The section that runs the programme, where the place has sections.
    pub fn section(&self, place: &DivisionCode, day: NaiveDate) -> String {
        self.programme(place, day, |programme| programme.section.clone())
    }

    /// Whether each person of a household holds the programme for himself.
    pub fn by_person(&self, place: &DivisionCode, day: NaiveDate) -> bool {
        self.programme(place, day, |programme| programme.unit == AwardUnit::Person)
    }

    /// What the programme of the procedure says at a place on a day.
    fn programme<T: Default>(
        &self,
        place: &DivisionCode,
        day: NaiveDate,
        says: impl FnOnce(&Programme) -> T,
    ) -> T {
        let rules = self.pack.rules(place, day).ok();
        let said = rules.and_then(|r| r.programme(&self.procedure.programme).map(says));
        said.unwrap_or_default()
    }

    /// The desk at which the case is worked on.
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            procedure: &self.procedure,
            calendar: WorkingDays::embedded(),
            delegations: &self.delegations,
        }
    }
}

/// A refusal of the procedure as a problem: its own code and words, and what is missing.
pub(crate) fn refused(refusal: &Refusal) -> Problem {
    let kind = match refusal.kind {
        flow::RefusalKind::Stale => &CASE_STALE,
        _ => &CASE_REFUSED,
    };
    let problem = Problem::new(kind).detail(refusal.zh.clone(), refusal.en.clone());
    let problem = problem.because(refusal.kind.code());
    refusal.missing.iter().fold(problem, |problem, name| {
        problem.field(
            format!("/missing/{name}"),
            format!("缺少：{name}"),
            format!("Missing: {name}."),
        )
    })
}
