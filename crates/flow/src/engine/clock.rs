//! How much time is left, and which lamp burns.

use super::state::{Standstill, State, Status};
use super::{Desk, count, day};
use crate::model::case::{Case, PaperState};
use crate::model::{Label, Lamps, LimitFrom, Timeout, Total, Unit};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::calendar::{CalendarError, publicity_end};
use serde_json::Value as Json;

/// A lamp. The later of two is the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lamp {
    /// Time enough.
    Green,
    /// Little time left.
    Yellow,
    /// No time left, or too late.
    Red,
}

/// When a limit ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// On this day.
    On(NaiveDate),
    /// Not before the clock runs on.
    Standing,
    /// In a year whose holidays are not known yet.
    Unknown(CalendarError),
}

/// One limit as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Its key; `publicity:STEP` and `paper:KEY` for those of a posting and a promise.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The step, where it is a step's.
    pub step: Option<String>,
    /// Day nought.
    pub from: NaiveDate,
    /// How many.
    pub days: u32,
    /// Of what.
    pub unit: Unit,
    /// Its last day.
    pub due: Due,
    /// Days left at the end of today, below nought when it has passed; unknown where the
    /// table of working days does not reach today.
    pub left: Option<i64>,
    /// The day it was met.
    pub met: Option<NaiveDate>,
    /// The first day on which its lamp is yellow, and the first on which it is red; none where
    /// it never is, or where the table of working days does not reach there.
    pub turns: (Option<NaiveDate>, Option<NaiveDate>),
    /// The lamp; green once met in time.
    pub lamp: Lamp,
    /// What happens when it has passed.
    pub timeout: Option<Timeout>,
    /// The clause.
    pub cite: String,
}

/// The clocks of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The worst lamp of what still runs.
    pub lamp: Lamp,
    /// Totals first, then steps, publicities and promised papers.
    pub deadlines: Vec<Deadline>,
    /// Why and since when the clock stands.
    pub standing: Option<(String, NaiveDate)>,
}

/// What a limit is made of, before it is counted.
struct Running<'r> {
    key: String,
    label: Label,
    step: Option<&'r str>,
    from: NaiveDate,
    days: u32,
    unit: Unit,
    lamps: Lamps,
    met: Option<NaiveDate>,
    timeout: Option<Timeout>,
    cite: &'r str,
    /// Whether standstills count for it: they stop totals only.
    stops: bool,
}

impl Desk<'_> {
    /// The clocks of a case.
    pub fn clock(&self, case: &Case, now: DateTime<Utc>) -> Clock {
        let state = State::of(case);
        self.clock_of(case, &state, day(now))
    }

    pub(crate) fn clock_of(&self, case: &Case, state: &State, today: NaiveDate) -> Clock {
        let mut deadlines = Vec::new();
        for running in &state.totals {
            let Some(total) = self.procedure.total(&running.total) else {
                continue;
            };
            let limit = Running {
                key: total.key.clone(),
                label: total.label.clone(),
                step: None,
                from: running.from,
                days: self.total_days(case, total, running, today),
                unit: total.unit,
                lamps: total.lamps.unwrap_or(self.procedure.lamps),
                met: running.met,
                timeout: total.timeout.clone(),
                cite: &total.cite,
                stops: true,
            };
            deadlines.push(self.deadline(limit, state, today));
        }
        for step in &self.procedure.steps {
            let Some(now) = state.steps.get(&step.key) else {
                continue;
            };
            let open = now.status == Status::Open;
            if let Some(limit) = &step.limit
                && (open || now.status == Status::Done)
                && let Some(from) = self.limit_from(&limit.from, now.opened, state)
            {
                let met = now.finished.filter(|_| !open).map(day);
                let running = Running {
                    key: limit.key.clone(),
                    label: step.label.clone(),
                    step: Some(&step.key),
                    from,
                    days: limit.days,
                    unit: limit.unit,
                    lamps: limit.lamps.unwrap_or(self.procedure.lamps),
                    met,
                    timeout: limit.timeout.clone(),
                    cite: &limit.cite,
                    stops: false,
                };
                deadlines.push(self.deadline(running, state, today));
            }
            if let (Some(publicity), Some(posting), true) = (&step.publicity, &now.posting, open) {
                let end = publicity_end(posting.on, publicity.days);
                let left = (end - today).num_days();
                deadlines.push(Deadline {
                    key: format!("publicity:{}", step.key),
                    label: step.label.clone(),
                    step: Some(step.key.clone()),
                    from: posting.on,
                    days: publicity.days,
                    unit: Unit::Days,
                    due: Due::On(end),
                    left: Some(left),
                    met: None,
                    turns: (end.succ_opt(), None),
                    // To hang is no lateness; once it is over, somebody has to go on.
                    lamp: if left < 0 { Lamp::Yellow } else { Lamp::Green },
                    timeout: None,
                    cite: publicity.cite.clone(),
                });
            }
        }
        for ((key, _), paper) in &state.papers {
            let text = self.procedure.paper(key);
            if let (Some(text), PaperState::Promised) = (text, paper.state)
                && let Some((days, unit)) = text.later
            {
                let running = Running {
                    key: format!("paper:{key}"),
                    label: text.label.clone(),
                    step: None,
                    from: paper.on,
                    days,
                    unit,
                    lamps: self.procedure.lamps,
                    met: None,
                    timeout: None,
                    cite: &text.cite,
                    stops: false,
                };
                deadlines.push(self.deadline(running, state, today));
            }
        }
        let running = deadlines.iter().filter(|d| d.met.is_none());
        let lamp = match &state.closed {
            Some(_) => Lamp::Green,
            None => running.map(|d| d.lamp).max().unwrap_or(Lamp::Green),
        };
        Clock {
            lamp,
            deadlines,
            standing: state.standing().map(|s| (s.reason.clone(), s.from)),
        }
    }

    /// The stretches without clock, each no longer than its reason allows.
    fn standstills(&self, state: &State) -> Vec<Standstill> {
        let capped = |stretch: &Standstill| {
            let mut stretch = stretch.clone();
            let reason = self
                .procedure
                .pauses
                .iter()
                .find(|p| p.key == stretch.reason);
            if let Some((days, unit)) = reason.and_then(|p| p.at_most)
                && let Ok(Some(last)) = count::last(self.calendar, unit, &[], stretch.from, days)
            {
                stretch.to = Some(stretch.to.map_or(last, |to| to.min(last)));
            }
            stretch
        };
        state.standstills.iter().map(capped).collect()
    }

    /// How many days a total has: longer for a named reason, shorter where the township decides
    /// in the county's stead, from acceptance on and still today.
    fn total_days(
        &self,
        case: &Case,
        total: &Total,
        running: &super::state::Running,
        today: NaiveDate,
    ) -> u32 {
        let longer = running.extended.as_ref().and_then(|key| {
            let mut reasons = self.procedure.extensions.iter();
            reasons.find(|e| e.key == *key && e.total == total.key)
        });
        if let Some(longer) = longer {
            return longer.days;
        }
        let on = running.met.unwrap_or(today);
        match total.delegated {
            Some(days) if running.delegated && self.delegated(case, on) => days,
            _ => total.days,
        }
    }

    fn limit_from(
        &self,
        from: &LimitFrom,
        opened: Option<DateTime<Utc>>,
        state: &State,
    ) -> Option<NaiveDate> {
        match from {
            LimitFrom::Opened => opened.map(day),
            LimitFrom::Finished(step) => state.steps.get(step)?.finished.map(day),
            LimitFrom::Fact(name) => match state.facts.get(name) {
                Some(Json::String(text)) => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok(),
                _ => None,
            },
        }
    }

    fn deadline(&self, limit: Running<'_>, state: &State, today: NaiveDate) -> Deadline {
        let standstills = if limit.stops {
            self.standstills(state)
        } else {
            Vec::new()
        };
        let standstills = &standstills[..];
        let last = count::last(
            self.calendar,
            limit.unit,
            standstills,
            limit.from,
            limit.days,
        );
        let due = match last {
            Ok(Some(on)) => Due::On(on),
            Ok(None) => Due::Standing,
            Err(error) => Due::Unknown(error),
        };
        let at = limit.met.unwrap_or(today);
        // What is used up is known without next year's holidays: a limit that runs into a year
        // without table keeps its lamp.
        let left = match (&due, limit.unit) {
            (Due::On(on), Unit::Months) => Some((*on - at).num_days()),
            _ => count::used(self.calendar, limit.unit, standstills, limit.from, at)
                .ok()
                .map(|used| i64::from(limit.days) - i64::from(used)),
        };
        let lamp = match (left, limit.met) {
            (Some(left), Some(_)) if left >= 0 => Lamp::Green,
            (Some(_), Some(_)) => Lamp::Red,
            (Some(left), None) if left <= i64::from(limit.lamps.red) => Lamp::Red,
            (Some(left), None) if left <= i64::from(limit.lamps.yellow) => Lamp::Yellow,
            (Some(_), None) => Lamp::Green,
            // Not to know is no reason for calm.
            (None, _) => Lamp::Yellow,
        };
        let turn = |early: u32| match limit.unit {
            Unit::Months => last
                .as_ref()
                .ok()
                .and_then(|on| (*on)?.checked_sub_days(chrono::Days::new(u64::from(early)))),
            unit => {
                let days = limit.days.saturating_sub(early);
                let on = count::last(self.calendar, unit, standstills, limit.from, days);
                on.ok().flatten()
            }
        };
        let turns = match limit.met {
            Some(_) => (None, None),
            None => (turn(limit.lamps.yellow), turn(limit.lamps.red)),
        };
        Deadline {
            key: limit.key,
            label: limit.label,
            step: limit.step.map(str::to_owned),
            from: limit.from,
            days: limit.days,
            unit: limit.unit,
            due,
            left,
            met: limit.met,
            turns,
            lamp,
            timeout: limit.timeout,
            cite: limit.cite.to_owned(),
        }
    }
}
