//! Roads: every step can be reached, none leads nowhere.
//!
//! All states that the steps can come to are walked, whatever conditions come to. A state in
//! which nothing is open and the case is not closed, or from which no closing can be reached,
//! is a dead end of the text.

use super::{Fault, FaultKind as Kind};
use crate::engine::road_ahead;
use crate::model::{Mark, Outcome, Parts};
use std::collections::BTreeMap;

/// More states than this are not walked; procedures of the law have some hundred.
const MOST: usize = 100_000;

const AHEAD: u8 = 0;
const OPEN: u8 = 1;
const DONE: u8 = 2;
const PASSED: u8 = 3;

type Steps = Vec<u8>;

/// Checks that every step is reached and that every road ends in a closed case.
pub fn roads(parts: &Parts) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !parts.steps.iter().any(|s| s.first) {
        let mark = parts.steps.first().map_or(Mark::default(), |s| s.mark);
        faults.push(Fault::new(
            Kind::Missing,
            mark,
            "没有起始环节(first: true)",
            "no step is the first (first: true)",
        ));
        return faults;
    }
    for step in &parts.steps {
        if road_ahead(parts, &step.key)
            .iter()
            .any(|key| road_ahead(parts, key).contains(&step.key))
        {
            faults.push(
                Fault::new(
                    Kind::Cycle,
                    step.mark,
                    format!("环节“{}”经 opens 又回到自己", step.key),
                    format!("the step “{}” opens itself in a circle", step.key),
                )
                .mend("退回用 reopens", "going back is written with reopens"),
            );
        }
    }
    if faults.is_empty() {
        faults = Walk::new(parts).faults();
    }
    faults
}

struct Walk<'p> {
    parts: &'p Parts,
    /// States, each with how it was first reached.
    states: BTreeMap<Steps, (usize, Mark)>,
    /// For each state: the states after it, and whether it can close.
    next: Vec<(Vec<usize>, bool)>,
    list: Vec<Steps>,
}

impl<'p> Walk<'p> {
    fn new(parts: &'p Parts) -> Walk<'p> {
        let first: Steps = parts
            .steps
            .iter()
            .map(|s| if s.first { OPEN } else { AHEAD })
            .collect();
        let mut walk = Walk {
            parts,
            states: BTreeMap::new(),
            next: Vec::new(),
            list: Vec::new(),
        };
        walk.enter(first, Mark::default());
        let mut at = 0;
        while at < walk.list.len() && walk.list.len() < MOST {
            walk.leave(at);
            at += 1;
        }
        walk
    }

    fn enter(&mut self, state: Steps, by: Mark) -> usize {
        if let Some((n, _)) = self.states.get(&state) {
            return *n;
        }
        let n = self.list.len();
        self.states.insert(state.clone(), (n, by));
        self.list.push(state);
        self.next.push((Vec::new(), false));
        n
    }

    fn leave(&mut self, at: usize) {
        let state = self.list[at].clone();
        for (n, step) in self.parts.steps.iter().enumerate() {
            if state[n] != OPEN {
                continue;
            }
            for outcome in step.outcomes.iter().filter(|o| !o.stays) {
                if outcome.closes {
                    self.next[at].1 = true;
                    continue;
                }
                for after in self.after(&state, n, outcome) {
                    let next = self.enter(after, outcome.mark);
                    self.next[at].0.push(next);
                }
            }
        }
    }

    fn index(&self, key: &str) -> Option<usize> {
        self.parts.steps.iter().position(|s| s.key == key)
    }

    /// The states that an outcome may lead to, whatever the conditions come to.
    fn after(&self, state: &Steps, step: usize, outcome: &Outcome) -> Vec<Steps> {
        let mut state = state.clone();
        state[step] = DONE;
        for again in &outcome.reopens {
            for behind in road_ahead(self.parts, again) {
                if let Some(n) = self.index(&behind) {
                    state[n] = AHEAD;
                }
            }
            if let Some(n) = self.index(again) {
                state[n] = OPEN;
            }
        }
        let mut found = Vec::new();
        let todo: Vec<String> = outcome.opens.iter().rev().cloned().collect();
        self.open(state, todo, &mut found);
        found
    }

    fn open(&self, mut state: Steps, mut todo: Vec<String>, found: &mut Vec<Steps>) {
        while let Some(key) = todo.pop() {
            let Some(n) = self.index(&key) else { continue };
            let step = &self.parts.steps[n];
            let ready = state[n] == AHEAD
                && step.after.iter().all(|before| {
                    self.index(before)
                        .is_some_and(|b| matches!(state[b], DONE | PASSED))
                });
            if !ready {
                continue;
            }
            if step.when.is_some() {
                let (mut passed, mut on) = (state.clone(), todo.clone());
                passed[n] = PASSED;
                on.extend(step.otherwise.iter().rev().cloned());
                self.open(passed, on, found);
            }
            state[n] = OPEN;
        }
        found.push(state);
    }

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (n, step) in self.parts.steps.iter().enumerate() {
            if !self.list.iter().any(|state| state[n] == OPEN) {
                faults.push(
                    Fault::new(
                        Kind::Unreachable,
                        step.mark,
                        format!("没有哪条路能到环节“{}”", step.key),
                        format!("no road reaches the step “{}”", step.key),
                    )
                    .mend(
                        "在前面环节的结果里写 opens，并检查 after",
                        "open it from an outcome of an earlier step, and look at its after",
                    ),
                );
            }
        }
        // Backwards from the states that can close.
        let mut closes: Vec<bool> = self.next.iter().map(|(_, closes)| *closes).collect();
        loop {
            let mut grew = false;
            for (n, (next, _)) in self.next.iter().enumerate() {
                if !closes[n] && next.iter().any(|m| closes[*m]) {
                    closes[n] = true;
                    grew = true;
                }
            }
            if !grew {
                break;
            }
        }
        let mut marks: Vec<Mark> = Vec::new();
        for (state, (n, by)) in &self.states {
            if closes[*n] || marks.contains(by) {
                continue;
            }
            marks.push(*by);
            let open: Vec<&str> = self
                .parts
                .steps
                .iter()
                .zip(state)
                .filter(|(_, s)| **s == OPEN)
                .map(|(step, _)| step.key.as_str())
                .collect();
            let (zh, en) = if open.is_empty() {
                (
                    "之后没有任何环节可办".to_owned(),
                    "nothing is open after it".to_owned(),
                )
            } else {
                let open = open.join("、");
                (
                    format!("之后停在“{open}”，无法办结"),
                    format!("the case then hangs at “{open}” and can never be closed"),
                )
            };
            faults.push(Fault::new(
                Kind::DeadEnd,
                *by,
                format!("死路：{zh}"),
                format!("a dead end: {en}"),
            ).mend(
                "补上去向(opens 或 closes)；汇合处检查 after，跳过处检查 otherwise",
                "say where it goes on (opens or closes); look at after where roads join and at otherwise where a step is passed over",
            ));
        }
        faults
    }
}
