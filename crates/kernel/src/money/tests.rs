use proptest::prelude::*;

use super::*;

#[test]
fn reads_what_people_write() {
    for (text, fen) in [
        ("1317", 131_700),
        ("1317.00", 131_700),
        ("1,317.5", 131_750),
        ("-0.05", -5),
        (".5", 50),
        ("5.", 500),
        ("１３１７．００", 131_700),
        (" ¥ 1,234,567.89 ", 123_456_789),
        ("1140.600元", 114_060),
        ("92233720368547758.07", i64::MAX),
    ] {
        assert_eq!(Money::parse_yuan(text).map(Money::fen), Ok(fen), "{text}");
    }
}

#[test]
fn refuses_what_is_no_amount() {
    for (text, fault) in [
        ("", MoneyError::Empty),
        ("　", MoneyError::Empty),
        ("元", MoneyError::NotANumber),
        ("-", MoneyError::NotANumber),
        (".", MoneyError::NotANumber),
        ("1.2.3", MoneyError::NotANumber),
        ("1,31", MoneyError::NotANumber),
        ("1e3", MoneyError::NotANumber),
        ("--5", MoneyError::NotANumber),
        ("五百", MoneyError::NotANumber),
        ("0.001", MoneyError::TooPrecise),
        ("92233720368547758.08", MoneyError::Overflow),
        ("-92233720368547758.08", MoneyError::Overflow),
        ("999999999999999999999999", MoneyError::Overflow),
    ] {
        assert_eq!(Money::parse_yuan(text), Err(fault), "{text}");
        assert!(!fault.zh().is_empty() && !fault.en().is_empty());
    }
}

#[test]
fn shows_wan_as_reports_print_it() {
    assert_eq!(Money::from_fen(2_281_581_800).to_wan(), "2281.5818");
    assert_eq!(Money::from_fen(50).to_wan(), "0.0001");
    assert_eq!(Money::from_fen(-49).to_wan(), "0.0000");
    assert_eq!(Money::from_fen(-100).to_wan(), "-0.0001");
}

#[test]
fn json_takes_strings_and_numbers() {
    for (json, fen) in [
        ("\"1317.00\"", 131_700),
        ("1317", 131_700),
        ("1317.1", 131_710),
        ("0.29", 29),
        ("-3", -300),
    ] {
        assert_eq!(
            serde_json::from_str::<Money>(json).unwrap().fen(),
            fen,
            "{json}"
        );
    }
    for json in [
        "0.001",
        "\"0.001\"",
        "1e300",
        "null",
        "true",
        "[1]",
        "17.0000000000000048",
    ] {
        assert!(serde_json::from_str::<Money>(json).is_err(), "{json}");
    }
    assert_eq!(
        serde_json::to_string(&Money::from_fen(-5)).unwrap(),
        "\"-0.05\""
    );
}

#[test]
fn display_pads_like_a_number() {
    assert_eq!(format!("{:>10}", Money::from_fen(131_700)), "   1317.00");
    assert_eq!(format!("{:010}", Money::from_fen(-5)), "-000000.05");
}

proptest! {
    #[test]
    fn text_and_json_round_trip(fen in any::<i64>()) {
        let money = Money::from_fen(fen);
        prop_assert_eq!(Money::parse_yuan(&money.to_string()), Ok(money));
        let json = serde_json::to_string(&money).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
    }

    #[test]
    fn numbers_of_fifteen_digits_are_exact(fen in -999_999_999_999_999i64..=999_999_999_999_999) {
        let money = Money::from_fen(fen);
        prop_assert_eq!(serde_json::from_str::<Money>(&money.to_string()).unwrap(), money);
    }

    #[test]
    fn arithmetic_is_exact_or_an_error(a in any::<i64>(), b in any::<i64>(), n in any::<i64>()) {
        let (x, y) = (Money::from_fen(a), Money::from_fen(b));
        let wide = |value: i128| {
            i64::try_from(value).ok().filter(|fen| *fen != i64::MIN).map(Money::from_fen).ok_or(MoneyError::Overflow)
        };
        let (p, q) = (i128::from(x.fen()), i128::from(y.fen()));
        prop_assert_eq!(x.checked_add(y), wide(p + q));
        prop_assert_eq!(x.checked_sub(y), wide(p - q));
        prop_assert_eq!(x.checked_mul(n), wide(p * i128::from(n)));
        prop_assert_eq!(-(-x), x);
        prop_assert_eq!(Money::try_sum([x, y, -x]), Ok(y));
    }
}
