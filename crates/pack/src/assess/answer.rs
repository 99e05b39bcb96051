//! What came out of a household, as a line.

use super::Assess;
use super::checks::impossible;
use super::line::{Line, Refused};
use crate::model::{AwardUnit, WayKind};
use crate::rules::{Assessed, CaseFacts, Engine, FactFault, MemberFacts, StepShown};
use serde_json::{Map, Value as Json, json};

impl Assess {
    pub(super) fn answer(&self, line: &Line, engine: &mut Engine<'_>) -> String {
        let faults = impossible(line);
        if !faults.is_empty() {
            return refused(line, "assess.fact.impossible", &faults).json();
        }
        let covered = |m: &Map<String, Json>| m.get("共同生活") != Some(&Json::Bool(false));
        let facts = CaseFacts {
            household: &line.household,
            members: line
                .members
                .iter()
                .map(|facts| MemberFacts {
                    facts,
                    terms: None,
                    covered: covered(facts),
                })
                .collect(),
            supporters: line.supporters.as_ref().map(|s| s.iter().collect()),
            award: &line.award,
        };
        let case = match line.rules.facts(&facts) {
            Ok(case) => case,
            Err(faults) => return refused(line, "assess.fact.invalid", &faults).json(),
        };
        let against = engine.contradictions(&case);
        if !against.is_empty() {
            return refused(line, "assess.fact.contradictory", &against).json();
        }
        let there: Vec<String> = self
            .programmes
            .iter()
            .filter(|k| line.rules.programme(k).is_some())
            .cloned()
            .collect();
        let found = if there.is_empty() && !self.programmes.is_empty() {
            Vec::new()
        } else {
            // Those asked for are there: what is not was taken out.
            engine.assess(&case, &there).unwrap_or_default()
        };
        let mut household = Map::new();
        let mut members = vec![Map::new(); line.members.len()];
        for key in self.programmes.iter().filter(|k| !there.contains(k)) {
            let none = json!({
                "资格": "不适用",
                "原因": ["受理之日此地没有这个项目"],
                "缺少": [],
                "依据": [],
            });
            match self.unit_of(key) {
                AwardUnit::Household => {
                    household.insert(key.clone(), none);
                }
                AwardUnit::Person => {
                    for member in &mut members {
                        member.insert(key.clone(), none.clone());
                    }
                }
            }
        }
        for one in &found {
            let result = result(one);
            match one.member.and_then(|m| members.get_mut(m)) {
                Some(member) => member.insert(one.programme.to_owned(), result),
                None => household.insert(one.programme.to_owned(), result),
            };
        }
        let mut out = Map::new();
        out.insert("编号".to_owned(), line.number.clone());
        out.insert("结果".to_owned(), Json::Object(household));
        let members = members.into_iter().map(Json::Object).collect();
        out.insert("成员结果".to_owned(), Json::Array(members));
        if self.explain {
            let steps = engine.explain_assessment(&case, &found);
            let steps = steps.iter().map(step).collect();
            out.insert("过程".to_owned(), Json::Array(steps));
        }
        Json::Object(out).to_string()
    }

    fn unit_of(&self, key: &str) -> AwardUnit {
        let programmes = self.pack.programmes();
        let found = programmes.iter().find(|p| p.key == *key);
        found.map_or(AwardUnit::Household, |p| p.unit)
    }
}

fn refused(line: &Line, code: &'static str, faults: &[FactFault]) -> Refused {
    let said = |words: &dyn Fn(&FactFault) -> String| {
        let all: Vec<String> = faults.iter().map(words).collect();
        all.join("；")
    };
    Refused {
        number: line.number.clone(),
        code,
        zh: said(&|f| format!("{}：{}", f.path, f.zh)),
        en: said(&|f| format!("{}: {}", f.path, f.en)),
        place: faults.first().map(|f| f.path.clone()),
    }
}

fn result(one: &Assessed<'_>) -> Json {
    let mut out = Map::new();
    out.insert("资格".to_owned(), json!(one.verdict.zh()));
    if one.way == Some(WayKind::Single) {
        out.insert("方式".to_owned(), json!("单人"));
    }
    if let Some(amount) = one.monthly {
        out.insert("月金额".to_owned(), json!(amount.to_string()));
    }
    if let Some(amount) = one.once {
        out.insert("一次性金额".to_owned(), json!(amount.to_string()));
    }
    let reasons: Vec<&str> = one.reasons.iter().map(|r| r.0.as_str()).collect();
    out.insert("原因".to_owned(), json!(reasons));
    out.insert("缺少".to_owned(), json!(one.missing));
    out.insert("依据".to_owned(), json!(one.cites));
    Json::Object(out)
}

fn step(step: &StepShown) -> Json {
    let mut out = Map::new();
    out.insert("对象".to_owned(), json!(step.subject));
    out.insert("名称".to_owned(), json!(step.name));
    out.insert("公式".to_owned(), json!(step.formula));
    let inputs: Vec<Json> = step
        .inputs
        .iter()
        .map(|input| {
            let mut out = Map::new();
            out.insert("名称".to_owned(), json!(input.name));
            out.insert("值".to_owned(), json!(input.value));
            put(&mut out, "单位", input.unit.as_ref());
            put(&mut out, "依据", input.cite.as_ref());
            Json::Object(out)
        })
        .collect();
    out.insert("代入".to_owned(), Json::Array(inputs));
    out.insert("得出".to_owned(), json!(step.value));
    put(&mut out, "单位", step.unit.as_ref());
    if !step.missing.is_empty() {
        out.insert("缺少".to_owned(), json!(step.missing));
    }
    if !step.notes.is_empty() {
        let notes: Vec<&str> = step.notes.iter().map(|n| n.0.as_str()).collect();
        out.insert("说明".to_owned(), json!(notes));
    }
    put(&mut out, "依据", step.cite.as_ref());
    Json::Object(out)
}

fn put(out: &mut Map<String, Json>, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        out.insert(key.to_owned(), json!(value));
    }
}
