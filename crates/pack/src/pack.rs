//! A pack that was read and found without fault, and what it answers.

use crate::check;
use crate::cites::{self, Basis, Cited, Names, Reference};
use crate::fault::{Fault, Faults, Spot};
use crate::model::{
    Assessment, Bank, BankFile, Contradiction, DelegationText, Fact, FindingCheck, FormText, Fund,
    ImportKind, Level, LevelId, LocalLimit, Overtaken, Parameter, PolicyDocument, Printed,
    ProcedureText, Programme, Question, Role, RuleSet, Scenario, Section, SourceKind,
    SupervisionText, TemplateText,
};
use crate::procedures::Compiled;
use crate::read::{self, Draft};
use crate::rules::{Cache, Rules};
use crate::text::Texts;
use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use std::path::Path;
use std::sync::Arc;

/// Everything that a pack says.
#[derive(Debug, Default)]
pub(crate) struct Data {
    pub texts: Texts,
    pub levels: Vec<Level>,
    pub facts: Vec<Fact>,
    pub contradictions: Vec<Contradiction>,
    pub parameters: Vec<Parameter>,
    pub programmes: Vec<Programme>,
    pub sections: Vec<Section>,
    /// Programmes in the order of the guidance catalogue.
    pub catalogue: Vec<(String, Spot)>,
    pub funds: Vec<Fund>,
    pub roles: Vec<Role>,
    pub imports: Vec<ImportKind>,
    pub banks: Vec<Bank>,
    pub bank_files: Vec<BankFile>,
    pub verification_files: Vec<crate::model::VerificationFile>,
    pub documents: Vec<PolicyDocument>,
    pub rule_sets: Vec<RuleSet>,
    pub names: Names,
    pub citations: Vec<Cited>,
    pub printed: Vec<Printed>,
    pub sources: Vec<SourceKind>,
    pub findings: Vec<FindingCheck>,
    pub supervision: SupervisionText,
    pub scenarios: Vec<Scenario>,
    pub overtaken: Vec<Overtaken>,
    pub assessments: Vec<Assessment>,
    pub forms: Vec<FormText>,
    pub templates: Vec<TemplateText>,
    pub questions: Vec<Question>,
    pub procedures: Vec<ProcedureText>,
    pub case_facts: Vec<flow::CaseFact>,
    pub local_limits: Vec<LocalLimit>,
    pub delegations: Vec<DelegationText>,
    pub marks: Vec<Spot>,
}

impl Data {
    fn new(texts: Texts, draft: Draft) -> Data {
        let names = Names::of(&draft.documents);
        let citations = cites::all(&draft, &names);
        Data {
            texts,
            levels: draft.levels,
            facts: draft.facts,
            contradictions: draft.contradictions,
            parameters: draft.parameters,
            programmes: draft.programmes,
            sections: draft.sections,
            catalogue: draft.catalogue,
            funds: draft.funds,
            roles: draft.roles,
            imports: draft.imports,
            banks: draft.banks,
            bank_files: draft.bank_files,
            verification_files: draft.verification_files,
            names,
            citations,
            documents: draft.documents,
            rule_sets: draft.rule_sets,
            printed: draft.printed,
            sources: draft.sources,
            findings: draft.findings,
            supervision: draft.supervision,
            scenarios: draft.scenarios,
            assessments: draft.assessments,
            overtaken: draft.overtaken,
            forms: draft.forms,
            templates: draft.templates,
            questions: draft.questions,
            procedures: draft.procedures,
            case_facts: draft.case_facts,
            local_limits: draft.local_limits,
            delegations: draft.delegations,
            marks: draft.marks,
        }
    }

    /// The levels that a place inherits from, nearest first, itself included.
    pub fn chain(&self, level: LevelId) -> Vec<LevelId> {
        read::chain(&self.levels, level)
    }

    /// Whether a place has any programme on a day.
    pub fn has_programmes(&self, level: LevelId, on: NaiveDate) -> bool {
        let chain = self.chain(level);
        let here = self.programmes.iter().filter(|p| chain.contains(&p.level));
        here.into_iter()
            .any(|p| p.from <= on && p.to.is_none_or(|to| on <= to))
    }

    pub fn level(&self, level: LevelId) -> &Level {
        &self.levels[level.0 as usize]
    }

    /// The deepest level that a place lies in.
    pub fn level_of(&self, place: &DivisionCode) -> Option<LevelId> {
        (0..self.levels.len() as u32)
            .map(LevelId)
            .filter(|l| self.level(*l).division.is_none_or(|d| d.contains(place)))
            .max_by_key(|l| self.level(*l).key.matches('/').count())
    }
}

/// A policy pack without faults.
///
/// Cheap to clone and to share between threads.
#[derive(Debug, Clone)]
pub struct Pack {
    data: Arc<Data>,
    cache: Arc<Cache>,
    compiled: Arc<Compiled>,
    digest: Arc<str>,
}

impl Pack {
    /// Reads and checks texts.
    ///
    /// # Errors
    /// Every fault of every text; a pack with faults is refused as a whole.
    pub fn load(texts: Texts) -> Result<Pack, Vec<Fault>> {
        let (data, faults) = {
            let mut faults = Faults::new(&texts);
            let draft = read::read(&texts, &mut faults);
            let whole = faults.is_empty();
            let data = Data::new(texts.clone(), draft);
            // Formulas over a half-read vocabulary would drown the real faults in false ones.
            if whole {
                check::run(&data, &mut faults);
            } else {
                check::before_formulas(&data, &mut faults);
            }
            (data, faults.finish())
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let digest = data.texts.digest().into();
        Ok(Pack {
            data: Arc::new(data),
            cache: Arc::default(),
            compiled: Arc::default(),
            digest,
        })
    }

    /// Reads and checks a folder of packs.
    ///
    /// # Errors
    /// As [`Pack::load`], and every file that cannot be taken.
    pub fn from_dir(root: &Path) -> Result<Pack, Vec<Fault>> {
        Pack::load(Texts::from_dir(root)?)
    }

    /// Reads and checks texts from memory: path and bytes.
    ///
    /// # Errors
    /// As [`Pack::from_dir`].
    pub fn from_map<P, B>(files: impl IntoIterator<Item = (P, B)>) -> Result<Pack, Vec<Fault>>
    where
        P: AsRef<str>,
        B: AsRef<[u8]>,
    {
        Pack::load(Texts::from_map(files)?)
    }

    pub(crate) fn data(&self) -> &Arc<Data> {
        &self.data
    }

    /// The sources that the texts describe.
    pub fn sources(&self) -> &[SourceKind] {
        &self.data.sources
    }

    /// The checks over sources that the texts describe.
    pub fn finding_checks(&self) -> &[FindingCheck] {
        &self.data.findings
    }

    pub(crate) fn compiled_procedures(&self) -> &Compiled {
        &self.compiled
    }

    /// The texts.
    pub fn texts(&self) -> &Texts {
        &self.data.texts
    }

    /// SM3 digest of the texts: the identity of the pack.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The places with a pack of their own, upper ones first.
    pub fn levels(&self) -> &[Level] {
        &self.data.levels
    }

    /// The facts of the vocabulary.
    pub fn facts(&self) -> &[Fact] {
        &self.data.facts
    }

    /// The parameters of all places, statistics among them.
    pub fn parameters(&self) -> &[Parameter] {
        &self.data.parameters
    }

    /// The programmes of all places.
    pub fn programmes(&self) -> &[Programme] {
        &self.data.programmes
    }

    /// The programmes that exist at a place on a day, by key.
    pub fn programmes_at(&self, place: &DivisionCode, on: NaiveDate) -> Vec<&Programme> {
        let Some(level) = self.data.level_of(place) else {
            return Vec::new();
        };
        let chain = self.data.chain(level);
        let mut found: Vec<&Programme> = self
            .data
            .programmes
            .iter()
            .filter(|p| chain.contains(&p.level) && p.from <= on && p.to.is_none_or(|to| on <= to))
            .collect();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        found
    }

    /// The sections.
    pub fn sections(&self) -> &[Section] {
        &self.data.sections
    }

    /// The sources of money.
    pub fn funds(&self) -> &[Fund] {
        &self.data.funds
    }

    /// The roles.
    pub fn roles(&self) -> &[Role] {
        &self.data.roles
    }

    /// The kinds of import.
    pub fn import_kinds(&self) -> &[ImportKind] {
        &self.data.imports
    }

    /// The banks.
    pub fn banks(&self) -> &[Bank] {
        &self.data.banks
    }

    /// The bank a name in a roster means.
    pub fn bank_named(&self, name: &str) -> Option<&Bank> {
        let name = name.trim();
        self.data.banks.iter().find(|b| {
            b.key == name
                || b.label.zh == name
                || b.label.en == name
                || b.synonyms.iter().any(|s| s == name)
        })
    }

    /// The layouts of bank files.
    pub fn bank_files(&self) -> &[BankFile] {
        &self.data.bank_files
    }

    /// The layout by which a place asks the upper platform and reads its reports: the one that
    /// its rules name.
    pub fn verification_file(&self, rules: &Rules) -> Option<&crate::model::VerificationFile> {
        let name = &rules.parameter("核对平台文件格式")?.value.value.shown;
        self.data.verification_files.iter().find(|f| f.key == *name)
    }

    /// All layouts for verification platforms.
    pub fn verification_files(&self) -> &[crate::model::VerificationFile] {
        &self.data.verification_files
    }

    /// The policy documents.
    pub fn documents(&self) -> &[PolicyDocument] {
        &self.data.documents
    }

    /// The document that is called so: by its number, title or another name.
    pub fn document(&self, name: &str) -> Option<&PolicyDocument> {
        let index = self.data.names.find(name)?;
        Some(&self.data.documents[index])
    }

    /// The documents and articles that a citation names.
    pub fn references(&self, cite: &str) -> Vec<Reference> {
        self.data.names.references(cite)
    }

    /// The documents that a citation names, with their titles.
    pub fn basis(&self, cite: &str) -> Vec<Basis> {
        let named = self.references(cite).into_iter().map(|reference| {
            let document = &self.data.documents[reference.document];
            Basis {
                name: document.name().to_owned(),
                title: document.title.clone(),
                articles: reference.articles,
            }
        });
        named.collect()
    }

    /// What rests on a document, in the order of the texts.
    pub fn resting_on(&self, document: &PolicyDocument) -> Vec<&Cited> {
        let name = document.name();
        let citations = self.data.citations.iter();
        citations
            .filter(|c| c.references.iter().any(|r| r.name == name))
            .collect()
    }

    /// The rule sets, the earliest first.
    pub fn rule_sets(&self) -> &[RuleSet] {
        &self.data.rule_sets
    }

    /// The rule set of a day, which a case keeps from its acceptance.
    pub fn rule_set(&self, on: NaiveDate) -> Option<&RuleSet> {
        self.data.rule_sets.iter().find(|set| set.holds(on))
    }

    /// Printed figures that stand beside computed ones.
    pub fn printed(&self) -> &[Printed] {
        &self.data.printed
    }

    /// The tests that the pack carries.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.data.scenarios
    }

    /// The tests of who qualifies that the pack carries.
    pub fn assessments(&self) -> &[Assessment] {
        &self.data.assessments
    }

    /// What says that a later document has overtaken a test.
    pub fn overtaken(&self, name: &str, level: LevelId, month: Month) -> Option<&Overtaken> {
        let chain = self.data.chain(level);
        let mut all = self.data.overtaken.iter();
        all.find(|o| o.name == name && o.from <= month.last_day() && chain.contains(&o.level))
    }

    /// The rules for a case that was accepted on a day and is paid for a month:
    /// the rule set is that of the acceptance, the standards are those of the
    /// month. Ages are as of the acceptance where it lies in the month, else as
    /// of the month's last day.
    ///
    /// # Errors
    /// As [`Pack::rules`].
    pub fn rules_for_case(
        &self,
        place: &DivisionCode,
        accepted: NaiveDate,
        month: Month,
    ) -> Result<Rules, NoRules> {
        let level = self.data.level_of(place).ok_or(NoRules)?;
        Ok(self.rules_for_case_at(level, accepted, month))
    }

    pub(crate) fn rules_for_case_at(
        &self,
        level: LevelId,
        accepted: NaiveDate,
        month: Month,
    ) -> Rules {
        self.cache.for_case(&self.data, level, accepted, month)
    }

    /// The rules of a place on a day.
    ///
    /// # Errors
    /// Where no level of the pack holds the place.
    pub fn rules(&self, place: &DivisionCode, on: NaiveDate) -> Result<Rules, NoRules> {
        let level = self.data.level_of(place).ok_or(NoRules)?;
        Ok(self.rules_at(level, on))
    }

    /// The rules by which a month is paid: those of its last day, so that a
    /// value that turns within a month holds for the whole of it.
    ///
    /// # Errors
    /// As [`Pack::rules`].
    pub fn rules_of(&self, place: &DivisionCode, month: Month) -> Result<Rules, NoRules> {
        self.rules(place, month.last_day())
    }

    /// The rules of the nation on a day, without those of any place.
    pub fn national_rules(&self, on: NaiveDate) -> Rules {
        self.rules_at(LevelId(0), on)
    }

    pub(crate) fn rules_at(&self, level: LevelId, on: NaiveDate) -> Rules {
        self.cache.rules(&self.data, level, on)
    }

    /// The questions of the calculator at a place, in the order of the texts.
    pub fn questions(&self, place: &DivisionCode) -> Vec<&Question> {
        let Some(level) = self.data.level_of(place) else {
            return Vec::new();
        };
        let chain = self.data.chain(level);
        let all = self.data.questions.iter();
        all.filter(|q| chain.contains(&q.level)).collect()
    }

    /// Values, conditions and formulas whose document was not read: name, place, citation.
    pub fn unverified(&self) -> Vec<(&str, &str, &str)> {
        let data = &*self.data;
        let cited = data.citations.iter();
        let mut found: Vec<(&str, &str, &str)> = cited
            .filter(|c| c.verified == Some(false))
            .map(|c| (&*c.name, &*data.level(c.level).key, &*c.cite))
            .collect();
        found.sort_unstable();
        found
    }

    /// A statistic of exactly this place on a day, as written.
    pub fn statistic(
        &self,
        place: &DivisionCode,
        name: &str,
        on: NaiveDate,
    ) -> Option<Statistic<'_>> {
        let level = self.data.level_of(place)?;
        let parameter = self
            .data
            .parameters
            .iter()
            .find(|p| p.statistic && p.name == name)?;
        let value = parameter
            .values
            .iter()
            .find(|v| v.level == level && v.holds(on))?;
        Some(Statistic {
            shown: &value.value.shown,
            unit: &value.value.unit,
            cite: &value.cite,
        })
    }

    /// All statistics that exactly this place has on a day, with what they are called.
    pub fn statistics(
        &self,
        place: &DivisionCode,
        on: NaiveDate,
    ) -> Vec<(&Parameter, Statistic<'_>)> {
        let own = self.data.level_of(place);
        // A township lies in a county's level, and its people are not the county's.
        if own.and_then(|level| self.data.level(level).division) != Some(*place) {
            return Vec::new();
        }
        let all = self.data.parameters.iter().filter(|p| p.statistic);
        all.filter_map(|p| Some((p, self.statistic(place, &p.name, on)?)))
            .collect()
    }
}

/// No level of the pack holds the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("政策包没有这个地方的规定 / the pack has no rules for this place")]
pub struct NoRules;

/// A statistic of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistic<'p> {
    /// The value as written.
    pub shown: &'p str,
    /// Its unit.
    pub unit: &'p str,
    /// The document.
    pub cite: &'p str,
}
