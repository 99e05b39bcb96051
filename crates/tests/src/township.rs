//! The daily work of a township and its county over HTTP: clocks, lamps, batches, the publicity
//! board and deputies.

use serde_json::{Value, json};

use crate::office::{Office, id};
use crate::walk::{couple, couple_with, second_class};

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
        tried.body["results"][2]["missing"][0], "review_opinion",
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

/// How many cases of a batch went on, or would.
fn done_of(answer: &Value) -> u64 {
    let done = answer["done"].as_u64();
    done.unwrap_or_else(|| panic!("no answer of a batch: {answer}"))
}

/// One opinion on some cases, looked at first and then given with the facts that were proposed.
/// `how` states facts of all cases, or of each in their order.
async fn together(office: &Office, who: &str, how: &Value, cases: &[String]) -> (Value, Value) {
    let mut items = Vec::new();
    for (n, case) in cases.iter().enumerate() {
        let seen = office.case(case).await["seen"].clone();
        let facts = how["facts"].get(n).unwrap_or(&how["facts"]);
        items.push(json!({"case": case, "seen": seen, "facts": facts}));
    }
    let mut body = how.clone();
    body.as_object_mut().unwrap().remove("facts");
    (body["cases"], body["check"]) = (json!(items), json!(true));
    let tried = office.ask(who, "POST", "/cases/batch", Some(body.clone()));
    let tried = tried.await.body;
    for (item, result) in items.iter_mut().zip(tried["results"].as_array().unwrap()) {
        assert_eq!(
            office.case(item["case"].as_str().unwrap()).await["seen"],
            item["seen"]
        );
        let facts = item["facts"].as_object_mut().unwrap();
        let asks = result["asks"].as_array().unwrap().iter();
        for ask in asks.filter(|ask| !ask["value"].is_null()) {
            let name = ask["name"].as_str().unwrap().to_owned();
            facts.entry(name).or_insert(ask["value"].clone());
        }
    }
    (body["cases"], body["check"]) = (json!(items), json!(false));
    let done = office.ask(who, "POST", "/cases/batch", Some(body)).await;
    (tried, done.body)
}

#[tokio::test(flavor = "multi_thread")]
async fn many_cases_are_reviewed_and_confirmed_with_the_form_of_each() {
    let mut office = Office::alone("batch-forms", "2022-11-07").await;
    let mut cases = Vec::new();
    for n in 0..2 {
        let known = json!({"城乡": "农村", "低保类别": "二类"});
        let (household, people) = couple_with(&office, 701 + 10 * n, known).await;
        cases.push(office.surveyed(&household, &people).await);
    }
    // A form that is not filled in rightly is refused case by case, and says where.
    let how = |step: &str, outcome: &str, form: &str, values: Value| json!({"step": step, "outcome": outcome, "reason": null, "forms": {form: values}, "facts": {}});
    let (review, form) = ("review", "review_opinion");
    let wrong = how(review, "propose_grant", form, json!({"分类施保": "九类"}));
    let (tried, done) = together(&office, "case-reviewer", &wrong, &cases).await;
    assert_eq!((done_of(&tried), done_of(&done)), (0, 0), "{tried}");
    assert_eq!(tried["results"][0]["code"], "decide.form.wrong", "{tried}");
    let said = tried["results"][0]["zh"].as_str().unwrap();
    assert!(said.contains("意见") && said.contains("分类施保"), "{said}");

    // One form is there already: it is asked for where it lacks, and stays as it was.
    office
        .file("case-reviewer", &cases[0], review, form, None, json!({}))
        .await;
    let lacks = |result: &Value| result["forms"].as_array().unwrap().len();

    // Right, each case has a form of its own, with its own figures in it.
    let right = json!({"意见": "情况属实，拟同意"});
    let mut right = how(review, "propose_grant_against", form, right);
    right["reason"] = json!("收入尚缺证明，经集体研究");
    let sums = [second_class(2), second_class(1)];
    right["facts"] = json!(sums.clone().map(|sum| json!({"拟确认月金额": sum})));
    let (tried, done) = together(&office, "case-reviewer", &right, &cases).await;
    assert_eq!((done_of(&tried), done_of(&done)), (2, 2), "{tried} {done}");
    let results = tried["results"].as_array().unwrap();
    let lacking: Vec<usize> = results.iter().map(lacks).collect();
    assert_eq!(lacking, [0, 1], "{tried}");
    for (case, sum) in cases.iter().zip(&sums) {
        let case = office.case(case).await;
        // Each has the sum that was entered for it.
        assert_eq!(case["facts"]["拟确认月金额"], json!(sum), "{case}");
        let filed = case["filed"].as_array().unwrap().iter();
        let opinion = filed.filter(|f| f["form"] == form).count();
        assert_eq!(opinion, 1, "{case}");
        office.posted(case["id"].as_str().unwrap()).await;
    }
    office.later(8);
    office.clock().await;

    // The county confirms both at once; whoever reviewed is not asked.
    let grant = json!({"结论": "予以确认", "意见": "同意"});
    let grant = how("county_review", "grant", "confirmation", grant);
    let (_, own) = together(&office, "case-reviewer", &grant, &cases).await;
    assert_eq!(own["done"], 0, "{own}");
    // A sum that the rolls would not pay keeps its case back, with nothing of it done; not the
    // other one. The look says so before.
    let (tried, done) = together(&office, "case-county", &grant, &cases).await;
    assert_eq!((done_of(&tried), done_of(&done)), (1, 1), "{tried} {done}");
    for answer in [&tried, &done] {
        assert_eq!(
            answer["results"][1]["code"], "decide.case.amount",
            "{answer}"
        );
    }
    let kept = office.case(&cases[1]).await;
    assert!(
        !kept["filed"].to_string().contains("confirmation"),
        "{kept}"
    );
    let mut rest = grant.clone();
    rest["facts"] = json!({"确认月金额": second_class(2)});
    let (_, done) = together(&office, "case-county", &rest, &cases[1..]).await;
    assert_eq!(done_of(&done), 1, "{done}");
    for case in &cases {
        let case = office.case(case).await;
        assert_eq!(case["result"], "granted", "{case}");
        let path = format!(
            "/cases/{}/forms/confirmation/sheet",
            case["id"].as_str().unwrap()
        );
        let sheet = office.ask("case-county", "GET", &path, None).await.body;
        assert_eq!(sheet["from"], "filed", "{sheet}");
        assert_eq!(sheet["values"]["确认人数"], "2", "{sheet}");
        assert_eq!(sheet["values"]["意见"], "同意");
    }
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
