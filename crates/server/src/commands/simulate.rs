//! `doudi simulate`: the same households by the rules as they stand and by changed ones.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, anyhow};
use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use pack::{
    Pack, assess,
    fault::{Tongue, render},
    simulate::{self, Change, Run, Unfit, Variation},
};
use synth::County;

use super::assess::{date, place};
use crate::{demo::SEED, packs};

/// Try changed values, formulas or packs out on households before they are decided.
///
/// Reads NDJSON as `doudi assess` does, or makes the families of a synthetic county, and writes
/// both sides beside each other: who enters, who leaves, who gets more or less, what a month
/// costs, by programme, fund and division.
#[derive(Debug, clap::Args)]
pub struct Simulate {
    /// The place, 6, 9 or 12 digits.
    #[arg(long, value_name = "CODE", value_parser = place)]
    place: DivisionCode,
    /// The day of acceptance and the month paid for, where a line does not say; ISO 8601.
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: NaiveDate,
    /// A changed parameter with its unit, one entry of a table, or a formula:
    /// `农村低保标准=5800元/年`, `农村低保分类补助标准.一类=460`.
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Another folder of packs than that of the binary.
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
    /// The other side is a whole other folder of packs.
    #[arg(long, value_name = "DIR", conflicts_with = "set")]
    to_packs: Option<PathBuf>,
    /// Only these programmes; all of the place where left out.
    #[arg(long, value_name = "KEY")]
    programme: Vec<String>,
    /// Write a table for people instead of JSON.
    #[arg(long)]
    table: bool,
    /// The file to write; standard output where left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The input file; `-` for standard input; a synthetic county where left out.
    #[arg(value_name = "INPUT")]
    input: Option<PathBuf>,
}

impl Simulate {
    /// Reads, computes both sides and writes.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let pack = match &self.packs {
            None => packs::load()?,
            Some(dir) => folder(dir)?,
        };
        let variation = match &self.to_packs {
            Some(dir) => Variation::Pack(folder(dir)?),
            None => match Change::all(&self.set) {
                Ok(changes) if !changes.is_empty() => Variation::Changes(changes),
                Ok(_) => {
                    eprintln!(
                        "没有写明要调整什么：--set 名称=值 或 --to-packs 目录 / nothing to try out: \
                         --set NAME=VALUE or --to-packs DIR"
                    );
                    return Ok(ExitCode::from(2));
                }
                Err(faults) => return Ok(unusable(&Unfit::Changes(faults))),
            },
        };
        let work = Run {
            assess: assess::Assess {
                pack,
                place: self.place,
                on: self.on,
                programmes: self.programme.clone(),
                explain: false,
            },
            variation,
        };
        if let Err(unfit) = work.check() {
            return Ok(unusable(&unfit));
        }
        let synthetic = self.input.is_none();
        let mut reader: Box<dyn BufRead> = match &self.input {
            None => Box::new(Families::new(self.on, self.place)),
            Some(path) if path.as_os_str() == "-" => Box::new(BufReader::new(std::io::stdin())),
            Some(path) => Box::new(BufReader::with_capacity(
                1 << 18,
                File::open(path).with_context(|| format!("{}", path.display()))?,
            )),
        };
        let mut report = match simulate::run(&work, &mut *reader) {
            Ok(report) => report,
            Err(unfit @ (Unfit::Nobody | Unfit::Io(_))) => return Err(unfit.into()),
            Err(unfit) => return Ok(unusable(&unfit)),
        };
        report.synthetic = synthetic;
        let text = match self.table {
            true => simulate::table(&report),
            false => format!("{}\n", serde_json::to_string_pretty(&report.json())?),
        };
        match &self.out {
            None => std::io::stdout().lock().write_all(text.as_bytes())?,
            Some(path) => {
                std::fs::write(path, text).with_context(|| format!("{}", path.display()))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn folder(dir: &Path) -> anyhow::Result<Pack> {
    Pack::from_dir(dir).map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both)))
}

fn unusable(unfit: &Unfit) -> ExitCode {
    eprintln!("{unfit}");
    ExitCode::from(2)
}

/// The lines of a synthetic county, made while they are read.
struct Families {
    lines: std::vec::IntoIter<String>,
    line: Vec<u8>,
    at: usize,
}

impl Families {
    fn new(on: NaiveDate, place: DivisionCode) -> Families {
        let county = County::generate(SEED);
        let lines: Vec<String> = county.lines(Month::of(on), place).collect();
        Families {
            lines: lines.into_iter(),
            line: Vec::new(),
            at: 0,
        }
    }
}

impl std::io::Read for Families {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let ready = self.fill_buf()?;
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Families {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.at == self.line.len()
            && let Some(next) = self.lines.next()
        {
            self.line = next.into_bytes();
            self.line.push(b'\n');
            self.at = 0;
        }
        Ok(&self.line[self.at..])
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}
