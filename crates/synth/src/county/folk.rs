use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::DivisionCode;
use kernel::codes::{CodeList, HouseholdRegistration, UrbanRural};

use crate::area;
use crate::dice::Dice;
use crate::model::{
    Area, Household, HouseholdKey, Member, Person, PersonKey, PovertyCause, Revitalisation,
};
use crate::people::{Draft, NameBook, NumberBook, Part, cast, family, traits};
use crate::plan::{Course, FamilyPlan, Scene, month};

/// A family as it was made.
pub(crate) struct Cast {
    pub household: HouseholdKey,
    pub drafts: Vec<Draft>,
    pub keys: Vec<PersonKey>,
    /// The persons, until the place takes them.
    pub people: Vec<Person>,
    /// Who is covered by dibao, by position in the family.
    pub covered: Vec<usize>,
}

/// Makes families one after the other and remembers what must not come twice.
pub(crate) struct Folk {
    names: NameBook,
    numbers: NumberBook,
    serials: BTreeMap<DivisionCode, u32>,
    full_names: BTreeMap<DivisionCode, String>,
}

/// The seven inner communities of the county town.
pub(crate) fn is_urban(code: &DivisionCode) -> bool {
    ("620521100001".."620521100008").contains(&code.as_str())
}

impl Folk {
    pub(crate) fn new() -> Folk {
        Folk {
            names: NameBook::new(),
            numbers: NumberBook::default(),
            serials: BTreeMap::new(),
            full_names: BTreeMap::new(),
        }
    }

    /// The people of a planned family, with keys from `first` on.
    pub(crate) fn people(
        &mut self,
        dice: &mut Dice,
        plan: &FamilyPlan,
        first: u32,
        household: HouseholdKey,
    ) -> Cast {
        let mut drafts = family(dice, plan);
        let covered = cast(dice, plan, &mut drafts);
        let has = |code: &str| drafts.iter().any(|draft| draft.relation.code() == code);
        let (wife, husband, father, mother) = (has("12"), has("11"), has("51"), has("52"));
        let alone = |draft: &Draft| match draft.relation.code() {
            "02" => !wife && !husband,
            "51" => !mother,
            "52" => !father,
            _ => false,
        };
        let naming = self.names.naming(dice);
        let mut people = Vec::with_capacity(drafts.len());
        for (draft, key) in drafts.iter().zip(first..) {
            let (name, ethnicity) = self.names.name(dice, &naming, draft);
            let id_number = self.numbers.number(dice, draft);
            let severity = draft.disabled.map(|nth| plan.disabled[nth].severity);
            let traits = traits(dice, draft, id_number, severity, alone(draft));
            people.push(Person {
                key: PersonKey(key),
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
                died_on: died_on(dice, plan, draft),
            });
        }
        let keys = people.iter().map(|person| person.key).collect();
        Cast {
            household,
            drafts,
            keys,
            people,
            covered,
        }
    }

    /// The household of a family in a village.
    pub(crate) fn household(
        &mut self,
        dice: &mut Dice,
        areas: &[Area],
        division: DivisionCode,
        plan: &FamilyPlan,
        cast: &Cast,
    ) -> Household {
        let serial = self.serials.entry(division).or_default();
        *serial += 1;
        let full = self
            .full_names
            .entry(division)
            .or_insert_with(|| area::full_name(areas, division));
        let urban = is_urban(&division);
        let place = if urban { "号" } else { "组" };
        let rooms = dice.between(2, 6) as u8;
        let members = cast.drafts.iter().zip(&cast.keys);
        Household {
            key: cast.household,
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
            members: members
                .map(|(draft, key)| Member {
                    person: *key,
                    relation: draft.relation,
                })
                .collect(),
        }
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
