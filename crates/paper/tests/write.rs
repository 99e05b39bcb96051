//! Exports and forms.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{open, rows, texts};
use paper::{Align, Book, Column, Field, Heading, Kind, Template};

fn export() -> Vec<u8> {
    let mut book = Book::new();
    let heading = Heading {
        title: "农村低保发放名册".into(),
        lines: vec!["填报单位：某县".into()],
        foot: vec!["制表人：　　审核人：".into()],
    };
    let columns = [
        Column::new("身份证号", 22, Align::Text),
        Column::new("人数", 8, Align::Integer),
        Column::new("金额", 14, Align::Amount),
    ];
    let mut sheet = book.sheet("名册", &heading, &columns).unwrap();
    sheet.row(&["620521199001011234", "3", "1317.00"]).unwrap();
    sheet.row(&["", "", ""]).unwrap();
    sheet.row(&["=1+1", "0", "12345678901234567.89"]).unwrap();
    sheet.total(&["合计", "3", "1317.00"]).unwrap();
    sheet.finish().unwrap();
    let mut out = Vec::new();
    book.write(&mut out).unwrap();
    out
}

#[test]
fn an_export_reads_back_and_has_the_same_bytes_each_time() {
    let bytes = export();
    assert_eq!(bytes, export());
    let found = rows("a.xlsx", bytes).unwrap();
    assert_eq!(found[0].text(0), "农村低保发放名册");
    assert_eq!(texts(&found[2]), ["身份证号", "人数", "金额"]);
    let id = found[3].cell(0).unwrap();
    assert_eq!((id.kind, id.text), (Kind::Text, "620521199001011234"));
    assert_eq!(found[3].cell(2).unwrap().kind, Kind::Number);
    assert_eq!(found[3].text(2), "1317");
    let formula = found[4].cell(0).unwrap();
    assert!(
        formula.text == "=1+1" && !formula.formula,
        "text that looks like a formula is text"
    );
    assert_eq!(
        found[4].cell(2).unwrap().kind,
        Kind::Text,
        "more digits than a spreadsheet keeps"
    );
    assert_eq!((found[4].number, found[5].text(0)), (6, "合计"));
    assert_eq!(found[6].text(0), "制表人：　　审核人：");
}

#[test]
fn a_form_has_lists_notes_and_titles() {
    let form = Template {
        name: "成员".into(),
        fields: vec![
            Field {
                title: "姓名".into(),
                required: true,
                width: 12,
                example: "张三".into(),
                ..Field::default()
            },
            Field {
                title: "性别".into(),
                note: "男或女".into(),
                choices: vec!["男".into(), "女".into()],
                width: 8,
                ..Field::default()
            },
        ],
        notes: vec!["每人一行。".into()],
    };
    let (mut a, mut b) = (Vec::new(), Vec::new());
    form.write(&mut a).unwrap();
    form.write(&mut b).unwrap();
    assert_eq!(a, b);
    let table = open("a.xlsx", a.clone()).unwrap();
    let names: Vec<(&str, bool)> = table
        .sheets
        .iter()
        .map(|s| (s.name.as_str(), s.hidden))
        .collect();
    assert_eq!(names, [("成员", false), ("说明", false), ("代码", true)]);
    let sheet: Vec<_> = table.rows(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&sheet[0]), ["*姓名", "性别"]);
    assert_eq!(
        sheet.len(),
        1,
        "an example row would be imported by mistake"
    );
    let lists: Vec<_> = table.rows(2).unwrap().map(Result::unwrap).collect();
    assert_eq!(lists[1].text(1), "女");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(a)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(
        &mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(),
        &mut xml,
    )
    .unwrap();
    assert!(
        xml.contains("<formula1>'代码'!$B$1:$B$2</formula1>"),
        "{xml}"
    );
}
