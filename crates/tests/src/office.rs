//! A township office and its county at work on cases: the people, the day, and what they do most.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use directory::{
    Hasher, NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, Settings,
    create_grant, create_organisation, create_user, load_divisions,
};
use kernel::IdNumber;
use platform::Ctx;
use serde_json::{Value, json};
use server::{config::Config, demo::House};
use uuid::Uuid;

use crate::county::{Answer, bare, house, send};

/// The county of the demonstration.
pub const COUNTY: &str = "620521";
/// A township of its own, so that nobody else's figures change.
pub const TOWN: &str = "620521198";
pub const VILLAGE: &str = "620521198201";
/// Its neighbour.
pub const NEXT_TOWN: &str = "620521197";
pub const NEXT_VILLAGE: &str = "620521197201";

/// The people who work on the cases, and the day they do.
pub struct Office {
    pub house: House,
    /// The county: 6 digits.
    pub county: &'static str,
    pub people: BTreeMap<&'static str, Uuid>,
    pub day: NaiveDate,
}

/// Login, role, division.
const STAFF: &[(&str, &str, &str)] = &[
    ("case-clerk", "township_clerk", TOWN),
    ("case-clerk-2", "township_clerk", TOWN),
    ("case-village", "village_worker", VILLAGE),
    ("case-reviewer", "township_reviewer", TOWN),
    ("case-reviewer-2", "township_reviewer", TOWN),
    ("case-county-2", "county_reviewer", "620521"),
    ("case-county-clerk", "county_clerk", "620521"),
    ("case-county", "county_reviewer", "620521"),
    ("case-leader", "county_leader", "620521"),
    ("case-finance", "finance", "620521"),
    ("next-clerk", "township_clerk", NEXT_TOWN),
    ("next-reviewer", "township_reviewer", NEXT_TOWN),
];

impl Office {
    pub async fn open() -> Self {
        static MADE: tokio::sync::OnceCell<BTreeMap<&'static str, Uuid>> =
            tokio::sync::OnceCell::const_new();
        let house = house().await;
        let people = MADE.get_or_init(|| staff(&house, COUNTY)).await.clone();
        // The months of the demonstration are over; Monday of a week without holidays.
        let day = NaiveDate::from_ymd_opt(2022, 11, 7).unwrap();
        house.set(day, 9);
        Self {
            house,
            county: COUNTY,
            people,
            day,
        }
    }

    /// A county of its own with nobody in it, whose clock no other test moves. It opens on a day.
    pub async fn alone(name: &str, day: &str) -> Self {
        Self::of(COUNTY, name, day).await
    }

    /// The same in a house that is configured otherwise.
    pub async fn furnished(name: &str, day: &str, furnish: impl FnOnce(&mut Config)) -> Self {
        Self::on(COUNTY, name, day, furnish).await
    }

    /// The same for another county than the demonstration's, by the rules of its place.
    pub async fn of(county: &'static str, name: &str, day: &str) -> Self {
        Self::on(county, name, day, |_| ()).await
    }

    async fn on(
        county: &'static str,
        name: &str,
        day: &str,
        furnish: impl FnOnce(&mut Config),
    ) -> Self {
        let day: NaiveDate = day.parse().unwrap();
        // Records are never older than the house: it begins with the year.
        let mut config = bare(name, day.year()).await;
        furnish(&mut config);
        let settings = Settings {
            hasher: Hasher::for_tests(),
            ..Settings::default()
        };
        let begin = (day.year(), 1, 4);
        let house = House::open_on(&config, begin, settings).await.unwrap();
        let people = staff(&house, county).await;
        house.set(day, 9);
        Self {
            house,
            county,
            people,
            day,
        }
    }

    /// Its village.
    pub fn village(&self) -> String {
        VILLAGE.replacen(COUNTY, self.county, 1)
    }

    /// Runs all jobs that wait, after asking for a round of the clock.
    pub async fn clock(&self) {
        decide::clock::ask(&self.house.floor).await.unwrap();
        self.jobs().await;
    }

    /// Runs all jobs that wait.
    pub async fn jobs(&self) {
        platform::jobs::drain(&self.house.floor).await.unwrap();
    }

    /// What waits for somebody, by title.
    pub async fn tasks(&self, who: &str) -> Vec<String> {
        let list = self.ask(who, "GET", "/tasks?limit=100", None).await;
        assert_eq!(list.status, 200, "{}", list.body);
        let items = list.body["items"].as_array().unwrap().clone();
        let title = |t: &Value| t["title_zh"].as_str().unwrap().to_owned();
        items.iter().map(title).collect()
    }

    /// Some days later, in the morning.
    pub fn later(&mut self, days: u64) {
        self.day = self.day.checked_add_days(chrono::Days::new(days)).unwrap();
        self.house.set(self.day, 9);
    }

    pub async fn ask(&self, who: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        let by = self.house.headers(self.people[who]);
        let body = body.map(|b| ("application/json", b.to_string()));
        send(&self.house, Some(by), method, path, body).await
    }

    pub async fn case(&self, id: &str) -> Value {
        let answer = self
            .ask("case-county-clerk", "GET", &format!("/cases/{id}"), None)
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    pub async fn act(&self, who: &str, id: &str, act: Value) -> Answer {
        let seen = self.case(id).await["seen"].clone();
        let body = json!({"act": act, "seen": seen});
        self.ask(who, "POST", &format!("/cases/{id}/acts"), Some(body))
            .await
    }

    pub async fn done(&self, who: &str, id: &str, act: Value) -> Value {
        let answer = self.act(who, id, act.clone()).await;
        assert_eq!(answer.status, 200, "{who} {act}: {}", answer.body);
        answer.body
    }

    pub async fn finish(
        &self,
        who: &str,
        id: &str,
        step: &str,
        outcome: &str,
        more: Value,
    ) -> Value {
        let mut act = json!({"act": "finish", "step": step, "outcome": outcome});
        for (name, value) in more.as_object().unwrap() {
            act[name] = value.clone();
        }
        self.done(who, id, act).await
    }

    pub async fn refused(&self, who: &str, id: &str, act: Value) -> String {
        let answer = self.act(who, id, act.clone()).await;
        assert_eq!(answer.status, 409, "{who} {act}: {}", answer.body);
        answer.body["detail"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub async fn file(
        &self,
        who: &str,
        id: &str,
        step: &str,
        form: &str,
        subject: Option<&str>,
        values: Value,
    ) {
        let sheet = crate::filled::Sheet {
            subject,
            ..self.sheet(who, id, form)
        };
        let values = sheet.fill(&values).await;
        let answer = sheet.hand_in(step, &values).await;
        assert_eq!(answer.status, 200, "{form}: {}", answer.body);
    }

    /// Enters a family and answers its key and those of its members.
    pub async fn family(&self, members: Value, facts: Value) -> (String, Vec<String>) {
        // A house that begins earlier has its families from its own first year on.
        let from = NaiveDate::from_ymd_opt(self.day.year().min(2021), 1, 1);
        let body = json!({
            "division": self.village(), "address": "一组", "from": from,
            "members": members, "facts": facts,
        });
        let answer = self
            .ask("case-clerk", "POST", "/households", Some(body))
            .await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let id = answer.body["id"].as_str().unwrap().to_owned();
        let file = self
            .ask("case-clerk", "GET", &format!("/households/{id}"), None)
            .await
            .body;
        let people = file["members"].as_array().unwrap().iter();
        let people = people.map(|m| m["person_id"].as_str().unwrap().to_owned());
        (id, people.collect())
    }

    /// The case that an outcome of another one opened.
    pub async fn followed(&self, who: &str, case: &str, procedure: &str) -> String {
        let path = format!("/cases/{case}");
        let earlier = self.ask(who, "GET", &path, None).await.body;
        let next = earlier["led_to"][0]["id"].as_str();
        let next = next
            .unwrap_or_else(|| panic!("nothing follows: {earlier}"))
            .to_owned();
        let shown = self.ask(who, "GET", &format!("/cases/{next}"), None).await;
        assert_eq!(shown.body["procedure"], procedure, "{}", shown.body);
        assert_eq!(shown.body["came_from"]["id"], case);
        next
    }

    /// What is proposed for a fact that an outcome asks for.
    pub async fn proposed(&self, who: &str, case: &str, outcome: &str, fact: &str) -> Value {
        let shown = self
            .ask(who, "GET", &format!("/cases/{case}"), None)
            .await
            .body;
        let mut actions = shown["actions"].as_array().unwrap().iter();
        let action = actions.find(|a| a["outcome"] == outcome).unwrap().clone();
        let mut asks = action["asks"].as_array().unwrap().iter();
        asks.find(|a| a["name"] == fact).unwrap()["value"].clone()
    }

    pub async fn start(&self, who: &str, procedure: &str, household: &str) -> String {
        let body = json!({"procedure": procedure, "household": household});
        let answer = self.ask(who, "POST", "/cases", Some(body)).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.body["id"].as_str().unwrap().to_owned()
    }
}

async fn staff(house: &House, county: &str) -> BTreeMap<&'static str, Uuid> {
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let from = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap();
    let area = |code: &str, name: &str| NewDivision {
        code: code.replacen(COUNTY, county, 1),
        name: name.into(),
        from,
        replaces: None,
    };
    let areas = [
        area(COUNTY, "案件测试县"),
        area(TOWN, "试行镇"),
        area(VILLAGE, "试行村"),
        area(NEXT_TOWN, "邻近镇"),
        area(NEXT_VILLAGE, "邻近村"),
    ];
    // The demonstration's own county has its name already.
    let known = usize::from(county == COUNTY);
    load_divisions(&system, &areas[known..]).await.unwrap();
    let mut offices = BTreeMap::new();
    for (code, name, kind) in [
        ("620521", "案件测试民政局", OrganisationKind::CountyBureau),
        (TOWN, "试行镇社会救助站", OrganisationKind::TownshipOffice),
        (VILLAGE, "试行村委会", OrganisationKind::VillageCommittee),
        (
            NEXT_TOWN,
            "邻近镇社会救助站",
            OrganisationKind::TownshipOffice,
        ),
    ] {
        let body = NewOrganisation {
            name: name.into(),
            kind,
            division: code.replacen(COUNTY, county, 1),
            parent: None,
            sections: Vec::new(),
            phone: None,
            address: None,
        };
        offices.insert(code, create_organisation(&system, &body).await.unwrap().id);
    }
    let mut people = BTreeMap::new();
    for (login, role, division) in STAFF {
        let new = NewUser {
            login: (*login).into(),
            name: "经办人".into(),
            organisation_id: offices[division],
        };
        let user = create_user(&system, new).await.unwrap().user;
        let grant = NewGrant {
            role: (*role).into(),
            division: division.replacen(COUNTY, county, 1),
            sections: Vec::new(),
            from: None,
            to: None,
        };
        create_grant(&system, user.id, &grant).await.unwrap();
        people.insert(*login, user.id);
    }
    people
}

/// An identity number of the county for a day of birth.
pub fn id(birth: &str, serial: u16) -> String {
    IdNumber::compose("620521", birth.parse().unwrap(), serial)
        .unwrap()
        .as_str()
        .to_owned()
}
