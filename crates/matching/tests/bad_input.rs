//! What departments really send, through the public interface: every sentence of bad input has
//! a clear answer, and nothing is half done.

#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

use chrono::NaiveDate;
use kernel::{Bilingual, IdNumber};
use matching::delivery::{Collect, Evidence, Intake, Keys, Shelf, SoftSealer, Tagged, Taken};
use matching::find::{Hits, JoinFiles, SourceFile};
use matching::subjects::{SubjectFile, SubjectLimits};
use matching::{IdReason, MatchError, PackedId, Reason, Unwatched};
use pack::Pack;
use paper::{Align, Book, Column, Heading, Source};

fn number(n: u32) -> String {
    let birth = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
    IdNumber::compose("620521", birth, (n % 1000) as u16)
        .unwrap()
        .as_str()
        .to_owned()
}

fn id(n: u32) -> PackedId {
    PackedId::read(&number(n)).unwrap()
}

fn keys() -> Keys {
    Keys::new(&[1; 32], Box::new(SoftSealer::new(&[2; 32])))
}

fn take(shelf: &Shelf, source: &str, name: &str, bytes: &[u8]) -> Result<Taken, MatchError> {
    let packs = Pack::from_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).unwrap();
    let kind = packs.sources().iter().find(|s| s.key == source).unwrap();
    shelf.ingest(
        &Intake {
            kind,
            file: &Source::bytes(name, bytes),
            as_of: NaiveDate::from_ymd_opt(2022, 10, 1).unwrap(),
            known: &[],
            keep_older: false,
            memory: 1 << 20,
        },
        &keys(),
        &Unwatched,
    )
}

fn find(text: &[u8], people: &[u32]) -> (Hits, Vec<(u64, Reason)>) {
    let mut list = "身份证号\n".to_owned();
    for n in people {
        list.push_str(&format!("{}\n", number(*n)));
    }
    let list = Source::bytes("名单.csv", list.into_bytes());
    let subjects =
        SubjectFile::read(&list, "身份证号", SubjectLimits::default(), &Unwatched).unwrap();
    let sources = [SourceFile {
        name: "源".to_owned(),
        source: Source::bytes("源", text),
        key: "证件号码".to_owned(),
    }];
    let mut rejects = Vec::new();
    let hits = JoinFiles {
        subjects: &subjects,
        sources: &sources,
    }
    .run(
        &mut Vec::new(),
        &mut |_, reject| rejects.push((reject.row, reject.reason)),
        &Unwatched,
    )
    .unwrap();
    (hits, rejects)
}

#[derive(Default)]
struct Names(Vec<(u32, String)>);

impl Collect for Names {
    fn take(&mut self, hit: &Evidence<'_>) {
        let cells: Vec<&str> = hit.cells.iter().collect();
        self.0.push((hit.row, cells.join("|")));
    }
}

fn workbook(rows: &[[&str; 3]]) -> Vec<u8> {
    let mut book = Book::new();
    let titles = ["权利人", "证件号码", "建筑面积"];
    let columns: Vec<Column> = titles
        .iter()
        .map(|t| Column::new(*t, 20, Align::Text))
        .collect();
    let heading = Heading {
        title: "某县房产登记表".to_owned(),
        ..Heading::default()
    };
    let mut sheet = book.sheet("登记", &heading, &columns).unwrap();
    for row in rows {
        sheet.row(row).unwrap();
    }
    sheet.finish().unwrap();
    let mut bytes = Vec::new();
    book.write(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_workbook_is_a_source_as_good_as_any() {
    let (one, two) = (number(1), number(2).to_lowercase());
    let bytes = workbook(&[
        ["王,五", &one, "80.5"],
        ["劉六", &two, "九十"],
        ["坏", "6.20521E+17", "70"],
    ]);
    let (hits, rejects) = find(&bytes, &[1, 2, 3]);
    assert_eq!((hits.rows, hits.hits), (3, 2));
    assert_eq!(rejects.len(), 1);
    assert_eq!(rejects[0].1, Reason::Id(IdReason::Scientific));

    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let taken = take(&shelf, "real_estate", "房产.xlsx", &bytes).unwrap();
    assert_eq!((taken.manifest.rows, taken.manifest.kept), (3, 2));
    assert_eq!(taken.manifest.dropped, [("面积".to_owned(), 1)]);
    let delivery = shelf.delivery(&taken.digest, &keys()).unwrap();
    let mut found = Names::default();
    let people = Tagged::new(&[id(1), id(2)], &keys());
    delivery.look_up(&people, &mut found).unwrap();
    found.0.sort();
    let names: Vec<&str> = found.0.iter().map(|(_, c)| c.as_str()).collect();
    assert_eq!(names, ["王,五||80.5|||", "刘六|||||"]);
    assert_eq!(found.0[1].0, found.0[0].0 + 1);
}

#[test]
fn a_column_that_changes_type_half_way_is_listed_row_by_row() {
    let mut text = "证件号码,建筑面积,登记日期\n".to_owned();
    for n in 0..200 {
        let area = if n < 100 { "80" } else { "大约八十" };
        text.push_str(&format!("{},{area},2020.1.{}\n", number(n), n % 28 + 1));
    }
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let taken = take(&shelf, "real_estate", "房产.txt", text.as_bytes()).unwrap();
    assert_eq!(taken.manifest.kept, 200);
    assert_eq!(taken.manifest.dropped, [("面积".to_owned(), 100)]);
    assert_eq!(taken.rejects.len(), 100);
    let first = taken.rejects[0];
    assert_eq!((first.row, first.column, first.kept), (102, Some(1), true));
    assert!(first.reason.zh().contains("类型") && first.reason.en().contains("column"));
}

#[test]
fn ten_megabytes_in_one_cell_and_broken_quotes_cost_their_rows() {
    let mut text = format!("姓名,证件号码,备注\n甲,{},好\n", number(1)).into_bytes();
    text.extend_from_slice(format!("乙,{},", number(2)).as_bytes());
    text.extend(std::iter::repeat_n(b'x', 10 << 20));
    text.push(b'\n');
    text.extend_from_slice(format!("丙,{},\"没有结束\n", number(3)).as_bytes());
    text.extend_from_slice(format!("丁,{},好\n", number(4)).as_bytes());
    text.extend_from_slice(format!("丁,{},\"两\n行\"\n", number(4)).as_bytes());
    let (hits, rejects) = find(&text, &[1, 2, 3, 4]);
    assert_eq!(rejects, [(3, Reason::TooLong), (4, Reason::Quote)]);
    // Duplicate persons in a source are pairs of their own.
    assert_eq!((hits.rows, hits.hits), (5, 3));
    for (_, reason) in rejects {
        assert!(!reason.zh().is_empty() && !reason.en().is_empty());
    }
}

#[test]
fn encodings_may_change_inside_one_file() {
    let line = |name: &str, n: u32| format!("{name},{}\n", number(n));
    let gbk = |text: &str| {
        let bytes: Vec<u8> = paper_bytes(text);
        bytes
    };
    let mut mixed = "姓名,证件号码\n".as_bytes().to_vec();
    mixed.extend(line("王小明", 1).into_bytes());
    mixed.extend(gbk(&line("刘强", 2)));
    mixed.extend(line("张三", 3).into_bytes());
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let taken = take(&shelf, "death", "死亡.csv", &mixed);
    // The column of the day is missing: said by name, nothing kept.
    let fault = taken.unwrap_err();
    assert_eq!(fault.code(), "columns_missing");
    assert!(fault.zh().contains("死亡日期"));
    let taken = take(&shelf, "unemployment", "失业.csv", &mixed).unwrap();
    let delivery = shelf.delivery(&taken.digest, &keys()).unwrap();
    let mut found = Names::default();
    let people = Tagged::new(&[id(1), id(2), id(3)], &keys());
    delivery.look_up(&people, &mut found).unwrap();
    found.0.sort();
    let names: Vec<&str> = found
        .0
        .iter()
        .map(|(_, c)| &c[..c.find('|').unwrap()])
        .collect();
    assert_eq!(names, ["王小明", "刘强", "张三"]);
    // Bytes of no encoding: that row alone, and only where it is asked about.
    let mut broken = mixed.clone();
    broken.extend_from_slice(b"\xff\xff,");
    broken.extend(number(4).into_bytes());
    broken.push(b'\n');
    let (hits, rejects) = find(&broken, &[1, 4]);
    assert_eq!((hits.hits, rejects), (1, vec![(5, Reason::Encoding)]));
}

/// GB18030 by the writer of text tables.
fn paper_bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for line in text.lines() {
        let writer = paper::CsvWriter::new(Vec::new(), paper::Encoding::Gb18030).unwrap();
        let mut writer = writer;
        writer.row(line.split(',')).unwrap();
        out.extend(writer.finish().unwrap());
    }
    out
}

#[test]
fn errors_and_debug_texts_hold_nothing_personal() {
    let text = format!("证件号码,建筑面积\n{}9,80\n{},80\n", number(7), number(8));
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let taken = take(&shelf, "real_estate", "房产.csv", text.as_bytes()).unwrap();
    let shown = format!(
        "{taken:?} {:?}",
        shelf.delivery(&taken.digest, &keys()).unwrap()
    );
    assert!(!shown.contains(&number(8)) && !shown.contains(&number(7)));
    let bytes = std::fs::read(shelf.path(&taken.digest)).unwrap();
    let needle = number(8);
    assert!(!bytes.windows(18).any(|w| w == needle.as_bytes()));
}
