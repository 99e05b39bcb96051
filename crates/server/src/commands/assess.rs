//! `doudi assess`: households in, one a line; who qualifies for what and for how much out.

use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context as _, anyhow};
use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::{
    Pack, assess,
    fault::{Tongue, render},
};

use crate::packs;

/// Find out who qualifies for what, and for how much.
///
/// Reads NDJSON, one household a line, and writes one line for each in the same order.
#[derive(Debug, clap::Args)]
pub struct Assess {
    /// The place, 6, 9 or 12 digits.
    #[arg(long, value_name = "CODE", value_parser = place)]
    place: DivisionCode,
    /// The day of acceptance and the month paid for, where a line does not say; ISO 8601.
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: NaiveDate,
    /// Another folder of packs than that of the binary.
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
    /// Only these programmes; all of the place where left out.
    #[arg(long, value_name = "KEY")]
    programme: Vec<String>,
    /// Write every step.
    #[arg(long)]
    explain: bool,
    /// Write what `doudi replay` computes again: each line with its answer and the pack.
    #[arg(long)]
    keep: bool,
    /// How many threads; as many as there are cores where left out.
    #[arg(long, value_name = "N", hide = true)]
    threads: Option<usize>,
    /// The file to write; standard output where left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The input file; `-` or nothing for standard input.
    #[arg(value_name = "INPUT")]
    input: Option<PathBuf>,
}

pub(super) fn place(text: &str) -> Result<DivisionCode, String> {
    text.parse()
        .map_err(|error: kernel::DivisionError| error.to_string())
}

pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| text.len() == 10)
        .ok_or_else(|| "日期写成 2022-10-08 的样式 / write the date as 2022-10-08".to_owned())
}

impl Assess {
    /// Reads, assesses and writes.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let pack = match &self.packs {
            None => packs::load()?,
            Some(dir) => Pack::from_dir(dir)
                .map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both)))?,
        };
        let work = assess::Assess {
            pack,
            place: self.place,
            on: self.on,
            programmes: self.programme,
            explain: self.explain,
        };
        if let Err(unusable) = work.check() {
            eprintln!("{unusable}");
            return Ok(ExitCode::from(2));
        }
        let reader: Box<dyn BufRead + Send> = match self.input.filter(|p| p.as_os_str() != "-") {
            None => Box::new(BufReader::new(std::io::stdin())),
            Some(path) => Box::new(BufReader::with_capacity(
                1 << 18,
                File::open(&path).with_context(|| format!("{}", path.display()))?,
            )),
        };
        let mut writer: Box<dyn Write> = match &self.out {
            None => Box::new(BufWriter::new(std::io::stdout().lock())),
            Some(path) => Box::new(BufWriter::new(
                File::create(path).with_context(|| format!("{}", path.display()))?,
            )),
        };
        if self.keep {
            let shelf = assess::Shelf::default();
            for line in reader.lines() {
                let line = line.context("不是 UTF-8 / not UTF-8")?;
                if !line.trim().is_empty() {
                    writeln!(writer, "{}", work.keep(&shelf, &line))?;
                }
            }
            writer.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        let threads = self.threads.unwrap_or_else(|| {
            std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
        });
        assess::run(&work, reader, &mut writer, threads.clamp(1, 64))?;
        writer.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}
