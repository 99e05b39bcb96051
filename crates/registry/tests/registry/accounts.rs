//! An account in use is changed by two people.

use serde_json::json;

use super::fixtures::{self as fx, COUNTY};

#[tokio::test]
async fn one_person_alone_changes_no_account() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let second = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let all = app.get(&clerk, "/households").await.ok();
    let (household, head) = (
        all["items"][0]["id"].as_str().unwrap(),
        all["items"][0]["head"]["id"].as_str().unwrap(),
    );
    let body = json!({"bank": "甘肃省农村信用社", "holder": "张三", "account": "6217 0000 0000 0000 099", "reason": "换卡"});
    let path = format!("/persons/{head}/account-changes");
    let change = app.post(&clerk, &path, body.clone()).await;
    assert_eq!(change.status, 201, "{change}");
    let id = change.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(change.json()["account"], "****0099");
    assert_eq!(
        app.post(&second, &path, body).await.code(),
        "registry.account.waiting"
    );
    let approve = format!("/account-changes/{id}/approve");
    let alone = app.post(&clerk, &approve, json!({"opinion": "同意"})).await;
    assert_eq!(alone.code(), "registry.account.same_person");
    let accounts = app
        .get(&clerk, &format!("/households/{household}/accounts"))
        .await
        .ok();
    assert_eq!(
        accounts["items"][0]["account"], "****0011",
        "still the old one"
    );
    let done = app
        .post(&second, &approve, json!({"opinion": "同意"}))
        .await;
    assert_eq!(done.status, 200, "{done}");
    assert_eq!(
        app.post(&second, &approve, json!({"opinion": ""}))
            .await
            .code(),
        "registry.account.decided"
    );
    let accounts = app
        .get(&clerk, &format!("/households/{household}/accounts"))
        .await
        .ok();
    assert_eq!(accounts["items"][0]["account"], "****0099");
    assert_eq!(accounts["items"][0]["valid_from"], "2022-01");
    let shown = app
        .post(
            &clerk,
            &format!("/persons/{head}/reveal"),
            json!({"field": "account", "reason": "核对"}),
        )
        .await
        .ok();
    assert_eq!(shown["value"], "6217000000000000099");
    assert_eq!(
        app.post(
            &clerk,
            &format!("/persons/{head}/reveal"),
            json!({"field": "phone", "reason": " "})
        )
        .await
        .status,
        422
    );
    app.verify().await;
}

#[tokio::test]
async fn another_account_in_a_roster_waits_for_a_second_person() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let (households, persons) = fx::dibao();
    let households = households.replace("6217000000000000012", "6217000000000000777");
    let import = fx::upload(
        &app,
        &clerk,
        "provincial_rural_dibao",
        &[
            ("农村低保家庭查询.csv", households.as_bytes()),
            ("农村低保人员查询.csv", persons.as_bytes()),
        ],
    )
    .await;
    let import = fx::apply(&app, &clerk, &import, "all").await;
    assert_eq!(
        (&import["totals"]["same"], &import["totals"]["changed"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(fx::count(&app, "select count(*) from account").await, 3);
    let waiting = app
        .get(&clerk, "/account-changes?status=proposed")
        .await
        .ok();
    assert_eq!(waiting["items"][0]["account"], "****0777");
    assert_eq!(
        fx::count(&app, "select count(*) from task where closed_at is null").await,
        1
    );
}
