//! How an amount came about, as data and as text.

use super::assemble::ProgrammePlan;
use super::{Case, Engine, UnknownProgramme};
use formula::{Entity, FactId, InputKind, Shown, Trace};
use serde::Serialize;
use std::fmt::Write as _;

/// One value that went into a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepInput {
    /// Its path: `农村低保标准`, `成员1.工资性收入`.
    pub name: String,
    /// What kind of thing it is.
    pub kind: InputKind,
    /// The value, as text; none where it is unknown.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Where a fact comes from.
    pub source: Option<String>,
    /// The clause that sets a parameter.
    pub cite: Option<String>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepShown {
    /// What was computed.
    pub name: String,
    /// In English.
    pub label_en: String,
    /// Whose: `户`, `成员1`, `待遇`.
    pub subject: String,
    /// The formula.
    pub formula: String,
    /// What went in.
    pub inputs: Vec<StepInput>,
    /// What came out, as text; none where it is unknown.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// What is missing, where it is unknown.
    pub missing: Vec<String>,
    /// The clause that the formula follows.
    pub cite: Option<String>,
    /// Remarks of the engine, in Chinese and English.
    pub notes: Vec<(String, String)>,
}

/// How an amount came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The steps: what a step needs stands before it.
    pub steps: Vec<StepShown>,
    /// For people, in Chinese.
    pub text_zh: String,
    /// For people, in English.
    pub text_en: String,
}

impl Engine<'_> {
    /// Explains the amounts of one member, of one component or of all.
    ///
    /// `source` says where a fact comes from: entity, place, name of the fact.
    ///
    /// # Errors
    /// Where the place has no such programme on that day.
    pub fn explain(
        &self,
        programme: &str,
        case: &Case,
        member: usize,
        component: Option<&str>,
        source: &dyn Fn(Entity, usize, &str) -> Option<String>,
    ) -> Result<Explanation, UnknownProgramme> {
        let plan = self.plan(programme)?;
        let targets: Vec<_> = plan
            .components
            .iter()
            .filter(|c| component.is_none_or(|key| c.key == key))
            .map(|c| {
                (
                    c.variable,
                    if c.entity == Entity::Person {
                        member
                    } else {
                        0
                    },
                )
            })
            .collect();
        let schema = self.linked().program().schema();
        let named = |entity: Entity, place: usize, fact: FactId| {
            source(entity, place, &schema.fact_decl(fact).name)
        };
        let trace = self.linked().explain(&case.family, &targets, &named);
        Ok(self.shown(plan, &trace))
    }

    fn shown(&self, plan: &ProgrammePlan, trace: &Trace) -> Explanation {
        let steps: Vec<StepShown> = trace
            .steps
            .iter()
            .map(|step| StepShown {
                name: step.variable.clone(),
                label_en: self.english(plan, &step.variable),
                subject: step.subject.clone(),
                formula: step.formula.clone(),
                inputs: step
                    .inputs
                    .iter()
                    .map(|input| {
                        let parameter = input.kind == InputKind::Parameter;
                        let source = input.source.clone();
                        let (source, cite) = if parameter {
                            (None, source)
                        } else {
                            (source, None)
                        };
                        StepInput {
                            name: input.name.clone(),
                            kind: input.kind,
                            value: plain(&input.value),
                            unit: input.value.unit.clone(),
                            source,
                            cite,
                        }
                    })
                    .collect(),
                value: plain(&step.result),
                unit: step.result.unit.clone(),
                missing: step.result.missing.clone(),
                cite: step.citation.clone(),
                notes: step
                    .notes
                    .iter()
                    .map(|n| (n.zh.clone(), n.en.clone()))
                    .collect(),
            })
            .collect();
        let text_zh = text(&steps, true);
        let text_en = text(&steps, false);
        Explanation {
            steps,
            text_zh,
            text_en,
        }
    }

    /// The English label of a variable, component or fact.
    fn english(&self, plan: &ProgrammePlan, name: &str) -> String {
        let data = &self.rules().inner.data;
        let programme = &data.programmes[plan.index];
        let component = programme.components.iter().find(|c| c.label.zh == name);
        let variable = data
            .programmes
            .iter()
            .flat_map(|p| &p.variables)
            .find(|v| v.name == name);
        let fact = data.facts.iter().find(|f| f.name == name);
        component
            .map(|c| c.label.en.clone())
            .or_else(|| variable.map(|v| v.en.clone()))
            .or_else(|| fact.map(|f| f.en.clone()))
            .unwrap_or_else(|| name.to_owned())
    }
}

/// A value as text.
fn plain(shown: &Shown) -> Option<String> {
    shown.value.as_ref().map(|value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Bool(true) => "是".to_owned(),
        serde_json::Value::Bool(false) => "否".to_owned(),
        serde_json::Value::Null => "无".to_owned(),
        other => other.to_string(),
    })
}

fn text(steps: &[StepShown], zh: bool) -> String {
    let mut out = String::new();
    for (n, step) in steps.iter().enumerate() {
        let name = if zh { &step.name } else { &step.label_en };
        let subject = &step.subject;
        let value = match (&step.value, zh) {
            (Some(value), _) => quantity(value, step.unit.as_deref()),
            (None, true) => format!("未知(缺少{})", step.missing.join("、")),
            (None, false) => format!("unknown (missing {})", step.missing.join(", ")),
        };
        if zh {
            _ = writeln!(out, "{}. {subject}的{name} = {value}", n + 1);
            _ = writeln!(out, "   公式：{}", step.formula);
        } else {
            _ = writeln!(
                out,
                "{}. {name} ({subject}: {}) = {value}",
                n + 1,
                step.name
            );
            _ = writeln!(out, "   formula: {}", step.formula);
        }
        for input in &step.inputs {
            let value = input
                .value
                .as_ref()
                .map(|v| quantity(v, input.unit.as_deref()));
            let value = value.unwrap_or_else(|| (if zh { "未知" } else { "unknown" }).to_owned());
            let whence = match (&input.cite, &input.source, zh) {
                (Some(cite), _, true) => format!("(依据：{cite})"),
                (Some(cite), _, false) => format!(" (under {cite})"),
                (None, Some(source), true) => format!("(来源：{source})"),
                (None, Some(source), false) => format!(" (from {source})"),
                (None, None, _) => String::new(),
            };
            _ = writeln!(out, "   · {} = {value}{whence}", input.name);
        }
        if let Some(cite) = &step.cite {
            let word = if zh { "依据：" } else { "under: " };
            _ = writeln!(out, "   {word}{cite}");
        }
        for (note_zh, note_en) in &step.notes {
            _ = writeln!(out, "   {}", if zh { note_zh } else { note_en });
        }
    }
    out
}

fn quantity(value: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) if !unit.is_empty() => format!("{value} {unit}"),
        _ => value.to_owned(),
    }
}
