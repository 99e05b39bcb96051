//! Serving: one process, the jobs beside the requests, a clean end on Ctrl-C.

use std::sync::Arc;

use anyhow::Context as _;
use axum::{Router, routing::get};
use directory::{Sessions, Settings};
use kernel::{SystemClock, SystemIds};
use platform::{Floor, jobs::Runner};

use crate::{config::Config, wiring};

/// Opens the house with the system's clock.
///
/// # Errors
/// When data folder, keys or database cannot be opened.
pub async fn open(config: &Config) -> anyhow::Result<Floor> {
    let clock = Arc::new(SystemClock);
    let ids = Arc::new(SystemIds::new(clock.clone()));
    let settings = Settings {
        secure_cookie: config.behind_tls,
        ..Settings::default()
    };
    wiring::builder(config, clock, ids, Arc::new(Sessions::default()))?
        .extension(Arc::new(settings))
        .open()
        .await
        .with_context(|| {
            format!(
                "数据打不开 / the data cannot be opened: {}",
                config.data.display()
            )
        })
}

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// When the address is taken or the data cannot be opened.
pub async fn run(config: &Config, floor: Floor) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .with_context(|| {
            format!(
                "端口被占用 / the address is taken: {}; --port 另选 / choose another",
                config.listen
            )
        })?;
    wiring::refresh(&floor).await?;
    let runner = Runner::start(&floor).await?;
    let housekeeping = platform::housekeeping::start(&floor);
    let clock = decide::clock::start(&floor);
    tracing::info!(listen = %config.listen, "serving");
    let app = wiring::app(floor.clone());
    axum::serve(listener, app)
        .with_graceful_shutdown(stopped())
        .await?;
    clock.abort();
    housekeeping.abort();
    runner.stop().await;
    floor.db().checkpoint().await?;
    floor.db().close().await;
    Ok(())
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
}

/// `GET /api/health`: that the process answers. It says nothing about the data.
pub fn health<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(
        "/api/health",
        get(|| async { axum::Json(serde_json::json!({"ok": true})) }),
    )
}
