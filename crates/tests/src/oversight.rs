//! A run of supervision from the roster to the last clue, at the size of a village, and what is
//! refused on the way. The same run at the size of Huangshi is counted by
//! `huangshi_is_counted_from_records`, which takes minutes and runs when asked for.

use axum::http::HeaderMap;
use serde_json::{Value, json};
use server::{
    config::Config,
    demo::{self, House, SEED},
};
use synth::City;
use tokio::sync::OnceCell;

use crate::county::{Answer, fresh, send};

static MADE: OnceCell<(Config, Value, City)> = OnceCell::const_new();

async fn city() -> &'static (Config, Value, City) {
    MADE.get_or_init(|| async {
        let config = fresh("city").await;
        let city = City::small(SEED);
        let overview = demo::make_city(&config, &city).await.unwrap();
        (config, overview, city)
    })
    .await
}

/// The counts of an overview beside the figures of a city.
fn counted(overview: &Value, city: &City) {
    let figures = city.figures;
    let n = |path: &str| overview.pointer(path).and_then(Value::as_u64).unwrap();
    assert_eq!(n("/records") as usize, figures.records);
    assert_eq!(n("/checked/households") as usize, figures.households);
    assert_eq!(n("/checked/persons") as usize, figures.persons);
    assert_eq!(n("/found/households") as usize, figures.found_households);
    assert_eq!(n("/found/persons") as usize, figures.found_persons);
    assert_eq!(n("/clues/clues") as usize, figures.clues);
    assert_eq!(n("/clues/yes") as usize, figures.yes);
    assert_eq!(n("/clues/no") as usize, figures.clues - figures.yes);
    assert_eq!(n("/clues/open"), 0);
    // Every clue was planned by the rows, and nothing else was found.
    assert_eq!(city.planned.len(), figures.clues);
}

pub async fn by(house: &House, login: &str) -> HeaderMap {
    let user = directory::user_of_login(&house.floor, login).await.unwrap();
    house.headers(user.unwrap())
}

pub async fn get(house: &House, login: &str, path: &str) -> Value {
    let answer = send(house, Some(by(house, login).await), "GET", path, None).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

pub async fn post(house: &House, login: &str, path: &str, body: Value) -> Answer {
    let body = Some(("application/json", body.to_string()));
    send(house, Some(by(house, login).await), "POST", path, body).await
}

/// Sends a form with one file as somebody.
pub async fn upload(
    house: &House,
    login: &str,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &str, &str)>,
) -> Answer {
    let mut text = String::new();
    for (name, value) in fields {
        text.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    if let Some((key, name, content)) = file {
        text.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{key}\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{content}\r\n"
        ));
    }
    text.push_str("--x--\r\n");
    let body = Some(("multipart/form-data; boundary=x", text));
    send(house, Some(by(house, login).await), "POST", path, body).await
}

pub async fn drained(house: &House, path: &str) -> Value {
    for _ in 0..400 {
        platform::jobs::drain(&house.floor).await.unwrap();
        let found = get(house, "clerk", path).await;
        let item = found["items"].get(0).unwrap_or(&found);
        let state = item["status"]["key"]
            .as_str()
            .or(item["status"].as_str())
            .or(item["alignment"]["status"]["key"].as_str())
            .or(item["run"]["status"]["key"].as_str());
        if !matches!(
            state,
            Some("reading" | "building" | "gathering" | "comparing")
        ) {
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("{path} does not end");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_counted_from_records() {
    let (config, overview, city) = city().await;
    counted(overview, city);
    let house = House::open(config).await.unwrap();
    let run = overview["run"]["id"].as_str().unwrap();
    // However clues are grouped, they add up to the same.
    for group in ["township", "county", "kind", "department", "check"] {
        let totals = get(
            &house,
            "clerk",
            &format!("/supervision-runs/{run}/totals?by={group}"),
        )
        .await;
        for field in ["clues", "yes", "no", "open"] {
            let sum: u64 = totals["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row[field].as_u64().unwrap())
                .sum();
            assert_eq!(
                sum,
                totals["total"][field].as_u64().unwrap(),
                "{group} {field}"
            );
            assert_eq!(totals["total"][field], overview["clues"][field]);
        }
        for row in totals["rows"].as_array().unwrap() {
            let n = |field: &str| row[field].as_u64().unwrap();
            assert_eq!(n("clues"), n("yes") + n("no") + n("open"));
        }
    }
    // What is not so asks for nothing; what is so was put right by two people.
    assert_eq!(
        overview["rectifications"]["clues"].as_u64().unwrap() as usize,
        city.figures.yes
    );
    assert_eq!(
        overview["rectifications"]["accepted"].as_u64().unwrap() as usize,
        city.figures.yes
    );
    house.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the whole city takes minutes on an unoptimised build"]
async fn huangshi_is_counted_from_records() {
    let config = fresh("huangshi").await;
    let city = City::huangshi(SEED);
    let overview = demo::make_city(&config, &city).await.unwrap();
    counted(&overview, &city);
    assert_eq!(overview["rectifications"]["accepted"], 339);
    assert_eq!(overview["rectifications"]["recovered"], "58700.00");
    assert_eq!(overview["rectifications"]["accountable"], 13);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_answers_is_taken_row_by_row() {
    let config = fresh("answers").await;
    let city = City::small(SEED);
    demo::make_city(&config, &city).await.unwrap();
    let house = House::open(&config).await.unwrap();
    // Another run over the same people, with the cars alone.
    let folder = house.floor.data().join("sources");
    let cars = std::fs::read_to_string(folder.join("vehicle.csv")).unwrap();
    let fields = [
        ("title", "车辆核查"),
        ("purpose", "supervision"),
        ("month", "2021-12"),
    ];
    let run = upload(
        &house,
        "clerk",
        "/supervision-runs",
        &fields,
        Some(("vehicle", "车辆.csv", &cars)),
    )
    .await;
    assert_eq!(run.status, 201, "{}", run.body);
    let run = run.body["id"].as_str().unwrap().to_owned();
    let overview = drained(&house, &format!("/supervision-runs/{run}")).await;
    assert_eq!(overview["run"]["status"]["key"], "done", "{overview}");
    // What was not compared is said.
    assert!(
        overview["run"]["note"]
            .as_str()
            .unwrap()
            .contains("死亡登记")
    );
    let list = get(&house, "clerk", &format!("/clues?run={run}&limit=200")).await;
    let clues = list["items"].as_array().unwrap();
    assert!(clues.len() >= 4, "{}", clues.len());
    assert!(
        clues
            .iter()
            .all(|c| c["id_number"].as_str().unwrap().contains('*'))
    );
    let number = |n: usize| clues[n]["number"].as_str().unwrap();
    let name = |n: usize| clues[n]["name"].as_str().unwrap();
    // A file whose totals contradict its rows is refused whole.
    let wrong_total = format!(
        "线索编号,姓名,核查结果,理由\n{},{},查否,已核实\n合计,共9条,,\n",
        number(0),
        name(0)
    );
    let path = format!("/supervision-runs/{run}/read-backs");
    let back = upload(
        &house,
        "clerk",
        &path,
        &[],
        Some(("file", "a.csv", &wrong_total)),
    )
    .await;
    assert_eq!(back.status, 201, "{}", back.body);
    let back = drained(&house, &path).await;
    assert_eq!(back["items"][0]["status"], "refused", "{back}");
    assert_eq!(back["items"][0]["taken"], 0);
    // Unknown, twice, another name, another number, no reason, no such answer; one is right.
    let rows = format!(
        "线索编号,姓名,身份证号,核查结果,理由\n{},{},,查否,已核实\n{},{},,查否,又一次\n420200-XS-2021-99999,某,,查否,已核实\n\
         {},别人,,查否,已核实\n{},{},110105199001010019,查否,已核实\n{},{},,查否,\n",
        number(0),
        name(0),
        number(0),
        name(0),
        number(1),
        number(2),
        name(2),
        number(3),
        name(3)
    );
    upload(&house, "clerk", &path, &[], Some(("file", "b.csv", &rows))).await;
    let back = drained(&house, &path).await;
    let back = &back["items"][0];
    assert_eq!(
        (back["taken"].as_u64(), back["wrong"].as_u64()),
        (Some(1), Some(5)),
        "{back}"
    );
    let words: Vec<&str> = back["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["zh"].as_str().unwrap())
        .collect();
    for (word, said) in ["重复", "没有这个线索编号", "姓名", "身份证号", "理由"]
        .iter()
        .zip(&words)
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    // Nothing personal stands in what is said of a row.
    assert!(!back["faults"].to_string().contains("19900101"));
    // The one hand is not the other: here the reviewer answers, and may not confirm.
    let one = json!({ "ids": [clues[1]["id"]] });
    let answer = json!({ "which": one, "answer": "no", "conclusion": "allowed", "reason": "" });
    let refused = post(&house, "clerk", "/clues/answer", answer).await;
    assert_eq!(refused.code(), "oversight.clue.reason_missing");
    let answer =
        json!({ "which": one, "answer": "no", "conclusion": "nonsense", "reason": "已核实" });
    let refused = post(&house, "clerk", "/clues/answer", answer).await;
    assert_eq!(refused.code(), "oversight.word.unknown");
    let read_back = json!({ "which": { "ids": [clues[0]["id"]] }, "opinion": "同意" });
    let refused = post(&house, "clerk", "/clues/confirm", read_back.clone()).await;
    assert_eq!(refused.status, 403, "a clerk confirms nothing");
    let done = post(&house, "reviewer", "/clues/confirm", read_back.clone()).await;
    assert_eq!(done.body["clues"], 1, "{}", done.body);
    let again = post(&house, "reviewer", "/clues/confirm", read_back).await;
    assert_eq!(again.code(), "oversight.state");
    house.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_not_both_hands() {
    let (config, overview, _) = city().await;
    let house = House::open(config).await.unwrap();
    // The leader may both answer for nobody and confirm; give the clerk's right to one person.
    let system = platform::Ctx::system(&house.floor, uuid::Uuid::nil(), "test");
    let user = directory::user_of_login(&house.floor, "reviewer")
        .await
        .unwrap()
        .unwrap();
    let grant = directory::NewGrant {
        role: "county_clerk".into(),
        division: "420200".into(),
        sections: Vec::new(),
        from: None,
        to: None,
    };
    directory::create_grant(&system, user, &grant)
        .await
        .unwrap();
    let folder = house.floor.data().join("sources");
    let cars = std::fs::read_to_string(folder.join("vehicle.csv")).unwrap();
    let fields = [
        ("title", "双人核查"),
        ("purpose", "supervision"),
        ("month", "2021-12"),
    ];
    let run = upload(
        &house,
        "clerk",
        "/supervision-runs",
        &fields,
        Some(("vehicle", "车.csv", &cars)),
    )
    .await;
    let run = run.body["id"].as_str().unwrap().to_owned();
    drained(&house, &format!("/supervision-runs/{run}")).await;
    let which = json!({ "filter": { "run": run } });
    let answer =
        json!({ "which": which, "answer": "no", "conclusion": "allowed", "reason": "已核实" });
    let answered = post(&house, "reviewer", "/clues/answer", answer).await;
    assert_eq!(answered.status, 200, "{}", answered.body);
    let confirm = json!({ "which": which, "opinion": "同意" });
    let refused = post(&house, "reviewer", "/clues/confirm", confirm.clone()).await;
    assert_eq!(refused.code(), "oversight.clue.same_person");
    assert_eq!(
        post(&house, "leader", "/clues/confirm", confirm)
            .await
            .status,
        200
    );
    // Property data are never looked through for people who are in no case and no payment.
    let fields = [
        ("title", "发现"),
        ("purpose", "discovery"),
        ("month", "2021-12"),
    ];
    let refused = upload(
        &house,
        "clerk",
        "/supervision-runs",
        &fields,
        Some(("vehicle", "车.csv", &cars)),
    )
    .await;
    assert_eq!(refused.code(), "oversight.run.purpose");
    let refused = upload(&house, "clerk", "/supervision-runs", &fields, None).await;
    assert_eq!(refused.code(), "oversight.run.no_files");
    assert!(overview["clues"]["clues"].as_u64().unwrap() > 0);
    house.close().await.unwrap();
}

/// A run over the cars alone, of its own, so that tests do not disturb each other.
async fn cars(house: &House, title: &str) -> (String, Vec<Value>) {
    let folder = house.floor.data().join("sources");
    let cars = std::fs::read_to_string(folder.join("vehicle.csv")).unwrap();
    let fields = [
        ("title", title),
        ("purpose", "supervision"),
        ("month", "2021-12"),
    ];
    let file = Some(("vehicle", "车辆.csv", cars.as_str()));
    let run = upload(house, "clerk", "/supervision-runs", &fields, file).await;
    assert_eq!(run.status, 201, "{}", run.body);
    let run = run.body["id"].as_str().unwrap().to_owned();
    drained(house, &format!("/supervision-runs/{run}")).await;
    let list = get(house, "clerk", &format!("/clues?run={run}&limit=200")).await;
    (run, list["items"].as_array().unwrap().clone())
}

/// Somebody of one township with a clerk's rights there.
async fn townsman(house: &House, login: &str, township: &str) {
    let system = platform::Ctx::system(&house.floor, uuid::Uuid::nil(), "test");
    let office = directory::NewOrganisation {
        name: format!("虚构{login}民政办"),
        kind: directory::OrganisationKind::TownshipOffice,
        division: township.into(),
        parent: None,
        sections: Vec::new(),
        phone: None,
        address: None,
    };
    let office = directory::create_organisation(&system, &office)
        .await
        .unwrap();
    let user = directory::NewUser {
        login: login.into(),
        name: "镇经办".into(),
        organisation_id: office.id,
    };
    let user = directory::create_user(&system, user).await.unwrap().user.id;
    let grant = directory::NewGrant {
        role: "township_clerk".into(),
        division: township.into(),
        sections: Vec::new(),
        from: None,
        to: None,
    };
    directory::create_grant(&system, user, &grant)
        .await
        .unwrap();
}

/// A township reads answers back for its own clues; one of its neighbour is as unknown to it as
/// one that never was, in the list, by key and in a file.
#[tokio::test(flavor = "multi_thread")]
async fn a_clue_of_another_area_is_not_there() {
    let (config, _, _) = city().await;
    let house = House::open(config).await.unwrap();
    let (run, clues) = cars(&house, "乡镇核查").await;
    let township = |clue: &Value| clue["division"]["code"].as_str().unwrap()[..9].to_owned();
    let own = &clues[0];
    let home = township(own);
    let other = clues.iter().find(|clue| township(clue) != home).unwrap();
    townsman(&house, "xiang", &home).await;
    let list = get(&house, "xiang", &format!("/clues?run={run}&limit=200")).await;
    let seen = list["items"].as_array().unwrap();
    assert!(!seen.is_empty() && seen.iter().all(|clue| township(clue) == home));
    let path = format!("/clues/{}", other["id"].as_str().unwrap());
    let closed = send(&house, Some(by(&house, "xiang").await), "GET", &path, None).await;
    assert_eq!(closed.status, 404);
    let which = json!({ "ids": [other["id"]] });
    let answer =
        json!({ "which": which, "answer": "no", "conclusion": "allowed", "reason": "已核实" });
    let refused = post(&house, "xiang", "/clues/answer", answer).await;
    assert_eq!(refused.status, 404, "{}", refused.body);
    let rows = format!(
        "线索编号,姓名,核查结果,理由\n{},{},查否,已核实\n{},{},查否,已核实\n",
        own["number"].as_str().unwrap(),
        own["name"].as_str().unwrap(),
        other["number"].as_str().unwrap(),
        other["name"].as_str().unwrap()
    );
    let path = format!("/supervision-runs/{run}/read-backs");
    let file = Some(("file", "镇.csv", rows.as_str()));
    let back = upload(&house, "xiang", &path, &[], file).await;
    assert_eq!(back.status, 201, "{}", back.body);
    let back = drained(&house, &path).await;
    let back = &back["items"][0];
    let counts = (back["taken"].as_u64(), back["wrong"].as_u64());
    assert_eq!(counts, (Some(1), Some(1)), "{back}");
    assert!(
        back["faults"][0]["zh"]
            .as_str()
            .unwrap()
            .contains("没有这个线索编号")
    );
    house.close().await.unwrap();
}

/// Whatever is done in whatever order, no clue is lost or counted twice.
#[tokio::test(flavor = "multi_thread")]
async fn totals_add_up_after_every_act() {
    let (config, _, _) = city().await;
    let house = House::open(config).await.unwrap();
    let (run, clues) = cars(&house, "随机办理").await;
    let ids: Vec<&str> = clues.iter().map(|c| c["id"].as_str().unwrap()).collect();
    // A walk that is the same on every machine.
    let mut dice = 20_171_231_u64;
    let mut roll = |sides: u64| {
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    let mut done = 0;
    for _ in 0..40 {
        let chosen: Vec<&str> = ids.iter().copied().filter(|_| roll(3) == 0).collect();
        let which = json!({ "ids": chosen });
        let (login, path, body) = match roll(5) {
            0 => ("clerk", "/clues/assign", json!({ "which": which })),
            1 => (
                "clerk",
                "/clues/answer",
                json!({ "which": which, "answer": "no", "conclusion": "allowed", "reason": "核" }),
            ),
            2 => (
                "clerk",
                "/clues/answer",
                json!({ "which": which, "answer": "yes", "conclusion": "should_stop", "reason": "核" }),
            ),
            3 => (
                "reviewer",
                "/clues/confirm",
                json!({ "which": which, "opinion": "同意" }),
            ),
            _ => (
                "reviewer",
                "/clues/return",
                json!({ "which": which, "opinion": "再核" }),
            ),
        };
        let answer = post(&house, login, path, body).await;
        assert!(answer.status < 500, "{path}: {}", answer.body);
        done += u64::from(answer.status == 200);
        let overview = get(&house, "clerk", &format!("/supervision-runs/{run}")).await;
        for group in ["township", "kind", "check"] {
            let path = format!("/supervision-runs/{run}/totals?by={group}");
            let totals = get(&house, "clerk", &path).await;
            let n = |row: &Value, field: &str| row[field].as_u64().unwrap();
            let rows = totals["rows"].as_array().unwrap();
            for field in [
                "clues",
                "yes",
                "no",
                "open",
                "unassigned",
                "assigned",
                "answered",
            ] {
                let sum: u64 = rows.iter().map(|row| n(row, field)).sum();
                assert_eq!(sum, n(&totals["total"], field), "{group} {field}");
                assert_eq!(sum, n(&overview["clues"], field), "{group} {field}");
            }
            for row in rows.iter().chain([&totals["total"]]) {
                let ends = n(row, "yes") + n(row, "no") + n(row, "open");
                assert_eq!(n(row, "clues"), ends, "{row}");
                let open = n(row, "unassigned") + n(row, "assigned") + n(row, "answered");
                assert_eq!(n(row, "open"), open, "{row}");
            }
            assert_eq!(n(&totals["total"], "clues"), ids.len() as u64);
        }
    }
    assert!(done >= 5, "only {done} acts were possible");
    house.close().await.unwrap();
}
