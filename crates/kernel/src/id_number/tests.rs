use proptest::prelude::*;

use super::*;

// The example of GB 11643-1999 and made-up serials; nobody bears these numbers.
const EXAMPLE: &str = "11010519491231002X";

#[test]
fn reads_the_example_of_the_standard() {
    let number = IdNumber::parse(EXAMPLE).unwrap();
    assert_eq!(number.as_str(), EXAMPLE);
    assert_eq!(number.birth().to_string(), "1949-12-31");
    assert_eq!(number.sex(), Sex::Female);
    assert_eq!(number.division().unwrap().short(), "110105");
    assert_eq!(number.masked(), "1101**********002X");
    assert_eq!(format!("{number:?}"), "IdNumber(\"1101**********002X\")");
}

#[test]
fn tolerates_how_people_type() {
    for given in [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "'11010519491231002X",
        "\u{feff}11010519491231002\u{425}\u{200b}",
        "11010519491231002×",
    ] {
        assert_eq!(IdNumber::parse(given).unwrap().as_str(), EXAMPLE, "{given}");
    }
}

#[test]
fn converts_fifteen_digits() {
    assert_eq!(
        IdNumber::parse("110105491231002").unwrap().as_str(),
        EXAMPLE
    );
}

#[test]
fn refuses_with_the_reason() {
    for (given, fault) in [
        ("", IdNumberError::Empty),
        ("　 ", IdNumberError::Empty),
        ("1.10105E+17", IdNumberError::Scientific),
        ("1101**********002X", IdNumberError::Masked),
        ("1101051949123100", IdNumberError::Length(16)),
        ("11010519491231002XX", IdNumberError::Length(19)),
        ("1101051949123100X2", IdNumberError::Character(17)),
        ("11010549123100X", IdNumberError::Character(15)),
        ("11010519491231002Y", IdNumberError::Character(18)),
        ("010105194912310023", IdNumberError::Province),
        ("110105194902300021", IdNumberError::BirthDate),
        ("110105194913010021", IdNumberError::BirthDate),
        ("110105000001010021", IdNumberError::BirthDate),
        ("110105194912310021", IdNumberError::CheckDigit),
    ] {
        assert_eq!(IdNumber::parse(given), Err(fault), "{given}");
        assert!(!fault.zh().is_empty() && !fault.en().contains(EXAMPLE));
    }
}

#[test]
fn foreigners_cards_have_no_area() {
    let number =
        IdNumber::compose("911124", NaiveDate::from_ymd_opt(1981, 8, 3).unwrap(), 2).unwrap();
    assert_eq!(number.division(), None);
    assert_eq!(IdNumber::parse(number.as_str()), Ok(number));
}

#[test]
fn age_turns_on_the_birthday() {
    let number =
        IdNumber::compose("620521", NaiveDate::from_ymd_opt(2004, 10, 25).unwrap(), 1).unwrap();
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(number.age_on(day(2022, 10, 24)), 17);
    assert_eq!(number.age_on(day(2022, 10, 25)), 18);
    assert_eq!(number.age_on(day(2000, 1, 1)), 0);
}

fn numbers() -> impl Strategy<Value = IdNumber> {
    (
        0u32..60_000,
        0u16..1000,
        prop::sample::select(vec!["620521", "110105", "659001", "810000"]),
    )
        .prop_map(|(days, serial, area)| {
            let birth =
                NaiveDate::from_ymd_opt(1880, 1, 1).unwrap() + chrono::Days::new(u64::from(days));
            IdNumber::compose(area, birth, serial).unwrap()
        })
}

proptest! {
    #[test]
    fn composed_numbers_read_back(number in numbers()) {
        prop_assert_eq!(IdNumber::parse(number.as_str()), Ok(number));
        prop_assert_eq!(IdNumber::parse(&number.as_str().to_lowercase()), Ok(number));
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<IdNumber>(&json).unwrap(), number);
    }

    /// The standard's code finds every single wrong digit and every swap of neighbours.
    #[test]
    fn one_wrong_digit_or_swap_is_found(number in numbers(), at in 0usize..17, other in 0u8..10) {
        let mut wrong = number.as_str().as_bytes().to_vec();
        if wrong[at] != b'0' + other {
            wrong[at] = b'0' + other;
            prop_assert!(IdNumber::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
        }
        let mut swapped = number.as_str().as_bytes().to_vec();
        swapped.swap(at, at + 1);
        if swapped != number.as_str().as_bytes() {
            prop_assert!(IdNumber::parse(std::str::from_utf8(&swapped).unwrap()).is_err());
        }
    }

    #[test]
    fn any_text_is_answered(text in ".{0,30}") {
        let _ = IdNumber::parse(&text);
    }

    #[test]
    fn old_numbers_convert(days in 0u64..36_000, serial in 0u16..1000) {
        let birth = NaiveDate::from_ymd_opt(1901, 1, 1).unwrap() + chrono::Days::new(days);
        let new = IdNumber::compose("620521", birth, serial).unwrap();
        let old = format!("{}{}", &new.as_str()[..6], &new.as_str()[8..17]);
        prop_assert_eq!(IdNumber::parse(&old), Ok(new));
    }
}
