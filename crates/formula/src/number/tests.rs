use super::*;
use proptest::prelude::*;

/// The same number, kept in decimal128.
fn wide(number: Number) -> Number {
    Number(Kept::Wide(number.raw()))
}

fn shown(value: Option<Number>) -> Option<String> {
    value.map(|n| n.to_string())
}

fn number() -> impl Strategy<Value = Number> {
    let near = -1_000_000_i128..1_000_000;
    let far = -999_999_999_999_999_999_i128..=999_999_999_999_999_999;
    prop_oneof![
        (near.clone(), 0_u32..4),
        (near, 0_u32..19),
        (far, 0_u32..19),
        (
            prop::sample::select(vec![0, 1, -1, 12, 5, 25, 10, 1000, 3, 7]),
            0_u32..6
        ),
    ]
    .prop_map(|(coefficient, scale)| Number::new(coefficient, scale).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// Whatever is computed in whole numbers is what decimal128 computes.
    #[test]
    fn both_ways_agree(a in number(), b in number(), scale in -4_i32..20) {
        let (x, y) = (wide(a), wide(b));
        prop_assert_eq!(a, x);
        prop_assert_eq!(a.to_string(), x.to_string());
        prop_assert_eq!(a.cmp(&b), x.cmp(&y));
        prop_assert_eq!(shown(a.add(b)), shown(x.add(y)));
        prop_assert_eq!(shown(a.sub(b)), shown(x.sub(y)));
        prop_assert_eq!(shown(a.mul(b)), shown(x.mul(y)));
        prop_assert_eq!(shown(a.div(b)), shown(x.div(y)));
        prop_assert_eq!(shown(a.rem(b)), shown(x.rem(y)));
        prop_assert_eq!(a.neg().to_string(), x.neg().to_string());
        prop_assert_eq!(a.abs().to_string(), x.abs().to_string());
        prop_assert_eq!(a.is_zero(), x.is_zero());
        prop_assert_eq!(a.is_negative(), x.is_negative());
        prop_assert_eq!(a.is_whole(), x.is_whole());
        prop_assert_eq!(a.to_i64(), x.to_i64());
        prop_assert_eq!(a.to_fen(), x.to_fen());
        for mode in [Round::Up, Round::Down, Round::HalfUp, Round::HalfDown, Round::HalfEven, Round::Floor, Round::Ceiling] {
            prop_assert_eq!(shown(a.round(scale, mode)), shown(x.round(scale, mode)), "{:?} {} {}", mode, a, scale);
        }
        let text = a.to_string();
        prop_assert_eq!(Number::parse(&text).unwrap(), a);
    }
}

#[test]
fn a_number_is_no_larger_than_before() {
    assert!(size_of::<Number>() <= 24);
    assert!(size_of::<crate::Value>() <= 32);
}

/// Plain digits are read without decimal128, and come to the same.
#[test]
fn plain_digits_are_read_as_decimal128_reads_them() {
    for text in [
        "0",
        "00",
        "7",
        "1317.00",
        "0.50",
        "000.1",
        "12345678901234567",
        "123456789012345678",
        "1.2345678901234567",
        "1.",
        ".5",
        "-3",
        "+3",
        "1..2",
        "1.2.3",
        "1e3",
        "",
        ".",
        "１",
    ] {
        let read = Number::parse(text);
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e'));
        let other = with(|c| {
            let value = c.parse(text).ok().filter(|_| plain);
            c.set_status(Status::default());
            value.and_then(finite)
        });
        assert_eq!(shown(read), shown(other), "{text}");
    }
}
