//! Files that must be refused, each by its name.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::io::{Cursor, Write};

use common::{fails, ole, open, rows, sheet, workbook, zip};
use paper::{Limits, Source, Table};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[test]
fn empty_files() {
    assert_eq!(fails("a.xlsx", vec![]), "empty");
    assert_eq!(fails("a.csv", b" \r\n\r\n".to_vec()), "empty");
    assert_eq!(fails("a.csv", b"\xEF\xBB\xBF".to_vec()), "empty");
}

#[test]
fn a_workbook_with_a_password() {
    let bytes = ole(&[
        ("EncryptionInfo", vec![4; 200]),
        ("EncryptedPackage", vec![7; 9000]),
    ]);
    assert_eq!(fails("a.xlsx", bytes), "password_protected");
}

#[test]
fn a_web_page_under_a_workbook_name() {
    for page in [
        "<html><body><table><tr><td>1</td></tr></table></body></html>",
        "\u{feff}\r\n<!DOCTYPE html><table></table>",
        "<table border=1><tr><td>姓名</td></tr></table>",
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n",
    ] {
        assert_eq!(
            fails("a.xls", page.as_bytes().to_vec()),
            "html_not_workbook"
        );
    }
}

#[test]
fn other_files() {
    for bytes in [
        b"%PDF-1.4 x".to_vec(),
        b"\x89PNG\r\n\x1a\n".to_vec(),
        b"\x7fELF\0\0".to_vec(),
        vec![1, 0, 2, 0, 3],
        zip(&[("word/document.xml", "<a/>")]),
        zip(&[("readme.txt", "hello")]),
        ole(&[("WordDocument", vec![0; 5000])]),
    ] {
        assert_eq!(fails("a.xlsx", bytes), "not_a_table");
    }
}

#[test]
fn damaged_files() {
    let good = workbook(
        &sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", ""),
        "",
        "",
    );
    for cut in [30, good.len() / 2, good.len() - 30] {
        assert_eq!(fails("a.xlsx", good[..cut].to_vec()), "damaged");
    }
    let unended = format!(
        "<worksheet xmlns=\"{}\"><sheetData><row r=\"1\"><c><v>1</v></c>",
        common::NS
    );
    assert_eq!(fails("a.xlsx", workbook(&unended, "", "")), "damaged");
    let dangling = sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", "");
    assert_eq!(fails("a.xlsx", workbook(&dangling, "", "")), "damaged");
    let ole_without_workbook = ole(&[("Nothing", vec![0; 5000])]);
    assert_eq!(fails("a.xls", ole_without_workbook), "damaged");
    let mut broken = common::xls(&[vec![common::Old::Text("甲")]]);
    for b in broken.iter_mut().skip(1600) {
        *b ^= 0x5A;
    }
    assert_eq!(fails("a.xls", broken), "damaged");
}

#[test]
fn a_byte_changed_inside_a_part_is_noticed() {
    // Stored without compression, so that the XML stays readable and only the sum tells.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let good = workbook(
        &sheet("<row r=\"1\"><c r=\"A1\"><v>12345</v></c></row>", ""),
        "",
        "",
    );
    let mut from = zip::ZipArchive::new(Cursor::new(good)).unwrap();
    for i in 0..from.len() {
        let mut entry = from.by_index(i).unwrap();
        zip.start_file(entry.name().unwrap().into_owned(), stored)
            .unwrap();
        std::io::copy(&mut entry, &mut zip).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    let at = memchr::memmem::find(&bytes, b"12345").unwrap();
    bytes[at] = b'9';
    assert_eq!(fails("a.xlsx", bytes), "damaged");
}

fn bomb(name: &str, fill: &[u8], times: usize) -> Vec<u8> {
    let good = workbook(&sheet("", ""), "", "");
    let mut from = zip::ZipArchive::new(Cursor::new(good)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..from.len() {
        let entry = from.by_index_raw(i).unwrap();
        if entry.name().unwrap() != name {
            zip.raw_copy_file(entry).unwrap();
        }
    }
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    let head = format!("<worksheet xmlns=\"{}\"><sheetData>", common::NS);
    zip.write_all(if name.contains("sheet1") {
        head.as_bytes()
    } else {
        b"<sst>"
    })
    .unwrap();
    for _ in 0..times {
        zip.write_all(fill).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn zip_bombs() {
    // 20 MiB of one letter in a cell, of rows, of shared texts: all pack to a few dozen KB.
    let letters = vec![b'x'; 1 << 20];
    let packed = bomb("xl/worksheets/sheet1.xml", &letters, 20);
    assert!(packed.len() < 200_000);
    assert_eq!(fails("a.xlsx", packed), "inflates_too_far");
    let rows = b"<row><c><v>1</v></c></row>".repeat(40_000);
    assert_eq!(
        fails("a.xlsx", bomb("xl/worksheets/sheet1.xml", &rows, 20)),
        "inflates_too_far"
    );
    let texts = b"<si><t>x</t></si>".repeat(60_000);
    assert_eq!(
        fails("a.xlsx", bomb("xl/sharedStrings.xml", &texts, 20)),
        "inflates_too_far"
    );
}

#[test]
fn limits_are_named() {
    let wide: String = (0..1_100).map(|_| "<c><v>1</v></c>").collect();
    let data = format!("<row r=\"7\">{wide}</row>");
    assert_eq!(
        fails("a.xlsx", workbook(&sheet(&data, ""), "", "")),
        "too_many_columns"
    );
    assert_eq!(
        fails("a.csv", format!("a,b\n{}\n", "1,".repeat(2_000)).into()),
        "too_many_columns"
    );
    let open_quote = format!("a,b\n1,\"{}", "没有结束的引号\n".repeat(200_000));
    assert_eq!(fails("a.csv", open_quote.into()), "cell_too_long");
    let few = Limits {
        rows: 2,
        ..Limits::default()
    };
    let table = Table::read(Source::bytes("a.csv", b"a,b\n1,2\n3,4\n".to_vec()), few).unwrap();
    let error = table.rows(0).unwrap().find_map(Result::err).unwrap();
    assert_eq!(error.code(), "too_many_rows");
    let small = Limits {
        file_bytes: 4,
        ..Limits::default()
    };
    let error = Table::read(Source::bytes("a.csv", b"a,b\n1,2\n".to_vec()), small)
        .err()
        .unwrap();
    assert_eq!(error.code(), "too_large");
}

#[test]
fn after_an_error_there_are_no_more_rows() {
    let unended = format!(
        "<worksheet xmlns=\"{}\"><sheetData><row r=\"1\"><c><v>1</v></c></row><row",
        common::NS
    );
    let table = open("a.xlsx", workbook(&unended, "", "")).unwrap();
    let mut all = table.rows(0).unwrap();
    assert!(all.next().unwrap().is_ok());
    assert!(all.next().unwrap().is_err());
    assert!(all.next().is_none());
}

#[test]
fn entities_are_not_expanded() {
    let evil = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>{}",
        sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&b;y</t></is></c></row>",
            ""
        )
    );
    let found = rows(
        "a.xlsx",
        workbook(&evil.replace("<?xml version=\"1.0\"?>\r\n", ""), "", ""),
    )
    .unwrap();
    assert_eq!(found[0].text(0), "xy");
}
