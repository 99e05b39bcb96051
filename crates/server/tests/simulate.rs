//! `doudi simulate` as a user runs it.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::process::{Command, Output};

use serde_json::Value;

fn doudi(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_doudi"))
        .args(["simulate", "--place", "620521"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn both_sides_stand_beside_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("households.ndjson");
    let line = |n: u32, wages: u32, holds: &str| {
        format!(
            r#"{{"编号":{n},"户":{{"城乡":"农村","低保类别":"三类","货币财产":"0","生活用房套数":1,"机动车辆数":0}},"成员":[{{"年龄":40,"工资性收入":"{wages}","劳动能力":"有","在享项目":[{holds}]}}]}}"#
        )
    };
    // One who is in benefit, one whom a higher standard would reach, one who earns too much.
    let lines = [
        line(1, 3000, r#""dibao""#),
        line(2, 5600, ""),
        line(3, 20_000, r#""dibao""#),
    ];
    std::fs::write(&input, lines.join("\n")).unwrap();
    let input = input.to_str().unwrap();
    let set = "农村低保标准=6000元/年";
    let output = doudi(&[
        "--on",
        "2022-10-08",
        "--programme",
        "dibao",
        "--set",
        set,
        input,
    ]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["baseline"]["households"], 1);
    assert_eq!(report["variant"]["households"], 2);
    assert_eq!(report["entering"]["households"], 1);
    assert_eq!(report["entering"]["cost_per_month"], "84.00");
    assert_eq!(report["leaving"]["households"], 0);
    assert_eq!(report["divisions"][0]["division"], "620521");
    let shares = ("coverage_baseline", "coverage_variant");
    let dibao = &report["programmes"][0];
    assert_eq!(
        (&dibao[shares.0], &dibao[shares.1]),
        (&"100.0".into(), &"50.0".into())
    );
    assert_eq!(report["gap_baseline"]["households"], 0);
    assert_eq!(report["gap_variant"]["households"], 1);
    assert_eq!(report["over_variant"]["persons"], 1);
    let output = doudi(&["--on", "2022-10-08", "--table", "--set", set, input]);
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("5268 → 6000 元/年")
    );
}

#[test]
fn unusable_arguments_are_said_and_end_with_two() {
    for (on, set, said) in [
        ("2022-10-08", "没有的参数=1", "没有的参数"),
        ("2022-10-08", "农村低保标准=6000元", "元/年"),
        ("2022-10-08", "农村低保标准=-1", "负数"),
        ("1999-01-01", "农村低保标准=6000", "1999-01-01"),
    ] {
        let output = doudi(&["--on", on, "--set", set, "-"]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{set}: {errors}");
        assert!(errors.contains(said), "{set}: {errors}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(doudi(&["--on", "2022-10-08"]).status.code(), Some(2));
}
