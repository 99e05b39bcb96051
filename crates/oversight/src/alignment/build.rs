//! The job that builds an alignment: both lists read, laid beside each other, written down.
//!
//! Nothing is shown of an alignment before it is whole: a job that was killed begins again from
//! the records and takes away first what it had written.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use directory::DivisionBook;
use matching::align::{self, Line};
use matching::clean::fold_name;
use platform::audit::RowDigest;
use platform::{Ctx, JobCtx, JobKind, NewTask, Problem, Result, Sql, Tx, bulk, files};
use sea_orm::Value as Cell;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::lines::{self, Entry};
use super::store::{self, Alignment};
use crate::authz::{ALIGNMENT_BUILD, ALIGNMENT_GET, DIFFERENCE_HANDLE};
use crate::{form, words};

/// The kind of job.
pub(crate) const KIND: &str = "oversight.alignment.build";
/// Rows that are written in one step.
const STEP: usize = 1_500;

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub alignment: Uuid,
}

/// The job.
pub(crate) struct Build;

/// Both lists, and what makes a difference of them.
struct Lists {
    here: Vec<Entry>,
    there: Vec<Entry>,
    /// Kinds there whose members should be here; all where none is named.
    gaps: Vec<String>,
}

/// A difference before it is written.
struct Difference {
    kind: &'static str,
    field: String,
    here: Option<usize>,
    there: Option<usize>,
    fingerprint: String,
}

#[async_trait]
impl JobKind for Build {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let ctx = job.ctx().clone();
        let reader = ctx.query(&ALIGNMENT_GET).await?;
        let alignment = store::own(reader.conn(), reader.scope(), args.alignment).await?;
        reader.finish().await?;
        let stage = ("读取名单", "reading the lists");
        job.progress(0, 0, Some(stage)).await?;
        let lists = match gather(&ctx, &alignment).await {
            Ok(lists) => lists,
            Err(problem) if problem.status() < 500 => {
                return failed(job, &alignment, &problem).await;
            }
            Err(problem) => return Err(problem),
        };
        let (whos, differences, notes) = compare(&ctx, &alignment, &lists);
        let lines = lists.here.len() + lists.there.len();
        let total = (lines + differences.len()) as u64;
        clear(job, &alignment).await?;
        let mut done = 0;
        for (side, (entries, whos)) in [(&lists.here, &whos.0), (&lists.there, &whos.1)]
            .into_iter()
            .enumerate()
        {
            for (n, part) in entries.chunks(STEP).enumerate() {
                job.check()?;
                let mut tx = job.begin(&ALIGNMENT_BUILD, None).await?;
                write_lines(&mut tx, &alignment, side as i32, n * STEP, part, whos).await?;
                done += part.len() as u64;
                job.commit(tx, &json!({"lines": done}), done, total).await?;
            }
        }
        let kept = kept(&ctx, &alignment).await?;
        for (n, part) in differences.chunks(STEP).enumerate() {
            job.check()?;
            let mut tx = job.begin(&ALIGNMENT_BUILD, None).await?;
            write_differences(&mut tx, &alignment, &lists, n * STEP, part, &kept).await?;
            done += part.len() as u64;
            job.commit(tx, &json!({"lines": done}), done, total).await?;
        }
        let mut tx = job.begin(&ALIGNMENT_BUILD, None).await?;
        open(&mut tx, &alignment, &notes).await?;
        job.commit(tx, &json!({"lines": done}), total, total)
            .await?;
        Ok(
            json!({"here": lists.here.len(), "there": lists.there.len(), "differences": differences.len()}),
        )
    }
}

/// The lists as the alignment asks for them.
async fn gather(ctx: &Ctx, alignment: &Alignment) -> Result<Lists> {
    let floor = ctx.floor();
    let reader = ctx.query(&ALIGNMENT_GET).await?;
    let home = crate::place(&alignment.division)?;
    let scope = reader.scope().within(&home);
    let pack = words::pack(floor, reader.conn()).await?;
    let schemes = pack.supervision(&home).alignments();
    let scheme = schemes
        .iter()
        .find(|scheme| scheme.key == alignment.scheme)
        .ok_or_else(Problem::not_found)?;
    // A programme whose every component is paid once pays by grants, not by months.
    let once: BTreeSet<String> = pack
        .programmes()
        .iter()
        .filter(|p| !p.components.is_empty() && p.components.iter().all(|c| c.once))
        .map(|p| p.key.clone())
        .collect();
    let book = DivisionBook::load(reader.conn(), &home, alignment.on).await?;
    let vault = floor.vault();
    let conn = reader.conn();
    let here = match alignment.files.0 {
        Some(file) => of_file(ctx, conn, file, &book, &home, "/here").await?,
        None => lines::ours(conn, vault, &scope, scheme, &once, alignment.on).await?,
    };
    let there = match alignment.files.1 {
        Some(file) => of_file(ctx, conn, file, &book, &home, "/there").await?,
        None => lines::theirs(conn, vault, &scope, scheme, alignment.on).await?,
    };
    let gaps = if alignment.files.1.is_none() {
        scheme.gaps.clone()
    } else {
        Vec::new()
    };
    reader.finish().await?;
    Ok(Lists { here, there, gaps })
}

async fn of_file(
    ctx: &Ctx,
    conn: &platform::Conn,
    file: Uuid,
    book: &DivisionBook,
    home: &kernel::DivisionCode,
    pointer: &'static str,
) -> Result<Vec<Entry>> {
    let row = files::find(ctx.floor(), conn, file)
        .await?
        .ok_or_else(Problem::not_found)?;
    let name = row.name.clone();
    let open = move |floor: &platform::Floor| files::open(floor, &row);
    let table = form::table(ctx.floor(), open, &name, pointer).await?;
    let layout = form::layout(&table, lines::WANTED, pointer)?;
    lines::of_file(&table, &layout, book, home, pointer)
}

type Whos = (Vec<Option<i32>>, Vec<Option<i32>>);

fn line(entry: &Entry) -> Line {
    Line {
        id: entry.id,
        name: entry.name.clone(),
        household: entry.household.clone(),
        kind: entry.kind.clone(),
        fields: entry.fields.clone(),
    }
}

/// Lays the lists beside each other: a number for each person, the differences, what to note.
fn compare(ctx: &Ctx, alignment: &Alignment, lists: &Lists) -> (Whos, Vec<Difference>, String) {
    let here: Vec<Line> = lists.here.iter().map(line).collect();
    let there: Vec<Line> = lists.there.iter().map(line).collect();
    let found = align::align(&here, &there);
    let people: BTreeSet<_> = here.iter().chain(&there).filter_map(|l| l.id).collect();
    let number: BTreeMap<_, i32> = people.into_iter().zip(0..).collect();
    let whos = |lines: &[Line]| lines.iter().map(|l| l.id.map(|id| number[&id])).collect();
    let vault = ctx.floor().vault();
    let mark = |kind: &str, entry: &Entry, more: &str| {
        let person = entry.id.map_or_else(
            || format!("{}/{}", entry.name, entry.household),
            |id| id.word().to_string(),
        );
        let whole = format!("{kind}/{person}/{more}");
        platform::hash::hex(&vault.mac("alignment_difference", whole.as_bytes())[..16])
    };
    let mut differences = Vec::new();
    let mut add =
        |kind: &'static str, field: &str, here: Option<usize>, there: Option<usize>, more: &str| {
            let entry = here
                .map(|n| &lists.here[n])
                .or(there.map(|n| &lists.there[n]));
            if let Some(entry) = entry {
                differences.push(Difference {
                    kind,
                    field: field.to_owned(),
                    here,
                    there,
                    fingerprint: mark(kind, entry, more),
                });
            }
        };
    for lines in &found.only_there {
        let watched = lists.gaps.is_empty()
            || lines
                .iter()
                .any(|n| lists.gaps.contains(&lists.there[*n].kind));
        if watched {
            add("only_there", "", None, Some(lines[0]), "");
        }
    }
    // Whoever is in assistance and stands in no list of record is nobody's mistake; a list that
    // the other office handed over is another matter.
    if alignment.from.1 == "file" {
        for lines in &found.only_here {
            add("only_here", "", Some(lines[0]), None, "");
        }
    }
    for conflict in &found.conflicts {
        let (a, b) = (&lists.here[conflict.here], &lists.there[conflict.there]);
        let value = |e: &Entry| {
            if conflict.field == align::NAME {
                fold_name(&e.name)
            } else {
                e.fields.get(&conflict.field).cloned().unwrap_or_default()
            }
        };
        let more = format!("{}/{}/{}", conflict.field, value(a), value(b));
        add(
            "conflict",
            &conflict.field,
            Some(conflict.here),
            Some(conflict.there),
            &more,
        );
    }
    for n in &found.without_number.0 {
        add("no_number", "", Some(*n), None, "here");
    }
    for n in &found.without_number.1 {
        add("no_number", "", None, Some(*n), "there");
    }
    for n in &found.repeated.0 {
        add(
            "repeated",
            "",
            Some(*n),
            None,
            &format!("here/{}/{}", lists.here[*n].kind, lists.here[*n].household),
        );
    }
    for n in &found.repeated.1 {
        add(
            "repeated",
            "",
            None,
            Some(*n),
            &format!(
                "there/{}/{}",
                lists.there[*n].kind, lists.there[*n].household
            ),
        );
    }
    let notes = format!(
        "双方均有{}人，仅{}有{}人，仅{}有{}人，信息不一致{}处，无有效证件号{}行，重复{}行",
        found.both.len(),
        alignment.names.0,
        found.only_here.len(),
        alignment.names.1,
        found.only_there.len(),
        found.conflicts.len(),
        found.without_number.0.len() + found.without_number.1.len(),
        found.repeated.0.len() + found.repeated.1.len(),
    );
    ((whos(&here), whos(&there)), differences, notes)
}

/// Takes away what a run that was killed had written.
async fn clear(job: &mut JobCtx, alignment: &Alignment) -> Result<()> {
    let mut tx = job.begin(&ALIGNMENT_BUILD, None).await?;
    for table in ["alignment_line", "alignment_difference"] {
        let sql = Sql::new(format!("delete from {table} where alignment = ")).bind(alignment.id);
        bulk::execute(&mut tx, sql).await?;
    }
    tx.about(
        "alignment",
        alignment.id,
        &crate::place(&alignment.division)?,
    );
    job.commit(tx, &json!({"lines": 0}), 0, 0).await?;
    Ok(())
}

async fn write_lines(
    tx: &mut Tx,
    alignment: &Alignment,
    side: i32,
    from: usize,
    part: &[Entry],
    whos: &[Option<i32>],
) -> Result<()> {
    let vault = tx.floor().vault().clone();
    let mut digest = RowDigest::default();
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(part.len());
    for (n, entry) in (from..).zip(part) {
        let key = line_key(alignment.id, side, n as i32);
        let sealed = entry
            .id
            .map(|id| vault.seal("alignment_line", "id_number", &key, &id.digits()));
        digest.add(&key, &[entry.name.as_bytes(), entry.kind.as_bytes()]);
        rows.push(vec![
            alignment.id.into(),
            side.into(),
            (n as i32).into(),
            whos[n].into(),
            entry.household.as_str().into(),
            entry.kind.as_str().into(),
            entry.name.as_str().into(),
            sealed.into(),
            entry.division.as_str().into(),
            serde_json::to_string(&entry.fields)?.into(),
        ]);
    }
    let columns = [
        "alignment",
        "side",
        "seq",
        "who",
        "household",
        "kind",
        "name",
        "id_number",
        "division",
        "fields",
    ];
    let written = bulk::insert(tx, "alignment_line", &columns, rows).await?;
    let subject = format!("{}/{side}/{from}", alignment.id);
    tx.record_bulk(
        "alignment_lines",
        subject,
        json!({"lines": written}),
        digest,
    );
    Ok(())
}

/// The place of a sealed number within its table.
pub(crate) fn line_key(alignment: Uuid, side: i32, seq: i32) -> String {
    format!("{alignment}/{side}/{seq}")
}

/// What was done about a difference in the edition before, by its fingerprint.
type Kept = BTreeMap<String, Vec<Cell>>;

/// Columns that an edition takes over.
const KEPT: &str =
    "status, handler, due, result, remark, handled_by, handled_at, theirs, theirs_at";

async fn kept(ctx: &Ctx, alignment: &Alignment) -> Result<Kept> {
    let mut kept = Kept::new();
    let Some(before) = alignment.follows else {
        return Ok(kept);
    };
    let reader = ctx.query(&ALIGNMENT_GET).await?;
    let sql = Sql::new(format!(
        "select fingerprint, {KEPT} from alignment_difference where alignment = "
    ))
    .bind(before);
    for row in reader.conn().rows(sql).await? {
        kept.insert(
            row.try_get_by_index(0)?,
            vec![
                row.try_get_by_index::<String>(1)?.into(),
                row.try_get_by_index::<Option<Uuid>>(2)?.into(),
                row.try_get_by_index::<Option<chrono::NaiveDate>>(3)?.into(),
                row.try_get_by_index::<Option<String>>(4)?.into(),
                row.try_get_by_index::<Option<String>>(5)?.into(),
                row.try_get_by_index::<Option<Uuid>>(6)?.into(),
                row.try_get_by_index::<Option<chrono::DateTime<chrono::Utc>>>(7)?
                    .into(),
                row.try_get_by_index::<Option<String>>(8)?.into(),
                row.try_get_by_index::<Option<chrono::DateTime<chrono::Utc>>>(9)?
                    .into(),
            ],
        );
    }
    reader.finish().await?;
    Ok(kept)
}

async fn write_differences(
    tx: &mut Tx,
    alignment: &Alignment,
    lists: &Lists,
    from: usize,
    part: &[Difference],
    kept: &Kept,
) -> Result<()> {
    let floor = tx.floor().clone();
    let pack = words::pack(&floor, tx.conn()).await?;
    let home = crate::place(&alignment.division)?;
    let due = words::due(&pack, &home, "difference", floor.today());
    let mut digest = RowDigest::default();
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(part.len());
    for (n, difference) in (from..).zip(part) {
        let here = difference.here.map(|at| &lists.here[at]);
        let there = difference.there.map(|at| &lists.there[at]);
        let place = there
            .or(here)
            .map_or(alignment.division.as_str(), |e| e.division.as_str());
        let list = there.or(here).map_or("", |e| e.kind.as_str());
        digest.add(&difference.fingerprint, &[difference.kind.as_bytes()]);
        let none: Option<String> = None;
        let mut row: Vec<Cell> = vec![
            floor.new_id().into(),
            alignment.id.into(),
            (n as i32).into(),
            difference.kind.into(),
            difference.field.as_str().into(),
            difference.here.map(|at| at as i32).into(),
            difference.there.map(|at| at as i32).into(),
            list.into(),
            place.into(),
            difference.fingerprint.as_str().into(),
        ];
        match kept.get(&difference.fingerprint) {
            Some(cells) => row.extend(cells.iter().cloned()),
            None => row.extend([
                "open".into(),
                None::<Uuid>.into(),
                due.into(),
                none.clone().into(),
                none.clone().into(),
                None::<Uuid>.into(),
                None::<chrono::DateTime<chrono::Utc>>.into(),
                none.into(),
                None::<chrono::DateTime<chrono::Utc>>.into(),
            ]),
        }
        row.push(1_i32.into());
        rows.push(row);
    }
    let columns = [
        "id",
        "alignment",
        "seq",
        "kind",
        "field",
        "here_seq",
        "there_seq",
        "list",
        "division",
        "fingerprint",
        "status",
        "handler",
        "due",
        "result",
        "remark",
        "handled_by",
        "handled_at",
        "theirs",
        "theirs_at",
        "version",
    ];
    let written = bulk::insert(tx, "alignment_difference", &columns, rows).await?;
    let subject = format!("{}/{from}", alignment.id);
    tx.record_bulk(
        "alignment_differences",
        subject,
        json!({"differences": written}),
        digest,
    );
    Ok(())
}

/// The alignment is whole: it opens, with a task for each township that has differences.
async fn open(tx: &mut Tx, alignment: &Alignment, notes: &str) -> Result<()> {
    let sql = Sql::new("update alignment set status = 'open', notes = ")
        .bind(notes)
        .text(", version = version + 1 where id = ")
        .bind(alignment.id);
    tx.conn().run(sql).await?;
    if let Some(before) = alignment.follows {
        tx.close_tasks("alignment", before).await?;
    }
    tx.close_tasks("alignment", alignment.id).await?;
    let sql = Sql::new(
        "select substr(division, 1, 9), count(*), min(due) from alignment_difference \
         where status = 'open' and alignment = ",
    )
    .bind(alignment.id)
    .text(" group by substr(division, 1, 9) order by 1");
    for row in tx.conn().rows(sql).await? {
        let township: String = row.try_get_by_index(0)?;
        let count: i64 = row.try_get_by_index(1)?;
        let division = crate::place(&format!("{township:0<12}"))?;
        tx.open_task(NewTask {
            kind: "oversight.difference.handle",
            title_zh: format!("处理名单对接差异 {count} 条"),
            title_en: format!("Differences of lists to handle: {count}"),
            noun: "alignment",
            subject: alignment.id.to_string(),
            division: &division,
            section: None,
            permission: DIFFERENCE_HANDLE.permission,
            not_for: None,
            role: None,
            holder: None,
            due: row.try_get_by_index(2)?,
        })
        .await?;
    }
    tx.about(
        "alignment",
        alignment.id,
        &crate::place(&alignment.division)?,
    );
    Ok(())
}

/// The lists could not be used: said in the alignment, not by a broken job.
async fn failed(job: &mut JobCtx, alignment: &Alignment, problem: &Problem) -> Result<Value> {
    let text = problem
        .details()
        .map_or(problem.kind().zh, |(zh, _)| zh)
        .to_owned();
    let tx = job.begin(&ALIGNMENT_BUILD, None).await?;
    let mut tx = tx;
    let sql = Sql::new("update alignment set status = 'failed', notes = ")
        .bind(text.as_str())
        .text(", version = version + 1 where id = ")
        .bind(alignment.id);
    tx.conn().run(sql).await?;
    tx.about(
        "alignment",
        alignment.id,
        &crate::place(&alignment.division)?,
    );
    job.commit(tx, &json!({"lines": 0}), 0, 0).await?;
    Ok(json!({"failed": text}))
}
