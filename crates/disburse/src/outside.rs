//! What paying asks of `policy` and `registry`, in one place. Tests put
//! another answerer on the floor.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use decide::AwardInMonth;
use kernel::Month;
use pack::Pack;
use platform::db::Conn;
use platform::{Floor, Result, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

/// A pack release.
#[derive(Clone)]
pub struct Release {
    /// Key.
    pub id: Uuid,
    /// Version as shown.
    pub version: String,
    /// SM3 digest of its texts.
    pub digest: String,
    /// The pack.
    pub pack: Pack,
}

/// The facts of a family as known, members in the order of the award.
#[derive(Debug, Clone, Default)]
pub struct FamilyFacts {
    /// Of the household.
    pub household: Arc<Map<String, Value>>,
    /// Of each covered person of the award, in its order, then of the others.
    pub members: Vec<Arc<Map<String, Value>>>,
    /// Where each fact of the household comes from, for explanations.
    pub source: String,
}

/// Where a payee's money goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRef {
    /// The account row.
    pub id: Uuid,
    /// The bank as it stands on the card.
    pub bank: String,
}

/// An account with its secrets opened. No `Debug`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct OpenAccount {
    /// Holder.
    pub holder: String,
    /// Number.
    pub number: String,
    /// Bank.
    pub bank: String,
    /// Name of the payee.
    pub name: String,
    /// ID number of the payee; empty where unknown.
    pub id_number: String,
}

/// A person as lists show one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonCard {
    /// Name.
    pub name: String,
    /// ID number, masked.
    pub id_number: String,
}

/// The slices before this one, as paying sees them.
#[async_trait]
pub trait World: Send + Sync {
    /// The release in force in a month.
    async fn release_on(&self, floor: &Floor, conn: &Conn, month: Month)
    -> Result<Option<Release>>;
    /// A release by key, also one no longer in force.
    async fn release(&self, floor: &Floor, conn: &Conn, id: Uuid) -> Result<Option<Release>>;
    /// The facts of the families of some awards as of a day, as recorded until an instant.
    async fn facts(
        &self,
        floor: &Floor,
        conn: &Conn,
        awards: &[AwardInMonth],
        on: NaiveDate,
        known: DateTime<Utc>,
    ) -> Result<Vec<FamilyFacts>>;
    /// The accounts in force of some payees in a month.
    async fn accounts(
        &self,
        floor: &Floor,
        conn: &Conn,
        payees: &[Uuid],
        month: Month,
    ) -> Result<BTreeMap<Uuid, AccountRef>>;
    /// Some accounts with their payees, opened for the bank file; by account.
    async fn open_accounts(
        &self,
        floor: &Floor,
        conn: &Conn,
        accounts: &[(Uuid, Uuid)],
        month: Month,
    ) -> Result<BTreeMap<Uuid, OpenAccount>>;
    /// Some persons, for lists.
    async fn people(
        &self,
        floor: &Floor,
        conn: &Conn,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, PersonCard>>;
    /// The division of a household and its present members.
    async fn household(
        &self,
        floor: &Floor,
        conn: &Conn,
        household: Uuid,
    ) -> Result<Option<(kernel::DivisionCode, Vec<Uuid>)>>;
    /// Tells the registry what households get from a programme in the last closed month, fen.
    async fn told(&self, tx: &mut Tx, programme: &str, amounts: &[(Uuid, i64)]) -> Result<()> {
        let _ = (tx, programme, amounts);
        Ok(())
    }
}

/// The answerer that tests put on the floor.
pub struct Outside(pub Arc<dyn World>);

/// The answerer that tests put on the floor, else policy and registry.
pub(crate) fn world(floor: &Floor) -> Arc<dyn World> {
    floor.extension::<Outside>().map_or_else(
        || Arc::new(crate::real::Real) as Arc<dyn World>,
        |outside| outside.0.clone(),
    )
}
