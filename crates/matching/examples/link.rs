//! Links the records of a file with those of another, or with themselves, and writes the pairs:
//! the half of `cargo xtask bench link` that is ours. `link LEFT RIGHT|- OUT`; files have the
//! columns of FEBRL without the identifier, which is the row.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::disallowed_methods
)]

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use matching::Unwatched;
use matching::link::{BlockPart, BlockRule, Comparator, Field, Record, Scheme, link, one_to_one};
use paper::Table;
use serde_json::json;

const COLUMNS: [&str; 10] = [
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
    "soc_sec_id",
];

fn scheme() -> Scheme {
    use BlockPart::{Prefix, Whole};
    let comparators = [
        Comparator::Exchanged(1),
        Comparator::Exchanged(0),
        Comparator::Digits,
        Comparator::Address,
        Comparator::Address,
        Comparator::Part,
        Comparator::Digits,
        Comparator::Exact,
        Comparator::Date,
        Comparator::Digits,
    ];
    let fields = COLUMNS
        .iter()
        .zip(comparators)
        .map(|(name, comparator)| Field {
            name: (*name).to_owned(),
            comparator,
        });
    let rule = |parts: &[(usize, BlockPart)]| BlockRule(parts.to_vec());
    Scheme {
        fields: fields.collect(),
        // The same rules are given to the others.
        blocks: vec![
            rule(&[(8, Whole)]),
            rule(&[(9, Whole)]),
            rule(&[(0, Whole), (1, Whole)]),
            rule(&[(0, Prefix(3)), (6, Whole)]),
            rule(&[(1, Prefix(3)), (6, Whole)]),
        ],
        largest_block: 1_000_000,
        most_pairs: 50_000_000,
    }
}

fn records(path: &str) -> Vec<Record> {
    let table = Table::open(Path::new(path)).unwrap();
    let mut rows = table.rows(0).unwrap();
    let header = rows.next().unwrap().unwrap();
    let at: Vec<usize> = COLUMNS
        .iter()
        .map(|name| header.cells().find(|c| c.text == *name).unwrap().column)
        .collect();
    rows.map(|row| {
        let row = row.unwrap();
        at.iter().map(|c| row.text(*c).trim().to_owned()).collect()
    })
    .collect()
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let left = records(&given[0]);
    let right = (given[1] != "-").then(|| records(&given[1]));
    let started = Instant::now();
    let mut links = link(&scheme(), &left, right.as_deref(), 0.5, &Unwatched).unwrap();
    if right.is_some() {
        one_to_one(&mut links.candidates);
    }
    let seconds = started.elapsed().as_secs_f64();
    let mut out = std::io::BufWriter::new(std::fs::File::create(&given[2]).unwrap());
    for c in &links.candidates {
        writeln!(out, "{},{},{:.6}", c.left, c.right, c.probability).unwrap();
    }
    out.flush().unwrap();
    println!(
        "{}",
        json!({"seconds": seconds, "pairs": links.pairs, "links": links.candidates.len(),
            "rounds": links.weights.rounds})
    );
}
