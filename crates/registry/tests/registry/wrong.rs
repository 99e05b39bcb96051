//! Bad input: every fault has its row, its words and a way to mend it, and nothing is half done.

use serde_json::Value;

use super::fixtures::{self as fx, COUNTY, HOUSEHOLD, PERSON, TOWN};

fn faults(rows: &Value) -> Vec<(String, u64, String, String)> {
    let mut found = Vec::new();
    for row in rows["items"].as_array().unwrap() {
        for fault in row["faults"].as_array().unwrap() {
            assert!(!fault["en"].as_str().unwrap().is_empty());
            found.push((
                row["file"].as_str().unwrap().to_owned(),
                row["row"].as_u64().unwrap(),
                fault["column"].as_str().unwrap().to_owned(),
                fault["zh"].as_str().unwrap().to_owned(),
            ));
        }
    }
    found
}

#[tokio::test]
async fn every_wrong_row_says_why_and_right_households_still_come_in() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let ids: Vec<String> = (0..9).map(|i| fx::id("1960-06-01", 101 + 2 * i)).collect();
    let bad = format!(
        "{}{}",
        &ids[1][..17],
        if ids[1].ends_with('1') { '2' } else { '1' }
    );
    let fifteen = format!("{}{}", &ids[2][..6], &ids[2][8..17]);
    let wide: String = ids[3]
        .chars()
        .map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap())
        .collect();
    let household = |name: &str, id: &str, village: &str, class: &str| {
        format!("{name},{id},,永清镇,{village},某组,D9,2021-03,{class},整户,,,,,\n")
    };
    let households = format!(
        "{HOUSEHOLD}\n{}{}{}{}{}{}{}{}",
        household("甲一", &ids[0], "李崖村", "一类"),
        household("乙二", &ids[1], "李崖村", "一类"),
        household("丙三", &fifteen, "温沟村委会", "一类"),
        household("丁四", &wide, "李崖", "二类"),
        household("戊五", &ids[4], "没有的村", "一类"),
        household("己六", &ids[5], "李崖村", "九类"),
        household("庚七", &ids[6], "李崖村", "一类"),
        household("壬九", &ids[8], "李崖村", "一类"),
    );
    let person = |head: &str, name: &str, id: &str, relation: &str| {
        format!("{head},,{name},{id},{relation},,,,,,,是\n")
    };
    let persons = format!(
        "{PERSON}\n{}{}{}{}{}{}{}{}{}{}",
        person(&ids[0], "甲一", &ids[0], "户主"),
        person(&ids[1], "乙二", &bad, "户主"),
        person(&ids[2], "丙三", &fifteen, "户主"),
        person(&ids[3], "丁四", &wide, "户主"),
        person(&ids[4], "戊五", &ids[4], "户主"),
        person(&ids[5], "己六", &ids[5], "户主"),
        // One person in two households of the file.
        person(&ids[6], "庚七", &ids[6], "户主"),
        person(&ids[6], "辛八", &ids[7], "妻"),
        person(&ids[0], "辛八", &ids[7], "外星人"),
        // The household file does not have this one.
        person(
            &fx::id("1980-01-01", 5),
            "无户",
            &fx::id("1980-01-01", 5),
            "户主"
        ),
    );
    let import = fx::upload(
        &app,
        &clerk,
        "provincial_rural_dibao",
        &[
            ("农村低保家庭查询.csv", households.as_bytes()),
            ("农村低保人员查询.csv", persons.as_bytes()),
        ],
    )
    .await;
    assert_eq!(import["status"], "ready", "{import:#}");
    let rows = fx::rows(&app, &clerk, &import, "wrong").await;
    let found = faults(&rows);
    let has = |file: &str, row: u64, words: &str| {
        assert!(
            found
                .iter()
                .any(|f| f.0 == file && f.1 == row && f.3.contains(words)),
            "{file} {row} {words}: {found:#?}"
        );
    };
    has("persons", 3, "校验");
    has("households", 6, "没有这个村");
    has("households", 7, "代码表");
    has("persons", 9, "出现在文件中的两户");
    has("persons", 10, "代码表");
    has("persons", 10, "出现在文件中的两户");
    has("persons", 11, "家庭表中没有这一户");
    has("households", 9, "人员表中没有这一户的成员");
    has("households", 8, "整户未导入");
    // Numbers are masked in what is shown.
    assert!(
        !rows.to_string().contains(&ids[1]),
        "an identity number in the clear"
    );
    assert_eq!(import["totals"]["right"], 2, "{import:#}");

    let path = format!("/imports/{}/apply", import["id"].as_str().unwrap());
    let refused = app
        .post(&clerk, &path, serde_json::json!({"mode": "all"}))
        .await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (409, "registry.import.wrong_rows")
    );
    assert_eq!(fx::count(&app, "select count(*) from household").await, 0);

    let returned = app
        .get(
            &clerk,
            &format!(
                "/imports/{}/returned/persons",
                import["id"].as_str().unwrap()
            ),
        )
        .await;
    assert_eq!(returned.status, 200, "{returned}");
    let text = String::from_utf8(returned.bytes.clone()).unwrap();
    let mut lines = text.lines();
    assert!(lines.next().unwrap().ends_with(",错误原因"));
    assert!(lines.next().unwrap().ends_with("整户未导入"), "{text}");
    assert!(lines.next().unwrap().contains("校验"));
    assert!(
        lines.next().unwrap().ends_with(",是"),
        "right rows are left as they were"
    );

    let import = fx::apply(&app, &clerk, &import, "right").await;
    assert_eq!(import["status"], "applied", "{import:#}");
    assert_eq!(fx::count(&app, "select count(*) from household").await, 2);
    app.verify().await;
}

#[tokio::test]
async fn files_that_cannot_be_read_are_refused_at_once() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let kind = "disability_allowances";
    for (name, content, words) in [
        (
            "a.xls",
            &b"<html><table><tr><td>1</td></tr></table></html>"[..],
            "HTML",
        ),
        ("a.xlsx", b"", "空"),
        ("a.csv", "甲,乙\n1,2\n".as_bytes(), "列标题"),
        (
            "a.csv",
            "户主身份证号,姓名\n1,2\n".as_bytes(),
            "缺少必需的列",
        ),
        ("a.pdf", b"%PDF-1.7", "PDF"),
    ] {
        let answer = fx::send(&app, &clerk, kind, &[(name, content)]).await;
        assert_eq!(answer.status, 422, "{name}: {answer}");
        assert!(
            String::from_utf8_lossy(&answer.bytes).contains(words),
            "{name}: {answer}"
        );
    }
    let answer = fx::send(&app, &clerk, "no_such_kind", &[("a.csv", b"a,b\n")]).await;
    assert_eq!(answer.code(), "registry.import.no_kind");
    let (households, _) = fx::dibao();
    let answer = fx::send(
        &app,
        &clerk,
        "provincial_rural_dibao",
        &[("农村低保家庭查询.csv", households.as_bytes())],
    )
    .await;
    assert_eq!(answer.status, 422, "the person file is missing: {answer}");
    assert_eq!(fx::count(&app, "select count(*) from import").await, 0);
}

#[tokio::test]
async fn what_the_register_has_otherwise_is_a_fault() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    fx::with_dibao(&app, &clerk).await;
    let (a2, b) = (fx::id("1962-02-03", 22), fx::id("1955-03-04", 12));
    // The wife of one household stands in another; and the head has another name.
    let list = format!(
        "户主身份证号,户主姓名,姓名,身份证号,与户主关系,街道,社区,最初享受月份,补贴类型\n\
         {b},李秀英,王小花,{a2},女,永清镇,温沟村,2021-06,生活补贴\n\
         {x},钱多,李秀英的错名,{b},母,永清镇,温沟村,2021-06,生活补贴\n",
        x = fx::id("1970-07-07", 77),
    );
    let import = fx::upload(
        &app,
        &clerk,
        "disability_allowances",
        &[("两项补贴.csv", list.as_bytes())],
    )
    .await;
    let rows = fx::rows(&app, &clerk, &import, "wrong").await;
    let found = faults(&rows);
    assert!(
        found
            .iter()
            .any(|f| f.1 == 2 && f.3.contains("已登记在另一户")),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|f| f.1 == 3 && f.3.contains("另一个姓名")),
        "{found:#?}"
    );
    assert_eq!(import["totals"]["wrong"], 2);
}

#[tokio::test]
async fn a_township_brings_in_its_own_people_only() {
    let app = fx::app().await;
    let clerk = app.user("clerk", TOWN);
    let (households, persons) = fx::dibao();
    let import = fx::upload(
        &app,
        &clerk,
        "provincial_rural_dibao",
        &[
            ("农村低保家庭查询.csv", households.as_bytes()),
            ("农村低保人员查询.csv", persons.as_bytes()),
        ],
    )
    .await;
    assert_eq!(import["totals"]["right"], 2, "{import:#}");
    let found = faults(&fx::rows(&app, &clerk, &import, "wrong").await);
    assert!(
        found
            .iter()
            .any(|f| f.3.contains("不在区划表") || f.3.contains("管辖范围")),
        "{found:#?}"
    );
    // A neighbour does not see the import at all.
    let neighbour = app.user("clerk", fx::OTHER_TOWN);
    let path = format!("/imports/{}", import["id"].as_str().unwrap());
    assert_eq!(app.get(&neighbour, &path).await.status, 404);
}
