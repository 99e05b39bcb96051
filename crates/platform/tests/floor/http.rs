use axum::http::Method;
use serde_json::json;

use crate::notes::app;

#[tokio::test]
async fn nobody_is_asked_to_sign_in() {
    let app = app().await;
    let answer = app.request(Method::GET, "/notes").send().await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (401, "platform.unauthenticated")
    );
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(
        answer.json()["instance"].as_str(),
        Some(answer.header("x-request-id"))
    );
}

#[tokio::test]
async fn a_reader_may_not_write_and_the_attempt_is_logged() {
    let app = app().await;
    let reader = app.user("reader", "620521");
    let answer = app
        .post(
            &reader,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (403, "platform.permission.denied")
    );
    // A later reading shares the queue, so when it is durable the refusal is too.
    app.get(&reader, "/notes").await.ok();
    let refused = "select count(*) from access_entry where kind = 'refused'";
    assert_eq!(crate::notes::scalar(&app.floor, refused).await, 1);
    app.verify().await;
}

#[tokio::test]
async fn what_lies_elsewhere_is_not_found() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let neighbour = app.user("clerk", "620522");
    let note = app
        .post(
            &clerk,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await
        .ok();
    let path = format!("/notes/{}", note["id"].as_str().unwrap());
    assert_eq!(app.get(&clerk, &path).await.status, 200);
    for answer in [
        app.get(&neighbour, &path).await,
        app.patch(&neighbour, &path, 1, json!({"body": "y"})).await,
        app.post(
            &neighbour,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await,
        app.get(&clerk, "/notes/not-a-key").await,
        app.get(&clerk, "/nothing/here").await,
    ] {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "platform.not_found"),
            "{answer}"
        );
    }
    assert_eq!(app.get(&neighbour, "/notes").await.ok(), json!([]));
}

#[tokio::test]
async fn problems_speak_the_readers_language() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let bad = json!({"division": "62052110x", "body": "x"});
    for (language, title) in [
        ("en", "Some of what was entered is not right"),
        ("zh-CN,en;q=0.5", "填写的内容有误"),
        ("fr", "填写的内容有误"),
    ] {
        let answer = app
            .request(Method::POST, "/notes")
            .by(&clerk)
            .header("accept-language", language)
            .json(&bad)
            .send()
            .await;
        assert_eq!(answer.status, 422);
        let body = answer.json();
        assert_eq!(body["title"], title);
        assert_eq!(body["errors"][0]["pointer"], "/division");
    }
}

#[tokio::test]
async fn broken_requests_are_told_apart() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let post = || app.request(Method::POST, "/notes").by(&clerk);
    let answer = post()
        .raw("application/json", "{\"division\": ")
        .send()
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "platform.malformed")
    );
    let answer = post().json(&json!({"division": "620521101"})).send().await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (422, "platform.invalid")
    );
    assert!(
        answer.to_string().contains("missing field `body`"),
        "{answer}"
    );
    let nested = json!({"division": "620521101", "body": 7});
    let answer = post().json(&nested).send().await;
    assert_eq!(answer.json()["errors"][0]["pointer"], "/body", "{answer}");
    let secret = json!({"division": "620521101", "body": ["620521199001011234"]});
    let answer = post().json(&secret).send().await;
    assert!(
        !answer.to_string().contains("620521199001011234"),
        "{answer}"
    );
    let answer = post().raw("text/plain", "x").send().await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (415, "platform.media_type")
    );
    let answer = app
        .request(Method::DELETE, "/notes")
        .by(&clerk)
        .send()
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (405, "platform.method_not_allowed")
    );
    let large = vec![b' '; platform::limits::BODY_MAX + 1];
    for answer in [
        post().raw("application/json", large.clone()).send().await,
        post()
            .without("idempotency-key")
            .raw("application/json", large)
            .send()
            .await,
    ] {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (413, "platform.too_large")
        );
    }
}

#[tokio::test]
async fn a_write_needs_the_header_that_browsers_do_not_send() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let body = json!({"division": "620521101", "body": "x"});
    let answer = app
        .request(Method::POST, "/notes")
        .by(&clerk)
        .without("x-doudi")
        .json(&body)
        .send()
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (403, "platform.csrf")
    );
}

#[tokio::test]
async fn a_personal_answer_without_its_record_is_held_back() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    app.post(
        &clerk,
        "/notes",
        json!({"division": "620521101", "body": "secret"}),
    )
    .await
    .ok();
    let answer = app.get(&clerk, "/forget").await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "platform.internal")
    );
    assert!(!answer.to_string().contains("secret"));
}

#[tokio::test]
async fn a_panic_is_one_generic_answer() {
    let app = app().await;
    let answer = app.request(Method::GET, "/panic").send().await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "platform.internal")
    );
    assert!(!answer.to_string().contains("panics"));
}

#[tokio::test]
async fn answers_carry_the_security_headers() {
    let app = app().await;
    let answer = app.get(&app.user("reader", "620521"), "/notes").await;
    assert!(
        answer
            .header("content-security-policy")
            .contains("frame-ancestors 'none'")
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("x-frame-options"), "DENY");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn rights_end_at_once() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    assert_eq!(app.get(&clerk, "/notes").await.status, 200);
    let mut grant = app.grant("clerk", "620521", &[]);
    grant.to = app.floor.today().pred_opt();
    app.auth.set_grants(clerk.id, vec![grant]);
    assert_eq!(app.get(&clerk, "/notes").await.status, 403);
    app.auth.remove(clerk.id);
    assert_eq!(app.get(&clerk, "/notes").await.status, 401);
}

#[tokio::test]
async fn refusals_of_the_framework_are_problems_too() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let answer = app
        .request(Method::POST, "/upload")
        .by(&clerk)
        .json(&json!({}))
        .send()
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "platform.malformed")
    );
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let big = vec![7_u8; 3 * 1024 * 1024];
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("kind", None, b"x"), ("file", Some("a.bin"), &big)];
    let answer = app
        .request(Method::POST, "/upload")
        .by(&clerk)
        .multipart(&parts)
        .send()
        .await;
    assert_eq!(answer.ok(), json!([["kind", 1], ["file", big.len()]]));
}

#[test]
fn every_route_of_the_floor_is_an_operation_of_the_floor() {
    let api = platform::routes().into_openapi();
    let mut routed = std::collections::BTreeSet::new();
    for item in api.paths.paths.values() {
        for operation in [&item.get, &item.post].into_iter().flatten() {
            routed.insert(operation.operation_id.clone().unwrap());
        }
    }
    let known = platform::OPERATIONS
        .iter()
        .map(|o| o.id.to_owned())
        .collect();
    assert_eq!(routed, known);
}
