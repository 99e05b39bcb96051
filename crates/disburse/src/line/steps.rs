//! The steps of an explanation as clients see them.

use pack::rules::{StepInput, StepShown};
use serde::Serialize;
use utoipa::ToSchema;

/// What went into a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExplainInput {
    /// Its path: `农村低保标准`, `成员1.工资性收入`.
    pub name: String,
    /// In English.
    pub label_en: String,
    /// `fact`, `parameter`, `variable` and the like.
    #[schema(value_type = String)]
    pub kind: formula::InputKind,
    /// The value as text; none where it is unknown.
    #[schema(required)]
    pub value: Option<String>,
    /// Its unit.
    #[schema(required)]
    pub unit: Option<String>,
    /// Where a fact comes from.
    #[schema(required)]
    pub source: Option<String>,
    /// The clause that sets a parameter.
    #[schema(required)]
    pub cite: Option<String>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExplainStep {
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
    pub inputs: Vec<ExplainInput>,
    /// What came out, as text; none where it is unknown.
    #[schema(required)]
    pub value: Option<String>,
    /// Its unit.
    #[schema(required)]
    pub unit: Option<String>,
    /// What is missing, where it is unknown.
    pub missing: Vec<String>,
    /// The clause that the formula follows.
    #[schema(required)]
    pub cite: Option<String>,
    /// Remarks of the engine.
    pub notes: Vec<ExplainNote>,
}

/// A remark in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExplainNote {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl From<StepInput> for ExplainInput {
    fn from(input: StepInput) -> Self {
        Self {
            name: input.name,
            label_en: input.label_en,
            kind: input.kind,
            value: input.value,
            unit: input.unit,
            source: input.source,
            cite: input.cite,
        }
    }
}

impl From<StepShown> for ExplainStep {
    fn from(step: StepShown) -> Self {
        Self {
            name: step.name,
            label_en: step.label_en,
            subject: step.subject,
            by_default: step.by_default,
            formula: step.formula,
            inputs: step.inputs.into_iter().map(ExplainInput::from).collect(),
            value: step.value,
            unit: step.unit,
            missing: step.missing,
            cite: step.cite,
            notes: step
                .notes
                .into_iter()
                .map(|(zh, en)| ExplainNote { zh, en })
                .collect(),
        }
    }
}
