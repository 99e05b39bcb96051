//! The access log: every reading of a person leaves an entry, durable before the answer is sent.
//!
//! Each organisation has a chain of its own. Entries of requests that come at the same time share
//! one commit: whoever arrives while a commit runs waits for the next one.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Utc};
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::{
    audit::{ACCESS, cell, head, instant, set_head},
    ctx::Ctx,
    db::Conn,
    fault,
    floor::Floor,
    hash::{sm3, sm3_framed},
    operation::Operation,
    problem::{Problem, Result},
};

/// One file that was opened.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    pub noun: &'static str,
    pub subject: String,
    pub division: String,
}

/// What a reader saw.
#[derive(Clone, Debug)]
pub(crate) enum Note {
    Opened(Opened),
    Listed {
        noun: &'static str,
        filter: String,
        count: u64,
        digest: [u8; 32],
    },
    /// The operation ran and showed something that no finer note tells.
    Used,
    /// The operation was asked for without the right to it.
    Refused,
}

#[derive(Clone, Debug)]
struct Draft {
    at: DateTime<Utc>,
    chain: Uuid,
    actor: Uuid,
    login: String,
    place: Option<String>,
    operation: &'static str,
    request: String,
    note: Note,
}

type Waiting = (Vec<Draft>, oneshot::Sender<std::result::Result<(), String>>);

/// The queue of entries that wait for the next commit.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Queue>>);

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    flushing: bool,
}

fn drafts(ctx: &Ctx, operation: &'static Operation, notes: Vec<Note>) -> Vec<Draft> {
    let notes = if notes.is_empty() {
        vec![Note::Used]
    } else {
        notes
    };
    let at = ctx.floor().now();
    notes
        .into_iter()
        .map(|note| Draft {
            at,
            chain: ctx.actor().organisation,
            actor: ctx.actor().user,
            login: ctx.actor().login.clone(),
            place: ctx.actor().place().map(str::to_owned),
            operation: operation.id,
            request: ctx.request_id().to_owned(),
            note,
        })
        .collect()
}

/// Appends entries and waits until they are durable.
pub(crate) async fn append(
    ctx: &Ctx,
    operation: &'static Operation,
    notes: Vec<Note>,
) -> Result<()> {
    let done = push(ctx.floor(), drafts(ctx, operation, notes));
    match done.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(cause)) => Err(Problem::internal(format!("access log: {cause}"))),
        Err(_) => Err(Problem::internal("access log: the writer went away")),
    }
}

/// Logs a refused attempt; the refusal does not wait for it.
pub(crate) fn refused(ctx: &Ctx, operation: &'static Operation) {
    tracing::warn!(operation = operation.id, user = %ctx.actor().user, "refused");
    if tokio::runtime::Handle::try_current().is_ok() && !ctx.is_writing() {
        drop(push(
            ctx.floor(),
            drafts(ctx, operation, vec![Note::Refused]),
        ));
    }
}

fn push(floor: &Floor, drafts: Vec<Draft>) -> oneshot::Receiver<std::result::Result<(), String>> {
    let (tell, done) = oneshot::channel();
    let mut queue = queue(floor);
    queue.waiting.push((drafts, tell));
    if !queue.flushing {
        queue.flushing = true;
        // A task of its own: the one who asked may go away, the others still get their commit.
        tokio::spawn(flush(floor.clone()));
    }
    done
}

fn queue(floor: &Floor) -> std::sync::MutexGuard<'_, Queue> {
    floor
        .parts()
        .access
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

/// Commits what waits, again and again until nothing waits.
async fn flush(floor: Floor) {
    loop {
        {
            let mut queue = queue(&floor);
            if queue.waiting.is_empty() {
                queue.flushing = false;
                return;
            }
        }
        // The batch is taken after the wait for the writer: more requests join this commit.
        let conn = floor.db().write().await;
        let batch = std::mem::take(&mut queue(&floor).waiting);
        let written = match conn {
            Ok(conn) => write(&floor, conn, &batch).await.map_err(|p| p.to_string()),
            Err(problem) => Err(problem.to_string()),
        };
        for (_, tell) in batch {
            // The receiver may have gone away; the entry stands all the same.
            let _ = tell.send(written.clone());
        }
    }
}

async fn write(floor: &Floor, conn: Conn, batch: &[Waiting]) -> Result<()> {
    let mut heads: BTreeMap<Uuid, (i64, [u8; 32])> = BTreeMap::new();
    let mut rows = Vec::new();
    for draft in batch.iter().flat_map(|(drafts, _)| drafts) {
        let at = match heads.get(&draft.chain) {
            Some(at) => *at,
            None => head(&conn, draft.chain, ACCESS).await?,
        };
        let (row, next) = row(floor, draft, at)?;
        rows.push(row);
        heads.insert(draft.chain, next);
    }
    let columns = [
        "chain",
        "seq",
        "at",
        "actor",
        "login",
        "place",
        "operation",
        "kind",
        "noun",
        "subject",
        "division",
        "count",
        "digest",
        "filter",
        "filter_digest",
        "request",
        "prev",
        "hash",
    ];
    crate::bulk::insert_rows(&conn, "access_entry", &columns, rows, "").await?;
    for (chain, (seq, hash)) in &heads {
        set_head(&conn, *chain, ACCESS, *seq, hash).await?;
    }
    fault::point("platform.access.before_commit")?;
    conn.commit().await?;
    Ok(())
}

/// Everything the hash of an access entry covers.
pub(crate) struct Hashed<'a> {
    pub chain: Uuid,
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub actor: Uuid,
    pub login: &'a str,
    pub place: Option<&'a str>,
    pub operation: &'a str,
    pub kind: &'a str,
    pub noun: Option<&'a str>,
    pub subject: Option<&'a str>,
    pub division: Option<&'a str>,
    pub count: i64,
    pub digest: Option<&'a [u8]>,
    pub filter_digest: Option<&'a [u8]>,
    pub request: &'a str,
    pub prev: &'a [u8],
}

pub(crate) fn access_hash(e: &Hashed<'_>) -> [u8; 32] {
    let seq = e.seq.to_be_bytes();
    let at = instant(e.at);
    let count = e.count.to_be_bytes();
    sm3_framed([
        e.prev,
        ACCESS.as_bytes(),
        e.chain.as_bytes(),
        &seq,
        at.as_bytes(),
        e.actor.as_bytes(),
        e.login.as_bytes(),
        e.place.unwrap_or_default().as_bytes(),
        e.operation.as_bytes(),
        e.kind.as_bytes(),
        e.noun.unwrap_or_default().as_bytes(),
        e.subject.unwrap_or_default().as_bytes(),
        e.division.unwrap_or_default().as_bytes(),
        &count,
        e.digest.unwrap_or_default(),
        e.filter_digest.unwrap_or_default(),
        e.request.as_bytes(),
    ])
}

type Row = (Vec<sea_orm::Value>, (i64, [u8; 32]));

fn row(floor: &Floor, draft: &Draft, (last, prev): (i64, [u8; 32])) -> Result<Row> {
    let seq = last + 1;
    let (mut noun, mut subject, mut division, mut filter) = (None, None, None, None);
    let (mut count, mut shown) = (1, None);
    let kind = match &draft.note {
        Note::Opened(opened) => {
            noun = Some(opened.noun);
            subject = Some(opened.subject.as_str());
            division = Some(opened.division.as_str());
            "opened"
        }
        Note::Listed {
            noun: of,
            filter: by,
            count: n,
            digest,
        } => {
            noun = Some(*of);
            count = i64::try_from(*n).unwrap_or(i64::MAX);
            shown = Some(digest.as_slice());
            filter = Some(by.as_str());
            "listed"
        }
        Note::Used => "used",
        Note::Refused => "refused",
    };
    // A filter may hold a name or an identity number: sealed, with a salted digest in the chain.
    let sealed = match filter {
        None => None,
        Some(text) => {
            let mut plain = crate::vault::salt()?.to_vec();
            plain.extend_from_slice(text.as_bytes());
            let digest = sm3(&[&plain]);
            let key = cell(draft.chain, seq);
            Some((
                floor.vault().seal("access_entry", "filter", key, &plain),
                digest,
            ))
        }
    };
    let filter_digest = sealed.as_ref().map(|(_, digest)| digest.as_slice());
    let hash = access_hash(&Hashed {
        chain: draft.chain,
        seq,
        at: draft.at,
        actor: draft.actor,
        login: &draft.login,
        place: draft.place.as_deref(),
        operation: draft.operation,
        kind,
        noun,
        subject,
        division,
        count,
        digest: shown,
        filter_digest,
        request: &draft.request,
        prev: &prev,
    });
    let values = vec![
        draft.chain.into(),
        seq.into(),
        draft.at.into(),
        draft.actor.into(),
        draft.login.as_str().into(),
        draft.place.as_deref().into(),
        draft.operation.into(),
        kind.into(),
        noun.into(),
        subject.into(),
        division.into(),
        count.into(),
        shown.map(<[u8]>::to_vec).into(),
        sealed.as_ref().map(|(text, _)| text.clone()).into(),
        filter_digest.map(<[u8]>::to_vec).into(),
        draft.request.as_str().into(),
        prev.to_vec().into(),
        hash.to_vec().into(),
    ];
    Ok((values, (seq, hash)))
}
