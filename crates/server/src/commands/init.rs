//! `doudi init`: the first set-up of an installation.

use std::path::PathBuf;

use anyhow::Context as _;
use kernel::DivisionCode;

use crate::{config::Options, serve, setup};

/// Set an installation up: its areas and its three administrators.
#[derive(Debug, clap::Args)]
pub struct Init {
    #[command(flatten)]
    options: Options,
    /// The county's division code, six digits.
    #[arg(long, value_name = "CODE")]
    place: String,
    /// The county's name.
    #[arg(long)]
    name: String,
    /// The name of the civil-affairs bureau; the county's name and 民政局 where left out.
    #[arg(long)]
    bureau: Option<String>,
    /// A table (.csv, .xlsx) of townships and villages with the columns 代码 and 名称.
    #[arg(long, value_name = "FILE")]
    areas: Option<PathBuf>,
}

impl Init {
    /// Sets up what is not there yet and says where the first passwords lie.
    pub async fn run(self) -> anyhow::Result<()> {
        let code =
            DivisionCode::parse(&self.place).with_context(|| format!("--place {}", self.place))?;
        let areas = match &self.areas {
            Some(path) => setup::read_areas(path)?,
            None => Vec::new(),
        };
        let place = setup::Place {
            code,
            bureau: self
                .bureau
                .unwrap_or_else(|| format!("{}民政局", self.name)),
            name: self.name,
            areas,
        };
        let config = super::read(&self.options)?;
        std::fs::create_dir_all(&config.data).with_context(|| config.data.display().to_string())?;
        let floor = serve::open(&config).await?;
        let file = setup::passwords(&config.data);
        let done = setup::run(&floor, &place, &file).await;
        floor.db().checkpoint().await?;
        floor.db().close().await;
        let done = done?;
        println!("新增区划 / areas added: {}", done.areas);
        if done.administrators > 0 {
            println!(
                "新增管理员 / administrators made: {}\n初始密码 / first passwords: {}",
                done.administrators,
                file.display()
            );
        } else {
            println!(
                "管理员已有，未改动 / the administrators are there already and were left alone"
            );
        }
        Ok(())
    }
}
