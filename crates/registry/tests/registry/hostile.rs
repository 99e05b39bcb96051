//! Files as offices send them and as attackers make them, through the upload.

#[allow(
    unreachable_pub,
    reason = "the helper belongs to another crate's tests"
)]
#[path = "../../../paper/tests/common/mod.rs"]
mod sheets;

use std::fmt::Write as _;

use super::fixtures::{self as fx, COUNTY};

/// One person a row, as columns of one sheet.
const LIST: &str = "户主身份证号,户主姓名,姓名,身份证号,与户主关系,街道,社区,最初享受月份,补贴类型";

fn row(id: &str, name: &str) -> Vec<String> {
    let row = format!("{id},{name},{name},{id},本人,永清镇,温沟村,2021-06,生活补贴");
    row.split(',').map(str::to_owned).collect()
}

/// A workbook of texts; `marks` are attributes of the row, `cells` says how a cell is written.
fn book(rows: &[(&str, Vec<String>)], cell: impl Fn(usize, usize, &str) -> String) -> Vec<u8> {
    let mut xml = String::new();
    for (at, (marks, cells)) in rows.iter().enumerate() {
        write!(xml, "<row r=\"{}\" {marks}>", at + 1).unwrap();
        for (column, text) in cells.iter().enumerate() {
            xml.push_str(&cell(at, column, text));
        }
        xml.push_str("</row>");
    }
    sheets::workbook(&sheets::sheet(&xml, ""), "", "")
}

fn name(at: usize, column: usize) -> String {
    format!(
        "{}{}",
        char::from(b'A' + u8::try_from(column).unwrap()),
        at + 1
    )
}

fn inline(at: usize, column: usize, text: &str) -> String {
    let name = name(at, column);
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[tokio::test]
async fn hostile_files_are_refused_in_both_languages_and_leave_nothing() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let locked = sheets::ole(&[
        ("EncryptionInfo", vec![4; 200]),
        ("EncryptedPackage", vec![7; 9000]),
    ]);
    let blown = "x".repeat(20 << 20);
    let bomb = sheets::workbook(
        &sheets::sheet(
            &format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{blown}</t></is></c></row>"),
            "",
        ),
        "",
        "",
    );
    assert!(bomb.len() < 200_000, "a bomb is small: {}", bomb.len());
    let page = b"<html><table><tr><td>1</td></tr></table></html>".to_vec();
    for (file, bytes, zh, en) in [
        ("a.xlsx", locked, "密码", "password"),
        ("b.xlsx", bomb, "展开后异常巨大", "unpacks"),
        ("c.xls", page, "HTML", "HTML"),
    ] {
        let answer = fx::send(&app, &clerk, "disability_allowances", &[(file, &bytes)]).await;
        let text = String::from_utf8_lossy(&answer.bytes).into_owned();
        assert_eq!(answer.status, 422, "{file}: {answer}");
        assert!(text.contains(zh) && text.contains(en), "{file}: {text}");
    }
    assert_eq!(fx::count(&app, "select count(*) from import").await, 0);
    assert_eq!(fx::count(&app, "select count(*) from job").await, 0);
    app.verify().await;
}

#[tokio::test]
async fn a_text_table_named_as_a_workbook_is_read() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let text = format!(
        "{LIST}\r\n{}\r\n",
        row(&fx::id("1960-01-02", 31), "甲一").join(",")
    );
    let files = [("两项补贴.xlsx", text.as_bytes())];
    let import = fx::upload(&app, &clerk, "disability_allowances", &files).await;
    assert_eq!(import["status"], "ready", "{import:#}");
    assert_eq!(import["totals"]["right"], 1, "{import:#}");
}

#[tokio::test]
async fn hidden_rows_formulas_and_numbers_are_seen_through() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let ids: Vec<String> = (0..5).map(|n| fx::id("1960-01-02", 41 + 2 * n)).collect();
    let head = LIST.split(',').map(str::to_owned).collect();
    let rows = [
        ("", head),
        ("", row(&ids[0], "甲一")),
        // A filter that was forgotten hides a family; it is due what the others are due.
        ("hidden=\"1\"", row(&ids[1], "乙二")),
        // A name that a formula put together, with the value that the spreadsheet stored.
        ("", row(&ids[2], "丙三")),
        // A number of eighteen digits as a number: the last digits are lost.
        ("", row(&ids[3], "丁四")),
        // A formula that failed.
        ("", row(&ids[4], "戊五")),
    ];
    let bytes = book(&rows, |at, column, text| match (at, column) {
        (3, 2) => format!(
            "<c r=\"{}\" t=\"str\"><f>B4&amp;\"\"</f><v>{text}</v></c>",
            name(at, column)
        ),
        (4, 3) => format!(
            "<c r=\"{}\"><v>6.2052119600102004E+17</v></c>",
            name(at, column)
        ),
        (5, 2) => format!(
            "<c r=\"{}\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>",
            name(at, column)
        ),
        _ => inline(at, column, text),
    });
    let files = [("两项补贴.xlsx", bytes.as_slice())];
    let import = fx::upload(&app, &clerk, "disability_allowances", &files).await;
    assert_eq!(import["status"], "ready", "{import:#}");
    assert_eq!(
        (&import["totals"]["right"], &import["totals"]["wrong"]),
        (&3.into(), &2.into()),
        "{import:#}"
    );
    let wrong = fx::rows(&app, &clerk, &import, "wrong").await;
    let faults: Vec<(u64, String)> = wrong["items"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| {
            let number = row["row"].as_u64().unwrap();
            let faults = row["faults"].as_array().unwrap();
            faults
                .iter()
                .map(move |fault| (number, fault["zh"].as_str().unwrap().to_owned()))
        })
        .collect();
    assert!(faults.iter().any(|(row, _)| *row == 5), "{faults:?}");
    assert!(faults.iter().any(|(row, _)| *row == 6), "{faults:?}");
    assert!(
        faults.iter().all(|(row, _)| [5, 6].contains(row)),
        "{faults:?}"
    );
    let import = fx::apply(&app, &clerk, &import, "right").await;
    assert_eq!(import["status"], "applied", "{import:#}");
    assert_eq!(fx::count(&app, "select count(*) from person").await, 3);
}

#[tokio::test]
async fn one_birthday_in_ten_spellings_is_one_birthday() {
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let spellings = [
        "1960-01-02",
        "1960/1/2",
        "1960.1.2",
        "19600102",
        "1960年1月2日",
        "1960年01月02号",
        "１９６０－０１－０２",
        "1960-01-02 00:00:00",
        "一九六〇年一月二日",
        "21917",
    ];
    let mut households = format!("{}\n", fx::HOUSEHOLD);
    let mut persons = format!("{}\n", fx::PERSON);
    for (n, spelling) in (0u16..).zip(spellings) {
        let id = fx::id("1960-01-02", 101 + 2 * n);
        writeln!(
            households,
            "甲一,{id},,永清镇,李崖村,某组,D{n},2021-03,一类,整户,,,,,"
        )
        .unwrap();
        writeln!(persons, "{id},甲一,甲一,{id},户主,男,{spelling},,,,,是").unwrap();
    }
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
    let wrong = fx::rows(&app, &clerk, &import, "wrong").await;
    assert_eq!(import["totals"]["right"], 10, "{wrong:#}");
    fx::apply(&app, &clerk, &import, "all").await;
    let days = "select count(distinct birth) from person";
    assert_eq!(fx::count(&app, days).await, 1);
    assert_eq!(fx::count(&app, "select count(*) from person").await, 10);
}
