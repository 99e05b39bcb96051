//! One application, from the counter to the award: an old couple's dibao, and the emergency
//! relief of a burnt-out family, with the people of a township and its county.

use serde_json::{Value, json};

use crate::office::{Office, id};

#[tokio::test(flavor = "multi_thread")]
async fn an_old_couple_applies_and_is_in_benefit_from_the_month_after() {
    let mut office = Office::open().await;
    let (household, people) = office
        .family(
            json!([
                {"name": "赵有福", "id_number": id("1948-02-03", 931), "relation": "户主", "facts": {"健康状况": "重病", "劳动能力": "完全丧失"}},
                {"name": "孙桂兰", "id_number": id("1950-05-06", 932), "relation": "妻", "facts": {"劳动能力": "完全丧失"}},
            ]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.start("case-clerk", "dibao", &household).await;
    for (who, waits) in [("case-clerk", true), ("case-county", false)] {
        let path = "/cases?mine=true&status=open&step=apply&page=1&limit=20&total=true";
        let list = office.ask(who, "GET", path, None).await;
        assert_eq!(list.status, 200, "{}", list.body);
        let found = list.body["items"].as_array().unwrap();
        assert_eq!(
            found.iter().any(|c| c["id"] == case.as_str()),
            waits,
            "{who}"
        );
    }
    let again = json!({"procedure": "dibao", "household": household});
    let twice = office
        .ask("case-clerk", "POST", "/cases", Some(again))
        .await;
    assert_eq!(twice.code(), "decide.case.open_already");

    // Nothing is accepted without forms and papers, and nobody else accepts.
    let accept = json!({"act": "finish", "step": "apply", "outcome": "accept", "facts": {"近亲属备案": false}});
    office.refused("case-clerk", &case, accept.clone()).await;
    office.refused("case-county", &case, accept.clone()).await;
    office
        .file(
            "case-clerk",
            &case,
            "apply",
            "dibao_application",
            None,
            json!({"申请事由": "年老多病"}),
        )
        .await;
    for person in &people {
        office
            .file(
                "case-clerk",
                &case,
                "apply",
                "authorisation",
                Some(person),
                json!({}),
            )
            .await;
        let paper = json!({"act": "paper", "paper": "identity", "subject": person, "state": "given", "reason": null});
        office.done("case-clerk", &case, paper).await;
    }
    for paper in ["income_proof", "disability_or_illness"] {
        let given = json!({"act": "paper", "paper": paper, "subject": null, "state": "given", "reason": null});
        office.done("case-clerk", &case, given).await;
    }
    let shown = office.done("case-clerk", &case, accept).await;
    assert!(
        shown["number"]
            .as_str()
            .unwrap()
            .starts_with("620521198-SL-2022-"),
        "{shown}"
    );
    assert_eq!(shown["rules"], "RS2022");
    receipt(&office, &case).await;
    let total = shown["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["key"] == "total")
        .unwrap();
    assert_eq!(total["unit"], "working_days");

    // The step is not clicked away: the request has to be there.
    let started = json!({"act": "finish", "step": "verification_start", "outcome": "started"});
    let why = office.refused("case-county-clerk", &case, started).await;
    assert!(why.contains("尚未提请核对"), "{why}");
    office
        .finish("case-clerk", &case, "assign", "assigned", json!({}))
        .await;
    let survey = json!({"act": "finish", "step": "survey", "outcome": "done"});
    office.refused("case-clerk", &case, survey).await;
    office
        .file(
            "case-clerk",
            &case,
            "survey",
            "home_survey",
            None,
            json!({"调查情况": "土木结构住房，无存款。"}),
        )
        .await;
    // Nobody signs for the family but with its strokes, whichever way the request comes.
    let sign = json!({"act": "sign", "step": "survey", "slot": "family", "party": people[1]});
    let answer = office.act("case-clerk", &case, sign).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.body.to_string().contains("手写"), "{}", answer.body);
    for (who, slot, party) in [
        ("case-clerk", "investigators", None),
        ("case-village", "investigators", None),
        ("case-clerk", "family", Some(people[1].as_str())),
    ] {
        office.sign(who, &case, "survey", slot, party).await;
    }
    office
        .finish("case-clerk", &case, "survey", "done", json!({}))
        .await;

    // The survey's circumstances go to the register, and the assessment follows.
    let file = office
        .ask(
            "case-clerk",
            "GET",
            &format!("/households/{household}"),
            None,
        )
        .await
        .body;
    assert_eq!(file["members"].as_array().unwrap().len(), 2);

    office
        .file(
            "case-reviewer",
            &case,
            "review",
            "review_opinion",
            None,
            json!({"低保类别": "二类"}),
        )
        .await;
    let propose = json!({
        "act": "finish", "step": "review", "outcome": "propose_grant_against", "reason": "年老重病，实际困难",
        "facts": {"拟保障人数": 2, "拟确认月金额": "834.00"},
    });
    let why = office
        .refused("case-reviewer", &case, propose.clone())
        .await;
    assert!(why.contains("核对报告"), "verification comes first: {why}");
    office.verified(&case).await;
    let verdict = office.case(&case).await["facts"]["测算结论"].clone();
    let outcome = if verdict == "符合" {
        "propose_grant"
    } else {
        "propose_grant_against"
    };
    let mut propose = propose;
    propose["outcome"] = json!(outcome);
    if outcome == "propose_grant" {
        propose["reason"] = Value::Null;
    }
    office.done("case-reviewer", &case, propose).await;

    // Seven days in the village, with a photo; then the program itself takes it down.
    office.posted(&case).await;
    let quiet = json!({"act": "finish", "step": "publicity", "outcome": "quiet"});
    office.refused("case-clerk", &case, quiet.clone()).await;
    office.later(8);
    office.done("case-clerk", &case, quiet).await;

    office
        .file(
            "case-county",
            &case,
            "county_review",
            "confirmation",
            None,
            json!({}),
        )
        .await;
    let grant = json!({"act": "finish", "step": "county_review", "outcome": "grant", "facts": {"确认人数": 2, "确认月金额": "834.00"}});
    office.refused("case-reviewer", &case, grant.clone()).await;
    let granted = office.done("case-county", &case, grant).await;
    assert_eq!(granted["result"], "granted");
    office
        .finish("case-clerk", &case, "publication", "published", json!({}))
        .await;
    office
        .finish(
            "case-county-clerk",
            &case,
            "award",
            "started",
            json!({"facts": {"生效月份首日": "2022-12-01"}}),
        )
        .await;
    let closed = office
        .finish("case-clerk", &case, "archive", "filed", json!({}))
        .await;
    assert_eq!(closed["status"], "closed");

    let awards = office
        .ask(
            "case-clerk",
            "GET",
            &format!("/households/{household}/awards"),
            None,
        )
        .await;
    assert_eq!(awards.status, 200, "{}", awards.body);
    let award = &awards.body["items"][0];
    assert_eq!(
        award["programme"]["key"]
            .as_str()
            .or(award["programme"].as_str()),
        Some("dibao"),
        "{award}"
    );
    assert!(award.to_string().contains("2022-12"), "{award}");
    assert!(award.to_string().contains("二类"), "{award}");
    assert_eq!(
        office
            .act("case-clerk", &case, json!({"act": "resume"}))
            .await
            .status,
        409
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burnt_out_family_is_helped_first_and_signs_afterwards() {
    let office = Office::open().await;
    let (household, people) = office
        .family(
            json!([{"name": "马建国", "id_number": id("1980-07-08", 941), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office
        .start("case-clerk", "temporary_relief_emergency", &household)
        .await;
    office
        .file(
            "case-clerk",
            &case,
            "report",
            "relief_application",
            None,
            json!({"困难原因": "火灾"}),
        )
        .await;
    let urgent = json!({"facts": {"情况急迫": true, "拟救助金额": "800.00"}});
    office
        .finish("case-clerk", &case, "report", "urgent", urgent)
        .await;
    let paid = json!({"act": "finish", "step": "aid", "outcome": "paid", "facts": {"拟救助金额": "800.00"}});
    office.refused("case-clerk", &case, paid.clone()).await;
    let helped = office.act("case-reviewer", &case, paid.clone()).await;
    let helped = if helped.status == 200 {
        helped
    } else {
        office.act("case-county", &case, paid).await
    };
    assert_eq!(helped.status, 200, "{}", helped.body);
    assert_eq!(helped.body["result"], "granted");
    assert!(helped.body["number"].is_string());
    let left = helped.body["deadlines"].as_array().unwrap();
    assert!(
        left.iter()
            .any(|d| d["key"] == "supplement" && d["met"].is_null()),
        "{left:?}"
    );
    assert!(!people.is_empty());
    let decisions = office
        .ask(
            "case-county",
            "GET",
            "/decisions?kind=one_off&limit=5",
            None,
        )
        .await;
    assert_eq!(decisions.status, 200, "{}", decisions.body);
    assert!(
        decisions.body.to_string().contains("急难型临时救助"),
        "{}",
        decisions.body
    );
}

/// The receipt is made once, printed again as a second copy, and says the same each time.
async fn receipt(office: &Office, case: &str) {
    let path = format!("/cases/{case}/letters");
    let due = office.ask("case-clerk", "GET", &path, None).await;
    assert_eq!(due.body[0]["document"], "receipt", "{}", due.body);
    assert!(due.body[0]["letter"].is_null());
    let mut numbers = Vec::new();
    for nth in [1, 2] {
        let body = json!({"document": "receipt", "large": nth == 2});
        let made = office.ask("case-clerk", "POST", &path, Some(body)).await;
        assert_eq!(made.status, 201, "{}", made.body);
        assert_eq!(made.body["nth"], nth);
        numbers.push(made.body["number"].clone());
    }
    assert_eq!(numbers[0], numbers[1]);
    let made = office.ask("case-clerk", "GET", &path, None).await.body;
    assert_eq!(made[0]["copies"].as_array().unwrap().len(), 2);
    let letter = made[0]["letter"].as_str().unwrap();
    let by = || office.house.headers(office.people["case-clerk"]);
    let page =
        |query: &str| crate::county::page(&office.house, by(), format!("/letters/{letter}{query}"));
    let first = page("?nth=1").await;
    for said in [
        "受理通知书",
        "赵有福",
        "最低生活保障",
        "户口簿",
        "2022年11月7日",
    ] {
        assert!(first.contains(said), "{said}: {first}");
    }
    assert!(!first.contains("次打印"));
    assert_eq!(first, page("?nth=1").await);
    assert!(page("").await.contains("第2次打印"));
    let unknown = json!({"document": "no_such_letter"});
    let unknown = office.ask("case-clerk", "POST", &path, Some(unknown)).await;
    assert_eq!(unknown.code(), "decide.letter.unknown");
}
