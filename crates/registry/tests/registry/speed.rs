//! How fast and in how much memory; run with `--release -- --ignored --nocapture speed`.

use std::io::Write as _;

use platform::files::Source;
use registry::{Mode, NewUpload, UploadFile};

use super::fixtures::{self as fx, COUNTY, HOUSEHOLD, PERSON};

fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|l| l.starts_with("VmHWM:"))
        .unwrap_or("0 0");
    line.split_whitespace()
        .nth(1)
        .and_then(|n| n.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; for measuring"]
async fn speed() {
    let households: u32 = std::env::var("DOUDI_HOUSEHOLDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(40_000);
    let app = fx::app().await;
    let clerk = app.user("clerk", COUNTY);
    let ctx = app.ctx(&clerk);
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
    let mut first = std::io::BufWriter::new(std::fs::File::create(&a).unwrap());
    let mut second = std::io::BufWriter::new(std::fs::File::create(&b).unwrap());
    writeln!(first, "{HOUSEHOLD}").unwrap();
    writeln!(second, "{PERSON}").unwrap();
    let start = fx::day("1930-01-01");
    let mut persons = 0_u32;
    let mut next = || {
        let day = start + chrono::Days::new(u64::from(persons % 30_000));
        let id = kernel::IdNumber::compose("620521", day, (persons / 30_000) as u16).unwrap();
        persons += 1;
        id.as_str().to_owned()
    };
    let surnames: Vec<char> = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".chars().collect();
    let given: Vec<char> = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
        .chars()
        .collect();
    for i in 0..households {
        let pick = |list: &[char], n: u32| list[n as usize % list.len()];
        let name = |n: u32| {
            format!(
                "{}{}{}",
                pick(&surnames, n),
                pick(&given, n / 7),
                pick(&given, n / 31)
            )
        };
        let head = next();
        writeln!(first, "{},{head},620521100201,永清镇,李崖村,李崖村{}组{i}号,D{i:07},2021-03,二类,整户,甘肃省农村信用社,{},62170000{i:011},138{i:08},{}", name(i), i % 9, name(i), i % 9_000).unwrap();
        writeln!(
            second,
            "{head},{},{},{head},户主,,,健康,,,部分丧失,是",
            name(i),
            name(i)
        )
        .unwrap();
        for m in 0..(i % 4) {
            writeln!(
                second,
                "{head},{},{},{},子,,,慢性病,肢体,二级,无,是",
                name(i),
                name(i + m + 13),
                next()
            )
            .unwrap();
        }
    }
    drop((first, second));
    let clock = std::time::Instant::now();
    let upload = NewUpload {
        kind: "provincial_rural_dibao".into(),
        as_of: Some(fx::day("2021-12-31")),
        files: vec![
            UploadFile {
                name: "家庭.csv".into(),
                key: Some("households".into()),
                source: Source::Path(a),
            },
            UploadFile {
                name: "人员.csv".into(),
                key: Some("persons".into()),
                source: Source::Path(b),
            },
        ],
    };
    let import = registry::create_import(&ctx, upload).await.unwrap();
    let uploaded = clock.elapsed();
    app.run_jobs().await;
    let checked = clock.elapsed();
    let import = registry::get_import(&ctx, import.id).await.unwrap();
    assert_eq!(
        import.totals.as_ref().map(|t| t.wrong),
        Some(0),
        "{import:#?}"
    );
    registry::apply_import(&ctx, import.id, Mode::All)
        .await
        .unwrap();
    app.run_jobs().await;
    let done = clock.elapsed();
    let import = registry::get_import(&ctx, import.id).await.unwrap();
    assert_eq!(
        import.status,
        registry::ImportStatus::Applied,
        "{import:#?}"
    );
    println!(
        "{persons} persons in {households} households: upload {uploaded:.1?}, read and check {:.1?}, apply {:.1?}; {} persons/s; peak {} MiB",
        checked - uploaded,
        done - checked,
        u128::from(persons) * 1000 / done.as_millis().max(1),
        peak_mib(),
    );
}
