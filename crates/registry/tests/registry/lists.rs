//! Lists, search, scope.

use serde_json::json;

use super::fixtures::{self as fx, COUNTY};

#[tokio::test]
async fn households_are_found_by_name_initials_inner_characters_and_number() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let all = app.get(&clerk, "/households?total=true").await.ok();
    assert_eq!(all["total"]["rows"], 3);
    assert_eq!(all["total"]["persons"], 5);
    assert_eq!(
        all["items"][0]["division"]["full_name"],
        "清水县永清镇李崖村"
    );
    for (q, expected) in [
        ("张", 2),
        ("小明", 1),
        ("阳小", 1),
        ("oyxm", 1),
        ("lxy", 1),
        ("伟", 1),
        ("没有", 0),
        ("620521100-2022-000001", 1),
        (fx::id("1962-02-03", 22).as_str(), 1),
    ] {
        let found = app
            .get(&clerk, &format!("/households?q={}&total=true", encode(q)))
            .await
            .ok();
        assert_eq!(found["total"]["rows"], expected, "{q}");
    }
    let id = all["items"][0]["head"]["id_number"].as_str().unwrap();
    assert!(id.contains("**********"), "{id}");
    let page = app.get(&clerk, "/households?limit=2").await.ok();
    let next = page["next"].as_str().unwrap();
    let rest = app
        .get(&clerk, &format!("/households?limit=2&cursor={next}"))
        .await
        .ok();
    assert_eq!(rest["items"].as_array().unwrap().len(), 1);
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[tokio::test]
async fn a_township_sees_its_own_households_and_benefits_show() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let reader = app.user("reader", fx::OTHER_TOWN);
    let seen = app.get(&reader, "/households?total=true").await.ok();
    assert_eq!(seen["total"]["rows"], 1);
    let all = app.get(&clerk, "/households").await.ok();
    let foreign = all["items"][0]["id"].as_str().unwrap();
    assert_eq!(
        app.get(&reader, &format!("/households/{foreign}"))
            .await
            .status,
        404
    );
    assert_eq!(
        app.get(&reader, &format!("/households/{foreign}/accounts"))
            .await
            .status,
        403
    );

    static SET: platform::Operation = platform::Operation::command("test.set", "", "设", "set");
    let ctx = platform::Ctx::system(&app.floor, uuid::Uuid::nil(), "test");
    let mut tx = ctx.begin(&SET, None).await.unwrap();
    let household = foreign.parse().unwrap();
    let benefit = registry::Benefit {
        household,
        programme: "dibao".into(),
        class: Some("一类".into()),
        covered: 2,
    };
    registry::set_benefits(&mut tx, &[benefit]).await.unwrap();
    registry::set_amounts(&mut tx, "dibao", &[(household, 87_800)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = app
        .get(
            &clerk,
            "/households?programme=dibao&class=%E4%B8%80%E7%B1%BB&total=true",
        )
        .await
        .ok();
    assert_eq!(found["total"]["amount"], "878.00");
    assert_eq!(found["items"][0]["covered"], 2);
    assert_eq!(found["items"][0]["programmes"][0]["class"], "一类");

    let answer = app
        .post(
            &clerk,
            "/households/export",
            json!({"programme": "dibao", "columns": ["number", "head", "id_number"]}),
        )
        .await;
    assert_eq!(answer.status, 202, "{answer}");
    app.run_jobs().await;
    app.verify().await;
}
