use chrono::{DateTime, NaiveDate, Utc};
use platform::{Sql, bulk};
use sea_orm::Value;
use uuid::Uuid;

use crate::notes::{PAY, app, scalar};

const COLUMNS: &[&str] = &["month", "person", "fen", "note", "mark", "at", "day", "ok"];

fn row(n: u128) -> Vec<Value> {
    let text = ["a\tb\nc\\d", "", "张三 \"x\"", "\\N"][(n % 4) as usize];
    let at: DateTime<Utc> = "2022-10-25T01:02:03.456Z".parse().unwrap();
    vec![
        "2022-10".into(),
        Uuid::from_u128(n).into(),
        (n as i64 * 100).into(),
        if n.is_multiple_of(5) {
            None
        } else {
            Some(text.to_owned())
        }
        .into(),
        if n.is_multiple_of(3) {
            None
        } else {
            Some(vec![0_u8, 255, b'\\', n as u8])
        }
        .into(),
        Some(at).into(),
        NaiveDate::from_ymd_opt(2022, 10, 25).into(),
        (n.is_multiple_of(2)).into(),
    ]
}

#[tokio::test]
async fn every_kind_of_value_arrives() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let mut tx = ctx.begin(&PAY, None).await.unwrap();
    let n = bulk::insert(&mut tx, "pay", COLUMNS, (0..2_500).map(row))
        .await
        .unwrap();
    assert_eq!(n, 2_500);
    tx.commit().await.unwrap();
    let conn = app.floor.snapshot().await.unwrap();
    let sql = "select month, person, fen, note, mark, at, day, ok from pay order by fen";
    for (n, found) in conn.rows(sql.into()).await.unwrap().into_iter().enumerate() {
        let expected = row(n as u128);
        let values: Vec<Value> = vec![
            found.try_get_by_index::<String>(0).unwrap().into(),
            found.try_get_by_index::<Uuid>(1).unwrap().into(),
            found.try_get_by_index::<i64>(2).unwrap().into(),
            found.try_get_by_index::<Option<String>>(3).unwrap().into(),
            found.try_get_by_index::<Option<Vec<u8>>>(4).unwrap().into(),
            found
                .try_get_by_index::<Option<DateTime<Utc>>>(5)
                .unwrap()
                .into(),
            found
                .try_get_by_index::<Option<NaiveDate>>(6)
                .unwrap()
                .into(),
            found.try_get_by_index::<bool>(7).unwrap().into(),
        ];
        assert_eq!(values, expected, "row {n}");
    }
}

#[tokio::test]
async fn upsert_sets_what_is_there_and_inserts_what_is_not() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let key = ["month", "person"];
    let columns = ["month", "person", "fen"];
    let rows = |from: u128, fen: i64| {
        (from..from + 1_000)
            .map(move |n| vec!["2022-10".into(), Uuid::from_u128(n).into(), fen.into()])
    };
    let mut tx = ctx.begin(&PAY, None).await.unwrap();
    bulk::upsert(&mut tx, "pay", &columns, &key, rows(0, 1))
        .await
        .unwrap();
    bulk::upsert(&mut tx, "pay", &columns, &key, rows(500, 2))
        .await
        .unwrap();
    let n = bulk::execute(
        &mut tx,
        Sql::new("update pay set fen = fen + ").bind(10_i64),
    )
    .await
    .unwrap();
    assert_eq!(n, 1_500);
    tx.commit().await.unwrap();
    assert_eq!(
        scalar(&app.floor, "select count(*) from pay where fen = 11").await,
        500
    );
    assert_eq!(
        scalar(&app.floor, "select count(*) from pay where fen = 12").await,
        1_000
    );
}

#[tokio::test]
async fn a_broken_key_in_bulk_is_a_conflict() {
    let app = app().await;
    let ctx = app.ctx(&app.user("clerk", "620521"));
    let mut tx = ctx.begin(&PAY, None).await.unwrap();
    let twice = [row(1), row(2), row(1)];
    let problem = bulk::insert(&mut tx, "pay", COLUMNS, twice)
        .await
        .unwrap_err();
    assert_eq!(problem.code(), "platform.conflict");
    drop(tx);
    assert_eq!(scalar(&app.floor, "select count(*) from pay").await, 0);
}
