//! Rows of a part put together into households, with every fault that the rows alone show.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::codes::{CodeList, Sex};
use kernel::text::{normalise_name, trim};
use kernel::{BankAccount, Bilingual, DisabilityCard, IdNumber, Money, dates};
use pack::model::AwardFor;
use serde_json::Value;

use super::block::{DAMAGED, ERROR, Packed};
use super::convert::{Converter, Words, is_nothing, split_list, tidy};
use super::draft::{AccountDraft, Claim, Draft, EntryDraft, Facts, PersonDraft};
use super::places::{Places, Said};
use super::plan::{FilePlan, Plan, Slot};

/// Puts rows together; keeps what it learned about spellings and places between parts.
pub(crate) struct Assembler<'a> {
    plan: &'a Plan,
    places: &'a Places,
    converters: Vec<Vec<Option<Converter>>>,
    found_places: HashMap<Said, Result<Option<kernel::DivisionCode>, Words>>,
}

/// Cells of one row, read.
#[derive(Default)]
struct Cells<'a> {
    texts: HashMap<Slot2, &'a str>,
    facts: Vec<(usize, Value)>,
}

/// Slots as keys of a row's texts; facts are kept apart.
type Slot2 = u8;

fn key(slot: Slot) -> Option<Slot2> {
    Some(match slot {
        Slot::HouseholdNumber => 0,
        Slot::HeadName => 1,
        Slot::HeadId => 2,
        Slot::Code => 3,
        Slot::Township => 4,
        Slot::Village => 5,
        Slot::Address => 6,
        Slot::HouseholdPhone => 7,
        Slot::PersonNumber => 8,
        Slot::PersonPhone => 9,
        Slot::Card => 10,
        Slot::AwardNumber => 11,
        Slot::FromMonth => 12,
        Slot::ToMonth => 13,
        Slot::Covered => 14,
        Slot::Amount => 15,
        Slot::TopUp => 16,
        Slot::Reason => 17,
        Slot::Programme => 18,
        Slot::Bank => 19,
        Slot::Holder => 20,
        Slot::Account => 21,
        Slot::Name => 22,
        Slot::IdNumber => 23,
        Slot::Fact(_) | Slot::Unused => return None,
    })
}

impl<'a> Cells<'a> {
    fn text(&self, slot: Slot) -> Option<&'a str> {
        key(slot).and_then(|k| self.texts.get(&k).copied())
    }

    fn owned(&self, slot: Slot) -> Option<String> {
        self.text(slot)
            .map(|t| trim(&kernel::text::fold_width(t)).to_owned())
    }
}

impl<'a> Assembler<'a> {
    pub fn new(plan: &'a Plan, places: &'a Places) -> Self {
        Self {
            plan,
            places,
            converters: plan.converters(),
            found_places: HashMap::new(),
        }
    }

    /// The households of a part in the order in which they first appear.
    pub fn part<'r>(
        &mut self,
        rows: impl Iterator<Item = Packed<'r>>,
        twice: &HashSet<u64>,
    ) -> Vec<Draft> {
        let mut drafts: BTreeMap<u32, Draft> = BTreeMap::new();
        for row in rows {
            let draft = drafts.entry(row.seq).or_insert_with(|| Draft {
                seq: row.seq,
                ..Draft::default()
            });
            draft.rows.push((row.position, row.row));
            if let Some(file) = self.plan.files.get(usize::from(row.position)) {
                self.row(draft, file, &row);
            }
        }
        let mut drafts: Vec<Draft> = drafts.into_values().collect();
        for draft in &mut drafts {
            self.complete(draft, twice);
        }
        drafts
    }

    fn row(&mut self, draft: &mut Draft, file: &FilePlan, row: &Packed<'_>) {
        let at = (row.position, row.row);
        let mut cells = Cells::default();
        let mut given = vec![false; file.columns.len()];
        for (column, flags, text) in &row.cells {
            let Some(Some(known)) = file.columns.get(*column) else {
                continue;
            };
            let text = trim(text);
            if text.is_empty() {
                continue;
            }
            if flags & ERROR != 0 {
                if known.slot != Slot::Unused {
                    let words = (
                        "单元格是错误值，请改为实际内容".to_owned(),
                        "The cell holds an error value; write what it should be.".to_owned(),
                    );
                    draft.fault(at, &known.title, words);
                }
                given[*column] = true;
                continue;
            }
            if flags & DAMAGED != 0
                && matches!(
                    known.slot,
                    Slot::IdNumber | Slot::HeadId | Slot::Account | Slot::Card
                )
            {
                let words = (
                    "号码被表格软件当作数字，末几位已丢失；请把该列设为“文本”格式后重新填写".to_owned(),
                    "The spreadsheet took this number for a quantity and lost its last digits; set the column to text and type it again.".to_owned(),
                );
                draft.fault(at, &known.title, words);
                given[*column] = true;
                continue;
            }
            if let Slot::Fact(i) = known.slot {
                let Some(Some(converter)) =
                    self.converters[usize::from(row.position)].get_mut(*column)
                else {
                    continue;
                };
                match converter.value(text) {
                    Ok(Some(value)) => {
                        cells.facts.push((i, value));
                        given[*column] = true;
                    }
                    Ok(None) => {}
                    Err(words) => {
                        draft.fault(at, &known.title, words);
                        given[*column] = true;
                    }
                }
            } else if let Some(k) = key(known.slot)
                && !is_nothing(text)
            {
                cells.texts.insert(k, text);
                given[*column] = true;
            }
        }
        for column in &file.required {
            if !given[*column] {
                let title = file.columns[*column]
                    .as_ref()
                    .map_or("", |c| c.title.as_str());
                let words = (format!("缺少“{title}”"), format!("“{title}” is missing."));
                draft.fault(at, title, words);
            }
        }
        self.household_cells(draft, file, at, &cells);
        if file.person_rows {
            let person = self.person(draft, file, at, cells);
            draft.people.push(person);
        } else {
            draft.household_rows += 1;
            draft.claim = self.claim(draft, file, at, &cells);
            for (i, value) in cells.facts {
                let fact = &file.facts[i];
                let facts = match fact.entity {
                    formula::Entity::Award => &mut draft.claim.facts,
                    _ => &mut draft.facts,
                };
                facts.insert(fact.name.clone(), value);
            }
        }
    }

    /// What any row may say of its household.
    fn household_cells(
        &mut self,
        draft: &mut Draft,
        file: &FilePlan,
        at: (u8, u64),
        cells: &Cells<'_>,
    ) {
        if draft.number.is_none() {
            draft.number = cells.text(Slot::HouseholdNumber).map(tidy);
        }
        if draft.head_name.is_none() {
            draft.head_name = cells.text(Slot::HeadName).map(normalise_name);
        }
        if let Some(text) = cells.text(Slot::HeadId) {
            match IdNumber::parse(text) {
                Ok(id) => {
                    draft.head_id.get_or_insert(id);
                }
                Err(e) => draft.fault(at, &title(file, Slot::HeadId), (e.zh(), e.en())),
            }
        }
        if draft.address.is_none() {
            draft.address = cells.owned(Slot::Address);
        }
        if draft.phone.is_none() {
            draft.phone = cells.text(Slot::HouseholdPhone).map(tidy);
        }
        let said = Said {
            code: cells.text(Slot::Code).map(tidy).unwrap_or_default(),
            township: cells.text(Slot::Township).map(tidy).unwrap_or_default(),
            village: cells.text(Slot::Village).map(tidy).unwrap_or_default(),
        };
        if said != Said::default() {
            let places = self.places;
            let found = self
                .found_places
                .entry(said)
                .or_insert_with_key(|said| places.find(said));
            match found {
                Ok(Some(code)) => match draft.division {
                    None => draft.division = Some(*code),
                    Some(known) if known == *code => {}
                    Some(_) => {
                        let words = (
                            "同一户的行写了不同的村".to_owned(),
                            "The rows of one household name different villages.".to_owned(),
                        );
                        draft.fault(at, &title(file, Slot::Village), words);
                    }
                },
                Ok(None) => {}
                Err(words) => {
                    let words = words.clone();
                    let column = [Slot::Village, Slot::Township, Slot::Code]
                        .into_iter()
                        .find(|s| file.column_of(*s).is_some())
                        .unwrap_or(Slot::Code);
                    draft.fault(at, &title(file, column), words);
                }
            }
        }
    }

    fn person(
        &self,
        draft: &mut Draft,
        file: &FilePlan,
        at: (u8, u64),
        cells: Cells<'_>,
    ) -> PersonDraft {
        let claim = self.claim(draft, file, at, &cells);
        let mut person = PersonDraft {
            position: at.0,
            row: at.1,
            name: cells
                .text(Slot::Name)
                .map(normalise_name)
                .unwrap_or_default(),
            id: None,
            implied: false,
            facts: Facts::new(),
            phone: cells.text(Slot::PersonPhone).map(tidy),
            card: None,
            number: cells.text(Slot::PersonNumber).map(tidy),
            covered: None,
            claim,
        };
        if let Some(text) = cells.text(Slot::IdNumber) {
            match IdNumber::parse(text) {
                Ok(id) => person.id = Some(id),
                Err(e) => draft.fault(at, &title(file, Slot::IdNumber), (e.zh(), e.en())),
            }
        }
        if let Some(text) = cells.text(Slot::Card) {
            match DisabilityCard::parse(text) {
                Ok(card) => person.card = Some(card.to_plain()),
                Err(e) => draft.fault(at, &title(file, Slot::Card), (e.zh(), e.en())),
            }
        }
        if let Some(text) = cells.text(Slot::Covered) {
            let map = file
                .column_of(Slot::Covered)
                .and_then(|c| file.columns[c].as_ref());
            let spelled = map.and_then(|c| c.map.values.iter().find(|(s, _)| *s == tidy(text)));
            match spelled.map_or(tidy(text), |(_, v)| v.clone()).as_str() {
                "true" | "是" | "1" => person.covered = Some(true),
                "false" | "否" | "0" => person.covered = Some(false),
                _ => draft.fault(
                    at,
                    &title(file, Slot::Covered),
                    (
                        "应填“是”或“否”".to_owned(),
                        "Write 是 (yes) or 否 (no).".to_owned(),
                    ),
                ),
            }
        }
        for (i, value) in cells.facts {
            let fact = &file.facts[i];
            match fact.entity {
                formula::Entity::Household => {
                    draft.facts.entry(fact.name.clone()).or_insert(value);
                }
                formula::Entity::Award => {
                    person.claim.facts.insert(fact.name.clone(), value);
                }
                _ => {
                    person.facts.insert(fact.name.clone(), value);
                }
            }
        }
        if let Some(id) = person.id {
            if let Some(birth) = person.fact("出生日期")
                && birth != id.birth().to_string()
            {
                draft.fault(
                    at,
                    "出生日期",
                    (
                        "出生日期与身份证号不一致".to_owned(),
                        "The date of birth does not agree with the ID number.".to_owned(),
                    ),
                );
            }
            if let Some(sex) = person.fact("性别")
                && matches!(sex, "男" | "女")
                && sex != id.sex().zh()
            {
                draft.fault(
                    at,
                    "性别",
                    (
                        "性别与身份证号不一致".to_owned(),
                        "The sex does not agree with the ID number.".to_owned(),
                    ),
                );
            }
            person
                .facts
                .insert("出生日期".to_owned(), Value::String(id.birth().to_string()));
            person.facts.insert(
                "性别".to_owned(),
                Value::String(Sex::zh(id.sex()).to_owned()),
            );
        }
        person
    }

    fn claim(&self, draft: &mut Draft, file: &FilePlan, at: (u8, u64), cells: &Cells<'_>) -> Claim {
        let mut claim = Claim {
            number: cells.owned(Slot::AwardNumber),
            reason: cells.owned(Slot::Reason),
            ..Claim::default()
        };
        let mut month = |slot| {
            let text = cells.text(slot)?;
            match dates::parse_month(text) {
                Ok(month) => Some(month),
                Err(e) => {
                    draft.fault(at, &title(file, slot), (e.zh(), e.en()));
                    None
                }
            }
        };
        claim.from = month(Slot::FromMonth);
        claim.to = month(Slot::ToMonth);
        let mut money = |slot| {
            let text = cells.text(slot)?;
            match Money::parse_yuan(&tidy(text)) {
                Ok(money) => Some(money),
                Err(e) => {
                    draft.fault(at, &title(file, slot), (e.zh(), e.en()));
                    None
                }
            }
        };
        claim.amount = money(Slot::Amount);
        claim.top_up = money(Slot::TopUp);
        if let Some(text) = cells.text(Slot::Account) {
            match BankAccount::parse(text) {
                Ok(number) => {
                    let bank = cells.text(Slot::Bank).map(tidy).unwrap_or_default();
                    claim.account = Some(AccountDraft {
                        bank: self.plan.catalogue.bank(&bank),
                        holder: cells
                            .text(Slot::Holder)
                            .map(normalise_name)
                            .unwrap_or_default(),
                        number,
                    });
                }
                Err(e) => draft.fault(at, &title(file, Slot::Account), (e.zh(), e.en())),
            }
        }
        if let Some(text) = cells.text(Slot::Programme) {
            let map = file
                .column_of(Slot::Programme)
                .and_then(|c| file.columns[c].as_ref());
            for word in split_list(text) {
                let word = tidy(word);
                let spelled = map.and_then(|c| c.map.values.iter().find(|(s, _)| *s == word));
                let word = spelled.map_or(word.as_str(), |(_, v)| v.as_str());
                match self.plan.catalogue.programme_named(word) {
                    Some(p) => claim.programmes.push(p.key.clone()),
                    None => draft.fault(
                        at,
                        &title(file, Slot::Programme),
                        (
                            "没有这个救助项目，请填写项目名称".to_owned(),
                            "There is no such programme; give its name.".to_owned(),
                        ),
                    ),
                }
            }
        }
        claim
    }

    /// What can be said when all rows of the household are there.
    fn complete(&self, draft: &mut Draft, twice: &HashSet<u64>) {
        for (name, value) in self.plan.constants() {
            draft
                .facts
                .entry(name.to_owned())
                .or_insert_with(|| Value::String(value.to_owned()));
        }
        draft.label = match (&draft.number, draft.head_id) {
            (Some(number), _) => number.clone(),
            (None, Some(id)) => id.masked(),
            (None, None) => draft
                .head_name
                .as_deref()
                .map(kernel::masking::mask_name)
                .unwrap_or_default(),
        };
        let has_person_file = self.plan.files.iter().any(|f| f.person_rows);
        if self.plan.two_files && draft.household_rows == 0 {
            draft.fault_whole(
                "家庭表中没有这一户",
                "The household file has no such household.",
            );
        }
        if draft.household_rows > 1 {
            draft.fault_whole(
                "这一户在家庭表中出现多次",
                "This household appears several times in the household file.",
            );
        }
        if has_person_file && draft.people.is_empty() {
            draft.fault_whole(
                "人员表中没有这一户的成员",
                "The person file has no member of this household.",
            );
        }
        let mut seen: HashMap<IdNumber, usize> = HashMap::new();
        let mut faults = Vec::new();
        for (i, person) in draft.people.iter().enumerate() {
            let Some(id) = person.id else { continue };
            if seen.insert(id, i).is_some() {
                faults.push((
                    (person.position, person.row),
                    (
                        "同一人在本户中出现两次".to_owned(),
                        "The same person appears twice in this household.".to_owned(),
                    ),
                ));
            } else if twice.contains(&super::stage::tag(id.as_str())) {
                faults.push((
                    (person.position, person.row),
                    (
                        "同一身份证号出现在文件中的两户".to_owned(),
                        "This ID number appears in two households of the file.".to_owned(),
                    ),
                ));
            }
        }
        for (at, words) in faults {
            draft.fault(at, "公民身份号码", words);
        }
        let heads = draft.people.iter().filter(|p| p.is_head()).count();
        if heads > 1 {
            draft.fault_whole("这一户有多名户主", "This household has more than one head.");
        }
        if draft.head().is_none() && !draft.people.is_empty() {
            self.imply_head(draft);
        }
        if draft.faults.is_empty() {
            self.entries(draft);
        }
    }

    /// A list of single persons names the head beside them; a list of whole families that
    /// lacks its head is wrong.
    fn imply_head(&self, draft: &mut Draft) {
        let (Some(id), false) = (draft.head_id, self.plan.two_files) else {
            draft.fault_whole("这一户没有户主", "This household has no head.");
            return;
        };
        let Some(name) = draft.head_name.clone() else {
            draft.fault_whole("缺少户主姓名", "The name of the head is missing.");
            return;
        };
        let at = draft.rows.first().copied().unwrap_or((0, 0));
        let mut facts = Facts::new();
        facts.insert("与户主关系".to_owned(), Value::from("户主"));
        facts.insert("出生日期".to_owned(), Value::from(id.birth().to_string()));
        facts.insert("性别".to_owned(), Value::from(Sex::zh(id.sex())));
        draft.people.push(PersonDraft {
            position: at.0,
            row: at.1,
            name,
            id: Some(id),
            implied: true,
            facts,
            phone: None,
            card: None,
            number: None,
            covered: Some(false),
            claim: Claim::default(),
        });
    }

    /// What the rows say of awards.
    fn entries(&self, draft: &mut Draft) {
        let own = self.plan.kind.programme.as_deref();
        let mut entries = Vec::new();
        let mut faults = Vec::new();
        let household: Vec<String> = match (self.plan.award, own) {
            (AwardFor::Household, Some(key)) => vec![key.to_owned()],
            (AwardFor::Household, None) => draft.claim.programmes.clone(),
            _ => Vec::new(),
        };
        let everybody: Vec<usize> = (0..draft.people.len())
            .filter(|i| draft.people[*i].covered.unwrap_or(true) && !draft.people[*i].implied)
            .collect();
        for programme in household {
            let facts = self.terms(&programme, &[&draft.facts, &draft.claim.facts]);
            match entry(
                self,
                &programme,
                None,
                &draft.claim,
                &Claim::default(),
                facts,
                everybody.clone(),
            ) {
                Some(e) if e.covered.is_empty() => faults.push((
                    draft.rows[0],
                    (
                        "没有保障对象".to_owned(),
                        "No member is covered.".to_owned(),
                    ),
                )),
                Some(e) => entries.push(e),
                None => faults.push((draft.rows[0], no_month())),
            }
        }
        for (i, person) in draft.people.iter().enumerate() {
            if person.implied || person.covered == Some(false) {
                continue;
            }
            let programmes: Vec<String> = match (self.plan.award, own) {
                (AwardFor::Person, Some(key)) => vec![key.to_owned()],
                (AwardFor::Nobody, _) => Vec::new(),
                _ => person.claim.programmes.clone(),
            };
            for programme in programmes {
                let sets = [
                    &draft.facts,
                    &draft.claim.facts,
                    &person.facts,
                    &person.claim.facts,
                ];
                let facts = self.terms(&programme, &sets);
                match entry(
                    self,
                    &programme,
                    Some(i),
                    &person.claim,
                    &draft.claim,
                    facts,
                    vec![i],
                ) {
                    Some(e) => entries.push(e),
                    None => faults.push(((person.position, person.row), no_month())),
                }
            }
        }
        draft.entries = entries;
        for (at, words) in faults {
            draft.fault(at, "", words);
        }
    }

    /// The facts that a decision on the programme states, out of what the rows say.
    fn terms(&self, programme: &str, sets: &[&Facts]) -> Facts {
        let Some(words) = self.plan.catalogue.programme(programme) else {
            return Facts::new();
        };
        let mut facts = Facts::new();
        let award = self
            .plan
            .files
            .iter()
            .flat_map(|f| &f.facts)
            .filter(|f| f.entity == formula::Entity::Award);
        let wanted = words
            .terms
            .iter()
            .map(String::as_str)
            .chain(award.map(|f| f.name.as_str()));
        for name in wanted.chain(words.class.as_deref()) {
            for set in sets {
                if let Some(value) = set.get(name) {
                    facts.insert(name.to_owned(), value.clone());
                }
            }
        }
        facts
    }
}

fn entry(
    assembler: &Assembler<'_>,
    programme: &str,
    person: Option<usize>,
    own: &Claim,
    beside: &Claim,
    facts: Facts,
    covered: Vec<usize>,
) -> Option<EntryDraft> {
    let words = assembler.plan.catalogue.programme(programme);
    let class = words
        .and_then(|w| w.class.as_deref())
        .and_then(|c| facts.get(c))
        .and_then(Value::as_str)
        .map(str::to_owned);
    Some(EntryDraft {
        programme: programme.to_owned(),
        person,
        class,
        from: own.from.or(beside.from)?,
        to: own.to.or(beside.to),
        number: own.number.clone().or_else(|| beside.number.clone()),
        amount: own.amount.or(beside.amount),
        top_up: own.top_up.or(beside.top_up),
        reason: own.reason.clone().or_else(|| beside.reason.clone()),
        account: own.account.clone().or_else(|| beside.account.clone()),
        facts,
        covered,
    })
}

fn no_month() -> Words {
    (
        "缺少起始月份".to_owned(),
        "The first month is missing.".to_owned(),
    )
}

fn title(file: &FilePlan, slot: Slot) -> String {
    file.column_of(slot)
        .and_then(|c| file.columns[c].as_ref())
        .map(|c| c.title.clone())
        .unwrap_or_default()
}
