//! Rows of the linking queue and what clients see of them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::DivisionCode;
use pack::Pack;
use platform::{Conn, Ctx, Floor, Problem, Result, Scope, Sql, Tx};
use sea_orm::{QueryResult, Value as Cell};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::candidates::{Ours, Pair};
use crate::delivery::store::Row as DeliveryRow;
use crate::words;

/// The noun of a pair in the audit chain, and its table.
pub(crate) const NOUN: &str = "link_pair";

/// What is compared, in the order of the records, with the names of the fields.
const FIELDS: [(&str, &str, &str); 6] = [
    ("name", "姓名", "Name"),
    ("number", "证件号码", "Identity number"),
    ("birth", "出生日期", "Date of birth"),
    ("sex", "性别", "Sex"),
    ("address", "住址", "Address"),
    ("relation", "与户主关系", "Relation to the head"),
];
const NAME: usize = 0;
const NUMBER: usize = 1;

/// What a row of the delivery says of a person; sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Theirs {
    /// What is wrong with the number, in Chinese.
    pub reason_zh: String,
    /// The same in English.
    pub reason_en: String,
    /// Name, number, date of birth, sex, address, relation.
    pub record: Vec<String>,
    /// What else the row says, by the name of the cell.
    pub cells: BTreeMap<String, String>,
}

/// Where a pair stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LinkStatus {
    /// Nobody has decided.
    Open,
    /// The row is about this person.
    Same,
    /// It is about somebody else.
    Different,
    /// Nobody can tell from what is there.
    Unsure,
    /// Another person was found for the row.
    Closed,
}

impl LinkStatus {
    fn parse(word: &str) -> LinkStatus {
        match word {
            "same" => LinkStatus::Same,
            "different" => LinkStatus::Different,
            "unsure" => LinkStatus::Unsure,
            "closed" => LinkStatus::Closed,
            _ => LinkStatus::Open,
        }
    }

    /// The word of a row.
    pub fn word(self) -> &'static str {
        match self {
            LinkStatus::Open => "open",
            LinkStatus::Same => "same",
            LinkStatus::Different => "different",
            LinkStatus::Unsure => "unsure",
            LinkStatus::Closed => "closed",
        }
    }
}

/// One field of both sides.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct LinkField {
    /// `name`, `number`, `birth`, `sex`, `address` or `relation`.
    pub key: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What the row of the delivery says; numbers are masked.
    pub theirs: String,
    /// What is on record; numbers are masked.
    pub ours: String,
    /// How far they agree, from 0 (not at all) to 4 (the same); none where one side says nothing.
    pub level: Option<u8>,
    /// What this adds to the score, in hundredths of a bit; below nought it speaks against.
    pub weight: Option<i32>,
}

/// A row without a good identity number beside a person on record.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct LinkPair {
    /// The key.
    pub id: Uuid,
    /// The delivery.
    pub delivery: Uuid,
    /// Its source.
    pub source: Named,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// Row in the file as it came.
    pub row: i64,
    /// The name in the row.
    pub their_name: String,
    /// What is wrong with the number in the row, in Chinese.
    pub reason_zh: String,
    /// The same in English.
    pub reason_en: String,
    /// The person on record.
    pub person: Uuid,
    /// The person's name.
    pub name: String,
    /// The household.
    pub household: Uuid,
    /// Its public number.
    pub household_number: String,
    /// Where it lives.
    pub division: DivisionRef,
    /// How likely the two are one person, in ten-thousandths.
    pub likelihood: i32,
    /// The sum of the weights, in hundredths of a bit.
    pub score: i32,
    /// Both sides beside each other; only where the pair itself is opened.
    pub fields: Vec<LinkField>,
    /// What else the row says; only where the pair itself is opened.
    pub cells: Vec<LinkCell>,
    /// Where it stands.
    pub status: LinkStatus,
    /// It was decided about the same row of an earlier delivery.
    pub carried: bool,
    /// Why it was decided so.
    pub note: Option<String>,
    /// Who decided.
    pub decided_by: Option<UserRef>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// The version.
    pub version: i32,
}

/// A cell of the row.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct LinkCell {
    /// The field's name.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What it says.
    pub value: String,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub delivery: Uuid,
    source: String,
    as_of: NaiveDate,
    pub line: i64,
    theirs: Theirs,
    pub person: Uuid,
    pub household: Uuid,
    pub division: DivisionCode,
    likelihood: i32,
    score: i32,
    fields: Vec<Option<(u8, i32)>>,
    pub status: LinkStatus,
    carried: bool,
    note: Option<String>,
    decided_by: Option<Uuid>,
    decided_at: Option<DateTime<Utc>>,
    pub version: i32,
}

const SELECT: &str = "select p.id, p.delivery, p.source, p.as_of, p.line, p.theirs, p.person, \
    p.household, p.division, p.likelihood, p.score, p.fields, p.status, p.carried, p.note, \
    p.decided_by, p.decided_at, p.version from link_pair p where ";

fn row(floor: &Floor, found: &QueryResult) -> Result<Row> {
    let id: Uuid = found.try_get_by_index(0)?;
    let vault = floor.vault();
    let theirs: Vec<u8> = found.try_get_by_index(5)?;
    let division: String = found.try_get_by_index(8)?;
    let status: String = found.try_get_by_index(12)?;
    let note: Option<Vec<u8>> = found.try_get_by_index(14)?;
    Ok(Row {
        id,
        delivery: found.try_get_by_index(1)?,
        source: found.try_get_by_index(2)?,
        as_of: found.try_get_by_index(3)?,
        line: found.try_get_by_index(4)?,
        theirs: serde_json::from_str(&vault.open_text(NOUN, "theirs", id, &theirs)?)?,
        person: found.try_get_by_index(6)?,
        household: found.try_get_by_index(7)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        likelihood: found.try_get_by_index(9)?,
        score: found.try_get_by_index(10)?,
        fields: serde_json::from_str(&found.try_get_by_index::<String>(11)?)?,
        status: LinkStatus::parse(&status),
        carried: found.try_get_by_index(13)?,
        note: note
            .map(|sealed| vault.open_text(NOUN, "note", id, &sealed))
            .transpose()?,
        decided_by: found.try_get_by_index(15)?,
        decided_at: found.try_get_by_index(16)?,
        version: found.try_get_by_index(17)?,
    })
}

/// The rows that a condition (with order and limit) leaves.
pub(crate) async fn rows(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<Row>> {
    let found = conn.rows(Sql::new(SELECT).push(condition)).await?;
    found.iter().map(|r| row(floor, r)).collect()
}

/// One pair within a scope.
///
/// # Errors
/// Not found.
pub(crate) async fn find(floor: &Floor, conn: &Conn, scope: &Scope, id: Uuid) -> Result<Row> {
    let condition = scope.sql("p.division").text(" and p.id = ").bind(id);
    rows(floor, conn, condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// Pairs as clients see them; with both sides only where one is opened.
pub(crate) async fn views(
    ctx: &Ctx,
    conn: &Conn,
    pack: &Pack,
    rows: Vec<Row>,
    opened: bool,
) -> Result<Vec<LinkPair>> {
    let codes = rows.iter().map(|r| r.division.as_str().to_owned());
    let places = division_names(conn, codes.collect::<Vec<_>>()).await?;
    let users = user_names(conn, rows.iter().filter_map(|r| r.decided_by)).await?;
    let vault = ctx.floor().vault();
    let mut keys: Vec<Uuid> = rows.iter().map(|r| r.household).collect();
    keys.sort_unstable();
    keys.dedup();
    let ours: BTreeMap<Uuid, Ours> =
        super::candidates::part(conn, vault, &keys, ctx.floor().today())
            .await?
            .into_iter()
            .map(|one| (one.person, one))
            .collect();
    let numbers = registry::families(conn, &keys, ctx.floor().today()).await?;
    let numbers: BTreeMap<Uuid, String> = numbers
        .into_iter()
        .map(|f| (f.household, f.number))
        .collect();
    let people = registry::persons(conn, vault, rows.iter().map(|r| r.person)).await?;
    let view = |r: Row| LinkPair {
        id: r.id,
        delivery: r.delivery,
        source: words::source(pack, &r.source),
        as_of: r.as_of,
        row: r.line,
        their_name: r.theirs.record.get(NAME).cloned().unwrap_or_default(),
        fields: if opened {
            fields(&r, ours.get(&r.person))
        } else {
            Vec::new()
        },
        cells: if opened { cells(pack, &r) } else { Vec::new() },
        reason_zh: r.theirs.reason_zh,
        reason_en: r.theirs.reason_en,
        person: r.person,
        name: people
            .get(&r.person)
            .map(|p| p.name.clone())
            .unwrap_or_default(),
        household: r.household,
        household_number: numbers.get(&r.household).cloned().unwrap_or_default(),
        division: places.get(r.division.as_str()),
        likelihood: r.likelihood,
        score: r.score,
        status: r.status,
        carried: r.carried,
        note: r.note,
        decided_by: r.decided_by.map(|u| users.get(u)),
        decided_at: r.decided_at,
        version: r.version,
    };
    Ok(rows.into_iter().map(view).collect())
}

fn fields(row: &Row, ours: Option<&Ours>) -> Vec<LinkField> {
    let side = |record: Option<&Vec<String>>, at: usize| {
        let text = record.and_then(|r| r.get(at)).cloned().unwrap_or_default();
        if at == NUMBER && !text.is_empty() {
            kernel::masking::mask_id(&text)
        } else {
            text
        }
    };
    let one = |(at, (key, zh, en)): (usize, &(&str, &str, &str))| {
        let compared = row.fields.get(at).copied().flatten();
        LinkField {
            key: (*key).to_owned(),
            zh: (*zh).to_owned(),
            en: (*en).to_owned(),
            theirs: side(Some(&row.theirs.record), at),
            ours: side(ours.map(|o| &o.record), at),
            level: compared.map(|(level, _)| level),
            weight: compared.map(|(_, weight)| weight),
        }
    };
    FIELDS.iter().enumerate().map(one).collect()
}

/// What else the row says, without what stands beside the person's already.
fn cells(pack: &Pack, row: &Row) -> Vec<LinkCell> {
    let kind = pack.sources().iter().find(|s| s.key == row.source);
    let field = |name: &str| kind.and_then(|k| k.fields.iter().find(|f| f.name == name));
    let shown = row.theirs.cells.iter().filter_map(|(name, value)| {
        let field = field(name)?;
        field.tells.is_none().then(|| LinkCell {
            zh: name.clone(),
            en: field.en.clone(),
            value: value.clone(),
        })
    });
    shown.collect()
}

/// What a row says of a person, as a keyed digest: the same row of the next delivery has the same.
pub(crate) fn print(floor: &Floor, source: &str, theirs: &Theirs) -> Vec<u8> {
    let mut said = vec![source.to_owned()];
    said.extend(theirs.record.iter().cloned());
    floor
        .vault()
        .index("link_pair.print", &said.join("\u{1f}"))
        .to_vec()
}

/// A pair that somebody decided on.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub at: i64,
    pub person: Uuid,
    pub status: String,
}

/// What was decided about the rows of a delivery.
pub(crate) async fn decided(conn: &Conn, delivery: Uuid) -> Result<Vec<Decided>> {
    let sql = Sql::new(
        "select line, person, status from link_pair where status not in ('open', 'closed') and delivery = ",
    )
    .bind(delivery);
    let found = conn.rows(sql).await?;
    let one = |row: &QueryResult| {
        Ok(Decided {
            at: row.try_get_by_index(0)?,
            person: row.try_get_by_index(1)?,
            status: row.try_get_by_index(2)?,
        })
    };
    found.iter().map(one).collect()
}

/// A decision about the same row of an earlier delivery.
#[derive(Clone, Debug)]
pub(crate) struct Earlier {
    pub status: String,
    pair: Uuid,
    note: Option<Vec<u8>>,
    decided_by: Option<Uuid>,
    decided_at: Option<DateTime<Utc>>,
}

/// What was decided last about the same rows and persons in other deliveries of the source.
pub(crate) async fn before(
    conn: &Conn,
    row: &DeliveryRow,
    prints: &[Vec<u8>],
) -> Result<BTreeMap<(Vec<u8>, Uuid), Earlier>> {
    let mut found = BTreeMap::new();
    if prints.is_empty() {
        return Ok(found);
    }
    let sql = Sql::new(
        "select print, person, status, note, decided_by, decided_at, id from link_pair \
         where status in ('same', 'different', 'unsure') and source = ",
    )
    .bind(row.source.as_str())
    .text(" and delivery <> ")
    .bind(row.id)
    .text(" and print in ")
    .bind_all(prints.iter().cloned())
    .text(" order by decided_at, id");
    for one in conn.rows(sql).await? {
        let key = (one.try_get_by_index(0)?, one.try_get_by_index(1)?);
        let earlier = Earlier {
            status: one.try_get_by_index(2)?,
            note: one.try_get_by_index(3)?,
            decided_by: one.try_get_by_index(4)?,
            decided_at: one.try_get_by_index(5)?,
            pair: one.try_get_by_index(6)?,
        };
        found.insert(key, earlier);
    }
    Ok(found)
}

/// A pair that is to be written.
pub(crate) struct NewPair<'p> {
    pub row: &'p DeliveryRow,
    pub at: i64,
    pub print: Vec<u8>,
    pub theirs: &'p Theirs,
    pub ours: &'p Ours,
    pub pair: &'p Pair,
    pub status: &'static str,
    pub earlier: Option<&'p Earlier>,
}

/// The columns of [`values`].
pub(crate) const COLUMNS: [&str; 20] = [
    "id",
    "delivery",
    "source",
    "as_of",
    "line",
    "print",
    "theirs",
    "person",
    "household",
    "division",
    "likelihood",
    "score",
    "fields",
    "status",
    "carried",
    "note",
    "decided_by",
    "decided_at",
    "created_at",
    "version",
];

/// The cells of a new pair.
pub(crate) fn values(tx: &Tx, new: &NewPair<'_>) -> Result<(Uuid, Vec<Cell>)> {
    let (floor, id) = (tx.floor(), tx.floor().new_id());
    let vault = floor.vault();
    let theirs = serde_json::to_vec(new.theirs)?;
    // A seal is bound to its row, so that a reason that is taken over is sealed anew.
    let note = match new
        .earlier
        .and_then(|e| e.note.as_ref().map(|n| (e.pair, n)))
    {
        Some((pair, sealed)) => {
            let text = vault.open_text(NOUN, "note", pair, sealed)?;
            Some(vault.seal(NOUN, "note", id, text.as_bytes()))
        }
        None => None,
    };
    let values = vec![
        id.into(),
        new.row.id.into(),
        new.row.source.as_str().into(),
        new.row.as_of.into(),
        new.at.into(),
        new.print.clone().into(),
        vault.seal(NOUN, "theirs", id, &theirs).into(),
        new.ours.person.into(),
        new.ours.household.into(),
        new.ours.division.as_str().into(),
        new.pair.likelihood.into(),
        new.pair.score.into(),
        serde_json::to_string(&new.pair.fields)?.into(),
        new.status.into(),
        new.earlier.is_some().into(),
        note.into(),
        new.earlier.and_then(|e| e.decided_by).into(),
        new.earlier.and_then(|e| e.decided_at).into(),
        floor.now().into(),
        1.into(),
    ];
    Ok((id, values))
}
