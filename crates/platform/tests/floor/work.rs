use axum::http::Method;
use platform::{Change, Ctx, DbConfig, Sql, Tx, audit, fault, http::RequestState};
use serde_json::json;

use crate::notes::{COUNT, app, enqueue_count, scalar};

#[tokio::test]
async fn a_dropped_unit_of_work_leaves_nothing() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let ctx = app.ctx(&clerk);
    let tx = ctx.begin(&COUNT, None).await.unwrap();
    tx.conn()
        .run("insert into counted values (1)".into())
        .await
        .unwrap();
    drop(tx);
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 0);
    assert_eq!(
        scalar(&app.floor, "select count(*) from audit_entry").await,
        0
    );
}

#[tokio::test]
async fn a_part_is_taken_back_by_itself_with_what_it_recorded() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let mut tx = ctx.begin(&COUNT, None).await.unwrap();
    let put = async |tx: &mut Tx, n: i64| {
        let sql = Sql::new("insert into counted values (").bind(n).text(")");
        tx.conn().run(sql).await.unwrap();
        let row = json!({"n": n});
        tx.record(Change::created("counted", n, None, &row));
    };
    put(&mut tx, 1).await;
    let mark = tx.mark().await.unwrap();
    put(&mut tx, 2).await;
    tx.take_back(mark).await.unwrap();
    let mark = tx.mark().await.unwrap();
    // Also what the database itself has refused is taken back, and the unit goes on.
    let refused = tx.conn().run("insert into nowhere values (1)".into()).await;
    assert!(refused.is_err());
    tx.take_back(mark).await.unwrap();
    let mark = tx.mark().await.unwrap();
    put(&mut tx, 3).await;
    tx.keep(mark).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        scalar(&app.floor, "select cast(sum(n) as bigint) from counted").await,
        4
    );
    let conn = app.floor.snapshot().await.unwrap();
    for (n, told) in [(1, 1), (2, 0), (3, 1)] {
        let history = audit::history(&app.floor, &conn, "counted", n, 10);
        assert_eq!(history.await.unwrap().len(), told, "{n}");
    }
    drop(conn);
    app.verify().await;
}

#[tokio::test]
async fn a_second_unit_of_work_of_one_context_is_refused_and_not_waited_for() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let tx = ctx.begin(&COUNT, None).await.unwrap();
    assert_eq!(
        ctx.begin(&COUNT, None).await.unwrap_err().code(),
        "platform.internal"
    );
    tx.commit().await.unwrap();
    ctx.begin(&COUNT, None)
        .await
        .unwrap()
        .commit()
        .await
        .unwrap();
}

#[tokio::test]
async fn a_fault_before_the_commit_undoes_all() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let tx = ctx.begin(&COUNT, None).await.unwrap();
    tx.conn()
        .run("insert into counted values (1)".into())
        .await
        .unwrap();
    // The point's own name for this test: points are the process's, tests run side by side.
    fault::arm("floor.work.test", 1, fault::Action::Error);
    let result = async {
        fault::point("floor.work.test")?;
        tx.commit().await
    };
    assert_eq!(result.await.unwrap_err().code(), "platform.fault");
    assert!(fault::point("floor.work.test").is_ok());
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 0);
}

#[tokio::test]
async fn a_lost_race_is_a_conflict() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let other = app.user("clerk", "620521");
    let note = app
        .post(
            &clerk,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await
        .ok();
    let path = format!("/notes/{}", note["id"].as_str().unwrap());
    let (a, b) = tokio::join!(
        app.patch(&clerk, &path, 1, json!({"body": "a"})),
        app.patch(&other, &path, 1, json!({"body": "b"})),
    );
    let mut both = [a.status, b.status];
    both.sort_unstable();
    assert_eq!(both, [200, 412]);
    let lost = if a.status == 412 { a } else { b };
    assert_eq!(lost.code(), "platform.version.stale");
    let answer = app
        .request(Method::PATCH, &path)
        .by(&clerk)
        .json(&json!({"body": "c"}))
        .send()
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (428, "platform.version.missing")
    );
    assert_eq!(
        app.patch(&clerk, &path, 2, json!({"body": "c"}))
            .await
            .etag(),
        Some(3)
    );
    app.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_at_the_same_time_make_one_chain() {
    let app = app().await;
    let users: Vec<_> = (0..4).map(|_| app.user("clerk", "620521")).collect();
    let work = users.iter().map(|user| async {
        for _ in 0..10 {
            let tx = app.ctx(user).begin(&COUNT, None).await.unwrap();
            let max: Option<i64> = tx
                .conn()
                .scalar("select coalesce(max(n), 0) from counted".into())
                .await
                .unwrap();
            let next = max.unwrap_or(0) + 1;
            tx.conn()
                .run(
                    Sql::new("insert into counted values (")
                        .bind(next)
                        .text(")"),
                )
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
    });
    futures::future::join_all(work).await;
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 40);
    assert_eq!(
        scalar(&app.floor, "select seq from chain_head where log = 'audit'").await,
        40
    );
    app.verify().await;
}

#[tokio::test]
async fn serials_have_no_gap() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let mut seen = Vec::new();
    for n in 0..6 {
        let mut tx = ctx.begin(&COUNT, None).await.unwrap();
        let serial = tx.serial("620521", "dibao", 2022).await.unwrap();
        if n % 2 == 0 {
            tx.commit().await.unwrap();
            seen.push(serial);
        }
    }
    assert_eq!(seen, [1, 2, 3]);
    let mut tx = ctx.begin(&COUNT, None).await.unwrap();
    assert_eq!(tx.serial("620521", "tekun", 2022).await.unwrap(), 1);
    assert_eq!(tx.serial("620521", "dibao", 2023).await.unwrap(), 1);
}

#[tokio::test]
async fn the_system_acts_in_a_chain_of_its_own() {
    let app = app().await;
    let ctx = Ctx::system(&app.floor, uuid::Uuid::nil(), "test");
    ctx.begin(&COUNT, Some("init"))
        .await
        .unwrap()
        .commit()
        .await
        .unwrap();
    enqueue_count(&ctx, 3).await;
    app.run_jobs().await;
    assert_eq!(scalar(&app.floor, "select count(*) from counted").await, 3);
    app.verify().await;
}

#[tokio::test]
async fn a_restriction_lets_only_named_operations_pass() {
    static MUST_CHANGE: platform::ProblemKind = platform::ProblemKind {
        code: "test.must_change",
        status: 403,
        zh: "请先修改初始密码",
        en: "Change the first password",
    };
    let app = app().await;
    let user = app.user("clerk", "620521");
    let mut principal = app.auth.principal_of(user.id).unwrap();
    principal.only = Some((&MUST_CHANGE, &["notes.count.step"]));
    let ctx = Ctx::of(&app.floor, principal, RequestState::internal());
    assert_eq!(
        ctx.query(&crate::notes::LIST).await.unwrap_err().code(),
        "test.must_change"
    );
    ctx.begin(&COUNT, None)
        .await
        .unwrap()
        .commit()
        .await
        .unwrap();
}

#[test]
fn addresses_are_told_apart() {
    assert!(matches!(
        DbConfig::parse("postgres://a@b/c"),
        DbConfig::Postgres(_)
    ));
    assert!(matches!(
        DbConfig::parse("/data/doudi.db"),
        DbConfig::Sqlite(_)
    ));
}

#[tokio::test]
async fn a_backup_is_whole_and_verifies_while_others_work() {
    let app = app().await;
    let DbConfig::Sqlite(_) = app.config.db else {
        return;
    };
    let clerk = app.user("clerk", "620521");
    crate::notes::pay(&app.ctx(&clerk), "2022-10", 50)
        .await
        .unwrap();
    let round = platform::housekeeping::round(&app.floor).await.unwrap();
    assert_eq!(round.anchors, 1);
    let dir = tempfile::tempdir().unwrap();
    let copy = dir.path().join("doudi.db");
    app.floor.db().backup(&copy).await.unwrap();
    assert!(app.floor.db().backup(&copy).await.is_err());
    crate::notes::pay(&app.ctx(&clerk), "2022-11", 5)
        .await
        .unwrap();
    let restored =
        crate::jobs::child_floor(dir.path().to_str().unwrap(), copy.to_str().unwrap()).await;
    assert_eq!(scalar(&restored, "select sum(fen) from pay").await, 127_500);
    let anchors = platform::audit::read_anchors(&app.floor.data().join("anchors")).unwrap();
    let report = platform::audit::verify(&restored, &anchors).await.unwrap();
    assert_eq!((report.entries, report.faults), (1, Vec::new()));
}

#[tokio::test]
async fn serials_are_taken_many_at_once_too() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let mut tx = ctx.begin(&COUNT, None).await.unwrap();
    assert_eq!(tx.serials("620521", "dibao", 2022, 10).await.unwrap(), 1);
    assert_eq!(tx.serial("620521", "dibao", 2022).await.unwrap(), 11);
    assert_eq!(tx.serials("620521", "dibao", 2022, 2).await.unwrap(), 12);
}
