//! The console in headless Chromium, against a real demonstration.
//!
//! The binary is the one that the tests before have built already, and a debug build reads the
//! console from `web/dist`, so that the stage builds next to nothing. The place is a village of
//! the county: with every programme and ten months, made in a minute.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};

use crate::{sh, web};

/// How long the demonstration may take to make its village and listen.
const PATIENCE: Duration = Duration::from_secs(15 * 60);
/// Families of the village: enough for pages of every list.
const HOUSEHOLDS: &str = "400";

/// The server under test; it ends with this value.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts `doudi demo` in a temporary folder on a free port and runs the console's tests on it.
pub fn run() -> anyhow::Result<()> {
    let binary = build()?;
    let folder = std::env::temp_dir().join(format!("doudi-e2e-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut server = Server(
        Command::new(&binary)
            .args(["demo", "--village", HOUSEHOLDS])
            .args(["--port", &port.to_string(), "--data"])
            .arg(&folder)
            .current_dir(sh::root())
            .stdout(Stdio::null())
            .spawn()
            .context("doudi demo")?,
    );
    wait(port, &mut server.0)?;
    let result = sh::run(
        web::npm(["run", "e2e"])
            .env("BASE_URL", format!("http://127.0.0.1:{port}"))
            .env("DOUDI_PASSWORDS", folder.join("first-passwords.txt"))
            .env(
                "CHROMIUM",
                sh::find_program("chromium").context("chromium")?,
            ),
    );
    drop(server);
    if result.is_ok() {
        fs::remove_dir_all(&folder)?;
    } else {
        eprintln!("the data folder is kept for a look: {}", folder.display());
    }
    result
}

/// Builds the console and the binary as the tests do, and returns where the binary lies.
fn build() -> anyhow::Result<PathBuf> {
    web::build()?;
    sh::run(&mut sh::cargo([
        "build",
        "--workspace",
        "--bin",
        "doudi",
        "--locked",
        "--quiet",
    ]))?;
    Ok(sh::target_dir().join("debug").join("doudi"))
}

fn wait(port: u16, server: &mut Child) -> anyhow::Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = server.try_wait()? {
            bail!("doudi demo ended before it listened ({status})");
        }
        if healthy(port).unwrap_or(false) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    bail!("doudi demo did not listen within {} s", PATIENCE.as_secs());
}

fn healthy(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(b"GET /api/health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.0 200"))
}
