//! The upper platform behind its trait: a platform that speaks HTTP, and the two folders.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, put};
use serde_json::{Value, json};
use server::config::VerificationPlatform;

use crate::office::Office;
use crate::verification::accepted;
use crate::verified::{people, report};

const TOKEN: &str = "t0ken-of-qingshui";
const CLERK: &str = "case-county-clerk";

/// What lies at the platform.
#[derive(Default)]
struct Held {
    requests: BTreeMap<String, Vec<u8>>,
    reports: BTreeMap<String, Vec<u8>>,
    /// What it answers instead of doing anything.
    down: Option<StatusCode>,
}

type Shared = Arc<Mutex<Held>>;

fn known(held: &Held, headers: &HeaderMap) -> Result<(), StatusCode> {
    match (held.down, headers.get("authorization")) {
        (Some(status), _) => Err(status),
        (None, Some(token)) if token == &format!("Bearer {TOKEN}") => Ok(()),
        _ => Err(StatusCode::UNAUTHORIZED),
    }
}

async fn taken(
    State(held): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let mut held = held.lock().unwrap();
    if let Err(status) = known(&held, &headers) {
        return status;
    }
    match held.requests.insert(name, body.to_vec()) {
        Some(before) if before != body => StatusCode::CONFLICT,
        _ => StatusCode::NO_CONTENT,
    }
}

async fn listed(State(held): State<Shared>, headers: HeaderMap) -> Result<String, StatusCode> {
    let held = held.lock().unwrap();
    known(&held, &headers)?;
    let mut names: Vec<&str> = held.reports.keys().map(String::as_str).collect();
    names.push("../keys.json");
    Ok(json!({"files": names}).to_string())
}

async fn given(
    State(held): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Vec<u8>, StatusCode> {
    let held = held.lock().unwrap();
    known(&held, &headers)?;
    held.reports
        .get(&name)
        .cloned()
        .ok_or(StatusCode::NOT_FOUND)
}

async fn gone(
    State(held): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> StatusCode {
    let mut held = held.lock().unwrap();
    if let Err(status) = known(&held, &headers) {
        return status;
    }
    match held.reports.remove(&name) {
        Some(_) => StatusCode::NO_CONTENT,
        None => StatusCode::NOT_FOUND,
    }
}

/// A platform that listens on this machine: its address and what lies there.
async fn platform() -> (String, Shared) {
    let held = Shared::default();
    let app = Router::new()
        .route("/hd/requests/{name}", put(taken))
        .route("/hd/reports", get(listed))
        .route("/hd/reports/{name}", get(given).delete(gone))
        .with_state(held.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/hd", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    (address, held)
}

/// Fetches what waits; the job as it ended.
async fn fetched(office: &Office) -> Value {
    let path = "/verification/reports/fetch";
    let asked = office.ask(CLERK, "POST", path, None).await;
    assert_eq!(asked.status, 202, "{}", asked.body);
    office.jobs().await;
    job(office, asked.body["id"].as_str().unwrap()).await
}

async fn job(office: &Office, id: &str) -> Value {
    let path = format!("/jobs/{id}");
    office.ask(CLERK, "GET", &path, None).await.body
}

/// The last job of a kind.
async fn last(office: &Office, kind: &str) -> Value {
    let jobs = office.ask(CLERK, "GET", "/jobs?limit=20", None).await;
    let items = jobs.body["items"].as_array().unwrap();
    let found = items.iter().find(|job| job["kind"] == kind);
    found
        .unwrap_or_else(|| panic!("no {kind} in {}", jobs.body))
        .clone()
}

async fn reported(office: &Office, case: &str) -> Value {
    office.case(case).await["facts"]["核对报告已出具"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_and_reports_go_over_http_and_nothing_is_lost_when_the_platform_is_down() {
    let (address, held) = platform().await;
    let office = Office::furnished("upper-http", "2022-11-07", |config| {
        let token = config.data.join("hd.token");
        std::fs::create_dir_all(&config.data).unwrap();
        std::fs::write(&token, format!("{TOKEN}\n")).unwrap();
        config.verification_platform = Some(VerificationPlatform {
            address,
            token,
            roots: None,
        });
    })
    .await;
    let (case, _) = accepted(&office, 341, "申请及在保期间").await;

    // The platform is down: the request stays on record, the hand-over waits and says why.
    held.lock().unwrap().down = Some(StatusCode::SERVICE_UNAVAILABLE);
    let persons = office.sent(&case).await;
    office.jobs().await;
    let batches = office
        .ask(CLERK, "GET", "/verification/batches", None)
        .await;
    assert!(batches.body[0]["handed_at"].is_null(), "{}", batches.body);
    let failed = last(&office, "verify.batch.send").await;
    assert_eq!(failed["status"], "failed");
    assert_eq!(
        failed["error"]["code"], "verify.platform.failed",
        "{failed}"
    );
    assert!(
        failed["error"]["detail_zh"]
            .as_str()
            .unwrap()
            .contains("503")
    );
    let whole = failed.to_string();
    assert!(!whole.contains(TOKEN) && !whole.contains(&persons[0].id_number));

    // It is back: the same file goes there, byte for byte as it is on record.
    held.lock().unwrap().down = None;
    let path = format!("/jobs/{}/resume", failed["id"].as_str().unwrap());
    assert_eq!(office.ask(CLERK, "POST", &path, None).await.status, 200);
    office.jobs().await;
    let batches = office
        .ask(CLERK, "GET", "/verification/batches", None)
        .await;
    assert!(batches.body[0]["handed_at"].is_string(), "{}", batches.body);
    let name = batches.body[0]["name"].as_str().unwrap();
    let there = held.lock().unwrap().requests.get(name).cloned().unwrap();
    let asked = people(there);
    assert_eq!(asked.len(), persons.len());
    assert_eq!(asked[0].id_number, persons[0].id_number);

    // Nothing waits yet; a name that leads elsewhere is no report.
    let none = fetched(&office).await;
    assert_eq!(none["result"]["files"], 0, "{none}");

    // A faulty report waits on and says its faults; the good one beside it is read.
    let good = report(
        &persons,
        "2022-11-07",
        &[(1, "车辆船舶", "甘E0001小型轿车")],
    );
    let wrong = good.replace("户数,1", "户数,9");
    let theirs = good.replace("-HD-", "-HX-");
    {
        let mut held = held.lock().unwrap();
        held.reports.insert("别县.csv".into(), theirs.into());
        held.reports.insert("核对报告 1.csv".into(), wrong.into());
        held.reports
            .insert("核对报告 2.csv".into(), good.clone().into());
    }
    let read = fetched(&office).await;
    assert_eq!(read["status"], "done", "{read}");
    let result = &read["result"];
    assert_eq!(
        (&result["files"], &result["reports"]),
        (&json!(3), &json!(1)),
        "{result}"
    );
    assert_eq!(result["refused"][0]["name"], "核对报告 1.csv");
    let fault = &result["refused"][0]["problem"];
    assert_eq!(fault["code"], "verify.report.refused");
    assert_eq!(fault["errors"][0]["pointer"], "total", "{fault}");
    assert_eq!(result["others"], 1, "{result}");
    assert!(
        !result.to_string().contains("别县"),
        "another office's file is not named"
    );
    assert_eq!(reported(&office, &case).await, true);
    let names: Vec<String> = held.lock().unwrap().reports.keys().cloned().collect();
    assert_eq!(names, ["别县.csv", "核对报告 1.csv"]);

    // The same report again changes nothing and is cleared away.
    {
        let mut held = held.lock().unwrap();
        held.reports.clear();
        held.reports.insert("again.csv".into(), good.into());
    }
    let again = fetched(&office).await;
    let result = &again["result"];
    assert_eq!(
        (&result["again"], &result["reports"]),
        (&json!(1), &json!(0)),
        "{result}"
    );
    assert!(held.lock().unwrap().reports.is_empty());

    // Who does not read reports does not fetch them.
    let clerk = office
        .ask("case-clerk", "POST", "/verification/reports/fetch", None)
        .await;
    assert_eq!(clerk.status, 403, "{}", clerk.body);

    // Gone altogether: clear words, no address, no token.
    held.lock().unwrap().down = Some(StatusCode::UNAUTHORIZED);
    let refused = fetched(&office).await;
    assert_eq!(refused["status"], "failed");
    let said = refused["error"]["detail_zh"].as_str().unwrap();
    assert!(said.contains("令牌") && said.contains("401"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_interface_files_are_carried_between_two_folders() {
    let office = Office::alone("upper-folders", "2022-11-07").await;
    let (case, _) = accepted(&office, 351, "申请及在保期间").await;
    let persons = office.sent(&case).await;
    office.jobs().await;
    let data = office.house.floor.data().to_owned();
    assert_eq!(
        std::fs::read_dir(data.join("outbox/verification"))
            .unwrap()
            .count(),
        1
    );

    let none = fetched(&office).await;
    assert_eq!(none["result"]["files"], 0, "no folder is no file: {none}");
    let inbox = data.join("inbox/verification");
    std::fs::create_dir_all(&inbox).unwrap();
    let good = report(&persons, "2022-11-07", &[]);
    std::fs::write(inbox.join("核对报告.csv"), &good).unwrap();
    std::fs::write(inbox.join(".half.part"), "half").unwrap();
    let read = fetched(&office).await;
    assert_eq!(read["result"]["reports"], 1, "{read}");
    assert_eq!(reported(&office, &case).await, true);
    assert!(inbox.join("read/核对报告.csv").exists());
    let after = fetched(&office).await;
    assert_eq!(after["result"]["files"], 0, "{after}");

    // What is no report at all is named and stays where it is.
    std::fs::write(inbox.join("照片.csv"), [0xff_u8, 0xd8, 0xff, 0xe0, 0]).unwrap();
    let odd = fetched(&office).await;
    assert_eq!(odd["result"]["refused"][0]["name"], "照片.csv", "{odd}");
    assert!(inbox.join("照片.csv").exists());
}
