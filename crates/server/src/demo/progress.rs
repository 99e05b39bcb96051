//! Progress bars on a terminal, lines elsewhere.

use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

/// Shows what is being done.
#[derive(Default)]
pub struct Progress;

/// One thing being done.
pub struct Bar {
    name: String,
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    /// Begins something of so many steps; nought where nobody knows.
    pub fn begin(&self, name: &str, total: u64) -> Bar {
        let bar = ProgressBar::new(total);
        let style = ProgressStyle::with_template("{msg:32} [{bar:30}] {pos}/{len} {elapsed}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_message(name.to_owned());
        Bar {
            name: name.to_owned(),
            bar,
            begun: Instant::now(),
        }
    }

    /// Says that something was done.
    pub fn say(&self, text: &str) {
        eprintln!("{text}");
    }
}

impl Bar {
    /// How far it has come.
    pub fn at(&self, done: u64, total: u64) {
        if total > 0 {
            self.bar.set_length(total);
        }
        self.bar.set_position(done);
    }

    /// Done.
    pub fn end(self) {
        self.bar.finish_and_clear();
        let seconds = self.begun.elapsed().as_secs();
        if seconds > 0 {
            eprintln!("  {} ({seconds} s)", self.name);
        }
    }
}
