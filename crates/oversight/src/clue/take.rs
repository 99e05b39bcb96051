//! The job that takes answers out of a file. Rows that are right are taken; wrong ones are
//! listed; a file whose totals contradict its rows is refused whole.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use matching::clean::fold_name;
use pack::Pack;
use platform::audit::RowDigest;
use platform::{Ctx, JobCtx, JobKind, Problem, Result, Sql, files};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::answer::settle_tasks;
use super::read_back::{self, ReadBack, RowFault};
use super::store::{self, Clue};
use crate::authz::{READ_BACK_FILE, READ_BACK_TAKE};
use crate::form::{self, Wanted};
use crate::model::ClueStatus;
use crate::words;

/// The kind of job.
pub(crate) const KIND: &str = "oversight.read_back.take";
/// Answers that are written in one step.
const STEP: usize = 400;

/// Columns of a file of answers.
pub(crate) const WANTED: &[Wanted] = &[
    ("number", &["线索编号", "编号"], true),
    ("name", &["姓名"], false),
    (
        "id_number",
        &["身份证号", "证件号码", "公民身份号码"],
        false,
    ),
    ("answer", &["核查结果", "查处结果", "结果"], true),
    ("conclusion", &["结论"], false),
    ("reason", &["理由", "核查情况", "说明"], true),
];

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub read_back: Uuid,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct State {
    next: usize,
}

/// The job.
pub(crate) struct Take;

/// A row of the file.
#[derive(Clone, Debug, Default)]
struct Line {
    row: u64,
    number: String,
    name: String,
    id_number: String,
    answer: String,
    conclusion: String,
    reason: String,
}

/// An answer that can be taken.
struct Taken {
    clue: Uuid,
    number: String,
    office: String,
    answer: &'static str,
    conclusion: Option<String>,
    reason: String,
}

#[async_trait]
impl JobKind for Take {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let state: State = job.state()?.unwrap_or_default();
        let ctx = job.ctx().clone();
        let (back, lines, totals) = read(&ctx, args.read_back).await?;
        let (taken, faults) = match contradiction(&lines, &totals) {
            Some(fault) => (Vec::new(), vec![fault]),
            None => examine(&ctx, &back, &lines).await?,
        };
        let refused = faults.iter().any(|fault| fault.row == 0);
        let total = taken.len();
        let mut next = state.next;
        while next < total {
            job.check()?;
            let part = &taken[next..(next + STEP).min(total)];
            let mut tx = job.begin(&READ_BACK_TAKE, None).await?;
            let mut digest = RowDigest::default();
            for answer in part {
                write(&ctx, tx.conn(), back.id, answer).await?;
                digest.add(
                    &answer.number,
                    &[answer.answer.as_bytes(), answer.reason.as_bytes()],
                );
            }
            let totals = json!({"clues": part.len()});
            tx.record_bulk(
                "clues_read_back",
                format!("{}/{next}", back.id),
                totals,
                digest,
            );
            next += part.len();
            job.commit(tx, &State { next }, next as u64, total as u64)
                .await?;
        }
        let mut tx = job.begin(&READ_BACK_TAKE, None).await?;
        let status = if refused { "refused" } else { "done" };
        let sql = Sql::with(
            "update clue_read_back set status = ?, taken = ?, wrong = ?, faults = ? where id = ?",
            [
                status.into(),
                (total as i64).into(),
                (faults.len() as i64).into(),
                serde_json::to_string(&faults)?.into(),
                back.id.into(),
            ],
        );
        tx.conn().run(sql).await?;
        let offices: BTreeSet<&str> = taken.iter().map(|t| t.office.as_str()).collect();
        for office in offices {
            settle_tasks(&mut tx, back.run, office).await?;
        }
        tx.about("clue_read_back", back.id, &crate::place(&back.division)?);
        job.commit(tx, &State { next }, total as u64, total as u64)
            .await?;
        Ok(json!({"taken": total, "wrong": faults.len(), "status": status}))
    }
}

/// What a row of totals says: rows, and how many of each answer, where it does.
#[derive(Default)]
struct Stated {
    rows: Option<u64>,
    yes: Option<u64>,
    no: Option<u64>,
}

async fn read(ctx: &Ctx, id: Uuid) -> Result<(ReadBack, Vec<Line>, Stated)> {
    let reader = ctx.query(&READ_BACK_FILE).await?;
    let back = read_back::find(ctx, reader.conn(), Sql::new("b.id = ").bind(id))
        .await?
        .pop()
        .ok_or_else(Problem::not_found)?;
    let row = files::find(ctx.floor(), reader.conn(), back.file)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    let open = move |floor: &platform::Floor| files::open(floor, &row);
    let table = form::table(ctx.floor(), open, &back.name, "/file").await?;
    let layout = back.layout.clone();
    let (lines, stated) = tokio::task::spawn_blocking(move || {
        let (mut lines, mut stated) = (Vec::new(), Stated::default());
        form::rows(&table, &layout, "/file", |row, text| {
            let number = text("number");
            if number.starts_with("合计") || number.starts_with("总计") {
                stated.rows = digits_after(&text("name"), "").or(stated.rows);
                stated.yes = digits_after(&text("answer"), "查是");
                stated.no = digits_after(&text("answer"), "查否");
            } else {
                lines.push(Line {
                    row,
                    number,
                    name: text("name"),
                    id_number: text("id_number"),
                    answer: text("answer"),
                    conclusion: text("conclusion"),
                    reason: text("reason"),
                });
            }
            Ok(())
        })?;
        Ok::<_, Problem>((lines, stated))
    })
    .await
    .map_err(Problem::internal)??;
    Ok((back, lines, stated))
}

/// The first number after a word.
fn digits_after(text: &str, word: &str) -> Option<u64> {
    let rest = &text[text.find(word)? + word.len()..];
    let digits: String = rest
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

fn said(answer: &str) -> Option<&'static str> {
    match answer {
        "查是" | "是" | "属实" | "查实" => Some("yes"),
        "查否" | "否" | "不属实" | "不实" => Some("no"),
        other if other.eq_ignore_ascii_case("yes") => Some("yes"),
        other if other.eq_ignore_ascii_case("no") => Some("no"),
        _ => None,
    }
}

/// Where the totals of a file contradict its rows.
fn contradiction(lines: &[Line], stated: &Stated) -> Option<RowFault> {
    let counted = |answer: &str| {
        lines
            .iter()
            .filter(|line| said(&line.answer) == Some(answer))
            .count() as u64
    };
    let pairs = [
        ("条数", "rows", stated.rows, lines.len() as u64),
        ("查是", "yes", stated.yes, counted("yes")),
        ("查否", "no", stated.no, counted("no")),
    ];
    pairs.into_iter().find_map(|(zh, en, said, counted)| {
        let said = said.filter(|said| *said != counted)?;
        Some(RowFault {
            row: 0,
            zh: format!("合计行写明{zh}为{said}，明细为{counted}；整份文件未读入，请核对后重新上传"),
            en: format!("The row of totals says {said} for {en}, the rows add up to {counted}; nothing was taken"),
        })
    })
}

/// Tells answers that can be taken from wrong rows.
async fn examine(
    ctx: &Ctx,
    back: &ReadBack,
    lines: &[Line],
) -> Result<(Vec<Taken>, Vec<RowFault>)> {
    let reader = ctx.query(&READ_BACK_FILE).await?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let numbers: Vec<&str> = lines.iter().map(|line| line.number.as_str()).collect();
    let mut known: BTreeMap<String, (Clue, bool)> = BTreeMap::new();
    for part in numbers.chunks(500) {
        let condition = Sql::new("c.run = ")
            .bind(back.run)
            .text(" and ")
            .push(reader.scope().sql("c.division"))
            .text(" and c.number in ")
            .bind_all(part.iter().copied());
        let mine = condition.clone().text(" and c.read_back = ").bind(back.id);
        let mut ours = BTreeSet::new();
        for clue in store::page(reader.conn(), mine, None, 500, 0).await? {
            ours.insert(clue.id);
        }
        for clue in store::page(reader.conn(), condition, None, 500, 0).await? {
            let taken = ours.contains(&clue.id);
            known.insert(clue.number.clone(), (clue, taken));
        }
    }
    reader.finish().await?;
    let (mut taken, mut faults) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for line in lines {
        let found = match seen.insert(&line.number, line.row) {
            Some(first) => Err(wrong(
                format!("线索编号与第{first}行重复"),
                format!("The clue stands in row {first} already"),
            )),
            None => one(ctx, &pack, &known, line),
        };
        match found {
            Ok(Some(answer)) => taken.push(answer),
            // A row without an answer stays as it is.
            Ok(None) => {}
            Err((zh, en)) => faults.push(RowFault {
                row: line.row,
                zh,
                en,
            }),
        }
    }
    Ok((taken, faults))
}

type Wrong = (String, String);

fn wrong(zh: impl Into<String>, en: impl Into<String>) -> Wrong {
    (zh.into(), en.into())
}

fn one(
    ctx: &Ctx,
    pack: &Pack,
    known: &BTreeMap<String, (Clue, bool)>,
    line: &Line,
) -> std::result::Result<Option<Taken>, Wrong> {
    // Unknown and of another area are one and the same for whoever may not see it.
    let (clue, ours) = known.get(&line.number).ok_or_else(|| {
        wrong(
            "本次核查在您的辖区内没有这个线索编号",
            "There is no such clue of this run in your area",
        )
    })?;
    let number = clue
        .number_of(ctx.floor())
        .map_err(|_| wrong("线索的身份证号无法核对", "The number cannot be compared"))?;
    if let Some(number) = number.filter(|_| !line.id_number.is_empty()) {
        let given = line.id_number.trim_start_matches('\'').to_uppercase();
        if given != number {
            return Err(wrong(
                "身份证号与线索登记的不一致，请勿改动",
                "The identity number is not that of the clue; leave it as it was",
            ));
        }
    }
    if !line.name.is_empty() && fold_name(&line.name) != fold_name(&clue.name) {
        return Err(wrong(
            "姓名与线索登记的不一致，请勿改动",
            "The name is not that of the clue; leave it as it was",
        ));
    }
    if line.answer.is_empty() {
        return Ok(None);
    }
    let answer = said(&line.answer)
        .ok_or_else(|| wrong("核查结果应为查是或查否", "The answer is 查是 or 查否"))?;
    if line.reason.is_empty() {
        return Err(wrong("没有写明理由", "No reason is given"));
    }
    if line.reason.chars().count() > 500 {
        return Err(wrong(
            "理由不超过500字",
            "The reason has more than 500 characters",
        ));
    }
    let open = matches!(clue.status, ClueStatus::New | ClueStatus::Assigned);
    if !open && !ours {
        return Err(wrong("该线索已有结果", "The clue has an answer already"));
    }
    let conclusion = conclusion(pack, clue, answer, &line.conclusion)?;
    Ok(Some(Taken {
        clue: clue.id,
        number: clue.number.clone(),
        office: clue
            .office
            .clone()
            .unwrap_or_else(|| format!("{}000", &clue.division[..9])),
        answer,
        conclusion,
        reason: line.reason.clone(),
    }))
}

/// The conclusion by its name or key; none where the file gives none.
fn conclusion(
    pack: &Pack,
    clue: &Clue,
    answer: &str,
    given: &str,
) -> std::result::Result<Option<String>, Wrong> {
    if given.is_empty() {
        return Ok(None);
    }
    let place =
        crate::place(&clue.division).map_err(|_| wrong("区划有误", "The division is wrong"))?;
    let supervision = pack.supervision(&place);
    let mut words = supervision.words(answer);
    let found = words.find(|w| w.key == given || w.label.zh == given || w.label.en == given);
    found
        .map(|word| Some(word.key.clone()))
        .ok_or_else(|| wrong("结论不在可选项中", "The conclusion is none of the choices"))
}

async fn write(ctx: &Ctx, conn: &platform::Conn, read_back: Uuid, answer: &Taken) -> Result<()> {
    let sql = Sql::with(
        "update clue set status = 'answered', answer = ?, answer_key = ?, reason = ?, answered_by = ?, \
         answered_at = ?, read_back = ?, version = version + 1 where id = ? and status in ('new', 'assigned')",
        [
            answer.answer.into(),
            answer.conclusion.clone().into(),
            answer.reason.as_str().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            read_back.into(),
            answer.clue.into(),
        ],
    );
    // An answer given meanwhile by hand stays; the row was looked at a moment ago.
    conn.run(sql).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(answer: &str) -> Line {
        Line {
            answer: answer.to_owned(),
            ..Line::default()
        }
    }

    #[test]
    fn totals_are_compared_with_the_rows() {
        let lines = [line("查是"), line("查否"), line("否"), line("")];
        let stated = |rows, yes, no| Stated { rows, yes, no };
        assert_eq!(contradiction(&lines, &stated(None, None, None)), None);
        assert_eq!(
            contradiction(&lines, &stated(Some(4), Some(1), Some(2))),
            None
        );
        for wrong in [
            stated(Some(5), None, None),
            stated(Some(4), Some(2), None),
            stated(Some(4), Some(1), Some(3)),
        ] {
            assert_eq!(contradiction(&lines, &wrong).unwrap().row, 0);
        }
    }

    #[test]
    fn numbers_are_found_behind_words() {
        assert_eq!(digits_after("共7667条", ""), Some(7667));
        assert_eq!(digits_after("查是1116、查否6551", "查否"), Some(6551));
        assert_eq!(digits_after("查是", "查是"), None);
        assert_eq!(digits_after("无", "查是"), None);
    }
}
