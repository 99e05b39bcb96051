//! A Rust file that no `mod` names is dead, and nobody notices because nobody compiles it.

use std::collections::BTreeSet;

use super::Source;

pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    let rust: Vec<&Source> = sources
        .iter()
        .filter(|source| source.is(&[".rs"]))
        .collect();
    let mut reachable: BTreeSet<String> = BTreeSet::new();
    for source in &rust {
        for module in modules(&source.text) {
            let folder = home(&source.path);
            reachable.insert(format!("{folder}/{module}.rs"));
            reachable.insert(format!("{folder}/{module}/mod.rs"));
        }
    }
    for source in &rust {
        if !is_root(&source.path) && !reachable.contains(&source.path) {
            faults.push(format!("{}: no `mod` names this file", source.path));
        }
    }
}

/// The folder in which a file's submodules lie.
fn home(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if name == "mod.rs" || is_root(path) {
        folder.to_owned()
    } else {
        format!("{folder}/{}", name.trim_end_matches(".rs"))
    }
}

/// Files that cargo itself finds.
fn is_root(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [.., "src", "lib.rs" | "main.rs"] | [.., "build.rs"] => true,
        [.., "src", "bin", _] => true,
        [.., folder, _] if matches!(*folder, "tests" | "benches" | "examples") => {
            // `crates/x/tests/a.rs`, not `crates/x/src/tests/a.rs`.
            parts.len() == 4 && parts[0] == "crates" || parts.len() == 3
        }
        [.., "tests", _, "main.rs"] => true,
        _ => false,
    }
}

/// The names of `mod x;` declarations, also below `#[path]` and attributes on the same line.
fn modules(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let code = line.split("//").next().unwrap_or_default().trim();
        let Some(rest) = code
            .strip_suffix(';')
            .and_then(|code| code.rsplit_once("mod "))
        else {
            continue;
        };
        let (before, name) = rest;
        let visible = before.is_empty()
            || before.ends_with("pub ")
            || before.ends_with(") ")
            || before.ends_with("] ");
        if visible && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            found.push(name.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{home, is_root, modules};

    #[test]
    fn modules_are_found() {
        assert_eq!(
            modules("mod a;\npub(crate) mod b;\n// mod c;\nmod d { }\n"),
            ["a", "b"]
        );
    }

    #[test]
    fn homes_follow_the_compiler() {
        assert_eq!(home("crates/a/src/lib.rs"), "crates/a/src");
        assert_eq!(home("crates/a/src/b/mod.rs"), "crates/a/src/b");
        assert_eq!(home("crates/a/src/b.rs"), "crates/a/src/b");
        assert!(is_root("crates/a/tests/month.rs"));
        assert!(!is_root("crates/a/src/tests/month.rs"));
    }
}
