//! Programmes and parameters as the console shows them.

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
    assert_eq!(items.len(), 7);
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
