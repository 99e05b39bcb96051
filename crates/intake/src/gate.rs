//! A gate before what anybody may ask for: so many requests a minute, and no more.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use platform::{Floor, Problem, Result};

use crate::problems::BUSY;

/// What is counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Door {
    /// Codes asked for.
    Code,
    /// Attempts to sign in.
    SignIn,
    /// Reading what is public.
    Public,
}

impl Door {
    /// Requests a minute over all visitors of one process. A county of 300,000 people sends some
    /// hundred a day; what comes faster is no citizen.
    fn most(self) -> usize {
        match self {
            Self::Code => 30,
            Self::SignIn => 60,
            Self::Public => 1_200,
        }
    }
}

/// Counts what came in the last minute, in memory: a restart forgets it, which harms nobody.
#[derive(Debug, Default)]
pub struct Gate(Mutex<BTreeMap<Door, (DateTime<Utc>, usize)>>);

impl Gate {
    fn pass(&self, door: Door, now: DateTime<Utc>) -> bool {
        let mut doors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) = doors.entry(door).or_insert((now, 0));
        if now - *since >= Duration::minutes(1) {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        *count <= door.most()
    }
}

/// Lets a request through or answers that there are too many.
pub(crate) fn pass(floor: &Floor, door: Door) -> Result<()> {
    let gate = floor
        .extension::<Gate>()
        .ok_or_else(|| Problem::internal("the portal's gate is not on the floor"))?;
    match gate.pass(door, floor.now()) {
        true => Ok(()),
        false => Err(Problem::new(&BUSY)),
    }
}

/// Lets a request for what is public through, for other rooms that publish at the portal.
///
/// # Errors
/// `intake.portal.busy` when there are too many.
pub fn public(floor: &Floor) -> Result<()> {
    pass(floor, Door::Public)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_holds_so_many_and_the_next_begins_anew() {
        let gate = Gate::default();
        let start: DateTime<Utc> = "2022-11-07T01:00:00Z".parse().unwrap();
        let passed = (0..100).filter(|_| gate.pass(Door::Code, start)).count();
        assert_eq!(passed, Door::Code.most());
        assert!(gate.pass(Door::SignIn, start), "doors are counted apart");
        assert!(gate.pass(Door::Code, start + Duration::minutes(1)));
    }
}
