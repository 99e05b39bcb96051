//! The months of a small county: what was paid is what was decided, to the fen.

use std::collections::BTreeMap;

use kernel::{Money, Month};
use platform::{Ctx, Operation, Sql, bulk};
use serde_json::{Value, json};
use server::demo::{self, House};
use uuid::Uuid;

use crate::county::{fresh, house, send};
use crate::office::{COUNTY, Office};

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
const TAMPERED: [(&str, &str, &str); 9] = [
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
    // Whose an award was before it changed hands.
    (
        "update award_origin set division = division || '9'",
        "update award_origin set division = substr(division, 1, 12)",
        "opening ",
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

/// A family of a takeover gets another head, by a case of its township.
async fn another_head(house: House) -> House {
    let mut people = BTreeMap::new();
    for (who, login) in [
        ("case-clerk", "c620521101"),
        ("case-reviewer", "r620521101"),
        ("case-county-clerk", "clerk"),
    ] {
        let user = directory::user_of_login(&house.floor, login).await.unwrap();
        people.insert(who, user.unwrap());
    }
    let day = house.floor.today();
    let office = Office {
        house,
        county: COUNTY,
        people,
        day,
    };
    let list = "/households?programme=dibao&limit=50";
    let list = office.ask("case-clerk", "GET", list, None).await.body;
    let items = list["items"].as_array().unwrap();
    let family = items
        .iter()
        .find(|h| h["size"].as_i64() >= Some(2))
        .unwrap();
    let household = family["id"].as_str().unwrap();
    let path = format!("/households/{household}");
    let file = office.ask("case-clerk", "GET", &path, None).await.body;
    let members = file["members"].as_array().unwrap().iter();
    let others = members.filter(|m| m["person_id"] != file["head_id"]);
    let others: Vec<&Value> = others.collect();
    let next = &others[0]["person_id"];
    let body = json!({"procedure": "dibao_head", "household": household, "applicant": next});
    let case = office.ask("case-clerk", "POST", "/cases", Some(body)).await;
    assert_eq!(case.status, 201, "{}", case.body);
    let case = case.body["id"].as_str().unwrap();
    let report = json!({"报告来源": "村级报告"});
    let (clerk, form) = ("case-clerk", "change_report");
    office
        .file(clerk, case, "request", form, None, report)
        .await;
    office.paper(clerk, case, "identity", None).await;
    let agreed = json!({"facts": {"新户主同意": true}});
    office
        .finish(clerk, case, "request", "record", agreed)
        .await;
    let mut relations = serde_json::Map::new();
    relations.insert(file["head_id"].as_str().unwrap().to_owned(), json!("其他"));
    for other in &others[1..] {
        relations.insert(
            other["person_id"].as_str().unwrap().to_owned(),
            json!("其他"),
        );
    }
    let head = json!({"person": next, "relations": relations, "reason": "户主委托"});
    let path = format!("{path}/head");
    let made = office.ask_as(clerk, &path, &file["version"], head).await;
    assert_eq!(made.status, 200, "{}", made.body);
    let month = Month::of(day).next().first_day();
    let confirm = json!({"act": "finish", "step": "confirm", "outcome": "confirm", "facts": {"生效月份首日": month}});
    office.done("case-reviewer", case, confirm).await;
    office.house
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chain_is_whole_and_a_changed_row_is_named() {
    // A village of its own: the others must not see its rows change.
    let config = fresh("tampered").await;
    demo::make(&config, Some(20)).await.unwrap();
    let house = House::open(&config).await.unwrap();
    // What an opening recorded is computed again also where its award has another holder since.
    let house = another_head(house).await;
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
