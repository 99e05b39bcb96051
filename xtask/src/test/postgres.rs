//! A private PostgreSQL cluster in a temporary folder, gone when it is dropped.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context as _;

use crate::sh;

/// A running cluster that only this process knows of.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Cluster {
    /// Makes and starts a cluster on a free port of the loopback interface.
    pub fn start() -> anyhow::Result<Self> {
        let programs = programs().context("PostgreSQL's programs are missing")?;
        let folder = std::env::temp_dir().join(format!("doudi-pg-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        if sh::is_root() {
            // PostgreSQL refuses to run as root.
            sh::run(sh::command("chown", ["postgres"]).arg(&folder))?;
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let cluster = Self {
            folder,
            programs,
            port,
        };
        let data = cluster.data();
        sh::run(
            cluster
                .program("initdb")
                .args([
                    "--auth=trust",
                    "--username=postgres",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                ])
                .args(["--no-sync", "--pgdata", &data])
                .stdout(Stdio::null()),
        )?;
        // A test cluster may lose everything in a power cut, and is faster for it.
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
             -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
             -c max_connections=300"
        );
        let log = cluster.folder.join("log").to_string_lossy().into_owned();
        sh::run(
            cluster
                .program("pg_ctl")
                .args(["start", "--wait", "--silent", "--pgdata", &data])
                .args(["--log", &log, "--options", &options])
                .stdout(Stdio::null()),
        )?;
        Ok(cluster)
    }

    /// The address that tests connect to; the user may create databases.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> String {
        self.folder.join("data").to_string_lossy().into_owned()
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if sh::is_root() {
            let mut command = Command::new("runuser");
            command.args(["--user", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        // The caller's folder may be closed to the other user.
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data();
        let stopped = sh::run(
            self.program("pg_ctl")
                .args([
                    "stop",
                    "--wait",
                    "--silent",
                    "--mode=immediate",
                    "--pgdata",
                    &data,
                ])
                .stdout(Stdio::null()),
        );
        if let Err(error) = stopped {
            eprintln!(
                "the test cluster in {} was not stopped: {error:#}",
                self.folder.display()
            );
            return;
        }
        // A folder left behind in the temporary directory harms nobody.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Where the newest installed PostgreSQL keeps its programs; Debian puts them beside the path.
pub fn programs() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_string_lossy().parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, path)| path.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, path)| path).or_else(|| {
        sh::find_program("initdb").and_then(|path| path.parent().map(Path::to_path_buf))
    })
}
