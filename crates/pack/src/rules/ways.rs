//! The ways into programmes, compiled, and the order in which programmes are looked at.

use super::assemble::ProgrammePlan;
use crate::model::{Label, Way, WayKind};
use formula::VariableId;
use serde_json::{Map, Value as Json};

/// A condition as compiled.
#[derive(Debug)]
pub(crate) struct ConditionPlan {
    pub label: Label,
    pub variable: VariableId,
}

/// A way as compiled.
#[derive(Debug)]
pub(crate) struct WayPlan {
    pub kind: WayKind,
    pub covered: Option<VariableId>,
    pub award: Map<String, Json>,
    pub applies: Vec<ConditionPlan>,
    pub conditions: Vec<ConditionPlan>,
}

/// Which part of a way a variable is.
pub(crate) enum WayPart {
    Covered,
    Condition { applies: bool, place: usize },
}

impl WayPlan {
    pub fn new(way: &Way) -> WayPlan {
        WayPlan {
            kind: way.kind,
            covered: None,
            award: way.award.clone(),
            applies: Vec::new(),
            conditions: Vec::new(),
        }
    }

    pub fn push(&mut self, applies: bool, condition: ConditionPlan) {
        if applies {
            self.applies.push(condition);
        } else {
            self.conditions.push(condition);
        }
    }
}

/// Each programme after those before which it steps back; those in a circle,
/// which a checked pack does not have, as they stand.
pub(crate) fn order(programmes: &[ProgrammePlan]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(programmes.len());
    loop {
        let before = order.len();
        for (index, plan) in programmes.iter().enumerate() {
            let ready = plan.yields.iter().all(|y| {
                let other = programmes.iter().position(|p| p.key == y.programme);
                other.is_none_or(|other| other == index || order.contains(&other))
            });
            if ready && !order.contains(&index) {
                order.push(index);
            }
        }
        if order.len() == before {
            break;
        }
    }
    for index in 0..programmes.len() {
        if !order.contains(&index) {
            order.push(index);
        }
    }
    order
}
