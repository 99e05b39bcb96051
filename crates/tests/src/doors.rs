//! Every endpoint, tried as nobody, as a stranger of another county, as the neighbouring
//! township, as a reader and as an owner.

use std::collections::{BTreeMap, BTreeSet};

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
    samples::{self, Keys},
};

/// Endpoints that anybody may call who is not signed in.
const OPEN: &[&str] = &[
    "decide.publicity.show",
    "directory.session.create",
    "intake.area.list",
    "intake.citizen.open",
    "intake.code.ask",
    "intake.matter.list",
    "intake.window.show",
    "policy.calculator.ask",
    "policy.calculator.work_out",
];

/// Whether an endpoint belongs to the portal: citizens come there by a cookie of their own, and an
/// officer is nobody.
fn citizens(endpoint: &Endpoint) -> bool {
    endpoint.path.starts_with("/portal/") && !OPEN.contains(&endpoint.id.as_str())
}

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
            ["oversight", "accountability", "write"] | ["oversight", .., "confirm" | "accept"] => {
                "reviewer"
            }
            _ => "clerk",
        };
        self.owner.get(login)
    }
}

pub async fn headers(house: &House, login: &str) -> HeaderMap {
    let id = directory::user_of_login(&house.floor, login)
        .await
        .unwrap()
        .unwrap();
    house.headers(id)
}

/// A clerk of another county with every business role there, and one of a township beside.
async fn outsiders(house: &House) -> (HeaderMap, HeaderMap) {
    // Tests share the county; whoever comes first makes the outsiders. Each opened house lets
    // them in by a word of its own.
    static MADE: tokio::sync::OnceCell<(Uuid, Uuid)> = tokio::sync::OnceCell::const_new();
    let (neighbour, stranger) = *MADE.get_or_init(|| make_outsiders(house)).await;
    (house.headers(neighbour), house.headers(stranger))
}

async fn make_outsiders(house: &House) -> (Uuid, Uuid) {
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
            phone: None,
            address: None,
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
        found.push(user.id);
    }
    let stranger = found.pop().unwrap();
    (found.pop().unwrap(), stranger)
}

fn chrono_date<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

async fn fill(house: &House, visitors: &Visitors) -> Keys {
    samples::keys(house, &visitors.owner["clerk"], &visitors.owner["sysadmin"]).await
}

async fn try_door(
    house: &House,
    by: Option<&HeaderMap>,
    endpoint: &Endpoint,
    keys: &Keys,
) -> Answer {
    let body = samples::body(endpoint, keys);
    let path = samples::address(endpoint, keys);
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
        let answer = try_door(&house, None, endpoint, &samples::no_keys()).await;
        if OPEN.contains(&endpoint.id.as_str()) {
            continue;
        }
        let code = match citizens(endpoint) {
            true => "intake.citizen.signed_out",
            false => "platform.unauthenticated",
        };
        assert_eq!(
            (answer.status, answer.code()),
            (401, code),
            "{}",
            endpoint.id
        );
    }
}

/// What the clerk sees of the county: it must be the same before and after.
async fn sight(house: &House, clerk: &HeaderMap) -> Vec<Value> {
    let mut seen = Vec::new();
    for path in [
        "/households?total=true",
        "/decisions?limit=200",
        "/account-changes?limit=200",
        "/rolls?month=2022-10",
        "/batches?month=2022-10",
        "/ledger?month=2022-10",
        "/imports",
        "/months",
    ] {
        let answer = send(house, Some(clerk.clone()), "GET", path, None).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        seen.push(answer.body);
    }
    seen
}

/// What anybody signed in may know, whichever area is his: policy and forms.
fn public(operation: &str) -> bool {
    [
        "policy.",
        "registry.import.template",
        "registry.import.kinds",
    ]
    .iter()
    .any(|prefix| operation.starts_with(prefix))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_finds_nothing_and_changes_nothing() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let keys = fill(&house, &visitors).await;
    let before = sight(&house, &visitors.owner["clerk"]).await;
    let commands: BTreeSet<&str> = wiring::operations()
        .iter()
        .filter(|operation| operation.kind == Kind::Command)
        .map(|operation| operation.id)
        .collect();
    for endpoint in endpoints().values() {
        let id = endpoint.id.as_str();
        if OPEN.contains(&id) || id == "directory.session.end" || public(id) {
            continue;
        }
        for (who, by) in [
            ("stranger", &visitors.stranger),
            ("neighbour", &visitors.neighbour),
        ] {
            let answer = try_door(&house, Some(by), endpoint, &keys).await;
            let told = format!("{who} {id}: {} {}", answer.status, answer.body);
            if citizens(endpoint) {
                assert_eq!(answer.status, 401, "{told}");
                continue;
            }
            let subject = endpoint.path.contains("{id}") || endpoint.path.contains("{person}");
            if subject {
                assert!(matches!(answer.status, 403 | 404), "{told}");
            }
            // The sample names records of this county: nothing can be begun about them. Freezing
            // a month and writing an export concern one's own area, where there is nothing; a
            // phrase is one's own.
            let own = [
                "insight.month_end.freeze",
                "registry.household.export",
                "decide.gap.export",
                "decide.gap.scan",
                "decide.simulation.export",
                "decide.phrase.create",
                "decide.draft.save",
                // What waits at the platform for one's own office.
                "verify.report.fetch",
            ];
            if commands.contains(id) && !own.contains(&id) {
                assert!(answer.status >= 400, "{told}");
            }
            // A list that an outsider may ask for is empty.
            let about_people = [
                "decide.decision.list",
                "disburse.batch.list",
                "disburse.claim.list",
                "disburse.ledger.get",
                "disburse.month.list",
                "disburse.roll.list",
                "insight.month_end.freeze",
                "insight.month_end.list",
                "registry.account.changes",
                "registry.household.list",
                "oversight.accountability.list",
                "oversight.alignment.list",
                "oversight.clue.list",
                "oversight.run.list",
                "oversight.visit.list",
                "registry.import.list",
            ];
            if answer.status < 300 && about_people.contains(&id) {
                assert_eq!(answer.body["items"], json!([]), "{told}");
            }
            if answer.status < 300 && id == "insight.home.get" {
                assert_eq!(answer.body["total"]["persons"], 0, "{told}");
            }
            if answer.status < 300 && id == "insight.figures.get" {
                assert_eq!(answer.body["F-005"]["人"], 0, "{told}");
                assert_eq!(answer.body["F-008"]["孤儿"]["人"], 0, "{told}");
            }
            for noun in ["households", "persons", "award", "rolls", "batches"] {
                // An address that was sent in may come back as the instance of the problem.
                let text = answer.body.to_string();
                assert!(!text.contains(keys[noun].as_str()), "{told}");
            }
        }
    }
    let after = sight(&house, &visitors.owner["clerk"]).await;
    assert_eq!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_reads_and_changes_nothing() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let keys = fill(&house, &visitors).await;
    let before = sight(&house, &visitors.owner["clerk"]).await;
    let described = endpoints();
    for operation in wiring::operations() {
        let Some(endpoint) = described.get(operation.id) else {
            continue;
        };
        if operation.kind == Kind::Query || operation.permission.is_empty() {
            continue;
        }
        let answer = try_door(&house, Some(&visitors.reader), endpoint, &keys).await;
        assert_eq!(
            answer.status, 403,
            "the reader {}: {}",
            operation.id, answer.body
        );
    }
    let after = sight(&house, &visitors.owner["clerk"]).await;
    assert_eq!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
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
        if citizens(endpoint) || OPEN.contains(&operation.id) {
            continue;
        }
        let Some(owner) = visitors.owner_of(operation.permission) else {
            continue;
        };
        let answer = try_door(&house, Some(owner), endpoint, &keys).await;
        // What the county has none of yet cannot be found; a right import returns no file.
        let none =
            samples::asks_for_none(endpoint, &keys) || operation.id == "registry.import.returned";
        // A preview looks at the file first; the sample is no report.
        let looked = operation.id == "verify.report.preview" && answer.status == 422;
        let fits = answer.status == 200 || looked || none && answer.status == 404;
        assert!(
            fits,
            "the owner {}: {} {}",
            operation.id, answer.status, answer.body
        );
    }
}

/// Whether content of a kind that nobody can read is refused for the permission, not for itself.
#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_learns_nothing_about_what_he_sent() {
    let house = house().await;
    let visitors = Visitors::of(&house).await;
    let described = endpoints();
    let keys = samples::no_keys();
    let mut tried = 0;
    for operation in wiring::operations() {
        let Some(endpoint) = described.get(operation.id) else {
            continue;
        };
        if operation.permission.is_empty() || operation.kind == Kind::Query {
            continue;
        }
        let path = samples::address(endpoint, &keys);
        let body = || Some(("application/json", "{\"这不是\"".to_owned()));
        let reader = Some(visitors.reader.clone());
        let answer = send(&house, reader, &endpoint.method, &path, body()).await;
        let told = (answer.status, answer.code());
        assert_eq!(
            told,
            (403, "platform.permission.denied"),
            "{}",
            operation.id
        );
        let answer = send(&house, None, &endpoint.method, &path, body()).await;
        let told = (answer.status, answer.code());
        assert_eq!(told, (401, "platform.unauthenticated"), "{}", operation.id);
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
}
