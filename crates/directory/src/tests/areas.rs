use chrono::NaiveDate;
use platform::Ctx;
use uuid::Uuid;

use super::{House, code, places};
use crate::{DivisionBook, NewDivision, load_divisions, repo};

#[tokio::test]
async fn areas_are_listed_by_parent_and_by_name() {
    let house = House::build().await;
    let signed = house.user("wangfang", "clerk", "620521").await;
    let below = house.get(&signed, "/divisions?parent=620521").await.ok();
    let names: Vec<&str> = below["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["永清镇", "红堡镇"]);
    assert_eq!(below["items"][0]["full_name"], "清水县永清镇");
    assert_eq!(below["items"][0]["has_children"], true);
    let found = house
        .get(&signed, "/divisions?parent=620521&level=village")
        .await
        .ok();
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
    let bad = house.get(&signed, "/divisions?parent=62").await;
    assert_eq!(
        (bad.status, bad.json()["errors"][0]["pointer"].as_str()),
        (422, Some("/parent"))
    );
}

#[tokio::test]
async fn loading_twice_changes_nothing_and_faults_load_nothing() {
    let house = House::build().await;
    let system = Ctx::system(&house.app.floor, Uuid::nil(), "test");
    assert_eq!(load_divisions(&system, &places()).await.unwrap(), 0);
    let mut faulty = places();
    faulty.push(NewDivision {
        code: "620521100299".into(),
        name: "新村".into(),
        ..faulty[0].clone()
    });
    faulty.push(NewDivision {
        code: "620529100".into(),
        name: "无县".into(),
        ..faulty[0].clone()
    });
    faulty[1].name = "改名镇".into();
    let problem = load_divisions(&system, &faulty).await.unwrap_err();
    assert_eq!(problem.code(), "directory.division.faulty");
    assert_eq!(problem.faults().len(), 2, "{problem}");
    let reader = system.query(&crate::authz::DIVISION_LIST).await.unwrap();
    let day = house.app.floor.today();
    let book = DivisionBook::load(reader.conn(), &code("620521"), day)
        .await
        .unwrap();
    assert_eq!(book.len(), 5);
    assert_eq!(
        book.named("清水县红堡镇安坪村").unwrap().code,
        "620521101201"
    );
    assert!(book.get("620521100299").is_none());
}

#[tokio::test]
async fn a_merged_township_keeps_those_who_worked_for_it() {
    let house = House::build().await;
    let system = Ctx::system(&house.app.floor, Uuid::nil(), "test");
    let merged = NewDivision {
        code: "620521199".into(),
        name: "永红镇".into(),
        from: NaiveDate::from_ymd_opt(2022, 7, 1).unwrap(),
        replaces: Some("620521101000".into()),
    };
    assert_eq!(load_divisions(&system, &[merged]).await.unwrap(), 1);
    let reader = system.query(&crate::authz::DIVISION_LIST).await.unwrap();
    let kin = repo::kin(reader.conn(), &code("620521199")).await.unwrap();
    assert_eq!(
        kin,
        [code("620521101")],
        "rows with the old code stay in reach"
    );
    let kin = repo::kin(reader.conn(), &code("620521101")).await.unwrap();
    assert_eq!(
        kin,
        [code("620521199")],
        "and an old grant reaches the new township"
    );
    let day = house.app.floor.today();
    assert!(
        repo::find_division(reader.conn(), &code("620521101"), day)
            .await
            .unwrap()
            .is_none()
    );
}
