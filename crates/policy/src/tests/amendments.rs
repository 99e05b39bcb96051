//! A raise as a release: written, checked, tested, put in force, checked again.

use serde_json::{Value, json};

use super::House;

fn raise(from: &str, overtake: bool) -> Value {
    json!({
        "from": from, "overtake": overtake,
        "changes": [
            {"name": "农村低保标准", "value": "5400元/年"},
            {"name": "农村低保分类补助标准.一类", "value": "450"},
            {"name": "农村低保分类补助标准.二类", "value": "430元/月"},
        ],
        "document": {
            "title": "关于提高城乡低保标准的通知", "number": "清民发〔2022〕300号",
            "issuer": "清水县民政局", "clause": "第一条"
        }
    })
}

fn value(rules: &pack::Rules, name: &str) -> String {
    rules.parameter(name).unwrap().value.value.shown.clone()
}

#[tokio::test]
async fn a_raise_is_written_with_its_document_and_closes_what_was_before() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let path = "/releases/amendments";
    let body = raise("2022-11-01", true);
    let made = house.app.post(&house.officer, path, body).await.ok();
    assert_eq!(made["status"], "proposed");
    // What it rests on and how it was checked is kept with it.
    let id = made["id"].as_str().unwrap().to_owned();
    let whole = house
        .app
        .get(&house.leader, &format!("/releases/{id}"))
        .await
        .ok();
    let paper = &whole["paper"];
    assert_eq!(paper["cite"], "清民发〔2022〕300号第一条");
    assert_eq!(paper["place"]["code"], "620521000000");
    let changes = paper["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    let table = changes
        .iter()
        .find(|c| c["name"] == "农村低保分类补助标准")
        .unwrap();
    let after = table["after"].as_str().unwrap();
    assert!(
        after.contains("一类 450") && after.contains("二类 430"),
        "{after}"
    );
    let check = &whole["checks"][0];
    assert!(
        check["tests"].as_u64().unwrap() > 50 && check["failed"] == 0,
        "{check}"
    );
    // Nothing counts before a second person says so; then from its day on.
    assert_eq!(
        value(&house.rules("2022-11").await.unwrap().1, "农村低保标准"),
        "5268"
    );
    house.approve(&made).await;
    let (_, rules) = house.rules("2022-11").await.unwrap();
    assert_eq!(value(&rules, "农村低保标准"), "5400");
    let cite = &rules.parameter("农村低保标准").unwrap().value.cite;
    assert_eq!(cite, "清民发〔2022〕300号第一条");
    assert_eq!(
        value(&house.rules("2022-10").await.unwrap().1, "农村低保标准"),
        "5268"
    );
    // A later document closes the first one's values on the day before.
    let mut next = raise("2023-04-01", true);
    next["document"]["number"] = json!("清民发〔2023〕20号");
    next["changes"] = json!([{"name": "农村低保标准", "value": "5700元/年"}]);
    let made = house.app.post(&house.officer, path, next).await.ok();
    house.approve(&made).await;
    for (month, standard) in [
        ("2022-11", "5400"),
        ("2023-03", "5400"),
        ("2023-04", "5700"),
    ] {
        let (_, rules) = house.rules(month).await.unwrap();
        assert_eq!(value(&rules, "农村低保标准"), standard, "{month}");
    }
    house.app.verify().await;
}

#[tokio::test]
async fn of_two_raises_written_on_the_same_texts_the_second_takes_nothing_back() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let path = "/releases/amendments";
    let draft = |number: &str, from: &str, name: &str, value: &str| {
        let mut body = raise(from, true);
        body["document"]["number"] = json!(number);
        body["changes"] = json!([{"name": name, "value": value}]);
        body
    };
    let one = draft(
        "清民发〔2022〕301号",
        "2022-11-01",
        "农村低保标准",
        "5400元/年",
    );
    let one = house.app.post(&house.officer, path, one).await.ok();
    let other = "农村低保分类补助标准.三类";
    let two = draft("清民发〔2022〕302号", "2023-02-01", other, "100");
    let waits = house.app.post(&house.officer, path, two.clone()).await.ok();
    house.approve(&one).await;
    // The second holds the texts of before the first: it would undo the raise in silence.
    let approve = format!("/releases/{}/approve", waits["id"].as_str().unwrap());
    let refused = house.app.post(&house.leader, &approve, json!({})).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (409, "policy.release.overtaken")
    );
    let told = refused.json()["errors"][0]["zh"].clone();
    assert!(told.as_str().unwrap().contains("版本2"), "{told}");
    // Drafted again, it holds both.
    let again = house.app.post(&house.officer, path, two).await.ok();
    house.approve(&again).await;
    let (_, rules) = house.rules("2023-02").await.unwrap();
    assert_eq!(value(&rules, "农村低保标准"), "5400");
    assert!(value(&rules, "农村低保分类补助标准").contains("三类 100"));
    // Nor is one drafted below a release that waits for its day.
    let early = draft(
        "清民发〔2022〕303号",
        "2022-12-01",
        "农村低保标准",
        "5500元/年",
    );
    let refused = house.app.post(&house.officer, path, early).await;
    assert_eq!(refused.code(), "policy.release.overtaken", "{refused}");
    house.app.verify().await;
}

#[tokio::test]
async fn tests_of_months_that_a_document_overtakes_are_named_and_put_out_of_use_when_asked() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let path = "/releases/amendments";
    let refused = house
        .app
        .post(&house.officer, path, raise("2022-10-01", false))
        .await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (422, "policy.release.failing")
    );
    let made = house
        .app
        .post(&house.officer, path, raise("2022-10-01", true))
        .await
        .ok();
    let id = made["id"].as_str().unwrap().to_owned();
    let whole = house
        .app
        .get(&house.leader, &format!("/releases/{id}"))
        .await
        .ok();
    let overtaken = whole["checks"][0]["overtaken"].as_array().unwrap();
    assert!(!overtaken.is_empty());
    // The second person has it checked again, by the program as it is now.
    let again = format!("/releases/{id}/checks");
    let job = house.app.post(&house.leader, &again, json!({})).await;
    assert_eq!(job.status, 202, "{job}");
    platform::jobs::drain(&house.app.floor).await.unwrap();
    let whole = house
        .app
        .get(&house.leader, &format!("/releases/{id}"))
        .await
        .ok();
    let checks = whole["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 2);
    assert_eq!(checks[0]["tests"], checks[1]["tests"]);
    assert_eq!(checks[0]["by"]["id"], house.leader.id.to_string());
}

#[tokio::test]
async fn what_cannot_be_written_is_named_and_nothing_is_kept() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let with = |name: &str, value: &str| {
        let mut body = raise("2022-11-01", true);
        body["changes"] = json!([{"name": name, "value": value}]);
        body
    };
    let mut unsigned = raise("2022-11-01", true);
    unsigned["document"]["number"] = json!(" ");
    let mut broken = raise("2022-11-01", true);
    broken["document"]["title"] = json!("第一行\n第二行");
    let mut none = raise("2022-11-01", true);
    none["changes"] = json!([]);
    let cases = [
        (with("农村低保标淮", "5400"), "/changes/0"),
        (with("农村低保标准", "5400岁"), "/changes/0"),
        (with("农村低保标准", "-5"), "/changes/0"),
        (unsigned, "/document/number"),
        (broken, "/document/title"),
        (none, "/changes"),
    ];
    for (body, pointer) in cases {
        let answer = house
            .app
            .post(&house.officer, "/releases/amendments", body.clone())
            .await;
        assert_eq!(answer.status, 422, "{body}: {answer}");
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{answer}");
    }
    // Below the floor of the province: the check of the whole refuses it.
    let low = with("农村低保标准", "5000元/年");
    let answer = house
        .app
        .post(&house.officer, "/releases/amendments", low)
        .await;
    assert_eq!(answer.code(), "policy.release.faulty", "{answer}");
    let list = house
        .app
        .get(&house.leader, "/releases?total=true")
        .await
        .ok();
    assert_eq!(list["total"]["rows"], 1);
    let denied = house.app.post(
        &house.leader,
        "/releases/amendments",
        raise("2022-11-01", true),
    );
    assert_eq!(denied.await.status, 403);
}

/// A newer program knows nothing of the county's raise: its packs are proposed with it, or not.
#[tokio::test]
async fn packs_of_a_newer_program_keep_what_the_county_raised() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let path = "/releases/amendments";
    house.change("cn/gansu/qingshui/pack.yaml", "\n", "\n# 新版程序\n");
    // Proposed before the raise and still waiting, they hold nothing of it.
    let waits = house.propose("2022-11-15").await;
    let body = raise("2022-11-01", true);
    let made = house.app.post(&house.officer, path, body).await.ok();
    house.approve(&made).await;
    let at = format!("/releases/{}", waits["id"].as_str().unwrap());
    let whole = house.app.get(&house.leader, &at).await.ok();
    let gone = &whole["takes_back"][0];
    assert_eq!(gone["cite"], "清民发〔2022〕300号第一条", "{whole}");
    let approve = format!("{at}/approve");
    let refused = house.app.post(&house.leader, &approve, json!({})).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (409, "policy.release.overtaken")
    );
    let told = refused.json()["errors"][0]["zh"].clone();
    assert!(
        told.as_str().unwrap().contains("清民发〔2022〕300号"),
        "{told}"
    );
    // Proposed now, they hold it.
    let again = house.propose("2022-11-15").await;
    let at = format!("/releases/{}", again["id"].as_str().unwrap());
    let whole = house.app.get(&house.leader, &at).await.ok();
    assert_eq!(whole["takes_back"], json!([]), "{whole}");
    assert!(
        !whole["checks"][0]["overtaken"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    house.approve(&again).await;
    for (month, standard) in [
        ("2022-10", "5268"),
        ("2022-11", "5400"),
        ("2023-05", "5400"),
    ] {
        let (_, rules) = house.rules(month).await.unwrap();
        assert_eq!(value(&rules, "农村低保标准"), standard, "{month}");
    }
    let (_, rules) = house.rules("2022-11").await.unwrap();
    let table = value(&rules, "农村低保分类补助标准");
    assert!(
        table.contains("一类: 450") || table.contains("一类 450"),
        "{table}"
    );
    // The same once more changes nothing.
    let same = json!({"from": "2022-12-01"});
    let same = house.app.post(&house.officer, "/releases", same).await;
    assert_eq!(same.code(), "policy.release.same", "{same}");
    // To go back to what was before the raise is somebody's will, and is shown as such.
    let list = house.app.get(&house.leader, "/releases").await.ok();
    let releases = list["items"].as_array().unwrap();
    let first = releases.iter().find(|r| r["version"] == "1").unwrap();
    let back = json!({"from": "2023-01-01", "again": first["id"]});
    let back = house.app.post(&house.officer, "/releases", back).await.ok();
    let at = format!("/releases/{}", back["id"].as_str().unwrap());
    let whole = house.app.get(&house.leader, &at).await.ok();
    assert_eq!(whole["takes_back"].as_array().unwrap().len(), 1, "{whole}");
    house.approve(&back).await;
    let (_, rules) = house.rules("2023-01").await.unwrap();
    assert_eq!(value(&rules, "农村低保标准"), "5268");
    // What was taken back is not brought in again by the next packs.
    house.change("cn/gansu/qingshui/pack.yaml", "# 新版程序", "# 更新的程序");
    let next = house.propose("2023-02-01").await;
    house.approve(&next).await;
    let (_, rules) = house.rules("2023-02").await.unwrap();
    assert_eq!(value(&rules, "农村低保标准"), "5268");
    house.app.verify().await;
}

/// Two texts for one day at one level: somebody has to say which counts.
#[tokio::test]
async fn packs_that_say_otherwise_from_the_same_day_are_refused() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let path = "/releases/amendments";
    let made = house
        .app
        .post(&house.officer, path, raise("2022-11-01", true))
        .await
        .ok();
    house.approve(&made).await;
    {
        let mut files = house.packs.lock().unwrap();
        let text = "parameters:\n  - name: 农村低保标准\n    values:\n      - from: 2022-11-01\n        value: 5600\n        verified: false\n        cite: 清民发〔2022〕251号\n";
        let path = "cn/gansu/qingshui/parameters/later.yaml".to_owned();
        files.push((path, text.as_bytes().to_vec()));
        files.retain(|(path, _)| !path.contains("/tests/"));
    }
    let body = json!({"from": "2022-12-01"});
    let refused = house.app.post(&house.officer, "/releases", body).await;
    assert_eq!(refused.code(), "policy.release.overtaken", "{refused}");
    let told = refused.json()["errors"][0]["zh"].clone();
    assert!(told.as_str().unwrap().contains("农村低保标准"), "{told}");
}
