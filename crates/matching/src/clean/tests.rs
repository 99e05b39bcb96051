use chrono::NaiveDate;
use kernel::{IdNumber, IdNumberError};
use proptest::prelude::*;

use super::*;

// The example of GB 11643-1999; nobody bears it.
const EXAMPLE: &str = "11010519491231002X";

#[test]
fn cells_as_departments_fill_them() {
    let wanted = PackedId::new(&IdNumber::parse(EXAMPLE).unwrap());
    for cell in [
        EXAMPLE,
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "'11010519491231002X'",
        "11010519491231002X'",
        "=\"11010519491231002X\"",
        "110105-19491231-002X",
        "11O10519491231OO2X",
        "l10105l949123l002X",
        "110105491231002",
        "\u{feff}11010519491231002Х\u{200b}",
    ] {
        assert_eq!(PackedId::read(cell), Ok(wanted), "{cell}");
    }
    assert_eq!(wanted.digits().as_slice(), EXAMPLE.as_bytes());
    assert_eq!(wanted.number().as_str(), EXAMPLE);
    assert_eq!(PackedId::from_word(wanted.word()), Some(wanted));
    assert_eq!(PackedId::from_word(1), None);
    assert!(!format!("{wanted:?}").contains("19491231"));
}

#[test]
fn cells_that_are_refused_say_why() {
    for (cell, fault) in [
        ("", IdNumberError::Empty),
        ("110105194912310021", IdNumberError::CheckDigit),
        ("1.10105E+17", IdNumberError::Scientific),
        ("1101**********002X", IdNumberError::Masked),
        ("110105194902300021", IdNumberError::BirthDate),
        ("1101051949", IdNumberError::Length(10)),
        ("01010519491231002X", IdNumberError::Province),
    ] {
        assert_eq!(PackedId::read(cell), Err(fault), "{cell}");
    }
}

#[test]
fn variants_lead_to_standard_characters() {
    for (variant, standard) in [
        ('呂', "吕"),
        ('劉', "刘"),
        ('鍾', "钟"),
        ('鐘', "钟"),
        ('陞', "升"),
        ('甦', "苏"),
        ('喆', "喆"),
    ] {
        assert_eq!(fold_name(&variant.to_string()), standard);
    }
}

#[test]
fn names_in_one_spelling() {
    for (given, wanted) in [
        ("王 小明", "王小明"),
        ("劉強（户主）", "刘强"),
        ("阿依夏木・买买提", "阿依夏木·买买提"),
        ("龙\u{e863}", "龙\u{4dae}"),
        ("⼭田", "山田"),
        ("\u{f9f4}", "林"),
        ("John  smith", "JOHNSMITH"),
        ("欧阳　娜", "欧阳娜"),
    ] {
        assert_eq!(fold_name(given), wanted, "{given}");
    }
    assert!(latin_name("ANNA") && !latin_name("王A") && !latin_name("王五"));
}

proptest! {
    /// The quick reader and the full one agree on every number and every spoilt one.
    #[test]
    fn packed_agrees_with_the_kernel(
        area in prop::sample::select(vec!["620521", "110105", "659001", "810000", "911124", "420203"]),
        days in 0u32..70_000, serial in 0u16..1000, at in 0usize..18, other in "[0-9xX]",
    ) {
        let birth = NaiveDate::from_ymd_opt(1870, 1, 1).unwrap() + chrono::Days::new(u64::from(days));
        let number = IdNumber::compose(area, birth, serial).unwrap();
        let packed = PackedId::read(number.as_str()).unwrap();
        prop_assert_eq!(packed.number(), number);
        let mut spoilt = number.as_str().to_owned();
        spoilt.replace_range(at..=at, &other);
        let read = PackedId::read(&spoilt).map(PackedId::number);
        prop_assert_eq!(read, IdNumber::parse(&spoilt));
    }

    #[test]
    fn any_cell_is_answered(cell in ".{0,30}") {
        let _ = PackedId::read(&cell);
        let _ = fold_name(&cell);
    }

    #[test]
    fn folding_twice_changes_nothing(name in "[\u{4e00}-\u{9fa5}A-Za-z· ]{0,8}") {
        let once = fold_name(&name);
        prop_assert_eq!(fold_name(&once), once);
    }
}
