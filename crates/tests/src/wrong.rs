//! Wrong and hostile acts on cases: each is refused clearly, and nothing is lost.

use serde_json::{Value, json};

use directory::{NewGrant, create_grant};
use platform::Ctx;
use uuid::Uuid;

use crate::county::Answer;
use crate::office::{Office, TOWN};
use crate::walk::couple;

impl Office {
    /// A command under an idempotency key of one's own.
    async fn keyed(&self, who: &str, path: &str, key: &str, body: &Value) -> Answer {
        let mut by = self.house.headers(self.people[who]);
        by.insert("idempotency-key", key.parse().unwrap());
        let body = Some(("application/json", body.to_string()));
        crate::county::send(&self.house, Some(by), "POST", path, body).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_of_the_daily_work_is_refused_clearly() {
    let mut office = Office::alone("bad", "2022-11-07").await;
    let (household, people) = couple(&office, 701).await;
    let case = office.reviewed(&household, &people, 2).await;
    // A case of another township is as if it did not exist.
    let elsewhere = office
        .ask("next-clerk", "GET", &format!("/cases/{case}"), None)
        .await;
    assert_eq!(elsewhere.status, 404);
    // A list that is to hang from tomorrow, or is taken down too soon.
    let today = office.post(&case, "publicity", office.day).await;
    let post = |on: &str| {
        let mut act = today.clone();
        act["on"] = json!(on);
        act
    };
    office
        .refused("case-village", &case, post("2022-11-08"))
        .await;
    office
        .refused("case-village", &case, post("2022-11-01"))
        .await;
    // Its proof is a picture of this case: neither a word, nor the picture of another one.
    let (neighbours, members) = couple(&office, 731).await;
    let other = office.accepted(&neighbours, &members).await;
    let theirs = office.post(&other, "publicity", office.day).await;
    for proof in [json!("file:photo"), theirs["proof"].clone()] {
        let mut act = today.clone();
        act["proof"] = proof;
        let answer = office.act("case-village", &case, act).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(
            answer.body.to_string().contains("张贴照片"),
            "{}",
            answer.body
        );
    }
    office.done("case-village", &case, post("2022-11-07")).await;
    let shown = office.case(&case).await["posting"].clone();
    assert_eq!(shown["until"], "2022-11-14", "{shown}");
    assert_eq!(shown["proof"], today["proof"], "{shown}");
    office.later(5);
    let down = json!({"act": "take_down", "step": "publicity", "on": office.day.to_string()});
    office.done("case-clerk", &case, down).await;
    office.later(5);
    office.clock().await;
    let quiet = json!({"act": "finish", "step": "publicity", "outcome": "quiet"});
    let why = office.refused("case-clerk", &case, quiet).await;
    assert!(why.contains("不满7日"), "{why}");
    // From two windows: the second sees that the case went on.
    let seen = office.case(&case).await["seen"].clone();
    let act = json!({"act": post(&office.day.to_string()), "seen": seen});
    let path = format!("/cases/{case}/acts");
    let one = office
        .ask("case-village", "POST", &path, Some(act.clone()))
        .await;
    assert_eq!(one.status, 200, "{}", one.body);
    let two = office.ask("case-clerk", "POST", &path, Some(act)).await;
    assert_eq!(
        (two.status, two.code()),
        (409, "decide.case.stale"),
        "{}",
        two.body
    );
    // A year whose holidays are not published: the lamp stays, the last day is open.
    let (household, people) = couple(&office, 711).await;
    let mut far = Office::alone("far", "2026-12-21").await;
    let _ = (household, people);
    let (household, people) = couple(&far, 721).await;
    let late = far.accepted(&household, &people).await;
    let row = far.row("case-clerk", &late).await;
    assert_eq!(row["unknown_year"], true, "{row}");
    let total = far.case(&late).await["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["key"] == "total")
        .unwrap()
        .clone();
    assert!(
        total["due"].is_null() && !total["left"].is_null(),
        "{total}"
    );
    far.later(30);
    far.clock().await;
    assert_eq!(far.row("case-clerk", &late).await["status"], "open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_does_a_thing_once() {
    let office = Office::alone("twice", "2022-11-07").await;
    let (household, people) = couple(&office, 731).await;
    // The same key: the same answer, one case.
    let new = json!({"procedure": "dibao", "household": household});
    let one = office.keyed("case-clerk", "/cases", "click-1", &new).await;
    let two = office.keyed("case-clerk", "/cases", "click-1", &new).await;
    assert_eq!((one.status, two.status), (201, 201), "{}", two.body);
    assert_eq!(one.body["id"], two.body["id"]);
    // Another key: refused, and it says that one is open already.
    let three = office.keyed("case-clerk", "/cases", "click-2", &new).await;
    assert_eq!(three.code(), "decide.case.open_already", "{}", three.body);
    // The same key for something else is no repetition.
    let other = json!({"procedure": "dibao_single", "household": household});
    let four = office
        .keyed("case-clerk", "/cases", "click-1", &other)
        .await;
    assert_eq!(four.status, 422, "{}", four.body);

    let case = one.body["id"].as_str().unwrap().to_owned();
    office.apply(&case, &people).await;
    let seen = office.case(&case).await["seen"].clone();
    let accept = json!({"act": {"act": "finish", "step": "apply", "outcome": "accept", "facts": {"近亲属备案": false}}, "seen": seen});
    let path = format!("/cases/{case}/acts");
    let one = office.keyed("case-clerk", &path, "click-3", &accept).await;
    let two = office.keyed("case-clerk", &path, "click-3", &accept).await;
    assert_eq!((one.status, two.status), (200, 200), "{}", two.body);
    assert_eq!(one.body["number"], two.body["number"]);
    let three = office.keyed("case-clerk", &path, "click-4", &accept).await;
    assert_eq!(three.code(), "decide.case.stale", "{}", three.body);
    // Both at the same instant, under two keys: one of them, not both and not neither.
    let seen = office.case(&case).await["seen"].clone();
    let assign =
        json!({"act": {"act": "finish", "step": "assign", "outcome": "assigned"}, "seen": seen});
    let (one, two) = tokio::join!(
        office.keyed("case-clerk", &path, "click-5", &assign),
        office.keyed("case-clerk-2", &path, "click-6", &assign),
    );
    let mut both = [one.status, two.status];
    both.sort_unstable();
    assert_eq!(both, [200, 409], "{} {}", one.body, two.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_and_another_townships_case_take_no_act() {
    let office = Office::alone("closed", "2022-11-07").await;
    let (household, people) = couple(&office, 741).await;
    let case = office.start("case-clerk", "dibao", &household).await;
    // Nothing of another township's case can be done, looked at, printed or signed.
    let file = json!({"step": "apply", "form": "dibao_application", "values": {}, "seen": 0});
    let act = json!({"act": {"act": "finish", "step": "apply", "outcome": "missing", "reason": "缺"}, "seen": 0});
    let draft = json!({"values": {}});
    for (method, path, body) in [
        ("GET", "", None),
        ("POST", "/acts", Some(act)),
        ("POST", "/forms", Some(file)),
        ("PUT", "/forms/dibao_application/draft", Some(draft)),
        ("POST", "/letters", Some(json!({"document": "receipt"}))),
        ("GET", "/letters", None),
    ] {
        let path = format!("/cases/{case}{path}");
        let answer = office.ask("next-clerk", method, &path, body).await;
        assert_eq!(answer.status, 404, "{method} {path}: {}", answer.body);
    }
    let gone =
        json!({"act": "finish", "step": "apply", "outcome": "not_here", "reason": "不属本地"});
    let closed = office.done("case-clerk", &case, gone).await;
    assert_eq!(closed["status"], "closed");
    let before = office.case(&case).await["seen"].clone();
    let identity = json!({"act": "paper", "paper": "identity", "subject": people[0], "state": "given", "reason": null});
    let accept = json!({"act": "finish", "step": "apply", "outcome": "accept", "facts": {"近亲属备案": false}});
    let withdraw = json!({"act": "leave", "way": "withdraw", "reason": "撤回"});
    for act in [identity, accept, withdraw] {
        let why = office.refused("case-clerk", &case, act).await;
        assert!(!why.is_empty());
    }
    assert_eq!(
        office.case(&case).await["seen"],
        before,
        "nothing was added"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_role_has_ended_acts_no_more() {
    let mut office = Office::alone("ended", "2022-11-07").await;
    let (household, people) = couple(&office, 751).await;
    let case = office.accepted(&household, &people).await;
    // The neighbour's clerk helps out here until Wednesday.
    let system = Ctx::system(&office.house.floor, Uuid::nil(), "test");
    let grant = NewGrant {
        role: "township_clerk".into(),
        division: TOWN.into(),
        sections: Vec::new(),
        from: None,
        to: Some("2022-11-09".parse().unwrap()),
    };
    let helper = office.people["next-clerk"];
    create_grant(&system, helper, &grant).await.unwrap();
    let path = format!("/cases/{case}");
    let shown = office.ask("next-clerk", "GET", &path, None).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let seen = shown.body["seen"].clone();
    office.later(3);
    let assign =
        json!({"act": {"act": "finish", "step": "assign", "outcome": "assigned"}, "seen": seen});
    let path = format!("/cases/{case}/acts");
    let late = office.ask("next-clerk", "POST", &path, Some(assign)).await;
    assert_eq!(late.status, 404, "{}", late.body);
    assert!(office.is_open(&case, "assign").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn holidays_are_worked_on_and_not_counted() {
    // Friday before the holidays of October 2022: seven days off, and the Saturdays after and
    // before are working days.
    let mut office = Office::alone("holiday", "2022-09-30").await;
    let (household, people) = couple(&office, 761).await;
    let case = office.accepted(&household, &people).await;
    let left = async |office: &Office| {
        let row = office.row("case-clerk", &case).await;
        row["next"]["left"].as_i64().unwrap()
    };
    assert_eq!(left(&office).await, 3);
    // On National Day somebody acts all the same; the limit has not moved.
    office.later(1);
    assert_eq!(left(&office).await, 3);
    let paper = json!({"act": "paper", "paper": "income_proof", "subject": null, "state": "given", "reason": null});
    let answer = office.act("case-clerk", &case, paper).await;
    assert!(
        answer.status == 200 || answer.status == 409,
        "{}",
        answer.body
    );
    office.later(7);
    assert_eq!(left(&office).await, 2, "Saturday 8 October is worked");
    office.later(1);
    assert_eq!(left(&office).await, 1, "and so is Sunday the ninth");
}

#[tokio::test(flavor = "multi_thread")]
async fn days_that_have_not_come_and_days_before_are_refused() {
    let office = Office::alone("days", "2022-11-07").await;
    let (household, people) = couple(&office, 771).await;
    let case = office.reviewed(&household, &people, 2).await;
    office.posted(&case).await;
    let object = |on: &str| json!({"act": "object", "step": "publicity", "on": on});
    let down = |on: &str| json!({"act": "take_down", "step": "publicity", "on": on});
    for act in [
        object("2022-11-08"),
        object("2022-11-06"),
        down("2022-11-08"),
        down("2022-11-06"),
    ] {
        let why = office.refused("case-clerk", &case, act).await;
        assert!(why.contains('日'), "{why}");
    }
    // A date that is none is no act at all.
    let answer = office.act("case-clerk", &case, object("2022-02-30")).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    let form = ("publicity", "publicity_list");
    let values = json!({"张贴日期": "2099-01-01"});
    let body = json!({"step": form.0, "form": form.1, "subject": null, "values": values, "seen": office.case(&case).await["seen"]});
    let path = format!("/cases/{case}/forms");
    let wrong = office.ask("case-clerk", "POST", &path, Some(body)).await;
    assert!(wrong.status >= 400, "{}", wrong.body);
}
