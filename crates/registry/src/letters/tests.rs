//! Every template of the packs becomes a document that opens, on paper and on the screen.

use super::{compose, form_letter, letter};
use pack::model::TemplateText;
use pack::{Pack, Tongue, fault};
use paper::{OfficeTemplate, Setting, Values};
use serde_json::{Map, json};
use std::collections::BTreeMap;
use std::path::Path;

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap_or_else(|f| panic!("{}", fault::render(&f, Tongue::En)))
}

/// A value for every place: its own name, so that it can be found again.
fn values(template: &TemplateText) -> Values {
    let mut values = Values::new();
    for field in &template.fields {
        match &field.rows {
            None => {
                values.set(&field.name, format!("〔{}〕", field.name));
            }
            Some(rows) => {
                let row = |n: u32| -> BTreeMap<String, String> {
                    let cells = rows.iter();
                    cells
                        .map(|(name, _)| (name.clone(), format!("〔{name}{n}〕")))
                        .collect()
                };
                values.rows(&field.name, vec![row(1), row(2)]);
            }
        }
    }
    values
}

#[test]
fn every_template_is_filled_whole() {
    let pack = packs();
    assert!(pack.templates().len() >= 21);
    for template in pack.templates() {
        let one = compose(template, &[values(template)]).unwrap();
        let bytes = one.docx(Setting::default()).unwrap();
        assert_eq!(
            bytes,
            one.docx(Setting::default()).unwrap(),
            "{}",
            template.key
        );
        let html = one.html(&template.label.zh, Setting { large: true });
        for field in &template.fields {
            let names: Vec<String> = match &field.rows {
                None => vec![format!("〔{}〕", field.name)],
                Some(rows) => rows
                    .iter()
                    .map(|(name, _)| format!("〔{name}2〕"))
                    .collect(),
            };
            // 办结期限 and the like also decide whether their line stands there.
            assert!(
                names.iter().all(|n| html.contains(n)),
                "{} {}",
                template.key,
                field.name
            );
        }
        assert!(!html.contains("{{"), "{}", template.key);
        assert!(OfficeTemplate::read(&bytes).unwrap().places().is_empty());
    }
}

#[test]
fn an_open_template_goes_to_the_office_and_comes_back() {
    let pack = packs();
    let template = pack
        .templates()
        .iter()
        .find(|t| t.key == "refusal_notice")
        .unwrap();
    let open = letter(template).docx(Setting::default()).unwrap();
    let back = OfficeTemplate::read(&open).unwrap();
    let mut declared: Vec<&str> = template.fields.iter().map(|f| f.name.as_str()).collect();
    let mut places = back.places();
    declared.sort_unstable();
    places.sort_unstable();
    assert_eq!(places, declared);
    let many = vec![values(template); 3];
    let filled = back.fill(&many, Setting { large: true }).unwrap();
    assert!(OfficeTemplate::read(&filled).unwrap().places().is_empty());
}

#[test]
fn a_batch_is_one_file_with_a_page_for_each() {
    let pack = packs();
    let template = pack
        .templates()
        .iter()
        .find(|t| t.key == "grant_notice")
        .unwrap();
    let mut few = values(template);
    few.set("计算说明", "");
    let batch = compose(template, &[values(template), few, values(template)]).unwrap();
    let html = batch.html("批量打印", Setting::default());
    assert_eq!(html.matches("class=\"n\"").count(), 2);
    assert_eq!(html.matches("计算说明：").count(), 2);
    let error = compose(template, &[Values::new()]).unwrap_err();
    assert!(error.zh().contains("管辖法院") && error.code() == "places_empty");
}

#[test]
fn every_form_prints_blank_and_filled() {
    let pack = packs();
    for text in pack.forms() {
        let basis = pack.basis(&text.cite);
        assert!(!basis.is_empty(), "{} {}", text.form.key, text.cite);
        let blank = form_letter(&text.form, &basis, &Map::new());
        let html = blank.html(&text.form.label.zh, Setting::default());
        assert!(html.contains(&basis[0].to_string()), "{html}");
        for field in &text.form.fields {
            assert!(
                html.contains(&field.name),
                "{} {}",
                text.form.key,
                field.name
            );
        }
        let bytes = blank.docx(Setting::default()).unwrap();
        assert_eq!(bytes, blank.docx(Setting::default()).unwrap());
        assert!(OfficeTemplate::read(&bytes).unwrap().places().is_empty());
    }
    let appraisal = pack
        .forms()
        .iter()
        .find(|f| f.form.key == "appraisal_record")
        .unwrap();
    let signed = json!({"by": "p1", "at": "2020-05-06T10:00:00+08:00", "file": "s"});
    let values = json!({
        "评议日期": "2020-05-06", "宣讲政策": true, "同意票": "2", "评议结论": "<真实>",
        "参加人员": [{"姓名": "甲", "身份": "居民代表", "签字": signed}],
    });
    let letter = form_letter(&appraisal.form, &[], values.as_object().unwrap());
    let html = letter.html("评议", Setting { large: true });
    for said in [
        "2020-05-06",
        "<td>是</td>",
        "居民代表",
        "已签　2020-05-06",
        "&lt;真实&gt;",
        "第1版",
    ] {
        assert!(html.contains(said), "{said}");
    }
}
