//! `POST /calculator`: what one might get.

use std::collections::BTreeMap;

use formula::{Entity, Type};
use kernel::Money;
use pack::assess::{Assess, Lacking, Refusal, Shelf, Whole, WholeResult};
use pack::guides::Matter;
use pack::model::Question;
use platform::{Json, Problem, Result, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::ask::{CalculatorWords, Open};
use crate::authz::CALCULATOR_WORK_OUT;
use crate::place::PolicyPlace;
use crate::problems;

/// Most members of a family that the calculator takes.
pub(crate) const MOST_MEMBERS: usize = 20;

/// Answers: facts that the questions ask for, by name. A number may come as text.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalculatorAnswers {
    /// Division code of 6, 9 or 12 digits.
    #[serde(default)]
    place: Option<String>,
    /// About the household.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    household: BTreeMap<String, Value>,
    /// About each member.
    #[schema(value_type = Vec<BTreeMap<String, serde_json::Value>>)]
    members: Vec<BTreeMap<String, Value>>,
}

/// Something that nobody has said and on which the result depends.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorLacking {
    zh: String,
    en: String,
    /// Which member, from 0; none for the household.
    member: Option<usize>,
}

/// What came out of one programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorResult {
    key: String,
    zh: String,
    en: String,
    /// likely: the conditions are met by the answers; open: something is missing; no.
    outcome: String,
    /// The members concerned, from 0.
    members: Vec<usize>,
    /// 元/月, where it can be said.
    #[schema(value_type = Option<String>)]
    monthly: Option<Money>,
    /// 元, paid once.
    #[schema(value_type = Option<String>)]
    once: Option<Money>,
    /// Whether it pays money itself; else it is recognised, or another department decides.
    pays: bool,
    reasons: Vec<CalculatorWords>,
    missing: Vec<CalculatorLacking>,
    /// What it is, in plain words.
    concept: String,
    /// What to bring.
    materials: Vec<String>,
    /// How it goes.
    procedure: Vec<String>,
    /// Where to go.
    office: String,
    /// The department that decides it, where civil affairs does not.
    refer_to: Option<String>,
    /// The clauses.
    cites: Vec<String>,
}

/// What one might get. It binds nobody: the office decides after a visit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorOutcome {
    place: PolicyPlace,
    on: chrono::NaiveDate,
    /// The release whose rules it used.
    release: String,
    /// What is likely first, then what is open, then what is not.
    results: Vec<CalculatorResult>,
}

/// Works out what a family might get by the rules of a place; keeps nothing. Nobody signs in.
#[utoipa::path(
    post, path = "/calculator", operation_id = CALCULATOR_WORK_OUT.id, tag = "policy",
    request_body = CalculatorAnswers,
    responses((status = 200, body = CalculatorOutcome), (status = 429, description = "policy.calculator.busy"))
)]
pub(crate) async fn handle(
    visitor: Visitor,
    Json(answers): Json<CalculatorAnswers>,
) -> Result<Json<CalculatorOutcome>> {
    let open = Open::of(&visitor, answers.place.as_deref()).await?;
    let line = line(&open, &answers)?;
    let work = Assess {
        pack: open.release.pack.clone(),
        place: open.division,
        on: open.on,
        programmes: Vec::new(),
        explain: false,
    };
    let whole = tokio::task::spawn_blocking(move || work.whole(&Shelf::default(), line.as_bytes()))
        .await
        .map_err(Problem::internal)?
        .map_err(|no| refused(&no))?;
    let rules = open
        .release
        .pack
        .rules(&open.division, open.on)
        .map_err(|_| Problem::new(&problems::PLACE))?;
    let estimate = |key: &str| rules.programme(key).is_some_and(|p| p.estimate);
    let guides = rules.catalogue();
    let mut results = results(whole, &guides);
    results.retain(|r| !estimate(&r.key));
    Ok(Json(CalculatorOutcome {
        place: open.place,
        on: open.on,
        release: open.release.version,
        results,
    }))
}

/// The answers as a line of facts; only what the questions ask for is taken.
fn line(open: &Open, answers: &CalculatorAnswers) -> Result<String> {
    let mut problem = Problem::invalid();
    let mut wrong = false;
    if answers.members.is_empty() || answers.members.len() > MOST_MEMBERS {
        return Err(problem.field(
            "/members",
            format!("家里有 1 至 {MOST_MEMBERS} 口人"),
            format!("A family of 1 to {MOST_MEMBERS} members."),
        ));
    }
    let questions = open.release.pack.questions(&open.division);
    let mut take = |of: Entity, at: String, given: &BTreeMap<String, Value>| {
        let mut facts = Map::new();
        for (name, value) in given {
            if value.is_null() || value.as_str() == Some("") {
                continue;
            }
            let asked = |q: &&&Question| q.entity == of && q.fact == *name;
            let fact = questions.iter().find(asked).and_then(|_| {
                let all = open.release.pack.facts().iter();
                all.into_iter().find(|f| f.entity == of && f.name == *name)
            });
            match fact.map(|f| plain(&f.ty, value)) {
                Some(value) => {
                    facts.insert(name.clone(), value);
                }
                None => {
                    wrong = true;
                    let taken = std::mem::replace(&mut problem, Problem::invalid());
                    problem = taken.field(
                        at.clone(),
                        "只收所问的问题的回答，请不要填写姓名、证件号码等个人信息",
                        "Only answers to the questions are taken; send no names or numbers of people.",
                    );
                }
            }
        }
        facts
    };
    let household = take(
        Entity::Household,
        "/household".to_owned(),
        &answers.household,
    );
    let members: Vec<Map<String, Value>> = answers
        .members
        .iter()
        .enumerate()
        .map(|(n, member)| take(Entity::Person, format!("/members/{n}"), member))
        .collect();
    if wrong {
        return Err(problem);
    }
    let mut household = household;
    household.insert("区划".to_owned(), json!(open.division.as_str()));
    Ok(json!({"编号": null, "户": household, "成员": members}).to_string())
}

/// Chosen words as the fact's type writes them.
fn plain(ty: &Type, value: &Value) -> Value {
    match (ty, value.as_str()) {
        (Type::Boolean, Some("true")) => Value::Bool(true),
        (Type::Boolean, Some("false")) => Value::Bool(false),
        (_, Some(text)) => Value::String(text.trim().to_owned()),
        _ => value.clone(),
    }
}

fn refused(no: &Refusal) -> Problem {
    let pointer = no.place.as_deref().unwrap_or("户");
    Problem::new(&problems::ANSWERS).field(
        format!("/facts/{pointer}"),
        no.zh.clone(),
        no.en.clone(),
    )
}

fn results(whole: Whole, guides: &[Matter]) -> Vec<CalculatorResult> {
    let mut all: Vec<CalculatorResult> = Vec::new();
    for one in whole.results {
        let outcome = match one.verdict.as_str() {
            "符合" => "likely",
            "未知" => "open",
            // What steps back before something better is no loss, and what does not speak to
            // them is no answer to their question.
            "不符合" => "no",
            _ => continue,
        };
        let guide = guides.iter().find(|g| g.key == one.programme);
        let same = all
            .iter_mut()
            .find(|r| r.key == one.programme && r.outcome == outcome);
        match same {
            Some(known) => join(known, one),
            None => all.push(shown(one, outcome, guide)),
        }
    }
    // A member who qualifies matters more than one who does not.
    let rank = |outcome: &str| ["likely", "open", "no"].iter().position(|o| *o == outcome);
    let best: BTreeMap<String, Option<usize>> = all.iter().fold(BTreeMap::new(), |mut best, r| {
        let own = rank(&r.outcome);
        let kept = best.entry(r.key.clone()).or_insert(own);
        *kept = (*kept).min(own);
        best
    });
    all.retain(|r| r.outcome != "no" || rank(&r.outcome) == best[&r.key]);
    all.sort_by_key(|r| (rank(&r.outcome), !r.pays));
    all
}

fn join(known: &mut CalculatorResult, one: WholeResult) {
    let add = |sum: Option<Money>, more: Option<Money>| match (sum, more) {
        (Some(sum), Some(more)) => Some([sum, more].into_iter().sum()),
        (sum, more) => sum.or(more),
    };
    known.monthly = add(known.monthly, one.monthly);
    known.once = add(known.once, one.once);
    let members = concerned(&one);
    known.members.extend(
        members
            .into_iter()
            .filter(|m| !known.members.contains(m))
            .collect::<Vec<_>>(),
    );
    known.members.sort_unstable();
    known.missing.extend(one.missing.into_iter().map(lacking));
    for (zh, en) in one.reasons {
        if !known.reasons.iter().any(|r| r.zh == zh) {
            known.reasons.push(CalculatorWords { zh, en });
        }
    }
    for cite in one.cites {
        if !known.cites.contains(&cite) {
            known.cites.push(cite);
        }
    }
}

fn concerned(one: &WholeResult) -> Vec<usize> {
    match one.member {
        Some(member) => vec![member],
        None if one.verdict == "符合" => one.covered.clone(),
        None => Vec::new(),
    }
}

fn shown(one: WholeResult, outcome: &str, guide: Option<&Matter>) -> CalculatorResult {
    let list = |pick: fn(&Matter) -> &Vec<String>| guide.map(pick).cloned().unwrap_or_default();
    CalculatorResult {
        members: concerned(&one),
        key: one.programme,
        zh: one.zh,
        en: one.en,
        outcome: outcome.to_owned(),
        monthly: one.monthly,
        once: one.once,
        pays: one.pays,
        reasons: one
            .reasons
            .into_iter()
            .map(|(zh, en)| CalculatorWords { zh, en })
            .collect(),
        missing: one.missing.into_iter().map(lacking).collect(),
        concept: guide.map(|g| g.concept.clone()).unwrap_or_default(),
        materials: list(|g| &g.materials),
        procedure: list(|g| &g.procedure),
        office: guide.map(|g| g.office.clone()).unwrap_or_default(),
        refer_to: guide.and_then(|g| g.refer_to.clone()),
        cites: one.cites,
    }
}

fn lacking(one: Lacking) -> CalculatorLacking {
    CalculatorLacking {
        member: one.place.filter(|_| one.of == "person"),
        zh: one.name,
        en: one.en,
    }
}
