use proptest::prelude::*;

use super::*;

#[test]
fn one_day_in_many_spellings() {
    for given in [
        "2022-10-25",
        "2022/10/25",
        "2022.10.25",
        "20221025",
        "2022年10月25日",
        "2022年10月25号",
        " ２０２２－１０－２５ ",
        "2022-10-25 00:00:00",
        "2022-10-25T08:30:00Z",
        "2022/10/25 8:30",
        "二〇二二年十月二十五日",
        "二○二二年 十月 二十五日",
        "44859",
        "'2022-10-25",
        "2022 年 10 月 25 日",
    ] {
        assert_eq!(
            parse_date(given).map(|d| d.to_string()),
            Ok("2022-10-25".to_owned()),
            "{given}"
        );
        assert_eq!(
            parse_month(given).map(|m| m.to_string()),
            Ok("2022-10".to_owned()),
            "{given}"
        );
    }
    assert_eq!(parse_date("2022-1-5").unwrap().to_string(), "2022-01-05");
    assert_eq!(
        parse_date("二〇二〇年十二月三十日").unwrap().to_string(),
        "2020-12-30"
    );
}

#[test]
fn months_alone() {
    for given in [
        "2022-10",
        "2022/10",
        "202210",
        "2022年10月",
        "2022.10",
        "二〇二二年十月",
        "2022年10月份",
    ] {
        assert_eq!(
            parse_month(given).map(|m| m.to_string()),
            Ok("2022-10".to_owned()),
            "{given}"
        );
    }
    assert_eq!(parse_date("2022年10月"), Err(DateError::DayMissing));
}

#[test]
fn refuses_what_would_be_a_guess() {
    for (given, fault) in [
        ("", DateError::Empty),
        ("22-10-25", DateError::Ambiguous),
        ("25/10/2022", DateError::Ambiguous),
        ("221025", DateError::Ambiguous),
        ("2022-02-30", DateError::NoSuchDay),
        ("2022-13-01", DateError::NoSuchDay),
        ("1022-10-25", DateError::OutOfRange),
        ("去年", DateError::NotADate),
        ("2022-10-25abc", DateError::NotADate),
        ("2022-10-十十", DateError::NotADate),
        ("123", DateError::NotADate),
    ] {
        assert_eq!(parse_date(given), Err(fault), "{given}");
        assert!(!fault.zh().is_empty() && !fault.en().is_empty());
    }
}

proptest! {
    #[test]
    fn days_read_back(offset in 0u64..100_000) {
        let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(offset);
        for form in ["%Y-%m-%d", "%Y/%-m/%-d", "%Y%m%d", "%Y年%-m月%-d日"] {
            prop_assert_eq!(parse_date(&day.format(form).to_string()), Ok(day));
        }
    }

    #[test]
    fn any_text_is_answered(text in ".{0,30}") {
        let _ = parse_date(&text);
        let _ = parse_month(&text);
    }
}
