//! Forms, papers and signatures of a case over HTTP: what holds is kept and reaches the register,
//! what does not hold is said field by field, and a signature stands under one content only.

use serde_json::{Value, json};

use crate::filled::{PNG, Sheet, put, words};
use crate::office::{Office, id};

fn faults(progress: &Value) -> Vec<(String, String)> {
    let faults = progress["faults"].as_array().into_iter().flatten();
    faults
        .map(|f| {
            let text = |key: &str| f[key].as_str().unwrap_or_default().to_owned();
            (text("pointer"), text("code"))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_checked_signed_corrected_and_reaches_the_register() {
    let office = Office::open().await;
    let (household, people) = office
        .family(
            json!([{"name": "钱大妈", "id_number": id("1951-03-04", 951), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.start("case-clerk", "dibao", &household).await;
    let by = office.house.headers(office.people["case-clerk"]);
    let sheet = Sheet {
        house: &office.house,
        by: by.clone(),
        case: &case,
        form: "dibao_application",
        subject: None,
    };

    // What is known stands in it; what is missing is named, each at its field.
    let open = sheet.open().await;
    assert_eq!(open["values"]["申请人姓名"], "钱大妈");
    assert_eq!(
        open["values"]["家庭成员"][0]["公民身份号码"],
        id("1951-03-04", 951)
    );
    let missing = faults(&open["progress"]);
    assert!(
        missing.contains(&("/申请事由".into(), "missing".into())),
        "{missing:?}"
    );

    // Wrong types, codes and people are refused, and nothing is kept.
    let mut wrong = open["values"].clone();
    put(&mut wrong, &words("dibao_application"));
    put(
        &mut wrong,
        &json!({"申请保障人数": "两", "城乡": "郊区", "没有的栏": 1}),
    );
    wrong["家庭成员"][0]["公民身份号码"] = json!(id("1960-01-01", 999));
    let refused = sheet.hand_in("apply", &wrong).await;
    assert_eq!(refused.code(), "decide.form.wrong", "{}", refused.body);
    let said = refused.body["errors"].to_string();
    for pointer in [
        "/values/申请保障人数",
        "/values/城乡",
        "/values/没有的栏",
        "/values/家庭成员/0",
    ] {
        assert!(said.contains(pointer), "{pointer}: {said}");
    }

    // A draft is one's own: a colleague sees the register's words.
    let typed = json!({"申请事由": "年老多病，无人照料"});
    let mut half = open["values"].clone();
    put(&mut half, &typed);
    sheet.save(&half).await;
    assert_eq!(sheet.open().await["from"], "draft");
    let colleague = Sheet {
        by: office.house.headers(office.people["case-clerk-2"]),
        ..sheet
    };
    assert_eq!(colleague.open().await["from"], "register");
    let sheet = Sheet { by, ..colleague };

    // A signature stands under the content that was signed.
    let mut values = sheet.fill(&json!({})).await;
    values["申请事由"] = json!("改过的事由");
    let void = sheet.hand_in("apply", &values).await;
    assert_eq!(void.code(), "decide.form.wrong");
    assert!(
        void.body.to_string().contains("签字之后内容有改动"),
        "{}",
        void.body
    );
    let mut values = sheet.fill(&json!({})).await;
    values["家庭成员"][0]["健康状况"] = json!("重病");
    let progress = sheet.save(&values).await;
    values["申请人签字"] = sheet.sign(progress["content"].as_str().unwrap()).await;
    let kept = sheet.hand_in("apply", &values).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert_eq!(sheet.open().await["from"], "filed");

    // The circumstance is in the register, with the form as its source.
    let file = office
        .ask(
            "case-clerk",
            "GET",
            &format!("/households/{household}"),
            None,
        )
        .await;
    assert_eq!(
        file.body["members"][0]["facts"]["健康状况"], "重病",
        "{}",
        file.body
    );

    // A correction stands beside what it corrects.
    let values = sheet.fill(&json!({"申请事由": "更正后的事由"})).await;
    let progress = sheet.save(&values).await;
    let mut values = values;
    values["申请人签字"] = sheet.sign(progress["content"].as_str().unwrap()).await;
    let kept = sheet.hand_in("apply", &values).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    let path = format!("/cases/{case}/forms/dibao_application");
    let last = office.ask("case-clerk", "GET", &path, None).await.body;
    assert_eq!(last["versions"].as_array().unwrap().len(), 2);
    assert_eq!(last["values"]["申请事由"], "更正后的事由");
    let first = format!("{path}?version={}", last["versions"][0]);
    let first = office.ask("case-clerk", "GET", &first, None).await.body;
    assert_eq!(first["values"]["申请事由"], "年老多病", "{first}");
    assert_eq!(people.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn photos_are_taken_and_everything_else_is_refused_in_words() {
    let office = Office::open().await;
    let (household, people) = office
        .family(
            json!([{"name": "周师傅", "id_number": id("1961-03-04", 961), "relation": "户主"}]),
            json!({"城乡": "农村"}),
        )
        .await;
    let case = office.start("case-clerk", "dibao", &household).await;
    let sheet = Sheet {
        house: &office.house,
        by: office.house.headers(office.people["case-clerk"]),
        case: &case,
        form: "dibao_application",
        subject: Some(&people[0]),
    };
    let huge = [PNG, &vec![0; 60 << 20]].concat();
    let acting = b"%PDF-1.7\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>";
    for (name, bytes, code) in [
        ("photo.jpg", huge.as_slice(), "decide.file.too_large"),
        (
            "photo.jpg",
            b"MZ\x90\x00 a program".as_slice(),
            "decide.file.kind",
        ),
        ("paper.pdf", acting.as_slice(), "decide.file.active"),
        ("run.exe", PNG, "decide.file.kind"),
    ] {
        let answer = sheet.upload("photo", "", name, bytes).await;
        assert_eq!(answer.code(), code, "{name}: {}", answer.body);
    }
    let shown = office.case(&case).await;
    assert_eq!(
        shown["files"].as_array().unwrap().len(),
        0,
        "nothing was kept"
    );
    let taken = sheet.upload("photo", "", "房屋.png", PNG).await;
    assert_eq!(taken.status, 201, "{}", taken.body);
    let file = taken.body["file"].as_str().unwrap();
    let path = format!("/files/{file}");
    assert_eq!(
        office.ask("case-clerk", "GET", &path, None).await.status,
        200
    );

    // The family signs by hand, under what is filed at the step.
    let mut sign = json!({
        "step": "apply", "slot": "family", "party": people[0], "seen": 1, "file": file
    });
    let path = format!("/cases/{case}/signatures");
    let answer = office
        .ask("case-clerk", "POST", &path, Some(sign.clone()))
        .await;
    assert_eq!(
        answer.code(),
        "decide.signature.void",
        "a photo is no signature"
    );
    sign["file"] = Value::Null;
    let answer = office.ask("case-clerk", "POST", &path, Some(sign)).await;
    assert_eq!(answer.code(), "decide.signature.void");
}
