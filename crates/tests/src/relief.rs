//! Temporary relief: emergency, expenditure, small and fast; within limits, from the roll or in
//! cash from the township's reserve.

use serde_json::json;

use crate::office::{Office, TOWN, id};

#[tokio::test(flavor = "multi_thread")]
async fn relief_stays_within_limit_reserve_and_year() {
    let office = Office::alone("relief", "2022-11-07").await;
    let (household, _) = office
        .family(
            json!([{"name": "马建国", "id_number": id("1980-07-08", 401), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let report = async |outcome: &str, amount: &str| {
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
        let reason = (outcome != "urgent").then_some("余火又起，粮食也烧了");
        let urgent = json!({"reason": reason, "facts": {"情况急迫": true, "拟救助金额": amount}});
        office
            .finish("case-clerk", &case, "report", outcome, urgent)
            .await;
        case
    };
    let cash = |amount: &str| json!({"act": "finish", "step": "aid", "outcome": "paid_from_reserve", "facts": {"拟救助金额": amount}});
    let case = report("urgent", "700.00").await;
    // What the report asked for is not typed again.
    let asked = office
        .proposed("case-reviewer", &case, "paid_from_reserve", "拟救助金额")
        .await;
    assert_eq!(asked, "700.00");
    // An empty reserve pays nothing, and nothing is half done.
    let empty = office.act("case-reviewer", &case, cash("700.00")).await;
    assert_eq!(empty.code(), "disburse.reserve.short", "{}", empty.body);
    assert!(office.case(&case).await["result"].is_null());
    office.replenished("900.00").await;
    let paid = office.done("case-reviewer", &case, cash("700.00")).await;
    assert_eq!(paid["result"], "granted");
    // Its own relief is not counted beside it.
    let notes = office.case(&case).await["notes"].clone();
    assert!(!notes.to_string().contains("700.00"), "{notes}");
    let reserves = office.ask("case-clerk", "GET", "/reserves", None).await;
    assert_eq!(reserves.body[0]["balance"], "200.00", "{}", reserves.body);
    assert_eq!(reserves.body[0]["balanced"], true, "{}", reserves.body);
    let entries = office
        .ask(
            "case-clerk",
            "GET",
            &format!("/reserves/{TOWN}/entries"),
            None,
        )
        .await;
    assert_eq!(
        entries.body[0]["note"], paid["number"],
        "the receipt is the case's number"
    );

    // 700 and 400 are more than the township's thousand: the second is the county's to decide.
    let again = office
        .ask(
            "case-clerk",
            "POST",
            "/cases",
            Some(json!({"procedure": "temporary_relief_emergency", "household": household})),
        )
        .await;
    assert_eq!(again.code(), "decide.case.open_already", "{}", again.body);
    let undone = json!({"act": "finish", "step": "supplement", "outcome": "done"});
    office.refused("case-clerk", &case, undone).await;
    let person = office.case(&case).await["parties"][0]["person"].clone();
    office.supplemented(&case, person.as_str().unwrap()).await;
    let split = report("urgent_again", "400.00").await;
    assert_eq!(
        office.case(&split).await["facts"]["近期同一事由救助金额"],
        "700.00"
    );
    // The page says so before anybody decides: what counts together, and the limit it passes.
    let notes = office.case(&split).await["notes"].clone();
    let split_note = notes
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["kind"] == "split");
    let said = split_note.unwrap()["zh"].as_str().unwrap();
    assert!(
        said.contains("700.00") && said.contains("1100.00"),
        "{notes}"
    );
    assert_eq!(split_note.unwrap()["grave"], true, "{notes}");
    let roll = json!({"act": "finish", "step": "aid", "outcome": "paid", "facts": {"拟救助金额": "400.00"}});
    office.refused("case-reviewer", &split, roll.clone()).await;
    let granted = office.done("case-county", &split, roll).await;
    assert_eq!(granted["result"], "granted");
}

/// A family of the village with an income of nothing.
async fn family(office: &Office, name: &str, serial: u16) -> (String, Vec<String>) {
    let member = json!([{"name": name, "id_number": id("1980-07-08", serial), "relation": "户主"}]);
    office.family(member, json!({"城乡": "农村"})).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reserve_is_filled_by_two_people_and_never_overdrawn() {
    let office = Office::alone("reserve", "2022-11-07").await;
    let path = format!("/reserves/{TOWN}/replenish");
    let money = json!({"amount": "900.00", "document": "清民发〔2022〕9号"});
    let clerk = office
        .ask("case-clerk", "POST", &path, Some(money.clone()))
        .await;
    assert_eq!(clerk.status, 403, "a clerk does not fill the reserve");
    for (amount, document, at) in [
        ("0.00", "清民发〔2022〕9号", "/amount"),
        ("-5.00", "清民发〔2022〕9号", "/amount"),
        ("900.00", " ", "/document"),
    ] {
        let body = json!({"amount": amount, "document": document});
        let wrong = office.ask("case-finance", "POST", &path, Some(body)).await;
        assert_eq!(wrong.status, 422, "{}", wrong.body);
        assert!(wrong.body.to_string().contains(at), "{}", wrong.body);
    }
    let asked = office.ask("case-finance", "POST", &path, Some(money)).await;
    assert_eq!(asked.status, 201, "{}", asked.body);
    assert_eq!(asked.body["status"], "proposed");
    let held = office.ask("case-clerk", "GET", "/reserves", None).await;
    assert_eq!(
        held.body,
        json!([]),
        "nothing is there before it is approved"
    );
    let told = office.tasks("case-leader").await;
    assert!(told.iter().any(|t| t.contains("备用金")), "{told:?}");
    let id = asked.body["id"].as_str().unwrap();
    let approve = format!("/reserves/requests/{id}/approve");
    let yes = || Some(json!({"opinion": "同意"}));
    let own = office.ask("case-finance", "POST", &approve, yes()).await;
    assert_eq!(own.code(), "disburse.same_person", "{}", own.body);
    let clerk = office.ask("case-reviewer", "POST", &approve, yes()).await;
    assert_eq!(clerk.status, 403, "{}", clerk.body);
    let silent = Some(json!({"opinion": " "}));
    let silent = office.ask("case-leader", "POST", &approve, silent).await;
    assert_eq!(silent.status, 422, "{}", silent.body);
    let done = office.ask("case-leader", "POST", &approve, yes()).await;
    assert_eq!(done.body["status"], "approved", "{}", done.body);
    let reject = format!("/reserves/requests/{id}/reject");
    for path in [&approve, &reject] {
        let twice = office.ask("case-leader", "POST", path, yes()).await;
        assert_eq!(twice.code(), "disburse.reserve.decided", "{}", twice.body);
    }
    // What another refuses never comes in.
    let path = format!("/reserves/{TOWN}/replenish");
    let body = json!({"amount": "50.00", "document": "清民发〔2022〕10号"});
    let asked = office.ask("case-finance", "POST", &path, Some(body)).await;
    let id = asked.body["id"].as_str().unwrap();
    let reject = format!("/reserves/requests/{id}/reject");
    let no = office.ask("case-leader", "POST", &reject, yes()).await;
    assert_eq!(no.body["status"], "rejected", "{}", no.body);
    let held = office.ask("case-clerk", "GET", "/reserves", None).await;
    assert_eq!(held.body[0]["balance"], "900.00", "{}", held.body);
    let near = office.ask("next-clerk", "GET", "/reserves", None).await;
    assert_eq!(near.body, json!([]), "the neighbour sees nothing of it");
    let near = office
        .ask("next-clerk", "GET", "/reserves/requests", None)
        .await;
    assert_eq!(near.body, json!([]));

    // The database itself refuses a balance below nought, whoever writes it.
    for sql in [
        "update ledger_balance set amount = amount - 90001 where account = 'reserve'",
        "update reserve_entry set balance = -1",
        "update reserve_request set decided_by = proposed_by",
    ] {
        let system = platform::Ctx::system(&office.house.floor, uuid::Uuid::nil(), "test");
        let tx = system
            .begin(&decide::authz::RECHECK_OPEN, None)
            .await
            .unwrap();
        assert!(
            tx.conn().run(platform::Sql::new(sql)).await.is_err(),
            "{sql}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_ground_is_found_in_the_records() {
    let office = Office::alone("ground", "2022-11-07").await;
    office.replenished("5000.00").await;
    let (household, people) = family(&office, "马建国", 411).await;
    let report = async |cause: Option<&str>| {
        let case = office
            .start("case-clerk", "temporary_relief_emergency", &household)
            .await;
        if let Some(cause) = cause {
            let form = ("report", "relief_application");
            let cause = json!({"困难原因": cause});
            office
                .file("case-clerk", &case, form.0, form.1, None, cause)
                .await;
        }
        case
    };
    let urgent = json!({"act": "finish", "step": "report", "outcome": "urgent", "facts": {"情况急迫": true, "拟救助金额": "300.00"}});
    let paid = json!({"act": "finish", "step": "aid", "outcome": "paid_from_reserve", "facts": {"拟救助金额": "300.00"}});
    let case = report(Some("火灾")).await;
    assert_eq!(office.case(&case).await["facts"]["同一事由已救助"], false);
    office.done("case-clerk", &case, urgent.clone()).await;
    office.done("case-reviewer", &case, paid.clone()).await;
    office.supplemented(&case, &people[0]).await;

    // Nobody has to say so, and nobody can deny it: fire again is the same ground, and so is a
    // report that names none.
    let case = report(None).await;
    assert_eq!(office.case(&case).await["facts"]["同一事由已救助"], true);
    let why = office.refused("case-clerk", &case, urgent.clone()).await;
    assert!(why.contains("同一事由"), "{why}");
    let mut denied = urgent.clone();
    denied["facts"]["同一事由已救助"] = json!(false);
    let answer = office.act("case-clerk", &case, denied).await;
    assert!(answer.status >= 400, "{}", answer.body);
    // Something new may have happened, and is written down.
    let mut again = urgent.clone();
    again["outcome"] = json!("urgent_again");
    office.refused("case-clerk", &case, again).await;
    // Another ground is another matter.
    let form = ("report", "relief_application");
    let cause = json!({"困难原因": "意外事故"});
    office
        .file("case-clerk", &case, form.0, form.1, None, cause)
        .await;
    assert_eq!(office.case(&case).await["facts"]["同一事由已救助"], false);
    office.done("case-clerk", &case, urgent).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn expenditure_relief_goes_the_long_way_and_is_paid_by_the_roll() {
    let mut office = Office::alone("expenditure", "2022-11-07").await;
    let (household, people) = family(&office, "李守信", 421).await;
    let procedure = "temporary_relief_expenditure";
    let case = office.start("case-clerk", procedure, &household).await;
    let form = ("apply", "relief_application");
    // The procedure is for one kind of relief; another kind asks for less and has its own.
    let sheet = office.sheet("case-clerk", &case, form.1);
    let mut values = sheet.fill(&json!({"一次性必需支出": "30000.00"})).await;
    assert_eq!(values["救助类型"], "支出型");
    values["救助类型"] = json!("急难型");
    let other = sheet.hand_in(form.0, &values).await;
    assert_eq!(other.status, 422, "{}", other.body);
    let said = other.body.to_string();
    assert!(said.contains("/values/救助类型"), "{said}");
    let values = json!({"困难原因": "疾病", "一次性必需支出": "30000.00"});
    office
        .file("case-clerk", &case, form.0, form.1, None, values)
        .await;
    let person = Some(people[0].as_str());
    let form = ("apply", "authorisation");
    let agreed = json!({"同意": true});
    office
        .file("case-clerk", &case, form.0, form.1, person, agreed)
        .await;
    office.paper("case-clerk", &case, "identity", person).await;
    office
        .paper("case-clerk", &case, "expense_proof", None)
        .await;
    let facts = json!({"facts": {"近亲属备案": false}});
    office
        .finish("case-clerk", &case, "apply", "accept", facts)
        .await;
    office.look_into(&case, &people[0]).await;
    // Relief is judged on its own paper: an amount, and how it was set; nothing of a month.
    let sheet = office.sheet("case-reviewer", &case, "relief_review");
    let opened = sheet.open().await;
    let names = opened["fields"].as_array().unwrap().iter();
    let names: Vec<&str> = names.map(|f| f["name"].as_str().unwrap()).collect();
    assert!(
        names.contains(&"拟救助金额") && !names.contains(&"拟确认月金额"),
        "{names:?}"
    );
    let mut values = sheet.fill(&json!({"拟救助金额": "3000.00"})).await;
    let reason = values["金额依据"].take();
    values.as_object_mut().unwrap().remove("金额依据");
    let bare = sheet.hand_in("review", &values).await;
    assert!(
        bare.status == 422 && bare.body.to_string().contains("/金额依据"),
        "{}",
        bare.body
    );
    values["金额依据"] = reason;
    let handed = sheet.hand_in("review", &values).await;
    assert_eq!(handed.status, 200, "{}", handed.body);
    let sum = office
        .proposed("case-reviewer", &case, "propose_grant", "拟救助金额")
        .await;
    assert_eq!(sum, "3000.00");
    let propose = |outcome: &str| json!({"act": "finish", "step": "review", "outcome": outcome, "facts": {"拟救助金额": "3000.00"}, "reason": "重大疾病，一事一议"});
    // What was assessed is not a deviation from it.
    office
        .refused("case-reviewer", &case, propose("propose_grant_against"))
        .await;
    office
        .done("case-reviewer", &case, propose("propose_grant"))
        .await;
    let list = office
        .letter("case-clerk", &case, "relief_publicity_list")
        .await;
    assert!(
        list.contains("3000.00") && !list.contains("李守信"),
        "{list}"
    );
    office.posted(&case).await;
    office.later(8);
    office.clock().await;
    // Three thousand is more than the township may decide.
    let form = ("decision", "relief_decision");
    office
        .file("case-county", &case, form.0, form.1, None, json!({}))
        .await;
    let grant = json!({"act": "finish", "step": "decision", "outcome": "grant", "facts": {"拟救助金额": "3000.00"}});
    office
        .refused("case-reviewer-2", &case, grant.clone())
        .await;
    let done = office.done("case-county", &case, grant).await;
    let notice = office
        .letter("case-clerk", &case, "relief_grant_notice")
        .await;
    let words = "一次性救助3000.00元（大写：叁仟元整）";
    for part in [words, "救助事由：疾病", "申请行政复议"] {
        assert!(notice.contains(part), "{part}: {notice}");
    }
    assert_eq!(done["result"], "granted");
    office
        .finish("case-clerk", &case, "payment", "on_roll", json!({}))
        .await;
    office
        .finish("case-clerk", &case, "archive", "filed", json!({}))
        .await;
    let lines = office.lines("temporary_relief", "2022-11").await;
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].to_string().contains("3000.00"), "{}", lines[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn small_and_fast_relief_is_there_within_days() {
    let office = Office::alone("small", "2026-03-02").await;
    office.replenished("2000.00").await;
    let (household, people) = family(&office, "王秀英", 431).await;
    let procedure = "temporary_relief_small_fast";
    let case = office.start("case-clerk", procedure, &household).await;
    let form = ("report", "relief_application");
    let values = json!({"困难原因": "疾病"});
    office
        .file("case-clerk", &case, form.0, form.1, None, values)
        .await;
    let asks = |sum: &str| json!({"act": "finish", "step": "report", "outcome": "accept", "facts": {"拟救助金额": sum, "城乡": "农村"}});
    let high = office.act("case-clerk", &case, asks("5000.00")).await;
    assert_eq!(high.status, 409, "{}", high.body);
    let shown = office.done("case-clerk", &case, asks("300.00")).await;
    let due = shown["deadlines"].as_array().unwrap().iter();
    let total = due.clone().find(|d| d["key"] == "total").unwrap();
    assert_eq!(
        (&total["unit"], &total["left"]),
        (&json!("days"), &json!(3))
    );
    let paid = json!({"act": "finish", "step": "aid", "outcome": "paid_from_reserve"});
    office.refused("case-clerk", &case, paid.clone()).await;
    let done = office.done("case-reviewer", &case, paid).await;
    assert_eq!(done["result"], "granted");
    let receipt = office.letter("case-clerk", &case, "relief_receipt").await;
    for part in ["300", "疾病", "现金"] {
        assert!(receipt.contains(part), "{part}: {receipt}");
    }
    let form = ("record", "relief_register");
    let values = json!({"备用金列支": true, "发放方式": "现金"});
    office
        .file("case-clerk", &case, form.0, form.1, None, values)
        .await;
    office.paper("case-clerk", &case, "identity", None).await;
    for who in ["case-clerk", "case-reviewer"] {
        office.sign(who, &case, "record", "officers", None).await;
    }
    let person = Some(people[0].as_str());
    office
        .sign("case-clerk", &case, "record", "family", person)
        .await;
    let closed = office
        .finish("case-clerk", &case, "record", "filed", json!({}))
        .await;
    assert_eq!(closed["status"], "closed");
    // Cash is no line of the month's roll.
    assert!(office.lines("temporary_relief", "2026-03").await.is_empty());

    // Who is refused reads that it was relief, and why.
    let (household, _) = family(&office, "赵有福", 432).await;
    let case = office.start("case-clerk", procedure, &household).await;
    let form = ("report", "relief_application");
    office
        .file("case-clerk", &case, form.0, form.1, None, json!({}))
        .await;
    office.done("case-clerk", &case, asks("300.00")).await;
    let refuse = json!({"act": "finish", "step": "aid", "outcome": "refuse", "reason": "家中有存款，可以自行解决"});
    office.done("case-reviewer", &case, refuse).await;
    let notice = office.letter("case-clerk", &case, "refusal_notice").await;
    for part in ["不予救助告知书", "家中有存款，可以自行解决", "申请行政复议"]
    {
        assert!(notice.contains(part), "{part}: {notice}");
    }
}

impl Office {
    /// Papers, forms and signatures of an emergency, after the aid.
    async fn supplemented(&self, case: &str, person: &str) {
        let step = "supplement";
        let values = json!({"备用金列支": true});
        for form in ["relief_application", "relief_register"] {
            self.file("case-clerk", case, step, form, None, values.clone())
                .await;
        }
        for paper in ["identity", "event_proof"] {
            self.paper("case-clerk", case, paper, None).await;
        }
        for who in ["case-clerk", "case-reviewer"] {
            self.sign(who, case, step, "officers", None).await;
        }
        self.sign("case-clerk", case, step, "family", Some(person))
            .await;
        for (step, outcome) in [(step, "done"), ("archive", "filed")] {
            self.finish("case-clerk", case, step, outcome, json!({}))
                .await;
        }
    }
}
