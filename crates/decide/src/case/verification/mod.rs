//! Household verification in a case: who is to be queried, what room `verify` says about it, and
//! how the procedure hears that a report came in.

pub(crate) mod ask;
pub(crate) mod consent;
pub(crate) mod show;

use async_trait::async_trait;
use flow::State;
use platform::events::Handler;
use platform::{Conn, Floor, Result, Tx};
use serde_json::json;
use verify::{Asked, Capacity, ConsentPurpose, Querying, Reported};

use super::act::Work;
use super::store::{self, Row};

/// The fact that a request is on record.
const REQUESTED: &str = "核对已提请";
/// The fact that the report is in.
const REPORTED: &str = "核对报告已出具";
/// The fact that a recheck is due.
const OBJECTED: &str = "核对异议待复查";

/// The facts of verification: looked up, never stated by anybody.
pub(super) async fn facts(conn: &Conn, row: &Row, facts: &mut flow::Facts) -> Result<()> {
    let gate = verify::gate(conn, row.id).await?;
    facts.insert(REQUESTED.to_owned(), json!(gate.asked));
    facts.insert(REPORTED.to_owned(), json!(gate.report.is_some()));
    facts.insert(OBJECTED.to_owned(), json!(gate.objected > 0));
    Ok(())
}

/// Whether a step waits for a report.
pub(super) fn asks_for_report(step: &flow::Step) -> bool {
    let mut needs = step.outcomes.iter().filter(|o| o.automatic);
    needs.any(|o| o.needs.iter().any(|n| n.formula == REPORTED))
}

impl Work {
    /// Whether the procedure has to do with a verification at all.
    fn verifies(&self) -> bool {
        let conditions = self.bureau.procedure.conditions();
        conditions.facts().contains(&REPORTED)
    }

    /// Whether an open step waits for a request or its report.
    fn waits_for_it(&self) -> bool {
        let state = State::of(&self.case);
        let steps = self.bureau.procedure.steps.iter();
        let open = steps.filter(|s| state.status(&s.key) == flow::Status::Open);
        let mut needs = open.flat_map(|s| &s.outcomes).filter(|o| o.automatic);
        needs.any(|o| {
            o.needs
                .iter()
                .any(|n| n.formula == REQUESTED || n.formula == REPORTED)
        })
    }

    /// For what the people of this procedure are queried.
    fn purpose(&self) -> ConsentPurpose {
        match self.bureau.procedure.kind.as_str() {
            "application" | "relief" => ConsentPurpose::Application,
            _ => ConsentPurpose::InBenefit,
        }
    }

    /// The people who may be queried: the family, and its supporters.
    fn querying(&self) -> Vec<Querying> {
        let parties = self.row.opening.parties.iter();
        let known = parties.filter_map(|party| {
            let capacity = capacity(party.capacity)?;
            let person = self.people.get(&party.person.parse().ok()?)?;
            Some(Querying {
                person: person.id,
                capacity,
                name: person.name.clone(),
                id_number: person.id_number,
            })
        });
        known.collect()
    }

    /// The question how its people stand today.
    async fn asked(&self, floor: &Floor, conn: &Conn) -> Result<Asked> {
        let (place, today) = (&self.row.division, floor.today());
        let people = self.querying().into_iter();
        Ok(Asked {
            case: self.row.id,
            programme: self.row.programme.clone(),
            purpose: self.purpose(),
            on: today,
            alone_from: verify::alone_from(floor, conn, place, today).await?,
            people: people
                .map(|p| (p.person, p.id_number.map(|n| n.birth())))
                .collect(),
        })
    }
}

fn capacity(of: flow::Capacity) -> Option<Capacity> {
    match of {
        flow::Capacity::Applicant => Some(Capacity::Applicant),
        flow::Capacity::Member => Some(Capacity::Member),
        flow::Capacity::Supporter => Some(Capacity::Supporter),
        // Who acts for the family is not looked into.
        flow::Capacity::Agent | flow::Capacity::Guardian => None,
    }
}

/// Lets a case go on once its report is in or a recheck is done.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnReport;

#[async_trait]
impl Handler<Reported> for OnReport {
    async fn handle(&self, tx: &mut Tx, event: &Reported) -> Result<()> {
        let row = store::find(tx.conn(), tx.scope(), event.case).await?;
        if row.status != "open" {
            return Ok(());
        }
        let floor = tx.floor().clone();
        let work = Work::of(&floor, tx.conn(), row).await?;
        work.tick(tx).await?;
        Ok(())
    }
}
