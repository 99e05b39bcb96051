use std::{process::Command, sync::Arc};

use kernel::{Clock, SeededIds, SystemClock};
use platform::{Ctx, DbConfig, Floor, FloorConfig, Vault, jobs};
use serde_json::json;
use testkit::TestApp;
use uuid::Uuid;

use crate::notes::{self, app, enqueue_count, scalar};

async fn status(app: &TestApp, id: Uuid) -> jobs::JobView {
    jobs::find(&app.floor.snapshot().await.unwrap(), id)
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn a_job_runs_to_its_end_with_progress() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 5).await;
    assert_eq!(
        app.get(&clerk, &format!("/jobs/{id}")).await.ok()["status"],
        "queued"
    );
    assert_eq!(app.run_jobs().await, 1);
    let job = app.get(&clerk, &format!("/jobs/{id}")).await.ok();
    assert_eq!(
        (&job["status"], &job["done"], &job["total"]),
        (&json!("done"), &json!(5), &json!(5))
    );
    assert_eq!(job["result"], json!({"counted": 5}));
    let stranger = app.user("clerk", "620521");
    assert_eq!(app.get(&stranger, &format!("/jobs/{id}")).await.status, 404);
    assert_eq!(
        app.get(&stranger, "/jobs?total=true").await.ok()["total"]["rows"],
        0
    );
    app.verify().await;
}

#[tokio::test]
async fn a_job_needs_its_owners_rights_when_it_runs() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 5).await;
    app.auth.set_grants(clerk.id, Vec::new());
    app.run_jobs().await;
    let job = status(&app, id).await;
    assert_eq!(job.status, "failed");
    assert_eq!(job.error.unwrap().code, "platform.permission.denied");
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 0);
}

#[tokio::test]
async fn a_waiting_job_is_cancelled_and_resumed() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 5).await;
    let cancel = app
        .post(&clerk, &format!("/jobs/{id}/cancel"), json!({}))
        .await
        .ok();
    assert_eq!(cancel["status"], "cancelled");
    assert_eq!(app.run_jobs().await, 0);
    let again = app
        .post(&clerk, &format!("/jobs/{id}/cancel"), json!({}))
        .await;
    assert_eq!(
        (again.status, again.code().as_str()),
        (409, "platform.job.state")
    );
    app.post(&clerk, &format!("/jobs/{id}/resume"), json!({}))
        .await
        .ok();
    assert_eq!(app.run_jobs().await, 1);
    assert_eq!(status(&app, id).await.status, "done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_job_stops_after_its_step_and_goes_on_from_there() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 100_000).await;
    let floor = app.floor.clone();
    let runner = tokio::spawn(async move { jobs::drain(&floor).await });
    while scalar(&app.floor, "select count(*) from counted").await < 3 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    app.post(&clerk, &format!("/jobs/{id}/cancel"), json!({}))
        .await
        .ok();
    runner.await.unwrap().unwrap();
    let job = status(&app, id).await;
    assert_eq!(job.status, "cancelled");
    let counted = scalar(&app.floor, "select count(*) from counted").await;
    assert_eq!(counted, job.done);
    assert!((3..100_000).contains(&counted));
    app.verify().await;
}

#[tokio::test]
async fn a_stale_lease_is_taken_over_and_the_old_runner_cannot_commit() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 4).await;
    // A runner that died after two steps leaves this behind.
    let conn = app.floor.technical().await.unwrap();
    conn.conn()
        .run(
            platform::Sql::new("update job set status = 'running', lease_owner = ")
                .bind(app.floor.new_id())
                .text(", lease_until = ")
                .bind(app.floor.now() + chrono::Duration::seconds(20)),
        )
        .await
        .unwrap();
    conn.commit().await.unwrap();
    assert_eq!(app.run_jobs().await, 0);
    app.clock.advance(chrono::Duration::seconds(21));
    assert_eq!(app.run_jobs().await, 1);
    assert_eq!(status(&app, id).await.status, "done");
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 4);
}

#[tokio::test]
async fn one_key_waits_once() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let enqueue = || async {
        let mut tx = ctx.begin(&notes::COUNT, None).await.unwrap();
        let id = tx.enqueue_once("notes.count.run", "2022-10", &1_u64).await;
        match id {
            Ok(_) => tx.commit().await.map(|_| ()),
            Err(problem) => Err(problem),
        }
    };
    enqueue().await.unwrap();
    assert_eq!(enqueue().await.unwrap_err().code(), "platform.conflict");
    app.run_jobs().await;
    let mut tx = ctx.begin(&notes::COUNT, None).await.unwrap();
    tx.enqueue_once("notes.count.run", "2022-10", &0_u64)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

/// Opens the database of a parent test and runs its jobs; the parent kills it at a planted instant.
#[tokio::test]
async fn child_runs_jobs() {
    let (Ok(folder), Ok(db)) = (
        std::env::var("FLOOR_CHILD_DATA"),
        std::env::var("FLOOR_CHILD_DB"),
    ) else {
        return;
    };
    let floor = child_floor(&folder, &db).await;
    jobs::drain(&floor).await.unwrap();
}

pub async fn child_floor(folder: &str, db: &str) -> Floor {
    let clock = Arc::new(SystemClock);
    let config = FloorConfig {
        data: folder.into(),
        db: DbConfig::parse(db),
        keys: std::path::Path::new(folder).join("keys.json"),
    };
    Floor::builder(config, clock.clone(), Arc::new(SeededIds::new(99, clock)))
        .vault(Vault::for_tests(1).unwrap())
        .operations(notes::OPERATIONS)
        .migrations(notes::migrations())
        .job(Arc::new(notes::Counter))
        .open()
        .await
        .unwrap()
}

#[tokio::test]
async fn a_process_killed_at_any_instant_ends_the_job_as_if_nothing_had_happened() {
    for point in [
        "platform.commit.before_audit:4:kill",
        "platform.commit.before_commit:4:kill",
        "platform.commit.after_commit:4:kill",
        "platform.job.before_step:2:kill",
        "platform.job.after_step:3:kill",
        "platform.job.after_step:6:kill",
    ] {
        let app = app().await;
        let id = enqueue_count(&Ctx::system(&app.floor, Uuid::nil(), "test"), 6).await;
        let db = match &app.config.db {
            DbConfig::Sqlite(path) => path.display().to_string(),
            DbConfig::Postgres(url) => url.clone(),
        };
        let child = |fault: &str| {
            let output = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "jobs::child_runs_jobs"])
                .env("FLOOR_CHILD_DATA", app.config.data.as_os_str())
                .env("FLOOR_CHILD_DB", &db)
                .env("DOUDI_FAULT", fault)
                .output()
                .unwrap();
            output.status.success()
        };
        assert!(!child(point), "{point} did not kill");
        let job = status(&app, id).await;
        assert_eq!(job.status, "running", "{point}");
        assert_eq!(
            scalar(&app.floor, "select count(*) from counted").await,
            job.done,
            "{point}"
        );
        app.verify().await;
        // The dead runner's lease runs out, by the clock of this test.
        app.clock
            .set(SystemClock.now() + chrono::Duration::minutes(5));
        app.run_jobs().await;
        let job = status(&app, id).await;
        assert_eq!((job.status.as_str(), job.done), ("done", 6), "{point}");
        assert_eq!(
            scalar(&app.floor, "select count(*) from counted").await,
            6,
            "{point}"
        );
        app.verify().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_runner_gives_its_jobs_back_and_a_new_one_ends_them() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let id = enqueue_count(&app.ctx(&clerk), 60).await;
    let runner = jobs::Runner::start(&app.floor).await.unwrap();
    while scalar(&app.floor, "select count(*) from counted").await < 3 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    runner.stop().await;
    let job = status(&app, id).await;
    assert_eq!(job.status, "queued");
    assert_eq!(
        scalar(&app.floor, "select count(*) from counted").await,
        job.done
    );
    let runner = jobs::Runner::start(&app.floor).await.unwrap();
    while status(&app, id).await.status != "done" {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    runner.stop().await;
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 60);
    app.verify().await;
}

#[tokio::test]
async fn a_job_that_finds_the_database_busy_waits_again_but_not_for_ever() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let enqueue = async |times: u32| {
        let mut tx = ctx.begin(&notes::COUNT, None).await.unwrap();
        let id = tx.enqueue("notes.busy.run", &times).await.unwrap();
        tx.commit().await.unwrap();
        id
    };
    let id = enqueue(3).await;
    assert_eq!(app.run_jobs().await, 3);
    assert_eq!(status(&app, id).await.result, Some(json!({"attempts": 3})));
    let id = enqueue(1_000).await;
    app.run_jobs().await;
    let job = status(&app, id).await;
    assert_eq!(job.status, "failed");
    assert_eq!(job.error.unwrap().code, "platform.job.attempts");
}

#[tokio::test]
async fn a_broken_job_fails_alone() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let broken = enqueue_count(&ctx, 1).await;
    let hand = app.floor.technical().await.unwrap();
    let sql = platform::Sql::new("update job set args = ").bind(vec![1_u8, 2, 3]);
    hand.conn().run(sql).await.unwrap();
    hand.commit().await.unwrap();
    app.clock.advance(chrono::Duration::seconds(1));
    let sound = enqueue_count(&ctx, 1).await;
    assert_eq!(app.run_jobs().await, 2);
    assert_eq!(
        status(&app, broken).await.error.unwrap().code,
        "platform.vault.broken"
    );
    assert_eq!(status(&app, sound).await.status, "done");
}
