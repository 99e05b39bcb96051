//! `POST /cases/batch`: one opinion on many cases. Each case is looked at by its own procedure, as
//! if it came alone: the right role, another person than before, forms, papers, signatures, lists.
//! A form that a case lacks is filled from what is known of it and the one opinion. What may not go
//! on says why and stays; the rest goes on.

use std::collections::{BTreeMap, BTreeSet};

use flow::{Act, Actor, Refusal, Request, State};
use platform::problem::kinds;
use platform::{Answer, Conn, Ctx, Json, Problem, Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::act::Work;
use super::form::check::{self, FormFault};
use super::form::put::Filing;
use super::form::{self, Filed, prefill};
use super::{actor, facts, store};
use crate::authz::CASE_BATCH;
use crate::problems::FORM_WRONG;

/// The most cases of one request.
const MOST: usize = 50;

/// A case of the batch.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseBatchItem)]
pub(crate) struct BatchItem {
    /// The case.
    case: Uuid,
    /// How many of its events the officer had seen.
    seen: u32,
    /// Facts that the outcome asks for, of this case.
    #[serde(default)]
    #[schema(value_type = Object)]
    facts: Map<String, Value>,
}

/// One opinion on many cases.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseBatch)]
pub(crate) struct Batch {
    /// The step at which all of them stand.
    step: String,
    /// The outcome to take.
    outcome: String,
    /// The opinion, where the outcome asks for a reason.
    #[serde(default)]
    reason: Option<String>,
    /// What stands in the forms of the step, the same for all, by form and field. It is handed in
    /// where a case lacks the form, with what is known of the case put in.
    #[serde(default)]
    #[schema(value_type = Object)]
    forms: BTreeMap<String, Map<String, Value>>,
    /// The cases, at most 50.
    cases: Vec<BatchItem>,
    /// Only look what would be refused, and propose facts; nothing is done.
    #[serde(default)]
    check: bool,
}

/// What came of one case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseBatchResult)]
pub(crate) struct BatchResult {
    /// The case.
    case: Uuid,
    /// Its receipt number.
    number: Option<String>,
    /// Whether it went on, or would.
    done: bool,
    /// Stable code of the refusal.
    code: Option<String>,
    /// Why not, in Chinese.
    zh: Option<String>,
    /// Why not, in English.
    en: Option<String>,
    /// What it lacks.
    missing: Vec<String>,
    /// Facts proposed from the assessment and from the opinion before.
    #[schema(value_type = Object)]
    facts: Map<String, Value>,
}

/// What came of a batch.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseBatchAnswer)]
pub(crate) struct BatchAnswer {
    /// Cases that went on, or would.
    done: u32,
    /// Cases that stayed where they were.
    refused: u32,
    /// Case by case, in the order of the request.
    results: Vec<BatchResult>,
}

/// Gives one opinion on many cases, each looked at by itself.
#[utoipa::path(
    post, path = "/cases/batch", operation_id = CASE_BATCH.id, tag = "decide",
    request_body = Batch, responses((status = 200, body = BatchAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<Batch>) -> Result<Answer> {
    let ids: BTreeSet<Uuid> = body.cases.iter().map(|c| c.case).collect();
    if body.cases.is_empty() || body.cases.len() > MOST || ids.len() != body.cases.len() {
        return Err(Problem::invalid().field(
            "/cases",
            format!("每批1至{MOST}件，同一案件只列一次"),
            format!("1 to {MOST} cases at once, each named once."),
        ));
    }
    let mut tx = ctx.begin(&CASE_BATCH, body.reason.as_deref()).await?;
    let by = actor::of(&ctx, tx.conn()).await?;
    let mut results = Vec::with_capacity(body.cases.len());
    for (at, item) in body.cases.iter().enumerate() {
        let one = one(&mut tx, &ctx, &by, &body, item).await;
        results.push(one.map_err(|p| {
            p.field(
                format!("/cases/{at}"),
                "这一件未能办理，整批未生效",
                "This one failed, and nothing of the batch was done.",
            )
        })?);
    }
    let elsewhere = |r: &BatchResult| r.code.as_deref() == Some(kinds::NOT_FOUND.code);
    if results.iter().all(elsewhere) {
        return Err(Problem::not_found());
    }
    let done = results.iter().filter(|r| r.done).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let answer = BatchAnswer {
        done: count(done),
        refused: count(results.len() - done),
        results,
    };
    tx.finish(200, &answer).await
}

async fn one(
    tx: &mut Tx,
    ctx: &Ctx,
    by: &Actor,
    body: &Batch,
    item: &BatchItem,
) -> Result<BatchResult> {
    let found = store::find(tx.conn(), tx.scope(), item.case).await;
    let row = match found {
        Ok(row) => row,
        Err(problem) if problem.status() == 404 => return Ok(unknown(item.case, &problem)),
        Err(problem) => return Err(problem),
    };
    let floor = ctx.floor().clone();
    let mut work = Work::of(&floor, tx.conn(), row).await?;
    let mut result = BatchResult {
        case: item.case,
        number: work.row.number.clone(),
        done: false,
        code: None,
        zh: None,
        en: None,
        missing: Vec::new(),
        facts: proposed(&work, body),
    };
    let mut item_facts = item.facts.clone();
    if body.check {
        for (name, value) in &result.facts {
            item_facts
                .entry(name.clone())
                .or_insert_with(|| value.clone());
        }
    }
    let finish = Act::Finish {
        step: body.step.clone(),
        outcome: body.outcome.clone(),
        reason: body.reason.clone(),
        facts: item_facts.clone(),
    };
    let forms = match lacking(tx.conn(), ctx, &work, by, body, &item_facts).await? {
        Ok(forms) => forms,
        Err(refusal) => return Ok(result.refused(refusal)),
    };
    let tried = tried(&work, &forms, by, body, item.seen, &finish, tx).await?;
    if let Err(refusal) = tried {
        return Ok(result.refused(refusal));
    }
    if !body.check {
        let mut seen = Some(item.seen);
        for form in &forms {
            let filing = form.filing(&body.step, seen.take());
            form::put::file(tx, work, by, filing).await?;
            work = Work::open(tx, item.case).await?;
        }
        let request = Request { act: finish, seen };
        work = work.go(tx, by, &request).await?;
        result.number = work.row.number.clone();
    }
    result.done = true;
    Ok(result)
}

impl BatchResult {
    fn refused(mut self, why: Refused) -> Self {
        self.code = Some(why.code.to_owned());
        self.zh = Some(why.zh);
        self.en = Some(why.en);
        self.missing = why.missing;
        self
    }
}

/// Why a case stays where it is.
struct Refused {
    code: &'static str,
    zh: String,
    en: String,
    missing: Vec<String>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self {
            code: refusal.kind.code(),
            zh: refusal.zh,
            en: refusal.en,
            missing: refusal.missing,
        }
    }
}

/// A form that a case lacks: what is known of the case, and the officer's word for all.
struct Filled {
    form: String,
    version: u32,
    checked: forms::Checked,
}

impl Filled {
    fn filing<'a>(&'a self, step: &'a str, seen: Option<u32>) -> Filing<'a> {
        Filing {
            step,
            form: &self.form,
            subject: None,
            values: &self.checked.values,
            seen,
        }
    }

    fn refused(label: &forms::Words, faults: &[FormFault]) -> Refused {
        let named = |words: fn(&FormFault) -> &str| -> Vec<String> {
            let name = |f: &FormFault| f.pointer.trim_start_matches('/').replace('/', " ");
            let said = faults.iter().map(|f| format!("{} {}", name(f), words(f)));
            said.map(|line| line.trim().to_owned()).collect()
        };
        Refused {
            code: FORM_WRONG.code,
            zh: format!("{}：{}", label.zh, named(|f| &f.zh).join("；")),
            en: format!("{}: {}", label.en, named(|f| &f.en).join("; ")),
            missing: Vec::new(),
        }
    }
}

/// The forms of the step that the case lacks and the officer fills in for all.
async fn lacking(
    conn: &Conn,
    ctx: &Ctx,
    work: &Work,
    by: &Actor,
    body: &Batch,
    facts: &Map<String, Value>,
) -> Result<std::result::Result<Vec<Filled>, Refused>> {
    let step = work.bureau.procedure.step(&body.step);
    let outcome = step.and_then(|step| step.outcome(&body.outcome));
    if body.forms.is_empty() || outcome.is_none_or(|outcome| outcome.light) {
        return Ok(Ok(Vec::new()));
    }
    let floor = ctx.floor();
    let desk = work.bureau.desk();
    let open = desk.open_steps(&work.case, by, work.known(), floor.now());
    let step = open.into_iter().find(|s| s.step == body.step);
    let mut found = Vec::new();
    for lack in step.map(|s| s.forms).unwrap_or_default() {
        let (None, Some(given)) = (&lack.subject, body.forms.get(&lack.key)) else {
            continue;
        };
        let text = work.bureau.form(&work.row, &lack.key)?;
        let mut values = prefill::values(ctx, conn, work, &text.form, None).await?;
        for field in &text.form.fields {
            match facts.get(&field.name) {
                Some(Value::Number(n)) => values.insert(field.name.clone(), json!(n.to_string())),
                Some(value) => values.insert(field.name.clone(), value.clone()),
                None => None,
            };
        }
        values.extend(given.clone());
        let checked = check::check(conn, work, &text.form, &values, floor.today()).await?;
        match checked {
            Ok(checked) => found.push(Filled {
                form: lack.key,
                version: text.form.version,
                checked,
            }),
            Err(faults) => return Ok(Err(Filled::refused(&text.form.label, &faults))),
        }
    }
    Ok(Ok(found))
}

/// Whether the case may go on so, with the forms that are handed in first; nothing is changed.
async fn tried(
    work: &Work,
    forms: &[Filled],
    by: &Actor,
    body: &Batch,
    seen: u32,
    finish: &Act,
    tx: &Tx,
) -> Result<std::result::Result<(), Refused>> {
    let (floor, now) = (tx.floor(), tx.floor().now());
    let desk = work.bureau.desk();
    let mut case = work.case.clone();
    let mut known = work.known().clone();
    let mut seen = Some(seen);
    let mut filed = work.filed.clone();
    for form in forms {
        let request = form
            .filing(&body.step, seen.take())
            .request(&form.checked.digest);
        match desk.act(&case, &request, by, &known, now) {
            Ok(events) => case.events.extend(events),
            Err(refusal) => return Ok(Err(refusal.into())),
        }
        filed.push(Filed {
            form: form.form.clone(),
            subject: None,
            version: i32::try_from(case.events.len()).unwrap_or(i32::MAX),
            text: Some(form.version),
            step: body.step.clone(),
            values: form.checked.values.clone(),
            by: tx.ctx().actor().user,
            at: now,
        });
        let (bureau, row) = (&work.bureau, &work.row);
        known = facts::known(floor, tx.conn(), bureau, row, &work.assessment, &filed).await?;
    }
    let request = Request {
        act: finish.clone(),
        seen,
    };
    let may = desk.may(&case, &request, by, &known, now);
    Ok(may.map_err(Refused::from))
}

/// What the outcome asks for, as far as the assessment and the opinions before say it.
fn proposed(work: &Work, body: &Batch) -> Map<String, Value> {
    let mut facts = Map::new();
    let outcome = work
        .bureau
        .procedure
        .step(&body.step)
        .and_then(|s| s.outcome(&body.outcome));
    let Some(outcome) = outcome else { return facts };
    let state = State::of(&work.case);
    let said = |name: &str| state.facts.get(name).cloned();
    let parties = work.case.opening.parties.iter();
    let members = parties.filter(|p| p.capacity.is_member()).count();
    let assessed = work
        .assessment
        .all
        .iter()
        .find(|a| a.programme == work.row.programme && a.person.is_none());
    let monthly = assessed.and_then(|a| a.monthly).map(|m| json!(m));
    for name in &outcome.asks {
        let value = match name.as_str() {
            "拟保障人数" => said(name).or_else(|| Some(json!(members))),
            "拟确认月金额" => said(name).or_else(|| monthly.clone()),
            "确认人数" => said("拟保障人数"),
            "确认月金额" => said("拟确认月金额"),
            _ => said(name),
        };
        if let Some(value) = value {
            facts.insert(name.clone(), value);
        }
    }
    facts
}

/// A case elsewhere is as if it did not exist.
fn unknown(case: Uuid, problem: &Problem) -> BatchResult {
    BatchResult {
        case,
        number: None,
        done: false,
        code: Some(problem.code().to_owned()),
        zh: Some("没有这个案件，或不在您的辖区".to_owned()),
        en: Some("There is no such case in your area.".to_owned()),
        missing: Vec::new(),
        facts: Map::new(),
    }
}
