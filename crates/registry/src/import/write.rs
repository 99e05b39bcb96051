//! Writing one slice of an import: set-based, one unit of work, one audit entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use platform::audit::RowDigest;
use platform::{Result, Tx, bulk};
use serde_json::json;
use uuid::Uuid;

use super::build::Rows;

const PERSON: [&str; 10] = [
    "id",
    "name",
    "id_number",
    "id_index",
    "birth",
    "sex",
    "phone",
    "card",
    "division",
    "version",
];
const HOUSEHOLD: [&str; 12] = [
    "id",
    "number",
    "division",
    "head",
    "address",
    "phone",
    "urban_rural",
    "labels",
    "size",
    "status",
    "import",
    "version",
];
const MEMBERSHIP: [&str; 5] = ["household", "person", "from_date", "to_date", "relation"];
const ACCOUNT: [&str; 13] = [
    "id",
    "person",
    "household",
    "division",
    "bank",
    "holder",
    "number",
    "number_index",
    "tail",
    "valid_from",
    "proposed_by",
    "approved_by",
    "import",
];
const ACCOUNT_CHANGE: [&str; 14] = [
    "id",
    "person",
    "household",
    "division",
    "bank",
    "holder",
    "number",
    "number_index",
    "tail",
    "reason",
    "status",
    "proposed_by",
    "proposed_at",
    "import",
];
const ENTRY: [&str; 18] = [
    "import",
    "seq",
    "slice",
    "household",
    "person",
    "division",
    "programme",
    "unit",
    "class",
    "from_month",
    "to_month",
    "number",
    "amount",
    "top_up",
    "reason",
    "account",
    "members",
    "facts",
];

/// The noun of the audit record of a slice; its subject is `import/slice`.
pub(crate) const NOUN: &str = "import_slice";

/// Writes the rows of a slice.
pub(crate) async fn slice(tx: &mut Tx, import: Uuid, number: i32, mut rows: Rows) -> Result<()> {
    allot_numbers(tx, &mut rows).await?;
    let digest = digest(&mut rows);
    bulk::insert(tx, "person", &PERSON, std::mem::take(&mut rows.person)).await?;
    bulk::insert(
        tx,
        "name_key",
        &["name_key", "person"],
        std::mem::take(&mut rows.name_key),
    )
    .await?;
    bulk::insert(
        tx,
        "household",
        &HOUSEHOLD,
        std::mem::take(&mut rows.household),
    )
    .await?;
    bulk::insert(
        tx,
        "membership",
        &MEMBERSHIP,
        std::mem::take(&mut rows.membership),
    )
    .await?;
    if !rows.external.is_empty() {
        // A statement may not touch one key twice.
        let mut seen = BTreeSet::new();
        let mut external = std::mem::take(&mut rows.external);
        external.retain(|row| seen.insert(format!("{:?}/{:?}", row[0], row[1])));
        let columns = ["system", "number", "subject"];
        bulk::upsert(
            tx,
            "external_number",
            &columns,
            &["system", "number"],
            external,
        )
        .await?;
    }
    bulk::insert(
        tx,
        "circumstance",
        &crate::facts::COLUMNS,
        std::mem::take(&mut rows.circumstance),
    )
    .await?;
    if !rows.account.is_empty() {
        bulk::insert(tx, "account", &ACCOUNT, std::mem::take(&mut rows.account)).await?;
    }
    if !rows.account_change.is_empty() {
        bulk::insert(
            tx,
            "account_change",
            &ACCOUNT_CHANGE,
            std::mem::take(&mut rows.account_change),
        )
        .await?;
    }
    for (id, division) in std::mem::take(&mut rows.waiting) {
        crate::account::propose::open_task(tx, id, &division).await?;
    }
    if !rows.entry.is_empty() {
        bulk::insert(tx, "roster_entry", &ENTRY, std::mem::take(&mut rows.entry)).await?;
    }
    let columns = ["household", "kind", "digest", "import"];
    bulk::upsert(
        tx,
        "import_digest",
        &columns,
        &["household", "kind"],
        std::mem::take(&mut rows.digest),
    )
    .await?;
    for update in std::mem::take(&mut rows.updates) {
        bulk::execute(tx, update).await?;
    }
    let totals = json!({"households": rows.households, "persons": rows.persons});
    tx.record_bulk(NOUN, format!("{import}/{number}"), totals, digest);
    Ok(())
}

/// Numbers of households are gap-free by township and year, in the order of the file.
async fn allot_numbers(tx: &mut Tx, rows: &mut Rows) -> Result<()> {
    let year = tx.floor().today().year();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for area in &rows.areas {
        *counts.entry(area).or_default() += 1;
    }
    let mut next: BTreeMap<String, i64> = BTreeMap::new();
    for (area, count) in counts {
        let first = tx
            .serials(area, "household", year, i64::from(count))
            .await?;
        next.insert(area.to_owned(), first);
    }
    for (row, area) in rows.household.iter_mut().zip(&rows.areas) {
        if let Some(serial) = next.get_mut(area) {
            row[1] = format!("{area}-{year}-{serial:06}").into();
            *serial += 1;
        }
    }
    Ok(())
}

/// The rows that never change again, in the order of their keys.
fn digest(rows: &mut Rows) -> RowDigest {
    let mut digest = RowDigest::default();
    rows.circumstance_digests.sort_unstable();
    for (subject, from, version, content) in &rows.circumstance_digests {
        digest.add(
            &format!("circumstance/{subject}/{from}/{version}"),
            &[content],
        );
    }
    rows.entry_digests.sort_unstable();
    for (seq, content) in &rows.entry_digests {
        digest.add(&format!("entry/{seq}"), &[content]);
    }
    digest
}
