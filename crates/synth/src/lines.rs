//! The families of a county as lines for `doudi assess` and `doudi simulate`: what a review would
//! have found, with every fact that decides, so that the rules can be tried out where no records are.
//!
//! Incomes add up to what the family says it earns in a year. What the records do not hold
//! (savings, vehicles, second dwellings) is drawn on a stream of its own, so that no other part of
//! the place moves. People stay nameless: no name and no number is written.

use std::collections::BTreeMap;

use kernel::codes::{DisabilityKind, LabourAbility, UrbanRural};
use kernel::{DivisionCode, Month};
use serde_json::{Map, Value, json};

use crate::County;
use crate::dice::Dice;
use crate::model::{
    Disability, Employment, Household, HouseholdKey, Person, Programme, Revitalisation,
    RosterEntry, Terms,
};

/// The stream of what is drawn here.
const STREAM: u64 = 77;

/// Months for which a parent's state has lasted where it is the ground of an award.
const MONTHS: i64 = 24;

impl County {
    /// The families with their programmes as of a month, one line of JSON each, in the order of
    /// households. In a place other than the county's own, villages keep the digits below the
    /// county's six.
    pub fn lines(&self, month: Month, place: DivisionCode) -> impl Iterator<Item = String> + '_ {
        let state = self.state_at(month.min(self.last).max(self.opening));
        let mut held: BTreeMap<HouseholdKey, Vec<RosterEntry>> = BTreeMap::new();
        for award in state.awards.values() {
            let entry = award.entry.clone();
            held.entry(entry.household).or_default().push(entry);
        }
        let mut dice = Dice::new(self.seed, STREAM);
        self.households.iter().map(move |household| {
            let line = Line {
                county: self,
                held: held.get(&household.key).map_or(&[], Vec::as_slice),
                household,
                on: month,
            };
            line.json(&mut dice, place).to_string()
        })
    }
}

struct Line<'a> {
    county: &'a County,
    /// The awards of the household.
    held: &'a [RosterEntry],
    household: &'a Household,
    on: Month,
}

impl Line<'_> {
    fn json(&self, dice: &mut Dice, place: DivisionCode) -> Value {
        let people = self.county.members(self.household);
        let incomes = incomes(self.household.yearly_income, people, self.on);
        let members: Vec<Value> = people
            .iter()
            .zip(incomes)
            .map(|(person, income)| Value::Object(self.member(person, income)))
            .collect();
        json!({
            "编号": self.household.key.0,
            "户": self.facts(dice, place),
            "成员": members,
        })
    }

    fn facts(&self, dice: &mut Dice, place: DivisionCode) -> Map<String, Value> {
        let household = self.household;
        let mut facts = Map::new();
        let own = household.division.as_str();
        let division = format!("{}{}", &place.as_str()[..6], &own[6..]);
        facts.insert("区划".to_owned(), json!(division));
        let urban = household.urban_rural == UrbanRural::Urban;
        facts.insert(
            "城乡".to_owned(),
            json!(if urban { "城市" } else { "农村" }),
        );
        let list = household.list.map_or("无", Revitalisation::zh);
        facts.insert("防返贫类型".to_owned(), json!(list));
        let mut dibao = self
            .held
            .iter()
            .filter(|e| e.programme() == Programme::Dibao);
        let class = dibao.find_map(|e| e.terms.class_zh());
        facts.insert("低保类别".to_owned(), json!(class.unwrap_or("四类")));
        let poor = class.is_some();
        let each = if poor { 2_000 } else { 9_000 };
        let savings = dice.between(0, each) * household.members.len() as i64;
        facts.insert("货币财产".to_owned(), json!(savings.to_string()));
        let second = dice.chance(if poor { 1 } else { 4 });
        facts.insert("生活用房套数".to_owned(), json!(if second { 2 } else { 1 }));
        let car = dice.chance(if poor { 1 } else { 12 });
        facts.insert("机动车辆数".to_owned(), json!(i32::from(car)));
        facts
    }

    fn member(&self, person: &Person, income: i64) -> Map<String, Value> {
        let mut facts = Map::new();
        let mut put = |name: &str, value: Value| facts.insert(name.to_owned(), value);
        put("年龄", json!(age(person, self.on)));
        put("工资性收入", json!(income.to_string()));
        put("劳动能力", json!(labour(person.labour)));
        put("就业状况", json!(person.employment.zh()));
        put("在校学段", json!(person.study.zh()));
        put(
            "重特大疾病",
            json!(person.health == kernel::codes::Health::Severe),
        );
        if let Some(disability) = person.disability {
            put("残疾类别", json!(kind(disability.kind)));
            put("残疾等级", json!(grade(disability)));
            put("需长期照护", json!(disability.grade.is_severe()));
        }
        if person.died_on.is_some_and(|day| day <= self.on.last_day()) {
            put("死亡", json!(true));
            put("就业状况", json!("无业"));
        }
        let (mut supporters, mut parents) = ("有履行能力", ["正常", "正常"]);
        let mut more: Vec<(String, Value)> = Vec::new();
        let mut holds: Vec<&str> = Vec::new();
        for entry in self.held.iter().filter(|e| e.covered.contains(&person.key)) {
            match &entry.terms {
                Terms::Tekun { .. } => supporters = "无",
                Terms::Orphan => parents = ["死亡", "死亡"],
                _ => {}
            }
            more.extend(entry.terms.person_facts());
            holds.push(entry.programme().key());
        }
        put("在享项目", json!(holds));
        put("法定义务人状况", json!(supporters));
        put("父亲状况", json!(parents[0]));
        put("母亲状况", json!(parents[1]));
        put("父亲状况月数", json!(MONTHS));
        put("母亲状况月数", json!(MONTHS));
        if parents[0] == "死亡" {
            put("安置方式", json!("亲属抚养"));
        }
        facts.extend(more);
        facts
    }
}

/// The year's income of a family among those who earn; the head has it where nobody does.
fn incomes(total: i64, people: &[Person], on: Month) -> Vec<i64> {
    let earns = |p: &&Person| {
        let able = matches!(p.labour, LabourAbility::Full | LabourAbility::PartlyLost);
        able && p.employment != Employment::School && age(p, on) >= 16
    };
    let earners = people.iter().filter(earns).count() as i64;
    let mut left = total;
    let mut shares: Vec<i64> = people
        .iter()
        .map(|p| {
            if earners == 0 || !earns(&p) {
                return 0;
            }
            let share = total / earners;
            left -= share;
            share
        })
        .collect();
    // What does not divide goes to the first who earns, or to the head.
    let first = shares.iter().position(|s| *s > 0).unwrap_or(0);
    if let Some(share) = shares.get_mut(first) {
        *share += left;
    }
    shares
}

fn age(person: &Person, on: Month) -> u32 {
    on.last_day().years_since(person.birth()).unwrap_or(0)
}

fn labour(ability: LabourAbility) -> &'static str {
    match ability {
        LabourAbility::Full => "有",
        LabourAbility::PartlyLost => "部分丧失",
        LabourAbility::Lost => "完全丧失",
        LabourAbility::None => "无",
    }
}

fn kind(kind: DisabilityKind) -> &'static str {
    match kind {
        DisabilityKind::Visual => "视力",
        DisabilityKind::Hearing => "听力",
        DisabilityKind::Speech => "言语",
        DisabilityKind::Physical => "肢体",
        DisabilityKind::Intellectual => "智力",
        DisabilityKind::Mental => "精神",
        DisabilityKind::Multiple => "多重",
    }
}

fn grade(disability: Disability) -> u8 {
    use kernel::codes::DisabilityGrade::{First, Fourth, Second, Third};
    match disability.grade {
        First => 1,
        Second => 2,
        Third => 3,
        Fourth => 4,
    }
}
