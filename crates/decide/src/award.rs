//! Awards as later slices read them.

mod amount;
mod approved;
mod changed;
mod list;
mod one_off;
mod stream;

pub use approved::{ApprovedItem, approved_items, covered_in};
pub use changed::{
    AwardChange, ChangedAward, Why, changed_awards, changes_of, last_seq, persons_of,
    persons_of_household, reasons,
};
pub use list::{AwardAnswer, AwardList, MemberAnswer, TermsAnswer};
pub use one_off::{Helped, OneOff, helped, one_off, one_offs_of};
pub use stream::{AwardInMonth, awards_after, awards_by_id, count_awards};

pub(crate) use amount::{Given, Terms, given_in, would_give};
pub(crate) use list::{__path_list, list};
pub(crate) use stream::awards_of_households;
