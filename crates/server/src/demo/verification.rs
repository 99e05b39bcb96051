//! Rechecks whose families are verified: consents on signed papers, a batch to the upper platform,
//! and its report on some of them, so that the pages of verification have something to show.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use anyhow::Context as _;
use kernel::{Clock as _, SystemClock, shanghai};
use paper::{Limits, Row, Source, Table};
use serde_json::{Value, json};

use super::house::House;
use crate::client::Client;

/// Families whose rechecks are opened, after those of the other cases.
const FAMILIES: std::ops::Range<usize> = 6..11;
/// How many of them are asked about, and of how many the report has come.
const ASKED: usize = 4;
const ANSWERED: usize = 2;
/// What the signed papers allow to be queried.
const ITEMS: [&str; 4] = ["户籍", "社会保险", "不动产", "车辆船舶"];
/// A picture of one point: the signed paper.
const PAPER: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
    \0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

/// Somebody in the request file.
struct Asked {
    request: String,
    name: String,
    number: String,
}

/// Opens the rechecks on the day of the computer's clock, as townships and county would.
pub async fn open(house: &House) -> anyhow::Result<()> {
    let today = SystemClock.now().with_timezone(&shanghai()).date_naive();
    house.set(today, 0);
    let clerk = house.worker("clerk").await?;
    let path = format!("/households?programme=dibao&limit={}", FAMILIES.end);
    let list = clerk.get(&path).await?;
    let families = list["items"].as_array().context("a list of households")?;
    let mut requests = Vec::new();
    let mut officers: BTreeMap<String, Client> = BTreeMap::new();
    for (n, family) in families.iter().skip(FAMILIES.start).enumerate() {
        let code = family["division"]["code"].as_str().unwrap_or_default();
        let township = code.get(..9).context("a division of twelve digits")?;
        // One client an officer: it counts its commands, and each has a key of its own.
        let officer = match officers.entry(township.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(house.worker(&format!("c{township}")).await?),
        };
        let case = recheck(officer, &family["id"]).await?;
        if n >= ASKED {
            continue;
        }
        consents(officer, &case, &today.to_string()).await?;
        let path = format!("/cases/{case}/verification");
        let shown = clerk.post(&path, &json!({})).await?;
        requests.push(shown["requests"][0]["id"].clone());
    }
    // A village may have so few families that none is left to be looked into.
    if requests.is_empty() {
        return Ok(());
    }
    requests.truncate(ANSWERED);
    send_and_read(&clerk, &requests, &today.to_string(), 1).await
}

/// Sends requests to the platform, and reads its report, in which so many people have a car.
pub(super) async fn send_and_read(
    clerk: &Client,
    requests: &[Value],
    day: &str,
    cars: usize,
) -> anyhow::Result<()> {
    let batch = json!({ "requests": requests });
    let batch = clerk.post("/verification/batches", &batch).await?;
    let file = batch["file"].as_str().context("a batch without its file")?;
    let asked = asked(clerk.download(&format!("/files/{file}")).await?)?;
    let report = report(&asked, day, cars);
    let file = [("file", "核对报告.csv", report.as_bytes())];
    clerk.upload("/verification/reports", &[], &file).await?;
    Ok(())
}

async fn recheck(officer: &Client, household: &Value) -> anyhow::Result<String> {
    let new = json!({ "procedure": "dibao_recheck", "household": household });
    let case = officer.post("/cases", &new).await?;
    let id = case["id"].as_str().context("a case without a key")?;
    let begin = json!({
        "act": {
            "act": "finish", "step": "schedule", "outcome": "begin",
            "facts": { "复核类型": "情况变化不大" },
        },
        "seen": case["seen"],
    });
    officer.post(&format!("/cases/{id}/acts"), &begin).await?;
    Ok(id.to_owned())
}

/// Each of the family consents on a signed paper; for somebody who cannot, the head signs.
async fn consents(officer: &Client, case: &str, day: &str) -> anyhow::Result<()> {
    let path = format!("/cases/{case}/verification");
    let shown = officer.get(&path).await?;
    let people = shown["people"].as_array().context("people of a case")?;
    let head = people.first().map(|p| p["name"].clone());
    for person in people {
        let fields = [("purpose", "photo")];
        let file = [("file", "授权书.png", PAPER)];
        let kept = officer
            .upload(&format!("/cases/{case}/files"), &fields, &file)
            .await?;
        let mut consent = json!({
            "person": person["person"], "purpose": "in_benefit", "items": ITEMS,
            "from": day, "file": kept["file"],
        });
        let path = format!("/cases/{case}/consents");
        let shown = officer.post(&path, &consent).await?;
        let standing = shown["people"].as_array().context("people of a case")?;
        let same = |p: &&Value| p["person"] == person["person"];
        if standing
            .iter()
            .find(same)
            .is_none_or(|p| p["state"] != "valid")
        {
            consent["guardian"] = json!(head);
            officer.post(&path, &consent).await?;
        }
    }
    Ok(())
}

/// The people of a request file.
fn asked(file: Vec<u8>) -> anyhow::Result<Vec<Asked>> {
    let table = Table::read(Source::bytes("request.csv", file), Limits::default())?;
    let mut rows = table.rows(0)?;
    let (mut row, mut found) = (Row::new_empty(), Vec::new());
    while rows.read(&mut row)? {
        let cell = |at: usize| row.text(at).to_owned();
        // Titles come first; only a person has the number of a request (…-HD-…).
        if cell(0).contains("-HD-") {
            found.push(Asked {
                request: cell(0),
                name: cell(2),
                number: cell(3),
            });
        }
    }
    Ok(found)
}

/// What the platform answers: each is registered, and the first so many have a car.
fn report(asked: &[Asked], day: &str, cars: usize) -> String {
    let mut requests: Vec<&str> = asked.iter().map(|a| a.request.as_str()).collect();
    requests.dedup();
    let mut lines = Vec::new();
    for (n, one) in asked.iter().enumerate() {
        let car = if n < cars {
            "有,小型轿车 1 辆，2021年登记"
        } else {
            "无,"
        };
        for (source, said) in [("户籍", "无,"), ("车辆船舶", car)] {
            let Asked {
                request,
                name,
                number,
            } = one;
            lines.push(format!(
                "{request},甘核〔{request}〕,{day},{name},{number},{source},{said}"
            ));
        }
    }
    let found = lines.iter().filter(|l| l.contains(",有,")).count();
    let (households, persons, count) = (requests.len(), asked.len(), lines.len());
    let mut text = format!(
        "日期,{day}\r\n户数,{households},人数,{persons},行数,{count},检出行数,{found}\r\n\
         核对编号,报告编号,报告日期,姓名,证件号码,信息类别,检出情况,明细\r\n"
    );
    for line in lines {
        text.push_str(&line);
        text.push_str("\r\n");
    }
    text
}
