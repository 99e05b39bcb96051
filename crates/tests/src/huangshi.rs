//! Huangshi in 2017: no review of any relief before the verification is back, emergencies alone
//! excepted; its neighbour of the same day asks for none.

use serde_json::json;

use crate::office::{Office, id};
use crate::walk::couple;

/// A dibao case that is surveyed and appraised, and not verified.
async fn unverified(office: &Office, n: u16) -> (String, Vec<String>) {
    let (household, people) = couple(office, n).await;
    let case = office.accepted(&household, &people).await;
    assert_eq!(office.case(&case).await["rules"], "RS2012");
    office
        .visited(&case, "survey", "home_survey", &people[0])
        .await;
    office
        .finish("case-clerk", &case, "survey", "done", json!({}))
        .await;
    office.appraised(&case).await;
    office.opinion(&case).await;
    (case, people)
}

fn proposal() -> serde_json::Value {
    json!({
        "act": "finish", "step": "review", "outcome": "propose_grant_against",
        "reason": "年老重病，实际困难",
        "facts": {"拟保障人数": 2, "拟确认月金额": "500.00"},
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn in_huangshi_nothing_is_reviewed_before_its_report_but_an_emergency() {
    let office = Office::of("420222", "huangshi2017", "2017-09-04").await;
    let (case, _) = unverified(&office, 701).await;
    let path = format!("/cases/{case}/verification");
    let shown = office.ask("case-clerk", "GET", &path, None).await;
    assert_eq!(shown.body["required"], true, "{}", shown.body);
    let why = office.refused("case-reviewer", &case, proposal()).await;
    assert!(why.contains("核对报告出具之前不得审核"), "{why}");
    // Nor is a refusal reviewed without it.
    let refuse = json!({"act": "finish", "step": "review", "outcome": "propose_refuse", "reason": "收入超过标准"});
    let why = office.refused("case-reviewer", &case, refuse).await;
    assert!(why.contains("核对报告出具之前不得审核"), "{why}");
    office.verified(&case).await;
    office.done("case-reviewer", &case, proposal()).await;

    // An emergency is helped at once, without any verification.
    let burnt = json!([{"name": "马建国", "id_number": id("1980-07-08", 711), "relation": "户主"}]);
    let (household, _) = office.family(burnt, json!({"城乡": "农村"})).await;
    let emergency = office
        .start("case-clerk", "temporary_relief_emergency", &household)
        .await;
    let fire = json!({"困难原因": "火灾"});
    office
        .file(
            "case-clerk",
            &emergency,
            "report",
            "relief_application",
            None,
            fire,
        )
        .await;
    let urgent = json!({"facts": {"情况急迫": true, "拟救助金额": "500.00"}});
    office
        .finish("case-clerk", &emergency, "report", "urgent", urgent)
        .await;
    let path = format!("/cases/{emergency}/verification");
    let shown = office.ask("case-clerk", "GET", &path, None).await;
    assert_eq!(shown.body["applies"], false, "{}", shown.body);
    let aid = json!({"act": "finish", "step": "aid", "outcome": "paid", "facts": {"拟救助金额": "500.00"}});
    let aided = office.done("case-county", &emergency, aid).await;
    assert_eq!(aided["result"], "granted", "{aided}");
}

#[tokio::test(flavor = "multi_thread")]
async fn elsewhere_in_2017_a_review_waits_for_no_report() {
    let office = Office::alone("elsewhere2017", "2017-09-04").await;
    let (case, _) = unverified(&office, 721).await;
    let path = format!("/cases/{case}/verification");
    let shown = office.ask("case-clerk", "GET", &path, None).await;
    assert_eq!(shown.body["required"], false, "{}", shown.body);
    office.done("case-reviewer", &case, proposal()).await;
}
