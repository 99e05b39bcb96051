//! A test that the documents name must exist: a promise or a bad input whose test was renamed or
//! removed would otherwise go on being claimed.

use std::collections::BTreeSet;

use super::Source;

/// Documents that name tests.
const DOCUMENTS: &[&str] = &["docs/bad-input.md", "docs/promises.md"];

pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    let functions: BTreeSet<&str> = sources
        .iter()
        .filter(|source| source.is(&[".rs"]))
        .flat_map(|source| functions(&source.text))
        .collect();
    for document in sources.iter().filter(|s| DOCUMENTS.contains(&&*s.path)) {
        for (number, line) in document.text.lines().enumerate() {
            for name in names(line).filter(|name| !functions.contains(name)) {
                faults.push(format!(
                    "{}:{}: no test is called {name}",
                    document.path,
                    number + 1
                ));
            }
        }
    }
}

/// The names of functions that a file declares.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (before, rest) = line.split_once("fn ")?;
        let declared = before.trim_start();
        let plain = declared.is_empty() || declared.ends_with(' ');
        plain.then(|| rest.split(['(', '<']).next().unwrap_or_default())
    })
}

/// What stands in backticks and is called as only tests are: at least three words joined by `_`.
fn names(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted.filter(|name| {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        name.chars().all(word) && name.matches('_').count() >= 2
    })
}

#[cfg(test)]
mod tests {
    use super::{check, functions, names};
    use crate::tidy::Source;

    #[test]
    fn a_name_of_no_test_is_a_fault_at_its_line() {
        let source = |path: &str, text: &str| Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let sources = [
            source("crates/a/tests/b.rs", "async fn money_is_never_made() {}\n"),
            source(
                "docs/promises.md",
                "`money_is_never_made`\n`money_is_always_made`, `audit verify`, `line.rs`\n",
            ),
        ];
        let mut faults = Vec::new();
        check(&sources, &mut faults);
        assert_eq!(
            faults,
            ["docs/promises.md:2: no test is called money_is_always_made"]
        );
    }

    #[test]
    fn functions_and_names_are_found() {
        let text = "pub(crate) async fn one_and_two<T>() {}\n    fn three_and_four() {}\n";
        let found: Vec<&str> = functions(text).collect();
        assert_eq!(found, ["one_and_two", "three_and_four"]);
        let found: Vec<&str> = names("`a_b_c` b `two_words` `A_b_c` `x_y_z`").collect();
        assert_eq!(found, ["a_b_c", "x_y_z"]);
    }
}
