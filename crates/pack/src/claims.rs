//! What a family may claim and does not have (应享未享), and what it has and may
//! no longer have (应退未退): the assessment laid beside what is held.
//!
//! Neither is a decision. The first is told to the family and to whoever must
//! act; the second opens a check.

use crate::rules::{Assessed, Case, Verdict};
use serde::Serialize;

/// A programme and the members concerned, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim<'r> {
    /// Key of the programme.
    pub programme: &'r str,
    /// The members, in order.
    pub members: Vec<usize>,
}

/// The two lists, each by programme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Claims<'r> {
    /// Entitled, not held.
    pub may_claim: Vec<Claim<'r>>,
    /// Held, no longer entitled.
    pub may_leave: Vec<Claim<'r>>,
    /// Held, and what is missing decides.
    pub to_check: Vec<Claim<'r>>,
}

impl<'r> Claims<'r> {
    /// Lays an assessment of all programmes beside what the members hold.
    pub fn of(assessed: &[Assessed<'r>], case: &Case) -> Claims<'r> {
        let mut claims = Claims::default();
        for one in assessed.iter().filter(|a| a.verdict == Verdict::Qualifies) {
            let lacks = |member: &usize| !holds(case, *member, one.programme);
            for member in one.covered.iter().copied().filter(lacks) {
                add(&mut claims.may_claim, one.programme, member);
            }
        }
        for (member, key) in &case.holds {
            let about: Vec<&Assessed<'r>> = assessed
                .iter()
                .filter(|a| a.programme == key && a.member.is_none_or(|m| m == *member))
                .collect();
            let Some(programme) = about.first().map(|a| a.programme) else {
                continue;
            };
            let entitled =
                |a: &&Assessed<'_>| a.verdict == Verdict::Qualifies && a.covered.contains(member);
            if about.iter().any(entitled) {
                continue;
            }
            let open = about.iter().any(|a| a.verdict == Verdict::Unknown);
            let list = if open {
                &mut claims.to_check
            } else {
                &mut claims.may_leave
            };
            add(list, programme, *member);
        }
        for list in [
            &mut claims.may_claim,
            &mut claims.may_leave,
            &mut claims.to_check,
        ] {
            list.sort_by_key(|claim| claim.programme);
        }
        claims
    }
}

fn holds(case: &Case, member: usize, programme: &str) -> bool {
    case.holds
        .iter()
        .any(|(m, key)| *m == member && key == programme)
}

fn add<'r>(list: &mut Vec<Claim<'r>>, programme: &'r str, member: usize) {
    let index = list.iter().position(|c| c.programme == programme);
    let claim = match index {
        Some(index) => &mut list[index],
        None => {
            list.push(Claim {
                programme,
                members: Vec::new(),
            });
            let last = list.len() - 1;
            &mut list[last]
        }
    };
    if !claim.members.contains(&member) {
        claim.members.push(member);
        claim.members.sort_unstable();
    }
}
