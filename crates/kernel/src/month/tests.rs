use proptest::prelude::*;

use super::*;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

#[test]
fn knows_its_days() {
    assert_eq!(month("2024-02").last_day().to_string(), "2024-02-29");
    assert_eq!(month("2022-10").first_day().to_string(), "2022-10-01");
    assert_eq!(month("2022-12").last_day().to_string(), "2022-12-31");
    assert_eq!(month("2022-02").day(31).to_string(), "2022-02-28");
    assert_eq!(month("2022-10").day(25).to_string(), "2022-10-25");
}

#[test]
fn steps_over_the_new_year() {
    assert_eq!(month("2021-12").next(), month("2022-01"));
    assert_eq!(month("2022-01").prev(), month("2021-12"));
    assert_eq!(month("2022-10").months_since(month("2021-12")), 10);
    let span: Vec<_> = month("2021-12")
        .through(month("2022-02"))
        .map(|m| m.to_string())
        .collect();
    assert_eq!(span, ["2021-12", "2022-01", "2022-02"]);
    assert_eq!(month("2022-02").through(month("2022-01")).count(), 0);
}

#[test]
fn refuses_other_forms() {
    for (text, fault) in [
        ("2022-1", MonthError::NotAMonth),
        ("202210", MonthError::NotAMonth),
        ("2022-10-01", MonthError::NotAMonth),
        ("+022-10", MonthError::NotAMonth),
        ("2022-00", MonthError::Impossible),
        ("2022-13", MonthError::Impossible),
        ("1899-12", MonthError::OutOfRange),
        ("2200-01", MonthError::OutOfRange),
    ] {
        assert_eq!(Month::parse(text), Err(fault), "{text}");
    }
    assert_eq!(Month::new(i32::MAX, 1), Err(MonthError::OutOfRange));
}

proptest! {
    #[test]
    fn round_trips(index in FIRST..END) {
        let month = Month::from_index(index).unwrap();
        prop_assert_eq!(Month::parse(&month.to_string()), Ok(month));
        prop_assert_eq!(Month::new(month.year(), month.month()), Ok(month));
        prop_assert_eq!(Month::of(month.first_day()), month);
        prop_assert_eq!(Month::of(month.last_day()), month);
        let json = serde_json::to_string(&month).unwrap();
        prop_assert_eq!(serde_json::from_str::<Month>(&json).unwrap(), month);
    }
}
