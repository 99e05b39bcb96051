//! Words and calls that stand for something left undone or done in the wrong place.

use super::Source;

/// A word, where it is not allowed, and what to do instead.
struct Word {
    word: &'static str,
    forbidden: fn(&Source) -> bool,
    instead: &'static str,
}

/// Crates on the way of money, where binary floating point has no business.
const EXACT: &[&str] = &[
    "kernel",
    "formula",
    "pack",
    "platform",
    "directory",
    "policy",
    "registry",
    "decide",
    "disburse",
    "insight",
];

const WORDS: &[Word] = &[
    Word {
        word: "TODO",
        forbidden: everywhere,
        instead: "do it, or write an issue",
    },
    Word {
        word: "FIXME",
        forbidden: everywhere,
        instead: "mend it, or write an issue",
    },
    Word {
        word: "XXX",
        forbidden: everywhere,
        instead: "say what is meant",
    },
    Word {
        word: "HACK:",
        forbidden: everywhere,
        instead: "say why it is right",
    },
    Word {
        word: "/work/",
        forbidden: everywhere,
        instead: "no path of one machine",
    },
    Word {
        word: "eslint-disable",
        forbidden: everywhere,
        instead: "mend the cause",
    },
    Word {
        word: "@ts-ignore",
        forbidden: everywhere,
        instead: "mend the type",
    },
    Word {
        word: "as any",
        forbidden: typescript,
        instead: "name the type",
    },
    Word {
        word: ".only(",
        forbidden: typescript,
        instead: "run all tests",
    },
    Word {
        word: "f64",
        forbidden: exact,
        instead: "Money, dec or integers",
    },
    Word {
        word: "f32",
        forbidden: exact,
        instead: "Money, dec or integers",
    },
    Word {
        word: "Entity::find",
        forbidden: outside_repo,
        instead: "a scoped finder of repo.rs",
    },
    Word {
        word: "HashMap",
        forbidden: outputs,
        instead: "BTreeMap: outputs have an order",
    },
];

pub(super) fn check(sources: &[Source], faults: &mut Vec<String>) {
    for source in sources {
        // This very list names the words.
        if source.path.starts_with("xtask/src/tidy/") {
            continue;
        }
        for (number, line) in source.text.lines().enumerate() {
            for word in WORDS {
                // Serde's own name for the way in which JSON numbers arrive at a reader.
                if line.contains("fn visit_f64") {
                    continue;
                }
                if (word.forbidden)(source) && contains(line, word.word) {
                    let (path, word, instead) = (&source.path, word.word, word.instead);
                    faults.push(format!("{path}:{}: {word}: {instead}", number + 1));
                }
            }
        }
    }
}

/// Whether the line holds the word by itself, not as a part of a longer one.
fn contains(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let joins = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let before = line[..at].chars().next_back().is_some_and(joins);
        let after = line[at + word.len()..].chars().next().is_some_and(joins);
        let (first, last) = (word.starts_with(joins), word.ends_with(joins));
        !(first && before || last && after)
    })
}

fn everywhere(source: &Source) -> bool {
    source.is(&[".rs", ".ts", ".tsx", ".md", ".yaml", ".toml", ".sh", ".css"])
}

fn typescript(source: &Source) -> bool {
    source.is(&[".ts", ".tsx"])
}

fn exact(source: &Source) -> bool {
    source.is(&[".rs"])
        && !source.is_test()
        && source.krate().is_some_and(|krate| EXACT.contains(&krate))
}

/// Tables are read through scoped finders, which live in `repo.rs` (or below `repo/`).
fn outside_repo(source: &Source) -> bool {
    source.is(&[".rs"])
        && source
            .krate()
            .is_some_and(|krate| !matches!(krate, "tests" | "testkit"))
        && !source.is_test()
        && !source.path.ends_with("/repo.rs")
        && !source.path.contains("/repo/")
}

/// Crates whose files, figures and traces must be the same bytes every time.
fn outputs(source: &Source) -> bool {
    source.is(&[".rs"])
        && !source.is_test()
        && source
            .krate()
            .is_some_and(|krate| matches!(krate, "insight" | "disburse" | "synth" | "decide"))
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_word_is_not_found_inside_another() {
        assert!(contains("let x: f64 = 1.0;", "f64"));
        assert!(!contains("xf64_total", "f64"));
        assert!(contains("user::Entity::find()", "Entity::find"));
        assert!(!contains("Entity::find_related", "Entity::find"));
    }
}
