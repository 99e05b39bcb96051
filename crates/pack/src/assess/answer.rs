//! What came out of a household, as a line.

use super::Assess;
use super::checks::{impossible, plausible, unheard};
use super::line::{Line, Refused};
use crate::model::{AwardUnit, WayKind};
use crate::rules::{Assessed, Case, CaseFacts, Engine, FactFault, MemberFacts, StepShown};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Map, Value as Json, json};

impl Assess {
    /// The household in the slots of its rules, seen to as a whole.
    pub(super) fn case(&self, line: &Line, engine: &mut Engine<'_>) -> Result<Case, Box<Refused>> {
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
        let filled = line.rules.facts(&facts);
        if !filled.as_ref().is_ok_and(|case| plausible(line, case)) {
            let faults = impossible(line);
            if !faults.is_empty() {
                return Err(refused(line, "assess.fact.impossible", &faults));
            }
        }
        // A place without a pack here may name programmes of its own.
        let known = |key: &str| {
            key.starts_with("local_") || self.pack.programmes().iter().any(|p| p.key == key)
        };
        let faults = unheard(line, known);
        if !faults.is_empty() {
            return Err(refused(line, "assess.fact.invalid", &faults));
        }
        let case = filled.map_err(|faults| refused(line, "assess.fact.invalid", &faults))?;
        let against = engine.contradictions(&case);
        if against.is_empty() {
            Ok(case)
        } else {
            Err(refused(line, "assess.fact.contradictory", &against))
        }
    }

    pub(super) fn answer(&self, line: &Line, engine: &mut Engine<'_>) -> String {
        let case = match self.case(line, engine) {
            Ok(case) => case,
            Err(refused) => return refused.json(),
        };
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
        let mut household: Vec<(&str, Shown<'_>)> = Vec::new();
        let mut members: Vec<Vec<(&str, Shown<'_>)>> = vec![Vec::new(); line.members.len()];
        for key in self.programmes.iter().filter(|k| !there.contains(k)) {
            match self.unit_of(key) {
                AwardUnit::Household => household.push((key, Shown::Elsewhere)),
                AwardUnit::Person => {
                    let each = members.iter_mut();
                    each.for_each(|member| member.push((key, Shown::Elsewhere)));
                }
            }
        }
        for one in &found {
            let of = one.member.and_then(|m| members.get_mut(m));
            of.unwrap_or(&mut household)
                .push((one.programme, Shown::Found(one)));
        }
        let steps = self.explain.then(|| {
            let steps = engine.explain_assessment(&case, &found);
            steps.iter().map(step).collect()
        });
        let answer = Answer {
            number: &line.number,
            household: Results(&household),
            members: members.iter().map(|m| Results(m)).collect(),
            steps,
        };
        serde_json::to_string(&answer).unwrap_or_default()
    }

    fn unit_of(&self, key: &str) -> AwardUnit {
        let programmes = self.pack.programmes();
        let found = programmes.iter().find(|p| p.key == *key);
        found.map_or(AwardUnit::Household, |p| p.unit)
    }
}

fn refused(line: &Line, code: &'static str, faults: &[FactFault]) -> Box<Refused> {
    let said = |words: &dyn Fn(&FactFault) -> String| {
        let all: Vec<String> = faults.iter().map(words).collect();
        all.join("；")
    };
    Box::new(Refused {
        number: line.number.clone(),
        code,
        zh: said(&|f| format!("{}：{}", f.path, f.zh)),
        en: said(&|f| format!("{}: {}", f.path, f.en)),
        place: faults.first().map(|f| f.path.clone()),
    })
}

/// What is written of a household.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "编号")]
    number: &'a Json,
    #[serde(rename = "结果")]
    household: Results<'a>,
    #[serde(rename = "成员结果")]
    members: Vec<Results<'a>>,
    #[serde(rename = "过程", skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<Json>>,
}

/// What came out of each programme.
struct Results<'a>(&'a [(&'a str, Shown<'a>)]);

/// What came out of one.
#[derive(Clone, Copy)]
enum Shown<'a> {
    /// The place has no such programme on the day.
    Elsewhere,
    Found(&'a Assessed<'a>),
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, shown)| (key, shown)))
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let Shown::Found(one) = self else {
            map.serialize_entry("资格", "不适用")?;
            map.serialize_entry("原因", &["受理之日此地没有这个项目"])?;
            map.serialize_entry("缺少", &[""; 0])?;
            map.serialize_entry("依据", &[""; 0])?;
            return map.end();
        };
        map.serialize_entry("资格", one.verdict.zh())?;
        if one.way == Some(WayKind::Single) {
            map.serialize_entry("方式", "单人")?;
        }
        if let Some(amount) = one.monthly {
            map.serialize_entry("月金额", &format_args!("{amount}"))?;
        }
        if let Some(amount) = one.once {
            map.serialize_entry("一次性金额", &format_args!("{amount}"))?;
        }
        let reasons: Vec<&str> = one.reasons.iter().map(|r| r.0.as_str()).collect();
        map.serialize_entry("原因", &reasons)?;
        map.serialize_entry("缺少", &one.missing)?;
        map.serialize_entry("依据", &one.cites)?;
        map.end()
    }
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
