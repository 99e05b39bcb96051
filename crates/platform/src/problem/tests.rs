use super::*;
use crate::http::Locale;

#[test]
fn a_problem_speaks_both_languages_and_the_readers_first() {
    let problem = Problem::invalid().detail("共 1 处", "1 place").field(
        "/members/0/id_number",
        "校验码不正确",
        "The check digit is wrong",
    );
    let body = problem.body(Locale::En, Some("r1"));
    assert_eq!(body.title, kinds::INVALID.en);
    assert_eq!(body.title_zh, kinds::INVALID.zh);
    assert_eq!(body.detail.as_deref(), Some("1 place"));
    assert_eq!(body.errors[0].pointer, "/members/0/id_number");
    assert_eq!(body.instance.as_deref(), Some("r1"));
    assert_eq!(problem.body(Locale::Zh, None).title, kinds::INVALID.zh);
}

#[test]
fn a_cause_never_reaches_the_document() {
    let problem = Problem::internal("select * from person where id_number = '62…'");
    let text = serde_json::to_string(&problem.body(Locale::Zh, None)).unwrap();
    assert!(!text.contains("person"), "{text}");
}

#[test]
fn beyond_the_limit_faults_are_counted() {
    let mut problem = Problem::invalid();
    for row in 0..(limits::PROBLEM_ERRORS_MAX as u64 + 7) {
        problem = problem.row(row, "姓名", "空", "empty");
    }
    let body = problem.body(Locale::En, None);
    assert_eq!(body.errors.len(), limits::PROBLEM_ERRORS_MAX);
    assert_eq!(body.detail.as_deref(), Some(" (7 more)"));
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut seen = std::collections::BTreeSet::new();
    for kind in kinds::PROBLEMS {
        assert!(seen.insert(kind.code), "{} twice", kind.code);
        assert!(kind.code.starts_with("platform."), "{}", kind.code);
    }
}
