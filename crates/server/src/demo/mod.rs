//! `doudi demo`: a synthetic county, its months run, its files written.
//!
//! Everything goes through the API as real users do it, each act by a person who may: rosters
//! imported and opened by two people, each month's decisions proposed and approved, rolls made,
//! checked and locked, batches paid, bounced and paid again. The clock is set to the days on which
//! a county does these things; serving afterwards uses the real one.

mod accounts;
mod applications;
mod bank;
pub mod bench;
mod cases;
mod citizens;
mod city;
mod deliveries;
mod files;
mod house;
mod inside;
mod keys;
mod month;
mod progress;
mod rosters;
mod staff;
mod verification;
mod windows;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use kernel::DivisionCode;
use synth::{City, County};

use crate::{
    config::{Config, Options},
    serve,
};
pub use house::{House, Timing};
use progress::Progress;

/// The one place that synthetic people live in.
const PLACE: &str = "620521";
/// The seed of its people: any number would do, but always the same one.
pub const SEED: u64 = 620_521;
/// Says that a folder was begun by the demonstration, which may therefore clear it.
const BEGUN: &str = ".doudi-demo";
/// Says that the demonstration in the folder is whole.
const DONE: &str = "demo.json";

/// A synthetic county, its months run, its files written, its console served.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The place, by its division code.
    #[arg(long, default_value = PLACE)]
    place: String,
    #[command(flatten)]
    options: Options,
    /// Make the county and stop.
    #[arg(long)]
    no_serve: bool,
    /// Write figures, rolls and bank files here.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// A village of so many households instead of the county, for tests.
    #[arg(long, hide = true)]
    village: Option<usize>,
}

impl Demo {
    /// Makes what is not made yet, writes the files, and serves.
    pub async fn run(self) -> anyhow::Result<()> {
        let place =
            DivisionCode::parse(&self.place).with_context(|| format!("--place {}", self.place))?;
        let city = DivisionCode::parse(city::PLACE).is_ok_and(|code| code == place);
        if place.short() != PLACE && !city {
            bail!(
                "没有{}的合成数据，目前有{PLACE}（清水县）和{}（黄石市监督核查） / there is no synthetic \
                 data of {}; only of {PLACE} (Qingshui county) and {} (Huangshi's supervision)",
                self.place,
                city::PLACE,
                self.place,
                city::PLACE
            );
        }
        let config = crate::commands::read(&self.options)?;
        if config.database.is_none() {
            self.prepare(&config.data)?;
        }
        if city {
            if !config.data.join(DONE).is_file() {
                let city = match self.village {
                    Some(_) => City::small(SEED),
                    None => City::huangshi(SEED),
                };
                let overview = make_city(&config, &city).await?;
                if let Some(out) = &self.out {
                    city::write_overview(out, &overview)?;
                }
            }
            return self.serve(&config).await;
        }
        if !config.data.join(DONE).is_file() {
            make(&config, self.village).await?;
            let house = House::open(&config).await?;
            applications::open(&house).await?;
            cases::open(&house).await?;
            windows::open(&house).await?;
            verification::open(&house).await?;
            citizens::apply(&house).await?;
            deliveries::bring(&house).await?;
            house.close().await?;
        }
        if let Some(out) = &self.out {
            let house = House::open(&config).await?;
            files::write(&house, out).await?;
            house.close().await?;
        }
        self.serve(&config).await
    }

    async fn serve(&self, config: &Config) -> anyhow::Result<()> {
        if self.no_serve {
            return Ok(());
        }
        let floor = serve::open(config).await?;
        eprintln!("控制台 / console: http://{}", config.listen);
        eprintln!(
            "初始密码 / first passwords: {}",
            crate::setup::passwords(&config.data).display()
        );
        serve::run(config, floor).await
    }

    /// Clears a folder in which a demonstration was broken off, and touches no other.
    fn prepare(&self, data: &Path) -> anyhow::Result<()> {
        let begun = data.join(BEGUN);
        if data.join(DONE).is_file() {
            return Ok(());
        }
        if begun.is_file() {
            eprintln!(
                "上次未完成，重新开始 / the last run broke off, starting anew: {}",
                data.display()
            );
            std::fs::remove_dir_all(data)?;
        } else if data.is_dir() && std::fs::read_dir(data)?.next().is_some() {
            bail!(
                "{} 不是空目录，也不是演示目录；请用 --data 另选 / is neither empty nor a \
                 demonstration; choose another with --data",
                data.display()
            );
        }
        std::fs::create_dir_all(data)?;
        std::fs::write(begun, "doudi demo\n")?;
        Ok(())
    }
}

/// Makes a county, or a village of so many households, in an empty folder.
///
/// # Errors
/// What a step of the months refused, in the words of the API.
pub async fn make(config: &Config, village: Option<usize>) -> anyhow::Result<()> {
    let county = match village {
        Some(households) => County::village(SEED, households),
        None => County::generate(SEED),
    };
    let house = House::begin(config).await?;
    run_county(&house, &county).await?;
    house.close().await?;
    let done = serde_json::json!({ "place": PLACE, "seed": SEED });
    std::fs::write(config.data.join(DONE), format!("{done}\n"))?;
    Ok(())
}

/// Makes a county with its staff and the packs in force, and nobody in its registers yet.
///
/// # Errors
/// What a step refused, in the words of the API.
pub async fn bare(config: &Config) -> anyhow::Result<()> {
    bare_on(config, house::FIRST_DAY).await
}

/// The same from a day on, for what was done under earlier rules.
///
/// # Errors
/// When the database or the pack fails.
pub async fn bare_on(config: &Config, day: (i32, u32, u32)) -> anyhow::Result<()> {
    let county = County::village(SEED, 1);
    let house = House::begin_on(config, day).await?;
    let progress = Progress;
    let staff = staff::make(&house, &county.areas, &progress).await?;
    let users = staff.sign_in(&house);
    rosters::release(&house, &users, &progress).await?;
    house.close().await
}

/// Makes a city and its run of supervision in an empty folder. Answers the overview of the run.
///
/// # Errors
/// What a step refused, in the words of the API.
pub async fn make_city(config: &Config, city: &City) -> anyhow::Result<serde_json::Value> {
    let house = House::begin(config).await?;
    let overview = city::run(&house, city).await?;
    house.floor.db().analyze().await?;
    platform::audit::anchor_all(&house.floor).await?;
    house.close().await?;
    let done = serde_json::json!({ "place": city::PLACE, "seed": SEED });
    std::fs::write(config.data.join(DONE), format!("{done}\n"))?;
    Ok(overview)
}

async fn run_county(house: &House, county: &County) -> anyhow::Result<()> {
    let progress = Progress;
    let staff = staff::make(house, &county.areas, &progress).await?;
    let users = staff.sign_in(house);
    rosters::release(house, &users, &progress).await?;
    rosters::bring_in(house, &users, county, &progress).await?;
    let mut month = county.opening.next();
    while month <= county.last {
        month::run(house, &users, county, month, &progress).await?;
        month = month.next();
    }
    house.floor.db().analyze().await?;
    platform::audit::anchor_all(&house.floor).await?;
    Ok(())
}
