use kernel::DisabilityCard;
use kernel::IdNumber;
use kernel::codes::{DisabilityGrade, DisabilityKind, Education, Health, LabourAbility, Marriage};

use super::draft::{Draft, Part};
use crate::dice::Dice;
use crate::model::{Disability, Employment, StudyStage};
use crate::plan::Severity;

/// What else is known of a person.
pub(crate) struct Traits {
    pub marriage: Marriage,
    pub education: Education,
    pub health: Health,
    pub labour: LabourAbility,
    pub employment: Employment,
    pub study: StudyStage,
    pub disability: Option<Disability>,
}

/// Facts that agree with age, part and disability.
pub(crate) fn traits(
    dice: &mut Dice,
    draft: &Draft,
    id: IdNumber,
    severity: Option<Severity>,
    alone: bool,
) -> Traits {
    let age = draft.age();
    let disability = severity.map(|severity| disability(dice, id, severity, age));
    let study = study(dice, draft, age, disability.as_ref());
    let labour = labour(dice, age, disability.as_ref());
    Traits {
        marriage: marriage(dice, draft, age, alone),
        education: education(dice, age, study),
        health: health(dice, age, disability.as_ref()),
        labour,
        employment: employment(dice, age, study, labour),
        study,
        disability,
    }
}

fn disability(dice: &mut Dice, id: IdNumber, severity: Severity, age: i64) -> Disability {
    use DisabilityKind::{Hearing, Intellectual, Mental, Multiple, Physical, Speech, Visual};
    let (kind, grade) = match severity {
        Severity::Severe => {
            let kinds = [
                (Visual, 14),
                (Hearing, 8),
                (Speech, 2),
                (Physical, 42),
                (Intellectual, 14),
                (Mental, 14),
                (Multiple, 6),
            ];
            (
                dice.weighted(&kinds),
                dice.weighted(&[(DisabilityGrade::First, 38), (DisabilityGrade::Second, 62)]),
            )
        }
        Severity::ThirdMental => (dice.pick(&[Intellectual, Mental]), DisabilityGrade::Third),
        Severity::Light => {
            let kinds = [
                (Visual, 14),
                (Hearing, 14),
                (Speech, 4),
                (Physical, 52),
                (Intellectual, 8),
                (Mental, 8),
            ];
            (
                dice.weighted(&kinds),
                dice.weighted(&[(DisabilityGrade::Third, 45), (DisabilityGrade::Fourth, 55)]),
            )
        }
    };
    // Children are seldom registered for what grows with age.
    let kind = if age < 16 && matches!(kind, Visual | Mental) {
        Intellectual
    } else {
        kind
    };
    Disability {
        kind,
        grade,
        card: DisabilityCard::of(id, kind, grade),
    }
}

fn marriage(dice: &mut Dice, draft: &Draft, age: i64, alone: bool) -> Marriage {
    if age < 20 || !draft.wed {
        return Marriage::Single;
    }
    if alone {
        return if age >= 55 || dice.chance(50) {
            Marriage::Widowed
        } else {
            Marriage::Divorced
        };
    }
    dice.weighted(&[
        (Marriage::FirstMarriage, 80),
        (Marriage::Married, 15),
        (Marriage::Remarried, 5),
    ])
}

fn study(dice: &mut Dice, draft: &Draft, age: i64, disability: Option<&Disability>) -> StudyStage {
    if draft.part == Part::Student {
        return dice.weighted(&[(StudyStage::University, 55), (StudyStage::College, 45)]);
    }
    let kept_home = disability.is_some_and(|d| d.grade.is_severe()) && dice.chance(60);
    if kept_home {
        return StudyStage::None;
    }
    match age {
        3..=5 if dice.chance(80) => StudyStage::Preschool,
        6..=11 => StudyStage::Primary,
        12..=14 => StudyStage::Junior,
        15..=17 if dice.chance(85) => {
            dice.weighted(&[(StudyStage::Senior, 65), (StudyStage::Vocational, 35)])
        }
        18..=22 if dice.chance(12) && !draft.wed => {
            dice.pick(&[StudyStage::University, StudyStage::College])
        }
        _ => StudyStage::None,
    }
}

fn education(dice: &mut Dice, age: i64, study: StudyStage) -> Education {
    match study {
        StudyStage::University | StudyStage::College => return Education::SeniorSecondary,
        StudyStage::Senior | StudyStage::Vocational => return Education::JuniorSecondary,
        StudyStage::Junior => return Education::Primary,
        StudyStage::Primary | StudyStage::Preschool => return Education::Other,
        StudyStage::None => {}
    }
    match age {
        0..=11 => Education::Other,
        12..=22 => Education::JuniorSecondary,
        23..=40 => dice.weighted(&[
            (Education::JuniorSecondary, 60),
            (Education::SeniorSecondary, 14),
            (Education::Vocational, 8),
            (Education::Junior, 10),
            (Education::Bachelor, 4),
            (Education::Primary, 4),
        ]),
        41..=60 => dice.weighted(&[
            (Education::Primary, 42),
            (Education::JuniorSecondary, 44),
            (Education::SeniorSecondary, 6),
            (Education::Other, 8),
        ]),
        _ => dice.weighted(&[
            (Education::Other, 45),
            (Education::Primary, 42),
            (Education::JuniorSecondary, 13),
        ]),
    }
}

fn health(dice: &mut Dice, age: i64, disability: Option<&Disability>) -> Health {
    if disability.is_some() {
        return dice.weighted(&[
            (Health::Fair, 55),
            (Health::Chronic, 35),
            (Health::Severe, 10),
        ]);
    }
    match age {
        0..=40 => dice.weighted(&[
            (Health::Good, 95),
            (Health::Chronic, 3),
            (Health::Severe, 2),
        ]),
        41..=60 => dice.weighted(&[
            (Health::Good, 78),
            (Health::Fair, 8),
            (Health::Chronic, 10),
            (Health::Severe, 4),
        ]),
        _ => dice.weighted(&[
            (Health::Good, 35),
            (Health::Fair, 25),
            (Health::Chronic, 32),
            (Health::Severe, 8),
        ]),
    }
}

/// As the monthly statistics define it: none under 18 and from 60, lost with a severe
/// disability other than of hearing and speech.
fn labour(dice: &mut Dice, age: i64, disability: Option<&Disability>) -> LabourAbility {
    if !(18..60).contains(&age) {
        return LabourAbility::None;
    }
    match disability {
        Some(d)
            if d.grade.is_severe()
                && !matches!(d.kind, DisabilityKind::Hearing | DisabilityKind::Speech) =>
        {
            LabourAbility::Lost
        }
        Some(_) => LabourAbility::PartlyLost,
        None if age > 50 && dice.chance(12) => LabourAbility::PartlyLost,
        None => LabourAbility::Full,
    }
}

fn employment(dice: &mut Dice, age: i64, study: StudyStage, labour: LabourAbility) -> Employment {
    if study != StudyStage::None {
        return Employment::School;
    }
    match (age, labour) {
        (0..=17, _) | (_, LabourAbility::Lost) => Employment::Idle,
        (60.., _) => dice.weighted(&[(Employment::Farming, 40), (Employment::Idle, 60)]),
        (_, LabourAbility::PartlyLost) => {
            dice.weighted(&[(Employment::Farming, 60), (Employment::Idle, 40)])
        }
        _ => dice.weighted(&[
            (Employment::Farming, 50),
            (Employment::Employed, 42),
            (Employment::Unemployed, 4),
            (Employment::Idle, 4),
        ]),
    }
}
