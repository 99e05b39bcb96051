//! Synthetic places: people who do not exist, with every record that a county's rosters hold,
//! the same bytes for the same seed.
//!
//! The room knows the kernel only. What comes out of it goes the way of all data: files
//! through the import, changes through decisions. Amounts are the pack's business and do not
//! occur here, except those of temporary relief, which are decisions on a single family.
//!
//! # The places
//!
//! - [`County::generate`]: Qingshui (620521) in 2022, whose records, counted one by one, give
//!   the figures of the county's report of 2022-10-25.
//! - [`County::village`]: the same kinds of records for as many households as one can read.
//! - [`City::huangshi`]: dibao families of a city and what other departments know of them, whose
//!   run of supervision gives the figures that Huangshi printed of 2017.
//! - [`Place::scaled`]: dibao families of any number as a stream, for measurements.
//!
//! # How the county is solved
//!
//! No total is stored. The printed figures are the targets of a plan (`plan::targets`) that
//! lays down families by size, programme and month before any person is made; the people are
//! then made to fit and cannot change a count.
//!
//! **Families of October** (`plan::stock`). The county's classes fix households and persons
//! covered (8576 households, 25,697 persons). Four lists of the rural-revitalisation office
//! hold 22,622 of the families and fix, each, families and persons in 一二类, 三四类, tekun
//! and so on; what the lists leave of the county's totals lives outside them. There 3131
//! households of 一二类 hold only 4010 persons; as awards of one person number 2427 in all,
//! nearly all of those must lie outside the lists: of every other household at least two
//! persons are covered. Members of listed families are printed too, so sizes are solved in
//! order: covered persons; members beyond them; families with one of the two allowances,
//! whose 人 are all their members; and the remaining families share the remaining members.
//! Random parts with a fixed sum, and random choices with a fixed sum, come from `dice`.
//!
//! **Classes** (`plan::classes`) are chosen among the households so that persons agree too.
//!
//! **The year** (`plan::course`, `plan::months`). The records begin with a roster of 2021-12
//! and tell entries, ends, class changes, deaths and grace periods. Person-months January to
//! October of each class must be ten times the October stock: whoever entered in the year is
//! missing for some months, whoever left was there for some, and months are moved until both
//! weigh the same, class by class. So the stock overshoots and falls back, and the share of
//! 一二类 in the agricultural population rises from 4.13% to 4.17%.
//!
//! **Disabled persons** (`plan::allowances`). Singles and members of whole households have
//! the living allowance, the severe ones the care allowance too; families outside dibao fill
//! the care allowance up to its count. Nobody in tekun has either. 389 disabled persons in
//! dibao have no allowance (5197 against 4808), which later checks may find.
//!
//! **Tekun** (`plan::tekun`). 85 enter and 85 leave with equal months; 71 change tier, in
//! months such that 1254, 2922 and 5504 person-months fall to the three tiers, which is one
//! solution of the printed sum.
//!
//! **Temporary relief** (`plan::relief`) takes families of all kinds and new ones; amounts
//! follow cause and number of persons and are moved in steps until they add up.
//!
//! Faults of the report are resolved so: D-02 3071 households and 13,366 persons; D-03 895
//! households; D-05 6491 persons; D-06 28 orphans placed, 25 paid (three are adopted); D-07
//! 968 tekun persons in all, 41 of them in institutions. The person-months of the two
//! allowances at one rate do not give the printed amount; the difference is not hidden.

#[macro_use]
mod labels;
mod area;
mod books;
mod city;
mod county;
mod dice;
mod lines;
pub mod model;
mod people;
mod plan;
mod scaled;

pub use books::{BookError, Progress, WrittenFile};
pub use city::{City, CityFigures, Planned, SourceFile};
pub use county::{AwardState, County, State};
pub use scaled::{FamilyRecord, Place};
