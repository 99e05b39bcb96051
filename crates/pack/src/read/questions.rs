//! `questions/`: what the policy calculator asks.

use super::fields::{self, Fields};
use super::programmes::label;
use super::{Content, Draft, twice};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Label, Question, When};
use formula::Entity;

/// Reads one file.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "questions", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let fact = fields.need_said("fact", faults);
        fields.need("of", faults);
        let of = [("household", Entity::Household), ("person", Entity::Person)];
        let entity = fields.choice("of", faults, &of);
        let words = label(&mut fields, faults);
        let help = pair(&mut fields, faults);
        let options = options(&mut fields, faults);
        let when = whens(&mut fields, faults);
        let optional = fields.flag("optional", faults);
        let spot = fields.spot;
        fields.finish(faults);
        let (Some(fact), Some(entity)) = (fact, entity) else {
            continue;
        };
        let asked = |q: &Question| q.fact == fact.value && q.entity == entity;
        if draft.questions.iter().any(asked) {
            twice(&fact.value, fact.spot, faults);
            continue;
        }
        draft.questions.push(Question {
            fact: fact.value,
            entity,
            label: words,
            help,
            options,
            when,
            optional,
            level: content.level,
            spot,
        });
    }
}

/// `help_zh` and `help_en`, both or none.
fn pair(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<Label> {
    if !fields.has("help_zh") && !fields.has("help_en") {
        return None;
    }
    Some(Label {
        zh: fields.need_text("help_zh", faults),
        en: fields.need_text("help_en", faults),
    })
}

fn options(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Vec<(String, Label)> {
    let mut all = Vec::new();
    for node in fields.list("options", faults) {
        let Some(mut option) = Fields::of(node, faults) else {
            continue;
        };
        let value = option.need_text("value", faults);
        let words = label(&mut option, faults);
        option.finish(faults);
        all.push((value, words));
    }
    all
}

fn whens(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Vec<When> {
    let mut all = Vec::new();
    for node in fields.list("when", faults) {
        let Some(mut when) = Fields::of(node, faults) else {
            continue;
        };
        let one = When {
            fact: when.need_text("fact", faults),
            is: when
                .texts("is", faults)
                .into_iter()
                .map(|s| s.value)
                .collect(),
            min: number(&mut when, "min", faults),
            max: number(&mut when, "max", faults),
            spot: when.spot,
        };
        let said = ["is", "min", "max"].iter().any(|key| when.has(key));
        when.finish(faults);
        if !said {
            let words = Words::new("写明 is、min 或 max 之一", "say one of is, min and max");
            faults.add(FaultKind::MissingKey, one.spot, words);
        }
        all.push(one);
    }
    all
}

fn number(fields: &mut Fields<'_>, key: &'static str, faults: &mut Faults<'_>) -> Option<i64> {
    let node = fields.take(key).filter(|n| !n.is_null())?;
    let given = fields::text(node, faults)?;
    let number = given.parse().ok();
    if number.is_none() {
        let words = Words::new(
            format!("“{given}”不是整数"),
            format!("“{given}” is no whole number"),
        );
        faults.add(FaultKind::Value, node.spot, words);
    }
    number
}
