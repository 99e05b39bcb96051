//! Rosters come in, whole households at a time, and twice is once.

use platform::{Ctx, Operation};
use serde_json::json;
use uuid::Uuid;

use super::fixtures::{self as fx, COUNTY};

static PEEK: Operation = Operation::query("test.peek", "", "看", "peek");

#[tokio::test]
async fn a_roster_becomes_households_members_facts_accounts_and_entries() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let import = fx::with_dibao(&app, &clerk).await;
    assert_eq!(
        import["totals"],
        json!({"households": 3, "persons": 5, "right": 3, "wrong": 0, "new": 3, "changed": 0, "same": 0})
    );
    assert_eq!(import["files"][0]["rows"], 3);
    assert_eq!(import["files"][1]["rows"], 5);

    let ctx = Ctx::system(&app.floor, Uuid::nil(), "test");
    let reader = ctx.query(&PEEK).await.unwrap();
    let entries = registry::entries_of(reader.conn(), fx::import_id(&import))
        .await
        .unwrap();
    let seen: Vec<(String, Option<String>, String, usize)> = entries
        .iter()
        .map(|e| {
            (
                e.programme.clone(),
                e.class.clone(),
                e.from_month.to_string(),
                e.members.len(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("dibao".into(), Some("一类".into()), "2021-03".into(), 2),
            ("dibao".into(), Some("三类".into()), "2021-04".into(), 1),
            ("dibao".into(), Some("二类".into()), "2021-05".into(), 1),
        ]
    );
    assert_eq!(entries[2].facts["施保方式"], "单人");
    assert!(entries.iter().all(|e| !e.for_person && e.account.is_some()));

    let families = registry::stream_families(
        reader.conn(),
        reader.scope(),
        fx::day("2022-01-31"),
        None,
        10,
    )
    .await
    .unwrap();
    assert_eq!(families.len(), 3);
    assert!(families.is_sorted_by_key(|f| (f.division.clone(), f.household)));
    let first = &families[0];
    assert_eq!(first.division, "620521100201");
    assert_eq!(first.number, "620521100-2022-000001");
    let facts: serde_json::Value = serde_json::from_str(&first.facts).unwrap();
    assert_eq!(
        facts,
        json!({"低保类别": "一类", "城乡": "农村", "核定家庭年收入": "3000.00"})
    );
    let wife = first.members.iter().find(|m| m.name == "王小花").unwrap();
    assert_eq!(wife.relation, "妻");
    let facts: serde_json::Value = serde_json::from_str(&wife.facts).unwrap();
    assert_eq!(facts["出生日期"], "1962-02-03");
    assert_eq!(
        (&facts["残疾类别"], &facts["残疾等级"]),
        (&json!("肢体"), &json!(2))
    );
    // Nothing was known before the day of the data.
    let before = registry::families(reader.conn(), &[first.household], fx::day("2021-12-30"))
        .await
        .unwrap();
    assert!(before[0].members.is_empty() && before[0].facts == "{}");

    let month = kernel::Month::parse("2022-01").unwrap();
    let accounts = registry::accounts_as_of(reader.conn(), app.floor.vault(), [first.head], month)
        .await
        .unwrap();
    let account = &accounts[&first.head];
    assert_eq!(account.number.as_str(), "6217000000000000011");
    assert_eq!(account.holder, "张三");
    let people = registry::persons(reader.conn(), app.floor.vault(), [first.head])
        .await
        .unwrap();
    assert_eq!(
        people[&first.head].masked().unwrap(),
        "6205**********0112"
            .to_owned()
            .replace("0112", &fx::id("1960-01-02", 11)[14..])
    );
    reader.finish().await.unwrap();
    app.verify().await;
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let before = [
        fx::count(&app, "select count(*) from person").await,
        fx::count(&app, "select count(*) from circumstance").await,
        fx::count(&app, "select count(*) from roster_entry").await,
        fx::count(&app, "select sum(version) from household").await,
    ];
    let again = fx::with_dibao(&app, &clerk).await;
    assert_eq!(again["totals"]["same"], 3);
    assert_eq!(again["totals"]["new"], 0);
    let after = [
        fx::count(&app, "select count(*) from person").await,
        fx::count(&app, "select count(*) from circumstance").await,
        fx::count(&app, "select count(*) from roster_entry").await,
        fx::count(&app, "select sum(version) from household").await,
    ];
    assert_eq!(before, after);
    app.verify().await;
}

#[tokio::test]
async fn a_person_of_several_lists_is_one_person_and_facts_keep_their_source() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let (a, a2) = (fx::id("1960-01-02", 11), fx::id("1962-02-03", 22));
    // The rural-revitalisation list knows a child more, and the head by his old number.
    let child = fx::id("2012-09-10", 31);
    let old = format!("{}{}", &a[..6], &a[8..17]);
    let households = format!(
        "户编号,户主姓名,户主证件号码,乡镇,村,监测对象类型,是否危房户\nX77,张三,{old},永清,李崖,边缘易致贫户,是\n"
    );
    let persons = format!(
        "户编号,人编号,姓名,证件号码,与户主关系,健康状况\nX77,P1,张三,{old},户主,健康\nX77,P2,王小花,{a2},妻,重病\nX77,P3,张小宝,{child},子,健康\n"
    );
    let import = fx::upload(
        &app,
        &clerk,
        "rural_revitalisation",
        &[
            ("户信息.csv", households.as_bytes()),
            ("成员信息.csv", persons.as_bytes()),
        ],
    )
    .await;
    assert_eq!(
        import["totals"]["wrong"],
        0,
        "{:#}",
        fx::rows(&app, &clerk, &import, "wrong").await
    );
    let import = fx::apply(&app, &clerk, &import, "all").await;
    assert_eq!(import["totals"]["changed"], 1, "{import:#}");
    assert_eq!(fx::count(&app, "select count(*) from person").await, 6);
    assert_eq!(fx::count(&app, "select count(*) from household").await, 3);
    // The two allowances: the person is found in the family although only the head is named.
    let list = format!(
        "户主身份证号,户主姓名,姓名,身份证号,与户主关系,残疾类别,残疾等级,街道,社区,最初享受月份,补贴类型\n{a},张三,王小花,{a2},妻,肢体,二级,永清镇,李崖村,2021-06,生活补贴、护理补贴\n"
    );
    let import = fx::upload(
        &app,
        &clerk,
        "disability_allowances",
        &[("两项补贴.csv", list.as_bytes())],
    )
    .await;
    assert_eq!(
        import["totals"]["wrong"],
        0,
        "{:#}",
        fx::rows(&app, &clerk, &import, "wrong").await
    );
    let import = fx::apply(&app, &clerk, &import, "all").await;
    assert_eq!(fx::count(&app, "select count(*) from person").await, 6);

    let ctx = Ctx::system(&app.floor, Uuid::nil(), "test");
    let reader = ctx.query(&PEEK).await.unwrap();
    let entries = registry::entries_of(reader.conn(), fx::import_id(&import))
        .await
        .unwrap();
    let programmes: Vec<&str> = entries.iter().map(|e| e.programme.as_str()).collect();
    assert_eq!(programmes, ["disability_living", "disability_care"]);
    assert!(
        entries
            .iter()
            .all(|e| e.for_person && e.members[0].person == e.person)
    );
    let household = entries[0].household;
    reader.finish().await.unwrap();
    let file = app
        .get(&clerk, &format!("/households/{household}"))
        .await
        .ok();
    assert_eq!(file["members"].as_array().unwrap().len(), 3);
    assert_eq!(file["members"][0]["relation"]["zh"], "户主");
    assert_eq!(file["labels"], json!(["边缘易致贫", "危房户"]));
    assert!(
        file["external_numbers"]
            .as_array()
            .unwrap()
            .iter()
            .any(|n| n["number"] == "X77")
    );
    let newest = &file["circumstances"][0];
    let source = |name: &str| {
        let facts = newest["facts"].as_array().unwrap();
        facts.iter().find(|f| f["name"] == name).unwrap()["source"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(source("低保类别").starts_with("import:provincial_rural_dibao:"));
    assert!(source("危房户").starts_with("import:rural_revitalisation:"));
    let history = app
        .get(&clerk, &format!("/households/{household}/history"))
        .await
        .ok();
    assert!(history["items"].as_array().unwrap().len() >= 4);
    app.verify().await;
}

#[tokio::test]
async fn a_changed_row_of_the_database_is_named() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    app.verify().await;
    static TAMPER: Operation = Operation::command("test.tamper", "", "改", "tamper");
    let ctx = Ctx::system(&app.floor, Uuid::nil(), "test");
    let mut tx = ctx.begin(&TAMPER, None).await.unwrap();
    let sql =
        "update circumstance set facts = replace(facts, '三类', '一类') where kind = 'household'";
    platform::bulk::execute(&mut tx, sql.into()).await.unwrap();
    tx.commit().await.unwrap();
    let report = app.verify_report().await;
    assert_eq!(report.faults.len(), 1, "{report:#?}");
}

#[tokio::test]
async fn forms_can_be_downloaded_filled_in_and_come_back_in() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let kinds = app.get(&clerk, "/import-kinds").await.ok();
    assert!(kinds["items"].as_array().unwrap().len() >= 6);
    let answer = app
        .get(&clerk, "/import-kinds/doudi_template/template/persons")
        .await;
    assert_eq!(answer.status, 200);
    // A workbook with both sheets, as people send it.
    let (a, b) = (fx::id("1948-07-08", 41), fx::id("2010-07-08", 42));
    let mut book = paper::Book::new();
    let heading = paper::Heading::default();
    let columns = |titles: &[&str]| -> Vec<paper::Column> {
        titles
            .iter()
            .map(|t| paper::Column::new(*t, 10, paper::Align::Text))
            .collect()
    };
    let mut sheet = book
        .sheet(
            "家庭",
            &heading,
            &columns(&[
                "户主姓名",
                "户主身份证号",
                "区划代码",
                "城乡",
                "救助项目",
                "起始月份",
            ]),
        )
        .unwrap();
    sheet
        .row(&["赵大", a.as_str(), "620521100202", "农村", "", ""])
        .unwrap();
    sheet.finish().unwrap();
    let mut sheet = book
        .sheet(
            "成员",
            &heading,
            &columns(&[
                "户主身份证号",
                "姓名",
                "身份证号",
                "与户主关系",
                "救助项目",
                "起始月份",
                "照料护理档位",
            ]),
        )
        .unwrap();
    sheet
        .row(&[
            a.as_str(),
            "赵大",
            a.as_str(),
            "户主",
            "tekun",
            "2021-09",
            "半护理",
        ])
        .unwrap();
    sheet
        .row(&[a.as_str(), "赵小", b.as_str(), "孙子", "", "", ""])
        .unwrap();
    sheet.finish().unwrap();
    let mut bytes = Vec::new();
    book.write(&mut bytes).unwrap();
    let import = fx::upload(&app, &clerk, "doudi_template", &[("汇总.xlsx", &bytes)]).await;
    assert_eq!(
        import["totals"]["wrong"],
        0,
        "{:#}",
        fx::rows(&app, &clerk, &import, "wrong").await
    );
    let import = fx::apply(&app, &clerk, &import, "all").await;
    assert_eq!(import["totals"]["persons"], 2, "{import:#}");
    assert_eq!(
        fx::count(
            &app,
            "select count(*) from roster_entry where programme = 'tekun' and unit = 'person'"
        )
        .await,
        1
    );
}
