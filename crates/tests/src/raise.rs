//! A raise (提标) from the first trial to the last fen of arrears.

use axum::http::HeaderMap;
use kernel::Money;
use platform::{Ctx, Sql};
use serde_json::{Value, json};
use server::demo::{self, House};
use uuid::Uuid;

use crate::county::{fresh, send};
use crate::doors::headers;

async fn ask(house: &House, who: &HeaderMap, method: &str, path: &str, body: Value) -> Value {
    let body = (method == "POST").then(|| ("application/json", body.to_string()));
    let answer = send(house, Some(who.clone()), method, path, body).await;
    assert!(answer.status < 300, "{path}: {}", answer.body);
    answer.body
}

fn fen(value: &Value) -> i64 {
    Money::parse_yuan(value.as_str().unwrap()).unwrap().fen()
}

fn dibao(answer: &Value) -> Value {
    let all = answer["programmes"].as_array().unwrap();
    let found = all.iter().find(|p| p["programme"]["key"] == "dibao");
    found.unwrap()["side"].clone()
}

/// Sum and number of lines of dibao: kind, month of the roll, class.
async fn lines(house: &House, condition: &str) -> (i64, i64) {
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let reader = system.query(&decide::authz::SIMULATION_RUN).await.unwrap();
    let sql = format!(
        "select cast(coalesce(sum(amount), 0) as bigint), count(*) from line \
         where programme = 'dibao' and {condition}"
    );
    let row = reader.conn().row(Sql::new(sql)).await.unwrap().unwrap();
    let found = (
        row.try_get_by_index(0).unwrap(),
        row.try_get_by_index(1).unwrap(),
    );
    reader.finish().await.unwrap();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raise_goes_from_trial_to_arrears_to_the_fen() {
    let config = fresh("raise").await;
    demo::make(&config, Some(40)).await.unwrap();
    let house = House::open(&config).await.unwrap();
    let (clerk, policy, leader) = (
        headers(&house, "clerk").await,
        headers(&house, "policy").await,
        headers(&house, "leader").await,
    );
    let changes = json!([{"name": "农村低保分类补助标准.三类", "value": "100元/月"}]);
    // 1. Tried out on the county's own records.
    let trial = json!({"on": "2022-11-30", "changes": changes});
    let trial = dibao(&ask(&house, &clerk, "POST", "/simulations", trial).await);
    let raised = trial["raised"]["persons"].as_i64().unwrap();
    assert!(raised > 0, "{trial}");
    // 2. Written, with the document, from the first of July on; 3. checked and tested.
    let amendment = json!({
        "from": "2022-07-01", "changes": changes, "overtake": true,
        "document": {
            "title": "关于提高农村低保三类补助标准的通知", "number": "清民发〔2022〕260号",
            "issuer": "清水县民政局", "clause": "第二条"
        }
    });
    let proposed = ask(&house, &policy, "POST", "/releases/amendments", amendment).await;
    let release = proposed["id"].as_str().unwrap().to_owned();
    // 4. Who is concerned, by the very texts that wait.
    let preview = json!({"on": "2022-11-30", "release": release});
    let preview = dibao(&ask(&house, &clerk, "POST", "/simulations", preview).await);
    for of in [
        "baseline", "variant", "raised", "lowered", "entering", "leaving",
    ] {
        assert_eq!(preview[of], trial[of], "{of}");
    }
    let families = json!({
        "simulation": {"on": "2022-11-30", "release": release}, "programme": "dibao", "kind": "raise"
    });
    let path = "/simulations/families?total=true&limit=200";
    let families = ask(&house, &clerk, "POST", path, families).await;
    assert_eq!(
        families["total"]["households"],
        trial["raised"]["households"]
    );
    // 5. Not by whoever proposed it; put in force by another.
    let path = format!("/releases/{release}/approve");
    let own = send(
        &house,
        Some(policy.clone()),
        "POST",
        &path,
        Some(("application/json", "{}".into())),
    )
    .await;
    assert!(own.status == 403 || own.status == 409, "{}", own.body);
    let approved = ask(&house, &leader, "POST", &path, json!({})).await;
    assert_eq!(approved["status"], "in_force");
    // Decisions of before go on naming the release by which they were proposed.
    let list = ask(&house, &clerk, "GET", "/decisions?limit=1", Value::Null).await;
    let path = format!("/decisions/{}", list["items"][0]["id"].as_str().unwrap());
    let decision = ask(&house, &clerk, "GET", &path, Value::Null).await;
    let releases = ask(&house, &policy, "GET", "/releases", Value::Null).await;
    let releases = releases["items"].as_array().unwrap();
    let named = &decision["release"];
    let first = releases.iter().find(|r| r["id"] == named["id"]).unwrap();
    assert_ne!(named["id"], release.as_str());
    assert_eq!(named["digest"], first["digest"]);
    assert_eq!(named["version"], first["version"]);
    // 6. The next month pays the new value, and what is due for months already paid.
    let roll = json!({"programme": "dibao", "month": "2022-11", "arrears_from": "2022-07"});
    let made = ask(&house, &clerk, "POST", "/rolls", roll).await;
    platform::jobs::drain(&house.floor).await.unwrap();
    let path = format!("/rolls/{}", made["roll"]["id"].as_str().unwrap());
    let roll = ask(&house, &clerk, "GET", &path, Value::Null).await;
    assert_eq!(roll["status"], "draft", "{roll}");
    let november = kernel::Month::parse("2022-11").unwrap().index();
    let july = kernel::Month::parse("2022-07").unwrap().index();
    let (current, _) = lines(&house, &format!("month = {november} and kind = 'current'")).await;
    assert_eq!(current, fen(&trial["variant"]["monthly"]));
    // 84 became 100: 16 yuan for each person and month that was paid at the old value.
    let paid = format!(
        "month between {july} and {} and kind = 'current' and class = '三类'",
        november - 1
    );
    let (_, months) = lines(&house, &paid).await;
    assert!(months > 0);
    let (arrears, count) = lines(&house, &format!("month = {november} and kind = 'arrears'")).await;
    assert_eq!((arrears, count), (months * 1_600, months));
    assert_eq!(fen(&roll["amount"]), current + arrears);
    let (recovery, _) = lines(&house, &format!("month = {november} and kind = 'recovery'")).await;
    assert_eq!(recovery, 0);
    // Nothing was changed behind the chain's back.
    let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
    assert!(report.faults.is_empty(), "{:#?}", report.faults);
}
