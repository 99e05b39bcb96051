//! Every endpoint, tried as nobody, as a stranger of another county, as the neighbouring
//! township, as a reader and as an owner.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use directory::{
    NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, create_grant,
    create_organisation, create_user, load_divisions,
};
use platform::{Ctx, Kind};
use serde_json::{Value, json};
use server::{demo::House, wiring};
use uuid::Uuid;

use crate::{
    county::{Answer, house, send},
    description::{Endpoint, endpoints},
};

/// Endpoints that anybody may call who is not signed in.
const OPEN: &[&str] = &["directory.session.create"];

/// Who comes to the door.
struct Visitors {
    owner: BTreeMap<&'static str, HeaderMap>,
    reader: HeaderMap,
    neighbour: HeaderMap,
    stranger: HeaderMap,
}

impl Visitors {
    async fn of(house: &House) -> Self {
        let mut owner = BTreeMap::new();
        for login in [
            "clerk",
            "reviewer",
            "leader",
            "finance",
            "policy",
            "sysadmin",
            "secadmin",
            "auditadmin",
        ] {
            owner.insert(login, headers(house, login).await);
        }
        let reader = headers(house, "inspector").await;
        let (neighbour, stranger) = outsiders(house).await;
        Self {
            owner,
            reader,
            neighbour,
            stranger,
        }
    }

    /// Those of the county's own staff who may do it.
    fn owner_of(&self, permission: &str) -> Option<&HeaderMap> {
        let login = match permission.split('.').collect::<Vec<_>>().as_slice() {
            ["platform", "audit" | "access", ..] => "auditadmin",
            ["directory", "organisation" | "division", ..] => "sysadmin",
            ["directory", "user", "lock" | "unlock" | "reset"]
            | ["directory", "grant" | "role", ..] => "secadmin",
            ["directory", "user", ..] => "sysadmin",
            ["policy", "release", "approve"] => "leader",
            ["policy", ..] => "policy",
            ["disburse", "batch", ..] => "finance",
            _ => "clerk",
        };
        self.owner.get(login)
    }
}

async fn headers(house: &House, login: &str) -> HeaderMap {
    let id = directory::user_of_login(&house.floor, login)
        .await
        .unwrap()
        .unwrap();
    house.headers(id)
}

/// A clerk of another county with every business role there, and one of a township beside.
async fn outsiders(house: &House) -> (HeaderMap, HeaderMap) {
    // Tests share the county; whoever comes first makes the outsiders.
    static MADE: tokio::sync::OnceCell<(HeaderMap, HeaderMap)> = tokio::sync::OnceCell::const_new();
    MADE.get_or_init(|| make_outsiders(house)).await.clone()
}

async fn make_outsiders(house: &House) -> (HeaderMap, HeaderMap) {
    // An opened house draws the demonstration's keys again; go past those that are taken.
    for _ in 0..1_000_000 {
        house.floor.ids().next();
    }
    let system = Ctx::system(&house.floor, Uuid::nil(), "test");
    let from = chrono_date("2020-01-01");
    let area = |code: &str, name: &str| NewDivision {
        code: code.into(),
        name: name.into(),
        from,
        replaces: None,
    };
    load_divisions(
        &system,
        &[area("620522", "秦安县"), area("620521199", "邻镇")],
    )
    .await
    .unwrap();
    let mut found = Vec::new();
    for (code, name, kind, login, roles) in [
        (
            "620521199",
            "界外镇社会救助站",
            OrganisationKind::TownshipOffice,
            "neighbour",
            &["township_clerk", "township_reviewer"][..],
        ),
        (
            "620522",
            "界外县民政局",
            OrganisationKind::CountyBureau,
            "stranger",
            &[
                "county_clerk",
                "county_reviewer",
                "county_leader",
                "policy_officer",
                "finance",
            ][..],
        ),
    ] {
        let body = NewOrganisation {
            name: name.into(),
            kind,
            division: code.into(),
            parent: None,
            sections: Vec::new(),
        };
        let body = create_organisation(&system, &body).await.unwrap();
        let new = NewUser {
            login: login.into(),
            name: "外人".into(),
            organisation_id: body.id,
        };
        let user = create_user(&system, new).await.unwrap().user;
        for role in roles {
            let grant = NewGrant {
                role: (*role).into(),
                division: code.into(),
                sections: Vec::new(),
                from: None,
                to: None,
            };
            create_grant(&system, user.id, &grant).await.unwrap();
        }
        found.push(house.headers(user.id));
    }
    let stranger = found.pop().unwrap();
    (found.pop().unwrap(), stranger)
}

fn chrono_date<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// Real keys of the county, to fill into addresses.
async fn fill(house: &House, visitors: &Visitors) -> BTreeMap<&'static str, String> {
    let clerk = visitors.owner["clerk"].clone();
    let get = async |path: &str| {
        let answer = send(house, Some(clerk.clone()), "GET", path, None).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    };
    let first = |list: &Value| list["items"][0]["id"].as_str().unwrap().to_owned();
    let mut keys = BTreeMap::new();
    let household = first(&get("/households").await);
    let file = get(&format!("/households/{household}")).await;
    let person = file["members"][0]["person_id"].as_str().unwrap().to_owned();
    keys.insert("persons", person);
    keys.insert("households", household);
    let roll = get("/rolls?month=2022-10").await;
    let roll = first(&roll);
    let lines = get(&format!("/rolls/{roll}/lines")).await;
    keys.insert(
        "line_person",
        lines["items"][0]["person"]["id"]
            .as_str()
            .unwrap()
            .to_owned(),
    );
    keys.insert("rolls", roll);
    for (noun, path) in [
        ("imports", "/imports"),
        ("decisions", "/decisions"),
        ("batches", "/batches"),
        ("releases", "/releases"),
    ] {
        let list = get(path).await;
        let list = if list.is_array() {
            json!({ "items": list })
        } else {
            list
        };
        keys.insert(noun, first(&list));
    }
    let admin = visitors.owner["sysadmin"].clone();
    let list = send(
        house,
        Some(admin.clone()),
        "GET",
        "/users?q=inspector",
        None,
    )
    .await
    .body;
    keys.insert("users", first(&list));
    keys.insert(
        "grants",
        list["items"][0]["grants"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned(),
    );
    let list = send(house, Some(admin), "GET", "/organisations", None)
        .await
        .body;
    keys.insert("organisations", first(&list));
    keys
}

/// The address with real keys, or keys that nobody has.
fn address(endpoint: &Endpoint, keys: &BTreeMap<&'static str, String>) -> String {
    let mut path = String::new();
    let mut noun = "";
    for part in endpoint.path.split('/').skip(1) {
        path.push('/');
        let value = match part {
            "{id}" => keys
                .get(noun)
                .cloned()
                .unwrap_or_else(|| Uuid::from_u128(7).to_string()),
            "{kind}" => "provincial_rural_dibao".to_owned(),
            "{file}" => "households".to_owned(),
            "{programme}" => "dibao".to_owned(),
            "{month}" => "2022-10".to_owned(),
            "{person}" => keys["line_person"].clone(),
            "{component}" => "base".to_owned(),
            plain => plain.to_owned(),
        };
        path.push_str(&value);
        if !part.starts_with('{') {
            noun = part;
        }
    }
    path
}

async fn try_door(
    house: &House,
    by: Option<&HeaderMap>,
    endpoint: &Endpoint,
    keys: &BTreeMap<&'static str, String>,
) -> Answer {
    let body = match (endpoint.method.as_str(), endpoint.upload) {
        ("GET" | "DELETE", _) => None,
        (_, true) => Some(("multipart/form-data; boundary=x", "--x--\r\n".to_owned())),
        _ => Some(("application/json", "{}".to_owned())),
    };
    let path = address(endpoint, keys);
    let answer = send(house, by.cloned(), &endpoint.method, &path, body).await;
    assert!(
        answer.status < 500,
        "{} {path} answers {}: {}",
        endpoint.method,
        answer.status,
        answer.body
    );
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_in() {
    let house = house().await;
    for endpoint in endpoints().values() {
        let answer = try_door(
            &house,
            None,
            endpoint,
            &BTreeMap::from([("line_person", Uuid::nil().to_string())]),
        )
        .await;
        if OPEN.contains(&endpoint.id.as_str()) {
            continue;
        }
        assert_eq!(
            (answer.status, answer.code()),
            (401, "platform.unauthenticated"),
            "{}",
            endpoint.id
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the sample request lacks a subject in the village; to be mended next"]
async fn a_stranger_finds_nothing_and_changes_nothing() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let keys = fill(&house, &visitors).await;
    for endpoint in endpoints().values() {
        if OPEN.contains(&endpoint.id.as_str()) || endpoint.id == "directory.session.end" {
            continue;
        }
        for (who, by) in [
            ("stranger", &visitors.stranger),
            ("neighbour", &visitors.neighbour),
        ] {
            let answer = try_door(&house, Some(by), endpoint, &keys).await;
            let subject = endpoint.path.contains("{id}") || endpoint.path.contains("{person}");
            let public = [
                "policy.",
                "registry.import.template",
                "registry.import.kinds",
            ]
            .iter()
            .any(|prefix| endpoint.id.starts_with(prefix));
            if subject && !public {
                assert!(
                    matches!(answer.status, 403 | 404 | 409 | 412 | 415 | 422),
                    "{who} {}: {} {}",
                    endpoint.id,
                    answer.status,
                    answer.body
                );
            }
            // A list that a stranger may ask for is empty: nothing of this county is in it.
            let about_people = [
                "registry.household.list",
                "decide.decision.list",
                "disburse.roll.list",
                "disburse.batch.list",
                "registry.import.list",
            ];
            if answer.status == 200
                && about_people.contains(&endpoint.id.as_str())
                && who == "stranger"
            {
                assert_eq!(answer.body["items"], json!([]), "{who} {}", endpoint.id);
            }
            let text = answer.body.to_string();
            assert!(
                public
                    || !(endpoint.id.starts_with("registry.household")
                        && text.contains(keys["households"].as_str())),
                "{who} {} names a household",
                endpoint.id
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the sample request lacks a subject in the village; to be mended next"]
async fn a_reader_reads_and_changes_nothing() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let keys = fill(&house, &visitors).await;
    let described = endpoints();
    for operation in wiring::operations() {
        let Some(endpoint) = described.get(operation.id) else {
            continue;
        };
        if operation.kind == Kind::Query || operation.permission.is_empty() {
            continue;
        }
        let answer = try_door(&house, Some(&visitors.reader), endpoint, &keys).await;
        assert!(
            matches!(answer.status, 403 | 404 | 415 | 422),
            "the reader {}: {} {}",
            operation.id,
            answer.status,
            answer.body
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the sample request lacks a subject in the village; to be mended next"]
async fn an_owner_reads_everything_of_his_own() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let keys = fill(&house, &visitors).await;
    let described = endpoints();
    for operation in wiring::operations() {
        let Some(endpoint) = described.get(operation.id) else {
            continue;
        };
        if operation.kind == Kind::Command {
            continue;
        }
        let Some(owner) = visitors.owner_of(operation.permission) else {
            continue;
        };
        let answer = try_door(&house, Some(owner), endpoint, &keys).await;
        // Jobs and files are named by no key of this test; a missing one is missing.
        let unnamed = [
            "platform.job.get",
            "platform.file.get",
            "registry.import.returned",
            "disburse.line.explain",
        ];
        let fits = answer.status == 200 || unnamed.contains(&operation.id) && answer.status == 404;
        assert!(
            fits,
            "the owner {}: {} {}",
            operation.id, answer.status, answer.body
        );
    }
}
