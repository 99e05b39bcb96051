use serde_json::json;

use crate::notes::{app, scalar};

#[tokio::test]
async fn each_reading_leaves_an_entry() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    let note = app
        .post(
            &clerk,
            "/notes",
            json!({"division": "620521101", "body": "x"}),
        )
        .await
        .ok();
    let id = note["id"].as_str().unwrap();
    app.get(&clerk, &format!("/notes/{id}")).await.ok();
    app.get(&clerk, "/notes?q=x").await.ok();
    app.get(&clerk, "/notes?q=张三").await.ok();
    let auditor = app.user("auditor", "620521");
    let log = app.get(&auditor, "/audit/access?total=true").await.ok();
    assert_eq!(log["total"]["rows"], 3);
    let kinds: Vec<_> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["kind"].clone())
        .collect();
    assert_eq!(kinds, ["listed", "listed", "opened"]);
    assert_eq!(log["items"][2]["subject"], id);
    assert_eq!(log["items"][0]["count"], 0);
    assert_eq!(log["items"][1]["count"], 1);
    let who = format!("/audit/access?noun=note&subject={id}&total=true");
    assert_eq!(app.get(&auditor, &who).await.ok()["total"]["rows"], 1);
    let conn = app.floor.snapshot().await.unwrap();
    for row in conn
        .rows("select filter from access_entry where filter is not null".into())
        .await
        .unwrap()
    {
        let sealed: Vec<u8> = row.try_get_by_index(0).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("张三"));
    }
    drop(conn);
    assert_eq!(app.get(&clerk, "/audit/access").await.status, 403);
    app.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readings_at_the_same_time_share_commits_and_lose_none() {
    let app = app().await;
    let users: Vec<_> = (0..8)
        .map(|n| app.user("clerk", if n % 2 == 0 { "620521" } else { "620522" }))
        .collect();
    let all = users
        .iter()
        .flat_map(|user| (0..25).map(|_| app.get(user, "/notes")));
    for answer in futures::future::join_all(all).await {
        assert_eq!(answer.status, 200, "{answer}");
    }
    assert_eq!(
        scalar(&app.floor, "select count(*) from access_entry").await,
        200
    );
    app.verify().await;
}
