//! The parser: trees, round trips, limits, and arbitrary input.

use proptest::prelude::*;

use super::ast::{Args, BinaryOp, Binding, Compare, Expr, Kind, Word};
use super::{Known, MAX_DEPTH, MAX_TEXT, parse};
use crate::fault::{FaultKind, Span};
use crate::number::Number;

fn known() -> Known {
    Known::new([
        "年龄",
        "收入",
        "a",
        "b",
        "Full Name",
        "profit-and-loss",
        "x",
    ])
}

fn read(text: &str) -> Result<Expr, Box<crate::Fault>> {
    parse(text, &known(), &Known::new(["k", "school year"]))
}

/// The tree as text with every bracket that its shape means.
fn shape(text: &str) -> String {
    fn show(e: &Expr) -> String {
        match &e.kind {
            Kind::Binary(op, a, b) => format!("({} {} {})", show(a), op.symbol(), show(b)),
            Kind::Negate(a) => format!("(-{})", show(a)),
            Kind::In(a, tests) => {
                let tests: Vec<String> = tests.iter().map(show).collect();
                format!("({} in {})", show(a), tests.join("|"))
            }
            Kind::Between(a, b, c) => format!("({} between {} and {})", show(a), show(b), show(c)),
            Kind::Filter(a, b) => format!("{}[{}]", show(a), show(b)),
            Kind::Path(a, name) => format!("{}.<{}>", show(a), name.text),
            Kind::Name(name) => format!("<{name}>"),
            _ => e.to_string(),
        }
    }
    show(&read(text).unwrap_or_else(|f| panic!("{text}: {f}")))
}

#[test]
fn precedence() {
    let cases = [
        ("1 + 2 * 3", "(1 + (2 * 3))"),
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("2 ** 3 ** 4", "((2 ** 3) ** 4)"),
        ("-3 ** 2", "((-3) ** 2)"),
        ("2 * -a", "(2 * (-<a>))"),
        ("a or b and x", "(<a> or (<b> and <x>))"),
        ("a = 1 and b < 2", "((<a> = 1) and (<b> < 2))"),
        ("a between 1 and 2 and b", "((<a> between 1 and 2) and <b>)"),
        ("a in (1, 2) or b", "((<a> in 1|2) or <b>)"),
        ("a in [1..2) and b", "((<a> in [1..2)) and <b>)"),
        ("a in (b + 1) * 2", "(<a> in ((<b> + 1) * 2))"),
        ("x[k > 1].k", "<x>[(<k> > 1)].<k>"),
        ("x.school year + 1", "(<x>.<school year> + 1)"),
    ];
    for (text, expected) in cases {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn names_are_the_longest_that_are_known() {
    assert_eq!(shape("Full Name"), "<Full Name>");
    assert_eq!(shape("Full   Name = a"), "(<Full Name> = <a>)");
    assert_eq!(shape("profit-and-loss - 1"), "(<profit-and-loss> - 1)");
    assert_eq!(shape("profit - and1"), "(<profit> - <and1>)");
    assert_eq!(shape("年龄 + 收入"), "(<年龄> + <收入>)");
    assert_eq!(shape("年龄收入"), "<年龄收入>");
    // What nothing declares is taken whole, so that a message can name it.
    assert_eq!(shape("no such thing 2 + a"), "(<no such thing 2> + <a>)");
}

#[test]
fn ten_thousand_brackets_are_refused_not_suffered() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{k: ", "}"),
        ("not(", ")"),
        ("-", ""),
        ("if true then ", " else 1"),
    ] {
        let text = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let fault = read(&text).expect_err("refused");
        assert_eq!(fault.kind, FaultKind::TooLarge, "{open}");
    }
    let chain = format!("1{}", " + 1".repeat(10_000));
    assert_eq!(read(&chain).expect_err("refused").kind, FaultKind::TooLarge);
    let path = format!("x{}", ".k".repeat(10_000));
    assert_eq!(read(&path).expect_err("refused").kind, FaultKind::TooLarge);
    let long = format!("\"{}\"", "长".repeat(MAX_TEXT));
    assert_eq!(read(&long).expect_err("refused").kind, FaultKind::TooLarge);
}

#[test]
fn what_is_just_deep_enough_is_read() {
    let depth = usize::from(MAX_DEPTH) - 2;
    let text = format!("{}1{}", "(".repeat(depth / 2), ")".repeat(depth / 2));
    assert!(read(&text).is_ok());
    assert!(read(&format!("1{}", " + 1".repeat(depth))).is_ok());
}

fn expr(kind: Kind) -> Expr {
    Expr::new(kind, Span::default())
}

fn word(text: &str) -> Word {
    Word {
        text: text.to_owned(),
        span: Span::default(),
    }
}

fn boxed(e: Expr) -> Box<Expr> {
    Box::new(e)
}

fn trees() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        Just(expr(Kind::Null)),
        any::<bool>().prop_map(|b| expr(Kind::Boolean(b))),
        (0i64..100_000, 0u32..4)
            .prop_map(|(n, s)| expr(Kind::Number(Number::new(n.into(), s).expect("fits")))),
        "[a-z\"\\\\\n低保 ]{0,6}".prop_map(|t| expr(Kind::Text(t))),
        prop_oneof![
            Just("年龄"),
            Just("Full Name"),
            Just("a"),
            Just("profit-and-loss")
        ]
        .prop_map(|n| expr(Kind::Name(n.to_owned()))),
        Just(expr(Kind::At("2022-10-25".to_owned()))),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let op = prop_oneof![
            Just(BinaryOp::Or),
            Just(BinaryOp::And),
            Just(BinaryOp::Compare(Compare::Le)),
            Just(BinaryOp::Compare(Compare::Ne)),
            Just(BinaryOp::Add),
            Just(BinaryOp::Sub),
            Just(BinaryOp::Mul),
            Just(BinaryOp::Div),
            Just(BinaryOp::Pow),
        ];
        let one = inner.clone();
        let two = (inner.clone(), inner.clone());
        let three = (inner.clone(), inner.clone(), inner.clone());
        let many = proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            (op, two.clone()).prop_map(|(op, (a, b))| expr(Kind::Binary(op, boxed(a), boxed(b)))),
            one.clone().prop_map(|a| expr(Kind::Negate(boxed(a)))),
            three
                .clone()
                .prop_map(|(a, b, c)| expr(Kind::If(boxed(a), boxed(b), boxed(c)))),
            three.prop_map(|(a, b, c)| expr(Kind::Between(boxed(a), boxed(b), boxed(c)))),
            (one.clone(), many.clone()).prop_filter_map("needs a test", |(a, tests)| {
                (!tests.is_empty()).then(|| expr(Kind::In(boxed(a), tests)))
            }),
            two.clone()
                .prop_map(|(a, b)| expr(Kind::Filter(boxed(a), boxed(b)))),
            one.clone()
                .prop_map(|a| expr(Kind::Path(boxed(a), word("school year")))),
            many.clone().prop_map(|items| expr(Kind::List(items))),
            many.prop_map(|args| expr(Kind::Call(
                boxed(expr(Kind::Name("sum".into()))),
                Args::Positional(args)
            ))),
            (two.clone(), any::<bool>(), any::<bool>()).prop_map(|((a, b), low_in, high_in)| {
                expr(Kind::Range {
                    low: boxed(a),
                    low_in,
                    high: boxed(b),
                    high_in,
                })
            }),
            (two.clone(), any::<bool>()).prop_map(|((a, b), every)| {
                let bindings = vec![Binding {
                    name: word("某"),
                    domain: a,
                    until: None,
                }];
                expr(Kind::Quantified {
                    every,
                    bindings,
                    condition: boxed(b),
                })
            }),
            two.prop_map(|(a, b)| expr(Kind::Context(vec![
                (word("k"), a),
                (word("two words"), b)
            ]))),
        ]
    })
}

/// A tree without its places.
fn bare(e: &Expr) -> String {
    let mut text = format!("{e:?}");
    while let Some(at) = text.find("Span {") {
        let end = at + text[at..].find('}').expect("fits") + 1;
        text.replace_range(at..end, "_");
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printing_and_reading_gives_the_same_tree(tree in trees()) {
        let text = tree.to_string();
        let again = read(&text).map_err(|f| TestCaseError::fail(format!("{text}: {f}")))?;
        prop_assert_eq!(bare(&again), bare(&tree), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Err(fault) = read(&text) {
            prop_assert!(fault.span.start <= text.len());
            fault.position(&text);
        }
    }

    #[test]
    fn any_tokens_are_read_or_refused(
        parts in proptest::collection::vec(prop_oneof![
            Just("("), Just(")"), Just("["), Just("]"), Just("{"), Just("}"), Just(","), Just(":"), Just(".."),
            Just("."), Just("1"), Just("2.5"), Just("\"低\""), Just("@\"P1D\""), Just("年龄"), Just("Full Name"),
            Just("in"), Just("not"), Just("if"), Just("then"), Just("else"), Just("some"), Just("satisfies"),
            Just("for"), Just("return"), Just("between"), Just("and"), Just("-"), Just("**"), Just("<="), Just("="),
            Just("function"), Just("instance"), Just("of"), Just("\\u"), Just("/*"), Just("x"), Just("sum"),
        ], 0..24),
        blank in any::<bool>(),
    ) {
        let text = parts.join(if blank { " " } else { "" });
        if let Ok(tree) = read(&text) {
            let printed = tree.to_string();
            prop_assert!(read(&printed).is_ok(), "{} -> {}", text, printed);
        }
    }
}
