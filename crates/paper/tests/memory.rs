//! Memory stays bounded however long the table is. One test to a binary, because the
//! peak belongs to the process.
#![allow(missing_docs, clippy::unwrap_used)]
#![cfg(target_os = "linux")]

use std::io::Write;

use paper::{Align, Book, Column, Heading, Table};

const ROWS: u32 = 300_000;

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn reset_peak() {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

#[test]
fn three_hundred_thousand_rows_in_bounded_memory() {
    let folder = tempfile::tempdir().unwrap();
    let xlsx = folder.path().join("a.xlsx");
    let start = peak_kib();
    let columns: Vec<Column> = (0..4)
        .map(|i| Column::new(format!("列{i}"), 12, Align::Text))
        .collect();
    let mut book = Book::new();
    let mut sheet = book.sheet("名册", &Heading::default(), &columns).unwrap();
    for i in 0..ROWS {
        let cells: Vec<String> = (0..4).map(|c| format!("值{c}-{i}")).collect();
        sheet.row(&cells).unwrap();
    }
    sheet.finish().unwrap();
    book.write(std::fs::File::create(&xlsx).unwrap()).unwrap();
    let written = peak_kib() - start;
    assert!(written < 64 << 10, "writing took {written} KiB");

    let csv = folder.path().join("a.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&csv).unwrap());
    writeln!(out, "甲,乙,丙").unwrap();
    for i in 0..ROWS {
        writeln!(out, "值{i},6205{i:014},清水县某镇某村{i}组").unwrap();
    }
    drop(out);

    for path in [xlsx, csv] {
        reset_peak();
        let before = peak_kib();
        let clock = std::time::Instant::now();
        let table = Table::open(&path).unwrap();
        let mut count = 0;
        for row in table.rows(0).unwrap() {
            count += usize::from(!row.unwrap().is_blank());
        }
        assert_eq!(count, ROWS as usize + 1);
        let taken = peak_kib() - before;
        println!("{}: {taken} KiB, {:?}", path.display(), clock.elapsed());
        assert!(taken < 24 << 10, "{} took {taken} KiB", path.display());
    }
}
