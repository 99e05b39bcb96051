//! The files agree with the import mappings of the packs: every column is known, every
//! required one is there, every code is one the vocabulary has.

use std::collections::BTreeSet;
use std::path::Path;

use formula::Type;
use pack::Pack;
use pack::model::{ColumnMap, ImportFile, Target};
use paper::{Header, Known, Table};
use synth::County;

/// Columns that exports have and no mapping needs: a running number, and the certificate of
/// the household, which the table of members repeats.
const UNMAPPED: [&str; 2] = ["序号", "证号"];

#[test]
fn the_packs_know_every_column_and_code() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let pack = Pack::from_dir(&packs).unwrap_or_else(|faults| panic!("{} faults", faults.len()));
    let dir = tempfile::tempdir().unwrap();
    let files = County::village(11, 400)
        .write_workbooks(dir.path(), &mut |_| {})
        .unwrap();
    for file in &files {
        let kind = pack
            .import_kinds()
            .iter()
            .find(|kind| kind.key == file.import)
            .unwrap();
        let table = Table::open(&dir.path().join(&file.name)).unwrap();
        assert_eq!(table.sheets.len(), file.keys.len(), "{}", file.name);
        for (sheet, key) in file.keys.iter().enumerate() {
            let of = kind.files.iter().find(|of| of.key == *key).unwrap();
            let where_ = format!("{} {key}", file.name);
            let sheet_name = &table.sheets[sheet].name;
            assert!(
                of.known_by
                    .iter()
                    .any(|word| file.name.contains(word) || sheet_name.contains(word)),
                "{where_} is not known by its name"
            );
            check(&pack, of, &table, sheet, &where_);
        }
    }
}

fn check(pack: &Pack, of: &ImportFile, table: &Table, sheet: usize, where_: &str) {
    let keys: Vec<String> = (0..of.columns.len()).map(|at| at.to_string()).collect();
    let known: Vec<Known<'_>> = of
        .columns
        .iter()
        .zip(&keys)
        .map(|(column, key)| Known {
            key,
            titles: &column.headers,
            required: column.required,
        })
        .collect();
    let header = Header::find(table.rows(sheet).unwrap(), &known).unwrap();
    let titles: BTreeSet<&str> = of
        .columns
        .iter()
        .flat_map(|column| &column.headers)
        .map(String::as_str)
        .collect();
    for path in header.titles.values() {
        // Titles under the merged title of the sheet come with it before them.
        let title = path.rsplit('/').next().unwrap();
        assert!(
            titles.contains(title) || UNMAPPED.contains(&title),
            "{where_}: {title}"
        );
    }
    let mut rows = 0;
    for row in table.rows(sheet).unwrap() {
        let row = row.unwrap();
        if row.number <= header.last_row {
            continue;
        }
        rows += 1;
        for (key, at) in &header.columns {
            let column = &of.columns[key.parse::<usize>().unwrap()];
            let text = row.text(*at);
            assert!(
                !column.required || !text.is_empty(),
                "{where_}: {} is empty",
                header.titles[at]
            );
            if !text.is_empty() {
                assert!(
                    fits(pack, column, text),
                    "{where_}: {} is no {}",
                    text,
                    header.titles[at]
                );
            }
        }
    }
    assert!(rows > 0, "{where_} has no rows");
}

/// Whether a cell is a value of the fact the column fills.
fn fits(pack: &Pack, column: &ColumnMap, text: &str) -> bool {
    let spelled = column.values.iter().any(|(spelling, _)| spelling == text);
    match &column.target {
        Target::Field(field) if field == "account.bank" => pack.bank_named(text).is_some(),
        Target::Field(field) if field == "award.programme" => text
            .split('、')
            .all(|word| column.values.iter().any(|(spelling, _)| spelling == word)),
        Target::Fact(name) => {
            let fact = pack.facts().iter().find(|fact| fact.name == *name).unwrap();
            let coded = fact.codes.iter().any(|(a, b)| a == text || b == text);
            match &fact.ty {
                Type::Code(codes) => {
                    spelled || coded || codes.values.iter().any(|value| value == text)
                }
                Type::Number(_) => spelled || text.parse::<i64>().is_ok(),
                _ => true,
            }
        }
        _ => true,
    }
}
