//! Household verification over HTTP: consents, requests, reports, objections, and what is refused.

use serde_json::{Value, json};

use crate::office::{Office, id};
use crate::verified::{Person, report};

/// An accepted dibao case of an old couple.
pub async fn accepted(office: &Office, n: u16, purpose: &str) -> (String, Vec<String>) {
    let (household, people) = office
        .family(
            json!([
                {"name": "周有粮", "id_number": id("1948-02-03", n), "relation": "户主", "facts": {"健康状况": "重病", "劳动能力": "完全丧失"}},
                {"name": "吴桂兰", "id_number": id("1950-05-06", n + 1), "relation": "妻", "facts": {"劳动能力": "完全丧失"}},
            ]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.start("case-clerk", "dibao", &household).await;
    let reason = json!({"申请事由": "年老多病"});
    let clerk = "case-clerk";
    office
        .file(clerk, &case, "apply", "dibao_application", None, reason)
        .await;
    for person in &people {
        let values = json!({"授权用途": purpose});
        office
            .file(clerk, &case, "apply", "authorisation", Some(person), values)
            .await;
        given(office, &case, "identity", Some(person)).await;
    }
    for paper in ["income_proof", "disability_or_illness"] {
        given(office, &case, paper, None).await;
    }
    let facts = json!({"facts": {"近亲属备案": false}});
    office.finish(clerk, &case, "apply", "accept", facts).await;
    (case, people)
}

async fn given(office: &Office, case: &str, paper: &str, subject: Option<&str>) {
    let act = json!({"act": "paper", "paper": paper, "subject": subject, "state": "given", "reason": null});
    office.done("case-clerk", case, act).await;
}

async fn panel(office: &Office, who: &str, case: &str) -> Value {
    let path = format!("/cases/{case}/verification");
    let answer = office.ask(who, "GET", &path, None).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

fn open_steps(case: &Value) -> Vec<&str> {
    let road = case["road"].as_array().unwrap();
    let open = road.iter().filter(|s| s["place"] == "current");
    open.map(|s| s["step"].as_str().unwrap()).collect()
}

/// The codes of the faults in a refused file.
fn faults(answer: &crate::county::Answer) -> Vec<String> {
    assert_eq!(answer.code(), "verify.report.refused", "{}", answer.body);
    let list = answer.body["errors"].as_array().unwrap();
    let code = |f: &Value| f["pointer"].as_str().unwrap().to_owned();
    list.iter().map(code).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_family_is_verified_with_its_consent_and_may_object_to_what_was_found() {
    let office = Office::alone("verify-flow", "2022-11-07").await;
    let (case, _) = accepted(&office, 301, "申请及在保期间").await;
    let shown = panel(&office, "case-county-clerk", &case).await;
    assert_eq!(shown["applies"], true);
    assert_eq!(shown["required"], true, "2022: no review before the report");
    assert_eq!(shown["complete"], true, "{shown}");
    assert_eq!(shown["gate"]["asked"], false);
    assert!(open_steps(&office.case(&case).await).contains(&"verification_start"));

    // The request goes on record, and the step goes on by itself.
    let persons = office.sent(&case).await;
    assert_eq!(persons.len(), 2);
    assert!(persons[0].items.contains("银行存款"));
    assert!(
        !persons[0].items.contains("非银行支付"),
        "the law of 2022 lets no payment institution be asked"
    );
    assert!(open_steps(&office.case(&case).await).contains(&"verification"));
    let again = office.asked(&case).await;
    assert_eq!(again.code(), "verify.request.running");
    office.jobs().await;
    let outbox = office.house.floor.data().join("outbox/verification");
    let files: Vec<_> = std::fs::read_dir(outbox).unwrap().collect();
    assert_eq!(files.len(), 1, "the file twin lies in the outbox");

    // A report is looked through, then read.
    let text = report(
        &persons,
        "2022-11-07",
        &[(1, "车辆船舶", "甘E0001小型轿车")],
    );
    let preview = office
        .report_to(
            "case-county-clerk",
            "/verification/reports/preview",
            text.clone(),
        )
        .await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert_eq!(preview.body["reports"][0]["found"], 1);
    assert!(panel(&office, "case-county-clerk", &case).await["gate"]["report"].is_null());
    let read = office.read_back("case-county-clerk", text.clone()).await;
    assert_eq!(read.status, 201, "{}", read.body);
    let shown = office.case(&case).await;
    assert!(!open_steps(&shown).contains(&"verification"), "{shown}");
    assert_eq!(shown["facts"]["核对报告已出具"], true);
    let twice = office.read_back("case-county-clerk", text).await;
    assert_eq!(twice.status, 201, "{}", twice.body);
    assert_eq!(twice.body["again"], 1);
    assert_eq!(twice.body["reports"].as_array().unwrap().len(), 0);

    // The report with a block per source; what was not answered says so.
    let shown = panel(&office, "case-clerk", &case).await;
    assert_eq!(shown["gate"]["open"], 1);
    let key = shown["gate"]["report"].as_str().unwrap().to_owned();
    let path = format!("/verification/reports/{key}");
    let full = office.ask("case-reviewer", "GET", &path, None).await;
    assert_eq!(full.status, 200, "{}", full.body);
    let block = |source: &str| {
        let blocks = full.body["blocks"].as_array().unwrap();
        blocks
            .iter()
            .find(|b| b["source"] == source)
            .unwrap()
            .clone()
    };
    assert_eq!(block("vehicle")["found"], true);
    assert_eq!(block("residence")["answered"], true);
    assert_eq!(block("residence")["found"], false);
    assert_eq!(block("tax")["answered"], false);
    for masked in [
        &full.body["people"][0]["id_number"],
        &full.body["people"][1]["id_number"],
    ] {
        assert!(masked.as_str().unwrap().contains('*'));
    }
    let by = || office.house.headers(office.people["case-reviewer"]);
    let page = crate::county::page(&office.house, by(), format!("{path}/paper")).await;
    for said in [
        "核对报告",
        "周有粮",
        "甘E0001小型轿车",
        "有检出",
        "未反馈",
        "待认定",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let docx = format!("{path}/paper?format=docx");
    let docx = crate::county::fetch(&office.house, by(), docx).await;
    assert!(docx.starts_with(b"PK"));

    // A finding is a clue. The family objects, the review waits, somebody else looks again.
    let vehicles = block("vehicle");
    let lines = vehicles["lines"].as_array().unwrap();
    let line = lines.iter().find(|l| l["found"] == true).unwrap();
    let finding = format!("/verification/findings/{}", line["id"].as_str().unwrap());
    let object = json!({"reason": "车辆已于去年报废，有注销证明"});
    let objected = office
        .versioned("case-clerk", &format!("{finding}/object"), 1, object)
        .await;
    assert_eq!(objected.status, 200, "{}", objected.body);
    assert_eq!(office.case(&case).await["facts"]["核对异议待复查"], true);
    assert!(
        office
            .tasks("case-reviewer")
            .await
            .iter()
            .any(|t| t.contains("待复查"))
    );
    let outcome = json!({"stands": false, "reason": "已查验注销证明"});
    let stale = office
        .versioned(
            "case-reviewer",
            &format!("{finding}/decide"),
            1,
            outcome.clone(),
        )
        .await;
    assert_eq!(stale.status, 412, "{}", stale.body);
    let decided = office
        .versioned(
            "case-reviewer",
            &format!("{finding}/decide"),
            2,
            outcome.clone(),
        )
        .await;
    assert_eq!(decided.status, 200, "{}", decided.body);
    assert_eq!(decided.body["state"], "cleared");
    assert_eq!(office.case(&case).await["facts"]["核对异议待复查"], false);
    let twice = office
        .versioned("case-reviewer", &format!("{finding}/decide"), 3, outcome)
        .await;
    assert_eq!(twice.code(), "verify.finding.state");
}

impl Office {
    /// A command on the version that was seen.
    async fn versioned(
        &self,
        who: &str,
        path: &str,
        version: i32,
        body: Value,
    ) -> crate::county::Answer {
        let mut by = self.house.headers(self.people[who]);
        by.insert("if-match", format!("\"{version}\"").parse().unwrap());
        let body = Some(("application/json", body.to_string()));
        crate::county::send(&self.house, Some(by), "POST", path, body).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_queried_without_a_valid_consent_for_the_matter() {
    let mut office = Office::alone("verify-consent", "2022-11-07").await;
    // For another purpose.
    let (case, _) = accepted(&office, 311, "在保期间复核").await;
    let refused = office.asked(&case).await;
    assert_eq!(refused.code(), "verify.request.no_consent");
    let text = refused.body.to_string();
    assert!(text.contains("授权用途不包括本事项"), "{text}");
    assert!(!text.contains("周有粮"), "no name in a refusal: {text}");

    // Withdrawn after the request: it is cancelled, and a report for it is not taken.
    let (case, people) = accepted(&office, 321, "社会救助申请").await;
    let persons = office.sent(&case).await;
    let shown = panel(&office, "case-clerk", &case).await;
    let consent = &shown["people"][0]["consent"];
    let path = format!(
        "/verification/consents/{}/withdraw",
        consent["id"].as_str().unwrap()
    );
    let why = json!({"reason": "本人不再同意"});
    let back = office.versioned("case-clerk", &path, 1, why.clone()).await;
    assert_eq!(back.status, 200, "{}", back.body);
    let twice = office.versioned("case-clerk", &path, 2, why).await;
    assert_eq!(twice.code(), "verify.consent.withdrawn");
    let late = report(&persons, "2022-11-07", &[]);
    let late = office.read_back("case-county-clerk", late).await;
    assert_eq!(faults(&late), ["cancelled"]);
    let refused = office.asked(&case).await;
    assert!(refused.body.to_string().contains("授权已经撤回"));

    // A new consent on paper that ends soon; on the day of sending it has expired.
    let sheet = crate::filled::Sheet {
        house: &office.house,
        by: office.house.headers(office.people["case-clerk"]),
        case: &case,
        form: "authorisation",
        subject: None,
    };
    let paper = sheet
        .upload("photo", "", "consent.png", crate::filled::PNG)
        .await;
    let body = json!({
        "person": people[0], "purpose": "application", "items": ["户籍", "车辆船舶"],
        "from": "2022-11-07", "to": "2022-11-08", "file": paper.body["file"]
    });
    let path = format!("/cases/{case}/consents");
    let kept = office
        .ask("case-clerk", "POST", &path, Some(body.clone()))
        .await;
    assert_eq!(kept.status, 201, "{}", kept.body);
    assert_eq!(kept.body["people"][0]["state"], "valid");
    let mut wrong = body;
    wrong["file"] = json!("01890000-0000-7000-8000-000000000000");
    let wrong = office.ask("case-clerk", "POST", &path, Some(wrong)).await;
    assert_eq!(wrong.status, 422, "a consent without its paper");
    let asked = office.asked(&case).await;
    assert_eq!(asked.status, 201, "{}", asked.body);
    office.later(3);
    let batch = office
        .ask(
            "case-county-clerk",
            "POST",
            "/verification/batches",
            Some(json!({})),
        )
        .await;
    assert_eq!(batch.code(), "verify.request.no_consent");
    assert!(batch.body.to_string().contains("授权已经到期"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_is_queried_with_the_guardians_signature_only() {
    let office = Office::alone("verify-minor", "2022-11-07").await;
    let (household, people) = office
        .family(
            json!([
                {"name": "周有田", "id_number": id("1985-02-03", 331), "relation": "户主"},
                {"name": "周小满", "id_number": id("2012-05-06", 332), "relation": "子"},
            ]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.start("case-clerk", "dibao", &household).await;
    let clerk = "case-clerk";
    for person in &people {
        office
            .file(
                clerk,
                &case,
                "apply",
                "authorisation",
                Some(person),
                json!({}),
            )
            .await;
    }
    let states = |shown: &Value| {
        let people = shown["people"].as_array().unwrap().clone();
        let state = |p: &Value| (p["name"].clone(), p["state"].clone());
        people.iter().map(state).collect::<Vec<_>>()
    };
    let shown = panel(&office, clerk, &case).await;
    assert!(
        states(&shown).contains(&(json!("周小满"), json!("guardian"))),
        "{shown}"
    );
    assert_eq!(shown["complete"], false);
    let child = shown["people"].as_array().unwrap().iter();
    let child = child.clone().find(|p| p["name"] == "周小满").unwrap()["person"].clone();
    let signed =
        json!({"无民事行为能力或限制行为能力": true, "监护人姓名": "周有田", "签字": null});
    office
        .file(
            clerk,
            &case,
            "apply",
            "authorisation",
            child.as_str(),
            signed,
        )
        .await;
    let shown = panel(&office, clerk, &case).await;
    assert_eq!(shown["complete"], true, "{shown}");
}

/// A report with one thing changed.
fn changed(people: &[Person], from: &str, to: &str) -> String {
    let text = report(people, "2022-11-07", &[]);
    assert!(text.contains(from), "{text}");
    text.replace(from, to)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_report_is_refused_whole_and_says_where() {
    let office = Office::alone("verify-reports", "2022-11-07").await;
    let (case, _) = accepted(&office, 341, "申请及在保期间").await;
    let persons = office.sent(&case).await;
    let one = persons[0].clone();
    let who = "case-county-clerk";
    let unknown = changed(&persons, &one.request, "620521-HD-2022-99999");
    let double = report(&persons, "2022-11-07", &[]);
    let line = double.lines().nth(3).unwrap().to_owned();
    let double = double.replace(&line, &format!("{line}\r\n{line}"));
    let stranger = id("1960-01-01", 999);
    let other = id("1948-02-03", 777);
    for (text, codes) in [
        (unknown, vec!["unknown_request"]),
        (changed(&persons, "行数,4", "行数,5"), vec!["total"]),
        (
            changed(&persons, &one.id_number, &other),
            vec!["id_changed", "id_changed", "person_missing"],
        ),
        (
            changed(
                &persons,
                &format!("{},{}", one.name, one.id_number),
                &format!("路人甲,{stranger}"),
            ),
            vec!["unknown_person", "unknown_person", "person_missing"],
        ),
        (double, vec!["total", "line_twice"]),
        (report(&persons, "2022-11-06", &[]), vec!["older"]),
        (report(&persons, "2022-11-08", &[]), vec!["future"]),
        (
            report(&persons, "2022-11-07", &[(1, "非银行支付", "零钱")]),
            vec!["beyond_consent"],
        ),
        (
            report(&persons, "2022-11-07", &[(1, "水电气", "高")]),
            vec!["source"],
        ),
        (
            report(&persons[..1], "2022-11-07", &[]),
            vec!["person_missing"],
        ),
        ("你好".to_owned(), vec!["column"]),
    ] {
        let answer = office.read_back(who, text).await;
        let found = faults(&answer);
        for code in codes {
            assert!(found.iter().any(|f| f == code), "{code}: {}", answer.body);
        }
        let said = answer.body.to_string();
        assert!(
            !said.contains(&one.name) && !said.contains(&one.id_number),
            "{said}"
        );
        assert!(panel(&office, who, &case).await["gate"]["report"].is_null());
    }
    // Nobody has sent it: a report for a request that still waits.
    let (second, _) = accepted(&office, 351, "申请及在保期间").await;
    let asked = office.asked(&second).await;
    let number = asked.body["requests"][0]["number"].as_str().unwrap();
    let mut early = one.clone();
    early.request = number.to_owned();
    let early = office
        .read_back(who, report(&[early], "2022-11-07", &[]))
        .await;
    assert!(faults(&early).contains(&"not_sent".to_owned()));
    // The right one goes in, another one for the same request does not.
    let right = office
        .read_back(who, report(&persons, "2022-11-07", &[]))
        .await;
    assert_eq!(right.status, 201, "{}", right.body);
    let other = report(&persons, "2022-11-07", &[(2, "车辆船舶", "甘E0002")]);
    let other = office.read_back(who, other).await;
    assert_eq!(faults(&other), ["answered_already"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_office_that_asked_sees_a_report() {
    let office = Office::alone("verify-office", "2022-11-07").await;
    let (case, _) = accepted(&office, 361, "申请及在保期间").await;
    office
        .verified_with(&case, &[(1, "车辆船舶", "甘E0003")])
        .await;
    let shown = panel(&office, "case-county-clerk", &case).await;
    let report = shown["gate"]["report"].as_str().unwrap().to_owned();
    let path = format!("/verification/reports/{report}");
    for who in ["case-county", "case-leader", "case-clerk", "case-reviewer"] {
        assert_eq!(
            office.ask(who, "GET", &path, None).await.status,
            200,
            "{who}"
        );
    }
    for (who, status) in [
        ("next-clerk", 404),
        ("next-reviewer", 404),
        ("case-village", 403),
        ("case-finance", 403),
    ] {
        let answer = office.ask(who, "GET", &path, None).await;
        assert_eq!(answer.status, status, "{who}: {}", answer.body);
    }
    let list = office
        .ask(
            "next-clerk",
            "GET",
            "/verification/requests?total=true",
            None,
        )
        .await;
    assert_eq!(list.body["total"]["rows"], 0, "{}", list.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_four_are_counted_and_what_was_changed_by_hand_is_named() {
    let mut office = Office::alone("verify-gates", "2022-11-07").await;
    let (case, _) = accepted(&office, 371, "申请及在保期间").await;
    office
        .verified_with(&case, &[(1, "车辆船舶", "甘E0004")])
        .await;
    office
        .finish("case-clerk", &case, "assign", "assigned", json!({}))
        .await;
    let people = office.case(&case).await["parties"].clone();
    let survey = json!({"调查情况": "属实"});
    office
        .file("case-clerk", &case, "survey", "home_survey", None, survey)
        .await;
    for (who, slot, party) in [
        ("case-clerk", "investigators", Value::Null),
        ("case-village", "investigators", Value::Null),
        ("case-clerk", "family", people[1]["person"].clone()),
    ] {
        office
            .sign(who, &case, "survey", slot, party.as_str())
            .await;
    }
    office
        .finish("case-clerk", &case, "survey", "done", json!({}))
        .await;
    let opinion = json!({"低保类别": "二类"});
    office
        .file(
            "case-reviewer",
            &case,
            "review",
            "review_opinion",
            None,
            opinion,
        )
        .await;
    let refuse = json!({"reason": "车辆属实"});
    office
        .finish("case-reviewer", &case, "review", "propose_refuse", refuse)
        .await;
    let file = json!({"结论": "不予确认"});
    office
        .file(
            "case-county",
            &case,
            "county_review",
            "confirmation",
            None,
            file,
        )
        .await;
    let reason = json!({"reason": "超过财产标准"});
    office
        .finish("case-county", &case, "county_review", "refuse", reason)
        .await;
    // A second one was accepted and is not decided: it counts nowhere.
    accepted(&office, 381, "申请及在保期间").await;
    let path = "/cases/four-gates?from=2022-11-01&to=2022-11-30";
    let counted = office.ask("case-county", "GET", path, None).await;
    assert_eq!(counted.status, 200, "{}", counted.body);
    assert_eq!(counted.body["decided"], 1, "{}", counted.body);
    let gate = |kind: &str| {
        let gates = counted.body["gates"].as_array().unwrap();
        let gate = gates.iter().find(|g| g["kind"] == kind).unwrap().clone();
        (gate["due"].clone(), gate["done"].clone())
    };
    assert_eq!(gate("verification"), (json!(1), json!(1)));
    assert_eq!(gate("survey"), (json!(1), json!(1)));
    // Refused before it was published, and no appraisal since 2021: neither was due.
    assert_eq!(gate("publicity"), (json!(0), json!(0)));
    assert_eq!(gate("appraisal"), (json!(0), json!(0)));
    let next = office.ask("next-clerk", "GET", path, None).await;
    assert_eq!(next.body["decided"], 0);

    // What anybody changes behind the program's back is found.
    office.later(1);
    let report = platform::audit::verify(&office.house.floor, &[])
        .await
        .unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    let forged = "update consent set valid_to = '2099-12-31' where valid_to is null";
    crate::months::by_hand(&office.house, forged).await;
    let report = platform::audit::verify(&office.house.floor, &[])
        .await
        .unwrap();
    assert!(
        report.faults.iter().any(|f| f.en.contains("consent")),
        "{:?}",
        report.faults
    );
}
