//! Offices' own templates: fetched, changed, checked, put in use from a day on, used by single
//! letters and stacks, taken back; and everything that is no template.

use std::io::{Cursor, Write as _};

use paper::{Block, Body, Letter, OfficeTemplate, Setting, Style, Values};
use serde_json::{Value, json};

use crate::county::{Answer, fetch, page, send_bytes};
use crate::office::Office;
use crate::walk::couple;

/// A template of these lines.
fn docx(lines: &[&str]) -> Vec<u8> {
    let block = |text: &&str| Block {
        when: None,
        body: Body::Text(Style::Text, (*text).to_owned()),
    };
    let letter = Letter {
        blocks: lines.iter().map(block).collect(),
    };
    letter.docx(Setting::default()).unwrap()
}

impl Office {
    async fn template(&self, who: &str, document: &str, from: &str, bytes: &[u8]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in [("from", from), ("note", "本镇样式")] {
            let part = format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        let head =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"样式.docx\"\r\n\r\n";
        body.extend(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let by = self.house.headers(self.people[who]);
        let path = format!("/templates/{document}");
        let body = Some(("multipart/form-data; boundary=x", body));
        send_bytes(&self.house, Some(by), "POST", &path, body).await
    }

    async fn holds(&self, who: &str, document: &str) -> (Value, usize) {
        let all = self.ask(who, "GET", "/templates", None).await;
        assert_eq!(all.status, 200, "{}", all.body);
        let mut items = all.body.as_array().unwrap().iter();
        let one = items.find(|one| one["document"] == document).unwrap();
        (
            one["holds"].clone(),
            one["versions"].as_array().unwrap().len(),
        )
    }

    async fn copies(&self, document: &str, cases: &[&str]) -> String {
        let body = json!({"document": document, "cases": cases});
        let made = self.ask("case-clerk", "POST", "/letters", Some(body)).await;
        assert_eq!(made.status, 201, "{}", made.body);
        format!("/letter-batches/{}", made.body["id"].as_str().unwrap())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_sets_its_documents_in_its_own_words() {
    let mut office = Office::alone("templates", "2022-11-07").await;
    let (household, people) = couple(&office, 501).await;
    let first = office.accepted(&household, &people).await;
    let by = |office: &Office| office.house.headers(office.people["case-clerk"]);
    let before = office.letter("case-clerk", &first, "receipt").await;

    // The sample comes with its places, those of lists and of optional lines among them.
    let sample = fetch(&office.house, by(&office), "/templates/receipt/file".into()).await;
    let places = OfficeTemplate::read(&sample).unwrap().places();
    assert!(places.iter().any(|p| p == "受理编号"), "{places:?}");
    assert!(places.iter().any(|p| p == "#材料清单"), "{places:?}");
    let again = office
        .template("case-reviewer", "receipt", "2022-11-07", &sample)
        .await;
    assert_eq!(
        again.status, 201,
        "the sample itself can be used: {}",
        again.body
    );

    // A clerk looks; the reviewer puts in. From tomorrow on the town's words stand.
    let own = docx(&[
        "试行镇专用受理单",
        "编号{{受理编号}}，{{申请人姓名}}家已受理。",
        "{{?联系电话}}有事请打{{联系电话}}。",
    ]);
    let refused = office
        .template("case-clerk", "receipt", "2022-11-08", &own)
        .await;
    assert_eq!(refused.status, 403, "{}", refused.body);
    let taken = office
        .template("case-reviewer", "receipt", "2022-11-08", &own)
        .await;
    assert_eq!(taken.status, 201, "{}", taken.body);
    let version = taken.body["id"].as_str().unwrap().to_owned();
    assert_eq!(
        office.holds("case-clerk", "receipt").await,
        (json!("own"), 2)
    );
    let path = format!("/templates/receipt/file?version={version}&filled=true&format=html");
    let preview = page(&office.house, by(&office), path).await;
    assert!(
        preview.contains("试行镇专用受理单") && preview.contains("张示例"),
        "{preview}"
    );
    assert!(!preview.contains("{{"), "{preview}");

    office.later(1);
    let (household, people) = couple(&office, 511).await;
    let second = office.accepted(&household, &people).await;
    let after = office.letter("case-clerk", &second, "receipt").await;
    assert!(
        after.contains("试行镇专用受理单") && after.contains("赵有福"),
        "{after}"
    );
    // What was said before is printed again as it was said.
    let same = office.letter("case-clerk", &first, "receipt").await;
    assert!(!same.contains("试行镇专用受理单"), "{same}");
    assert!(before.len() > 100 && same.contains("第2次打印"), "{same}");

    // A stack for Word keeps the office's file as long as all come from one version.
    let path = office.copies("receipt", &[&second]).await + "?format=docx";
    let stack = fetch(&office.house, by(&office), path).await;
    let read = OfficeTemplate::read(&stack)
        .unwrap()
        .letter(&Values::new())
        .unwrap();
    let text = format!("{read:?}");
    assert!(
        text.contains("试行镇专用受理单") && text.contains("第2次打印"),
        "{text}"
    );
    let path = office.copies("receipt", &[&first, &second]).await;
    let both = page(&office.house, by(&office), path).await;
    assert!(both.contains("试行镇专用受理单"), "{both}");

    // Another township keeps the pack's text; the county's serves townships without their own.
    assert_eq!(
        office.holds("next-clerk", "receipt").await,
        (json!("pack"), 0)
    );
    let foreign = format!("/templates/receipt/file?version={version}");
    let foreign = office.ask("next-clerk", "GET", &foreign, None).await;
    assert_eq!(foreign.status, 404, "{}", foreign.body);
    let county = office
        .template("case-county", "receipt", "2022-11-08", &own)
        .await;
    assert_eq!(county.status, 201, "{}", county.body);
    assert_eq!(
        office.holds("next-clerk", "receipt").await,
        (json!("county"), 0)
    );

    // Taken back, the county's words serve here as well; a second time there is nothing to take.
    let path = "/templates/receipt/withdraw";
    let note = json!({"note": "改用县里的"});
    let back = office
        .ask("case-reviewer", "POST", path, Some(note.clone()))
        .await;
    assert_eq!(back.status, 201, "{}", back.body);
    assert_eq!(
        office.holds("case-clerk", "receipt").await,
        (json!("county"), 3)
    );
    let nothing = office.ask("case-reviewer", "POST", path, Some(note)).await;
    assert_eq!(
        nothing.code(),
        "decide.template.unknown",
        "{}",
        nothing.body
    );
    let kept = office.letter("case-clerk", &second, "receipt").await;
    assert!(
        kept.contains("试行镇专用受理单"),
        "letters that were made stay: {kept}"
    );
}

/// A container with these parts.
fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_template_is_refused_and_says_why() {
    let office = Office::alone("badtemplates", "2022-11-07").await;
    let remedies = "{{复议机关}}{{管辖法院}}";
    let whole = docx(&["{{文号}}", remedies]);
    let body = b"<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>";
    let macros = container(&[("word/document.xml", body), ("word/vbaProject.bin", b"x")]);
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("not a docx", b"hello".to_vec(), "不是 .docx"),
        (
            "a broken zip",
            whole[..whole.len() / 2].to_vec(),
            "不是 .docx",
        ),
        (
            "a zip without text",
            container(&[("a.txt", b"x")]),
            "不是 .docx",
        ),
        ("macros", macros, "宏"),
        (
            "an unknown place",
            docx(&["{{申请人名字}}", remedies]),
            "申请人姓名",
        ),
        (
            "a place not whole",
            docx(&["{{文号}", remedies]),
            "没有写完整",
        ),
        ("no remedies", docx(&["{{文号}}"]), "管辖法院"),
        ("too large", vec![b'x'; (20 << 20) + 1], "20 MB"),
    ];
    for (what, bytes, why) in cases {
        let answer = office
            .template("case-reviewer", "refusal_notice", "2022-11-07", &bytes)
            .await;
        assert!(
            answer.status == 422 || answer.status == 413,
            "{what}: {}",
            answer.body
        );
        let said = answer.body.to_string();
        assert!(said.contains(why), "{what}: {said}");
    }
    // A row's name outside a repeated row has no value.
    let row = docx(&["{{材料名称}}"]);
    let answer = office
        .template("case-reviewer", "receipt", "2022-11-07", &row)
        .await;
    assert!(
        answer.body.to_string().contains("材料名称"),
        "{}",
        answer.body
    );
    assert_eq!(answer.status, 422);
    let yesterday = office
        .template("case-reviewer", "refusal_notice", "2022-11-06", &whole)
        .await;
    assert!(
        yesterday.body.to_string().contains("不能早于今天"),
        "{}",
        yesterday.body
    );
    let nobody = office
        .template("case-reviewer", "no_such", "2022-11-07", &whole)
        .await;
    assert_eq!(nobody.status, 422, "{}", nobody.body);
    assert_eq!(
        office.holds("case-reviewer", "refusal_notice").await,
        (json!("pack"), 0)
    );
    let good = office
        .template("case-reviewer", "refusal_notice", "2022-11-07", &whole)
        .await;
    assert_eq!(good.status, 201, "{}", good.body);
}
