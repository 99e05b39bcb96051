//! Are the people plausible, their numbers valid and unique, the records consistent?

use std::collections::{BTreeMap, BTreeSet};

use kernel::codes::{CodeList, DisabilityKind, Ethnicity, Relation, Sex};
use kernel::{IdNumber, Month};
use synth::County;
use synth::model::{Change, PersonKey, Programme, RosterEntry, StudyStage, Terms};

fn entries(county: &County) -> impl Iterator<Item = &RosterEntry> {
    let started = county
        .events
        .iter()
        .filter_map(|event| match &event.change {
            Change::Start(entry) => Some(entry),
            _ => None,
        });
    county.roster.iter().chain(started)
}

#[test]
fn the_same_seed_makes_the_same_county_and_another_seed_another() {
    let county = County::generate(7);
    assert_eq!(county, County::generate(7));
    let other = County::generate(8);
    assert_ne!(county.persons, other.persons);
    assert_ne!(county.events, other.events);
}

#[test]
fn people_and_records_are_consistent() {
    for county in [County::generate(620_521), County::village(3, 400)] {
        numbers(&county);
        families(&county);
        awards(&county);
    }
}

fn numbers(county: &County) {
    let mut ids = BTreeSet::new();
    let mut names = BTreeMap::new();
    for (at, person) in county.persons.iter().enumerate() {
        assert_eq!(person.key.0 as usize, at);
        assert_eq!(
            IdNumber::parse(person.id_number.as_str()),
            Ok(person.id_number)
        );
        assert!(
            ids.insert(person.id_number),
            "an identity number stands twice"
        );
        assert!(
            Month::of(person.birth()) < county.opening,
            "everyone is born before the opening roster"
        );
        assert!(
            (2..=16).contains(&person.name.chars().count()),
            "{}",
            person.name.chars().count()
        );
        *names.entry(person.name.chars().count()).or_insert(0usize) += 1;
        if let Some(disability) = person.disability {
            assert_eq!(disability.card.id_number(), person.id_number);
            assert_eq!(
                (disability.card.kind(), disability.card.grade()),
                (disability.kind, disability.grade)
            );
        }
    }
    let mut accounts = BTreeSet::new();
    for (holder, account) in &county.accounts {
        assert_eq!(*holder, account.holder);
        assert!(account.card.passes_luhn());
        assert!(accounts.insert(account.number.clone()) && accounts.insert(account.card.clone()));
    }
    if county.persons.len() > 100_000 {
        assert!(
            names[&2] > 10_000 && names[&3] > 50_000 && names[&4] > 500,
            "{names:?}"
        );
        assert!(
            names.keys().any(|length| *length >= 8),
            "long names of minorities"
        );
        assert!(
            county
                .persons
                .iter()
                .any(|person| person.name.contains('·'))
        );
        assert!(
            county
                .persons
                .iter()
                .any(|person| person.name.chars().any(|c| u32::from(c) > 0xffff))
        );
        assert!(
            county
                .persons
                .iter()
                .any(|person| person.ethnicity != Ethnicity::HAN)
        );
    }
}

fn families(county: &County) {
    let areas: BTreeSet<_> = county.areas.iter().map(|area| area.code).collect();
    let mut next = 0;
    for (at, household) in county.households.iter().enumerate() {
        assert_eq!(household.key.0 as usize, at);
        assert!(household.number.starts_with(household.division.as_str()));
        assert!(areas.contains(&household.division));
        let members = county.members(household);
        assert_eq!(members.len(), household.members.len());
        let head = &members[0];
        assert_eq!(household.members[0].relation, Relation::HEAD);
        assert_eq!(
            household
                .members
                .iter()
                .filter(|member| member.relation.is_head())
                .count(),
            1
        );
        for (member, person) in household.members.iter().zip(members) {
            assert_eq!(
                (member.person, person.household),
                (PersonKey(next), household.key)
            );
            next += 1;
            let (code, older) = (member.relation.code(), head.birth() < person.birth());
            let sex = person.sex();
            match code {
                "11" | "20" | "22" | "23" | "24" | "25" | "26" | "27" | "41" | "51" | "73" => {
                    assert_eq!(sex, Sex::Male)
                }
                "12" | "30" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "42" | "52"
                | "77" => {
                    assert_eq!(sex, Sex::Female);
                }
                _ => {}
            }
            let gap = i64::from(head.birth().years_since(person.birth()).unwrap_or(0));
            let below = i64::from(person.birth().years_since(head.birth()).unwrap_or(0));
            if code.starts_with('2') || (code.starts_with('3') && code != "38") {
                assert!(
                    older && below >= 15,
                    "a child {below} years younger than the head"
                );
            }
            if code.starts_with('4') {
                assert!(
                    older && below >= 34,
                    "a grandchild {below} years younger than the head"
                );
            }
            if matches!(code, "51" | "52") {
                assert!(gap >= 15, "a parent {gap} years older than the head");
            }
        }
    }
    assert_eq!(next as usize, county.persons.len());
}

fn awards(county: &County) {
    let mut numbers = BTreeSet::new();
    let mut held = BTreeSet::new();
    for entry in entries(county) {
        assert!(
            numbers.insert((entry.programme().key(), entry.number.clone())),
            "a certificate number stands twice"
        );
        let household = county.household(entry.household);
        let members: BTreeSet<PersonKey> = household
            .members
            .iter()
            .map(|member| member.person)
            .collect();
        assert!(entry.covered.iter().all(|person| members.contains(person)));
        assert!(members.contains(&entry.holder) && members.contains(&entry.payee));
        assert!(entry.covered.is_sorted());
        assert!(
            county.accounts.contains_key(&entry.payee),
            "who is paid has an account"
        );
        for person in &entry.covered {
            assert!(
                held.insert((entry.programme(), *person)),
                "two awards of a programme for one person"
            );
        }
        covered_persons(county, entry);
    }
    for one_off in &county.one_offs {
        assert!(numbers.insert(("temporary_relief", one_off.number.clone())));
        assert!(county.accounts.contains_key(&one_off.payee));
        assert!(!one_off.persons.is_empty());
        let members: BTreeSet<PersonKey> = county
            .household(one_off.household)
            .members
            .iter()
            .map(|member| member.person)
            .collect();
        assert!(
            one_off
                .persons
                .iter()
                .all(|person| members.contains(person))
        );
        if one_off.cause == synth::model::ReliefCause::Student {
            let student = |person: &PersonKey| {
                matches!(
                    county.person(*person).study,
                    StudyStage::University | StudyStage::College
                )
            };
            assert!(
                one_off.persons.iter().any(student),
                "a family is helped for its student"
            );
        }
    }
}

fn covered_persons(county: &County, entry: &RosterEntry) {
    let first = county.person(entry.covered[0]);
    let age = |person: &synth::model::Person| {
        county.last.day(25).years_since(person.birth()).unwrap_or(0)
    };
    match &entry.terms {
        Terms::Dibao { single: true, .. } => {
            assert_eq!(entry.covered.len(), 1);
            let disability = first.disability.expect("who is covered alone is disabled");
            let third = matches!(
                disability.kind,
                DisabilityKind::Intellectual | DisabilityKind::Mental
            );
            assert!(disability.grade.is_severe() || (disability.grade.number() == 3 && third));
        }
        Terms::Dibao { single: false, .. } => assert!(entry.covered.len() >= 2),
        Terms::Tekun {
            tier, abilities, ..
        } => {
            let failed = abilities.iter().filter(|able| !**able).count();
            let expected = match failed {
                0 => "有自理能力",
                1..=3 => "半自理能力",
                _ => "无自理能力",
            };
            assert_eq!(tier.zh(), expected);
            assert!(age(first) >= 18);
        }
        Terms::Orphan => assert!(age(first) < 18),
        Terms::UnsupportedChild { .. } => {
            let eighteen = Month::of(first.birth()).plus(18 * 12);
            let stopped = county
                .events
                .iter()
                .find(|event| event.number == entry.number && event.change == Change::Stop);
            match stopped {
                Some(event) => assert_eq!(event.month, eighteen.next()),
                None => assert!(age(first) < 18),
            }
        }
        Terms::DisabilityLiving => assert!(first.disability.is_some()),
        Terms::DisabilityCare => assert!(
            first
                .disability
                .is_some_and(|disability| disability.grade.is_severe())
        ),
    }
}

#[test]
fn a_village_has_every_programme_and_change() {
    let village = County::village(1, 120);
    assert_eq!(village.households.len(), 120);
    for programme in Programme::ALL {
        assert!(
            entries(&village).any(|entry| entry.programme() == *programme),
            "{programme:?}"
        );
    }
    let has =
        |change: fn(&Change) -> bool| village.events.iter().any(|event| change(&event.change));
    assert!(has(|change| matches!(change, Change::Start(_))));
    assert!(has(|change| matches!(change, Change::Stop)));
    assert!(has(|change| matches!(change, Change::Terms { .. })));
    assert!(has(|change| matches!(change, Change::Grace { .. })));
    assert!(!village.one_offs.is_empty());
    let state = village.state_at(village.last);
    assert!(state.of(Programme::Dibao).count() > 50);
    assert!(
        County::village(1, 1).households.len() == 1 && County::village(1, 0).households.is_empty()
    );
}

#[test]
fn a_month_asked_for_twice_is_the_same() {
    let village = County::village(2, 80);
    let copy = village.clone();
    for month in village.opening.through(village.last) {
        let state = village.state_at(month);
        assert_eq!(state, village.state_at(month));
        assert_eq!(state, copy.state_at(month));
        assert_eq!(state.month, month);
    }
    assert_eq!(village, copy);
}
