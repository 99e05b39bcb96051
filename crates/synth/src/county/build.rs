use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::codes::{HouseholdRegistration, UrbanRural};
use kernel::{DivisionCode, DivisionLevel};

use super::County;
use super::awards::Awards;
use crate::area;
use crate::dice::Dice;
use crate::model::{
    Area, Household, HouseholdKey, Member, Person, PersonKey, Placement, PlacementKind,
    PovertyCause, Revitalisation,
};
use crate::people::{AccountBook, Draft, NameBook, NumberBook, Part, cast, family, traits};
use crate::plan::{Course, FamilyPlan, Scene, month};

/// Makes the people of the planned families and writes down what is decided about them.
pub(super) fn build(seed: u64, areas: Vec<Area>, plans: Vec<FamilyPlan>) -> County {
    let mut dice = Dice::new(seed, 3);
    let placed = place(&mut dice, &areas, plans);
    let mut maker = Maker {
        dice,
        names: NameBook::new(),
        numbers: NumberBook::default(),
        accounts: AccountBook::default(),
        households: Vec::with_capacity(placed.len()),
        persons: Vec::new(),
        placements: Vec::new(),
        serials: BTreeMap::new(),
        full_names: BTreeMap::new(),
    };
    let mut awards = Awards::default();
    for (village, plan) in placed {
        let cast = maker.family(&areas, village, &plan);
        awards.family(
            &mut maker.dice,
            &mut maker.accounts,
            &maker.persons,
            &cast,
            &plan,
        );
    }
    let (roster, events, one_offs) = awards.into_records();
    County {
        seed,
        areas,
        opening: month(0),
        last: month(10),
        households: maker.households,
        persons: maker.persons,
        roster,
        events,
        one_offs,
        accounts: maker.accounts.into_accounts(),
        placements: maker.placements,
    }
}

/// Settles the families in villages, each village's share by chance, and orders them by
/// village. Rural programmes live in villages; the seven inner communities of the county
/// town hold only families that came for temporary relief.
fn place(
    dice: &mut Dice,
    areas: &[Area],
    plans: Vec<FamilyPlan>,
) -> Vec<(DivisionCode, FamilyPlan)> {
    let villages = areas
        .iter()
        .map(|area| area.code)
        .filter(|code| code.level() == DivisionLevel::Village);
    let (urban, rural): (Vec<DivisionCode>, Vec<DivisionCode>) = villages.partition(is_urban);
    let weights: Vec<(DivisionCode, usize)> = rural
        .iter()
        .map(|code| (*code, 50 + dice.below(100)))
        .collect();
    let mut placed: Vec<(DivisionCode, usize, FamilyPlan)> = plans
        .into_iter()
        .map(|plan| {
            let town =
                !urban.is_empty() && plan.list.is_none() && plan.is_plain() && dice.chance(25);
            let village = if town {
                dice.pick(&urban)
            } else {
                dice.weighted(&weights)
            };
            (village, dice.below(1 << 30), plan)
        })
        .collect();
    placed.sort_by_key(|(village, rank, _)| (*village, *rank));
    placed
        .into_iter()
        .map(|(village, _, plan)| (village, plan))
        .collect()
}

fn is_urban(code: &DivisionCode) -> bool {
    ("620521100001".."620521100008").contains(&code.as_str())
}

/// A family as it was made: positions of the cast among the persons of the county.
pub(super) struct Cast {
    pub household: HouseholdKey,
    pub drafts: Vec<Draft>,
    pub keys: Vec<PersonKey>,
    /// Who is covered by dibao, by position in the family.
    pub covered: Vec<usize>,
}

struct Maker {
    dice: Dice,
    names: NameBook,
    numbers: NumberBook,
    accounts: AccountBook,
    households: Vec<Household>,
    persons: Vec<Person>,
    placements: Vec<Placement>,
    serials: BTreeMap<DivisionCode, u32>,
    full_names: BTreeMap<DivisionCode, String>,
}

impl Maker {
    fn family(&mut self, areas: &[Area], village: DivisionCode, plan: &FamilyPlan) -> Cast {
        let mut drafts = family(&mut self.dice, plan);
        let covered = cast(&mut self.dice, plan, &mut drafts);
        let household = HouseholdKey(self.households.len() as u32);
        let widowed = !drafts
            .iter()
            .any(|draft| matches!(kernel::codes::CodeList::code(draft.relation), "11" | "12"));
        let naming = self.names.naming(&mut self.dice);
        let mut keys = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            let key = PersonKey(self.persons.len() as u32);
            let (name, ethnicity) = self.names.name(&mut self.dice, &naming, draft);
            let id_number = self.numbers.number(&mut self.dice, draft);
            let severity = draft.disabled.map(|nth| plan.disabled[nth].severity);
            let traits = traits(&mut self.dice, draft, id_number, severity, widowed);
            self.persons.push(Person {
                key,
                household,
                name,
                id_number,
                ethnicity,
                marriage: traits.marriage,
                education: traits.education,
                health: traits.health,
                labour: traits.labour,
                employment: traits.employment,
                study: traits.study,
                disability: traits.disability,
                died_on: died_on(&mut self.dice, plan, draft),
            });
            if let Some(kind) = placement(draft.part) {
                self.placements.push(Placement { child: key, kind });
            }
            keys.push(key);
        }
        let members = drafts
            .iter()
            .zip(&keys)
            .map(|(draft, key)| Member {
                person: *key,
                relation: draft.relation,
            })
            .collect();
        let made = self.household(areas, household, village, plan, members);
        self.households.push(made);
        Cast {
            household,
            drafts,
            keys,
            covered,
        }
    }

    fn household(
        &mut self,
        areas: &[Area],
        key: HouseholdKey,
        division: DivisionCode,
        plan: &FamilyPlan,
        members: Vec<Member>,
    ) -> Household {
        let dice = &mut self.dice;
        let serial = self.serials.entry(division).or_default();
        *serial += 1;
        let full = self
            .full_names
            .entry(division)
            .or_insert_with(|| area::full_name(areas, division));
        let urban = is_urban(&division);
        let place = if urban { "号" } else { "组" };
        let rooms = dice.between(2, 6) as u8;
        Household {
            key,
            number: format!("{division}{serial:04}"),
            division,
            address: format!("{full}{}{place}", dice.between(1, 9)),
            phone: dice.chance(92).then(|| {
                format!(
                    "1{}{:09}",
                    dice.pick(&["3", "5", "8"]),
                    dice.below(1_000_000_000)
                )
            }),
            urban_rural: if urban {
                UrbanRural::Urban
            } else {
                UrbanRural::Rural
            },
            registration: if urban {
                HouseholdRegistration::NonAgricultural
            } else {
                HouseholdRegistration::Agricultural
            },
            list: plan.list,
            cause: cause(dice, plan),
            yearly_income: income(dice, plan),
            dwelling: (rooms, u16::from(rooms) * dice.between(14, 22) as u16),
            members,
        }
    }
}

fn placement(part: Part) -> Option<PlacementKind> {
    match part {
        Part::Orphan => Some(PlacementKind::Relatives),
        Part::Adopted => Some(PlacementKind::Adopted),
        _ => None,
    }
}

/// The day of death of those who die: in the last month they are paid for.
fn died_on(dice: &mut Dice, plan: &FamilyPlan, draft: &Draft) -> Option<NaiveDate> {
    let last = match draft.part {
        Part::Dying => plan.dibao.and_then(|dibao| match dibao.course {
            Course::LosesMember { last } => Some(last),
            _ => None,
        }),
        // Most tekun awards end with death; the others find a supporter again.
        Part::Tekun(nth) => plan.tekun[nth].span.last.filter(|_| dice.chance(95)),
        _ => draft.disabled.and_then(|nth| {
            let member = &plan.disabled[nth];
            let span = member.care.or(member.living);
            span.and_then(|span| span.last).filter(|_| member.dies)
        }),
    };
    last.map(|last| month(last).day(dice.between(1, 28) as u32))
}

fn cause(dice: &mut Dice, plan: &FamilyPlan) -> PovertyCause {
    if plan.scene != Scene::General {
        return PovertyCause::Labour;
    }
    if !plan.disabled.is_empty() && dice.chance(80) {
        return PovertyCause::Disability;
    }
    dice.weighted(&[
        (PovertyCause::Illness, 42),
        (PovertyCause::Labour, 28),
        (PovertyCause::School, 14),
        (PovertyCause::Disaster, 4),
        (PovertyCause::Other, 12),
    ])
}

/// What the family says it earned in a year: below the standard in dibao, somewhat above it
/// where one member is covered alone, more in families on the lists.
fn income(dice: &mut Dice, plan: &FamilyPlan) -> i64 {
    let each = match &plan.dibao {
        Some(dibao) if dibao.single => dice.between(4800, 7000),
        Some(dibao) => {
            let (low, high) =
                [(300, 1800), (1200, 3200), (2800, 4500), (3800, 4780)][dibao.class.index()];
            dice.between(low, high)
        }
        None if plan.scene == Scene::Tekun => dice.between(0, 1800),
        None if plan.list == Some(Revitalisation::OutOfPoverty) => dice.between(7000, 16_000),
        None => dice.between(4900, 12_000),
    };
    each * plan.size as i64
}
