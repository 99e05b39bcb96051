//! One application, from the counter to the award: an old couple's dibao, and the emergency
//! relief of a burnt-out family, with the people of a township and its county.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use directory::{
    NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, create_grant,
    create_organisation, create_user, load_divisions,
};
use kernel::IdNumber;
use platform::Ctx;
use serde_json::{Value, json};
use server::demo::House;
use uuid::Uuid;

use crate::county::{Answer, house, send};

/// A township of its own, so that nobody else's figures change.
const TOWN: &str = "620521198";
const VILLAGE: &str = "620521198201";

/// The people who work on the cases, and the day they do.
struct Office {
    house: House,
    people: BTreeMap<&'static str, Uuid>,
    day: NaiveDate,
}

/// Login, role, division.
const STAFF: &[(&str, &str, &str)] = &[
    ("case-clerk", "township_clerk", TOWN),
    ("case-clerk-2", "township_clerk", TOWN),
    ("case-village", "village_worker", VILLAGE),
    ("case-reviewer", "township_reviewer", TOWN),
    ("case-county-clerk", "county_clerk", "620521"),
    ("case-county", "county_reviewer", "620521"),
];

impl Office {
    async fn open() -> Self {
        static MADE: tokio::sync::OnceCell<BTreeMap<&'static str, Uuid>> =
            tokio::sync::OnceCell::const_new();
        let house = house().await;
        let people = MADE.get_or_init(|| staff(&house)).await.clone();
        // The months of the demonstration are over; Monday of a week without holidays.
        let day = NaiveDate::from_ymd_opt(2022, 11, 7).unwrap();
        house.set(day, 9);
        Self { house, people, day }
    }

    /// Some days later, in the morning.
    fn later(&mut self, days: u64) {
        self.day = self.day.checked_add_days(chrono::Days::new(days)).unwrap();
        self.house.set(self.day, 9);
    }

    async fn ask(&self, who: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        let by = self.house.headers(self.people[who]);
        let body = body.map(|b| ("application/json", b.to_string()));
        send(&self.house, Some(by), method, path, body).await
    }

    async fn case(&self, id: &str) -> Value {
        let answer = self
            .ask("case-county-clerk", "GET", &format!("/cases/{id}"), None)
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    async fn act(&self, who: &str, id: &str, act: Value) -> Answer {
        let seen = self.case(id).await["seen"].clone();
        let body = json!({"act": act, "seen": seen});
        self.ask(who, "POST", &format!("/cases/{id}/acts"), Some(body))
            .await
    }

    async fn done(&self, who: &str, id: &str, act: Value) -> Value {
        let answer = self.act(who, id, act.clone()).await;
        assert_eq!(answer.status, 200, "{who} {act}: {}", answer.body);
        answer.body
    }

    async fn finish(&self, who: &str, id: &str, step: &str, outcome: &str, more: Value) -> Value {
        let mut act = json!({"act": "finish", "step": step, "outcome": outcome});
        for (name, value) in more.as_object().unwrap() {
            act[name] = value.clone();
        }
        self.done(who, id, act).await
    }

    async fn refused(&self, who: &str, id: &str, act: Value) -> String {
        let answer = self.act(who, id, act.clone()).await;
        assert_eq!(answer.status, 409, "{who} {act}: {}", answer.body);
        answer.body["detail"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    async fn file(
        &self,
        who: &str,
        id: &str,
        step: &str,
        form: &str,
        subject: Option<&str>,
        values: Value,
    ) {
        let seen = self.case(id).await["seen"].clone();
        let body =
            json!({"step": step, "form": form, "subject": subject, "values": values, "seen": seen});
        let answer = self
            .ask(who, "POST", &format!("/cases/{id}/forms"), Some(body))
            .await;
        assert_eq!(answer.status, 200, "{form}: {}", answer.body);
    }

    /// Enters a family and answers its key and those of its members.
    async fn family(&self, members: Value, facts: Value) -> (String, Vec<String>) {
        let body = json!({
            "division": VILLAGE, "address": "一组", "from": "2021-01-01",
            "members": members, "facts": facts,
        });
        let answer = self
            .ask("case-clerk", "POST", "/households", Some(body))
            .await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let id = answer.body["id"].as_str().unwrap().to_owned();
        let file = self
            .ask("case-clerk", "GET", &format!("/households/{id}"), None)
            .await
            .body;
        let people = file["members"].as_array().unwrap().iter();
        let people = people.map(|m| m["person_id"].as_str().unwrap().to_owned());
        (id, people.collect())
    }

    async fn start(&self, who: &str, procedure: &str, household: &str) -> String {
        let body = json!({"procedure": procedure, "household": household});
        let answer = self.ask(who, "POST", "/cases", Some(body)).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.body["id"].as_str().unwrap().to_owned()
    }
}

async fn staff(house: &House) -> BTreeMap<&'static str, Uuid> {
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let from = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let area = |code: &str, name: &str| NewDivision {
        code: code.into(),
        name: name.into(),
        from,
        replaces: None,
    };
    load_divisions(&system, &[area(TOWN, "试行镇"), area(VILLAGE, "试行村")])
        .await
        .unwrap();
    let mut offices = BTreeMap::new();
    for (code, name, kind) in [
        ("620521", "案件测试民政局", OrganisationKind::CountyBureau),
        (TOWN, "试行镇社会救助站", OrganisationKind::TownshipOffice),
        (VILLAGE, "试行村委会", OrganisationKind::VillageCommittee),
    ] {
        let body = NewOrganisation {
            name: name.into(),
            kind,
            division: code.into(),
            parent: None,
            sections: Vec::new(),
        };
        offices.insert(code, create_organisation(&system, &body).await.unwrap().id);
    }
    let mut people = BTreeMap::new();
    for (login, role, division) in STAFF {
        let new = NewUser {
            login: (*login).into(),
            name: "经办人".into(),
            organisation_id: offices[division],
        };
        let user = create_user(&system, new).await.unwrap().user;
        let grant = NewGrant {
            role: (*role).into(),
            division: (*division).into(),
            sections: Vec::new(),
            from: None,
            to: None,
        };
        create_grant(&system, user.id, &grant).await.unwrap();
        people.insert(*login, user.id);
    }
    people
}

fn id(birth: &str, serial: u16) -> String {
    IdNumber::compose("620521", birth.parse().unwrap(), serial)
        .unwrap()
        .as_str()
        .to_owned()
}

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
                json!({"同意": true}),
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
    let total = shown["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["key"] == "total")
        .unwrap();
    assert_eq!(total["unit"], "working_days");

    office
        .finish(
            "case-county-clerk",
            &case,
            "verification_start",
            "started",
            json!({}),
        )
        .await;
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
            json!({"住房": "土木结构"}),
        )
        .await;
    for (who, slot, party) in [
        ("case-clerk", "investigators", None),
        ("case-village", "investigators", None),
        ("case-clerk", "family", Some(people[1].as_str())),
    ] {
        let sign = json!({"act": "sign", "step": "survey", "slot": slot, "party": party});
        office.done(who, &case, sign).await;
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
    office
        .finish(
            "case-county-clerk",
            &case,
            "verification",
            "report",
            json!({}),
        )
        .await;
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
    let post = json!({"act": "post", "step": "publicity", "place": "village", "on": office.day.to_string(), "proof": "file:photo"});
    office.done("case-village", &case, post).await;
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
            json!({"低保类别": "二类"}),
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
