//! A small town of synthetic people, the real packs of Qingshui, and a bank.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part; a test may unwrap"
)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use decide::AwardInMonth;
use decide::outside::{HouseholdRef, ProgrammeInfo, RosterAward, RosterTotals};
use disburse::outside::{AccountRef, FamilyFacts, OpenAccount, PersonCard, Release};
use kernel::{DivisionCode, Money, Month};
use pack::Pack;
use platform::db::Conn;
use platform::{Floor, Result};
use serde_json::{Map, Value, json};
use testkit::{TestApp, User};
use uuid::Uuid;

pub const COUNTY: &str = "620521";
pub const VILLAGES: [&str; 3] = ["620521100201", "620521100202", "620521101201"];

/// The packs of the repository, compiled once.
pub fn packs() -> Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
        Pack::from_dir(std::path::Path::new(root))
            .expect("the repository's packs are without fault")
    })
    .clone()
}

pub fn release_id() -> Uuid {
    Uuid::from_u128(0xfeed)
}

/// A household of the town.
#[derive(Clone)]
pub struct House {
    pub id: Uuid,
    pub division: &'static str,
    pub members: Vec<Uuid>,
}

#[derive(Default)]
pub struct State {
    pub houses: Vec<House>,
    /// payee → account, bank, number; the last one counts.
    pub accounts: BTreeMap<Uuid, Vec<(Uuid, String, String)>>,
    pub roster: Vec<RosterAward>,
    pub opened: BTreeMap<Uuid, (Uuid, String, String)>,
}

/// The slices before, as a test wants them.
#[derive(Clone, Default)]
pub struct Town(pub Arc<Mutex<State>>);

impl Town {
    /// Houses of three people each, with accounts at two banks.
    pub fn of(houses: u128) -> Self {
        let town = Self::default();
        {
            let mut state = town.0.lock().unwrap();
            for n in 0..houses {
                let members: Vec<Uuid> = (0..3)
                    .map(|m| Uuid::from_u128(0x1000 + n * 16 + m))
                    .collect();
                let house = House {
                    id: Uuid::from_u128(0x9_0000 + n),
                    division: VILLAGES[(n % 3) as usize],
                    members,
                };
                for (m, person) in house.members.iter().enumerate() {
                    let bank = if n % 2 == 0 { "rural_credit" } else { "农行" };
                    let number = format!("62270000{n:06}{m:04}");
                    let id = Uuid::from_u128(0xacc_0000 + n * 16 + m as u128);
                    state
                        .accounts
                        .insert(*person, vec![(id, bank.to_owned(), number.clone())]);
                    state.opened.insert(id, (*person, bank.to_owned(), number));
                }
                state.houses.push(house);
            }
        }
        town
    }

    /// Every house in dibao with all its members, in class 一类 or 二类.
    pub fn in_dibao(&self) -> Uuid {
        let mut state = self.0.lock().unwrap();
        let houses = state.houses.clone();
        state.roster = (0..)
            .zip(houses)
            .map(|(n, house)| RosterAward {
                position: n,
                programme: "dibao".into(),
                household: house.id,
                division: house.division.into(),
                holder: house.members[0],
                members: house.members,
                facts: facts(json!({"低保类别": if n % 2 == 0 { "一类" } else { "二类" }})),
                from: None,
                to: None,
            })
            .collect();
        Uuid::from_u128(0x1337)
    }

    pub fn account(&self, person: Uuid, bank: &str, number: &str) {
        let mut state = self.0.lock().unwrap();
        let id = Uuid::from_u128(0xbcc_0000 + state.opened.len() as u128);
        state
            .accounts
            .entry(person)
            .or_default()
            .push((id, bank.to_owned(), number.to_owned()));
        state
            .opened
            .insert(id, (person, bank.to_owned(), number.to_owned()));
    }

    pub fn no_account(&self, person: Uuid) {
        self.0.lock().unwrap().accounts.remove(&person);
    }

    pub fn house(&self, n: usize) -> House {
        self.0.lock().unwrap().houses[n].clone()
    }
}

pub fn facts(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn name(person: &Uuid) -> String {
    format!("王{}", person.as_u128() % 0x1000)
}

#[async_trait]
impl decide::outside::World for Town {
    async fn programme(
        &self,
        _: &Floor,
        _: &Conn,
        place: &DivisionCode,
        key: &str,
        month: Month,
    ) -> Result<Option<(Uuid, ProgrammeInfo)>> {
        Ok(decide::programme_of(&packs(), place, key, month).map(|info| (release_id(), info)))
    }

    async fn households(
        &self,
        _: &Floor,
        _: &Conn,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, HouseholdRef>> {
        let state = self.0.lock().unwrap();
        let found = state.houses.iter().filter(|house| ids.contains(&house.id));
        Ok(found
            .map(|house| {
                let division = DivisionCode::parse(house.division).unwrap();
                (
                    house.id,
                    HouseholdRef {
                        division,
                        head: house.members.first().copied(),
                        members: house.members.clone(),
                    },
                )
            })
            .collect())
    }

    async fn names(&self, _: &Floor, _: &Conn, persons: &[Uuid]) -> Result<BTreeMap<Uuid, String>> {
        Ok(persons
            .iter()
            .map(|person| (*person, name(person)))
            .collect())
    }

    async fn roster(&self, _: &Floor, _: &Conn, _: Uuid) -> Result<Vec<RosterTotals>> {
        let state = self.0.lock().unwrap();
        let persons: usize = state.roster.iter().map(|award| award.members.len()).sum();
        let awards = i64::try_from(state.roster.len()).unwrap();
        Ok(vec![RosterTotals {
            programme: state
                .roster
                .first()
                .map(|award| award.programme.clone())
                .unwrap_or_default(),
            awards,
            households: awards,
            persons: i64::try_from(persons).unwrap(),
            amount: Money::ZERO,
            divisions: state
                .roster
                .iter()
                .map(|award| DivisionCode::parse(&award.division).unwrap())
                .collect(),
        }])
    }

    async fn roster_after(
        &self,
        _: &Floor,
        _: &Conn,
        _: Uuid,
        after: i64,
        limit: i64,
    ) -> Result<Vec<RosterAward>> {
        let state = self.0.lock().unwrap();
        let found = state.roster.iter().filter(|award| award.position > after);
        Ok(found
            .take(usize::try_from(limit).unwrap())
            .cloned()
            .collect())
    }
}

#[async_trait]
impl disburse::outside::World for Town {
    async fn release_on(&self, _: &Floor, _: &Conn, _: Month) -> Result<Option<Release>> {
        Ok(Some(Release {
            id: release_id(),
            version: "1".into(),
            digest: packs().digest().to_owned(),
            pack: packs(),
        }))
    }

    async fn release(&self, floor: &Floor, conn: &Conn, id: Uuid) -> Result<Option<Release>> {
        assert_eq!(id, release_id());
        self.release_on(floor, conn, Month::new(2022, 1).unwrap())
            .await
    }

    async fn facts(
        &self,
        _: &Floor,
        _: &Conn,
        awards: &[AwardInMonth],
        _: NaiveDate,
        _: DateTime<Utc>,
    ) -> Result<Vec<FamilyFacts>> {
        let household = Arc::new(facts(json!({"城乡": "农村"})));
        let nothing: Arc<Map<String, Value>> = Arc::default();
        Ok(awards
            .iter()
            .map(|award| FamilyFacts {
                household: household.clone(),
                members: award.members.iter().map(|_| nothing.clone()).collect(),
                source: "测试".into(),
            })
            .collect())
    }

    async fn accounts(
        &self,
        _: &Floor,
        _: &Conn,
        payees: &[Uuid],
        _: Month,
    ) -> Result<BTreeMap<Uuid, AccountRef>> {
        let state = self.0.lock().unwrap();
        Ok(payees
            .iter()
            .filter_map(|payee| {
                let (id, bank, _) = state.accounts.get(payee)?.last()?;
                Some((
                    *payee,
                    AccountRef {
                        id: *id,
                        bank: bank.clone(),
                    },
                ))
            })
            .collect())
    }

    async fn open_accounts(
        &self,
        _: &Floor,
        _: &Conn,
        accounts: &[(Uuid, Uuid)],
        _: Month,
    ) -> Result<BTreeMap<Uuid, OpenAccount>> {
        let state = self.0.lock().unwrap();
        Ok(accounts
            .iter()
            .filter_map(|(payee, account)| {
                let (_, bank, number) = state.opened.get(account)?.clone();
                Some((
                    *account,
                    OpenAccount {
                        holder: name(payee),
                        number,
                        bank,
                        name: name(payee),
                        id_number: String::new(),
                    },
                ))
            })
            .collect())
    }

    async fn people(
        &self,
        _: &Floor,
        _: &Conn,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, PersonCard>> {
        let card = |person: &Uuid| PersonCard {
            name: name(person),
            id_number: "6205**********123X".into(),
        };
        Ok(persons
            .iter()
            .map(|person| (*person, card(person)))
            .collect())
    }

    async fn household(
        &self,
        _: &Floor,
        _: &Conn,
        id: Uuid,
    ) -> Result<Option<(DivisionCode, Vec<Uuid>)>> {
        let state = self.0.lock().unwrap();
        let found = state.houses.iter().find(|house| house.id == id);
        Ok(found.map(|house| {
            (
                DivisionCode::parse(house.division).unwrap(),
                house.members.clone(),
            )
        }))
    }
}

/// An app on the town, with a maker, a checker and a township reader.
pub struct Office {
    pub app: TestApp,
    pub town: Town,
    pub maker: User,
    pub checker: User,
    pub township: User,
}

pub async fn office(town: Town) -> Office {
    let worlds = town.clone();
    let app = TestApp::builder()
        .day("2022-03-10")
        .floor(move |floor| {
            let mut floor = floor
                .migrations(directory::migrations())
                .operations(decide::OPERATIONS)
                .migrations(decide::migrations())
                .operations(disburse::OPERATIONS)
                .migrations(disburse::migrations())
                .job(Arc::new(decide::jobs::Apply))
                .verifier(Arc::new(decide::audit::Opened))
                .extension(Arc::new(decide::outside::Outside(Arc::new(worlds.clone()))))
                .extension(Arc::new(disburse::outside::Outside(Arc::new(
                    worlds.clone(),
                ))));
            for job in disburse::jobs::jobs() {
                floor = floor.job(job);
            }
            for verifier in disburse::verifiers() {
                floor = floor.verifier(verifier);
            }
            floor
        })
        .routes(decide::routes().into())
        .routes(disburse::routes().into())
        .routes(platform::routes().into())
        .role("clerk", &["decide.*", "disburse.*", "platform.*"])
        .build()
        .await;
    let maker = app.user("clerk", COUNTY);
    let checker = app.user("clerk", COUNTY);
    let township = app.user("clerk", "620521100");
    Office {
        app,
        town,
        maker,
        checker,
        township,
    }
}

impl Office {
    /// Every house of the town enters dibao by an opening decision.
    pub async fn open(&self) {
        let import = self.town.in_dibao();
        let proposed = self
            .app
            .post(
                &self.maker,
                "/decisions/opening",
                json!({"import_id": import, "from_month": "2022-01"}),
            )
            .await;
        assert_eq!(proposed.status, 201, "{proposed}");
        self.agree(&proposed.json()).await;
    }

    /// The second person approves a decision.
    pub async fn agree(&self, decision: &Value) {
        let id = decision["id"].as_str().unwrap();
        let approved = self
            .app
            .post(
                &self.checker,
                &format!("/decisions/{id}/approve"),
                json!({"opinion": "同意"}),
            )
            .await;
        assert_eq!(approved.status, 200, "{approved}");
        self.app.run_jobs().await;
    }

    pub async fn ok(&self, user: &User, path: &str, body: Value) -> Value {
        let answer = self.app.post(user, path, body).await;
        assert!(answer.status < 300, "{path}: {answer}");
        self.app.run_jobs().await;
        answer.json()
    }

    pub async fn get(&self, path: &str) -> Value {
        let answer = self.app.get(&self.maker, path).await;
        assert_eq!(answer.status, 200, "{path}: {answer}");
        answer.json()
    }

    /// Computes a roll; answers it as it is then.
    pub async fn roll(&self, programme: &str, month: &str) -> Value {
        let made = self
            .ok(
                &self.maker,
                "/rolls",
                json!({"programme": programme, "month": month}),
            )
            .await;
        self.get(&format!("/rolls/{}", made["roll"]["id"].as_str().unwrap()))
            .await
    }

    /// Submits, approves and locks a roll.
    pub async fn lock(&self, roll: &Value) {
        let id = roll["id"].as_str().unwrap();
        self.ok(
            &self.maker,
            &format!("/rolls/{id}/submit"),
            json!({"opinion": ""}),
        )
        .await;
        self.ok(
            &self.checker,
            &format!("/rolls/{id}/approve"),
            json!({"opinion": "同意"}),
        )
        .await;
        self.ok(
            &self.maker,
            &format!("/rolls/{id}/lock"),
            json!({"opinion": ""}),
        )
        .await;
    }

    /// Gathers and approves; answers the batches with their files written.
    pub async fn pay(&self, month: &str) -> Vec<Value> {
        self.ok(
            &self.maker,
            "/batches",
            json!({"month": month, "programmes": ["dibao"]}),
        )
        .await;
        self.approve_drafts(month).await
    }

    pub async fn approve_drafts(&self, month: &str) -> Vec<Value> {
        let drafts = self
            .get(&format!("/batches?month={month}&status=draft"))
            .await;
        let mut out = Vec::new();
        for draft in drafts["items"].as_array().unwrap() {
            let id = draft["id"].as_str().unwrap();
            self.ok(&self.checker, &format!("/batches/{id}/approve"), json!({}))
                .await;
            out.push(self.get(&format!("/batches/{id}")).await);
        }
        out
    }

    /// The bank file as rows of cells.
    pub async fn bank_file(&self, batch: &Value) -> Vec<Vec<String>> {
        let answer = self
            .app
            .get(
                &self.maker,
                &format!("/batches/{}/file", batch["id"].as_str().unwrap()),
            )
            .await;
        assert_eq!(answer.status, 200, "{answer}");
        let (text, lost) = encoding_rs::GB18030.decode_without_bom_handling(&answer.bytes);
        assert!(!lost);
        text.lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect()
    }

    /// What the bank would answer: `outcome` by serial.
    pub async fn bank(&self, batch: &Value, outcome: impl Fn(i64) -> &'static str) -> Vec<u8> {
        let file = self.bank_file(batch).await;
        let number = batch["number"].as_str().unwrap();
        let (mut rows, mut total, mut paid, mut rejected) = (String::new(), 0, (0, 0), (0, 0));
        let mut count = 0;
        for row in file
            .iter()
            .filter(|row| row.len() >= 9 && row[0].parse::<i64>().is_ok())
        {
            let fen = Money::parse_yuan(&row[4]).unwrap().fen();
            let status = outcome(row[0].parse().unwrap());
            count += 1;
            total += fen;
            match status {
                "成功" => paid = (paid.0 + 1, paid.1 + fen),
                "失败" => rejected = (rejected.0 + 1, rejected.1 + fen),
                _ => {}
            }
            let reason = if status == "失败" {
                "户名不符"
            } else {
                ""
            };
            rows.push_str(&format!(
                "{},{},{},{},{status},{reason},B{},\r\n",
                row[0], row[1], row[3], row[4], row[0]
            ));
        }
        let yuan = |fen| Money::from_fen(fen).to_string();
        let month = batch["month"].as_str().unwrap();
        let text = format!(
            "批次号,{number},月份,{month},代发银行,银行\r\n总笔数,{count},总金额,{}\r\n序号,户名,账号,金额,处理结果,失败原因,银行流水号,入账时间\r\n{rows}\
             成功笔数,{},成功金额,{}\r\n失败笔数,{},失败金额,{}\r\n",
            yuan(total),
            paid.0,
            yuan(paid.1),
            rejected.0,
            yuan(rejected.1),
        );
        encoding_rs::GB18030.encode(&text).0.into_owned()
    }

    /// Uploads a return.
    pub async fn send_return(&self, batch: &Value, bytes: &[u8]) -> testkit::Answered {
        let id = batch["id"].as_str().unwrap();
        let answer = self
            .app
            .request(axum::http::Method::POST, &format!("/batches/{id}/return"))
            .by(&self.maker)
            .multipart(&[("file", Some("回盘.csv"), bytes)])
            .send()
            .await;
        if answer.status < 300 {
            self.app.run_jobs().await;
        }
        answer
    }

    /// The ledger of dibao in a month; must balance.
    pub async fn ledger(&self, month: &str) -> Value {
        let ledger = self
            .get(&format!("/ledger?month={month}&programme=dibao"))
            .await;
        let row = ledger["items"][0].clone();
        assert_eq!(row["balanced"], json!(true), "{row}");
        row
    }
}
