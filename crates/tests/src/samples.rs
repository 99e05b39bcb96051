//! A well-formed request for every operation, so that what a door answers is about who knocks and
//! not about the letter he carries.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use serde_json::{Value, json};
use server::demo::House;
use uuid::Uuid;

use crate::{
    county::send,
    description::{Endpoint, endpoints},
};

/// Keys of the county's records by noun.
pub type Keys = BTreeMap<&'static str, String>;

/// The programme and month whose records the samples name.
const PROGRAMME: &str = "dibao";
const MONTH: &str = "2022-10";

/// Keys that nobody has, for visitors who see nothing.
pub fn no_keys() -> Keys {
    BTreeMap::from([
        ("line_person", Uuid::nil().to_string()),
        ("line_component", "base".to_owned()),
    ])
}

/// Real keys of the county, as its clerk and its administrator see them.
pub async fn keys(house: &House, clerk: &HeaderMap, admin: &HeaderMap) -> Keys {
    let get = async |by: &HeaderMap, path: &str| {
        let answer = send(house, Some(by.clone()), "GET", path, None).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut keys = BTreeMap::new();
    let rolls = get(clerk, &format!("/rolls?month={MONTH}")).await;
    let rolls = rolls["items"].as_array().unwrap();
    let roll = rolls
        .iter()
        .find(|roll| roll["programme"]["key"] == PROGRAMME)
        .unwrap();
    let roll = text(&roll["id"]);
    let lines = get(clerk, &format!("/rolls/{roll}/lines")).await;
    let line = &lines["items"][0];
    keys.insert("rolls", roll);
    keys.insert("line_person", text(&line["person"]["id"]));
    keys.insert("line_component", text(&line["component"]["key"]));
    let household = text(&line["household_id"]);
    let file = get(clerk, &format!("/households/{household}")).await;
    keys.insert("persons", text(&file["members"][0]["person_id"]));
    let awards = get(clerk, &format!("/households/{household}/awards")).await;
    keys.insert("award", text(&awards["items"][0]["id"]));
    keys.insert("households", household);
    for (noun, path) in [
        ("imports", "/imports"),
        ("decisions", "/decisions"),
        ("batches", "/batches"),
        ("releases", "/releases"),
        ("account-changes", "/account-changes?status=approved"),
    ] {
        let list = get(clerk, path).await;
        let first = list.get("items").unwrap_or(&list);
        keys.insert(noun, text(&first[0]["id"]));
    }
    let case = case(house, clerk, &keys["households"]).await;
    let letters = get(clerk, &format!("/cases/{case}/letters")).await;
    keys.insert("letters", text(&letters[0]["letter"]));
    let made = bound(house, clerk, &case, &keys["households"]).await;
    keys.insert("letter-batches", made.0);
    keys.insert("archives", made.1);
    keys.insert("cases", case);
    keys.insert(
        "assessments",
        assessment(house, clerk, &keys["households"]).await,
    );
    let users = get(admin, "/users?q=clerk2").await;
    keys.insert("users", text(&users["items"][0]["id"]));
    keys.insert("grants", text(&users["items"][0]["grants"][0]["id"]));
    let organisations = get(admin, "/organisations").await;
    keys.insert("organisations", text(&organisations["items"][0]["id"]));
    keys
}

/// A case of the household with a form in it; made by whoever asks first.
async fn case(house: &House, clerk: &HeaderMap, household: &str) -> String {
    static MADE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let ask = async |path: &str, body: Value| {
        let body = Some(("application/json", body.to_string()));
        let answer = send(house, Some(clerk.clone()), "POST", path, body).await;
        assert!(answer.status < 300, "{path}: {}", answer.body);
        answer.body
    };
    let make = || async {
        let new = json!({ "procedure": "temporary_relief_emergency", "household": household });
        let id = ask("/cases", new).await["id"].as_str().unwrap().to_owned();
        let path = format!("/cases/{id}/forms/relief_application/sheet");
        let sheet = send(house, Some(clerk.clone()), "GET", &path, None).await;
        let mut values = sheet.body["values"].clone();
        crate::filled::put(&mut values, &crate::filled::words("relief_application"));
        let form = json!({
            "step": "report", "form": "relief_application", "values": values, "seen": 1
        });
        ask(&format!("/cases/{id}/forms"), form).await;
        let receipt = json!({ "document": "receipt" });
        ask(&format!("/cases/{id}/letters"), receipt).await;
        id
    };
    MADE.get_or_init(make).await.clone()
}

/// Letters printed together and an archive of the household; made by whoever asks first.
async fn bound(house: &House, clerk: &HeaderMap, case: &str, household: &str) -> (String, String) {
    static MADE: tokio::sync::OnceCell<(String, String)> = tokio::sync::OnceCell::const_new();
    let ask = async |path: &str, body: Value| {
        let body = Some(("application/json", body.to_string()));
        let answer = send(house, Some(clerk.clone()), "POST", path, body).await;
        assert!(answer.status < 300, "{path}: {}", answer.body);
        answer.body["id"].as_str().unwrap().to_owned()
    };
    let make = || async {
        let batch = json!({ "document": "receipt", "cases": [case] });
        let archive = json!({ "reason": "核查" });
        let path = format!("/households/{household}/archives");
        (ask("/letters", batch).await, ask(&path, archive).await)
    };
    MADE.get_or_init(make).await.clone()
}

/// An assessment of the household; made by whoever asks first.
async fn assessment(house: &House, clerk: &HeaderMap, household: &str) -> String {
    static MADE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let make = || async {
        let path = format!("/households/{household}/assessments");
        let body = Some(("application/json", "{}".to_owned()));
        let answer = send(house, Some(clerk.clone()), "POST", &path, body).await;
        assert!(answer.status < 300, "{path}: {}", answer.body);
        answer.body["id"].as_str().unwrap().to_owned()
    };
    MADE.get_or_init(make).await.clone()
}

/// Whether the address asks for something of which these keys name none.
pub fn asks_for_none(endpoint: &Endpoint, keys: &Keys) -> bool {
    let parts: Vec<&str> = endpoint.path.split('/').collect();
    parts
        .windows(2)
        .any(|two| two[1] == "{id}" && !keys.contains_key(two[0]))
}

/// The address with real keys, or keys that nobody has.
pub fn address(endpoint: &Endpoint, keys: &Keys) -> String {
    let mut path = String::new();
    let mut noun = "";
    for part in endpoint.path.split('/').skip(1) {
        path.push('/');
        let value = match part {
            "{id}" => keys
                .get(noun)
                .cloned()
                .unwrap_or_else(|| Uuid::from_u128(7).to_string()),
            "{township}" => "620521101".to_owned(),
            "{kind}" => "provincial_rural_dibao".to_owned(),
            "{file}" => "households".to_owned(),
            "{form}" => "relief_application".to_owned(),
            "{programme}" | "{key}" => PROGRAMME.to_owned(),
            "{name}" => "%E5%86%9C%E6%9D%91%E4%BD%8E%E4%BF%9D%E6%A0%87%E5%87%86".to_owned(),
            "{document}" => "receipt".to_owned(),
            "{draft}" => "counter".to_owned(),
            "{month}" => MONTH.to_owned(),
            "{person}" => keys["line_person"].clone(),
            "{component}" => keys["line_component"].clone(),
            plain => plain.to_owned(),
        };
        path.push_str(&value);
        if !part.starts_with('{') {
            noun = part;
        }
    }
    path
}

/// What is sent with a request: media type and text.
pub fn body(endpoint: &Endpoint, keys: &Keys) -> Option<(&'static str, String)> {
    if matches!(endpoint.method.as_str(), "GET" | "DELETE") {
        return None;
    }
    if endpoint.upload {
        let text = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\
                    Content-Type: text/csv\r\n\r\n序号\r\n--x--\r\n";
        return Some(("multipart/form-data; boundary=x", text.to_owned()));
    }
    let value = sample(&endpoint.id, keys).unwrap_or_else(|| json!({}));
    Some(("application/json", value.to_string()))
}

/// The sample of an operation that takes a document.
fn sample(operation: &str, keys: &Keys) -> Option<Value> {
    let key = |noun: &str| {
        let none = Uuid::from_u128(7).to_string();
        json!(keys.get(noun).cloned().unwrap_or(none))
    };
    let award = json!([{ "award_id": key("award"), "reason": "核查" }]);
    let claim = json!({ "amount": "1.00", "reason": "核查" });
    let opinion = json!({ "opinion": "核查" });
    let window =
        json!({ "name": "窗口", "address": "镇", "phone": "0", "hours": "工作日", "staff": 1 });
    let member = |relation: &str| json!({ "name": "来客", "relation": relation, "sex": "男", "birth": "1990-01-01" });
    Some(match operation {
        "decide.change.propose" | "decide.stop.propose" => json!({
            "programme": PROGRAMME, "from_month": "2022-11", "reason": "核查", "items": award
        }),
        "decide.grace.propose" => json!({
            "programme": PROGRAMME, "from_month": "2022-11", "to_month": "2023-01",
            "reason": "核查", "items": award
        }),
        "decide.one_off.propose" => json!({
            "programme": "temporary_relief", "month": "2022-11", "reason": "核查",
            "items": [{
                "household_id": key("households"), "person_id": key("persons"),
                "persons": [key("persons")], "amount": "100.00", "cause": "疾病",
                "facts": { "救助类型": "急难型" }
            }]
        }),
        "decide.opening.propose" => json!({ "import_id": key("imports") }),
        "decide.start.propose" => json!({
            "programme": "near_dibao", "from_month": "2022-11", "reason": "核查",
            "items": [{ "household_id": key("households"), "members": [key("persons")] }]
        }),
        "decide.case.open" => json!({ "procedure": "dibao", "household": key("households") }),
        "decide.assessment.create" => json!({ "as_of": "2022-10-20" }),
        "decide.gap.scan" | "decide.gap.export" => json!({}),
        "decide.simulation.run" => json!({
            "on": "2022-10-20", "changes": [{ "name": "农村低保标准", "value": "5800元/年" }]
        }),
        "decide.simulation.families" | "decide.simulation.export" => json!({
            "simulation": { "on": "2022-10-20" }, "kind": "raise"
        }),
        "policy.calculator.work_out" => json!({
            "place": "620521", "household": { "城乡": "农村" }, "members": [{ "年龄": "70" }]
        }),
        "decide.case.act" => json!({ "act": { "act": "resume" }, "seen": 0 }),
        "decide.case.consent" => json!({
            "person": key("persons"), "purpose": "both", "items": ["户籍"], "from": "2022-10-01",
            "file": Uuid::nil()
        }),
        "verify.consent.withdraw" | "verify.request.cancel" | "verify.finding.object" => {
            json!({ "reason": "核查" })
        }
        "verify.finding.decide" => json!({ "stands": false, "reason": "核查" }),
        "decide.case.batch" => json!({
            "step": "review", "outcome": "propose_refuse", "reason": "核查", "check": true,
            "cases": [{ "case": Uuid::nil(), "seen": 0 }]
        }),
        "decide.case.hand_over" => json!({
            "to": Uuid::nil(), "cases": [Uuid::nil()], "reason": "核查"
        }),
        "decide.deputy.create" => json!({
            "absent": Uuid::nil(), "deputy": Uuid::from_u128(1), "from": "2099-01-01",
            "to": "2099-01-02", "reason": "核查"
        }),
        "decide.phrase.create" => json!({ "text": "经审核，符合条件。" }),
        "disburse.reserve.replenish" => json!({ "amount": "100.00", "document": "核查" }),
        "decide.case.draft" | "decide.draft.save" => json!({ "values": {} }),
        "decide.letter.print" => json!({ "document": "receipt" }),
        "decide.letter.batch" => json!({ "document": "receipt", "cases": [key("cases")] }),
        "decide.template.withdraw" => json!({ "note": "核查" }),
        "decide.archive.print" => json!({ "reason": "核查" }),
        "decide.case.sign" => json!({ "step": "report", "slot": "family", "seen": 0 }),
        "decide.case.file" => json!({
            "step": "apply", "form": "dibao_application", "values": {}, "seen": 0
        }),
        "decide.decision.approve"
        | "decide.decision.reject"
        | "disburse.reserve.approve"
        | "disburse.reserve.reject"
        | "disburse.roll.approve"
        | "disburse.roll.lock"
        | "disburse.roll.return"
        | "disburse.roll.submit"
        | "registry.account.approve"
        | "registry.account.reject" => opinion,
        "directory.grant.create" => json!({ "role": "county_clerk", "division": "620521" }),
        "directory.organisation.create" => json!({
            "name": "核查站", "kind": "township_office", "division": "620521101"
        }),
        "directory.password.change" => json!({ "old": "0", "new": "0" }),
        "directory.session.create" => json!({ "login": "nobody", "password": "0" }),
        "directory.user.create" => json!({
            "login": "visitor", "name": "来客", "organisation_id": key("organisations")
        }),
        "disburse.batch.create" => json!({ "month": MONTH, "programmes": [PROGRAMME] }),
        "disburse.claim.collect" | "disburse.claim.hand_over" => claim,
        "disburse.roll.create" => json!({ "programme": PROGRAMME, "month": MONTH }),
        "insight.month_end.freeze" => json!({ "month": MONTH }),
        "oversight.clue.assign" => json!({ "which": {} }),
        "oversight.clue.answer" => json!({
            "which": {}, "answer": "no", "conclusion": "allowed", "reason": "核查"
        }),
        "oversight.clue.confirm" | "oversight.clue.return" => {
            json!({ "which": {}, "opinion": "核查" })
        }
        "oversight.clue.rectify" => json!({ "measure": "核查", "proof": "核查" }),
        "oversight.clue.accept" => json!({ "accepted": true, "opinion": "核查" }),
        "oversight.clue.recover" => json!({
            "amount": "1.00", "day": "2022-10-20", "receipt": "核查"
        }),
        "oversight.accountability.create" => json!({
            "name": "来客", "post": "核查", "cause": "核查", "measure": "party",
            "day": "2022-10-20", "document": "核查"
        }),
        "oversight.visit.answer" => json!({
            "ids": [key("visits")], "outcome": "declined", "remark": "核查",
            "visited_on": "2022-10-20"
        }),
        "oversight.difference.handle" => json!({
            "result": "no_need", "remark": "核查"
        }),
        "oversight.alignment.close" => opinion,
        "policy.release.amend" => json!({
            "from": "2022-11-01", "changes": [{ "name": "农村低保标准", "value": "5800元/年" }],
            "document": { "title": "核查", "number": "核查〔2022〕1号", "issuer": "核查" }
        }),
        "policy.release.propose" => json!({ "from": "2022-11-01" }),
        "registry.account.propose" => json!({
            "bank": "中国农业银行", "holder": "来客", "account": "27452000000100003",
            "reason": "核查"
        }),
        "intake.code.ask" | "intake.code.hand" => json!({
            "id_number": "620521199001011234", "name": "来客", "phone": "13900000000",
            "division": "620521101001"
        }),
        "intake.citizen.open" => json!({ "id_number": "620521199001011234", "code": "000000" }),
        "intake.submission.create" | "intake.submission.save" => json!({ "procedure": "dibao" }),
        "intake.submission.return" => json!({ "note": "核查" }),
        "intake.window.create" => json!({ "division": "620521101", "sign": window }),
        "intake.window.change" => json!({ "sign": window }),
        "intake.referral.open" => json!({
            "matter": "medical", "division": "620521101001", "about": "核查"
        }),
        "intake.referral.receive" => json!({ "by": "核查" }),
        "intake.referral.answer" => json!({ "accepted": true, "answer": "核查" }),
        "intake.referral.tell" => json!({ "how": "核查" }),
        "verify.delivery.start" => json!({}),
        "verify.run.create" => json!({ "purpose": "supervision", "division": "620521" }),
        "verify.link.decide" => json!({ "answer": "unsure", "reason": "核查" }),
        "verify.result.decide" => json!({ "verdict": "cleared", "note": "核查" }),
        "verify.result.object" => json!({ "objection": "核查" }),
        "registry.household.create" => {
            json!({ "division": "620521101001", "members": [member("本人")] })
        }
        "registry.household.change" => json!({ "address": "某村1组", "reason": "核查" }),
        "registry.household.export" => json!({}),
        "registry.household.head" => json!({
            "person": key("line_person"), "relations": {}, "reason": "核查"
        }),
        "registry.household.record" => json!({
            "valid_from": "2022-10-01", "household": { "低保类别": "三类" }, "reason": "核查"
        }),
        "registry.import.apply" => json!({ "mode": "right" }),
        "registry.member.join" => json!({
            "member": member("子"), "from": "2022-10-01", "reason": "核查"
        }),
        "registry.member.leave" => json!({ "last_day": "2022-10-20", "reason": "核查" }),
        "registry.person.correct" => json!({ "name": "来客", "reason": "核查" }),
        "registry.person.reveal" => json!({ "field": "id_number", "reason": "核查" }),
        _ => return None,
    })
}

#[test]
fn every_described_document_has_a_sample_that_fits_its_description() {
    let document: Value = serde_json::from_str(&server::openapi::text().unwrap()).unwrap();
    let keys = no_keys();
    for endpoint in endpoints().values() {
        let operation =
            &document["paths"][format!("/api/v1{}", endpoint.path)][endpoint.method.to_lowercase()];
        let body = &operation["requestBody"]["content"]["application/json"]["schema"];
        let Some(name) = body["$ref"]
            .as_str()
            .and_then(|name| name.strip_prefix("#/components/schemas/"))
        else {
            continue;
        };
        // What one changes about a user or an organisation may be nothing.
        let schema = &document["components"]["schemas"][name];
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let sample = sample(&endpoint.id, &keys);
        assert!(
            sample.is_some() || required.is_empty(),
            "{} has no sample",
            endpoint.id
        );
        let sample = sample.unwrap_or_else(|| json!({}));
        for field in required {
            let field = field.as_str().unwrap();
            assert!(
                sample.get(field).is_some(),
                "{}: {name} wants {field}",
                endpoint.id
            );
        }
        for field in sample.as_object().unwrap().keys() {
            assert!(
                schema["properties"].get(field).is_some(),
                "{}: {name} knows no {field}",
                endpoint.id
            );
        }
    }
}
