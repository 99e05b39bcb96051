use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;
use kernel::IdNumber;
use paper::Source;
use proptest::prelude::*;

use super::*;
use crate::clean::PackedId;
use crate::subjects::{SubjectFile, SubjectLimits};
use crate::{MatchError, Reason, Unwatched, Watch};

fn number(n: u32) -> String {
    let birth = NaiveDate::from_ymd_opt(1960, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
    IdNumber::compose("620521", birth, (n % 1000) as u16)
        .unwrap()
        .as_str()
        .to_owned()
}

fn spelt(n: u32, how: u8) -> String {
    let plain = number(n);
    match how {
        0 => plain.to_lowercase(),
        1 => format!(" {plain} "),
        2 => format!("'{plain}"),
        3 => plain
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap())
            .collect(),
        4 => format!("{plain}'"),
        5 => format!("{}{}", &plain[..6], &plain[8..17]),
        _ => plain,
    }
}

fn subjects(text: &str) -> SubjectFile {
    let source = Source::bytes("对象.csv", text.as_bytes());
    SubjectFile::read(&source, "身份证号", SubjectLimits::default(), &Unwatched).unwrap()
}

fn source(name: &str, text: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        source: Source::bytes(name, text.as_bytes()),
        key: "证件号码".to_owned(),
    }
}

fn run(
    subjects: &SubjectFile,
    sources: &[SourceFile],
) -> (String, Hits, Vec<(RejectedIn, u64, Reason)>) {
    let mut out = Vec::new();
    let mut rejects = Vec::new();
    let hits = JoinFiles { subjects, sources }
        .run(
            &mut out,
            &mut |file, reject| rejects.push((file, reject.row, reject.reason)),
            &Unwatched,
        )
        .unwrap();
    (String::from_utf8(out).unwrap(), hits, rejects)
}

#[test]
fn pairs_with_their_rows_in_order() {
    let people = subjects(&format!(
        "姓名,身份证号\n甲,{}\n\"乙,一\",{}\n甲再,{}\n坏,123\n",
        number(1),
        number(2),
        number(1)
    ));
    let houses = source(
        "房产",
        &format!(
            "证件号码;面积\n{};80\n{};90\n{};70\n",
            number(9),
            spelt(2, 0),
            spelt(1, 5)
        ),
    );
    let cars = source(
        "车辆",
        &format!("证件号码,车\n{},\"a\"\"b\"\n,c\n,\n", number(1)),
    );
    let (out, hits, rejects) = run(&people, &[houses, cars]);
    let one = number(1);
    let (two, old) = (spelt(2, 0), spelt(1, 5));
    assert_eq!(
        out,
        format!(
            "来源,来源行号,姓名,身份证号,房产.证件号码,房产.面积,车辆.证件号码,车辆.车\n\
             房产,3,\"乙,一\",{},{two},90,,\n\
             房产,4,甲,{one},{old},70,,\n\
             房产,4,甲再,{one},{old},70,,\n\
             车辆,2,甲,{one},,,{one},\"a\"\"b\"\n\
             车辆,2,甲再,{one},,,{one},\"a\"\"b\"\n",
            number(2)
        )
    );
    assert_eq!(
        (hits.rows, hits.subjects, hits.hits, hits.rejected),
        (5, 3, 5, 2)
    );
    assert_eq!(
        rejects,
        [
            (RejectedIn::Subjects, 5, Reason::Id(crate::IdReason::Length)),
            (RejectedIn::Source(1), 3, Reason::Id(crate::IdReason::Empty)),
        ]
    );
}

#[test]
fn a_moved_header_and_shifted_rows() {
    let people = subjects(&format!("身份证号\n{}\n", number(1)));
    let text = format!(
        "某局车辆信息表,,\n填报日期：2022年10月,,\n序号,证件号码,住址\n1,{},甲村,一组\n2,{},乙村\n3,{},丙村,\n",
        number(1),
        number(1),
        number(1)
    );
    let (out, hits, rejects) = run(&people, &[source("车辆", &text)]);
    // An unquoted comma in the address shifts the row: said, not guessed.
    assert_eq!(rejects, [(RejectedIn::Source(0), 4, Reason::Width)]);
    assert_eq!((hits.rows, hits.hits), (3, 2));
    assert!(out.contains("车辆,5,") && out.contains("车辆,6,"));
}

#[test]
fn missing_columns_empty_sources_and_stops() {
    let people = subjects(&format!("身份证号\n{}\n", number(1)));
    let none = source("空", "证件号码,x\n");
    assert_eq!(run(&people, &[none]).1.rows, 0);
    let wrong = SourceFile {
        key: "没有这列".to_owned(),
        ..source("车辆", "证件号码,车\n")
    };
    let run = |sources: &[SourceFile], watch: &dyn Watch| {
        JoinFiles {
            subjects: &people,
            sources,
        }
        .run(&mut Vec::new(), &mut |_, _| (), watch)
        .unwrap_err()
    };
    assert_eq!(run(&[wrong], &Unwatched).code(), "header_not_found");
    assert_eq!(run(&[source("空", "")], &Unwatched).code(), "empty");

    struct Stop(AtomicU64);
    impl Watch for Stop {
        fn cancelled(&self) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed) > 2
        }
    }
    let long = format!("证件号码,车\n{}", "1,2\n".repeat(3_000_000));
    let stop = Stop(AtomicU64::new(0));
    assert!(matches!(
        run(&[source("长", &long)], &stop),
        MatchError::Cancelled
    ));
}

#[test]
fn a_full_disk_is_said() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let people = subjects(&format!("身份证号\n{}\n", number(1)));
    let fault = JoinFiles {
        subjects: &people,
        sources: &[source("车", "证件号码,x\n")],
    }
    .run(&mut Full, &mut |_, _| (), &Unwatched)
    .unwrap_err();
    assert_eq!(fault.code(), "disk_full");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// The pairs are those of the naive join over cleaned numbers.
    #[test]
    fn agrees_with_the_naive_join(
        list in prop::collection::vec((0u32..60, 0u8..7), 0..40),
        rows in prop::collection::vec((0u32..90, 0u8..9), 0..120),
    ) {
        let mut text = "序,身份证号\n".to_owned();
        for (n, (person, how)) in list.iter().enumerate() {
            text.push_str(&format!("{n},{}\n", spelt(*person, *how)));
        }
        let people = subjects(&text);
        let mut text = "证件号码,值\n".to_owned();
        let mut wanted = Vec::new();
        for (n, (person, how)) in rows.iter().enumerate() {
            // One spelling in nine is beyond repair.
            let cell = if *how == 8 { format!("{}9", number(*person)) } else { spelt(*person, *how) };
            text.push_str(&format!("{cell},v{n}\n"));
            if let Ok(id) = PackedId::read(&cell) {
                for (m, (subject, _)) in list.iter().enumerate() {
                    if PackedId::read(&number(*subject)) == Ok(id) {
                        wanted.push((format!("v{n}"), m.to_string()));
                    }
                }
            }
        }
        let (out, hits, rejects) = run(&people, &[source("源", &text)]);
        let found: Vec<(String, String)> = out
            .lines()
            .skip(1)
            .map(|line| {
                let cells: Vec<&str> = line.split(',').collect();
                (cells[5].to_owned(), cells[2].to_owned())
            })
            .collect();
        prop_assert_eq!(found, wanted);
        prop_assert_eq!(hits.rows, rows.len() as u64);
        prop_assert_eq!(rejects.len(), rows.iter().filter(|r| r.1 == 8).count());
    }
}
