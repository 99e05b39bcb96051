//! `doudi bench-month`: how long a month of so many persons takes, by stage.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use kernel::Month;
use synth::Place;

use super::{SEED, house::House, month, progress::Progress, rosters, staff};
use crate::config::{Config, Options};

/// Measures a month from roster to bank return on an embedded database in a temporary folder.
#[derive(Debug, clap::Args)]
pub struct BenchMonth {
    /// How many persons are in the roster.
    #[arg(long, default_value_t = 100_000)]
    persons: usize,
    /// Take the roster from workbooks instead of text tables.
    #[arg(long)]
    xlsx: bool,
}

impl BenchMonth {
    /// Measures and prints.
    pub async fn run(self) -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let options = Options {
            data: Some(folder.path().join("data")),
            ..Options::default()
        };
        let config = Config::read(&options, |_| None)?;
        std::fs::create_dir_all(&config.data)?;
        let house = House::begin(&config).await?;
        let progress = Progress;
        let place = Place::scaled(self.persons, SEED);
        let staff = staff::make(&house, place.areas(), &progress).await?;
        let users = staff.sign_in(&house);
        rosters::release(&house, &users, &progress).await?;
        let rosters_folder = folder.path().join("rosters");
        std::fs::create_dir_all(&rosters_folder)?;
        let files = if self.xlsx {
            place.write_xlsx(&rosters_folder, &mut |_| {})?
        } else {
            place.write_csv(&rosters_folder, &mut |_| {})?
        };
        let prepared = house.timings().len();

        let opening = Month::new(2021, 12).context("a month")?;
        house.set(opening.last_day(), 9);
        let used = processor().unwrap_or_default();
        let begun = Instant::now();
        for files in &files {
            rosters::import(&house, &users, opening, &rosters_folder, files, &progress).await?;
        }
        let month = opening.next();
        month::roll(&house, &users, month, "dibao", &progress).await?;
        month::pay(&house, &users, month, &["dibao"], &progress).await?;
        let whole = begun.elapsed();

        let used = processor().unwrap_or_default().saturating_sub(used);
        let mut stages: Vec<(&str, Duration)> = Vec::new();
        let timings = house.timings();
        for timing in &timings[prepared..] {
            let stage = stage(&timing.name);
            match stages.iter_mut().find(|(known, _)| *known == stage) {
                Some((_, took)) => *took += timing.took,
                None => stages.push((stage, timing.took)),
            }
        }
        let told: Duration = stages.iter().map(|(_, took)| *took).sum();
        stages.push((
            "requests, and the synthetic bank",
            whole.saturating_sub(told),
        ));
        stages.push(("**whole**", whole));
        println!("| stage | s | persons/s |\n|---|---:|---:|");
        let persons = u128::try_from(self.persons)?;
        for (stage, took) in stages {
            let each = persons * 1000 / took.as_millis().max(1);
            println!("| {stage} | {:.1} | {each} |", took.as_secs_f64());
        }
        println!(
            "\npersons {} from {}; processor seconds {:.1}; peak memory {}",
            self.persons,
            if self.xlsx { "xlsx" } else { "csv" },
            used.as_secs_f64(),
            peak().unwrap_or_default()
        );
        house.close().await
    }
}

/// What a step is called in the table: steps of many banks and files are one stage.
fn stage(step: &str) -> &str {
    const STAGES: [(&str, &str); 8] = [
        ("读入", "import: read and check"),
        ("入库", "import: take over"),
        ("写入待遇", "opening decision: awards"),
        ("名册", "roll"),
        ("批次", "batches"),
        ("重发", "batches"),
        ("银行文件", "bank files"),
        ("回盘", "bank returns"),
    ];
    let found = STAGES.iter().find(|(begin, _)| step.starts_with(begin));
    found.map_or("approve and lock", |(_, stage)| stage)
}

/// Processor time of this process so far, on all cores, as Linux tells it in hundredths of a second.
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after = stat.rsplit_once(')')?.1;
    let ticks = |at: usize| after.split_whitespace().nth(at)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}

/// The largest resident memory of this process so far, as Linux tells it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.trim_start_matches("VmHWM:").trim().to_owned())
}
