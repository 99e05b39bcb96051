use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;
use kernel::IdNumber;
use pack::Pack;
use pack::model::SourceKind;
use paper::Source;
use proptest::prelude::*;

use super::*;
use crate::clean::PackedId;
use crate::{MatchError, Reason, Unwatched, Watch};

fn packs() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
        Pack::from_dir(&root).unwrap()
    })
}

fn kind(key: &str) -> &'static SourceKind {
    packs().sources().iter().find(|s| s.key == key).unwrap()
}

fn keys() -> Keys {
    Keys::new(&[7; 32], Box::new(SoftSealer::new(&[9; 32])))
}

fn person(n: u32) -> PackedId {
    let birth = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
    PackedId::new(&IdNumber::compose("620521", birth, (n % 1000) as u16).unwrap())
}

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, d).unwrap()
}

fn intake<'i>(kind: &'i SourceKind, file: &'i Source, known: &'i [Manifest]) -> Intake<'i> {
    Intake {
        kind,
        file,
        as_of: day(20),
        known,
        keep_older: false,
        memory: 64 << 20,
    }
}

fn cars(rows: &[u32]) -> String {
    let mut text = "机动车所有人,身份证号,车牌号,品牌,初次登记日期\n".to_owned();
    for (n, person_no) in rows.iter().enumerate() {
        let number = person(*person_no).number();
        text.push_str(&format!(
            "人{n},{},甘E{n},牌{n},2020年1月{}日\n",
            number.as_str(),
            n % 28 + 1
        ));
    }
    text
}

/// Hits as subject, row and cells.
#[derive(Default)]
struct All(Vec<(u32, u32, Vec<String>)>);

impl Collect for All {
    fn take(&mut self, hit: &Evidence<'_>) {
        let cells = hit.cells.iter().map(str::to_owned).collect();
        self.0.push((hit.subject, hit.row, cells));
    }
}

fn found(delivery: &Delivery, people: &[PackedId], keys: &Keys) -> Vec<(u32, u32, Vec<String>)> {
    let mut all = Vec::new();
    delivery
        .find(
            &Tagged::new(people, keys),
            0,
            All::default,
            |_, part: All| {
                all.extend(part.0);
                Ok(())
            },
            &Unwatched,
        )
        .unwrap();
    all.sort();
    all
}

#[test]
fn tags_agree_with_the_reference() {
    let key = [0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908];
    // The ninth vector of the authors: the bytes 00 to 07.
    assert_eq!(keys::sip(key, 0x0706_0504_0302_0100), 0x93f5_f579_9a93_2462);
}

#[test]
fn a_row_opens_only_in_its_own_place() {
    let sealer = SoftSealer::new(&[1; 32]);
    let rows = sealer.of_delivery(&[2; 32]);
    let other = sealer.of_delivery(&[3; 32]);
    let mut sealed = b"plain".to_vec();
    rows.seal(5, 77, &mut sealed);
    assert!(sealed.len() == 21 && !sealed.windows(5).any(|w| w == b"plain"));
    assert!(!rows.open(6, 77, &mut sealed.clone()));
    assert!(!rows.open(5, 78, &mut sealed.clone()));
    assert!(!other.open(5, 77, &mut sealed.clone()));
    let mut spoilt = sealed.clone();
    spoilt[0] ^= 1;
    assert!(!rows.open(5, 77, &mut spoilt));
    assert!(rows.open(5, 77, &mut sealed));
    assert_eq!(sealed, b"plain");
}

#[test]
fn rows_come_back_cleaned_and_faults_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let (one, two) = (person(1).number(), person(2).number());
    let text = format!(
        "某县房产登记\n权利人,证件号码,房屋用途,建筑面积,登记日期\n\
         王 五,{},住宅,\"1,080.50㎡\",2020年1月5日\n\
         劉六,{},商服,八十,2020-13-40\n\
         坏,123,住宅,80,2020-01-01\n",
        one.as_str().to_lowercase(),
        two.as_str()
    );
    let file = Source::bytes("房产.csv", text.as_bytes());
    let keys = keys();
    let taken = shelf
        .ingest(&intake(kind("real_estate"), &file, &[]), &keys, &Unwatched)
        .unwrap();
    let manifest = &taken.manifest;
    assert_eq!((manifest.rows, manifest.kept), (3, 2));
    assert_eq!(manifest.rejected, [("id_length".to_owned(), 1)]);
    assert_eq!(
        manifest.dropped,
        [("面积".to_owned(), 1), ("登记时间".to_owned(), 1)]
    );
    let listed: Vec<(u64, Reason, bool)> = taken
        .rejects
        .iter()
        .map(|r| (r.row, r.reason, r.kept))
        .collect();
    assert_eq!(
        listed,
        [
            (4, Reason::Type, true),
            (4, Reason::Type, true),
            (5, Reason::Id(crate::IdReason::Length), false)
        ]
    );
    let delivery = shelf.delivery(&taken.digest, &keys).unwrap();
    delivery.verify().unwrap();
    assert_eq!(delivery.rejects().unwrap(), taken.rejects);
    assert_eq!(shelf.list().unwrap(), [(taken.digest, manifest.clone())]);
    let hits = found(&delivery, &[person(2), person(9), person(1)], &keys);
    let cells = |at: usize| hits[at].2.join("|");
    assert_eq!((hits.len(), hits[0].1, hits[1].1), (2, 4, 3));
    assert_eq!(cells(0), "刘六|商服||||");
    assert_eq!(cells(1), "王五|住宅|1080.5|||2020-01-05");
}

#[test]
fn a_required_cell_rejects_its_row() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let text = format!(
        "身份证号,死亡日期\n{},2022-09-01\n{},\n{},前年\n",
        person(1).number().as_str(),
        person(2).number().as_str(),
        person(3).number().as_str()
    );
    let file = Source::bytes("死亡.csv", text.as_bytes());
    let taken = shelf
        .ingest(&intake(kind("death"), &file, &[]), &keys(), &Unwatched)
        .unwrap();
    let reasons: Vec<Reason> = taken.rejects.iter().map(|r| r.reason).collect();
    assert_eq!(reasons, [Reason::Missing, Reason::Type]);
}

#[test]
fn the_same_and_older_deliveries_are_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let keys = keys();
    let text = cars(&[1, 2]);
    let file = Source::bytes("车.csv", text.as_bytes());
    let first = shelf
        .ingest(&intake(kind("vehicle"), &file, &[]), &keys, &Unwatched)
        .unwrap();
    let known = [first.manifest.clone()];
    let renamed = Source::bytes("车辆再报.csv", text.as_bytes());
    let again = shelf.ingest(
        &intake(kind("vehicle"), &renamed, &known),
        &keys,
        &Unwatched,
    );
    assert!(matches!(again, Err(MatchError::SameDelivery(d)) if d == day(20)));
    let other = Source::bytes("车.csv", cars(&[3]).into_bytes());
    let mut old = intake(kind("vehicle"), &other, &known);
    old.as_of = day(1);
    assert_eq!(
        shelf.ingest(&old, &keys, &Unwatched).unwrap_err().code(),
        "older_delivery"
    );
    old.keep_older = true;
    assert!(shelf.ingest(&old, &keys, &Unwatched).is_ok());
    // Another source may well send the same file; the bytes of a delivery repeat.
    let twin = tempfile::tempdir().unwrap();
    let twin = Shelf::open(twin.path()).unwrap();
    let second = twin
        .ingest(&intake(kind("vehicle"), &file, &[]), &keys, &Unwatched)
        .unwrap();
    assert_eq!(second.digest, first.digest);
    assert_eq!(
        std::fs::read(twin.path(&second.digest)).unwrap(),
        std::fs::read(shelf.path(&first.digest)).unwrap()
    );
}

#[test]
fn nothing_is_left_of_what_failed() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let empty = || std::fs::read_dir(folder.path()).unwrap().next().is_none();
    let rows: Vec<u32> = (0..5000).collect();
    let file = Source::bytes("车.csv", cars(&rows).into_bytes());
    let keys = keys();
    for memory in [0, 64 << 20] {
        // The disk is full while rows are laid aside, or while the delivery is written.
        let small = shelf.clone().with_room(100_000);
        let mut given = intake(kind("vehicle"), &file, &[]);
        given.memory = memory;
        let fault = small.ingest(&given, &keys, &Unwatched).unwrap_err();
        assert_eq!(fault.code(), "disk_full");
        assert!(empty());
    }
    struct Stop(AtomicU64);
    impl Watch for Stop {
        fn cancelled(&self) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed) > 5
        }
    }
    let stopped = shelf.ingest(
        &intake(kind("vehicle"), &file, &[]),
        &keys,
        &Stop(AtomicU64::new(0)),
    );
    assert!(matches!(stopped, Err(MatchError::Cancelled)));
    assert!(empty());
    for (text, code) in [
        ("身份证号,车牌号\n", "nothing_usable"),
        ("身份证号,车牌号\n1,2\n", "nothing_usable"),
        ("", "empty"),
        ("甲,乙\n1,2\n", "header_not_found"),
    ] {
        let file = Source::bytes("车.csv", text.as_bytes());
        let fault = shelf.ingest(&intake(kind("vehicle"), &file, &[]), &keys, &Unwatched);
        assert_eq!(fault.unwrap_err().code(), code);
        assert!(empty());
    }
}

const CHILD: &str = "DOUDI_TEST_KILLED_INGEST";

/// Dies in the middle of an ingest when the test below starts it.
#[test]
fn killed_child() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    struct Die(AtomicU64);
    impl Watch for Die {
        fn cancelled(&self) -> bool {
            if self.0.fetch_add(1, Ordering::Relaxed) == 40 {
                std::process::abort();
            }
            false
        }
    }
    let shelf = Shelf::open(Path::new(&folder)).unwrap();
    let rows: Vec<u32> = (0..5000).collect();
    let file = Source::bytes("车.csv", cars(&rows).into_bytes());
    let mut given = intake(kind("vehicle"), &file, &[]);
    given.memory = 0;
    let _ = shelf.ingest(&given, &keys(), &Die(AtomicU64::new(0)));
}

#[test]
fn a_kill_leaves_nothing_half_ingested() {
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "delivery::tests::killed_child"])
        .env(CHILD, folder.path())
        .output()
        .unwrap()
        .status;
    assert!(!status.success());
    let left = |folder: &Path| std::fs::read_dir(folder).unwrap().count();
    assert_eq!(left(folder.path()), 2, "the child died in the middle");
    let shelf = Shelf::open(folder.path()).unwrap();
    assert_eq!(left(folder.path()), 0);
    assert_eq!(shelf.list().unwrap(), []);
}

#[test]
fn altered_files_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(folder.path()).unwrap();
    let keys = keys();
    let rows: Vec<u32> = (0..300).collect();
    let file = Source::bytes("车.csv", cars(&rows).into_bytes());
    let taken = shelf
        .ingest(&intake(kind("vehicle"), &file, &[]), &keys, &Unwatched)
        .unwrap();
    let path = shelf.path(&taken.digest);
    let whole = std::fs::read(&path).unwrap();
    let people: Vec<PackedId> = (0..300).map(person).collect();
    let text = String::from_utf8_lossy(&whole[..600]).into_owned();
    assert!(!text.contains(person(1).number().as_str()));
    for at in (0..whole.len()).step_by(97) {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 0x10;
        std::fs::write(&path, &spoilt).unwrap();
        let noticed = match Delivery::open(&path, &keys) {
            Err(_) => true,
            Ok(delivery) => delivery.verify().is_err(),
        };
        assert!(noticed, "byte {at}");
    }
    std::fs::write(&path, &whole[..whole.len() - 10]).unwrap();
    assert!(Delivery::open(&path, &keys).is_err());
    std::fs::write(&path, &whole).unwrap();
    let other = Keys::new(&[8; 32], Box::new(SoftSealer::new(&[9; 32])));
    let delivery = Delivery::open(&path, &keys).unwrap();
    assert_eq!(found(&delivery, &people, &keys).len(), 300);
    assert!(found(&delivery, &people, &other).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// With every memory bound and for few people and many, the hits are those of the naive join.
    #[test]
    fn agrees_with_the_naive_join(
        rows in prop::collection::vec(0u32..800, 1..900),
        people in prop::collection::vec(0u32..1200, 0..700),
        memory in prop::sample::select(vec![0usize, 10_000, 1 << 20]),
        from in 0usize..200,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::open(folder.path()).unwrap();
        let keys = keys();
        let file = Source::bytes("车.csv", cars(&rows).into_bytes());
        let mut given = intake(kind("vehicle"), &file, &[]);
        given.memory = memory;
        let taken = shelf.ingest(&given, &keys, &Unwatched).unwrap();
        let delivery = shelf.delivery(&taken.digest, &keys).unwrap();
        delivery.verify().unwrap();
        let ids: Vec<PackedId> = people.iter().map(|n| person(*n)).collect();
        let hits = found(&delivery, &ids, &keys);
        let mut wanted = Vec::new();
        for (subject, p) in people.iter().enumerate() {
            for (row, r) in rows.iter().enumerate() {
                if p == r {
                    wanted.push((subject as u32, row as u32 + 2));
                }
            }
        }
        wanted.sort_unstable();
        let pairs: Vec<(u32, u32)> = hits.iter().map(|h| (h.0, h.1)).collect();
        prop_assert_eq!(&pairs, &wanted);
        for (_, row, cells) in &hits {
            prop_assert_eq!(&cells[1], &format!("甘E{}", row - 2));
        }
        // A run that stopped after some groups goes on where it was.
        let tagged = Tagged::new(&ids, &keys);
        let mut parts = Vec::new();
        let mut last = 0;
        let stopped = delivery.find(&tagged, 0, All::default, |group, part: All| {
            if group >= from {
                return Err(MatchError::Cancelled);
            }
            last = group + 1;
            parts.extend(part.0);
            Ok(())
        }, &Unwatched);
        if stopped.is_err() {
            delivery.find(&tagged, last, All::default, |_, part: All| {
                parts.extend(part.0);
                Ok(())
            }, &Unwatched).unwrap();
        }
        parts.sort();
        prop_assert_eq!(&parts, &hits);
        // One family at a time.
        let mut single = All::default();
        for (n, id) in ids.iter().enumerate().take(20) {
            let mut one = All::default();
            delivery.look_up(&Tagged::new(&[*id], &keys), &mut one).unwrap();
            single.0.extend(one.0.into_iter().map(|(_, row, cells)| (n as u32, row, cells)));
        }
        single.0.sort();
        let few: Vec<_> = hits.iter().filter(|h| h.0 < 20).cloned().collect();
        prop_assert_eq!(single.0, few);
        let distinct: BTreeSet<u32> = rows.iter().copied().collect();
        prop_assert!(taken.manifest.kept as usize >= distinct.len());
    }
}
