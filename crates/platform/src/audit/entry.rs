//! Appending one entry.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::{AUDIT, GENESIS, RowDigest};
use crate::{
    change::{Change, ChangeKind},
    ctx::Actor,
    db::{Conn, Sql},
    floor::Floor,
    hash::{canonical, sm3, sm3_framed},
    limits,
    problem::{Problem, Result},
};

/// Leaves of this many rows lie in one sealed part.
const LEAF_PART: usize = super::rows::LEAF * 65_536;

/// One bulk write of a command.
pub(crate) struct Bulk {
    noun: String,
    subject: String,
    totals: String,
    rows: RowDigest,
}

impl Bulk {
    pub fn new(noun: &str, subject: String, totals: Value, rows: RowDigest) -> Self {
        Self {
            noun: noun.to_owned(),
            subject,
            totals: canonical(&totals),
            rows,
        }
    }
}

/// What a command says about itself.
pub(crate) struct Draft {
    pub at: DateTime<Utc>,
    pub actor: Actor,
    pub operation: &'static str,
    pub reason: Option<String>,
    pub about: Option<(String, String, Option<String>)>,
    pub changes: Vec<Change>,
    pub bulks: Vec<Bulk>,
    pub request: String,
}

/// The place of a committed command in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The organisation whose chain it is.
    pub chain: Uuid,
    /// The position, from 1, without gaps.
    pub seq: i64,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The entry's hash, head of the chain at that moment.
    pub hash: [u8; 32],
}

/// Everything the hash covers, in this order.
pub(crate) struct Hashed<'a> {
    pub chain: Uuid,
    pub seq: i64,
    pub ordinal: i64,
    pub at: DateTime<Utc>,
    pub actor: Uuid,
    pub login: &'a str,
    pub place: Option<&'a str>,
    pub operation: &'a str,
    pub reason: Option<&'a str>,
    pub noun: Option<&'a str>,
    pub subject: Option<&'a str>,
    pub division: Option<&'a str>,
    pub count: i64,
    pub digest: &'a [u8],
    pub request: &'a str,
    pub prev: &'a [u8],
}

/// The text of an instant that goes into hashes: UTC, milliseconds.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

pub(crate) fn entry_hash(e: &Hashed<'_>) -> [u8; 32] {
    // An absent text and an empty one differ by the mark before it.
    fn opt(text: Option<&str>) -> Vec<u8> {
        text.map_or_else(Vec::new, |t| [&[1], t.as_bytes()].concat())
    }
    let at = instant(e.at);
    let seq = e.seq.to_be_bytes();
    let ordinal = e.ordinal.to_be_bytes();
    let count = e.count.to_be_bytes();
    let place = opt(e.place);
    let (reason, noun, subject, division) =
        (opt(e.reason), opt(e.noun), opt(e.subject), opt(e.division));
    sm3_framed([
        e.prev,
        AUDIT.as_bytes(),
        e.chain.as_bytes(),
        &seq,
        &ordinal,
        at.as_bytes(),
        e.actor.as_bytes(),
        e.login.as_bytes(),
        &place,
        e.operation.as_bytes(),
        &reason,
        &noun,
        &subject,
        &division,
        &count,
        e.digest,
        e.request.as_bytes(),
    ])
}

/// The digest of a command's effects: the change set's salted digest, each touched row, each bulk.
pub(crate) struct Effects(Vec<u8>);

impl Effects {
    pub fn new(payload_digest: &[u8]) -> Self {
        Self(sm3_framed([b"payload".as_slice(), payload_digest]).to_vec())
    }

    pub fn touch(&mut self, noun: &str, subject: &str, kind: &str, row: Option<&[u8]>) {
        let row = row.unwrap_or_default();
        let parts = [
            b"touch",
            noun.as_bytes(),
            subject.as_bytes(),
            kind.as_bytes(),
            row,
        ];
        self.0.extend(sm3_framed(parts));
    }

    pub fn bulk(&mut self, noun: &str, subject: &str, count: i64, totals: &str, digest: &[u8]) {
        let count = count.to_be_bytes();
        let parts: [&[u8]; 6] = [
            b"bulk",
            noun.as_bytes(),
            subject.as_bytes(),
            &count,
            totals.as_bytes(),
            digest,
        ];
        self.0.extend(sm3_framed(parts));
    }

    pub fn digest(&self) -> [u8; 32] {
        sm3(&[&self.0])
    }
}

/// The keyed digest of a row as the chain remembers it.
pub(crate) fn row_digest(floor: &Floor, noun: &str, subject: &str, value: &Value) -> [u8; 32] {
    let text = format!("{noun}\u{1f}{subject}\u{1f}{}", canonical(value));
    floor.vault().mac("audit_touch", text.as_bytes())
}

/// The key that binds a sealed payload to its entry.
pub(crate) fn cell(chain: Uuid, seq: i64) -> String {
    format!("{chain}/{seq}")
}

/// The last position and hash of a chain.
pub(crate) async fn head(conn: &Conn, chain: Uuid, log: &str) -> Result<(i64, [u8; 32])> {
    let sql = Sql::new("select seq, hash from chain_head where chain = ")
        .bind(chain)
        .text(" and log = ")
        .bind(log);
    match conn.row(sql).await? {
        None => Ok((0, GENESIS)),
        Some(row) => Ok((
            row.try_get_by_index(0)?,
            fixed(row.try_get_by_index::<Vec<u8>>(1)?)?,
        )),
    }
}

pub(crate) fn fixed(bytes: Vec<u8>) -> Result<[u8; 32]> {
    bytes
        .try_into()
        .map_err(|_| Problem::internal("a hash in the database has the wrong length"))
}

pub(crate) async fn set_head(
    conn: &Conn,
    chain: Uuid,
    log: &str,
    seq: i64,
    hash: &[u8; 32],
) -> Result<()> {
    let sql = Sql::with(
        "insert into chain_head (chain, log, seq, hash) values (?, ?, ?, ?) \
         on conflict (chain, log) do update set seq = excluded.seq, hash = excluded.hash",
        [chain.into(), log.into(), seq.into(), hash.to_vec().into()],
    );
    conn.run(sql).await?;
    Ok(())
}

/// The place of a command among those of all chains: what happened last is then no question of
/// clocks. Commands are serialised, so the count is theirs.
async fn next_ordinal(conn: &Conn) -> Result<i64> {
    let sql = Sql::with(
        "insert into chain_head (chain, log, seq, hash) values (?, ?, 1, ?) \
         on conflict (chain, log) do update set seq = chain_head.seq + 1 returning seq",
        [
            Uuid::nil().into(),
            super::ORDER.into(),
            GENESIS.to_vec().into(),
        ],
    );
    let ordinal = conn.scalar(sql).await?;
    ordinal.ok_or_else(|| Problem::internal("the ordinal was not answered"))
}

/// Appends the entry of a command inside its transaction.
pub(crate) async fn append(floor: &Floor, conn: &Conn, draft: Draft) -> Result<Committed> {
    let chain = draft.actor.organisation;
    let (last, prev) = head(conn, chain, AUDIT).await?;
    let seq = last + 1;
    let ordinal = next_ordinal(conn).await?;

    let set = serde_json::to_value(&draft.changes)?;
    let text = canonical(&set);
    if text.len() > limits::CHANGE_SET_MAX {
        return Err(Problem::internal(format!(
            "{}: a change set of {} bytes; record it as a bulk write",
            draft.operation,
            text.len()
        )));
    }
    let mut payload = crate::vault::salt()?.to_vec();
    payload.extend_from_slice(text.as_bytes());
    let payload_digest = sm3(&[&payload]);
    let mut effects = Effects::new(&payload_digest);

    let mut touches = Vec::with_capacity(draft.changes.len());
    for (position, change) in draft.changes.iter().enumerate() {
        let digest = match (change.kind, &change.after) {
            (ChangeKind::Removed, _) | (_, None) => None,
            (_, Some(after)) => Some(row_digest(floor, &change.noun, &change.subject, after)),
        };
        effects.touch(
            &change.noun,
            &change.subject,
            change.kind.as_str(),
            digest.as_ref().map(<[u8; 32]>::as_slice),
        );
        touches.push(vec![
            change.noun.as_str().into(),
            change.subject.as_str().into(),
            chain.into(),
            seq.into(),
            i32::try_from(position).unwrap_or(i32::MAX).into(),
            change.kind.as_str().into(),
            digest.map(|d| d.to_vec()).into(),
        ]);
    }
    let mut count = i64::try_from(draft.changes.len()).unwrap_or(i64::MAX);
    for bulk in &draft.bulks {
        let digest = bulk.rows.digest();
        effects.bulk(
            &bulk.noun,
            &bulk.subject,
            bulk.rows.count(),
            &bulk.totals,
            &digest,
        );
        count += bulk.rows.count();
    }
    let digest = effects.digest();

    let (noun, subject, division) = match (draft.about, draft.changes.first(), draft.bulks.first())
    {
        (Some((noun, subject, division)), ..) => (Some(noun), Some(subject), division),
        (None, Some(c), _) => (
            Some(c.noun.clone()),
            Some(c.subject.clone()),
            c.division.clone(),
        ),
        (None, None, Some(b)) => (Some(b.noun.clone()), Some(b.subject.clone()), None),
        (None, None, None) => (None, None, None),
    };
    let hash = entry_hash(&Hashed {
        chain,
        seq,
        ordinal,
        at: draft.at,
        actor: draft.actor.user,
        login: &draft.actor.login,
        place: draft.actor.place(),
        operation: draft.operation,
        reason: draft.reason.as_deref(),
        noun: noun.as_deref(),
        subject: subject.as_deref(),
        division: division.as_deref(),
        count,
        digest: &digest,
        request: &draft.request,
        prev: &prev,
    });

    conn.run(Sql::with(
        "insert into audit_entry (chain, seq, ordinal, at, actor, login, place, operation, reason, noun, subject, \
         division, count, digest, request, prev, hash) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            chain.into(),
            seq.into(),
            ordinal.into(),
            draft.at.into(),
            draft.actor.user.into(),
            draft.actor.login.as_str().into(),
            draft.actor.place().into(),
            draft.operation.into(),
            draft.reason.into(),
            noun.into(),
            subject.into(),
            division.into(),
            count.into(),
            digest.to_vec().into(),
            draft.request.into(),
            prev.to_vec().into(),
            hash.to_vec().into(),
        ],
    ))
    .await?;
    let sealed = floor
        .vault()
        .seal("audit_change", "payload", cell(chain, seq), &payload);
    conn.run(Sql::with(
        "insert into audit_change (chain, seq, payload, payload_digest) values (?, ?, ?, ?)",
        [
            chain.into(),
            seq.into(),
            sealed.into(),
            payload_digest.to_vec().into(),
        ],
    ))
    .await?;
    let columns = [
        "noun",
        "subject",
        "chain",
        "seq",
        "position",
        "kind",
        "row_digest",
    ];
    crate::bulk::insert_rows(conn, "audit_touch", &columns, touches, "").await?;
    for (position, bulk) in draft.bulks.iter().enumerate() {
        store_bulk(
            floor,
            conn,
            chain,
            seq,
            i32::try_from(position).unwrap_or(i32::MAX),
            bulk,
        )
        .await?;
    }
    set_head(conn, chain, AUDIT, seq, &hash).await?;
    Ok(Committed {
        chain,
        seq,
        at: draft.at,
        hash,
    })
}

async fn store_bulk(
    floor: &Floor,
    conn: &Conn,
    chain: Uuid,
    seq: i64,
    position: i32,
    bulk: &Bulk,
) -> Result<()> {
    conn.run(Sql::with(
        "insert into audit_bulk (chain, seq, position, noun, subject, count, totals, digest) \
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            chain.into(),
            seq.into(),
            position.into(),
            bulk.noun.as_str().into(),
            bulk.subject.as_str().into(),
            bulk.rows.count().into(),
            bulk.totals.as_str().into(),
            bulk.rows.digest().to_vec().into(),
        ],
    ))
    .await?;
    for (part, leaves) in bulk.rows.leaves().chunks(LEAF_PART).enumerate() {
        let part = i32::try_from(part).unwrap_or(i32::MAX);
        let key = format!("{}/{position}/{part}", cell(chain, seq));
        let sealed = floor.vault().seal("audit_leaves", "payload", key, leaves);
        conn.run(Sql::with(
            "insert into audit_leaves (chain, seq, position, part, payload) values (?, ?, ?, ?, ?)",
            [
                chain.into(),
                seq.into(),
                position.into(),
                part.into(),
                sealed.into(),
            ],
        ))
        .await?;
    }
    Ok(())
}
