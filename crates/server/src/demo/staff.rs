//! Areas, bodies and staff of the county, each made by the person whose duty it is.

use std::{collections::BTreeMap, path::Path};

use anyhow::Context as _;
use chrono::{Datelike as _, NaiveDate};
use directory::{
    NewDivision, NewOrganisation, OrganisationKind, create_organisation, load_divisions,
};
use kernel::DivisionLevel;
use platform::Ctx;
use serde_json::{Value, json};
use synth::model::Area;
use uuid::Uuid;

use super::{house::House, progress::Progress};
use crate::{
    client::Client,
    setup::{self, Account, Passwords},
};

/// Staff of the county: login, name, role.
const COUNTY: [(&str, &str, &str); 8] = [
    ("clerk", "赵文静", "county_clerk"),
    ("clerk2", "孙立国", "county_clerk"),
    ("reviewer", "钱永平", "county_reviewer"),
    ("leader", "周建军", "county_leader"),
    ("policy", "吴晓燕", "policy_officer"),
    ("finance", "郑玉梅", "finance"),
    ("finance2", "王海涛", "finance"),
    ("inspector", "冯志强", "inspector"),
];
/// The three administrators (GB/T 22239-2019): login, name, role.
const ADMINISTRATORS: [(&str, &str, &str); 3] = [
    ("sysadmin", "陈国栋", "system_admin"),
    ("secadmin", "褚秀兰", "security_admin"),
    ("auditadmin", "卫东升", "audit_admin"),
];
/// Staff of a township and of its first village: what the login begins with, and the role. Two look
/// into a family, and who did may not review it, so a township has three and a village one more.
const TOWNSHIP: [(&str, &str); 4] = [
    ("c", "township_clerk"),
    ("d", "township_clerk"),
    ("r", "township_reviewer"),
    ("v", "village_worker"),
];
/// Family and given names of township staff, combined by position: as 9 and 8 share
/// no factor, 72 people have different ones.
const FAMILY: [&str; 9] = ["李", "张", "刘", "杨", "马", "高", "何", "罗", "梁"];
const GIVEN: [&str; 8] = [
    "明德", "春梅", "建华", "小红", "志远", "秋兰", "永强", "雪琴",
];

/// All staff.
pub struct Staff(Vec<Account>);

/// Those who work the months.
pub struct Users {
    pub clerk: Client,
    pub reviewer: Client,
    pub leader: Client,
    pub finance: Client,
    pub finance2: Client,
    pub policy: Client,
}

/// Makes everything and writes the passwords down.
pub async fn make(house: &House, areas: &[Area], progress: &Progress) -> anyhow::Result<Staff> {
    let system = Ctx::system(&house.floor, Uuid::nil(), "demo");
    let loaded = load_areas(&system, areas).await?;
    progress.say(&format!("区划 / divisions: {loaded}"));
    let bureau = create_organisation(
        &system,
        &NewOrganisation {
            name: "清水县民政局".into(),
            kind: OrganisationKind::CountyBureau,
            division: super::PLACE.into(),
            parent: None,
            sections: Vec::new(),
            phone: Some("0938-7151000".into()),
            address: Some("永清镇中山路1号".into()),
        },
    )
    .await?;
    let mut staff = Vec::new();
    // The first three are made by the set-up itself, because there is nobody before them.
    for who in ADMINISTRATORS {
        let body = (bureau.id, bureau.name.as_str());
        staff.push(setup::administrator(&system, who, body, super::PLACE).await?);
    }
    let administrator = |role: &str| {
        let person = staff.iter().find(|person| person.role == role);
        person
            .map(|person| house.client(&person.login, person.id))
            .context("an administrator")
    };
    let maker = Maker {
        system: administrator("system_admin")?,
        security: administrator("security_admin")?,
    };
    let bureau = Body {
        id: bureau.id,
        name: bureau.name,
    };
    let made = maker.county_and_townships(areas, &bureau, progress).await?;
    staff.extend(made);
    let staff = Staff(staff);
    staff.write_down(&setup::passwords(house.floor.data()))?;
    Ok(staff)
}

async fn load_areas(system: &Ctx, areas: &[Area]) -> anyhow::Result<usize> {
    // A house that begins earlier has its divisions from its own first year on.
    let year = system.floor().today().year().min(2020);
    let from = NaiveDate::from_ymd_opt(year, 1, 1).context("a day of the calendar")?;
    let areas: Vec<NewDivision> = areas
        .iter()
        .map(|area| NewDivision {
            code: area.code.as_str().to_owned(),
            name: area.name.clone(),
            from,
            replaces: None,
        })
        .collect();
    Ok(load_divisions(system, &areas).await?)
}

/// A body that people work in.
struct Body {
    id: Uuid,
    name: String,
}

/// The two administrators at work.
struct Maker {
    system: Client,
    security: Client,
}

impl Maker {
    async fn county_and_townships(
        &self,
        areas: &[Area],
        bureau: &Body,
        progress: &Progress,
    ) -> anyhow::Result<Vec<Account>> {
        let townships: Vec<_> = areas
            .iter()
            .filter(|a| a.code.level() == DivisionLevel::Township)
            .collect();
        let bar = progress.begin(
            "机构和用户 / staff",
            (COUNTY.len() + TOWNSHIP.len() * townships.len()) as u64,
        );
        let mut staff = Vec::new();
        for (login, name, role) in COUNTY {
            staff.push(self.person(login, name, role, super::PLACE, bureau).await?);
            bar.at(staff.len() as u64, 0);
        }
        for (n, area) in townships.iter().enumerate() {
            let code = area.code.short();
            let office = self
                .body(&json!({
                    "name": format!("{}社会救助经办机构", area.name), "kind": "township_office",
                    "division": code, "parent": bureau.id, "phone": format!("0938-7151{:03}", n + 1),
                }))
                .await?;
            let below = |a: &&Area| a.code != area.code && area.code.contains(&a.code);
            let village = areas.iter().find(below);
            let village = village.context("a township without a village")?;
            // A village is called as its committee is.
            let committee = self
                .body(&json!({
                    "name": village.name, "kind": "village_committee",
                    "division": village.code.short(), "parent": office.id,
                }))
                .await?;
            for (m, (letter, role)) in TOWNSHIP.iter().enumerate() {
                let login = format!("{letter}{code}");
                let at = TOWNSHIP.len() * n + m;
                let name = format!("{}{}", FAMILY[at % FAMILY.len()], GIVEN[at % GIVEN.len()]);
                let (division, body) = match *role {
                    "village_worker" => (village.code.short(), &committee),
                    _ => (code, &office),
                };
                staff.push(self.person(&login, &name, role, division, body).await?);
                bar.at(staff.len() as u64, 0);
            }
        }
        bar.end();
        Ok(staff)
    }

    async fn body(&self, new: &Value) -> anyhow::Result<Body> {
        let made = self.system.post("/organisations", new).await?;
        Ok(Body {
            id: key(&made["id"])?,
            name: new["name"].as_str().unwrap_or_default().to_owned(),
        })
    }

    async fn person(
        &self,
        login: &str,
        name: &str,
        role: &str,
        division: &str,
        body: &Body,
    ) -> anyhow::Result<Account> {
        let new = json!({"login": login, "name": name, "organisation_id": body.id});
        let made = self.system.post("/users", &new).await?;
        let id = key(&made["user"]["id"])?;
        let grant = json!({"role": role, "division": division, "sections": []});
        self.security
            .post(&format!("/users/{id}/grants"), &grant)
            .await?;
        Ok(Account {
            login: login.into(),
            name: name.into(),
            role: role.into(),
            body: body.name.clone(),
            id,
            password: made["initial_password"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        })
    }
}

impl Staff {
    /// Those who work the months.
    pub fn sign_in(&self, house: &House) -> Users {
        let by_login: BTreeMap<&str, &Account> = self
            .0
            .iter()
            .map(|person| (person.login.as_str(), person))
            .collect();
        let client = |login: &str| house.client(login, by_login[login].id);
        Users {
            clerk: client("clerk"),
            reviewer: client("reviewer"),
            leader: client("leader"),
            finance: client("finance"),
            finance2: client("finance2"),
            policy: client("policy"),
        }
    }

    fn write_down(&self, path: &Path) -> anyhow::Result<()> {
        let passwords = Passwords::open(path)?;
        self.0.iter().try_for_each(|account| passwords.add(account))
    }
}

/// A key out of an answer.
pub fn key(value: &Value) -> anyhow::Result<Uuid> {
    let text = value.as_str().context("an answer without a key")?;
    Ok(Uuid::parse_str(text)?)
}
