use super::*;
use crate::fault::Spot;
use formula::Number;
use proptest::prelude::*;

fn table(hit: Hit, rows: &[(&[&str], &str)]) -> Table {
    let width = rows[0].0.len();
    let spot = Spot::default();
    Table {
        hit,
        inputs: (0..width)
            .map(|n| TableInput {
                formula: format!("x{n}"),
                from: None,
                to: None,
                spot,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|(cells, output)| TableRow {
                cells: cells
                    .iter()
                    .map(|c| (Cell::read(c).unwrap(), spot))
                    .collect(),
                output: Output {
                    formula: (*output).to_owned(),
                    spot,
                },
                spot,
            })
            .collect(),
        default: None,
        priority: Vec::new(),
        spot,
    }
}

const WHOLE: Domain = Domain::Ordered { whole: true };
const REAL: Domain = Domain::Ordered { whole: false };

#[test]
fn a_hole_between_two_ranges_is_found_with_a_witness() {
    let rows: &[(&[&str], &str)] = &[(&["< 18"], "1"), (&["(18..60)"], "2"), (&[">= 60"], "3")];
    let found = table(Hit::Unique, rows).look(&[REAL]);
    assert_eq!(found.hole.as_deref(), Some("x0 = 18"));
    assert!(found.clashes.is_empty());
}

#[test]
fn whole_numbers_leave_no_hole_between_neighbours() {
    let rows: &[(&[&str], &str)] = &[(&["<= 17"], "1"), (&[">= 18"], "2")];
    assert_eq!(table(Hit::Unique, rows).look(&[WHOLE]).hole, None);
    let real = table(Hit::Unique, rows).look(&[REAL]);
    assert_eq!(real.hole.as_deref(), Some("x0 = (17..18)"));
}

#[test]
fn bounds_of_an_input_close_the_ends() {
    let rows: &[(&[&str], &str)] = &[(&["1"], "1"), (&["2、3"], "2"), (&["4"], "3")];
    let mut table = table(Hit::Unique, rows);
    assert!(table.look(&[WHOLE]).hole.is_some());
    table.inputs[0].from = Some(Edge::Number(Number::from(1)));
    table.inputs[0].to = Some(Edge::Number(Number::from(4)));
    assert_eq!(table.look(&[WHOLE]).hole, None);
}

#[test]
fn overlaps_count_by_the_hit_policy() {
    let rows: &[(&[&str], &str)] = &[
        (&["<= 2", "-"], "110"),
        (&["-", "智力，精神"], "110"),
        (&["> 2", "not(智力、精神)"], "0"),
    ];
    let kinds = Domain::Codes(["肢体", "智力", "精神"].map(str::to_owned).into());
    let domains = [WHOLE, kinds];
    let found = table(Hit::Unique, rows).look(&domains);
    assert_eq!(found.clashes.len(), 1);
    assert_eq!(found.clashes[0].rows, (0, 1));
    assert!(found.clashes[0].witness.contains("x1 = \"智力\""));
    assert!(table(Hit::Any, rows).look(&domains).clashes.is_empty());
    assert_eq!(table(Hit::First, rows).look(&domains), Found::default());
}

#[test]
fn parameters_in_cells_are_told_apart() {
    let rows: &[(&[&str], &str)] = &[(&["<= =标准"], "1"), (&["-"], "2")];
    assert_eq!(table(Hit::First, rows).look(&[REAL]).opaque, Some(0));
}

#[test]
fn what_cannot_be_read_is_refused() {
    for cell in ["<", "[1..", "1..", ",", "not()"] {
        assert!(Cell::read(cell).is_err(), "{cell}");
    }
}

#[test]
fn many_columns_are_given_up_rather_than_never_ended() {
    let cells: Vec<String> = (0..24).map(|n| format!("not({n})")).collect();
    let row: Vec<&str> = cells.iter().map(String::as_str).collect();
    let mut rows: Vec<(Vec<&str>, &str)> = vec![(row, "1")];
    for n in 0..24 {
        let mut row = vec!["-"; 24];
        row[n] = &cells[n][4..cells[n].len() - 1];
        rows.push((row, "2"));
    }
    let rows: Vec<(&[&str], &str)> = rows.iter().map(|(r, o)| (r.as_slice(), *o)).collect();
    let found = table(Hit::First, &rows).look(&vec![REAL; 24]);
    assert!(found.hole.is_none());
}

fn cell() -> impl Strategy<Value = String> {
    let n = 0..6_i64;
    prop_oneof![
        Just("-".to_owned()),
        n.clone().prop_map(|a| a.to_string()),
        (prop::sample::select(vec!["<", "<=", ">", ">="]), n.clone())
            .prop_map(|(s, a)| format!("{s} {a}")),
        (any::<bool>(), n.clone(), n.clone(), any::<bool>()).prop_map(|(l, a, b, h)| {
            format!(
                "{}{}..{}{}",
                if l { '[' } else { '(' },
                a.min(b),
                a.max(b),
                if h { ']' } else { ')' }
            )
        }),
        (n.clone(), n).prop_map(|(a, b)| format!("not({a}, {b})")),
    ]
}

/// Whether a cell holds for a number of tenths, looked at one test after another.
fn plain(cell: &str, tenths: i64) -> bool {
    let value = Number::new(i128::from(tenths), 1).unwrap();
    let one = |test: &Test| {
        let at = |e: &Edge| match e {
            Edge::Number(n) => *n,
            _ => panic!("a number"),
        };
        match test {
            Test::Is(e) => value == at(e),
            Test::Compare("<", e) => value < at(e),
            Test::Compare("<=", e) => value <= at(e),
            Test::Compare(">", e) => value > at(e),
            Test::Compare(_, e) => value >= at(e),
            Test::Between(l, li, h, hi) => {
                let (low, high) = (at(l), at(h));
                (if *li { value >= low } else { value > low })
                    && (if *hi { value <= high } else { value < high })
            }
        }
    };
    match Cell::read(cell).unwrap() {
        Cell::Any => true,
        Cell::One(tests) => tests.iter().any(one),
        Cell::None(tests) => !tests.iter().any(one),
    }
}

proptest! {
    /// Holes and overlaps are those that trying every value finds, and the
    /// formula gives the row that trying finds.
    #[test]
    fn looking_agrees_with_trying(rows in prop::collection::vec((cell(), cell()), 1..6)) {
        let cells: Vec<[&str; 2]> = rows.iter().map(|(a, b)| [a.as_str(), b.as_str()]).collect();
        let outputs: Vec<String> = (1..=rows.len()).map(|n| n.to_string()).collect();
        let given: Vec<(&[&str], &str)> =
            cells.iter().zip(&outputs).map(|(c, o)| (c.as_slice(), o.as_str())).collect();
        let table = table(Hit::Unique, &given);
        let found = table.look(&[REAL, REAL]);
        let formula = super::tests::table(Hit::First, &given).write().formula;
        let example = [("x0", formula::Value::Null), ("x1", formula::Value::Null)].into_iter().collect();
        let first = formula::feel::Expression::read(&formula, &example).unwrap();
        let (mut hole, mut clash) = (false, false);
        for a in (-5..=65).step_by(5) {
            for b in (-5..=65).step_by(5) {
                let met: Vec<usize> = (0..rows.len())
                    .filter(|r| plain(cells[*r][0], a) && plain(cells[*r][1], b))
                    .collect();
                hole |= met.is_empty();
                clash |= met.len() > 1;
                let number = |n: i64| formula::Value::Number(Number::new(i128::from(n), 1).unwrap());
                let context = [("x0", number(a)), ("x1", number(b))].into_iter().collect();
                let answer = first.evaluate(&context);
                let wanted = met.first().map_or(formula::Value::Null, |r| {
                    formula::Value::Number(Number::from(*r as i64 + 1))
                });
                prop_assert_eq!(answer, formula::feel::Answer::Value(wanted), "{}", formula);
            }
        }
        prop_assert_eq!(found.hole.is_some(), hole);
        prop_assert_eq!(!found.clashes.is_empty(), clash);
    }
}
