//! `doudi import` and `doudi roll`: what the console does, typed on the server's own machine by a
//! user who signs in.

use std::{io::BufRead as _, path::PathBuf};

use anyhow::{Context as _, bail};
use platform::{Floor, jobs};
use serde_json::{Value, json};

use crate::{client::Client, config::Options, serve, wiring};

/// Who does it.
#[derive(Debug, clap::Args)]
pub struct Who {
    #[command(flatten)]
    options: Options,
    /// The login name; the password is read from DOUDI_PASSWORD or from standard input.
    #[arg(long)]
    login: String,
}

/// Import a roster.
#[derive(Debug, clap::Args)]
pub struct Import {
    #[command(flatten)]
    who: Who,
    /// The kind of roster, as `packs/…/imports` names it.
    #[arg(long)]
    kind: String,
    /// The day from which it holds; today where left out.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// `all`: nothing unless every row is right; `right`: the right households; left out: check only.
    #[arg(long, value_parser = ["all", "right"])]
    apply: Option<String>,
    /// The files of one roster.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Compute a roll.
#[derive(Debug, clap::Args)]
pub struct Roll {
    #[command(flatten)]
    who: Who,
    /// The programme's key.
    #[arg(long)]
    programme: String,
    /// The month, 2022-10.
    #[arg(long)]
    month: String,
}

impl Who {
    async fn sign_in(&self) -> anyhow::Result<(Floor, Client)> {
        let config = super::read(&self.options)?;
        if !config.data.is_dir() {
            bail!(
                "数据目录不存在 / no such data folder: {}",
                config.data.display()
            );
        }
        let password = match std::env::var("DOUDI_PASSWORD") {
            Ok(password) => password,
            Err(_) => {
                eprint!("密码 / password: ");
                let mut line = String::new();
                std::io::stdin().lock().read_line(&mut line)?;
                line.trim_end_matches(['\r', '\n']).to_owned()
            }
        };
        let floor = serve::open(&config).await?;
        wiring::refresh(&floor).await?;
        let client = Client::sign_in(wiring::app(floor.clone()), &self.login, &password).await?;
        Ok((floor, client))
    }
}

impl Import {
    /// Reads, checks, and applies where asked to.
    pub async fn run(self) -> anyhow::Result<()> {
        let mut parts = Vec::new();
        for path in &self.files {
            let unreadable = || format!("文件读不了 / cannot be read: {}", path.display());
            let name = path.file_name().with_context(unreadable)?;
            let bytes = std::fs::read(path).with_context(unreadable)?;
            parts.push((name.to_string_lossy().into_owned(), bytes));
        }
        let (floor, client) = self.who.sign_in().await?;
        let parts: Vec<(&str, &str, &[u8])> = parts
            .iter()
            .map(|(name, bytes)| ("file", name.as_str(), bytes.as_slice()))
            .collect();
        let mut fields = vec![("kind", self.kind.as_str())];
        if let Some(day) = &self.as_of {
            fields.push(("as_of", day));
        }
        let import = client.upload("/imports", &fields, &parts).await?;
        jobs::drain(&floor).await?;
        let path = format!("/imports/{}", import["id"].as_str().context("an import")?);
        let mut import = client.get(&path).await?;
        if import["status"] == "ready"
            && let Some(mode) = &self.apply
        {
            client
                .post(&format!("{path}/apply"), &json!({ "mode": mode }))
                .await?;
            jobs::drain(&floor).await?;
            import = client.get(&path).await?;
        }
        println!("{}", serde_json::to_string_pretty(&import)?);
        if import["status"] == "failed" {
            bail!("{}", import["problem"]);
        }
        wrong(&client, &path).await
    }
}

/// Tells which rows are wrong, and fails when there are some.
async fn wrong(client: &Client, path: &str) -> anyhow::Result<()> {
    let rows = client
        .get(&format!("{path}/rows?status=wrong&limit=50&total=true"))
        .await?;
    let items = rows["items"].as_array().cloned().unwrap_or_default();
    for row in &items {
        for fault in row["faults"].as_array().into_iter().flatten() {
            eprintln!(
                "{} {}: {} {} / {}",
                row["file"], row["row"], fault["column"], fault["zh"], fault["en"]
            );
        }
    }
    if items.is_empty() {
        return Ok(());
    }
    bail!("{} 行有误 / rows are wrong", rows["total"]["rows"]);
}

impl Roll {
    /// Computes and prints the roll.
    pub async fn run(self) -> anyhow::Result<()> {
        let (floor, client) = self.who.sign_in().await?;
        let body = json!({ "programme": self.programme, "month": self.month });
        let made: Value = client.post("/rolls", &body).await?;
        jobs::drain(&floor).await?;
        if let Some(job) = made["job"].as_str() {
            client.wait(job, |_, _| {}).await?;
        }
        let id = made["roll"]["id"].as_str().context("a roll")?;
        let roll = client.get(&format!("/rolls/{id}")).await?;
        println!("{}", serde_json::to_string_pretty(&roll)?);
        Ok(())
    }
}
