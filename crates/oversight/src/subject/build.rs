//! Building the lists, within a scope, as of a month.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{DivisionCode, Month};
use platform::{Conn, Result, Scope};
use registry::Family;
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

/// How many awards or families are read at a time.
const PAGE: i64 = 2_000;

/// Which list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ListKind {
    /// Families with an award in force in the month, whole, as checks look at families.
    InBenefit,
    /// Families on record of whom nobody has an award in the month.
    Gap,
}

/// A family of a list.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub family: Family,
    /// Keys of the programmes in which somebody of the family is.
    pub programmes: BTreeSet<String>,
}

/// An award in force.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub programme: String,
    pub household: Uuid,
    pub persons: Vec<Uuid>,
    pub facts: std::sync::Arc<Map<String, Value>>,
    pub division: std::sync::Arc<str>,
}

/// The awards of some programmes in force in a month, within a scope.
pub(crate) async fn held(
    conn: &Conn,
    scope: &Scope,
    programmes: &[String],
    month: Month,
) -> Result<Vec<Held>> {
    let as_of = decide::last_seq(conn).await?;
    let mut found = Vec::new();
    for programme in programmes {
        let mut after = String::new();
        loop {
            let page = decide::awards_after(conn, programme, month, as_of, &after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.number);
            let full = page.len() as i64 == PAGE;
            for award in page {
                let Some(facts) = award.facts.filter(|_| !award.members.is_empty()) else {
                    continue;
                };
                if DivisionCode::parse(&award.division).is_ok_and(|code| scope.contains(&code)) {
                    found.push(Held {
                        programme: programme.clone(),
                        household: award.household,
                        persons: award.members,
                        facts,
                        division: award.division,
                    });
                }
            }
            if !full {
                break;
            }
        }
    }
    Ok(found)
}

/// Programmes by household: who is in which.
pub(crate) async fn in_benefit(
    conn: &Conn,
    scope: &Scope,
    programmes: &[String],
    month: Month,
) -> Result<BTreeMap<Uuid, BTreeSet<String>>> {
    let mut houses: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for award in held(conn, scope, programmes, month).await? {
        houses
            .entry(award.household)
            .or_default()
            .insert(award.programme);
    }
    Ok(houses)
}

/// A list, in the order of division and household, handed over in parts.
pub(crate) struct Walk {
    kind: ListKind,
    scope: Scope,
    month: Month,
    houses: BTreeMap<Uuid, BTreeSet<String>>,
    after: Option<(String, Uuid)>,
    over: bool,
}

impl Walk {
    /// Begins a list. `all` are the programmes that the place runs; `chosen` those asked for
    /// (all where none is). A gap is a family in none of `all`.
    pub async fn begin(
        conn: &Conn,
        kind: ListKind,
        scope: &Scope,
        chosen: &[String],
        all: &[String],
        month: Month,
    ) -> Result<Self> {
        let wanted = if kind == ListKind::Gap || chosen.is_empty() {
            all
        } else {
            chosen
        };
        Ok(Self {
            kind,
            scope: scope.clone(),
            month,
            houses: in_benefit(conn, scope, wanted, month).await?,
            after: None,
            over: false,
        })
    }

    /// Goes on after a family, as a job that was broken off does.
    pub fn resume(&mut self, after: Option<(String, Uuid)>) {
        self.after = after;
    }

    /// The last family read, to go on after it.
    pub fn last(&self) -> Option<(String, Uuid)> {
        self.after.clone()
    }

    /// The next families; none at the end.
    pub async fn next(&mut self, conn: &Conn) -> Result<Option<Vec<Subject>>> {
        if self.over {
            return Ok(None);
        }
        let after = self.after.as_ref().map(|(d, id)| (d.as_str(), *id));
        let day = self.month.last_day();
        let part =
            registry::stream_families(conn, &self.scope, day, after, PAGE.unsigned_abs()).await?;
        self.over = part.len() < PAGE as usize;
        self.after = part
            .last()
            .map(|family| (family.division.clone(), family.household));
        let chosen = part
            .into_iter()
            .filter(|family| !family.members.is_empty())
            .filter_map(|family| {
                let programmes = self.houses.get(&family.household).cloned();
                let wanted = programmes.is_some() == (self.kind == ListKind::InBenefit);
                wanted.then(|| Subject {
                    family,
                    programmes: programmes.unwrap_or_default(),
                })
            })
            .collect();
        Ok(Some(chosen))
    }
}
