//! What differs between two days, two places or two releases: amounts,
//! formulas, conditions, documents, each with old, new and citation.

use crate::model::{Body, Dated, Level, Programme, dated};
use crate::rules::Rules;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// What kind of thing changed, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The national rule set.
    RuleSet,
    /// A policy document in force.
    Document,
    /// A programme as a whole.
    Programme,
    /// Another programme before which it steps back.
    Exclusion,
    /// A condition of eligibility.
    Condition,
    /// What it pays.
    Component,
    /// A limit.
    Check,
    /// Its entry in the guidance catalogue.
    Guide,
    /// An intermediate result.
    Variable,
    /// A parameter.
    Parameter,
}

impl Kind {
    /// Chinese and English word.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Kind::RuleSet => ("规则集", "rule set"),
            Kind::Document => ("文件", "document"),
            Kind::Programme => ("项目", "programme"),
            Kind::Exclusion => ("让位", "exclusion"),
            Kind::Condition => ("条件", "condition"),
            Kind::Component => ("发放", "component"),
            Kind::Check => ("限额", "check"),
            Kind::Guide => ("指南", "guide"),
            Kind::Variable => ("变量", "variable"),
            Kind::Parameter => ("参数", "parameter"),
        }
    }
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The value or formula, for people.
    pub shown: String,
    /// Its unit, where it has one.
    pub unit: String,
    /// First day, where it is known.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Chinese name of the place that says it.
    pub place: String,
    /// The document.
    pub cite: String,
    /// Whether the document was read.
    pub verified: bool,
}

impl Side {
    /// Dates and place may differ without any change of what is said.
    fn says(&self, other: &Side) -> bool {
        (&self.shown, &self.unit, &self.cite, self.verified)
            == (&other.shown, &other.unit, &other.cite, other.verified)
    }
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of thing.
    pub kind: Kind,
    /// Key of the programme it belongs to; empty where to none.
    pub programme: String,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub en: String,
    /// The old one; none where it is new.
    pub before: Option<Side>,
    /// The new one; none where it is gone.
    pub after: Option<Side>,
}

type Key = (Kind, String, String);

/// What differs from one place and day to another, of one release or of two.
pub fn diff(before: &Rules, after: &Rules) -> Vec<Change> {
    let (mut old, new) = (snapshot(before), snapshot(after));
    let mut changes: Vec<Change> = Vec::new();
    for (key, (en, side)) in new {
        let was = old.remove(&key).map(|(_, side)| side);
        if was.as_ref().is_none_or(|was| !was.says(&side)) {
            changes.push(change(key, en, was, Some(side)));
        }
    }
    for (key, (en, side)) in old {
        changes.push(change(key, en, Some(side), None));
    }
    changes.sort_by(|a, b| (a.kind, &a.programme, &a.name).cmp(&(b.kind, &b.programme, &b.name)));
    changes
}

fn change(key: Key, en: String, before: Option<Side>, after: Option<Side>) -> Change {
    let (kind, programme, name) = key;
    Change {
        kind,
        programme,
        name,
        en,
        before,
        after,
    }
}

/// Everything that holds at a place on a day, by name.
fn snapshot(rules: &Rules) -> BTreeMap<Key, (String, Side)> {
    let (data, chain, on) = (rules.data(), rules.chain(), rules.on());
    let mut all = BTreeMap::new();
    let mut put = |kind, programme: &str, name: &str, en: &str, side| {
        let key = (kind, programme.to_owned(), name.to_owned());
        all.insert(key, (en.to_owned(), side));
    };
    for set in data.rule_sets.iter().filter(|s| s.holds(on)) {
        let side = whole(
            set.key.clone(),
            &set.note,
            (Some(set.from), set.to),
            data.level(chain[chain.len() - 1]),
        );
        put(Kind::RuleSet, "", "规则集", "Rule set", side);
    }
    for document in &data.documents {
        if chain.contains(&document.level) && document.holds(on) {
            let days = (document.from.or(document.issued), document.to);
            let level = data.level(document.level);
            let mut side = whole(document.title.clone(), document.name(), days, level);
            side.verified = document.verified;
            put(Kind::Document, "", document.name(), &document.en, side);
        }
    }
    for programme in &data.programmes {
        let in_force = programme.from <= on && programme.to.is_none_or(|to| on <= to);
        if chain.contains(&programme.level) && in_force {
            of_programme(rules, programme, &mut put);
        }
    }
    for view in rules.parameters() {
        let side = value(
            view.value,
            view.value.value.shown.clone(),
            &view.value.value.unit,
            view.level,
        );
        put(
            Kind::Parameter,
            "",
            &view.parameter.name,
            &view.parameter.en,
            side,
        );
    }
    all
}

fn of_programme(
    rules: &Rules,
    programme: &Programme,
    put: &mut impl FnMut(Kind, &str, &str, &str, Side),
) {
    let (data, chain, on) = (rules.data(), rules.chain(), rules.on());
    let key = programme.key.as_str();
    let level = data.level(programme.level);
    let days = (Some(programme.from), programme.to);
    let label = &programme.label;
    let side = whole(label.zh.clone(), &programme.cite, days, level);
    put(Kind::Programme, key, &label.zh, &label.en, side);
    for other in &programme.yields {
        let side = whole(other.programme.clone(), &other.cite, (None, None), level);
        put(
            Kind::Exclusion,
            key,
            &other.programme,
            &other.programme,
            side,
        );
    }
    if let Some(guide) = rules.guide(programme) {
        let text = &guide.value;
        let mut words = vec![text.concept.clone()];
        for list in [&text.conditions, &text.materials, &text.procedure] {
            words.push(list.join("；"));
        }
        words.push(text.office.clone());
        words.extend(text.refer_to.clone());
        let side = value(guide, words.join("｜"), "", data.level(guide.level));
        put(Kind::Guide, key, &label.zh, &label.en, side);
    }
    let mut body = |kind, name: &str, en: &str, unit: &str, bodies: &[Dated<Body>]| {
        if let Some(body) = dated::as_of(bodies, &chain, on) {
            let formula = body.value.formula.split_whitespace().collect::<Vec<_>>();
            let side = value(body, formula.join(" "), unit, data.level(body.level));
            put(kind, key, name, en, side);
        }
    };
    for way in &programme.ways {
        let kind = format!("保障范围({})", way.kind.word());
        body(
            Kind::Condition,
            &kind,
            "Whom an award covers",
            "",
            &way.covered,
        );
        for part in way.applies.iter().chain(&way.conditions) {
            let label = &part.label;
            body(Kind::Condition, &label.zh, &label.en, "", &part.bodies);
        }
    }
    for part in &programme.components {
        let label = &part.label;
        body(
            Kind::Component,
            &label.zh,
            &label.en,
            &part.unit,
            &part.bodies,
        );
    }
    for part in &programme.checks {
        body(
            Kind::Check,
            &part.label.zh,
            &part.label.en,
            "",
            &part.bodies,
        );
    }
    for part in &programme.variables {
        body(Kind::Variable, &part.name, &part.en, "", &part.bodies);
    }
}

fn whole(
    shown: String,
    cite: &str,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    level: &Level,
) -> Side {
    Side {
        shown,
        unit: String::new(),
        from,
        to,
        place: level.zh.clone(),
        cite: cite.to_owned(),
        verified: true,
    }
}

fn value<T>(dated: &Dated<T>, shown: String, unit: &str, level: &Level) -> Side {
    Side {
        unit: unit.to_owned(),
        verified: dated.verified,
        ..whole(shown, &dated.cite, (Some(dated.from), dated.to), level)
    }
}
