//! Letters out, templates in: the same bytes, every place filled, nothing foreign fetched.

#![allow(clippy::unwrap_used)]

use paper::{Block, Body, Grid, Letter, OfficeTemplate, Setting, Style, Values};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

fn text(style: Style, text: &str) -> Block {
    Block {
        when: None,
        body: Body::Text(style, text.into()),
    }
}

fn notice() -> Letter {
    let grid = Grid {
        widths: vec![1, 3, 2],
        head: vec!["序号".into(), "姓名".into(), "金额".into()],
        rows: vec![vec![
            "{{序号}}".into(),
            "{{姓名}}".into(),
            "{{金额}}".into(),
        ]],
        each: Some("名单".into()),
    };
    Letter {
        blocks: vec![
            text(Style::Title, "{{县}}公示单"),
            text(Style::Text, "根据规定，公示{{天数}}日。"),
            Block {
                when: Some("备注".into()),
                body: Body::Text(Style::Small, "备注：{{备注}}".into()),
            },
            Block {
                when: None,
                body: Body::Grid(grid),
            },
            text(Style::Right, "{{乡镇}}\n{{日期}}"),
        ],
    }
}

fn row(n: u32, name: &str, amount: &str) -> BTreeMap<String, String> {
    BTreeMap::from([
        ("序号".into(), n.to_string()),
        ("姓名".into(), name.into()),
        ("金额".into(), amount.into()),
    ])
}

fn values() -> Values {
    let mut values = Values::new();
    values
        .set("县", "清水县")
        .set("天数", "7")
        .set("乡镇", "白驼镇")
        .set("日期", "2026年7月6日");
    values.rows(
        "名单",
        vec![row(1, "王<秀>英", "439.00"), row(2, "李建国", "834.00")],
    );
    values
}

/// The parts of a container.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut entry = zip.by_index(n).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (entry.name().unwrap().to_string(), text)
        })
        .collect()
}

fn document(bytes: &[u8]) -> String {
    parts(bytes)
        .into_iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap()
        .1
}

/// The words of a document, pieces joined, paragraphs apart.
fn words(bytes: &[u8]) -> Vec<String> {
    let xml = document(bytes);
    let piece = |p: &str| -> String {
        p.split("<w:t xml:space=\"preserve\">")
            .skip(1)
            .map(|t| t.split("</w:t>").next().unwrap().to_owned())
            .collect()
    };
    xml.split("</w:p>")
        .map(piece)
        .filter(|t| !t.is_empty())
        .collect()
}

/// A container from parts, for templates that an office might send.
fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn template(body: &str) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr><w:pgSz/></w:sectPr></w:body></w:document>"
    );
    container(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
    ])
}

#[test]
fn a_letter_is_filled_and_written_the_same_each_time() {
    let letter = notice().fill(&values()).unwrap();
    let bytes = letter.docx(Setting::default()).unwrap();
    assert_eq!(bytes, letter.docx(Setting::default()).unwrap());
    let words = words(&bytes);
    assert_eq!(words[..2], ["清水县公示单", "根据规定，公示7日。"]);
    assert_eq!(
        words[2..11],
        [
            "序号",
            "姓名",
            "金额",
            "1",
            "王&lt;秀&gt;英",
            "439.00",
            "2",
            "李建国",
            "834.00"
        ]
    );
    assert_eq!(words.last().unwrap(), "白驼镇2026年7月6日");
    assert!(!document(&bytes).contains("{{"));
    for (name, text) in parts(&bytes) {
        assert!(!text.contains("{{"), "{name}");
    }
}

#[test]
fn what_has_no_value_is_named_and_what_is_empty_is_left_out() {
    assert_eq!(
        notice().places(),
        [
            "县", "天数", "备注", "名单", "序号", "姓名", "金额", "乡镇", "日期"
        ]
    );
    let mut few = Values::new();
    few.set("县", "清水县").set("备注", "一事一议");
    let error = notice().fill(&few).unwrap_err();
    assert_eq!(error.code(), "places_empty");
    assert!(
        error.zh().contains("乡镇、名单、天数、日期") || error.zh().contains("名单"),
        "{}",
        error.zh()
    );
    let mut said = values();
    said.set("备注", "一事一议");
    let with = notice().fill(&said).unwrap();
    assert_eq!(
        with.blocks.len(),
        notice().fill(&values()).unwrap().blocks.len() + 1
    );
}

#[test]
fn a_page_for_the_printer_runs_no_script() {
    let mut odd = values();
    odd.set("县", "<script>alert(1)</script>");
    let html = notice()
        .fill(&odd)
        .unwrap()
        .html("公示单 & 名单", Setting::default());
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"));
    assert!(html.contains("<title>公示单 &amp; 名单</title>") && html.contains("<td>439.00</td>"));
    let large = notice()
        .fill(&values())
        .unwrap()
        .html("大字", Setting { large: true });
    assert!(large.contains("font:24pt"));
}

#[test]
fn a_letter_written_unfilled_comes_back_as_a_template() {
    let bytes = notice().docx(Setting::default()).unwrap();
    // The row of the table is told apart by its list, which the office writes into it.
    let xml = document(&bytes).replace("{{序号}}", "{{#名单}}{{序号}}");
    let parts: Vec<(String, String)> = parts(&bytes)
        .into_iter()
        .map(|(name, text)| {
            if name == "word/document.xml" {
                (name, xml.clone())
            } else {
                (name, text)
            }
        })
        .collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(n, t)| (n.as_str(), t.as_str()))
        .collect();
    let template = OfficeTemplate::read(&container(&parts)).unwrap();
    assert_eq!(
        template.places(),
        [
            "县", "天数", "备注", "#名单", "序号", "姓名", "金额", "乡镇", "日期"
        ]
    );
    let mut said = values();
    said.set("备注", "");
    let filled = template.fill(&[said.clone()], Setting::default()).unwrap();
    assert_eq!(
        filled,
        template.fill(&[said.clone()], Setting::default()).unwrap()
    );
    assert!(words(&filled).contains(&"李建国".to_owned()));
    let two = template
        .fill(&[said.clone(), said], Setting::default())
        .unwrap();
    assert_eq!(document(&two).matches("清水县公示单").count(), 2);
    assert_eq!(document(&two).matches("w:type=\"page\"").count(), 1);
    assert_eq!(document(&two).matches("<w:sectPr").count(), 1);
}

#[test]
fn places_cut_into_pieces_are_found_and_keep_their_look() {
    let body = "<w:p><w:r><w:t>致{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{姓</w:t></w:r><w:r><w:t>名}}：{{事由}}</w:t></w:r></w:p>\
        <w:p><w:r><w:t>{{?电话}}电话{{电话}}</w:t></w:r></w:p>";
    let template = OfficeTemplate::read(&template(body)).unwrap();
    let mut values = Values::new();
    values.set("姓名", "王&秀英").set("事由", "火灾\n住院");
    let filled = document(
        &template
            .fill(&[values.clone()], Setting::default())
            .unwrap(),
    );
    assert!(filled.contains("致王&amp;秀英"), "{filled}");
    assert!(
        filled.contains("：火灾</w:t><w:br/><w:t xml:space=\"preserve\">住院")
            && filled.contains("<w:b/>")
    );
    assert!(!filled.contains("电话"));
    values.set("电话", "0938-7151234");
    let filled = document(&template.fill(&[values], Setting::default()).unwrap());
    assert!(filled.contains("电话0938-7151234"));
    let error = template
        .fill(&[Values::new()], Setting::default())
        .unwrap_err();
    assert_eq!(error.code(), "places_empty");
    let large = template.fill(
        &[{
            let mut v = Values::new();
            v.set("姓名", "甲").set("事由", "乙");
            v
        }],
        Setting { large: true },
    );
    assert!(large.is_ok());
}

#[test]
fn large_print_is_half_as_large_again() {
    let letter = notice().fill(&values()).unwrap();
    let sizes = |setting| -> Vec<u32> {
        let styles = parts(&letter.docx(setting).unwrap())
            .into_iter()
            .find(|(n, _)| n == "word/styles.xml")
            .unwrap()
            .1;
        styles
            .split("<w:sz w:val=\"")
            .skip(1)
            .map(|t| t.split('"').next().unwrap().parse().unwrap())
            .collect()
    };
    let (plain, large) = (sizes(Setting::default()), sizes(Setting { large: true }));
    assert!(plain.iter().zip(&large).all(|(a, b)| a * 3 / 2 == *b));
    let sized =
        template("<w:p><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>{{姓名}}</w:t></w:r></w:p>");
    let mut said = Values::new();
    said.set("姓名", "甲");
    let filled = OfficeTemplate::read(&sized)
        .unwrap()
        .fill(&[said], Setting { large: true })
        .unwrap();
    assert!(document(&filled).contains("<w:sz w:val=\"48\"/>"));
}

#[test]
fn templates_that_would_run_or_fetch_something_are_refused() {
    let code = |bytes: &[u8]| OfficeTemplate::read(bytes).unwrap_err().code().to_owned();
    assert_eq!(code(b"MZ this is no document"), "not_a_template");
    assert_eq!(
        code(&container(&[("word/other.xml", "<a/>")])),
        "not_a_template"
    );
    let plain = "<w:document><w:body><w:p/></w:body></w:document>";
    assert!(OfficeTemplate::read(&container(&[("word/document.xml", plain)])).is_ok());
    assert_eq!(
        code(&container(&[
            ("word/document.xml", plain),
            ("word/vbaProject.bin", "x")
        ])),
        "not_a_template"
    );
    let rels = "<Relationships><Relationship Type=\"http://x/attachedTemplate\" Target=\"http://far/t.dotm\" TargetMode=\"External\"/></Relationships>";
    assert_eq!(
        code(&container(&[
            ("word/document.xml", plain),
            ("word/_rels/settings.xml.rels", rels)
        ])),
        "not_a_template"
    );
    for broken in [
        "<w:document>",
        "<w:body></w:body><w:body",
        "</w:body><w:body>",
    ] {
        _ = OfficeTemplate::read(&container(&[("word/document.xml", broken)]));
    }
}
