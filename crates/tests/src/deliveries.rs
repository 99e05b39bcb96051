//! Other departments' data, as an office meets it: a file comes, is looked at, taken in whole or
//! not at all; people in benefit are compared with it; somebody decides on what was found.

use std::collections::BTreeMap;

use axum::http::HeaderValue;
use platform::fault;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{
    county::{Answer, page, send_bytes},
    office::Office,
};

/// Faults are armed for the whole process, and findings of a run stand for the whole county.
pub static ONE: Mutex<()> = Mutex::const_new(());
pub const CLERK: &str = "case-county-clerk";

pub struct Desk {
    pub office: Office,
}

impl Desk {
    pub async fn open() -> Desk {
        let office = Office::open().await;
        Desk { office }
    }

    pub async fn ask(&self, who: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        self.office.ask(who, method, path, body).await
    }

    /// As a client that saw a version.
    pub async fn seen(&self, who: &str, version: &Value, path: &str, body: Value) -> Answer {
        let mut by = self.office.house.headers(self.office.people[who]);
        let tag = HeaderValue::from_str(&format!("\"{version}\"")).unwrap();
        by.insert("if-match", tag);
        let body = Some(("application/json", body.to_string().into_bytes()));
        send_bytes(&self.office.house, Some(by), "POST", path, body).await
    }

    pub async fn upload(
        &self,
        who: &str,
        source: &str,
        as_of: &str,
        more: &[(&str, &str)],
        name: &str,
        content: &[u8],
    ) -> Answer {
        let mut body = Vec::new();
        for (key, value) in [("source", source), ("as_of", as_of)].iter().chain(more) {
            body.extend_from_slice(
                format!("--x\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n")
                    .as_bytes(),
            );
        }
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let by = self.office.house.headers(self.office.people[who]);
        let body = Some(("multipart/form-data; boundary=x", body));
        send_bytes(&self.office.house, Some(by), "POST", "/deliveries", body).await
    }

    /// Starts a delivery and waits for the end of its job.
    pub async fn start(&self, id: &str, body: Value) -> Value {
        let path = format!("/deliveries/{id}/start");
        let answer = self.ask(CLERK, "POST", &path, Some(body)).await;
        assert_eq!(answer.status, 202, "{}", answer.body);
        self.office.jobs().await;
        let status = self.settled(&format!("/deliveries/{id}"), "reading").await;
        assert_ne!(status["status"], "reading", "{status}");
        status
    }

    /// Another test's round of jobs may have taken ours.
    pub async fn settled(&self, path: &str, busy: &str) -> Value {
        for _ in 0..600 {
            let answer = self.ask(CLERK, "GET", path, None).await;
            assert_eq!(answer.status, 200, "{}", answer.body);
            if answer.body["status"] != busy {
                return answer.body;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{path} stays {busy}");
    }

    /// Uploads and takes in.
    pub async fn take(&self, source: &str, as_of: &str, content: &[u8]) -> Value {
        let answer = self
            .upload(CLERK, source, as_of, &[], "data.csv", content)
            .await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        self.start(text(&answer.body["id"]), json!({})).await
    }

    pub async fn run(&self, body: Value) -> Value {
        let answer = self
            .ask(CLERK, "POST", "/verification-runs", Some(body))
            .await;
        assert!(answer.status < 300, "{}", answer.body);
        self.office.jobs().await;
        let path = format!("/verification-runs/{}", text(&answer.body["id"]));
        self.settled(&path, "running").await
    }

    pub async fn findings(&self, query: &str) -> Vec<Value> {
        let path = format!("/findings?limit=200&{query}");
        let list = self.ask(CLERK, "GET", &path, None).await;
        assert_eq!(list.status, 200, "{}", list.body);
        list.body["items"].as_array().unwrap().clone()
    }

    /// Two members of households in dibao with their numbers: (household, name, number).
    pub async fn people(&self) -> Vec<(String, String, String)> {
        let list = self
            .ask(CLERK, "GET", "/households?programme=dibao&limit=5", None)
            .await;
        let mut found = Vec::new();
        for household in list.body["items"].as_array().unwrap() {
            let id = text(&household["id"]);
            let file = self
                .ask(CLERK, "GET", &format!("/households/{id}"), None)
                .await;
            let member = &file.body["members"][0];
            let person = text(&member["person_id"]);
            let path = format!("/persons/{person}/reveal");
            let body = json!({"field": "id_number", "reason": "核对"});
            let shown = self.ask(CLERK, "POST", &path, Some(body)).await;
            assert_eq!(shown.status, 200, "{}", shown.body);
            found.push((
                id.to_owned(),
                text(&member["name"]).to_owned(),
                text(&shown.body["value"]).to_owned(),
            ));
        }
        found
    }
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn reasons(delivery: &Value) -> BTreeMap<String, u64> {
    let reasons = delivery["rows"]["reasons"].as_array().unwrap();
    let one = |r: &Value| (text(&r["code"]).to_owned(), r["count"].as_u64().unwrap());
    reasons.iter().map(one).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_departments_send_becomes_findings_that_somebody_decides_on() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let people = desk.people().await;
    let (dead, driver) = (&people[0], &people[1]);

    // The file says its columns by other titles and its numbers in three spellings.
    let spaced = format!("{} {}", &dead.2[..6], &dead.2[6..]).to_lowercase();
    let csv = format!(
        "逝者,号码,死亡时间,登记机构\n{},{spaced}',2022-09-01,派出所\n无名,123,2022-09-02,派出所\n甲,\"{},2022-09-02,派出所\n",
        dead.1, driver.2
    );
    let answer = desk
        .upload(
            CLERK,
            "death",
            "2022-10-01",
            &[],
            "死亡.csv",
            csv.as_bytes(),
        )
        .await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.body["status"], "uploaded");
    let id = text(&answer.body["id"]).to_owned();
    let columns = answer.body["columns"].as_array().unwrap();
    let person = columns.iter().find(|c| c["key"] == "person").unwrap();
    assert_eq!(person["title"], Value::Null, "{person}");

    // Without the column of numbers it is refused, with the field that is missing.
    let path = format!("/deliveries/{id}/start");
    let refused = desk.ask(CLERK, "POST", &path, Some(json!({}))).await;
    assert_eq!(refused.code(), "verify.delivery.mapping");
    assert_eq!(refused.body["errors"][0]["pointer"], "/mapping/person");
    let wrong = json!({"mapping": {"person": "没有这列", "死亡日期": "死亡时间"}});
    let refused = desk.ask(CLERK, "POST", &path, Some(wrong)).await;
    assert_eq!(refused.code(), "verify.delivery.mapping");

    let mapping = json!({"mapping": {"person": "号码", "name": "逝者", "死亡日期": "死亡时间"}});
    let kept = desk.start(&id, mapping).await;
    assert_eq!(kept["status"], "ready", "{kept}");
    assert_eq!(kept["rows"]["kept"], 1, "{kept}");
    let why = reasons(&kept);
    assert_eq!(why.get("id_length"), Some(&1), "{why:?}");
    assert_eq!(why.get("quote"), Some(&1), "{why:?}");
    let rejects = desk
        .ask(CLERK, "GET", &format!("/deliveries/{id}/rejects"), None)
        .await;
    assert_eq!(rejects.body["items"][0]["row"], 3, "{}", rejects.body);
    assert_eq!(rejects.body["items"][0]["column"], "号码");
    let by = desk.office.house.headers(desk.office.people[CLERK]);
    let file = page(
        &desk.office.house,
        by,
        format!("/deliveries/{id}/rejects.csv"),
    )
    .await;
    assert!(file.contains("身份证号应为18位"), "{file}");
    assert!(!file.contains(&driver.2), "a rejected row leaks its number");

    let csv = format!(
        "证件号码,机动车所有人,品牌型号,初次登记日期\n{},{},五菱宏光,2021-03-04\n",
        driver.2, driver.1
    );
    assert_eq!(
        desk.take("vehicle", "2022-10-01", csv.as_bytes()).await["status"],
        "ready"
    );

    // The whole county: both are found, with clause, sentence and evidence.
    let run = desk
        .run(json!({"purpose": "supervision", "division": "620521"}))
        .await;
    assert_eq!(run["status"], "done", "{run}");
    let new = desk.findings(&format!("run={}", text(&run["id"]))).await;
    let of = |check: &str, household: &str| {
        new.iter()
            .find(|f| f["check"]["key"] == check && f["household"] == household)
            .unwrap_or_else(|| panic!("no {check}: {new:?}"))
            .clone()
    };
    let death = of("dead_in_benefit", &dead.0);
    of("vehicle", &driver.0);
    assert_eq!(death["change"], "new");
    assert_eq!(death["evidence"], json!([]), "lists show no rows");
    assert!(text(&death["zh"]).contains("2022-09-01"), "{death}");
    // What was not compared is said, never taken for nothing found; nobody here sends the tax list.
    let unanswered = run["unanswered"].as_array().unwrap();
    assert!(
        unanswered
            .iter()
            .any(|u| u["check"]["key"] == "declared_income"),
        "{run}"
    );
    let path = format!("/findings/{}", text(&death["id"]));
    let opened = desk.ask(CLERK, "GET", &path, None).await;
    assert_eq!(opened.body["evidence"][0]["row"], 2, "{}", opened.body);
    assert_eq!(opened.body["evidence"][0]["name_differs"], false);

    // Only the asker's office sees it.
    for other in ["case-clerk", "next-clerk"] {
        assert_eq!(desk.ask(other, "GET", &path, None).await.status, 404);
        let list = desk.ask(other, "GET", "/findings", None).await;
        assert_eq!(list.body["items"], json!([]));
    }

    // Decided, objected to, and looked at again by somebody else.
    let decide = format!("{path}/decide");
    let verdict = json!({"verdict": "confirmed", "note": "村里证明属实"});
    let bare = json!({"verdict": "confirmed", "note": " "});
    assert_eq!(desk.seen(CLERK, &json!(1), &decide, bare).await.status, 422);
    let done = desk.seen(CLERK, &json!(1), &decide, verdict.clone()).await;
    assert_eq!(done.body["status"], "confirmed", "{}", done.body);
    let late = desk.seen(CLERK, &json!(1), &decide, verdict.clone()).await;
    assert_eq!(late.status, 412, "{}", late.body);
    let objection = json!({"objection": "登记有误，人还在"});
    let object = desk
        .seen(CLERK, &json!(2), &format!("{path}/object"), objection)
        .await;
    assert_eq!(object.body["status"], "objected", "{}", object.body);
    let same = desk.seen(CLERK, &json!(3), &decide, verdict).await;
    assert_eq!(same.code(), "verify.result.state", "{}", same.body);
    let cleared = json!({"verdict": "cleared", "note": "公安机关更正"});
    let again = desk.seen("case-county", &json!(3), &decide, cleared).await;
    assert_eq!(again.body["status"], "cleared", "{}", again.body);

    // The family alone, at once: known is told apart from new.
    let one = desk
        .run(json!({"purpose": "supervision", "household": dead.0}))
        .await;
    assert_eq!(
        (&one["fresh"], &one["known"]),
        (&json!(0), &json!(1)),
        "{one}"
    );
    // The department put its list right: what was found is gone.
    let csv = format!(
        "证件号码,姓名,死亡日期\n{},某,2022-09-03\n",
        "110101199003070038"
    );
    assert_eq!(
        desk.take("death", "2022-10-08", csv.as_bytes()).await["status"],
        "ready"
    );
    let one = desk
        .run(json!({"purpose": "supervision", "household": dead.0}))
        .await;
    assert_eq!(one["gone"], json!(1), "{one}");

    let by = desk.office.house.headers(desk.office.people[CLERK]);
    let file = page(
        &desk.office.house,
        by,
        "/findings.csv?check=vehicle".to_owned(),
    )
    .await;
    assert!(
        file.contains("五菱宏光") && !file.contains(&driver.2),
        "{file}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_looked_for_beyond_area_and_purpose() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let people = desk.people().await;
    let csv = "证件号码,姓名,死亡日期\n110101199003070038,某,2022-01-03\n";
    desk.take("death", "2022-01-31", csv.as_bytes()).await;
    let household = &people[0].0;
    for (purpose, code) in [
        ("verification", "verify.run.purpose"),
        ("alignment", "verify.run.purpose"),
        ("curiosity", "verify.run.purpose"),
        ("discovery", "verify.run.purpose"),
    ] {
        let body = json!({"purpose": purpose, "household": household});
        let answer = desk
            .ask(CLERK, "POST", "/verification-runs", Some(body))
            .await;
        assert_eq!((answer.status, answer.code()), (422, code), "{purpose}");
    }
    let body = json!({"purpose": "supervision", "household": household});
    let answer = desk
        .ask("next-clerk", "POST", "/verification-runs", Some(body))
        .await;
    assert_eq!(answer.status, 404, "{}", answer.body);
    let body = json!({"purpose": "supervision", "division": "620521"});
    let answer = desk
        .ask("next-clerk", "POST", "/verification-runs", Some(body))
        .await;
    assert_eq!(answer.status, 404, "{}", answer.body);
    let nobody = json!({"purpose": "supervision", "household": Uuid::nil()});
    let answer = desk
        .ask(CLERK, "POST", "/verification-runs", Some(nobody))
        .await;
    assert_eq!(answer.status, 404, "{}", answer.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_delivery_is_kept_whole_or_not_at_all() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let head = "证件号码,姓名,单位名称\n";
    let row = "110101199003070038,某,中学\n";
    let good = format!("{head}{row}");

    // A full disk leaves nothing, and the same upload may be tried again.
    let up = desk
        .upload(
            CLERK,
            "public_payroll",
            "2022-07-01",
            &[],
            "a.csv",
            good.as_bytes(),
        )
        .await;
    let id = text(&up.body["id"]).to_owned();
    fault::arm("verify.delivery.disk", 1, fault::Action::Error);
    let failed = desk.start(&id, json!({})).await;
    assert_eq!(failed["status"], "failed", "{failed}");
    assert!(text(&failed["problem_zh"]).contains("磁盘已满"), "{failed}");
    // Killed after the file and before its row: it begins again and comes to the same end.
    fault::arm("verify.delivery.kept", 1, fault::Action::Error);
    let broken = desk.start(&id, json!({})).await;
    assert_eq!(broken["status"], "uploaded", "{broken}");
    let kept = desk.start(&id, json!({})).await;
    assert_eq!(kept["status"], "ready", "{kept}");
    let folder = desk.office.house.floor.data().join("deliveries");
    let left = std::fs::read_dir(folder).unwrap();
    let left = left.filter(|f| {
        let path = f.as_ref().unwrap().path();
        path.extension().is_some_and(|e| e == "part")
    });
    assert_eq!(left.count(), 0);

    // The same file again; one older than that in force; older, and meant.
    let same = desk
        .take("public_payroll", "2022-07-01", good.as_bytes())
        .await;
    assert_eq!(same["status"], "failed");
    assert!(text(&same["problem_zh"]).contains("已经接收过"), "{same}");
    let older = format!("{good}\n");
    let old = desk
        .take("public_payroll", "2022-04-01", older.as_bytes())
        .await;
    assert!(text(&old["problem_zh"]).contains("早于现行数据"), "{old}");
    let meant = desk
        .upload(
            CLERK,
            "public_payroll",
            "2022-04-01",
            &[("keep_older", "true")],
            "b.csv",
            older.as_bytes(),
        )
        .await;
    let meant = desk.start(text(&meant.body["id"]), json!({})).await;
    assert_eq!(meant["status"], "ready", "{meant}");
    // Neither by discarding nor by starting again is a kept one changed.
    let path = format!("/deliveries/{}/discard", text(&kept["id"]));
    let refused = desk.ask(CLERK, "POST", &path, None).await;
    assert_eq!(refused.code(), "verify.delivery.state");

    let day = desk
        .upload(
            CLERK,
            "public_payroll",
            "2099-01-01",
            &[],
            "c.csv",
            good.as_bytes(),
        )
        .await;
    assert_eq!(day.status, 422, "{}", day.body);
    let none = desk
        .upload(
            CLERK,
            "horoscope",
            "2022-07-01",
            &[],
            "c.csv",
            good.as_bytes(),
        )
        .await;
    assert_eq!(none.code(), "verify.source.unknown", "{}", none.body);
    let other = desk
        .upload(
            CLERK,
            "public_payroll",
            "2022-07-01",
            &[("division", "420302")],
            "c.csv",
            good.as_bytes(),
        )
        .await;
    assert!(matches!(other.status, 404 | 422), "{}", other.body);
    let picture = desk
        .upload(
            CLERK,
            "public_payroll",
            "2022-07-01",
            &[],
            "c.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        )
        .await;
    assert_eq!(
        picture.code(),
        "verify.delivery.unusable",
        "{}",
        picture.body
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bad_rows_cost_themselves_only() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let head = "证件号码,姓名,月应发工资\n";
    let good = "110101199003070038,某,3000\n";
    let long = format!("110101199003070038,{},1\n", "长".repeat(3_500_000));
    let mut mixed = format!("{head}{good}").into_bytes();
    // 某 in GB18030 among rows of UTF-8.
    mixed.extend_from_slice(b"110101199003070038,\xc4\xb3,3100\n");
    let typed = format!("{head}{good}110101199003070038,某,三千\n");
    let twice = format!("{head}{good}{good}");
    let moved = format!("某县财政供养人员表,,\n填表日期：2022年,,\n{head}{good}");
    for (name, day, content, kept, rejected) in [
        (
            "long",
            "2022-08-01",
            format!("{head}{long}{good}").into_bytes(),
            1,
            1,
        ),
        ("mixed", "2022-08-02", mixed, 2, 0),
        ("typed", "2022-08-03", typed.into_bytes(), 2, 0),
        ("twice", "2022-08-04", twice.into_bytes(), 2, 0),
        ("moved", "2022-08-05", moved.into_bytes(), 1, 0),
    ] {
        let delivery = desk.take("public_payroll", day, &content).await;
        assert_eq!(delivery["status"], "ready", "{name}: {delivery}");
        assert_eq!(delivery["rows"]["kept"], kept, "{name}: {delivery}");
        assert_eq!(delivery["rows"]["rejected"], rejected, "{name}: {delivery}");
    }
    let empty = desk
        .upload(CLERK, "public_payroll", "2022-08-06", &[], "e.csv", b"")
        .await;
    assert_eq!(empty.code(), "verify.delivery.unusable", "{}", empty.body);
    let bare = desk
        .take("public_payroll", "2022-08-06", head.as_bytes())
        .await;
    assert_eq!(bare["status"], "failed", "{bare}");
    assert!(text(&bare["problem_zh"]).contains("没有一行可用"), "{bare}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_header_below_titles_is_found_when_its_columns_have_other_names() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let csv = "某县公积金缴存表,,\n填表日期：2022年9月,,\n姓名,人员号码,每月金额\n\
               某,110101199003070038,3000\n某,123,3100\n";
    let up = desk
        .upload(
            CLERK,
            "housing_fund",
            "2022-09-09",
            &[],
            "x.csv",
            csv.as_bytes(),
        )
        .await;
    assert_eq!(up.status, 201, "{}", up.body);
    assert_eq!(up.body["titles"], json!(["姓名", "人员号码", "每月金额"]));
    let mapping =
        json!({"mapping": {"person": "人员号码", "name": "姓名", "月缴存额": "每月金额"}});
    let kept = desk.start(text(&up.body["id"]), mapping).await;
    assert_eq!(kept["status"], "ready", "{kept}");
    assert_eq!(
        (&kept["rows"]["kept"], &kept["rows"]["read"]),
        (&json!(1), &json!(2))
    );
    let path = format!("/deliveries/{}/rejects", text(&kept["id"]));
    let rejects = desk.ask(CLERK, "GET", &path, None).await;
    assert_eq!(rejects.body["items"][0]["row"], 5, "{}", rejects.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_broke_off_goes_on_to_the_same_end() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let csv = "证件号码,姓名,死亡日期\n110101199003070038,某,2022-01-03\n";
    desk.take(
        "cremation",
        "2022-09-30",
        csv.replace("死亡日期", "火化日期").as_bytes(),
    )
    .await;
    let ask = json!({"purpose": "supervision", "division": "620521"});
    let whole = desk.run(ask.clone()).await;
    fault::arm("verify.run.step", 1, fault::Action::Error);
    let broken = desk.run(ask).await;
    assert_eq!(broken["status"], "failed", "{broken}");
    let job = text(&broken["job"]);
    let answer = desk
        .ask(CLERK, "POST", &format!("/jobs/{job}/resume"), None)
        .await;
    assert!(answer.status < 300, "{}", answer.body);
    desk.office.jobs().await;
    let path = format!("/verification-runs/{}", text(&broken["id"]));
    let resumed = desk.settled(&path, "running").await;
    assert_eq!(resumed["status"], "done", "{resumed}");
    for field in ["households", "persons"] {
        assert_eq!(resumed[field], whole[field], "{field}");
    }
    let before = whole["fresh"].as_i64().unwrap() + whole["known"].as_i64().unwrap();
    assert_eq!(resumed["known"], before, "{resumed}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_calendar_says_what_is_late_and_the_checks_say_their_clause() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let csv = "证件号码,姓名,死亡日期\n110101199003070038,某,2021-01-03\n";
    desk.take(
        "prison",
        "2021-01-31",
        csv.replace("死亡日期", "服刑起始日期").as_bytes(),
    )
    .await;
    let answer = desk.ask(CLERK, "GET", "/deliveries/calendar", None).await;
    let items = answer.body["items"].as_array().unwrap();
    let of = |key: &str| {
        items
            .iter()
            .find(|i| i["source"]["key"] == key)
            .unwrap()
            .clone()
    };
    let prison = of("prison");
    assert_eq!(prison["status"], "late", "{prison}");
    assert_eq!(prison["lamp"], "red");
    assert_eq!(of("bank_balance")["status"], "on_event");
    assert!(!prison["grounds"].as_array().unwrap().is_empty());
    let tasks = desk.office.tasks(CLERK).await;
    assert!(tasks.iter().any(|t| t.starts_with("接收“")), "{tasks:?}");

    let checks = desk.ask(CLERK, "GET", "/checks", None).await;
    let items = checks.body["items"].as_array().unwrap();
    assert!(items.iter().all(|c| !text(&c["cite"]).is_empty()));
    assert!(
        items
            .iter()
            .any(|c| c["check"]["key"] == "staff_relative" && c["purpose"]["key"] == "supervision")
    );
}
