use serde_json::json;

use crate::notes::app;

#[tokio::test]
async fn a_task_is_seen_by_those_who_may_do_it() {
    let app = app().await;
    let maker = app.user("clerk", "620521");
    let checker = app.user("clerk", "620521");
    let neighbour = app.user("clerk", "620522");
    let reader = app.user("reader", "620521");
    let note = app
        .post(
            &maker,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await
        .ok();
    let id = note["id"].as_str().unwrap();

    let tasks = app
        .get(&checker, "/tasks?status=open&total=true")
        .await
        .ok();
    assert_eq!(tasks["total"]["rows"], 1);
    assert_eq!(tasks["items"][0]["subject_id"], id);
    assert_eq!(tasks["items"][0]["lamp"], "yellow");
    for other in [&maker, &neighbour, &reader] {
        assert_eq!(app.get(other, "/tasks").await.ok()["items"], json!([]));
    }
    app.clock.advance(chrono::Duration::days(5));
    assert_eq!(
        app.get(&checker, "/tasks").await.ok()["items"][0]["lamp"],
        "red"
    );
    let todo =
        platform::tasks::todo(&app.ctx(&checker), &app.floor.snapshot().await.unwrap()).await;
    assert_eq!(todo.unwrap(), platform::tasks::Todo { open: 1, red: 1 });

    app.patch(&checker, &format!("/notes/{id}"), 1, json!({"body": "y"}))
        .await
        .ok();
    assert_eq!(app.get(&checker, "/tasks").await.ok()["items"], json!([]));
    assert_eq!(
        app.get(&checker, "/tasks?status=closed").await.ok()["items"][0]["lamp"],
        "none"
    );
}
