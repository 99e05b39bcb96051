//! `doudi`: the social-assistance safety net of a county in one binary.

use std::process::ExitCode;

use clap::Parser as _;
use server::{client::in_words, commands::Doudi};

#[tokio::main]
async fn main() -> ExitCode {
    // Messages go to standard error, results to standard output.
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("DOUDI_LOG")
                .unwrap_or_else(|_| "info,sqlx=error".into()),
        )
        .init();
    match Doudi::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("doudi: {}", in_words(&error));
            ExitCode::from(1)
        }
    }
}
