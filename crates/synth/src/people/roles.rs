use super::draft::{Draft, Part};
use crate::dice::Dice;
use crate::plan::{FamilyPlan, Severity};

/// Decides which members are disabled, and returns who is covered by dibao, in the order of
/// the household, without a member who dies out of the award.
pub(crate) fn cast(dice: &mut Dice, plan: &FamilyPlan, members: &mut [Draft]) -> Vec<usize> {
    for nth in 0..plan.disabled.len() {
        let at = disabled(dice, plan, members, nth);
        members[at].disabled = Some(nth);
    }
    let Some(dibao) = &plan.dibao else {
        return Vec::new();
    };
    if dibao.single {
        return members
            .iter()
            .position(|member| member.disabled.is_some())
            .into_iter()
            .collect();
    }
    let living: Vec<usize> = (0..members.len())
        .filter(|at| members[*at].part != Part::Dying)
        .collect();
    let mut out: Vec<usize> = living.clone();
    // Not covered are grown children first, then other adults; never the head, the disabled.
    out.retain(|at| *at != 0 && members[*at].disabled.is_none());
    out.sort_by_key(|at| {
        let age = members[*at].age();
        (
            usize::from(!(18..40).contains(&age)),
            usize::from(age < 18),
            *at,
        )
    });
    out.truncate(living.len() - dibao.covered);
    living.into_iter().filter(|at| !out.contains(at)).collect()
}

/// Picks the member with the nth disability of the plan.
fn disabled(dice: &mut Dice, plan: &FamilyPlan, members: &[Draft], nth: usize) -> usize {
    let free: Vec<usize> = (0..members.len())
        .filter(|at| members[*at].disabled.is_none() && matches!(members[*at].part, Part::Plain))
        .collect();
    let adults: Vec<usize> = free
        .iter()
        .copied()
        .filter(|at| members[*at].age() >= 17)
        .collect();
    // One who is covered alone, or dies, is rather not the head, who runs the house.
    let grown: Vec<usize> = adults.iter().copied().filter(|at| *at != 0).collect();
    let single = plan.dibao.is_some_and(|dibao| dibao.single) || plan.disabled[nth].dies;
    let children = free
        .iter()
        .copied()
        .filter(|at| members[*at].age() < 17)
        .collect::<Vec<_>>();
    if !single
        && !children.is_empty()
        && plan.disabled[nth].severity != Severity::Light
        && dice.chance(8)
    {
        return dice.pick(&children);
    }
    if !grown.is_empty() && (single || dice.chance(60)) {
        dice.pick(&grown)
    } else if !adults.is_empty() {
        dice.pick(&adults)
    } else {
        dice.pick(&free)
    }
}
