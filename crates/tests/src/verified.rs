//! The verification of a case as the county does it: the request, the batch to the platform, and
//! the report that a platform would send back for it.

use paper::{Limits, Source, Table};
use serde_json::{Value, json};

use crate::county::{Answer, fetch, send_bytes};
use crate::office::Office;

/// Somebody in a request file.
#[derive(Clone, Debug)]
pub struct Person {
    pub request: String,
    pub seq: usize,
    pub name: String,
    pub id_number: String,
    pub items: String,
}

/// A line of a report: place of the person in its request, source, what was found.
pub type Finding<'a> = (usize, &'a str, &'a str);

impl Office {
    /// Verifies a case that waits for it: asks, sends, and reads a report in which nothing was
    /// found. Everybody must have signed the authorisation before.
    pub async fn verified(&self, case: &str) -> Value {
        self.verified_with(case, &[]).await
    }

    /// The same with findings.
    pub async fn verified_with(&self, case: &str, findings: &[Finding<'_>]) -> Value {
        let people = self.sent(case).await;
        let day = self.day.to_string();
        let report = report(&people, &day, findings);
        let read = self.read_back("case-county-clerk", report).await;
        assert_eq!(read.status, 201, "{}", read.body);
        self.case(case).await
    }

    /// Asks for the verification of a case.
    pub async fn asked(&self, case: &str) -> Answer {
        let path = format!("/cases/{case}/verification");
        self.ask("case-county-clerk", "POST", &path, Some(json!({})))
            .await
    }

    /// Asks and sends; answers what the platform finds in the file.
    pub async fn sent(&self, case: &str) -> Vec<Person> {
        let asked = self.asked(case).await;
        assert_eq!(asked.status, 201, "{}", asked.body);
        let request = asked.body["requests"][0]["id"].clone();
        let body = json!({"requests": [request]});
        let who = "case-county-clerk";
        let batch = self
            .ask(who, "POST", "/verification/batches", Some(body))
            .await;
        assert_eq!(batch.status, 201, "{}", batch.body);
        let file = batch.body["file"].as_str().unwrap();
        let by = self.house.headers(self.people[who]);
        people(fetch(&self.house, by, format!("/files/{file}")).await)
    }

    /// Reads a report file back.
    pub async fn read_back(&self, who: &str, report: String) -> Answer {
        self.report_to(who, "/verification/reports", report).await
    }

    /// Sends a report file to an address.
    pub async fn report_to(&self, who: &str, path: &str, report: String) -> Answer {
        let head =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.csv\"\r\n\r\n";
        let body = format!("{head}{report}\r\n--x--\r\n").into_bytes();
        let by = self.house.headers(self.people[who]);
        let body = Some(("multipart/form-data; boundary=x", body));
        send_bytes(&self.house, Some(by), "POST", path, body).await
    }
}

/// The people of a request file.
pub fn people(file: Vec<u8>) -> Vec<Person> {
    let table = Table::read(Source::bytes("request.csv", file), Limits::default()).unwrap();
    let mut rows = table.rows(0).unwrap();
    let mut row = paper::Row::new_empty();
    let mut found = Vec::new();
    while rows.read(&mut row).unwrap() {
        let cells: Vec<String> = (0..10).map(|at| row.text(at).to_owned()).collect();
        // Titles come first; a person has a place in the second column.
        if cells[0].contains("-HD-") {
            found.push(Person {
                request: cells[0].clone(),
                seq: cells[1].parse().unwrap(),
                name: cells[2].clone(),
                id_number: cells[3].clone(),
                items: cells[7].clone(),
            });
        }
    }
    found
}

/// What a platform answers for some people: registration and vehicles of each, and what was
/// found beside.
pub fn report(people: &[Person], day: &str, findings: &[Finding<'_>]) -> String {
    let mut lines = Vec::new();
    for person in people {
        for source in ["户籍", "车辆船舶"] {
            if !findings.iter().any(|f| f.0 == person.seq && f.1 == source) {
                lines.push((person, source, "无", ""));
            }
        }
        let own = findings.iter().filter(|f| f.0 == person.seq);
        lines.extend(own.map(|f| (person, f.1, "有", f.2)));
    }
    let mut requests: Vec<&str> = people.iter().map(|p| p.request.as_str()).collect();
    requests.dedup();
    let found = lines.iter().filter(|l| l.2 == "有").count();
    let mut text = format!(
        "日期,{day}\r\n户数,{},人数,{},行数,{},检出行数,{found}\r\n",
        requests.len(),
        people.len(),
        lines.len()
    );
    text.push_str("核对编号,报告编号,报告日期,姓名,证件号码,信息类别,检出情况,明细\r\n");
    for (person, source, word, details) in lines {
        let Person {
            request,
            name,
            id_number,
            ..
        } = person;
        text.push_str(&format!(
            "{request},甘核〔{request}〕,{day},{name},{id_number},{source},{word},{details}\r\n"
        ));
    }
    text
}
