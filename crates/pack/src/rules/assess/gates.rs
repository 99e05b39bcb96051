//! Whether a change can reach a verdict at all, asked once for a whole family.
//!
//! Every condition is a yes or no. Of all that a changed value reaches, few yes-or-no variables
//! read an amount that it changes; all others read those. Where these few come out as before, so
//! do all conditions, and nobody has to be asked them again.

use crate::rules::{Case, Engine};
use formula::{Entity, Evaluation, Steps, Value, VariableId};

/// How the gates of a change come out for a family as things stand, and what they rest on that
/// the change does not reach.
#[derive(Debug, Clone)]
pub(crate) struct Gated {
    /// One for each gate and row.
    states: Box<[u8]>,
    /// The values at the border.
    pub steps: Steps,
}

impl Gated {
    /// How many values are kept.
    pub fn count(&self) -> usize {
        self.steps.count() + self.states.len() / size_of::<Value>()
    }
}

impl Engine<'_> {
    /// How gates come out, with what the variables of a border came to.
    pub(crate) fn gated(
        &mut self,
        case: &Case,
        gates: &[VariableId],
        border: &[VariableId],
    ) -> Gated {
        let mut workspace = std::mem::take(&mut self.workspace);
        let gated = {
            let evaluation = self.linked().evaluate(&case.family, &mut workspace);
            let evaluation = evaluation.untold();
            let states = self.states(case, gates, &evaluation).collect();
            let steps = evaluation.steps(border);
            Gated { states, steps }
        };
        self.workspace = workspace;
        gated
    }

    /// Whether gates come out as they did, beginning with what the change does not reach.
    pub(crate) fn agrees(&mut self, case: &Case, gates: &[VariableId], before: &Gated) -> bool {
        let mut workspace = std::mem::take(&mut self.workspace);
        let agrees = {
            let evaluation = self.linked().evaluate(&case.family, &mut workspace);
            let evaluation = evaluation.untold().from(&before.steps);
            let mut now = self.states(case, gates, &evaluation);
            let stood = before.states.iter().copied();
            now.by_ref().eq(stood)
        };
        self.workspace = workspace;
        agrees
    }

    fn states<'s>(
        &'s self,
        case: &'s Case,
        gates: &'s [VariableId],
        evaluation: &'s Evaluation<'_>,
    ) -> impl Iterator<Item = u8> + use<'s> {
        let program = &self.rules().compiled().program;
        let family = &case.family;
        gates.iter().flat_map(move |gate| {
            let rows = match program.variable_decl(*gate).entity {
                Entity::Person => family.members.len(),
                Entity::Supporter => family.supporters.as_ref().map_or(0, Vec::len),
                Entity::Household | Entity::Award => 1,
            };
            (0..rows).map(move |row| match evaluation.known(*gate, row) {
                None => 0,
                Some(Value::Boolean(true)) => 1,
                Some(Value::Boolean(false)) => 2,
                Some(_) => 3,
            })
        })
    }
}
