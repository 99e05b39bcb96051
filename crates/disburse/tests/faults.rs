//! P-MONEY under faults: at every planted instant a step fails as if the
//! process had died there; the work goes on later and ends at the same money.

#![allow(clippy::unwrap_used, reason = "a test may unwrap")]

mod common;

use common::{Office, Town, office};
use platform::fault::{self, Action};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Fault points are one table for the whole process.
static ONE_AT_A_TIME: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// How often a client tries again: once more than there are faults at most.
const TRIES: usize = 6;

/// Runs jobs until all are done: failed ones are resumed, as after a restart.
/// A fault may strike the resuming as well: then it is asked for again.
async fn until_done(office: &Office) {
    for _ in 0..20 {
        office.app.run_jobs().await;
        let mut failed = Vec::new();
        for user in [&office.maker, &office.checker] {
            let jobs = office
                .app
                .get(user, "/jobs?limit=100&mine=true")
                .await
                .json();
            let list = jobs["items"].as_array().unwrap();
            let broken = list.iter().filter(|job| job["status"] == "failed");
            failed.extend(broken.map(|job| (user, job["id"].as_str().unwrap().to_owned())));
        }
        if failed.is_empty() {
            return;
        }
        for (user, id) in failed {
            let answer = office
                .app
                .post(user, &format!("/jobs/{id}/resume"), json!({}))
                .await;
            assert!(
                answer.status < 300 || answer.code() == "platform.fault",
                "{answer}"
            );
        }
    }
    panic!("jobs keep failing");
}

/// Posts until it is taken: a client that tries again after an error.
async fn insist(office: &Office, user: &testkit::User, path: &str, body: Value) -> Value {
    for _ in 0..TRIES {
        let answer = office.app.post(user, path, body.clone()).await;
        if answer.status < 300 {
            until_done(office).await;
            return answer.json();
        }
        assert_eq!(answer.code(), "platform.fault", "{path}: {answer}");
    }
    panic!("{path} keeps failing");
}

async fn whole_month(office: &Office) -> Value {
    let made = insist(
        office,
        &office.maker,
        "/rolls",
        json!({"programme": "dibao", "month": "2022-01"}),
    )
    .await;
    let id = made["roll"]["id"].as_str().unwrap().to_owned();
    insist(
        office,
        &office.maker,
        &format!("/rolls/{id}/submit"),
        json!({"opinion": ""}),
    )
    .await;
    insist(
        office,
        &office.checker,
        &format!("/rolls/{id}/approve"),
        json!({"opinion": ""}),
    )
    .await;
    insist(
        office,
        &office.maker,
        &format!("/rolls/{id}/lock"),
        json!({"opinion": ""}),
    )
    .await;
    insist(
        office,
        &office.maker,
        "/batches",
        json!({"month": "2022-01", "programmes": ["dibao"]}),
    )
    .await;
    for round in 0..2 {
        let drafts = office.get("/batches?month=2022-01&status=draft").await;
        for draft in drafts["items"].as_array().unwrap() {
            let id = draft["id"].as_str().unwrap();
            insist(
                office,
                &office.checker,
                &format!("/batches/{id}/approve"),
                json!({}),
            )
            .await;
            until_done(office).await;
            let batch = office.get(&format!("/batches/{id}")).await;
            let answer = office
                .bank(&batch, |seq| {
                    if round == 0 && seq % 3 == 1 {
                        "失败"
                    } else {
                        "成功"
                    }
                })
                .await;
            for _ in 0..TRIES {
                let answer = office.send_return(&batch, &answer).await;
                until_done(office).await;
                if answer.status < 300 {
                    break;
                }
                assert_eq!(answer.code(), "platform.fault", "{answer}");
            }
            if round == 0 {
                insist(
                    office,
                    &office.maker,
                    &format!("/batches/{id}/reissue"),
                    json!({}),
                )
                .await;
            }
        }
    }
    office.ledger("2022-01").await
}

const POINTS: [&str; 13] = [
    "disburse.roll.step",
    "disburse.roll.lock",
    "disburse.batch.step",
    "disburse.batch.finish",
    "disburse.batch.approve",
    "disburse.batch.file",
    "disburse.return.stored",
    "disburse.return.step",
    "disburse.return.finish",
    "platform.commit.before_audit",
    "platform.commit.before_commit",
    "platform.job.before_step",
    "platform.job.after_step",
];

/// Every named instant once, at its first and at a later passing.
#[tokio::test(flavor = "multi_thread")]
async fn the_month_ends_at_the_same_money_wherever_it_breaks() {
    let _guard = ONE_AT_A_TIME.lock().await;
    for point in POINTS {
        for nth in [1, 3] {
            let office = office_with_jobs().await;
            fault::arm(point, nth, Action::Error);
            let row = whole_month(&office).await;
            fault::disarm();
            assert_eq!(
                (&row["entitled"], &row["paid"]),
                (&json!("5136.00"), &json!("5136.00")),
                "{point} {nth}: {row}"
            );
            for account in ["unbatched", "in_batch", "at_bank", "returned"] {
                assert_eq!(row[account], "0.00", "{point} {nth}: {row}");
            }
            office.app.verify().await;
        }
    }
}

async fn office_with_jobs() -> Office {
    let office = office(Town::of(4)).await;
    office.open().await;
    office
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    /// Several faults at random instants of one month.
    #[test]
    fn random_faults_lose_and_double_nothing(faults in prop::collection::vec((0..POINTS.len(), 1u64..12), 1..5)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let _guard = ONE_AT_A_TIME.lock().await;
            let office = office_with_jobs().await;
            for (point, nth) in &faults {
                fault::arm(POINTS[*point], *nth, Action::Error);
            }
            let row = whole_month(&office).await;
            fault::disarm();
            assert_eq!((&row["entitled"], &row["paid"]), (&json!("5136.00"), &json!("5136.00")), "{faults:?}: {row}");
            office.app.verify().await;
        });
    }
}
