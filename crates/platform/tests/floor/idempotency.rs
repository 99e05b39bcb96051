use axum::http::Method;
use serde_json::json;

use crate::notes::{app, scalar};

const NOTES: &str = "select count(*) from note";

#[tokio::test]
async fn the_same_again_gets_the_same_answer() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let body = json!({"division": "620521101", "body": "x"});
    let send = |key: &str, body: &serde_json::Value| {
        app.request(Method::POST, "/notes")
            .by(&clerk)
            .key(key)
            .json(body)
            .send()
    };
    let first = send("k", &body).await;
    assert_eq!(first.status, 201);
    let again = send("k", &body).await;
    assert_eq!(
        (again.status, &again.bytes, again.etag()),
        (201, &first.bytes, Some(1))
    );
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(scalar(&app.floor, NOTES).await, 1);

    let other = send("k", &json!({"division": "620521101", "body": "y"})).await;
    assert_eq!(
        (other.status, other.code().as_str()),
        (422, "platform.idempotency.reused")
    );
    assert_eq!(send("l", &body).await.status, 201);
    assert_eq!(scalar(&app.floor, NOTES).await, 2);

    let neighbour = app.user("clerk", "620521");
    let theirs = app
        .request(Method::POST, "/notes")
        .by(&neighbour)
        .key("k")
        .json(&body)
        .send()
        .await;
    assert_eq!(theirs.status, 201);
    assert_ne!(theirs.bytes, first.bytes);
    app.verify().await;
}

#[tokio::test]
async fn a_command_that_creates_needs_a_key() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let body = json!({"division": "620521101", "body": "x"});
    let post = || app.request(Method::POST, "/notes").by(&clerk).json(&body);
    for answer in [
        post().without("idempotency-key").send().await,
        post().key(&"k".repeat(200)).send().await,
    ] {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "platform.idempotency.missing")
        );
    }
    assert_eq!(scalar(&app.floor, NOTES).await, 0);
}

#[tokio::test]
async fn a_failed_command_frees_its_key() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let send = |division: &str| {
        let body = json!({"division": division, "body": "x"});
        app.request(Method::POST, "/notes")
            .by(&clerk)
            .key("k")
            .json(&body)
            .send()
    };
    assert_eq!(send("620522101").await.status, 404);
    assert_eq!(send("620521101").await.status, 201);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_one_does_it() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let body = json!({"division": "620521101", "body": "x"});
    let all = (0..24).map(|_| {
        app.request(Method::POST, "/notes")
            .by(&clerk)
            .key("k")
            .json(&body)
            .send()
    });
    let answers = futures::future::join_all(all).await;
    assert_eq!(scalar(&app.floor, NOTES).await, 1);
    let mut bodies = std::collections::BTreeSet::new();
    for answer in &answers {
        match answer.status {
            201 => drop(bodies.insert(answer.bytes.clone())),
            409 => assert_eq!(answer.code(), "platform.idempotency.running"),
            _ => panic!("{answer}"),
        }
    }
    assert_eq!(bodies.len(), 1);
    app.verify().await;
}

#[tokio::test]
async fn answers_are_sealed_and_forgotten_in_time() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    app.post(
        &clerk,
        "/notes",
        json!({"division": "620521101", "body": "top secret"}),
    )
    .await
    .ok();
    let conn = app.floor.snapshot().await.unwrap();
    let sealed: Vec<u8> = conn
        .scalar("select answer from idempotency".into())
        .await
        .unwrap()
        .unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("secret"));
    drop(conn);
    app.clock.advance(chrono::Duration::days(31));
    assert_eq!(platform::idempotency::purge(&app.floor).await.unwrap(), 0);
    app.clock.advance(chrono::Duration::days(31));
    assert_eq!(platform::idempotency::purge(&app.floor).await.unwrap(), 1);
}

#[tokio::test]
async fn a_body_too_large_for_memory_arrives_whole() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let text = "字".repeat(500_000);
    let send = |text: &str| {
        let body = json!({"division": "620521101", "body": text});
        app.request(Method::POST, "/notes")
            .by(&clerk)
            .key("k")
            .json(&body)
            .send()
    };
    assert_eq!(send(&text).await.ok()["body"].as_str(), Some(text.as_str()));
    assert_eq!(send(&text).await.header("idempotency-replayed"), "true");
    assert_eq!(send(&text.replacen('字', "子", 1)).await.status, 422);
    let left = std::fs::read_dir(app.floor.data().join("tmp"))
        .unwrap()
        .count();
    assert_eq!(left, 0);
}
