//! The records of a synthetic place: plain data, typed, without any total.

mod change;
mod household;
mod programme;

pub use change::{Change, Event, OneOff, Reason, ReliefCause, RosterEntry};
pub use household::{
    Account, Area, Bank, Disability, Employment, Household, HouseholdKey, Member, Person,
    PersonKey, Placement, PlacementKind, PovertyCause, Revitalisation, StudyStage,
};
pub use programme::{CareTier, DibaoClass, ParentState, Programme, SupportMode, Terms};
