//! Applications to their end, as they differ: granted by the county or by the township in its
//! place, refused with its remedies, near-dibao instead, a single person, a staff member's relative,
//! an objection, the rules of before 2021, an agent.

use serde_json::json;

use crate::office::{Office, id};
use crate::walk::{couple, is_open as open};

impl Office {
    /// The letter of a case, made by an officer, as text.
    pub async fn letter(&self, who: &str, case: &str, document: &str) -> String {
        let path = format!("/cases/{case}/letters");
        let body = json!({"document": document});
        let made = self.ask(who, "POST", &path, Some(body)).await;
        assert_eq!(made.status, 201, "{document}: {}", made.body);
        let letter = made.body["letter"].as_str().unwrap().to_owned();
        let by = self.house.headers(self.people[who]);
        crate::county::page(&self.house, by, format!("/letters/{letter}")).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_why_and_what_can_be_done_against_it() {
    let mut office = Office::alone("refusal", "2022-11-07").await;
    let (household, people) = couple(&office, 101).await;
    let case = office.surveyed(&household, &people).await;
    office.opinion(&case).await;
    let refuse = json!({"act": "finish", "step": "review", "outcome": "propose_refuse"});
    let why = office.refused("case-reviewer", &case, refuse).await;
    assert!(why.contains("理由"), "a refusal has a reason: {why}");
    let reason = json!({"reason": "家庭财产超过规定限额"});
    office
        .finish("case-reviewer", &case, "review", "propose_refuse", reason)
        .await;
    // A refusal is not published; the county decides at once.
    office.confirmation("case-county", &case, "不予确认").await;
    let near = json!({"act": "finish", "step": "county_review", "outcome": "near_dibao", "reason": "边缘"});
    let why = office.refused("case-county", &case, near).await;
    assert!(why.contains("边缘"), "nor is it near-dibao: {why}");
    let reason = json!({"reason": "家庭财产超过规定限额"});
    let done = office
        .finish("case-county", &case, "county_review", "refuse", reason)
        .await;
    assert_eq!(done["result"], "refused");
    let notice = office.letter("case-clerk", &case, "refusal_notice").await;
    for said in ["家庭财产超过规定限额", "复议", "诉讼", "清水县人民法院"] {
        assert!(notice.contains(said), "{said}: {notice}");
    }
    // Serving it has a time limit of its own.
    let due = office.case(&case).await["deadlines"].clone();
    let served = due.as_array().unwrap().iter();
    let served = served.filter(|d| d["key"] == "refusal_notice" && d["met"].is_null());
    assert_eq!(served.count(), 1, "{due}");
    let closed = office
        .finish("case-clerk", &case, "refusal_notice", "served", json!({}))
        .await;
    assert_eq!(closed["status"], "closed");
    assert!(office.awards("case-clerk", &household).await.is_empty());
    // The family may apply again, and nothing is paid.
    office.later(30);
    assert!(office.lines("dibao", "2022-12").await.is_empty());
    office.start("case-clerk", "dibao", &household).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_family_just_above_the_standard_becomes_near_dibao() {
    let mut office = Office::alone("near", "2022-11-07").await;
    let income = |word: &str| json!({"劳动能力": word, "工资性收入": "6600.00"});
    let (household, people) = office
        .family(
            json!([
                {"name": "赵有福", "id_number": id("1948-02-03", 111), "relation": "户主", "facts": income("完全丧失")},
                {"name": "孙桂兰", "id_number": id("1950-05-06", 112), "relation": "妻", "facts": income("完全丧失")},
            ]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.surveyed(&household, &people).await;
    office.opinion(&case).await;
    // What the rules do not say is not offered as if they did, before anything is asked for.
    let path = format!("/cases/{case}");
    let shown = office.ask("case-reviewer", "GET", &path, None).await.body;
    let offered = |outcome: &str| {
        let mut actions = shown["actions"].as_array().unwrap().iter();
        let action = actions.find(|a| a["outcome"] == outcome).unwrap();
        (action["allowed"].clone(), action["why_zh"].to_string())
    };
    let (allowed, why) = offered("propose_grant");
    assert_eq!(allowed, false, "{why}");
    assert!(why.contains("测算结论不是"), "{why}");
    assert_eq!(offered("propose_grant_against").0, true);
    let reason = json!({"reason": "收入高于低保标准"});
    office
        .finish("case-reviewer", &case, "review", "propose_refuse", reason)
        .await;
    office.confirmation("case-county", &case, "不予确认").await;
    let near = json!({"act": "finish", "step": "county_review", "outcome": "near_dibao", "reason": "符合低保边缘条件"});
    // With more than the standard and less than one and a half times it, the family is near-dibao.
    let facts = office.case(&case).await["facts"].clone();
    assert_eq!(facts["边缘测算结论"], "符合", "{facts}");
    assert_eq!(
        facts["边缘家庭认定"], true,
        "looked up, not clicked: {facts}"
    );
    let done = office.done("case-county", &case, near).await;
    assert_eq!(done["result"], "near_dibao");
    let notice = office
        .letter("case-clerk", &case, "near_dibao_notice")
        .await;
    assert!(notice.contains("低保边缘"), "{notice}");
    office
        .finish("case-clerk", &case, "refusal_notice", "served", json!({}))
        .await;
    let awards = office.awards("case-clerk", &household).await;
    assert_eq!(awards.len(), 1);
    assert_eq!(awards[0]["programme"]["key"], "near_dibao", "{}", awards[0]);
    assert!(awards[0].to_string().contains("2022-12"), "{}", awards[0]);
    // A recognition pays nothing, and yields to dibao once the family falls below the standard.
    office.later(30);
    assert!(office.lines("dibao", "2022-12").await.is_empty());
    office.start("case-clerk", "dibao", &household).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_daughter_applies_alone() {
    let mut office = Office::alone("single", "2022-11-07").await;
    let (household, people) = office
        .family(
            json!([
                {"name": "李建军", "id_number": id("1968-02-03", 121), "relation": "户主", "facts": {"劳动能力": "有"}},
                {"name": "李小梅", "id_number": id("1996-05-06", 122), "relation": "女", "facts": {"残疾类别": "肢体", "残疾等级": 1, "劳动能力": "完全丧失"}},
            ]),
            json!({"城乡": "农村"}),
        )
        .await;
    let daughter = office.member(&household, "李小梅").await;
    let body = json!({"procedure": "dibao_single", "household": household, "applicant": daughter, "members": [daughter]});
    let opened = office.ask("case-clerk", "POST", "/cases", Some(body)).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let case = opened.body["id"].as_str().unwrap().to_owned();
    let only = std::slice::from_ref(&daughter);
    office.apply(&case, only).await;
    // A ground that needs a near-dibao family is refused where the family is none.
    let ground = |word: &str| json!({"act": "finish", "step": "apply", "outcome": "accept", "facts": {"近亲属备案": false, "单人申请情形": word}});
    let facts = office.case(&case).await["facts"].clone();
    if facts["边缘家庭认定"] != true {
        let answer = office
            .act("case-clerk", &case, ground("边缘家庭重度残疾"))
            .await;
        assert_eq!(answer.status, 409, "{}", answer.body);
    }
    office
        .done("case-clerk", &case, ground("成年无业重度残疾"))
        .await;
    office.look_into(&case, &daughter).await;
    office.propose(&case, 1).await;
    office.posted(&case).await;
    office.later(8);
    office.clock().await;
    office.grant("case-county", &case, 1).await;
    office.begin("case-county-clerk", &case, "2022-12-01").await;
    let award = office.awards("case-clerk", &household).await[0].clone();
    assert_eq!(crate::walk::covers(&award), 1, "{award}");
    office.later(25);
    let lines = office.lines("dibao", "2022-12").await;
    assert!(!lines.is_empty(), "she is on the first roll");
    assert!(
        lines.iter().all(|l| l.to_string().contains(&daughter)),
        "and nobody else: {lines:?}"
    );
    assert_eq!(people.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staff_members_relative_is_filed_and_visited_by_the_county() {
    let mut office = Office::alone("relative", "2022-11-07").await;
    let (household, people) = couple(&office, 131).await;
    let case = office.start("case-clerk", "dibao", &household).await;
    office.apply(&case, &people).await;
    let facts = json!({"facts": {"近亲属备案": true}});
    office
        .finish("case-clerk", &case, "apply", "accept", facts)
        .await;
    office.look_into(&case, &people[0]).await;
    // The review waits for the filing.
    let review = json!({"act": "finish", "step": "review", "outcome": "propose_refuse", "reason": "不符合条件"});
    office.refused("case-reviewer", &case, review).await;
    let named =
        json!({"人员类别": "乡镇经办人员", "与家庭成员关系": "子女", "是否参与办理": false});
    let form = ("relative_filing", "staff_relative_filing");
    office
        .file("case-clerk", &case, form.0, form.1, None, named)
        .await;
    office
        .finish("case-clerk", &case, form.0, "filed", json!({}))
        .await;
    office.propose(&case, 2).await;
    office.posted(&case).await;
    office.later(8);
    office.clock().await;
    let now = office.case(&case).await;
    assert!(
        open(&now, "county_visit") && !open(&now, "county_review"),
        "{}",
        now["road"]
    );
    // Two of the county go themselves, and whoever went does not confirm.
    let visit = json!({"核查原因": ["近亲属备案"], "与入户调查表是否一致": true});
    let form = ("county_visit", "county_visit");
    office
        .file("case-county-clerk", &case, form.0, form.1, None, visit)
        .await;
    for who in ["case-county-clerk", "case-county"] {
        office
            .sign(who, &case, "county_visit", "investigators", None)
            .await;
    }
    let person = Some(people[0].as_str());
    office
        .sign("case-county-clerk", &case, "county_visit", "family", person)
        .await;
    office
        .finish(
            "case-county-clerk",
            &case,
            "county_visit",
            "done",
            json!({}),
        )
        .await;
    let body = json!({"step": "county_review", "form": "confirmation", "subject": null, "values": {}, "seen": office.case(&case).await["seen"]});
    let path = format!("/cases/{case}/forms");
    let own = office.ask("case-county", "POST", &path, Some(body)).await;
    assert!(own.status >= 400, "{}", own.body);
    office.grant("case-county-2", &case, 2).await;
    assert_eq!(office.case(&case).await["result"], "granted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_leads_to_another_look() {
    let mut office = Office::alone("objection", "2022-11-07").await;
    let (household, people) = couple(&office, 141).await;
    let case = office.reviewed(&household, &people, 2).await;
    office.posted(&case).await;
    office.later(3);
    let on = office.day.to_string();
    let early = json!({"act": "object", "step": "publicity", "on": "2022-11-06"});
    office.refused("case-village", &case, early).await;
    let object = json!({"act": "object", "step": "publicity", "on": on});
    office.done("case-village", &case, object).await;
    let quiet = json!({"act": "finish", "step": "publicity", "outcome": "quiet"});
    office.refused("case-clerk", &case, quiet).await;
    office
        .finish("case-clerk", &case, "publicity", "objected", json!({}))
        .await;
    let record =
        |founded: bool| json!({"来源": "电话", "异议内容": "反映有存款", "是否成立": founded});
    office
        .file(
            "case-reviewer",
            &case,
            "objection",
            "objection_record",
            None,
            record(true),
        )
        .await;
    let why = json!({"reason": "反映属实，重新审核"});
    office
        .finish("case-reviewer", &case, "objection", "founded", why)
        .await;
    // Reviewed and published anew; the time that is left is the county's to extend.
    let now = office.case(&case).await;
    assert!(
        open(&now, "review") && !open(&now, "publicity"),
        "{}",
        now["road"]
    );
    // Whoever reviews again reads why.
    let mut road = now["road"].as_array().unwrap().iter();
    let review = road.find(|s| s["step"] == "review").unwrap();
    assert_eq!(
        review["sent_back"]["reason"], "反映属实，重新审核",
        "{review}"
    );
    office.propose(&case, 2).await;
    let longer = json!({"act": "extend", "reason": "objection"});
    let longer = office.act("case-reviewer", &case, longer).await;
    assert!(
        longer.status == 200 || longer.status == 422,
        "{}",
        longer.body
    );
    office.posted(&case).await;
    office.later(8);
    office.clock().await;
    let now = office.case(&case).await;
    assert!(open(&now, "county_review"), "{}", now["road"]);
    office.grant("case-county", &case, 2).await;
    assert_eq!(office.case(&case).await["result"], "granted");
    // What the neighbours see names nobody who objected.
    let road = office.case(&case).await["road"].to_string();
    assert!(!road.contains("反映有存款"), "{road}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_of_before_2021_want_an_appraisal_and_a_second_list() {
    let mut office = Office::alone("rs2012", "2021-05-10").await;
    let (household, people) = couple(&office, 151).await;
    let case = office.start("case-clerk", "dibao", &household).await;
    office.apply(&case, &people).await;
    let facts = json!({"facts": {"近亲属备案": false}});
    let shown = office
        .finish("case-clerk", &case, "apply", "accept", facts)
        .await;
    assert_eq!(shown["rules"], "RS2012");
    assert!(!open(&shown, "assign"), "{}", shown["road"]);
    office.look_into(&case, &people[0]).await;
    let now = office.case(&case).await;
    assert!(open(&now, "appraisal"), "{}", now["road"]);
    office.appraised(&case).await;
    office.propose(&case, 2).await;
    office.posted(&case).await;
    // The case keeps its rules, though those of July 2021 hold by now.
    office.later(60);
    office.clock().await;
    office.visit_if_drawn(&case, &people[0]).await;
    let now = office.case(&case).await;
    assert_eq!(now["rules"], "RS2012");
    let grant = json!({"act": "finish", "step": "county_review", "outcome": "grant", "facts": {}});
    office.refused("case-county", &case, grant).await;
    office.confirmation("case-county", &case, "予以确认").await;
    let proposed = json!({"facts": {"确认人数": 2, "确认月金额": "758.00"}});
    office
        .finish("case-county", &case, "county_review", "propose", proposed)
        .await;
    let post = office.post(&case, "second_publicity", office.day).await;
    office.done("case-village", &case, post).await;
    office.later(8);
    office.clock().await;
    let done = office
        .finish("case-leader", &case, "decision", "grant", json!({}))
        .await;
    assert_eq!(done["result"], "granted");
    office.begin("case-county-clerk", &case, "2021-08-01").await;
    assert_eq!(office.awards("case-clerk", &household).await.len(), 1);

    // A family that applies now is not appraised.
    let (household, people) = couple(&office, 161).await;
    let later = office.surveyed(&household, &people).await;
    let now = office.case(&later).await;
    assert_eq!(now["rules"], "RS2021");
    assert!(
        !open(&now, "appraisal") && open(&now, "review"),
        "{}",
        now["road"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_county_has_delegated_the_township_confirms() {
    let mut office = Office::of("420325", "delegated", "2022-11-07").await;
    let (household, people) = couple(&office, 171).await;
    let case = office.reviewed(&household, &people, 2).await;
    let due = office.case(&case).await["deadlines"].clone();
    assert!(due.to_string().contains("20"), "twenty working days: {due}");
    office.posted(&case).await;
    office.later(8);
    office.clock().await;
    // Two hands even so: whoever reviewed does not confirm.
    let body = json!({"act": "finish", "step": "county_review", "outcome": "grant", "facts": {"确认人数": 2, "确认月金额": "834.00"}});
    office.refused("case-reviewer", &case, body).await;
    office.grant("case-reviewer-2", &case, 2).await;
    assert_eq!(office.case(&case).await["result"], "granted");
    // Where the county has not delegated, the township is told so.
    let mut other = Office::alone("kept", "2022-11-07").await;
    let (household, people) = couple(&other, 181).await;
    let case = other.reviewed(&household, &people, 2).await;
    other.posted(&case).await;
    other.later(8);
    other.clock().await;
    let body =
        json!({"act": "finish", "step": "county_review", "outcome": "refuse", "reason": "不符合"});
    let why = other.refused("case-reviewer-2", &case, body).await;
    assert!(why.contains("委托"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relative_applies_for_somebody_who_cannot_come() {
    let office = Office::alone("agent", "2022-11-07").await;
    let (household, people) = couple(&office, 191).await;
    let (_, others) = office
        .family(
            json!([{"name": "赵小军", "id_number": id("1975-03-04", 193), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let agent = &others[0];
    let body = json!({"procedure": "dibao", "household": household, "others": [{"person": agent, "capacity": "agent"}]});
    let opened = office.ask("case-clerk", "POST", "/cases", Some(body)).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let case = opened.body["id"].as_str().unwrap().to_owned();
    let parties = opened.body["parties"].as_array().unwrap();
    let agents = parties.iter().filter(|p| p["capacity"] == "agent").count();
    assert_eq!(agents, 1, "{parties:?}");
    // Papers and consents are the members' own; none is asked of the agent.
    office.apply(&case, &people).await;
    let facts = json!({"facts": {"近亲属备案": false}});
    office
        .finish("case-clerk", &case, "apply", "accept", facts)
        .await;
    office
        .finish("case-clerk", &case, "assign", "assigned", json!({}))
        .await;
    let form = ("survey", "home_survey");
    office
        .file("case-clerk", &case, form.0, form.1, None, json!({}))
        .await;
    // The agent was there at the visit and signs for the family; a stranger does not.
    let stranger = uuid::Uuid::nil().to_string();
    let by_hand = office
        .signed("case-clerk", &case, "survey", "family", Some(&stranger))
        .await;
    assert_eq!(by_hand.status, 409, "{}", by_hand.body);
    office
        .sign("case-clerk", &case, "survey", "family", Some(agent))
        .await;
}
