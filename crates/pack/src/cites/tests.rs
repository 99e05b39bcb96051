#![allow(clippy::unwrap_used)]

use super::{Names, article_number};
use crate::fault::Spot;
use crate::model::{LevelId, PolicyDocument};

fn document(title: &str, number: Option<&str>, aliases: &[&str]) -> PolicyDocument {
    PolicyDocument {
        title: title.into(),
        en: String::new(),
        number: number.map(str::to_owned),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        issuer: String::new(),
        issued: None,
        from: None,
        to: None,
        superseded_by: None,
        last_article: None,
        source: None,
        note: None,
        verified: true,
        passages: Vec::new(),
        level: LevelId(0),
        spot: Spot::default(),
    }
}

fn found(cite: &str) -> Vec<(String, Vec<String>)> {
    let names = Names::of(&[
        document("社会救助法", None, &["LAW"]),
        document("社会救助暂行办法", Some("国务院令第649号"), &[]),
        document("最低生活保障审核确认办法", Some("民发〔2021〕57号"), &[]),
        document("通知", Some("民发〔2022〕83号"), &[]),
    ]);
    names
        .references(cite)
        .into_iter()
        .map(|r| (r.name, r.articles))
        .collect()
}

#[test]
fn a_citation_names_documents_and_their_articles() {
    let of = |name: &str, articles: &[&str]| {
        let articles = articles.iter().map(|a| (*a).to_owned()).collect();
        (name.to_owned(), articles)
    };
    for (cite, wanted) in [
        (
            "民发〔2021〕57号第十三条",
            vec![of("民发〔2021〕57号", &["第十三条"])],
        ),
        (
            "最低生活保障审核确认办法（民发[2021]57号）第十二条、第十三条第二款",
            vec![of("民发〔2021〕57号", &["第十二条", "第十三条第二款"])],
        ),
        (
            "社会救助暂行办法（国务院令第649号）第九条至第十三条；民发〔2022〕83号第一条第三项",
            vec![
                of("国务院令第649号", &["第九条", "第十三条"]),
                of("民发〔2022〕83号", &["第一条第三项"]),
            ],
        ),
        (
            "《社会救助法》第二十条",
            vec![of("社会救助法", &["第二十条"])],
        ),
        ("未查到甘肃省文件", vec![]),
    ] {
        assert_eq!(found(cite), wanted, "{cite}");
    }
}

#[test]
fn articles_are_counted_in_chinese_numerals() {
    for (at, number) in [
        ("第八条", Some(8)),
        ("第十条", Some(10)),
        ("第十七条第一款", Some(17)),
        ("第四十二条", Some(42)),
        ("第一百零三条", Some(103)),
        ("第一百一十条", Some(110)),
        ("第12条", Some(12)),
        ("第一章", None),
        ("二（四）", None),
    ] {
        assert_eq!(article_number(at), number, "{at}");
    }
}
