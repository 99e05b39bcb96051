//! The job that lays the rows without a good number beside the persons on record. Done twice, it
//! comes to the same pairs; what somebody decided stays, and what was decided about the same
//! row of an earlier delivery is taken over.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use matching::Unwatched;
use matching::delivery::{Loose, LooseRows, loose};
use platform::audit::RowDigest;
use platform::{JobCtx, JobKind, NewTask, Problem, Result, Sql, Tx, bulk, fault, files};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::candidates::{self, Ours, Pair};
use super::store::{self, NOUN, Theirs};
use crate::authz::{LINK_GET, LINK_WORK};
use crate::delivery::store::{DeliveryStatus, Row};
use crate::delivery::{columns, shelf, spool};
use crate::words;

/// The kind of job.
pub(crate) const KIND: &str = "verify.link.work";
/// The noun of the task that goes with the queue of a delivery.
pub(crate) const QUEUE: &str = "link_queue";
/// Rows of a delivery that are looked at; a list with more has a fault of its own.
const MOST: usize = 5_000;
/// Pairs of one step.
const STEP: usize = 250;

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub delivery: Uuid,
}

/// The job.
pub(crate) struct Work;

#[async_trait]
impl JobKind for Work {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let stage = Some(("找出可能的人", "looking for likely persons"));
        job.progress(0, 0, stage).await?;
        let Read {
            row,
            names,
            found,
            ours,
        } = read(job, args.delivery).await?;
        let (found, ours, pairs) = tokio::task::spawn_blocking(move || {
            let pairs = candidates::pairs(&found.rows, &ours, &Unwatched);
            pairs.map(|pairs| (found, ours, pairs))
        })
        .await
        .map_err(Problem::internal)?
        .map_err(|e| shelf::refused(&e))?;
        job.check()?;
        let cells: Vec<Theirs> = found.rows.iter().map(|r| theirs(r, &names, &row)).collect();
        let queue = Queue {
            row: &row,
            found: &found,
            cells: &cells,
            ours: &ours,
        };
        write(job, &queue, &pairs).await
    }
}

/// What is laid side by side.
struct Read {
    row: Row,
    /// The names of the cells of a row.
    names: Vec<String>,
    found: LooseRows,
    ours: Vec<Ours>,
}

/// The same, for writing.
struct Queue<'q> {
    row: &'q Row,
    found: &'q LooseRows,
    cells: &'q [Theirs],
    ours: &'q [Ours],
}

/// The rows of the file without a number, and the persons they may be about.
async fn read(job: &mut JobCtx, id: Uuid) -> Result<Read> {
    let ctx = job.ctx().clone();
    let floor = ctx.floor().clone();
    let mut reader = ctx.query(&LINK_GET).await?;
    let row = crate::delivery::store::find(&floor, reader.conn(), reader.scope(), id).await?;
    if row.status != DeliveryStatus::Ready {
        return Err(Problem::new(&crate::problems::DELIVERY_STATE));
    }
    let pack = words::release(&floor, reader.conn()).await?.pack;
    let kind = words::kind(&pack, &row.division, &row.source)?;
    let content = files::find(&floor, reader.conn(), row.file).await?;
    let content = content.ok_or_else(Problem::not_found)?;
    let scope = reader.scope().within(&row.division);
    let ours = candidates::ours(
        reader.conn(),
        floor.vault(),
        &scope,
        &super::lists(&kind),
        floor.today(),
    )
    .await?;
    let digest = platform::audit::digest_ids(ours.iter().map(|o| o.person));
    reader.listed("person", &json!({"linking": id}), ours.len() as u64, digest);
    reader.finish().await?;
    let names = std::iter::once(NAME_CELL.to_owned())
        .chain(kind.fields.iter().map(|f| f.name.clone()))
        .collect();
    let (applied, name) = (columns::applied(&kind, &row.mapping), row.name.clone());
    let found = tokio::task::spawn_blocking(move || {
        let file = spool::source(&floor, files::open(&floor, &content)?, &name)?;
        loose(&applied, &file, MOST, &Unwatched).map_err(|e| shelf::refused(&e))
    })
    .await
    .map_err(Problem::internal)??;
    Ok(Read {
        row,
        names,
        found,
        ours,
    })
}

/// Writes the queue step by step; a job that was killed begins it anew.
async fn write(job: &mut JobCtx, queue: &Queue<'_>, pairs: &[Pair]) -> Result<Value> {
    let row = queue.row;
    let mut tx = job.begin(&LINK_WORK, None).await?;
    let sql = Sql::new("delete from link_pair where status in ('open', 'closed') and delivery = ")
        .bind(row.id);
    tx.conn().run(sql).await?;
    let kept = store::decided(tx.conn(), row.id).await?;
    tx.about(NOUN, row.id, &row.division);
    let total = pairs.len() as u64;
    job.commit(tx, &json!({}), 0, total).await?;
    let pairs: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| {
            let (at, person) = queue.of(pair);
            !kept.iter().any(|k| k.at == at && k.person == person)
        })
        .collect();
    // Rows that somebody gave to a person are decided, whatever else they resemble.
    let mut linked: BTreeSet<i64> = kept
        .iter()
        .filter(|k| k.status == "same")
        .map(|k| k.at)
        .collect();
    let (mut done, mut open) = (0, 0);
    for step in pairs.chunks(STEP) {
        job.check()?;
        fault::point("verify.link.step")?;
        let mut tx = job.begin(&LINK_WORK, None).await?;
        open += insert(&mut tx, queue, step, done, &mut linked).await?;
        done += step.len() as u64;
        job.commit(tx, &json!({}), done, total).await?;
    }
    end(job, queue, total, open).await
}

/// Writes some pairs; what was decided about the same row and person before is taken over.
/// Answers how many are open.
async fn insert(
    tx: &mut Tx,
    queue: &Queue<'_>,
    step: &[&Pair],
    done: u64,
    linked: &mut BTreeSet<i64>,
) -> Result<u64> {
    let row = queue.row;
    let prints: Vec<Vec<u8>> = step
        .iter()
        .map(|p| store::print(tx.floor(), &row.source, &queue.cells[p.row]))
        .collect();
    let before = store::before(tx.conn(), row, &prints).await?;
    let (mut rows, mut digest, mut open) = (Vec::new(), RowDigest::default(), 0);
    for (pair, print) in step.iter().zip(prints) {
        let (at, person) = queue.of(pair);
        let earlier = before.get(&(print.clone(), person));
        let taken = linked.contains(&at);
        let status = match earlier.map(|known| known.status.as_str()) {
            Some("same") if !taken => "same",
            Some("different") => "different",
            _ if taken => "closed",
            _ => "open",
        };
        if status == "same" {
            linked.insert(at);
        }
        open += u64::from(status == "open");
        let new = store::NewPair {
            row,
            at,
            print,
            theirs: &queue.cells[pair.row],
            ours: &queue.ours[pair.ours],
            pair,
            status,
            earlier: earlier.filter(|known| known.status == status),
        };
        let (id, values) = store::values(tx, &new)?;
        digest.add(&id.to_string(), &[status.as_bytes()]);
        rows.push(values);
    }
    let totals = json!({"pairs": rows.len()});
    bulk::insert(tx, NOUN, &store::COLUMNS, rows).await?;
    tx.record_bulk(NOUN, format!("{}/{done}", row.id), totals, digest);
    Ok(open)
}

impl Queue<'_> {
    /// Row in the file and person of a pair.
    fn of(&self, pair: &Pair) -> (i64, Uuid) {
        let at = i64::from(self.found.rows[pair.row].row);
        (at, self.ours[pair.ours].person)
    }
}

/// Pairs of a row whose person was found after it was written are closed; whoever decides gets
/// a task.
async fn end(job: &mut JobCtx, queue: &Queue<'_>, total: u64, open: u64) -> Result<Value> {
    let (row, found) = (queue.row, queue.found);
    let mut tx = job.begin(&LINK_WORK, None).await?;
    let sql = Sql::new(
        "update link_pair set status = 'closed', version = version + 1 where status = 'open' and delivery = ",
    )
    .bind(row.id)
    .text(" and line in (select line from link_pair where status = 'same' and delivery = ")
    .bind(row.id)
    .text(")");
    tx.conn().run(sql).await?;
    tx.about(NOUN, row.id, &row.division);
    tx.close_tasks(QUEUE, row.id).await?;
    if open > 0 {
        let pack = words::release(job.floor(), tx.conn()).await?.pack;
        let source = words::source(&pack, &row.source);
        tx.open_task(NewTask {
            kind: "verify.link.decide",
            title_zh: format!("“{}”中无有效证件号的记录待认定（{open}对）", source.zh),
            title_en: format!(
                "“{}”: decide whom {open} rows without a number are about",
                source.en
            ),
            noun: QUEUE,
            subject: row.id.to_string(),
            division: &row.division,
            section: None,
            permission: "verify.link.decide",
            not_for: None,
            role: None,
            holder: None,
            due: None,
        })
        .await?;
    }
    job.commit(tx, &json!({}), total, total).await?;
    Ok(
        json!({"delivery": row.id, "rows": found.rows.len(), "left": found.left,
        "pairs": total, "open": open}),
    )
}

/// The cell of the name of a row.
const NAME_CELL: &str = "姓名";

fn theirs(one: &Loose, names: &[String], row: &Row) -> Theirs {
    use kernel::Bilingual as _;
    let cells: BTreeMap<String, String> = names
        .iter()
        .cloned()
        .zip(one.cells.iter().cloned())
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    Theirs {
        reason_zh: if row.mapping.contains_key(columns::PERSON) {
            one.reason.zh()
        } else {
            "这份数据没有证件号码列".to_owned()
        },
        reason_en: if row.mapping.contains_key(columns::PERSON) {
            one.reason.en()
        } else {
            "the delivery has no column of identity numbers".to_owned()
        },
        record: vec![
            one.name.clone(),
            one.number.clone(),
            one.birth.clone(),
            one.sex.clone(),
            one.address.clone(),
            one.relation.clone(),
        ],
        cells,
    }
}
