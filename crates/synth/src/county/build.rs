use kernel::{DivisionCode, DivisionLevel};

use super::County;
use super::awards::Awards;
use super::folk::{Folk, is_urban};
use crate::dice::Dice;
use crate::model::{Area, HouseholdKey, Placement, PlacementKind};
use crate::people::{AccountBook, Part};
use crate::plan::{FamilyPlan, month};

/// Makes the people of the planned families and writes down what is decided about them.
pub(super) fn build(seed: u64, areas: Vec<Area>, plans: Vec<FamilyPlan>) -> County {
    let mut dice = Dice::new(seed, 3);
    let placed = place(&mut dice, &areas, plans);
    let mut folk = Folk::new();
    let mut accounts = AccountBook::default();
    let mut awards = Awards::default();
    let mut households = Vec::with_capacity(placed.len());
    let mut persons = Vec::new();
    let mut placements = Vec::new();
    for (village, plan) in placed {
        let key = HouseholdKey(households.len() as u32);
        let mut cast = folk.people(&mut dice, &plan, persons.len() as u32, key);
        persons.append(&mut cast.people);
        for (draft, child) in cast.drafts.iter().zip(&cast.keys) {
            if let Some(kind) = placement(draft.part) {
                placements.push(Placement {
                    child: *child,
                    kind,
                });
            }
        }
        households.push(folk.household(&mut dice, &areas, village, &plan, &cast));
        awards.family(&mut dice, &mut accounts, &persons, &cast, &plan);
    }
    let (roster, events, one_offs) = awards.into_records();
    County {
        seed,
        areas,
        opening: month(0),
        last: month(10),
        households,
        persons,
        roster,
        events,
        one_offs,
        accounts: accounts.into_accounts(),
        placements,
        states: super::state::Kept::default(),
    }
}

/// Settles the families in villages, each village's share by chance, and orders them by
/// village. Rural programmes live in villages; the seven inner communities of the county
/// town hold only families that came for temporary relief.
fn place(
    dice: &mut Dice,
    areas: &[Area],
    plans: Vec<FamilyPlan>,
) -> Vec<(DivisionCode, FamilyPlan)> {
    let villages = areas
        .iter()
        .map(|area| area.code)
        .filter(|code| code.level() == DivisionLevel::Village);
    let (urban, rural): (Vec<DivisionCode>, Vec<DivisionCode>) = villages.partition(is_urban);
    let weights: Vec<(DivisionCode, usize)> = rural
        .iter()
        .map(|code| (*code, 50 + dice.below(100)))
        .collect();
    let mut placed: Vec<(DivisionCode, usize, FamilyPlan)> = plans
        .into_iter()
        .map(|plan| {
            let town =
                !urban.is_empty() && plan.list.is_none() && plan.is_plain() && dice.chance(25);
            let village = if town {
                dice.pick(&urban)
            } else {
                dice.weighted(&weights)
            };
            (village, dice.below(1 << 30), plan)
        })
        .collect();
    placed.sort_by_key(|(village, rank, _)| (*village, *rank));
    placed
        .into_iter()
        .map(|(village, _, plan)| (village, plan))
        .collect()
}

fn placement(part: Part) -> Option<PlacementKind> {
    match part {
        Part::Orphan => Some(PlacementKind::Relatives),
        Part::Adopted => Some(PlacementKind::Adopted),
        _ => None,
    }
}
