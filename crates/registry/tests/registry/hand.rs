//! Households entered and changed by hand.

use axum::http::Method;
use serde_json::{Value, json};
use testkit::{Answered, TestApp, User};

use super::fixtures::{self as fx, COUNTY, OTHER_TOWN, TOWN};

const VILLAGE: &str = "620521100201";

fn couple() -> Value {
    json!({
        "division": VILLAGE, "from": "2021-01-01", "address": "李崖村3组", "phone": "13900000001",
        "members": [
            {"name": "赵有福", "id_number": fx::id("1948-02-03", 31), "relation": "户主", "facts": {"健康状况": "重病"}},
            {"name": "孙桂兰", "id_number": fx::id("1950-05-06", 32), "relation": "妻"},
        ],
        "facts": {"城乡": "农村"},
    })
}

async fn entered(app: &TestApp, clerk: &User) -> Value {
    let answer = app.post(clerk, "/households", couple()).await;
    assert_eq!(answer.status, 201, "{answer}");
    answer.json()
}

async fn patch(app: &TestApp, user: &User, path: &str, version: i64, body: Value) -> Answered {
    send(app, user, Method::PATCH, path, version, body).await
}

async fn post(app: &TestApp, user: &User, path: &str, version: i64, body: Value) -> Answered {
    send(app, user, Method::POST, path, version, body).await
}

async fn send(
    app: &TestApp,
    user: &User,
    method: Method,
    path: &str,
    version: i64,
    body: Value,
) -> Answered {
    let version = i32::try_from(version).unwrap();
    app.request(method, path)
        .by(user)
        .version(version)
        .json(&body)
        .send()
        .await
}

#[tokio::test]
async fn a_couple_is_entered_and_found() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let household = entered(&app, &clerk).await;
    let number = household["number"].as_str().unwrap();
    assert_eq!(number, "620521100-2022-000001");
    let path = format!("/households/{}", household["id"].as_str().unwrap());
    let file = app.get(&clerk, &path).await.ok();
    assert_eq!(file["version"], household["version"]);
    assert_eq!(file["urban_rural"], "农村");
    let members = file["members"].as_array().unwrap();
    assert_eq!(members.len(), 2);
    assert_eq!(members[0]["name"], "赵有福");
    assert_eq!(members[0]["birth"], "1948-02-03");
    assert_eq!(members[0]["facts"]["健康状况"], "重病");
    assert_eq!(members[1]["sex"]["zh"], "女");
    let found = app.get(&clerk, "/households?q=sgl").await.ok();
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    app.verify().await;
}

#[tokio::test]
async fn every_fault_is_told_at_once_and_nothing_is_written() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let body = json!({
        "division": "620521100",
        "from": "2030-01-01",
        "members": [
            {"name": "", "id_number": "620521194802030317", "relation": "户主"},
            {"name": "孙桂兰", "relation": "老伴", "sex": "不详"},
            {"name": "李四", "birth": "1990-01-01", "relation": "本人", "facts": {"年龄啊": 3, "残疾等级": "三百", "姓名": "李四"}},
        ],
    });
    let answer = app.post(&clerk, "/households", body).await;
    assert_eq!(answer.status, 422, "{answer}");
    let problem = answer.json();
    let fields: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|e| e["pointer"].as_str())
        .collect();
    for field in [
        "/division",
        "/from",
        "/members/0/name",
        "/members/0/id_number",
        "/members/1/relation",
        "/members/1/birth",
        "/members/1/sex",
        "/members/2/facts/年龄啊",
        "/members/2/facts/残疾等级",
        "/members/2/facts/姓名",
        "/members",
    ] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
    assert_eq!(fx::count(&app, "select count(*) from person").await, 0);
}

#[tokio::test]
async fn nobody_is_on_record_twice() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let county = app.user("clerk", COUNTY);
    let other = app.user("clerk", OTHER_TOWN);
    let first = entered(&app, &clerk).await;
    assert_eq!(
        app.post(&clerk, "/households", couple()).await.code(),
        "registry.member.elsewhere"
    );
    // In another township one learns only that there is something, and the county is told.
    let mut there = couple();
    there["division"] = json!("620521101201");
    let refused = app.post(&other, "/households", there.clone()).await;
    assert_eq!(refused.code(), "registry.member.outside");
    assert!(!refused.to_string().contains("620521100"), "{refused}");
    let told = "select count(*) from task where kind = 'registry.member.clash'";
    assert_eq!(fx::count(&app, told).await, 1);
    let mut named = couple();
    named["members"][0]["name"] = json!("赵有贵");
    assert_eq!(
        app.post(&clerk, "/households", named).await.code(),
        "registry.member.other_name"
    );
    // The county, which sees both, may move them; the empty household is closed.
    there["moves"] = json!(true);
    there["members"] = json!([
        {"name": "孙桂兰", "id_number": fx::id("1950-05-06", 32), "relation": "户主"},
        {"name": "赵有福", "id_number": fx::id("1948-02-03", 31), "relation": "夫"},
    ]);
    let moved = app.post(&county, "/households", there).await;
    assert_eq!(moved.status, 201, "{moved}");
    let old = app
        .get(
            &county,
            &format!("/households/{}", first["id"].as_str().unwrap()),
        )
        .await
        .ok();
    assert_eq!(old["status"], "closed");
    assert_eq!(fx::count(&app, "select count(*) from person").await, 2);
    let current = "select count(*) from membership where to_date is null";
    assert_eq!(fx::count(&app, current).await, 2);
    app.verify().await;
}

#[tokio::test]
async fn people_join_leave_and_become_the_head() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let household = entered(&app, &clerk).await;
    let path = format!("/households/{}", household["id"].as_str().unwrap());
    let version = household["version"].as_i64().unwrap();
    let file = app.get(&clerk, &path).await.ok();
    let (head, wife) = (
        &file["members"][0]["person_id"],
        &file["members"][1]["person_id"],
    );
    let baby = json!({
        "member": {"name": "赵小宝", "birth": "2022-01-01", "sex": "男", "relation": "孙子"},
        "from": "2022-01-02", "reason": "出生",
    });
    let joined = post(
        &app,
        &clerk,
        &format!("{path}/members"),
        version,
        baby.clone(),
    )
    .await;
    assert_eq!(joined.status, 200, "{joined}");
    let stale = post(&app, &clerk, &format!("{path}/members"), version, baby).await;
    assert_eq!(stale.status, 412, "two clerks at once: {stale}");
    let version = joined.json()["version"].as_i64().unwrap();
    let dead = json!({"last_day": "2022-01-03", "reason": "死亡"});
    let leave = format!("{path}/members/{}/leave", head.as_str().unwrap());
    let refused = post(&app, &clerk, &leave, version, dead.clone()).await;
    assert_eq!(refused.code(), "registry.member.head_leaves");
    let people = app.get(&clerk, &path).await.ok();
    let child = people["members"]
        .as_array()
        .unwrap()
        .iter()
        .find(|m| m["name"] == "赵小宝")
        .unwrap()["person_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let wife = wife.as_str().unwrap();
    let mut relations = json!({});
    relations[head.as_str().unwrap()] = json!("夫");
    let head_change = json!({"person": wife, "relations": relations, "reason": "户主去世"});
    let short = post(
        &app,
        &clerk,
        &format!("{path}/head"),
        version,
        head_change.clone(),
    )
    .await;
    assert_eq!(
        short.status, 422,
        "the child's relation is missing: {short}"
    );
    let mut whole = head_change;
    whole["relations"][child.as_str()] = json!("孙子");
    let changed = post(&app, &clerk, &format!("{path}/head"), version, whole).await;
    assert_eq!(changed.status, 200, "{changed}");
    let version = changed.json()["version"].as_i64().unwrap();
    let left = post(&app, &clerk, &leave, version, dead).await;
    assert_eq!(left.status, 200, "{left}");
    let now = app
        .get(&clerk, &format!("{path}?as_of=2022-01-05"))
        .await
        .ok();
    assert_eq!(now["members"].as_array().unwrap().len(), 2);
    assert_eq!(now["head_id"], wife);
    let then = app
        .get(&clerk, &format!("{path}?as_of=2022-01-03"))
        .await
        .ok();
    assert!(
        then["members"]
            .as_array()
            .unwrap()
            .iter()
            .any(|m| m["name"] == "赵有福"),
        "{then}"
    );
    app.verify().await;
}

#[tokio::test]
async fn a_household_moves_and_a_record_is_put_right() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let county = app.user("clerk", COUNTY);
    let other = app.user("clerk", OTHER_TOWN);
    let household = entered(&app, &clerk).await;
    let path = format!("/households/{}", household["id"].as_str().unwrap());
    let version = household["version"].as_i64().unwrap();
    let there = json!({"division": "620521101201", "address": "西城村1组", "reason": "搬迁"});
    let refused = patch(&app, &clerk, &path, version, there.clone()).await;
    assert_eq!(
        refused.status, 404,
        "a township moves nobody into another: {refused}"
    );
    assert_eq!(app.get(&other, &path).await.status, 404);
    let moved = patch(&app, &county, &path, version, there).await;
    assert_eq!(moved.status, 200, "{moved}");
    let file = app.get(&other, &path).await.ok();
    assert_eq!(file["address"], "西城村1组");
    assert_eq!(app.get(&clerk, &path).await.status, 404);
    let person = file["members"][0]["person_id"].as_str().unwrap();
    let correct = format!("/persons/{person}/correct");
    let taken = json!({"id_number": fx::id("1950-05-06", 32), "reason": "录入有误"});
    assert_eq!(
        app.post(&other, &correct, taken).await.code(),
        "registry.person.number_taken"
    );
    let right =
        json!({"name": "赵有富", "id_number": fx::id("1949-02-03", 33), "reason": "录入有误"});
    let done = app.post(&other, &correct, right).await;
    assert_eq!(done.status, 200, "{done}");
    let file = app.get(&other, &path).await.ok();
    assert_eq!(file["members"][0]["birth"], "1949-02-03");
    for (typed, count) in [("赵有富", 1), ("赵有福", 0)] {
        let found = app
            .get(&other, &format!("/households?q={typed}"))
            .await
            .ok();
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{typed}");
    }
    let version = file["version"].as_i64().unwrap();
    let mut members = json!({});
    members[person] = json!({"残疾类别": "肢体", "残疾等级": 2});
    let facts = json!({"valid_from": "2022-01-04", "household": {"危房户": true}, "members": members, "reason": "入户走访"});
    let recorded = post(&app, &other, &format!("{path}/facts"), version, facts).await;
    assert_eq!(recorded.status, 200, "{recorded}");
    let file = app.get(&other, &path).await.ok();
    assert_eq!(file["labels"], json!(["危房户"]));
    assert_eq!(file["members"][0]["facts"]["残疾类别"], "肢体");
    app.verify().await;
}
