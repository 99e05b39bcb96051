use std::collections::BTreeSet;

use super::*;
use crate::Bilingual;

fn sound<L: CodeList + PartialEq + std::fmt::Debug>() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for entry in L::all() {
        assert!(
            codes.insert(entry.code()),
            "code {} stands twice",
            entry.code()
        );
        assert!(names.insert(entry.zh()), "name {} stands twice", entry.zh());
        for alias in entry.aliases() {
            assert!(names.insert(alias), "spelling {alias} stands twice");
            assert_eq!(L::parse(alias), Ok(*entry));
        }
        assert!(!entry.en().is_empty());
        assert_eq!(L::parse(entry.code()), Ok(*entry));
        assert_eq!(L::parse(entry.zh()), Ok(*entry));
    }
    for wrong in ["", " ", "不存在的", "999", "0x1"] {
        assert_eq!(L::parse(wrong), Err(L::fault()));
    }
    assert!(!L::fault().zh().is_empty() && !L::fault().en().is_empty());
}

#[test]
fn lists_are_sound() {
    sound::<Sex>();
    sound::<Marriage>();
    sound::<Education>();
    sound::<UrbanRural>();
    sound::<HouseholdRegistration>();
    sound::<Health>();
    sound::<LabourAbility>();
    sound::<DisabilityKind>();
    sound::<DisabilityGrade>();
    sound::<Ethnicity>();
    sound::<Relation>();
}

#[test]
fn lists_have_the_length_of_the_standard() {
    assert_eq!(Relation::all().len(), 84);
    assert_eq!(Ethnicity::all().len(), 58);
    assert_eq!(DisabilityKind::all().len(), 7);
}

#[test]
fn reads_codes_and_names_as_typed() {
    assert_eq!(Sex::parse("男 "), Ok(Sex::Male));
    assert_eq!(Sex::parse("２"), Ok(Sex::Female));
    assert_eq!(Relation::parse("2"), Ok(Relation::HEAD));
    assert_eq!(Relation::parse("02"), Ok(Relation::HEAD));
    assert_eq!(Relation::parse("20"), Ok(Relation::SON));
    assert_eq!(Relation::parse("妻子"), Ok(Relation::WIFE));
    assert_eq!(Ethnicity::parse("汉"), Ok(Ethnicity::HAN));
    assert_eq!(DisabilityGrade::parse("一级"), Ok(DisabilityGrade::First));
    assert!(DisabilityGrade::Second.is_severe() && !DisabilityGrade::Third.is_severe());
}

#[test]
fn near_relatives_are_by_blood_or_marriage_bond_only() {
    let near = |code| Relation::of_code(code).unwrap().is_near_relative();
    for code in [
        "10", "12", "22", "27", "37", "41", "44", "51", "58", "61", "64", "71", "77",
    ] {
        assert!(near(code), "{code}");
    }
    for code in [
        "01", "02", "28", "38", "45", "53", "56", "59", "65", "72", "78", "81", "93", "99",
    ] {
        assert!(!near(code), "{code}");
    }
}

#[test]
fn json_holds_the_chinese_name() {
    assert_eq!(serde_json::to_string(&Relation::WIFE).unwrap(), "\"妻\"");
    assert_eq!(
        serde_json::from_str::<Relation>("\"12\"").unwrap(),
        Relation::WIFE
    );
    assert!(serde_json::from_str::<Sex>("\"x\"").is_err());
}
