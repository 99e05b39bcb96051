use platform::{
    Conn, Sql,
    audit::{self, Anchor},
};
use proptest::prelude::*;
use serde_json::json;
use testkit::TestApp;
use uuid::Uuid;

use crate::notes::{COUNT, app, pay, scalar};

async fn by_hand(app: &TestApp, sql: impl Into<Sql>) {
    let conn = app.floor.technical().await.unwrap();
    assert_ne!(
        conn.conn().run(sql.into()).await.unwrap(),
        0,
        "the hand found no row"
    );
    conn.commit().await.unwrap();
}

async fn faults(app: &TestApp) -> Vec<String> {
    app.verify_report()
        .await
        .faults
        .into_iter()
        .map(|f| format!("{}:{} {}", f.chain, f.seq, f.en))
        .collect()
}

/// A county with some commands, readings, an erasure and an anchor in the middle.
async fn lived_in() -> (TestApp, Vec<Anchor>) {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let other = app.user("clerk", "620522");
    for n in 0..5 {
        app.post(
            &clerk,
            "/notes",
            json!({"division": "620521101", "body": n.to_string()}),
        )
        .await
        .ok();
        app.post(
            &other,
            "/notes",
            json!({"division": "620522101", "body": n.to_string()}),
        )
        .await
        .ok();
        app.get(&clerk, &format!("/notes?q={n}")).await.ok();
    }
    pay(&app.ctx(&clerk), "2022-09", 40).await.unwrap();
    let anchors = audit::anchor_all(&app.floor).await.unwrap();
    pay(&app.ctx(&clerk), "2022-10", 40).await.unwrap();
    let notes = app.get(&clerk, "/notes").await.ok();
    let path = format!("/notes/{}", notes[0]["id"].as_str().unwrap());
    app.patch(&clerk, &path, 1, json!({"body": "new"}))
        .await
        .ok();
    let mut tx = app
        .ctx(&clerk)
        .begin(&COUNT, Some("依法删除"))
        .await
        .unwrap();
    audit::erase(&mut tx, &[2]).await.unwrap();
    tx.commit().await.unwrap();
    (app, anchors)
}

#[tokio::test]
async fn what_happened_lawfully_verifies() {
    let (app, anchors) = lived_in().await;
    let report = app.verify_report().await;
    assert_eq!(report.faults, []);
    assert_eq!((report.entries, report.access_entries), (14, 6));
    assert_eq!(report.compared, 12);
    assert_eq!(anchors.len(), 3);
    assert!(anchors.iter().all(|a| a.is_genuine(&app.floor)));
    let clerk_chain = anchors[0].chain;
    let anchor = audit::anchor_chain(&app.floor, clerk_chain)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(anchor.seq, 9);
    assert_eq!(
        anchor.short(),
        format!("9-{}", anchor.hash[..16].to_uppercase())
    );
}

#[tokio::test]
async fn a_money_row_changed_by_hand_is_named() {
    let (app, _) = lived_in().await;
    let person = Uuid::from_u128(7);
    let sql =
        Sql::new("update pay set fen = 70000 where month = '2022-10' and person = ").bind(person);
    by_hand(&app, sql).await;
    let chain = format!("audit/{}", app.user("clerk", "620521").organisation);
    assert_eq!(
        faults(&app).await,
        [format!(
            "{chain}:7 pay 2022-10: 2022-10/{person} was altered"
        )]
    );
}

#[tokio::test]
async fn money_rows_put_in_or_taken_away_are_named() {
    let (app, _) = lived_in().await;
    let gone = Uuid::from_u128(20);
    by_hand(
        &app,
        Sql::new("delete from pay where month = '2022-10' and person = ").bind(gone),
    )
    .await;
    let extra = Sql::new("insert into pay (month, person, fen) values ('2022-09', ")
        .bind(Uuid::from_u128(1000))
        .text(", 5)");
    by_hand(&app, extra).await;
    let found = faults(&app).await;
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].ends_with(&format!(
        "pay 2022-09: 2022-09/{} was put in afterwards",
        Uuid::from_u128(1000)
    )));
    let next = Uuid::from_u128(21);
    assert!(found[1].ends_with(&format!(
        "pay 2022-10: 2022-10/{next} a row next to it was taken away"
    )));
}

#[tokio::test]
async fn a_single_row_changed_put_in_or_taken_away_by_hand_is_named() {
    let (app, _) = lived_in().await;
    let conn = app.floor.snapshot().await.unwrap();
    let ids: Vec<Uuid> = conn
        .rows("select id from note order by id".into())
        .await
        .unwrap()
        .iter()
        .map(|r| r.try_get_by_index(0).unwrap())
        .collect();
    drop(conn);
    by_hand(
        &app,
        Sql::new("update note set body = 'forged' where id = ").bind(ids[0]),
    )
    .await;
    by_hand(&app, Sql::new("delete from note where id = ").bind(ids[1])).await;
    let stranger = Uuid::from_u128(77);
    let sql = Sql::new("insert into note values (")
        .bind(stranger)
        .text(", '620521101000', '', 'x', 1)");
    by_hand(&app, sql).await;
    let found = faults(&app).await.join("\n");
    assert!(
        found.contains(&format!(
            "note {}: is not as the last command left it",
            ids[0]
        )),
        "{found}"
    );
    assert!(
        found.contains(&format!("note {}: is gone", ids[1])),
        "{found}"
    );
    assert!(
        found.contains(&format!("note {stranger}: no command ever made this row")),
        "{found}"
    );
    assert_eq!(found.lines().count(), 3, "{found}");
}

#[tokio::test]
async fn a_cut_tail_is_found_with_and_without_the_head() {
    let (app, anchors) = lived_in().await;
    let chain = anchors.iter().max_by_key(|a| a.seq).unwrap().chain;
    for table in ["audit_touch", "audit_bulk", "audit_change", "audit_entry"] {
        let sql = Sql::new(format!("delete from {table} where seq > 3 and chain = ")).bind(chain);
        by_hand(&app, sql).await;
    }
    let found = faults(&app).await.join("\n");
    assert!(
        found.contains(&format!(
            "audit/{chain}:4 the tail was cut off: 9 entries were written, 3 are left"
        )),
        "{found}"
    );
    // A forger who mends the head too is caught by the anchor outside.
    let sql = Sql::new("update chain_head set seq = 3, hash = (select hash from audit_entry e where e.seq = 3 and e.chain = chain_head.chain) where log = 'audit' and chain = ").bind(chain);
    by_hand(&app, sql).await;
    let found = faults(&app).await.join("\n");
    assert!(
        found.contains(&format!("audit/{chain}:6 cut off since the anchor")),
        "{found}"
    );
    let report = audit::verify(&app.floor, &[]).await.unwrap();
    assert!(!report.faults.iter().any(|f| f.en.contains("cut off")));
}

#[tokio::test]
async fn a_forged_anchor_is_refused() {
    let (app, mut anchors) = lived_in().await;
    anchors[0].seq += 1;
    let report = audit::verify(&app.floor, &anchors).await.unwrap();
    assert!(
        report.faults.iter().any(|f| f.en.contains("signature")),
        "{:?}",
        report.faults
    );
}

#[tokio::test]
async fn an_erased_change_set_keeps_the_chain_and_a_lawless_erasure_shows() {
    let (app, _) = lived_in().await;
    assert_eq!(
        scalar(
            &app.floor,
            "select count(*) from audit_change where payload is null"
        )
        .await,
        1
    );
    by_hand(&app, "update audit_change set payload = null where seq = 3").await;
    let found = faults(&app).await;
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found.iter().all(|f| f.contains("erased without a command")),
        "{found:#?}"
    );
}

#[tokio::test]
async fn history_tells_the_changes_of_one_thing() {
    let (app, _) = lived_in().await;
    let clerk = app.user("clerk", "620521");
    let notes = app.get(&clerk, "/notes").await.ok();
    let id = notes[0]["id"].as_str().unwrap();
    let conn = app.floor.snapshot().await.unwrap();
    let history = audit::history(&app.floor, &conn, "note", id, 10)
        .await
        .unwrap();
    let steps: Vec<_> = history
        .iter()
        .map(|h| (h.operation.as_str(), h.changes.len()))
        .collect();
    assert_eq!(steps, [("notes.note.update", 1), ("notes.note.create", 1)]);
    assert_eq!(history[0].changes[0].after.as_ref().unwrap()["body"], "new");
    assert_eq!(history[1].reason.as_deref(), Some("测试"));
}

#[tokio::test]
async fn the_auditor_lists_and_verifies_and_others_do_not() {
    let (app, _) = lived_in().await;
    let auditor = app.user("auditor", "620521");
    let log = app
        .get(
            &auditor,
            "/audit/entries?total=true&operation=notes.note.create&limit=2",
        )
        .await
        .ok();
    assert_eq!(log["total"]["rows"], 5);
    assert_eq!(log["items"][0]["zh"], "新增");
    let province = app.user("auditor", "620000");
    let wide = "/audit/entries?total=true&operation=notes.note.create";
    assert_eq!(app.get(&province, wide).await.ok()["total"]["rows"], 10);
    let day = app
        .get(&auditor, "/audit/entries?total=true&from=2022-10-26")
        .await
        .ok();
    assert_eq!(day["total"]["rows"], 0);
    let report = app.post(&auditor, "/audit/verify", json!({})).await.ok();
    assert_eq!(report["ok"], true);
    assert_eq!(report["entries"], 15);
    let clerk = app.user("clerk", "620521");
    assert_eq!(
        app.post(&clerk, "/audit/verify", json!({})).await.status,
        403
    );
    assert_eq!(app.get(&clerk, "/audit/entries").await.status, 403);
}

/// Every column of every table of the chains, with a way to alter it.
const COLUMNS: &[(&str, &str)] = &[
    ("audit_entry", "ordinal = ordinal + 1000"),
    ("audit_entry", "at = '2022-10-25T03:00:00+00:00'"),
    ("audit_entry", "actor = chain"),
    ("audit_entry", "login = login || 'x'"),
    ("audit_entry", "place = coalesce(place, '') || '1'"),
    ("audit_entry", "operation = 'notes.other'"),
    (
        "audit_entry",
        "reason = case when reason is null then '' else null end",
    ),
    ("audit_entry", "noun = coalesce(noun, '') || 'x'"),
    ("audit_entry", "subject = coalesce(subject, '') || 'x'"),
    ("audit_entry", "division = coalesce(division, '') || '1'"),
    ("audit_entry", "count = count + 1"),
    ("audit_entry", "digest = prev"),
    ("audit_entry", "request = request || 'x'"),
    ("audit_entry", "prev = hash"),
    ("audit_entry", "hash = digest"),
    ("audit_entry", "seq = seq + 1000"),
    (
        "audit_change",
        "payload_digest = (select hash from chain_head where log = 'access' limit 1)",
    ),
    ("audit_change", "seq = seq + 1000"),
    ("audit_touch", "kind = 'other'"),
    ("audit_touch", "noun = 'other'"),
    ("audit_touch", "subject = subject || 'x'"),
    ("audit_bulk", "count = count + 1"),
    ("audit_bulk", "totals = '{}'"),
    ("audit_bulk", "subject = subject || 'x'"),
    ("access_entry", "login = login || 'x'"),
    ("access_entry", "place = coalesce(place, '') || '1'"),
    ("access_entry", "operation = 'notes.other'"),
    ("access_entry", "kind = 'opened'"),
    ("access_entry", "count = count + 1"),
    ("access_entry", "digest = hash"),
    ("access_entry", "filter_digest = hash"),
    ("access_entry", "request = request || 'x'"),
    ("access_entry", "seq = seq + 1000"),
];

#[derive(Clone, Debug)]
enum Attack {
    Alter(usize, u8),
    Remove(usize, u8),
    Swap(u8),
}

const TABLES: &[&str] = &[
    "audit_entry",
    "audit_change",
    "audit_touch",
    "audit_bulk",
    "access_entry",
];

fn attack() -> impl Strategy<Value = Attack> {
    prop_oneof![
        3 => (0..COLUMNS.len(), any::<u8>()).prop_map(|(c, r)| Attack::Alter(c, r)),
        1 => (0..TABLES.len(), any::<u8>()).prop_map(|(t, r)| Attack::Remove(t, r)),
        1 => any::<u8>().prop_map(Attack::Swap),
    ]
}

/// The key of the `nth` row of a table, as a condition.
async fn nth(conn: &Conn, table: &str, n: u8) -> (Uuid, i64, Sql) {
    let count: Option<i64> = conn
        .scalar(format!("select count(*) from {table}").as_str().into())
        .await
        .unwrap();
    let offset = i64::from(n) % count.unwrap();
    let sql = format!("select chain, seq from {table} order by chain, seq limit 1 offset {offset}");
    let row = conn.row(Sql::new(sql)).await.unwrap().unwrap();
    let chain: Uuid = row.try_get_by_index(0).unwrap();
    let seq: i64 = row.try_get_by_index(1).unwrap();
    (
        chain,
        seq,
        Sql::new(" where chain = ")
            .bind(chain)
            .text(" and seq = ")
            .bind(seq),
    )
}

async fn commit_attack(conn: &Conn, attack: &Attack) {
    let by_hand = async |sql: Sql| assert_ne!(conn.run(sql).await.unwrap(), 0);
    match attack {
        Attack::Alter(column, row) => {
            let (table, set) = COLUMNS[*column];
            let (.., key) = nth(conn, table, *row).await;
            by_hand(Sql::new(format!("update {table} set {set}")).push(key)).await;
        }
        Attack::Remove(table, row) => {
            let (.., key) = nth(conn, TABLES[*table], *row).await;
            by_hand(Sql::new(format!("delete from {}", TABLES[*table])).push(key)).await;
        }
        Attack::Swap(row) => {
            let (chain, seq, _) = nth(conn, "access_entry", *row).await;
            let other = if seq == 1 { 2 } else { seq - 1 };
            for (from, to) in [(seq, -1), (other, seq), (-1, other)] {
                let sql = Sql::new("update access_entry set seq = ").bind(to);
                let key = Sql::new(" where chain = ")
                    .bind(chain)
                    .text(" and seq = ")
                    .bind(from);
                by_hand(sql.push(key)).await;
            }
        }
    }
}

/// Attacks in a transaction that is rolled back, so that one county serves all attacks.
async fn is_found(app: &TestApp, attack: &Attack) -> bool {
    let hand = app.floor.technical().await.unwrap();
    commit_attack(hand.conn(), attack).await;
    let report = audit::verify_in(&app.floor, hand.conn(), &[])
        .await
        .unwrap();
    !report.faults.is_empty()
}

#[tokio::test]
async fn any_alteration_cut_or_reordering_is_found() {
    let (app, _) = lived_in().await;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let attacks = prop::collection::vec(attack(), 200)
        .new_tree(&mut runner)
        .unwrap();
    for attack in proptest::strategy::ValueTree::current(&attacks) {
        assert!(is_found(&app, &attack).await, "{attack:?} was not found");
    }
    app.verify().await;
}

#[tokio::test]
async fn each_column_of_the_chains_is_covered() {
    let (app, _) = lived_in().await;
    for (column, altered) in COLUMNS.iter().enumerate() {
        for row in 0..6 {
            let attack = Attack::Alter(column, row);
            assert!(
                is_found(&app, &attack).await,
                "{altered:?} of row {row} was not found"
            );
        }
    }
    app.verify().await;
}
