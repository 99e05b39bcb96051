//! `doudi demo --place 420200`: a synthetic city, and the run of supervision that Huangshi
//! printed of 2017 (F-040, F-041, F-042).
//!
//! Everything goes the way it goes in a county: the roster is imported and opened by two people,
//! the departments' files are compared by the engine, clues are assigned, exported, answered in
//! the file, read back by one person and confirmed by another. No figure is handed in.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use directory::{
    NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, create_grant,
    create_organisation, create_user, load_divisions,
};
use kernel::Month;
use platform::Ctx;
use serde_json::{Value, json};
use synth::City;
use uuid::Uuid;

use super::{house::House, progress::Progress, rosters, staff::Users};
use crate::{
    client::Client,
    setup::{self, Account, Passwords},
};

/// The place, by its division code.
pub const PLACE: &str = "420200";
/// The day on which the roster is taken.
const OPENING: (i32, u32) = (2021, 12);
/// What Huangshi put right, got back and held to account (F-042).
const RECTIFIED: usize = 339;
const RECEIPTS: (usize, &str) = (100, "587.00");
const ACCOUNTABLE: usize = 13;

/// Those who work on it: login, name, role.
const STAFF: [(&str, &str, &str); 8] = [
    ("clerk", "程经办", "county_clerk"),
    ("reviewer", "沈审核", "county_reviewer"),
    ("leader", "方局长", "county_leader"),
    ("finance", "钱财务", "finance"),
    ("finance2", "贺复核", "finance"),
    ("policy", "文政策", "policy_officer"),
    ("inspector", "严监督", "inspector"),
    ("secadmin", "安管理", "security_admin"),
];

/// Makes the city and its run. Answers the overview of the run, as the API counts it.
///
/// # Errors
/// What a step refused, in the words of the API.
pub async fn run(house: &House, city: &City) -> anyhow::Result<Value> {
    let progress = Progress;
    let users = make_staff(house, city).await?;
    rosters::release(house, &users, &progress).await?;
    let opening = Month::new(OPENING.0, OPENING.1)?;
    house.set(opening.last_day(), 9);
    let folder = house.floor.data().join("rosters");
    let roster = city.write_roster(&folder)?;
    rosters::import(house, &users, opening, &folder, &roster, &progress).await?;
    let run = compare(house, &users, city, &progress).await?;
    answer(house, &users, city, &run, &progress).await?;
    follow(&users, city, &run, &progress).await?;
    let overview = users.clerk.get(&format!("/supervision-runs/{run}")).await?;
    progress.say(&summary(&overview));
    Ok(overview)
}

/// The printed figures beside the counted ones, in one line.
fn summary(overview: &Value) -> String {
    let n = |path: &str| overview.pointer(path).cloned().unwrap_or_default();
    format!(
        "监督核查 / supervision: 源数据 {} 条；核查 {} 户 {} 人；检出 {} 户 {} 人；线索 {} = 查是 {} + 查否 {} + 未结 {}；\
         整改 {}；追缴 {} 元；问责 {} 人",
        n("/records"),
        n("/checked/households"),
        n("/checked/persons"),
        n("/found/households"),
        n("/found/persons"),
        n("/clues/clues"),
        n("/clues/yes"),
        n("/clues/no"),
        n("/clues/open"),
        n("/rectifications/accepted"),
        n("/rectifications/recovered"),
        n("/rectifications/accountable"),
    )
}

async fn make_staff(house: &House, city: &City) -> anyhow::Result<Users> {
    let system = Ctx::system(&house.floor, Uuid::nil(), "demo");
    let from = NaiveDate::from_ymd_opt(2020, 1, 1).context("a day of the calendar")?;
    let areas: Vec<NewDivision> = city
        .areas
        .iter()
        .map(|area| NewDivision {
            code: area.code.as_str().to_owned(),
            name: area.name.clone(),
            from,
            replaces: None,
        })
        .collect();
    load_divisions(&system, &areas).await?;
    let bureau = NewOrganisation {
        name: "黄石市民政局".into(),
        // The bureau of a whole city: the kinds of county and township do not sit there.
        kind: OrganisationKind::OtherBody,
        division: PLACE.into(),
        parent: None,
        sections: Vec::new(),
        phone: None,
        address: None,
    };
    let bureau = create_organisation(&system, &bureau).await?;
    let passwords = Passwords::open(&setup::passwords(house.floor.data()))?;
    let mut clients: BTreeMap<&str, Client> = BTreeMap::new();
    for (login, name, role) in STAFF {
        let new = NewUser {
            login: login.into(),
            name: name.into(),
            organisation_id: bureau.id,
        };
        let created = create_user(&system, new).await?;
        let grant = NewGrant {
            role: role.into(),
            division: PLACE.into(),
            sections: Vec::new(),
            from: None,
            to: None,
        };
        create_grant(&system, created.user.id, &grant).await?;
        passwords.add(&Account {
            login: login.into(),
            name: name.into(),
            role: role.into(),
            body: bureau.name.clone(),
            id: created.user.id,
            password: created.initial_password,
        })?;
        clients.insert(login, house.client(login, created.user.id));
    }
    let mut client = |login: &str| clients.remove(login).context("a member of staff");
    Ok(Users {
        clerk: client("clerk")?,
        reviewer: client("reviewer")?,
        leader: client("leader")?,
        finance: client("finance")?,
        finance2: client("finance2")?,
        policy: client("policy")?,
    })
}

/// Hands the files of the departments in and compares them with everybody in benefit.
async fn compare(
    house: &House,
    users: &Users,
    city: &City,
    progress: &Progress,
) -> anyhow::Result<String> {
    let folder = house.floor.data().join("sources");
    let files = city.write_sources(&folder)?;
    let mut parts = Vec::new();
    for file in &files {
        parts.push((file, std::fs::read(folder.join(&file.name))?));
    }
    let parts: Vec<(&str, &str, &[u8])> = parts
        .iter()
        .map(|(file, bytes)| (file.source, file.name.as_str(), bytes.as_slice()))
        .collect();
    let fields = [
        ("title", "大数据监督检查"),
        ("purpose", "supervision"),
        ("month", "2021-12"),
        ("as_of", "2021-12-31"),
    ];
    let run = users
        .clerk
        .upload("/supervision-runs", &fields, &parts)
        .await?;
    let id = text(&run["id"])?;
    let job = text(&run["job_id"])?;
    house
        .work(&users.clerk, Some(&job), progress, "监督比对 / comparing")
        .await?;
    let run = users.clerk.get(&format!("/supervision-runs/{id}")).await?;
    if run["run"]["status"]["key"] != "done" {
        bail!("{run}");
    }
    Ok(id)
}

/// Clues go out in a file and come back with answers; another person confirms.
async fn answer(
    house: &House,
    users: &Users,
    city: &City,
    run: &str,
    progress: &Progress,
) -> anyhow::Result<()> {
    let which = json!({ "filter": { "run": run } });
    users
        .clerk
        .post("/clues/assign", &json!({ "which": which }))
        .await?;
    let exported = users
        .clerk
        .download(&format!("/clues/export?run={run}&format=csv"))
        .await?;
    let answered = fill_in(city, &String::from_utf8(exported)?)?;
    let back = users
        .clerk
        .upload(
            &format!("/supervision-runs/{run}/read-backs"),
            &[],
            &[("file", "监督线索.csv", answered.as_bytes())],
        )
        .await?;
    let job = text(&back["job_id"])?;
    let taken = house
        .work(
            &users.clerk,
            Some(&job),
            progress,
            "读回结果 / reading back",
        )
        .await?;
    if taken["status"] != "done" || taken["wrong"] != 0 {
        bail!("{taken}");
    }
    let confirm = json!({ "which": which, "opinion": "已逐条复核" });
    users.reviewer.post("/clues/confirm", &confirm).await?;
    Ok(())
}

/// What the offices answer: whether it is so was found out by looking, which the city knows.
fn fill_in(city: &City, exported: &str) -> anyhow::Result<String> {
    let so: BTreeMap<(&str, &str), bool> = city
        .planned
        .iter()
        .map(|p| ((p.id_number.as_str(), p.check), p.so))
        .collect();
    let names: BTreeMap<&str, &str> = CHECKS.iter().map(|(key, zh)| (*zh, *key)).collect();
    let mut out = String::new();
    for line in exported.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let check = cells.get(5).and_then(|zh| names.get(zh));
        let known = check.and_then(|check| so.get(&(cells[2].trim_start_matches('\''), *check)));
        match known {
            None => out.push_str(line),
            Some(so) => {
                let [answer, conclusion] = if *so {
                    ["查是", "不符合条件，应停发"]
                } else {
                    ["查否", "按规定可以享受"]
                };
                let kept = cells[..cells.len() - 3].join(",");
                out.push_str(&format!("{kept},{answer},{conclusion},入户核查并查阅资料"));
            }
        }
        out.push_str("\r\n");
    }
    Ok(out)
}

/// Keys of the checks by the names under which files show them.
const CHECKS: [(&str, &str); 11] = [
    ("vehicle", "有机动车"),
    ("several_dwellings", "多套住房"),
    ("business", "有市场主体登记"),
    ("insured_employment", "参保缴费基数偏高"),
    ("housing_fund", "缴存住房公积金"),
    ("duplicate_benefit", "重复享受"),
    ("public_payroll", "财政供养"),
    ("staff_relative", "经办人员或其近亲属"),
    ("dead_in_benefit", "死亡仍领"),
    ("cremated_in_benefit", "火化仍领"),
    ("in_prison", "服刑在押仍领"),
];

/// What was put right, got back and held to account.
async fn follow(users: &Users, city: &City, run: &str, progress: &Progress) -> anyhow::Result<()> {
    let wanted = RECTIFIED.min(city.figures.yes);
    let bar = progress.begin("整改 / rectification", wanted as u64);
    let mut ids: Vec<String> = Vec::new();
    let mut page = 1;
    while ids.len() < wanted {
        let path = format!("/clues?run={run}&answer=yes&limit=200&page={page}");
        let list = users.clerk.get(&path).await?;
        let items = list["items"].as_array().context("a list of clues")?;
        if items.is_empty() {
            break;
        }
        for item in items {
            ids.push(text(&item["id"])?);
        }
        page += 1;
    }
    ids.truncate(wanted);
    for (n, id) in ids.iter().enumerate() {
        let recovers = n < RECEIPTS.0;
        let mut report =
            json!({ "measure": "停发并告知", "proof": format!("停发决定{:04}号", n + 1) });
        if recovers {
            report["to_recover"] = json!(RECEIPTS.1);
        }
        users
            .clerk
            .post(&format!("/clues/{id}/rectification"), &report)
            .await?;
        if recovers {
            let receipt = json!({ "amount": RECEIPTS.1, "day": "2021-12-31", "receipt": format!("收据{:04}", n + 1) });
            users
                .clerk
                .post(&format!("/clues/{id}/receipts"), &receipt)
                .await?;
        }
        let accept = json!({ "accepted": true, "opinion": "整改到位，予以销号" });
        users
            .reviewer
            .post(&format!("/clues/{id}/acceptance"), &accept)
            .await?;
        if n < ACCOUNTABLE {
            let person = json!({
                "name": format!("虚构干部{}", n + 1), "post": "镇民政办工作人员", "cause": "核查不实、把关不严",
                "measure": (if n % 3 == 0 { "party" } else { "organisational" }),
                "day": "2021-12-31", "document": format!("黄纪虚构〔2021〕{}号", n + 1)
            });
            users
                .reviewer
                .post(&format!("/clues/{id}/accountability"), &person)
                .await?;
        }
        bar.at(n as u64, wanted as u64);
    }
    bar.end();
    Ok(())
}

fn text(value: &Value) -> anyhow::Result<String> {
    Ok(value
        .as_str()
        .context("an answer without a key")?
        .to_owned())
}

/// Where the figures of the run are written, for whoever compares them with the printed ones.
///
/// # Errors
/// When the file cannot be written.
pub fn write_overview(out: &Path, overview: &Value) -> anyhow::Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(
        out.join("supervision.json"),
        format!("{}\n", serde_json::to_string_pretty(overview)?),
    )?;
    Ok(())
}
