use proptest::prelude::*;

use super::*;

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

#[test]
fn levels_and_parents() {
    let village = code("620521100201");
    assert_eq!(village.level(), DivisionLevel::Village);
    let chain: Vec<_> = std::iter::successors(Some(village), DivisionCode::parent)
        .map(|c| c.short().to_owned())
        .collect();
    assert_eq!(
        chain,
        ["620521100201", "620521100", "620521", "620500", "620000"]
    );
    assert_eq!(village.at(DivisionLevel::Township), Some(code("620521100")));
    assert_eq!(code("620521").at(DivisionLevel::Township), None);
}

#[test]
fn a_city_without_counties_has_townships() {
    let town = code("441900003000");
    assert_eq!(town.level(), DivisionLevel::Township);
    assert!(code("441900").contains(&town));
    assert!(code("441900").contains(&town.parent().unwrap()));
}

#[test]
fn ranges_cover_the_subtree() {
    assert_eq!(
        code("620521").range(),
        ("620521000000".into(), "620522000000".into())
    );
    assert_eq!(
        code("620599").range(),
        ("620599000000".into(), "620600000000".into())
    );
    assert_eq!(
        code("620521100").range(),
        ("620521100000".into(), "620521101000".into())
    );
    assert_eq!(code("990000").range(), ("990000000000".into(), ":".into()));
}

#[test]
fn refuses_what_is_no_code() {
    for (text, fault) in [
        ("", DivisionError::NotDigits),
        ("62052A", DivisionError::NotDigits),
        ("62052", DivisionError::Length),
        ("6205210", DivisionError::Length),
        ("000521", DivisionError::NoProvince),
        ("620521000201", DivisionError::Gap),
        ("620000100", DivisionError::Gap),
    ] {
        assert_eq!(DivisionCode::parse(text), Err(fault), "{text}");
    }
    assert_eq!(code("６２０５２１ "), code("620521000000"));
}

proptest! {
    #[test]
    fn containing_equals_lying_in_the_range(a in "[1-9][0-9]{3}[0-2]{2}(000|[12]00)(000|20[0-3])", b in "[1-9][0-9]{3}[0-2]{2}(000|[12]00)(000|20[0-3])") {
        if let (Ok(a), Ok(b)) = (DivisionCode::parse(&a), DivisionCode::parse(&b)) {
            for outer in std::iter::successors(Some(a), DivisionCode::parent) {
                let (start, end) = outer.range();
                for inner in [a, b] {
                    let within = inner.as_str() >= start.as_str() && inner.as_str() < end.as_str();
                    prop_assert_eq!(outer.contains(&inner), within);
                }
            }
            prop_assert_eq!(DivisionCode::parse(a.short()), Ok(a));
        }
    }
}
