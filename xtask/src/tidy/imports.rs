//! A slice calls the slices before it, never one after it: the road of the data has one direction.

use super::Source;

/// The rooms in the order of the road. Engines first (they know no database), the floor after
/// them, then the slices.
const ROAD: &[&str] = &[
    "kernel",
    "formula",
    "paper",
    "flow",
    "forms",
    "pack",
    "matching",
    "synth",
    "platform",
    "directory",
    "policy",
    "registry",
    "intake",
    "verify",
    "decide",
    "disburse",
    "oversight",
    "insight",
];

/// What stands before the floor and may not be reached past it.
const ENGINES: usize = 8;

/// Reads what each room's manifest says it depends on: code cannot use what is not there.
pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    for source in sources {
        let (Some(krate), true) = (source.krate(), source.path.ends_with("/Cargo.toml")) else {
            continue;
        };
        let Some(place) = at(krate) else {
            continue;
        };
        for (number, other) in dependencies(&source.text) {
            let Some(before) = at(other) else {
                continue;
            };
            if before > place || (place < ENGINES && before >= ENGINES) {
                let path = &source.path;
                faults.push(format!("{path}:{number}: {krate} must not use {other}"));
            }
        }
    }
}

fn at(krate: &str) -> Option<usize> {
    ROAD.iter().position(|room| *room == krate)
}

/// Names in `[dependencies]` with their line numbers. Tests may use what they like.
fn dependencies(manifest: &str) -> impl Iterator<Item = (usize, &str)> {
    manifest
        .lines()
        .enumerate()
        .skip_while(|(_, line)| *line != "[dependencies]")
        .skip(1)
        .take_while(|(_, line)| !line.starts_with('['))
        .filter_map(|(at, line)| Some((at + 1, line.split(['.', ' ', '=']).next()?)))
}
