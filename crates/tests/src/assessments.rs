//! Assessments that are kept, what families may claim and do not have, and the calculator that
//! anybody may ask.

use axum::http::HeaderMap;
use serde_json::{Value, json};
use server::demo::House;

use crate::{
    county::{Answer, house, send},
    doors::headers,
};

async fn ask(house: &House, who: &HeaderMap, method: &str, path: &str, body: Value) -> Answer {
    let body = (method == "POST").then(|| ("application/json", body.to_string()));
    send(house, Some(who.clone()), method, path, body).await
}

async fn household(house: &House, clerk: &HeaderMap) -> String {
    let list = ask(house, clerk, "GET", "/households?limit=5", Value::Null).await;
    list.body["items"][1]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_is_kept_and_computed_again_to_the_same_bytes() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let id = household(&house, &clerk).await;
    let path = format!("/households/{id}/assessments");
    let body = json!({"as_of": "2022-10-20"});
    let made = ask(&house, &clerk, "POST", &path, body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let made = made.body;
    let results = made["results"].as_array().unwrap();
    let members = made["members"].as_array().unwrap();
    assert!(!members.is_empty() && results.iter().any(|r| r["programme"]["key"] == "dibao"));
    // Every step of a result is there, and every verdict that needs a fact names it.
    let steps = made["steps"].as_array().unwrap().len() as u64;
    for result in results {
        for step in result["steps"].as_array().unwrap() {
            assert!(step.as_u64().unwrap() < steps);
        }
        let words = result["reasons"].as_array().unwrap();
        assert!(words.iter().all(|w| w["en"] != "" && w["zh"] != ""));
    }
    // The same from the shelf, and the same computed again.
    let one = made["id"].as_str().unwrap();
    let got = ask(
        &house,
        &clerk,
        "GET",
        &format!("/assessments/{one}"),
        Value::Null,
    )
    .await;
    assert_eq!(got.body, made);
    let path = format!("/assessments/{one}/replay");
    let again = ask(&house, &clerk, "GET", &path, Value::Null).await;
    assert_eq!(again.body["same"], true, "{}", again.body);
    let path = format!("/households/{id}/assessments");
    let list = ask(&house, &clerk, "GET", &path, Value::Null).await.body;
    assert!(
        list["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|a| a["id"] == one)
    );
    // The command line computes all of them again too, and the chain knows the row.
    let all = decide::replay_all(&house.floor).await.unwrap();
    assert!(all.same >= 1 && all.other.is_empty(), "{all:?}");
    let report = platform::audit::verify(&house.floor, &[]).await.unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_lies_ahead_or_before_the_household_is_refused() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let id = household(&house, &clerk).await;
    let path = format!("/households/{id}/assessments");
    for day in ["2099-01-01", "1999-01-01", "tomorrow"] {
        let body = json!({"as_of": day});
        let refused = ask(&house, &clerk, "POST", &path, body).await;
        assert!(
            matches!(refused.status, 409 | 422),
            "{day}: {}",
            refused.body
        );
    }
    let inspector = headers(&house, "inspector").await;
    let refused = ask(&house, &inspector, "POST", &path, json!({})).await;
    assert_eq!(refused.status, 403, "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_area_is_gone_through_and_the_list_agrees_with_each_family() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let begun = ask(&house, &clerk, "POST", "/gaps/scans", json!({})).await;
    assert_eq!(begun.status, 202, "{}", begun.body);
    platform::jobs::drain(&house.floor).await.unwrap();
    let counts = ask(&house, &clerk, "GET", "/gaps/counts", Value::Null)
        .await
        .body;
    let scanned = counts["last"]["households"].as_u64().unwrap();
    assert!(scanned >= crate::county::HOUSEHOLDS as u64, "{counts}");
    let list = ask(
        &house,
        &clerk,
        "GET",
        "/gaps?limit=200&total=true",
        Value::Null,
    )
    .await
    .body;
    let items = list["items"].as_array().unwrap();
    assert!(!items.is_empty());
    let sum: u64 = counts["by_programme"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["count"]["persons"].as_u64().unwrap())
        .sum();
    assert_eq!(list["total"]["persons"], sum);
    // An assessment of today says of a family what the list says.
    let id = items[0]["household_id"].as_str().unwrap();
    let path = format!("/households/{id}/assessments");
    let made = ask(&house, &clerk, "POST", &path, json!({})).await.body;
    let mut due: Vec<(String, String)> = made["due"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (text(&d["programme"]["key"]), text(&d["kind"])))
        .collect();
    due.sort();
    let mut listed: Vec<(String, String)> = items
        .iter()
        .filter(|g| g["household_id"] == id)
        .map(|g| (text(&g["programme"]["key"]), text(&g["kind"])))
        .collect();
    listed.sort();
    assert_eq!(due, listed);
    // An estimate is nobody's claim.
    assert!(
        items
            .iter()
            .all(|g| g["programme"]["key"] != "local_index_estimate")
    );
    // What civil affairs decides, and what it only refers: each finding is of one of the two.
    let part = async |decided: &str| {
        let path = format!("/gaps?limit=200&total=true&decided={decided}");
        ask(&house, &clerk, "GET", &path, Value::Null).await.body
    };
    let (own, other) = (part("own").await, part("other").await);
    let rows = |list: &Value| list["total"]["rows"].as_u64().unwrap();
    assert!(rows(&own) > 0 && rows(&other) > 0);
    assert_eq!(rows(&own) + rows(&other), rows(&list));
    let referred = |one: &Value| one["refer_to"].is_string();
    assert!(other["items"].as_array().unwrap().iter().all(referred));
    assert!(!own["items"].as_array().unwrap().iter().any(referred));
    for wrong in [
        "/gaps?kind=everything",
        "/gaps?division=12",
        "/gaps?decided=me",
    ] {
        let refused = ask(&house, &clerk, "GET", wrong, Value::Null).await;
        assert_eq!(refused.status, 422, "{wrong}: {}", refused.body);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_may_ask_the_calculator_and_nothing_personal_is_taken() {
    let house = house().await;
    let nobody = async |method: &str, path: &str, body: Value| {
        let body = (method == "POST").then(|| ("application/json", body.to_string()));
        send(&house, None, method, path, body).await
    };
    let asked = nobody("GET", "/calculator?place=620521", Value::Null).await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    let questions = asked.body["questions"].as_array().unwrap();
    assert!(questions.len() >= 10);
    let names = ["姓名", "公民身份号码", "出生日期"];
    assert!(
        questions
            .iter()
            .all(|q| !names.contains(&q["fact"].as_str().unwrap()))
    );
    let old = json!({"年龄": "72", "其他收入": "1200", "残疾类别": "肢体", "残疾等级": "1",
        "需长期照护": "true", "劳动能力": "完全丧失", "法定义务人状况": "有履行能力"});
    let home = json!({"城乡": "农村", "货币财产": "0", "生活用房套数": "1", "机动车辆数": "0"});
    let told = json!({"place": "620521", "household": home, "members": [old]});
    let outcome = nobody("POST", "/calculator", told).await;
    assert_eq!(outcome.status, 200, "{}", outcome.body);
    let results = outcome.body["results"].as_array().unwrap();
    let of = |key: &str| results.iter().find(|r| r["key"] == key).unwrap();
    assert_eq!(of("disability_living")["outcome"], "likely");
    assert_eq!(of("disability_care")["outcome"], "likely");
    assert!(of("disability_care")["monthly"].is_string());
    assert_eq!(of("dibao")["outcome"], "likely");
    assert_ne!(of("dibao")["office"], "");
    // What nobody has said is asked for and never taken as nought.
    let unsaid = json!({"place": "620521", "members": [{"年龄": "40"}]});
    let outcome = nobody("POST", "/calculator", unsaid).await.body;
    let dibao = outcome["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["key"] == "dibao");
    assert_eq!(dibao.unwrap()["outcome"], "open");
    for wrong in [
        json!({"members": []}),
        json!({"members": vec![json!({"年龄": "1"}); 21]}),
        json!({"members": [{"姓名": "张三"}]}),
        json!({"members": [{"公民身份号码": "11010519491231002X"}]}),
        json!({"members": [{"年龄": "-1"}]}),
        json!({"members": [{"年龄": "很老"}]}),
        json!({"members": [{"年龄": "40"}], "place": "12"}),
        json!({"members": [{"年龄": "40", "残疾等级": "2", "残疾类别": "无"}]}),
    ] {
        let refused = nobody("POST", "/calculator", wrong.clone()).await;
        assert_eq!(refused.status, 422, "{wrong}: {}", refused.body);
        assert!(!refused.body.to_string().contains("张三"));
    }
}
