//! Honest files with all their oddities.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{Old, open, rows, sheet, texts, workbook, xls};
use paper::{Encoding, Format, Header, Kind, Known};

const STRINGS: &str = "<si><t>姓名</t></si><si><r><t>身份</t></r><r><t>证号</t></r><rPh><t>phonetic</t></rPh></si><si><t>甲 &amp; 乙&#x4E2D;</t></si>";
const STYLES: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>";

#[test]
fn cells_of_every_kind() {
    let data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
      <row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>6.2052119900101101E+17</v></c>\
      <c r=\"C3\" s=\"1\"><v>44859</v></c><c r=\"D3\" s=\"2\"><v>44859</v></c><c r=\"E3\"><f>A1*2</f><v>0.30000000000000004</v></c>\
      <c r=\"F3\" t=\"b\"><v>1</v></c><c r=\"G3\" t=\"e\"><v>#N/A</v></c><c r=\"H3\" t=\"inlineStr\"><is><r><t>行</t></r><r><t>内</t></r></is></c>\
      <c r=\"I3\" s=\"1\"/><c r=\"J3\" t=\"str\"><f>T(1)</f><v>文</v></c><c r=\"K3\"><v>620521199001011234</v></c></row>";
    let found = rows("a.xlsx", workbook(&sheet(data, ""), STRINGS, STYLES)).unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(texts(&found[0]), ["姓名", "身份证号"]);
    let row = &found[1];
    assert!(row.hidden && row.number == 3);
    assert_eq!(
        texts(row),
        [
            "甲 & 乙中",
            "620521199001011010",
            "2022-10-25",
            "2022-10-25",
            "0.3",
            "TRUE",
            "#N/A",
            "行内",
            "",
            "文",
            "620521199001011234"
        ]
    );
    let cell = |c| row.cell(c).unwrap();
    assert!(cell(1).damaged && cell(1).kind == Kind::Number);
    assert_eq!(cell(2).kind, Kind::Date);
    assert!(cell(4).formula && cell(9).formula && !cell(1).formula);
    assert_eq!(cell(6).kind, Kind::Error);
    assert!(!cell(10).damaged, "written exactly, and no binary number");
}

#[test]
fn merged_areas_spread_and_the_header_is_found() {
    let text = |r: &str, t: &str| format!("<c r=\"{r}\" t=\"inlineStr\"><is><t>{t}</t></is></c>");
    let data = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}{}{}</row><row r=\"3\">{}{}</row><row r=\"4\">{}{}{}</row><row r=\"5\">{}{}</row>",
        text("A1", "农村低保名册"),
        text("A2", "户编号"),
        text("B2", "户主"),
        text("D2", "备注"),
        text("B3", "姓名"),
        text("C3", "身份证号（18位）"),
        text("A4", "H1"),
        text("B4", "张三"),
        text("C4", "x"),
        text("B5", "李四"),
        text("C5", "y"),
    );
    let tail = "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/><mergeCell ref=\"A4:A5\"/></mergeCells>";
    let table = open("a.xlsx", workbook(&sheet(&data, tail), "", "")).unwrap();
    let all: Vec<_> = table.rows(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&all[4]), ["H1", "李四", "y"]);
    assert!(all[4].cell(0).unwrap().spread);
    let names: Vec<Vec<String>> = [["户编号"], ["户主姓名"], ["户主身份证号"]]
        .iter()
        .map(|t| t.iter().map(|s| (*s).to_string()).collect())
        .collect();
    let known: Vec<Known<'_>> = names
        .iter()
        .map(|t| Known {
            key: &t[0],
            titles: t,
            required: true,
        })
        .collect();
    let header = Header::find(table.rows(0).unwrap(), &known).unwrap();
    assert_eq!((header.first_row, header.last_row), (2, 3));
    assert_eq!(header.columns["户主姓名"], 1);
    assert_eq!(header.columns["户主身份证号"], 2);
    assert!(table.rows_hint(0).unwrap() >= 5);
}

#[test]
fn prefixed_elements_and_cells_without_references() {
    let xml = format!(
        "<x:worksheet xmlns:x=\"{}\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
        common::NS
    );
    let found = rows("a.xlsx", workbook(&xml, "", "")).unwrap();
    assert_eq!(
        (found[0].number, texts(&found[0])),
        (1, vec!["a".into(), "2".into()])
    );
}

#[test]
fn an_empty_sheet_has_no_rows() {
    let xml = format!(
        "<worksheet xmlns=\"{}\"><sheetData/></worksheet>",
        common::NS
    );
    assert!(rows("a.xlsx", workbook(&xml, "", "")).unwrap().is_empty());
}

#[test]
fn an_old_workbook() {
    let bytes = xls(&[
        vec![Old::Text("姓名"), Old::Text("身份证号"), Old::Text("金额")],
        vec![
            Old::Text("张三"),
            Old::Number(620_521_199_001_011_234.0),
            Old::Number(0.1 + 0.2),
        ],
    ]);
    let table = open("a.xls", bytes).unwrap();
    assert_eq!(table.format, Format::Xls);
    assert_eq!(table.sheets[0].name, "名册");
    let all: Vec<_> = table.rows(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&all[0]), ["姓名", "身份证号", "金额"]);
    assert!(all[1].cell(1).unwrap().damaged);
    assert_eq!(all[1].text(2), "0.3");
}

#[test]
fn text_tables_of_each_encoding_and_dialect() {
    let text = "名册\r\n\r\n姓名,身份证号,住址\r\n张三,\"=\"\"6205\"\"\",\"甲,乙\r\n丙\"\r\n李四,'0123,6.20521E+17\r\n";
    for encoding in [
        Encoding::Utf8,
        Encoding::Utf8Bom,
        Encoding::Gb18030,
        Encoding::Utf16Le,
    ] {
        let mut bytes = Vec::new();
        match encoding {
            Encoding::Utf8 => bytes.extend(text.as_bytes()),
            Encoding::Utf8Bom => bytes.extend([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            Encoding::Gb18030 => bytes.extend(&*encoding_rs::GB18030.encode(text).0),
            _ => {
                bytes.extend(b"\xFF\xFE");
                bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
            }
        }
        let table = open("a.csv", bytes).unwrap();
        assert_eq!(table.encoding(), Some(encoding.name()));
        let all: Vec<_> = table.rows(0).unwrap().map(Result::unwrap).collect();
        let numbers: Vec<u64> = all.iter().map(|r| r.number).collect();
        assert_eq!(
            numbers,
            [1, 3, 4, 5],
            "a blank line is a row in a spreadsheet"
        );
        assert_eq!(texts(&all[2]), ["张三", "6205", "甲,乙\r\n丙"]);
        assert_eq!(texts(&all[3]), ["李四", "0123", "6.20521E+17"]);
        assert!(all[3].cell(2).unwrap().damaged);
    }
    for text in ["a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n"] {
        assert_eq!(texts(&rows("a.csv", text.into()).unwrap()[1]), ["1", "2"]);
    }
}

#[test]
fn a_text_table_under_a_workbook_name_is_read_and_noted() {
    let table = open("名册.xlsx", "姓名,年龄\n张三,3\n".into()).unwrap();
    assert_eq!(table.format, Format::Csv);
    let notice = &table.notices()[0];
    assert_eq!(notice.code, "name_differs");
    assert!(notice.zh.contains(".csv"));
    assert!(
        open("名册.csv", "姓名,年龄\n张三,3\n".into())
            .unwrap()
            .notices()
            .is_empty()
    );
}
