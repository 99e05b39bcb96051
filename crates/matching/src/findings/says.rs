//! The sentence of a finding, with values of its evidence put in.

use formula::Type;
use pack::CheckBook;

use super::family::Found;

/// What stands for a value that the row does not have.
const NOTHING: &str = "—";

/// Puts values in for `{来源.字段}`: those of the row with the latest date, else of the last.
pub(super) fn fill(template: &str, rows: &[Found<'_>], book: &CheckBook) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            out.push('{');
            rest = tail;
            continue;
        };
        out.push_str(value(name, rows, book).unwrap_or(NOTHING));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn value<'r>(name: &str, rows: &'r [Found<'_>], book: &CheckBook) -> Option<&'r str> {
    let (source, field) = name.split_once('.')?;
    let of_source = |row: &&Found<'_>| {
        book.source(row.source())
            .is_some_and(|kind| kind.label.zh == source)
    };
    let kind = book.source(rows.iter().find(of_source)?.source())?;
    let date = kind.fields.iter().find(|f| f.ty == Type::Date);
    let newest = rows
        .iter()
        .filter(of_source)
        .max_by_key(|row| date.and_then(|d| row.cell(&d.name)).unwrap_or_default())?;
    newest.cell(field)
}
