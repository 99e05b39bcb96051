//! The real binary killed in the midst of an import, a roll, a batch and a return, and started
//! again: nothing lost, nothing double, the chain whole.
//!
//! A fault point aborts the process on the spot, as SIGKILL does: no destructor runs.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use platform::{Ctx, Operation, Sql, jobs};
use server::{
    config::{Config, Options},
    demo::House,
};
use uuid::Uuid;

const HOUSEHOLDS: &str = "30";

const LOOK: Operation = Operation::query("test.look", "test.look", "看", "Look");

/// Runs the demonstration of a village in a folder; says whether it came to its end.
fn demo(data: &Path, fault: Option<&str>) -> bool {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doudi"));
    command
        .args(["demo", "--no-serve", "--village", HOUSEHOLDS, "--data"])
        .arg(data);
    command.env_remove("DOUDI_FAULT");
    if let Some(fault) = fault {
        command.env("DOUDI_FAULT", fault);
    }
    let output = command.output().unwrap();
    let killed = output.status.code().is_none();
    assert!(
        output.status.success() || killed,
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.status.success()
}

fn config(data: PathBuf) -> Config {
    Config::read(
        &Options {
            data: Some(data),
            ..Options::default()
        },
        |_| None,
    )
    .unwrap()
}

/// Opens the folder as a restarted server does, lets the jobs come to their end, and looks.
async fn look(data: &Path, sql: &str) -> Vec<(String, i64)> {
    let house = House::open(&config(data.to_owned())).await.unwrap();
    let runner = jobs::Runner::start(&house.floor).await.unwrap();
    // A job taken over waits a moment before it goes on.
    for _ in 0..40 {
        jobs::drain(&house.floor).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    runner.stop().await;
    let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
    assert!(report.faults.is_empty(), "{:#?}", report.faults);
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let reader = system.query(&LOOK).await.unwrap();
    let left =
        Sql::new("select kind || ' ' || status from job where status not in ('done', 'cancelled')");
    let left = reader.conn().scalar::<String>(left).await.unwrap();
    assert_eq!(left, None, "a job is left");
    let rows = reader.conn().rows(Sql::new(sql)).await.unwrap();
    let found = rows
        .iter()
        .map(|row| {
            (
                row.try_get_by_index(0).unwrap(),
                row.try_get_by_index(1).unwrap(),
            )
        })
        .collect();
    reader.finish().await.unwrap();
    house.close().await.unwrap();
    found
}

/// Kills at a point, restarts, and compares what the step wrote with an undisturbed run.
async fn killed_at(fault: &str, sql: &str) {
    let whole = tempfile::tempdir().unwrap();
    assert!(demo(&whole.path().join("d"), None));
    let expected = look(&whole.path().join("d"), sql).await;
    assert!(!expected.is_empty(), "{sql} looks at nothing");

    let broken = tempfile::tempdir().unwrap();
    let data = broken.path().join("d");
    assert!(!demo(&data, Some(fault)), "{fault} was never reached");
    let found = look(&data, sql).await;
    for row in &found {
        assert!(
            expected.contains(row),
            "{fault}: {row:?} is not in {expected:?}"
        );
    }
    assert!(
        !found.is_empty(),
        "{fault}: the interrupted step came to no end"
    );
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a job taken over is still queued when looked at; to be mended next"]
async fn an_import_killed_half_way_comes_to_the_same_end() {
    let sql = "select i.kind || ' ' || i.status, \
               (select count(*) from roster_entry e where e.import = i.id) from import i \
               where i.kind = 'provincial_rural_dibao' order by 1, 2";
    killed_at("platform.job.after_step:2:kill", sql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roll_killed_half_way_comes_to_the_same_end() {
    let sql = "select l.programme || ' ' || l.month, sum(l.amount) from line l \
               where l.programme = 'dibao' group by l.programme, l.month order by 1";
    killed_at("disburse.roll.step:1:kill", sql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_killed_half_way_pays_nothing_twice() {
    let sql = "select b.number || ' ' || b.month, sum(p.amount) from batch b \
               join payment p on p.batch = b.id group by b.number, b.month order by 1";
    killed_at("disburse.batch.step:1:kill", sql).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a job taken over is still queued when looked at; to be mended next"]
async fn a_return_killed_half_way_books_every_payment_once() {
    let sql = "select b.number, sum(p.amount) from batch b join payment p on p.batch = b.id \
               where b.status in ('returned', 'settled') and p.status = 'paid' \
               group by b.number order by 1";
    killed_at("disburse.return.step:1:kill", sql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_demonstration_starts_anew_and_a_strange_folder_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("d");
    assert!(!demo(&data, Some("disburse.roll.lock:1:kill")));
    assert!(demo(&data, None), "the second run comes to its end");
    assert!(demo(&data, None), "and the third has nothing to do");

    let strange = folder.path().join("letters");
    std::fs::create_dir(&strange).unwrap();
    std::fs::write(strange.join("mother.txt"), "dear").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_doudi"))
        .args(["demo", "--no-serve", "--village", HOUSEHOLDS, "--data"])
        .arg(&strange)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(strange.join("mother.txt").is_file());
}
