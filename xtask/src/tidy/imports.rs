//! A slice calls the slices before it, never one after it: the road of the data has one direction.

use super::Source;

/// For each crate, the crates of the workspace that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("paper", &[]),
    ("formula", &["kernel"]),
    ("pack", &["kernel", "formula"]),
    ("matching", &["kernel", "formula", "pack", "paper"]),
    ("platform", &["kernel"]),
    ("synth", &["kernel", "paper"]),
    ("directory", &["kernel", "platform"]),
    (
        "policy",
        &["kernel", "formula", "pack", "platform", "directory"],
    ),
    (
        "registry",
        &[
            "kernel",
            "formula",
            "pack",
            "paper",
            "platform",
            "directory",
            "policy",
        ],
    ),
    (
        "verify",
        &[
            "kernel",
            "formula",
            "pack",
            "paper",
            "matching",
            "platform",
            "directory",
            "policy",
            "registry",
            "intake",
        ],
    ),
    (
        "decide",
        &[
            "kernel",
            "formula",
            "pack",
            "paper",
            "platform",
            "directory",
            "policy",
            "registry",
        ],
    ),
    (
        "disburse",
        &[
            "kernel",
            "formula",
            "pack",
            "paper",
            "platform",
            "directory",
            "policy",
            "registry",
            "decide",
        ],
    ),
    (
        "insight",
        &[
            "kernel",
            "formula",
            "pack",
            "paper",
            "platform",
            "directory",
            "policy",
            "registry",
            "decide",
            "disburse",
        ],
    ),
    // The kit knows the floor only, so that every slice may use it in its tests.
    ("testkit", &["kernel", "platform", "directory"]),
];

pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    for source in sources.iter().filter(|source| source.is(&[".rs"])) {
        let Some(krate) = source.krate() else {
            continue;
        };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == krate) else {
            continue;
        };
        for (number, line) in source.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for (other, _) in MAY_USE {
                if *other == krate || allowed.contains(other) {
                    continue;
                }
                // Tests may use the kit.
                if *other == "testkit" {
                    continue;
                }
                if code.contains(&format!("use {other}::")) || names(code, other) {
                    faults.push(format!(
                        "{}:{}: {krate} must not use {other}",
                        source.path,
                        number + 1
                    ));
                }
            }
        }
    }
}

/// Whether code names a path that starts at another crate.
fn names(code: &str, krate: &str) -> bool {
    let path = format!("{krate}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        // `crate::kernel::x`, `self::x` and longer names are other things.
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
            // A module of the same name is declared in the crate itself.
            && !code.trim_start().starts_with("use crate")
    })
}
