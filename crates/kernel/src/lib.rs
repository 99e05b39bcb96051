//! Values that everyone shares: money, months, identity numbers, area codes, code lists,
//! the working-day calendar, masking, and the two sources of what is not repeatable
//! (clock and keys), which are always handed in.
//!
//! The room knows no database, no file and no protocol. Values check themselves when they
//! are made; a value that exists is valid. Faults speak Chinese and English ([`Bilingual`])
//! and never quote personal data.

mod bank_account;
mod bilingual;
pub mod calendar;
mod clock;
pub mod codes;
mod credit_code;
pub mod dates;
mod disability_card;
mod division;
mod id_number;
mod ids;
pub mod masking;
mod money;
mod month;
#[cfg(feature = "openapi")]
mod openapi;
pub mod text;

pub use bank_account::{BankAccount, BankAccountError};
pub use bilingual::Bilingual;
pub use calendar::WorkingDays;
pub use clock::{Clock, MockClock, SystemClock, shanghai};
pub use credit_code::{CreditCode, CreditCodeError};
pub use disability_card::{DisabilityCard, DisabilityCardError};
pub use division::{DivisionCode, DivisionError, DivisionLevel};
pub use id_number::{IdNumber, IdNumberError};
pub use ids::{IdGen, SeededIds, SystemIds};
pub use money::{Money, MoneyError};
pub use month::{Month, MonthError};
