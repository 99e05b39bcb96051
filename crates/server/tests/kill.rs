//! The real binary killed in the midst of an import, a roll, a batch and a return, and started
//! again: nothing lost, nothing double, the chain whole.
//!
//! A fault point aborts the process on the spot, as SIGKILL does: no destructor runs.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use platform::{Ctx, Operation, Sql, jobs};
use server::{
    config::{Config, Options},
    demo::House,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

const HOUSEHOLDS: &str = "30";

/// How long jobs may take that were left behind.
const PATIENCE: Duration = Duration::from_secs(120);

const LOOK: Operation = Operation::query("test.look", "test.look", "看", "Look");

fn command(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doudi"));
    command
        .args(["demo", "--no-serve", "--village", HOUSEHOLDS, "--data"])
        .arg(data);
    command.env_remove("DOUDI_FAULT");
    command
}

/// Runs the demonstration of a village in a folder; says whether it came to its end.
fn demo(data: &Path, fault: Option<&str>) -> bool {
    let mut command = command(data);
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

/// Lets the jobs come to their end, as a server started anew does.
async fn work(house: &House) {
    let runner = jobs::Runner::start(&house.floor).await.unwrap();
    let begun = Instant::now();
    while jobs::unfinished(&house.floor).await.unwrap() > 0 {
        assert!(begun.elapsed() < PATIENCE, "the jobs come to no end");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    runner.stop().await;
}

/// Takes the imports over that were read and not taken over before the process died.
async fn take_over(house: &House) {
    let clerk = house.worker("clerk").await.unwrap();
    let imports = clerk.get("/imports?limit=200").await.unwrap();
    for import in imports["items"].as_array().unwrap() {
        if import["status"] == "ready" {
            let path = format!("/imports/{}/apply", import["id"].as_str().unwrap());
            let body = serde_json::json!({ "mode": "all" });
            clerk.post(&path, &body).await.unwrap();
        }
    }
    work(house).await;
}

/// Opens the folder as a restarted server does, lets the jobs come to their end, checks the
/// chain, and answers what stands in the tables.
async fn look(data: &Path, sql: &str) -> Vec<(String, i64)> {
    let house = House::open(&config(data.to_owned())).await.unwrap();
    work(&house).await;
    let found = read(&house, sql).await;
    house.close().await.unwrap();
    found
}

async fn read(house: &House, sql: &str) -> Vec<(String, i64)> {
    let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
    assert!(report.faults.is_empty(), "{:#?}", report.faults);
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let reader = system.query(&LOOK).await.unwrap();
    let failed = Sql::new("select kind || ' ' || status from job where status <> 'done'");
    let failed = reader.conn().scalar::<String>(failed).await.unwrap();
    assert_eq!(failed, None, "a job did not end well");
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
    found
}

/// What an undisturbed run writes; made once.
async fn undisturbed(sql: &str) -> Vec<(String, i64)> {
    static WHOLE: OnceCell<PathBuf> = OnceCell::const_new();
    let whole = WHOLE
        .get_or_init(|| async {
            let data = tempfile::tempdir().unwrap().keep().join("d");
            assert!(demo(&data, None));
            data
        })
        .await;
    let expected = look(whole, sql).await;
    assert!(!expected.is_empty(), "{sql} looks at nothing");
    expected
}

/// Every row that stands there stands in the undisturbed run too.
fn nothing_else(what: &str, found: &[(String, i64)], expected: &[(String, i64)]) {
    for row in found {
        assert!(
            expected.contains(row),
            "{what}: {row:?} is not in {expected:?}"
        );
    }
}

/// Kills at a point, restarts, and compares what the step wrote with an undisturbed run.
async fn killed_at(fault: &str, sql: &str) {
    let expected = undisturbed(sql).await;
    let broken = tempfile::tempdir().unwrap();
    let data = broken.path().join("d");
    assert!(!demo(&data, Some(fault)), "{fault} was never reached");
    let found = look(&data, sql).await;
    nothing_else(fault, &found, &expected);
    assert!(
        !found.is_empty(),
        "{fault}: the interrupted step came to no end"
    );
}

/// What the first import of the demonstration brings in.
const FIRST_IMPORT: &str = "select i.kind || ' ' || i.status || ' ' || \
    (select count(*) from household) || ' ' || (select count(*) from person) || ' ' || \
    (select count(*) from account), \
    (select count(*) from roster_entry e where e.import = i.id) from import i order by i.created_at";

#[tokio::test(flavor = "multi_thread")]
async fn an_import_killed_half_way_comes_to_the_same_end() {
    // The run that is killed right after the import has been taken over is the measure.
    let mut ends = Vec::new();
    for fault in [
        "decide.apply.step:1:kill",
        "platform.job.before_step:1:kill",
        "platform.job.after_step:2:kill",
        "registry.import.step:1:kill",
        "registry.import.finish:1:kill",
    ] {
        let broken = tempfile::tempdir().unwrap();
        let data = broken.path().join("d");
        assert!(!demo(&data, Some(fault)), "{fault} was never reached");
        let house = House::open(&config(data)).await.unwrap();
        work(&house).await;
        take_over(&house).await;
        let end = read(&house, FIRST_IMPORT).await;
        house.close().await.unwrap();
        assert_eq!(end.len(), 1, "{fault}: {end:?}");
        assert!(
            end[0].0.starts_with("provincial_rural_dibao applied"),
            "{fault}: {end:?}"
        );
        assert!(end[0].1 > 0, "{fault}: {end:?}");
        ends.push((fault, end));
    }
    for (fault, end) in &ends[1..] {
        assert_eq!(*end, ends[0].1, "{fault}");
    }
}

/// All money that any step wrote: lines, payments, and what the bank paid.
const ALL: &str = "select 'line ' || programme || ' ' || month, sum(amount) from line \
    group by programme, month \
    union all select 'batch ' || b.number, sum(p.amount) from batch b \
    join payment p on p.batch = b.id group by b.number \
    union all select 'paid ' || b.number, sum(p.amount) from batch b \
    join payment p on p.batch = b.id \
    where b.status in ('returned', 'settled') and p.status = 'paid' group by b.number";

#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_any_moment_loses_and_doubles_nothing() {
    let expected = undisturbed(ALL).await;
    let begun = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    assert!(demo(&folder.path().join("whole"), None));
    let whole = begun.elapsed();
    let mut reached = 0;
    for part in [3, 5, 7, 9] {
        let data = folder.path().join(format!("{part}"));
        let mut child = command(&data).stderr(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(whole * part / 10).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let found = look(&data, ALL).await;
        nothing_else(&format!("killed after {part} tenths"), &found, &expected);
        reached = reached.max(found.len());
    }
    assert!(reached > 0, "every kill came before the first roll");
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
async fn a_return_killed_half_way_books_every_payment_once() {
    let sql = "select b.number, sum(p.amount) from batch b join payment p on p.batch = b.id \
               where b.status in ('returned', 'settled') and p.status = 'paid' \
               group by b.number order by 1";
    killed_at("disburse.return.step:1:kill", sql).await;
}

/// Deliveries, runs, what was found and whom rows without a number may be about.
const COMPARED: &str = "select 'delivery ' || source || ' ' || status, count(*) from delivery \
    group by source, status \
    union all select 'run ' || status || ' ' || persons || ' ' || fresh, households from verify_run \
    union all select 'finding ' || check_key || ' ' || status, count(*) from finding \
    group by check_key, status \
    union all select 'pair ' || source || ' ' || status, count(*) from link_pair \
    group by source, status";

#[tokio::test(flavor = "multi_thread")]
async fn deliveries_and_a_comparison_killed_half_way_come_to_the_same_end() {
    for fault in [
        "verify.delivery.kept:1:kill",
        "verify.link.step:1:kill",
        "verify.run.step:1:kill",
    ] {
        killed_at(fault, COMPARED).await;
    }
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
