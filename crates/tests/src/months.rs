//! The months of a small county: what was paid is what was decided, to the fen.

use kernel::Money;
use platform::{Ctx, Operation, Sql, bulk};
use serde_json::Value;
use server::demo::{self, House};
use uuid::Uuid;

use crate::county::{fresh, house, send};

pub async fn get(login: &str, path: &str) -> Value {
    let house = house().await;
    let user = directory::user_of_login(&house.floor, login)
        .await
        .unwrap()
        .unwrap();
    let answer = send(&house, Some(house.headers(user)), "GET", path, None).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

fn fen(value: &Value) -> i64 {
    Money::parse_yuan(value.as_str().unwrap()).unwrap().fen()
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_months_are_run_and_every_ledger_balances() {
    let months = get("clerk", "/months").await;
    let months = months["items"].as_array().unwrap();
    assert!(months.len() >= 10, "{months:?}");
    for month in months {
        let sheet = get(
            "clerk",
            &format!("/ledger?month={}", month["month"].as_str().unwrap()),
        )
        .await;
        for row in sheet["items"].as_array().unwrap() {
            assert_eq!(row["balanced"], true, "{row}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn roll_batch_and_ledger_agree_to_the_fen() {
    for month in ["2022-01", "2022-06", "2022-10"] {
        let rolls = get("clerk", &format!("/rolls?month={month}&limit=200")).await;
        let rolled: i64 = rolls["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|roll| fen(&roll["amount"]))
            .sum();
        let batches = get("clerk", &format!("/batches?month={month}&limit=200")).await;
        let paid: i64 = batches["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|batch| fen(&batch["paid"]["amount"]))
            .sum();
        let ledger = get("clerk", &format!("/ledger?month={month}")).await;
        let entitled: i64 = ledger["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| fen(&row["entitled"]))
            .sum();
        assert!(rolled > 0, "{month}");
        assert_eq!(rolled, entitled, "{month}: roll and ledger");
        assert_eq!(rolled, paid, "{month}: roll and bank");
    }
}

/// A row changed behind the house's back: what is run, how it is undone, what the report names.
const TAMPERED: [(&str, &str, &str); 8] = [
    (
        "update line set amount = amount + 1 where programme = 'tekun'",
        "update line set amount = amount - 1 where programme = 'tekun'",
        "roll_lines",
    ),
    (
        "update payment set amount = amount + 100 where seq = 1",
        "update payment set amount = amount - 100 where seq = 1",
        "batch_payments",
    ),
    // Terms that a later decision changed, and those that it replaced.
    (
        "update award_terms set facts = facts || ' ' where until is null and award in \
         (select award from award_terms where until is not null)",
        "update award_terms set facts = trim(facts)",
        "award ",
    ),
    (
        "update award_terms set until = until + 1000000 where until is not null",
        "update award_terms set until = until - 1000000 where until is not null",
        "award ",
    ),
    // Whom a later decision covers.
    (
        "update award_member set position = position + 1 where award in (select award from decision_item \
         where award is not null)",
        "update award_member set position = position - 1 where award in (select award from decision_item \
         where award is not null)",
        "award ",
    ),
    // Whom the opening covers, where nothing changed since.
    (
        "update award_member set from_month = from_month - 1, position = -position where award in \
         (select id from award where version = 1)",
        "update award_member set from_month = from_month + 1, position = -position where award in \
         (select id from award where version = 1)",
        "opening ",
    ),
    // An award that pretends to have been changed.
    (
        "update award set version = version + 1 where version = 1 and status = 'active'",
        "update award set version = version - 1 where version = 2 and id not in \
         (select award from decision_item where award is not null)",
        "no command ever made this row",
    ),
    (
        "update one_off set amount = amount + 1",
        "update one_off set amount = amount - 1",
        "one_off ",
    ),
];

static TAMPER: Operation = Operation::command("test.tamper", "", "改", "tamper");

pub async fn by_hand(house: &House, sql: &str) {
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let mut tx = system.begin(&TAMPER, None).await.unwrap();
    let changed = bulk::execute(&mut tx, Sql::new(sql)).await.unwrap();
    assert!(changed > 0, "{sql}");
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chain_is_whole_and_a_changed_row_is_named() {
    // A village of its own: the others must not see its rows change.
    let config = fresh("tampered").await;
    demo::make(&config, Some(20)).await.unwrap();
    let house = House::open(&config).await.unwrap();
    let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
    assert!(report.faults.is_empty(), "{:#?}", report.faults);
    assert!(report.entries > 100 && report.access_entries > 0);
    for (change, back, named) in TAMPERED {
        by_hand(&house, change).await;
        let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
        assert!(
            report.faults.iter().any(|fault| fault.en.contains(named)),
            "{change}: {:#?}",
            report.faults
        );
        by_hand(&house, back).await;
        let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
        assert!(report.faults.is_empty(), "{back}: {:#?}", report.faults);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_counted_and_the_same_each_time() {
    let one = get("clerk", "/figures?on=2022-10-25").await;
    let other = get("clerk", "/figures?on=2022-10-25").await;
    assert_eq!(one, other);
    let all = one["F-005"]["人"].as_u64().unwrap();
    let upper = one["F-006"]["一二类"]["人"].as_u64().unwrap();
    let lower = one["F-007"]["三四类"]["人"].as_u64().unwrap();
    assert!(all > 0);
    assert_eq!(all, upper + lower);
    // Printed values of the whole county stand beside those of the village.
    assert_eq!(one["F-014"]["农村低保"]["印刷"], "6337.1359");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_township_sees_its_own_only() {
    let county = get("clerk", "/home?month=2022-10").await;
    let township = get("c620521101", "/home?month=2022-10").await;
    let persons = |home: &Value| home["total"]["persons"].as_i64().unwrap();
    assert!(persons(&township) > 0);
    assert!(persons(&township) <= persons(&county));
}
