//! The public compatibility kit. Its file is not part of the repository: give
//! its path in `FEEL_CASES` and run with `--ignored`.

use std::path::PathBuf;

#[test]
#[ignore = "needs the path of the cases in FEEL_CASES"]
fn no_case_is_wrong() {
    let path = PathBuf::from(std::env::var("FEEL_CASES").expect("FEEL_CASES names the file"));
    let report = formula::conformance::run(&path).expect("the file can be read");
    for miss in &report.wrong_cases {
        println!(
            "{} {} | {} | expected {} | found {}",
            miss.line,
            miss.group,
            miss.expression.replace('\n', " "),
            miss.expected,
            miss.found
        );
    }
    println!(
        "right {} refused {} wrong {} undecidable {}",
        report.right, report.refused, report.wrong, report.undecidable
    );
    if std::env::var("SHOW_REFUSED").is_ok() {
        for miss in &report.refused_cases {
            println!(
                "R {} | {} | {}",
                miss.group,
                miss.expression.replace('\n', " "),
                miss.found
            );
        }
    }
    assert_eq!(report.wrong, 0);
}
