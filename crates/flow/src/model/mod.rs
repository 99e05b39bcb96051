//! What a procedure is made of.

pub mod case;
mod time;

pub use time::{
    AfterPublicity, Extension, Lamps, Limit, LimitFrom, Pause, Publicity, Timeout, Total, Unit,
};

use crate::check::{self, Fault};
use crate::conditions::Conditions;
use chrono::NaiveDate;
use formula::{Number, Type, Value};
use kernel::DivisionLevel;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// A name in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Label {
    /// A name in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Label {
        Label {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// Where a part was written; given by whoever read the text and handed back in faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark(pub u32);

/// A FEEL condition over the facts of the case and the parameters of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The formula; its value is yes or no.
    pub formula: String,
    /// What to say where it does not hold.
    pub label: Option<Label>,
    /// Where it was written.
    pub mark: Mark,
}

/// A fact of the case that conditions may name.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFact {
    /// The name, in the words of the documents.
    pub name: String,
    /// English label.
    pub en: String,
    /// Type with unit or code list.
    pub ty: Type,
    /// What it is when nobody has said; unknown where none.
    pub absent: Option<Value>,
    /// What the program proposes where an officer is to state it: a formula over the facts of the
    /// case and the parameters of the place. The officer may state something else.
    pub propose: Option<String>,
    /// Where it was written.
    pub mark: Mark,
}

/// Who may act: a role at a level of organisation, over the case's division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doer {
    /// Role of the pack, `system`, or `applicant` for the family itself.
    pub role: String,
    /// The level of organisation whose duty it is; none for `system` and `applicant`.
    pub level: Option<DivisionLevel>,
    /// Only where the county's authority is delegated to the township on the day.
    pub delegated: bool,
    /// The other place of the case, where it moves from one to the other.
    pub elsewhere: bool,
    /// Only where this holds: amounts up to the township's limit.
    pub when: Option<Condition>,
    /// Where it was written.
    pub mark: Mark,
}

/// How often a form or paper is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Once for the case.
    Case,
    /// For each member of the family, the applicant included.
    Member,
    /// For each supporter.
    Supporter,
    /// For each member and each supporter.
    Person,
}

/// A form that a step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormNeed {
    /// Key of the form.
    pub form: String,
    /// How often.
    pub per: Per,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// Fields that say the same whenever the form is filled in here, because the procedure is for
    /// nothing else: name and code.
    pub states: Vec<(String, String)>,
    /// Where it was written.
    pub mark: Mark,
}

/// A paper that the family hands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// How often.
    pub per: Per,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// It may be handed in later, within so many days of being promised (容缺受理).
    pub later: Option<(u32, Unit)>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// Who signs in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignBy {
    /// Officers with one of these roles over the case's division.
    Officer(Vec<String>),
    /// A member of the family, an agent or guardian, in the presence of one who may act.
    Family,
}

/// A signature that a step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Who signs.
    pub by: SignBy,
    /// How many different people.
    pub count: u32,
    /// Where it was written.
    pub mark: Mark,
}

/// One way to end a step, or to send something out from it and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Key, unique in the step.
    pub key: String,
    /// Names.
    pub label: Label,
    /// What must hold.
    pub needs: Vec<Condition>,
    /// A reason must be given.
    pub reason: bool,
    /// It may be taken without the step's papers, forms and signatures.
    pub light: bool,
    /// It may be taken only once in the case: the notice of missing papers.
    pub once: bool,
    /// The program takes it by itself as soon as it may be taken: a report that came in.
    pub automatic: bool,
    /// The step stays open.
    pub stays: bool,
    /// What the publicity of the step must have come to.
    pub after: AfterPublicity,
    /// The case is accepted by it: the day decides which rule set it keeps.
    pub accepts: bool,
    /// Facts that whoever takes it must state.
    pub asks: Vec<String>,
    /// Facts that it sets.
    pub sets: Vec<(String, Json)>,
    /// Steps that open.
    pub opens: Vec<String>,
    /// Steps that open again; what follows from them is to be done anew.
    pub reopens: Vec<String>,
    /// Total limits that begin to run.
    pub starts: Vec<String>,
    /// Total limits that are met.
    pub stops: Vec<String>,
    /// What was decided: granted, refused …
    pub result: Option<String>,
    /// The case is closed.
    pub closes: bool,
    /// Documents that it produces.
    pub documents: Vec<String>,
    /// Procedures that may follow (near-dibao where dibao is refused).
    pub follows: Vec<String>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// It is open from the start.
    pub first: bool,
    /// Steps that must be done or passed over before it opens.
    pub after: Vec<String>,
    /// It is passed over where this does not hold.
    pub when: Option<Condition>,
    /// Where the road goes on when it is passed over.
    pub otherwise: Vec<String>,
    /// Who may act.
    pub who: Vec<Doer>,
    /// Steps whose people may not act here.
    pub other_than: Vec<String>,
    /// Forms.
    pub forms: Vec<FormNeed>,
    /// Keys of papers.
    pub papers: Vec<String>,
    /// Signatures.
    pub signatures: Vec<Slot>,
    /// Publicity.
    pub publicity: Option<Publicity>,
    /// Its time limit.
    pub limit: Option<Limit>,
    /// How it ends.
    pub outcomes: Vec<Outcome>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

impl Step {
    /// The outcome of that key.
    pub fn outcome(&self, key: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|o| o.key == key)
    }
}

/// Something that may end a case from any of several steps: withdrawal, death.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anywhere {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Who may act.
    pub who: Vec<Doer>,
    /// Steps during which it may happen; any where empty.
    pub during: Vec<String>,
    /// What must hold.
    pub needs: Vec<Condition>,
    /// The result the case is closed with.
    pub result: String,
    /// Documents that it produces.
    pub documents: Vec<String>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// The parts of a procedure, for one rule set and place.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Key: `dibao`, `dibao_stop`.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The programme it serves.
    pub programme: String,
    /// What it is: application, relief, change, recheck, reduction, stop, grace, death, head, move.
    pub kind: String,
    /// The rule set: RS2012, RS2021, RS2022, RS2026.
    pub rules: String,
    /// First day on which a case accepted keeps the rule set.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document it rests on.
    pub cite: String,
    /// Nothing of it may be published (children).
    pub never_public: bool,
    /// When lamps turn, where a limit does not say.
    pub lamps: Lamps,
    /// Facts that conditions may name.
    pub facts: Vec<CaseFact>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// Steps.
    pub steps: Vec<Step>,
    /// Time limits of the whole.
    pub totals: Vec<Total>,
    /// Reasons for a longer total.
    pub extensions: Vec<Extension>,
    /// Reasons for which the clock stops.
    pub pauses: Vec<Pause>,
    /// Ways out of any step.
    pub anywhere: Vec<Anywhere>,
}

impl Parts {
    /// The step of that key.
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.key == key)
    }

    /// Whether a case accepted on a day keeps this rule set.
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether cases are accepted by an outcome; where by none, on the day they open.
    pub fn accepts_later(&self) -> bool {
        self.steps
            .iter()
            .flat_map(|s| &s.outcomes)
            .any(|o| o.accepts)
    }

    /// The paper of that key.
    pub fn paper(&self, key: &str) -> Option<&Paper> {
        self.papers.iter().find(|p| p.key == key)
    }

    /// The total of that key.
    pub fn total(&self, key: &str) -> Option<&Total> {
        self.totals.iter().find(|t| t.key == key)
    }
}

/// A procedure that was checked and whose conditions are compiled.
#[derive(Debug)]
pub struct Procedure {
    parts: Parts,
    conditions: Conditions,
}

/// A parameter of the pack that conditions may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name.
    pub name: String,
    /// Type with unit.
    pub ty: Type,
    /// Its value at the place and day; none where the pack has none.
    pub value: Option<Value>,
}

impl Procedure {
    /// Checks the parts and compiles their conditions.
    ///
    /// # Errors
    /// Every fault: names that nothing declares, steps that cannot be reached or left,
    /// conditions that are no FEEL.
    pub fn load(parts: Parts, parameters: &[Parameter]) -> Result<Procedure, Vec<Fault>> {
        let mut faults = check::names(&parts);
        if faults.is_empty() {
            faults = check::roads(&parts);
        }
        match Conditions::compile(&parts, parameters) {
            Ok(conditions) if faults.is_empty() => Ok(Procedure { parts, conditions }),
            Ok(_) => Err(faults),
            Err(more) => {
                faults.extend(more);
                Err(faults)
            }
        }
    }

    /// What a form always says in this procedure, by field.
    pub fn states<'p>(&'p self, form: &'p str) -> impl Iterator<Item = (&'p str, &'p str)> {
        let needs = self.parts.steps.iter().flat_map(|step| &step.forms);
        let states = needs.filter(move |need| need.form == form);
        states
            .flat_map(|need| &need.states)
            .map(|(field, code)| (field.as_str(), code.as_str()))
    }

    /// Its conditions.
    pub fn conditions(&self) -> &Conditions {
        &self.conditions
    }
}

impl std::ops::Deref for Procedure {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

/// A whole number as a FEEL value.
pub(crate) fn whole(n: i64) -> Value {
    Value::Number(Number::from(n))
}
