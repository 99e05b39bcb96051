//! What another rule would change on the county's own records.

use axum::http::HeaderMap;
use kernel::{Money, Month};
use platform::{Ctx, Sql};
use serde_json::{Value, json};
use server::demo::House;
use uuid::Uuid;

use crate::{
    county::{Answer, house, send},
    doors::headers,
};

const ON: &str = "2022-10-20";
/// What the packs recognise and other departments decide.
const REFERRED: [&str; 6] = [
    "medical",
    "education",
    "housing",
    "employment",
    "disaster",
    "social_support",
];

async fn post(house: &House, who: &HeaderMap, path: &str, body: Value) -> Answer {
    let body = Some(("application/json", body.to_string()));
    send(house, Some(who.clone()), "POST", path, body).await
}

async fn simulate(house: &House, who: &HeaderMap, body: Value) -> Value {
    let answer = post(house, who, "/simulations", body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

fn fen(value: &Value) -> i64 {
    Money::parse_yuan(value.as_str().unwrap()).unwrap().fen()
}

fn programme<'a>(answer: &'a Value, key: &str) -> &'a Value {
    let all = answer["programmes"].as_array().unwrap();
    all.iter().find(|p| p["programme"]["key"] == key).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_side_as_it_stands_is_what_the_roll_pays_to_the_fen() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let answer = simulate(&house, &clerk, json!({"on": ON, "fresh": true})).await;
    assert_eq!(answer["with_awards"], true);
    assert_eq!(answer["month"], "2022-10");
    assert!(answer["households"].as_u64().unwrap() >= crate::county::HOUSEHOLDS as u64);
    let mut compared = 0;
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let reader = system.query(&decide::authz::SIMULATION_RUN).await.unwrap();
    for key in ["dibao", "tekun", "disability_living", "disability_care"] {
        let sql = Sql::new(
            "select cast(sum(amount) as bigint) from line where kind = 'current' and month = ",
        )
        .bind(Month::parse("2022-10").unwrap().index())
        .text(" and programme = ")
        .bind(key);
        let paid: Option<i64> = reader.conn().scalar(sql).await.unwrap();
        let Some(paid) = paid else { continue };
        let side = &programme(&answer, key)["side"];
        assert_eq!(fen(&side["baseline"]["monthly"]), paid, "{key}: {side}");
        // Nothing was changed, so nothing differs.
        assert_eq!(side["differs"], false, "{side}");
        assert_eq!(side["baseline"], side["variant"]);
        compared += 1;
    }
    reader.finish().await.unwrap();
    assert!(compared >= 2, "{compared}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raise_says_who_gets_more_by_programme_township_and_fund() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let simulation = json!({
        "on": ON, "changes": [{"name": "农村低保分类补助标准.三类", "value": "100元/月"}]
    });
    let answer = simulate(&house, &clerk, simulation.clone()).await;
    let told = &answer["changed"][0];
    assert_eq!(told["name"], "农村低保分类补助标准");
    assert!(
        told["after"].as_str().unwrap().contains("三类 100"),
        "{told}"
    );
    let dibao = programme(&answer, "dibao");
    let side = &dibao["side"];
    let step = fen(&side["variant"]["monthly"]) - fen(&side["baseline"]["monthly"]);
    let raised = side["raised"]["persons"].as_i64().unwrap();
    // 84 to 100 is 16 yuan for each person of the class.
    assert!(raised > 0, "{side}");
    assert_eq!(step, raised * 1_600);
    assert_eq!(fen(&side["raised"]["monthly"]), step);
    // Townships and funds add up to the whole.
    let all = &answer["all"];
    let places: i64 = answer["divisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| fen(&d["side"]["variant"]["monthly"]))
        .sum();
    assert_eq!(places, fen(&all["variant"]["monthly"]));
    let of = |side: &str| -> i64 {
        let funds = answer["funds"].as_array().unwrap().iter();
        funds.map(|f| fen(&f[side])).sum()
    };
    assert_eq!(of("variant") - of("baseline"), step);
    // What share of the county's people those paid are: the pack gives the population, and says where from.
    let base = &answer["bases"][0];
    assert_eq!(base["name"], "农业人口", "{answer}");
    assert!(base["persons"].as_i64().unwrap() > raised);
    assert!(base["cite"].as_str().unwrap().contains("251号"));
    // The list names exactly these households.
    let body = json!({"simulation": simulation, "kind": "raise", "programme": "dibao"});
    let path = "/simulations/families?limit=200&total=true";
    let list = post(&house, &clerk, path, body.clone()).await;
    assert_eq!(list.status, 200, "{}", list.body);
    assert_eq!(
        list.body["total"]["households"],
        side["raised"]["households"]
    );
    let items = list.body["items"].as_array().unwrap();
    assert!(items.iter().all(|f| f["head_name"] != ""
        && fen(&f["after"]) > fen(&f["before"])
        && f["kind"] == "raise"));
    // And the workbook is made of the same.
    let begun = post(&house, &clerk, "/simulations/export", body).await;
    assert_eq!(begun.status, 202, "{}", begun.body);
    platform::jobs::drain(&house.floor).await.unwrap();
    let job = format!("/jobs/{}", begun.body["id"].as_str().unwrap());
    let job = send(&house, Some(clerk.clone()), "GET", &job, None)
        .await
        .body;
    assert_eq!(job["result"]["rows"], list.body["total"]["rows"], "{job}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_simulated_says_where_and_why() {
    let house = house().await;
    let clerk = headers(&house, "clerk").await;
    let change = |name: &str, value: &str| json!([{"name": name, "value": value}]);
    let cases = [
        (
            json!({"changes": change("农村低保标淮", "5800元/年")}),
            "/changes/0/name",
        ),
        (
            json!({"changes": change("农村低保标准", "5800岁")}),
            "/changes/0/value",
        ),
        (
            json!({"changes": change("农村低保标准", "-1")}),
            "/changes/0/value",
        ),
        (
            json!({"changes": change("农村低保标准", "9999999999999")}),
            "/changes/0/value",
        ),
        (
            json!({"changes": change("农村低保标准", "很多")}),
            "/changes/0/value",
        ),
        (
            json!({"changes": change("农村低保分类补助标准.五类", "1")}),
            "/changes/0/name",
        ),
        (
            json!({"changes": [{"name": "农村低保标准", "value": "1"}, {"name": "农村低保标准", "value": "2"}]}),
            "/changes/1/name",
        ),
        (json!({"place": "62"}), ""),
        (json!({"place": "12x"}), "/place"),
        (json!({"on": "1990-01-01"}), ""),
        (json!({"programmes": ["nothing"]}), "/programmes/0"),
        (json!({"release": Uuid::nil()}), ""),
    ];
    for (mut body, pointer) in cases {
        if body.get("on").is_none() {
            body["on"] = json!(ON);
        }
        let answer = post(&house, &clerk, "/simulations", body.clone()).await;
        assert!(
            matches!(answer.status, 404 | 409 | 422),
            "{body}: {} {}",
            answer.status,
            answer.body["code"]
        );
        if !pointer.is_empty() {
            let error = &answer.body["errors"][0];
            assert_eq!(error["pointer"], pointer, "{}", answer.body);
            assert!(error["zh"] != "" && error["en"] != "");
        }
    }
    let body = json!({"simulation": {"on": ON}, "kind": "everybody"});
    let answer = post(&house, &clerk, "/simulations/families", body).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_area_is_tried_out_within_the_own_one_only() {
    let house = house().await;
    let county = headers(&house, "clerk").await;
    let whole = simulate(&house, &county, json!({"on": ON})).await;
    let one = whole["divisions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["side"]["baseline"]["households"].as_i64().unwrap() > 0)
        .unwrap();
    let own = json!({"on": ON, "place": one["division"]["code"]});
    let own = simulate(&house, &county, own).await;
    assert!(own["households"].as_u64() <= whole["households"].as_u64());
    assert_eq!(one["side"]["baseline"], own["all"]["baseline"]);
    // A township is no share of its county's people.
    assert_eq!(own["bases"], json!([]));
    // Matters that other departments decide are no gap of the whole.
    let gap = |side: &Value| side["gap_baseline"]["households"].as_i64().unwrap();
    let programmes = whole["programmes"].as_array().unwrap();
    let sum = |referred: bool| -> i64 {
        let keys = programmes.iter().filter(|p| {
            let key = p["programme"]["key"].as_str().unwrap();
            REFERRED.contains(&key) == referred
        });
        keys.map(|p| gap(&p["side"])).sum()
    };
    assert!(sum(true) > 0, "{whole}");
    assert!(gap(&whole["all"]) <= sum(false), "{whole}");
    for beyond in ["620000000000", "620522000000", "420300000000"] {
        let body = json!({"on": ON, "place": beyond});
        let answer = post(&house, &county, "/simulations", body).await;
        assert_eq!(answer.status, 404, "{beyond}: {}", answer.body);
    }
    // Whoever keeps the policy sees figures and no family.
    let policy = headers(&house, "policy").await;
    simulate(&house, &policy, json!({"on": ON})).await;
    let body = json!({"simulation": {"on": ON}});
    let answer = post(&house, &policy, "/simulations/families", body).await;
    assert_eq!(answer.status, 403, "{}", answer.body);
}
