//! From texts to the model: one reader for each kind of file.

mod assessments;
mod documents;
mod eligibility;
pub mod fields;
mod findings;
mod forms;
mod guides;
mod imports;
mod levels;
mod lists;
mod parameters;
mod people;
mod policies;
mod printed;
mod procedures;
mod programmes;
mod questions;
mod scenarios;
mod sources;
mod supervision;
mod tables;
mod templates;
mod types;
mod vocabulary;

use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{
    Assessment, Bank, BankFile, Contradiction, DelegationText, Fact, FindingCheck, FormText, Fund,
    ImportKind, Level, LevelId, LocalLimit, Overtaken, Parameter, PolicyDocument, Printed,
    ProcedureText, Programme, Question, Role, RuleSet, Scenario, Section, SourceKind,
    SupervisionText, TemplateText,
};
use crate::text::{Node, Texts, parse};
use fields::Fields;
pub(crate) use fields::nearest;
pub(crate) use policies::past_the_end;
pub(crate) use types::value as parameter_value;

/// Everything that the texts say, before it is checked as a whole.
#[derive(Debug, Default)]
pub struct Draft {
    pub levels: Vec<Level>,
    pub facts: Vec<Fact>,
    pub contradictions: Vec<Contradiction>,
    pub parameters: Vec<Parameter>,
    pub programmes: Vec<Programme>,
    pub sections: Vec<Section>,
    pub catalogue: Vec<(String, Spot)>,
    pub funds: Vec<Fund>,
    pub roles: Vec<Role>,
    pub imports: Vec<ImportKind>,
    pub banks: Vec<Bank>,
    pub bank_files: Vec<BankFile>,
    pub verification_files: Vec<crate::model::VerificationFile>,
    pub documents: Vec<PolicyDocument>,
    pub rule_sets: Vec<RuleSet>,
    pub printed: Vec<Printed>,
    pub sources: Vec<SourceKind>,
    pub findings: Vec<FindingCheck>,
    pub supervision: SupervisionText,
    pub scenarios: Vec<Scenario>,
    pub assessments: Vec<Assessment>,
    pub overtaken: Vec<Overtaken>,
    pub forms: Vec<FormText>,
    pub templates: Vec<TemplateText>,
    pub questions: Vec<Question>,
    pub procedures: Vec<ProcedureText>,
    pub case_facts: Vec<flow::CaseFact>,
    pub local_limits: Vec<LocalLimit>,
    pub delegations: Vec<DelegationText>,
    /// Where the parts of procedures stand, by mark.
    pub marks: Vec<Spot>,
}

impl Draft {
    /// The levels that a place inherits from, nearest first, itself included.
    pub fn chain(&self, level: LevelId) -> Vec<LevelId> {
        chain(&self.levels, level)
    }
}

/// The levels that a place inherits from, nearest first, itself included.
pub fn chain(levels: &[Level], level: LevelId) -> Vec<LevelId> {
    let mut chain = vec![level];
    let mut at = level;
    while let Some(parent) = levels[at.0 as usize].parent {
        chain.push(parent);
        at = parent;
    }
    chain
}

/// A text of a content folder.
struct Content {
    level: LevelId,
    folder: &'static str,
    root: Node,
}

const FOLDERS: &[&str] = &[
    "vocabulary",
    "parameters",
    "programmes",
    "roles",
    "procedures",
    "questions",
    "forms",
    "templates",
    "funds",
    "imports",
    "documents",
    "statistics",
    "indicators",
    "sources",
    "checks",
    "supervision",
    "tests",
];

/// Reads all texts.
pub fn read(texts: &Texts, faults: &mut Faults<'_>) -> Draft {
    let mut draft = Draft {
        levels: levels::read(texts, faults),
        ..Draft::default()
    };
    let contents = contents(texts, &draft.levels, faults);
    let of = |folder: &'static str| contents.iter().filter(move |c| c.folder == folder);

    for content in of("vocabulary") {
        vocabulary::read(content, &mut draft, faults);
    }
    let sources = of("parameters").chain(of("statistics"));
    parameters::read(sources, &mut draft, faults);
    programmes::read(of("programmes"), &mut draft, faults);
    for content in of("funds") {
        people::funds(content, &mut draft, faults);
    }
    for content in of("roles") {
        people::roles(content, &mut draft, faults);
    }
    for content in of("procedures") {
        procedures::read(content, &mut draft, faults);
    }
    procedures::likenesses(&mut draft, faults);
    for content in of("forms") {
        forms::read(content, &mut draft, faults);
    }
    for content in of("questions") {
        questions::read(content, &mut draft, faults);
    }
    for content in of("templates") {
        templates::read(content, &mut draft, faults);
    }
    for content in of("imports") {
        imports::read(content, &mut draft, faults);
    }
    for content in of("documents") {
        documents::read(content, &mut draft, faults);
    }
    for content in of("indicators") {
        printed::read(content, &mut draft, faults);
    }
    for content in of("sources") {
        sources::read(content, &mut draft, faults);
    }
    for content in of("checks") {
        findings::read(content, &mut draft, faults);
    }
    for content in of("supervision") {
        supervision::read(content, &mut draft, faults);
    }
    for content in of("tests") {
        scenarios::read(content, &mut draft, faults);
    }
    draft.rule_sets.sort_by_key(|set| set.from);
    draft
}

fn contents(texts: &Texts, levels: &[Level], faults: &mut Faults<'_>) -> Vec<Content> {
    let mut contents = Vec::new();
    for (file, (path, _)) in texts.iter().enumerate() {
        let file = file as u32;
        let spot = Spot {
            file,
            line: 0,
            column: 0,
        };
        let Some((folder, _)) = path.rsplit_once('/') else {
            let words = Words::new(
                "文本要放在某个地方的文件夹里",
                "a text belongs into the folder of a place",
            );
            faults.add(FaultKind::Folder, spot, words);
            continue;
        };
        if path.ends_with("/pack.yaml") {
            continue;
        }
        let level = (0..levels.len() as u32)
            .map(LevelId)
            .filter(|l| {
                let key = &levels[l.0 as usize].key;
                folder == key
                    || folder
                        .strip_prefix(key.as_str())
                        .is_some_and(|r| r.starts_with('/'))
            })
            .max_by_key(|l| levels[l.0 as usize].key.len());
        let Some(level) = level else {
            let words = Words::new(
                "上级文件夹中没有 pack.yaml",
                "no folder above has a pack.yaml",
            );
            faults.add(FaultKind::Folder, spot, words);
            continue;
        };
        let rest = folder[levels[level.0 as usize].key.len()..].trim_start_matches('/');
        let first = rest.split('/').next().unwrap_or("");
        match FOLDERS.iter().find(|known| **known == first) {
            Some(folder) => {
                if let Some(root) = parse(texts, file, faults) {
                    contents.push(Content {
                        level,
                        folder,
                        root,
                    });
                }
            }
            None => {
                let words = Words::new(
                    format!("不认识的内容文件夹“{first}”"),
                    format!("unknown content folder “{first}”"),
                );
                let words = match nearest(first, FOLDERS.iter().copied()) {
                    Some(near) => words.mend(
                        format!("是否应为“{near}”?"),
                        format!("did you mean “{near}”?"),
                    ),
                    None => words,
                };
                faults.add(FaultKind::Folder, spot, words);
            }
        }
    }
    contents
}

/// The items of the one list that a content file holds under `key`.
fn listed<'n>(content: &'n Content, key: &'static str, faults: &mut Faults<'_>) -> &'n [Node] {
    let Some(mut fields) = Fields::of(&content.root, faults) else {
        return &[];
    };
    let items = match fields.need(key, faults) {
        Some(node) => fields::items(node, faults),
        None => &[],
    };
    fields.finish(faults);
    items
}

/// Reports a name that is there already.
pub(crate) fn twice(name: &str, spot: Spot, faults: &mut Faults<'_>) {
    let words = Words::new(
        format!("“{name}”声明了两次"),
        format!("“{name}” is declared twice"),
    );
    faults.add(FaultKind::NameTwice, spot, words);
}

/// Reports a name that nobody declared, with the nearest one that somebody did.
pub(crate) fn unknown<'c>(
    what: (&str, &str),
    name: &str,
    spot: Spot,
    known: impl IntoIterator<Item = &'c str>,
    faults: &mut Faults<'_>,
) {
    let words = Words::new(
        format!("没有名为“{name}”的{}", what.0),
        format!("there is no {} called “{name}”", what.1),
    );
    let words = match nearest(name, known) {
        Some(near) => words.mend(
            format!("是否应为“{near}”?"),
            format!("did you mean “{near}”?"),
        ),
        None => words,
    };
    faults.add(FaultKind::UnknownName, spot, words);
}
