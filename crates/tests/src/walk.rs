//! What an office does most, as one call each: applications walked to a step, visits, lists,
//! confirmations, rechecks, and what a household gets for it.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::county::Answer;
use crate::office::{Office, TOWN, id};

/// An old couple of the village.
pub async fn couple(office: &Office, n: u16) -> (String, Vec<String>) {
    couple_with(office, n, json!({"城乡": "农村"})).await
}

/// The same with what is known of the household.
pub async fn couple_with(office: &Office, n: u16, known: Value) -> (String, Vec<String>) {
    office
        .family(
            json!([
                {"name": "赵有福", "id_number": id("1948-02-03", n), "relation": "户主", "facts": {"健康状况": "重病", "劳动能力": "完全丧失"}},
                {"name": "孙桂兰", "id_number": id("1950-05-06", n + 1), "relation": "妻", "facts": {"劳动能力": "完全丧失"}},
            ]),
            known,
        )
        .await
}

/// What the rolls pay so many persons of the second class in the country in 2022.
pub fn second_class(persons: usize) -> String {
    format!("{}.00", 417 * persons)
}

impl Office {
    pub async fn paper(&self, who: &str, case: &str, paper: &str, subject: Option<&str>) {
        let given = json!({"act": "paper", "paper": paper, "subject": subject, "state": "given", "reason": null});
        self.done(who, case, given).await;
    }

    /// Somebody at the files of a case.
    pub fn sheet<'a>(
        &'a self,
        who: &str,
        case: &'a str,
        form: &'a str,
    ) -> crate::filled::Sheet<'a> {
        crate::filled::Sheet {
            house: &self.house,
            by: self.house.headers(self.people[who]),
            case,
            form,
            subject: None,
        }
    }

    pub async fn sign(&self, who: &str, case: &str, step: &str, slot: &str, party: Option<&str>) {
        let answer = self.signed(who, case, step, slot, party).await;
        assert_eq!(answer.status, 200, "{who} {slot}: {}", answer.body);
    }

    /// What a signature answers: an officer's own, or that of a party by hand.
    pub async fn signed(
        &self,
        who: &str,
        case: &str,
        step: &str,
        slot: &str,
        party: Option<&str>,
    ) -> Answer {
        let shown = self.case(case).await;
        let mut body = json!({"step": step, "slot": slot, "party": party, "seen": shown["seen"]});
        if party.is_some() {
            let mut slots = shown["slots"].as_array().unwrap().iter();
            let slot = slots.find(|s| s["step"] == step && s["slot"] == slot);
            let content = slot.unwrap()["content"].as_str().unwrap();
            body["file"] = self.sheet(who, case, "").sign(content).await["file"].clone();
        }
        let path = format!("/cases/{case}/signatures");
        self.ask(who, "POST", &path, Some(body)).await
    }

    /// Forms and papers of an application, for the people that it covers.
    pub async fn apply(&self, case: &str, people: &[String]) {
        let reason = json!({"申请事由": "年老多病"});
        let clerk = "case-clerk";
        self.file(clerk, case, "apply", "dibao_application", None, reason)
            .await;
        for person in people {
            let agreed = json!({"同意": true});
            let person = Some(person.as_str());
            self.file(clerk, case, "apply", "authorisation", person, agreed)
                .await;
            self.paper(clerk, case, "identity", person).await;
        }
        for paper in ["income_proof", "disability_or_illness"] {
            self.paper(clerk, case, paper, None).await;
        }
    }

    /// A dibao application, accepted.
    pub async fn accepted(&self, household: &str, people: &[String]) -> String {
        let case = self.start("case-clerk", "dibao", household).await;
        self.apply(&case, people).await;
        let facts = json!({"facts": {"近亲属备案": false}});
        self.finish("case-clerk", &case, "apply", "accept", facts)
            .await;
        case
    }

    /// Verification and home survey of a case that was accepted.
    pub async fn look_into(&self, case: &str, person: &str) {
        self.verified(case).await;
        if self.is_open(case, "assign").await {
            self.finish("case-clerk", case, "assign", "assigned", json!({}))
                .await;
        }
        self.visited(case, "survey", "home_survey", person).await;
        self.finish("case-clerk", case, "survey", "done", json!({}))
            .await;
    }

    /// Whether a step is to be done now.
    pub async fn is_open(&self, case: &str, step: &str) -> bool {
        is_open(&self.case(case).await, step)
    }

    /// A dibao application, surveyed and verified.
    pub async fn surveyed(&self, household: &str, people: &[String]) -> String {
        let case = self.accepted(household, people).await;
        self.look_into(&case, &people[0]).await;
        case
    }

    /// A visit to the family with its form and signatures.
    pub async fn visited(&self, case: &str, step: &str, form: &str, person: &str) {
        let clerk = "case-clerk";
        let values = json!({"住房": "土木结构"});
        self.file(clerk, case, step, form, None, values).await;
        self.sign(clerk, case, step, "investigators", None).await;
        self.sign("case-village", case, step, "investigators", None)
            .await;
        self.sign(clerk, case, step, "family", Some(person)).await;
    }

    /// The township's proposal for so many persons, with or against the assessment.
    pub async fn propose(&self, case: &str, persons: usize) {
        self.opinion(case).await;
        let fits = self.case(case).await["facts"]["测算结论"] == "符合";
        let outcome = if fits {
            "propose_grant"
        } else {
            "propose_grant_against"
        };
        let reason = (!fits).then_some("年老重病，实际困难");
        let facts = json!({"拟保障人数": persons, "拟确认月金额": second_class(persons)});
        let more = json!({"reason": reason, "facts": facts});
        self.finish("case-reviewer", case, "review", outcome, more)
            .await;
    }

    /// A dibao application, reviewed with a proposal for so many persons.
    pub async fn reviewed(&self, household: &str, people: &[String], persons: usize) -> String {
        let case = self.surveyed(household, people).await;
        self.propose(&case, persons).await;
        case
    }

    pub async fn opinion(&self, case: &str) {
        let class = json!({"低保类别": "二类"});
        let form = ("review", "review_opinion");
        self.file("case-reviewer", case, form.0, form.1, None, class)
            .await;
    }

    pub async fn posted(&self, case: &str) {
        let post = self.post(case, "publicity", self.day).await;
        self.done("case-village", case, post).await;
    }

    /// The act that says that a list was put up on a day; its picture is sent before.
    pub async fn post(&self, case: &str, step: &str, on: NaiveDate) -> Value {
        let photo = self
            .sheet("case-village", case, "")
            .upload("photo", "", "board.png", crate::filled::PNG)
            .await;
        assert_eq!(photo.status, 201, "{}", photo.body);
        let proof = &photo.body["file"];
        json!({"act": "post", "step": step, "place": "village", "on": on.to_string(), "proof": proof})
    }

    /// The form of the confirmation, filled in by whoever decides.
    pub async fn confirmation(&self, who: &str, case: &str, result: &str) {
        let mut values = json!({"结论": result, "低保类别": "二类"});
        if result.starts_with('不') {
            values["不予确认的理由"] = json!("不符合规定条件");
        }
        let form = ("county_review", "confirmation");
        self.file(who, case, form.0, form.1, None, values).await;
    }

    /// The confirmation of a grant for so many persons.
    pub async fn grant(&self, who: &str, case: &str, persons: usize) {
        self.confirmation(who, case, "予以确认").await;
        let more = json!({"facts": {"确认人数": persons, "确认月金额": second_class(persons)}});
        self.finish(who, case, "county_review", "grant", more).await;
    }

    /// Publication, the award's beginning, and the archive.
    pub async fn begin(&self, who: &str, case: &str, from: &str) {
        self.finish("case-clerk", case, "publication", "published", json!({}))
            .await;
        let from = json!({"facts": {"生效月份首日": from}});
        self.finish(who, case, "award", "started", from).await;
        self.finish("case-clerk", case, "archive", "filed", json!({}))
            .await;
    }

    /// A dibao application, confirmed; the award has not begun.
    pub async fn confirmed(&mut self, household: &str, people: &[String]) -> String {
        let case = self.reviewed(household, people, people.len()).await;
        self.posted(&case).await;
        self.later(8);
        self.clock().await;
        self.grant("case-county", &case, people.len()).await;
        case
    }

    /// A family in benefit from a month on.
    pub async fn in_benefit(&mut self, household: &str, people: &[String], from: &str) -> String {
        let case = self.confirmed(household, people).await;
        self.begin("case-county-clerk", &case, from).await;
        case
    }

    /// The neighbours' appraisal of the rules of before 2021, signed by each of them.
    pub async fn appraised(&self, case: &str) {
        let by = self.house.headers(self.people["case-clerk"]);
        let sheet = crate::filled::Sheet {
            house: &self.house,
            by,
            case,
            form: "appraisal_record",
            subject: None,
        };
        let present: Vec<Value> = (1..=3)
            .map(|n| json!({"姓名": format!("村民{n}"), "身份": "居民代表"}))
            .collect();
        let mut values = json!({
            "评议日期": self.day.to_string(), "地点": "村委会", "主持人": "村主任", "参加人员": present,
            "宣讲政策": true, "介绍情况": true, "同意票": "3", "不同意票": "0", "弃权票": "0",
            "评议结论": "真实",
        });
        let content = sheet.save(&values).await["content"].clone();
        for n in 0..3 {
            values["参加人员"][n]["签字"] = sheet.sign(content.as_str().unwrap()).await;
        }
        let answer = sheet.hand_in("appraisal", &values).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        self.finish("case-clerk", case, "appraisal", "done", json!({}))
            .await;
    }

    /// The county's visit, where the case was drawn for one.
    pub async fn visit_if_drawn(&self, case: &str, person: &str) {
        let drawn = self.case(case).await["facts"]["抽查中选"] == true;
        assert_eq!(self.is_open(case, "county_visit").await, drawn);
        if !drawn {
            return;
        }
        let clerk = "case-county-clerk";
        let visit = json!({"核查原因": ["随机抽查"], "与入户调查表是否一致": true});
        let form = ("county_visit", "county_visit");
        self.file(clerk, case, form.0, form.1, None, visit).await;
        for who in [clerk, "case-county-2"] {
            self.sign(who, case, "county_visit", "investigators", None)
                .await;
        }
        self.sign(clerk, case, "county_visit", "family", Some(person))
            .await;
        self.finish(clerk, case, "county_visit", "done", json!({}))
            .await;
    }

    /// The key of a member by name.
    pub async fn member(&self, household: &str, name: &str) -> String {
        let path = format!("/households/{household}");
        let file = self.ask("case-clerk", "GET", &path, None).await.body;
        let mut members = file["members"].as_array().unwrap().iter();
        let found = members.find(|m| m["name"] == name).unwrap();
        found["person_id"].as_str().unwrap().to_owned()
    }

    /// The lines of a month's roll, computed anew.
    pub async fn lines(&self, programme: &str, month: &str) -> Vec<Value> {
        let county = "case-county-clerk";
        let roll = json!({"programme": programme, "month": month});
        let roll = self.ask(county, "POST", "/rolls", Some(roll)).await;
        assert!(roll.status < 300, "{}", roll.body);
        self.jobs().await;
        let id = roll.body["roll"]["id"].as_str().unwrap();
        let path = format!("/rolls/{id}/lines");
        let lines = self.ask(county, "GET", &path, None).await;
        lines.body["items"].as_array().unwrap().clone()
    }

    /// Cash in the township's reserve, by two people.
    pub async fn replenished(&self, amount: &str) {
        let path = format!("/reserves/{TOWN}/replenish");
        let money = json!({"amount": amount, "document": "清民发〔2022〕9号"});
        let asked = self.ask("case-finance", "POST", &path, Some(money)).await;
        assert_eq!(asked.status, 201, "{}", asked.body);
        let id = asked.body["id"].as_str().unwrap();
        let path = format!("/reserves/requests/{id}/approve");
        let opinion = json!({"opinion": "同意"});
        let done = self.ask("case-leader", "POST", &path, Some(opinion)).await;
        assert_eq!(done.status, 200, "{}", done.body);
    }

    pub async fn awards(&self, who: &str, household: &str) -> Vec<Value> {
        let path = format!("/households/{household}/awards");
        let found = self.ask(who, "GET", &path, None).await;
        assert_eq!(found.status, 200, "{}", found.body);
        found.body["items"].as_array().unwrap().clone()
    }

    pub async fn row(&self, who: &str, case: &str) -> Value {
        let list = self.ask(who, "GET", "/cases?limit=100", None).await;
        let items = list.body["items"].as_array().unwrap().clone();
        let found = items.into_iter().find(|c| c["id"] == case);
        found.unwrap_or(Value::Null)
    }
}

/// Whether a step of a case as shown is to be done now.
pub fn is_open(case: &Value, step: &str) -> bool {
    let mut road = case["road"].as_array().unwrap().iter();
    road.any(|s| s["step"] == step && s["place"] == "current")
}

/// The members that an award covers until further notice.
pub fn covers(award: &Value) -> usize {
    let members = award["members"].as_array().unwrap().iter();
    members
        .filter(|m| m["to_month"].is_null() && m["to"].is_null())
        .count()
}

impl Office {
    /// A change of a household by the version that was seen.
    pub async fn ask_as(&self, who: &str, path: &str, version: &Value, body: Value) -> Answer {
        let mut by = self.house.headers(self.people[who]);
        let tag = format!("\"{version}\"");
        by.insert("if-match", tag.parse().unwrap());
        let body = Some(("application/json", body.to_string()));
        crate::county::send(&self.house, Some(by), "POST", path, body).await
    }

    /// A reduction or stop of the neighbour's: proposed, heard, decided by the county, served.
    pub async fn hear_and_decide(&self, case: &str, result: &str, from: &str) {
        let reason = json!({"reason": "家庭人口减少", "facts": {"调整事由": "人口减少"}});
        self.file(
            "next-reviewer",
            case,
            "propose",
            "review_opinion",
            None,
            json!({"意见": "调整"}),
        )
        .await;
        self.finish("next-reviewer", case, "propose", "propose", reason)
            .await;
        // Before the family was heard nobody decides.
        let early = json!({"act": "finish", "step": "county_review", "outcome": "confirm", "reason": "同意", "facts": {"生效月份首日": from}});
        self.refused("case-county", case, early.clone()).await;
        self.file(
            "next-clerk",
            case,
            "hearing",
            "hearing_record",
            None,
            json!({"意见": "无异议"}),
        )
        .await;
        self.sign("next-clerk", case, "hearing", "officers", None)
            .await;
        self.sign("next-reviewer", case, "hearing", "officers", None)
            .await;
        let heard = json!({"facts": {"听取意见方式": "当面听取"}});
        self.finish("next-clerk", case, "hearing", "heard", heard)
            .await;
        self.file(
            "case-county",
            case,
            "county_review",
            "confirmation",
            None,
            json!({"结论": "同意调整"}),
        )
        .await;
        let done = self.done("case-county", case, early).await;
        assert_eq!(done["result"], result);
        self.finish("next-clerk", case, "notice", "served", json!({}))
            .await;
        self.finish("next-clerk", case, "publication", "published", json!({}))
            .await;
    }
}
