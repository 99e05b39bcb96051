//! What deciding asks of the slices before it, in one place.
//!
//! [`World`] is answered by `policy` and `registry` ([`Real`]); tests put
//! another answer on the floor as [`Outside`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_trait::async_trait;
use kernel::{DivisionCode, Money, Month};
use platform::db::Conn;
use platform::{Floor, Result};
use serde_json::{Map, Value};
use uuid::Uuid;

/// What deciding needs to know of a programme in a month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProgrammeInfo {
    /// Key: `dibao`.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Key of the section that runs it.
    pub section: String,
    /// One award for a household (covering members), or one for each person.
    pub for_household: bool,
    /// The fact of the award that lists show as its class.
    pub class: Option<String>,
    /// The facts that a decision may state.
    pub terms: Vec<String>,
    /// Programmes that one person may not hold beside this one, either way.
    pub excludes: Vec<String>,
    /// Whether it pays sums once instead of every month.
    pub once: bool,
}

/// A household as deciding sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdRef {
    /// Its division.
    pub division: DivisionCode,
    /// Its head, if it has one.
    pub head: Option<Uuid>,
    /// Its present members.
    pub members: Vec<Uuid>,
}

/// What an imported roster says about one award.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterAward {
    /// Place in the roster, growing.
    pub position: i64,
    /// Its programme.
    pub programme: String,
    /// Its household.
    pub household: Uuid,
    /// Division of the household.
    pub division: String,
    /// Who holds it: the head, or the person.
    pub holder: Uuid,
    /// Covered persons in order.
    pub members: Vec<Uuid>,
    /// Facts of the award by vocabulary names.
    pub facts: Map<String, Value>,
    /// Since when the source says it is paid.
    pub from: Option<Month>,
    /// Last month, where the source knows one.
    pub to: Option<Month>,
}

/// What an imported roster adds up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterTotals {
    /// The programme.
    pub programme: String,
    /// Awards.
    pub awards: i64,
    /// Households.
    pub households: i64,
    /// Covered persons.
    pub persons: i64,
    /// Monthly amount as the source prints it.
    pub amount: Money,
    /// Where the households live.
    pub divisions: BTreeSet<DivisionCode>,
}

/// The slices before this one, as deciding sees them.
#[async_trait]
pub trait World: Send + Sync {
    /// The release in force and a programme, as of a month at a place; `None`
    /// where the place does not run it then.
    async fn programme(
        &self,
        floor: &Floor,
        conn: &Conn,
        place: &DivisionCode,
        key: &str,
        month: Month,
    ) -> Result<Option<(Uuid, ProgrammeInfo)>>;
    /// Some households.
    async fn households(
        &self,
        floor: &Floor,
        conn: &Conn,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, HouseholdRef>>;
    /// Names of persons, for people who may see them.
    async fn names(
        &self,
        floor: &Floor,
        conn: &Conn,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, String>>;
    /// What the applied roster of an import adds up to, by programme; empty when it claims no
    /// benefits, or there is none.
    async fn roster(&self, floor: &Floor, conn: &Conn, import: Uuid) -> Result<Vec<RosterTotals>>;
    /// The next awards of an import after a position.
    async fn roster_after(
        &self,
        floor: &Floor,
        conn: &Conn,
        import: Uuid,
        after: i64,
        limit: i64,
    ) -> Result<Vec<RosterAward>>;
    /// Tells the registry whom a programme covers now.
    async fn told(&self, tx: &mut platform::Tx, covered: Vec<Covered>) -> Result<()> {
        let _ = (tx, covered);
        Ok(())
    }
}

/// How many of a household's members a programme covers, for registry's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The household.
    pub household: Uuid,
    /// The programme.
    pub programme: String,
    /// Class, where the programme has classes.
    pub class: Option<String>,
    /// Members covered; nought takes the household out of the programme.
    pub covered: i32,
}

/// The answerer on the floor.
pub struct Outside(pub Arc<dyn World>);

/// The answerer that tests put on the floor, else policy and registry.
pub(crate) fn world(floor: &Floor) -> Arc<dyn World> {
    floor.extension::<Outside>().map_or_else(
        || Arc::new(crate::real::Real) as Arc<dyn World>,
        |outside| outside.0.clone(),
    )
}

/// A sum that a family gets in cash.
#[derive(Debug, Clone)]
pub struct CashAid {
    /// The case.
    pub case: Uuid,
    /// Where it is.
    pub division: DivisionCode,
    /// The family.
    pub household: Uuid,
    /// How much.
    pub amount: Money,
    /// The number of the receipt.
    pub receipt: String,
}

/// Who pays in cash, in the same unit of work: the reserve of the township, which a later slice
/// keeps.
#[async_trait]
pub trait Purse: Send + Sync {
    /// Pays, or says why not.
    ///
    /// # Errors
    /// Where the purse holds too little, or there is none.
    async fn pay(&self, tx: &mut platform::Tx, aid: CashAid) -> Result<()>;
}

/// The purse on the floor.
pub struct Till(pub Arc<dyn Purse>);
