//! Releases over HTTP and through the facade.

mod amendments;
mod lists;
mod releases;

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use kernel::{DivisionCode, Month};
use pack::{Rules, Texts};
use platform::{Ctx, Result};
use serde_json::{Value, json};
use testkit::{TestApp, User};
use uuid::Uuid;

use crate::{Packs, Releases};

type Files = Vec<(String, Vec<u8>)>;

/// An app with two people and packs that a test may change.
struct House {
    app: TestApp,
    packs: Arc<Mutex<Files>>,
    officer: User,
    leader: User,
}

/// The packs of this repository.
fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let texts = Texts::from_dir(&root).unwrap();
    texts
        .iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect()
}

impl House {
    async fn build() -> Self {
        let packs = Arc::new(Mutex::new(files()));
        let source = packs.clone();
        let app = TestApp::builder()
            .floor(move |floor| {
                let source = source.clone();
                floor
                    .operations(crate::OPERATIONS)
                    .migrations(directory::migrations())
                    .migrations(crate::migrations())
                    .job(Arc::new(crate::Check))
                    .verifier(Arc::new(Releases))
                    .extension(Arc::new(Packs::new(move || source.lock().unwrap().clone())))
            })
            .routes(platform::routes().into())
            .routes(crate::routes().into())
            .role("policy_officer", &["policy.*"])
            .role(
                "county_leader",
                &[
                    "policy.release.list",
                    "policy.release.approve",
                    "policy.release.check",
                ],
            )
            .role(
                "reader",
                &["policy.programme.list", "policy.parameter.list"],
            )
            .build()
            .await;
        let officer = app.user("policy_officer", "620521");
        let leader = app.user("county_leader", "620521");
        Self {
            app,
            packs,
            officer,
            leader,
        }
    }

    /// Changes the packs that will be proposed next.
    fn change(&self, path: &str, from: &str, to: &str) {
        let mut files = self.packs.lock().unwrap();
        let (_, bytes) = files.iter_mut().find(|(p, _)| p == path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{path} has no “{from}”");
        *bytes = text.replace(from, to).into_bytes();
    }

    /// Proposes packs without their own tests, so that a standard may be raised alone.
    fn without_tests(&self) {
        let mut files = self.packs.lock().unwrap();
        files.retain(|(path, _)| !path.contains("/tests/"));
    }

    async fn propose(&self, from: &str) -> Value {
        self.app
            .post(&self.officer, "/releases", json!({"from": from}))
            .await
            .ok()
    }

    async fn approve(&self, release: &Value) -> Value {
        let path = format!("/releases/{}/approve", release["id"].as_str().unwrap());
        self.app.post(&self.leader, &path, json!({})).await.ok()
    }

    async fn in_force(&self, from: &str) -> Uuid {
        let release = self.approve(&self.propose(from).await).await;
        release["id"].as_str().unwrap().parse().unwrap()
    }

    /// How many tasks wait for somebody.
    async fn open_tasks(&self, user: &User) -> usize {
        let list = self.app.get(user, "/tasks?status=open").await.ok();
        list["items"].as_array().unwrap().len()
    }

    /// The release and rules of a month, as later rooms ask for them.
    async fn rules(&self, month: &str) -> Result<(Uuid, Rules)> {
        let ctx = Ctx::system(&self.app.floor, Uuid::nil(), "test");
        let reader = ctx.query(&crate::authz::PROGRAMME_LIST).await?;
        let place: DivisionCode = "620521101201".parse().unwrap();
        let month: Month = month.parse().unwrap();
        let found = crate::rules(&self.app.floor, reader.conn(), &place, month).await;
        reader.finish().await?;
        found
    }
}
