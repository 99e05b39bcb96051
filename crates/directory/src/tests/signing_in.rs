use axum::http::Method;
use chrono::Duration;
use serde_json::json;

use super::House;

#[tokio::test]
async fn a_first_password_opens_nothing_but_its_own_change() {
    let house = House::build().await;
    let (_, first) = house.fresh("wangfang").await;
    let signed = house.sign_in("WangFang", &first).await.unwrap();
    let me = house.get(&signed, "/sessions/current").await.ok();
    assert_eq!(me["must_change_password"], true);
    assert_eq!(me["organisation"]["division"]["code"], "620521000000");
    assert_eq!(
        house.get(&signed, "/divisions").await.code(),
        "directory.password.must_change"
    );

    let change = |old: &str, new: &str| json!({"old": old, "new": new});
    let path = "/sessions/current/password";
    let weak = house
        .post(&signed, path, change(&first, "wangfang-A1-x"))
        .await;
    assert_eq!(
        (weak.status, weak.code().as_str()),
        (422, "directory.password.weak")
    );
    assert_eq!(weak.json()["errors"][0]["pointer"], "/new");
    let wrong = house
        .post(&signed, path, change("no", "Wheat field 22"))
        .await;
    assert_eq!(wrong.code(), "directory.password.old_wrong");
    assert_eq!(
        house
            .post(&signed, path, change(&first, "Wheat field 22"))
            .await
            .status,
        204
    );

    assert_eq!(house.get(&signed, "/divisions").await.status, 200);
    assert!(house.sign_in("wangfang", &first).await.is_none());
    assert!(house.sign_in("wangfang", "Wheat field 22").await.is_some());
    house.app.verify().await;
}

#[tokio::test]
async fn a_stranger_does_not_learn_which_names_exist() {
    let house = House::build().await;
    let (_, first) = house.fresh("wangfang").await;
    let unknown = house.try_sign_in("nobody", "x").await;
    let wrong = house.try_sign_in("wangfang", "x").await;
    let odd = house.try_sign_in("' or 1=1 --", "x").await;
    for answer in [&unknown, &wrong, &odd] {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "directory.session.refused")
        );
        let mut text = answer.json();
        text["instance"] = json!(null);
        let mut same = unknown.json();
        same["instance"] = json!(null);
        assert_eq!(text, same);
    }
    assert!(house.sign_in("wangfang", &first).await.is_some());
}

#[tokio::test]
async fn five_wrong_passwords_lock_for_a_quarter_of_an_hour() {
    let house = House::build().await;
    let (_, first) = house.fresh("wangfang").await;
    for _ in 0..4 {
        house.try_sign_in("wangfang", "wrong").await;
    }
    assert!(
        house.sign_in("wangfang", &first).await.is_some(),
        "four are forgiven"
    );
    for _ in 0..5 {
        house.try_sign_in("wangfang", "wrong").await;
    }
    assert!(house.sign_in("wangfang", &first).await.is_none(), "locked");
    house.app.clock.advance(Duration::minutes(14));
    assert!(
        house.sign_in("wangfang", &first).await.is_none(),
        "still locked"
    );
    house.app.clock.advance(Duration::minutes(2));
    assert!(
        house.sign_in("wangfang", &first).await.is_some(),
        "open again"
    );
    house.app.verify().await;
}

#[tokio::test]
async fn sessions_end_when_idle_when_old_and_when_told() {
    let house = House::build().await;
    let signed = house.user("wangfang", "clerk", "620521").await;
    let alive = async || house.get(&signed, "/sessions/current").await.status == 200;
    house.app.clock.advance(Duration::minutes(29));
    assert!(alive().await);
    house.app.clock.advance(Duration::minutes(29));
    assert!(alive().await, "use keeps it open");
    house.app.clock.advance(Duration::minutes(31));
    assert!(!alive().await, "idle");

    let signed = house.sign_in("wangfang", "Wheat field 22").await.unwrap();
    for _ in 0..24 {
        house.app.clock.advance(Duration::minutes(29));
        house.get(&signed, "/sessions/current").await;
    }
    house.app.clock.advance(Duration::minutes(29));
    assert_eq!(
        house.get(&signed, "/sessions/current").await.status,
        401,
        "twelve hours are over"
    );

    let signed = house.sign_in("wangfang", "Wheat field 22").await.unwrap();
    let ended = house
        .send(&signed, Method::DELETE, "/sessions/current", None)
        .await;
    assert_eq!(ended.status, 204);
    assert!(ended.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(house.get(&signed, "/sessions/current").await.status, 401);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let house = House::build().await;
    let (_, first) = house.fresh("wangfang").await;
    let answer = house.try_sign_in("wangfang", &first).await;
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["doudi_session=", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let bare = house
        .app
        .request(Method::POST, "/sessions")
        .without("x-doudi")
        .json(&json!({"login": "wangfang", "password": first}))
        .send()
        .await;
    assert_eq!(bare.code(), "platform.csrf");
}
