//! Proposing, approving, superseding, keeping.

use platform::{Ctx, Sql};
use serde_json::json;
use uuid::Uuid;

use super::House;

const STANDARD: &str = "cn/gansu/parameters/dibao.yaml";

fn standard(rules: &pack::Rules) -> String {
    rules
        .parameter("农村低保标准")
        .unwrap()
        .value
        .value
        .shown
        .clone()
}

#[tokio::test]
async fn two_people_put_a_release_in_force() {
    let house = House::build().await;
    let none = house.rules("2022-10").await.unwrap_err();
    assert_eq!(none.code(), "policy.release.none");

    let release = house.propose("2021-01-01").await;
    assert_eq!(release["status"], "proposed");
    assert_eq!(release["version"], "1");
    assert_eq!(release["digest"].as_str().unwrap().len(), 64);
    assert!(
        house.rules("2022-10").await.is_err(),
        "a proposal is not in force"
    );

    let open = |user| house.open_tasks(user);
    assert_eq!(
        (open(&house.leader).await, open(&house.officer).await),
        (1, 0)
    );
    let release = house.approve(&release).await;
    assert_eq!(release["status"], "in_force");
    assert_eq!(open(&house.leader).await, 0);
    assert_eq!(release["approved_by"]["id"], house.leader.id.to_string());
    let (id, rules) = house.rules("2022-10").await.unwrap();
    assert_eq!(release["id"], id.to_string());
    assert_eq!(standard(&rules), "5268");
    let (_, rules) = house.rules("2021-12").await.unwrap();
    assert_eq!(standard(&rules), "4788");
    house.app.verify().await;
}

#[tokio::test]
async fn one_person_alone_puts_nothing_in_force() {
    let house = House::build().await;
    let release = house.propose("2021-01-01").await;
    let path = format!("/releases/{}/approve", release["id"].as_str().unwrap());
    let answer = house.app.post(&house.officer, &path, json!({})).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (409, "policy.release.same_person")
    );
    // The database refuses it too, whatever the code does.
    let ctx = Ctx::system(&house.app.floor, Uuid::nil(), "test");
    let tx = ctx
        .begin(&crate::authz::RELEASE_APPROVE, None)
        .await
        .unwrap();
    let sql = "update release set status = 'approved', decided_by = proposed_by";
    assert!(tx.conn().run(Sql::new(sql)).await.is_err());
    drop(tx);
    assert!(house.rules("2022-10").await.is_err());
}

#[tokio::test]
async fn a_decided_release_is_not_decided_again() {
    let house = House::build().await;
    let release = house.propose("2021-01-01").await;
    let path = |verb: &str| format!("/releases/{}/{verb}", release["id"].as_str().unwrap());
    let rejected = house
        .app
        .post(&house.leader, &path("reject"), json!({}))
        .await
        .ok();
    assert_eq!(rejected["status"], "rejected");
    for verb in ["approve", "reject"] {
        let answer = house.app.post(&house.leader, &path(verb), json!({})).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (409, "policy.release.state")
        );
    }
    assert!(house.rules("2022-10").await.is_err());
    // The same texts may be proposed again after a no, but not twice at once.
    house.propose("2021-01-01").await;
    let again = house
        .app
        .post(&house.officer, "/releases", json!({"from": "2021-01-01"}))
        .await;
    assert_eq!(again.code(), "policy.release.same");
}

#[tokio::test]
async fn a_faulty_pack_is_refused_and_the_one_in_force_stays() {
    let house = House::build().await;
    let first = house.in_force("2021-01-01").await;
    house.change(STANDARD, "value: 5268, ", "value: 4000, unit: 元, ");
    house.change(
        "cn/programmes/dibao.yaml",
        "section: social_assistance",
        "section: social",
    );
    let answer = house
        .app
        .post(&house.officer, "/releases", json!({"from": "2022-01-01"}))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (422, "policy.release.faulty")
    );
    let faults = answer.json()["errors"].as_array().unwrap().clone();
    let pointers: Vec<_> = faults
        .iter()
        .map(|f| f["pointer"].as_str().unwrap())
        .collect();
    assert!(
        pointers
            .iter()
            .any(|p| p.starts_with("/cn/gansu/parameters/dibao.yaml:6:")),
        "{pointers:?}"
    );
    assert!(faults.iter().all(|f| f["zh"] != "" && f["en"] != ""));
    let (now, rules) = house.rules("2022-10").await.unwrap();
    assert_eq!((now, standard(&rules)), (first, "5268".to_owned()));
}

#[tokio::test]
async fn a_pack_whose_tests_fail_is_refused() {
    let house = House::build().await;
    house.change(STANDARD, "一类: 439", "一类: 440");
    let answer = house
        .app
        .post(&house.officer, "/releases", json!({"from": "2022-01-01"}))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (422, "policy.release.failing")
    );
    assert!(
        answer.json()["errors"][0]["zh"]
            .as_str()
            .unwrap()
            .contains("440.00"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_later_release_counts_from_its_own_date_and_the_earlier_one_is_kept() {
    let house = House::build().await;
    house.without_tests();
    let first = house.in_force("2021-01-01").await;
    house.change(STANDARD, "value: 5268, ", "value: 5300, ");
    let second = house.in_force("2022-06-01").await;
    assert_eq!(house.rules("2022-05").await.unwrap().0, first);
    let (now, rules) = house.rules("2022-06").await.unwrap();
    assert_eq!((now, standard(&rules)), (second, "5300".to_owned()));

    let list = house
        .app
        .get(&house.leader, "/releases?total=true")
        .await
        .ok();
    assert_eq!(list["total"]["rows"], 2);
    let statuses: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["status"].clone())
        .collect();
    assert_eq!(statuses, ["in_force", "superseded"]);

    // A correction from an earlier day takes the place of both from that day on.
    house.change(STANDARD, "value: 5300, ", "value: 5310, ");
    let third = house.in_force("2022-01-01").await;
    assert_eq!(house.rules("2021-12").await.unwrap().0, first);
    assert_eq!(house.rules("2022-10").await.unwrap().0, third);

    // What was decided under the first can still be computed by it.
    let ctx = Ctx::system(&house.app.floor, Uuid::nil(), "test");
    let reader = ctx.query(&crate::authz::PROGRAMME_LIST).await.unwrap();
    let old = crate::release(&house.app.floor, reader.conn(), first)
        .await
        .unwrap()
        .unwrap();
    reader.finish().await.unwrap();
    let rules = old
        .pack
        .rules(&"620521".parse().unwrap(), "2022-10-01".parse().unwrap())
        .unwrap();
    assert_eq!(standard(&rules), "5268");
    house.app.verify().await;
}

#[tokio::test]
async fn a_release_of_the_future_waits_for_its_day() {
    let house = House::build().await;
    house.without_tests();
    let first = house.in_force("2021-01-01").await;
    house.change(STANDARD, "value: 5268, ", "value: 5300, ");
    let next = house.in_force("2023-01-01").await;
    assert_eq!(house.rules("2022-12").await.unwrap().0, first);
    assert_eq!(house.rules("2023-01").await.unwrap().0, next);
    let list = house.app.get(&house.leader, "/releases").await.ok();
    let statuses: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["status"].clone())
        .collect();
    assert_eq!(
        statuses,
        ["in_force", "in_force"],
        "one today, one from its date on"
    );
}

#[tokio::test]
async fn an_altered_text_is_found_and_never_used() {
    let house = House::build().await;
    let id = house.in_force("2021-01-01").await;
    let ctx = Ctx::system(&house.app.floor, Uuid::nil(), "test");
    let reader = ctx.query(&crate::authz::PROGRAMME_LIST).await.unwrap();
    let archive = crate::repo::whole(reader.conn(), id)
        .await
        .unwrap()
        .unwrap()
        .archive;
    reader.finish().await.unwrap();
    let altered = String::from_utf8(archive)
        .unwrap()
        .replace("value: 5268", "value: 5269");
    let tx = ctx
        .begin(&crate::authz::RELEASE_PROPOSE, None)
        .await
        .unwrap();
    let sql = Sql::new("update release set archive = ").bind(altered.into_bytes());
    tx.conn().run(sql).await.unwrap();
    tx.commit().await.unwrap();
    let report = house.app.verify_report().await;
    assert!(
        report
            .faults
            .iter()
            .any(|f| f.zh.contains(&id.to_string()) || f.en.contains(&id.to_string())),
        "{:?}",
        report.faults
    );
    // A floor that has compiled nothing yet reads the archive and refuses it.
    let floor = &house.app.floor;
    floor.extension::<crate::Packs>().unwrap().forget();
    assert_eq!(
        house.rules("2022-10").await.unwrap_err().code(),
        "policy.release.damaged"
    );
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_strangers_get_none() {
    let house = House::build().await;
    let stranger = house.app.user("reader", "620521");
    let answer = house
        .app
        .post(&stranger, "/releases", json!({"from": "2022-01-01"}))
        .await;
    assert_eq!(answer.status, 403);
    assert_eq!(house.app.get(&stranger, "/releases").await.status, 403);
    let send = || {
        house
            .app
            .request("POST".parse().unwrap(), "/releases")
            .by(&house.officer)
            .key("one")
            .json(&json!({"from": "2022-01-01"}))
            .send()
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.json()["id"], again.json()["id"]);
}

#[tokio::test]
async fn an_earlier_release_counts_again_and_only_one_that_was_approved() {
    let house = House::build().await;
    house.without_tests();
    let first = house.in_force("2021-01-01").await;
    house.change(STANDARD, "value: 5268, ", "value: 5300, ");
    let second = house.propose("2022-01-01").await;
    let again = |id: &str, from: &str| json!({"from": from, "again": id});
    let post = |body| house.app.post(&house.officer, "/releases", body);

    let waiting = second["id"].as_str().unwrap();
    let answer = post(again(waiting, "2023-01-01")).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (409, "policy.release.never")
    );
    house.approve(&second).await;
    assert_eq!(standard(&house.rules("2022-10").await.unwrap().1), "5300");

    // Back to the first from June on; from its own day nothing else is needed than two people.
    let back = post(again(&first.to_string(), "2022-06-01")).await.ok();
    assert_eq!(
        (back["version"].as_str(), back["status"].as_str()),
        (Some("3"), Some("proposed"))
    );
    assert_eq!(standard(&house.rules("2022-10").await.unwrap().1), "5300");
    house.approve(&back).await;
    let (now, rules) = house.rules("2022-10").await.unwrap();
    assert_eq!(
        (now.to_string(), standard(&rules)),
        (back["id"].as_str().unwrap().to_owned(), "5268".to_owned())
    );
    assert_eq!(standard(&house.rules("2022-05").await.unwrap().1), "5300");

    // Once more would change nothing; an unknown release is not found.
    let same = post(again(&first.to_string(), "2022-06-01")).await;
    assert_eq!(same.code(), "policy.release.same");
    let same = post(again(&first.to_string(), "2023-01-01")).await;
    assert_eq!(same.code(), "policy.release.same");
    let unknown = post(again(&Uuid::nil().to_string(), "2023-01-01")).await;
    assert_eq!(unknown.status, 404);
    // From an earlier day on it does change what counts in between.
    post(again(&first.to_string(), "2022-03-01")).await.ok();
    house.app.verify().await;
}
