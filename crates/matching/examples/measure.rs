//! Makes the files of the measurement and measures finding in them: `cargo xtask bench match`.
//!
//! `generate DIR [SCALE]` · `files DIR OUT` · `ingest DIR` · `deliveries DIR OUT` ·
//! `families DIR` · `pack` folders are found from the manifest. Each prints one line of JSON.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::disallowed_methods
)]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use matching::delivery::{Collect, Delivery, Evidence, Intake, Keys, Shelf, SoftSealer, Tagged};
use matching::find::{JoinFiles, SourceFile};
use matching::subjects::{SubjectFile, SubjectLimits};
use matching::{PackedId, Unwatched};
use pack::Pack;
use paper::Source;
use serde_json::json;

/// The five sources: file, source of the pack, rows at scale 1, columns after name and number.
const SOURCES: [(&str, &str, u64, &str); 5] = [
    (
        "房产",
        "real_estate",
        4_000_000,
        "房屋用途,建筑面积,房屋坐落,登记日期",
    ),
    (
        "社保",
        "social_insurance",
        8_000_000,
        "险种,参保单位,月缴费基数,参保状态",
    ),
    (
        "车辆",
        "vehicle",
        2_000_000,
        "车牌号,车辆类型,使用性质,品牌,初次登记日期",
    ),
    (
        "财政供养",
        "public_payroll",
        500_000,
        "单位名称,人员类别,应发工资",
    ),
    (
        "工商",
        "company",
        1_500_000,
        "企业名称,企业类型,职务,注册资本,成立日期,登记状态",
    ),
];
const SUBJECTS: u64 = 1_000_000;
/// Rows of a hundred that are about a subject.
const SHARE: u64 = 3;
/// Everybody else.
const STRANGERS: u64 = 30_000_000;

/// SplitMix64 (Steele, Lea, Flood 2014): a stream that repeats.
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }
}

const AREAS: [&str; 20] = [
    "620521", "620502", "620503", "620522", "620523", "620524", "420302", "420325", "420281",
    "420222", "420202", "513221", "430181", "430102", "620102", "620103", "610102", "610302",
    "510104", "110105",
];

/// The number of a person who does not exist; each `n` has another one.
fn number(n: u64) -> String {
    // Spread, so that neighbours in a file are not neighbours by birth.
    let n = n.wrapping_mul(387_420_489) % 400_000_007;
    let area = AREAS[(n % 20) as usize];
    let days = n / 20 % 27_000;
    let serial = n / 540_000;
    let birth = chrono::NaiveDate::from_ymd_opt(1938, 1, 1).unwrap() + chrono::Days::new(days);
    kernel::IdNumber::compose(area, birth, serial as u16)
        .unwrap()
        .as_str()
        .to_owned()
}

const FAMILY: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "高", "林", "罗",
];
const GIVEN: [&str; 20] = [
    "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟",
    "涛", "明", "超", "秀兰", "霞",
];

fn name(n: u64) -> String {
    format!(
        "{}{}",
        FAMILY[(n % 20) as usize],
        GIVEN[(n / 20 % 20) as usize]
    )
}

/// A number as departments write it.
fn spelt(number: &str, dice: &mut Stream) -> String {
    match dice.below(1000) {
        0..=4 => format!(" {number}"),
        5..=6 => format!("'{number}"),
        // Old numbers exist for births of the twentieth century only.
        7..=9 if &number[6..8] == "19" => format!("{}{}", &number[..6], &number[8..17]),
        10..=11 => {
            let last = if number.ends_with('0') { '1' } else { '0' };
            format!("{}{last}", &number[..17])
        }
        12 => String::new(),
        13..=30 => number.to_lowercase(),
        _ => number.to_owned(),
    }
}

fn date(dice: &mut Stream) -> String {
    format!(
        "{}-{:02}-{:02}",
        2000 + dice.below(22),
        1 + dice.below(12),
        1 + dice.below(28)
    )
}

fn details(source: usize, dice: &mut Stream, line: &mut String) {
    let pick =
        |dice: &mut Stream, from: &[&'static str]| from[dice.below(from.len() as u64) as usize];
    let _ = match source {
        0 => {
            let comma = dice.below(100) == 0;
            let place = format!("清水县永清镇中山路{}号", dice.below(900));
            let place = if comma {
                format!("\"{place},{}单元\"", dice.below(9))
            } else {
                place
            };
            write!(
                line,
                "{},{}.{:02},{place},{}",
                pick(dice, &["住宅", "商服", "车库"]),
                30 + dice.below(150),
                dice.below(100),
                date(dice)
            )
        }
        1 => write!(
            line,
            "{},天水市第{}建筑劳务有限公司,{},{}",
            pick(dice, &["城镇职工养老", "城乡居民养老", "失业", "工伤"]),
            dice.below(3000),
            2000 + dice.below(9000),
            pick(dice, &["参保缴费", "暂停缴费", "离退休"])
        ),
        2 => write!(
            line,
            "甘E{:05},{},{},牌{}型,{}",
            dice.below(100_000),
            pick(dice, &["小型轿车", "轻型货车", "普通二轮摩托车"]),
            pick(dice, &["非营运", "营运", "货运"]),
            dice.below(400),
            date(dice)
        ),
        3 => write!(
            line,
            "清水县第{}中学,{},{}",
            dice.below(200),
            pick(dice, &["公务员", "事业人员", "离退休人员"]),
            3000 + dice.below(9000)
        ),
        _ => write!(
            line,
            "清水县{}号农资经营部,{},{},{},{},{}",
            dice.below(90_000),
            pick(dice, &["个体工商户", "有限责任公司"]),
            pick(dice, &["经营者", "法定代表人", "股东"]),
            10_000 * (1 + dice.below(300)),
            date(dice),
            pick(dice, &["存续", "注销"])
        ),
    };
}

fn generate(dir: &Path, scale: u64) {
    fs::create_dir_all(dir).unwrap();
    let subjects = SUBJECTS * scale.min(1);
    let mut out =
        BufWriter::with_capacity(1 << 20, File::create(dir.join("subjects.csv")).unwrap());
    writeln!(out, "户编号,姓名,身份证号,项目").unwrap();
    for n in 0..subjects {
        let programme = ["dibao", "tekun", "near_dibao"][(n % 3) as usize];
        writeln!(out, "H{:07},{},{},{programme}", n / 2, name(n), number(n)).unwrap();
    }
    out.flush().unwrap();
    for (at, (file, _, rows, columns)) in SOURCES.iter().enumerate() {
        let mut dice = Stream(at as u64 + 1);
        let path = dir.join(format!("{file}.csv"));
        let mut out = BufWriter::with_capacity(1 << 20, File::create(path).unwrap());
        writeln!(out, "序号,姓名,证件号码,{columns}").unwrap();
        let mut line = String::new();
        for row in 0..rows * scale {
            let person = if dice.below(100) < SHARE {
                dice.below(subjects)
            } else {
                subjects + dice.below(STRANGERS)
            };
            line.clear();
            let _ = write!(
                line,
                "{},{},{},",
                row + 1,
                name(person),
                spelt(&number(person), &mut dice)
            );
            details(at, &mut dice, &mut line);
            line.push('\n');
            out.write_all(line.as_bytes()).unwrap();
        }
        out.flush().unwrap();
    }
}

fn subjects(dir: &Path) -> SubjectFile {
    let list = Source::path(&dir.join("subjects.csv"));
    SubjectFile::read(&list, "身份证号", SubjectLimits::default(), &Unwatched).unwrap()
}

/// Most memory the process ever had, in MiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok())
        .map_or(0, |kib| kib / 1024)
}

/// Seconds of processor time of all threads so far; a second has a hundred ticks on Linux.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = rest.split_whitespace().skip(11).take(2);
    ticks.filter_map(|t| t.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn files(dir: &Path, out: &Path) {
    let started = Instant::now();
    let list = subjects(dir);
    let sources: Vec<SourceFile> = SOURCES
        .iter()
        .map(|(file, ..)| SourceFile {
            name: (*file).to_owned(),
            source: Source::path(&dir.join(format!("{file}.csv"))),
            key: "证件号码".to_owned(),
        })
        .collect();
    let mut rejects = BufWriter::new(File::create(out.with_extension("rejects.csv")).unwrap());
    let mut output = BufWriter::with_capacity(1 << 20, File::create(out).unwrap());
    let hits = JoinFiles {
        subjects: &list,
        sources: &sources,
    }
    .run(
        &mut output,
        &mut |file, reject| {
            writeln!(rejects, "{file:?},{},{}", reject.row, reject.reason.code()).unwrap();
        },
        &Unwatched,
    )
    .unwrap();
    rejects.flush().unwrap();
    println!(
        "{}",
        json!({"step": "files", "rows": hits.rows, "subjects": hits.subjects, "hits": hits.hits,
            "rejected": hits.rejected, "seconds": started.elapsed().as_secs_f64(), "cpu": cpu(), "mib": peak()})
    );
}

fn keys() -> Keys {
    Keys::new(&[7; 32], Box::new(SoftSealer::new(&[9; 32])))
}

/// The national sources alone: nothing else of the packs is measured.
fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/cn");
    let mut texts = vec![(
        "cn/pack.yaml".to_owned(),
        fs::read(root.join("pack.yaml")).unwrap(),
    )];
    for file in fs::read_dir(root.join("sources")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        texts.push((format!("cn/sources/{name}"), fs::read(path).unwrap()));
    }
    Pack::from_map(texts).unwrap()
}

fn ingest(dir: &Path) {
    let packs = packs();
    let _ = fs::remove_dir_all(dir.join("shelf"));
    let shelf = Shelf::open(&dir.join("shelf")).unwrap();
    let keys = keys();
    let started = Instant::now();
    let (mut rows, mut kept) = (0, 0);
    for (file, key, ..) in SOURCES {
        let kind = packs.sources().iter().find(|s| s.key == key).unwrap();
        let file = Source::path(&dir.join(format!("{file}.csv")));
        let taken = shelf
            .ingest(
                &Intake {
                    kind,
                    file: &file,
                    as_of: chrono::NaiveDate::from_ymd_opt(2022, 10, 1).unwrap(),
                    known: &[],
                    keep_older: false,
                    memory: 256 << 20,
                },
                &keys,
                &Unwatched,
            )
            .unwrap();
        rows += taken.manifest.rows;
        kept += taken.manifest.kept;
    }
    let bytes: u64 = fs::read_dir(dir.join("shelf"))
        .unwrap()
        .map(|f| f.unwrap().metadata().unwrap().len())
        .sum();
    println!(
        "{}",
        json!({"step": "ingest", "rows": rows, "kept": kept, "seconds": started.elapsed().as_secs_f64(),
            "cpu": cpu(), "mib": peak(), "bytes": bytes})
    );
}

fn shelf(dir: &Path, keys: &Keys) -> Vec<Delivery> {
    let shelf = Shelf::open(&dir.join("shelf")).unwrap();
    let all = shelf.list().unwrap();
    all.iter()
        .map(|(digest, _)| shelf.delivery(digest, keys).unwrap())
        .collect()
}

struct Lines<'l> {
    list: &'l SubjectFile,
    source: &'l str,
    text: Vec<u8>,
    hits: u64,
}

impl Collect for Lines<'_> {
    fn take(&mut self, hit: &Evidence<'_>) {
        let _ = write!(self.text, "{},{},", self.source, hit.row);
        self.text.extend_from_slice(self.list.row(hit.subject));
        for cell in hit.cells.iter() {
            self.text.push(b',');
            if cell.contains(',') {
                let _ = write!(self.text, "\"{cell}\"");
            } else {
                self.text.extend_from_slice(cell.as_bytes());
            }
        }
        self.text.push(b'\n');
        self.hits += 1;
    }
}

fn ids(list: &SubjectFile) -> Vec<PackedId> {
    let text = |row: u32| String::from_utf8_lossy(list.row(row)).into_owned();
    (0..list.table().len() as u32)
        .map(|row| PackedId::read(text(row).split(',').nth(2).unwrap()).unwrap())
        .collect()
}

fn deliveries(dir: &Path, out: &Path) {
    let keys = keys();
    let started = Instant::now();
    let list = subjects(dir);
    let people = Tagged::new(&ids(&list), &keys);
    let listed = started.elapsed();
    let mut output = BufWriter::with_capacity(1 << 20, File::create(out).unwrap());
    let mut hits = 0;
    for delivery in shelf(dir, &keys) {
        let source = delivery.manifest().source.clone();
        delivery
            .find(
                &people,
                0,
                || Lines {
                    list: &list,
                    source: &source,
                    text: Vec::new(),
                    hits: 0,
                },
                |_, part: Lines<'_>| {
                    hits += part.hits;
                    output.write_all(&part.text).unwrap();
                    Ok(())
                },
                &Unwatched,
            )
            .unwrap();
    }
    output.flush().unwrap();
    println!(
        "{}",
        json!({"step": "deliveries", "hits": hits, "seconds": started.elapsed().as_secs_f64(),
            "reading_the_list": listed.as_secs_f64(), "cpu": cpu(), "mib": peak()})
    );
}

fn families(dir: &Path) {
    let keys = keys();
    let list = subjects(dir);
    let ids = ids(&list);
    let shelf = shelf(dir, &keys);
    let mut times = Vec::new();
    let mut hits = 0;
    for family in ids.chunks(4).step_by(ids.len() / 4 / 500).take(500) {
        let started = Instant::now();
        let people = Tagged::new(family, &keys);
        for delivery in &shelf {
            let mut lines = Lines {
                list: &list,
                source: "",
                text: Vec::new(),
                hits: 0,
            };
            delivery.look_up(&people, &mut lines).unwrap();
            hits += lines.hits;
        }
        times.push(started.elapsed());
    }
    times.sort_unstable();
    let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
    println!(
        "{}",
        json!({"step": "families", "families": times.len(), "hits": hits, "median_ms": ms(times.len() / 2),
            "p95_ms": ms(times.len() * 95 / 100), "most_ms": ms(times.len() - 1)})
    );
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let path = |at: usize| PathBuf::from(&given[at]);
    match given[0].as_str() {
        "generate" => generate(&path(1), given.get(2).map_or(1, |s| s.parse().unwrap())),
        "files" => files(&path(1), &path(2)),
        "ingest" => ingest(&path(1)),
        "deliveries" => deliveries(&path(1), &path(2)),
        "families" => families(&path(1)),
        other => panic!("{other} is no step"),
    }
}
