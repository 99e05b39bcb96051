//! P-STEP: no case reaches a state except by a step that is allowed, taken by a person who is
//! allowed, and never dated back.
//!
//! Random walks over every act, every actor and wandering clocks, through every procedure of
//! the packs and every rule set. At each try the engine's answer is laid beside that of a
//! naive reference that knows only the acts that were accepted so far and replays them from
//! the procedure's text with plain loops.

#![allow(clippy::unwrap_used)]

mod reference;
mod world;

use flow::{Act, Case, Desk, PaperState, Request, What};
use pack::{Pack, Tongue, fault};
use reference::{Done, Reference};
use std::collections::BTreeSet;
use std::path::Path;
use world::{Dice, Person, World};

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap_or_else(|f| panic!("{}", fault::render(&f, Tongue::En)))
}

#[derive(Default)]
struct Tally {
    tries: usize,
    taken: usize,
    closed: usize,
    outcomes: BTreeSet<String>,
    all: BTreeSet<String>,
    refusals: BTreeSet<&'static str>,
}

#[test]
fn no_walk_reaches_a_state_by_a_step_that_is_not_allowed() {
    let pack = packs();
    let mut tally = Tally::default();
    for text in pack.procedures() {
        for rules in &text.rule_sets {
            let walks = if text.steps.len() > 10 { 16 } else { 8 };
            for seed in 0..walks {
                walk(&pack, &text.key, rules.from, seed, &mut tally);
            }
        }
    }
    println!(
        "{} tries, {} taken, {} cases closed, {} of {} outcomes taken, refusals: {:?}",
        tally.tries,
        tally.taken,
        tally.closed,
        tally.outcomes.len(),
        tally.all.len(),
        tally.refusals
    );
    let never: Vec<&String> = tally.all.difference(&tally.outcomes).collect();
    // A walk that never gets far would prove little.
    assert!(
        tally.outcomes.len() * 100 >= tally.all.len() * 93,
        "outcomes that no walk took: {never:?}"
    );
    assert!(tally.closed > 100 && tally.refusals.len() > 20);
}

fn walk(pack: &Pack, key: &str, from: chrono::NaiveDate, seed: u64, tally: &mut Tally) {
    let world = World::new(seed.is_multiple_of(3), from);
    let procedure = pack.procedure(key, &world.village, from).unwrap();
    let desk = Desk {
        procedure: &procedure,
        calendar: kernel::WorkingDays::embedded(),
        delegations: &world.delegations,
    };
    for step in &procedure.steps {
        for outcome in &step.outcomes {
            tally
                .all
                .insert(format!("{key}·{}·{}", step.key, outcome.key));
        }
    }
    let mut dice = Dice::new(
        seed ^ (key.len() as u64) << 32
            ^ u64::from(chrono::Datelike::num_days_from_ce(&from).unsigned_abs()),
    );
    let mut facts = world.facts(&mut dice);
    let mut now = world.start(&mut dice);
    let opening = world.opening(&procedure);
    let mut case = Case {
        opening: opening.clone(),
        events: Vec::new(),
    };
    for (name, person) in &world.people {
        let first = procedure.steps.iter().filter(|s| s.first);
        let may = first
            .into_iter()
            .any(|s| Reference::new(&procedure, &world).role(&s.who, person, &facts, now));
        let opened = desk.open(opening.clone(), &person.actor(name), &facts, now);
        assert_eq!(opened.is_ok(), may, "{key}: {name} opens");
        if let Ok(opened) = opened {
            case = opened;
        }
    }
    let mut done: Vec<Done> = Vec::new();
    let mut opened = now;
    for _ in 0..160 {
        if dice.one_in(4) {
            now += chrono::Duration::hours(dice.below(60) as i64);
        }
        if dice.one_in(9) {
            now += chrono::Duration::days(8);
        }
        if dice.one_in(25) {
            now += chrono::Duration::days(dice.below(30) as i64);
        }
        if dice.one_in(20) {
            facts = world.facts(&mut dice);
        }
        let at = if dice.one_in(12) {
            now - chrono::Duration::hours(dice.below(200) as i64)
        } else {
            now
        };
        let reference = Reference::replay(&procedure, &world, &case.opening, &done, opened);
        let guided = dice.one_in(2).then(|| {
            // What an office would do next: the first wanted act that somebody may do.
            let mut wanted = world.wanted(&procedure, &reference, &mut dice, at);
            while !wanted.is_empty() {
                let act = wanted.swap_remove(dice.below(wanted.len()));
                let turn = dice.below(world.people.len());
                let mut people = world.people[turn..].iter().chain(&world.people[..turn]);
                let may = people.find(|(n, p)| reference.allows(&act, n, p, &facts, at));
                if let Some((name, person)) = may {
                    return Some((act, name, person));
                }
            }
            None
        });
        let (act, name, person) = match guided.flatten() {
            Some(found) => found,
            None => {
                let (name, person) = world.somebody(&mut dice);
                (
                    world.act(&procedure, &reference, &mut dice, at),
                    name,
                    person,
                )
            }
        };
        let actor = person.actor(name);
        let request = Request {
            act: act.clone(),
            seen: None,
        };
        let answer = desk.act(&case, &request, &actor, &facts, at);
        let expected = reference.allows(&act, name, person, &facts, at);
        tally.tries += 1;
        assert_eq!(
            answer.is_ok(),
            expected,
            "{key} {} seed {seed}: {name} {act:?} at {at}: engine {:?}",
            procedure.rules,
            answer.as_ref().err()
        );
        assert_eq!(
            desk.may(&case, &request, &actor, &facts, at).is_ok(),
            expected
        );
        match answer {
            Err(refusal) => {
                tally.refusals.insert(refusal.kind.code());
                assert!(!refusal.zh.is_empty() && !refusal.en.is_empty());
            }
            Ok(events) => {
                tally.taken += 1;
                if let Act::Finish { step, outcome, .. } = &act {
                    tally.outcomes.insert(format!("{key}·{step}·{outcome}"));
                }
                let closes = events.iter().any(|e| matches!(e.what, What::Closed { .. }));
                let seen = case.events.len() as u32;
                case.events.extend(events);
                done.push(Done {
                    act: act.clone(),
                    name: name.clone(),
                    facts: facts.clone(),
                    at,
                });
                now = now.max(at);
                // The same click again, from a page that is a moment old.
                let stale = Request {
                    act,
                    seen: Some(seen),
                };
                assert!(desk.may(&case, &stale, &actor, &facts, at).is_err());
                check_events(&case, &procedure, &done, &world, opened);
                if closes {
                    tally.closed += 1;
                    break;
                }
            }
        }
        opened = case.events[0].at;
    }
}

/// Events are numbered, never dated back, and come to the states of the reference.
fn check_events(
    case: &Case,
    procedure: &flow::Procedure,
    done: &[Done],
    world: &World,
    opened: chrono::DateTime<chrono::Utc>,
) {
    for (n, event) in case.events.iter().enumerate() {
        assert_eq!(event.seq as usize, n);
        assert!(n == 0 || case.events[n - 1].at <= event.at);
    }
    let state = flow::State::of(case);
    let reference = Reference::replay(procedure, world, &case.opening, done, opened);
    for step in &procedure.steps {
        let open = state.status(&step.key) == flow::Status::Open;
        assert_eq!(
            open,
            reference.open.contains(&step.key) && !reference.closed,
            "{}",
            step.key
        );
        let over = matches!(
            state.status(&step.key),
            flow::Status::Done | flow::Status::Passed
        );
        assert_eq!(over, reference.over.contains(&step.key), "{}", step.key);
    }
    assert_eq!(state.closed.is_some(), reference.closed);
    if !done.len().is_multiple_of(8) {
        return;
    }
    // What was stored comes to the same state when read back.
    let text = serde_json::to_string(case).unwrap();
    let back: Case = serde_json::from_str(&text).unwrap();
    assert_eq!(flow::State::of(&back), state);
}

impl Person {
    fn actor(&self, name: &str) -> flow::Actor {
        match self {
            Person::System => flow::Actor::System,
            Person::Party => flow::Actor::Party(name.to_owned()),
            Person::Officer(grants) => flow::Actor::Officer {
                user: name.to_owned(),
                grants: grants.clone(),
            },
        }
    }
}

/// The states of a paper that walks try.
pub const PAPERS: [PaperState; 3] = [PaperState::Given, PaperState::Promised, PaperState::Waived];
