//! What an officer may do in a case beside filling in and signing: outcomes of open steps with
//! what they ask for, ways out, more time, a clock that stands.

use flow::{Act, Desk, RefusalKind, Request, State, Status};
use formula::{Type, Unit};
use platform::Ctx;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::act::Work;
use super::inside;

/// An outcome of an open step.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseAction)]
pub struct ActionView {
    /// The step.
    pub step: String,
    /// The outcome.
    pub outcome: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// A reason must be given.
    pub reason: bool,
    /// It needs no forms, papers and signatures of the step.
    pub light: bool,
    /// Facts that must be stated, with what is known or proposed of each.
    pub asks: Vec<AskView>,
    /// Whether this officer may take it now, once reason and facts are given.
    pub allowed: bool,
    /// Why not, in Chinese.
    pub why_zh: Option<String>,
    /// Why not, in English.
    pub why_en: Option<String>,
    /// Stable code of the reason, `flow.…`.
    pub code: Option<String>,
    /// The clause.
    pub cite: String,
}

/// A fact that an outcome asks for.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseAsk)]
pub struct AskView {
    /// Its name, in the words of the documents.
    pub name: String,
    /// English name.
    pub en: String,
    /// date, money, number, boolean, code or text.
    pub kind: String,
    /// 元/月, 月 and the like; empty for plain counts and what is no quantity.
    pub unit: String,
    /// The values of a code.
    pub values: Vec<String>,
    /// What stands in the step's forms, else what the procedure's text proposes, else what an
    /// earlier step said or the register knows.
    #[schema(value_type = Option<Object>)]
    pub value: Option<Value>,
    /// Nobody has stated it: the value is a proposal, to be looked at.
    pub proposed: bool,
}

/// Something that may be done wherever the case stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseExtra)]
pub struct ExtraView {
    /// leave, extend, pause or resume.
    pub act: String,
    /// Key of the way out, extension or pause; empty for resume.
    pub key: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// A reason must be given.
    pub reason: bool,
    /// Whether this officer may do it now.
    pub allowed: bool,
    /// Why not, in Chinese.
    pub why_zh: Option<String>,
    /// Why not, in English.
    pub why_en: Option<String>,
    /// The clause.
    pub cite: String,
}

/// What stands in the way only until the reason is given with the act itself.
fn to_be_given(kind: RefusalKind) -> bool {
    matches!(kind, RefusalKind::ReasonMissing)
}

/// The outcomes of the open steps.
pub(super) fn actions(
    ctx: &Ctx,
    by: &flow::Actor,
    desk: &Desk<'_>,
    work: &Work,
    state: &State,
) -> Vec<ActionView> {
    let now = ctx.floor().now();
    let mut found = Vec::new();
    let open = |key: &str| state.status(key) == Status::Open;
    for step in desk.procedure.steps.iter().filter(|s| open(&s.key)) {
        for outcome in &step.outcomes {
            let request = Request::from(Act::Finish {
                step: step.key.clone(),
                outcome: outcome.key.clone(),
                reason: outcome.reason.then(|| "-".to_owned()),
                facts: Map::new(),
            });
            let answer = desk.may(&work.case, &request, by, work.known(), now);
            let refusal = answer.err().filter(|r| {
                let asked = r.kind == RefusalKind::FactsMissing
                    && r.missing.iter().all(|m| outcome.asks.contains(m));
                !asked && !to_be_given(r.kind)
            });
            found.push(ActionView {
                step: step.key.clone(),
                outcome: outcome.key.clone(),
                zh: outcome.label.zh.clone(),
                en: outcome.label.en.clone(),
                reason: outcome.reason,
                light: outcome.light,
                asks: asks(ctx, desk, work, state, (&step.key, &outcome.asks)),
                allowed: refusal.is_none(),
                why_zh: refusal.as_ref().map(|r| r.zh.clone()),
                why_en: refusal.as_ref().map(|r| r.en.clone()),
                code: refusal.map(|r| r.kind.code().to_owned()),
                cite: outcome.cite.clone(),
            });
        }
    }
    found
}

/// Facts that an outcome asks for, with what is known or proposed of each.
pub(super) fn asks(
    ctx: &Ctx,
    desk: &Desk<'_>,
    work: &Work,
    state: &State,
    (step, names): (&str, &[String]),
) -> Vec<AskView> {
    let stated = inside::given(work, step, names);
    let mut known = work.known().clone();
    known.extend(stated.clone());
    let now = ctx.floor().now();
    let found = names.iter().map(|name| {
        let text = desk.procedure.facts.iter().find(|f| f.name == *name);
        let (kind, unit, values) =
            text.map_or(("text", String::new(), Vec::new()), |f| sort(&f.ty));
        let given = stated.get(name).filter(|v| !v.is_null()).cloned();
        let proposed = match given {
            Some(_) => None,
            // What an earlier step said or the register knows is looked at again, where the text
            // proposes nothing.
            None => desk
                .proposed(&work.case, name, &known, now)
                .or_else(|| state.facts.get(name).cloned())
                .or_else(|| known.get(name).cloned()),
        };
        // Sums are written to the fen, however they were computed.
        let fen = |value: Value| match kind {
            "money" => super::summary::money(&value).map_or(value, |sum| json!(sum)),
            _ => value,
        };
        AskView {
            name: name.clone(),
            en: text.map(|f| f.en.clone()).unwrap_or_default(),
            kind: kind.to_owned(),
            unit,
            values,
            proposed: proposed.is_some(),
            value: given.or(proposed).map(fen),
        }
    });
    found.collect()
}

/// How a fact of a type is entered: its kind, its unit, its values.
fn sort(ty: &Type) -> (&'static str, String, Vec<String>) {
    match ty {
        Type::Boolean => ("boolean", String::new(), Vec::new()),
        Type::Date => ("date", String::new(), Vec::new()),
        Type::Code(codes) => ("code", String::new(), codes.values.clone()),
        Type::Number(unit) if *unit == Unit::COUNT => ("number", String::new(), Vec::new()),
        Type::Number(unit) => {
            let shown = unit.to_string();
            let kind = if shown.contains('元') {
                "money"
            } else {
                "number"
            };
            (kind, shown, Vec::new())
        }
        _ => ("text", String::new(), Vec::new()),
    }
}

/// Ways out, extensions and pauses of the procedure, and the end of a pause.
pub(super) fn extras(
    ctx: &Ctx,
    by: &flow::Actor,
    desk: &Desk<'_>,
    work: &Work,
    state: &State,
) -> Vec<ExtraView> {
    if state.closed.is_some() {
        return Vec::new();
    }
    let now = ctx.floor().now();
    let standing = state.standing();
    let view = |act: Act, word: &str, key: &str, label: &flow::Label, cite: &str| {
        let reason = matches!(act, Act::Leave { .. });
        let refusal = desk
            .may(&work.case, &Request::from(act), by, work.known(), now)
            .err();
        ExtraView {
            act: word.to_owned(),
            key: key.to_owned(),
            zh: label.zh.clone(),
            en: label.en.clone(),
            reason,
            allowed: refusal.is_none(),
            why_zh: refusal.as_ref().map(|r| r.zh.clone()),
            why_en: refusal.map(|r| r.en),
            cite: cite.to_owned(),
        }
    };
    let mut found = Vec::new();
    for way in &desk.procedure.anywhere {
        let act = Act::Leave {
            way: way.key.clone(),
            reason: "-".to_owned(),
        };
        found.push(view(act, "leave", &way.key, &way.label, &way.cite));
    }
    for more in &desk.procedure.extensions {
        let act = Act::Extend {
            reason: more.key.clone(),
        };
        found.push(view(act, "extend", &more.key, &more.label, &more.cite));
    }
    for pause in desk.procedure.pauses.iter().filter(|_| standing.is_none()) {
        let act = Act::Pause {
            reason: pause.key.clone(),
        };
        found.push(view(act, "pause", &pause.key, &pause.label, &pause.cite));
    }
    if standing.is_some() {
        let label = flow::Label::new("恢复计时", "Let the clock run on");
        found.push(view(Act::Resume, "resume", "", &label, ""));
    }
    found
}
