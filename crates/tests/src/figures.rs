//! The figures of the small county, beside counts over its records.
//!
//! What the county is made of is known exactly; the figures come from what was imported, decided
//! and recorded through the API. Both must agree, figure by figure. That the records of the whole
//! county give the printed figures of the report is tested where they are made, in `synth`.

use std::collections::BTreeSet;

use kernel::{Money, Month};
use serde_json::{Value, json};
use synth::{
    County,
    model::{
        Change, DibaoClass, HouseholdKey, PersonKey, Programme, Revitalisation, RosterEntry,
        SupportMode, Terms,
    },
};

use crate::{
    county::{HOUSEHOLDS, SEED},
    months::get,
};

/// Households and persons without doubles.
#[derive(Default)]
struct Count(BTreeSet<HouseholdKey>, BTreeSet<PersonKey>);

impl Count {
    fn add(&mut self, entry: &RosterEntry) {
        self.0.insert(entry.household);
        self.1.extend(&entry.covered);
    }

    fn shown(&self) -> Value {
        json!({ "户": self.0.len(), "人": self.1.len() })
    }
}

/// The records, and who is in payment in the month of the report.
struct Records {
    county: County,
    entries: Vec<RosterEntry>,
}

impl Records {
    fn new() -> Self {
        let county = County::village(SEED, HOUSEHOLDS);
        let state = county.state_at(Month::parse("2022-10").unwrap());
        let entries = state.awards.values().map(|a| a.entry.clone()).collect();
        Self { county, entries }
    }

    fn count(&self, keep: impl Fn(&RosterEntry) -> bool) -> Count {
        let mut count = Count::default();
        for entry in self.entries.iter().filter(|entry| keep(entry)) {
            count.add(entry);
        }
        count
    }

    fn list(&self, household: HouseholdKey) -> Option<Revitalisation> {
        self.county.household(household).list
    }

    fn members(&self, households: &BTreeSet<HouseholdKey>) -> usize {
        let size = |key: &HouseholdKey| self.county.household(*key).members.len();
        households.iter().map(size).sum()
    }
}

fn class(entry: &RosterEntry) -> Option<DibaoClass> {
    match entry.terms {
        Terms::Dibao { class, .. } => Some(class),
        _ => None,
    }
}

fn single(entry: &RosterEntry) -> bool {
    matches!(entry.terms, Terms::Dibao { single: true, .. })
}

fn upper(entry: &RosterEntry) -> bool {
    class(entry).is_some_and(DibaoClass::is_upper)
}

fn lower(entry: &RosterEntry) -> bool {
    class(entry).is_some_and(|class| !class.is_upper())
}

fn allowance(entry: &RosterEntry) -> bool {
    matches!(
        entry.programme(),
        Programme::DisabilityLiving | Programme::DisabilityCare
    )
}

/// Asserts 户 and 人, whatever else stands beside them.
fn same(figures: &Value, path: &str, counted: &Value) {
    let found = figures.pointer(path).unwrap_or(&Value::Null);
    for (leaf, value) in counted.as_object().unwrap() {
        assert_eq!(&found[leaf], value, "{path} {leaf}: {found}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dibao_is_counted_as_recorded() {
    let figures = get("clerk", "/figures?on=2022-10-25").await;
    let records = Records::new();
    let classes = |wanted: &[DibaoClass]| {
        records
            .count(|entry| class(entry).is_some_and(|class| wanted.contains(&class)))
            .shown()
    };
    use DibaoClass::{First, Fourth, Second, Third};
    for (path, counted) in [
        ("/F-005", classes(&[First, Second, Third, Fourth])),
        ("/F-006/一二类", classes(&[First, Second])),
        ("/F-006/一类", classes(&[First])),
        ("/F-006/二类", classes(&[Second])),
        ("/F-006/单人户", records.count(single).shown()),
        ("/F-007/三四类", classes(&[Third, Fourth])),
        ("/F-007/三类", classes(&[Third])),
        ("/F-007/四类", classes(&[Fourth])),
    ] {
        same(&figures, path, &counted);
    }
    // Persons with a disability, covered alone and with their household.
    let disabled = |alone: bool| {
        let persons = records
            .count(|entry| class(entry).is_some() && single(entry) == alone)
            .1;
        persons
            .iter()
            .filter(|person| records.county.person(**person).disability.is_some())
            .count()
    };
    assert!(disabled(true) > 0 && disabled(false) > 0);
    same(
        &figures,
        "/F-018/单人施保",
        &json!({ "人": disabled(true) }),
    );
    same(
        &figures,
        "/F-018/整户施保",
        &json!({ "人": disabled(false) }),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn persons_with_awards_of_their_own_are_counted_as_recorded() {
    let figures = get("clerk", "/figures?on=2022-10-25").await;
    let records = Records::new();
    let of = |programme: Programme| records.count(|entry| entry.programme() == programme);
    same(&figures, "/F-008/农村特困", &of(Programme::Tekun).shown());
    let placed = records
        .count(|entry| matches!(&entry.terms, Terms::Tekun { mode, .. } if *mode == SupportMode::Institution));
    if !placed.1.is_empty() {
        same(
            &figures,
            "/F-008/农村特困/集中供养",
            &json!({ "人": placed.1.len() }),
        );
    }
    for (path, programme) in [
        ("/F-008/孤儿", Programme::Orphan),
        ("/F-008/事实无人抚养儿童", Programme::UnsupportedChild),
        ("/F-019/护理", Programme::DisabilityCare),
        ("/F-019/生活", Programme::DisabilityLiving),
    ] {
        let persons = of(programme).1.len();
        assert!(persons > 0, "{path}: nobody to count");
        same(&figures, path, &json!({ "人": persons }));
    }
    let (care, living) = (
        of(Programme::DisabilityCare).1,
        of(Programme::DisabilityLiving).1,
    );
    same(
        &figures,
        "/F-019",
        &json!({ "人": care.union(&living).count() }),
    );
    same(
        &figures,
        "/F-019/叠加",
        &json!({ "人": care.intersection(&living).count() }),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lists_are_counted_as_recorded() {
    let figures = get("clerk", "/figures?on=2022-10-25").await;
    let records = Records::new();
    for (figure, name, list) in [
        ("F-009", "已脱贫", Revitalisation::OutOfPoverty),
        ("F-010", "脱贫不稳定", Revitalisation::Unstable),
        ("F-011", "边缘易致贫", Revitalisation::Marginal),
        ("F-012", "突发严重困难", Revitalisation::Sudden),
    ] {
        let inside = |keep: &dyn Fn(&RosterEntry) -> bool| {
            records.count(|entry| records.list(entry.household) == Some(list) && keep(entry))
        };
        let all: BTreeSet<HouseholdKey> = records
            .county
            .households
            .iter()
            .filter(|household| household.list == Some(list))
            .map(|household| household.key)
            .collect();
        let tekun = |entry: &RosterEntry| entry.programme() == Programme::Tekun;
        let allowances = inside(&allowance);
        let mut relief = Count::default();
        for given in &records.county.one_offs {
            if all.contains(&given.household) {
                relief.0.insert(given.household);
                relief.1.extend(&given.persons);
            }
        }
        let heads = |households: &BTreeSet<HouseholdKey>| json!({ "户": households.len(), "人": records.members(households) });
        for (part, counted) in [
            (name, heads(&all)),
            ("一二类", inside(&upper).shown()),
            ("三四类", inside(&lower).shown()),
            ("特困", inside(&tekun).shown()),
            ("两项补贴", heads(&allowances.0)),
            ("临时救助", relief.shown()),
        ] {
            same(&figures, &format!("/{figure}/{part}"), &counted);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_year_is_counted_as_recorded() {
    let figures = get("clerk", "/figures?on=2022-10-25").await;
    let records = Records::new();
    let county = &records.county;
    let mut relief = Count::default();
    let mut sum = Money::ZERO;
    for given in &county.one_offs {
        relief.0.insert(given.household);
        relief.1.extend(&given.persons);
        sum = sum.checked_add(given.amount).unwrap();
    }
    same(&figures, "/F-013", &relief.shown());
    same(&figures, "/F-013", &json!({ "万元": sum.to_wan() }));
    same(
        &figures,
        "/F-014/临时救助",
        &json!({ "万元": sum.to_wan() }),
    );

    let (mut entered, mut tekun, mut grace) =
        (Count::default(), Count::default(), Count::default());
    let (mut tiers, mut removed) = (Count::default(), Count::default());
    for event in &county.events {
        let before = county.state_at(event.month.prev());
        let award = before.awards.get(&(event.programme, event.number.clone()));
        match (&event.change, event.programme) {
            (Change::Start(entry), Programme::Dibao) if upper(entry) => entered.add(entry),
            (Change::Start(entry), Programme::Tekun) => tekun.add(entry),
            (Change::Grace { .. }, Programme::Dibao) => grace.add(&award.unwrap().entry),
            (Change::Terms { .. }, Programme::Tekun) => tiers.add(&award.unwrap().entry),
            (Change::Stop, Programme::DisabilityLiving | Programme::DisabilityCare) => {
                removed.add(&award.unwrap().entry);
            }
            _ => {}
        }
    }
    same(&figures, "/F-021/新纳入一二类", &entered.shown());
    same(&figures, "/F-021/渐退", &grace.shown());
    for (part, counted) in [
        ("新纳入特困", tekun),
        ("护理档位调整", tiers),
        ("清退两项补贴", removed),
    ] {
        same(
            &figures,
            &format!("/F-021/{part}"),
            &json!({ "人": counted.1.len() }),
        );
    }
    // The standards are those of the report, whatever the size of the place.
    for (path, before, now) in [
        ("/F-016/农村低保标准", "4788", "5268"),
        ("/F-016/特困基本生活", "6228", "6852"),
        ("/F-017/无自理", "400", "451"),
        ("/F-017/半自理", "280", "301"),
        ("/F-017/有自理", "140", "150"),
    ] {
        same(&figures, path, &json!({ "2021": before, "2022": now }));
    }
}
