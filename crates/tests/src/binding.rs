//! Papers bound together: the archive of a household with its directory, letters printed in one
//! stack, and the register of delegations.

use serde_json::{Value, json};

use crate::filled::{PNG, Sheet};
use crate::office::{Office, id};

async fn family(office: &Office, name: &str, serial: u16) -> (String, String, Vec<String>) {
    let member = json!([{"name": name, "id_number": id("1957-03-04", serial), "relation": "户主"}]);
    let (household, people) = office.family(member, json!({"城乡": "农村"})).await;
    let case = office.start("case-clerk", "dibao", &household).await;
    (household, case, people)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_binds_every_paper_under_its_page() {
    let office = Office::open().await;
    let (household, case, _) = family(&office, "档案户", 431).await;
    let sheet = Sheet {
        house: &office.house,
        by: office.house.headers(office.people["case-clerk"]),
        case: &case,
        form: "dibao_application",
        subject: None,
    };
    let values = sheet.fill(&json!({})).await;
    let progress = sheet.save(&values).await;
    let mut values = values;
    values["申请人签字"] = sheet.sign(progress["content"].as_str().unwrap()).await;
    let kept = sheet.hand_in("apply", &values).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    let photo = sheet.upload("photo", "", "房屋.png", PNG).await;
    assert_eq!(photo.status, 201, "{}", photo.body);
    let letter = json!({"document": "receipt"});
    let path = format!("/cases/{case}/letters");
    let made = office.ask("case-clerk", "POST", &path, Some(letter)).await;
    assert_eq!(made.status, 201, "{}", made.body);

    let path = format!("/households/{household}/archives");
    let nothing = json!({"reason": " "});
    let refused = office.ask("case-clerk", "POST", &path, Some(nothing)).await;
    assert!(refused.status >= 400, "without a reason: {}", refused.body);
    let body = json!({"reason": "年度归档"});
    let bound = office
        .ask("case-clerk", "POST", &path, Some(body.clone()))
        .await;
    assert_eq!(bound.status, 201, "{}", bound.body);
    let lines = bound.body["directory"].as_array().unwrap();
    let titles: Vec<&str> = lines.iter().map(|l| l["title"].as_str().unwrap()).collect();
    for wanted in [
        "案件概况与办理经过",
        "最低生活保障申请",
        "现场照片",
        "认定与计算",
    ] {
        assert!(
            titles.iter().any(|t| t.contains(wanted)),
            "{wanted}: {titles:?}"
        );
    }
    let number = made.body["number"].as_str().unwrap();
    assert!(titles.iter().any(|t| t.contains(number)), "{titles:?}");
    let pages: Vec<u64> = lines.iter().map(|l| l["page"].as_u64().unwrap()).collect();
    assert_eq!(pages[0], 1);
    assert!(pages.windows(2).all(|p| p[0] < p[1]), "{pages:?}");
    let last = bound.body["pages"].as_u64().unwrap();
    assert!(*pages.last().unwrap() <= last);

    // Who made it fetches it; a colleague makes an own; another township learns nothing.
    let one = format!("/archives/{}", bound.body["id"].as_str().unwrap());
    for format in ["pdf", "html"] {
        let path = format!("{one}?format={format}");
        assert_eq!(
            office.ask("case-clerk", "GET", &path, None).await.status,
            200
        );
    }
    assert_eq!(
        office.ask("case-reviewer", "GET", &one, None).await.status,
        404
    );
    let listed = office.ask("case-reviewer", "GET", &path, None).await;
    assert_eq!(listed.body[0]["reason"], "年度归档", "{}", listed.body);
    assert_eq!(listed.body[0]["mine"], false);
    let foreign = office.ask("next-clerk", "POST", &path, Some(body)).await;
    assert_eq!(foreign.status, 404, "{}", foreign.body);
    assert_eq!(
        office.ask("next-clerk", "GET", &path, None).await.status,
        404
    );

    // A family of which nothing is on record has no archive.
    let member =
        json!([{"name": "无案户", "id_number": id("1958-03-04", 432), "relation": "户主"}]);
    let (empty, _) = office.family(member, json!({"城乡": "农村"})).await;
    let path = format!("/households/{empty}/archives");
    let body = json!({"reason": "归档"});
    let refused = office.ask("case-clerk", "POST", &path, Some(body)).await;
    assert_eq!(refused.code(), "decide.archive.empty", "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_printed_in_one_stack_and_each_copy_is_recorded() {
    let office = Office::open().await;
    let (_, first, _) = family(&office, "批印甲", 441).await;
    let (_, second, _) = family(&office, "批印乙", 442).await;
    let stack = |cases: Vec<&str>| json!({"document": "receipt", "cases": cases});
    let ask = async |body: Value| {
        office
            .ask("case-clerk", "POST", "/letters", Some(body))
            .await
    };
    let both = ask(stack(vec![&first, &second])).await;
    assert_eq!(both.status, 201, "{}", both.body);
    let copies = both.body["copies"].as_array().unwrap().clone();
    assert_eq!(copies.len(), 2);
    assert_ne!(copies[0]["number"], copies[1]["number"]);
    assert!(copies.iter().all(|c| c["nth"] == 1));
    let again = ask(stack(vec![&second])).await;
    assert_eq!(again.body["copies"][0]["nth"], 2, "{}", again.body);
    assert_eq!(again.body["copies"][0]["number"], copies[1]["number"]);
    let one = format!("/letter-batches/{}", both.body["id"].as_str().unwrap());
    for (who, status) in [
        ("case-clerk", 200),
        ("case-clerk-2", 404),
        ("next-clerk", 404),
    ] {
        assert_eq!(
            office.ask(who, "GET", &one, None).await.status,
            status,
            "{who}"
        );
    }

    // Nothing of a stack is printed where one letter cannot be made.
    for (cases, document) in [
        (vec![first.clone(), first.clone()], "receipt"),
        (vec![first.clone()], "no_such_document"),
        (Vec::new(), "receipt"),
    ] {
        let body = json!({"document": document, "cases": cases});
        let refused = ask(body).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
    }
    let body = stack(vec![&first]);
    let foreign = office
        .ask("next-clerk", "POST", "/letters", Some(body))
        .await;
    assert_eq!(foreign.status, 404, "{}", foreign.body);
    let path = format!("/cases/{first}/letters");
    let letters = office.ask("case-clerk", "GET", &path, None).await;
    let made = letters.body.as_array().unwrap();
    let receipt = made.iter().find(|l| l["document"] == "receipt").unwrap();
    assert_eq!(receipt["copies"].as_array().unwrap().len(), 1);

    let wrong = office
        .ask("case-clerk", "GET", "/letters?month=2022-13", None)
        .await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    let due = office
        .ask("case-clerk", "GET", "/letters?month=2022-11", None)
        .await;
    assert_eq!(due.status, 200, "{}", due.body);
    let none = office
        .ask("case-clerk", "GET", "/letters?month=2001-01", None)
        .await;
    assert_eq!(none.body["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_of_delegations_names_its_document() {
    let office = Office::open().await;
    let read = office.ask("case-leader", "GET", "/delegations", None).await;
    assert_eq!(read.status, 200, "{}", read.body);
    for one in read.body.as_array().unwrap() {
        assert!(
            one["document"].as_str().is_some_and(|d| !d.is_empty()),
            "{one}"
        );
        assert!(["ahead", "running", "over"].contains(&one["state"].as_str().unwrap()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_prints_blank_and_as_it_was_handed_in() {
    let office = Office::open().await;
    let (_, case, _) = family(&office, "印表户", 451).await;
    let path = format!("/cases/{case}/forms/dibao_application/page");
    let by = |who: &str| office.house.headers(office.people[who]);
    let blank = crate::county::page(
        &office.house,
        by("case-clerk"),
        format!("{path}?blank=true"),
    );
    let blank = blank.await;
    assert!(
        blank.contains("申请事由") && !blank.contains("印表户"),
        "{blank}"
    );
    let none = office.ask("case-clerk", "GET", &path, None).await;
    assert_eq!(none.status, 404, "nothing was handed in yet");
    let foreign = office.ask("next-clerk", "GET", &path, None).await;
    assert_eq!(foreign.status, 404);
    let unknown = format!("/cases/{case}/forms/no_such_form/page?blank=true");
    let refused = office.ask("case-clerk", "GET", &unknown, None).await;
    assert_eq!(refused.code(), "decide.form.unknown", "{}", refused.body);
}
