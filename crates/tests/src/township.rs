//! The daily work of a township and its county over HTTP: clocks, lamps, batches, the publicity
//! board, deputies, and what becomes of an award in the years after it began.

use serde_json::{Value, json};

use crate::office::{NEXT_VILLAGE, Office, TOWN, id};

/// An old couple of the village.
async fn couple(office: &Office, n: u16) -> (String, Vec<String>) {
    office
        .family(
            json!([
                {"name": "赵有福", "id_number": id("1948-02-03", n), "relation": "户主", "facts": {"健康状况": "重病", "劳动能力": "完全丧失"}},
                {"name": "孙桂兰", "id_number": id("1950-05-06", n + 1), "relation": "妻", "facts": {"劳动能力": "完全丧失"}},
            ]),
            json!({"城乡": "农村"}),
        )
        .await
}

impl Office {
    async fn paper(&self, who: &str, case: &str, paper: &str, subject: Option<&str>) {
        let given = json!({"act": "paper", "paper": paper, "subject": subject, "state": "given", "reason": null});
        self.done(who, case, given).await;
    }

    async fn sign(&self, who: &str, case: &str, step: &str, slot: &str, party: Option<&str>) {
        let sign = json!({"act": "sign", "step": step, "slot": slot, "party": party});
        self.done(who, case, sign).await;
    }

    /// A dibao application, accepted.
    async fn accepted(&self, household: &str, people: &[String]) -> String {
        let case = self.start("case-clerk", "dibao", household).await;
        let reason = json!({"申请事由": "年老多病"});
        self.file(
            "case-clerk",
            &case,
            "apply",
            "dibao_application",
            None,
            reason,
        )
        .await;
        for person in people {
            let agreed = json!({"同意": true});
            self.file(
                "case-clerk",
                &case,
                "apply",
                "authorisation",
                Some(person),
                agreed,
            )
            .await;
            self.paper("case-clerk", &case, "identity", Some(person))
                .await;
        }
        for paper in ["income_proof", "disability_or_illness"] {
            self.paper("case-clerk", &case, paper, None).await;
        }
        let facts = json!({"facts": {"近亲属备案": false}});
        self.finish("case-clerk", &case, "apply", "accept", facts)
            .await;
        case
    }

    /// The same, surveyed and verified.
    async fn surveyed(&self, household: &str, people: &[String]) -> String {
        let case = self.accepted(household, people).await;
        self.finish(
            "case-county-clerk",
            &case,
            "verification_start",
            "started",
            json!({}),
        )
        .await;
        self.finish(
            "case-county-clerk",
            &case,
            "verification",
            "report",
            json!({}),
        )
        .await;
        self.finish("case-clerk", &case, "assign", "assigned", json!({}))
            .await;
        self.visited(&case, "survey", "home_survey", &people[0])
            .await;
        self.finish("case-clerk", &case, "survey", "done", json!({}))
            .await;
        case
    }

    /// A visit to the family with its form and signatures.
    async fn visited(&self, case: &str, step: &str, form: &str, person: &str) {
        self.file(
            "case-clerk",
            case,
            step,
            form,
            None,
            json!({"住房": "土木结构"}),
        )
        .await;
        self.sign("case-clerk", case, step, "investigators", None)
            .await;
        self.sign("case-village", case, step, "investigators", None)
            .await;
        self.sign("case-clerk", case, step, "family", Some(person))
            .await;
    }

    /// The same, reviewed with a proposal for so many persons.
    async fn reviewed(&self, household: &str, people: &[String], persons: usize) -> String {
        let case = self.surveyed(household, people).await;
        self.opinion(&case).await;
        let verdict = self.case(&case).await["facts"]["测算结论"].clone();
        let fits = verdict == "符合";
        let outcome = if fits {
            "propose_grant"
        } else {
            "propose_grant_against"
        };
        let reason = (!fits).then_some("年老重病，实际困难");
        let more =
            json!({"reason": reason, "facts": {"拟保障人数": persons, "拟确认月金额": "834.00"}});
        self.finish("case-reviewer", &case, "review", outcome, more)
            .await;
        case
    }

    async fn opinion(&self, case: &str) {
        let class = json!({"低保类别": "二类"});
        self.file(
            "case-reviewer",
            case,
            "review",
            "review_opinion",
            None,
            class,
        )
        .await;
    }

    async fn posted(&self, case: &str) {
        let post = json!({"act": "post", "step": "publicity", "place": "village", "on": self.day.to_string(), "proof": "file:photo"});
        self.done("case-village", case, post).await;
    }

    /// The same, confirmed; the award has not begun.
    async fn confirmed(&mut self, household: &str, people: &[String]) -> String {
        let case = self.reviewed(household, people, people.len()).await;
        self.posted(&case).await;
        self.later(8);
        self.clock().await;
        let class = json!({"低保类别": "二类"});
        self.file(
            "case-county",
            &case,
            "county_review",
            "confirmation",
            None,
            class,
        )
        .await;
        let more = json!({"facts": {"确认人数": people.len(), "确认月金额": "834.00"}});
        self.finish("case-county", &case, "county_review", "grant", more)
            .await;
        case
    }

    /// A family in benefit from a month on.
    async fn in_benefit(&mut self, household: &str, people: &[String], from: &str) -> String {
        let case = self.confirmed(household, people).await;
        self.finish("case-clerk", &case, "publication", "published", json!({}))
            .await;
        let from = json!({"facts": {"生效月份首日": from}});
        self.finish("case-county-clerk", &case, "award", "started", from)
            .await;
        self.finish("case-clerk", &case, "archive", "filed", json!({}))
            .await;
        case
    }

    async fn awards(&self, who: &str, household: &str) -> Vec<Value> {
        let path = format!("/households/{household}/awards");
        let found = self.ask(who, "GET", &path, None).await;
        assert_eq!(found.status, 200, "{}", found.body);
        found.body["items"].as_array().unwrap().clone()
    }

    async fn row(&self, who: &str, case: &str) -> Value {
        let list = self.ask(who, "GET", "/cases?limit=100", None).await;
        let items = list.body["items"].as_array().unwrap().clone();
        let found = items.into_iter().find(|c| c["id"] == case);
        found.unwrap_or(Value::Null)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_takes_lists_down_and_tells_whoever_is_late() {
    let mut office = Office::alone("clock", "2022-11-07").await;
    let (household, people) = couple(&office, 101).await;
    let case = office.accepted(&household, &people).await;
    let row = office.row("case-clerk", &case).await;
    assert_eq!(row["lamp"], "green", "{row}");
    assert_eq!(row["next"]["left"], 3);
    let names: Vec<&str> = row["waits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w["zh"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"指派调查人员"), "{names:?}");
    office.later(2);
    office.clock().await;
    assert_eq!(office.row("case-clerk", &case).await["lamp"], "yellow");
    // The tasks of the township are no tasks of the village, and the other way about.
    let late = |tasks: &[String], word: &str| tasks.iter().filter(|t| t.contains(word)).count();
    assert_eq!(
        late(&office.tasks("case-clerk").await, "指派调查人员，期限将至"),
        1
    );
    assert_eq!(late(&office.tasks("case-village").await, "指派"), 0);
    assert_eq!(late(&office.tasks("next-clerk").await, "指派"), 0);
    assert!(
        office
            .tasks("case-clerk")
            .await
            .iter()
            .all(|t| !t.contains("赵有福"))
    );

    office.later(1);
    office.clock().await;
    office.clock().await;
    assert_eq!(office.row("case-clerk", &case).await["lamp"], "red");
    assert_eq!(
        late(
            &office.tasks("case-clerk").await,
            "指派调查人员，期限今日届满"
        ),
        1
    );
    assert_eq!(
        late(&office.tasks("case-reviewer").await, "已逾期，请督办"),
        0
    );
    office.later(1);
    office.clock().await;
    office.clock().await;
    assert_eq!(
        late(
            &office.tasks("case-reviewer").await,
            "指派调查人员，已逾期，请督办"
        ),
        1
    );
    let red = office
        .ask(
            "case-clerk",
            "GET",
            "/cases?lamp=red&mine=true&limit=20",
            None,
        )
        .await;
    assert_eq!(
        red.body["items"].as_array().unwrap().len(),
        1,
        "{}",
        red.body
    );
    let lamps = office
        .ask("case-clerk", "GET", "/cases/lamps?mine=true", None)
        .await;
    assert_eq!(lamps.body["red"], 1);
    // Once it is done, nobody is told any more.
    office
        .finish("case-clerk", &case, "assign", "assigned", json!({}))
        .await;
    assert_eq!(late(&office.tasks("case-reviewer").await, "指派"), 0);
    assert_eq!(late(&office.tasks("case-clerk").await, "指派"), 0);

    let (household, people) = couple(&office, 111).await;
    let second = office.reviewed(&household, &people, 2).await;
    let board = office.ask("case-village", "GET", "/publicity", None).await;
    assert_eq!(board.status, 200, "{}", board.body);
    let line = board.body[0].clone();
    assert_eq!(line["state"], "to_post");
    assert_eq!(line["shows"]["家庭人口数"], 2);
    assert_eq!(line["shows"]["拟确认月金额"], "834.00");
    assert!(
        !line.to_string().contains("赵有福")
            && line["shows"]["申请人姓名"].as_str().unwrap().contains('*'),
        "{line}"
    );
    office.posted(&second).await;
    let board = office
        .ask("case-village", "GET", "/publicity?state=hanging", None)
        .await;
    assert_eq!(board.body[0]["left"], 7);
    office.later(7);
    office.clock().await;
    assert!(
        office.case(&second).await["road"]
            .to_string()
            .contains("publicity")
    );
    let open = |row: &Value, step: &str| row["steps"].as_array().unwrap().iter().any(|s| s == step);
    assert!(
        open(&office.row("case-clerk", &second).await, "publicity"),
        "its last day is not over"
    );
    office.later(1);
    office.clock().await;
    let row = office.row("case-clerk", &second).await;
    assert!(open(&row, "county_review"), "taken down by itself: {row}");
    let seen = office.case(&second).await["seen"].clone();
    office.clock().await;
    assert_eq!(
        office.case(&second).await["seen"],
        seen,
        "a second round finds nothing to do"
    );
}

/// The members that an award covers until further notice.
fn covers(award: &Value) -> usize {
    let members = award["members"].as_array().unwrap().iter();
    members
        .filter(|m| m["to_month"].is_null() && m["to"].is_null())
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_award_lives_on_through_recheck_move_reduction_and_stop() {
    let mut office = Office::alone("life", "2022-11-07").await;
    let (household, people) = couple(&office, 201).await;
    let first = office.in_benefit(&household, &people, "2022-12-01").await;
    let closed = office
        .act("case-clerk", &first, json!({"act": "resume"}))
        .await;
    assert_eq!(closed.status, 409, "a closed case stays closed");

    // Nobody applies twice; the clerk learns no more than that, and the county is told.
    let again = json!({"procedure": "dibao_single", "household": household});
    let refused = office
        .ask("case-clerk", "POST", "/cases", Some(again))
        .await;
    assert_eq!(refused.code(), "decide.case.in_benefit", "{}", refused.body);
    assert!(
        !refused.body.to_string().contains("2022-12"),
        "{}",
        refused.body
    );
    let told = office.tasks("case-county-clerk").await;
    assert!(told.iter().any(|t| t.contains("核实重复享受")), "{told:?}");

    // A year later the program opens the recheck, once.
    office.later(390);
    decide::recheck::ask(&office.house.floor).await.unwrap();
    office.jobs().await;
    decide::recheck::ask(&office.house.floor).await.unwrap();
    office.jobs().await;
    let list = office
        .ask(
            "case-clerk",
            "GET",
            "/cases?procedure=dibao_recheck&limit=20",
            None,
        )
        .await;
    let found = list.body["items"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{}", list.body);
    let recheck = found[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        office.case(&recheck).await["facts"]["复核类型"],
        "情况变化不大"
    );
    office
        .finish(
            "case-county-clerk",
            &recheck,
            "verification",
            "report",
            json!({}),
        )
        .await;
    office
        .visited(&recheck, "survey", "recheck", &people[0])
        .await;
    office
        .finish("case-clerk", &recheck, "survey", "done", json!({}))
        .await;
    let done = office
        .finish(
            "case-reviewer",
            &recheck,
            "conclude",
            "unchanged",
            json!({}),
        )
        .await;
    assert_eq!(done["result"], "unchanged");
    decide::recheck::ask(&office.house.floor).await.unwrap();
    office.jobs().await;
    let list = office
        .ask(
            "case-clerk",
            "GET",
            "/cases?procedure=dibao_recheck&status=open&limit=20",
            None,
        )
        .await;
    assert_eq!(
        list.body["items"].as_array().unwrap().len(),
        0,
        "not before another year"
    );

    // The family moves: the other township takes it over, the old one keeps what it did.
    let body = json!({"procedure": "dibao_move", "household": household, "to": NEXT_VILLAGE});
    let opened = office.ask("case-clerk", "POST", "/cases", Some(body)).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let case = opened.body["id"].as_str().unwrap().to_owned();
    office
        .file(
            "case-clerk",
            &case,
            "send",
            "change_report",
            None,
            json!({"变动情况": "其他"}),
        )
        .await;
    office
        .finish("case-clerk", &case, "send", "sent", json!({}))
        .await;
    let waits = office
        .ask("next-clerk", "GET", "/cases?mine=true&limit=20", None)
        .await;
    assert_eq!(
        waits.body["items"][0]["id"],
        case.as_str(),
        "{}",
        waits.body
    );
    let received = json!({"act": "finish", "step": "receive", "outcome": "received", "facts": {"生效月份首日": "2024-01-01"}});
    office.refused("case-clerk", &case, received.clone()).await;
    office.done("next-clerk", &case, received).await;
    office
        .finish("next-reviewer", &case, "confirm", "unchanged", json!({}))
        .await;
    let theirs = format!("/households/{household}");
    assert_eq!(
        office.ask("next-clerk", "GET", &theirs, None).await.status,
        200
    );
    assert_eq!(
        office.ask("case-clerk", "GET", &theirs, None).await.status,
        404
    );
    let kept = office
        .ask("case-clerk", "GET", &format!("/cases/{first}"), None)
        .await;
    assert_eq!(kept.status, 200, "the old township keeps its cases");
    assert_eq!(covers(&office.awards("next-clerk", &household).await[0]), 2);

    // Years later the law of 2026 wants families heard, of awards older than it too. The wife
    // dies; the reduction takes her out of the award and leaves the husband in it.
    office.later(975);
    let version = office.ask("next-clerk", "GET", &theirs, None).await.body["version"].clone();
    let left = json!({"last_day": office.day.to_string(), "reason": "死亡"});
    let path = format!("/households/{household}/members/{}/leave", people[1]);
    let left = office.ask_as("next-clerk", &path, &version, left).await;
    assert_eq!(left.status, 200, "{}", left.body);
    office.later(1);
    let case = office
        .start("next-reviewer", "dibao_reduction", &household)
        .await;
    office.hear_and_decide(&case, "reduced", "2026-09-01").await;
    let award = office.awards("next-clerk", &household).await[0].clone();
    assert_eq!(covers(&award), 1, "{award}");
    assert_eq!(award["status"], "active");

    // He leaves benefit: heard, decided by the county, served, published.
    let case = office
        .start("next-reviewer", "dibao_stop", &household)
        .await;
    office.hear_and_decide(&case, "stopped", "2026-10-01").await;
    let award = office.awards("next-clerk", &household).await[0].clone();
    assert_eq!(award["status"], "stopped", "{award}");
    assert!(
        award.to_string().contains("2026-09"),
        "its last month: {award}"
    );
}

impl Office {
    /// A change of a household by the version that was seen.
    async fn ask_as(
        &self,
        who: &str,
        path: &str,
        version: &Value,
        body: Value,
    ) -> crate::county::Answer {
        let mut by = self.house.headers(self.people[who]);
        let tag = format!("\"{version}\"");
        by.insert("if-match", tag.parse().unwrap());
        let body = Some(("application/json", body.to_string()));
        crate::county::send(&self.house, Some(by), "POST", path, body).await
    }

    /// A reduction or stop of the neighbour's: proposed, heard, decided by the county, served.
    async fn hear_and_decide(&self, case: &str, result: &str, from: &str) {
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

#[tokio::test(flavor = "multi_thread")]
async fn whoever_dies_before_the_first_payment_is_paid_nothing() {
    let mut office = Office::alone("death", "2022-11-07").await;
    let (household, people) = office
        .family(
            json!([{"name": "李守业", "id_number": id("1944-01-02", 301), "relation": "户主", "facts": {"劳动能力": "完全丧失"}}]),
            json!({"城乡": "农村"}),
        )
        .await;
    office.in_benefit(&household, &people, "2022-12-01").await;
    let case = office.start("case-clerk", "dibao_death", &household).await;
    office.paper("case-clerk", &case, "death_proof", None).await;
    let tomorrow = office.day.succ_opt().unwrap().to_string();
    let record = |day: &str| json!({"act": "finish", "step": "report", "outcome": "record", "facts": {"死亡日期": day, "仍有其他保障对象": false}});
    office.refused("case-clerk", &case, record(&tomorrow)).await;
    office.done("case-clerk", &case, record("2022-11-14")).await;
    let ends = json!({"facts": {"生效月份首日": "2022-12-01"}});
    office
        .finish("case-reviewer", &case, "adjust", "ends", ends)
        .await;
    let done = office
        .finish("case-county", &case, "county_review", "confirm", json!({}))
        .await;
    assert_eq!(done["result"], "stopped");
    let award = office.awards("case-clerk", &household).await[0].clone();
    assert_eq!(award["status"], "stopped", "{award}");
    office.later(20);
    let roll = json!({"programme": "dibao", "month": "2022-12"});
    let roll = office
        .ask("case-county-clerk", "POST", "/rolls", Some(roll))
        .await;
    assert!(roll.status < 300, "{}", roll.body);
    office.jobs().await;
    let id = roll.body["roll"]["id"].as_str().unwrap().to_owned();
    let lines = office
        .ask(
            "case-county-clerk",
            "GET",
            &format!("/rolls/{id}/lines"),
            None,
        )
        .await;
    assert_eq!(
        lines.body["items"].as_array().unwrap().len(),
        0,
        "{}",
        lines.body
    );

    // Confirmed, and dead before the award began: the case ends, and there is no award.
    let (household, people) = couple(&office, 311).await;
    let case = office.confirmed(&household, &people).await;
    let died = json!({"act": "leave", "way": "died", "reason": "申请人死亡"});
    office.done("case-clerk", &case, died).await;
    assert_eq!(office.case(&case).await["result"], "ended_by_death");
    assert!(office.awards("case-clerk", &household).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_roll_pays_what_was_confirmed() {
    let mut office = Office::alone("firstroll", "2022-11-07").await;
    let (household, people) = couple(&office, 321).await;
    office.in_benefit(&household, &people, "2022-12-01").await;
    office.later(20);
    for (month, lines_of_two) in [("2022-11", false), ("2022-12", true)] {
        let roll = json!({"programme": "dibao", "month": month});
        let roll = office
            .ask("case-county-clerk", "POST", "/rolls", Some(roll))
            .await;
        assert!(roll.status < 300, "{}", roll.body);
        office.jobs().await;
        let id = roll.body["roll"]["id"].as_str().unwrap().to_owned();
        let lines = office
            .ask(
                "case-county-clerk",
                "GET",
                &format!("/rolls/{id}/lines"),
                None,
            )
            .await;
        let text = lines.body.to_string();
        assert_eq!(text.contains(&people[1]), lines_of_two, "{month}: {text}");
    }
    let _ = household;
}

#[tokio::test(flavor = "multi_thread")]
async fn relief_stays_within_limit_reserve_and_year() {
    let office = Office::alone("relief", "2022-11-07").await;
    let (household, _) = office
        .family(
            json!([{"name": "马建国", "id_number": id("1980-07-08", 401), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let report = async |amount: &str| {
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
        let urgent = json!({"facts": {"情况急迫": true, "拟救助金额": amount}});
        office
            .finish("case-clerk", &case, "report", "urgent", urgent)
            .await;
        case
    };
    let cash = |amount: &str| json!({"act": "finish", "step": "aid", "outcome": "paid_from_reserve", "facts": {"拟救助金额": amount}});
    let case = report("700.00").await;
    // An empty reserve pays nothing, and nothing is half done.
    let empty = office.act("case-reviewer", &case, cash("700.00")).await;
    assert_eq!(empty.code(), "disburse.reserve.short", "{}", empty.body);
    assert!(office.case(&case).await["result"].is_null());
    let replenish = format!("/reserves/{TOWN}/replenish");
    let money = json!({"amount": "900.00", "document": "清民发〔2022〕9号"});
    let none = office
        .ask("case-clerk", "POST", &replenish, Some(money.clone()))
        .await;
    assert_eq!(none.status, 403, "a clerk does not fill the reserve");
    let filled = office
        .ask("case-finance", "POST", &replenish, Some(money))
        .await;
    assert_eq!(filled.status, 201, "{}", filled.body);
    let paid = office.done("case-reviewer", &case, cash("700.00")).await;
    assert_eq!(paid["result"], "granted");
    let reserves = office.ask("case-clerk", "GET", "/reserves", None).await;
    assert_eq!(reserves.body[0]["balance"], "200.00", "{}", reserves.body);
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
    for (who, step, form) in [
        ("case-clerk", "supplement", "relief_application"),
        ("case-clerk", "supplement", "relief_register"),
    ] {
        office
            .file(
                who,
                &case,
                step,
                form,
                None,
                json!({"困难原因": "火灾", "备用金列支": true}),
            )
            .await;
    }
    let again = office
        .ask(
            "case-clerk",
            "POST",
            "/cases",
            Some(json!({"procedure": "temporary_relief_emergency", "household": household})),
        )
        .await;
    assert_eq!(again.code(), "decide.case.open_already", "{}", again.body);
    let withdrawn = json!({"act": "finish", "step": "supplement", "outcome": "done"});
    office.refused("case-clerk", &case, withdrawn).await;
    let people = office.case(&case).await["parties"][0]["person"]
        .as_str()
        .unwrap()
        .to_owned();
    for paper in ["identity", "event_proof"] {
        let waived = json!({"act": "paper", "paper": paper, "subject": null, "state": "given", "reason": null});
        let given = office.act("case-clerk", &case, waived).await;
        if given.status != 200 {
            office
                .paper("case-clerk", &case, paper, Some(&people))
                .await;
        }
    }
    office
        .sign("case-clerk", &case, "supplement", "officers", None)
        .await;
    office
        .sign("case-reviewer", &case, "supplement", "officers", None)
        .await;
    office
        .sign("case-clerk", &case, "supplement", "family", Some(&people))
        .await;
    office
        .finish("case-clerk", &case, "supplement", "done", json!({}))
        .await;
    office
        .finish("case-clerk", &case, "archive", "filed", json!({}))
        .await;
    let split = report("400.00").await;
    assert_eq!(
        office.case(&split).await["facts"]["近期同一事由救助金额"],
        "700.00"
    );
    let roll = json!({"act": "finish", "step": "aid", "outcome": "paid", "facts": {"拟救助金额": "400.00"}});
    office.refused("case-reviewer", &split, roll.clone()).await;
    let granted = office.done("case-county", &split, roll).await;
    assert_eq!(granted["result"], "granted");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_cases_get_one_opinion_and_each_is_looked_at() {
    let office = Office::alone("batch", "2022-11-07").await;
    let mut cases = Vec::new();
    for n in 0..3 {
        let (household, people) = couple(&office, 501 + 10 * n).await;
        let case = office.surveyed(&household, &people).await;
        if n < 2 {
            office.opinion(&case).await;
        }
        cases.push(case);
    }
    let mut items = Vec::new();
    for case in &cases {
        items.push(json!({"case": case, "seen": office.case(case).await["seen"]}));
    }
    let body = |items: &[Value], check: bool| json!({"step": "review", "outcome": "propose_refuse", "reason": "不符合条件", "check": check, "cases": items});
    let tried = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/batch",
            Some(body(&items, true)),
        )
        .await;
    assert_eq!(tried.status, 200, "{}", tried.body);
    assert_eq!(
        (tried.body["done"].clone(), tried.body["refused"].clone()),
        (json!(2), json!(1))
    );
    assert_eq!(
        tried.body["results"][2]["code"], "flow.forms_missing",
        "{}",
        tried.body
    );
    assert!(
        office.case(&cases[0]).await["seen"] == items[0]["seen"],
        "looking changes nothing"
    );
    // Whoever surveyed does not review, however many at once.
    let clerk = office
        .ask(
            "case-clerk",
            "POST",
            "/cases/batch",
            Some(body(&items, false)),
        )
        .await;
    assert_eq!(clerk.body["done"], 0, "{}", clerk.body);
    let neighbour = office
        .ask(
            "next-reviewer",
            "POST",
            "/cases/batch",
            Some(body(&items, false)),
        )
        .await;
    assert_eq!(neighbour.status, 404, "{}", neighbour.body);
    assert!(
        !neighbour.body.to_string().contains("SL-2022"),
        "no number of another area: {}",
        neighbour.body
    );
    let done = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/batch",
            Some(body(&items, false)),
        )
        .await;
    assert_eq!(done.body["done"], 2, "{}", done.body);
    // From a second window nothing is done twice.
    let stale = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/batch",
            Some(body(&items, false)),
        )
        .await;
    assert_eq!(stale.body["done"], 0, "{}", stale.body);
    let twice = [items[0].clone(), items[0].clone()];
    let twice = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/batch",
            Some(body(&twice, false)),
        )
        .await;
    assert_eq!(twice.status, 422, "{}", twice.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_acts_under_the_own_name_and_two_hands_stay_two() {
    let office = Office::alone("deputy", "2022-11-07").await;
    let (household, people) = couple(&office, 601).await;
    let case = office.surveyed(&household, &people).await;
    let who = |login: &str| office.people[login].to_string();
    let new = |absent: &str, deputy: &str, to: &str| json!({"absent": who(absent), "deputy": who(deputy), "from": "2022-11-07", "to": to, "reason": "培训"});
    for (by, body, status) in [
        (
            "case-clerk",
            new("case-reviewer", "case-clerk-2", "2022-11-11"),
            403,
        ),
        (
            "case-reviewer",
            new("case-reviewer", "case-reviewer", "2022-11-11"),
            422,
        ),
        (
            "case-reviewer",
            new("case-clerk", "case-reviewer", "2022-11-11"),
            422,
        ),
        (
            "case-reviewer",
            new("case-reviewer", "next-clerk", "2022-11-11"),
            422,
        ),
        (
            "case-reviewer",
            new("case-reviewer", "case-clerk-2", "2022-11-01"),
            422,
        ),
        (
            "next-reviewer",
            new("case-reviewer", "case-clerk-2", "2022-11-11"),
            404,
        ),
    ] {
        let answer = office
            .ask(by, "POST", "/deputies", Some(body.clone()))
            .await;
        assert_eq!(answer.status, status, "{by} {body}: {}", answer.body);
    }
    let opinion = json!({"step": "review", "form": "review_opinion", "subject": null, "values": {
        "测算结论": "未知", "低保类别": "二类", "意见": "核查", "经办人": "核查", "日期": "2022-11-07"
    }});
    let file = async |who: &str| {
        let mut body = opinion.clone();
        body["seen"] = office.case(&case).await["seen"].clone();
        office
            .ask(who, "POST", &format!("/cases/{case}/forms"), Some(body))
            .await
            .status
    };
    assert_eq!(file("case-clerk-2").await, 409);
    for deputy in ["case-clerk", "case-clerk-2"] {
        let body = new("case-reviewer", deputy, "2022-11-11");
        let made = office
            .ask("case-reviewer", "POST", "/deputies", Some(body))
            .await;
        assert_eq!(made.status, 201, "{}", made.body);
    }
    let list = office.ask("case-clerk", "GET", "/deputies", None).await;
    assert_eq!(list.body.as_array().unwrap().len(), 2, "{}", list.body);
    let todo = office
        .ask(
            "case-clerk-2",
            "GET",
            "/cases?mine=true&step=review&limit=20",
            None,
        )
        .await;
    assert_eq!(
        todo.body["items"].as_array().unwrap().len(),
        1,
        "{}",
        todo.body
    );
    // The surveyor may not review, in whosever stead; another clerk may, this week.
    assert_eq!(file("case-clerk").await, 409);
    assert_eq!(file("case-clerk-2").await, 200);
    office.house.set("2022-11-14".parse().unwrap(), 9);
    assert_eq!(file("case-clerk-2").await, 409, "the week is over");

    // A step in somebody's hands is nobody else's; it goes on by being handed over.
    let (household, people) = couple(&office, 611).await;
    let case = office.accepted(&household, &people).await;
    let hand = |from: Option<&str>, to: &str, cases: Value| json!({"from": from.map(who), "to": who(to), "cases": cases, "reason": "人员调整"});
    let given = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/hand-over",
            Some(hand(None, "case-clerk-2", json!([case]))),
        )
        .await;
    assert_eq!(given.status, 200, "{}", given.body);
    let assign = json!({"act": "finish", "step": "assign", "outcome": "assigned"});
    office.refused("case-clerk", &case, assign.clone()).await;
    let back = office
        .ask(
            "case-reviewer",
            "POST",
            "/cases/hand-over",
            Some(hand(Some("case-clerk-2"), "case-clerk", json!([]))),
        )
        .await;
    assert_eq!(back.body["cases"], 1, "{}", back.body);
    office.done("case-clerk", &case, assign).await;
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
    let post = |on: &str| json!({"act": "post", "step": "publicity", "place": "village", "on": on, "proof": "file:photo"});
    office
        .refused("case-village", &case, post("2022-11-08"))
        .await;
    office
        .refused("case-village", &case, post("2022-11-01"))
        .await;
    office.done("case-village", &case, post("2022-11-07")).await;
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

/// `cargo test --release -p tests a_thousand_cases -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures"]
async fn a_thousand_cases_of_a_township_are_listed_and_shown_quickly() {
    let office = Office::alone("thousand", "2022-11-07").await;
    let mut last = String::new();
    for n in 0..1000u16 {
        let born = format!(
            "19{:02}-{:02}-{:02}",
            30 + n / 28 % 40,
            n % 12 + 1,
            n % 28 + 1
        );
        let member =
            json!([{"name": "赵有福", "id_number": id(&born, n % 900 + 1), "relation": "户主"}]);
        let (household, _) = office.family(member, json!({"城乡": "农村"})).await;
        last = office.start("case-clerk", "dibao", &household).await;
    }
    for (what, path) in [
        (
            "to-do list, 20 of 1,000",
            "/cases?mine=true&status=open&page=1&limit=20&total=true".to_owned(),
        ),
        (
            "to-do list, 100 of 1,000",
            "/cases?mine=true&status=open&page=5&limit=100&total=true".to_owned(),
        ),
        ("lamps", "/cases/lamps?mine=true".to_owned()),
        ("case page", format!("/cases/{last}")),
    ] {
        let mut took = Vec::new();
        for _ in 0..100 {
            let begun = std::time::Instant::now();
            let answer = office.ask("case-clerk", "GET", &path, None).await;
            took.push(begun.elapsed());
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        took.sort();
        println!("{what}: p50 {:?}, p95 {:?}", took[49], took[94]);
    }
}
