use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_embedded_table_covers_its_years() {
    // Reading checks the count of working days of each year against the notice.
    assert_eq!(WorkingDays::embedded().years(), (2017, 2026));
}

#[test]
fn knows_holidays_and_worked_weekends() {
    let days = WorkingDays::embedded();
    for (text, worked) in [
        ("2022-10-07", false),
        ("2022-10-08", true),
        ("2022-10-09", true),
        ("2022-10-25", true),
        ("2026-02-14", true),
        ("2026-02-16", false),
        ("2026-04-06", false),
    ] {
        assert_eq!(days.is_working(day(text)), Ok(worked), "{text}");
    }
}

#[test]
fn limits_end_with_the_nth_working_day() {
    let days = WorkingDays::embedded();
    // Accepted on Friday 30 September 2022: the National Day week does not count, the
    // weekend of 8 and 9 October does.
    assert_eq!(days.deadline(day("2022-09-30"), 3), Ok(day("2022-10-10")));
    assert_eq!(days.deadline(day("2022-09-30"), 0), Ok(day("2022-09-30")));
    assert_eq!(days.between(day("2022-09-30"), day("2022-10-10")), Ok(3));
    assert_eq!(publicity_end(day("2022-10-01"), 7), day("2022-10-08"));
}

#[test]
fn a_year_without_notice_is_an_error() {
    let days = WorkingDays::embedded();
    for text in ["2016-12-31", "2027-01-04"] {
        let fault = days.is_working(day(text)).unwrap_err();
        assert!(fault.zh().contains("2017至2026"));
    }
    assert!(days.deadline(day("2026-12-25"), 10).is_err());
    assert!(days.between(day("2026-12-25"), day("2027-01-10")).is_err());
    assert!(days.deadline(day("2016-12-25"), 1).is_err());
}

#[test]
fn wrong_tables_are_refused_with_their_line() {
    for (text, line) in [
        ("", 0),
        ("2022 OFF 0101", 1),
        ("# note\n2022 OFF 0101-0103 | WORK | 249", 2),
        ("2022 OFF 1301 | WORK | 260", 1),
        ("2023 OFF 0102 | WORK 0102 | 260", 1),
    ] {
        assert_eq!(WorkingDays::parse(text), Err(TableError { line }), "{text}");
    }
    let gap = "2018 OFF 0101 0215-0221 0405-0407 0429-0501 0618 0924 1001-1007 1230-1231 | WORK 0211 0224 0408 0428 0929 0930 1229 | 250\n2020 OFF 0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008 | WORK 0119 0426 0509 0628 0927 1010 | 249";
    assert_eq!(WorkingDays::parse(gap), Err(TableError { line: 2 }));
}

proptest! {
    #[test]
    fn deadline_and_between_agree(offset in 0u64..3400, limit in 1u32..40) {
        let days = WorkingDays::embedded();
        let start = day("2017-01-01") + Days::new(offset);
        let end = days.deadline(start, limit).unwrap();
        prop_assert_eq!(days.between(start, end), Ok(limit));
        prop_assert_eq!(days.is_working(end), Ok(true));
    }
}
