use axum::http::Method;
use serde_json::json;

use super::House;

#[tokio::test]
async fn the_three_administrators_keep_apart() {
    let house = House::build().await;
    let system = house.user("system", "system_admin", "620521").await;
    let security = house.user("security", "security_admin", "620521").await;

    let made = house
        .post(
            &system,
            "/users",
            json!({"login": "lina", "name": "李娜", "organisation_id": house.bureau}),
        )
        .await
        .ok();
    let id = made["user"]["id"].as_str().unwrap().to_owned();
    assert!(made["initial_password"].as_str().unwrap().len() >= 16);
    let path = format!("/users/{id}/grants");
    let give = |role: &str| json!({"role": role, "division": "620521"});

    let refused = house.post(&system, &path, give("clerk")).await;
    assert_eq!(
        refused.code(),
        "platform.permission.denied",
        "system does not grant"
    );
    let refused = house
        .post(
            &security,
            "/users",
            json!({"login": "x-y", "name": "某", "organisation_id": house.bureau}),
        )
        .await;
    assert_eq!(
        refused.code(),
        "platform.permission.denied",
        "security makes no users"
    );

    assert_eq!(
        house.post(&security, &path, give("clerk")).await.status,
        201
    );
    assert_eq!(
        house.post(&security, &path, give("finance")).await.status,
        201
    );
    for admin in ["system_admin", "security_admin", "audit_admin"] {
        let refused = house.post(&security, &path, give(admin)).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (409, "directory.grant.exclusive")
        );
    }
    let unknown = house.post(&security, &path, give("emperor")).await;
    assert_eq!(unknown.code(), "directory.grant.unknown_role");
    let outside = house
        .post(
            &security,
            &path,
            json!({"role": "clerk", "division": "620522"}),
        )
        .await;
    assert_eq!(outside.status, 404, "another county: {outside}");

    let me = house.get(&security, "/sessions/current").await.ok()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let own = house
        .post(&security, &format!("/users/{me}/grants"), give("clerk"))
        .await;
    assert_eq!(own.code(), "directory.grant.own");
    house.app.verify().await;
}

#[tokio::test]
async fn a_right_taken_back_is_gone_with_the_next_request() {
    let house = House::build().await;
    let security = house.user("security", "security_admin", "620521").await;
    let system = house.user("system", "system_admin", "620521").await;
    assert_eq!(
        house.get(&system, "/users?total=true").await.ok()["total"]["rows"],
        2
    );
    let users = house.get(&security, "/users?q=system").await.ok();
    let grant = users["items"][0]["grants"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let ended = house
        .send(&security, Method::DELETE, &format!("/grants/{grant}"), None)
        .await;
    assert_eq!(ended.status, 204);
    let refused = house.get(&system, "/users").await;
    assert_eq!(refused.code(), "platform.permission.denied");
}

#[tokio::test]
async fn locking_ends_sessions_and_unlocking_lets_in_again() {
    let house = House::build().await;
    let security = house.user("security", "security_admin", "620521").await;
    let clerk = house.user("wangfang", "clerk", "620521").await;
    let id = house.get(&clerk, "/sessions/current").await.ok()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let locked = house
        .post(&security, &format!("/users/{id}/lock"), json!({}))
        .await
        .ok();
    assert_eq!(locked["status"], "locked");
    assert_eq!(house.get(&clerk, "/sessions/current").await.status, 401);
    assert!(house.sign_in("wangfang", "Wheat field 22").await.is_none());
    let again = house
        .post(&security, &format!("/users/{id}/lock"), json!({}))
        .await;
    assert_eq!(again.code(), "directory.user.state");
    assert_eq!(
        house
            .post(&security, &format!("/users/{id}/unlock"), json!({}))
            .await
            .status,
        200
    );
    assert!(house.sign_in("wangfang", "Wheat field 22").await.is_some());
}

#[tokio::test]
async fn a_reset_password_must_be_changed_and_is_shown_once() {
    let house = House::build().await;
    let system = house.user("system", "system_admin", "620521").await;
    let clerk = house.user("wangfang", "clerk", "620521").await;
    let id = house.get(&clerk, "/sessions/current").await.ok()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let reset = house
        .post(&system, &format!("/users/{id}/reset-password"), json!({}))
        .await
        .ok();
    let first = reset["initial_password"].as_str().unwrap();
    assert_eq!(
        house.get(&clerk, "/sessions/current").await.status,
        401,
        "sessions are over"
    );
    assert!(house.sign_in("wangfang", "Wheat field 22").await.is_none());
    let signed = house.sign_in("wangfang", first).await.unwrap();
    assert_eq!(
        house.get(&signed, "/divisions").await.code(),
        "directory.password.must_change"
    );
}

#[tokio::test]
async fn organisations_are_kept_within_their_area_and_by_version() {
    let house = House::build().await;
    let system = house.user("system", "system_admin", "620521").await;
    let new = |name: &str, kind: &str, division: &str| json!({"name": name, "kind": kind, "division": division});
    let made = house
        .post(
            &system,
            "/organisations",
            new("永清镇人民政府", "township_office", "620521100"),
        )
        .await;
    assert_eq!((made.status, made.etag()), (201, Some(1)), "{made}");
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let twice = house
        .post(
            &system,
            "/organisations",
            new("永清镇人民政府", "township_office", "620521100"),
        )
        .await;
    assert_eq!(twice.code(), "directory.organisation.name_taken");
    let level = house
        .post(
            &system,
            "/organisations",
            new("甲", "county_bureau", "620521100"),
        )
        .await;
    assert_eq!(level.json()["errors"][0]["pointer"], "/division");
    let abroad = house
        .post(
            &system,
            "/organisations",
            new("秦安县民政局", "county_bureau", "620522"),
        )
        .await;
    assert_eq!(abroad.status, 404);

    let change = |version: i32| {
        house
            .app
            .request(Method::PATCH, &format!("/organisations/{id}"))
            .header("cookie", &system.0)
            .version(version)
            .json(&json!({"name": "永清镇社会救助站"}))
    };
    assert_eq!(change(1).send().await.etag(), Some(2));
    assert_eq!(change(1).send().await.code(), "platform.version.stale");
    let list = house.get(&system, "/organisations").await.ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
}
