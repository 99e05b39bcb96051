//! A fresh database for each test.

use std::path::Path;

use platform::{DbConfig, FloorConfig, hash};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row, SqliteConnection};
use tempfile::TempDir;

/// The folder and the database of one test; both vanish with it.
#[derive(Debug)]
pub struct Database {
    pub folder: TempDir,
    /// The administrative address and the name, on PostgreSQL.
    server: Option<(String, String)>,
}

fn address(admin: &str, name: &str) -> String {
    let (stem, tail) = admin
        .rsplit_once('/')
        .expect("DOUDI_TEST_PG is postgres://…/postgres");
    let query = tail
        .split_once('?')
        .map(|(_, q)| format!("?{q}"))
        .unwrap_or_default();
    format!("{stem}/{name}{query}")
}

/// The template's name: of the test binary, and of this build of it with these migrations.
fn template_name(names: &str) -> (String, String) {
    let exe = std::env::current_exe().expect("a test runs from a file");
    let made = exe
        .metadata()
        .and_then(|m| m.modified())
        .map(|t| format!("{t:?}"));
    let made = made.unwrap_or_default();
    let binary = hash::sm3(&[exe.as_os_str().as_encoded_bytes()]);
    let build = hash::sm3_framed([made.as_bytes(), names.as_bytes()]);
    let of = format!("doudi_template_{}_", hash::hex(&binary[..4]));
    let name = format!("{of}{}", hash::hex(&build[..6]));
    (of, name)
}

impl Database {
    /// Makes one. `names` identifies the set of migrations; `migrate` fills a template.
    pub async fn create<F>(
        names: &str,
        migrate: impl FnOnce(FloorConfig) -> F,
    ) -> (Self, FloorConfig)
    where
        F: Future<Output = ()>,
    {
        let folder = TempDir::new().expect("a folder for the test");
        let mut config = FloorConfig::in_folder(folder.path());
        let Ok(admin) = std::env::var("DOUDI_TEST_PG") else {
            return (
                Self {
                    folder,
                    server: None,
                },
                config,
            );
        };
        let (of, template) = template_name(names);
        let mut conn = PgConnection::connect(&admin)
            .await
            .expect("DOUDI_TEST_PG answers");
        // One process makes the template, the others wait for it.
        conn.execute("select pg_advisory_lock(7017270)")
            .await
            .expect("a lock");
        let known = sqlx::query("select 1 from pg_database where datname = $1")
            .bind(&template)
            .fetch_optional(&mut conn)
            .await
            .expect("the list of databases");
        if known.is_none() {
            drop_older(&mut conn, &of).await;
            let making = format!("{template}_making");
            run(
                &mut conn,
                format!("drop database if exists {making} with (force)"),
            )
            .await;
            run(&mut conn, format!("create database {making}")).await;
            migrate(FloorConfig {
                db: DbConfig::Postgres(address(&admin, &making)),
                ..config.clone()
            })
            .await;
            run(
                &mut conn,
                format!("alter database {making} rename to {template}"),
            )
            .await;
        }
        let name = format!("doudi_test_{}", unique(&folder));
        run(
            &mut conn,
            format!("create database {name} template {template}"),
        )
        .await;
        conn.close().await.ok();
        config.db = DbConfig::Postgres(address(&admin, &name));
        (
            Self {
                folder,
                server: Some((admin, name)),
            },
            config,
        )
    }

    /// Jobs that wait or run, read on a connection of its own.
    async fn unfinished_jobs(&self) -> Option<i64> {
        let sql = "select count(*) from job where status in ('queued', 'running')";
        match &self.server {
            Some((admin, name)) => {
                let mut conn = PgConnection::connect(&address(admin, name)).await.ok()?;
                conn.fetch_one(sql).await.ok()?.try_get(0).ok()
            }
            None => {
                let path: &Path = self.folder.path();
                let url = format!("sqlite://{}", path.join("doudi.db").display());
                let mut conn = SqliteConnection::connect(&url).await.ok()?;
                conn.fetch_one(sql).await.ok()?.try_get(0).ok()
            }
        }
    }

    /// Ends the database from a place that cannot wait; answers the jobs left.
    pub fn end(&self) -> Option<i64> {
        std::thread::scope(|scope| {
            let end = scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .ok()?;
                runtime.block_on(async {
                    let left = self.unfinished_jobs().await;
                    if let Some((admin, name)) = &self.server
                        && let Ok(mut conn) = PgConnection::connect(admin).await
                    {
                        run(
                            &mut conn,
                            format!("drop database if exists {name} with (force)"),
                        )
                        .await;
                    }
                    left
                })
            });
            end.join().ok().flatten()
        })
    }
}

async fn run(conn: &mut PgConnection, sql: String) {
    conn.execute(AssertSqlSafe(sql.clone()))
        .await
        .unwrap_or_else(|e| panic!("{sql}: {e}"));
}

/// A name no other test of this or another process has: the folder's random name.
fn unique(folder: &TempDir) -> String {
    let name = folder
        .path()
        .file_name()
        .unwrap_or_default()
        .as_encoded_bytes();
    hash::hex(&hash::sm3_framed([name, std::process::id().to_be_bytes().as_slice()])[..8])
}

/// Templates of earlier builds of the same binary serve nobody any more. One binary may have
/// several sets of migrations, each with a template; they are made again when asked for.
async fn drop_older(conn: &mut PgConnection, of: &str) {
    let old = sqlx::query("select datname from pg_database where datname like $1 || '%'")
        .bind(of)
        .fetch_all(&mut *conn)
        .await
        .expect("the list of databases");
    for row in old {
        let name: String = row.try_get(0).expect("a name");
        // Another process may just be copying it; then it stays for the next build.
        let sql = format!("drop database if exists {name}");
        if let Err(e) = conn.execute(AssertSqlSafe(sql)).await {
            assert!(e.as_database_error().is_some(), "{e}");
        }
    }
}
