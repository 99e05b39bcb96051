//! How an amount came about, as data and as text.

use super::assemble::{ComponentPlan, ProgrammePlan};
use super::page;
use super::{Case, Engine, UnknownProgramme};
use crate::model::Apportion;
use formula::{Entity, FactId, Input, InputKind, Shown, Step};
use serde::{Deserialize, Serialize};

/// One value that went into a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepInput {
    /// Its path: `农村低保标准`, `成员1.工资性收入`.
    pub name: String,
    /// In English.
    pub label_en: String,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepShown {
    /// What was computed.
    pub name: String,
    /// In English.
    pub label_en: String,
    /// Whose: `户`, `成员1`, `待遇`.
    pub subject: String,
    /// A fact that nobody gave, by the rule of the vocabulary.
    pub by_default: bool,
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
        let components: Vec<&ComponentPlan> = plan
            .components
            .iter()
            .filter(|c| component.is_none_or(|key| c.key == key))
            .collect();
        let targets: Vec<_> = components
            .iter()
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
        let mut steps: Vec<StepShown> = trace.steps.iter().map(|s| self.step(plan, s)).collect();
        for component in components.iter().filter(|c| c.entity != Entity::Person) {
            steps.extend(self.share(plan, component, case, member));
        }
        let (text_zh, text_en) = (page::chinese(&steps), page::english(&steps));
        Ok(Explanation {
            steps,
            text_zh,
            text_en,
        })
    }

    pub(super) fn step(&self, plan: &ProgrammePlan, step: &Step) -> StepShown {
        let data = &self.rules().inner.data;
        StepShown {
            name: step.variable.clone(),
            label_en: self.english(plan, &step.variable),
            subject: step.subject.clone(),
            by_default: data.facts.iter().any(|f| f.name == step.variable),
            formula: step.formula.clone(),
            inputs: step
                .inputs
                .iter()
                .map(|input| self.input(plan, input))
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
        }
    }

    fn input(&self, plan: &ProgrammePlan, input: &Input) -> StepInput {
        let source = input.source.clone();
        let (source, cite) = match input.kind {
            InputKind::Parameter => (None, source),
            _ => (source, None),
        };
        let bare = input.name.rsplit('.').next().unwrap_or(&input.name);
        StepInput {
            name: input.name.clone(),
            label_en: self.english(plan, bare),
            kind: input.kind,
            value: plain(&input.value),
            unit: input.value.unit.clone(),
            source,
            cite,
        }
    }

    /// How the amount of a household or an award comes to one member.
    fn share(
        &self,
        plan: &ProgrammePlan,
        component: &ComponentPlan,
        case: &Case,
        member: usize,
    ) -> Option<StepShown> {
        let (lines, members) = self.spread(plan, component, case);
        let amount = lines.iter().find(|line| line.member == member)?.amount;
        let whole: kernel::Money = lines.iter().map(|line| line.amount).sum();
        let unit = self
            .linked()
            .program()
            .variable_decl(component.variable)
            .ty
            .unit();
        let unit = unit.map(|unit| unit.to_string());
        let formula = match component.apportion {
            Apportion::Equal => format!("平均分给{members}名保障对象，除不尽的按顺序每人一分"),
            Apportion::First => "全部计入第一名保障对象".to_owned(),
        };
        Some(StepShown {
            name: component.label.zh.clone(),
            label_en: format!("{}, share of the member", component.label.en),
            subject: format!("{}{}", Entity::Person.word(), member + 1),
            by_default: false,
            formula,
            inputs: vec![StepInput {
                name: component.label.zh.clone(),
                label_en: component.label.en.clone(),
                kind: InputKind::Variable,
                value: Some(whole.to_string()),
                unit: unit.clone(),
                source: None,
                cite: None,
            }],
            value: Some(amount.to_string()),
            unit,
            missing: Vec::new(),
            cite: None,
            notes: Vec::new(),
        })
    }

    /// The English label of a variable, component, fact or parameter.
    fn english(&self, plan: &ProgrammePlan, name: &str) -> String {
        let data = &self.rules().inner.data;
        let programme = &data.programmes[plan.index];
        let component = programme.components.iter().find(|c| c.label.zh == name);
        let variable = || {
            data.programmes
                .iter()
                .flat_map(|p| &p.variables)
                .find(|v| v.name == name)
        };
        let fact = || data.facts.iter().find(|f| f.name == name);
        let parameter = || data.parameters.iter().find(|p| p.name == name);
        component
            .map(|c| c.label.en.clone())
            .or_else(|| variable().map(|v| v.en.clone()))
            .or_else(|| fact().map(|f| f.en.clone()))
            .or_else(|| parameter().map(|p| p.en.clone()))
            .unwrap_or_else(|| name.to_owned())
    }
}

/// A value as text.
fn plain(shown: &Shown) -> Option<String> {
    shown.value.as_ref().map(text)
}

fn text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Bool(true) => "是".to_owned(),
        serde_json::Value::Bool(false) => "否".to_owned(),
        serde_json::Value::Null => "无".to_owned(),
        serde_json::Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("、"),
        serde_json::Value::Object(entries) => {
            let entry =
                |(key, value): (&String, &serde_json::Value)| format!("{key} {}", text(value));
            entries.iter().map(entry).collect::<Vec<_>>().join(" · ")
        }
        serde_json::Value::Number(number) => number.to_string(),
    }
}
