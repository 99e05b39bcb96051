//! A small county at work: made once for all tests of this room, on either database.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request},
};
use serde_json::Value;
use server::{
    config::{Config, Options},
    demo::{self, House},
};
use tokio::sync::OnceCell;
use tower::ServiceExt as _;

/// How many households; every programme and every kind of change occurs among them.
pub const HOUSEHOLDS: usize = 40;

pub use server::demo::SEED;

static MADE: OnceCell<Made> = OnceCell::const_new();

struct Made {
    config: Config,
    /// Cleared away by the next run; statics are never dropped.
    _folder: PathBuf,
}

/// A configuration on a fresh folder, and a fresh database where PostgreSQL is tested.
pub async fn fresh(name: &str) -> Config {
    begun(name, None).await
}

/// A bare house that begins on the fourth of January of a year, for whoever wants it for himself:
/// made once, and copied.
pub async fn bare(name: &str, year: i32) -> Config {
    static BARE: tokio::sync::Mutex<BTreeMap<i32, Config>> =
        tokio::sync::Mutex::const_new(BTreeMap::new());
    let mut known = BARE.lock().await;
    if let Entry::Vacant(free) = known.entry(year) {
        let config = fresh(&format!("bare_{year}")).await;
        demo::bare_on(&config, (year, 1, 4)).await.unwrap();
        free.insert(config);
    }
    begun(name, known.get(&year)).await
}

async fn begun(name: &str, like: Option<&Config>) -> Config {
    static SWEPT: std::sync::Once = std::sync::Once::new();
    SWEPT.call_once(sweep);
    let folder = tempfile::Builder::new()
        .prefix(&format!("{FOLDERS}{}-", std::process::id()))
        .tempdir()
        .unwrap()
        .keep();
    let options = Options {
        data: Some(folder),
        ..Options::default()
    };
    let mut config = Config::read(&options, |_| None).unwrap();
    if let Some(like) = like {
        copy(&like.data, &config.data);
    }
    if let Ok(url) = std::env::var("DOUDI_TEST_PG") {
        // A name of a database that is not quoted has no hyphens.
        let name = format!("doudi_{}_{}", name.replace('-', "_"), std::process::id());
        let pool = sqlx::PgPool::connect(&url).await.unwrap();
        let like = like.and_then(|config| config.database.as_deref());
        let like = like
            .and_then(|url| url.rsplit_once('/'))
            .map(|(_, name)| name);
        let like = like.unwrap_or("template0");
        let create = format!("create database {name} locale 'C.UTF-8' template {like}");
        sqlx::query(sqlx::AssertSqlSafe(create))
            .execute(&pool)
            .await
            .unwrap();
        let (server, _) = url.rsplit_once('/').unwrap();
        config.database = Some(format!("{server}/{name}"));
    }
    config
}

/// What the folders of these tests are called, before the process and a random end.
const FOLDERS: &str = "doudi-county-";

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Houses live as long as the process, so whoever comes next clears away what earlier ones left.
fn sweep() {
    let entries = std::fs::read_dir(std::env::temp_dir()).unwrap();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let process = name
            .to_str()
            .and_then(|n| n.strip_prefix(FOLDERS)?.split_once('-'));
        if process.is_some_and(|(id, _)| !Path::new("/proc").join(id).exists()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// The house of the small county, opened anew; its months are run by whoever comes first.
pub async fn house() -> House {
    let made = MADE
        .get_or_init(|| async {
            let config = fresh("county").await;
            demo::make(&config, Some(HOUSEHOLDS)).await.unwrap();
            Made {
                _folder: config.data.clone(),
                config,
            }
        })
        .await;
    House::open(&made.config).await.unwrap()
}

/// An answer of the router.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

/// A key that no other request of this run has.
fn next_key() -> String {
    static SENT: AtomicU64 = AtomicU64::new(1);
    format!("request-{}", SENT.fetch_add(1, Ordering::Relaxed))
}

/// Sends one request as somebody, or as nobody.
pub async fn send(
    house: &House,
    by: Option<HeaderMap>,
    method: &str,
    path: &str,
    body: Option<(&str, String)>,
) -> Answer {
    let body = body.map(|(media, text)| (media, text.into_bytes()));
    send_bytes(house, by, method, path, body).await
}

/// A page that is no document of the API, as text.
pub async fn page(house: &House, by: HeaderMap, path: String) -> String {
    String::from_utf8(fetch(house, by, path).await).unwrap()
}

/// The bytes behind an address.
pub async fn fetch(house: &House, by: HeaderMap, path: String) -> Vec<u8> {
    let mut request = Request::builder()
        .uri(format!("/api/v1{path}"))
        .body(Body::empty())
        .unwrap();
    request.headers_mut().extend(by);
    let response = house.app.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{path}");
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    bytes.to_vec()
}

/// The same with a body that is no text: an upload.
pub async fn send_bytes(
    house: &House,
    by: Option<HeaderMap>,
    method: &str,
    path: &str,
    body: Option<(&str, Vec<u8>)>,
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("x-doudi", "1")
        .header("idempotency-key", next_key())
        .header("if-match", "\"1\"");
    let body = match body {
        None => Body::empty(),
        Some((media, text)) => {
            request = request.header("content-type", media);
            Body::from(text)
        }
    };
    let mut request = request.body(body).unwrap();
    request.headers_mut().extend(by.unwrap_or_default());
    let response = house.app.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answer {
        status,
        body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    }
}
