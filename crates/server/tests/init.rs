//! `doudi init` as an office's technician types it: the real binary on a fresh folder.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::{
    collections::BTreeMap,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output},
};

use serde_json::json;
use server::{
    client::Client,
    config::{Config, Options},
    serve, setup, wiring,
};

const AREAS: &str = "代码,名称\n620521100,永清镇\n620521100001,东关村\n620521101,红堡镇\n";

fn init(data: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_doudi"))
        .args(["init", "--data"])
        .arg(data)
        .args(more)
        .env_remove("DOUDI_DATABASE")
        .output()
        .unwrap()
}

fn passwords(data: &Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(setup::passwords(data)).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect()
}

/// Signs in with a password as written down; answers what a business page and one's own page say.
async fn tries(data: &Path, login: &str, password: &str) -> (bool, bool) {
    let options = Options {
        data: Some(data.to_owned()),
        ..Options::default()
    };
    let config = Config::read(&options, |_| None).unwrap();
    let floor = serve::open(&config).await.unwrap();
    let app = wiring::app(floor.clone());
    let signed = Client::sign_in(app.clone(), login, password).await;
    let answer = match signed {
        Err(_) => (false, false),
        Ok(client) => {
            // The first password opens nothing but the page where it is changed.
            assert!(client.get("/users").await.is_err());
            let other = "Niutou-river-2022";
            let body = json!({ "old": password, "new": other });
            client
                .post("/sessions/current/password", &body)
                .await
                .unwrap();
            let client = Client::sign_in(app, login, other).await.unwrap();
            (true, client.get("/households").await.is_ok())
        }
    };
    floor.db().close().await;
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn three_administrators_are_made_and_none_sees_business_data() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let areas = folder.path().join("areas.csv");
    std::fs::write(&areas, AREAS).unwrap();
    let place = [
        "--place",
        "620521",
        "--name",
        "清水县",
        "--areas",
        areas.to_str().unwrap(),
    ];
    let made = init(&data, &place);
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    assert!(
        made.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&made.stderr)
    );
    assert!(
        said.contains("areas added: 4") && said.contains("administrators made: 3"),
        "{said}"
    );
    let first = passwords(&data);
    assert_eq!(first.len(), 3);
    for password in first.values() {
        assert!(!said.contains(password), "a password is printed");
    }
    let mode = std::fs::metadata(setup::passwords(&data))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);

    // Typed again: nothing changes, and the passwords go on holding.
    let again = init(&data, &place);
    let said = String::from_utf8_lossy(&again.stdout).into_owned();
    assert!(
        again.status.success() && said.contains("areas added: 0"),
        "{said}"
    );
    assert_eq!(passwords(&data), first);
    assert_eq!(
        tries(&data, "sysadmin", &first["sysadmin"]).await,
        (true, false)
    );

    // The file is lost before the others signed in: they get new passwords, the first does not.
    std::fs::remove_file(setup::passwords(&data)).unwrap();
    assert!(init(&data, &place).status.success());
    let second = passwords(&data);
    assert_eq!(
        second.keys().collect::<Vec<_>>(),
        ["auditadmin", "secadmin"]
    );
    assert_eq!(
        tries(&data, "secadmin", &first["secadmin"]).await,
        (false, false)
    );
    for (login, password) in &second {
        assert_eq!(
            tries(&data, login, password).await,
            (true, false),
            "{login}"
        );
    }
    let walked = Command::new(env!("CARGO_BIN_EXE_doudi"))
        .args(["audit", "verify", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    assert!(
        walked.status.success(),
        "{}",
        String::from_utf8_lossy(&walked.stdout)
    );
}

#[test]
fn a_faulty_set_up_says_what_is_wrong_and_makes_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let areas = folder.path().join("areas.csv");
    std::fs::write(&areas, "代码,名称\n620522100001,东关村\n").unwrap();
    let orphan = areas.to_str().unwrap();
    let untitled = folder.path().join("untitled.csv");
    std::fs::write(&untitled, "620521100,永清镇\n").unwrap();
    let untitled = untitled.to_str().unwrap();
    for (more, zh, en) in [
        (vec!["--place", "620521100"], "县级", "county"),
        (vec!["--place", "62"], "62", "62"),
        (
            vec!["--place", "620521", "--areas", orphan],
            "上级区划",
            "area above",
        ),
        (
            vec!["--place", "620521", "--areas", untitled],
            "两列",
            "columns",
        ),
        (
            vec!["--place", "620521", "--areas", "missing.csv"],
            "missing.csv",
            "missing.csv",
        ),
    ] {
        let mut all = vec!["--name", "清水县"];
        all.extend(&more);
        let refused = init(&data, &all);
        let told = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success(), "{more:?}");
        assert!(told.contains(zh) && told.contains(en), "{more:?}: {told}");
        assert!(!setup::passwords(&data).exists(), "{more:?}");
    }
}
