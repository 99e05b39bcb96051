//! The citizens' own door: a code to the telephone, an application with photographs and a drawn
//! signature, back once with what is missing, taken over into a case, and followed to its steps.

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request},
};
use kernel::IdNumber;
use serde_json::{Value, json};
use server::demo::House;
use tower::ServiceExt as _;

use crate::county::{Answer, house, send};

/// A village of the small county, and its township.
const VILLAGE: &str = "620521100001";

fn number(birth: &str, serial: u16) -> String {
    let id = IdNumber::compose("620521", birth.parse().unwrap(), serial).unwrap();
    id.as_str().to_owned()
}

/// The village that the demonstration's clerk of the county knows.
async fn village(house: &House) -> String {
    let areas = portal(house, None, "GET", "/portal/areas?division=620521", None).await;
    let town = areas.body["items"][0]["code"].as_str().unwrap().to_owned();
    let path = format!("/portal/areas?division={town}");
    let areas = portal(house, None, "GET", &path, None).await;
    let found = areas.body["items"][0]["code"].as_str();
    found.unwrap_or(VILLAGE).to_owned()
}

fn with(cookie: &HeaderMap, version: i64) -> HeaderMap {
    let mut headers = cookie.clone();
    headers.insert("if-match", format!("\"{version}\"").parse().unwrap());
    headers
}

async fn portal(
    house: &House,
    cookie: Option<&HeaderMap>,
    method: &str,
    path: &str,
    body: Option<Value>,
) -> Answer {
    let body = body.map(|b| ("application/json", b.to_string()));
    send(house, cookie.cloned(), method, path, body).await
}

/// The code that the gateway would send to a telephone now.
fn last_code(house: &House, phone: &str) -> Option<String> {
    let text = std::fs::read_to_string(house.floor.data().join("outbox/messages.csv")).ok()?;
    let line = text.lines().rev().find(|line| line.contains(phone))?;
    let at = line.find("登录码 ")? + "登录码 ".len();
    Some(line[at..at + 6].to_owned())
}

async fn ask_code(house: &House, id: &str, name: &str, phone: &str, village: &str) -> Answer {
    let who = json!({"id_number": id, "name": name, "phone": phone, "division": village});
    portal(house, None, "POST", "/portal/codes", Some(who)).await
}

/// Signs in and answers the cookie.
async fn sign_in(house: &House, id: &str, code: &str) -> Result<HeaderMap, u16> {
    let body = json!({"id_number": id, "code": code}).to_string();
    let request = Request::builder()
        .method("POST")
        .uri("/api/v1/portal/sessions")
        .header("x-doudi", "1")
        .header("content-type", "application/json")
        .body(Body::from(body))
        .unwrap();
    let response = house.app.clone().oneshot(request).await.unwrap();
    if !response.status().is_success() {
        return Err(response.status().as_u16());
    }
    let cookie = response.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
    drop(to_bytes(response.into_body(), usize::MAX).await.unwrap());
    let pair = cookie.split(';').next().unwrap().parse().unwrap();
    Ok(HeaderMap::from_iter([(axum::http::header::COOKIE, pair)]))
}

async fn citizen(house: &House, id: &str, name: &str, phone: &str, village: &str) -> HeaderMap {
    let asked = ask_code(house, id, name, phone, village).await;
    assert_eq!(asked.status, 202, "{}", asked.body);
    let code = last_code(house, phone).unwrap();
    sign_in(house, id, &code).await.unwrap()
}

async fn photo(house: &House, cookie: &HeaderMap, id: &str, kind: &str, content: &str) -> Answer {
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\
         Content-Type: image/jpeg\r\n\r\n{content}\r\n--x--\r\n"
    );
    let path = format!("/portal/submissions/{id}/photos");
    let body = Some(("multipart/form-data; boundary=x", body));
    send(house, Some(cookie.clone()), "POST", &path, body).await
}

fn content(id: &str) -> Value {
    json!({
        "address": "一组12号", "phone": "13900000011",
        "members": [
            {"name": "周门前", "id_number": id, "relation": "户主", "health": "腿脚不便"},
            {"name": "周小宝", "birth": "2021-05-06", "relation": "孙子"},
        ],
        "statement": "年老体弱，没有收入。",
        "answers": {"经营净收入": "种地一年2000元"},
        "authorisation": {"agreed": true, "signed_by": "周门前"},
    })
}

async fn officer(house: &House, login: &str) -> HeaderMap {
    let id = directory::user_of_login(&house.floor, login).await.unwrap();
    house.headers(id.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_applies_by_telephone_and_follows_the_case() {
    let house = house().await;
    let village = village(&house).await;
    let id = number("1947-03-04", 811);
    let me = citizen(&house, &id, "周门前", "13900000011", &village).await;
    let account = portal(&house, Some(&me), "GET", "/portal/sessions/current", None).await;
    assert_eq!(account.body["phone"], "139******11");

    let matters = format!("/portal/matters?division={village}");
    let matters = portal(&house, None, "GET", &matters, None).await;
    let dibao = matters.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|m| m["key"] == "dibao");
    assert_eq!(
        dibao.unwrap()["apply"][0]["key"],
        "dibao",
        "{}",
        matters.body
    );

    // An empty draft is kept, but not handed in.
    let draft = json!({"procedure": "dibao"});
    let made = portal(
        &house,
        Some(&me),
        "POST",
        "/portal/submissions",
        Some(draft),
    )
    .await;
    assert_eq!(made.status, 201, "{}", made.body);
    // Who one is was said at the door; whoever helps another is not the head of that family.
    let head = &made.body["content"]["members"][0];
    assert_eq!(head["id_number"], id, "{}", made.body);
    let helping = json!({"procedure": "dibao", "content": {"helper": {"relation": "neighbour"}}});
    let path = "/portal/submissions";
    let helping = portal(&house, Some(&me), "POST", path, Some(helping)).await;
    assert_eq!(
        helping.body["content"]["members"],
        json!([]),
        "{}",
        helping.body
    );
    let one = format!("/portal/submissions/{}", made.body["id"].as_str().unwrap());
    let submit = format!("{one}/submit");
    let early = portal(&house, Some(&me), "POST", &submit, None).await;
    assert_eq!(
        early.code(),
        "intake.submission.incomplete",
        "{}",
        early.body
    );
    // Address, difficulty and authorisation are still to be given.
    let errors = early.body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 3, "{}", early.body);

    let whole = json!({"procedure": "dibao", "content": content(&id)});
    let saved = portal(
        &house,
        Some(&with(&me, 1)),
        "PUT",
        &one,
        Some(whole.clone()),
    )
    .await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    let stale = portal(&house, Some(&with(&me, 1)), "PUT", &one, Some(whole)).await;
    assert_eq!(
        stale.status, 412,
        "another telephone wrote in between: {}",
        stale.body
    );

    // A program with the name of a picture, a PDF with a script, and then papers that may be.
    let key = made.body["id"].as_str().unwrap();
    for bad in [
        "MZ this is a program",
        "%PDF-1.7 /OpenAction << /S /JavaScript >>",
    ] {
        let refused = photo(&house, &me, key, "identity", bad).await;
        assert_eq!(refused.code(), "intake.photo.unusable", "{}", refused.body);
    }
    let huge = "x".repeat(60 * 1024 * 1024);
    let refused = photo(&house, &me, key, "identity", &huge).await;
    assert_eq!(refused.code(), "intake.photo.too_large", "{}", refused.body);
    for kind in ["identity", "signature", "signature"] {
        let added = photo(&house, &me, key, kind, "%PDF-1.4 /Type /Catalog").await;
        assert_eq!(added.status, 201, "{}", added.body);
    }
    let shown = portal(&house, Some(&me), "GET", &one, None).await;
    let photos = shown.body["photos"].as_array().unwrap();
    assert_eq!(
        photos.len(),
        2,
        "a second signature takes the place of the first"
    );
    let photo_path = format!("{one}/photos/{}", photos[0]["id"].as_str().unwrap());
    assert_eq!(
        portal(&house, Some(&me), "GET", &photo_path, None)
            .await
            .status,
        200
    );

    let sent = portal(&house, Some(&me), "POST", &submit, None).await;
    assert_eq!(sent.status, 200, "{}", sent.body);
    let receipt = sent.body["number"].as_str().unwrap().to_owned();
    assert!(receipt.contains("-WS-"), "{receipt}");
    let late = portal(
        &house,
        Some(&with(&me, 3)),
        "PUT",
        &one,
        Some(json!({"procedure": "dibao"})),
    )
    .await;
    assert_eq!(late.code(), "intake.submission.state", "{}", late.body);

    // The clerk of the township gives it back once, then takes it over.
    let clerk = officer(&house, &format!("c{}", &village[..9])).await;
    let list = portal(
        &house,
        Some(&clerk),
        "GET",
        "/submissions?page=1&total=true",
        None,
    )
    .await;
    let row = list.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["id"] == key)
        .unwrap();
    assert_eq!(row["persons"], 2);
    let file = portal(
        &house,
        Some(&clerk),
        "GET",
        &format!("/submissions/{key}"),
        None,
    )
    .await;
    assert_eq!(file.body["author"], "周门前", "{}", file.body);
    let back = json!({"note": "请补拍户口簿首页"});
    let path = format!("/submissions/{key}/return");
    let returned = portal(&house, Some(&with(&clerk, 3)), "POST", &path, Some(back)).await;
    assert_eq!(returned.status, 200, "{}", returned.body);
    let shown = portal(&house, Some(&me), "GET", &one, None).await;
    assert_eq!(shown.body["note"], "请补拍户口簿首页");
    assert_eq!(
        portal(&house, Some(&me), "POST", &submit, None)
            .await
            .status,
        200
    );

    let take = format!("/submissions/{key}/case");
    let begun = portal(&house, Some(&clerk), "POST", &take, Some(json!({}))).await;
    assert_eq!(begun.status, 201, "{}", begun.body);
    let twice = portal(&house, Some(&clerk), "POST", &take, Some(json!({}))).await;
    assert_eq!(twice.code(), "intake.submission.state", "{}", twice.body);
    let case = format!("/cases/{}", begun.body["case"].as_str().unwrap());
    let case = portal(&house, Some(&clerk), "GET", &case, None).await;
    assert_eq!(
        case.body["parties"].as_array().unwrap().len(),
        2,
        "{}",
        case.body
    );

    // What was photographed lies in the case, under the paper that it shows.
    let files = case.body["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "{}", case.body);
    let shows = |key: &str| files.iter().find(|f| f["paper"] == key);
    let identity = shows("identity").expect("the identity card");
    assert_eq!(identity["purpose"], "paper");
    let path = format!("/files/{}", identity["file"].as_str().unwrap());
    let seen = portal(&house, Some(&clerk), "GET", &path, None).await;
    assert_eq!(seen.status, 200, "{}", seen.body);

    let progress = portal(&house, Some(&me), "GET", &format!("{one}/progress"), None).await;
    assert_eq!(progress.status, 200, "{}", progress.body);
    assert_eq!(progress.body["road"][0]["place"], "current");
    let withdrawn = portal(&house, Some(&me), "POST", &format!("{one}/withdraw"), None).await;
    assert_eq!(
        withdrawn.code(),
        "intake.submission.state",
        "the case has it now"
    );

    // Somebody else sees nothing of it, by whatever address.
    let other_id = number("1960-07-08", 822);
    let other = citizen(&house, &other_id, "邻家", "13900000022", &village).await;
    for path in [one.clone(), format!("{one}/progress"), photo_path] {
        let peek = portal(&house, Some(&other), "GET", &path, None).await;
        assert_eq!(peek.status, 404, "{path}: {}", peek.body);
    }
    let mine = portal(&house, Some(&other), "GET", "/portal/submissions", None).await;
    assert_eq!(mine.body["items"], json!([]));
    // A citizen's cookie opens no officer's door, and an officer's none of a citizen's.
    assert_eq!(
        portal(&house, Some(&other), "GET", "/submissions", None)
            .await
            .status,
        401
    );
    assert_eq!(
        portal(&house, Some(&clerk), "GET", "/portal/submissions", None)
            .await
            .status,
        401
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_tell_nothing_and_lock_after_wrong_attempts() {
    let house = house().await;
    let village = village(&house).await;
    let id = number("1955-01-02", 833);
    let first = ask_code(&house, &id, "李试", "13900000033", &village).await;
    let code = last_code(&house, "13900000033").unwrap();
    // Another name or telephone gets the same answer, and no code.
    let wrong = ask_code(&house, &id, "别人", "13900000099", &village).await;
    assert_eq!((first.status, &first.body), (wrong.status, &wrong.body));
    assert_eq!(last_code(&house, "13900000099"), None);
    // Five wrong attempts lock the account; then the right code does not help either.
    for _ in 0..5 {
        assert_eq!(sign_in(&house, &id, "000000").await.unwrap_err(), 401);
    }
    assert_eq!(sign_in(&house, &id, &code).await.unwrap_err(), 401);
    let unknown = number("1955-01-02", 844);
    assert_eq!(sign_in(&house, &unknown, &code).await.unwrap_err(), 401);
    // At the counter the card is seen, and a code is handed out that opens it again.
    let clerk = officer(&house, "clerk").await;
    let who = json!({"id_number": id, "name": "李试", "phone": "13900000033", "division": village});
    let handed = portal(&house, Some(&clerk), "POST", "/citizens/codes", Some(who)).await;
    assert_eq!(handed.status, 201, "{}", handed.body);
    let code = handed.body["code"].as_str().unwrap();
    let me = sign_in(&house, &id, code).await.unwrap();
    assert_eq!(
        sign_in(&house, &id, code).await.unwrap_err(),
        401,
        "a code counts once"
    );
    let out = portal(
        &house,
        Some(&me),
        "DELETE",
        "/portal/sessions/current",
        None,
    )
    .await;
    assert_eq!(out.status, 204);
    let gone = portal(&house, Some(&me), "GET", "/portal/sessions/current", None).await;
    assert_eq!(gone.code(), "intake.citizen.signed_out");
    let bad =
        json!({"id_number": "62052119550102000X", "name": "", "phone": "12", "division": "620521"});
    let bad = portal(&house, None, "POST", "/portal/codes", Some(bad)).await;
    assert_eq!(bad.status, 422, "{}", bad.body);
    assert_eq!(
        bad.body["errors"].as_array().unwrap().len(),
        4,
        "{}",
        bad.body
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_of_another_department_goes_there_and_comes_back() {
    let house = house().await;
    let village = village(&house).await;
    let clerk = officer(&house, "clerk").await;
    let own = json!({"matter": "dibao", "division": village, "about": "低保"});
    let own = portal(&house, Some(&clerk), "POST", "/referrals", Some(own)).await;
    assert_eq!(own.code(), "intake.referral.own", "{}", own.body);
    let new =
        json!({"matter": "medical", "division": village, "about": "住院自付较多，申请医疗救助"});
    let opened = portal(&house, Some(&clerk), "POST", "/referrals", Some(new)).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    assert_eq!(opened.body["lamp"], "green", "{}", opened.body);
    let one = format!("/referrals/{}", opened.body["id"].as_str().unwrap());
    let tell = json!({"how": "电话"});
    let early = portal(
        &house,
        Some(&with(&clerk, 1)),
        "POST",
        &format!("{one}/tell"),
        Some(tell.clone()),
    )
    .await;
    assert_eq!(early.code(), "intake.referral.state", "nothing to tell yet");
    for (step, body) in [
        ("receive", json!({"by": "医保局窗口 王某"})),
        (
            "answer",
            json!({"accepted": true, "answer": "符合条件，已救助"}),
        ),
        ("tell", tell),
    ] {
        let version = portal(&house, Some(&clerk), "GET", "/referrals?status=all", None).await;
        let row = version.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|r| r["id"] == opened.body["id"])
            .cloned()
            .unwrap();
        let headers = with(&clerk, row["version"].as_i64().unwrap());
        let done = portal(
            &house,
            Some(&headers),
            "POST",
            &format!("{one}/{step}"),
            Some(body),
        )
        .await;
        assert_eq!(done.status, 200, "{step}: {}", done.body);
    }
    let told = portal(&house, Some(&clerk), "GET", "/referrals?status=told", None).await;
    assert_eq!(told.body["items"][0]["lamp"], "none");
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_and_public_lists_are_for_anybody() {
    let house = house().await;
    let village = village(&house).await;
    let clerk = officer(&house, "clerk").await;
    let sign = json!({"name": "社会救助综合服务窗口", "address": "镇政府一楼", "phone": "0938-7150001", "hours": "工作日 8:30–12:00 14:30–18:00", "staff": 2});
    let new = json!({"division": village.get(..9).unwrap(), "sign": sign});
    let made = portal(&house, Some(&clerk), "POST", "/windows", Some(new)).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let shown = portal(
        &house,
        None,
        "GET",
        &format!("/portal/windows?division={village}"),
        None,
    )
    .await;
    assert_eq!(
        shown.body["items"][0]["phone"], "0938-7150001",
        "{}",
        shown.body
    );
    assert_eq!(
        (
            shown.body["townships"].as_i64(),
            shown.body["staff"].as_i64()
        ),
        (Some(1), Some(2))
    );
    let close = json!({"sign": sign, "closed_on": "2099-01-01"});
    let path = format!("/windows/{}", made.body["id"].as_str().unwrap());
    let closed = portal(&house, Some(&with(&clerk, 1)), "PUT", &path, Some(close)).await;
    assert_eq!(closed.status, 200, "{}", closed.body);
    let shown = portal(
        &house,
        None,
        "GET",
        &format!("/portal/windows?division={village}"),
        None,
    )
    .await;
    assert_eq!(shown.body["items"], json!([]));

    // Names are masked, and children's programmes never show.
    let mut seen = 0;
    for area in portal(&house, None, "GET", "/portal/areas?division=620521", None)
        .await
        .body["items"]
        .as_array()
        .unwrap()
    {
        let path = format!("/portal/areas?division={}", area["code"].as_str().unwrap());
        for village in portal(&house, None, "GET", &path, None).await.body["items"]
            .as_array()
            .unwrap()
        {
            let path = format!(
                "/portal/publicity?division={}",
                village["code"].as_str().unwrap()
            );
            let lists = portal(&house, None, "GET", &path, None).await;
            assert_eq!(lists.status, 200, "{}", lists.body);
            for family in lists.body["in_benefit"].as_array().unwrap() {
                let name = family["holder"].as_str().unwrap();
                assert!(name.ends_with('*'), "{name}");
                assert!(
                    !["orphan", "unsupported_child"]
                        .contains(&family["programme"].as_str().unwrap())
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "the small county has families in benefit");
}
