//! Changes through time: the change list, arrears, recovery, grace, one-offs.

#![allow(clippy::unwrap_used, reason = "a test may unwrap")]

mod common;

use common::{Office, Town, office};
use serde_json::{Value, json};

async fn award(office: &Office, house: usize) -> String {
    let id = office.town.house(house).id;
    let list = office.get(&format!("/households/{id}/awards")).await;
    list["items"][0]["id"].as_str().unwrap().to_owned()
}

async fn decide(office: &Office, kind: &str, body: Value) {
    let proposed = office
        .ok(&office.maker, &format!("/decisions/{kind}"), body)
        .await;
    office.agree(&proposed).await;
}

/// A closed and paid month.
async fn month(office: &Office, month: &str, paid: bool) -> Value {
    let roll = office.roll("dibao", month).await;
    office.lock(&roll).await;
    if paid {
        for batch in office.pay(month).await {
            let answer = office.bank(&batch, |_| "成功").await;
            assert_eq!(office.send_return(&batch, &answer).await.status, 200);
        }
    }
    roll
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_of_a_month_has_its_reason() {
    let office = office(Town::of(6)).await;
    office.open().await;
    month(&office, "2022-01", false).await;
    let (raised, smaller, gone) = (
        award(&office, 1).await,
        award(&office, 0).await,
        award(&office, 2).await,
    );
    let left = office.town.house(0).members[..2].to_vec();
    decide(
        &office,
        "change",
        json!({"programme": "dibao", "from_month": "2022-02", "reason": "类别调整",
        "items": [{"award_id": raised, "facts": {"低保类别": "一类"}}]}),
    )
    .await;
    decide(
        &office,
        "change",
        json!({"programme": "dibao", "from_month": "2022-02", "reason": "死亡减员",
        "items": [{"award_id": smaller, "members": left, "reason": "成员死亡"}]}),
    )
    .await;
    decide(
        &office,
        "stop",
        json!({"programme": "dibao", "from_month": "2022-02", "reason": "收入超标",
        "items": [{"award_id": gone}]}),
    )
    .await;
    let roll = office.roll("dibao", "2022-02").await;
    assert_eq!(
        roll["changes"],
        json!({"new": 0, "stopped": 4, "raised": 3, "lowered": 0, "moved": 0}),
        "three people of the ended award and the one who died; three raised"
    );
    let list = office
        .get(&format!(
            "/rolls/{}/changes?limit=50&total=true",
            roll["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(list["total"]["rows"], 7);
    let mut reasons: Vec<(&str, &str)> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["kind"].as_str().unwrap(), c["reason"].as_str().unwrap()))
        .collect();
    reasons.sort_unstable();
    reasons.dedup();
    assert_eq!(
        reasons,
        [
            ("raised", "类别调整"),
            ("stopped", "成员死亡"),
            ("stopped", "收入超标")
        ]
    );
    assert!(
        list["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|change| change["decision_id"].is_string())
    );
    // 3 × 439 (house 0: 2, house 4: 3) … counted from the pack: 2·439 + 3·439 + 3·439 + 3·417·2
    assert_eq!(roll["amount"], "6014.00");
    office.app.verify().await;
}

/// Told in March that the class was higher since January: arrears for both
/// closed months; run again, nothing more.
#[tokio::test(flavor = "multi_thread")]
async fn a_late_raise_is_paid_as_arrears_once() {
    let office = office(Town::of(2)).await;
    office.open().await;
    month(&office, "2022-01", true).await;
    month(&office, "2022-02", true).await;
    let late = award(&office, 1).await;
    decide(
        &office,
        "change",
        json!({"programme": "dibao", "from_month": "2022-01", "reason": "复核补录",
        "items": [{"award_id": late, "facts": {"低保类别": "一类"}}]}),
    )
    .await;
    let roll = office.roll("dibao", "2022-03").await;
    let lines = office
        .get(&format!(
            "/rolls/{}/lines?limit=100",
            roll["id"].as_str().unwrap()
        ))
        .await;
    let arrears: Vec<&Value> = lines["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["kind"] == "arrears")
        .collect();
    assert_eq!(arrears.len(), 6, "three people, two months");
    assert!(
        arrears.iter().all(|line| line["amount"] == "22.00"),
        "439 − 417: {arrears:?}"
    );
    assert_eq!(roll["amount"], "2766.00", "6 × 439 + 6 × 22");
    // Computing the draft again ends at the same lines.
    assert_eq!(
        office.roll("dibao", "2022-03").await["amount"],
        roll["amount"]
    );
    month(&office, "2022-03", true).await;
    assert_eq!(office.ledger("2022-03").await["paid"], "2766.00");
    let next = office.roll("dibao", "2022-04").await;
    assert_eq!(next["amount"], "2634.00", "no arrears twice");
    office.app.verify().await;
}

/// A stop told late: what was paid becomes a claim, collected and handed to the
/// treasury; what was not paid is withheld from its payment.
#[tokio::test(flavor = "multi_thread")]
async fn a_late_stop_is_recovered_or_withheld() {
    let office = office(Town::of(2)).await;
    office.open().await;
    month(&office, "2022-01", true).await;
    month(&office, "2022-02", false).await;
    let gone = award(&office, 0).await;
    decide(&office, "stop", json!({"programme": "dibao", "from_month": "2022-01", "reason": "隐瞒收入", "items": [{"award_id": gone}]})).await;
    let roll = month(&office, "2022-03", false).await;
    assert_eq!(
        (&roll["recovery"], &roll["amount"]),
        (&json!("2634.00"), &json!("1251.00")),
        "two months of 3 × 439; 3 × 417 remain"
    );
    // February was never paid: its payments shrink. January was: a claim.
    let february = office.ledger("2022-02").await;
    assert_eq!(february["entitled"], "1251.00");
    let march = office.ledger("2022-03").await;
    assert_eq!(march["to_recover"], "1317.00");
    for batch in office.pay("2022-02").await {
        let answer = office.bank(&batch, |_| "成功").await;
        assert_eq!(office.send_return(&batch, &answer).await.status, 200);
    }
    assert_eq!(
        office.ledger("2022-02").await["paid"],
        "1251.00",
        "only the house that is still in benefit"
    );
    let claims = office.get("/claims?open=true").await;
    let claims = claims["items"].as_array().unwrap();
    assert_eq!(claims.len(), 3);
    for claim in claims {
        let id = claim["id"].as_str().unwrap();
        let more = office
            .app
            .post(
                &office.maker,
                &format!("/claims/{id}/collect"),
                json!({"amount": "439.01", "reason": "收据1"}),
            )
            .await;
        assert_eq!(more.code(), "disburse.claim.amount");
        office
            .ok(
                &office.maker,
                &format!("/claims/{id}/collect"),
                json!({"amount": "439.00", "reason": "收据1"}),
            )
            .await;
        office
            .ok(
                &office.maker,
                &format!("/claims/{id}/hand-over"),
                json!({"amount": "439.00", "reason": "缴款书1"}),
            )
            .await;
    }
    let march = office.ledger("2022-03").await;
    assert_eq!(
        (
            &march["to_recover"],
            &march["recovered"],
            &march["to_treasury"]
        ),
        (&json!("0.00"), &json!("0.00"), &json!("1317.00"))
    );
    let none = office.roll("dibao", "2022-04").await;
    assert_eq!(none["recovery"], "0.00", "nothing is taken back twice");
    office.app.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grace_period_ends_by_itself() {
    let office = office(Town::of(2)).await;
    office.open().await;
    month(&office, "2022-01", false).await;
    let graced = award(&office, 0).await;
    decide(&office, "grace", json!({"programme": "dibao", "from_month": "2022-02", "to_month": "2022-03", "reason": "就业渐退",
        "items": [{"award_id": graced}]})).await;
    let house = office.town.house(0).id;
    let list = office.get(&format!("/households/{house}/awards")).await;
    assert_eq!(
        (&list["items"][0]["status"], &list["items"][0]["to_month"]),
        (&json!("grace"), &json!("2022-03"))
    );
    assert_eq!(list["items"][0]["terms"][1]["facts"]["渐退"], true);
    let again = office
        .app
        .post(
            &office.maker,
            "/decisions/grace",
            json!({"programme": "dibao", "from_month": "2022-02",
        "to_month": "2022-03", "reason": "再次", "items": [{"award_id": graced}]}),
        )
        .await;
    assert_eq!(again.code(), "decide.award.state");
    assert_eq!(month(&office, "2022-02", false).await["persons"], 6);
    assert_eq!(month(&office, "2022-03", false).await["persons"], 6);
    assert_eq!(office.roll("dibao", "2022-04").await["persons"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn relief_granted_once_is_paid_once() {
    let office = office(Town::of(2)).await;
    let house = office.town.house(0);
    let body = json!({"programme": "temporary_relief", "month": "2022-03", "reason": "急难", "items": [
        {"household_id": house.id, "amount": "1140.60", "cause": "疾病"},
        {"household_id": house.id, "amount": "500", "cause": "意外伤害"},
    ]});
    decide(&office, "one-off", body).await;
    let bad = office
        .app
        .post(
            &office.maker,
            "/decisions/one-off",
            json!({"programme": "temporary_relief", "month": "2022-03",
        "reason": "急难", "items": [{"household_id": house.id, "amount": "0", "cause": ""}]}),
        )
        .await;
    assert_eq!(bad.status, 422);
    assert_eq!(bad.json()["errors"].as_array().unwrap().len(), 2, "{bad}");
    let roll = office.roll("temporary_relief", "2022-03").await;
    assert_eq!(
        (&roll["amount"], &roll["persons"], &roll["households"]),
        (&json!("1640.60"), &json!(1), &json!(1))
    );
    office.lock(&roll).await;
    office
        .ok(
            &office.maker,
            "/batches",
            json!({"month": "2022-03", "programmes": ["temporary_relief"]}),
        )
        .await;
    let batches = office.approve_drafts("2022-03").await;
    assert_eq!(
        (batches.len(), &batches[0]["count"], &batches[0]["amount"]),
        (1, &json!(1), &json!("1640.60"))
    );
    assert_eq!(
        office.roll("temporary_relief", "2022-04").await["amount"],
        "0.00"
    );
    let person = house.members[0];
    let told = office
        .get(&format!(
            "/lines/temporary_relief/2022-03/{person}/relief/explanation?seq=1"
        ))
        .await;
    assert_eq!(told["amount"], "500.00");
    // The file of the household names each of the two by its serial, and each is explained.
    let paid = office
        .get(&format!("/households/{}/payments", house.id))
        .await;
    let mut explained = Vec::new();
    for payment in paid["items"].as_array().unwrap() {
        let told = office
            .get(&format!(
                "/lines/temporary_relief/2022-03/{person}/relief/explanation?seq={}",
                payment["seq"]
            ))
            .await;
        assert_eq!(told["amount"], payment["amount"], "{told}");
        explained.push(told["text_zh"].as_str().unwrap().to_owned());
    }
    assert_eq!(explained.len(), 2);
    assert!(explained[0].contains("疾病") && explained[0].contains("1140.60"));
    assert!(explained[1].contains("意外伤害") && explained[1].contains("500.00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_in_benefit_twice() {
    let office = office(Town::of(2)).await;
    office.open().await;
    let house = office.town.house(0);
    let start = |programme: &str| {
        json!({"programme": programme, "from_month": "2022-02", "reason": "新增",
        "items": [{"household_id": house.id, "members": [house.members[0]]}]})
    };
    for programme in ["dibao", "tekun"] {
        let refused = office
            .app
            .post(&office.maker, "/decisions/start", start(programme))
            .await;
        assert_eq!(
            refused.code(),
            "decide.award.in_benefit_elsewhere",
            "{refused}"
        );
        assert!(
            !refused.to_string().contains("王"),
            "no name is told: {refused}"
        );
    }
    // The allowance does not exclude dibao.
    decide(&office, "start", start("disability_care")).await;
    let list = office
        .get(&format!("/households/{}/awards", house.id))
        .await;
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    let stranger = office.app.post(&office.township, "/decisions/start", json!({"programme": "disability_living",
        "from_month": "2022-02", "reason": "新增", "items": [{"household_id": office.town.house(1).id, "members": []}]})).await;
    assert_eq!(stranger.status, 422);
    let facts = office
        .app
        .post(
            &office.maker,
            "/decisions/change",
            json!({"programme": "dibao", "from_month": "2022-02", "reason": "改",
        "items": [{"award_id": award(&office, 0).await, "facts": {"不存在": 1}}]}),
        )
        .await;
    assert_eq!(facts.status, 422, "{facts}");
    let rejected = office
        .ok(
            &office.maker,
            "/decisions/stop",
            json!({"programme": "dibao", "from_month": "2022-02", "reason": "误",
        "items": [{"award_id": award(&office, 0).await}]}),
        )
        .await;
    let id = rejected["id"].as_str().unwrap();
    let silent = office
        .app
        .post(
            &office.checker,
            &format!("/decisions/{id}/reject"),
            json!({"opinion": " "}),
        )
        .await;
    assert_eq!(silent.code(), "platform.reason.missing");
    office
        .ok(
            &office.checker,
            &format!("/decisions/{id}/reject"),
            json!({"opinion": "证据不足"}),
        )
        .await;
    let late = office
        .app
        .post(
            &office.checker,
            &format!("/decisions/{id}/approve"),
            json!({"opinion": "同意"}),
        )
        .await;
    assert_eq!(late.code(), "decide.decision.state");
    let list = office.get("/decisions?status=rejected&total=true").await;
    assert_eq!(list["total"]["rows"], 1);
}

/// The explanation of one line of arrears or recovery.
async fn explained(
    office: &Office,
    month: &str,
    for_month: &str,
    person: uuid::Uuid,
    kind: &str,
) -> Value {
    let path =
        format!("/lines/dibao/{month}/{person}/base/explanation?kind={kind}&for_month={for_month}");
    office.get(&path).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adjustment_says_what_it_adjusts_and_why() {
    let office = office(Town::of(2)).await;
    office.open().await;
    month(&office, "2022-01", true).await;
    let (late, smaller) = (award(&office, 1).await, award(&office, 0).await);
    let (raised, kept) = (
        office.town.house(1).members[1],
        office.town.house(0).members[..2].to_vec(),
    );
    let gone = office.town.house(0).members[2];
    for (reason, item) in [
        (
            "复核补录",
            json!({"award_id": late, "facts": {"低保类别": "一类"}}),
        ),
        (
            "成员死亡未及时报告",
            json!({"award_id": smaller, "members": kept}),
        ),
    ] {
        let body = json!({"programme": "dibao", "from_month": "2022-01", "reason": reason, "items": [item]});
        decide(&office, "change", body).await;
    }
    month(&office, "2022-02", true).await;
    let told = explained(&office, "2022-02", "2022-01", raised, "arrears").await;
    let adjustment = &told["adjustment"];
    assert_eq!(told["amount"], "22.00", "{told}");
    assert_eq!(
        (&adjustment["entitled"], &adjustment["recomputed"]),
        (&json!("417.00"), &json!("439.00"))
    );
    assert_eq!(
        adjustment["lines"],
        json!([{"month": "2022-01", "kind": "current", "amount": "417.00"}])
    );
    let decisions = adjustment["decisions"].as_array().unwrap();
    assert_eq!(
        decisions.len(),
        1,
        "the decision about another award is no reason"
    );
    assert_eq!(decisions[0]["reason"], "复核补录");
    assert!(
        decisions[0]["number"]
            .as_str()
            .unwrap()
            .starts_with("620521-JD-")
    );
    // The month is computed again, with its clauses.
    let steps = told["steps"].as_array().unwrap();
    assert!(
        steps
            .iter()
            .any(|step| step["cite"].as_str().is_some_and(|cite| !cite.is_empty())),
        "{told}"
    );
    for word in ["补发22.00元", "复核补录", "417.00", "439.00"] {
        assert!(
            told["text_zh"].as_str().unwrap().contains(word),
            "{word}: {told}"
        );
    }
    // Whom the award no longer covers is due nothing, and that is said.
    let told = explained(&office, "2022-02", "2022-01", gone, "recovery").await;
    assert_eq!(told["adjustment"]["recomputed"], "0.00", "{told}");
    assert_eq!(told["adjustment"]["kind"], "recovery");
    assert!(told["text_zh"].as_str().unwrap().contains("不再享受"));
    assert!(told["text_en"].as_str().unwrap().contains("recovered"));
    // An adjustment of an adjustment names both lines before it.
    let body = json!({"programme": "dibao", "from_month": "2022-01", "reason": "补录有误",
        "items": [{"award_id": late, "facts": {"低保类别": "二类"}}]});
    decide(&office, "change", body).await;
    month(&office, "2022-03", false).await;
    let told = explained(&office, "2022-03", "2022-01", raised, "recovery").await;
    assert_eq!(
        told["adjustment"]["lines"].as_array().unwrap().len(),
        2,
        "{told}"
    );
    assert_eq!(told["adjustment"]["entitled"], "439.00");
    // What was told of the earlier month is told the same later.
    let again = explained(&office, "2022-02", "2022-01", raised, "arrears").await;
    assert_eq!(again["adjustment"]["recomputed"], "439.00");
    // Lines that are not there are not found; a kind that is none is refused in words.
    let path =
        format!("/lines/dibao/2022-02/{raised}/base/explanation?kind=arrears&for_month=2021-12");
    assert_eq!(office.app.get(&office.maker, &path).await.status, 404);
    let path = format!("/lines/dibao/2022-02/{raised}/base/explanation?kind=gift");
    let refused = office.app.get(&office.maker, &path).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.json()["errors"][0]["zh"]
            .as_str()
            .unwrap()
            .contains("arrears")
    );
    office.app.verify().await;
}
