//! A few deliveries of other departments and one comparison, so that the pages of verification have
//! life: some members of families in benefit are in them, most rows are about strangers, and some
//! rows cannot be used. Everything goes through the API, by the county's own clerk.

use std::fmt::Write as _;

use anyhow::Context as _;
use kernel::{Clock as _, SystemClock, shanghai};
use serde_json::{Value, json};

use super::{house::House, progress::Progress};
use crate::client::Client;

/// Families that are looked into for members to put into the deliveries.
const FAMILIES: usize = 14;
/// Rows about strangers in each delivery.
const STRANGERS: u32 = 60;

/// A member of a family in benefit.
struct Member {
    name: String,
    number: String,
}

/// A delivery that a department sends.
struct Sent {
    source: &'static str,
    file: &'static str,
    head: &'static str,
    /// What a row says after name and number.
    rest: &'static str,
    /// Which members are in it.
    members: std::ops::Range<usize>,
    /// A member whose number was mistyped there: somebody decides whom the row is about.
    mistyped: Option<usize>,
}

const SENT: [Sent; 5] = [
    Sent {
        source: "death",
        file: "死亡登记.csv",
        head: "姓名,证件号码,死亡日期,登记单位",
        rest: "2022-08-17,县公安局",
        members: 0..2,
        mistyped: Some(11),
    },
    Sent {
        source: "vehicle",
        file: "机动车登记.csv",
        head: "机动车所有人,证件号码,品牌型号,初次登记日期",
        rest: "五菱宏光,2021-05-20",
        members: 2..6,
        mistyped: Some(12),
    },
    Sent {
        source: "public_payroll",
        file: "财政供养人员.csv",
        head: "姓名,证件号码,单位名称,月应发工资",
        rest: "某乡镇卫生院,3650.00",
        members: 6..8,
        mistyped: Some(13),
    },
    Sent {
        source: "staff_relative",
        file: "近亲属备案.csv",
        head: "近亲属姓名,近亲属身份证号,经办人员,关系",
        rest: "某经办人员,兄弟姐妹",
        members: 8..10,
        mistyped: None,
    },
    Sent {
        source: "prison",
        file: "服刑在押.csv",
        head: "姓名,证件号码,入监日期",
        rest: "2022-03-01",
        members: 10..11,
        mistyped: None,
    },
];

/// Brings the deliveries and compares the families in benefit with them.
pub async fn bring(house: &House) -> anyhow::Result<()> {
    let now = SystemClock.now().with_timezone(&shanghai());
    house.set(now.date_naive(), 0);
    let clerk = house.worker("clerk").await?;
    let members = members(&clerk).await?;
    let as_of = now.date_naive().to_string();
    for sent in &SENT {
        let content = content(sent, &members);
        let file = [("file", sent.file, content.as_bytes())];
        let said = [("source", sent.source), ("as_of", as_of.as_str())];
        let delivery = clerk.upload("/deliveries", &said, &file).await?;
        let id = delivery["id"]
            .as_str()
            .context("a delivery without a key")?;
        clerk
            .post(&format!("/deliveries/{id}/start"), &json!({}))
            .await?;
    }
    let progress = Progress;
    house
        .work(&clerk, None, &progress, "部门数据 / deliveries")
        .await?;
    let run = json!({ "purpose": "supervision", "reason": "季度在享核查" });
    clerk.post("/verification-runs", &run).await?;
    house
        .work(&clerk, None, &progress, "在享核查 / comparison")
        .await?;
    Ok(())
}

/// The heads of some families in benefit, with their numbers.
async fn members(clerk: &Client) -> anyhow::Result<Vec<Member>> {
    let list = clerk
        .get(&format!("/households?programme=dibao&limit={FAMILIES}"))
        .await?;
    let mut members = Vec::new();
    for family in list["items"].as_array().context("a list of households")? {
        let id = family["id"].as_str().context("a household without a key")?;
        let file = clerk.get(&format!("/households/{id}")).await?;
        let member = &file["members"][0];
        let person = member["person_id"].as_str().context("no member")?;
        let ask = json!({ "field": "id_number", "reason": "核对部门数据" });
        let shown = clerk
            .post(&format!("/persons/{person}/reveal"), &ask)
            .await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        members.push(Member {
            name: text(&member["name"]),
            number: text(&shown["value"]),
        });
    }
    Ok(members)
}

fn content(sent: &Sent, members: &[Member]) -> String {
    let mut text = format!("{}\n", sent.head);
    let in_it = members.iter().skip(sent.members.start);
    for member in in_it.take(sent.members.len()) {
        let _ = writeln!(text, "{},{},{}", member.name, member.number, sent.rest);
    }
    for n in 0..STRANGERS {
        let _ = writeln!(text, "某某,{},{}", stranger(n), sent.rest);
    }
    // What departments send by mistake: a number with a wrong last character, and one that lost
    // a digit.
    if let Some(member) = sent.mistyped.and_then(|at| members.get(at)) {
        let body: String = member.number.chars().take(17).collect();
        let wrong = if member.number.ends_with('1') {
            '2'
        } else {
            '1'
        };
        let _ = writeln!(text, "{},{body}{wrong},{}", member.name, sent.rest);
    }
    let _ = writeln!(text, "某某,11010119900101,{}", sent.rest);
    text
}

/// An identity number with a true check character of somebody who lives nowhere near.
fn stranger(n: u32) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("110101195{}0{}{:02}{:03}", n % 10, n % 9 + 1, n % 27 + 1, n);
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = char::from(b"10X98765432"[(sum % 11) as usize]);
    format!("{body}{check}")
}
