//! The printed figures of the report of 2022-10-25, counted from single records.
//!
//! The counting here shares nothing with the way the county is made: it replays roster and
//! events by itself and counts households, persons and months one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use kernel::{Money, Month};
use synth::County;
use synth::model::{
    CareTier, Change, DibaoClass, HouseholdKey, PersonKey, PlacementKind, Programme, Reason,
    ReliefCause, Revitalisation, RosterEntry, SupportMode, Terms,
};

static COUNTY: LazyLock<County> = LazyLock::new(|| County::generate(2022));

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

/// The awards in payment in a month, by programme and number.
type Awards = BTreeMap<(Programme, &'static str), RosterEntry>;

fn in_payment(at: Month) -> Awards {
    let open =
        |entry: &'static RosterEntry| ((entry.programme(), entry.number.as_str()), entry.clone());
    let mut awards: Awards = COUNTY.roster.iter().map(open).collect();
    for event in COUNTY.events.iter().filter(|event| event.month <= at) {
        let number = (event.programme, event.number.as_str());
        match &event.change {
            Change::Start(entry) => {
                assert_eq!(entry.from, event.month);
                assert!(
                    awards.insert(number, entry.clone()).is_none(),
                    "{number:?} starts twice"
                );
            }
            Change::Stop => {
                awards
                    .remove(&number)
                    .expect("only a running award can stop");
            }
            Change::Terms { before, after } => {
                let award = awards
                    .get_mut(&number)
                    .expect("only a running award can change");
                assert_eq!(&award.terms, before);
                award.terms = after.clone();
            }
            Change::MemberLeft(person) => {
                let award = awards
                    .get_mut(&number)
                    .expect("only a running award can lose a member");
                let count = award.covered.len();
                award.covered.retain(|covered| covered != person);
                assert_eq!(award.covered.len() + 1, count);
            }
            Change::Grace { last } => {
                assert!(awards.contains_key(&number) && *last >= event.month);
            }
        }
    }
    awards
}

fn october() -> Awards {
    in_payment(month("2022-10"))
}

/// Households and persons covered.
fn count<'a>(entries: impl Iterator<Item = &'a RosterEntry>) -> (usize, usize) {
    let mut households = BTreeSet::new();
    let mut persons = BTreeSet::new();
    for entry in entries {
        households.insert(entry.household);
        for person in &entry.covered {
            assert!(persons.insert(*person), "a person is covered twice");
        }
    }
    (households.len(), persons.len())
}

fn class(entry: &RosterEntry) -> Option<DibaoClass> {
    match entry.terms {
        Terms::Dibao { class, .. } => Some(class),
        _ => None,
    }
}

fn of(programme: Programme) -> impl Fn(&&RosterEntry) -> bool {
    move |entry| entry.programme() == programme
}

#[test]
fn f_005_to_f_007_dibao_by_class() {
    let awards = october();
    assert_eq!(
        count(awards.values().filter(of(Programme::Dibao))),
        (8576, 25_697)
    );
    let by = |wanted: &[DibaoClass]| {
        count(
            awards
                .values()
                .filter(|entry| class(entry).is_some_and(|class| wanted.contains(&class))),
        )
    };
    use DibaoClass::{First, Fourth, Second, Third};
    assert_eq!(by(&[First]), (1262, 2088));
    assert_eq!(by(&[Second]), (4243, 10_243));
    assert_eq!(by(&[Third]), (2908, 12_565));
    assert_eq!(by(&[Fourth]), (163, 801));
    assert_eq!(by(&[First, Second]), (5505, 12_331));
    // D-02: derived, not the printed 3419 and 14894.
    assert_eq!(by(&[Third, Fourth]), (3071, 13_366));
    // Covered alone, by the record's word and by the number covered.
    let single = |entry: &&RosterEntry| matches!(entry.terms, Terms::Dibao { single: true, .. });
    assert_eq!(count(awards.values().filter(single)), (2427, 2427));
    let one =
        |entry: &&RosterEntry| entry.programme() == Programme::Dibao && entry.covered.len() == 1;
    assert_eq!(awards.values().filter(one).count(), 2427);
}

#[test]
fn f_008_tekun_and_children() {
    let awards = october();
    assert_eq!(
        count(awards.values().filter(of(Programme::Tekun))),
        (910, 968)
    );
    assert_eq!(count(awards.values().filter(of(Programme::Orphan))).1, 25);
    assert_eq!(
        count(awards.values().filter(of(Programme::UnsupportedChild))).1,
        168
    );
    // D-07: 41 of all live in institutions.
    let placed = |entry: &&RosterEntry| {
        matches!(
            entry.terms,
            Terms::Tekun {
                mode: SupportMode::Institution,
                ..
            }
        )
    };
    assert_eq!(awards.values().filter(placed).count(), 41);
    // D-06: 28 orphans are placed, 25 of them paid.
    let relatives = COUNTY
        .placements
        .iter()
        .filter(|placement| placement.kind == PlacementKind::Relatives)
        .count();
    assert_eq!((COUNTY.placements.len(), relatives), (28, 25));
}

#[test]
fn f_009_to_f_012_the_lists() {
    let awards = october();
    let list = |household: HouseholdKey| COUNTY.households[household.0 as usize].list;
    let cell = |wanted: Revitalisation, which: &dyn Fn(&RosterEntry) -> bool| {
        count(
            awards
                .values()
                .filter(|entry| list(entry.household) == Some(wanted) && which(entry)),
        )
    };
    let upper = |entry: &RosterEntry| class(entry).is_some_and(|class| class <= DibaoClass::Second);
    let lower = |entry: &RosterEntry| class(entry).is_some_and(|class| class >= DibaoClass::Third);
    let tekun = |entry: &RosterEntry| entry.programme() == Programme::Tekun;
    let orphan = |entry: &RosterEntry| entry.programme() == Programme::Orphan;
    let unsupported = |entry: &RosterEntry| entry.programme() == Programme::UnsupportedChild;
    // 两项补贴: families with at least one of the two, and all their members.
    let allowances = |wanted: Revitalisation| {
        let families: BTreeSet<HouseholdKey> = awards
            .values()
            .filter(|entry| {
                matches!(
                    entry.programme(),
                    Programme::DisabilityLiving | Programme::DisabilityCare
                )
            })
            .map(|entry| entry.household)
            .filter(|household| list(*household) == Some(wanted))
            .collect();
        let members = families
            .iter()
            .map(|household| COUNTY.households[household.0 as usize].members.len())
            .sum();
        (families.len(), members)
    };
    let relief = |wanted: Revitalisation| {
        let given = COUNTY
            .one_offs
            .iter()
            .filter(|one_off| list(one_off.household) == Some(wanted));
        let households: BTreeSet<HouseholdKey> =
            given.clone().map(|one_off| one_off.household).collect();
        (
            households.len(),
            given.map(|one_off| one_off.persons.len()).sum::<usize>(),
        )
    };
    let all = |wanted: Revitalisation| {
        let families = COUNTY
            .households
            .iter()
            .filter(|household| household.list == Some(wanted));
        (
            families.clone().count(),
            families
                .map(|household| household.members.len())
                .sum::<usize>(),
        )
    };
    type Row = (Revitalisation, [(usize, usize); 8], (usize, usize));
    let rows: [Row; 4] = [
        (
            Revitalisation::OutOfPoverty,
            [
                (20_753, 94_176),
                (1687, 5783),
                (1017, 4517),
                (120, 139),
                (4, 4),
                (0, 0),
                (1218, 4178),
                (2075, 4671),
            ],
            (4042, 14_617),
        ),
        (
            Revitalisation::Unstable,
            [
                (700, 3311),
                (215, 884),
                (77, 392),
                (5, 5),
                (2, 2),
                (11, 20),
                (106, 363),
                (98, 249),
            ],
            (403, 1644),
        ),
        (
            Revitalisation::Marginal,
            [
                (1124, 4559),
                (448, 1545),
                (244, 1085),
                (4, 8),
                (0, 0),
                (14, 20),
                (199, 613),
                (173, 405),
            ],
            // D-03: 895 households derived, 892 printed.
            (895, 3251),
        ),
        (
            Revitalisation::Sudden,
            [
                (45, 214),
                (24, 109),
                (5, 27),
                (1, 1),
                (0, 0),
                (1, 1),
                (11, 14),
                (18, 85),
            ],
            (41, 151),
        ),
    ];
    for (wanted, figures, gross) in rows {
        let counted = [
            all(wanted),
            cell(wanted, &upper),
            cell(wanted, &lower),
            cell(wanted, &tekun),
            cell(wanted, &orphan),
            cell(wanted, &unsupported),
            allowances(wanted),
            relief(wanted),
        ];
        assert_eq!(counted, figures, "{wanted:?}");
        // D-04: the printed total adds four programmes, people in two of them twice.
        let sum = [1, 2, 3, 6].iter().fold((0, 0), |sum, at| {
            (sum.0 + counted[*at].0, sum.1 + counted[*at].1)
        });
        assert_eq!(sum, gross, "{wanted:?}");
        if wanted != Revitalisation::Sudden {
            let heads: BTreeSet<HouseholdKey> = awards
                .values()
                .filter(|entry| {
                    list(entry.household) == Some(wanted) && !orphan(entry) && !unsupported(entry)
                })
                .map(|entry| entry.household)
                .collect();
            assert!(
                heads.len() < gross.0,
                "families in two programmes are counted once here"
            );
        }
    }
}

#[test]
fn f_013_and_f_027_temporary_relief() {
    let households: BTreeSet<HouseholdKey> = COUNTY
        .one_offs
        .iter()
        .map(|one_off| one_off.household)
        .collect();
    let persons: BTreeSet<PersonKey> = COUNTY
        .one_offs
        .iter()
        .flat_map(|one_off| one_off.persons.clone())
        .collect();
    assert_eq!((households.len(), persons.len()), (9802, 20_003));
    let amount: Money = COUNTY.one_offs.iter().map(|one_off| one_off.amount).sum();
    assert_eq!(
        (amount.to_string(), amount.to_wan()),
        ("22815818.00".to_owned(), "2281.5818".to_owned())
    );
    let by = |cause| {
        COUNTY
            .one_offs
            .iter()
            .filter(|one_off| one_off.cause == cause)
            .count()
    };
    assert_eq!(
        (by(ReliefCause::Student), by(ReliefCause::Accident)),
        (577, 33)
    );
    let (least, most) = (Money::from_fen(30_000), Money::from_fen(2_100_000));
    assert!(
        COUNTY
            .one_offs
            .iter()
            .all(|one_off| (least..=most).contains(&one_off.amount))
    );
    assert!(
        COUNTY
            .one_offs
            .iter()
            .all(|one_off| one_off.month > COUNTY.opening && one_off.month <= COUNTY.last)
    );
}

/// Person-months January to October by class, tier or programme.
fn person_months(key: impl Fn(&RosterEntry) -> Option<usize>, keys: usize) -> Vec<i64> {
    let mut months = vec![0; keys];
    for at in COUNTY.opening.next().through(COUNTY.last) {
        for entry in in_payment(at).values() {
            if let Some(key) = key(entry) {
                months[key] += entry.covered.len() as i64;
            }
        }
    }
    months
}

#[test]
fn f_014_person_months_behind_the_amounts() {
    let dibao = person_months(|entry| class(entry).map(DibaoClass::index), 4);
    assert_eq!(dibao, [20_880, 102_430, 125_650, 8010]);
    let wan: i64 = dibao
        .iter()
        .zip([439, 417, 84, 58])
        .map(|(months, rate)| months * rate)
        .sum();
    assert_eq!(wan, 62_898_810);
    let tier = |entry: &RosterEntry| match entry.terms {
        Terms::Tekun { tier, .. } => Some(tier as usize),
        _ => None,
    };
    let tekun = person_months(tier, 3);
    assert_eq!(tekun.iter().sum::<i64>(), 9680);
    let sum: i64 = tekun
        .iter()
        .zip([451, 301, 150])
        .map(|(months, rate)| months * (571 + rate))
        .sum();
    assert_eq!(sum, 7_797_956);
    let of = |programme| move |entry: &RosterEntry| (entry.programme() == programme).then_some(0);
    assert_eq!(person_months(of(Programme::Orphan), 1), [250]);
    assert_eq!(person_months(of(Programme::UnsupportedChild), 1), [1631]);
}

#[test]
fn f_018_and_f_019_disabled_persons() {
    let awards = october();
    let covered = |single: bool| -> BTreeSet<PersonKey> {
        awards
            .values()
            .filter(
                |entry| matches!(entry.terms, Terms::Dibao { single: how, .. } if how == single),
            )
            .flat_map(|entry| entry.covered.iter().copied())
            .filter(|person| COUNTY.persons[person.0 as usize].disability.is_some())
            .collect()
    };
    assert_eq!((covered(true).len(), covered(false).len()), (2427, 2770));
    let holders = |programme| -> BTreeSet<PersonKey> {
        awards
            .values()
            .filter(of(programme))
            .flat_map(|entry| entry.covered.iter().copied())
            .collect()
    };
    let (care, living) = (
        holders(Programme::DisabilityCare),
        holders(Programme::DisabilityLiving),
    );
    assert_eq!((care.len(), living.len()), (4970, 4808));
    assert_eq!(care.intersection(&living).count(), 3287);
    // D-05: derived, not the printed 6962.
    assert_eq!(care.union(&living).count(), 6491);
    let tekun = holders(Programme::Tekun);
    assert!(care.union(&living).all(|person| !tekun.contains(person)));
    let dibao: BTreeSet<PersonKey> = covered(true).union(&covered(false)).copied().collect();
    assert!(
        living.is_subset(&dibao),
        "the living allowance goes to disabled persons in dibao"
    );
    for person in &care {
        let disability = COUNTY.persons[person.0 as usize]
            .disability
            .expect("a disability");
        assert!(disability.grade.is_severe());
    }
}

#[test]
fn f_021_changes_of_the_year() {
    let events = &COUNTY.events;
    let started = |event: &&synth::model::Event| match &event.change {
        Change::Start(entry) => class(entry).is_some_and(|class| class.is_upper()),
        _ => false,
    };
    let entered: Vec<&RosterEntry> = events
        .iter()
        .filter(started)
        .filter_map(|event| {
            if let Change::Start(entry) = &event.change {
                Some(entry)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(count(entered.into_iter()), (192, 463));
    let tekun = |event: &&synth::model::Event| event.programme == Programme::Tekun;
    let of = |change: fn(&Change) -> bool| {
        events
            .iter()
            .filter(tekun)
            .filter(|event| change(&event.change))
            .count()
    };
    assert_eq!(of(|change| matches!(change, Change::Start(_))), 85);
    assert_eq!(of(|change| matches!(change, Change::Terms { .. })), 71);
    assert_eq!(of(|change| matches!(change, Change::Stop)), 85);
    // 渐退: the households whose grace period began, and the persons covered then.
    let mut grace = (0, 0);
    for at in COUNTY.opening.next().through(COUNTY.last) {
        let awards = in_payment(at.prev());
        for event in events
            .iter()
            .filter(|event| event.month == at && matches!(event.change, Change::Grace { .. }))
        {
            grace = (
                grace.0 + 1,
                grace.1
                    + awards[&(event.programme, event.number.as_str())]
                        .covered
                        .len(),
            );
            if let Change::Grace { last } = event.change {
                assert!(
                    last.months_since(at) < 6,
                    "a grace period lasts at most six months"
                );
            }
        }
    }
    assert_eq!(grace, (353, 1568));
    let mut holders: BTreeMap<(Programme, &str), PersonKey> = BTreeMap::new();
    let started = events.iter().filter_map(|event| match &event.change {
        Change::Start(entry) => Some(entry),
        _ => None,
    });
    for entry in COUNTY.roster.iter().chain(started) {
        holders.insert((entry.programme(), &entry.number), entry.covered[0]);
    }
    let removed: BTreeSet<PersonKey> = events
        .iter()
        .filter(|event| {
            matches!(
                event.programme,
                Programme::DisabilityLiving | Programme::DisabilityCare
            )
        })
        .filter(|event| event.change == Change::Stop)
        .map(|event| holders[&(event.programme, event.number.as_str())])
        .collect();
    assert_eq!(removed.len(), 295);
}

#[test]
fn f_022_share_of_the_upper_classes() {
    // Hundredths of a percent of the agricultural population, rounded half up.
    let share = |at: &str| {
        let awards = in_payment(month(at));
        let persons = count(
            awards
                .values()
                .filter(|entry| class(entry).is_some_and(|class| class.is_upper())),
        )
        .1;
        (persons * 100_000 / 295_708 + 5) / 10
    };
    assert_eq!((share("2021-12"), share("2022-10")), (413, 417));
}

#[test]
fn reasons_agree_with_the_records() {
    for event in &COUNTY.events {
        let household = &COUNTY.households[event.household.0 as usize];
        match (&event.change, event.reason) {
            (Change::Stop, Reason::Death) => {
                let dead = COUNTY
                    .members(household)
                    .iter()
                    .filter_map(|person| person.died_on);
                assert!(
                    dead.map(Month::of)
                        .any(|died| died < event.month && event.month.months_since(died) <= 3)
                );
            }
            (Change::MemberLeft(person), _) => {
                let died = COUNTY.person(*person).died_on.expect("who leaves has died");
                assert!(Month::of(died) < event.month);
            }
            (
                Change::Terms {
                    before: Terms::Tekun { tier: before, .. },
                    after: Terms::Tekun { tier, .. },
                },
                reason,
            ) => {
                assert_eq!(*tier < *before, reason == Reason::AbilityLower);
                assert_ne!(*tier, *before);
            }
            (Change::Stop, reason) => assert_ne!(reason, Reason::Eligible),
            _ => {}
        }
    }
    assert_eq!(CareTier::ALL.len(), 3);
}
