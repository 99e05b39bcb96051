use sea_orm::ConnectionTrait;

use super::*;

async fn fresh() -> (tempfile::TempDir, Db) {
    let dir = tempfile::tempdir().unwrap();
    let db = Db::open(&DbConfig::Sqlite(dir.path().join("t.db")))
        .await
        .unwrap();
    let table = migration(
        "t_0001",
        &["create table t (k {text} primary key, n {i64} not null) {clustered}"],
    );
    assert_eq!(db.migrate(&[table]).await.unwrap(), 1);
    (dir, db)
}

async fn count(conn: &Conn) -> i64 {
    conn.scalar("select count(*) from t".into())
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn a_dropped_write_leaves_nothing() {
    let (_dir, db) = fresh().await;
    let conn = db.write().await.unwrap();
    conn.run(
        Sql::new("insert into t values ('a', ")
            .bind(1_i64)
            .text(")"),
    )
    .await
    .unwrap();
    drop(conn);
    assert_eq!(count(&db.read().await.unwrap()).await, 0);
    let conn = db.write().await.unwrap();
    conn.run("insert into t values ('a', 1)".into())
        .await
        .unwrap();
    conn.commit().await.unwrap();
    assert_eq!(count(&db.read().await.unwrap()).await, 1);
}

#[tokio::test]
async fn a_reader_keeps_its_snapshot_and_cannot_write() {
    let (_dir, db) = fresh().await;
    let reader = db.read().await.unwrap();
    assert_eq!(count(&reader).await, 0);
    let writer = db.write().await.unwrap();
    writer
        .run("insert into t values ('a', 1)".into())
        .await
        .unwrap();
    writer.commit().await.unwrap();
    assert_eq!(count(&reader).await, 0);
    assert!(
        reader
            .execute_unprepared("insert into t values ('b', 1)")
            .await
            .is_err()
    );
    assert_eq!(count(&db.read().await.unwrap()).await, 1);
}

#[tokio::test]
async fn migrations_run_once_and_a_newer_database_is_refused() {
    let (_dir, db) = fresh().await;
    let first = || migration("t_0001", &["create table t (k {text} primary key)"]);
    let second = || migration("t_0002", &["create table u (k {text} primary key)"]);
    assert_eq!(db.migrate(&[first()]).await.unwrap(), 0);
    assert_eq!(db.migrate(&[first(), second()]).await.unwrap(), 1);
    let problem = db.migrate(&[first()]).await.unwrap_err();
    assert!(problem.to_string().contains("t_0002"), "{problem}");
    let broken = migration("t_0003", &["create table v (k {text})", "create nonsense"]);
    assert!(db.migrate(&[first(), second(), broken]).await.is_err());
    let conn = db.read().await.unwrap();
    let sql = "select count(*) from sqlite_master where name = 'v'";
    assert_eq!(conn.scalar::<i64>(sql.into()).await.unwrap(), Some(0));
}

#[tokio::test]
async fn a_broken_key_is_a_conflict() {
    let (_dir, db) = fresh().await;
    let conn = db.write().await.unwrap();
    conn.run("insert into t values ('a', 1)".into())
        .await
        .unwrap();
    let problem = conn
        .run("insert into t values ('a', 2)".into())
        .await
        .unwrap_err();
    assert_eq!(problem.code(), "platform.conflict");
}

#[tokio::test]
async fn rows_are_walked_one_by_one() {
    let (_dir, db) = fresh().await;
    let conn = db.write().await.unwrap();
    let rows = (0..5_000_i64).map(|n| vec![format!("{n:05}").into(), n.into()]);
    assert_eq!(
        crate::bulk::insert_rows(&conn, "t", &["k", "n"], rows, "")
            .await
            .unwrap(),
        5_000
    );
    let mut sum = 0;
    let n = conn
        .for_each("select n from t order by k".into(), |row| {
            sum += row.try_get_by_index::<i64>(0)?;
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!((n, sum), (5_000, 5_000 * 4_999 / 2));
}

#[tokio::test]
async fn nobody_else_ends_the_transaction() {
    let (_dir, db) = fresh().await;
    let conn = db.write().await.unwrap();
    for sql in [
        "commit",
        " COMMIT;",
        "end",
        "rollback",
        "savepoint a",
        "begin",
    ] {
        assert!(conn.execute_unprepared(sql).await.is_err(), "{sql}");
        assert!(conn.run(sql.into()).await.is_err(), "{sql}");
    }
    conn.run("insert into t values ('end', 1)".into())
        .await
        .unwrap();
}
