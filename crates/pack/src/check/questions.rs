//! Questions of the calculator must state facts that the vocabulary knows.

use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Fact, Question};
use crate::pack::Data;
use crate::read::unknown;
use formula::Type;
use serde_json::Value as Json;

/// Checks every question, its answers and when it is asked.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for (place, question) in data.questions.iter().enumerate() {
        let of_same = |f: &&Fact| f.entity == question.entity;
        let facts = || data.facts.iter().filter(of_same);
        let Some(fact) = facts().find(|f| f.name == question.fact) else {
            let known = facts().map(|f| f.name.as_str());
            let what = ("事实", "fact");
            unknown(what, &question.fact, question.spot, known, faults);
            continue;
        };
        answers(question, fact, faults);
        for when in &question.when {
            let before = &data.questions[..place];
            let same = |q: &&Question| q.entity == question.entity;
            if !before.iter().filter(same).any(|q| q.fact == when.fact) {
                let known = before.iter().filter(same).map(|q| q.fact.as_str());
                let what = ("前面的问题", "earlier question");
                unknown(what, &when.fact, when.spot, known, faults);
            }
        }
    }
}

fn answers(question: &Question, fact: &Fact, faults: &mut Faults<'_>) {
    let chosen = matches!(fact.ty, Type::Code(_) | Type::Boolean);
    if chosen == question.options.is_empty() {
        let words = if chosen {
            Words::new(
                format!("“{}”要列出可选的回答 options", fact.name),
                format!("“{}” needs its options", fact.name),
            )
        } else {
            Words::new(
                format!("“{}”是填写的数，不列 options", fact.name),
                format!(
                    "“{}” is a number that is typed; it has no options",
                    fact.name
                ),
            )
        };
        faults.add(FaultKind::Value, question.spot, words);
    }
    for (value, _) in &question.options {
        let json = match (&fact.ty, value.as_str()) {
            (Type::Boolean, "true") => Json::Bool(true),
            (Type::Boolean, "false") => Json::Bool(false),
            _ => Json::String(value.clone()),
        };
        if fact.ty.read(&json).is_err() {
            let words = Words::new(
                format!("“{value}”不是“{}”的值", fact.name),
                format!("“{value}” is no value of “{}”", fact.name),
            );
            faults.add(FaultKind::Value, question.spot, words);
        }
    }
}
