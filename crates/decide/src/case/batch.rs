//! `POST /cases/batch`: one opinion on many cases. Each case is looked at by its own procedure, as
//! if it came alone: the right role, another person than before, forms, papers, signatures, lists.
//! A form that a case lacks is filled from what is known of it and the one opinion. What may not go
//! on says why and stays; the rest goes on.

use std::collections::{BTreeMap, BTreeSet};

use flow::{Act, Actor, Request, State};
use platform::problem::kinds;
use platform::{Answer, Ctx, Json, Problem, Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::act::Work;
use super::form::put::Filing;
use super::form::{self, prefill};
use super::offer::{self, AskView};
use super::{actor, store};
use crate::authz::CASE_BATCH;

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
    /// Only look what would be refused, with what is proposed put in; nothing is done.
    #[serde(default)]
    check: bool,
}

/// What came of one case.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
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
    /// Facts that the outcome asks for, with what is known or proposed of each.
    asks: Vec<AskView>,
    /// Forms of the step that the case lacks and that can be filled in for all.
    forms: Vec<BatchForm>,
}

/// A form that a case lacks.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseBatchForm)]
pub(crate) struct BatchForm {
    /// Key.
    form: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// Pointers of the fields that it asks for only because of what stands in others, as the form
    /// of this case would be handed in.
    asked: Vec<String>,
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
    let work = Work::of(&floor, tx.conn(), row).await?;
    let mut result = BatchResult::of(ctx, &work, by, body)?;
    let mut stated = item.facts.clone();
    if body.check {
        for ask in &result.asks {
            if let Some(value) = &ask.value {
                let name = ask.name.clone();
                stated.entry(name).or_insert_with(|| value.clone());
            }
        }
    }
    // A look goes the whole way as well, and is taken back: what it says is what would happen.
    let mark = tx.mark().await?;
    let went = take(tx, ctx, (by, body, item), work, &mut result.forms, stated).await;
    match went {
        Ok(number) => {
            result.done = true;
            if body.check {
                tx.take_back(mark).await?;
            } else {
                result.number = number;
                tx.keep(mark).await?;
            }
        }
        Err(problem) if problem.status() < 500 => {
            tx.take_back(mark).await?;
            result = result.refused(&problem);
        }
        Err(problem) => return Err(problem),
    }
    Ok(result)
}

/// Hands in what the case lacks and takes the outcome; answers the receipt number.
async fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    (by, body, item): (&Actor, &Batch, &BatchItem),
    mut work: Work,
    lacks: &mut [BatchForm],
    facts: Map<String, Value>,
) -> Result<Option<String>> {
    let mut seen = Some(item.seen);
    for BatchForm { form, asked, .. } in lacks {
        let text = work.bureau.form(&work.row, form)?.form.clone();
        let mut values = prefill::values(ctx, tx.conn(), &work, &text, None).await?;
        for field in &text.fields {
            match facts.get(&field.name) {
                Some(Value::Number(n)) => values.insert(field.name.clone(), json!(n.to_string())),
                Some(value) => values.insert(field.name.clone(), value.clone()),
                None => None,
            };
        }
        let given = body.forms.get(form);
        values.extend(
            given
                .into_iter()
                .flatten()
                .map(|(k, v)| (k.clone(), v.clone())),
        );
        *asked = text.asked(&values);
        if given.is_none() {
            continue;
        }
        let filing = Filing {
            step: &body.step,
            form,
            subject: None,
            values: &values,
            seen: seen.take(),
        };
        form::put::file(tx, work, by, filing).await?;
        work = Work::open(tx, item.case).await?;
    }
    let act = Act::Finish {
        step: body.step.clone(),
        outcome: body.outcome.clone(),
        reason: body.reason.clone(),
        facts,
    };
    let work = work.go(tx, by, &Request { act, seen }).await?;
    Ok(work.row.number)
}

impl BatchResult {
    /// What a case is asked for at the outcome, before anything is done.
    fn of(ctx: &Ctx, work: &Work, by: &Actor, body: &Batch) -> Result<Self> {
        let mut result = Self {
            case: work.row.id,
            number: work.row.number.clone(),
            ..Self::default()
        };
        let step = work.bureau.procedure.step(&body.step);
        let Some(outcome) = step.and_then(|step| step.outcome(&body.outcome)) else {
            return Ok(result);
        };
        let (desk, now) = (work.bureau.desk(), ctx.floor().now());
        let asked = (body.step.as_str(), outcome.asks.as_slice());
        result.asks = offer::asks(ctx, &desk, work, &State::of(&work.case), asked);
        let open = desk.open_steps(&work.case, by, work.known(), now);
        let step = open.into_iter().find(|s| s.step == body.step);
        let lacks = step.into_iter().flat_map(|s| s.forms);
        for lack in lacks.filter(|lack| !outcome.light && lack.subject.is_none()) {
            let label = &work.bureau.form(&work.row, &lack.key)?.form.label;
            result.forms.push(BatchForm {
                zh: label.zh.clone(),
                en: label.en.clone(),
                form: lack.key,
                asked: Vec::new(),
            });
        }
        Ok(result)
    }

    fn refused(mut self, why: &Problem) -> Self {
        let (zh, en) = why.details().unwrap_or((why.kind().zh, why.kind().en));
        let (mut zh, mut en) = (vec![zh.to_owned()], vec![en.to_owned()]);
        for fault in why.faults() {
            match fault.pointer.strip_prefix("/missing/") {
                Some(name) => self.missing.push(name.to_owned()),
                None => {
                    let at = fault
                        .pointer
                        .trim_start_matches("/values/")
                        .replace('/', " ");
                    zh.push(format!("{at} {}", fault.zh));
                    en.push(format!("{at} {}", fault.en));
                }
            }
        }
        self.code = Some(why.code().to_owned());
        (self.zh, self.en) = (Some(zh.join("；")), Some(en.join("; ")));
        self
    }
}

/// A case elsewhere is as if it did not exist.
fn unknown(case: Uuid, problem: &Problem) -> BatchResult {
    BatchResult {
        case,
        code: Some(problem.code().to_owned()),
        zh: Some("没有这个案件，或不在您的辖区".to_owned()),
        en: Some("There is no such case in your area.".to_owned()),
        ..BatchResult::default()
    }
}
