//! The configuration: a TOML file, then environment variables, then the command line.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, bail};
use platform::{DbConfig, FloorConfig};
use serde::Deserialize;

#[cfg(test)]
mod tests;

/// Where the house stands and how it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The data folder: embedded database, stored files, anchors.
    pub data: PathBuf,
    /// `postgres://…`, or nothing for the embedded database in the data folder.
    pub database: Option<String>,
    /// The key file; outside the database and its backups.
    pub keys: PathBuf,
    /// Where the console listens. The loopback interface unless somebody says otherwise.
    pub listen: SocketAddr,
    /// Whether a TLS proxy stands in front, so that the session cookie is sent over TLS only.
    pub behind_tls: bool,
    /// The upper verification platform, where it is reached over HTTP; folders otherwise.
    pub verification_platform: Option<VerificationPlatform>,
}

/// Where the upper verification platform is and how it knows us: the entry
/// `[verification_platform]` of the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerificationPlatform {
    /// Its address; `https://`, or `http://` on this machine.
    pub address: String,
    /// The file that holds our token.
    pub token: PathBuf,
    /// A file of PEM certificates that vouch for it instead of the public ones.
    #[serde(default)]
    pub roots: Option<PathBuf>,
}

impl VerificationPlatform {
    /// Relative paths count from the configuration's own folder.
    fn from(mut self, base: &Path) -> Self {
        self.token = base.join(self.token);
        self.roots = self.roots.map(|path| base.join(path));
        self
    }

    fn connect(&self) -> anyhow::Result<verify::Http> {
        let read = |path: &Path| {
            std::fs::read(path).with_context(|| {
                format!(
                    "核对平台的文件读不了 / cannot read the file of the verification platform: {}",
                    path.display()
                )
            })
        };
        let roots = self.roots.as_deref().map(read).transpose()?;
        let token = String::from_utf8_lossy(&read(&self.token)?).into_owned();
        Ok(verify::Http::new(&self.address, &token, roots.as_deref())?)
    }
}

/// The file, every entry of which may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    keys: Option<PathBuf>,
    listen: Option<String>,
    behind_tls: Option<bool>,
    verification_platform: Option<VerificationPlatform>,
}

/// What the command line says.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Options {
    /// The configuration file (TOML).
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The data folder.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The port to listen on, on the loopback interface.
    #[arg(long)]
    pub port: Option<u16>,
}

/// Where data lies unless somebody says otherwise.
const DATA: &str = "demo-data";
/// Where the console listens unless somebody says otherwise.
const LISTEN: &str = "127.0.0.1:8080";

impl Config {
    /// Reads file and environment. Relative paths of the file count from the file's own folder.
    ///
    /// # Errors
    /// What cannot be read, with the name of the entry and how to mend it.
    pub fn read(
        options: &Options,
        environment: impl Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Self> {
        let (file, base) = match &options.config {
            None => (File::default(), PathBuf::new()),
            Some(path) => {
                let text = std::fs::read_to_string(path).with_context(|| {
                    format!(
                        "配置文件读不了 / cannot read the configuration: {}",
                        path.display()
                    )
                })?;
                let file = toml::from_str(&text).with_context(|| {
                    format!("配置文件有误 / faulty configuration: {}", path.display())
                })?;
                (
                    file,
                    path.parent().map(Path::to_path_buf).unwrap_or_default(),
                )
            }
        };
        let data = options
            .data
            .clone()
            .or_else(|| environment("DOUDI_DATA").map(PathBuf::from))
            .or_else(|| file.data.map(|path| base.join(path)))
            .unwrap_or_else(|| PathBuf::from(DATA));
        let keys = environment("DOUDI_KEYS")
            .map(PathBuf::from)
            .or_else(|| file.keys.map(|path| base.join(path)))
            .unwrap_or_else(|| data.join("keys.json"));
        let listen = match options.port {
            Some(port) => format!("127.0.0.1:{port}"),
            None => environment("DOUDI_LISTEN")
                .or(file.listen)
                .unwrap_or_else(|| LISTEN.to_owned()),
        };
        let listen = listen.parse().with_context(|| {
            format!("监听地址应为 IP:端口 / the address to listen on is IP:port, not {listen}")
        })?;
        let database = environment("DOUDI_DATABASE").or(file.database);
        if let Some(url) = &database
            && !url.starts_with("postgres://")
            && !url.starts_with("postgresql://")
        {
            bail!(
                "数据库地址应以 postgres:// 开头；内置数据库请勿填写 / the database address begins \
                 with postgres://; leave it out for the embedded database"
            );
        }
        let behind_tls = match environment("DOUDI_BEHIND_TLS") {
            None => file.behind_tls.unwrap_or(false),
            Some(text) => text.parse().with_context(|| {
                format!("DOUDI_BEHIND_TLS 应为 true 或 false / is true or false, not {text}")
            })?,
        };
        Ok(Self {
            data,
            database,
            keys,
            listen,
            behind_tls,
            verification_platform: file.verification_platform.map(|p| p.from(&base)),
        })
    }

    /// The connector to the upper verification platform, where one is named.
    ///
    /// # Errors
    /// An address, token or certificate that cannot be used.
    pub fn upper(&self) -> anyhow::Result<Option<verify::Upper>> {
        let connect = |p: &VerificationPlatform| Ok(verify::Upper(Arc::new(p.connect()?)));
        self.verification_platform.as_ref().map(connect).transpose()
    }

    /// What the floor needs of it.
    pub fn floor(&self) -> FloorConfig {
        let mut floor = FloorConfig::in_folder(&self.data);
        floor.keys.clone_from(&self.keys);
        if let Some(url) = &self.database {
            floor.db = DbConfig::parse(url);
        }
        floor
    }
}
