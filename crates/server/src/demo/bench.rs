//! `doudi bench-month`: how long a month of so many persons takes, by stage.

use std::time::Instant;

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
        rosters::release(&users, &progress).await?;
        let rosters_folder = folder.path().join("rosters");
        std::fs::create_dir_all(&rosters_folder)?;
        let files = place.write_csv(&rosters_folder, &mut |_| {})?;
        let prepared = house.timings().len();

        let opening = Month::new(2021, 12).context("a month")?;
        house.set(opening.last_day(), 9);
        let begun = Instant::now();
        rosters::import(&house, &users, opening, &rosters_folder, &files, &progress).await?;
        let month = opening.next();
        month::roll(&house, &users, month, "dibao", &progress).await?;
        month::pay(&house, &users, month, &["dibao"], &progress).await?;
        let whole = begun.elapsed();

        println!("| stage | ms | persons/s |\n|---|---:|---:|");
        let persons = u128::try_from(self.persons)?;
        for timing in &house.timings()[prepared..] {
            let ms = timing.took.as_millis();
            println!(
                "| {} | {ms} | {} |",
                timing.name,
                persons * 1000 / ms.max(1)
            );
        }
        let ms = whole.as_millis();
        println!("| **whole** | {ms} | {} |", persons * 1000 / ms.max(1));
        println!(
            "\npersons {}; peak memory {}",
            self.persons,
            peak().unwrap_or_default()
        );
        house.close().await
    }
}

/// The largest resident memory of this process so far, as Linux tells it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.trim_start_matches("VmHWM:").trim().to_owned())
}
