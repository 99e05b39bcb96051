//! Faults as text for a terminal or a page.

use super::Fault;
use std::fmt::Write as _;

/// In which language faults are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese only.
    Zh,
    /// English only.
    En,
    /// Chinese first, then English.
    Both,
}

/// Writes faults one after the other, and their number at the end.
pub fn render(faults: &[Fault], tongue: Tongue) -> String {
    let mut out = String::new();
    for fault in faults {
        one(&mut out, fault, tongue);
        out.push('\n');
    }
    let n = faults.len();
    match tongue {
        Tongue::Zh => _ = writeln!(out, "共 {n} 处错误。"),
        Tongue::En => _ = writeln!(out, "{n} fault(s)."),
        Tongue::Both => _ = writeln!(out, "共 {n} 处错误。 {n} fault(s)."),
    }
    out
}

fn one(out: &mut String, fault: &Fault, tongue: Tongue) {
    let (zh, en) = (tongue != Tongue::En, tongue != Tongue::Zh);
    if fault.line == 0 {
        _ = writeln!(out, "{} [{}]", fault.file, fault.kind.code());
    } else {
        _ = writeln!(
            out,
            "{}:{}:{} [{}]",
            fault.file,
            fault.line,
            fault.column,
            fault.kind.code()
        );
        let number = fault.line.to_string();
        let before: usize = fault
            .text
            .chars()
            .take(fault.column.saturating_sub(1) as usize)
            .map(width)
            .sum();
        _ = writeln!(out, "  {number} | {}", fault.text);
        _ = writeln!(out, "  {:w$} | {:before$}^", "", "", w = number.len());
    }
    if zh {
        _ = writeln!(out, "  错误：{}", fault.zh);
        _ = writeln!(out, "  改法：{}", fault.mend_zh);
    }
    if en {
        _ = writeln!(out, "  wrong: {}", fault.en);
        _ = writeln!(out, "  mend:  {}", fault.mend_en);
    }
}

/// Columns that a character takes on a terminal: Chinese ones take two.
fn width(c: char) -> usize {
    let c = c as u32;
    let wide = (0x1100..=0x115f).contains(&c)
        || (0x2e80..=0xa4cf).contains(&c)
        || (0xac00..=0xd7a3).contains(&c)
        || (0xf900..=0xfaff).contains(&c)
        || (0xfe30..=0xfe6f).contains(&c)
        || (0xff00..=0xff60).contains(&c)
        || (0xffe0..=0xffe6).contains(&c)
        || (0x20000..=0x3fffd).contains(&c);
    if wide { 2 } else { 1 }
}
