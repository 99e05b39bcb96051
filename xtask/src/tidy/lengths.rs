//! A file that one cannot read in one sitting is two files.

use super::Source;

const RUST: usize = 800;
const RUST_TESTS: usize = 1200;
const TYPESCRIPT: usize = 500;
const RUST_MEDIAN: usize = 150;
const RUST_NINTH_DECILE: usize = 400;

/// Files that are made by a program.
const GENERATED: &[&str] = &["web/src/api/schema.ts", "web/src/api/routes.ts"];

pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    let mut rust = Vec::new();
    for source in sources {
        if GENERATED.contains(&source.path.as_str()) {
            continue;
        }
        let lines = source.text.lines().count();
        let limit = if source.is(&[".rs"]) {
            if source.is_test() { RUST_TESTS } else { RUST }
        } else if source.is(&[".ts", ".tsx"]) {
            TYPESCRIPT
        } else {
            continue;
        };
        if lines > limit {
            faults.push(format!(
                "{}: {lines} lines, at most {limit}; split it",
                source.path
            ));
        }
        if source.is(&[".rs"]) {
            rust.push(lines);
        }
    }
    rust.sort_unstable();
    for (name, of, limit) in [
        ("median", 50, RUST_MEDIAN),
        ("ninth decile", 90, RUST_NINTH_DECILE),
    ] {
        if let Some(&lines) = rust.get(rust.len() * of / 100)
            && lines > limit
        {
            faults.push(format!(
                "the {name} of all Rust files is {lines} lines, at most {limit}"
            ));
        }
    }
}
