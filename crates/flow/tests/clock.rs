//! Clocks, lamps, publicity and what the program does by itself.

#![allow(clippy::unwrap_used)]

mod support;

use flow::{Act, Delegation, Due, Lamp, RefusalKind as Kind, Timeout};
use kernel::WorkingDays;
use support::*;

#[test]
fn a_total_runs_from_acceptance_and_its_lamp_turns() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let mut case = begin(&desk, "2026-07-01");
    assert!(desk.clock(&case, on("2026-07-01")).deadlines.is_empty());
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    // Friday 3 July is day nought; 30 working days end on Friday 14 August.
    let total = |day: &str| desk.clock(&case, on(day)).deadlines[0].clone();
    assert_eq!(total("2026-07-03").due, Due::On(date("2026-08-14")));
    assert_eq!(total("2026-07-03").left, Some(30));
    assert_eq!(total("2026-08-10").lamp, Lamp::Green);
    assert_eq!(total("2026-08-11").lamp, Lamp::Yellow);
    assert_eq!(total("2026-08-13").lamp, Lamp::Red);
    assert_eq!(total("2026-08-17").left, Some(-1));
    let overdue = desk.overdue(&case, on("2026-08-17"));
    assert_eq!(overdue[0].timeout, Timeout::Escalate("county".into()));
    assert!(desk.overdue(&case, on("2026-08-14")).is_empty());
}

#[test]
fn an_extension_comes_in_time_and_once() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let special = || Act::Extend {
        reason: "special".into(),
    };
    let mut case = begin(&desk, "2026-07-01");
    assert_eq!(
        act(&desk, &mut case, "clerk", special(), "2026-07-01"),
        Err(Kind::NothingToExtend)
    );
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    assert_eq!(
        act(&desk, &mut case.clone(), "clerk", special(), "2026-08-17"),
        Err(Kind::TooLate)
    );
    assert_eq!(
        act(&desk, &mut case, "county", special(), "2026-08-14"),
        Err(Kind::WrongRole)
    );
    act(&desk, &mut case, "clerk", special(), "2026-08-14").unwrap();
    assert_eq!(
        act(&desk, &mut case, "clerk", special(), "2026-08-14"),
        Err(Kind::NothingToExtend)
    );
    let clock = desk.clock(&case, on("2026-08-14"));
    assert_eq!(
        (clock.deadlines[0].days, clock.deadlines[0].left),
        (45, Some(15))
    );
}

#[test]
fn a_delegation_shortens_the_total_while_it_lasts() {
    let procedure = load(parts());
    let delegations = [Delegation {
        programme: "aid".into(),
        division: code("620521100"),
        from: date("2026-07-01"),
        to: Some(date("2026-07-20")),
        document: "委托书".into(),
    }];
    let desk = flow::Desk {
        delegations: &delegations,
        ..desk(&procedure)
    };
    let mut case = begin(&desk, "2026-07-01");
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    assert_eq!(desk.clock(&case, on("2026-07-20")).deadlines[0].days, 20);
    assert_eq!(desk.clock(&case, on("2026-07-21")).deadlines[0].days, 30);
}

/// Counts by walking every day, which the engine's arithmetic has to agree with.
fn naive(start: &str, limit: u32, still: &[(&str, &str)]) -> chrono::NaiveDate {
    let mut day = date(start);
    let mut left = limit;
    while left > 0 {
        day = day.succ_opt().unwrap();
        let stands = still
            .iter()
            .any(|(from, to)| date(from) < day && day <= date(to));
        if !stands && WorkingDays::embedded().is_working(day).unwrap() {
            left -= 1;
        }
    }
    day
}

#[test]
fn the_clock_stops_for_named_reasons_and_not_for_longer_than_allowed() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let pause = || Act::Pause {
        reason: "recheck".into(),
    };
    let mut case = begin(&desk, "2026-07-01");
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    act(&desk, &mut case, "clerk", pause(), "2026-07-08").unwrap();
    assert_eq!(
        act(&desk, &mut case, "clerk", pause(), "2026-07-08"),
        Err(Kind::ClockStands)
    );
    act(&desk, &mut case, "clerk", Act::Resume, "2026-07-15").unwrap();
    assert_eq!(
        act(&desk, &mut case, "clerk", Act::Resume, "2026-07-15"),
        Err(Kind::ClockStands)
    );
    let due = |case: &flow::Case, day: &str| desk.clock(case, on(day)).deadlines[0].due.clone();
    let expected = naive("2026-07-03", 30, &[("2026-07-08", "2026-07-15")]);
    assert_eq!(due(&case, "2026-07-15"), Due::On(expected));
    // Ten working days from 22 July end on 5 August: from then on the clock runs by itself.
    act(&desk, &mut case, "clerk", pause(), "2026-07-22").unwrap();
    let expected = naive(
        "2026-07-03",
        30,
        &[("2026-07-08", "2026-07-15"), ("2026-07-22", "2026-08-05")],
    );
    assert_eq!(due(&case, "2026-09-01"), Due::On(expected));
}

#[test]
fn a_limit_that_runs_into_a_year_without_table_keeps_its_lamp() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let mut case = begin(&desk, "2026-11-20");
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-11-25",
    )
    .unwrap();
    let clock = desk.clock(&case, on("2026-12-01"));
    assert!(matches!(&clock.deadlines[0].due, Due::Unknown(error) if error.year == 2027));
    assert_eq!(
        (clock.deadlines[0].left, clock.lamp),
        (Some(26), Lamp::Green)
    );
    // In that year itself nobody can count: yellow, not calm.
    let later = desk.clock(&case, on("2027-01-04"));
    assert_eq!((later.deadlines[0].left, later.lamp), (None, Lamp::Yellow));
}

#[test]
fn a_publicity_hangs_its_full_time_and_comes_down_by_itself() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let post = |day: &str| Act::Post {
        step: "publicity".into(),
        place: "village".into(),
        on: date(day),
        proof: None,
    };
    let mut case = begin(&desk, "2026-07-01");
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    let facts = flow::Facts::new();
    assert_eq!(
        act(
            &desk,
            &mut case,
            "clerk",
            finish("publicity", "quiet"),
            "2026-07-03"
        ),
        Err(Kind::NotPosted)
    );
    assert_eq!(
        act(&desk, &mut case, "clerk", post("2026-07-02"), "2026-07-06"),
        Err(Kind::BackDated)
    );
    assert_eq!(
        act(&desk, &mut case, "clerk", post("2026-07-07"), "2026-07-06"),
        Err(Kind::Future)
    );
    act(&desk, &mut case, "clerk", post("2026-07-06"), "2026-07-06").unwrap();
    // The day after posting is the first, the seventh day is the 13th.
    assert!(desk.due(&case, &facts, on("2026-07-13")).is_empty());
    assert_eq!(
        act(
            &desk,
            &mut case,
            "clerk",
            finish("publicity", "quiet"),
            "2026-07-13"
        ),
        Err(Kind::PublicityRunning)
    );
    let mut cut = case.clone();
    let down = Act::TakeDown {
        step: "publicity".into(),
        on: date("2026-07-10"),
    };
    act(&desk, &mut cut, "clerk", down, "2026-07-10").unwrap();
    assert_eq!(
        act(
            &desk,
            &mut cut,
            "clerk",
            finish("publicity", "quiet"),
            "2026-07-20"
        ),
        Err(Kind::PublicityCutShort)
    );
    act(&desk, &mut cut, "clerk", post("2026-07-20"), "2026-07-20").unwrap();
    let due = desk.due(&case, &facts, on("2026-07-14"));
    assert_eq!(due.len(), 1);
    act(&desk, &mut case, "system", due[0].clone(), "2026-07-14").unwrap();
    assert_eq!(flow::State::of(&case).status("decide"), flow::Status::Open);
    // Ten working days later the text says what happens, and not a day earlier.
    assert!(desk.due(&case, &facts, on("2026-07-28")).is_empty());
    assert_eq!(
        act(
            &desk,
            &mut case,
            "system",
            finish("decide", "lapse"),
            "2026-07-28"
        ),
        Err(Kind::NotDue)
    );
    assert_eq!(desk.due(&case, &facts, on("2026-07-29")).len(), 1);
}

#[test]
fn nobody_acts_on_a_closed_case_or_behind_its_back() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let mut case = begin(&desk, "2026-07-01");
    assert_eq!(
        act(
            &desk,
            &mut case,
            "clerk",
            finish("apply", "accept"),
            "2026-06-30"
        ),
        Err(Kind::BackDated)
    );
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-03",
    )
    .unwrap();
    assert_eq!(
        act(
            &desk,
            &mut case,
            "clerk",
            finish("apply", "accept"),
            "2026-07-03"
        ),
        Err(Kind::NotOpen)
    );
    let post = Act::Post {
        step: "publicity".into(),
        place: "village".into(),
        on: date("2026-07-03"),
        proof: None,
    };
    act(&desk, &mut case, "clerk", post, "2026-07-03").unwrap();
    act(
        &desk,
        &mut case,
        "clerk",
        finish("publicity", "quiet"),
        "2026-07-13",
    )
    .unwrap();
    act(
        &desk,
        &mut case,
        "county",
        finish("decide", "grant"),
        "2026-07-14",
    )
    .unwrap();
    assert_eq!(
        act(
            &desk,
            &mut case,
            "county",
            finish("decide", "grant"),
            "2026-07-14"
        ),
        Err(Kind::Closed)
    );
    let clock = desk.clock(&case, on("2027-03-01"));
    assert_eq!(clock.lamp, Lamp::Green);
    assert_eq!(clock.deadlines[0].met, Some(date("2026-07-14")));
    assert!(
        desk.road(&case)
            .iter()
            .all(|stop| stop.place == flow::Place::Done)
    );
}

#[test]
fn a_case_is_accepted_under_the_rules_of_the_day() {
    let mut text = parts();
    text.to = Some(date("2026-07-10"));
    let procedure = load(text);
    let desk = desk(&procedure);
    let opened = |day: &str| {
        desk.open(opening(), &officer("clerk"), &flow::Facts::new(), on(day))
            .map_err(|refusal| refusal.kind)
    };
    assert_eq!(opened("2026-06-30").unwrap_err(), Kind::RulesChanged);
    let mut case = opened("2026-07-10").unwrap();
    assert_eq!(flow::State::of(&case).accepted, None);
    let late = act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-11",
    );
    assert_eq!(late, Err(Kind::RulesChanged));
    act(
        &desk,
        &mut case,
        "clerk",
        finish("apply", "accept"),
        "2026-07-10",
    )
    .unwrap();
    assert_eq!(flow::State::of(&case).accepted, Some(date("2026-07-10")));
}
