//! The user's own file given back with a column of remarks.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use common::{Old, open, rows, sheet, texts, workbook, xls};
use paper::{Annotation, Format, Kind, Row, annotate};
use proptest::prelude::*;

const TITLE: &str = "错误原因";

fn back(
    name: &str,
    bytes: &[u8],
    header_row: u64,
    reasons: &[(u64, &str)],
) -> (Format, usize, Vec<u8>) {
    let table = open(name, bytes.to_vec()).unwrap();
    let reasons: BTreeMap<u64, String> =
        reasons.iter().map(|(r, t)| (*r, (*t).to_owned())).collect();
    let mut out = Cursor::new(Vec::new());
    let note = Annotation {
        sheet: 0,
        header_row,
        title: TITLE,
        reasons: &reasons,
    };
    let done = annotate(&table, &note, &mut out).unwrap();
    (done.format, done.column, out.into_inner())
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut found = BTreeMap::new();
    for i in 0..zip.len() {
        let mut entry = zip.by_index(i).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        found.insert(entry.name().unwrap().into_owned(), content);
    }
    found
}

#[test]
fn a_workbook_is_patched_in_place() {
    let data = "<row r=\"1\" spans=\"1:2\" ht=\"20\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>1</v></c><c r=\"B2\"><f>A2+1</f><v>2</v></c><c r=\"C2\" s=\"1\"/></row>\r\n  \
        <row r=\"3\" hidden=\"1\"/><row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t> x &amp; y </t></is></c><c r=\"D5\" s=\"1\"/></row>";
    let tail = "<autoFilter ref=\"A1:B5\"/><dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A2\"><formula1>\"甲,乙\"</formula1></dataValidation></dataValidations><pageMargins left=\"0.7\"/>";
    let original = workbook(
        &sheet(data, tail),
        "<si><t>甲</t></si><si><t>乙</t></si>",
        "",
    );
    let (format, column, returned) = back(
        "a.xlsx",
        &original,
        1,
        &[(2, "第2行 <坏> & \"引号\""), (3, "隐藏"), (5, "末行")],
    );
    assert_eq!((format, column), (Format::Xlsx, 2));
    let (before, after) = (parts(&original), parts(&returned));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    for (name, content) in &before {
        if name != "xl/worksheets/sheet1.xml" {
            assert_eq!(content, &after[name], "{name}");
        }
    }
    let xml = String::from_utf8(after["xl/worksheets/sheet1.xml"].clone()).unwrap();
    assert!(xml.ends_with(&format!("</sheetData>{tail}</worksheet>")));
    assert!(xml.contains("<f>A2+1</f>") && xml.contains("hidden=\"1\"") && !xml.contains("spans="));
    assert!(xml.contains("<dimension ref=\"A1:C2\"/>"), "{xml}");
    assert_eq!(
        xml.matches("r=\"C2\"").count(),
        1,
        "the blank cell gave way to the remark"
    );
    assert!(xml.find("r=\"C5\"").unwrap() < xml.find("r=\"D5\"").unwrap());
    let found = rows("a.xlsx", returned).unwrap();
    assert_eq!(texts(&found[0]), ["甲", "乙", TITLE]);
    assert_eq!(found[1].text(2), "第2行 <坏> & \"引号\"");
    assert_eq!((found[2].number, found[2].text(2)), (3, "隐藏"));
    assert_eq!(found[3].text(0), " x & y ");
}

#[test]
fn a_second_return_replaces_the_first() {
    for (name, original) in [
        (
            "a.xlsx",
            workbook(
                &sheet(
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>乙</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>",
                    "",
                ),
                "",
                "",
            ),
        ),
        ("a.csv", "甲,乙\r\n1,\r\n2,\r\n".as_bytes().to_vec()),
        (
            "a.xls",
            xls(&[
                vec![Old::Text("甲"), Old::Text("乙")],
                vec![Old::Number(1.0)],
                vec![Old::Number(2.0)],
            ]),
        ),
    ] {
        let (_, column, first) = back(name, &original, 1, &[(2, "第一次"), (3, "也错")]);
        let (_, again, second) = back(name, &first, 1, &[(3, "第二次")]);
        assert_eq!((column, again), (2, 2), "{name}");
        let found = rows(name, second).unwrap();
        assert_eq!(found[0].text(2), TITLE);
        assert_eq!(
            (found[1].text(2), found[2].text(2)),
            ("", "第二次"),
            "{name}"
        );
        assert_eq!(found[0].width(), 3);
    }
}

#[test]
fn a_text_table_keeps_its_encoding_and_lines() {
    let text = "名册\r\n\r\n姓名;地址\r\n\"张;三\";\"甲\"\"乙\"\r\n李四\n王五;x";
    let bytes = encoding_rs::GB18030.encode(text).0.into_owned();
    let (format, column, returned) =
        back("a.csv", &bytes, 3, &[(4, "有;号"), (5, "短"), (6, "末")]);
    assert_eq!((format, column), (Format::Csv, 2));
    let (after, _, bad) = encoding_rs::GB18030.decode(&returned);
    assert!(!bad);
    assert_eq!(
        after,
        "名册\r\n\r\n姓名;地址;错误原因\r\n\"张;三\";\"甲\"\"乙\";\"有;号\"\r\n李四;;短\n王五;x;末\r\n"
    );
    let (_, _, same) = back("a.csv", &bytes, 99, &[]);
    assert_eq!(same, bytes, "without remarks nothing changes");
}

#[test]
fn an_old_workbook_comes_back_as_a_new_one() {
    let old = xls(&[
        vec![Old::Text("姓名"), Old::Text("金额")],
        vec![Old::Text("张三"), Old::Number(1.5)],
        vec![Old::Text("李四"), Old::Number(7.0)],
    ]);
    let (format, _, returned) = back("a.xls", &old, 1, &[(3, "不对")]);
    assert_eq!(format, Format::Xlsx);
    let found = rows("a.xlsx", returned.clone()).unwrap();
    assert_eq!(texts(&found[1]), ["张三", "1.5"]);
    assert_eq!(found[1].cell(1).unwrap().kind, Kind::Number);
    assert_eq!(texts(&found[2]), ["李四", "7", "不对"]);
    assert_eq!(open("a.xlsx", returned).unwrap().sheets[0].name, "名册");
}

fn cell_xml(column: usize, row: u64, value: &str, number: bool) -> String {
    let at = format!("{}{row}", char::from(b'A' + column as u8));
    if number {
        return format!("<c r=\"{at}\"><v>{}</v></c>", value.len());
    }
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;");
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{escaped}</t></is></c>")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in the file, the returned one holds the same cells and the remarks.
    #[test]
    fn same_cells_and_the_column(
        grid in prop::collection::vec(prop::collection::vec(prop::option::of(("[ -~一-龥&<]{0,12}", any::<bool>())), 1..6), 1..12),
        gaps in prop::collection::vec(1u64..4, 12),
        wrong in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut xml = String::new();
        let mut number = 0;
        let mut reasons = BTreeMap::new();
        let mut numbers = Vec::new();
        for (i, row) in grid.iter().enumerate() {
            number += gaps[i];
            numbers.push(number);
            xml.push_str(&format!("<row r=\"{number}\">"));
            for (c, cell) in row.iter().enumerate() {
                if let Some((text, is_number)) = cell {
                    xml.push_str(&cell_xml(c, number, text, *is_number));
                }
            }
            xml.push_str("</row>");
            if wrong[i] {
                reasons.insert(number, format!("行{number}有误"));
            }
        }
        let original = workbook(&sheet(&xml, ""), "", "");
        let before: Vec<Row> = rows("a.xlsx", original.clone()).unwrap();
        let table = open("a.xlsx", original).unwrap();
        let mut out = Cursor::new(Vec::new());
        let note = Annotation { sheet: 0, header_row: 0, title: TITLE, reasons: &reasons };
        let column = annotate(&table, &note, &mut out).unwrap().column;
        let after: Vec<Row> = rows("a.xlsx", out.into_inner()).unwrap();
        let mut seen: BTreeMap<u64, &Row> = after.iter().map(|r| (r.number, r)).collect();
        for row in &before {
            let now = seen.remove(&row.number).unwrap();
            for c in 0..column {
                prop_assert_eq!(row.cell(c), now.cell(c));
            }
            let remark = reasons.get(&row.number).map_or("", String::as_str);
            prop_assert_eq!(now.text(column), remark);
        }
        // What is left are rows that had no values but got a remark.
        for (number, row) in seen {
            prop_assert_eq!(row.text(column), reasons[&number].as_str());
            prop_assert_eq!(row.cells().count(), 1);
        }
    }
}
