//! The files of the opening roster, read back with other readers than the writers.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use encoding_rs::GB18030;
use kernel::{BankAccount, DisabilityCard, IdNumber, Month};
use synth::model::{Programme, Revitalisation};
use synth::{County, Place};

fn quiet(_: synth::Progress<'_>) {}

fn bytes(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_same_place_gives_the_same_bytes() {
    let write = |seed| {
        let dir = tempfile::tempdir().unwrap();
        County::village(seed, 300)
            .write_workbooks(dir.path(), &mut quiet)
            .unwrap();
        bytes(dir.path())
    };
    let first = write(5);
    assert_eq!(first.len(), 10);
    assert_eq!(first, write(5));
    let other = write(6);
    for ((name, one), (_, two)) in first.iter().zip(&other) {
        assert_ne!(one, two, "{name} does not depend on the seed");
    }
}

/// The rows of a sheet below its column titles, with the titles.
fn sheet(path: &Path, name: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let mut rows = range.rows().map(<[Data]>::to_vec);
    let titles = rows
        .by_ref()
        .find(|row| {
            row.iter()
                .filter(|cell| !matches!(cell, Data::Empty))
                .count()
                > 5
        })
        .unwrap();
    (
        titles.iter().map(ToString::to_string).collect(),
        rows.collect(),
    )
}

fn column(titles: &[String], title: &str) -> usize {
    titles
        .iter()
        .position(|found| found == title)
        .unwrap_or_else(|| panic!("no column {title}"))
}

#[test]
fn the_county_is_in_the_files() {
    let county = County::generate(2022);
    let dir = tempfile::tempdir().unwrap();
    let mut told = BTreeSet::new();
    let written = county
        .write_workbooks(dir.path(), &mut |progress| {
            assert!(progress.done <= progress.total);
            if progress.done == progress.total {
                told.insert(progress.file.to_owned());
            }
        })
        .unwrap();
    assert_eq!(told.len(), written.len(), "every file reports its end");
    let state = county.state_at(county.opening);
    let rows = |name: &str| {
        written
            .iter()
            .find(|file| file.name.starts_with(name))
            .unwrap()
            .rows
    };
    assert_eq!(rows("农村低保家庭查询"), state.of(Programme::Dibao).count());
    assert_eq!(rows("特困人员查询"), 968);
    assert_eq!(
        (rows("防返贫监测_户信息"), rows("防返贫监测_家庭成员信息")),
        (22_622, 102_260)
    );
    assert_eq!(rows("孤儿"), 25);

    // Numbers that must not be calculated with are text, and read back as what they are.
    let (titles, households) = sheet(&dir.path().join(&written[0].name), "农村低保家庭查询");
    assert_eq!(households.len(), written[0].rows);
    for row in &households {
        let text = |title| match &row[column(&titles, title)] {
            Data::String(text) => text.clone(),
            other => panic!("{title} is {other:?}"),
        };
        IdNumber::parse(&text("身份证号")).unwrap();
        assert!(
            BankAccount::parse(&text("一卡通账号"))
                .unwrap()
                .passes_luhn()
        );
        Month::parse(&text("最初享受月份")).unwrap();
        assert!(matches!(
            row[column(&titles, "保障人口数")],
            Data::Float(_) | Data::Int(_)
        ));
        assert_eq!(
            row[column(&titles, "户月保障金额")],
            Data::Empty,
            "amounts are no facts"
        );
    }
    let (titles, persons) = sheet(&dir.path().join(&written[1].name), "农村低保人员查询");
    assert_eq!(persons.len(), written[1].rows);
    let covered = persons
        .iter()
        .filter(|row| row[column(&titles, "是否保障对象")] == "是")
        .count();
    let expected: usize = state
        .of(Programme::Dibao)
        .map(|award| award.entry.covered.len())
        .sum();
    assert_eq!(covered, expected);

    // Every household of the place stands in a file, so that later starts find it.
    let mut seen = BTreeSet::new();
    for row in &persons {
        seen.insert(row[column(&titles, "身份证号")].to_string());
    }
    for (name, page, title) in [
        (
            "特困人员查询_620521_202112.xlsx",
            "特困人员查询",
            "身份证号",
        ),
        ("其他登记家庭_202112.xlsx", "成员", "身份证号"),
    ] {
        let (titles, rows) = sheet(&dir.path().join(name), page);
        seen.extend(
            rows.iter()
                .map(|row| row[column(&titles, title)].to_string()),
        );
    }
    let list = fs::read_to_string(dir.path().join("防返贫监测_家庭成员信息_202112.csv")).unwrap();
    seen.extend(
        list.lines()
            .skip(1)
            .map(|line| line.split(',').nth(3).unwrap().to_owned()),
    );
    for person in &county.persons {
        assert!(
            seen.contains(person.id_number.as_str()),
            "a person stands in no file"
        );
    }
    let kinds = fs::read_to_string(dir.path().join("防返贫监测_户信息_202112.csv")).unwrap();
    assert_eq!(kinds.matches(",突发严重困难户,").count(), 45);
    assert!(
        county
            .households
            .iter()
            .any(|household| household.list == Some(Revitalisation::Sudden))
    );
    allowances(dir.path(), &county);
    disabilities(dir.path(), &county);
}

/// What no file tells, nobody can count: every disabled person's kind stands in some file.
fn disabilities(dir: &Path, county: &County) {
    let mut told = BTreeSet::new();
    let mut tell = |titles: &[String], rows: &mut dyn Iterator<Item = Vec<String>>| {
        let (id, kind) = (column(titles, "身份证号"), column(titles, "残疾类别"));
        told.extend(
            rows.filter(|row| !row[kind].is_empty())
                .map(|row| row[id].clone()),
        );
    };
    for (name, page) in [
        ("农村低保人员查询_620521_202112.xlsx", "农村低保人员查询"),
        ("特困人员查询_620521_202112.xlsx", "特困人员查询"),
        ("其他登记家庭_202112.xlsx", "成员"),
        ("孤儿_202112.xlsx", "孤儿"),
    ] {
        let (titles, rows) = sheet(&dir.join(name), page);
        let mut rows = rows
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect());
        tell(&titles, &mut rows);
    }
    for name in ["残疾人两项补贴_202112.csv", "事实无人抚养儿童_202112.csv"] {
        let raw = fs::read(dir.join(name)).unwrap();
        let text = match std::str::from_utf8(&raw) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => GB18030.decode(&raw).0.into_owned(),
        };
        let mut lines = text
            .lines()
            .map(|line| line.split(',').map(ToOwned::to_owned).collect::<Vec<_>>());
        let titles = lines.next().unwrap();
        tell(&titles, &mut lines);
    }
    for person in &county.persons {
        assert!(
            person.disability.is_none() || told.contains(person.id_number.as_str()),
            "a disability stands in no file"
        );
    }
}

fn allowances(dir: &Path, county: &County) {
    let raw = fs::read(dir.join("残疾人两项补贴_202112.csv")).unwrap();
    assert!(
        String::from_utf8(raw.clone()).is_err(),
        "the file is no UTF-8"
    );
    let (text, _, broken) = GB18030.decode(&raw);
    assert!(!broken);
    let mut lines = text.lines();
    let titles: Vec<String> = lines
        .next()
        .unwrap()
        .split(',')
        .map(ToOwned::to_owned)
        .collect();
    let (card, words) = (column(&titles, "残疾人证号"), column(&titles, "补贴类型"));
    let (mut living, mut care) = (0, 0);
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        DisabilityCard::parse(cells[card]).unwrap();
        living += usize::from(cells[words].contains("生活补贴"));
        care += usize::from(cells[words].contains("护理补贴"));
    }
    let state = county.state_at(county.opening);
    assert_eq!(living, state.of(Programme::DisabilityLiving).count());
    assert_eq!(care, state.of(Programme::DisabilityCare).count());
}

#[test]
fn a_scaled_place_has_its_size_and_repeats() {
    let place = Place::scaled(10_000, 9);
    let mut ids = BTreeSet::new();
    let mut persons = 0;
    for record in place.families() {
        persons += record.people.len();
        assert!(
            record
                .people
                .iter()
                .all(|person| ids.insert(person.id_number))
        );
        assert!(!record.entry.covered.is_empty() && record.account.holder == record.entry.payee);
    }
    assert_eq!(persons, 10_000);
    let write = || {
        let dir = tempfile::tempdir().unwrap();
        let files = place.write_csv(dir.path(), &mut quiet).unwrap();
        assert_eq!(files[0][1].rows, 10_000);
        bytes(dir.path())
    };
    let csv = write();
    assert_eq!(csv, write());
    assert_eq!(
        String::from_utf8(csv[0].1.clone()).unwrap().lines().count(),
        10_001
    );

    let dir = tempfile::tempdir().unwrap();
    Place::scaled(500, 9)
        .write_xlsx(dir.path(), &mut quiet)
        .unwrap();
    let (_, rows) = sheet(
        &dir.path().join("农村低保人员查询.xlsx"),
        "农村低保人员查询",
    );
    assert_eq!(rows.len(), 500);
    assert_eq!(Place::scaled(0, 1).families().count(), 0);
}
