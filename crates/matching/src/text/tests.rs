use paper::{Dialect, Limits, Source, Table};
use proptest::prelude::*;

use super::*;

fn all(text: &[u8], size: usize, key: &str) -> Vec<(u64, Vec<String>, bool)> {
    let source = Source::bytes("x.csv", text);
    let (layout, blocks) = open(&source, &[Wanted::title(key)]).unwrap();
    let mut blocks = blocks.sized(size);
    let mut found = Vec::new();
    let mut fields = Fields::default();
    while let Some(block) = blocks.next(Vec::new()).unwrap() {
        if block.too_long {
            found.push((block.first_row, Vec::new(), true));
            continue;
        }
        let records = Records::new(&block.bytes, layout.dialect, layout.width);
        for (record, number) in records.zip(block.first_row..) {
            if record.bytes.is_empty() {
                continue;
            }
            fields.split(record, layout.dialect);
            let cells = (0..fields.len())
                .map(|at| {
                    let cell = fields.get(record, at).unwrap();
                    decode(cell, layout.encoding).unwrap().into_owned()
                })
                .collect();
            found.push((number, cells, record.broken));
        }
    }
    found
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let text = "名单\n\n姓名,号码\r\n张三,1\n\n\"李,四\",2\n";
    for size in [1, 2, 7, 1000] {
        let rows = all(text.as_bytes(), size, "号码");
        let numbers: Vec<u64> = rows.iter().map(|row| row.0).collect();
        assert_eq!(numbers, [1, 3, 4, 6]);
        assert_eq!(rows[3].1, ["李,四", "2"]);
    }
}

#[test]
fn a_stray_quotation_mark_costs_one_row() {
    let mut text = "姓名,号码,住址\n张三,1,甲\n\"李四,2,乙\n".to_owned();
    for n in 0..50 {
        text.push_str(&format!("王五,{n},丙\n"));
    }
    text.push_str("\"赵六\",9,\"丁\"\n");
    for size in [16, 1 << 20] {
        let rows = all(text.as_bytes(), size, "号码");
        let broken: Vec<u64> = rows.iter().filter(|r| r.2).map(|r| r.0).collect();
        assert_eq!(broken, [3]);
        assert_eq!(rows.len(), 54);
        assert_eq!(rows[53].1, ["赵六", "9", "丁"]);
    }
}

#[test]
fn a_cell_of_ten_megabytes_costs_one_row() {
    for quoted in [false, true] {
        let mut text = b"a,b\n1,2\n".to_vec();
        let mark: &[u8] = if quoted { b"\"" } else { b"" };
        text.extend_from_slice(mark);
        text.extend(std::iter::repeat_n(b'x', 10 << 20));
        text.extend_from_slice(mark);
        text.extend_from_slice(b",3\n4,5\n");
        let source = Source::bytes("x.csv", text);
        let (_, mut blocks) = open(&source, &[Wanted::title("b")]).unwrap();
        let mut long = Vec::new();
        let mut rows = Vec::new();
        while let Some(block) = blocks.next(Vec::new()).unwrap() {
            assert!(block.bytes.len() <= MAX_RECORD + BLOCK);
            if block.too_long {
                long.push(block.first_row);
            } else {
                rows.push((
                    block.first_row,
                    String::from_utf8_lossy(&block.bytes).into_owned(),
                ));
            }
        }
        assert_eq!(long, [3]);
        assert_eq!(rows.last().unwrap(), &(4, "4,5\n".to_owned()));
    }
}

#[test]
fn encodings_and_mixtures() {
    let text = "姓名,号码\n联通,1\n张三丰,2\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let mut mixed = text.as_bytes().to_vec();
    mixed.extend_from_slice(&encoding_rs::GB18030.encode("刘强,3\n").0);
    let mut mixed_gbk = gbk.to_vec();
    mixed_gbk.extend_from_slice(&encoding_rs::GB18030.encode("联通,9\n").0);
    mixed_gbk.extend_from_slice("欧阳娜,4\n".as_bytes());
    let mut wide = b"\xff\xfe".to_vec();
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, last) in [
        (text.as_bytes().to_vec(), ["张三丰", "2"]),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), ["张三丰", "2"]),
        (gbk.to_vec(), ["张三丰", "2"]),
        (mixed, ["刘强", "3"]),
        (mixed_gbk, ["欧阳娜", "4"]),
        (wide, ["张三丰", "2"]),
    ] {
        let rows = all(&bytes, 1 << 20, "号码");
        assert_eq!(rows[1].1, ["联通", "1"]);
        assert_eq!(rows.last().unwrap().1, last);
        assert_eq!(rows[0].1[0], "姓名");
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    let wanted = [Wanted::title("号码")];
    for (bytes, code) in [
        (&b""[..], "empty"),
        (b"%PDF-1.7\n", "not_a_table"),
        (b"<html><table></table>", "html_not_workbook"),
        ("姓名\n张三\n".as_bytes(), "header_not_found"),
    ] {
        let fault = open(&Source::bytes("x.csv", bytes), &wanted).err().unwrap();
        assert_eq!(fault.code(), code);
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9张王 ]{0,6}", "[a-z,\"\n]{0,6}", Just(String::new()),]
}

proptest! {
    /// Cut at any place, the rows are those that the reader of tables finds.
    #[test]
    fn agrees_with_the_reader_of_tables(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..20),
        size in 1usize..200,
        end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let mut text = format!("甲,乙,丙{end}");
        for row in &rows {
            let mut line = Vec::new();
            for (n, cell) in row.iter().enumerate() {
                if n > 0 {
                    line.push(b',');
                }
                crate::rows::quote_into(&mut line, cell.as_bytes());
            }
            text.push_str(std::str::from_utf8(&line).unwrap());
            text.push_str(end);
        }
        let found = all(text.as_bytes(), size, "乙");
        prop_assert!(found.iter().all(|row| !row.2));
        let cells: Vec<Vec<String>> = found.into_iter().skip(1).map(|row| row.1).collect();
        prop_assert_eq!(&cells, &rows);
        // The tables' reader agrees where it shows what stands in the cells.
        let plain = rows.iter().flatten().all(|c| !c.contains(['\'', '\t']));
        if plain {
            let table = Table::read(Source::bytes("x.csv", text.as_bytes()), Limits::default()).unwrap();
            let mut read = Vec::new();
            for row in table.rows(0).unwrap().skip(1) {
                let row = row.unwrap();
                read.push((0..3).map(|c| row.text(c).to_owned()).collect::<Vec<_>>());
            }
            let filled: Vec<Vec<String>> = rows
                .iter()
                .filter(|r| r.iter().any(|c| !c.is_empty()))
                .cloned()
                .collect();
            prop_assert_eq!(read, filled);
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400), size in 1usize..50) {
        let mut text = b"a,b\n".to_vec();
        text.extend_from_slice(&bytes);
        let source = Source::bytes("x.csv", text.clone());
        if let Ok((layout, blocks)) = open(&source, &[Wanted::title("b")]) {
            let mut blocks = blocks.sized(size);
            let mut total = 0;
            while let Ok(Some(block)) = blocks.next(Vec::new()) {
                total += block.bytes.len();
                for record in Records::new(&block.bytes, layout.dialect, layout.width) {
                    Fields::default().split(record, Dialect::default());
                }
            }
            prop_assert!(total <= text.len() + 400);
        }
    }
}
