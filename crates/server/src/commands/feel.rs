//! `doudi feel`: FEEL exactly, for the supported part; the rest is refused by name.

use std::{
    io::{BufRead, BufReader, Write},
    path::PathBuf,
};

use anyhow::{Context as _, bail};
use formula::{
    Context,
    feel::{Answer, answer_line, evaluate, read_context},
};
use serde_json::Value as Json;

#[cfg(test)]
mod tests;

/// Evaluate a FEEL expression, or one a line.
#[derive(Debug, clap::Args)]
pub struct Feel {
    /// The variables, a JSON object; values plain or typed
    /// (`{"type":"date","value":"2022-10-01"}`).
    #[arg(long, value_name = "JSON")]
    context: Option<String>,
    /// Read NDJSON `{"expression":…,"context":{…}}` and answer line for line.
    #[arg(long)]
    batch: bool,
    /// The expression; with `--batch` the input file, `-` or nothing for standard input.
    #[arg(
        value_name = "EXPRESSION|INPUT",
        required_unless_present = "batch",
        allow_hyphen_values = true
    )]
    given: Option<String>,
}

impl Feel {
    /// Evaluates and prints.
    pub fn run(self) -> anyhow::Result<()> {
        if self.batch {
            let path = self.given.filter(|path| path != "-").map(PathBuf::from);
            let reader: Box<dyn BufRead> = match path {
                None => Box::new(std::io::stdin().lock()),
                Some(path) => Box::new(BufReader::new(std::fs::File::open(&path).with_context(
                    || format!("文件读不了 / cannot be read: {}", path.display()),
                )?)),
            };
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            batch(reader, &mut out)?;
            out.flush()?;
            return Ok(());
        }
        let context = match self.context.as_deref() {
            None => Context::new(),
            Some(text) => {
                let json: Json = serde_json::from_str(text)
                    .context("--context 应为 JSON 对象 / is a JSON object")?;
                read_context(&json)?
            }
        };
        match evaluate(&self.given.unwrap_or_default(), &context) {
            Answer::Value(value) => {
                println!("{}", value.to_json_text());
                Ok(())
            }
            Answer::Unsupported(construct) => bail!("不支持 / not supported: {construct}"),
            Answer::Error(fault) => bail!("{fault}"),
        }
    }
}

/// One line in, one line out, whatever the line is.
fn batch(mut reader: impl BufRead, out: &mut dyn Write) -> std::io::Result<()> {
    let mut line = Vec::new();
    let mut first = true;
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        // What Windows writes before UTF-8 is no part of the first line.
        let mark: &[u8] = if std::mem::take(&mut first) {
            b"\xef\xbb\xbf"
        } else {
            b""
        };
        let Ok(text) = std::str::from_utf8(line.strip_prefix(mark).unwrap_or(&line)) else {
            writeln!(out, "{{\"error\":\"不是 UTF-8 文字 / not UTF-8\"}}")?;
            continue;
        };
        if !text.trim().is_empty() {
            writeln!(out, "{}", answer_line(text))?;
        }
    }
}
