//! Text files that are committed and compared: `UPDATE=1 cargo test -p tests` writes them anew.

use std::path::PathBuf;

/// Compares with the committed file, or writes it.
pub fn check(path: &str, text: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, text).unwrap();
        return;
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    if found == text {
        return;
    }
    let differing: Vec<String> = text
        .lines()
        .filter(|line| !found.lines().any(|other| other == *line))
        .map(|line| format!("+ {line}"))
        .chain(
            found
                .lines()
                .filter(|line| !text.lines().any(|other| other == *line))
                .map(|line| format!("- {line}")),
        )
        .take(20)
        .collect();
    panic!(
        "{path} differs; read it and run UPDATE=1 cargo test -p tests:\n{}",
        differing.join("\n")
    );
}
