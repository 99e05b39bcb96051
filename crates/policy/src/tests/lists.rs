//! Programmes and parameters as the console shows them.

use serde_json::{Value, json};

use super::House;

#[tokio::test]
async fn programmes_show_the_formula_in_force_at_the_place() {
    let house = House::build().await;
    let reader = house.app.user("reader", "620521");
    let none = house.app.get(&reader, "/programmes").await;
    assert_eq!(
        (none.status, none.code().as_str()),
        (409, "policy.release.none")
    );
    house.in_force("2017-01-01").await;
    let list = house
        .app
        .get(&reader, "/programmes?on=2022-10-01")
        .await
        .ok();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 15);
    let dibao = items.iter().find(|p| p["key"] == "dibao").unwrap();
    assert_eq!(
        (&dibao["unit"], &dibao["section"]),
        (&"household".into(), &"social_assistance".into())
    );
    let base = &dibao["components"][0];
    assert_eq!(base["entity"], "person");
    assert!(
        base["formula"]
            .as_str()
            .unwrap()
            .contains("农村低保分类补助标准")
    );
    // Another place, another formula.
    let other = house.app.user("reader", "420204");
    let list = house
        .app
        .get(&other, "/programmes?on=2022-10-01")
        .await
        .ok();
    let dibao = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["key"] == "dibao")
        .unwrap()
        .clone();
    assert!(
        dibao["components"][0]["formula"]
            .as_str()
            .unwrap()
            .contains("月补差额")
    );
}

#[tokio::test]
async fn parameters_show_value_place_dates_and_clause() {
    let house = House::build().await;
    house.in_force("2017-01-01").await;
    let reader = house.app.user("reader", "620521");
    let list = house
        .app
        .get(&reader, "/parameters?on=2021-05-01&q=农村低保标准")
        .await
        .ok();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["value"], "4788");
    assert_eq!(items[0]["unit"], "元/年");
    assert_eq!(
        (&items[0]["from"], &items[0]["to"]),
        (&"2021-01-01".into(), &"2021-12-31".into())
    );
    assert_eq!(items[0]["place"]["code"], "620000000000");
    assert_eq!(items[0]["verified"], true);
    let all = house
        .app
        .get(&reader, "/parameters?on=2022-10-01")
        .await
        .ok();
    let names: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["name"].as_str().unwrap().to_owned())
        .collect();
    assert!(names.is_sorted() && names.len() > 15, "{names:?}");
    assert_eq!(
        house.app.get(&reader, "/parameters?on=never").await.status,
        422
    );
}

#[tokio::test]
async fn changes_show_old_and_new_between_days_and_between_releases() {
    let house = House::build().await;
    house.without_tests();
    house.in_force("2021-01-01").await;
    let list = house
        .app
        .get(
            &house.officer,
            "/policy-changes?from=2021-12-31&to=2022-01-01",
        )
        .await
        .ok();
    let of = |list: &Value, name: &str| {
        let items = list["items"].as_array().unwrap();
        let found = items.iter().find(|item| item["name"] == name);
        found.cloned().unwrap_or(Value::Null)
    };
    let standard = of(&list, "农村低保标准");
    assert_eq!(
        (&standard["kind"], &standard["kind_zh"]),
        (&json!("parameter"), &json!("参数"))
    );
    assert_eq!(standard["before"]["value"], "4788");
    assert_eq!(standard["after"]["value"], "5268");
    assert_eq!(standard["after"]["place"], "甘肃省");

    // What a proposal would change on the same day, before anybody approves it.
    house.change(
        "cn/gansu/parameters/dibao.yaml",
        "value: 5268, ",
        "value: 5300, ",
    );
    let next = house.propose("2022-06-01").await;
    let path = format!(
        "/policy-changes?from=2022-06-01&new={}",
        next["id"].as_str().unwrap()
    );
    let list = house.app.get(&house.officer, &path).await.ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    assert_eq!(list["items"][0]["after"]["value"], "5300");
    let unknown = format!("/policy-changes?from=2022-06-01&new={}", uuid::Uuid::nil());
    assert_eq!(house.app.get(&house.officer, &unknown).await.status, 404);
}

#[tokio::test]
async fn a_document_leads_to_what_rests_on_it_and_a_citation_to_its_document() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let get = |path: &'static str| house.app.get(&house.officer, path);
    let list = get("/policy-documents?on=2022-10-01&q=民发〔2012〕220号")
        .await
        .ok();
    let old = &list["items"][0];
    assert_eq!(old["in_force"], false);
    assert_eq!(old["superseded_by"], "民发〔2021〕57号");
    assert!(old["resting"].as_u64().unwrap() > 0);
    assert_eq!(old["rests"], json!([]));
    let file = get("/policy-documents?name=民发〔2021〕57号第十三条&on=2022-10-01")
        .await
        .ok();
    assert_eq!(file["items"][0]["title"], "最低生活保障审核确认办法");
    let resting = file["items"][0]["rests"].as_array().unwrap();
    let income = resting.iter().find(|r| r["name"] == "计入年收入").unwrap();
    assert_eq!(
        (&income["kind"], &income["articles"][0]),
        (&json!("variable"), &json!("第十三条"))
    );
    let none = get("/policy-documents?name=无此文件").await.ok();
    assert_eq!(none["items"], json!([]));
}

#[tokio::test]
async fn the_catalogue_has_the_seven_fields_and_says_to_whom_a_matter_goes() {
    let house = House::build().await;
    house.in_force("2021-01-01").await;
    let list = house
        .app
        .get(&house.officer, "/catalogue?on=2022-10-01")
        .await
        .ok();
    let items = list["items"].as_array().unwrap();
    let of = |key: &str| items.iter().find(|i| i["key"] == key).unwrap();
    for key in [
        "dibao",
        "tekun",
        "disaster",
        "medical",
        "education",
        "housing",
        "employment",
        "temporary_relief",
        "social_support",
    ] {
        let matter = of(key);
        for field in ["zh", "concept", "basis", "office"] {
            assert_ne!(matter[field], "", "{key} {field}");
        }
        for field in ["conditions", "procedure", "materials"] {
            assert!(
                !matter[field].as_array().unwrap().is_empty(),
                "{key} {field}"
            );
        }
    }
    assert_eq!(of("medical")["refer_to"], "医疗保障部门");
    assert_eq!(of("dibao")["refer_to"], Value::Null);
}
