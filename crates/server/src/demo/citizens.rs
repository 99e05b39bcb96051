//! Applications that citizens handed in by telephone, so that the counter's list has some: one of
//! an old couple, one that a neighbour wrote, one that went back with what was missing.

use anyhow::Context as _;
use kernel::{Clock as _, IdNumber, SystemClock, shanghai};
use serde_json::{Value, json};

use super::house::House;
use crate::client::Client;

/// A signature as it is drawn on a screen.
pub(super) const SIGNATURE: &[u8] = include_bytes!("signature.png");

/// Who applies, for what, and what happened.
struct Application {
    name: &'static str,
    birth: &'static str,
    /// Serial number of the ID number.
    serial: u16,
    procedure: &'static str,
    statement: &'static str,
    /// Who writes, where it is somebody else.
    helper: Option<&'static str>,
}

const APPLICATIONS: [Application; 3] = [
    Application {
        name: "周守田",
        birth: "1951-03-08",
        serial: 871,
        procedure: "dibao",
        statement: "夫妻二人年老体弱，土地已流转，子女在外打零工，生活困难。",
        helper: None,
    },
    Application {
        name: "冯桂花",
        birth: "1946-11-20",
        serial: 872,
        procedure: "dibao",
        statement: "独居，行动不便，请邻居代为填写。",
        helper: Some("冯建军"),
    },
    Application {
        name: "雷小兵",
        birth: "1979-06-02",
        serial: 873,
        procedure: "temporary_relief_expenditure",
        statement: "妻子住院，自付医疗费3万余元，借债较多。",
        helper: None,
    },
];

/// Hands them in today, each by a code that the counter gave out.
pub(super) async fn apply(house: &House) -> anyhow::Result<()> {
    let now = SystemClock.now().with_timezone(&shanghai());
    house.set(now.date_naive(), 0);
    let clerk = house.worker("clerk").await?;
    let village = first_village(&clerk).await?;
    for (n, application) in APPLICATIONS.iter().enumerate() {
        let id = hand_in(house, &clerk, &village, application).await?;
        if n == 2 {
            let note = json!({ "note": "请补充出院结算单照片和借款凭证。" });
            let path = format!("/submissions/{id}/return");
            let shown = clerk.get(&format!("/submissions/{id}")).await?;
            let version = shown["version"].as_i64().unwrap_or(1);
            clerk.post_version(&path, &note, version).await?;
        }
    }
    Ok(())
}

fn place() -> String {
    format!("{}000000", super::PLACE)
}

/// The first village of the first township.
pub(super) async fn first_village(clerk: &Client) -> anyhow::Result<String> {
    let towns = clerk.get(&format!("/divisions?parent={}", place())).await?;
    let town = first(&towns)?;
    first(&clerk.get(&format!("/divisions?parent={town}")).await?)
}

fn first(list: &Value) -> anyhow::Result<String> {
    let code = list["items"][0]["code"].as_str();
    Ok(code.context("a division")?.to_owned())
}

async fn hand_in(
    house: &House,
    clerk: &Client,
    village: &str,
    application: &Application,
) -> anyhow::Result<String> {
    let Application {
        name,
        birth,
        serial,
        procedure,
        statement,
        helper,
    } = *application;
    let number = |birth: &str, serial: u16| -> anyhow::Result<String> {
        let id = IdNumber::compose(super::PLACE, birth.parse()?, serial)?;
        Ok(id.as_str().to_owned())
    };
    let id = number(birth, serial)?;
    let phone = format!("139000{serial:05}");
    // Who writes for somebody else signs in with the own name.
    let (writer, own) = match helper {
        Some(helper) => (helper, number("1972-05-16", serial + 20)?),
        None => (name, id.clone()),
    };
    let who = json!({"id_number": own, "name": writer, "phone": phone, "division": village});
    let handed = clerk.post("/citizens/codes", &who).await?;
    let code = handed["code"].as_str().context("a code")?;
    let me = Client::citizen(house.app.clone(), &own, code).await?;
    let mut content = json!({
        "address": "一组18号", "phone": phone,
        "members": [
            {"name": name, "id_number": id, "relation": "户主", "health": "常年服药"},
            {"name": "刘秀英", "id_number": number("1953-09-12", serial + 10)?, "relation": "妻"},
        ],
        "statement": statement,
        "authorisation": {"agreed": true, "signed_by": name},
    });
    if helper.is_some() {
        content["helper"] = json!({"relation": "neighbour", "agreed": true});
        content["members"]
            .as_array_mut()
            .context("members")?
            .truncate(1);
    }
    let draft = json!({"procedure": procedure, "content": content});
    let made = me.post("/portal/submissions", &draft).await?;
    let key = made["id"].as_str().context("a submission")?.to_owned();
    let photos = format!("/portal/submissions/{key}/photos");
    let kind = [("kind", "signature")];
    me.upload(&photos, &kind, &[("file", "signature.png", SIGNATURE)])
        .await?;
    let path = format!("/portal/submissions/{key}/submit");
    me.post(&path, &json!({})).await?;
    Ok(key)
}
