use chrono::Days;
use kernel::codes::{CodeList, Relation, Sex};

use super::draft::{Draft, Part};
use crate::dice::Dice;
use crate::model::ReliefCause;
use crate::plan::{Course, FamilyPlan, Scene};

/// The members of a planned family, the head first.
pub(crate) fn family(dice: &mut Dice, plan: &FamilyPlan) -> Vec<Draft> {
    let mut members = match plan.scene {
        Scene::General => general(dice, plan),
        Scene::Tekun => tekun(dice, plan),
        Scene::Children => children(dice, plan),
        Scene::Adoptive => adoptive(dice),
    };
    debug_assert_eq!(members.len(), plan.size);
    if plan.scene == Scene::General {
        space(dice, &mut members);
    }
    rank_children(&mut members);
    members.sort_by_key(|member| (place(member), member.birth));
    members
}

fn sex(dice: &mut Dice) -> Sex {
    if dice.chance(51) {
        Sex::Male
    } else {
        Sex::Female
    }
}

fn child(dice: &mut Dice, age: i64) -> Draft {
    let sex = sex(dice);
    let code = if sex == Sex::Male { "20" } else { "30" };
    Draft {
        wed: age >= 25 && dice.chance(40),
        ..Draft::new(dice, code, sex, age)
    }
}

fn spouse(dice: &mut Dice, head: &Draft) -> Draft {
    let (code, sex) = if head.sex == Sex::Male {
        ("12", Sex::Female)
    } else {
        ("11", Sex::Male)
    };
    let age = (head.age() + dice.between(-5, 3)).max(22);
    Draft {
        of_the_line: false,
        wed: true,
        ..Draft::new(dice, code, sex, age)
    }
}

fn grandchild(dice: &mut Dice, age: i64) -> Draft {
    let sex = sex(dice);
    Draft::new(dice, if sex == Sex::Male { "41" } else { "42" }, sex, age)
}

fn parent(dice: &mut Dice, head: &Draft, mother: bool) -> Draft {
    let age = (head.age() + dice.between(20, 30)).min(96);
    let (code, sex) = if mother {
        ("52", Sex::Female)
    } else {
        ("51", Sex::Male)
    };
    Draft {
        of_the_line: !mother,
        wed: true,
        ..Draft::new(dice, code, sex, age)
    }
}

/// A family of generations: young, middle-aged or old head.
fn general(dice: &mut Dice, plan: &FamilyPlan) -> Vec<Draft> {
    let student = plan
        .relief
        .is_some_and(|relief| relief.cause == ReliefCause::Student);
    let dying = plan
        .dibao
        .is_some_and(|dibao| matches!(dibao.course, Course::LosesMember { .. }));
    let size = plan.size;
    let stage = if student {
        1
    } else if size == 1 {
        dice.weighted(&[(1, 40), (2, 60)])
    } else if dying {
        dice.weighted(&[(0, 50), (1, 50)])
    } else {
        dice.weighted(&[(0, 33), (1, 42), (2, 25)])
    };
    let age = match stage {
        0 => dice.between(27, 43),
        1 if student => dice.between(43, 54),
        1 => dice.between(44, 59),
        _ => dice.between(60, 78),
    };
    let woman = dice.chance(if size <= 2 { 28 } else { 10 });
    let mut head = Draft::new(dice, "02", if woman { Sex::Female } else { Sex::Male }, age);
    head.wed = dice.chance(if size == 1 { 45 } else { 96 });
    let mut members = vec![head.clone()];
    let add = |members: &mut Vec<Draft>, member: Draft| {
        if members.len() < size {
            members.push(member);
        }
    };
    if dying {
        let mother = dice.chance(50);
        let mut elder = parent(dice, &head, mother);
        elder.part = Part::Dying;
        add(&mut members, elder);
    }
    if student {
        let age = dice.between(18, 22);
        let mut student = child(dice, age);
        student.part = Part::Student;
        student.wed = false;
        add(&mut members, student);
    }
    if head.wed && !woman && dice.chance(if size == 2 { 60 } else { 88 }) {
        let wife = spouse(dice, &head);
        add(&mut members, wife);
    }
    match stage {
        0 => young(dice, &head, size, &mut members),
        1 => middle(dice, &head, size, &mut members),
        _ => old(dice, &head, size, &mut members),
    }
    members
}

fn young(dice: &mut Dice, head: &Draft, size: usize, members: &mut Vec<Draft>) {
    let eldest = (head.age() - 22).min(17);
    let mut age = dice.between((eldest / 2).max(1), eldest.max(1));
    let has_elder = members.iter().any(|member| member.part == Part::Dying);
    let mut turn = 0;
    while members.len() < size {
        turn += 1;
        let member = match turn {
            3 if !has_elder => parent(dice, head, true),
            5 if !has_elder => parent(dice, head, false),
            7 => sibling(dice, head),
            _ => {
                let next = child(dice, age);
                age = (age - dice.between(1, 4)).max(1);
                next
            }
        };
        members.push(member);
    }
}

fn sibling(dice: &mut Dice, head: &Draft) -> Draft {
    let age = (head.age() - dice.between(1, 8)).max(18);
    if dice.chance(75) {
        Draft {
            wed: false,
            ..Draft::new(dice, "73", Sex::Male, age)
        }
    } else {
        Draft {
            wed: false,
            ..Draft::new(dice, "77", Sex::Female, age)
        }
    }
}

fn middle(dice: &mut Dice, head: &Draft, size: usize, members: &mut Vec<Draft>) {
    let has_elder = members.iter().any(|member| member.part == Part::Dying);
    let mut age = dice.between(14, (head.age() - 22).clamp(15, 32));
    let mut in_law = false;
    let mut turn = 0;
    while members.len() < size {
        turn += 1;
        let eldest_son = members
            .iter()
            .filter(|m| m.relation == Relation::SON)
            .map(Draft::age)
            .max()
            .unwrap_or(0);
        let member = match turn {
            3 if !has_elder => parent(dice, head, true),
            4 if eldest_son >= 24 => {
                in_law = true;
                daughter_in_law(dice, members, eldest_son)
            }
            5 | 6 if in_law => {
                let oldest = (eldest_son - 21).clamp(1, 12);
                let age = dice.between(1, oldest);
                grandchild(dice, age)
            }
            7 if !has_elder => parent(dice, head, false),
            _ => {
                let next = child(dice, age);
                age = (age - dice.between(1, 4)).max(2);
                next
            }
        };
        members.push(member);
    }
}

/// The wife of the eldest son, who is then married.
fn daughter_in_law(dice: &mut Dice, members: &mut [Draft], son: i64) -> Draft {
    if let Some(husband) = members
        .iter_mut()
        .find(|m| m.relation == Relation::SON && m.age() == son)
    {
        husband.wed = true;
    }
    let age = (son + dice.between(-4, 2)).max(22);
    Draft {
        of_the_line: false,
        wed: true,
        ..Draft::new(dice, "38", Sex::Female, age)
    }
}

fn old(dice: &mut Dice, head: &Draft, size: usize, members: &mut Vec<Draft>) {
    let son_age = dice.between(26, (head.age() - 22).clamp(27, 50));
    let mut turn = 0;
    while members.len() < size {
        turn += 1;
        let member = match turn {
            1 => Draft {
                wed: true,
                ..Draft::new(dice, "20", Sex::Male, son_age)
            },
            2 => daughter_in_law(dice, members, son_age),
            3..=5 => {
                let age = dice.between(1, (son_age - 22).clamp(2, 20));
                grandchild(dice, age)
            }
            6 => {
                let age = (son_age - dice.between(2, 6)).max(18);
                child(dice, age)
            }
            _ => {
                let age = dice.between(1, (son_age - 24).clamp(2, 10));
                grandchild(dice, age)
            }
        };
        members.push(member);
    }
}

/// Old people alone or in twos: brothers or a couple; some younger and severely disabled.
fn tekun(dice: &mut Dice, plan: &FamilyPlan) -> Vec<Draft> {
    let age = if dice.chance(86) {
        dice.between(60, 89)
    } else {
        dice.between(30, 59)
    };
    let man = plan.size > 1 || dice.chance(78);
    let mut head = Draft::new(dice, "02", if man { Sex::Male } else { Sex::Female }, age);
    head.wed = dice.chance(25);
    head.part = Part::Tekun(0);
    let mut members = vec![head.clone()];
    if plan.size > 1 {
        let mut second = if dice.chance(50) {
            spouse(dice, &head)
        } else {
            let age = (age - dice.between(1, 8)).max(18);
            Draft {
                wed: false,
                ..Draft::new(dice, "73", Sex::Male, age)
            }
        };
        if second.relation == Relation::WIFE {
            members[0].wed = true;
        }
        second.part = Part::Tekun(1);
        members.push(second);
    }
    members
}

/// Children with their grandparents; a third adult is an uncle.
fn children(dice: &mut Dice, plan: &FamilyPlan) -> Vec<Draft> {
    let wards = plan.orphans + plan.unsupported.len();
    let adults = plan.size - wards;
    let age = dice.between(54, 72);
    let man = adults > 1 || dice.chance(40);
    let head = Draft {
        wed: true,
        ..Draft::new(dice, "02", if man { Sex::Male } else { Sex::Female }, age)
    };
    let mut members = vec![head.clone()];
    if adults > 1 {
        let wife = spouse(dice, &head);
        members.push(wife);
    }
    for _ in 2..adults {
        let age = dice.between(24, age - 22);
        members.push(Draft {
            wed: false,
            ..Draft::new(dice, "20", Sex::Male, age)
        });
    }
    let mut age = dice.between(8, 16);
    for nth in 0..wards {
        let mut ward = grandchild(dice, age);
        if nth < plan.orphans {
            ward.part = Part::Orphan;
        } else {
            let of = nth - plan.orphans;
            ward.part = Part::Unsupported(of);
            if plan.unsupported[of].comes_of_age {
                ward.birth = eighteen_after(plan.unsupported[of].span.last.unwrap_or(0), dice);
            }
        }
        members.push(ward);
        age = (age - dice.between(2, 4)).max(1);
    }
    members
}

/// A birth date whose eighteenth anniversary lies in the last month paid.
fn eighteen_after(last: u8, dice: &mut Dice) -> chrono::NaiveDate {
    let month = crate::plan::month(last).plus(-18 * 12);
    month.day(dice.between(1, 28) as u32)
}

fn adoptive(dice: &mut Dice) -> Vec<Draft> {
    let age = dice.between(38, 52);
    let head = Draft {
        wed: true,
        ..Draft::new(dice, "02", Sex::Male, age)
    };
    let wife = spouse(dice, &head);
    let sex = sex(dice);
    let age = dice.between(3, 12);
    let mut ward = Draft::new(dice, if sex == Sex::Male { "27" } else { "37" }, sex, age);
    ward.part = Part::Adopted;
    vec![head, wife, ward]
}

/// Moves elder brothers and sisters back in time where less than ten months lie between two
/// births of one mother.
fn space(dice: &mut Dice, members: &mut [Draft]) {
    for codes in [["20", "30"], ["41", "42"]] {
        let mut of: Vec<usize> = (0..members.len())
            .filter(|at| codes.contains(&members[*at].relation.code()))
            .collect();
        of.sort_by_key(|at| std::cmp::Reverse(members[*at].birth));
        for pair in of.windows(2) {
            let latest = members[pair[0]].birth - Days::new(300);
            if members[pair[1]].birth > latest {
                members[pair[1]].birth = latest - Days::new(dice.between(0, 120).cast_unsigned());
            }
        }
    }
}

/// Where a member stands in the register book: head, spouse, children and theirs, parents,
/// then others.
fn place(member: &Draft) -> u8 {
    match member.relation.code().as_bytes() {
        b"02" => 0,
        [b'1', _] => 1,
        b"38" => 3,
        [b'2' | b'3', _] => 2,
        [b'4', _] => 4,
        [b'5', _] => 5,
        _ => 6,
    }
}

/// Names sons and daughters of the head by rank: only one 子 or 女, else 长, 次, 三 and so on.
fn rank_children(members: &mut [Draft]) {
    for (plain, ranks, sex) in [
        ("20", ["22", "23", "24", "25", "26"], Sex::Male),
        ("30", ["32", "33", "34", "35", "36"], Sex::Female),
    ] {
        let mut of: Vec<usize> = (0..members.len())
            .filter(|at| members[*at].relation.code() == plain && members[*at].sex == sex)
            .collect();
        if of.len() < 2 {
            continue;
        }
        of.sort_by_key(|at| members[*at].birth);
        for (at, code) in of.into_iter().zip(ranks) {
            if let Some(relation) = Relation::of_code(code) {
                members[at].relation = relation;
            }
        }
    }
}
