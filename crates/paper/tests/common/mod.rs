//! Files made by hand, so that hostile ones can be made too.
#![allow(dead_code, missing_docs, clippy::unwrap_used)]

use std::io::{Cursor, Write};

use paper::{Limits, PaperError, Row, Source, Table};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with one sheet whose XML, shared texts and styles are given.
pub fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let strings = format!("<sst xmlns=\"{NS}\">{strings}</sst>");
    let styles = format!("<styleSheet xmlns=\"{NS}\">{styles}</styleSheet>");
    zip(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "_rels/.rels",
            &format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{NS}\" xmlns:r=\"{rel}\"><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships><Relationship Id=\"rId1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{rel}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{rel}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/sharedStrings.xml", &strings),
        ("xl/styles.xml", &styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

pub fn sheet(rows: &str, tail: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\r\n<worksheet xmlns=\"{NS}\"><dimension ref=\"A1:B2\"/><sheetData>{rows}</sheetData>{tail}</worksheet>"
    )
}

pub fn open(name: &str, bytes: Vec<u8>) -> Result<Table, PaperError> {
    Table::read(Source::bytes(name, bytes), Limits::default())
}

pub fn rows(name: &str, bytes: Vec<u8>) -> Result<Vec<Row>, PaperError> {
    open(name, bytes)?.rows(0)?.collect()
}

pub fn texts(row: &Row) -> Vec<String> {
    (0..row.width()).map(|i| row.text(i).to_owned()).collect()
}

/// The code of the error that reading a file ends with.
pub fn fails(name: &str, bytes: Vec<u8>) -> String {
    let error = rows(name, bytes).expect_err("is refused");
    assert!(!error.zh().is_empty() && !error.en().is_empty());
    assert!(
        error
            .zh()
            .chars()
            .any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c))
    );
    error.code().to_owned()
}

/// An OLE container with the given streams, each padded to whole sectors.
pub fn ole(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let sectors: Vec<usize> = streams
        .iter()
        .map(|(_, b)| b.len().max(4096).div_ceil(SECTOR))
        .collect();
    let total = sectors.iter().sum::<usize>() + 1;
    let fats = (total + 200).div_ceil(128);
    let mut fat: Vec<u32> = vec![0xFFFF_FFFD; fats];
    fat.push(END); // the directory
    let mut starts = Vec::new();
    for n in &sectors {
        let start = fat.len() as u32;
        starts.push(start);
        for i in 0..*n {
            fat.push(if i + 1 == *n {
                END
            } else {
                start + i as u32 + 1
            });
        }
    }
    fat.resize(fats * 128, FREE);
    let mut out = vec![0u8; SECTOR];
    out[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let put16 =
        |out: &mut Vec<u8>, at: usize, v: u16| out[at..at + 2].copy_from_slice(&v.to_le_bytes());
    let put32 =
        |out: &mut Vec<u8>, at: usize, v: u32| out[at..at + 4].copy_from_slice(&v.to_le_bytes());
    put16(&mut out, 24, 0x3E);
    put16(&mut out, 26, 3);
    put16(&mut out, 28, 0xFFFE);
    put16(&mut out, 30, 9);
    put16(&mut out, 32, 6);
    put32(&mut out, 44, fats as u32);
    put32(&mut out, 48, fats as u32);
    put32(&mut out, 56, 4096);
    put32(&mut out, 60, END);
    put32(&mut out, 68, END);
    for i in 0..109 {
        put32(&mut out, 76 + 4 * i, if i < fats { i as u32 } else { FREE });
    }
    for v in &fat {
        out.extend(v.to_le_bytes());
    }
    let mut directory = vec![0u8; SECTOR];
    let mut entry =
        |i: usize, name: &str, kind: u8, start: u32, size: u32, child: u32, right: u32| {
            let at = i * 128;
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            directory[at..at + wide.len()].copy_from_slice(&wide);
            directory[at + 64..at + 66].copy_from_slice(&(wide.len() as u16 + 2).to_le_bytes());
            directory[at + 66] = kind;
            directory[at + 67] = 1;
            directory[at + 68..at + 72].copy_from_slice(&FREE.to_le_bytes());
            directory[at + 72..at + 76].copy_from_slice(&right.to_le_bytes());
            directory[at + 76..at + 80].copy_from_slice(&child.to_le_bytes());
            directory[at + 116..at + 120].copy_from_slice(&start.to_le_bytes());
            directory[at + 120..at + 124].copy_from_slice(&size.to_le_bytes());
        };
    entry(0, "Root Entry", 5, END, 0, 1, FREE);
    for (i, (name, bytes)) in streams.iter().enumerate() {
        let right = if i + 1 < streams.len() {
            i as u32 + 2
        } else {
            FREE
        };
        entry(
            i + 1,
            name,
            2,
            starts[i],
            bytes.len().max(4096) as u32,
            FREE,
            right,
        );
    }
    out.extend(&directory);
    for ((_, bytes), n) in streams.iter().zip(&sectors) {
        let mut padded = bytes.clone();
        padded.resize(n * SECTOR, 0);
        out.extend(padded);
    }
    out
}

fn record(out: &mut Vec<u8>, kind: u16, body: &[u8]) {
    out.extend(kind.to_le_bytes());
    out.extend((body.len() as u16).to_le_bytes());
    out.extend(body);
}

/// A cell of a made .xls.
pub enum Old {
    Text(&'static str),
    Number(f64),
}

/// A BIFF8 workbook with one sheet.
pub fn xls(rows: &[Vec<Old>]) -> Vec<u8> {
    let bof = |kind: u16| {
        let mut b = Vec::new();
        b.extend(0x0600u16.to_le_bytes());
        b.extend(kind.to_le_bytes());
        b.extend([0u8; 12]);
        b
    };
    let mut globals = Vec::new();
    record(&mut globals, 0x0809, &bof(5));
    record(&mut globals, 0x0042, &1200u16.to_le_bytes());
    let mut name = vec![2u8, 1];
    name.extend("名册".encode_utf16().flat_map(u16::to_le_bytes));
    let bound = 4 + 4 + 2 + name.len();
    let offset = globals.len() + bound + 4;
    let mut body = (offset as u32).to_le_bytes().to_vec();
    body.extend([0, 0]);
    body.extend(&name);
    record(&mut globals, 0x0085, &body);
    record(&mut globals, 0x000A, &[]);
    assert_eq!(globals.len(), offset);
    record(&mut globals, 0x0809, &bof(0x10));
    let mut dimensions = Vec::new();
    dimensions.extend(0u32.to_le_bytes());
    dimensions.extend((rows.len() as u32).to_le_bytes());
    dimensions.extend([0, 0, 20, 0, 0, 0]);
    record(&mut globals, 0x0200, &dimensions);
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let mut body = (r as u16).to_le_bytes().to_vec();
            body.extend((c as u16).to_le_bytes());
            body.extend(0u16.to_le_bytes());
            match cell {
                Old::Number(n) => {
                    body.extend(n.to_le_bytes());
                    record(&mut globals, 0x0203, &body);
                }
                Old::Text(text) => {
                    let wide: Vec<u16> = text.encode_utf16().collect();
                    body.extend((wide.len() as u16).to_le_bytes());
                    body.push(1);
                    body.extend(wide.iter().flat_map(|u| u.to_le_bytes()));
                    record(&mut globals, 0x0204, &body);
                }
            }
        }
    }
    record(&mut globals, 0x000A, &[]);
    ole(&[("Workbook", globals)])
}
