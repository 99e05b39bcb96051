//! Holes and overlaps: what a table says about every case that can be.
//!
//! Each column is cut where a cell names a value, so that all values between
//! two cuts meet the same rows. A case is then one piece of each column, and
//! finitely many cases stand for all.

use super::{Cell, Edge, Hit, Table, Test};
use formula::Number;

/// Most cases looked at; a table with more is refused rather than trusted.
pub const MOST_STEPS: usize = 200_000;

/// What an input can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Domain {
    /// One of these texts.
    Codes(Vec<String>),
    /// Yes or no.
    Boolean,
    /// Any number or date in an order; whole numbers only.
    Ordered {
        /// No value lies between one whole number and the next.
        whole: bool,
    },
    /// Any text.
    Text,
}

/// Two rows that meet the same case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The rows, from 0.
    pub rows: (usize, usize),
    /// A case that both meet.
    pub witness: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// A case that meets no row.
    pub hole: Option<String>,
    /// Rows that clash under the table's hit policy.
    pub clashes: Vec<Clash>,
    /// The column that names what only the evaluation knows.
    pub opaque: Option<usize>,
    /// There were too many cases to look at.
    pub too_many: bool,
}

/// A piece of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// One value.
    At(Edge),
    /// Between two values, or beyond one.
    Inside(Option<Edge>, Option<Edge>),
    /// A text that no cell names.
    Other,
}

impl Part {
    fn shown(&self) -> String {
        match self {
            Part::At(edge) => edge.feel(),
            Part::Inside(Some(low), Some(high)) => format!("({}..{})", low.feel(), high.feel()),
            Part::Inside(None, Some(high)) => format!("< {}", high.feel()),
            Part::Inside(Some(low), None) => format!("> {}", low.feel()),
            Part::Inside(None, None) => "-".to_owned(),
            Part::Other => "其他值".to_owned(),
        }
    }
}

impl Table {
    /// Looks for holes and clashes; `domains` says what each input can be.
    pub fn look(&self, domains: &[Domain]) -> Found {
        let mut found = Found::default();
        let opaque = |row: &super::TableRow| {
            row.cells.iter().position(|(cell, _)| {
                let mut edges = cell.tests().iter().flat_map(Test::edges);
                edges.any(|e| matches!(e, Edge::Formula(_)))
            })
        };
        found.opaque = self.rows.iter().find_map(opaque);
        if found.opaque.is_some() {
            return found;
        }
        let columns: Vec<Vec<Part>> = (0..self.inputs.len())
            .map(|column| self.parts(column, domains.get(column)))
            .collect();
        // Which pieces of each column each row meets.
        let meets: Vec<Vec<Vec<bool>>> = self
            .rows
            .iter()
            .map(|row| {
                let each = row.cells.iter().zip(&columns);
                each.map(|((cell, _), parts)| parts.iter().map(|p| holds(cell, p)).collect())
                    .collect()
            })
            .collect();
        if self.hit.is_total() && self.default.is_none() {
            let mut search = Search {
                columns: &columns,
                meets: &meets,
                steps: 0,
            };
            let all: Vec<usize> = (0..self.rows.len()).collect();
            let mut case = Vec::new();
            if search.hole(&all, &mut case) {
                found.hole = Some(self.shown(&case));
            }
            found.too_many = search.steps >= MOST_STEPS;
        }
        if matches!(self.hit, Hit::Unique | Hit::Any) {
            self.clashes(&columns, &meets, &mut found);
        }
        found
    }

    fn clashes(&self, columns: &[Vec<Part>], meets: &[Vec<Vec<bool>>], found: &mut Found) {
        for (i, first) in meets.iter().enumerate() {
            for (j, second) in meets.iter().enumerate().skip(i + 1) {
                let same = self.rows[i].output.formula == self.rows[j].output.formula;
                if self.hit == Hit::Any && same {
                    continue;
                }
                let case: Option<Vec<&Part>> = columns
                    .iter()
                    .enumerate()
                    .map(|(c, parts)| {
                        let both = |p: &usize| first[c][*p] && second[c][*p];
                        (0..parts.len()).find(both).map(|p| &parts[p])
                    })
                    .collect();
                if let Some(case) = case {
                    found.clashes.push(Clash {
                        rows: (i, j),
                        witness: self.shown(&case),
                    });
                }
            }
        }
    }

    fn shown(&self, case: &[&Part]) -> String {
        let each = self.inputs.iter().zip(case);
        let each = each.map(|(input, part)| format!("{} = {}", input.formula, part.shown()));
        each.collect::<Vec<_>>().join("，")
    }

    fn parts(&self, column: usize, domain: Option<&Domain>) -> Vec<Part> {
        let mut edges: Vec<Edge> = Vec::new();
        for row in &self.rows {
            let Some((cell, _)) = row.cells.get(column) else {
                continue;
            };
            for edge in cell.tests().iter().flat_map(Test::edges) {
                if !edges.contains(edge) {
                    edges.push(edge.clone());
                }
            }
        }
        match domain {
            Some(Domain::Codes(values)) => values
                .iter()
                .map(|v| Part::At(Edge::Text(v.clone())))
                .collect(),
            Some(Domain::Boolean) => [true, false].map(|b| Part::At(Edge::Boolean(b))).into(),
            Some(Domain::Ordered { whole }) => self.ordered(column, edges, *whole),
            Some(Domain::Text) | None => {
                let mut parts: Vec<Part> = edges.into_iter().map(Part::At).collect();
                parts.push(Part::Other);
                parts
            }
        }
    }

    /// The values named, in order, and what lies between them.
    fn ordered(&self, column: usize, mut edges: Vec<Edge>, whole: bool) -> Vec<Part> {
        let input = &self.inputs[column];
        let outside = |e: &Edge| {
            input.from.as_ref().is_some_and(|from| e < from)
                || input.to.as_ref().is_some_and(|to| e > to)
        };
        edges.retain(|e| !outside(e));
        for end in input.from.iter().chain(&input.to) {
            if !edges.contains(end) {
                edges.push(end.clone());
            }
        }
        edges.sort();
        let mut parts = Vec::new();
        if input.from.is_none() {
            parts.push(Part::Inside(None, edges.first().cloned()));
        }
        for (n, edge) in edges.iter().enumerate() {
            parts.push(Part::At(edge.clone()));
            match edges.get(n + 1) {
                Some(next) if whole && adjacent(edge, next) => {}
                Some(next) => {
                    parts.push(Part::Inside(Some(edge.clone()), Some(next.clone())));
                }
                None if input.to.is_none() => {
                    parts.push(Part::Inside(Some(edge.clone()), None));
                }
                None => {}
            }
        }
        parts
    }
}

/// Whether no whole number, or no day, lies between two.
fn adjacent(low: &Edge, high: &Edge) -> bool {
    match (low, high) {
        (Edge::Number(low), Edge::Number(high)) => {
            low.is_whole() && high.sub(*low).is_some_and(|gap| gap <= Number::ONE)
        }
        (Edge::Date(low), Edge::Date(high)) => low.succ_opt() == Some(*high),
        _ => false,
    }
}

fn holds(cell: &Cell, part: &Part) -> bool {
    match cell {
        Cell::Any => true,
        Cell::One(tests) => tests.iter().any(|t| passes(t, part)),
        Cell::None(tests) => !tests.iter().any(|t| passes(t, part)),
    }
}

/// Whether all values of a piece pass; pieces are cut so that all do or none does.
fn passes(test: &Test, part: &Part) -> bool {
    match part {
        Part::Other => false,
        Part::At(value) => match test {
            Test::Is(edge) => value == edge,
            Test::Compare(sign, edge) => match *sign {
                "<" => value < edge,
                "<=" => value <= edge,
                ">" => value > edge,
                _ => value >= edge,
            },
            Test::Between(low, low_in, high, high_in) => {
                (value > low || *low_in && value == low)
                    && (value < high || *high_in && value == high)
            }
        },
        Part::Inside(low, high) => match test {
            Test::Is(_) => false,
            Test::Compare(sign, edge) => match *sign {
                "<" | "<=" => high.as_ref().is_some_and(|high| high <= edge),
                _ => low.as_ref().is_some_and(|low| low >= edge),
            },
            Test::Between(from, _, to, _) => {
                low.as_ref().is_some_and(|low| low >= from)
                    && high.as_ref().is_some_and(|high| high <= to)
            }
        },
    }
}

struct Search<'s> {
    columns: &'s [Vec<Part>],
    meets: &'s [Vec<Vec<bool>>],
    steps: usize,
}

impl<'s> Search<'s> {
    /// Finds a case that none of these rows meets; `case` is that case then.
    fn hole(&mut self, rows: &[usize], case: &mut Vec<&'s Part>) -> bool {
        self.steps += 1;
        if self.steps >= MOST_STEPS {
            return false;
        }
        let column = case.len();
        let Some(parts) = self.columns.get(column) else {
            return rows.is_empty();
        };
        // A row that meets everything from here on leaves no hole.
        let rest = |row: &usize| self.meets[*row][column..].iter().flatten().all(|m| *m);
        if rows.iter().any(rest) {
            return false;
        }
        for (place, part) in parts.iter().enumerate() {
            let left: Vec<usize> = rows
                .iter()
                .copied()
                .filter(|row| self.meets[*row][column][place])
                .collect();
            case.push(part);
            if self.hole(&left, case) {
                return true;
            }
            case.pop();
        }
        false
    }
}
