//! A simulation for people: both sides beside each other, in Chinese with English heads.

use super::report::{Report, coverage, townships};
use super::totals::{Row, Sum};
use kernel::Money;
use std::fmt::Write as _;

/// The report as lines of text.
pub fn table(report: &Report) -> String {
    let mut out = String::new();
    let kind = if report.synthetic {
        "（合成数据 synthetic）"
    } else {
        ""
    };
    _ = writeln!(
        out,
        "{} {}{kind}  {} 户 / households  {} 人 / persons",
        report.place.short(),
        report.on,
        report.households,
        report.persons
    );
    for change in &report.changed {
        let before = change.before.as_deref().unwrap_or("—");
        _ = writeln!(
            out,
            "{}: {before} → {} {}",
            change.name, change.after, change.unit
        );
    }
    for refused in &report.refused {
        _ = writeln!(
            out,
            "未计入 {} 行 / {} line(s) left out, first {}: {} / {}",
            refused.count, refused.count, refused.line, refused.zh, refused.en
        );
    }
    let mut rows: Vec<(String, Row, bool)> = Vec::new();
    for (name, row) in report.totals.names.iter().zip(&report.totals.by_programme) {
        if *row != Row::default() {
            rows.push((name.zh.clone(), *row, true));
        }
    }
    rows.push(("合计 / all".to_owned(), report.totals.all, false));
    block(&mut out, "项目 / programme", &rows);
    let places = townships(report.totals.by_division.iter().map(|(d, row)| (*d, row)));
    let rows: Vec<_> = places
        .iter()
        .map(|(d, row)| (d.short().to_owned(), *row, false))
        .collect();
    block(&mut out, "区划 / division", &rows);
    out
}

const HEADS: [&str; 9] = [
    "基准 baseline 户/人/元",
    "试算 variant 户/人/元",
    "新增 entering 户/人/元",
    "退出 leaving 户/人/元",
    "增加 raised 户/人/元",
    "减少 lowered 户/人/元",
    "可能新增 possible 户/人",
    "覆盖率 coverage %",
    "应享未享 gap 户/人",
];

/// A table of rows; whether a row has a coverage stands beside it.
fn block(out: &mut String, title: &str, rows: &[(String, Row, bool)]) {
    let mut cells: Vec<Vec<String>> = vec![
        std::iter::once(title.to_owned())
            .chain(HEADS.map(str::to_owned))
            .collect(),
    ];
    for (name, row, covers) in rows {
        let mut line = vec![name.clone()];
        let sums = [
            row.before, row.after, row.enter, row.leave, row.raise, row.lower,
        ];
        line.extend(sums.iter().map(sum));
        line.push(heads(&row.possible));
        // Over all programmes, some of which others decide, a share would say nothing.
        let share = |qualify, gap| coverage(qualify, gap).filter(|_| *covers);
        let said = |share: Option<String>| share.unwrap_or_else(|| "—".to_owned());
        let before = said(share(row.before, row.gap_before));
        line.push(format!(
            "{before} → {}",
            said(share(row.after, row.gap_after))
        ));
        let (before, after) = (heads(&row.gap_before), heads(&row.gap_after));
        line.push(format!("{before} → {after}"));
        cells.push(line);
    }
    let columns = HEADS.len() + 1;
    let wide = |column: usize| cells.iter().map(|r| width(&r[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    out.push('\n');
    for row in &cells {
        let padded = row.iter().zip(&widths).map(|(cell, wide)| {
            let room = " ".repeat(wide.saturating_sub(width(cell)));
            format!("{cell}{room}")
        });
        let line = padded.collect::<Vec<_>>().join("  ");
        _ = writeln!(out, "{}", line.trim_end());
    }
}

fn heads(sum: &Sum) -> String {
    format!("{}/{}", sum.households, sum.persons)
}

fn sum(sum: &Sum) -> String {
    format!(
        "{}/{}/{}",
        sum.households,
        sum.persons,
        Money::from_fen(sum.fen)
    )
}

/// Columns that a text takes in a terminal: a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
