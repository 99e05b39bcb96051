//! Who lives with whom, and what is known about them: persons, households with dated
//! membership, circumstances as versions, accounts, numbers of old systems; and the road by
//! which rosters come in.
//!
//! The room stands on the floor, on the directory (areas, staff) and on packs (what the
//! columns of a file mean). It knows no award, no amount and no month. Data enters through
//! imports and account changes; a roster's claims about awards are kept as roster entries,
//! which `decide` turns into awards by an opening decision. Data leaves through the lists
//! and files of the console and through the facade below.
//!
//! What it keeps: a verified identity number belongs to one person and a person lives in one
//! household at a time, both refused by the database itself; a version of circumstances is
//! never overwritten; a household comes in whole or not at all; the same file twice changes
//! nothing; an account in use is changed by two people.

mod account;
mod authz;
mod benefit;
mod catalogue;
mod facts;
mod household;
mod import;
pub mod letters;
mod member;
mod migrations;
mod names;
mod person;
mod problems;
mod routes;
mod verifier;

pub use account::as_of::{PayeeAccount, accounts_as_of, open_account};
pub use account::{AccountView, ChangeStatus};
pub use authz::OPERATIONS;
pub use benefit::{
    Benefit, count_by_benefit, households_by_benefit, in_benefit, set_amounts, set_benefits,
};
pub use catalogue::{Catalogue, Catalogues};
pub use facts::as_of::{Family, Member, families, families_known, family, stream_families};
pub use facts::record::{NewFacts, SubjectKind, record_facts};
pub use household::change::move_household;
pub use household::contact::{Contact, addresses, contact};
pub use household::create::{NewHousehold, enter as enter_household, tell_elsewhere};
pub use household::get::{HouseholdFile, MemberView};
pub use household::stay::last_day_here;
pub use import::entries::{EntryMember, RosterEntry, entries_of, stream_entries};
pub use import::{
    Import, ImportFileView, ImportStatus, Mode, NewUpload, Totals, UploadFile, apply_import,
    create_import, get_import, jobs,
};
pub use member::entered::NewMember;
pub use member::leave::record_death;
pub use member::related::{RelatedPerson, enter_related};
pub use migrations::migrations;
pub use person::{PersonRef, persons};
pub use problems::PROBLEMS;
pub use routes::routes;
pub use verifier::verifiers;
